"""Clauses that only name what a joined one has in a pronoun: "was offered a post, but she has not accepted it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in


def pointed_at(aligned: Aligned, grammar: Grammar) -> set[int]:
    """The clauses of which a claim takes nothing but nouns and names, which its deed's clause has in a pronoun.

    What governs such a clause says nothing of the deed: whoever was offered a post may well not have accepted it.
    """
    tokens, last = aligned.told.tokens, max(aligned.used)
    if aligned.told.clauses.openers[last] not in grammar.words.joins | grammar.words.joining:
        return set()
    if not _has_own_deed(aligned, places_in(tokens, last), grammar):
        return set()
    taken = {clause: _taken(aligned, clause) for clause in aligned.used - {last}}
    named = {clause: [at for at in places if _names(tokens, at, grammar)] for clause, places in taken.items()}
    return {clause for clause in taken if named[clause] == taken[clause]}


def _has_own_deed(aligned: Aligned, inside: Sequence[int], grammar: Grammar) -> bool:
    """Whether a claim takes a clause's deed, told there for itself, and leaves out a pronoun of it.

    "Plans to build a bridge, and sell it" tells of no sale.
    """
    words, tokens = grammar.words, aligned.told.tokens
    deed = next((at for token, at in aligned.pairs if at in inside and is_plain(token)), None)
    if deed is None:
        return False
    behind = words.object_pronouns | words.anaphors - words.subjects - grammar.definite
    free = [at for at in inside if at not in aligned.matched]
    if not any(tokens[at].folded in (behind if at > deed else words.clitics) for at in free):
        return False
    helped = any(tokens[at].folded in grammar.perfects for at in inside if at < deed)
    return helped or tokens[deed].mood in FINITE


def _taken(aligned: Aligned, clause: int) -> list[int]:
    return [at for _, at in aligned.pairs if aligned.told.tokens[at].clause == clause]


def _names(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a name or a noun: "asked her to wait" has no wait."""
    infinitive = tokens[at].before in grammar.words.infinitive_marks
    return bool(tokens[at].entities) or (not infinitive and grammar.is_noun(tokens, at))
