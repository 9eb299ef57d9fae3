"""Headlines of sentences whose relative clause is too long for one."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.headlines.headline import headline_of
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from bot.domain.values.wish import Wish
from config.limits import MADE_HEADLINE_CHARACTERS


@pytest.mark.parametrize(
    ("sentence", "language", "headline"),
    [
        (
            "The ferrymen of Lower Mardle have ended a strike of nearly three weeks that had kept forty boats waiting.",
            "en",
            "The ferrymen of Lower Mardle have ended a strike of nearly three weeks",
        ),
        (
            "La Consejería de Puertos ha convocado ayudas para las pequeñas empresas que enseñen a reparar barcos.",
            "es",
            "La Consejería de Puertos ha convocado ayudas para las pequeñas empresas",
        ),
    ],
)
def test_a_headline_leaves_out_a_relative_clause_at_its_end(sentence: str, language: str, headline: str) -> None:
    """The clause before a relative one is the headline, where the whole is too long."""
    assert _headline(sentence, language) == headline


@pytest.mark.parametrize(
    ("sentence", "language", "wrong"),
    [
        (
            "Tom Marsh told the audience at his fundraiser for the sailors that he and Ada Quill had never agreed.",
            "en",
            "for the sailors",
        ),
        (
            "The club that Tom Marsh led in the nineties of the last century pushed the boats of the valley to go.",
            "en",
            "last century",
        ),
        (
            (
                "L'association du port a changé les décors et avec l'aide de plusieurs bénévoles, établi des tableaux "
                "sur la vie des pêcheurs de la région."
            ),
            "fr",
            "bénévoles",
        ),
        (
            "Una de las novedades de la edición es que la pareja que compartirá la mesa presidencial será elegida ya.",
            "es",
            "la mesa presidencial",
        ),
    ],
)
def test_a_clause_of_what_is_said_is_no_relative_one(sentence: str, language: str, wrong: str) -> None:
    """What somebody says is not left out, a relative pronoun neither, and no headline ends within what follows it."""
    headline = _headline(sentence, language)
    assert not headline.endswith(wrong)


@pytest.mark.parametrize(
    ("sentence", "language", "headline"),
    [
        # A second clause with a subject of its own may go.
        (
            (
                "Mindestens 81 Fischer wurden im Norden durch schwere Unwetter getötet und viele weitere Bewohner der "
                "Küstendörfer werden seit dem Wochenende noch vermisst."
            ),
            "de",
            "Mindestens 81 Fischer wurden im Norden durch schwere Unwetter getötet",
        ),
    ],
)
def test_a_german_headline_leaves_out_a_second_clause(sentence: str, language: str, headline: str) -> None:
    """What "und" and another subject and verb add is left out where the whole is too long."""
    assert _headline(sentence, language) == headline


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            (
                "The northern hacker who first revealed that Ada Quill used a private email address was sentenced to "
                "ten years in a prison of the south on Thursday."
            ),
            "address",
        ),
        (
            (
                'Ada Lee, 44, known online as "Gull," was brought in 2014 to the court of Lakeside, which had been '
                "waiting for her and for the money that she took."
            ),
            "known",
        ),
    ],
)
def test_a_headline_has_a_subject_and_its_verb(sentence: str, wrong: str) -> None:
    """A noun that looks like a verb does not close a relative clause, and "known as" begins no sentence."""
    headline = _headline(sentence, "en")
    assert not headline.endswith(wrong)
    assert not headline.startswith("Known")


def test_a_german_headline_loses_no_half_of_an_attribute() -> None:
    """What stands between an article and its noun goes as a whole."""
    sentence = (
        "Der am Dienstag bei einem langen Vorbereitungsspiel der deutschen Fußball-Auswahl in Emden verletzte Torwart "
        "Karl Lind reist nun doch noch nach Seeheim."
    )
    assert _headline(sentence, "de") == "Der Torwart Karl Lind reist nun doch noch nach Seeheim"


def test_a_made_headline_of_a_relative_sentence_is_short() -> None:
    """What is left fits the line."""
    sentence = (
        "The board of Lakeside has closed a quay that " + "nobody had used for many years and " * 3 + "fell down."
    )
    assert len(_headline(sentence, "en")) <= MADE_HEADLINE_CHARACTERS


def _headline(sentence: str, language: str) -> str:
    return headline_of(Article(sentence, language=language), (DraftSentence(sentence),))


def test_a_title_is_not_left_without_its_name() -> None:
    """The second of two titles before a name goes with the first or not at all."""
    text = (
        "Harbour Radio anchor and news correspondent Mira Quill interviewed the former captain of the ferry on Tuesday "
        "about the storm.\n\nThe captain said little."
    )
    draft = write_draft(Article(text, language="en"), Wish())
    assert "and Mira" not in draft.headline
