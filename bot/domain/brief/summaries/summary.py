"""Chooses two to four whole sentences of an article that tell its story and stand on their own.

The lead is hard to beat, so a sentence's place weighs most; its words' part in the text, the title and the actors
correct what the lead does badly: an anecdote first, a heading, a caption, half a quotation. Sentences that lean on
others ("But he ...") or that belong to the page rather than to the story are left out as long as there are others.

What leans and what is debris is data, read by `habits`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.domain.brief.summaries.choice import SummarySentence, choose
from bot.domain.brief.summaries.full_names import FullNames
from bot.domain.brief.summaries.habits import habits_of
from bot.domain.brief.summaries.headlines import with_parts
from bot.domain.brief.summaries.leaning import Leaning
from bot.domain.brief.summaries.scenes import Opening
from bot.domain.brief.summaries.untold import has_between
from bot.domain.brief.summaries.weights import Weights
from bot.domain.brief.summaries.words import WORD, content_of, lowers_of, opens_with
from bot.domain.brief.summaries.years import is_year, newest_year
from bot.domain.language import languages
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.text.characters import POINTS, QUESTION_MARKS
from bot.domain.text.margins import captions_in, credits_in, dateline_end, headings_in
from bot.domain.text.sentences import split_sentences
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from bot.domain.values.wish import Length
from config.limits import (
    SUMMARY_ACTORS,
    SUMMARY_CHARACTERS,
    SUMMARY_OLD_YEARS,
    SUMMARY_SENTENCE_WORDS,
    SUMMARY_SPARE,
    SUMMARY_SPOKEN_SHARE,
)

_ALPHANUMERIC = re.compile(r"[^\W_]")
_ENDS = tuple(POINTS)
_WEB = re.compile(r"(?<!\w)@\w|https?:|www\.|</")
_WEB_SIGNS = ("@", "http", "www.", "</")  # Without one of them the expression finds nothing.
_CLOSERS = "\"'”’“»«)]」』） "
_ASCII_PAIRS = (("(", ")"),)
_OTHER_PAIRS = (*_ASCII_PAIRS, ("「", "」"), ("『", "』"))
_PAIRS = (*_OTHER_PAIRS, ("“", "”"))
_BYLINE_WORDS = 16

_Places = Sequence[tuple[int, int]]

SENTENCES = {Length.SHORT: 2, Length.NORMAL: 3, Length.LONG: 4}


class Summary:
    """The sentences of one article that may stand in a summary, scored once; of a long text those of its beginning."""

    def __init__(
        self, article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote], places: _Places | None = None
    ) -> None:
        """`places` are the offsets of the article's sentences where they are known already."""
        reading = _Beginning(article, entities, quotes, places)
        self._title_words = reading.title_words
        self._sentences = reading.sentences()
        self._article, self._entities, self._quotes = article, entities, quotes

    def of(self, length: Length) -> tuple[DraftSentence, ...]:
        """Two, three or four sentences in reading order, each a slice of the text with its paragraph's number."""
        return self._chosen(SENTENCES[length])

    def behind(self, first: DraftSentence, length: Length) -> tuple[DraftSentence, ...]:
        """As `of`, where a headline says what the first sentence says."""
        self._sentences = [one for one in self._sentences if one.number not in first.rests_on]
        for one in self._sentences:
            if one.tied and one.number - 1 in first.rests_on:
                one.leans = True
        return self.of(length)

    def spare(self) -> tuple[DraftSentence, ...]:
        """More sentences that may stand in a summary, in reading order, for what the summary's own do not serve."""
        return self._chosen(SUMMARY_SPARE)

    def _chosen(self, wanted: int) -> tuple[DraftSentence, ...]:
        named = FullNames(self._article, self._entities, self._quotes)
        return tuple(
            DraftSentence(named.sentence(one.start, one.end), one.paragraph, rests_on=(one.number,))
            for one in choose(self._sentences, wanted, self._title_words)
        )


