"""What somebody only alleges, told behind it: "the mayor stole the money, the opposition claims"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar

_ALLEGE = f"{GOVERNS}allege"
_TELLING = SPEECH | {_ALLEGE, f"{GOVERNS}suspect"}


def alleged_behind(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that leaves out that somebody alleges it, in a clause behind; "" for nothing."""
    tokens = aligned.told.tokens
    for at, token in enumerate(tokens):
        if token.clause and _ALLEGE in token.signs and at not in aligned.matched and _is_cue(aligned, token, grammar):
            if any(one.signs & _TELLING for one in claim.tokens):
                return ""
            return f"leaves out how sure it is: {token.text}"
    return ""


def _is_cue(aligned: Aligned, verb: Token, grammar: Grammar) -> bool:
    """Whether a clause behind all that a claim takes has nothing but a verb and who speaks, named first or last."""
    clauses, words = aligned.told.clauses, grammar.words
    opener = clauses.openers[verb.clause]
    if clauses.marks[verb.clause] != "," or max(aligned.used) >= verb.clause:
        return False
    if opener in grammar.relatives | grammar.complements or opener in words.joins | words.joining:
        return False
    inside = [token for token in clauses.tokens if token.clause == verb.clause]
    if any(token.folded in words.ties - grammar.of_words - grammar.definite for token in inside if token is not verb):
        return False  # "A nurse was held, accused of theft".
    if any(token.before == verb.folded and token.folded in grammar.of_words - grammar.definite for token in inside):
        return False
    said = [token for token in inside if token.content or token.entities or grammar.is_pronoun(token)]
    return len(said) > 1 and (said[0] is verb or said[-1] is verb)
