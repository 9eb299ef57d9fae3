"""The corpus says what a careful reader finds; these tests hold the reader to what it once reached."""

from collections import Counter

import pytest

from bot.domain.page.files.clean import clean_paste
from tests.quality import (
    GAP,
    PARTS,
    Case,
    Result,
    Score,
    below,
    figures,
    floors,
    load,
    measure_all,
    place_of,
    same_name,
)

pytestmark = pytest.mark.long

CASES = load()
NAMED = {
    "curly marks", "straight marks", "single marks", "low-high marks", "guillemets", "guillemets reversed",
    "CJK brackets", "dash speech",
    "nested marks", "nested CJK brackets", "double within single", "multi-paragraph quotation",
    "broken by the cue", "odd mark", "apostrophe", "inch sign", "missing close", "scare quotes", "titles of works",
    "partial quotes", "cue before", "cue after", "cue within", "inverted", "according to", "spokesman apposition",
    "name and title lines", "told Reuters", "listener", "pronouns", "descriptions", "floating quotes", "acronyms",
    "metonyms", "publisher", "wire service", "byline", "anecdotal lead", "debris", "captions", "calls to subscribe",
    "dateline", "live blog", "newsletter", "press release", "list", "inflected names",
}  # fmt: skip
AT_LEAST = {
    "en": 20, "ro": 4, "fr": 4, "de": 4, "es": 4, "it": 4, "nl": 4, "pl": 4, "pt": 4, "uk": 4, "ru": 4, "sv": 4,
    "tr": 4, "zh": 3, "ja": 3, "ar": 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    """The whole corpus, measured once."""
    return measure_all(CASES)


@pytest.mark.parametrize("language", sorted(floors()))
def test_no_figure_lies_below_its_floor(results: dict[str, Result], language: str) -> None:
    """What the reader once reached it reaches still; `python -m tests.quality --accept` alone lowers a floor."""
    assert below(results, {language: floors()[language]}) == []


def test_every_figure_has_a_floor(results: dict[str, Result]) -> None:
    """A language or a part that is measured is held."""
    assert {language: set(figures(result)) for language, result in results.items()} == {
        language: set(held) for language, held in floors().items()
    }


def test_a_fall_is_told() -> None:
    """A figure below its floor, or one that is measured no more, is named."""
    result = Result()
    result.scores["spans"] = Score(right=1, shown=2, known=2)
    assert below({"en": result}, {"en": {"spans": 0.5}}) == []
    assert below({"en": result}, {"en": {"spans": 0.6}}) == ["en spans: 0.500 is below 0.600"]
    assert below({}, {"fr": {"spans": 0.1}}) == ["fr spans: 0.000 is below 0.100"]


def test_the_corpus_covers_what_news_does() -> None:
    """At least 80 texts over sixteen languages, with every way of quoting and every kind of text that is named."""
    assert len(CASES) >= 80
    counted = Counter(case.language for case in CASES)
    assert {language: counted[language] >= least for language, least in AT_LEAST.items()} == dict.fromkeys(
        AT_LEAST, True
    )
    assert NAMED - {name for case in CASES for name in case.cases} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_expected_stands_in_the_text(case: Case) -> None:
    """Quotes and actors stand in the cleaned text word for word, sentences in the text as pasted."""
    text = clean_paste(case.text).text
    wanted = [words for _, words in case.quotes] + list(case.maybe)
    assert [words for words in wanted if place_of(words, text) is None] == []
    fragments = (*case.must, *case.good, *case.bad)
    assert [words for words in fragments if words not in case.text] == []
    forms = [name.split("|") for _, name, _ in case.actors]
    parts = [{part for form in names for part in form.split()} for names in forms]
    assert [
        names for names, words in zip(forms, parts, strict=True) if not any(word in case.text for word in words)
    ] == []


def test_a_part_that_shows_nothing_wrong_is_precise() -> None:
    """Precision counts what is shown, recall what is known, F1 both."""
    score = Score(right=3, shown=3, known=4)
    assert (score.precision, score.recall) == (1.0, 0.75)
    assert score.f1 == pytest.approx(6 / 7)
    assert set(Result().scores) == set(PARTS)


def test_names_match_by_their_words() -> None:
    """A surname or another case names the same person, a common first name does not."""
    assert same_name("Lee", "Ann Lee")
    assert same_name("Соломії Гнатюк", "Соломія Гнатюк")
    assert not same_name("Ann Berg", "Ann Lee")
    assert not same_name("London", "Jack London Society of Leeds")


def test_a_quote_is_told_by_its_ends() -> None:
    """The gap stands for what is between two ends."""
    assert place_of(f"We won {GAP} fair", "They said: We won, and it was fair.") == (11, 34)
    assert place_of("nowhere", "They said") is None
