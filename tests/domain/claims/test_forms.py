"""Forms of words that no ending tells: a strong verb's, with what is put before it, and irregular plurals."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.values.article import Article

TEXTS = {
    "en": "The trust undertook the repairs in June. Two thieves stole the painting.",
    "de": "Im Juni hörte der Ausschuss drei Gutachter. Die Firma bricht die Bauarbeiten in Kessin ab.",
    "fr": "Le conseil maintiendra le projet de Lorvac. Deux journaux ont paru lundi.",
    "es": "El Ayuntamiento de Orlaz mantuvo la tasa en mayo. El juez absolvió al guarda.",
    "it": "La provincia di Ormea ripropone il ponte. Gli amici hanno scelto la barca.",
    "pt": "A câmara de Vilarim mantém a taxa de maio. O avião partiu de Torvale.",
    "ro": "Consiliul din Varnița respinge taxa de parcare. Femeile au blocat strada.",
    "uk": "Рада Вербинця прийме бюджет у травні. У школі навчаються двісті дітей.",
}


@pytest.mark.parametrize(
    ("code", "claim", "stands"),
    [
        ("en", "The repairs were undertaken by the trust in June.", True),
        ("en", "Two thieves sold the painting.", False),
        ("de", "Der Ausschuss hat im Juni drei Gutachter gehört.", True),
        ("de", "Die Bauarbeiten in Kessin werden abgebrochen.", True),
        ("de", "Die Bauarbeiten in Kessin werden unterbrochen.", False),
        ("fr", "Le projet de Lorvac sera maintenu par le conseil.", True),
        ("fr", "Le projet de Lorvac sera obtenu par le conseil.", False),
        ("es", "El Ayuntamiento de Orlaz ha mantenido en mayo la tasa.", True),
        ("es", "El Ayuntamiento de Orlaz ha obtenido en mayo la tasa.", False),
        ("it", "La barca è stata scelta dagli amici.", True),
        ("it", "La provincia di Ormea compone il ponte.", False),
        ("pt", "A taxa de maio é mantida pela câmara de Vilarim.", True),
        ("pt", "A taxa de maio é obtida pela câmara de Vilarim.", False),
        ("ro", "Taxa de parcare este respinsă de consiliul din Varnița.", True),
        ("ro", "Taxa de parcare este atinsă de consiliul din Varnița.", False),
        ("uk", "У школі навчалися двісті дітей.", False),
        ("uk", "У школі навчається двісті дітей.", True),
    ],
)
def test_a_verb_is_found_in_every_form_and_no_other_in_its_place(code: str, claim: str, stands: bool) -> None:
    """A strong verb is the same in all its forms, and another one with another prefix."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is stands


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("abbrechen", "abgebrochen", True),
        ("abbrechen", "abzubrechen", True),
        ("abbrechen", "unterbrochen", False),
        ("teilnehmen", "teilnahm", True),
        ("brach", "gebrochen", True),
        ("sah", "saß", False),
    ],
)
def test_a_verb_is_told_by_its_root_and_its_prefix(one: str, other: str, same: bool) -> None:
    """Forms of a verb share a root and what stands before it, whatever stands between."""
    words = wording_of("de")
    forms = [set(words.verbs_of(words.stem(form.replace("ß", "ss")), noun=False)) for form in (one, other)]
    assert bool(forms[0] & forms[1]) is same


def test_a_noun_is_no_participle() -> None:
    """A word with the capital of a noun is no form of the verb that its rest would be."""
    words = wording_of("de")
    stem = words.stem("gehalt")
    assert "~halten" in words.verbs_of(stem, noun=False)
    assert "~halten" not in words.verbs_of(stem, noun=True)


