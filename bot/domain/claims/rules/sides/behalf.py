"""Whose behalf, help or request something is done on, exchanged: "on behalf of the firm, Ann Lee sued the town"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many words behind such a noun stands whose it is, and how many words tell that at most.
_NEAR, _PHRASE = 4, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def on_behalf_of_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim in which another stands behind such a noun than in the sentence, "" for nothing."""
    nouns, told = grammar.words.special["with_help"], aligned.told.tokens
    for at, token in enumerate(claim.tokens):
        if token.folded not in nouns:
            continue
        mine = _behind(claim.tokens, at, grammar)
        theirs = [_behind(told, place, grammar) for place, one in enumerate(told) if one.folded == token.folded]
        found = [place for place in theirs if place is not None]
        if len(found) == 1 and _is_done_for(claim, aligned, found[0], at, grammar):
            return f"says of {token.text} what the article says of another"
        there = next((place for one, place in aligned.pairs if mine is not None and one is claim.tokens[mine]), None)
        if mine is None or there is None or len(found) != 1 or _is_near(told, found[0], there):
            continue
        if told[found[0]].entities.isdisjoint(claim.tokens[mine].entities):
            return f"says of {token.text} what the article says of another"
    return ""


def _is_done_for(claim: Clauses, aligned: Aligned, whose: int, noun: int, grammar: Grammar) -> bool:
    """Whether a claim opens with whom a sentence has behind such a noun, and has another behind it."""
    first, place = aligned.pairs[0] if aligned.pairs else (claim.tokens[0], -1)
    opens = first is aligned.tokens[0] and first.start < claim.tokens[noun].start
    own = place == whose or (place == whose + 1 and grammar.is_role(aligned.told.tokens[whose]))
    return opens and own and not grammar.is_tied(claim.tokens, claim.tokens.index(first))


def _behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the first word that says something stands behind one, "of" or an article between; None where none does."""
    near = range(at + 1, min(at + 1 + _NEAR, len(tokens)))
    inside = [place for place in near if tokens[place].clause == tokens[at].clause]
    tied = bool(inside) and tokens[inside[0]].folded in grammar.of_words | grammar.definite | grammar.words.articles
    bare = grammar.postposed or grammar.words.free_order
    return next((place for place in inside if tokens[place].content), None) if tied or bare else None


def _is_near(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a word stands in the phrase that another begins: "the families of Brenn"."""
    return first <= at < first + _PHRASE and tokens[at].clause == tokens[first].clause
