"""Who does what where the verb ends its clause, as in German and Dutch."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "de": "Die Küstenwache hat am Freitagabend zwei Wanderer gerettet. Der Rat hat am Montag den Plan verworfen.",
    "nl": "De kustwacht heeft vrijdagavond twee wandelaars gered. De raad heeft maandag het plan verworpen.",
}


@pytest.mark.parametrize(
    ("language", "claim", "stands"),
    [
        ("de", "Die Küstenwache hat zwei Wanderer gerettet.", True),
        ("de", "Am Freitagabend hat die Küstenwache zwei Wanderer gerettet.", True),
        ("de", "Die Wanderer haben die Küstenwache gerettet.", False),
        ("de", "Der Plan wurde am Montag verworfen.", True),
        ("nl", "De kustwacht heeft twee wandelaars gered.", True),
        ("nl", "Vrijdagavond heeft de kustwacht twee wandelaars gered.", True),
        ("nl", "De wandelaars hebben de kustwacht gered.", False),
        ("nl", "Maandag heeft de raad het plan verworpen.", True),
        ("nl", "Het plan heeft de raad verworpen.", False),
    ],
)
def test_two_things_before_a_closing_verb_keep_their_order(language: str, claim: str, *, stands: bool) -> None:
    """Who stands first before a verb that ends the clause does it, whatever opens the sentence."""
    claims = Claims(Article(text=TEXTS[language], language=language))
    assert claims.sentence(claim).stands is stands
