"""Why something was done, where the sentence right behind it tells that: "The play was cancelled. The reason is a row".

The claim "the play was cancelled because of a row" rests on both.

Or what followed what, where a sentence opens as what follows: "she sold the farm. Then she moved to Elm"; "a pipe
burst. The school is therefore closed": "the school is closed because a pipe burst".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import (
    AFTER,
    BEFORE,
    CAUSE,
    GOVERNS,
    IS,
    LACK,
    NOT,
    PASSIVE,
    THAN,
    WAS,
    folded,
)
from bot.domain.claims.rules.cues.excepted import openings_of
from bot.domain.claims.rules.grammar import FINITE, SPEECH
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

# How many words a statement has at least, and among how many at the beginning of a sentence "the reason is" stands.
_LEAST, _OPENING = 3, 4
_MARKS, _UNSURE = {":", "—"}, {"future", "conditional"}
# How near behind "and" the second of two deeds stands.
_JOINED = 3
# How far from its first word a sentence has the word by which it follows from another, and how many words that has.
_FOLLOWS, _PHRASE = 7, 4
# How many words stand at most before a claim's verb, and how many a statement has at least.
_DOER_WORDS, _STATED = 6, 2


class Reasons:
    """One article's sentences that tell why what stands before them was done."""

    def __init__(self, story: Story, rules: Rules, missing: Callable[[Aligned], list[Token]]) -> None:
        self._story = story
        self._words = story.words
        self._rules = rules
        self._missing = missing
        self._compounds = story.reading.language.nouns_capitalised
        self._nouns = story.words.special["reason"]

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim that tells why, None where there is none."""
        if claim.headline or not any(map(self._is_why, claim.tokens)):
            return None
        parts = self._parted(text, claim)
        for told in self._story.sentences[1:] if parts is not None else ():
            if not self._tells_reason(told):
                continue
            before = self._story.sentences[told.number - 1]
            done, why = (self._story.said(part) for part in parts or ())
            if self._has_one_deed(before) and self._carries(before, done) and self._carries(told, why):
                places = self._story.reading.sentences
                evidence = (places[before.number], places[told.number])
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    def _is_why(self, token: Token) -> bool:
        """Whether a word may stand before why something is done: "because of"."""
        return CAUSE in token.signs or token.folded in self._words.reasons

    def _parted(self, text: str, claim: Clauses) -> tuple[str, str] | None:
        """What a claim tells as done, and why; None where it does not tell both."""
        tokens = claim.tokens
        at = self._why_at(tokens)
        first = self._start(tokens, at)
        small = self._words.ties | self._nouns
        behind = next((one for one in tokens[at + 1 :] if not one.signs and one.folded not in small), None)
        if behind is None or 0 < first < _LEAST:
            return None
        if first:
            return text[: tokens[first].start].rstrip(" ,"), text[behind.start :]
        rest = _rest(claim)
        return None if rest is None else (text[rest.start :], text[behind.start : rest.start].rstrip(" ,"))

    def _why_at(self, tokens: Sequence[Token]) -> int:
        """Where the word stands that tells why: one that opens the claim, or the last: "a causa di ..., per Cuneo"."""
        opening = next((at for at, one in enumerate(tokens[:_OPENING]) if CAUSE in one.signs), None)
        if opening is not None and not self._start(tokens, opening):
            return opening
        return next((at for at in range(len(tokens) - 1, -1, -1) if self._is_why(tokens[at])), 0)

    def _start(self, tokens: Sequence[Token], at: int) -> int:
        """Where the phrase begins that a word for a cause stands in: "a causa di", "din cauza"."""
        while at and not tokens[at - 1].content and tokens[at - 1].folded in self._words.ties:
            at -= 1
        return at

    def _tells_reason(self, told: Told) -> bool:
        """Whether a sentence opens with the word for a reason and says, of its own, what that is."""
        opening = told.tokens[:_OPENING]
        at = next((at for at, one in enumerate(opening) if one.folded in self._nouns), None)
        if at is None or any(one.content for one in opening[:at]) or any(one is not None for one in told.quoted):
            return False
        if any(map(_is_unsure, told.tokens[: at + _JOINED])):
            return False
        behind = told.tokens[at + 1 : at + 1 + _JOINED]
        marked = bool(behind) and behind[0].clause > told.tokens[at].clause and told.clauses.marks[1] in _MARKS
        return marked or any(map(self._is_being, behind))

    def _is_being(self, token: Token) -> bool:
        words = self._words
        said = token.folded in words.copulas | words.special["reason_is"]
        return said or bool(token.signs & {IS, WAS, PASSIVE})

    def _has_one_deed(self, told: Told) -> bool:
        """Whether a sentence joins no deeds, of which the reason might be that of one alone."""
        joins, tokens = self._words.joins, told.tokens
        at = [at for at, token in enumerate(tokens) if token.folded in joins]
        return not any(self._is_deed(tokens[place + 1 : place + 1 + _JOINED]) for place in at)

    def _is_deed(self, tokens: Sequence[Token]) -> bool:
        return any(one.mood in FINITE or one.folded in self._words.perfects or self._is_being(one) for one in tokens)

    def _carries(self, told: Told, held: Clauses) -> bool:
        aligned = align(content_of(held.tokens), told, self._words, compounds=self._compounds)
        return bool(aligned.pairs) and not self._missing(aligned) and not self._rules.fault(held, aligned)


def _rest(claim: Clauses) -> Token | None:
    """Where a claim goes on behind its first comma, None where it has none."""
    return next((one for one in claim.tokens if one.clause and claim.marks[one.clause] == ","), None)


def _is_unsure(token: Token) -> bool:
    """Whether a word denies or makes what it governs less than a fact: "the cause will have been", "may be"."""
    return NOT in token.signs or token.mood in _UNSURE or any(sign.startswith(GOVERNS) for sign in token.signs)


@dataclass(frozen=True)
class Followed:
    """What a claim tells of two statements.

    Attributes:
        first: what was so first, in each way that tells who did it; with whether it must have all of its sentence.
        then: what followed, in the same way.
        causal: whether it followed from the first.
    """

    first: Sequence[tuple[str, bool]]
    then: Sequence[tuple[str, bool]]
    causal: bool


class Linking:
    """One article's sentences that tell what followed from the ones before them."""

    def __init__(
        self,
        story: Story,
        rules: Rules,
        missing: Callable[[Aligned], list[Token]],
        in_full: Callable[[Clauses, Aligned], Verdict | None],
    ) -> None:
        self._story = story
        self._words = story.words
        self._rules = rules
        self._missing = missing
        self._in_full = in_full
        self._compounds = story.reading.language.nouns_capitalised
        language, words = story.reading.language, story.words
        self._completing = frozenset(map(folded, (*language.that, *language.relatives, *language.perfect_infinitives)))
        self._opening = story.leading | words.perfects | language.indefinite
        following = words.special["therefore"] | words.later | words.special["thereafter"]
        self._openings = openings_of(frozenset(following))
        self._completing |= words.complements | story.of_words | words.special["completing"] | words.infinitive_marks

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim that tells what followed, None where there is none."""
        if claim.headline or not any(map(self._may_link, claim.tokens)) or not self._links:
            return None
        for one in self._parts(text, claim):
            for told, causal in self._links:
                before = self._story.sentences[told.number - 1]
                if one.causal and not (causal and self._is_sure(before)):
                    continue
                if self._carries(told, one.then) and self._carries(before, one.first):
                    places = self._story.reading.sentences
                    evidence = (places[before.number], places[told.number])
                    return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    def _may_link(self, token: Token) -> bool:
        word, words = token.folded, self._words
        linking = word in words.reasons or word in words.special["opening_causes"] or word in words.later
        return linking or bool(token.signs & {AFTER, BEFORE, CAUSE})

    @cached_property
    def _links(self) -> list[tuple[Told, bool]]:
        """The sentences that tell what followed from the one right before, and whether they tell that it caused it."""
        found = ((told, self._linked(told)) for told in self._story.sentences[1:] if told.tokens)
        return [(told, causal) for told, causal in found if causal is not None]

    def _linked(self, told: Told) -> bool | None:
        """Whether a sentence tells what the one before it caused; None where it does not go on with it."""
        tokens = told.tokens[:_FOLLOWS]
        if told.quoted.count(None) < len(told.quoted):
            return None
        last = 1 if told.clauses.marks[1:2] == [""] else 0  # "L'école est | donc fermée."
        for at in [at for at, one in enumerate(tokens) if one.clause <= last and not one.content]:
            if tokens[at].before in self._words.joining | self._words.till:
                return None  # "Until then".
            if tokens[at].folded.partition("-")[0] not in self._openings:
                continue
            for end in range(min(len(tokens), at + _PHRASE), at, -1):
                found = self._followed(told.tokens[at:end], told.tokens[end : end + 1])
                if found is not None:
                    return found
        return None

    def _followed(self, tokens: Sequence[Token], behind: Sequence[Token]) -> bool | None:
        """Whether words tell of a cause, and not of a time; None where they tell of neither."""
        phrase, special = "-".join(one.folded for one in tokens), self._words.special
        if phrase in special["therefore"] and not self._completes(behind):
            return True
        later = phrase in self._words.later or phrase in special["thereafter"]
        return False if later and not self._governs(tokens[0], behind) else None

    def _completes(self, behind: Sequence[Token]) -> bool:
        """Whether a word for a cause goes on to tell it: "тому, що"."""
        return any(one.folded in self._words.complements for one in behind)

    def _governs(self, token: Token, behind: Sequence[Token]) -> bool:
        """Whether a word for "afterwards" stands before what that is after: "dopo la lite", "después de la riña"."""
        tied = token.folded in self._words.ties
        small = self._completing | (self._story.leading if tied else frozenset())
        return any(one.folded in small or (tied and (one.value is not None or one.entities)) for one in behind)

    def _is_sure(self, told: Told) -> bool:
        """Whether a sentence tells one thing as a fact: a cause is what was so, and not what somebody says of it."""
        words = self._words
        contrast = any(one.folded in words.contrasting | words.joins - words.joining for one in told.tokens)
        return not contrast and not any(NOT in one.signs or one.signs & SPEECH for one in told.tokens)

    def _parts(self, text: str, claim: Clauses) -> Iterator[Followed]:
        """The statements of a claim, for each word that may tell what followed what."""
        tokens = claim.tokens
        for at, token in enumerate(tokens):
            causal = self._causes(tokens, at)
            if not causal and not token.signs & {AFTER, BEFORE}:
                continue
            parted = self._parted(text, claim, at)
            if parted is None:
                continue
            main, inside, sub = parted
            ways = self._ways(main, inside, sub)
            if BEFORE in token.signs:
                yield Followed([(main, False)], ways, causal=False)
            else:
                yield Followed(ways, [(main, False)], causal=causal)

    def _causes(self, tokens: Sequence[Token], at: int) -> bool:
        token, words = tokens[at], self._words
        opening = not at and token.folded in words.special["opening_causes"]
        tells = CAUSE in token.signs or token.folded in words.reasons
        return opening or (tells and not token.content and LACK not in token.signs)

    def _parted(self, text: str, claim: Clauses, at: int) -> tuple[str, list[Token], str] | None:
        """What a claim tells, the words behind a word for "after" at a place, and their text."""
        tokens = claim.tokens
        start, ties = at, self._words.ties - self._words.joining
        while start and not tokens[start - 1].content and tokens[start - 1].folded in ties:
            start -= 1
        behind = range(at + 1, len(tokens))
        first = next((at for at in behind if not self._is_passed(tokens[at])), len(tokens))
        if first == len(tokens):
            return None
        rest = self._rest(claim, start, first)
        inside = [one for one in tokens[first:] if rest is None or one.clause < rest.clause]
        ahead = text[: tokens[start].start].rstrip(" ,")
        main = ahead if rest is None else f"{ahead} {text[rest.start :]}".strip()
        sub = text[tokens[first].start : len(text) if rest is None else rest.start].rstrip(" ,.")
        return (main, inside, sub) if len(main.split()) >= _STATED else None

    def _is_passed(self, token: Token) -> bool:
        """Whether a word only ties what is told behind it: "de", "того, як", "avoir"."""
        if token.content or token.signs - {THAN} or token.entities or self._is_pronoun(token):
            return token.folded in self._completing
        return token.folded not in self._opening

    @staticmethod
    def _rest(claim: Clauses, start: int, first: int) -> Token | None:
        """Where a claim goes on behind a clause that opens with a word for "after", None where it does not."""
        tokens = claim.tokens
        if start and tokens[start - 1].clause == tokens[start].clause:
            return None
        later = (one for one in tokens[first:] if one.clause > tokens[first].clause)
        return next((one for one in later if claim.marks[one.clause] == ","), None)

    def _ways(self, main: str, inside: Sequence[Token], sub: str) -> list[tuple[str, bool]]:
        """What is told behind a word for "after", with who did it where it does not tell that itself."""
        first, words = inside[0], self._words
        doer = self._doer(main)
        if self._is_pronoun(first):
            return [(f"{doer} {sub[len(first.text) :].strip()}", False)] if doer else []
        helped = self._is_helped(inside)
        if not helped and (not first.content or first.entities or first.value is not None):
            return [(sub, False)]
        told = [(f"{doer} {sub}", False)] if doer else []
        if first.plain.endswith((*words.infinitives, *words.gerunds) or ("\0",)):
            return told
        if helped or first.mood in FINITE or first.plain.endswith(words.participles or ("\0",)):
            return [*told, (sub, True)]
        return [(sub, False)]

    def _is_helped(self, inside: Sequence[Token]) -> bool:
        """Whether a helping verb opens what is told, so that it leaves out who does it: "a vândut", "war gezogen"."""
        first, behind = inside[0], inside[1:2]
        done = any(one.plain.endswith(self._words.participles or ("\0",)) for one in behind)
        helping = first.folded in self._words.perfects and (done or first.folded not in self._story.leading)
        return helping or not first.signs.isdisjoint({IS, WAS, PASSIVE})

    def _is_pronoun(self, token: Token) -> bool:
        return token.folded in self._words.subjects or (not token.content and self._story.is_pronoun(token))

    def _doer(self, main: str) -> str:
        """Who or what a statement begins with, or names first behind its verb; "" where it is not told apart."""
        tokens = self._story.said(main).tokens
        named = next((at for at, one in enumerate(tokens[:_DOER_WORDS]) if one.entities), None)
        if named is not None:
            last = named
            while last + 1 < len(tokens) and tokens[last + 1].entities & tokens[named].entities:
                last += 1
            return main[tokens[named].start : tokens[last].start + len(tokens[last].text)]
        verb = next((at for at, one in enumerate(tokens[:_DOER_WORDS]) if self._is_verb(one)), 0)
        return main[: tokens[verb].start].strip()

    def _is_verb(self, token: Token) -> bool:
        return (
            token.mood in FINITE or bool(token.signs & {IS, WAS, PASSIVE, NOT}) or token.folded in self._words.perfects
        )

    def _carries(self, told: Told, ways: Sequence[tuple[str, bool]]) -> bool:
        for way, strict in ways:
            held = self._story.said(way)
            aligned = align(content_of(held.tokens), told, self._words, compounds=self._compounds)
            if not aligned.pairs or not self._proves(held, aligned):
                continue
            if not strict or all(
                at in aligned.matched or one.dated for at, one in enumerate(told.tokens) if one.content
            ):
                return True
        return False

    def _proves(self, held: Clauses, aligned: Aligned) -> bool:
        if any(self._is_wished(aligned.told.tokens, at) for _, at in aligned.pairs):
            return False
        if not self._missing(aligned):
            return not self._rules.fault(held, aligned)
        return self._in_full(held, aligned) is not None

    def _is_wished(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is an infinitive that a verb governs: who "quería vender" has not sold."""
        if not at or not tokens[at].plain.endswith(self._words.infinitives or ("\0",)):
            return False
        return tokens[at - 1].mood in FINITE or tokens[at].before in self._words.complements - self._opening
