"""A half of a sentence without a verb of its own, exchanged with the first: "players since May, coaches since June".

"The trip takes 35 minutes, compared with 19 by tram": it does not take 35 by tram.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, LESS, MORE, NOT, PASSIVE, WAS
from bot.domain.claims.rules.dealt.phrases import CHAINED, DATIVE, EITHER, phrases_in, tie_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs

EXCHANGED_HALVES = "exchanges what two halves tell"
_ENDS = {",", ";", ":"}
_BEING = {IS, WAS, PASSIVE}
_COMPARED = {MORE, LESS}
# How many words such a half has at most, and how many phrases.
_LONGEST, _PHRASES = 10, 2
# How many words a phrase has that opens a sentence ahead of a comma.
_OPENING = 4


@dataclass(slots=True)
class Half:
    """A part of a sentence: where its words stand."""

    places: list[int] = field(default_factory=list)

    def tokens(self, tokens: Sequence[Token]) -> list[Token]:
        """Its words, of all of the sentence's."""
        return [tokens[at] for at in self.places]


# Complexity: a dash or a comma that stands for a verb parts nothing.
def halves(clauses: Clauses, grammar: Grammar) -> list[Half]:
    """The parts of a sentence between commas, semicolons and words that join."""
    tokens, words = clauses.tokens, grammar.words
    joins = words.joins | words.joining
    found = [Half()]
    for at, token in enumerate(tokens):
        begins = at > 0 and token.clause != tokens[at - 1].clause
        mark = clauses.marks[token.clause] if begins else ""
        if begins and mark in _ENDS and not (mark == "," and _is_elided(tokens, found, at, grammar)):
            found.append(Half())
        if token.folded in joins:
            found += [Half()] if found[-1].places else []
            continue
        found[-1].places.append(at)
    return [one for one in found if one.places]


