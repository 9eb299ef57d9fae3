"""Nobody is given what the sentence has beside them alone: a possession, a deed, another's number."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "Vale, a rival firm, went to court after its bid of 50 million was returned unopened. The clinic is closed. "
    "It has introduced a form which two doctors sign. Last year its sales rose by 7 percent, while its profit shrank. "
    "Nineteen people, eleven of them children, were treated for burns.",
    "de": "Vor drei Jahren habe ein Bademeister feuchte Flecken an der Decke gemeldet, sagte Stadträtin Marlene "
    "Voigt. Der Verein sucht ein Bad. Seine 410 Mitglieder trainieren in Bad Lehring, das 22 Kilometer entfernt liegt. "
    "Die Molkerei holt Milch von 130 Bauern und verkauft sie an eine Käserei in Südtirol. Paul Wenk hat den Verein "
    "verlassen. Sechs weitere Mitglieder wollen ihm folgen.",
}


@pytest.mark.parametrize(
    ("code", "said", "right"),
    [
        ("en", "Vale returned the bid unopened.", False),
        ("en", "Its bid of 50 million was returned unopened.", True),
        ("en", "Two doctors introduced a form.", False),
        ("en", "Last year its profit rose by 7 percent.", False),
        ("en", "Last year its sales rose by 7 percent.", True),
        ("en", "Eleven people, nineteen of them children, were treated for burns.", False),
        ("en", "Nineteen people, eleven of them children, were treated for burns.", True),
        ("de", "Marlene Voigt meldete vor drei Jahren feuchte Flecken an der Decke.", False),
        ("de", "Ein Bademeister habe feuchte Flecken gemeldet, sagte Marlene Voigt.", True),
        ("de", "Bad Lehring hat 410 Mitglieder.", False),
        ("de", "Die Molkerei kauft Milch von einer Käserei in Südtirol.", False),
        ("de", "Die Molkerei verkauft Milch an eine Käserei in Südtirol.", True),
        ("de", "Sechs weitere Mitglieder haben den Verein verlassen.", False),
    ],
)
def test_nobody_is_given_what_is_anothers(code: str, said: str, *, right: bool) -> None:
    """Whose a deed, a thing or a number is in the sentence is whose it is in the claim."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(said).stands is right


@pytest.mark.parametrize(
    ("code", "text", "said", "right"),
    [
        (
            "en",
            "Colin Marsh had warned that the cables were rusting. He was told that his report exaggerated the danger.",
            "Colin Marsh told that the report exaggerated the danger.",
            False,
        ),
        (
            "de",
            "Das Ministerium ist dafür. Es verlangt jedoch, dass der Kreis einen Fahrdienst einrichtet.",
            "Der Kreis verlangt, dass das Ministerium einen Fahrdienst einrichtet.",
            False,
        ),
        (
            "de",
            "Das Ministerium ist dafür. Es verlangt jedoch, dass der Kreis einen Fahrdienst einrichtet.",
            "Das Ministerium verlangt, dass der Kreis einen Fahrdienst einrichtet.",
            True,
        ),
        (
            "de",
            "Franz Dietl bezweifelte, dass das Seil von seinen Leuten stammt.",
            "Franz Dietl sagte, dass das Seil von seinen Leuten stammt.",
            False,
        ),
        (
            "de",
            "Franz Dietl bezweifelte, dass das Seil von seinen Leuten stammt.",
            "Franz Dietl hat bezweifelt, dass das Seil von seinen Leuten stammt.",
            True,
        ),
    ],
)
def test_who_says_or_wants_it_is_kept(code: str, text: str, said: str, *, right: bool) -> None:
    """Who is told a thing does not tell it, who doubts it does not say it, and of two each keeps their part."""
    assert Claims(Article(text=text, language=code)).sentence(said).stands is right
