"""Small words that turn a claim into its contrary: too many and too few, this year and next, harder and less hard."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "The school has too few teachers. The ferry left too early on Monday. "
        "The bridge will close in June next year. Hallford Rowers will play the final in Marwick on Saturday."
    ),
    "de": (
        "Die Schule hat zu wenig Lehrer. Die Feuerwehr kam zu spät, und der Bus fuhr zu früh ab. "
        "Die Brücke wird im Juni nächsten Jahres gesperrt. Der SC Rastow spielt am Samstag das Finale in Hallstadt."
    ),
    "fr": "L'école a trop peu d'enseignants. Le pont fermera en juin de l'année prochaine pour travaux.",
    "es": "La escuela tiene muy pocos maestros. El puente se cerrará en junio del próximo año por obras.",
    "it": "Il ponte chiuderà a giugno dell'anno prossimo. La Volley Serravia giocherà la finale a Montebruno sabato.",
    "pt": "A associação considera o plano um erro. A câmara considera fechar a escola.",
    "nl": "De prijzen stegen dit jaar minder hard dan vorig jaar. Er zijn te weinig leraren op de school.",
    "sv": "Brandkåren kom för sent till kvarnen. Skolan har för få lärare.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "The school has too many teachers.", False),
        ("en", "The school has few teachers.", True),
        ("en", "The ferry left too late on Monday.", False),
        ("en", "The ferry left early on Monday.", True),
        ("en", "The bridge will close in June this year.", False),
        ("en", "The bridge will close next year.", True),
        ("en", "Hallford Rowers will play the final in Hallford.", False),
        ("en", "Hallford Rowers will play the final in Marwick.", True),
        ("de", "Die Schule hat zu viele Lehrer.", False),
        ("de", "Die Schule hat zu wenige Lehrer.", True),
        ("de", "Die Feuerwehr kam zu früh.", False),
        ("de", "Der Bus fuhr zu spät ab.", False),
        ("de", "Die Brücke wird im Juni dieses Jahres gesperrt.", False),
        ("de", "Die Brücke wird im Juni gesperrt.", True),
        ("de", "Der SC Rastow spielt das Finale in Rastow.", False),
        ("fr", "L'école a trop d'enseignants.", False),
        ("fr", "Le pont fermera en juin de cette année.", False),
        ("fr", "Le pont fermera l'année prochaine.", True),
        ("es", "La escuela tiene muchos maestros.", False),
        ("es", "El puente se cerrará en junio de este año.", False),
        ("es", "El puente se cerrará en junio del próximo año.", True),
        ("it", "Il ponte chiuderà a giugno di quest'anno.", False),
        ("it", "La Volley Serravia giocherà a Serravia.", False),
        ("it", "La Volley Serravia giocherà a Montebruno.", True),
        ("pt", "A câmara considera que o plano é um erro.", False),
        ("pt", "A associação considera o plano um erro.", True),
        ("nl", "De prijzen stegen dit jaar harder dan vorig jaar.", False),
        ("nl", "De prijzen stegen minder hard dan vorig jaar.", True),
        ("nl", "Er zijn te veel leraren op de school.", False),
        ("sv", "Brandkåren kom för tidigt till kvarnen.", False),
        ("sv", "Skolan har för många lärare.", False),
        ("sv", "Brandkåren kom för sent till kvarnen.", True),
    ],
)
def test_degree_is_not_exchanged(code: str, claim: str, *, true: bool) -> None:
    """How much, how early, of which year and where stay as the article has them."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true
