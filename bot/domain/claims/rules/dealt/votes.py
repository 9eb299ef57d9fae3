"""How somebody votes, told the other way: "voted for" of who voted against."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar

OTHER_VOTE = "turns round how somebody votes"


def votes_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against how somebody votes in a claim, where a sentence tells the contrary alone; "" for nothing."""
    voting = grammar.words.special["voting"]
    verb = next((token for token, at in aligned.pairs if token.folded in voting), None)
    if verb is None or not any(aligned.told.tokens[at].folded in voting for at in aligned.matched):
        return ""
    sides = grammar.words.special["votes_for"], grammar.words.special["votes_against"]
    mine = [any(token.folded in side for token in claim.tokens) for side in sides]
    theirs = [any(token.folded in side for token in aligned.told.tokens) for side in sides]
    turned = mine == theirs[::-1] and mine[0] is not mine[1]
    return f"{OTHER_VOTE}: {verb.text}" if turned else ""
