"""Whom somebody tells does not speak: papers whose names stand in marks, people behind a preposition or in a case."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

TOLD = [
    ("en", "“The bridge will not be closed at night,” Ann Holt told the “Daily Herald”.", "Ann Holt"),
    ("en", "“The bridge will not be closed at night,” Mayor Ann Holt told the Daily Herald.", "Ann Holt"),
    ("en", "The Daily Herald quoted Ann Holt as saying “the bridge will not be closed at night.”", "Ann Holt"),
    ("en", "“The bridge will not be closed at night,” the Daily Herald quoted Ann Holt as saying.", "Ann Holt"),
    ("en", "“The bridge will not be closed at night,” Ann Holt was quoted as saying by the Herald.", "Ann Holt"),
    ("en", "Ann Holt denied having told Bo Marsh that “the bridge will not be closed at night.”", None),
    ("fr", "« Le pont ne sera pas fermé la nuit », a confié au « Monde » le maire Paul Roux.", "Paul Roux"),
    ("fr", "« Le pont ne sera pas fermé la nuit », a écrit Paul Roux à Anne Morel.", "Paul Roux"),
    ("es", "«El puente no se cerrará de noche», declaró al diario «El Faro» el alcalde Luis Mora.", "Luis Mora"),
    ("it", "«Il ponte non sarà chiuso di notte», ha detto al «Corriere» il sindaco Luca Moro.", "Luca Moro"),
    ("it", "«Il ponte non sarà chiuso di notte», ha scritto Luca Moro ad Anna Prati.", "Luca Moro"),
    ("it", "«Il ponte non sarà chiuso di notte», ha detto l'ad Anna Prati.", "Anna Prati"),
    ("pt", "“A ponte não será fechada à noite”, disse ao “Jornal da Manhã” o prefeito Luís Mora.", "Luís Mora"),
    ("uk", "«Міст не будуть закривати вночі», — сказав «Українській правді» мер Іван Мороз.", "Іван Мороз"),
    ("ru", "«Мост не будут закрывать на ночь», — сказал «Известиям» мэр Иван Мороз.", "Иван Мороз"),
    ("ru", "«Мост не будут закрывать на ночь», — сказал адвокат Анны Левиной Иван Мороз.", "Иван Мороз"),
    ("pl", "„Most nie będzie zamykany w nocy” – powiedziała „Gazecie” burmistrz Anna Lis.", "Anna Lis"),
]

REJECTED = [
    ("en", "Bo Marsh rejected Ann Holt's claim that he “lied to the whole town for many years.”"),
    ("de", "Der Verein wies den Vorwurf von Paul Brand zurück, er habe „die Stadt über Jahre getäuscht“."),
    ("fr", "Paul Roux a rejeté l'accusation selon laquelle il aurait « trompé la ville pendant des années »."),
    ("es", "Luis Mora rechazó la acusación de Ana Prado de que había «engañado a la ciudad durante años»."),
    ("es", "Luis Mora rechazó la acusación según la cual había «engañado a la ciudad durante años»."),
]


@pytest.mark.parametrize(("language", "text"), REJECTED)
def test_who_rejects_words_does_not_speak_them(language: str, text: str) -> None:
    """They are nobody's rather than theirs."""
    article = Article(text=text, language=language)
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == [None]


@pytest.mark.parametrize(("language", "text", "speaker"), TOLD)
def test_whom_somebody_tells_does_not_speak(language: str, text: str, speaker: str | None) -> None:
    """The one quotation is the subject's, and what stands in other marks is no quotation."""
    article = Article(text=text, language=language)
    found = find_entities(article)
    assert [quote.speaker for quote in find_quotes(article, found)] == [speaker]
