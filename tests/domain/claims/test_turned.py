"""Claims of an article's own words that turn round who does it, or what came first or because of what."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "The mill sold its boats to a firm in Orl because it needed money. The mill lost a case after it sold a barn. "
        "Prosecutors charged two managers of the mill with fraud on Friday. "
        "Nurse Ida Bloom accused the head of the clinic, Rolf Stern, of hiding errors. "
        "In May Ida Bloom wrote to the ministry. The mayor spoke to the press. "
        "The treasurer spoke to the union and then to the auditors on Friday."
    ),
    "de": (
        "Die Mühle verkaufte ihre Boote, weil sie Geld brauchte. "
        "Sie hatte im vorigen Jahr 340 Kunden, 20 mehr als im Jahr davor."
    ),
    "it": "Il sindaco ha scritto alla stampa e poi al ministero.",
    "es": "El molino vendió sus barcos porque necesitaba dinero. La fiscalía acusó a dos jefes del molino de fraude.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "The mill sold its boats because it needed money.", True),
        ("en", "The mill needed money because it sold its boats.", False),
        ("en", "The mill sold a barn after it lost a case.", False),
        ("en", "The mill lost a case after it sold a barn.", True),
        ("en", "The mill charged two managers with fraud.", False),
        ("en", "Two managers of the mill were charged with fraud on Friday.", True),
        ("en", "Rolf Stern hid errors.", False),
        ("en", "The ministry wrote to Ida Bloom.", False),
        ("en", "Ida Bloom wrote to the ministry.", True),
        ("en", "The press spoke to the mayor.", False),
        ("en", "The mayor spoke to the press.", True),
        ("en", "The union spoke to the auditors.", False),
        ("en", "The treasurer spoke to the auditors.", True),
        ("en", "Ida Bloom accused Rolf Stern of hiding errors.", True),
        ("de", "Die Mühle brauchte Geld, weil sie ihre Boote verkaufte.", False),
        ("de", "Die Mühle verkaufte Boote, weil sie Geld brauchte.", True),
        ("de", "Die Mühle hatte im Jahr davor 340 Kunden.", False),
        ("de", "Die Mühle hatte im vorigen Jahr 340 Kunden.", True),
        ("it", "La stampa ha scritto al ministero.", False),
        ("it", "Il sindaco ha scritto al ministero.", True),
        ("es", "El molino necesitaba dinero porque vendió sus barcos.", False),
        ("es", "El molino acusó a dos jefes de fraude.", False),
        ("es", "La fiscalía acusó de fraude a dos jefes.", True),
    ],
)
def test_deed_is_not_turned_round(code: str, claim: str, *, true: bool) -> None:
    """Who does it, what came first and what for stay as the article has them, also where one does both."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true


PUT_FIRST = (
    "Eine Bewährungsstrafe von einem Jahr hatte die Staatsanwaltschaft gefordert. "
    "Den Plan hatte der Bürgermeister abgelehnt. Die Direktorin hat der Stadtrat beschuldigt."
)


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("Die Staatsanwaltschaft hatte eine Bewährungsstrafe gefordert.", True),
        ("Der Bürgermeister hatte den Plan abgelehnt.", True),
        ("Der Plan hatte den Bürgermeister abgelehnt.", False),
        ("Der Stadtrat hat die Direktorin beschuldigt.", True),
        ("Die Direktorin hat den Stadtrat beschuldigt.", False),
    ],
)
def test_what_is_put_first_may_be_what_it_is_done_to(claim: str, *, true: bool) -> None:
    """An article tells who does it, and of a body and a demand the body does."""
    assert Claims(Article(text=PUT_FIRST, language="de")).sentence(claim).stands is true


@pytest.mark.parametrize(
    ("language", "text", "headline", "stands"),
    [
        ("de", "In der Grube starben 1978 vier Bergleute.", "Vier Bergleute sterben in Grube", False),
        ("de", "In der Grube starben am Montag vier Bergleute.", "Vier Bergleute sterben in Grube", True),
        ("de", "In der Grube starben 1978 vier Bergleute.", "1978 starben vier Bergleute in der Grube", True),
        ("de", "Seit 2019 fährt die Linie nachts.", "Linie fährt nachts", True),
        ("de", "2011 fiel auf der „Marit“ ein Matrose ins Wasser.", "Matrose fällt auf der „Marit“ ins Wasser", False),
        ("fr", "Un matelot est mort à bord du « Marit » en 2011.", "Un matelot meurt à bord du « Marit »", False),
        ("fr", "Un matelot est mort lundi à bord du « Marit ».", "Un matelot meurt à bord du « Marit »", True),
    ],
)
def test_a_headline_tells_nothing_of_a_year_long_ago_as_new(
    language: str, text: str, headline: str, *, stands: bool
) -> None:
    """What was done in a year is told in the present only with that year."""
    assert Claims(Article(text=text, language=language)).headline(headline).stands is stands
