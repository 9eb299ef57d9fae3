"""Tells a word that makes the next one a comparison, where it may mean something else: "mai lung decât"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import MORE, THAN, Wording

# Within how many words behind it stands what parts who is compared.
_THAN_WORDS = 4


def tell_more(tokens: Sequence[Token], words: Wording) -> None:
    """Give such a word its meaning before a word that says something and a "than"."""
    for at, token in enumerate(tokens[:-2]):
        if token.folded not in words.special["more_before"] or token.signs or not tokens[at + 1].content:
            continue
        if any(THAN in one.signs for one in tokens[at + 2 : at + 2 + _THAN_WORDS]):
            token.signs = frozenset({MORE})
