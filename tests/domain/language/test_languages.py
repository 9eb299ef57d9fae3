import pytest

from bot.domain.language import languages
from bot.errors import ConfigurationError


def test_a_language_is_read_from_its_folder() -> None:
    """English and German know speakers, verbs of speech and their own marks."""
    english, german = languages.of("en"), languages.of("de")
    assert english.knows_speakers
    assert "said" in english.verbs
    assert english.marks[0] == "“”"
    assert german.nouns_capitalised
    assert german.marks[0] == "„“"


def test_a_region_is_left_out() -> None:
    """`en-US` is English."""
    assert languages.of("en-US") is not languages.of("xx")
    assert languages.of("en-US").verbs == languages.of("en").verbs


@pytest.mark.parametrize("code", [None, "", "xx", "..", "../en", "e1"])
def test_an_unknown_language_knows_marks_alone(code: str | None) -> None:
    """A code without a folder, or no code at all, gives a language that looks for no speakers."""
    assert not languages.of(code).knows_speakers
    assert languages.of(code).verbs == frozenset()


def test_every_key_is_optional() -> None:
    """An empty file is a language whose sets are empty."""
    assert languages.parse("xx", "").stop_words == frozenset()


def test_words_are_one_string_or_an_array() -> None:
    """White space parts the words of a string; an array keeps phrases whole."""
    language = languages.parse("xx", '[speech]\nverbs = "one two"\naccording_to = ["in the words of"]')
    assert language.verbs == {"one", "two"}
    assert language.according_to == {"in the words of"}


def test_an_unknown_key_is_a_fault() -> None:
    """A misspelt key is told, not lost."""
    with pytest.raises(ConfigurationError, match="speach"):
        languages.parse("xx", '[speach]\nverbs = "said"')


def test_given_names_tell_a_gender() -> None:
    """A name of one list tells its gender; a name of both tells none."""
    names = languages.given_names()
    assert names["Dmitry"] == "m"
    assert names["Angela"] == "f"
    assert names["Andrea"] == ""
