"""A claim's words beside a sentence's, one by one: what it leaves out, two sentences that it joins, whom it quotes."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import NEUTRAL
from bot.domain.claims.rules.grammar import SPEECH

# A claim of fewer words is no sentence cut short; how many words say who says it at least.
LEAST_WORDS, _LEAST_CUE = 4, 2
# How many words in a row tell where a claim goes on.
_GOES_ON = 3

Cut = tuple[int, int]
"""Where what a claim leaves out starts and ends among a sentence's tokens."""
Unit = tuple[str, int, int]
"""A word with where it starts and ends among its sentence's tokens."""


def words_of(tokens: Sequence[Token]) -> list[Unit]:
    """A sentence's words."""
    return [(token.folded, at, at + 1) for at, token in enumerate(tokens)]


def names_of(tokens: Sequence[Token]) -> list[Unit]:
    """A sentence's words, and of a name of several words the last alone.

    So "Otto Varga" and "Varga" are one, where they name the same.
    """
    units: list[Unit] = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        named = before is not None and token.entities and before.entities == token.entities and token.text[0].isupper()
        first = units.pop()[1] if named and token.clause == tokens[at - 1].clause else at
        units.append((token.folded, first, at + 1))
    return units


def cuts_of(mine: Sequence[Unit], told: Sequence[Unit]) -> list[Cut]:
    """The runs of a sentence's words that a claim leaves out of it, none where it says anything otherwise."""
    words, theirs = [word for word, *_ in mine], [word for word, *_ in told]
    found: list[Cut] = []
    at = place = 0
    while at < len(words):
        if place < len(theirs) and words[at] == theirs[place]:
            at, place = at + 1, place + 1
            continue
        run = words[at : at + _GOES_ON]
        likely = (one for one in range(place, len(theirs)) if theirs[one] == run[0])
        on = next((one for one in likely if theirs[one : one + len(run)] == run), -1)
        if on < 0:
            return []
        found.append((told[place][1], told[on - 1][2]))
        place = on
    if place < len(theirs):
        found.append((told[place][1], told[-1][2]))
    return found


def joins(claim: Clauses, told: Told, following: Told, joining: frozenset[str]) -> bool:
    """Whether a claim is a sentence and the one behind it, joined by a word."""
    mine, first, second = ([token.folded for token in one.tokens] for one in (claim, told, following))
    if not first or not second or len(mine) != len(first) + len(second) + 1:
        return False  # A row of dashes has no words.
    if told.quoted[0] is not None or following.quoted[0] is not None:
        return False
    return mine[: len(first)] == first and mine[len(first)] in joining and mine[len(first) + 1 :] == second


def reports(claim: Clauses, told: Told, complements: frozenset[str]) -> bool:
    """Whether a claim says that somebody says what a sentence quotes them with: "Ann said that ..."."""
    speaker = told.quoted[0] if told.quoted else None
    if speaker is None or speaker < 0:
        return False
    length = next((at for at, one in enumerate(told.quoted) if one != speaker), len(told.quoted))
    cue, said = claim.tokens[: len(claim.tokens) - length], claim.tokens[-length:]
    if length < LEAST_WORDS or [token.folded for token in said] != [token.folded for token in told.tokens[:length]]:
        return False
    return len(cue) >= _LEAST_CUE and _says(cue, speaker, complements)


def _says(cue: Sequence[Token], speaker: int, complements: frozenset[str]) -> bool:
    """Whether words say that somebody says what follows, and no more: "Ann Lee said that"."""
    named = [token for token in cue if token.entities]
    says = [token for token in cue if not token.entities and token.folded not in complements]
    if not named or cue[0] is not named[0] or len(says) != 1:
        return False
    return all(speaker in token.entities for token in named) and NEUTRAL in says[0].signs and says[0].signs <= SPEECH
