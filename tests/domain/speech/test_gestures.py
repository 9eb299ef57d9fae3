"""Who speaks where a gesture stands for the verb of speech behind a quotation."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

CASES = [
    ("it", "La torre chiude. «Noi non possiamo pagare», allarga le braccia il sindaco Ivo Neri.", ["Ivo Neri"]),
    ("it", "La torre chiude. «Noi non possiamo pagare», ha scosso la testa Ivo Neri.", ["Ivo Neri"]),
    ("ro", "Turnul se închide. „Nu avem cu ce plăti”, ridică din umeri primarul Dan Moga.", ["Dan Moga"]),
    ("pt", "A torre fecha. «Não temos com que pagar», encolhe os ombros o autarca Rui Vale.", ["Rui Vale"]),
    # Dashes part speech from it, as from a verb of speech.
    ("pt", "A torre fecha.\n\n— Não há dinheiro — encolhe os ombros Rui Vale. — Só há dívidas.", ["Rui Vale"] * 2),
    (
        "ru",
        "Башня пуста.\n\n— Денег в казне нет, — разводит руками глава села Олег Гай. — Есть одни долги.",
        ["Олег Гай"] * 2,
    ),
    ("uk", "Вежа пуста.\n\n— Грошей немає, — знизує плечима голова села Олег Гай. — Є борги.", ["Олег Гай"] * 2),
    ("es", "La torre cierra.\n\n—No hay dinero —se encoge de hombros Pablo Ruiz—. Hay deudas.", ["Pablo Ruiz"] * 2),
    # A noun of the body that is what somebody is, or whose, makes nobody the speaker.
    ("it", "La torre chiude. «Noi adesso non possiamo pagare», nuovo capo dei vigili Ivo Neri.", [None]),
    ("it", "La torre chiude. «Noi adesso non possiamo pagare», le mani di Ivo Neri tremano.", [None]),
    # Who speaks may tell of a gesture between dashes.
    ("ru", "Лис молчал.\n\n— Я сел — и опустил руки, — сказал Олег Гай. — Было уже темно.", ["Олег Гай"] * 2),
]


@pytest.mark.parametrize(("language", "text", "speakers"), CASES)
def test_a_gesture_stands_for_a_verb_of_speech(language: str, text: str, speakers: list[str | None]) -> None:
    """Who makes a gesture right behind a quotation says it."""
    article = Article(text, language=language)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == speakers


def test_a_point_behind_a_closing_dash_is_no_part_of_speech() -> None:
    """Speech that goes on behind a cue begins behind the cue's point."""
    article = Article("Llueve.\n\n—No hay dinero —dice Pablo Ruiz—. Hay deudas.", language="es")
    found = find_quotes(article, find_entities(article))
    assert [article.text[quote.start : quote.end] for quote in found] == ["No hay dinero", "Hay deudas."]
