"""Words that a possessive and a noun announce, and nouns that mean who is told of beside another."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

SPEAKERS = [
    ("en", "Ivo Marsh runs the dam. His comment: “It is the cheapest way.”", "Ivo Marsh"),
    ("en", "Ivo Marsh runs the dam. His verdict on the plan was short: “It is the cheapest way.”", "Ivo Marsh"),
    ("en", "“It leaks,” said Ivo Marsh. His advice: “Raise it by a metre.”", "Ivo Marsh"),
    # Nobody where the possessive is of another gender, of two, or of a thing, or where another acts.
    ("en", "Ivo Marsh runs the dam. Her comment: “It is the cheapest way.”", None),
    ("en", "Ivo Marsh saw Anna Reed. Her comment: “It is the cheapest way.”", None),
    ("en", "Ivo Marsh runs the dam. Their comment: “It is the cheapest way.”", None),
    ("de", "Ivo Marsch leitet das Werk. Sein Kommentar: „Das ist der billigste Weg.“", "Ivo Marsch"),
    ("de", "Ivo Marsch leitet das Werk. Sein Urteil fiel knapp aus: „Das ist der billigste Weg.“", "Ivo Marsch"),
    ("de", "Ivo Marsch leitet das Werk. Ihr Kommentar: „Das ist der billigste Weg.“", None),
    ("fr", "Yvon Marsan dirige le barrage. Son commentaire : « C’est la voie la moins chère. »", "Yvon Marsan"),
    ("fr", "Yvon Marsan a vu Anne Raynal. Son commentaire : « C’est la voie la moins chère. »", None),
    ("es", "Iván Marco dirige la presa. Su veredicto fue breve: «Es la vía más barata».", "Iván Marco"),
    # A noun means whom it stands beside above, though the paragraph names another.
    ("en", "Ivo Marsh met the mayor, Anna Reed, on Monday. “It was a good talk,” the mayor said.", "Anna Reed"),
    ("en", "The mayor, Ivo Marsh, met the mayor, Anna Reed. “It was a good talk,” the mayor said.", "the mayor"),
    (
        "de",
        "Der Chorleiter Tim Ohr und die Pianistin Jana Pelz gehen. „Es war schön mit euch“, sagt die Pianistin.",
        "Jana Pelz",
    ),
    ("de", "Tim Ohr leitet den Chor. „Wir singen weiter, solange es geht“, kündigt der Dirigent an.", "Tim Ohr"),
    # A people's noun means who alone is told of in the sentence before.
    (
        "de",
        (
            "Kapitän Jonas Ahrend ging vom Platz. Sein Trainer Marco Silvestri lobte ihn. „Stark gespielt hat er“, "
            "sagte der Italiener."
        ),
        "Marco Silvestri",
    ),
    (
        "de",
        "Jonas Ahrend traf Marco Silvestri. „Stark gespielt hat er heute Abend“, sagte der Italiener.",
        "der Italiener",
    ),
    # Who was of a trade is still called by it; an office is somebody else's by now.
    (
        "en",
        (
            "“I cried,” said May Tate, a former caretaker. Nora Bell, a councillor, was calm.\n\n"
            "The caretaker was not. “They have counted the money,” she said."
        ),
        "May Tate",
    ),
    # Whose letter it is that says so is who a genitive or "von" tells; to whom it goes is nobody's speaker.
    (
        "de",
        (
            "Bürgermeisterin Ida Remm bat um Geduld. „Ich kenne das Bad gut“, heißt es in einem Brief der "
            "Bürgermeisterin an die Vereine."
        ),
        "Ida Remm",
    ),
    ("de", "„Ich kenne das Bad gut“, heißt es in einem Brief von Ida Remm an die Vereine.", "Ida Remm"),
    ("de", "„Ich kenne das Bad gut“, heißt es in einem Brief an Ida Remm.", "einem Brief"),
    ("de", "„Ich kenne das Bad gut“, heißt es in einem Brief für Ida Remm.", "einem Brief"),
    (
        "de",
        "Ida Remm bat um Ruhe. „Ich kenne das Bad“, heißt es in einem Brief der Mutter.",
        "einem Brief der Mutter",
    ),
    # What is inserted within the marks may name an office and an article before the name.
    ("fr", "La direction se tait. « C’est, explique l’ingénieur Yvon Marsan, la voie la moins chère. »", "Yvon Marsan"),
    (
        "fr",
        "La direction se tait. « Nous perdons, dit la directrice du site, Ada Brun, la moitié des clients. »",
        "Ada Brun",
    ),
    (
        "fr",
        "« Nous perdons, dit la directrice du site, et Luc Brun le sait, tous nos clients. »",
        "la directrice du site",
    ),
    ("es", "«Es —explicó el ingeniero Iván Marco— la vía más barata».", "Iván Marco"),
    ("es", "«El puente —dice la ley de aguas— es de todos los vecinos».", None),
    # A first name that is a noun too begins nobody's name behind a preposition.
    ("de", "Jan Aigner, der am Rand von Celle lebt, klagt. „Davon lebe ich ja“, sagt der Landwirt.", "Jan Aigner"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_last_speaker(language: str, text: str, speaker: str | None) -> None:
    """The last quotation is of whom the possessive or the noun means, or of nobody where two may be meant."""
    article = Article(text=text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker


def test_two_who_speak_in_a_row() -> None:
    """In German a quotation within a clause is its subject's, though another's clause follows it."""
    text = "Tim Ohr nannte den Plan „ein Geschenk an die Reichen“, Ministerin Jana Pelz sprach von „einem guten Tag“."
    article = Article(text=text, language="de")
    assert [one.speaker for one in find_quotes(article, find_entities(article))] == ["Tim Ohr", "Jana Pelz"]


@pytest.mark.parametrize("surname", ["Koch", "Richter", "Fischer", "König", "Kranz", "Hofmann"])
def test_a_surname_that_is_a_german_noun_stands_alone(surname: str) -> None:
    """Who is named in full is named again by a surname that is a trade or ends as a noun."""
    text = f"Ute {surname} kam am Montag. {surname} wies das zurück. Dann ging {surname} nach Hause."
    named = [one for one in find_entities(Article(text, language="de")) if one.name == f"Ute {surname}"]
    assert [len(one.mentions) for one in named] == [3]


@pytest.mark.parametrize("noun", ["Der Richter", "Ein Richter", "Diese Richter"])
def test_a_german_trade_with_an_article_names_nobody(noun: str) -> None:
    """Where somebody is called as a trade is, a noun with its article is the trade's."""
    named = find_entities(Article(f"Ute Richter kam am Montag. {noun} wies das zurück.", language="de"))
    assert [len(one.mentions) for one in named] == [1]
