"""A thing that a sentence opens with again: a claim may say of it what the sentence before said."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "Two people died in a fire in Elm Forest on Sunday. The fire is under control. "
        "A barn near Holm Farm burnt down too."
    ),
    "it": "Cinque case sono state distrutte da un incendio nel bosco di Valnera. L'incendio è sotto controllo.",
    "ro": "Trei case au fost distruse de un incendiu din pădurea Valea Lungă. Incendiul este sub control.",
    "de": "Zwei Menschen starben bei einem Brand im Erlenwald. Der Brand ist gelöscht.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "The fire in Elm Forest is under control.", True),
        ("en", "The fire near Holm Farm is under control.", False),
        ("en", "The barn in Elm Forest is under control.", False),
        ("it", "L'incendio nel bosco di Valnera è sotto controllo.", True),
        ("ro", "Incendiul din pădurea Valea Lungă este sub control.", True),
        ("ro", "Incendiul din casele Valea Lungă este sub control.", False),
        ("de", "Der Brand im Erlenwald ist gelöscht.", True),
        ("de", "Der Brand auf dem Hof ist gelöscht.", False),
    ],
)
def test_thing_keeps_its_place(code: str, claim: str, *, true: bool) -> None:
    """A thing told again may be told with the words behind it in the sentence right before."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true
