"""The rules against a claim that has somebody on the other side of a deed than the sentence."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.sides.agents import of_agent
from bot.domain.claims.rules.sides.cased import recased_phrases
from bot.domain.claims.rules.sides.clauses import done_to_pronoun, of_aside
from bot.domain.claims.rules.sides.crossed import crossed_phrases
from bot.domain.claims.rules.sides.defeats import beaten_by_loser
from bot.domain.claims.rules.sides.sources import taken_by_source


# Complexity: the conditions of one reading, each a cheap way out before the next.
def sides_turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the claim, "" for nothing; first a cheap sign of each rule is looked for."""
    pairs = aligned.pairs
    if claim.converse is not None or not pairs[1:] or pairs[0][0] is not aligned.tokens[0]:
        return ""
    told, here = aligned.told, pairs[0][1]
    cased = grammar.brackets or grammar.words.free_order
    found = beaten_by_loser(claim, aligned, grammar) if _tells_of_defeat(told.tokens, grammar) else ""
    if not found and not grammar.words.free_order and [1 for token in told.tokens if AGENT in token.signs]:
        found = taken_by_source(claim, aligned, grammar) or ("" if cased else of_agent(claim, aligned, grammar))
    if not found and (
        cased or told.tokens[here].before in grammar.words.ties or [1 for _, place in pairs if place < here]
    ):
        found = crossed_phrases(claim, aligned, grammar)
    if found or cased:
        return found or recased_phrases(claim, aligned, grammar) or _of_clauses(claim, aligned, grammar)
    return _of_clauses(claim, aligned, grammar) if told.clauses.openers[1:] else ""


def _tells_of_defeat(tokens: Sequence[Token], grammar: Grammar) -> bool:
    defeats = grammar.words.special["defeats"]
    return bool([1 for token in tokens if token.folded in defeats])


def _of_clauses(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same of a sentence of more than one clause."""
    home = aligned.told.tokens[aligned.pairs[0][1]].clause
    if max(aligned.used) == home:
        return ""
    found = done_to_pronoun(claim, aligned, grammar) if grammar.words.clitics else ""
    return found or (of_aside(claim, aligned, grammar) if home else "")
