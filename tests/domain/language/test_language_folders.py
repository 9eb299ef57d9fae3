import pytest

from bot.domain.language import languages

SPEAKING = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ro", "sv", "tr", "uk", "ru")
MARKS_ALONE = ("zh", "ja", "ar")


@pytest.mark.parametrize("code", SPEAKING)
def test_a_speaking_language_has_all_that_attribution_needs(code: str) -> None:
    """Verbs, according-to phrases, pronouns, roles, stop words, agencies and marks are there."""
    language = languages.of(code)
    assert language.knows_speakers
    assert len(language.verbs) > 150
    assert len(language.roles) > 150
    assert len(language.stop_words) > 150
    assert language.according_to or language.according_after
    genders = set(language.pronouns.values())
    assert genders >= {"m", "f", "1"} or genders == {"p", "1"}  # Turkish has one pronoun for all.
    assert "reuters" in language.agencies
    assert language.marks


@pytest.mark.parametrize("code", SPEAKING)
def test_a_year_and_a_week_are_whole(code: str) -> None:
    """Twelve months and seven days, in at least one form each."""
    language = languages.of(code)
    assert len(language.months) >= 12
    assert len(language.days) >= 7


@pytest.mark.parametrize("code", MARKS_ALONE)
def test_a_language_of_marks_alone_seeks_no_speakers(code: str) -> None:
    """Chinese, Japanese and Arabic have marks and stop words, and say that they know no speakers."""
    language = languages.of(code)
    assert not language.knows_speakers
    assert not language.capitals
    assert language.marks
    assert len(language.stop_words) > 80


@pytest.mark.parametrize("code", SPEAKING + MARKS_ALONE)
def test_words_are_in_lower_case(code: str) -> None:
    """What is compared in lower case is written so; abbreviations alone are as printed."""
    language = languages.of(code)
    for words in (language.verbs, language.roles, language.titles, language.months, language.days, language.agencies):
        assert {word for word in words if code != "ja" and word != word.lower()} == set()
