"""Says a person's full name where a summary first names them by surname alone: "Putin's speech" after no other name.

The one change that a summary makes to an article's sentence, and a mechanical one: a surname is replaced by the full
name that the article itself gives, never within a quotation.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from bot.domain.language import languages
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.actor import PERSON
from bot.domain.values.article import Article

_TITLE_CHARACTERS = 24
_LED = 2  # An article and the noun that it leads to.


class FullNames:
    """Gives the sentences of one summary, which are to be asked for in reading order."""

    def __init__(self, article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote]) -> None:
        self._text = article.text
        self._language = languages.of(article.language)
        self._quotes = quotes
        self._quote_ends = [quote.end for quote in quotes]
        people = [entity for entity in entities if entity.kind is PERSON and _is_full(entity.name)]
        surnames = Counter(surname_of(entity.name) for entity in people)
        people = [entity for entity in people if surnames[surname_of(entity.name)] == 1]
        self._places = sorted((m.start, m.end, entity.name) for entity in people for m in entity.mentions)
        self._said: set[str] = set()

    def sentence(self, start: int, end: int) -> str:
        """The article's sentence at these offsets; who is first named in it is named in full."""
        parts: list[str] = []
        at = start
        for index in range(bisect_left(self._places, (start,)), len(self._places)):
            begin, past, name = self._places[index]
            if past > end:
                break
            if name not in self._said and self._is_surname(begin, past, name):
                parts += [self._text[at:begin], name]
                at = past
            if not (self._is_quoted(begin) or self._names_another(begin)):
                self._said.add(name)
        return "".join([*parts, self._text[at:end]])

    def _is_surname(self, start: int, end: int, name: str) -> bool:
        """Whether the name stands here as the bare surname, in the story's own words."""
        if self._text[start:end] != surname_of(name) or self._is_quoted(start):
            return False
        before = self._words_before(start)
        word = before[-1].lower().rstrip(".") if before else ""
        titled = word in self._language.titles or self._text.startswith("-", end)
        return not (titled or self._is_within(name, word) or self._names_another(start))

    def _is_within(self, name: str, word: str) -> bool:
        """Whether the word before a surname is of the same name: "anti-Ann | Lee", "Zu | Guttenau hatte"."""
        return not {part.lower() for part in name.split(" ")[:-1]}.isdisjoint((word, word.rpartition("-")[2]))

    def _words_before(self, start: int) -> list[str]:
        return self._text[max(0, start - _TITLE_CHARACTERS) : start].split()[-2:]

    def _names_another(self, start: int) -> bool:
        """Whether something else has somebody's name here: "the | Obama administration", "die Familie | Keller"."""
        before = self._words_before(start)
        last = before[-1].lower() if before else ""
        led = last in self._language.determiners and last not in self._language.that
        return led or self._is_called_after(before)

    def _is_called_after(self, before: Sequence[str]) -> bool:
        """Whether the last of two words is a noun for what has somebody's name: "die Familie | Keller"."""
        if len(before) < _LED or self._language.is_role(before[1].lower()):
            return False
        if self._language.nouns_capitalised:
            return before[1].isalpha() and before[1][0].isupper() and before[0][-1].isalpha()
        article = re.split("(?<=['’])", before[0])[-1].lower() in self._language.determiners
        return self._language.postposed and article and before[1].isalpha() and before[1].islower()

    def _is_quoted(self, at: int) -> bool:
        index = bisect_right(self._quote_ends, at)
        return index < len(self._quotes) and self._quotes[index].start <= at


def _is_full(name: str) -> bool:
    """Whether a name is a person's in full; a club's begins with letters and has a town behind them: "TV Halden"."""
    first, space, _ = name.partition(" ")
    return bool(space) and not (len(first) > 1 and first.isupper())


def surname_of(name: str) -> str:
    """The last word of a name."""
    return name.rsplit(" ", 1)[-1]
