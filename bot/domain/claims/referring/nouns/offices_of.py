"""Whether somebody's name tells whose lawyer or so another is, beside whose name it stands.

ahead     "The lawyer of Tom Reed, Ann Holm, said": Ann Holm is the lawyer
behind    "Ann Holm, the lawyer of Tom Reed, said"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, folded

# How many words from the noun for a body to its name.
_NOUN_WORDS = 2
_TIMES = frozenset({"past", "future", "conditional"})


def owns_ahead(tokens: Sequence[Token], inside: Sequence[int], story: Story) -> bool:
    """Whether a clause, `inside`, ends in the name of whose lawyer or so somebody is whose name stands behind it.

    Another comma, or the sentence's end, stands behind that name: it opens no row of names.
    """
    first, clause = inside[-1], tokens[inside[-1]].clause
    while first > inside[0] and tokens[first - 1].entities & tokens[first].entities:
        first -= 1
    name = inside[-1] + 1
    end = next((at for at in range(name, len(tokens)) if not tokens[at].entities & tokens[name].entities), len(tokens))
    if end < len(tokens) and tokens[end].clause == clause + 1:
        return False  # "He praised the lawyer of Tom Reed, Ann Holm and Jo Pike."
    noun = _office_before(tokens, first, story)
    return noun is not None and not any(_is_deed(tokens[at], story) for at in inside if at < noun)


def owns_behind(tokens: Sequence[Token], found: Sequence[int], name: int, story: Story) -> Sequence[int]:
    """The places of a name that tells whose lawyer or so somebody is, behind the words for that; none otherwise.

    So too those of a body's name behind the noun for it: "president of the society Lightning".
    """
    end = name
    while end < len(tokens) and tokens[end].entities & tokens[name].entities:
        end += 1
    if found and names_body(tokens, name, story):
        return range(name, end)
    noun = _office_before(tokens, name, story) if found else None
    if noun is None or noun < found[0]:
        return ()
    small, joins = story.words.ties - story.leading, frozenset(map(folded, story.reading.language.coordinators))
    first = max(at + 1 if tokens[at].folded in joins else found[0] for at in range(found[0], noun + 1))
    if any(_is_deed(tokens[at], story) or tokens[at].folded in small for at in range(first, noun)):
        return ()  # "A lecturer at Holm and a pupil of Tom Reed": each by itself.
    return range(name, end)


def is_owned(tokens: Sequence[Token], name: int, story: Story) -> bool:
    """Whether a name in another case tells of whom the noun right before it is: "Адвокат Бриля, Іван Мороз".

    That noun is in no such case itself, or is for a woman and the name a man's.
    """
    noun = tokens[name - 1] if name and story.words.free_order else None
    if noun is None or noun.clause != tokens[name].clause or not story.is_inflected(tokens[name]):
        return False
    language = story.reading.language
    gender = language.gender_of_role(_word(noun))
    if not gender:
        return False
    genders = {story.reading.entities[one].gender for one in tokens[name].entities}
    return (gender == "f" and genders == {"m"}) or (gender == "m" and not _word(noun).endswith(language.case_endings))


def names_body(tokens: Sequence[Token], at: int, story: Story) -> bool:
    """Whether a name is that of a body whose noun stands before it, with an adjective or none in between.

    "The president of the society Lightning", "de la société colombophile L'Éclair".
    """
    first = at
    while first and tokens[first - 1].entities & tokens[at].entities:
        first -= 1
    for place in range(first - 1, max(-1, first - 1 - _NOUN_WORDS), -1):
        token = tokens[place]
        named = token.entities and token.text[:1].isupper()
        if token.clause != tokens[at].clause or not token.content or named:
            return False
        if token.stem in story.words.bodies or story.reading.is_body(token.text):
            return not story.reading.language.is_role(token.text.lower())
    return False


def names_thing(tokens: Sequence[Token], at: int, story: Story) -> bool:
    """Whether a name is that of a thing whose noun stands right before it, behind an office: "owner of the mill X"."""
    noun = at
    while noun and tokens[noun].entities & tokens[at].entities:
        noun -= 1
    is_role, clause = story.reading.language.is_role, tokens[at].clause
    led = tokens[noun].before in story.leading or tokens[noun].before in story.words.fused
    if noun == at or not led or not tokens[noun].content or tokens[noun].entities or is_role(_word(tokens[noun])):
        return False
    ties = story.of_words | story.words.fused
    tie = next((one for one in range(noun - 1, max(0, noun - 1 - _NOUN_WORDS), -1) if tokens[one].folded in ties), 0)
    return bool(tie) and tokens[tie - 1].clause == clause and is_role(_word(tokens[tie - 1]))


def _office_before(tokens: Sequence[Token], name: int, story: Story) -> int | None:
    """Where the noun stands that a name right behind it, or behind a word for "of", tells the owner of."""
    at = name - 1
    tied = at > 0 and tokens[at].folded in story.of_words
    at -= tied
    office = at >= 0 and tokens[at].clause == tokens[name].clause and story.reading.language.is_role(_word(tokens[at]))
    owned = tied or (at >= 0 and story.words.free_order and story.is_inflected(tokens[name]))
    return at if office and owned else None


def _word(token: Token) -> str:
    return token.text.lower()


def _is_deed(token: Token, story: Story) -> bool:
    """Whether a word before an office is a verb: "asked the lawyer of Tom Reed"."""
    return token.mood in _TIMES or token.folded in story.words.perfects - story.leading or IS in token.signs
