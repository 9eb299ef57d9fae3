"""Whom something is directed against, told as whose it is: "a resident's suit against the city", "the city's suit"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar

# How many words stand between a word for "against" and whom it is against, and between that and whose it is.
_BEHIND, _AHEAD = 4, 5


def directed_at_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives a suit to whom it is against, or turns it against whose it is."""
    against = grammar.words.against - grammar.words.anaphors
    tokens = aligned.told.tokens
    for at, token in enumerate(tokens):
        if token.folded not in against or not at:
            continue
        directed = _behind(tokens, at)
        owned, owner = _ahead(tokens, at, grammar)
        mine = next((one for one, place in aligned.pairs if place in directed), None)
        if owned is None or mine is None or _is_against(claim.tokens, mine, against):
            continue
        if any(place == owned for _, place in aligned.pairs) and _owns(claim.tokens, mine, aligned, owned, grammar):
            turned = any(one.folded in against for one in claim.tokens)
            if turned or aligned.matched.isdisjoint(owner):
                return f"turns round who does what: {mine.text}"
    return ""


def _behind(tokens: Sequence[Token], at: int) -> list[int]:
    """The places of whom something is against: of a noun and a name behind it."""
    near = range(at + 1, min(at + 1 + _BEHIND, len(tokens)))
    said = [one for one in near if tokens[one].clause == tokens[at].clause and tokens[one].content]
    first = [one for one in said[:1] if tokens[one].value is None and not tokens[one].dated]
    return first + [one for one in said[1:] if first and tokens[one].entities]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _ahead(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[int | None, list[int]]:
    """Where what is directed against somebody stands, and whose it is: of two nouns one that owns the other."""
    near = [one for one in range(max(0, at - _AHEAD), at) if tokens[one].clause == tokens[at].clause]
    nouns = [one for one in near if tokens[one].content and not tokens[one].dated]
    if len(nouns) < 2:  # noqa: PLR2004 what is raised and whose it is
        return None, []
    if tokens[nouns[-2]].owner:
        return nouns[-1], nouns[-2:-1]
    for one in reversed(nouns[:-1]):
        between = [other for other in tokens[one + 1 : nouns[-1]] if not other.content]
        tied = any(other.folded in grammar.of_words | grammar.genitives for other in between)
        if tied or (grammar.words.free_order and not between) or (not grammar.of_words and between):
            return one, [place for place in nouns if place > one]
        if _has_ending(tokens[one + 1 : nouns[-1] + 1], grammar):
            return one, [place for place in nouns if place > one]
    return None, []


def _has_ending(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a noun or its article has an ending for whose something is: "unui hotelier"."""
    ends = tuple(ending for _, ending in grammar.words.owner_endings if ending)
    return bool(ends) and any(token.folded.endswith(ends) for token in tokens)


def _is_against(tokens: Sequence[Token], token: Token, against: frozenset[str]) -> bool:
    """Whether a claim has a word for "against" before whom its sentence has behind one."""
    at = tokens.index(token)
    return any(one.folded in against for one in tokens[max(0, at - _BEHIND) : at])


def _owns(tokens: Sequence[Token], token: Token, aligned: Aligned, owned: int, grammar: Grammar) -> bool:
    """Whether a claim has something as somebody's: "the city's suit", "the suit of the city"."""
    noun = next(one for one, place in aligned.pairs if place == owned)
    at, there = tokens.index(token), tokens.index(noun)
    if token.owner:
        return at < there <= at + _BEHIND
    if not there < at <= there + _BEHIND:
        return False
    between = tokens[there + 1 : at]
    if any(one.folded in grammar.of_words | grammar.genitives or AGENT in one.signs for one in between):
        return True
    return not any(one.folded in grammar.words.ties for one in between) and (
        grammar.words.free_order or _has_ending(tokens[there + 1 : at + 1], grammar)
    )
