"""What is not so of all, told of none, and what is so of neither, told of one.

partly    "not all guests got a room": not "no guest got a room", nor "the trains never stop" of "do not always stop"
neither   "neither the judge nor the clerk saw it": not "the clerk saw it, but not the judge"
"""

from collections.abc import Sequence
from operator import itemgetter

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, NOT, PART
from bot.domain.claims.rules.exchanging.doing import EXCHANGED
from bot.domain.claims.rules.exchanging.spans import part_of, parts
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How many words behind a denial the word for all stands: "n'ont pas tous", "not quite all".
_NEAR = 2
# How many words behind the first half of a denial its deed stands: "ne s'arrêtent pas".
_DOUBLED = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_none(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that denies of all what the sentence only denies of some, "" for nothing."""
    tokens = aligned.told.tokens
    denying = {token.clause for token in claim.tokens if NOT in token.signs}
    if not denying:
        return ""
    near = [at for at, token in enumerate(tokens) if NOT in token.signs]
    partly = [at for at in near if _is_partly(tokens, at, grammar)]
    if not partly or any(_is_of_some(token, grammar) for token in claim.tokens):
        return ""
    pairs = [pair for pair in aligned.pairs if pair[0].clause in denying]
    deeds = [pair for pair in pairs if _is_deed(pair[0], grammar)] or pairs[-1:]  # "Got a room" has no other.
    for deed, place in deeds:
        if _reaches(tokens, partly, place, grammar):
            return f"{EXCHANGED}: {deed.text}"
    return ""


def _is_of_some(token: Token, grammar: Grammar) -> bool:
    """Whether a word tells that something is so of all or of some alone, or of how many."""
    if token.value is not None and not token.dated:
        return True
    part = PART in token.signs and not token.content  # "Quarto" is a room.
    return part or ALL in token.signs or token.folded in grammar.words.special["always"]


def _is_partly(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a denial is of something of all that may be so of some."""
    token, always = tokens[at], grammar.words.special["always"]
    behind = [one for one in tokens[at + 1 : at + 1 + _NEAR] if one.clause == token.clause]
    if any(ALL in one.signs or one.folded in always for one in behind):
        return True
    ahead = next(one for one in tokens if one.clause == token.clause)
    return grammar.words.doubled and ALL in ahead.signs  # "Tous les invités n'ont pas eu".


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _reaches(tokens: Sequence[Token], partly: Sequence[int], place: int, grammar: Grammar) -> bool:
    """Whether such a denial is the one that tells of a deed: the last before it in its clause, or the first behind."""
    clause = tokens[place].clause
    denials = [at for at, token in enumerate(tokens) if NOT in token.signs and token.clause == clause]
    before, behind = [at for at in denials if at < place], [at for at in denials if at > place]
    if grammar.words.doubled and behind and (not before or place - before[-1] <= _DOUBLED):
        return behind[0] in partly or (bool(before) and before[-1] in partly)
    return bool(denials) and (before[-1] if before else denials[0]) in partly


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be what somebody does."""
    if not is_plain(token) or grammar.is_named(token):
        return False
    return not grammar.nouns or token.text[0].islower()


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_one(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what the sentence denies of two, "" for nothing."""
    tokens, words = aligned.told.tokens, grammar.words
    neither = [at for at, token in enumerate(tokens) if token.folded in words.special["neither"]]
    if not neither or ALL in tokens[min(neither[0] + 1, len(tokens) - 1)].signs:
        return ""
    told = parts(aligned.told.clauses, grammar)
    pairs = [pair for pair in aligned.pairs if pair[1] > neither[0] and is_plain(pair[0])]
    deeds = [pair for pair in pairs if _is_deed(pair[0], grammar)] or sorted(pairs, key=itemgetter(1))[-1:]
    for deed, place in deeds:
        last = max(at for at in neither if at < place)
        if tokens[last].clause != tokens[place].clause or part_of(told, last) != part_of(told, place):
            continue
        if any(one.folded in words.joins | words.joining for one in tokens[last + 1 : place]):
            continue
        beside = _beside(claim.tokens, deed, words.joins - words.joining)
        if not any(NOT in one.signs or one.folded in words.special["neither"] for one in beside):
            return f"{EXCHANGED}: {deed.text}"
    return ""


def _beside(tokens: Sequence[Token], deed: Token, opposing: frozenset[str]) -> Sequence[Token]:
    """The words of a claim that stand with a deed, up to the next clause or what opposes another on either side."""
    at = next(at for at, token in enumerate(tokens) if token is deed)
    parting = [
        place
        for place in range(1, len(tokens))
        if tokens[place].folded in opposing or tokens[place].clause != tokens[place - 1].clause
    ]
    start = max((place for place in parting if place <= at), default=0)
    return tokens[start : min((place for place in parting if place > at), default=len(tokens))]
