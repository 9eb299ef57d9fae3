"""Phrases of time in a clause: "in the spring of 2023", "on Friday"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.actors.signs import signs_of
from bot.domain.brief.headlines.shortening import WORD
from bot.domain.brief.headlines.small_words import small_words
from bot.domain.language import languages
from bot.domain.language.languages import Language

TIME_WORDS = 7  # Of the longest phrase of time.
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}")


@lru_cache(maxsize=32)
def time_phrases(code: str) -> "TimePhrases":
    """The words for time of a language."""
    return TimePhrases(languages.of(code))


class TimePhrases:
    """The words for time of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._signs = signs_of(language.code)
        self._small = small_words(language.code)

    def last_in(self, text: str) -> tuple[int, int]:
        """Offsets of the last phrase of time ("in the spring of 2023", "on Friday"), (0, 0) where there is none."""
        words = list(WORD.finditer(text))
        for index in range(len(words) - 1, 0, -1):
            before = words[index - 1].group().lower()
            if words[index].group().lower() not in self._language.prepositions or before in self._language.determiners:
                continue
            end = 0
            for match in words[index + 1 : index + 1 + TIME_WORDS]:
                lower = match.group().lower()
                told = self.tells(lower)
                if "," in text[words[index].end() : match.start()] or not (told or self._may_stand_in(lower)):
                    break
                end = match.end() if told else end
            if end:
                return words[self._opening(words, index)].start(), end
        return 0, 0

    def _opening(self, words: Sequence[re.Match[str]], index: int) -> int:
        """The index of the first word of a phrase of time that ends in this preposition's: "at the end | of June"."""
        first = index
        for at in range(index - 1, max(0, index - TIME_WORDS), -1):
            lower = words[at].group().lower()
            if lower in self._language.prepositions:
                first = at
            elif not self.may_tell(lower):
                break
        adverb = first > 1 and words[first - 1].group() in self._signs.adverbs
        return first - 1 if adverb else first

    def tells(self, word: str) -> bool:
        """Whether a word in lower case is a time: a day, a month, a year."""
        language, signs = self._language, self._signs
        dated = word in language.days or word in language.months or word in signs.times or bool(_YEAR.fullmatch(word))
        return dated or (language.compounds and word.startswith(self._small.days))  # "Donnerstagabend"

    def may_tell(self, word: str) -> bool:
        """Whether a word in lower case may stand in a phrase of time."""
        return self._may_stand_in(word) or self.tells(word)

    def _may_stand_in(self, word: str) -> bool:
        """Whether a word that is no time may stand in a phrase of time."""
        language, signs = self._language, self._signs
        joins = word in language.determiners or word in language.of_words or word in signs.articles
        return joins or word in signs.time_modifiers or bool(_DAY.fullmatch(word))
