"""What a sentence only supposes or had planned, told as done.

supposed   "even if it rains, the race will start": not "it rains", nor "the race starts only if it rains"
planned    "was to stop in Lenn, but drove on": not "was to drive on, but stopped in Lenn"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CONCESSION, GOVERNS, IS, NOT, WAS
from bot.domain.claims.rules.exchanging.doing import EXCHANGED
from bot.domain.claims.rules.exchanging.spans import ClausePart, first_words, parts
from bot.domain.claims.rules.grammar import Grammar, is_plain

_PLANNED = {f"{GOVERNS}{name}" for name in ("must", "expect", "plan", "unreal", "future", "should")}
# Among how many of a clause's first words the one stands that opposes it to another: "fuhr aber weiter".
_OPENING = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_supposed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes what a sentence supposes behind "even if", "" for nothing."""
    supposing = grammar.words.special["even_if"]
    tokens = aligned.told.tokens
    if first_words(supposing).isdisjoint([token.folded for token in tokens]):
        return ""
    led = [part for part in parts(aligned.told.clauses, grammar) if _opener(tokens, part) in supposing]
    led = [part for part in led if not _is_fact(tokens, part, grammar)]
    if not led or any(CONCESSION in token.signs for token in claim.tokens):
        return ""
    for part in parts(claim, grammar):
        inside = {id(token) for token in claim.tokens[part.start : part.end]}
        taken = [(token, at) for token, at in aligned.pairs if id(token) in inside and _is_deed(token, grammar)]
        if _opener(claim.tokens, part) in supposing:
            continue
        for token, at in taken:
            if any(at in one for one in led):
                return f"{EXCHANGED}: {token.text}"
    return ""


def _opener(tokens: Sequence[Token], part: ClausePart) -> str:
    """The words that open a part, as one."""
    return "-".join([token.folded for token in tokens[part.start : part.first]])


def _is_fact(tokens: Sequence[Token], part: ClausePart, grammar: Grammar) -> bool:
    """Whether such a clause tells of what is or was so: "même si la panne était grave"."""
    if _opener(tokens, part) not in grammar.words.special["though"]:
        return False
    inside = tokens[part.first : part.end]
    return any(one.mood == "past" or one.signs & {IS, WAS} or one.folded in grammar.perfects for one in inside)


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be what is done, or what there is."""
    if not is_plain(token) or grammar.is_named(token):
        return False
    return not grammar.nouns or token.text[0].islower()


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_planned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what was planned, beside a plan that was not; "" for nothing."""
    tokens = aligned.told.tokens
    if not claim.tokens[-1].clause or not [1 for token in tokens if not token.signs.isdisjoint(_PLANNED)]:
        return ""
    mine, theirs = _sides(claim, grammar), _sides(aligned.told.clauses, grammar)
    if len(mine) < len("ab") or len(theirs) < len("ab"):
        return ""
    for side in mine:
        said = claim.tokens[side.start : side.stop]
        if any(token.signs & (_PLANNED | {NOT}) for token in said):
            continue
        inside = {id(token) for token in said}
        for token, at in aligned.pairs:
            if id(token) not in inside or not _is_deed(token, grammar):
                continue
            home = next(one for one in theirs if at in one)
            if any(one.signs & _PLANNED for one in tokens[home.start : at]) and not tokens[at].signs & _PLANNED:
                return f"{EXCHANGED}: {token.text}"
    return ""


def _sides(clauses: Clauses, grammar: Grammar) -> list[range]:
    """A sentence's two sides, parted by a word that opposes one to the other; a single one where none does."""
    tokens, opposing = clauses.tokens, grammar.words.joins - grammar.words.joining
    starts = [at for at in range(1, len(tokens)) if tokens[at].clause != tokens[at - 1].clause]
    parting = [at for at in starts if _opposes(tokens, at, opposing)]
    if len(parting) != 1:
        return [range(len(tokens))]
    return [range(parting[0]), range(parting[0], len(tokens))]


def _opposes(tokens: Sequence[Token], start: int, opposing: frozenset[str]) -> bool:
    """Whether a word near the beginning of a clause opposes it to the one before."""
    opening = tokens[start : start + _OPENING]
    return any(one.folded in opposing for one in opening if one.clause == tokens[start].clause)
