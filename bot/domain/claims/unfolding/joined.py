"""What joined words say, each as a sentence of its own.

"Three men and five women were hurt": "three men were hurt". "Sold the hall to the club and the pool to the school":
"sold the pool to the school". "Costs more than the hall, but less than the school": "costs less than the school".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, NOT
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_time, places_in
from bot.domain.claims.unfolding.phrases import PhraseFinder

# How many clauses a denial between commas has on its sides: "the teachers, | but not the pupils, | have to pay".
_PUT_IN = 2
# An article and a noun.
_GIVEN = 2


@dataclass(frozen=True)
class Statement:
    """One of several statements of a sentence, by positions.

    Attributes:
        inside: what it alone says.
        shared: what it has in common with the others.
        order: its words as a sentence of its own.
        others: what stands in the place of `inside` in another statement, where no claim may mix both; else empty.
        helped: how many of its words stand before the verb that would help its participle; 0 where it has its verb.
    """

    inside: frozenset[int]
    shared: frozenset[int]
    order: tuple[int, ...]
    others: tuple[int, ...] = ()
    helped: int = 0


class JoinedStatements:
    """One article's sentences and the statements that they join."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._joins = story.words.joins | story.words.joining

    def of(self, told: Told) -> Iterator[Statement]:
        """The statements that a sentence joins."""
        if told.quoted.count(None) < len(told.quoted):
            return
        for clause in range(len(told.clauses.openers)):
            inside = places_in(told.tokens, clause)
            yield from self._counted(told, inside)
            yield from self._gapped(told, inside)
        yield from self._neither(told)
        yield from self._compared(told)
        yield from self._not_the_others(told)

    def fault(self, aligned: Aligned, statements: Sequence[Statement]) -> str:
        """What a claim takes from two statements that no claim may mix, "" where nothing is."""
        tokens, matched = aligned.told.tokens, aligned.matched
        for one in (one for one in statements if one.others):
            mine, other = sorted(one.inside & matched), _without_twins(tokens, one, matched)
            groups = (sorted(one.inside), sorted(one.others))
            heads = {next((at for at in places if tokens[at].content), places[0]) for places in groups}
            if mine and other and not heads <= matched and self._is_one(aligned, mine, other):
                return f"joins {tokens[mine[-1]].text} with what another belongs to: {tokens[other[-1]].text}"
        return ""

    @staticmethod
    def _is_one(aligned: Aligned, here: Sequence[int], there: Sequence[int]) -> bool:
        """Whether one clause of the claim takes words from both of two groups of places."""
        dating = all(is_time(token) for token in aligned.tokens if not token.clause)  # "In 2024, it had 300 members".
        places = (here, there)
        clauses = [{max(token.clause, dating) for token, at in aligned.pairs if at in one} for one in places]
        return not clauses[0].isdisjoint(clauses[1])

    def _counted(self, told: Told, inside: Sequence[int]) -> Iterator[Statement]:
        """Two numbers of people or things of whom the same is told: "three men and five women were hurt"."""
        tokens = told.tokens
        if tokens[inside[0]].value is None:
            return
        joined = next((at for at in inside if tokens[at].folded in self._words.joining), inside[0])
        ahead, behind = [at for at in inside if at < joined], [at for at in inside if at > joined]
        if len(ahead) <= 1 or not behind or tokens[behind[0]].value is None or not self._are_plain(tokens, ahead[1:]):
            return
        second = self._phrases.first(tokens, behind)
        if second is not None:
            yield from _each(ahead, list(second), (), [at for at in behind if at >= second.stop])

    def _are_things(self, tokens: Sequence[Token], places: Sequence[int]) -> bool:
        """The same of words that end in no verb."""
        return self._are_plain(tokens, places) and tokens[places[-1]].mood not in FINITE

    @staticmethod
    def _are_plain(tokens: Sequence[Token], places: Sequence[int]) -> bool:
        """Whether words all say something and are no names, numbers or days."""
        return all(tokens[at].content and is_plain(tokens[at]) for at in places)

    def _gapped(self, told: Told, inside: Sequence[int]) -> Iterator[Statement]:
        """Two things of which the same is done to two: "sold the hall to the club and the pool to the school"."""
        tokens = told.tokens
        for joined in (at for at in inside if tokens[at].folded in self._words.joining):
            first = self._given(tokens, [at for at in inside if at < joined])
            second = self._given_behind(tokens, [at for at in inside if at > joined]) if first else None
            if first and second:
                ahead = [at for at in inside if at < first[0]]
                yield from self._both(tokens, ahead, (first, second), [at for at in inside if at > second[-1]])

    @staticmethod
    def _both(
        tokens: Sequence[Token], ahead: Sequence[int], parts: tuple[list[int], list[int]], rest: Sequence[int]
    ) -> Iterator[Statement]:
        """Two statements that no claim may mix, where something says what is done."""
        if any(tokens[at].content for at in ahead):
            for one, other in (parts, parts[::-1]):
                yield Statement(frozenset(one), frozenset([*ahead, *rest]), (*ahead, *one, *rest), tuple(other))

    def _given(self, tokens: Sequence[Token], before: Sequence[int]) -> list[int] | None:
        """A thing and to whom it goes, at the end of some places: "the hall to the club"."""
        last = self._phrases.noun_at(tokens, before)
        if last is None:
            return None
        fused = self._ties(tokens, last.start)
        tie = last.start - (not fused)
        if tie not in before or not self._ties(tokens, tie):
            return None
        thing = self._phrases.noun_at(tokens, [at for at in before if at < tie])
        led = thing is not None and (len(thing) > 1 or bool(tokens[thing.start].entities))
        return list(range(thing.start, last.stop)) if thing is not None and led else None

    def _given_behind(self, tokens: Sequence[Token], behind: Sequence[int]) -> list[int] | None:
        """The same at the beginning of some places, up to the second noun."""
        if len(behind) <= _GIVEN:
            return None
        counts = tokens[behind[0]].value is not None  # "Nine (euros) for adults".
        if not (counts or self._phrases.leads(tokens[behind[0]])):
            return None
        tie = next((at for at in behind[_GIVEN - counts :] if self._ties(tokens, at)), behind[0])
        thing = [at for at in behind[1:] if at < tie]
        if not (thing or counts) or not self._are_no_verbs(tokens, thing):
            return None
        noun = next((at for at in behind if at > tie and tokens[at].content), tie)
        return (
            list(range(behind[0], self._phrases.name_end(tokens, behind, noun)))
            if tie < noun <= tie + _PUT_IN
            else None
        )

    @staticmethod
    def _are_no_verbs(tokens: Sequence[Token], places: Sequence[int]) -> bool:
        """Whether words all say something and are no finite verbs."""
        return all(tokens[at].content and tokens[at].mood not in FINITE for at in places)

    def _ties(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].folded in (self._words.ties - self._story.of_words - self._joins) | self._words.givens

    def _neither(self, told: Told) -> Iterator[Statement]:
        """Of each of two people or things the same is denied: "neither Ann Reed nor Tom Webb voted for it"."""
        tokens, inside = told.tokens, places_in(told.tokens, 0)
        if tokens[0].content or len(inside) <= 1 or not self._parts_denied(tokens[0]):
            return
        behind = inside[1:] + (places_in(tokens, 1) if told.clauses.marks[1:2] == [","] else [])
        parted = next((at for at in behind if self._parts_denied(tokens[at], self._joins)), inside[0])
        first, second = [at for at in behind if at < parted], [at for at in behind if at > parted]
        named = self._phrases.first(tokens, second) if second and self._is_noun(tokens, first) else None
        if named is not None:
            yield from _each(first, list(named), [0], second[len(named) :])

    def _parts_denied(self, token: Token, joins: frozenset[str] = frozenset()) -> bool:
        """Whether a word denies, or is one that stands before each of those of whom something is denied."""
        return NOT in token.signs or token.folded in joins or token.folded in self._words.special["neither"]

    def _is_noun(self, tokens: Sequence[Token], places: Sequence[int]) -> bool:
        """Whether places hold a name or a noun with its article alone."""
        return bool(places) and all(tokens[at].content or self._phrases.leads(tokens[at]) for at in places)

    def _compared(self, told: Told) -> Iterator[Statement]:
        """What is more than one thing and less than another: "costs more than the hall, but less than the school"."""
        tokens = told.tokens
        for joined in (at for at in range(1, len(tokens) - 1) if tokens[at].folded in self._words.joins):
            way = _way(tokens[joined + 1])
            other = [at for at in range(joined) if way and _way(tokens[at]) == -way]
            if not other:
                continue
            ahead, own = range(other[-1]), range(other[-1], joined)
            behind = [at for at in range(joined + 1, len(tokens)) if tokens[at].clause <= tokens[joined].clause + 1]
            for one, rest in ((own, behind), (behind, own)):
                yield Statement(frozenset(one), frozenset(ahead), (*ahead, *one), tuple(rest))

    def _not_the_others(self, told: Told) -> Iterator[Statement]:
        """Of whom the same is denied between commas: "the teachers, but not the pupils, have to pay"."""
        tokens, marks = told.tokens, told.clauses.marks
        if marks[1 : _PUT_IN + 1] != [",", ","]:
            return
        first, aside, rest = (places_in(tokens, clause) for clause in range(_PUT_IN + 1))
        own = [at for at in aside if NOT in tokens[at].signs or tokens[at].content or self._phrases.leads(tokens[at])]
        named = [at for at in own if tokens[at].content and NOT not in tokens[at].signs]
        if len(first) > _PUT_IN or not named or not self._are_things(tokens, named):
            return
        if NOT in tokens[own[0]].signs and self._phrases.verb(tokens, rest, None)[:1] == rest[:1]:
            yield Statement(frozenset(own), frozenset(rest), (*own, *rest))


def _without_twins(tokens: Sequence[Token], one: Statement, matched: frozenset[int]) -> list[int]:
    """What a claim takes of the other statements but for words that this one has too."""
    other = [at for at in one.others if at in matched]
    if not other:
        return other
    own = {tokens[at].stem for at in one.inside}
    return [at for at in other if tokens[at].stem not in own]


def _way(token: Token) -> int:
    """Which way a word compares: 1 for more, -1 for less, 0 for neither."""
    return bool(token.signs & {MORE, FLOOR}) - bool(token.signs & {LESS, CEILING})


def _each(
    first: Sequence[int], second: Sequence[int], ahead: Sequence[int], rest: Sequence[int]
) -> Iterator[Statement]:
    """Two statements that have all but who they are about in common."""
    for part in (first, second):
        yield Statement(frozenset(part), frozenset([*ahead, *rest]), (*ahead, *part, *rest))