@pytest.mark.parametrize(
    ("code", "text", "lie"),
    [
        ("fr", "Le conseil a reporté lundi la fermeture de l'école.", "Le conseil a fermé lundi l'école."),
        ("es", "El pleno aplazó el lunes el cierre de la escuela.", "El pleno cerró el lunes la escuela."),
        ("it", "Il consiglio ha rinviato lunedì la chiusura della scuola.", "Il consiglio ha chiuso lunedì la scuola."),
        ("pt", "A câmara adiou na segunda-feira a venda da escola.", "A câmara vendeu a escola na segunda-feira."),
        ("ro", "Consiliul a amânat luni închiderea școlii.", "Consiliul a închis luni școala."),
        ("ro", "Consiliul a dezbătut închiderea fabricii.", "Fabrica a fost închisă."),
        ("ro", "Consiliul a amânat votul privind extinderea fabricii.", "Fabrica va fi extinsă."),
    ],
)
def test_what_is_put_off_or_discussed_is_not_done(code: str, text: str, lie: str) -> None:
    """A deed that is put off or discussed has not been done, though the noun for it is a form of its verb."""
    assert not Claims(Article(text=text, language=code)).sentence(lie).stands


@pytest.mark.parametrize(
    ("code", "text", "claim", "stands"),
    [
        (
            "it",
            "La Ferrovia Selva rimborserà i biglietti.",
            "I biglietti saranno rimborsati dalla Ferrovia Selva.",
            True,
        ),
        ("it", "La Ferrovia Selva rimborserà i biglietti.", "I biglietti sono stati rimborsati dalla Selva.", False),
        ("it", "Il contratto scadrà nel 2031.", "Il contratto scade nel 2031.", True),
        ("it", "Il contratto scadrà nel 2031.", "Il contratto è scaduto nel 2031.", False),
        ("fr", "La mairie fermera la piscine en juin.", "La mairie ferme la piscine en juin.", True),
        ("fr", "La mairie fermera la piscine en juin.", "La mairie ferma la piscine en juin.", False),
        ("es", "El pleno cerrará la piscina en junio.", "La piscina será cerrada en junio.", True),
        ("es", "El pleno cerrará la piscina en junio.", "La piscina fue cerrada en junio.", False),
        ("pt", "A câmara fechará a piscina em junho.", "A câmara fecha a piscina em junho.", True),
        ("pt", "A câmara fechará a piscina em junho.", "A câmara fechou a piscina em junho.", False),
    ],
)
def test_what_is_to_come_is_told_in_a_passive_or_as_set_for_a_day(
    code: str, text: str, claim: str, stands: bool
) -> None:
    """A future may be told in the passive, or in the present with its day or year, and never as done."""
    assert Claims(Article(text=text, language=code)).sentence(claim).stands is stands


@pytest.mark.parametrize(
    ("text", "claim", "stands"),
    [
        ("Die Fraktion forderte, das Bad im Mai zu öffnen.", "Das Bad wurde im Mai geöffnet.", False),
        ("Die Fraktion forderte, das Bad im Mai zu öffnen.", "Die Fraktion forderte, das Bad im Mai zu öffnen.", True),
        ("Der Wehr gelang es, den Brand am Montag zu löschen.", "Der Brand wurde am Montag gelöscht.", True),
    ],
)
def test_an_infinitive_clause_is_done_after_a_verb_of_success_alone(text: str, claim: str, stands: bool) -> None:
    """What somebody asks for or warns of in a clause of its own is not told as done."""
    assert Claims(Article(text=text, language="de")).sentence(claim).stands is stands


@pytest.mark.parametrize(
    ("claim", "stands"),
    [
        ("Die Polizei hat nach neun Bränden einen Wehrmann festgenommen.", True),
        ("Die Polizei hat nach neun Bränden das Bad geschlossen.", False),
        ("Das Bad bleibt für immer geschlossen.", False),
        ("Das Bad bleibt für fünf Monate geschlossen.", True),
    ],
)
def test_a_noun_behind_a_preposition_and_a_phrase_of_small_words_are_told_apart(claim: str, stands: bool) -> None:
    """What "nach" ties is not what is done, and "für immer" is no "für" of another phrase."""
    text = (
        "Nach einer Serie von neun Bränden im Kreis Arlau hat die Polizei einen Wehrmann festgenommen. "
        "Das Bad bleibt für fünf Monate geschlossen."
    )
    assert Claims(Article(text=text, language="de")).sentence(claim).stands is stands
