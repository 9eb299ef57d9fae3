"""What a sentence's second half tells of another, told of who the first half is about, or the other way round.

"Ann called the fair a feast, and Ben a bore": Ann did not call it a bore, nor Ben a feast.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain

OTHERS_HALF = "tells of one what the other half tells of another"
_BELIEVED = f"{GOVERNS}suspect"


def of_other_statement(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim gives to who another half of the sentence is about, "" for nothing."""
    if not aligned.pairs or not aligned.told.tokens[-1].clause:
        return ""
    for clause in range(1, len(aligned.told.clauses.openers)):
        start = _start(aligned, clause, grammar)
        if start <= aligned.pairs[0][1]:
            continue
        found = _given(claim, aligned, start, grammar)
        if found is not None:
            return f"{OTHERS_HALF}: {found.text}"
    return ""


def _start(aligned: Aligned, clause: int, grammar: Grammar) -> int:
    """Where a half begins that a clause opens, -1 where it opens none."""
    clauses, words = aligned.told.clauses, grammar.words
    mark, opener = clauses.marks[clause], clauses.openers[clause]
    joins = words.joins | words.joining | words.special["whiles"] | words.special["while"] | words.contrasting
    if mark != ";" and opener not in joins and not (mark == "," and opener in grammar.definite):
        return -1
    return next((at for at, token in enumerate(aligned.told.tokens) if token.clause == clause), -1)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _given(claim: Clauses, aligned: Aligned, start: int, grammar: Grammar) -> Token | None:
    """What a claim takes of the half that begins at a place, for who the half before is about; None for nothing."""
    tokens = aligned.told.tokens
    clauses, home = aligned.told.clauses, tokens[start].clause
    semicolon = next(
        (one for one in range(home + 1, len(clauses.marks)) if clauses.marks[one] == ";"), len(clauses.marks)
    )
    end = next((at for at in range(start, len(tokens)) if tokens[at].clause >= semicolon), len(tokens))
    bare = clauses.marks[home] == "," and clauses.openers[home] in grammar.definite
    first = [at for at in range(start) if tokens[at].content]
    taken = [(token, at) for token, at in aligned.pairs if start <= at < end and not token.dated]
    if not taken or aligned.matched.issuperset(first):
        return None
    doer, whole = _doer(tokens, start, end, grammar), clauses.marks[home] == ";"
    if not doer:
        return _believed(aligned, taken, first) if whole else None
    others = frozenset[int]().union(*[tokens[at].entities for at in doer])
    mine = frozenset[int]().union(*[token.entities for token in claim.tokens])
    own = [token for token, at in aligned.pairs[1:] if at in first and is_plain(tokens[at])]
    # "Two thirds, or 600, took part", "Ann, the mayor, and the prefect, Luke, opened it".
    shared = tokens[doer[0]].value is not None or all(map(grammar.is_role, own))
    if (shared and not whole) or (bare and not others):
        return None
    if aligned.matched.isdisjoint(doer) and others.isdisjoint(mine):
        behind = [token for token, at in taken if at > doer[-1] and is_plain(tokens[at])]
        behind = [token for token, at in taken if token in behind and (tokens[at].clause == home or not bare)]
        return behind[0] if behind else None
    return None if bare else _done_to(aligned, taken, doer, first)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _doer(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> list[int]:
    """Where the words stand of who or how many a half is about: a name or a number, with what stands before it."""
    at = next((at for at in range(start, end) if tokens[at].content), end)
    if at == end or grammar.is_tied(tokens, at) or tokens[at].before in grammar.words.special["accusatives"]:
        return []
    found = [at]
    while at + 1 < end and tokens[at + 1].content and tokens[at + 1].clause <= tokens[at].clause + 1:
        if tokens[at].entities and not tokens[at + 1].entities:
            break
        at += 1
        found.append(at)
    named = [one for one in found if tokens[one].entities]
    if named and (
        not grammar.brackets or tokens[start].folded not in grammar.relatives or grammar.is_role(tokens[found[0]])
    ):
        return [one for one in found if one <= named[-1]]
    again = grammar.is_role(tokens[found[0]]) and any(one.stem == tokens[found[0]].stem for one in tokens[:start])
    return found[:1] if tokens[found[0]].value is not None or again else []


def _believed(aligned: Aligned, taken: Sequence[tuple[Token, int]], first: Sequence[int]) -> Token | None:
    """What a claim takes as believed from behind a semicolon where it is so, and no more from before that."""
    tokens = aligned.told.tokens
    verb = next((pair for pair in aligned.pairs if _BELIEVED in tokens[pair[1]].signs and pair[1] in first), None)
    if verb is None or verb[0].signs & SPEECH or any(governs(tokens[at]) for _, at in taken):
        return None
    complement = [at for token, at in aligned.pairs if token.start > verb[0].start and at > verb[1]]
    return taken[0][0] if complement and all(at >= taken[0][1] for at in complement) else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _done_to(
    aligned: Aligned, taken: Sequence[tuple[Token, int]], doer: Sequence[int], first: Sequence[int]
) -> Token | None:
    """Who the second half is about, to whom a claim has done what the first half has done to another."""
    tokens = aligned.told.tokens
    if any(at > doer[-1] for _, at in taken) or aligned.pairs[0][1] not in first:
        return None
    rest = [at for at in range(doer[-1] + 1, len(tokens)) if tokens[at].content]
    own = [at for at in first if at > aligned.pairs[0][1] and not tokens[at].entities and not tokens[at].dated]
    own = own if any(tokens[at].signs & SPEECH for at in range(own[0] if own else 0)) else own[1:]
    left = [at for at in own if at not in aligned.matched]
    return taken[0][0] if rest and left and len(left) < len(own) else None
