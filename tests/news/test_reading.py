"""Languages whose news nobody else marked for us read as well as the others."""

import pytest

from tests.news.reading import HERE, Reading, below, read, stories

CODES = sorted(path.stem for path in HERE.glob("*.toml"))


@pytest.fixture(scope="module", params=CODES)
def measured(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    """A language and its stories as they are read."""
    return request.param, read(request.param)


def test_no_figure_lies_below_its_floor(measured: tuple[str, Reading]) -> None:
    """Names, speakers, roles and claims are right as often as they once were."""
    code, reading = measured
    assert below(reading.figures(), stories(code)["floors"]) == []


def test_every_story_is_told_to_be_of_its_language(measured: tuple[str, Reading]) -> None:
    """A news text's language is told without the page's word."""
    assert [fault for fault in measured[1].faults if fault.startswith("language")] == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_expected_stands_in_the_text(code: str) -> None:
    """Names and quotes stand in their story word for word, and each story has all that is measured."""
    told = stories(code)["stories"]
    assert len(told) >= 12
    for story in told:
        wanted = [form for _, forms in story["names"] for form in forms.split("|")]
        wanted += [words for _, words in story["quotes"]] + [name.split()[-1] for name, _ in story["roles"]]
        text = story["text"].casefold()
        assert [words for words in wanted if words.casefold() not in text] == []
        assert min(len(story["must"]), len(story["true"]) - 3, len(story["false"]) - 3) > 0


def test_a_fault_is_told() -> None:
    """A figure on the wrong side of its floor is named, also one that must be low."""
    assert below({"lies": 0.1, "kinds": 0.9}, {"lies": 0.05, "kinds": 0.95}) == [
        "lies is 0.1, not 0.05",
        "kinds is 0.9, not 0.95",
    ]
    assert below({"lies": 0.0, "kinds": 1.0}, {"lies": 0.05, "kinds": 0.95}) == []
