"""Nobody does in a claim what another does in the sentence, in whatever order its words stand."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "The council of Harnby rejected a plan for a market hall on Monday. The union criticised the volunteers at "
    "first, but later apologised. Otto Brandt said that the clerk had been warned in May.",
    "de": "Der Stadtrat lehnte am Montag den Plan für eine Markthalle ab. Der Verein hatte den Bau erst gefordert und "
    "später abgelehnt. Die Liberalen wollen das Ergebnis prüfen lassen.",
    "fr": "Le parquet de Lisle a ouvert une enquête, confiée à la gendarmerie. Le syndicat affirme que la direction "
    "avait été avertie en mai.",
    "es": "El alcalde, Ramón Esteve, calificó el cierre de error y recordó que la empresa recibió ayudas.",
    "uk": "Двоє дітей врятували рятувальники. Мешканці звинувачують власника греблі.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "The council rejected a plan on Monday.", True),
        ("en", "The market hall rejected the plan.", False),
        ("en", "The union never criticised the volunteers.", False),
        ("en", "Otto Brandt had been warned in May.", False),
        ("en", "The clerk had been warned in May, Otto Brandt said.", True),
        ("de", "Der Stadtrat lehnte den Plan für eine Markthalle ab.", True),
        ("de", "Die Markthalle lehnte den Plan ab.", False),
        ("de", "Der Verein hatte den Bau erst abgelehnt und später gefordert.", False),
        ("de", "Die Liberalen haben das Ergebnis prüfen lassen.", False),
        ("fr", "La gendarmerie a ouvert une enquête, confiée au parquet.", False),
        ("fr", "Le syndicat a été averti en mai.", False),
        ("es", "La empresa calificó el cierre de error.", False),
        ("es", "El alcalde calificó el cierre de error.", True),
        ("uk", "Двоє дітей врятували рятувальників.", False),
        ("uk", "Мешканців звинувачує власник греблі.", False),
        ("uk", "Рятувальники врятували двох дітей.", True),
    ],
)
def test_a_deed_stays_with_who_does_it(code: str, claim: str, *, true: bool) -> None:
    """A claim falls that gives a deed to what only belongs to it, to who tells of it, or to whom it is done."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true


@pytest.mark.parametrize(
    ("code", "text", "false"),
    [
        ("en", "Employees demanded a better offer on Monday.", "Employers demanded a better offer on Monday."),
        ("fr", "Les employés ont quitté la salle lundi.", "Les employeurs ont quitté la salle lundi."),
        ("es", "Los empleados dejaron la sala el lunes.", "Los empleadores dejaron la sala el lunes."),
        ("pt", "Os empregadores deixaram a sala na segunda-feira.", "Os empregados deixaram a sala na segunda-feira."),
        ("ro", "Angajații au părăsit sala luni.", "Angajatorii au părăsit sala luni."),
        ("en", "The team won the semi-final on Monday.", "The team won the final on Monday."),
        ("fr", "L'équipe a gagné la demi-finale lundi.", "L'équipe a gagné la finale lundi."),
        ("pt", "A equipa venceu a meia-final na segunda-feira.", "A equipa venceu a final na segunda-feira."),
        ("de", "Die Mieter verklagten am Montag die Stadt.", "Die Vermieter verklagten am Montag die Stadt."),
        ("de", "Die Mannschaft gewann am Montag das Halbfinale.", "Die Mannschaft gewann am Montag das Finale."),
        ("de", "Der Vertrag ist laut Gericht unwirksam.", "Der Vertrag ist laut Gericht wirksam."),
    ],
)
def test_who_does_is_not_to_whom_it_is_done(code: str, text: str, false: str) -> None:
    """An employer is no employee, though both are made of one verb, and a compound may be its last part's contrary."""
    claims = Claims(Article(text=text, language=code))
    assert claims.sentence(text).stands
    assert not claims.sentence(false).stands
