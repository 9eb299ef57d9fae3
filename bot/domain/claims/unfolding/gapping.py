"""Statements that leave out what the first has in common with them: its verb, what it counts, who does it.

"Ann Reed finished first, Tom Webb second": "Tom Webb finished second". "Three people died in Selby and two in York":
"two people died in York". "In 2023 it had 300 members, in 2024 only 250": "in 2024 it had only 250 members".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, is_time, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

_TIME, _TIED, _NUMBER, _NOUN, _VERB, _WORD = "time", "tied", "number", "noun", "verb", "word"
# How many words a shortened statement has at most, and how many parts at least.
_LONGEST, _LEAST = 9, 2
_DASHES = {"-", "–", "—"}


@dataclass
class _Part:
    """A part of a statement: its kind and the places of its words; of a number also those of what it counts."""

    kind: str
    places: list[int]
    counted: list[int]


class GappedStatements:
    """One article's sentences and their statements without a verb of their own."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._joins = story.words.joins | story.words.joining

    def of(self, told: Told) -> Iterator[Statement]:
        """The statements of a sentence, the first with its own words, each other with what it leaves out."""
        segments = self._segments(told)
        openings = [told.tokens[one[0]] for one in segments[1:] if len(one) <= _LONGEST]
        ties = self._words.ties
        if not [1 for one in openings if one.entities or one.value is not None or one.folded in ties]:
            return
        first = self._parts(told.tokens, segments[0])
        if any(part.kind == _VERB for part in first):
            filled = [found for one in segments[1:] if (found := self._filled(told.tokens, first, one)) is not None]
            yield from _statements(first, filled)

    def _segments(self, told: Told) -> list[list[int]]:
        """The places of a sentence's clauses, those of joined words apart."""
        found: list[list[int]] = []
        for clause in range(len(told.clauses.openers)):
            if told.clauses.marks[clause] not in _DASHES or not found:
                found.append([])
            for at in places_in(told.tokens, clause):
                if told.tokens[at].folded in self._joins:
                    found.append([])
                else:
                    found[-1].append(at)
        return [one for one in found if one]

    def _parts(self, tokens: Sequence[Token], segment: Sequence[int]) -> list[_Part]:
        """The parts of the first statement; empty where they are not told for sure."""
        found: list[_Part] = []
        at, end = segment[0], segment[-1] + 1
        while at < end:
            part = self._part(tokens, at, end)
            said = any(one.kind == _VERB for one in found)
            if not said and found and (part is None or part.kind == _WORD):
                part = self._verb(tokens, at, end)
            found.append(part or _Part(_WORD, [at], []))
            at = (found[-1].counted or found[-1].places)[-1] + 1
        return found

    def _verb(self, tokens: Sequence[Token], start: int, end: int) -> _Part:
        """The verb that begins at a place."""
        found: list[int] = []
        for at in range(start, end):
            token = tokens[at]
            helps = token.folded in self._grammar.perfects or token.signs & {PASSIVE, IS, WAS} or governs(token)
            found.append(at)
            if self._grammar.nouns or self._grammar.is_participle(token) or token.content:
                break
            if (token.mood in FINITE and not helps) or (at + 1 < end and self._opens(tokens, at + 1, end)):
                break
        return _Part(_VERB, found, [])

    def _opens(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a number, a preposition or a noun with its article begins at a place."""
        part = self._part(tokens, at, end)
        return part is not None and part.kind != _WORD

    def _part(self, tokens: Sequence[Token], at: int, end: int) -> _Part | None:
        """The part that begins at a place, None where none does."""
        token = tokens[at]
        if is_time(token):
            year = at + 1 < end and tokens[at + 1].folded in self._words.durations  # "2024 року".
            return _Part(_TIME, [at, at + 1] if year else [at], [])
        helps = token.folded in self._grammar.perfects and at + 1 < end and self._grammar.is_participle(tokens[at + 1])
        if token.folded in self._words.ties and token.value is None and not helps:
            return self._tied(tokens, at, end)
        if token.value is not None:
            return self._number(tokens, at, end)
        alone = token.content or at + 1 == end
        return self._noun(tokens, at, end) or (_Part(_WORD, [at], []) if alone else None)

    def _tied(self, tokens: Sequence[Token], at: int, end: int) -> _Part:
        """A preposition with what it ties: "in Selby", "in 2024"."""
        stop = at + 1
        while stop < end and not tokens[stop].content and stop - at <= _LEAST:
            stop += 1
        if stop == end:
            return _Part(_WORD, list(range(at, stop)), [])
        timed, of_words = is_time(tokens[stop]), self._story.of_words
        named = self._noun(tokens, stop, end)
        last = named.places[-1] if named else stop
        while timed and last + 1 < end and (is_time(tokens[last + 1]) or tokens[last + 1].folded in of_words):
            last += 1
        return _Part(_TIME if timed else f"{_TIED}{tokens[at].plain[:1]}", list(range(at, last + 1)), [])

    def _number(self, tokens: Sequence[Token], at: int, end: int) -> _Part:
        """A number with what it counts, where the noun stands right behind it."""
        behind = at + 1
        while behind < end and tokens[behind].value is not None:
            behind += 1
        noun = behind < end and is_plain(tokens[behind]) and not self._verbal(tokens[behind])
        noun = noun and (tokens[behind].content or tokens[behind].folded in self._words.light)
        return _Part(_NUMBER, list(range(at, behind)), [behind] if noun else [])

    def _noun(self, tokens: Sequence[Token], at: int, end: int) -> _Part | None:
        """A name, or a noun behind its article."""
        token = tokens[at]
        if token.entities and token.text[0].isupper():
            stop = self._phrases.name_end(tokens, range(at, end), at)
            return _Part(_NOUN, list(range(at, stop)), [])
        led = self._phrases.leads(token) and at + 1 < end and tokens[at + 1].content
        return _Part(_NOUN, [at, at + 1], []) if led and tokens[at + 1].mood not in FINITE else None

    def _verbal(self, token: Token) -> bool:
        """Whether a word is a verb by its form."""
        helps = token.folded in self._grammar.perfects or bool(token.signs & {PASSIVE, IS, WAS}) or governs(token)
        small = self._grammar.nouns and token.content and token.text[0].islower()
        return helps or small or token.mood in FINITE or self._grammar.is_participle(token)

    def _filled(
        self, tokens: Sequence[Token], first: Sequence[_Part], segment: Sequence[int]
    ) -> tuple[list[int], list[int], list[int]] | None:
        """A later statement's own places, those of the first that they replace, and all in order; None for none."""
        second = self._short(tokens, first, segment)
        if second and {second[-1].kind, first[-1].kind} <= {_WORD, f"{_TIED}{tokens[second[-1].places[0]].plain[:1]}"}:
            second[-1].kind = first[-1].kind  # "Finished first", "in second place".
        if len(second) < _LEAST or any(self._is_double(tokens, first, second, part) for part in second):
            return None
        own, replaced, order, rest = list[int](), list[int](), list[int](), list(second)
        for part in first:
            mine = next((one for one in rest if self._is_alike(tokens, part, one)), None)
            if mine is None:
                order += [*part.places, *part.counted]
                continue
            rest.remove(mine)
            own += [*mine.places, *mine.counted]
            replaced += part.places + (part.counted if mine.counted else [])
            order += [*mine.places, *(mine.counted or part.counted)]
        return None if rest else (own, replaced, order)

    def _is_alike(self, tokens: Sequence[Token], one: _Part, other: _Part) -> bool:
        """Whether two parts may stand in each other's place: not somebody for a thing."""
        if one.kind != other.kind:
            return False
        people = [self._grammar.is_person(tokens[part.places[0]]) for part in (one, other)]
        return one.kind != _NOUN or people[0] == people[1]

    def _is_double(self, tokens: Sequence[Token], first: Sequence[_Part], second: Sequence[_Part], part: _Part) -> bool:
        """Whether more of the first statement's parts than of the second's are as one."""
        alike = [[one for one in parts if self._is_alike(tokens, one, part)] for parts in (first, second)]
        return len(alike[0]) != len(alike[1])

    def _short(self, tokens: Sequence[Token], first: Sequence[_Part], segment: Sequence[int]) -> list[_Part]:
        """The parts of a later statement but for a pronoun and the first one's verb; empty where it has another."""
        verb = {tokens[at].stem for part in first if part.kind == _VERB for at in part.places}
        found: list[_Part] = []
        at, end = segment[0], segment[-1] + 1
        while at < end:
            token = tokens[at]
            if token.stem in verb or (at + 1 < end and self._is_small(token)) or self._is_subject(tokens, at, verb):
                at += 1
                continue
            part = self._part(tokens, at, end)
            if part is None or self._is_of(token, found) or self._is_verbal(tokens, part):
                return []
            found.append(part)
            at = (part.counted or part.places)[-1] + 1
        return found

    def _is_of(self, token: Token, found: Sequence[_Part]) -> bool:
        """Whether a word ties to a number what that is a part of: "120 of them"."""
        bare = bool(found) and found[-1].kind == _NUMBER and not found[-1].counted
        return bare and token.folded in self._story.of_words

    def _is_verbal(self, tokens: Sequence[Token], part: _Part) -> bool:
        """Whether a part has a verb, a denial or a word for something named before."""
        said = [tokens[at] for at in part.places if tokens[at].content or part.kind == _WORD]
        empty = len(part.places) > 1 and not any(tokens[at].content for at in part.places)  # "Mit Ja".
        return empty or any(map(self._is_other, said))

    def _is_subject(self, tokens: Sequence[Token], at: int, verb: set[str]) -> bool:
        """Whether a pronoun stands beside the first statement's verb."""
        token = tokens[at]
        pronoun = token.folded in self._words.subjects | self._words.clitics or bool(self._story.pronoun_form(token))
        return pronoun and any(one.stem in verb for one in tokens[max(0, at - 1) : at + 3])

    def _is_small(self, token: Token) -> bool:
        """Whether a word says nothing and ties nothing."""
        small = token.content or token.value is not None or token.folded in self._words.ties
        return not small and not self._phrases.leads(token) and not self._is_other(token)

    def _is_other(self, token: Token) -> bool:
        """Whether a word is a verb, denies, or stands for something named before."""
        words = self._words
        points = self._story.leans(token) or token.folded in words.clitics | words.object_pronouns
        return points or NOT in token.signs or (not token.entities and token.value is None and self._verbal(token))


def _statements(
    first: Sequence[_Part], filled: Sequence[tuple[list[int], list[int], list[int]]]
) -> Iterator[Statement]:
    """Each later statement, and the first beside them."""
    for own, replaced, order in filled:
        apart = {*replaced, *(at for other, _, _ in filled if other is not own for at in other)}
        yield Statement(frozenset(own), frozenset(order) - frozenset(own), tuple(order), tuple(sorted(apart)))
    if filled:
        own = sorted({at for _, replaced, _ in filled for at in replaced})
        order = [at for part in first for at in (*part.places, *part.counted)]
        others = sorted({at for one, _, _ in filled for at in one})
        yield Statement(frozenset(own), frozenset(order) - frozenset(own), tuple(order), tuple(others))
