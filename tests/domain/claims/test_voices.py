"""Whom a pronoun of the article stands for has something done to them, and does it not."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "Manager Ruth Aldous spoke on Monday. The union accuses her of having hidden the problem.",
    "de": "Leiterin Ruth Aldous sprach am Montag. Die Gewerkschaft beschuldigt sie, das Problem verschwiegen zu haben.",
    "fr": "La directrice, Ruth Aldous, a parlé lundi. Le syndicat l'accuse d'avoir caché le problème.",
    "es": "La directora, Ruth Aldous, habló el lunes. El sindicato la acusa de haber ocultado el problema.",
    "it": "La direttrice, Ruth Aldous, ha parlato lunedì. Il sindacato la accusa di aver nascosto il problema.",
    "pt": "A diretora, Ruth Aldous, falou na segunda-feira. O sindicato já a acusa de ter escondido o problema.",
    "ro": "Directoarea, Ruth Aldous, a vorbit luni. Sindicatul o acuză că a ascuns problema.",
    "uk": "Директорка Рута Олійник виступила в понеділок. Профспілка звинувачує її у приховуванні проблеми.",
}
TRUE = [
    ("en", "The union accuses the manager of having hidden the problem."),
    ("de", "Die Gewerkschaft beschuldigt die Leiterin, das Problem verschwiegen zu haben."),
    ("fr", "Le syndicat accuse la directrice d'avoir caché le problème."),
    ("es", "El sindicato acusa a la directora de haber ocultado el problema."),
    ("it", "Il sindacato accusa la direttrice di aver nascosto il problema."),
    ("pt", "O sindicato acusa a diretora de ter escondido o problema."),
    ("ro", "Sindicatul o acuză pe directoare că a ascuns problema."),
    ("uk", "Профспілка звинувачує директорку у приховуванні проблеми."),
]
FALSE = [
    ("en", "The manager accuses the union of having hidden the problem."),
    ("en", "The manager accuses the union."),
    ("de", "Die Leiterin beschuldigt die Gewerkschaft, das Problem verschwiegen zu haben."),
    ("fr", "La directrice accuse le syndicat d'avoir caché le problème."),
    ("es", "La directora acusa al sindicato de haber ocultado el problema."),
    ("it", "La direttrice accusa il sindacato di aver nascosto il problema."),
    ("pt", "A diretora acusa o sindicato de ter escondido o problema."),
    ("ro", "Directoarea acuză sindicatul că a ascuns problema."),
    ("uk", "Директорка звинувачує профспілку у приховуванні проблеми."),
]


def stands(language: str, said: str) -> bool:
    """Whether the text in a language says it."""
    return Claims(Article(text=TEXTS[language], language=language)).sentence(said).stands


@pytest.mark.parametrize(("language", "said"), TRUE)
def test_whom_a_pronoun_stands_for_has_it_done_to_them(language: str, said: str) -> None:
    """A noun may be said for a pronoun, as what it is."""
    assert stands(language, said)


@pytest.mark.parametrize(("language", "said"), FALSE)
def test_whom_a_pronoun_stands_for_does_it_not(language: str, said: str) -> None:
    """Who is accused is not who accuses."""
    assert not stands(language, said)
