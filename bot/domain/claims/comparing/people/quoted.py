"""Whom a speaker means by "he" or "she": whom alone the sentences before tell of, and never the speaker.

"Its captain, Angus Rennie, dropped both anchors. “He was calm”, said Moira Tait": Angus Rennie.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing import joining
from bot.domain.claims.comparing.people.cast import Cast
from bot.domain.claims.comparing.people.sole import is_new
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, SOURCE, Wording

# How many sentences back somebody is named.
_BACK = 2
_SPEECH = frozenset({NEUTRAL, ANNOUNCED})
# Among how many words behind a source the noun for it stands.
_SOURCE_WORDS = 3


# Complexity: each sentence back is asked for others without a name, then for one who fits.
def quoted_person(
    cast: Cast, told: Told, at: int, *, before: Sequence[Told], recent: Sequence[Sequence[int]], who: str
) -> int | None:
    """The only person of a gender whom a quoted pronoun may mean; None where two fit, or somebody without a name.

    `before` are the sentences before, and `recent` whom each of them names.
    """
    language, speaker = cast.language, told.quoted[at]
    behind = told.tokens[at + 1 : at + 2]
    if behind and language.plural_endings and behind[0].text.endswith(language.plural_endings):
        return None  # "Sie haben": they, or you.
    ahead = {
        entity
        for place, one in enumerate(told.tokens[:at])
        if told.quoted[place] is not None
        for entity in one.entities
    }
    for other, named in zip((told, *before[: -_BACK - 1 : -1]), (ahead, *recent[: -_BACK - 1 : -1]), strict=False):
        people = [one for one in named if one != speaker and cast.people[one]]
        fitting = [one for one in people if cast.genders[one] in {"", who}]
        if other is not told and _tells_of_another(cast, other, who):
            return None
        if fitting:
            return fitting[0] if len(fitting) == 1 and not cast.is_unnamed(fitting[0]) else None
    return None


def _tells_of_another(cast: Cast, told: Told, who: str) -> bool:
    """Whether a sentence tells of somebody without a name whom a pronoun for a man or a woman may mean."""
    language = cast.language
    opening = joining.somebody_opening(told, language)
    if opening is not None and joining.may_mean(told.tokens[opening : opening + 2], who, language):
        return True
    new = (at for at, token in enumerate(told.tokens) if is_new(language, cast.words, token))
    return any(not _is_named(told, at) for at in new)


def _is_named(told: Told, at: int) -> bool:
    """Whether a name stands right behind a noun for somebody: "a roofer, Ann Holm"."""
    return any(token.entities for token in told.tokens[at + 1 : at + 3])


def says(token: Token, words: Wording) -> bool:
    """Whether a word is a verb of saying."""
    return not token.signs.isdisjoint(_SPEECH) or token.folded in words.speaking


# Complexity: a noun that speaks stands before its verb, behind it, or behind a source.
def speaks(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a noun speaks in a claim: before a verb of saying, behind one that opens a clause, or behind a source."""
    inside = [place for place, one in enumerate(tokens) if one.clause == tokens[at].clause]
    behind = (tokens[place] for place in inside if place > at)
    verb = next((one for one in behind if one.content or one.folded not in words.perfects), None)
    if verb is not None and says(verb, words):
        return True
    ahead = [tokens[place] for place in inside if place < at]
    last = next((one for one in reversed(ahead) if one.content or one.signs), None)
    if last is None or any(one.content for one in ahead):
        return False  # "Holm zufolge liefen drei".
    return says(last, words) or (SOURCE in last.signs and len(ahead) - ahead.index(last) <= _SOURCE_WORDS)
