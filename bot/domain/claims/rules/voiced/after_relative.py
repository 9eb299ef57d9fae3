"""What the main verb tells, behind a relative clause that no comma ends, told of who stands last in that clause.

"The teacher who reported the head works in Leeds": the head does not.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_object_in_relative(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with the object of a relative clause and goes on with the main verb."""
    tokens = aligned.told.tokens
    if claim.headline or len(aligned.pairs) <= 1 or not grammar.relatives:
        return ""
    doer, place = aligned.pairs[0]
    if not place or not (is_plain(doer) or doer.entities) or doer.dated or doer is not aligned.tokens[0]:
        return ""
    opening = _opening(aligned, place, grammar)
    verb = next((at for at in range(opening + 1, place) if tokens[at].content), -1) if opening > 0 else -1
    if verb < 0 or verb in aligned.matched or governs(tokens[verb]) or tokens[verb].signs & SPEECH:
        return ""
    if tokens[verb].mood not in FINITE or tokens[verb].entities or min(aligned.matched) < place:
        return ""
    behind = [at for at in range(place + 1, len(tokens)) if tokens[at].content and not _is_name_of(tokens, at, place)]
    mine = next((at for token, at in aligned.pairs[1:] if token.entities.isdisjoint(doer.entities)), -1)
    joined = any(one.folded in grammar.words.joins | grammar.words.joining for one in tokens[place : mine + 1])
    if not behind or behind[0] != mine or joined or _is_small(tokens, place, mine, grammar):
        return ""
    return f"says of {doer.text} what the article says of another"


def _opening(aligned: Aligned, place: int, grammar: Grammar) -> int:
    """Where the relative word stands before a place, with nothing that parts clauses from it on; -1 for nowhere."""
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    for at in range(place - 1, 0, -1):
        if tokens[at + 1].clause != tokens[at].clause and tokens[at + 1].folded not in grammar.relatives:
            return -1
        if tokens[at].folded in grammar.relatives:
            behind = tokens[at].clause == tokens[at - 1].clause or marks[tokens[at].clause] != ","
            return at if behind and tokens[at - 1].content else -1
    return -1


def _is_name_of(tokens: Sequence[Token], at: int, place: int) -> bool:
    return bool(tokens[at].entities & tokens[place].entities) and at > place


def _is_small(tokens: Sequence[Token], place: int, verb: int, grammar: Grammar) -> bool:
    """Whether a preposition stands between a noun and a word, which then is no main verb."""
    return any(token.folded in grammar.words.ties for token in tokens[place + 1 : verb])
