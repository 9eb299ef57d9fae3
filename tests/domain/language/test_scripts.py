"""The scripts of languages."""

import unicodedata

import pytest
from babel import Locale

from bot.domain.language.scripts import script_of


@pytest.mark.parametrize("code", ["ar", "el", "fa", "he", "hi", "ja", "ka", "ko", "ru", "th", "uk", "zh"])
def test_language_is_written_in_its_script(code: str) -> None:
    """The language's own name, as Unicode's data has it, is in the script that is named for it."""
    (name,) = [Locale.parse(code).languages[code]]
    assert all(unicodedata.name(letter).startswith(script_of(code)) for letter in name if letter.isalpha())
    assert script_of(code)


@pytest.mark.parametrize("code", ["en", "sr", "uz", ""])
def test_language_of_latin_or_of_two_scripts_has_none(code: str) -> None:
    """Nothing is said of a language that is written in the Latin script, or in two."""
    assert script_of(code) == ""
