"""A claim's last clause for a sentence that points to the one before: "..., which she denies", "..., says a study".

"The firm says the bridge is safe. She denies this": "The firm says the bridge is safe, which she denies". "The lake
is dying. A study shows this": "the lake is dying, according to a study". What is pointed to is the sentence right
before, whose last words the claim has; who denies or tells it is named as there, or by the same pronoun.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PART, SOURCE, folded
from bot.domain.claims.restating.bound.binding import Binding
from bot.domain.claims.restating.bound.of_whom import OfWhom, opens_of_whom
from bot.domain.claims.rules.grammar import SPEECH, governs, tells
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

_TELLING = SPEECH | {SOURCE, f"{GOVERNS}allege"}
_LEAST = 3
# How far from its verb a word that points back stands, and how soon one that opens a sentence.
_NEAR, _OPENING = 3, 4
# How many words that say something the sentence pointed to has behind those of a claim.
_PASSED = 1
# Among how many words the one for who tells it stands: "A new study shows this".
_HEAD = 3


class PointingBack:
    """One article's sentences that point to the one before them."""

    def __init__(
        self,
        story: Story,
        rules: Rules,
        binding: Binding,
        missing: Callable[[Aligned], list[Token]],
        prove: Callable[[str], Verdict],
    ) -> None:
        self._story, self._rules, self._binding = story, rules, binding
        self._missing, self._prove = missing, prove
        self._of_whom, self._main = OfWhom(story, rules, missing), ""
        self._phrases = [tuple(one.split("-")) for one in story.words.special["points_back"]]
        self._firsts = frozenset(phrase[0] for phrase in self._phrases)
        relatives = frozenset(map(folded, story.reading.language.relatives))
        self._relating = relatives | story.words.complements | story.words.twofold
        self._ends = story.words.definite_endings
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, text: str) -> Verdict | None:
        """The proof of a claim by a sentence and the one behind it that points to it, None where there is none."""
        for main, rest, holds in self._parts(text):
            if (holds == self._is_told_by and not self._may_be_told(rest)) or (
                holds == self._is_of_some_of_them and not self._of_whom.may_be(main)
            ):
                continue
            self._main = main
            first = self._prove(main)
            if not first.stands:
                continue
            number = self._story.reading.sentences.index(first.evidence[-1])
            told = self._story.sentences[number + 1] if number + 1 < len(self._story.sentences) else None
            if told is None or told.quoted[:1] != [None] or not self._is_last(main, number):
                continue
            if holds(told, rest):
                evidence = tuple(dict.fromkeys((*first.evidence, self._story.reading.sentences[told.number])))
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    @cached_property
    def _backs(self) -> list[Told]:
        """The sentences that open with what stands for the one before, few of an article's."""
        return [told for told in self._story.sentences[1:] if self._back_clause(told.tokens) is not None]

    def _may_be_told(self, rest: str) -> bool:
        """Whether such a sentence has a word of the end of a claim, besides those for telling."""
        said = [one for one in content_of(self._story.said(rest).tokens) if not one.signs & _TELLING]
        return any(not one.keys.isdisjoint(told.places) for told in self._backs for one in said)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _parts(self, text: str) -> Iterator[tuple[str, str, Callable[[Told, str], bool]]]:
        """What a claim tells, and what it tells of that, with what asks whether a sentence says so, for each comma."""
        claim = self._story.said(text)
        tokens = claim.tokens
        begun = [at for at in range(1, len(tokens)) if tokens[at].clause > tokens[at - 1].clause]
        for at in begun:
            if not _LEAST <= at < len(tokens) - 1 or claim.marks[tokens[at].clause] != ",":
                continue
            main = text[: tokens[at].start].rstrip(" ,")
            if opens_of_whom(tokens, at, self._story, them=True):
                yield *self._without(text, claim, at), self._is_of_some_of_them
            end = self._phrase_end(tokens, at) if tokens[at].folded in self._firsts else 0
            if end and end < len(tokens):
                yield main, text[tokens[end].start :], self._answers
            elif (told_of := self._aside(tokens, at)) is not None:
                noun, first = told_of
                yield main, text[tokens[first].start :], partial(self._answers_noun, noun=noun)
            elif any(one.signs & _TELLING for one in tokens[at:]):
                yield main, text[tokens[at].start :], self._is_told_by
        if tokens and SOURCE in tokens[0].signs:
            behind = next((tokens[at] for at in begun if claim.marks[tokens[at].clause] == ","), None)
            if behind is not None:
                yield text[behind.start :], text[: behind.start].rstrip(" ,"), self._is_told_by

    @staticmethod
    def _without(text: str, claim: Clauses, at: int) -> tuple[str, str]:
        """A claim without its clause that opens at a place, and that clause."""
        tokens = claim.tokens
        later = (one for one in tokens[at:] if one.clause > tokens[at].clause and claim.marks[one.clause] == ",")
        behind = next((one.start for one in later), len(text))
        main = text[: tokens[at].start].rstrip(" ,")
        return f"{main} {text[behind:]}".rstrip(), text[tokens[at].start : behind].rstrip(" ,")

    def _aside(self, tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
        """A noun for what a claim tells before an aside that it opens, and where what is told of it begins.

        "..., a claim (that) | the firm denies"; None where no such noun stands there.
        """
        noun = at + (tokens[at].folded in self._story.indefinite | self._story.words.articles)
        if noun + _PASSED + 1 >= len(tokens) or tokens[noun].stem not in self._story.words.referring:
            return None
        first = noun + 1
        first += tokens[first].folded in self._relating
        return (tokens[noun], first) if first + 1 < len(tokens) else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _answers_noun(self, told: Told, rest: str, noun: Token) -> bool:
        """Whether a sentence tells of such a noun, as known, what an aside at the end of a claim does, and no more."""
        said, laid, tokens = self._story.said(rest), self._laid(rest, told.number), told.tokens
        alike = [at for at, one in enumerate(tokens) if one.content and not one.keys.isdisjoint(noun.keys)]
        places = [at for at, one in enumerate(tokens) if one.stem == noun.stem] or alike
        if len(places) != 1 or self._missing(laid) or not laid.pairs or places[0] in laid.matched:
            return False
        known, clause = tokens[places[0]], tokens[places[0]].clause
        ended = bool(self._ends) and known.plain.endswith(self._ends)
        behind = tokens[places[0] + 1 : places[0] + 2]
        if not (known.before in self._story.leading or ended or self._story.words.free_order):
            return False
        if any(one.folded in self._story.of_words or one.folded in self._relating for one in behind):
            return False  # "The claim of the union".
        inside = [at for at, one in enumerate(tokens) if one.clause == clause]
        named = frozenset[int]().union(*[tokens[at].entities for at in laid.matched])
        others = [tokens[at] for at in inside if at not in {*laid.matched, *places} and tokens[at].content]
        if any(not one.entities & named for one in others) or not laid.matched & set(inside):
            return False
        if tells([tokens[at] for at in inside], NOT) != tells(said.tokens, NOT):
            return False
        return self._is_by_same(said.tokens, told, laid) and not self._rules.fault(said, laid)

    def _phrase_end(self, tokens: Sequence[Token], at: int) -> int:
        """Where a word for a whole statement that opens a relative clause ends, 0 where none stands: "ce que"."""
        words = [one.folded for one in tokens[at : at + _LEAST + 1]]
        return max((at + len(one) for one in self._phrases if words[: len(one)] == list(one)), default=0)

    def _is_last(self, main: str, number: int) -> bool:
        """Whether a claim has the last of what a sentence tells."""
        laid, tokens = self._laid(main, number), self._story.sentences[number].tokens
        if not laid.matched:
            return False
        behind = [one for one in tokens[max(laid.matched) + 1 :] if one.content and not one.dated]
        return len([one for one in behind if not one.signs & SPEECH]) <= _PASSED

    def _laid(self, text: str, number: int) -> Aligned:
        tokens = content_of(self._story.said(text).tokens)
        return align(tokens, self._story.sentences[number], self._story.words, compounds=self._compounds)

    def _is_of_some_of_them(self, told: Told, rest: str) -> bool:
        """Whether a sentence tells of one or some of those whom the one before counts what the end of a claim does."""
        return self._of_whom.holds(told, rest, self._main)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _answers(self, told: Told, rest: str) -> bool:
        """Whether a sentence denies, or says else, of what it points to what the end of a claim does."""
        said, laid = self._story.said(rest), self._laid(rest, told.number)
        pair = next(((token, place) for token, place in laid.pairs if self._holds(token)), None)
        if pair is None or self._missing(laid) or any(one.value is not None for one in said.tokens):
            return False
        (_, place), tokens = pair, told.tokens
        clause = tokens[place].clause
        inside = [at for at, one in enumerate(tokens) if one.clause == clause]
        near = [at for at in inside if abs(at - place) <= _NEAR]
        named = frozenset[int]().union(*[tokens[at].entities for at in laid.matched])
        others = [tokens[at] for at in inside if at not in laid.matched and tokens[at].content]
        alone = not any(not one.entities & named for one in others)
        if not (alone or any(self._binding.stands_for(tokens, at) for at in near)):
            return False
        if tells([tokens[at] for at in near], NOT) != tells(said.tokens, NOT):
            return False
        return self._is_by_same(said.tokens, told, laid) and not self._rules.fault(said, laid)

    def _holds(self, token: Token) -> bool:
        """Whether a word tells what somebody holds of a thing."""
        return bool(governs(token) or token.signs & SPEECH or token.stem in self._story.words.opposing)

    def _is_by_same(self, tokens: Sequence[Token], told: Told, laid: Aligned) -> bool:
        """Whether who denies it in a claim is named, or by the pronoun with which the sentence opens, or by none."""
        opening = {one.folded for one in told.tokens[:_OPENING]}
        pronouns = [one.folded for one in tokens if self._story.is_pronoun(one)]
        if any(one in opening for one in pronouns):
            return True
        others = [one for one, _ in laid.pairs if not self._holds(one)]
        return bool(others) and not (told.leans and self._story.is_pronoun(told.tokens[0]) and not others[0].entities)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_told_by(self, told: Told, rest: str) -> bool:
        """Whether a sentence says no more than that somebody or something tells what it points to."""
        laid, tokens = self._laid(rest, told.number), told.tokens
        back = self._back_clause(tokens)
        inside = [one for one in tokens if back is not None and one.clause <= back]
        spoken = any(one.signs & _TELLING for one in inside) and not self._is_of_some(inside)
        if not spoken or tells(tokens, NOT) or any(governs(one) for one in inside if not one.signs & _TELLING):
            return False
        said = [token for token, _ in laid.pairs if not token.signs & _TELLING]
        heads = [at for at, one in enumerate(tokens) if one.content and not one.signs & _TELLING][:_HEAD]
        lost = [one for one in self._missing(laid) if not one.signs & _TELLING]
        return bool(said) and not lost and not laid.matched.isdisjoint(heads)

    def _is_of_some(self, tokens: Sequence[Token]) -> bool:
        """Whether words tell of one or some of those who are pointed to: "one of them was shown in Paris"."""
        words = self._story.words
        tying, ones = words.partitives | self._story.of_words, words.special["one_of"]
        counts = [one.value is not None or PART in one.signs or one.folded in ones for one in tokens]
        return any(counted and behind.folded in tying for counted, behind in zip(counts, tokens[1:], strict=False))

    def _back_clause(self, tokens: Sequence[Token]) -> int | None:
        """The clause of what opens a sentence and stands for the one before, None without: "C'est ce que dit"."""
        for at in range(min(_OPENING, len(tokens))):
            end = self._phrase_end(tokens, at)
            if end or self._binding.stands_for(tokens, at):
                return tokens[max(at, end - 1)].clause
        return None
