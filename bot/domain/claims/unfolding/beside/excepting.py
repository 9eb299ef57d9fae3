"""Claims that tell plainly what a sentence tells by an exception or as not done.

excepted   "the caretaker had a key" of "Nobody but the caretaker had a key"
left out   "Ann Lee did not vote for it" of "Everyone except Ann Lee voted for it"
refused    "the town did not mend the roof" of "Instead of mending the roof, the town closed the pool"

Each such sentence is told again, as a plain one, and a claim is laid beside that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of, nobody
from bot.domain.claims.comparing.wording import ALL, NOT, ONLY
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.cues.excepted import exception, phrases_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in
from bot.domain.claims.unfolding.phrases import PhraseFinder
from bot.domain.values.proof import Proof, Verdict

# How many words tell of whom there is an exception at most: "all the other councillors".
_LEAD = 8


class Excepting:
    """One article's exceptions, and what it tells as not done."""

    def __init__(
        self, story: Story, fault: Callable[[Clauses, Aligned], str], lacking: Callable[[Clauses, Aligned], list[Token]]
    ) -> None:
        self._story = story
        self._fault = fault
        self._lacking = lacking
        self._words = story.words
        self._excepting = phrases_of(story.words.special["excepting"])
        self._opening = frozenset(phrase[0] for phrase in self._excepting)
        self._nobody = story.words.special["nobody"]
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim by such a sentence, None where there is none."""
        only = [token for token in claim.tokens if ONLY in token.signs and not token.content]
        said = content_of(claim.tokens)
        for made, excepted in self._made:
            told = _led_by(made, only) if only and excepted else made
            if excepted:
                told = _in_case(align(said, told, self._words, compounds=self._compounds))
            aligned = align(said, told, self._words, compounds=self._compounds)
            if aligned.matched and not self._lacking(claim, aligned) and not self._fault(claim, aligned):
                evidence = (self._story.reading.sentences[told.number],)
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    @cached_property
    def _made(self) -> list[tuple[Told, bool]]:
        """The article's sentences of these kinds, each told plainly, and whether it excepts somebody."""
        if not self._excepting and not self._words.in_place:
            return []
        free = [told for told in self._story.sentences if told.quoted.count(None) == len(told.quoted) and told.tokens]
        words = [tuple([token.folded for token in told.tokens]) for told in free]
        likely = [told for told, said in zip(free, words, strict=True) if not self._opening.isdisjoint(said)]
        excepted = ((made, True) for told in likely for made in self._excepted(told))
        refused = (self._refused(told, said) for told, said in zip(free, words, strict=True))
        return [*excepted, *((made, False) for made in chain.from_iterable(refused))]

    @cached_property
    def _phrases(self) -> PhraseFinder:
        return PhraseFinder(self._story, Grammar(self._story))

    @cached_property
    def _denial(self) -> Token | None:
        """A language's word for "not"."""
        word = agreement_of(self._story.reading.language.code).denial.partition(" ")[0]
        read = self._story.tokenizer.read(word, 0, len(word), nobody).tokens if word else []
        return next((token for token in read if NOT in token.signs), None)

    def _excepted(self, told: Told) -> Iterator[Told]:
        """What a sentence tells of whom it excepts from all or from nobody."""
        tokens = told.tokens
        phrase = exception(tokens, self._excepting, self._nobody) or self._last(tokens)
        if phrase is None:
            return
        none = next((at for at in range(phrase.start) if tokens[at].folded in self._nobody), None)
        none = 0 if none is None and NOT in tokens[0].signs else none
        if none is not None or any(ALL in token.signs for token in tokens[: min(phrase.start, _LEAD)]):
            made = self._plain(told, phrase, none)
            if made is not None:
                yield made

    def _last(self, tokens: Sequence[Token]) -> range | None:
        """Where such a phrase stands behind the deed: "nobody voted for it except Ann Lee"."""
        words = tuple([token.folded for token in tokens])
        for phrase in self._excepting if not self._opening.isdisjoint(words[_LEAD:]) else ():
            for at in range(_LEAD, len(words) - len(phrase)):
                if words[at] == phrase[0] and words[at : at + len(phrase)] == phrase:
                    return range(at, at + len(phrase))
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _plain(self, told: Told, phrase: range, none: int | None) -> Told | None:
        """A sentence with whom it excepts in the place of all, or of nobody, who stands at the place `none`."""
        tokens = told.tokens
        clause = tokens[phrase.stop - 1].clause
        inside = [at for at in places_in(tokens, clause) if at >= phrase.stop]
        named, rest = self._parted(told, phrase, inside, none) if inside else ([], [])
        named = [at for at in named if tokens[at].content]
        if not rest or not named or len(named) > _LEAD:
            return None
        if none is None:
            return None if self._denial is None else _told(told, tokens, (named, rest), self._denial)
        denied = next((at for at in rest if NOT in tokens[at].signs and not tokens[at].content), None)
        return _told(told, tokens, (named, [at for at in rest if at != denied]), None)

    def _parted(self, told: Told, phrase: range, inside: list[int], none: int | None) -> tuple[list[int], list[int]]:
        """Where whom a sentence excepts stands, and what it tells."""
        tokens, clause = told.tokens, told.tokens[phrase.stop - 1].clause
        if none:  # "The roof was mended by nobody but Ann Lee."
            return inside, [*range(none)] if none == phrase.start - 1 else []
        verbal = any(tokens[at].mood in FINITE for at in range(phrase.start) if tokens[at].content)
        if verbal and phrase.start > 2:  # noqa: PLR2004 "Nobody voted for it but Ann Lee."
            return inside, [*range(1, phrase.start)]
        if clause > 0 and told.clauses.marks[clause] == ",":
            return inside, [*range(inside[-1] + 1, len(tokens))]
        stop = self._end(tokens, inside)
        return [*range(inside[0], stop)], [*range(stop, len(tokens))]

    def _end(self, tokens: Sequence[Token], inside: Sequence[int]) -> int:
        """Where whom a clause opens with ends: before a denial, or a verb."""
        found = self._phrases.first(tokens, inside)
        if found is not None:
            return found.stop
        return next((at for at in inside if NOT in tokens[at].signs or tokens[at].mood in FINITE), inside[-1] + 1)

    def _refused(self, told: Told, words: tuple[str, ...]) -> Iterator[Told]:
        """What a sentence tells that somebody does not do, but something else: "instead of mending it, she sold it".

        `words` are its folded words.
        """
        for at, word in [*enumerate(words)] if not self._words.in_place.keys().isdisjoint(words) else ():
            for phrase in self._words.in_place.get(word, ()):
                first = at - phrase.index(word)
                if words[max(0, first) : first + len(phrase)] == phrase:
                    made = None if self._denial is None else self._not_done(told, first, first + len(phrase))
                    if made is not None:
                        yield made
                    return

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _not_done(self, told: Told, first: int, stop: int) -> Told | None:
        """Who does something, a denial, and what stands behind "instead of", where that is a deed."""
        tokens, marks = told.tokens, told.clauses.marks
        last = tokens[first].clause
        while last + 1 < len(marks) and marks[last + 1] != ",":
            last += 1
        region = [at for at in range(stop, len(tokens)) if tokens[at].clause <= last]
        opens = first == 0
        main = [at for at in range(len(tokens)) if (tokens[at].clause == last + 1 if opens else at < first)]
        region = [at for at in region if tokens[at].folded not in self._words.infinitive_marks]
        verb = self._verb(tokens, region, marked=tokens[stop - 1].folded in self._words.infinitive_marks)
        doer = self._doer(tokens, main, turned=opens) if main and verb is not None else None
        if doer is None or verb is None or self._denial is None:
            return None
        mood = next((tokens[at].mood for at in main if tokens[at].mood in FINITE), "")
        made = [token.copy() for token in tokens]
        made[verb].mood = mood
        order = [verb, *(at for at in region if at != verb)]
        return _told(told, made, ([*doer], order), self._denial)

    def _verb(self, tokens: Sequence[Token], region: Sequence[int], *, marked: bool) -> int | None:
        """Where the deed stands behind "instead of", None where a thing stands there; `marked` for "în loc să"."""
        if not region:
            return None
        if self._compounds:
            verb = tokens[region[-1]]
            return region[-1] if verb.content and verb.text[0].islower() else None
        first = next((at for at in region if tokens[at].content), None)
        if first is None or self._phrases.leads(tokens[max(first - 1, 0)]):
            return None
        endings = (*self._words.infinitives, *self._words.gerunds)
        return first if (marked or tokens[first].plain.endswith(endings)) and is_plain(tokens[first]) else None

    def _doer(self, tokens: Sequence[Token], main: Sequence[int], *, turned: bool) -> range | None:
        """Who does what a main clause tells, behind its verb where verbs stand second (`turned`)."""
        inside = main[1:] if turned and self._compounds else main
        return self._phrases.first(tokens, inside) if inside else None


