"""Nouns that only describe the noun behind them: "patient files" are files, no patients."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain


def described(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells of several of what only describes another noun in the sentence, "" where it does not.

    In a language in which a noun stands in the singular before the one that it describes.
    """
    if not grammar.describing_plurals:
        return ""
    tokens, pairs = aligned.told.tokens, aligned.pairs
    for at, (token, place) in enumerate(pairs):
        one = token.plain.removesuffix(grammar.describing_plurals)
        if one == token.plain or one != tokens[place].plain or not is_plain(token):
            continue
        beside = any(later.before == token.folded and there == place + 1 for later, there in pairs[at + 1 : at + 2])
        if not beside and _describes(tokens, place, grammar):
            return f"tells of another thing: {token.text}"
    return ""


def _describes(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word without an article stands right before another that says something."""
    bare = tokens[place].before not in grammar.definite and tokens[place].text[0].islower()
    behind = tokens[place + 1 : place + 2]
    return bare and any(other.content and other.before == tokens[place].folded for other in behind)