def _is_elided(tokens: Sequence[Token], found: Sequence[Half], at: int, grammar: Grammar) -> bool:
    """Whether a comma stands for a verb, or behind what a sentence opens with: "the coaches, since April"."""
    inside, ties = found[-1].tokens(tokens), grammar.words.ties
    if not inside or has_verb(inside, grammar):
        return False
    if len(found) == 1:
        return len(inside) <= _OPENING and inside[0].folded in ties
    return tokens[at].folded in ties or inside[-1].folded in grammar.words.special["votes_against"]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def has_verb(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether one of some words is a verb for sure."""
    for at, token in enumerate(tokens):
        helps = token.folded in grammar.perfects - grammar.words.ties or not token.signs.isdisjoint(_BEING)
        ahead = tokens[at - 1] if at else None  # "... and lasted three years".
        small = ahead is not None and grammar.is_small(ahead) and ahead.folded not in grammar.perfects
        helped = ahead is None or not (ahead.content or small)
        shaped = token.mood in FINITE or (helped and grammar.postposed and grammar.is_participle(token))
        finite = shaped and not grammar.is_named(token) and token.value is None
        if not token.entities and (helps or finite or governs(token)):
            return True
    return False


def _is_gapped(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a half has no verb of its own but for "compared"."""
    if grammar.brackets and any(one.content and one.text[0].islower() and one.value is None for one in tokens):
        return False
    return not has_verb([one for one in tokens if one.folded not in grammar.words.compared], grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_other_gapped_half(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives a part of a half without a verb to what another half tells of; or ""."""
    told = aligned.told
    if len(aligned.used) < _PHRASES and not _joins(told.tokens, grammar):
        return ""  # Of one half alone.
    if _compares(claim.tokens, grammar):
        return ""  # "Fewer than in 2015".
    parts = halves(told.clauses, grammar)
    if len(parts) < _PHRASES or _respective(claim.tokens, grammar):
        return ""
    mine: list[Half] = []
    for first, second in pairwise(parts):
        if len(second.places) > _LONGEST or aligned.matched.isdisjoint(second.places):
            continue
        gapped = _is_gapped(second.tokens(told.tokens), grammar)
        one, other = _two_phrases(told.tokens, second, grammar) if gapped else ([], [])
        if not one or not other:
            continue
        if not grammar.words.special["between"].isdisjoint([told.tokens[at].folded for at in first.places]):
            continue
        ahead = _phrases(told.tokens, first, grammar)
        mine = mine or halves(claim, grammar)
        for took, left in ((one, other), (other, one)):
            taken = _is_crossed(claim, aligned, mine, (took, left, ahead), grammar)
            if taken is not None:
                return f"{EXCHANGED_HALVES}: {taken.text}"
    return ""


def _joins(tokens: Sequence[Token], grammar: Grammar) -> bool:
    return not grammar.words.joins.isdisjoint([token.folded for token in tokens])


def _compares(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim tells that one is more or less than the other: not "no more"."""
    compared = grammar.words.special["compared_behind"]
    if [1 for token in tokens if NOT in token.signs]:
        return False
    return [1 for token in tokens if token.folded in compared or not token.signs.isdisjoint(_COMPARED)] != []


def _respective(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim gives each its own by a word for that."""
    return not grammar.words.special["respectively"].isdisjoint([token.folded for token in tokens])


_Phrase = list[int]
_Crossing = tuple[_Phrase, _Phrase, list[_Phrase]]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_crossed(
    claim: Clauses, aligned: Aligned, mine: Sequence[Half], crossing: _Crossing, grammar: Grammar
) -> Token | None:
    """A word of a half that a claim tells with a part of the other half in the place of its own, None for none."""
    took, left, ahead = crossing
    tokens = aligned.told.tokens
    told = len(mine) == 1 and not aligned.matched.isdisjoint(left)  # All of the half is.
    if told or aligned.matched.isdisjoint(took):
        return None
    place_of = {id(token): at for token, at in aligned.pairs}
    twins = [one for one in ahead if _are_parallel(tokens, one, left, grammar)]
    twins = _nearest(tokens, twins, (left, took), grammar)
    rivals = [one for one in ahead if _are_parallel(tokens, one, took, grammar) and one not in twins]
    rivals = _nearest(tokens, rivals, (took, left), grammar)
    counts = any(tokens[at].value is not None for at in left)
    if len(twins) != 1 or len(rivals) > 1 or not (rivals or counts):
        return None
    taken = [{place_of.get(id(claim.tokens[at]), -1) for at in half.places} - {-1} for half in mine]
    own = {at for at in took if not _is_in(tokens, at, ahead)}
    here = next((at for at, places in enumerate(taken) if places & own and places.intersection(twins[0])), -1)
    if here < 0 or any(taken[here].intersection(rival) for rival in rivals) or taken[here].intersection(left):
        return None
    others = [at for at in range(len(mine)) if at != here]
    if not others:
        return tokens[min(taken[here] & own)]
    if len(others) > 1 or not _is_gapped(mine[others[0]].tokens(claim.tokens), grammar):
        return None
    rest = mine[others[0]].tokens(claim.tokens)
    strange = any(token.content and id(token) not in place_of for token in rest)
    moved = any(taken[others[0]].intersection(rival) for rival in rivals) or strange
    return tokens[min(taken[here] & own)] if taken[others[0]].intersection(left) and moved else None


def _nearest(
    tokens: Sequence[Token], found: list[_Phrase], phrases: tuple[_Phrase, _Phrase], grammar: Grammar
) -> list[_Phrase]:
    """Of several untied phrases the first for one that opens its half, the last for any other."""
    one, other = phrases
    if _tie(tokens, one[0], grammar) or len(found) < _PHRASES or True in _kinds(tokens, one):
        return found
    return found[:1] if one[0] < other[0] else found[-1:]


def _is_in(tokens: Sequence[Token], at: int, phrases: Sequence[_Phrase]) -> bool:
    """Whether one of some phrases has a word too."""
    word = tokens[at]
    same = [
        1
        for phrase in phrases
        for place in phrase
        if tokens[place].stem == word.stem or not tokens[place].entities.isdisjoint(word.entities)
    ]
    return same != []


def _phrases(tokens: Sequence[Token], half: Half, grammar: Grammar) -> list[_Phrase]:
    """The phrases of a half, clause by clause."""
    found: list[_Phrase] = []
    for clause in dict.fromkeys([tokens[at].clause for at in half.places]):
        inside = [at for at in half.places if tokens[at].clause == clause]
        found += [one.places for one in phrases_in(tokens, range(inside[0], inside[-1] + 1), grammar)]
    return found


def _two_phrases(tokens: Sequence[Token], half: Half, grammar: Grammar) -> tuple[_Phrase, _Phrase]:
    """The two phrases of a half without what opens it as compared; empty where it has not two."""
    compared = grammar.words.compared
    found = [
        left
        for phrase in _phrases(tokens, half, grammar)
        if (left := [at for at in phrase if tokens[at].folded not in compared])
    ]
    if len(found) > _PHRASES and not _tie(tokens, found[0][0], grammar):
        inner = [at for phrase in found[:-1] for at in phrase]  # "The coaches of the youth team, since April".
        found = [inner, found[-1]] if _kinds(tokens, inner) == (False, False) else found
    return (found[0], found[1]) if len(found) == _PHRASES else ([], [])


def _are_parallel(tokens: Sequence[Token], one: _Phrase, other: _Phrase, grammar: Grammar) -> bool:
    """Whether two phrases may tell the same of two: two numbers, two times, two that are tied alike, or who does it."""
    for kinds in zip(_kinds(tokens, one), _kinds(tokens, other), strict=True):
        if True in kinds:
            return kinds == (True, True)
    ties = [_tie(tokens, phrase[0], grammar) for phrase in (one, other)]
    return ties[0] == ties[1] and (bool(ties[0]) or one[0] < other[0])


def _kinds(tokens: Sequence[Token], phrase: _Phrase) -> tuple[bool, bool]:
    """Whether a phrase tells a day, and whether a number."""
    return [1 for at in phrase if tokens[at].dated] != [], [1 for at in phrase if tokens[at].value is not None] != []


def _tie(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """How a phrase's first word is tied, "" for a case too."""
    for place in range(at - 1, max(-1, at - 1 - _PHRASES), -1):
        if tokens[place].content or tokens[place].clause != tokens[at].clause:
            break
        if (tie := tie_of(tokens, place, grammar)) and tie not in {CHAINED, DATIVE, EITHER}:
            return tie
    return ""
