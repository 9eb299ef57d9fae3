"""Languages as people type them."""

import pytest

from bot.errors import UsageError
from cogs.shared.commands.languages import language_choices, means_original, read_language


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("de", "de"),
        ("Deutsch", "de"),
        ("german", "de"),
        ("zh-TW", "zh-TW"),
        ("zh_Hant", "zh-TW"),
        ("zh-CN", "zh"),
        ("traditional chinese", "zh-TW"),
        ("繁體中文", "zh-TW"),
        ("pt_BR", "pt"),
        ("brazilian portuguese", "pt"),
        ("Portuguese (Brazil)", "pt"),
        ("українська", "uk"),
        ("no", "nb"),
        ("allemand", "de"),
    ],
)
def test_language(typed: str, code: str) -> None:
    """A code, with its region too, and a name in English, in the reader's language or its own."""
    assert read_language(typed, "fr") == code


@pytest.mark.parametrize("typed", ["Klingon", "", "12", "x"])
def test_no_language(typed: str) -> None:
    """All else is refused."""
    with pytest.raises(UsageError, match="I do not know that language"):
        read_language(typed, "en")


def test_original() -> None:
    """“auto” stands for each article's own language."""
    assert [means_original(typed) for typed in ("auto", "Original", "de")] == [True, True, False]


def test_choices_by_own_name() -> None:
    """A language is found by its own name too."""
    assert [choice.value for choice in language_choices("deut", "en")] == ["de"]
