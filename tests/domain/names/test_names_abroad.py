"""Where names begin and end outside English: genitives, adjectives, joined people, clubs, currencies, two alphabets."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article


def names_of(text: str, language: str) -> set[str]:
    """The names of the entities in a text."""
    return {entity.name for entity in find_entities(Article(text, language=language))}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Мэр Москвы Сергей Лапин открыл мост через реку.", "ru", "Сергей Лапин"),
        ("Об этом сообщил министр Украины Петр Лапин журналистам.", "ru", "Петр Лапин"),
        ("Мер Києва Віталій Лапко відкрив міст через річку.", "uk", "Віталій Лапко"),
    ],
)
def test_place_in_the_genitive_is_no_part_of_the_name_behind_it(text: str, language: str, name: str) -> None:
    """Whose mayor somebody is stands right before the name, and is not glued to it."""
    assert name in names_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Вчера Речная комиссия закрыла старый мост.", "ru", "Речная комиссия"),
        ("Про це повідомив Озерський районний суд у вівторок.", "uk", "Озерський районний суд"),
    ],
)
def test_adjective_and_common_noun_are_one_name(text: str, language: str, name: str) -> None:
    """A body's name goes on to the noun that its adjective belongs to."""
    assert name in names_of(text, language)


def test_adjective_alone_is_no_name() -> None:
    """An adjective in an oblique case before a common noun names nobody."""
    assert "Вищого" not in names_of("Учора відбулося засідання Вищого навчального закладу.", "uk")


def test_two_alphabets_are_two_names() -> None:
    """A name in Latin letters is not glued to one in Cyrillic."""
    assert "Петра Лапина Lake Herald" not in names_of("О победе Петра Лапина Lake Herald пишет во вторник.", "ru")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lo firmaron ayer Ana Penya y José Luis Sintes en Madrid.", "es"),
        ("Assinaram ontem Ana Penha e José Luís Sintra em Lisboa.", "pt"),
    ],
)
def test_and_joins_two_people_and_no_name(text: str, language: str) -> None:
    """“y” and “e” before a given name part two people."""
    assert not any(" y " in name or " e " in name for name in names_of(text, language))


def test_a_german_currency_is_nobody() -> None:
    """“Mark” after a figure is money."""
    assert "Mark" not in names_of("Der Umbau kostet 30 Millionen Mark, sagte Ada Quell. Das sind viele Mark.", "de")


def test_a_common_noun_before_a_clubs_letters_is_no_part_of_its_name() -> None:
    """What a club is stands before its name with a capital in German."""
    assert "KSV Seeheim" in names_of("Am Sonntag gewann der Gast gegen den Oberligisten KSV Seeheim mit 3:1.", "de")


def test_a_german_surname_may_be_a_function_word() -> None:
    """“Anders” with a capital behind a first name is a surname."""
    assert "Jens Anders" in names_of("Der Verein trennte sich am Montag von Jens Anders nach der Niederlage.", "de")


def test_letters_before_a_town_are_a_clubs() -> None:
    """A name that begins with a club's letters is an organisation's outside English."""
    article = Article("Am Sonntag gewann der KSV Seeheim mit 3:1.", language="de")
    assert [entity.kind for entity in find_entities(article) if entity.name == "KSV Seeheim"] == [Kind.ORGANISATION]


def test_a_described_noun_is_no_name() -> None:
    """An adjective and a common noun with capitals name nobody in German."""
    assert names_of("Im Kreis beginnt Nordseeisches Modellprojekt für alle.", "de") == set()
