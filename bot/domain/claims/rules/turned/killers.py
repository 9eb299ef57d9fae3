"""Who kills somebody in a claim and only stands in another clause than their death in the sentence."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

KILLED = "says who killed"


def killed_by(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who kills, "" where the sentence has them kill too or has them in the clause of the death.

    "Sued the works after 60 hives had died" tells of no works that killed them; "60 died in the storm" of a storm that
    did.
    """
    killing, tokens = grammar.words.killing, aligned.told.tokens
    if tells(claim.tokens, PASSIVE):
        return ""
    for verb, place in aligned.pairs:
        if verb.folded not in killing or tokens[place].folded in killing:
            continue
        doer = next((token for token in claim.tokens if token.clause == verb.clause and token.content), verb)
        beside = [token for token, at in aligned.pairs if tokens[at].clause == tokens[place].clause]
        tied = grammar.is_tied(claim.tokens, claim.tokens.index(doer))
        if doer not in beside and not tied and is_plain(doer) and not doer.dated and doer.start < verb.start:
            return f"{KILLED}: {doer.text}"
    return ""
