"""Which of two deeds is the later one: "first asked for it and later rejected it", not the other way round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain

_BEHIND = 4


def turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether the later deed of a claim is the earlier of the sentence's two, which the claim has both."""
    told, place_of = aligned.told.tokens, {id(token): place for token, place in aligned.pairs}
    mine, theirs = (_later(tokens, grammar) for tokens in (claim.tokens, told))
    if mine is None or theirs is None:
        return ""
    place = place_of.get(id(claim.tokens[mine]))
    before = {place_of.get(id(token)) for token in claim.tokens[:mine] if is_plain(token)}
    turned_round = place is not None and place < theirs and theirs in before
    return f"turns the order of time round: {claim.tokens[mine].text}" if turned_round else ""


def _later(tokens: Sequence[Token], grammar: Grammar) -> int | None:
    """Where the deed stands that a sentence tells as the later one, None where it tells of none or of several."""
    marked = [at for at, token in enumerate(tokens) if token.folded in grammar.words.later]
    if marked and any(token.folded in grammar.perfect_infinitives for token in tokens[marked[0] + 1 : marked[0] + 2]):
        return None  # "Après avoir été entendu": what was before.
    if len(marked) != 1:
        return None
    behind = range(marked[0] + 1, min(marked[0] + 1 + _BEHIND, len(tokens)))
    return next((at for at in behind if tokens[at].content), None)
