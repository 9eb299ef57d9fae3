"""What a claim has before or after what, or how long, where the sentence tells another order or length of it."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_time
from bot.domain.claims.rules.meant.restrictions import TURNED_ORDER
from bot.domain.claims.rules.series.timelines import TimeTie, deeds, halves_of, has_order, links

SAME, TURNED = "same", "turned"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def ordered_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells another order of two deeds than its sentence, or another time between."""
    told = aligned.told
    if not has_order(claim.tokens, grammar) and not [1 for token, _ in aligned.pairs if is_time(token)]:
        return ""
    theirs = links(told.clauses, grammar) if has_order(told.tokens, grammar) else []
    mine = links(claim, grammar) if theirs else []
    if len(mine) != 1:
        return _of_inner(claim, aligned, theirs, grammar) if theirs and not mine else ""
    link, word = mine[0], claim.tokens[mine[0].at].text
    taken = _Taken(claim, link, aligned, grammar)
    mirrored = [one for one in theirs if taken.inner and _within(taken.outer, one.inner)]
    mirrored = [one for one in mirrored if _within(taken.inner, one.outer)]
    parted = (_parted_by_relative(claim, link, aligned, one, grammar) for one in theirs)
    if any(one.sign == link.sign for one in mirrored) or TURNED in parted:
        return f"{TURNED_ORDER}: {word}"
    homes = [one for one in theirs if _within(taken.outer, one.outer)]
    if not mirrored and homes and (taken.has_inner or taken.lasts) and all(one.sign != link.sign for one in homes):
        return f"{TURNED_ORDER}: {word}"
    if taken.lasts and taken.outer and _lasts_otherwise(link, theirs, taken, mirrored):
        return f"joins {word} with what another belongs to"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def length_of_other_half(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has with one half's deeds the length of time of the other, which has its own.

    "It has two months to close the pit, and ten days to appeal": not ten days to close it.
    """
    told = aligned.told
    durations = grammar.words.durations
    lasting = [at for at, token in enumerate(told.tokens) if token.folded in durations]
    own = [at for at in lasting if at not in aligned.matched]
    pair = next(((token, at) for token, at in aligned.pairs if at in lasting), None)
    if not own or pair is None:
        return ""
    bounds = _bounds(told.clauses, lasting, grammar)
    said = [at for at in _said(claim, aligned, grammar) if not _measures(told.tokens, at, pair[1], grammar)]
    for half in bounds:
        most = 2 * len([at for at in said if at in half]) > len(said) or _within(said, frozenset(half))
        if most and pair[1] not in half and any(at in half for at in own):
            return f"joins {pair[0].text} with what another belongs to"
    return ""


def _bounds(clauses: Clauses, lasting: Sequence[int], grammar: Grammar) -> list[range]:
    """The halves of a sentence that have a length of time, each with those behind it that have none."""
    ends = [*halves_of(clauses, grammar)[1:], len(clauses.tokens)]
    found, first = list[range](), 0
    for last in ends:
        if found and not any(first <= at < last for at in lasting):
            found[-1] = range(found[-1].start, last)
        else:
            found.append(range(first, last))
        first = last
    return found


def _measures(tokens: Sequence[Token], at: int, length: int, grammar: Grammar) -> bool:
    """Whether a noun is only measured by a length of time behind it: "délai de cinq mois"."""
    between = tokens[at + 1 : length]
    return at < length and all(one.value is not None or one.folded in grammar.of_words for one in between)


def is_mirrored_in_time(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim tells two deeds in the sentence's order from the other's side: "three days before it closed"."""
    mine, theirs = links(claim, grammar), links(aligned.told.clauses, grammar)
    if len(mine) != 1:
        return False
    taken = _Taken(claim, mine[0], aligned, grammar)
    lasting = [one for one in theirs if taken.lasts and one.interval.issuperset(taken.lasting)]
    if any(_parted_by_relative(claim, mine[0], aligned, one, grammar) == SAME for one in lasting):
        return True
    mirrored = [one for one in theirs if one.sign != mine[0].sign and _within(taken.outer, one.inner)]
    mirrored = [one for one in mirrored if taken.inner and _within(taken.inner, one.outer)]
    return any(one.interval.issuperset(taken.lasting) and taken.lasts == bool(one.interval) for one in mirrored)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _parted_by_relative(claim: Clauses, link: TimeTie, aligned: Aligned, theirs: TimeTie, grammar: Grammar) -> str:
    """How a claim has two deeds of one thing: "same" or "turned", "" where that is not sure.

    `link` is the claim's word for "before" or "after" with what it governs, `theirs` the sentence's that governs
    nothing: "two weeks earlier".
    """
    told, joins = aligned.told, grammar.words.joins
    if theirs.inner or not theirs.interval or not link.inner:
        return ""
    opening = [
        at
        for at, token in enumerate(told.tokens[: theirs.at])
        if token.clause and token.folded == told.clauses.openers[token.clause] and not token.before
    ]
    opening = [at for at in opening if told.tokens[at].folded in grammar.relatives]
    start = min(theirs.interval)
    if len(opening) != 1 or any(token.folded in joins for token in told.tokens[opening[0] : start]):
        return ""
    place_of = {id(token): place for token, place in aligned.pairs}
    inner, outer = (
        [place_of[id(token)] for at, token in enumerate(claim.tokens) if at in part and id(token) in place_of]
        for part in (link.inner, link.outer - link.interval)
    )
    inner, outer = ([at for at in part if opening[0] < at < start] for part in (inner, outer))
    if not inner or not outer or link.sign != theirs.sign:
        return ""
    if max(inner) < min(outer):
        return SAME
    return TURNED if max(outer) < min(inner) else ""


class _Taken:
    """What a claim takes of a sentence around its word for "before" or "after".

    Attributes:
        outer: where the sentence has what is told beside the word; inner: where it has what the word governs.
        lasting: where it has the length of time between both; lasts: whether the claim tells one.
        has_inner: whether the sentence has a word that the claim's word governs, be it told elsewhere.
    """

    def __init__(self, claim: Clauses, link: TimeTie, aligned: Aligned, grammar: Grammar) -> None:
        place_of = {id(token): place for token, place in aligned.pairs}
        inner = deeds(claim.tokens, link.inner, grammar)
        outer = deeds(claim.tokens, link.outer, grammar)
        self.outer, self.inner = (
            [place_of[id(token)] for token in part if id(token) in place_of] for part in (outer, inner)
        )
        self.lasts = bool(link.interval)
        between = [claim.tokens[at] for at in link.interval]
        self.lasting = {place_of[id(token)] for token in between if id(token) in place_of}
        self.has_inner = any(not token.keys.isdisjoint(aligned.told.places) for token in inner)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _lasts_otherwise(link: TimeTie, theirs: Sequence[TimeTie], taken: _Taken, mirrored: Sequence[TimeTie]) -> bool:
    """Whether the time between two deeds of a claim is that of others in the sentence."""
    owners = [one for one in theirs if not taken.lasting.isdisjoint(one.interval)]
    if mirrored:
        return bool(owners) and not [1 for one in owners if one in mirrored]
    inner = taken.inner
    for one in owners:
        if _within(taken.outer, one.outer) and (not one.inner or not inner or not one.inner.isdisjoint(inner)):
            others = [other for other in theirs if other is not one and _within(inner, other.inner)]
            return bool(others) and not one.inner
        if not one.inner and one.sign != link.sign and _within(inner, one.outer):
            return False
    homes = [one for one in theirs if one.interval and _within(taken.outer, one.outer)]
    return bool(owners) or any(not one.inner or _within(inner, one.inner) for one in homes)


def _of_inner(claim: Clauses, aligned: Aligned, theirs: Iterable[TimeTie], grammar: Grammar) -> str:
    """What speaks against a claim that gives the year of what came before or after a deed to that deed; or ""."""
    said = _said(claim, aligned, grammar)
    for token, place in aligned.pairs:
        for link in theirs if is_time(token) else ():
            if place in link.outer and _within(said, link.inner):
                return f"says when otherwise: {token.text}"
    return ""


def _said(claim: Clauses, aligned: Aligned, grammar: Grammar) -> list[int]:
    """Where a sentence has what a claim tells of deeds, be it taken for told elsewhere; no part of a longer word."""
    told = aligned.told.tokens
    place_of = {id(token): place for token, place in aligned.pairs if not token.keys.isdisjoint(told[place].keys)}
    for token in (aligned.tokens[at] for at in aligned.missing):
        there = next((aligned.told.places[key] for key in token.keys if key in aligned.told.places), ())
        place_of |= {id(token): place for place in there[:1]}
    return [place_of[id(one)] for one in deeds(claim.tokens, range(len(claim.tokens)), grammar) if id(one) in place_of]


def _within(places: Sequence[int], part: frozenset[int]) -> bool:
    """Whether some places are of a part, but for the first of several, which may be who does it."""
    return bool(places) and part.issuperset(places[1:] if len(places) > 1 else places)
