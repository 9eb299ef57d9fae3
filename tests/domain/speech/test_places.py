"""Quotations told in a place: the body whose people tell them, where the verb is in the plural and has no subject."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

PLACES = [
    ("ru", "«Лекарств хватит на всех», — сообщили в министерстве.", "министерстве"),
    ("ru", "«Лекарств хватит на всех», — сообщили в пресс-службе компании.", "пресс-службе компании"),
    ("ru", "В пресс-службе губернатора опыт назвали «полезным для всей области».", "пресс-службе губернатора"),
    ("ru", "В администрации района пояснили: «Лекарств хватит на всех».", "администрации района"),
    ("ru", "В Минобороны заявили: «Учения пройдут в мае и июне».", "Минобороны"),
    ("ru", "В больнице Ивану Гаю сказали: «Лекарств хватит на всех».", "больнице"),
    ("ru", "В больнице им сказали: «Лекарств хватит на всех».", "больнице"),
    ("ru", "В больнице врачи сказали: «Лекарств хватит на всех».", "врачи"),
    ("ru", "В больнице сказал Иван Гай: «Лекарств хватит на всех».", "Иван Гай"),
    ("uk", "У пресслужбі водоканалу запевнили: «Якість води не зміниться».", "пресслужбі водоканалу"),
    ("uk", "«Якість води не зміниться», — вважають у Верховному суді України.", "Верховному суді України"),
    ("uk", "«Якість води не зміниться», — сказала у школі Ада Лис.", "Ада Лис"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), PLACES)
def test_a_body_speaks_where_people_of_it_tell(language: str, text: str, speaker: str) -> None:
    """The body behind "in" speaks, as the text has it, where nobody else is the subject."""
    article = Article(text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
