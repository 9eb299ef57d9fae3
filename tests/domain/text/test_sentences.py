"""Where sentences end."""

import pytest

from bot.domain.language import languages
from bot.domain.text.sentences import split_sentences


def sentences_of(text: str, language: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text, languages.of(language))]


@pytest.mark.parametrize(
    "text",
    [
        "Zum 100. Geburtstag des Malers zeigt das Museum Bilder.",
        "Am 3. Oktober liest Ada Quast.",
        "Im 19. Jahrhundert stand hier ein Turm.",
        "Anlässlich seines 100. Geburtstages sang er.",
        "Mit ihrer 250. Reise hört sie auf.",
    ],
)
def test_a_german_ordinal_ends_no_sentence(text: str) -> None:
    """A point behind a number that counts belongs to it."""
    assert sentences_of(text, "de") == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Er zählte bis 100.", "Die anderen liefen."),
        ("Im Jahr 2015 waren es noch 690.", "Schwangere fahren weit."),
        ("Er kam 1990.", "Dann ging er."),
        ("Das Spiel endete mit 2:0.", "Trainer Ole Berg schwieg."),
        ("Der Zug fährt um 19:30.", "Reisende warten am Gleis."),
        ("Die Mauer wuchs um 2,5.", "Metern folgten Zentimeter."),
    ],
)
def test_a_number_may_end_a_german_sentence(first: str, second: str) -> None:
    """A function word begins the next sentence, and a year, a score or a time of day is no ordinal."""
    assert sentences_of(f"{first} {second}", "de") == [first, second]


def test_two_initials_end_no_sentence_before_a_name() -> None:
    """The points of "J.J." belong to the name behind them; before a function word they end a sentence."""
    assert sentences_of("The film is by J.J. Lindgren. It is long.", "en") == [
        "The film is by J.J. Lindgren.",
        "It is long.",
    ]
    assert sentences_of("He left K.C. He is back.", "en") == ["He left K.C.", "He is back."]