class _Beginning:
    """An article's beginning, read for a summary."""

    def __init__(
        self, article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote], places: _Places | None = None
    ) -> None:
        self._text = _beginning(article.text)
        self._language = language = languages.of(article.language)
        known = places if len(article.text) <= SUMMARY_CHARACTERS else None
        self._all = split_sentences(self._text, language) if known is None else known
        self._habits = habits_of(language.code)
        self._debris_phrases = self._habits.debris_in(self._text.lower())
        self._addresses = any(sign in self._text for sign in _WEB_SIGNS)
        self._dates = language.days | language.months
        title = article.title or ""
        self.title_words = content_of(title, with_parts(lowers_of(title), self._text, language), language)
        self._newest = newest_year(self._text, article.published)
        self._dated = bool(article.published)
        self._begun = self._quoted = False
        self._quotes = quotes
        self._quote_ends = [quote.end for quote in quotes]
        foremost = sorted(entities, key=lambda entity: -len(entity.mentions))[:SUMMARY_ACTORS]
        self._weights = Weights(
            title=self.title_words,
            actors=[_starts([entity]) for entity in foremost],
            opening=Opening(
                self._text,
                language,
                title=self.title_words,
                bodies=_starts(entities, {Kind.ORGANISATION}),
                places=_starts(entities, {Kind.PLACE}),
                people=entities,
                habits=self._habits,
            ),
        )
        self._people = _starts(entities, {Kind.PERSON, Kind.OTHER})
        self._leaning = Leaning(
            self._text,
            language,
            title=self.title_words,
            quotes=quotes,
            people=self._people,
            named=_starts(entities),
            habits=self._habits,
        )

    def sentences(self) -> list[SummarySentence]:
        """Every sentence that may be chosen, scored, in order."""
        found = [self._sentence(*place) for place in self._places()]
        sentences = [sentence for sentence in found if sentence is not None]
        self._weights.weigh(sentences)
        return sentences

    def _places(self) -> Iterator[tuple[int, int, int, int]]:
        """Number, start, end and paragraph's number of every sentence outside credits and captions."""
        text = self._text
        breaks = [match.start() for match in re.finditer("\n\n", text)]
        debris = self._debris(breaks)
        for number, (start, end) in enumerate(self._all):
            paragraph = bisect_right(breaks, start)
            if paragraph not in debris:
                yield number, start, end, paragraph

    def _debris(self, breaks: list[int]) -> set[int]:
        """Numbers of the paragraphs that are headings or credits, and of the captions right before credits."""
        text = self._text
        found = {bisect_right(breaks, start) for start, _ in headings_in(text, self._language)}
        starts = [0, *(at + 2 for at in breaks)]
        for start, _ in credits_in(text, self._language.code):
            number = bisect_right(breaks, start)
            found.add(number)
            before = text[starts[number - 1] : start] if number else ""
            if number > 0 and len(before.split()) <= SUMMARY_SENTENCE_WORDS[1]:
                found.add(number - 1)
        return found | {bisect_right(breaks, start) for start, _ in captions_in(text, self._language.code)}

    def _sentence(self, number: int, start: int, end: int, paragraph: int) -> SummarySentence | None:
        """The sentence, None when it can stand in no summary at all."""
        start = dateline_end(self._text, start, end)
        start += 2 * self._text.startswith("- ", start)  # An agency's dash.
        text = self._text[start:end]
        bare = text.rstrip(_CLOSERS)
        first = not self._begun
        self._begun = self._begun or bare.endswith(_ENDS)
        spoken = None if self._is_unfit(text, bare) else self._spoken(start, end)
        if spoken is None:
            return None
        lowers = lowers_of(text)
        length = len(lowers) if self._language.spaced else len(text) // 2
        words = content_of(text, lowers, self._language)
        if length < SUMMARY_SENTENCE_WORDS[0] or not words or self._is_byline(start, end, lowers):
            return None
        dated = not self._dates.isdisjoint(lowers) and self._has_date(text, start)
        news, old = self._is_news(lowers, dated=dated)
        self._leaning.read(number, words)
        return SummarySentence(
            start=start,
            end=end,
            number=number,
            paragraph=paragraph,
            words=words,
            length=length,
            tied=self._ties(lowers, first=first, quotes=spoken > SUMMARY_SPOKEN_SHARE),
            first=first,
            spoken=spoken,
            dated=dated,
            news=news,
            old=old,
            asked=self._leaning,
            lowers=lowers,
        )

    def _ties(self, lowers: Sequence[str], *, first: bool, quotes: bool) -> bool:
        """Whether a sentence points at the words that the article's first quotes: "With these words Lee left"."""
        tied, self._quoted = self._quoted and opens_with(lowers, self._habits.said_so), first and quotes
        return tied

    def _is_news(self, lowers: Sequence[str], *, dated: bool) -> tuple[bool, bool]:
        """Whether a sentence has the figures or the dates of news, and whether it tells of years long past."""
        numbers = list(filter(str.isdigit, lowers))
        years = [int(word) for word in numbers if is_year(word)]
        news = dated or len(numbers) > len(years) or (self._dated and self._newest in years)
        return news, bool(years) and min(years) < max([*years, self._newest]) - SUMMARY_OLD_YEARS and not dated

    def _is_byline(self, start: int, end: int, lowers: Sequence[str]) -> bool:
        """Whether a short paragraph tells by whom a text is: "By Ann Lee on Monday, May 3, at 11:04 a.m."."""
        if lowers[0] not in self._language.agents or len(lowers) > _BYLINE_WORDS:
            return False
        alone = self._text.startswith("\n", end) or end == len(self._text)
        name = start + len(lowers[0]) + 1
        return alone and has_between(self._people, name, name + 1)

    def _has_date(self, text: str, start: int) -> bool:
        """Whether a sentence has a day or month that is no part of somebody's name ("Jan Novak")."""
        places = (start + match.start() for match in WORD.finditer(text) if match.group().lower() in self._dates)
        return any(not has_between(self._people, at, at + 1) for at in places)

    def _is_unfit(self, text: str, bare: str) -> bool:
        """Whether this is a heading, a dangling piece, a question, half a quotation, or belongs to the page.

        `bare` is the text without the marks that close it.
        """
        if not bare.endswith(_ENDS) or bare.endswith(QUESTION_MARKS):
            return True
        first = text[0]
        if not first.isalnum():
            found = _ALPHANUMERIC.search(text)
            first = found.group() if found is not None else ""
        if not first or (first.islower() and self._language.capitals):
            return True
        if text.startswith("(") or (self._addresses and _WEB.search(text)) or _is_half_quoted(text):
            return True
        return bool(self._debris_phrases) and any(map(text.lower().__contains__, self._debris_phrases))

    def _spoken(self, start: int, end: int) -> float | None:
        """The share of a sentence within quotations, None when it holds but a part of one."""
        inside = 0
        for index in range(bisect_left(self._quote_ends, start + 1), len(self._quotes)):
            quote = self._quotes[index]
            if quote.start >= end:
                break
            if quote.start < start or quote.end > end:
                return None
            inside += quote.end - quote.start
        return inside / (end - start)


def _beginning(text: str) -> str:
    """The paragraphs of a text that are read for a summary."""
    if len(text) <= SUMMARY_CHARACTERS:
        return text
    first = text[:SUMMARY_CHARACTERS]
    return first[: first.rfind("\n\n") + 1] or first


def _starts(entities: Iterable[Entity], kinds: Collection[Kind] = frozenset(Kind)) -> list[int]:
    """Where the entities of some kinds are named, in order."""
    return sorted([mention.start for entity in entities if entity.kind in kinds for mention in entity.mentions])


def _is_half_quoted(text: str) -> bool:
    """Whether a mark of a pair is missing: a piece of a quotation or of brackets."""
    pairs = _ASCII_PAIRS if text.isascii() else _OTHER_PAIRS if "„" in text else _PAIRS
    return text.count('"') % 2 == 1 or any(text.count(one) != text.count(other) for one, other in pairs)
