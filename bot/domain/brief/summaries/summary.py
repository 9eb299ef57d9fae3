"""Chooses two to four whole sentences of an article that tell its story and stand on their own.

The lead is hard to beat, so a sentence's place weighs most; its words' part in the text, the title and the actors
correct what the lead does badly: an anecdote first, a heading, a caption, half a quotation. Sentences that lean on
others ("But he ...") or that belong to the page rather than to the story are left out as long as there are others.

What leans and what is debris is data, read by `habits`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from bot.domain.brief.summaries.choice import SummarySentence, choose
from bot.domain.brief.summaries.full_names import FullNames
from bot.domain.brief.summaries.habits import habits_of
from bot.domain.brief.summaries.headlines import with_parts
from bot.domain.brief.summaries.pointers import POINTER_WORDS, calls_back, leads_to_pronoun, pointer_in, sums_up
from bot.domain.brief.summaries.scenes import Opening
from bot.domain.brief.summaries.untold import has_between
from bot.domain.brief.summaries.weights import Weights
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

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*+")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_ENDS = tuple(POINTS)
_LABEL = re.compile(r"[^\W\d_]+(?:: | [-–—] )")
_WEB = re.compile(r"(?<!\w)@\w|https?:|www\.|</")
_WEB_SIGNS = ("@", "http", "www.", "</")  # Without one of them the expression finds nothing.
_CLOSERS = "\"'”’“»«)]」』） "
_OPENING_QUOTATION = re.compile(r"[\"“„«‘'「]\s?\w+(?:[^\w\"”“»’」]+\w+){2}|^[「『]|^[—–―]\s")
_TITLE_FIRST = re.compile(r".[^\"”“»’」]+[\"”“»’」]\s?[,:]")
_ASCII_PAIRS = (("(", ")"),)
_PAIRS = (*_ASCII_PAIRS, ("“", "”"), ("「", "」"), ("『", "』"))
_LANGUAGES = 32
_OPENER_WORDS, _SHORT_WORD, _PHRASE_WORDS, _BYLINE_WORDS = 4, 3, 3, 16
_OPENING_MARKS = "\"“„«‘'「"
_LEADING_WORDS = 8  # Words before a colon that lead up to the news.
_STEM = 7  # Letters of a word that count: what follows is mostly inflection.

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
            one.leans = one.leans or (one.tied and one.number - 1 in first.rests_on)
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
        self._language = languages.of(article.language)
        known = places if len(article.text) <= SUMMARY_CHARACTERS else None
        self._all = split_sentences(self._text, self._language) if known is None else known
        self._habits = habits_of(self._language.code)
        lower = self._text.lower().encode(errors="surrogatepass")
        self._debris_phrases = [phrase for phrase, spelt in self._habits.debris if spelt in lower]
        self._addresses = any(sign in self._text for sign in _WEB_SIGNS)
        self._leaning = self._habits.first_person | self._habits.pronouns
        self._dates = self._language.days | self._language.months
        title = article.title or ""
        self.title_words = frozenset(self._content(title, with_parts(_lowers(title), self._text, self._language)))
        self._newest = newest_year(self._text, article.published)
        self._dated = bool(article.published)
        self._seen: set[str] = set()
        self._begun = self._quoted = False
        self._quotes = quotes
        self._quote_ends = [quote.end for quote in quotes]
        foremost = sorted(entities, key=lambda entity: -len(entity.mentions))[:SUMMARY_ACTORS]
        self._weights = Weights(
            title=self.title_words,
            actors=[_starts([entity]) for entity in foremost],
            opening=Opening(
                self._text,
                self._language,
                title=self.title_words,
                bodies=_starts(entities, {Kind.ORGANISATION}),
                places=_starts(entities, {Kind.PLACE}),
                people=entities,
                habits=self._habits,
            ),
        )
        self._named = _starts(entities)
        self._people = _starts(entities, {Kind.PERSON, Kind.OTHER})

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
        first = not self._begun
        self._begun = self._begun or text.rstrip(_CLOSERS).endswith(_ENDS)
        spoken = None if self._is_unfit(text) else self._spoken(start, end)
        if spoken is None:
            return None
        lowers = _lowers(text)
        length = len(lowers) if self._language.spaced else len(text) // 2
        words = frozenset(self._content(text, lowers))
        if length < SUMMARY_SENTENCE_WORDS[0] or not words or self._is_byline(start, end, lowers):
            return None
        quoted = _OPENING_QUOTATION.match(text) is not None and not (first and self._is_of_title(start, text))
        leans = quoted or spoken > SUMMARY_SPOKEN_SHARE or self._leans(text, start, end, lowers, first=first)
        dated = not self._dates.isdisjoint(lowers) and self._has_date(text, start)
        news, old = self._is_news(lowers, dated=dated)
        back = self._points_back(lowers)
        self._seen |= words
        return SummarySentence(
            start=start,
            end=end,
            number=number,
            paragraph=paragraph,
            words=words,
            length=length,
            leans=not (tied := self._ties(lowers, first=first, quotes=spoken > SUMMARY_SPOKEN_SHARE)) and leans,
            tied=tied,
            spoken=spoken,
            dated=dated,
            news=news,
            old=old,
            turn=_has_phrase(lowers, self._habits.turns),
            outlook=_has_phrase(lowers, self._habits.outlook),
            back=back,
            lowers=lowers,
        )

    def _ties(self, lowers: Sequence[str], *, first: bool, quotes: bool) -> bool:
        """Whether a sentence points at the words that the article's first quotes: "With these words Lee left"."""
        tied, self._quoted = self._quoted and _opens_with(lowers, self._habits.said_so), first and quotes
        return tied

    def _is_of_title(self, start: int, text: str) -> bool:
        """Whether what is quoted at the beginning is a work's title, or is told of behind it: "“...”: so she went"."""
        speech = any(quote.start <= start + 2 for quote in self._quotes[:1])
        titled = _TITLE_FIRST.match(text)
        return titled is not None and (titled.group().endswith(":") or not speech)

    def _is_news(self, lowers: Sequence[str], *, dated: bool) -> tuple[bool, bool]:
        """Whether a sentence has the figures or the dates of news, and whether it tells of years long past."""
        numbers = list(filter(str.isdigit, lowers))
        years = [int(word) for word in numbers if is_year(word)]
        news = dated or len(numbers) > len(years) or (self._dated and self._newest in years)
        return news, bool(years) and min(years) < max([*years, self._newest]) - SUMMARY_OLD_YEARS and not dated

    def _is_byline(self, start: int, end: int, lowers: Sequence[str]) -> bool:
        """Whether a short paragraph tells by whom a text is: "By Ann Lee on Monday, May 3, at 11:04 a.m."."""
        alone = self._text.startswith("\n", end) or end == len(self._text)
        by = lowers[0] in self._language.agents and len(lowers) <= _BYLINE_WORDS
        name = start + len(lowers[0]) + 1
        return alone and by and has_between(self._people, name, name + 1)

    def _has_date(self, text: str, start: int) -> bool:
        """Whether a sentence has a day or month that is no part of somebody's name ("Jan Novak")."""
        places = (start + match.start() for match in _WORD.finditer(text) if match.group().lower() in self._dates)
        return any(not has_between(self._people, at, at + 1) for at in places)

    def _points_back(self, lowers: Sequence[str]) -> frozenset[str]:
        """The stems of a definite noun phrase that opens a sentence and that an earlier sentence has."""
        if not lowers or lowers[0] not in self._language.definite:
            return frozenset()
        after = _after_phrases(self._language.code)
        phrase = list(takewhile(lambda word: word not in after, lowers[1 : 1 + _PHRASE_WORDS]))
        return frozenset(self._content(" ".join(phrase), phrase)) & self._seen

    def _is_unfit(self, text: str) -> bool:
        """Whether this is a heading, a dangling piece, a question, half a quotation, or belongs to the page."""
        bare = text.rstrip(_CLOSERS)
        if not bare.endswith(_ENDS) or bare.endswith(QUESTION_MARKS):
            return True
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

    def _leans(self, text: str, start: int, end: int, lowers: Sequence[str], *, first: bool) -> bool:
        """Whether the sentence needs the one before it, or speaks in the writer's own voice.

        The article's first sentence has none before it: there a pronoun leans alone that opens it.
        """
        if at := self._news_behind_colon(text):
            return self._leans(text[at:], start + at, end, _lowers(text[at:]), first=first)
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
        lowers = _lowers(head) if colon else ()
        if not lowers or len(lowers) > _LEADING_WORDS or not self._language.verbs.isdisjoint(lowers):
            return 0
        behind = _lowers(rest)
        told = self.title_words.intersection(self._content(rest, behind))
        news = len(told) > 1 or not self._language.days.isdisjoint(behind)
        return len(head) + len(colon) if news and rest[0] not in _OPENING_MARKS else 0

    def _has_leaning_word(self, text: str, start: int, end: int, lowers: Sequence[str], *, first: bool) -> bool:
        """Whether a pronoun without its bearer before it, or a word of the writer's own voice, is in no quotation."""
        person = bisect_left(self._people, start)
        bearer = self._people[person] if person < len(self._people) else end
        for match, lower in zip(_WORD.finditer(text), lowers, strict=True):
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
        opens = self._dates.isdisjoint(lowers[1:2]) and _opens_with(lowers, self._habits.openers)
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

    def _content(self, text: str, lowers: Iterable[str]) -> list[str]:
        """The words that carry content; pairs of characters where words are not parted."""
        if not self._language.spaced:
            return [run[at : at + 2] for run in _UNSPACED.findall(text) for at in range(len(run) - 1)]
        return [
            (word.removesuffix("'s").removesuffix("’s") if word[-1] == "s" else word)[:_STEM]
            for word in frozenset(lowers) - self._language.stop_words
            if len(word) >= _SHORT_WORD or word.isdigit()
        ]


