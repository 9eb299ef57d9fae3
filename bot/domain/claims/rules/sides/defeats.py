"""Who was beaten by whom, told by a noun: "after her defeat by Rita Moss"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, tells

# How many small words stand between a defeat and by whom it was.
_NEAR = 5


# Complexity: the conditions of one reading, each a cheap way out before the next.
def beaten_by_loser(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who beats whom in a claim, where the sentence has a noun for the defeat; "" for nothing."""
    tokens, words = aligned.told.tokens, grammar.words
    at = next((place for token, place in aligned.pairs if tokens[place].folded in words.special["defeats"]), None)
    winner = None if at is None else _winner(tokens, at, grammar)
    named = [token for token in claim.tokens if token.entities]
    if winner is None or not named or any(token.folded in words.special["defeats"] for token in claim.tokens):
        return ""
    loses = tells(claim.tokens, PASSIVE) or any(token.folded in words.special["lost"] for token in claim.tokens)
    wins = [not token.entities.isdisjoint(winner.entities) for token in named]
    others = (entity for token in named for entity in token.entities - winner.entities)
    sure = any(wins) and any(
        entity in aligned.told.named for entity in others
    )  # Two names in a row may be read as one.
    return f"turns round who does what: {named[0].text}" if sure and wins[0] == loses else ""


def _winner(tokens: Sequence[Token], at: int, grammar: Grammar) -> Token | None:
    """Who is named right behind a defeat and a preposition, other than the one for whose it is; None for nobody."""
    tie = ""
    for token in tokens[at + 1 : at + 1 + _NEAR]:
        if token.clause != tokens[at].clause:
            return None
        if token.entities and tie:
            return token
        if token.folded in grammar.words.ties - grammar.definite:
            tie = "" if token.folded in grammar.words.partitives else token.folded
    return None
