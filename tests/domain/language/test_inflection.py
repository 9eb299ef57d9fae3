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
    ],
)
def test_cases_of_a_name_are_one_name(code: str, forms: list[str], nominative: str) -> None:
    """Every case of a name goes to the nominative that stands in the text."""
    assert set(levelled(forms, languages.of(code)).values()) == {nominative}


def test_names_that_merely_open_alike_stay_apart() -> None:
    """A first name and the surname made from it are two names."""
    forms = levelled(["Иван", "Иванов", "Петр", "Петров"], languages.of("ru"))
    assert forms == {form: form for form in forms}


def test_a_language_without_case_endings_levels_nothing() -> None:
    """English names have one form."""
    assert levelled(["Anna", "Ann"], languages.of("en")) == {}


def test_an_inflected_name_is_one_entity() -> None:
    """A person named in the genitive and in the nominative is one entity, shown by the nominative."""
    text = "Рішення Дмитра Савчука здивувало раду. Дмитро Савчук сказав, що воно остаточне. Савчуку заперечили."
    entities = [e for e in find_entities(Article(text=text, language="uk")) if e.kind is Kind.PERSON]
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [("Дмитро Савчук", 3)]