def _beginning(text: str) -> str:
    """The paragraphs of a text that are read for a summary."""
    if len(text) <= SUMMARY_CHARACTERS:
        return text
    first = text[:SUMMARY_CHARACTERS]
    return first[: first.rfind("\n\n") + 1] or first


def _starts(entities: Iterable[Entity], kinds: Collection[Kind] = frozenset(Kind)) -> list[int]:
    """Where the entities of some kinds are named, in order."""
    return sorted([mention.start for entity in entities if entity.kind in kinds for mention in entity.mentions])


def _lowers(text: str) -> list[str]:
    """The words of a text in lower case, those that its words give one by one."""
    lower = text.lower()
    same = len(lower) == len(text)  # "İ" has two characters in lower case, of which one is no letter.
    return _WORD.findall(lower) if same else [word.lower() for word in _WORD.findall(text)]


def _is_half_quoted(text: str) -> bool:
    """Whether a mark of a pair is missing: a piece of a quotation or of brackets."""
    pairs = _ASCII_PAIRS if text.isascii() else [pair for pair in _PAIRS if "„" not in text or pair[0] != "“"]
    if '"' in text and text.count('"') % 2 == 1:
        return True
    standing = [(one, other) for one, other in pairs if one in text or other in text]
    return any(text.count(one) != text.count(other) for one, other in standing)


def _opens_with(lowers: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether a sentence begins with one of these phrases."""
    begins = not _first_words(phrases).isdisjoint(lowers[:1])
    return begins and any(tuple(lowers[:count]) in phrases for count in range(1, _OPENER_WORDS + 1))


def _has_phrase(lowers: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of these words, or of these pairs of words, stands in a sentence."""
    if _first_words(phrases).isdisjoint(lowers):
        return False
    return not (phrases.isdisjoint(zip(lowers)) and phrases.isdisjoint(pairwise(lowers)))


@lru_cache(maxsize=_LANGUAGES)
def _after_phrases(code: str) -> frozenset[str]:
    """The words of a language that belong to no noun phrase."""
    language = languages.of(code)
    return language.function_words | language.auxiliaries | language.verbs


@lru_cache(maxsize=2 * _LANGUAGES)
def _first_words(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)
