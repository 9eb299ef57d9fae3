"""What somebody is only invited to do, told as done: of "Ann invited him to visit the yard" he visited none."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain


# Complexity: the conditions of one reading, each a cheap way out before the next.
def only_invited(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what a verb of inviting stands before, "" for nothing."""
    tokens, inviting = aligned.told.tokens, grammar.words.special["inviting"]
    asked = next((at for at, token in enumerate(tokens) if token.folded in inviting), -1)
    if asked < 0 or asked in aligned.matched or any(token.folded in inviting for token in claim.tokens):
        return ""
    marks = grammar.words.infinitive_marks | grammar.words.clause_infinitives
    for token, at in aligned.pairs:
        other = tokens[at]
        marked = other.before in marks or other.plain.endswith(grammar.words.infinitives or "\0")
        near = at > asked and 0 <= other.clause - tokens[asked].clause <= 1
        if near and marked and is_plain(token) and token.folded != other.folded and not _is_meant(token, grammar):
            return f"says that it has happened: {token.text}"
    return ""


def _is_meant(token: Token, grammar: Grammar) -> bool:
    """Whether a claim has a word as an infinitive, or as what is spoken of."""
    marks = grammar.words.infinitive_marks | grammar.words.clause_infinitives
    infinitive = token.before in marks or token.plain.endswith(grammar.words.infinitives or "\0")
    return infinitive or grammar.is_named(token)
