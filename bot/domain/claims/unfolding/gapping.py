"""Statements that leave out what the first has in common with them: its verb, what it counts, who does it.

"Ann Reed finished first, Tom Webb second": "Tom Webb finished second". "Three people died in Selby and two in York":
"two people died in York". "In 2023 it had 300 members, in 2024 only 250": "in 2024 it had only 250 members".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, is_time, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

_TIME, _TIED, _NUMBER, _NOUN, _VERB, _WORD = "time", "tied", "number", "noun", "verb", "word"
# How many words a shortened statement has at most, and how many parts at least.
_LONGEST, _LEAST = 9, 2
# How many words one has that opens with a noun: its article, two others, a tie and a day or number.
_SHORT = 5
# How many words tell a year or a day ahead of a comma.
_DATED = 3
# An article and a noun.
_LED = 2
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
        if not [1 for one in segments[1:] if self._may_be_gapped(told.tokens, one)]:
            return
        first = self._parts(told.tokens, segments[0])
        if any(part.kind == _VERB for part in first):
            tried = (self._filled(told.tokens, first, one) for one in segments[1:])
            filled = [one for one in takewhile(lambda one: one is not None, tried) if one]
            yield from _statements(first, filled)

    def _may_be_gapped(self, tokens: Sequence[Token], segment: Sequence[int]) -> bool:
        """Whether joined words may leave a verb out: a name, a number or a tie opens them, or a noun with one of those.

        "Tom Webb second", "in York two", "the mill thirty", "the committee on Tuesday".
        """
        opening = tokens[segment[0]]
        if len(segment) > _LONGEST:
            return False
        if opening.entities or opening.dated or opening.value is not None or opening.folded in self._words.ties:
            return True
        led = self._phrases.leads(opening) or is_plain(opening)
        return (
            len(segment) <= _SHORT and led and any(tokens[at].value is not None or tokens[at].dated for at in segment)
        )

    def _segments(self, told: Told) -> list[list[int]]:
        """The places of a sentence's clauses, those of joined words apart."""
        found: list[list[int]] = []
        for clause in range(len(told.clauses.openers)):
            if not found or not (told.clauses.marks[clause] in _DASHES or self._is_cut(told, found)):
                found.append([])
            for at in places_in(told.tokens, clause):
                if told.tokens[at].folded in self._joins and not self._is_hung(told.tokens[at]):
                    found.append([])
                else:
                    found[-1].append(at)
        found = [one for one in found if one]
        if found[1:] and len(found[0]) <= _DATED and all(self._is_dating(told.tokens[at]) for at in found[0]):
            found[:2] = [found[0] + found[1]]  # "In 2023, it had 300 members".
        return found

    def _is_cut(self, told: Told, found: Sequence[Sequence[int]]) -> bool:
        """Whether what was read ends in a noun with its article, whose verb a comma stands for: "la comisión, el"."""
        last = [told.tokens[at] for at in found[-1]]
        return len(found) > 1 and len(last) == _LED and self._phrases.leads(last[0]) and last[1].content

    def _is_hung(self, token: Token) -> bool:
        """Whether a word hangs on a verb: "se" of "reúne-se", which is "if" elsewhere."""
        return token.start > 0 and self._story.reading.text[token.start - 1] == "-"

    def _is_dating(self, token: Token) -> bool:
        """Whether a word is a time or ties or leads one."""
        return is_time(token) or token.folded in self._words.ties or self._phrases.leads(token)

    def _parts(self, tokens: Sequence[Token], segment: Sequence[int]) -> list[_Part]:
        """The parts of the first statement; empty where they are not told for sure."""
        found: list[_Part] = []
        at, end = segment[0], segment[-1] + 1
        while at < end:
            part = self._part(tokens, at, end)
            said = any(one.kind == _VERB for one in found)
            begun = any(one.kind != _TIME for one in found) or self._verbal(tokens[at])
            if not said and found and begun and (part is None or part.kind == _WORD):
                part = self._verb(tokens, at, end)
            part = part or _Part(_WORD, [at], [])
            if not said and part.kind == _NOUN and self._has_verb(tokens, part.places[-1] + 2, end):
                part = self._described(tokens, part, end)
            found.append(part)
            at = (found[-1].counted or found[-1].places)[-1] + 1
        return found

    def _has_verb(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a word that is a verb for sure stands at a place."""
        return at < end and self._verbal(tokens[at]) and not is_time(tokens[at])

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

    # Complexity: the conditions of one reading, each a cheap way out before the next.
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
        if self._phrases.leads(token) and at + 1 < end and tokens[at + 1].dated:
            return _Part(_TIME, [at, at + 1], [])  # "El sábado".
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
        if tokens[stop].value is not None and not timed:
            number = self._number(tokens, stop, end)  # "A treinta (personas)".
            return replace(
                number, kind=f"{_TIED}{tokens[at].plain[:1]}{_NUMBER}", places=[*range(at, stop), *number.places]
            )
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
        if not led or tokens[at + 1].mood in FINITE:
            return None
        named = at + _LED < end and self._grammar.is_role(tokens[at + 1]) and tokens[at + _LED].entities
        stop = self._phrases.name_end(tokens, range(at, end), at + _LED) if named else at + _LED
        return _Part(_NOUN, list(range(at, stop)), [])  # "The shipowner Ann Lee".

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
        ahead = self._ahead(tokens, first, second)
        if len(second) < _LEAST or any(self._is_double(tokens, first[ahead:], second, part) for part in second):
            return None
        own, replaced, order, rest = list[int](), list[int](), list[int](), list(second)
        for at, part in enumerate(first):
            mine = next((one for one in rest if at >= ahead and self._is_alike(tokens, part, one)), None)
            if mine is None:
                order += [*part.places, *part.counted]
                continue
            rest.remove(mine)
            own += [*mine.places, *mine.counted]
            replaced += part.places + (part.counted if mine.counted else [])
            order += [*mine.places, *(mine.counted or part.counted)]
        return None if rest else (own, replaced, order)

    def _ahead(self, tokens: Sequence[Token], first: Sequence[_Part], second: Sequence[_Part]) -> int:
        """How many parts of a first statement none stands for in a later one that opens with a day: who does it.

        "The thieves robbed a bank on Monday and on Friday a shop": the shop is robbed.
        """
        verb = next((at for at, part in enumerate(first) if part.kind == _VERB), 0)
        nouns = [part for part in second if part.kind == _NOUN]
        behind = [part for part in first[verb + 1 :] if any(self._is_alike(tokens, part, one) for one in nouns)]
        opens = bool(second) and second[0].kind != _NOUN
        return verb if opens and len(nouns) == 1 == len(behind) else 0

    def _is_alike(self, tokens: Sequence[Token], one: _Part, other: _Part) -> bool:
        """Whether two parts may stand in each other's place: not somebody for a thing."""
        if one.kind != other.kind:
            return False
        people = [self._grammar.is_person(tokens[part.places[-1]]) for part in (one, other)]
        return one.kind != _NOUN or people[0] == people[1]

    def _is_double(self, tokens: Sequence[Token], first: Sequence[_Part], second: Sequence[_Part], part: _Part) -> bool:
        """Whether more of the first statement's parts than of the second's are as one."""
        alike = [[one for one in parts if self._is_alike(tokens, one, part)] for parts in (first, second)]
        return len(alike[0]) != len(alike[1])

    # Complexity: each word is passed over or begins a part.
    def _short(self, tokens: Sequence[Token], first: Sequence[_Part], segment: Sequence[int]) -> list[_Part]:
        """The parts of a later statement but for a pronoun and the first one's verb; empty where it has another."""
        verb = {_form(tokens[at]) for part in first if part.kind == _VERB for at in part.places}
        adjective = any(part.kind == _NOUN and len(part.places) > _LED for part in first)
        found: list[_Part] = []
        limits: list[int] = []
        at, end = segment[0], segment[-1] + 1
        while at < end:
            token = tokens[at]
            small = at + 1 < end and self._is_small(token)
            if _form(token) in verb or small or self._is_subject(tokens, at, verb):
                limits += [at] if small and token.signs else []
                at += 1
                continue
            part = self._part(tokens, at, end)
            if part is None or self._is_of(token, found) or self._is_verbal(tokens, part):
                return []
            if adjective and part.kind == _NOUN and part.places[-1] + 1 < end:
                part = self._described(tokens, part, end)
            found.append(replace(part, places=[*limits, *part.places]))
            limits, at = [], (part.counted or part.places)[-1] + 1
        return found

    def _described(self, tokens: Sequence[Token], noun: _Part, end: int) -> _Part:
        """A noun with what is said of it right behind it, where that language says it there: "l'aile sud"."""
        behind = noun.places[-1] + 1
        led = self._phrases.leads(tokens[noun.places[0]]) and self._story.reading.language.postposed
        if not led or behind == end or not tokens[behind].content or not is_plain(tokens[behind]):
            return noun
        verbal = self._verbal(tokens[behind])
        return noun if verbal or is_time(tokens[behind]) else replace(noun, places=[*noun.places, behind])

    def _is_of(self, token: Token, found: Sequence[_Part]) -> bool:
        """Whether a word ties to a number what that is a part of: "120 of them"."""
        bare = bool(found) and found[-1].kind == _NUMBER and not found[-1].counted
        return bare and token.folded in self._words.partitives

    def _is_verbal(self, tokens: Sequence[Token], part: _Part) -> bool:
        """Whether a part has a verb, a denial or a word for something named before."""
        said = [tokens[at] for at in part.places if tokens[at].content or part.kind == _WORD]
        if part.kind == _TIME or (part.kind == _NOUN and self._phrases.leads(tokens[part.places[0]])):
            said = [token for token in said if NOT in token.signs]
        empty = len(part.places) > 1 and not any(tokens[at].content for at in part.places)  # "Mit Ja".
        return empty or any(map(self._is_other, said))

    def _is_subject(self, tokens: Sequence[Token], at: int, verb: set[str]) -> bool:
        """Whether a pronoun stands beside the first statement's verb."""
        token = tokens[at]
        pronoun = token.folded in self._words.subjects | self._words.clitics or bool(self._story.pronoun_form(token))
        pronoun = pronoun or (self._story.leans(token) and not token.content)
        return pronoun and any(_form(one) in verb for one in tokens[max(0, at - 1) : at + 3])

    def _is_small(self, token: Token) -> bool:
        """Whether a word says nothing and ties nothing."""
        small = token.content or token.value is not None or token.folded in self._words.ties
        return not small and not self._phrases.leads(token) and not self._is_other(token)

    def _is_other(self, token: Token) -> bool:
        """Whether a word is a verb, denies, or stands for something named before."""
        words = self._words
        points = self._story.leans(token) or token.folded in words.clitics or token.folded in words.object_pronouns
        return points or NOT in token.signs or (not token.entities and token.value is None and self._verbal(token))


def _form(token: Token) -> str:
    """A word's stem, of one that says nothing the word itself: "à" is not "a"."""
    return token.stem if token.content else token.text.lower()


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
