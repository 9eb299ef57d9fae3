"""A part of what a sentence counts, told without the whole: "The bank gave 40 million for the repair".

The sentence has "The repair costs 58 million, of which the bank gave 40". The claim is told again without the unit and
the thing of the whole, and the sentence without the clause of the whole.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, PART, Wording
from bot.domain.claims.rules.counting.spans import counts

# How far its number may stand before what it counts.
UNIT_WORDS = 4
# How many words open the clause of a part, and how far before a noun its preposition may stand.
_PARTING, _TIED = 3, 2
_MUST = f"{GOVERNS}must"


def parted(claim: Clauses, number: Token, told: Told, place: int, story: Story) -> tuple[Clauses, Told] | None:
    """A claim without the unit and the thing of the whole of which its number is a part, and the sentence's part.

    None where the sentence tells of no such part at a place.
    """
    tokens, home = told.tokens, told.tokens[place].clause
    opening = [token.folded for token in tokens if token.clause == home][:_PARTING]
    among = ("-".join(opening[:length]) for length in range(1, _PARTING + 1))
    whole = [at for at, token in enumerate(tokens) if token.clause == home - 1 and token.content]
    if story.words.among.isdisjoint(among) or not any(_is_more(tokens[at], number) for at in whole):
        return None
    if _tells_of_some(claim, told, home, story.words):
        return None
    units = [tokens[at].keys for at in whole[1:] if is_counted(tokens, at, story.words)]
    left = _left(claim.tokens, number, tokens[whole[0]].keys, frozenset[str]().union(*units), story.words)
    return replace(claim, tokens=without(claim.tokens, left)), cut(told, [t for t in tokens if t.clause == home - 1])


def _tells_of_some(claim: Clauses, told: Told, clause: int, words: Wording) -> bool:
    """Whether a clause tells of some of them in a word for that, and a claim of all: "of whom most own a field"."""
    part = [token for token in told.tokens if token.clause == clause and _is_part(token, words)]
    return bool(part) and not any(_is_part(token, words) for token in claim.tokens)


def _is_part(token: Token, words: Wording) -> bool:
    return PART in token.signs or token.stem in words.majority


def _is_more(token: Token, number: Token) -> bool:
    return counts(token) and (token.value or 0) > (number.value or 0)


def _left(
    tokens: Sequence[Token], number: Token, thing: frozenset[str], units: frozenset[str], words: Wording
) -> list[Token]:
    """A claim's word for what its number counts, and those for the thing of the whole behind a preposition."""
    after = tokens.index(number) + 1
    unit = next((token for token in tokens[after : after + UNIT_WORDS] if token.content), None)
    left = [unit] if unit is not None and unit.keys & units else []
    for at, token in enumerate(tokens):
        ahead = [other.folded for other in tokens[max(0, at - _TIED) : at]]
        if token.content and token.keys & thing and not words.ties.isdisjoint(ahead):
            left.append(token)
    return left


def is_counted(tokens: Sequence[Token], place: int, words: Wording) -> bool:
    """Whether a number stands before a word, and nothing else that says something between."""
    before = reversed(tokens[max(0, place - UNIT_WORDS) : place])
    said = (token for token in before if token.content and token.plain not in words.magnitudes)
    return counts(next(said, tokens[place]))


def cut(told: Told, left: Sequence[Token]) -> Told:
    """A sentence some of whose words say nothing."""
    cut = replace(told, clauses=replace(told.clauses, tokens=without(told.tokens, left)), named={}, _places={})
    cut.place()
    return cut


def without(tokens: Sequence[Token], left: Sequence[Token]) -> list[Token]:
    """Copies of tokens, some of which say nothing."""
    apart, made = {id(token) for token in left}, [token.copy() for token in tokens]
    for token, copied in zip(tokens, made, strict=True):
        if id(token) in apart:
            copied.content, copied.dated, copied.value = False, False, None
            if _MUST in copied.signs | copied.keys:
                copied.keys = frozenset()
            copied.entities, copied.signs = frozenset(), frozenset()
    return made
