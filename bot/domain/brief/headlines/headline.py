"""Makes a headline for a text without one: a whole clause of the lead that says who did what.

The clause loses what may go without changing it, in this order and only as far as it is too long: what follows a comma,
phrases of time from the end on, the word "that", a second verb behind "and", what it is told beside ("after ..."). Who
said it stays.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from bot.domain.brief.headlines.clause import Clause
from bot.domain.brief.headlines.shortening import WORD, TitledPeople, leaner, without_brackets, without_times
from bot.domain.language import languages
from bot.domain.names.names import Entity
from bot.domain.text.margins import dateline_end, summary_table
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from config.limits import MADE_HEADLINE_CHECKS, MADE_HEADLINE_FROM

_POINTS = ".。 "
_DASHES = "-–—"
_MOST_FORMS = 12  # That are held against the article: each takes a millisecond.
_MOST_OTHERS = 12


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
    headline = maker.shortened(first)
    if headline:
        return headline
    loose = ""
    for text in islice(chain(texts[1:], (other.text for other in _late(others))), _MOST_OTHERS):
        headline = maker.shortened(text.strip(_POINTS + _DASHES))
        if headline and maker.stands_alone(headline):
            return headline
        loose = loose or (headline if headline and not maker.opens_leaning(headline) else "")
    return loose or first


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
        self._language = languages.of(article.language)
        self._titles = TitledPeople(article.text, entities, self._language)
        self._names = tuple(dict.fromkeys(name for entity in entities for name in (entity.name, *entity.aliases)))
        self._stands = stands
        self._checks = MADE_HEADLINE_CHECKS
        table = summary_table(self._language.code)
        self._leaning = frozenset(table.get("pronouns", "").split()) | frozenset(table.get("first_person", "").split())
        openers = table.get("openers", "").split()
        self._openers = tuple([opener.replace("-", " ") + " " for opener in openers])
        self._opening_words = frozenset(openers)

    def shortened(self, text: str) -> str:
        """The first form of a sentence that is whole, short enough and true, "" where there is none."""
        language = self._language
        if len(text) > MADE_HEADLINE_FROM:
            return ""
        clause = lru_cache(maxsize=1)(lambda lean: Clause(lean, language))
        steps = (
            without_brackets,
            lambda lean: clause(lean).without_insertions(self._names),
            lambda lean: clause(lean).without_opening_time(),
            self._titles.without,
            lambda lean: without_times(lean, language),
            lambda lean: clause(lean).turned(),
        )
        leans = leaner(text, steps)
        forms = _each_once(form for lean in leans for form in clause(lean).headlines())
        return next((form for form in islice(forms, _MOST_FORMS) if form == text or self._holds(form, text)), "")

    def _holds(self, form: str, text: str) -> bool:
        """Whether a form says what its sentence says; no form does once a text has had its share of checks."""
        self._checks -= 1
        return self._checks >= 0 and self._stands(form, f"{text}.")

    def stands_alone(self, text: str) -> bool:
        """Whether a headline names somebody or something, and needs no sentence before it."""
        words = {word.lower() for word in WORD.findall(text)}
        leans = self.opens_leaning(text) or not self._leaning.isdisjoint(words)
        links = not self._opening_words.isdisjoint(words)
        return not leans and not links and any(name in text for name in self._names)

    def opens_leaning(self, text: str) -> bool:
        """Whether a headline begins as a sentence that goes on."""
        first = text.partition(" ")[0].lower()
        return text.lower().startswith(self._openers) or first in self._leaning
