"""A headline names the place of what it tells, not another one that the article is about."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "The pool in Farnwick stays shut. In Tolby, where a pool burst in May, nine children were hurt.",
    "de": (
        "Das Bad in Farnau bleibt zu. In Tolm, wo im Mai ein Becken barst, wurden neun Kinder verletzt. Die Firma Nord "
        "betreibt auch die Halle in Siel, in der ein Junge stürzte."
    ),
    "fr": "La piscine de Farny reste fermée. À Tolme, où un bassin a cédé en mai, neuf enfants ont été blessés.",
    "es": "La piscina de Farnal sigue cerrada. En Tolma, donde cedió un muro en mayo, nueve niños resultaron heridos.",
    "it": "La piscina di Farnate resta chiusa. A Tolma, dove è crollato un muro, nove bambini sono rimasti feriti.",
    "pt": "A piscina de Farnal continua fechada. Em Tolma, onde caiu um muro em maio, nove crianças ficaram feridas.",
    "ro": "Piscina din Fărnești rămâne închisă. La Tolma, unde a căzut un zid în mai, nouă copii au fost răniți.",
    "uk": "Басейн у Фарнові закритий. У Толмі, де в травні впала стіна, постраждали дев'ятеро дітей.",
}


MILLS = {
    "es": "El molino de Penal sigue abierto. El molino de Holba, cerrado en 2023, reabrirá como cafetería.",
    "ro": "La Penari moara e deschisă. Moara veche din Holbav, închisă în 2023, se va redeschide ca o cafenea.",
    "pt": "O moinho de Penal continua aberto. O moinho de Olba, fechado em 2023, reabrirá como café.",
}


@pytest.mark.parametrize(
    ("code", "said", "right"),
    [
        ("es", "Penal: el molino reabre como cafetería", False),
        ("es", "Holba: el molino reabre como cafetería", True),
        ("pt", "Penal: moinho reabre como café", False),
        ("pt", "Olba: moinho reabre como café", True),
        ("ro", "Penari: moara se redeschide ca o cafenea", False),
        ("ro", "Holbav: moara se redeschide ca o cafenea", True),
    ],
)
def test_a_headline_keeps_whose_mill_it_is(code: str, said: str, *, right: bool) -> None:
    """What is told of one town's mill is no headline of another's."""
    assert Claims(Article(text=MILLS[code], language=code)).headline(said).stands is right


@pytest.mark.parametrize(
    ("code", "said", "right"),
    [
        ("en", "Farnwick: nine children hurt", False),
        ("en", "Nine children hurt in Farnwick", False),
        ("en", "Tolby: nine children hurt", True),
        ("en", "Nine children hurt in Tolby", True),
        ("de", "Farnau: neun Kinder verletzt", False),
        ("de", "Neun Kinder in Farnau verletzt", False),
        ("de", "Neun Kinder in Tolm verletzt", True),
        ("de", "Junge stürzte in Farnau", False),
        ("fr", "Farny : neuf enfants blessés", False),
        ("fr", "Tolme : neuf enfants blessés", True),
        ("es", "Farnal: nueve niños heridos", False),
        ("es", "Tolma: nueve niños heridos", True),
        ("it", "Farnate, nove bambini feriti", False),
        ("it", "Tolma, nove bambini feriti", True),
        ("pt", "Farnal: nove crianças feridas", False),
        ("pt", "Tolma: nove crianças feridas", True),
        ("ro", "Fărnești: nouă copii răniți", False),
        ("ro", "Tolma: nouă copii răniți", True),
        ("uk", "Фарнів: постраждали дев'ятеро дітей", False),
    ],
)
def test_a_headline_keeps_the_place(code: str, said: str, *, right: bool) -> None:
    """What was done in one town is not a headline of another, before a colon or behind a preposition."""
    assert Claims(Article(text=TEXTS[code], language=code)).headline(said).stands is right
