"""Who does what a passive tells is in no claim the one to whom it is done: "the choir was invited by Ian Hay"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.sides.phrases import is_tie, lead

_TURNED = "turns round who does what"


def of_agent(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has something done to who does it, or by whom it is done to; "" for nothing."""
    tokens = aligned.told.tokens
    doer = aligned.pairs[0][0]
    if doer.dated or doer.value is not None:
        return ""
    helping = next((at for at, token in enumerate(tokens) if PASSIVE in token.signs), len(tokens))
    for at in range(helping + 1, len(tokens)):
        if AGENT in tokens[at].signs and tokens[at].clause == tokens[helping].clause:
            found = _turned(claim, aligned, (helping, at), _agent(tokens, at, grammar), grammar)
            if found:
                return found
    return ""


def _agent(tokens: Sequence[Token], at: int, grammar: Grammar) -> range:
    """Where who does it stands behind the word that tells so; empty where that is nobody: "accused of theft"."""
    end, clause = at + 1, tokens[at].clause
    while end < len(tokens) and _goes_on(tokens, end, clause, grammar):
        end += 1
    span = range(at + 1, end)
    return span if any(_is_somebody(tokens[place], grammar) for place in span) else range(0)


def _goes_on(tokens: Sequence[Token], at: int, clause: int, grammar: Grammar) -> bool:
    """Whether a word is still of who does it, or their name between commas."""
    token = tokens[at]
    if token.clause == clause:
        tie = token.folded in grammar.words.ties and is_tie(token, grammar) and token.folded not in grammar.of_words
        return not tie and not (token.signs & {AGENT, PASSIVE})
    return token.clause == clause + 1 and bool(token.entities) and token.text[0].isupper()


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    body = token.stem in grammar.words.bodies or token.folded in grammar.words.officials
    return bool(token.entities) or grammar.is_role(token) or body


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _turned(claim: Clauses, aligned: Aligned, passive: tuple[int, int], agent: range, grammar: Grammar) -> str:
    """What speaks against a claim by one passive, its helping verb and the word before who does it at two places."""
    tokens, (helping, led) = aligned.told.tokens, passive
    deeds = {place for token, place in aligned.pairs if helping < place < led and is_plain(token)}
    (doer, here), *rest = aligned.pairs
    names = frozenset[int]().union(*[tokens[place].entities for place in agent])
    done = _is_done_to(claim, deeds)
    if not agent or lead(claim.tokens, claim.tokens.index(doer), grammar):
        return ""
    if done:
        own = here in agent or (here > led and not doer.entities.isdisjoint(names))
        return f"{_TURNED}: {doer.text}" if own and deeds and not tells(claim.tokens, AGENT) else ""
    if tells(claim.tokens, PASSIVE) or here > helping or lead(tokens, here, grammar):
        return ""
    clauses = {tokens[place].clause for place in (here, led, *agent)}
    inside = all(tokens[place].clause in clauses for _, place in rest)
    taken = [token for token, place in rest if place in agent and token.entities.isdisjoint(doer.entities)]
    free = [token for token in taken if not token.owner and _is_object(claim.tokens, token, grammar)]
    return f"{_TURNED}: {doer.text}, {free[0].text}" if free and (deeds or inside) else ""


def _is_done_to(claim: Clauses, deeds: set[int]) -> bool:
    """Whether a claim tells a passive of its own."""
    return bool(deeds) and tells(claim.tokens, PASSIVE)


def _is_object(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim has something done to a word: nothing ties its phrase but what marks that."""
    return lead(tokens, tokens.index(token), grammar) in {"", *grammar.words.objects}
