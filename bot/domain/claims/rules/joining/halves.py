"""Two halves of a sentence, of which each tells of its own doers and numbers.

semicolon   "Ann Holm left; the firm sold 40 boats": she sold none
exchanged   "The driver was freed, while his wife refused to testify": he did not refuse while she was freed
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, WAS
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time

OTHER_HALF = "joins the number"
# See `opened`.
OPENED = "tells of the main deed what is told of the opening one"
_PARTING = ";"
_BEING = {IS, WAS}
# Each half of two tells what something is.
_TWO = 2
# How many words a claim takes of the earlier half at least, where that tells a deed of somebody.
_DEED = 2


def taken_of_later_half(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim whose doer or number stands behind a semicolon, and what it tells of them before it.

    What stands behind it may go on with what was named before, but nothing before it tells of who is only named behind.
    """
    marks = aligned.told.clauses.marks
    if _PARTING not in marks:
        return _state_of_other(aligned, grammar)
    halves = [marks[: clause + 1].count(_PARTING) for clause in range(len(marks))]
    tokens, pairs = aligned.told.tokens, aligned.pairs
    half = [halves[tokens[place].clause] for _, place in pairs]
    return _number_of_later(aligned, half) or _doer_of_later(pairs, half, grammar)


def _number_of_later(aligned: Aligned, half: Sequence[int]) -> str:
    """A number from behind the semicolon that counts what stands before it."""
    places = aligned.told.places
    for at, (token, _) in enumerate(aligned.pairs[:-1]):
        other, place = aligned.pairs[at + 1]
        twin = any(halved > place for halved in places.get(aligned.told.tokens[place].stem, ()))
        if token.value is None or is_time(token) or other.clause != token.clause or not is_plain(other) or twin:
            continue
        if half[at] > half[at + 1]:
            return f"{OTHER_HALF} {token.text} with what another belongs to: {other.text}"
    return ""


def _doer_of_later(pairs: Sequence[tuple[Token, int]], half: Sequence[int], grammar: Grammar) -> str:
    """Somebody named first in a claim of whom alone the later half tells, and whose deed the one before it tells."""
    later = [at for at, one in enumerate(half) if one > half[-1]]
    if not later or later != list(range(len(later))) or len(half) < len(later) + _DEED:
        return ""
    names = [pairs[at][0] for at in later]
    nominal = all(token.entities or grammar.is_role(token) for token in names)
    somebody = any(map(grammar.is_person, names))
    return f"gives to another what is done: {names[0].text}" if nominal and somebody else ""


def exchanged_deeds(aligned: Aligned) -> str:
    """What speaks against a claim of two clauses that tell of each doer what the sentence tells of the other.

    Of each the first word stands where all that the other tells besides stands.
    """
    if not aligned.pairs or not aligned.pairs[-1][0].clause or len(aligned.used) < len("ab"):
        return ""
    told = dict[int, list[int]]()
    for token, place in aligned.pairs:
        told.setdefault(token.clause, []).append(aligned.told.tokens[place].clause)
    clauses = [(clause, places[0], {*places[1:]}) for clause, places in told.items() if places[1:]]
    for (clause, one, deeds), (_, other, others) in pairwise(clauses):
        if one != other and deeds == {other} and others == {one}:
            doer = next(token for token, _ in aligned.pairs if token.clause == clause)
            return f"gives to another what is done: {doer.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _state_of_other(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim says that something is and a joined half says of another: "A is Renzo's and B is Lucy's"."""
    tokens, matched, joins = aligned.told.tokens, aligned.matched, grammar.words.joins & grammar.words.joining
    being = [at for at, token in enumerate(tokens) if token.signs & _BEING]
    if len(being) < _TWO:
        return ""
    for (one, here), (other, there) in pairwise(aligned.pairs):
        inside = [at for at in being if here < at < there]
        if one.clause != other.clause or len(inside) < _TWO:
            continue
        joint = next((at for at in range(inside[0], inside[-1]) if tokens[at].folded in joins), None)
        if joint is None:
            continue
        left_out = [at for at in range(inside[0], inside[-1]) if tokens[at].content and at not in matched]
        pronouns = grammar.words.subjects | grammar.words.anaphors
        another = [at for at in left_out if at > joint and tokens[at].folded not in pronouns]
        if another and left_out[0] < joint and not one.entities & other.entities:
            return f"joins {other.text} with what another belongs to: {tokens[left_out[-1]].text}"
    return ""
