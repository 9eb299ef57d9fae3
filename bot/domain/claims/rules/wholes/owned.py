"""Whose something is, told by an ending, and what a claim has them do that only theirs does: "брат мера утік".

In a language whose nouns have an ending for whose the thing before them is; where a preposition or an article tells it
see `agents`.
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.doers.agents import is_counted, stands_for_all
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain


def owner_by_ending(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom or what a claim tells of alone, and the sentence only as whose another is; "" if not."""
    if not grammar.words.owner_endings:
        return ""
    tokens = aligned.told.tokens
    for at, (token, place) in enumerate(aligned.pairs):
        head = _head(aligned, place, grammar) if is_plain(token) and not token.dated else None
        if head is None or grammar.is_tied(claim.tokens, claim.tokens.index(token)):
            continue
        if at and aligned.pairs[at - 1][0].clause == token.clause and _is_before(aligned.pairs[at - 1][0], token):
            continue  # Another noun of the claim has it as its own, or a number counts it.
        if _is_owner(token, tokens[place], tokens[head], grammar) and not stands_for_all(tokens[head], token, grammar):
            return f"gives to another what is done: {token.text}"
    return ""


def _head(aligned: Aligned, place: int, grammar: Grammar) -> int | None:
    """Where the noun stands right before a word, which a claim leaves out and nothing ties; None without one."""
    tokens, small = aligned.told.tokens, grammar.genitives | grammar.of_words
    at = place - 1 - (place > 1 and tokens[place - 1].folded in small)
    if at < 0 or at in aligned.matched or tokens[at].clause != tokens[place].clause:
        return None
    head = tokens[at]
    noun = head.content and is_plain(head) and head.mood not in FINITE and not head.dated
    noun = noun and not (grammar.words.free_order and is_counted(tokens, at))  # "Чотири тонни сиру": a measure.
    return at if noun and not grammar.is_tied(tokens, at) else None


def _is_before(other: Token, token: Token) -> bool:
    """Whether a word of a claim stands right before another."""
    return token.before == other.folded


def _is_owner(token: Token, other: Token, head: Token, grammar: Grammar) -> bool:
    """Whether a sentence has a claim's noun with the ending for whose the noun before it is.

    Where it has the same form, for whom it is done to or whose it is, only behind a word for somebody.
    """
    pairs = grammar.words.owner_endings
    if head.folded.endswith(grammar.words.agreeing_endings or "\0"):
        return False  # "Старого мера": an adjective.
    mine, theirs = token.folded, other.folded
    if token.mood in FINITE and other.mood in FINITE:
        return False
    if mine == theirs:
        return grammar.is_role(head) and any(theirs.endswith(ending) for _, ending in pairs)
    ended = any(mine.endswith(one) and theirs.endswith(ending) for one, ending in pairs if one)
    return ended or any(theirs == f"{mine}{ending}" for one, ending in pairs if not one)
