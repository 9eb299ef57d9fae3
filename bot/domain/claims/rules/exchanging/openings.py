"""A claim that opens, as its sentence does, with what somebody is and no name: "the mayor" of "Mayor Ann Lee"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs


def opens_by_role(claim: Clauses, aligned: Aligned, grammar: Grammar) -> int:
    """How many of a claim's words only tell who does it, 1 or 0; 0 where the claim has somebody say or deny a thing."""
    if not aligned.pairs or _says(claim.tokens):
        return 0
    token, place = aligned.pairs[0]
    opens = token is aligned.tokens[0] and not any(one.content for one in aligned.told.tokens[:place])
    return int(opens and grammar.is_role(token))


def _says(tokens: Sequence[Token]) -> bool:
    return any(governs(one) or one.signs & (SPEECH | {NOT}) for one in tokens)
