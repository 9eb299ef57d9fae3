"""What holds for nobody but one, or for all but one, told of nobody, of all, or the other way of that one."""

from collections.abc import Sequence
from functools import lru_cache

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, NOT
from bot.domain.claims.rules.grammar import FINITE, Grammar

EXCEPTED = "leaves out an exception"
# How many words tell of whom there is an exception at most, and how many of the one behind it are asked.
_LEAD, _NAMED = 8, 3
_LANGUAGES = 32


# Complexity: the conditions of one reading, each a cheap way out before the next.
def without_exception(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes who is all or nobody, or the one excepted, without the exception."""
    phrases = phrases_of(grammar.words.special["excepting"])
    tokens = aligned.told.tokens
    if grammar.words.special["excepting_back"]:
        return _without_named_before(claim, aligned, grammar)
    nobody = grammar.words.special["nobody"]
    far = phrases_of(grammar.words.special["excepting_alone"])
    found = exception(tokens, phrases, nobody) if phrases else None
    found = found or far_exception(tokens, far)
    if found is None:
        return ""
    if exception(claim.tokens, phrases, nobody) is not None or far_exception(claim.tokens, far) is not None:
        ahead, there = (any(one.folded in nobody for one in side) for side in (claim.tokens, tokens))
        return f"{EXCEPTED}: {tokens[found.start].text}" if ahead and not there else ""
    if min((tokens[at].clause for at in aligned.matched), default=0) > tokens[found.start].clause + 1:
        return ""  # "All but one boat sank, and the harbour was closed": "the harbour was closed".
    none = any(token.folded in nobody for token in tokens[: found.start])
    one = [at for at in range(found.stop, min(found.stop + _NAMED, len(tokens))) if tokens[at].content]
    denied = any(NOT in token.signs for token in claim.tokens)
    if one and one[0] in aligned.matched and not any(ALL in token.signs for token in claim.tokens):
        return f"{EXCEPTED}: {tokens[one[0]].text}" if denied == none else ""
    return f"{EXCEPTED}: {tokens[found.start].text}" if one else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _without_named_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same where the one excepted stands before the word for it: "Gece treni dışında bütün trenler kalktı"."""
    words, tokens = grammar.words.special["excepting_back"], aligned.told.tokens
    if any(token.folded in words for token in claim.tokens):
        return ""
    for at, token in enumerate(tokens):
        inside = [place for place, one in enumerate(tokens) if one.clause == token.clause]
        behind = [tokens[place] for place in inside if place > at]
        if token.folded not in words or not any(ALL in one.signs or NOT in one.signs for one in behind):
            continue
        one = next((place for place in reversed(inside) if place < at and tokens[place].content), -1)
        denied = [any(NOT in one.signs for one in told) for told in (claim.tokens, behind)]
        turned = one in aligned.matched and denied[0] != denied[1]
        if one >= 0 and not turned and not aligned.matched.isdisjoint(inside):
            return f"{EXCEPTED}: {tokens[one].text}"
    return ""


# Complexity: the exception stands behind those of whom it is one, or ahead of them.
def exception(tokens: Sequence[Token], phrases: Sequence[tuple[str, ...]], nobody: frozenset[str]) -> range | None:
    """Where a phrase such as "except for" stands close behind nobody or all, with which a sentence opens; or None."""
    lead = [at for at, token in enumerate(tokens[:_LEAD]) if ALL in token.signs or token.folded in nobody]
    if not lead:
        return None
    for phrase in phrases if lead[0] else ():  # "Except for Dorley, every village has a bus."
        if phrase == tuple(one.folded for one in tokens[: len(phrase)]) and lead[0] >= len(phrase):
            return range(len(phrase))
    for phrase in phrases:
        for at in range(lead[0] + 1, min(_LEAD + 1, len(tokens) - len(phrase))):
            if tokens[at - 1].mood in FINITE:
                break  # "All the shops closed, but the bakery opened."
            if tokens[at].folded == phrase[0] and phrase == tuple(one.folded for one in tokens[at : at + len(phrase)]):
                return range(at, at + len(phrase))
    return None


def far_exception(tokens: Sequence[Token], phrases: Sequence[tuple[str, ...]]) -> range | None:
    """Where a word that tells nothing but an exception stands anywhere behind one for all; or None.

    "Every village in the valley voted for the new school except Lower Cotton."
    """
    lead = next((at for at, token in enumerate(tokens) if ALL in token.signs), None)
    opening = {phrase[0] for phrase in phrases}
    if lead is None:
        return None
    for at in range(lead + 1, len(tokens)):
        if tokens[at].folded in opening and tokens[at].clause <= tokens[lead].clause + 1:
            for phrase in phrases:
                if phrase == tuple(one.folded for one in tokens[at : at + len(phrase)]):
                    return range(at, at + len(phrase))
    return None


@lru_cache(maxsize=_LANGUAGES)
def phrases_of(written: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """A list's phrases as words, the longest first."""
    return tuple(sorted((tuple(phrase.split("-")) for phrase in written), key=lambda words: (-len(words), words)))


@lru_cache(maxsize=4 * _LANGUAGES)
def openings_of(written: frozenset[str]) -> frozenset[str]:
    """The words that a list's phrases begin with: whatever begins with none of them is none of the phrases."""
    return frozenset(phrase.partition("-")[0] for phrase in written)
