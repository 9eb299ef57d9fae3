"""Articles with what describes a noun that is left out: "It compared 64 plots. Those watered at night used less".

The noun is the only one of several in the sentence right before that the article agrees with.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of

_FEWEST, _ALIKE, _APART, _SUFFIX = 2, 2, 2, 2


class Headless:
    """One article's descriptions without a noun that open a sentence."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._words = story.words
        self._agreement = agreement_of(language.code)
        self._nouns = language.nouns_capitalised
        self._kept = frozenset(map(folded, language.definite)) & self._agreement.headless.keys()
        self._parts = story.words.participles

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, Token, int | None]]:
        """Where the noun would stand, the noun, and the word that it is said for where that is no article."""
        told = aligned.told
        form = self._agreement.headless.get(told.tokens[0].folded, "") if told.number and told.tokens else ""
        if not form or len(missing) != 1 or not _is_plain(missing[0]) or len(told.tokens) < _ALIKE + 1:
            return
        place = self._place(aligned, missing[0])
        noun = self._only(self._story.sentences[told.number - 1], missing[0], form) if place is not None else None
        if place is not None and noun is not None:
            gone = None if told.tokens[0].folded in self._kept else 0
            yield place if gone is None else 0, noun, gone

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _place(self, aligned: Aligned, noun: Token) -> int | None:
        """Where a noun would stand in a sentence, by what stands beside it there as in the claim."""
        tokens, at = aligned.told.tokens, aligned.tokens.index(noun)
        said = [place for place, one in enumerate(tokens) if one.content and place]
        if self._nouns:
            beside = [self._aligned(aligned, token) for token in aligned.tokens[:at]]
            last = said[len(beside) - 1] if beside and len(said) > len(beside) else None
            small = last is not None and all(tokens[place].text[0].islower() for place in range(1, last + 1))
            return last + 1 if last is not None and small and beside == said[: len(beside)] else None
        if at or not self._describes(tokens):
            return None
        beside = [self._aligned(aligned, token) for token in aligned.tokens[1 : 1 + _ALIKE]]
        return 1 if len(beside) == _ALIKE and beside == said[:_ALIKE] else None

    def _describes(self, tokens: Sequence[Token]) -> bool:
        """Whether what stands behind an article is a participle or tells of what the noun is, or a clause does."""
        behind, first = tokens[1], tokens[0]
        if behind.clause != first.clause:
            return behind.folded in self._relatives
        done = behind.text.endswith(self._parts or "\0") and not behind.entities
        return done or behind.folded in self._story.of_words

    @property
    def _relatives(self) -> frozenset[str]:
        return frozenset(map(folded, self._story.reading.language.relatives))

    @staticmethod
    def _aligned(aligned: Aligned, token: Token) -> int | None:
        return next((place for one, place in aligned.pairs if one is token), None)

    def _only(self, other: Told, wanted: Token, form: str) -> Token | None:
        """The noun that a claim has for it, where a sentence has no other of several that agrees."""
        fitting = [at for at in range(len(other.tokens)) if self._is_several(other.tokens, at, form)]
        if len({other.tokens[at].stem for at in fitting}) != 1:
            return None
        noun = other.tokens[fitting[0]]
        if not noun.keys.isdisjoint(wanted.keys):
            return noun
        suffixed = len(wanted.plain) - len(noun.plain) <= _SUFFIX and wanted.plain.startswith(noun.plain)
        return wanted if suffixed and wanted.plain.endswith(self._words.definite_endings or "\0") else None

    def _is_several(self, tokens: Sequence[Token], at: int, form: str) -> bool:
        """Whether a word is a noun for several that agrees by a form, as far as it tells."""
        token, before = tokens[at], tokens[max(0, at - _APART) : at]
        if not _is_plain(token) or token.folded in self._words.durations or token.mood in {"past", "future"}:
            return False
        counted = any((one.value or 0) >= _FEWEST and not one.dated for one in before[-1:])
        counted = counted or (len(before) == _APART and (before[0].value or 0) >= _FEWEST and not before[1].content)
        told = self._agreement.nouns.get(token.before, "")
        if counted:
            return True
        return bool(told) and set(told) <= {"M", "F", "p"} and (form == "p" or told in {form, "p"})


def _is_plain(token: Token) -> bool:
    return token.content and not token.entities and token.value is None and not token.dated
