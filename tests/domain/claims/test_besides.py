"""What a sentence tells besides a claim, set apart or joined to it, speaks neither for the claim nor against it."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

CASES = [
    pytest.param(
        "it", "Il ponte sul Rovo, chiuso da marzo, riaprirà alle auto entro il 4 maggio. I camion dovranno aspettare.",
        "Il ponte sul Rovo riaprirà alle auto entro il 4 maggio.", "Il ponte riaprirà a maggio anche ai mezzi pesanti.",
        id="the contrary of what is to come, between commas",
    ),
    pytest.param(
        "fr", "Le transporteur, Ferrel, espère rouvrir la ligne d'ici lundi et a loué 40 autocars.",
        "Ferrel a loué 40 autocars.", "Ferrel a rouvert la ligne.", id="a past behind a hope",
    ),
    pytest.param(
        "es", "La constructora Tarvex lo niega y exigirá una indemnización de 3 millones de euros.",
        "Tarvex pedirá una indemnización de 3 millones de euros.", "Tarvex recibirá una indemnización de 3 millones.",
        id="a future behind a denial, in another word",
    ),
    pytest.param(
        "it", "Il consigliere Ugo Parri ricorda di aver segnalato le crepe già nel 2018.",
        "Ugo Parri aveva segnalato le crepe nel 2018.", "Ugo Parri nega di aver segnalato le crepe nel 2018.",
        id="already before a year is not formerly",
    ),
    pytest.param(
        "it", "La segretaria, Lia Monti, chiede di ricorrere al giudice e di tagliare i compensi dei manager.",
        "Lia Monti chiede di tagliare i compensi dei manager.", "Lia Monti ha tagliato i compensi dei manager.",
        id="two deeds that are asked for",
    ),
    pytest.param(
        "it", "«Non basta», ha commentato la segretaria Lia Monti, che non esclude un nuovo sciopero a Natale.",
        "Lia Monti non esclude un altro sciopero a Natale.", "Lia Monti esclude un altro sciopero a Natale.",
        id="who rules it out stands before the relative word",
    ),
    pytest.param(
        "pt", "Os 90 hóspedes saíram em dez minutos e ninguém ficou ferido.",
        "Os 90 hóspedes saíram em dez minutos.", "Os 90 hóspedes ficaram feridos em dez minutos.",
        id="nobody is the subject of the joined verb",
    ),
    pytest.param(
        "ro", "Arhitecta, Ilinca Radu, a recunoscut că acoperișul lasă apa. Firma Lucrex l-a reparat pe cheltuiala ei.",
        "Firma Lucrex a reparat acoperișul pe cheltuiala ei.", "Ilinca Radu a reparat acoperișul pe cheltuiala ei.",
        id="a helping verb with a pronoun",
    ),
    pytest.param(
        "ro", "Președintele clubului, Radu Stan, afirmă că licența a fost dată fără avizul Ministerului Mediului.",
        "Radu Stan susține că licența a fost dată fără avizul Ministerului Mediului.",
        "Radu Stan susține că licența a fost dată cu avizul Ministerului Mediului.",
        id="what is lacking, behind its own denial",
    ),
    pytest.param(
        "de", "Auch der Verein Spielbrett klagte, dem die Stadt mehrere Räume vermietet.",
        "Auch der Verein Spielbrett klagte.", "Der Verein Spielbrett vermietet der Stadt mehrere Räume.",
        id="a relative word tells for whom it is done",
    ),
    pytest.param(
        "ro", "Sindicatul susține că firma nu plătește orele de noapte. Directorul Radu Stan neagă.",
        "Radu Stan a negat acuzațiile.", "Sindicatul neagă acuzațiile.", id="a denial alone, of what is told before it",
    ),
    pytest.param(
        "it", "Il sindacato accusa l'azienda di non pagare le notti. Il direttore, Ugo Parri, nega.",
        "Ugo Parri nega le accuse.", "Il sindacato nega le accuse.", id="a denial alone, of an accusation",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CASES)
def test_what_is_told_besides_turns_nothing(language: str, text: str, right: str, wrong: str) -> None:
    """A claim stands on its own part of a sentence, and falls where it turns that part."""
    claims = Claims(Article(text=text, language=language))
    assert [claims.sentence(claim).stands for claim in (right, wrong)] == [True, False]
