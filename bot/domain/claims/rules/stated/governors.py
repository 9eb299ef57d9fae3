"""Two verbs that govern something, each put before what the other governs: "admitted A but denied B"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.exchanging.doing import EXCHANGED
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain

Pair = tuple[Token, int]


def governors_exchanged(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has two such verbs the other way round, and what they govern not; or ""."""
    governing = [pair for pair in aligned.pairs if _governs(aligned.told.tokens, pair[1], grammar)]
    for (first, place), (second, other) in pairwise(governing):
        if other >= place:
            continue
        between = _told(aligned, [pair for pair in aligned.pairs if first.start < pair[0].start < second.start])
        behind = _told(aligned, [pair for pair in aligned.pairs if pair[0].start > second.start])
        if between and behind and all(other < at < place for at in between) and all(at > place for at in behind):
            return f"{EXCHANGED}: {first.text}"
    return ""


def _governs(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    token = tokens[at]
    return (governs(token) or bool(token.signs & SPEECH)) and is_plain(token) and not grammar.is_thing(tokens, at)


def _told(aligned: Aligned, pairs: Sequence[Pair]) -> list[int]:
    """Where the words stand that a sentence has once, and that are no name."""
    tokens = aligned.told.tokens
    stems = [token.stem for token in tokens]
    return [at for _, at in pairs if not tokens[at].entities and stems.count(tokens[at].stem) == 1]
