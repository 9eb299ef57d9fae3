"""How a sentence stands to others: whether it needs the one before it, turns against it, looks ahead or points back.

"But he ...", "The 83-year-old ..." and "Note: ..." lean on what is before them. What leans is data, read by `habits`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, takewhile

from bot.domain.brief.summaries.choice import SummarySentence
from bot.domain.brief.summaries.habits import Habits
from bot.domain.brief.summaries.pointers import POINTER_WORDS, calls_back, leads_to_pronoun, pointer_in, sums_up
from bot.domain.brief.summaries.untold import has_between
from bot.domain.brief.summaries.words import WORD, content_of, has_phrase, lowers_of, opens_with
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.quotes import FoundQuote
from config.limits import SUMMARY_SPOKEN_SHARE

_LABEL = re.compile(r"[^\W\d_]+(?:: | [-–—] )")
_OPENING_QUOTATION = re.compile(r"[\"“„«‘'「]\s?\w+(?:[^\w\"”“»’」]+\w+){2}|^[「『]|^[—–―]\s")
_QUOTED = re.compile(r".[^\"”“»」]+[\"”“»」]")
_TITLE_FIRST = re.compile(r".[^\"”“»’」]+[\"”“»’」]\s?[,:]")
_OPENING_MARKS = "\"“„«‘'「"
_PHRASE_WORDS = 3
_LANGUAGES = 32
_LEADING_WORDS = 8  # Words before a colon that lead up to the news.


class Leaning:
    """One article as its sentences are read in order, asked how they stand to others.

    Args:
        text: what is read of it.
        language: its language.
        title: the stems of its headline's words.
        quotes: what it quotes.
        people: where somebody is named, in order.
        named: where anything is.
        habits: what leans in the language.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        *,
        title: frozenset[str],
        quotes: Sequence[FoundQuote],
        people: list[int],
        named: list[int],
        habits: Habits,
    ) -> None:
        self._text = text
        self._language = language
        self._title = title
        self._quotes = quotes
        self._quote_ends = [quote.end for quote in quotes]
        self._people = people
        self._named = named
        self._habits = habits
        self._leaning = habits.first_person | habits.pronouns
        self._dates = language.days | language.months
        self._told: list[tuple[int, frozenset[str]]] = []

    def read(self, number: int, words: frozenset[str]) -> None:
        """Take the number of a sentence that may be chosen, and the stems of its words."""
        self._told.append((number, words))

    def turns(self, sentence: SummarySentence) -> bool:
        """Whether a sentence sets one thing against another."""
        return has_phrase(sentence.lowers, self._habits.turns)

    def looks_ahead(self, sentence: SummarySentence) -> bool:
        """Whether a sentence tells what is still to come."""
        return has_phrase(sentence.lowers, self._habits.outlook)

    def points_back(self, sentence: SummarySentence) -> frozenset[str]:
        """The stems of a definite noun phrase that opens a sentence and that an earlier sentence has."""
        lowers = sentence.lowers
        if not lowers or lowers[0] not in self._language.definite:
            return frozenset()
        after = _after_phrases(self._language.code)
        phrase = list(takewhile(lambda word: word not in after, lowers[1 : 1 + _PHRASE_WORDS]))
        earlier = (words for number, words in self._told if number < sentence.number)
        return content_of(" ".join(phrase), phrase, self._language).intersection(chain.from_iterable(earlier))

    def leans(self, sentence: SummarySentence) -> bool:
        """Whether a sentence needs another to be understood; the one to which it is tied is with it."""
        if sentence.tied:
            return False
        text, start, end = self._text[sentence.start : sentence.end], sentence.start, sentence.end
        quoted = _OPENING_QUOTATION.match(text) is not None
        if sentence.spoken > SUMMARY_SPOKEN_SHARE or (
            quoted and not (sentence.first and self._is_of_title(start, text))
        ):
            return True
        return self._leans(text, start, end, sentence.lowers, first=sentence.first)

    def _is_of_title(self, start: int, text: str) -> bool:
        """Whether what is quoted at the beginning is a work's title, or is told of behind it: "“...”: so she went".

        Or whether the sentence goes on with the headline's news: "“...,” said the judge, who struck out 640 fines".
        """
        speech = any(quote.start <= start + 2 for quote in self._quotes[:1])
        titled = _TITLE_FIRST.match(text)
        quoted = _QUOTED.match(text)
        behind = text[quoted.end() :] if quoted is not None else ""
        news = len(self._title.intersection(content_of(behind, lowers_of(behind), self._language))) > 1
        return news or (titled is not None and (titled.group().endswith(":") or not speech))

    def _leans(self, text: str, start: int, end: int, lowers: Sequence[str], *, first: bool) -> bool:
        """Whether the sentence needs the one before it, or speaks in the writer's own voice.

        The article's first sentence has none before it: there a pronoun leans alone that opens it.
        """
        if at := self._news_behind_colon(text):
            return self._leans(text[at:], start + at, end, lowers_of(text[at:]), first=first)
        if sums_up(text, self._habits.summing) if first else leads_to_pronoun(text, self._language):
            return True
        if self._opens_leaning(text, lowers) and (not first or lowers[0] in self._language.pronouns):
            return True
        if not first and (self._is_labelled(text, start) or calls_back(text, lowers, self._language)):
            return True
        if not (first or self._habits.pointing.isdisjoint(lowers[1:POINTER_WORDS])):
            pointer = pointer_in(text, self._habits.pointing, self._language)
            if pointer and not self._in_quotation(start + pointer):
                return True
        return not self._leaning.isdisjoint(lowers) and self._has_leaning_word(text, start, end, lowers, first=first)

    def _news_behind_colon(self, text: str) -> int:
        """Where what the headline tells begins behind a few words and a colon: "That is over: | the town sells it"."""
        head, colon, rest = text.partition(": ")
        lowers = lowers_of(head) if colon else ()
        if not lowers or len(lowers) > _LEADING_WORDS or not self._language.verbs.isdisjoint(lowers):
            return 0
        behind = lowers_of(rest)
        told = self._title.intersection(content_of(rest, behind, self._language))
        news = len(told) > 1 or not self._language.days.isdisjoint(behind)
        return len(head) + len(colon) if news and rest[0] not in _OPENING_MARKS else 0

    def _has_leaning_word(self, text: str, start: int, end: int, lowers: Sequence[str], *, first: bool) -> bool:
        """Whether a pronoun without its bearer before it, or a word of the writer's own voice, is in no quotation."""
        person = bisect_left(self._people, start)
        bearer = self._people[person] if person < len(self._people) else end
        for match, lower in zip(WORD.finditer(text), lowers, strict=True):
            at = start + match.start()
            if at < bearer and self._is_bearer(lower):
                bearer = at  # "A woman has died after her car ...": a common noun bears a pronoun too.
            unborne = lower in self._habits.pronouns and at < bearer and not first
            own_voice = lower in self._habits.first_person and not match.group()[1:].isupper()  # The US is no pronoun.
            if (unborne or own_voice) and not self._in_quotation(at):
                return True
        return False

    def _opens_leaning(self, text: str, lowers: Sequence[str]) -> bool:
        """Whether a sentence begins with words that lean on the sentence before it; "Este jueves" tells when."""
        opens = self._dates.isdisjoint(lowers[1:2]) and opens_with(lowers, self._habits.openers)
        return opens or text.startswith(self._habits.prefixes)

    def _is_bearer(self, word: str) -> bool:
        """Whether a common noun means people, whom a pronoun behind it may mean."""
        language = self._language
        return bool(language.gender_of_role(word)) or language.is_role(word) or word in language.groups

    def _is_labelled(self, text: str, start: int) -> bool:
        """Whether a word that names nobody stands before a sentence: "Note: ...", "Hinweis: ...", "Luto - ..."."""
        return _LABEL.match(text) is not None and not has_between(self._named, start, start + 1)

    def _in_quotation(self, at: int) -> bool:
        index = bisect_right(self._quote_ends, at)
        return index < len(self._quotes) and self._quotes[index].start <= at


@lru_cache(maxsize=_LANGUAGES)
def _after_phrases(code: str) -> frozenset[str]:
    """The words of a language that belong to no noun phrase."""
    language = languages.of(code)
    return language.function_words | language.auxiliaries | language.verbs
