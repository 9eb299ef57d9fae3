"""People who are counted: what they are called is no deed."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("code", "text", "claim", "true"),
    [
        ("ro", "230 de angajați își vor pierde locul de muncă mâine.", "Peste 200 de oameni vor fi angajați.", False),
        ("fr", "230 employés perdront leur emploi le 3 mai.", "Plus de 200 personnes seront employées.", False),
        ("de", "230 Angestellte verlieren im Mai ihre Arbeit.", "230 Menschen werden im Mai angestellt.", False),
        ("fr", "Le 3 mai, 230 personnes seront employées par la ville.", "230 personnes seront employées.", True),
    ],
)
def test_what_people_are_called_is_no_deed(code: str, text: str, claim: str, *, true: bool) -> None:
    """A participle is not foretold of people whom the article only calls so."""
    assert Claims(Article(text=text, language=code)).sentence(claim).stands is true
