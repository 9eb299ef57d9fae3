"""Who does it in a sentence and has it done for them in a claim: "Al panadero se le regaló una casa"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells


# Complexity: the conditions of one reading, each a cheap way out before the next.
def given_to_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a claim opens with as given something, where a sentence has them do it; or ""."""
    tokens = aligned.told.tokens
    undergoing = grammar.words.special["passive_pronouns"]
    undergoes = [1 for token in claim.tokens if token.folded in undergoing]
    if not undergoes or tells(tokens, PASSIVE):
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        (given, doer), *behind = aligned.pairs_of(clause) or [(aligned.tokens[0], -1)]
        if doer < 0 or not _is_given(given, grammar):
            continue
        at = claim.tokens.index(given)
        if any(token.content for token in claim.tokens[:at]) or not _is_told(claim.tokens[at + 1 :], given, grammar):
            continue
        opening = next(at for at in places_in(tokens, tokens[doer].clause) if tokens[at].content)
        deed = next((at for token, at in behind if is_plain(token) and token.stem == tokens[at].stem), -1)
        free = opening == doer and not _is_given(tokens[doer], grammar) and not grammar.is_tied(tokens, doer)
        if free and deed > doer and tokens[deed].clause == tokens[doer].clause:
            return f"turns round who does what: {given.text}"
    return ""


def _is_given(token: Token, grammar: Grammar) -> bool:
    """Whether the word before somebody, or their ending, tells that it is done for them."""
    words = grammar.words
    ends = bool(words.given_endings) and token.plain.endswith(words.given_endings)
    return ends or token.before in words.special["given_articles"]


def _is_told(behind: Sequence[Token], given: Token, grammar: Grammar) -> bool:
    """Whether a pronoun repeats whom an ending tells, as it must: "medicului i s-a dăruit"; an article needs none."""
    clitics = grammar.words.special["given_clitics"]
    written = given.before in grammar.words.special["given_articles"]
    return written or any(token.folded in clitics for token in behind if token.clause == given.clause)
