"""Which day it was, who did it and who said it, in Portuguese, Romanian and Ukrainian."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

BOAT = "Um navio encalhou na quinta-feira num banco de areia. Os outros partiram na sexta-feira."
HEAD = "O diretor-geral da fábrica demitiu-se em maio, e o secretário-geral do sindicato aplaudiu."
SPLIT = "O vereador, Ivo Sá, está dividido: a central traria empregos, mas muitos pastores queixam-se."
FERRY = "Пором сів на мілину в четвер біля порту. Інші відпливли в п'ятницю."
VOTE = "Раніше профспілка пропонувала виплатити борг частинами, однак міський комітет відхилив цю пропозицію."
FLOOD = "Уряд виділив області 60 мільйонів гривень, родини, які втратили житло, отримають по 50 тисяч."
POOL = "Спортивна школа «Хвиля» обрала басейн у Залужному, куди їх возитимуть автобусом."
FEE = "A Câmara aprovou na quarta-feira uma taxa de dois euros por noite, que entra em vigor a 1 de abril."
GUARD = "A polícia ouviu o guarda da fábrica, Ivo Sá. Ele não se encontrava no local quando o fogo começou."
WINTER = "Iarna trecută, în aceiași munți au murit nouă oameni, cel mai mare număr din ultimul deceniu."
TAX = "Anul viitor orașul va scuti fabrica de impozitul pe teren."
SHARE = "Două treimi din sumă au venit din fonduri europene, iar restul a fost plătit de comună."
LEAVE = "Avocatul casei, Radu Ionescu, afirmă că autorizația a fost dată fără avizul Ministerului Sănătății."


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("pt", BOAT, "O navio encalhou na sexta-feira.", False),
        ("pt", BOAT, "O navio encalhou na quinta-feira.", True),
        ("pt", BOAT, "O navio encalhou na quinta.", True),
        ("pt", HEAD, "O secretário-geral demitiu-se em maio.", False),
        ("pt", HEAD, "O diretor da fábrica demitiu-se em maio.", True),
        ("pt", FEE, "A taxa entra em vigor na quarta-feira.", False),
        ("pt", FEE, "A taxa entra em vigor a 1 de abril.", True),
        ("ro", WINTER, "Iarna aceasta au murit nouă oameni.", False),
        ("ro", WINTER, "Iarna trecută au murit nouă oameni.", True),
        ("uk", FERRY, "Пором сів на мілину в п'ятницю.", False),
        ("uk", FERRY, "Пором сів на мілину в четвер.", True),
    ],
)
def test_a_day_is_no_other_day(language: str, text: str, said: str, *, right: bool) -> None:
    """Words with hyphens are one thing by their first part, a day only as a whole; others are not whom one knows."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is right


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("pt", SPLIT, "O vereador queixa-se da central.", False),
        ("pt", SPLIT, "Muitos pastores queixam-se.", True),
        ("pt", GUARD, "Ivo Sá estava na fábrica quando o fogo começou.", False),
        ("uk", VOTE, "Профспілка відхилила пропозицію міського комітету.", False),
        ("uk", VOTE, "Міський комітет відхилив пропозицію.", True),
        ("uk", FLOOD, "Родини отримають по 60 мільйонів гривень.", False),
        ("uk", POOL, "Спортивна школа возитиме автобусом.", False),
        ("ro", TAX, "Fabrica va scuti orașul de impozitul pe teren.", False),
        ("ro", TAX, "Orașul va scuti fabrica de impozitul pe teren.", True),
        ("ro", SHARE, "Două treimi din sumă au fost plătite de comună.", False),
        ("ro", SHARE, "Două treimi din sumă au venit din fonduri europene.", True),
    ],
)
def test_a_deed_is_no_other_clauses(language: str, text: str, said: str, *, right: bool) -> None:
    """What several do, what the others do, and what is done to somebody is not told of who stands elsewhere."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Ministerul Sănătății afirmă că autorizația a fost dată fără aviz.", False),
        ("Radu Ionescu afirmă că autorizația a fost dată fără aviz.", True),
    ],
)
def test_who_is_only_told_of_does_not_speak(said: str, *, right: bool) -> None:
    """A body that stands behind "that" in the sentence does not say what stands there."""
    assert Claims(Article(text=LEAVE, language="ro")).sentence(said).stands is right
