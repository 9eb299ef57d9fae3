"""What somebody admits to have lied about, told as what they admit: "admitted lying when he said that it was off"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import ADMITS, SPEECH, Grammar, is_plain
from bot.domain.claims.rules.heard.claimed import TELLING, doubts

_PARTING = {":", ";"}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_as_true(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim tells as so, or as admitted, what somebody lied about, and leaves out that it was a lie."""
    lying, tokens = grammar.words.special["lying"], aligned.told.tokens
    lied = next((at for at, token in enumerate(tokens) if token.folded in lying and _is_verb(tokens, at, grammar)), -1)
    if lied < 0 or lied in aligned.matched or any(token.folded in lying for token in claim.tokens):
        return False
    if doubts(claim, grammar) or not _admits(claim.tokens, grammar):
        return False
    said = [token for token in claim.tokens if ADMITS in token.signs]
    end = _end(aligned, lied, grammar)
    taken = [at for at in aligned.matched if lied < at < end and is_plain(tokens[at])]
    return any(said or tokens[at].clause > tokens[lied].clause for at in taken)


def _end(aligned: Aligned, lied: int, grammar: Grammar) -> int:
    """Where what was said as a lie ends: at a colon, a semicolon or a word that joins."""
    tokens, clauses, joins = aligned.told.tokens, aligned.told.clauses, grammar.words.joins | grammar.words.joining
    for at in range(lied + 1, len(tokens)):
        fresh = tokens[at].clause != tokens[at - 1].clause and clauses.marks[tokens[at].clause] in _PARTING
        if fresh or tokens[at].folded in joins:
            return at
    return len(tokens)


def _is_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    noun = grammar.nouns and tokens[at].text[0].isupper()
    return tokens[at].content and not noun and tokens[at].before not in grammar.definite


def _admits(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim has somebody admit a thing, or tells it without anybody saying it."""
    said = [token for token in tokens if token.signs & (TELLING | {ADMITS}) and not grammar.is_role(token)]
    return all(ADMITS in token.signs or not token.signs & SPEECH for token in said)
