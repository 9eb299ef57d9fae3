"""First names that look like function words, calendar words or kin belong to the name; dates and pronouns do not."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.names.names import Entity, find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

NAMES = """
Per Lindqvist|Jan Novak|June Carter|August Wilson|April Ryan|May Berg|Will Estrada|An Tran|So Yamamoto|In-soo Park
On Kim|He Jiankui|You Sun|My Linh|Guy Verhof|Son Heung|Sunday Adeleke|Ursula von der Leyen|Maria de La Cruz
"""


def entities(text: str, language: str = "en") -> dict[str, Entity]:
    """The entities of a text by name."""
    return {entity.name: entity for entity in find_entities(Article(text=text, language=language))}


@pytest.mark.parametrize("name", NAMES.strip().replace("\n", "|").split("|"))
def test_first_name_behind_a_role(name: str) -> None:
    """A word behind a role is the person's first name, and so it is again where the same two words open a sentence."""
    found = entities(f"On Monday opposition leader {name} left the hall. {name} spoke to reporters outside.")
    assert found[name].kind is Kind.PERSON
    assert len(found[name].mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody asked us about the new fence,” said the fisherman, {name}, on Monday.",
        "“Nobody asked us about the new fence,” another driver, {name}, told reporters.",
        "The head of the school, {name}, said “no child was hurt in the bus.”",
        "“Nobody asked us about the new fence,” said the owner of the inn, {name}.",
    ],
)
@pytest.mark.parametrize(
    "name", ["Will Tregenza", "My Tran", "June Hartley", "May Colborne", "Guy Pellow", "So Yamada"]
)
def test_first_name_behind_a_comma(name: str, text: str) -> None:
    """Two words that a comma joins to whom they name are a person, who speaks."""
    article = Article(text=text.format(name=name), language="en")
    assert [quote.speaker for quote in write_draft(article, Wish()).quotes] == [name]


def test_first_name_between_a_quotation_and_its_verb() -> None:
    """Behind the comma of a quotation the sentence goes on, so a capital is a name's."""
    assert "My Tran" in entities("“We waited for nine years,” My Tran, a nurse, said.")


@pytest.mark.parametrize("name", ["Per Lindqvist", "Jan Novak", "August Macke"])
def test_first_name_behind_a_german_role(name: str) -> None:
    """German has the same first names."""
    assert name in entities(f"Gestern sagte Oppositionsführer {name} ab. {name} ist krank.", "de")


@pytest.mark.parametrize("name", ["Jan Novak", "May Parker", "June Carter"])
def test_month_that_opens_a_sentence_before_a_capital(name: str) -> None:
    """No news begins "May Parker" for the month of May."""
    assert entities(f"{name} still remembers the snow.")[name].kind is Kind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In June Carter won the primary. Carter had led since May.", "Carter"),
        ("The council met on Sunday Smith said. Smith is its head.", "Smith"),
        ("So Trump left. Then He came, and Trump left again.", "Trump"),
        ("The mayor met Brown in April. Will Brown win? Brown may.", "Brown"),
        ("We met Brown in the spring, May being cold. Brown left.", "Brown"),
        ("It was over, So Brown left, he said. Brown is well.", "Brown"),
        ("He read The Herald. The Herald is old.", "Herald"),
    ],
)
def test_a_date_or_a_function_word_is_no_first_name(text: str, name: str) -> None:
    """A month after a preposition, a question's verb and a sentence's first word stay out of the name."""
    assert name in entities(text)


def test_an_article_stands_before_no_consonant() -> None:
    """Before a consonant "An" opens a name; before a vowel or a row of capitals it may be an article."""
    assert "An Nguyen" in entities("An Nguyen was at the pier. Nguyen teaches there.")
    assert "Oscar" in entities("An Oscar was at the pier. The Oscar is gold.")
    assert "An MRI" not in entities("An MRI was made at the pier.")


def test_german_courtesy_is_no_first_name() -> None:
    """The polite "Sie" has a capital within a sentence and is no name."""
    assert "Sie Herrn" not in entities("Er fragte, ob Sie Herrn Lindner kennen, und lachte.", "de")


def test_a_first_name_that_no_list_knows_behind_a_german_title() -> None:
    """A surname that is a given name elsewhere does not cut off the first name behind a title."""
    assert "Jörn Anders" in entities("Trainer Jörn Anders kam im Sommer aus Kiel. Anders bleibt bis Mai.", "de")
