"""How something is said stands between a quotation and its verb, and takes no speaker away."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("— Автобусом я добираюся годину двадцять, — тихо каже медсестра Оксана Гайова.", "uk", "Оксана Гайова"),
        ("«Це гроші, забрані в наших шкіл», — різко відповіла депутатка Ірина Сич.", "uk", "Ірина Сич"),
        ("— Мы спим в куртках, — устало говорит пенсионерка Нина Ершова с улицы Мира.", "ru", "Нина Ершова"),
        ("Виновных искали долго. «Их назовут до мая», — коротко сообщил врач Артём Белых.", "ru", "Артём Белых"),
        ("«Non aspetto più nessuno», seccamente risponde Anna Prati.", "it", "Anna Prati"),
        ("«Não espero por mais ninguém», secamente respondeu Ana Penha.", "pt", "Ana Penha"),
    ],
)
def test_an_adverb_before_the_verb_leaves_the_speaker(text: str, language: str, speaker: str) -> None:
    """Who speaks is named behind an adverb and a verb of speech."""
    article = Article(text, language=language)
    entities = find_entities(article)
    (quote,) = find_quotes(article, entities)
    assert quote.entity is not None
    assert entities[quote.entity].name == speaker
