"""When something is not, and when it is instead: "will not open in May, but in June at the earliest"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, is_time, places_in

# How many clauses may stand between both times ("as planned"), and how many words such a one has.
_CLAUSES, _ASIDE_WORDS = 2, 5
# How far a denial in two words reaches: "ne rouvrira pas".
_DENIAL_WORDS = 4
# How many words tell the second time, and how many of them say something besides ("at the earliest").
_MOST_WORDS, _BOUND_WORDS = 7, 2
_VERBS = SPEECH | {IS, WAS, PASSIVE}


@dataclass(frozen=True)
class Correction:
    """The places of a sentence's denial, of what it denies, of the word for "but", and of the times behind that."""

    denials: tuple[int, ...]
    denied: tuple[int, ...]
    joint: int
    times: tuple[int, ...]


def correction_of(tokens: Sequence[Token], grammar: Grammar) -> Correction | None:
    """The first time that a sentence corrects, None where it corrects none."""
    joints = [at for at, token in enumerate(tokens) if token.folded in grammar.words.correcting]
    found = (_at(tokens, joint, grammar) for joint in joints)
    return next((one for one in found if one is not None), None)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _at(tokens: Sequence[Token], joint: int, grammar: Grammar) -> Correction | None:
    last = tokens[joint].clause
    denial = next((at for at in range(joint - 1, -1, -1) if NOT in tokens[at].signs), -1)
    home = tokens[denial].clause
    if denial < 0 or last - home > _CLAUSES:
        return None
    aside = [at for at in range(denial, joint) if tokens[at].clause not in {home, last}]
    if len(aside) > _ASIDE_WORDS:
        return None
    denials = tuple(at for at in places_in(tokens, home) if NOT in tokens[at].signs)
    inside = [at for at in range(denial + 1, joint) if tokens[at].clause == home]
    denied = _denied(tokens, inside, grammar)
    behind = [at for at in places_in(tokens, last) if at > joint]
    if not denied or denial - denials[0] > _DENIAL_WORDS or not _is_time(tokens, behind, grammar):
        return None
    return Correction(denials, denied, joint, tuple(at for at in behind if is_time(tokens[at])))


def _denied(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> tuple[int, ...]:
    """The places of what is denied: a time with what ties it, and what stands before it where the verb stands last."""
    times = [at for at in inside if is_time(tokens[at])]
    if not times:
        return ()
    first = inside[0] if grammar.brackets else times[0]
    while first > inside[0] and _leads(tokens[first - 1], grammar):
        first -= 1
    end = times[-1] if grammar.brackets else inside[-1]
    return tuple(at for at in inside if first <= at <= end)


def _leads(token: Token, grammar: Grammar) -> bool:
    """Whether a word may stand before a day in what tells a time: "on the 3rd of"."""
    small = grammar.words.ties | grammar.definite | grammar.of_words
    return token.folded in small or (token.value is not None and not token.entities)


def _is_time(tokens: Sequence[Token], behind: Sequence[int], grammar: Grammar) -> bool:
    """Whether words tell a time and nothing that is done then: "in June at the earliest"."""
    said = [tokens[at] for at in behind]
    if not any(map(is_time, said)) or len(said) > _MOST_WORDS:
        return False
    if any(governs(one) or one.mood in FINITE or one.signs & _VERBS or grammar.is_pronoun(one) for one in said):
        return False
    return len([one for one in said if one.content and is_plain(one)]) <= _BOUND_WORDS
