"""What is done by one of two joined deeds, told as done by the other: "sank boats, tore off the roof"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import THAN
from bot.domain.claims.rules.dealt.phrases import is_deed
from bot.domain.claims.rules.grammar import Grammar, is_time

CROSSED = "joins a deed with what another is done to"
# A deed and what it is done to, on either side of what joins them.
_LEAST = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def crossed_objects(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim has on the side of one of two joined deeds and the sentence on the other's, "" for nothing.

    What a preposition ties may be told of both, and what stands before the first deed does both.
    """
    joins = grammar.words.joining | grammar.words.joins
    joined = claim.tokens[-1].clause or not joins.isdisjoint([token.folded for token in claim.tokens])
    if not joined or len(aligned.pairs) < _LEAST:
        return ""
    tokens = aligned.told.tokens
    pairs = [(claim.tokens.index(token), place) for token, place in aligned.pairs]
    to_do = [pair for pair in pairs if _is_infinitive(tokens[pair[1]], grammar)]
    deeds = to_do if to_do[1:] else [pair for pair in pairs if _is_done(tokens, pair[1], grammar)]
    if len(deeds) < len("ab"):
        return ""
    mine, theirs = _between(claim.tokens, deeds, 0, grammar), _between(tokens, deeds, 1, grammar)
    if mine is None or theirs is None:
        return ""
    turned = {(one > mine) is not (other > theirs) for one, other in deeds}
    if len(turned) > 1:
        return ""
    for one, other in _things(pairs, deeds, claim, tokens, grammar):
        if ((one > mine) is not (other > theirs)) not in turned:
            return f"{CROSSED}: {tokens[other].text}"
    return ""


def _is_infinitive(token: Token, grammar: Grammar) -> bool:
    """Whether a word is an infinitive, where its ending tells one surely: "відкрити"."""
    words = grammar.words
    return words.free_order and not token.entities and token.plain.endswith(words.infinitives or "\0")


def _is_done(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb, or ends as a past does where nouns are told by their capitals: "lobte"."""
    token = tokens[at]
    past = grammar.nouns and token.content and token.text[0].islower() and token.before not in grammar.definite
    return is_deed(tokens, at, grammar) or (past and token.folded.endswith(tuple(grammar.words.finite)))


def _between(tokens: Sequence[Token], deeds: Sequence[tuple[int, int]], side: int, grammar: Grammar) -> int | None:
    """Where the second of two joined deeds begins: at the one joining word, else with the clause that it opens."""
    places = [deed[side] for deed in deeds]
    first, last = min(places), max(places)
    joins = (grammar.words.joining & grammar.words.joins) | grammar.words.special["contrast_openers"]
    inside = [at for at in range(first + 1, last) if not tokens[at].content and THAN not in tokens[at].signs]
    found = [at for at in inside if tokens[at].folded in joins]
    if found:
        return found[0] if len(found) == 1 else None
    opening = next(at for at, token in enumerate(tokens) if token.clause == tokens[last].clause)
    opened = opening > first and not any(token.content for token in tokens[opening:last])
    opened = opened and tokens[opening].folded not in grammar.complements  # "Cere | să fie analizat".
    return opening - 1 if opened else None


def _things(
    pairs: Sequence[tuple[int, int]],
    deeds: Sequence[tuple[int, int]],
    claim: Clauses,
    tokens: Sequence[Token],
    grammar: Grammar,
) -> Iterator[tuple[int, int]]:
    """What is done by a deed: what stands behind the first of them, in the claim as in the sentence."""
    times = grammar.words.durations.keys() | grammar.words.seasons
    first, opening = (min(deed[side] for deed in deeds) for side in (0, 1))
    for one, other in pairs:
        mine, theirs = claim.tokens[one], tokens[other]
        if (one, other) in deeds or one < first or other < opening:
            continue
        if is_time(theirs) or is_time(mine) or not times.isdisjoint((mine.folded, mine.stem, theirs.folded)):
            continue
        ties = {grammar.tie_before(claim.tokens, one), grammar.tie_before(tokens, other)} - {""}
        if theirs.content and ties <= grammar.of_words | grammar.words.partitives:
            yield one, other
