"""What holds of everything that the built-in engine reads, whatever the text: drawn at random, and timed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.summaries.full_names import surname_of
from bot.domain.names.names import find_entities
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from config.limits import ROLE_CHARACTERS
from tests import quality
from tests.support.growth import grows_linearly

LANGUAGES = ["en", "de", "fr", "ro", "ru", "zh", "ja", "ar", "xx", None]
PIECES = [
    "The mayor, Ada Quill, said on Monday that Norway and Sweden would close the harbour.",
    "“The quay cannot wait,” said Ada Quill, a spokeswoman for the Harbour Board (HB).",
    "“We will not close it twice.\n\n“Never,” Tom Marsh told the council.",
    "But he called it a “difficult” plan: ‘a joke’.",
    "„Wir warten nicht“, sagte die Bürgermeisterin Jette Ohlsen.",
    "— Nu mai așteptăm, a spus primarul Ion Pop.",
    "«Мы не ждём, — сказал мэр Игорь Ким, — и не будем».",
    "市長は「待てない」と述べた。",
    "Photo: Ann Lee",
    "Oslo rejected it. The 6\" pipe isn't hers.",
    "\n\n",
    "“““”",
]
MARKS = ["", "  ", "\n", "\n\n", ".", ",", ":", "-", "(", ")", '"', "“", "”", "«", "É", "的"]
CORPUS_TEXTS = [(case.language, case.text) for case in quality.load()]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=12).map(" ".join)
articles = st.builds(
    Article,
    text=texts,
    title=st.one_of(st.none(), st.sampled_from(PIECES)),
    language=st.sampled_from(LANGUAGES),
    source=st.sampled_from([None, "Reuters"]),
)


@st.composite
def marred(draw: st.DrawFn) -> Article:
    """A text of the corpus with pieces put in, cut out, doubled and turned from small letters to capitals."""
    language, text = draw(st.sampled_from(CORPUS_TEXTS))
    for _ in range(draw(st.integers(0, 12))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        piece = draw(st.sampled_from(MARKS))
        kept = draw(st.sampled_from(["", text[at : at + length], text[at : at + length].swapcase()]))
        text = text[:at] + piece + kept + text[at + draw(st.sampled_from([0, length])) :]
    return Article(text, title=draw(st.none() | st.just(text[:50])), language=language)


@given(articles | marred())
def test_everything_drafted_stands_in_the_text(article: Article) -> None:
    """Quotes, sentences, names and roles are slices of any text at all; quotes lie apart, sentences are in order."""
    draft = write_draft(article, Wish())
    quotes = sorted((quote.start or 0, quote.text) for quote in draft.quotes)
    assert all(article.text.startswith(text, start) and text.strip() == text for start, text in quotes)
    assert all(start + len(text) <= following for (start, text), (following, _) in pairwise(quotes))
    names = [entity.name for entity in find_entities(article) if " " in entity.name]
    text, at = _by_surnames(article.text, names), 0
    for sentence in draft.sentences:
        at = text.index(_by_surnames(sentence.text, names), at)
    for actor in draft.actors:
        assert all(form in article.text for form in (actor.name, *actor.aliases))
        assert actor.role in article.text
        assert len(actor.role) <= ROLE_CHARACTERS


def _by_surnames(text: str, names: list[str]) -> str:
    """The text with surnames for these full names, as a summary may say a full name for a surname."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, surname_of(name))
    return text


def _load(language: str = "en") -> None:
    """Read a sentence of a language first, so that no time measured holds the loading of its data."""
    write_draft(Article("Ann Lee said “no” in Oslo.", language=language), Wish())


@pytest.mark.parametrize("mark", ["“", '"'])
def test_a_million_marks_take_linear_time(mark: str) -> None:
    """Ten times as many quotation marks take about ten times as long."""
    _load()

    def work(characters: int) -> None:
        assert write_draft(Article(mark * characters, language="en"), Wish()).quotes == ()

    assert grows_linearly(work, small=100_000, large=1_000_000)


UNITS = {
    "en": [
        "«»", "'", "“a” ", "“a ", " 'a", "a' ", "Ann ", "Ann Lee said. ", "said ", "said Ann ", "and Ann Lee, ",
        "Bank of ", "the mayor ", "Health and ", "Alcohol, ", "Oslo, Paris, ", "Ann Lee, a mayor of ", "ABC (ABC) ",
        "A. ", "“No,” Ann said.\n\n", "“No.\n\n", "- a\n\n", "according to ", "Photo: a\n\n", "-", "港。",
    ],
    "ru": [
        "«»", "«а» ", "Анна ", "Анна Ли сказала. ", "сказал мэр ", "и Анна Ли, ", "банк «А» ", "Осло, Париж, ",
        "«Нет», — сказала Анна.\n\n", "«Нет.\n\n", "“No.\n\n", "А. ",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "unit"), [(language, unit) for language, units in UNITS.items() for unit in units]
)
def test_no_text_takes_more_than_linear_time(language: str, unit: str) -> None:
    """Eight times the text takes about eight times as long, whatever it is made of."""
    _load(language)

    def work(characters: int) -> None:
        write_draft(Article((unit * (characters // len(unit))).strip(), language=language), Wish())

    assert grows_linearly(work, small=4_000, large=32_000)


def test_a_long_story_takes_linear_time() -> None:
    """A story of 40,000 words takes at most thrice as long for each word as one of 4,000."""
    _load()
    story = [piece for piece in PIECES[:4] for _ in range(3)]

    def work(words: int) -> None:
        paragraphs = [f"{story[number % len(story)]} It is day {number}." for number in range(words // 16)]
        write_draft(Article("\n\n".join(paragraphs), language="en"), Wish())

    assert grows_linearly(work, small=4_000, large=40_000)
