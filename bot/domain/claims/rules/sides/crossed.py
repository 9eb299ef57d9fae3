"""Two phrases on both sides of a verb that stand the other way round: "the people of X helped firefighters from Y"."""

from collections.abc import Iterator, Sequence
from itertools import product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, is_time, tells
from bot.domain.claims.rules.sides.phrases import lead

_TURNED = "turns round who does what"
# How many small words stand between a pronoun and its verb.
_HELPED = 3


def crossed_phrases(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it to whom in a claim, its phrases beside those of a sentence; "" for nothing."""
    doer, here = aligned.pairs[0]
    if not _may_do(doer, grammar) or lead(claim.tokens, claim.tokens.index(doer), grammar):
        return ""
    tie = lead(aligned.told.tokens, here, grammar)
    if tie:
        return _tie_moved(claim, aligned, tie, grammar)
    turned = not grammar.brackets and not grammar.words.free_order and _is_turned(claim, aligned, grammar)
    return f"{_TURNED}: {doer.text}" if turned else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _tie_moved(claim: Clauses, aligned: Aligned, tie: str, grammar: Grammar) -> str:
    """Whether a claim ties another as the sentence ties who does it in the claim: "the sale to X by Y" for "X to Y"."""
    (doer, here), *rest = aligned.pairs
    tokens = aligned.told.tokens
    before = next((token for token in reversed(tokens[:here]) if token.folded == tie), doer)
    of = tie in grammar.of_words - grammar.words.givens and not grammar.words.free_order
    if before.signs & {AGENT} or of or is_time(tokens[here]):
        return ""
    deeds = [place for token, place in rest if is_plain(token) and not _is_noun(token, grammar)]
    if not [1 for place in deeds if tokens[place].clause == tokens[here].clause]:
        return ""
    for other, where in rest:
        if tokens[where].clause != tokens[here].clause or other.clause != doer.clause or not _may_do(other, grammar):
            continue
        mine = lead(claim.tokens, claim.tokens.index(other), grammar)
        if _is_same(mine, tie, grammar) and not _is_same(lead(tokens, where, grammar), tie, grammar):
            return f"{_TURNED}: {doer.text}, {other.text}"
    return ""


def _is_turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether who opens a claim stands in the sentence behind a verb, and before it who stands behind that in it."""
    here = aligned.pairs[0][1]
    tokens = aligned.told.tokens
    if tells(claim.tokens, PASSIVE) or tells((one for one in tokens if one.clause == tokens[here].clause), PASSIVE):
        return False
    for there, other, where in _around(claim, aligned, grammar):
        if not where < there < here or not _may_do(other, grammar) or lead(tokens, where, grammar):
            continue
        at = claim.tokens.index(other)
        if grammar.postposed and claim.tokens[at - 1].content:
            continue  # "Pelo órgão ambiental": of an adjective the noun before it tells how it is tied.
        mine = lead(claim.tokens, at, grammar)
        if not mine or mine in grammar.words.objects:
            return True
    return False


def _around(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[tuple[int, Token, int]]:
    """Where a sentence has a verb, and a word behind it in the claim with its place, of one clause each."""
    tokens = aligned.told.tokens
    doer, here = aligned.pairs[0]
    inside = [pair for pair in aligned.pairs[1:] if pair[0].clause == doer.clause]
    inside = [pair for pair in inside if tokens[pair[1]].clause == tokens[here].clause]
    deeds = [(token, place) for token, place in inside if is_plain(token) and not tokens[place].signs & SPEECH]
    for (deed, there), (other, where) in product([*deeds, *_small_verbs(claim, aligned)], inside):
        taken_up = _has_clitic(tokens, there, grammar) or (
            bool(grammar.words.resumed) and _has_clitic(claim.tokens, claim.tokens.index(deed), grammar)
        )
        if deed.start < other.start and deed.clause == doer.clause and not taken_up:
            yield there, other, where


def _has_clitic(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a pronoun beside a verb takes up to whom it is done: "la avería la descubrió el vigilante"."""
    for token in reversed(tokens[max(0, at - _HELPED) : at]):
        if token.folded in grammar.words.clitics or token.joined:
            return True
        if token.content or token.clause != tokens[at].clause:
            break
    return False


def _small_verbs(claim: Clauses, aligned: Aligned) -> Iterator[tuple[Token, int]]:
    """The verbs of a claim that carry little and stand in a sentence's clause too: "owes", "has"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[aligned.pairs[0][1]].clause
    for token in claim.tokens:
        if not token.content and governs(token):
            places = (at for at, other in enumerate(tokens) if other.folded == token.folded and other.clause == clause)
            yield from ((token, at) for at in places)


def _may_do(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be who does something: no number, no day, no length of time ("el año pasado")."""
    timed = token.dated or not grammar.words.durations.keys().isdisjoint((token.folded, token.before))
    return token.value is None and not timed and not token.owner


def _is_noun(token: Token, grammar: Grammar) -> bool:
    if grammar.nouns:
        return token.text[0].isupper()
    return grammar.is_named(token)


def _is_same(one: str, other: str, grammar: Grammar) -> bool:
    """Whether two prepositions are one, with or without an article in them."""
    givens, fused = grammar.words.givens, grammar.words.fused
    return one == other or (one in givens and other in givens and (one in fused or other in fused))
