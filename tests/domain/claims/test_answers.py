"""An accusation that somebody answers in a pronoun: what is denied is told in the sentence before."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "The union accused Paul Reyes of hiding a report. Reyes denied it. Ann Holm opened the session.",
    "de": "Die Gewerkschaft warf dem Verband Täuschung vor. Jan Wolter wies das zurück: Man habe alles gesagt.",
    "uk": "Профспілка звинуватила компанію в обмані. Директор Павло Міщенко заперечив це.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "Paul Reyes denied the accusation.", True),
        ("en", "Paul Reyes confirmed the accusation.", False),
        ("en", "Ann Holm denied the accusation.", False),
        ("en", "Paul Reyes denied the offer.", False),
        ("de", "Jan Wolter bestritt den Vorwurf.", True),
        ("de", "Jan Wolter bestätigte den Vorwurf.", False),
        ("uk", "Павло Міщенко відкинув звинувачення.", True),
        ("uk", "Павло Міщенко визнав звинувачення.", False),
    ],
)
def test_pronoun_stands_for_what_is_denied(code: str, claim: str, *, true: bool) -> None:
    """A noun may stand for the pronoun of a denial where the article tells of it right before."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true
