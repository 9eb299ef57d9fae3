"""A man told of what a sentence tells of a woman, by nouns that say no more of either."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# A noun for somebody has more letters than this: "man".
_SHORTEST = 2


def man_for_woman(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim of a man where its sentence has a woman and no man, or the other way round."""
    light = grammar.words.light
    mine = [token for token in claim.tokens if token.folded in light and not (token.content or token.signs)]
    return _of_other(mine, aligned, grammar) if mine else ""


def _of_other(small: Sequence[Token], aligned: Aligned, grammar: Grammar) -> str:
    """The same by a claim's words that say little."""
    mine = [token for token in small if token.before and not token.mood and token.folded[_SHORTEST:]]
    genders = {grammar.role_gender(token) for token in mine} - {""}
    if len(genders) != 1:
        return ""
    told = [grammar.role_gender(token) for token in aligned.told.tokens]
    pairs = zip(told, aligned.told.tokens, strict=True)
    others = [1 for gender, one in pairs if gender and one.folded in grammar.words.light]
    return "" if genders & set(told) or not others else f"tells of somebody else: {mine[0].text}"
