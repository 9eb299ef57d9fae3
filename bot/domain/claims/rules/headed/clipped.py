"""Whether a headline is told as a sentence is: "The court freed the captain", not "Captain freed"."""

from bot.domain.claims.comparing.tokens import Clauses, content_of
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar

# Fewer words that say something are no sentence: "a bus accident".
_FEWEST = 3


def is_clipped(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim is a headline that may leave out articles and helping verbs, so that a participle is its verb.

    It does not where it opens with an article and has no comma or colon, nor where a language has no articles.
    """
    if not claim.headline:
        return False
    words, first = grammar.words, claim.tokens[0].folded
    opens = words.free_order or first in grammar.definite or first in words.indefinite or first in words.articles
    return not opens or claim.tokens[-1].clause > 0 or len(content_of(claim.tokens)) < _FEWEST


def is_told_in_full(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a headline is told in the past or with a helping verb, as a sentence is: "The pool was closed".

    A participle alone is no past of a verb, and where a past is told as one is, an article tells that none is left out.
    """
    words, tokens = grammar.words, claim.tokens
    if any(token.signs & {IS, PASSIVE} or token.folded in words.perfects for token in tokens):
        return True
    pasts = [token for token in tokens if token.mood == "past"]
    if not pasts or pasts[0] is tokens[0]:
        return False  # "Murió una persona": told as headlines are.
    if words.free_order:
        return not tokens[-1].clause and len(content_of(tokens)) > _FEWEST
    if not words.participles:
        articles = grammar.definite | words.indefinite
        return any(token.folded in articles and token.value is None for token in tokens)
    return not is_clipped(claim, grammar) or not all(map(grammar.is_participle, pasts))
