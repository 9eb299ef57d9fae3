"""Whether a headline is told as a sentence is: "The court freed the captain", not "Captain freed"."""

from bot.domain.claims.comparing.tokens import Clauses, content_of
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
