"""Makes a headline for a text without one: a whole clause of the lead that says who did what.

The clause loses what may go without changing it, in this order and only as far as it is too long: what follows a comma,
phrases of time from the end on, the word "that", a second verb behind "and", what it is told beside ("after ..."). Who
said it stays.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice

from bot.domain.brief.headlines.clause import Clause
from bot.domain.brief.headlines.second_forms import without_appositions, without_attributes, without_dates
from bot.domain.brief.headlines.shortening import WORD, TitledPeople, leaner, without_brackets, without_times
from bot.domain.language import languages
from bot.domain.names.names import Entity
from bot.domain.text.margins import dateline_end, summary_table
from bot.domain.text.sentences import split_sentences
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from config.limits import MADE_HEADLINE_CHARACTERS, MADE_HEADLINE_CHECKS, MADE_HEADLINE_FROM

_POINTS = ".。 "
_DASHES = "-–—"
_MOST_FORMS = 12  # That are held against the article: each takes a millisecond.
_MOST_OTHERS = 12
_MOST_SHORT, _MOST_READ = 80, 16_000  # Sentences and characters that are looked at for a short one.
_THIRD = frozenset({"m", "f", "p"})
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")  # A step of a list.


def headline_of(
    article: Article,
    sentences: Sequence[DraftSentence],
    entities: Sequence[Entity] = (),
    *,
    others: Callable[[], Sequence[DraftSentence]] = tuple,
    stands: Callable[[str, str], bool] = lambda *_: True,
) -> str:
    """The article's title; where it has none, a clause of the summary's first sentence that can be made short enough.

    Where none can, another sentence's, rather one that names somebody and leans on no other; else the first, whole.

    Args:
        article: what the headline is for.
        sentences: of its summary.
        entities: of the article.
        others: gives further sentences of it, the best first.
        stands: whether a headline, the first of two texts, says what a sentence of the article says, the second.
    """
    if article.title:
        return article.title
    maker = _Maker(article, entities, stands)
    line = article.text.partition("\n")[0]
    texts = [sentence.text for sentence in sentences] or [line[dateline_end(line, 0, len(line)) :]]
    first = texts[0].strip(_POINTS + _DASHES)
    leaning = maker.shortened(first)
    if leaning and not maker.leans(leaning):
        return leaning
    further = islice(chain(texts[1:], (other.text for other in _late(others))), _MOST_OTHERS)
    return maker.best_of(text.strip(_POINTS + _DASHES) for text in further) or leaning or first


def _late(others: Callable[[], Sequence[DraftSentence]]) -> Iterator[DraftSentence]:
    yield from others()


def _each_once(forms: Iterable[str]) -> Iterator[str]:
    """The forms in their order, made one by one: mostly the first is the headline."""
    seen: set[str] = set()
    for form in forms:
        if form not in seen:
            seen.add(form)
            yield form


class _Maker:
    """Makes headlines of one article's sentences."""

    def __init__(self, article: Article, entities: Sequence[Entity], stands: Callable[[str, str], bool]) -> None:
        self._text = article.text
        self._language = languages.of(article.language)
        self._titles = TitledPeople(article.text, entities, self._language)
        self._names = tuple(dict.fromkeys([name for one in entities for name in (one.name, *one.aliases)]))
        self._stands = stands
        self._checks = MADE_HEADLINE_CHECKS
        table = summary_table(self._language.code)
        self._leaning = frozenset(table.get("pronouns", "").split()) | frozenset(table.get("first_person", "").split())
        openers = table.get("openers", "").split()
        self._openers = tuple([opener.replace("-", " ") + " " for opener in openers])
        self._opening_words = frozenset(openers)
        self._pronouns = frozenset(word for word, kind in self._language.pronouns.items() if kind in _THIRD)

    def shortened(self, text: str) -> str:
        """The first form of a sentence that is whole, short enough and true, "" where there is none."""
        language = self._language
        if len(text) > MADE_HEADLINE_FROM or _NUMBERED.match(text):
            return ""
        clause = lru_cache(maxsize=1)(lambda lean: Clause(lean, language))
        steps = (
            without_brackets,
            lambda lean: clause(lean).without_insertions(self._names),
            lambda lean: clause(lean).without_opening_time(),
            *self._within(),
            self._titles.without,
            lambda lean: without_times(lean, language),
            lambda lean: clause(lean).turned(),
        )
        bare = clause(text).without_head() or text
        leans = leaner(without_dates(bare, language) if language.verb_second else bare, steps)
        forms = _each_once(form for lean in leans for form in clause(lean).headlines())
        return next((form for form in islice(forms, _MOST_FORMS) if form == text or self._holds(form, text)), "")

    def _within(self) -> tuple[Callable[[str], str], ...]:
        """What a clause may lose within, where its verb stands second."""
        if not self._language.verb_second:
            return ()
        steps = (without_attributes, without_appositions)
        return tuple(partial(step, language=self._language) for step in steps)

    def _holds(self, form: str, text: str) -> bool:
        """Whether a form says what its sentence says; no form does once a text has had its share of checks."""
        self._checks -= 1
        return self._checks >= 0 and self._stands(form, f"{text}.")

    def stands_alone(self, text: str) -> bool:
        """Whether a headline names somebody or something, and needs no sentence before it."""
        words = {word.lower() for word in WORD.findall(text)}
        leans = self.opens_leaning(text) or not self._leaning.isdisjoint(words)
        links = not self._opening_words.isdisjoint(words)
        return not leans and not links and any(map(text.__contains__, self._names))

    def leans(self, text: str) -> bool:
        """Whether a headline goes on with what was said: by its first word, or a pronoun before any name."""
        if self.opens_leaning(text):
            return True
        named = min((at for at in map(text.find, self._names) if at >= 0), default=len(text))
        before = {word.lower() for word in WORD.findall(text[:named])}
        return not before.isdisjoint(self._pronouns)

    def best_of(self, texts: Iterable[str]) -> str:
        """A headline of one of these sentences or else of a short one of the text, "" where none can be made.

        One that names somebody and leans on nothing comes before one that leans on nothing.
        """
        loose = leaning = ""
        for text in texts:
            headline = self.shortened(text)
            if not headline or self.leans(headline):
                leaning = leaning or headline
            elif self.stands_alone(headline):
                return headline
            else:
                loose = loose or headline
        return loose or self.short_of(self._text) or leaning

    def short_of(self, text: str) -> str:
        """The first sentence of a text that is a headline by itself, or tells of something; "" where there is none."""
        loose = ""
        for start, end in islice(split_sentences(text[:_MOST_READ], self._language), _MOST_SHORT):
            sentence = text[start:end].strip(_POINTS + _DASHES)
            if len(sentence) > MADE_HEADLINE_CHARACTERS or not self._is_told(sentence):
                continue
            if self.stands_alone(sentence):
                return sentence
            loose = loose or ("" if self.leans(sentence) else sentence)
        return loose

    def _is_told(self, sentence: str) -> bool:
        """Whether a sentence is a statement of its own."""
        asks = sentence.endswith(("?", "!", ":", "…")) or _NUMBERED.match(sentence)
        return not asks and "\n" not in sentence and Clause(sentence, self._language).tells()

    def opens_leaning(self, text: str) -> bool:
        """Whether a headline begins as a sentence that goes on."""
        first = text.partition(" ")[0].lower()
        return text.lower().startswith(self._openers) or first in self._leaning
