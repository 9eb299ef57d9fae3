import pytest

from bot.domain.language import languages
from bot.domain.language.inflection import levelled
from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("code", "forms", "nominative"),
    [
        ("uk", ["Путіна", "Путін", "Путіну", "Путіним"], "Путін"),
        ("uk", ["Зеленському", "Зеленський", "Зеленського"], "Зеленський"),
        ("ru", ["Кутеповой", "Кутепова", "Кутепову"], "Кутепова"),
        ("ru", ["Игоря", "Игорь", "Игорем"], "Игорь"),
        ("ro", ["Mariei", "Maria"], "Maria"),
        ("pl", ["Wieczorka", "Wieczorek", "Wieczorkowi", "Wieczorkiem", "Wieczorku"], "Wieczorek"),
        ("pl", ["Karolinę", "Karolinie", "Karolina", "Karoliny", "Karoliną"], "Karolina"),
        ("pl", ["Nowickiemu", "Nowickim", "Nowicki", "Nowickiego"], "Nowicki"),
        ("pl", ["Nowickiej", "Nowicka", "Nowicką"], "Nowicka"),
        ("pl", ["Kraków", "Krakowa", "Krakowie", "Krakowem"], "Kraków"),
        ("pl", ["Pawła", "Paweł", "Pawłem", "Pawłowi"], "Paweł"),
        ("pl", ["Monice", "Monikę", "Monika"], "Monika"),
    ],
)
def test_cases_of_a_name_are_one_name(code: str, forms: list[str], nominative: str) -> None:
    """Every case of a name goes to the nominative that stands in the text."""
    assert set(levelled(forms, languages.of(code)).values()) == {nominative}


def test_names_that_merely_open_alike_stay_apart() -> None:
    """A first name and the surname made from it are two names."""
    forms = levelled(["Иван", "Иванов", "Петр", "Петров"], languages.of("ru"))
    assert forms == {form: form for form in forms}


@pytest.mark.parametrize("words", [["Nowicki", "Nowicka"], ["Marek", "Marta"], ["Jan", "Janusz"]])
def test_names_of_two_paradigms_stay_apart(words: list[str]) -> None:
    """A man's and a woman's surname are two names, and so are names that merely open alike."""
    assert levelled(words, languages.of("pl")) == {word: word for word in words}


def test_a_name_without_its_nominative_stays_as_it_is_written() -> None:
    """No nominative is made up: what the text has in other cases alone is shown in one of them."""
    text = "Policja zatrzymała Krzysztofa Terleckiego. Sąd przesłuchał wczoraj Krzysztofa Terleckiego."
    names = {entity.name for entity in find_entities(Article(text=text, language="pl"))}
    assert names == {"Krzysztofa Terleckiego"}


def test_a_polish_name_is_one_entity_in_all_its_cases() -> None:
    """Genitive, dative and instrumental are of the person whose nominative the text has."""
    text = (
        "Wczoraj Marek Wieczorek zamknął basen. Radni nie ufają Markowi Wieczorkowi. Klub rozmawiał z Markiem "
        "Wieczorkiem. Basen był oczkiem w głowie Wieczorka."
    )
    people = [entity for entity in find_entities(Article(text=text, language="pl")) if entity.kind is Kind.PERSON]
    assert [(entity.name, len(entity.mentions)) for entity in people] == [("Marek Wieczorek", 4)]


def test_a_language_without_case_endings_levels_nothing() -> None:
    """English names have one form."""
    assert levelled(["Anna", "Ann"], languages.of("en")) == {}


def test_an_inflected_name_is_one_entity() -> None:
    """A person named in the genitive and in the nominative is one entity, shown by the nominative."""
    text = "Рішення Дмитра Савчука здивувало раду. Дмитро Савчук сказав, що воно остаточне. Савчуку заперечили."
    entities = [e for e in find_entities(Article(text=text, language="uk")) if e.kind is Kind.PERSON]
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [("Дмитро Савчук", 3)]