def _in_case(aligned: Aligned) -> Told:
    """A sentence that opens with whom it excepts in the case that a claim has: "крім сторожа", "сторож"."""
    told, tokens = aligned.told, [*aligned.told.tokens]
    verb = next((at for at, token in enumerate(tokens) if token.mood in FINITE), len(tokens))
    for token, at in aligned.pairs:
        if at < verb and is_plain(token):
            tokens[at] = replace(token, clause=tokens[at].clause, start=tokens[at].start)
    return _placed(told, tokens, [*told.quoted])


def _led_by(told: Told, words: Sequence[Token]) -> Told:
    """A sentence that opens with some words."""
    tokens = [*(replace(token, clause=0) for token in words), *told.tokens]
    return _placed(told, tokens, [*([None] * len(words)), *told.quoted])


def _told(
    told: Told, tokens: Sequence[Token], parts: tuple[Sequence[int], Sequence[int]], denial: Token | None
) -> Told:
    """A sentence of who does something and what, with a denial between them or none."""
    named, rest = parts
    home = tokens[rest[0]].clause
    made = [replace(tokens[at], clause=0) for at in named]
    if denial is not None:
        made.append(replace(denial, clause=0, start=tokens[named[-1]].start))
    made += [replace(tokens[at], clause=max(0, tokens[at].clause - home)) for at in rest]
    return _placed(told, made, [None] * len(made))


def _placed(told: Told, tokens: list[Token], quoted: list[int | None]) -> Told:
    """Words as a sentence of their own."""
    for at, token in enumerate(tokens):
        token.before = tokens[at - 1].folded if at and tokens[at - 1].clause == token.clause else ""
    firsts = {token.clause: token.folded for token in reversed(tokens)}
    openers = [firsts.get(clause, "") for clause in range(tokens[-1].clause + 1)]
    marks = ["" if not clause else "," for clause in range(tokens[-1].clause + 1)]
    made = replace(told, clauses=Clauses(tokens, openers, marks), quoted=quoted, named={}, _places={})
    made.place()
    return made
