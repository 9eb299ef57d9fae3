"""Holds a claim in another language than the article's against it, by what can be compared across languages.

Words cannot be, so numbers, names, denials, conditions, comparisons and how sure something is are: each must be in the
sentences that the claim rests on, or in the one or two that have its names and numbers. The rest is a model's second
look, where there is one.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.support import Support, latin, numbers
from bot.domain.claims.comparing.tokenizer import tokenizer_of
from bot.domain.claims.comparing.tokens import Token, Told, nobody
from bot.domain.claims.comparing.wording import AFTER, BEFORE, COND, FORMER, GOVERNS, LESS, MORE, NOT, PASSIVE
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages
from bot.domain.values.proof import Proof, Verdict
from config import limits

NO_ANCHOR = "names nothing that the article names"
NO_EVIDENCE = "no sentence of the article has its names and numbers together"

_DENYING = frozenset({f"{GOVERNS}{name}" for name in ("deny", "refuse", "fail", "prevent", "false")})
_LEAST_LETTERS = 4
_ANCHORED = 3
_TURNED = {MORE: LESS, LESS: MORE, BEFORE: AFTER, AFTER: BEFORE}
# What tells how sure something is, or on what it depends.
_STRICT = frozenset(
    {
        COND, FORMER,
        *(
            f"{GOVERNS}{name}"
            for name in ("possible", "plan", "promise", "threaten", "demand", "offer", "attempt", "suspect", "allege")
        ),
    }
)  # fmt: skip


class Foreign:
    """One article, asked about claims in one other language."""

    def __init__(self, story: Story, language: str) -> None:
        self._story = story
        self._support = Support(story.reading.article, language, folded=story.reading.folded.text)
        self._language = languages.of(language)
        self._words = wording_of(self._language.code)
        self._tokenizer = tokenizer_of(self._language.code)

    def verdict(self, text: str, rests_on: Sequence[int]) -> Verdict:
        """Whether what can be compared of `text` is in sentences of the article."""
        fault = self._support.strange_script(text) or self._support.strange_thing(text)
        if fault:
            return Verdict(stands=False, why=fault, vetoed=True)
        tokens = self._tokenizer.read(text, 0, len(text), nobody).tokens
        values, signs = self._numbers(tokens, text), self._signs(tokens, text)
        names = [token for token in tokens if self._resembles(token, self._named)]
        if not values and not names and self._language.capitals:
            return Verdict(stands=False, why=NO_ANCHOR, evidence=self._places(rests_on))
        nearest: Verdict | None = None
        for window_of in self._windows(values, names, rests_on):
            window = [self._story.sentences[number] for number in window_of]
            if not self._holds(window, values, names):
                continue
            fault = self._reordered(window, names, signs) or self._turned(window, values, names, signs)
            places = self._places(window_of)
            if not fault:
                return Verdict(stands=True, proof=Proof.TRANSLATED, evidence=places)
            nearest = nearest or Verdict(stands=False, why=fault, evidence=places, vetoed=True)
        return nearest or Verdict(stands=False, why=NO_EVIDENCE, evidence=self._places(rests_on))

    def _numbers(self, tokens: Sequence[Token], text: str) -> set[float]:
        """The numbers of a claim; of one in a script whose words for magnitudes are not read, as written."""
        if not self._language.spaced:
            return {float(number) for number in numbers(text)}
        return {token.value for token in tokens if token.value is not None}

    def translation_fault(self, text: str, start: int, end: int) -> str:
        """Why a text cannot be a translation of the article's words at a place, "" when it may be one."""
        tokens = self._tokenizer.read(text, 0, len(text), nobody).tokens
        read = self._story.tokenizer.read(self._story.reading.text, start, end, nobody).tokens
        mine, theirs = self._signs(tokens, text), frozenset[str]().union(*(token.signs for token in read))
        return self._differ(mine, theirs, theirs)

    def _places(self, places: Sequence[int]) -> tuple[tuple[int, int], ...]:
        sentences = self._story.reading.sentences
        return tuple(sentences[number] for number in places if 0 <= number < len(sentences))

    def _windows(
        self, values: set[float], names: Sequence[Token], rests_on: Sequence[int]
    ) -> Iterator[tuple[int, ...]]:
        """Sentences that may carry a claim together: those that are named, else one, else two in a row."""
        sentences = self._story.sentences
        named = tuple(number for number in rests_on if 0 <= number < len(sentences))[:_ANCHORED]
        if named:
            yield named
        likely = [told.number for told in sentences if self._has_any(told, values, names)][: limits.QUOTE_PLACES]
        yield from ((number,) for number in likely)
        yield from ((number - 1, number) for number in likely if number)

    def _has_any(self, told: Told, values: set[float], names: Sequence[Token]) -> bool:
        known = self._values[told.number]
        return bool(values & known) or any(self._resembles(name, self._names[told.number]) for name in names)

    def _holds(self, window: Sequence[Told], values: set[float], names: Sequence[Token]) -> bool:
        """Whether sentences have all numbers and names of a claim."""
        known: set[float] = set().union(*(self._values[told.number] for told in window))
        named: set[str] = set().union(*(self._names[told.number] for told in window))
        return values <= known and all(self._resembles(name, named) for name in names)

    @cached_property
    def _values(self) -> list[set[float]]:
        """Of each sentence its numbers; for scripts whose words for magnitudes are not read, as written too."""
        found = [{token.value for token in told.tokens if token.value is not None} for told in self._story.sentences]
        if not self._language.spaced:
            for values, (start, end) in zip(found, self._story.reading.sentences, strict=True):
                values.update(map(float, numbers(self._story.reading.text[start:end])))
        return found

    @cached_property
    def _names(self) -> list[set[str]]:
        """Of each sentence the words of the names that it has, or means, in Latin letters."""
        entities = self._story.reading.entities
        found: list[set[str]] = []
        for told in self._story.sentences:
            named = {latin(token.text) for token in told.tokens if token.text[0].isupper()}
            meant = {latin(word) for number in told.named for word in entities[number].name.split()}
            found.append({name for name in named | meant if len(name) >= _LEAST_LETTERS})
        return found

    @cached_property
    def _named(self) -> set[str]:
        return set().union(*self._names)

    def _resembles(self, token: Token, names: set[str]) -> bool:
        """Whether a word with a capital may be one of these names, in this language's spelling."""
        if not token.text[0].isupper() or len(token.text) < _LEAST_LETTERS:
            return False
        spelt = latin(token.text)
        if spelt in names:
            return True
        alike = (name for name in names if name[0] == spelt[0])
        return any(SequenceMatcher(None, spelt, name).ratio() >= limits.RESPELT_SHARE for name in alike)

    # --- what turns a meaning -----------------------------------------------------------------------------------------

    def _signs(self, tokens: Sequence[Token], text: str) -> frozenset[str]:
        if self._language.spaced:
            return frozenset().union(*(token.signs for token in tokens))
        return frozenset().union(*(signs for word, signs in self._words.signs.items() if word in text))

    def _turned(self, window: Sequence[Told], values: set[float], names: Sequence[Token], signs: frozenset[str]) -> str:
        """What a claim has and its evidence has not, or the other way round, "" for nothing."""
        everywhere = frozenset().union(*(token.signs for told in window for token in told.tokens))
        beside = frozenset().union(*(self._beside(told, values, names) for told in window))
        return self._differ(signs, everywhere, beside)

    def _differ(self, signs: frozenset[str], everywhere: frozenset[str], beside: frozenset[str]) -> str:
        """How signs of what is said differ from those of all that is compared, and of what stands beside."""
        if _denies(signs) != _denies(everywhere):
            return "denies what the article does not" if _denies(signs) else "leaves out a denial"
        if not self._words.known or not self._language.spaced:
            return ""
        mine = (signs & _STRICT) - {COND}
        if NOT in signs:
            mine -= {f"{GOVERNS}possible"}  # What cannot be is denied, and was compared as such.
        if (beside & _STRICT) - signs:
            return "leaves out how sure it is, or on what it depends"
        if mine - everywhere:
            return "adds how sure it is, or on what it depends"
        if any(_is_turned(sign, other, signs, everywhere) for sign, other in _TURNED.items()):
            return "turns a comparison or an order of time round"
        return ""

    def _reordered(self, window: Sequence[Told], names: Sequence[Token], signs: frozenset[str]) -> str:
        """Two names the other way round than in the one sentence that has both, nothing being told in the passive."""
        if len(window) != 1 or PASSIVE in signs:
            return ""
        told = window[0]
        places = [
            next((at for at, other in enumerate(told.tokens) if self._is_name(name, other)), None) for name in names
        ]
        for (one, here), (other, there) in pairwise(zip(names, places, strict=True)):
            if here is None or there is None or here <= there + 1:
                continue
            if not self._belongs(one) and not self._belongs(other):
                return "turns round who does what"
        return ""

    def _belongs(self, name: Token) -> bool:
        """Whether a name only tells whose something is ("the treasurer of the club ...")."""
        return name.before in self._words.partitives

    def _is_name(self, name: Token, other: Token) -> bool:
        return other.text[0].isupper() and self._resembles(name, {latin(other.text)})

    def _beside(self, told: Told, values: set[float], names: Sequence[Token]) -> frozenset[str]:
        """The signs of a sentence's clauses that have a claim's names or numbers; of all where none is sure."""
        clauses = told.clauses
        anchored = {
            token.clause
            for token in told.tokens
            if token.value in values
            or (token.text[0].isupper() and any(self._resembles(name, {latin(token.text)}) for name in names))
        }
        if len(clauses.openers) <= _ANCHORED:
            anchored = set()
        near = anchored | {clause + 1 for clause in anchored} | {clause - 1 for clause in anchored}
        return frozenset().union(*(token.signs for token in told.tokens if token.clause in near or not anchored))


def _denies(signs: frozenset[str]) -> bool:
    return NOT in signs or bool(signs & _DENYING)


def _is_turned(sign: str, other: str, signs: frozenset[str], everywhere: frozenset[str]) -> bool:
    """Whether a claim says one of two that exclude each other and the article the other, neither of them both."""
    return sign in signs and other not in signs and other in everywhere and sign not in everywhere
