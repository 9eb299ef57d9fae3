"""Why something is done, exchanged with what it is done to: "missed the match because of an injury", turned round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE
from bot.domain.claims.rules.grammar import Grammar, is_plain
from bot.domain.claims.rules.turned.causes import TURNED_CAUSE

# Among how many words behind one that tells a cause its noun stands.
_NEAR = 5


def ground_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim with a cause that is no cause in the sentence, whose own it has elsewhere; or ""."""
    told = aligned.told.tokens
    mine, theirs = (_ground(tokens, grammar) for tokens in (claim.tokens, told))
    if mine is None or theirs is None:
        return ""
    cause, noun = theirs
    place_of = {id(token): at for token, at in aligned.pairs}
    place = place_of.get(id(claim.tokens[mine[1]]))
    taken = [token for token, at in aligned.pairs if at == noun]
    if place is None or not taken or cause < place <= noun + 1:
        return ""
    apart = [token for token in taken if not mine[0] < claim.tokens.index(token) <= mine[1] + 1]
    return TURNED_CAUSE if len(apart) == len(taken) else ""


def _ground(tokens: Sequence[Token], grammar: Grammar) -> tuple[int, int] | None:
    """Where the only word stands that tells a cause, and the first word behind it that says something."""
    told = [at for at, token in enumerate(tokens) if CAUSE in token.signs]
    words = grammar.words.special["grounds"]
    # A phrase has its sign on its first word: "à cause de".
    causes = [place for at in told for place in range(at, min(at + 2, len(tokens))) if tokens[place].folded in words]
    if len(causes) != 1 or tokens[causes[0]].before in grammar.definite:
        return None  # "The cause of the fire".
    at = causes[0]
    behind = [place for place in range(at + 1, min(at + 1 + _NEAR, len(tokens))) if tokens[place].content]
    noun = next((place for place in behind if tokens[place].clause == tokens[at].clause), None)
    return None if noun is None or not is_plain(tokens[noun]) else (at, noun)
