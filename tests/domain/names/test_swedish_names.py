"""Swedish names: nouns without a capital that end a body's name, genitives, and who speaks behind a dash."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article


def names_of(text: str) -> set[str]:
    """The names of a Swedish text."""
    return {entity.name for entity in find_entities(Article(text=text, language="sv"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Det visar en studie från Lunds universitet.", "Lunds universitet"),
        ("Han döms av Östervalla tingsrätt till böter.", "Östervalla tingsrätt"),
        ("Det säger Anna Lindkvist museum är bra på.", "Anna Lindkvist"),
        ("Tvåa kom Kinas Li Xiaomei i loppet.", "Li Xiaomei"),
        ("Det säger Sveriges Radio på morgonen.", "Sveriges Radio"),
        ("Jägaren är med i Skellehamns jaktvårdsklubb.", "Skellehamns jaktvårdsklubb"),
        ("I går talade Carl von Hessle i Lövhamra.", "Carl von Hessle"),
    ],
)
def test_a_name_ends_with_what_a_body_is(text: str, name: str) -> None:
    """A noun without a capital behind where a body is ends its name, and stands behind no person's."""
    assert name in names_of(text)


def test_dashed_speech_goes_on_behind_its_cue() -> None:
    """What follows the sentence of the cue in a paragraph that a dash opens is said by the same person."""
    text = "– Isen hade spruckit under dem, berättar skepparen Valter Blom. En kvart senare hade det varit för sent."
    article = Article(text=text, language="sv")
    found = [
        (quote.speaker, article.text[quote.start : quote.end]) for quote in find_quotes(article, find_entities(article))
    ]
    assert found == [
        ("Valter Blom", "Isen hade spruckit under dem,"),
        ("Valter Blom", "En kvart senare hade det varit för sent."),
    ]


@pytest.mark.parametrize(("end", "speaker"), [("", None), (" från talespersonen Irina Volkova", "Irina Volkova")])
def test_a_document_speaks_for_its_writer_alone(end: str, speaker: str | None) -> None:
    """What stands in a statement is nobody's who spoke before, and its writer's where the text names one."""
    text = (
        f"”Vi bygger”, sade Aino Rautanen. Ministeriet är emot. ”Vi tvingas svara på detta”, heter det i ett brev{end}."
    )
    article = Article(text=text, language="sv")
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == ["Aino Rautanen", speaker]


def test_a_verb_is_passive_by_its_ending() -> None:
    """Who has a thing done to them by a verb with the passive's ending does not do it."""
    claims = Claims(Article(text="Rörvik besegrades av Lövhamra på söndagen.", language="sv"))
    assert claims.sentence("Lövhamra besegrade Rörvik på söndagen.").stands
    assert not claims.sentence("Rörvik besegrade Lövhamra på söndagen.").stands
