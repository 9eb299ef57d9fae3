"""What is told of a relative of somebody, told of themselves: "the appeal of his wife was rejected".

And what a claim tells of somebody in a clause of its own, of which the sentence has no more than the rest takes.
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar


def of_relative(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim with a name for a word that only tells whose relative somebody is, or ""."""
    kin, tokens = grammar.words.special["kin"], aligned.told.tokens
    if [1 for token in claim.tokens if token.folded in kin]:
        return ""
    for token, place in aligned.pairs:
        # An article before it may be written like a pronoun: "o seu filho".
        at = place if grammar.is_possessive(tokens[place]) else place + 1
        if token.entities and at < len(tokens) and grammar.is_possessive(tokens[at]) and not token.owner:
            beside = [one for one in (at - 1, at + 1) if 0 <= one < len(tokens) and tokens[one].folded in kin]
            if beside and aligned.matched.isdisjoint(beside):
                return f"says of {token.text} what the article says of another"
    return ""


def taken_twice(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a relative clause that takes no word of the sentence but what the rest takes too, or "".

    "Ann Reed, who supports the charges, rejects the accusations" of "Ann Reed rejects the accusations".
    """
    for clause in range(1, len(claim.openers)):
        if claim.openers[clause] not in grammar.relatives or claim.marks[clause] != ",":
            continue
        inside = {place: token for token, place in aligned.pairs if token.clause == clause}
        rest = {place for token, place in aligned.pairs if token.clause != clause}
        if inside and rest.issuperset(inside) and not any(token.entities for token in inside.values()):
            return f"says of another what the article does: {next(iter(inside.values())).text}"
    return ""
