"""A quotation of which only the first word is long is speech, and no title."""

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article


def test_a_capital_that_opens_a_sentence_makes_no_title() -> None:
    """Short words and figures behind the first word have no capitals that would tell a title."""
    article = Article("«Revisaremos las 300 de la red», prometió Ana Reyes.", language="es")
    (quote,) = find_quotes(article, find_entities(article))
    assert quote.speaker == "Ana Reyes"
