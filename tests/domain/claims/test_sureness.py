"""How sure a thing is, who says it and when it was: what belongs to another clause or is said otherwise is not lost."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = tomllib.loads((Path(__file__).parent / "sureness.toml").read_text(encoding="utf-8"))["texts"]
VOUCHED = tomllib.loads((Path(__file__).parent / "vouched.toml").read_text(encoding="utf-8"))["texts"]


def stands(language: str, text: str, said: str) -> bool:
    """Whether a text in a language says it."""
    return Claims(Article(text=text, language=language)).sentence(said).stands


BESIDES = [
    (
        "en",
        "The company says that its plant is not to blame and accuses the farmers of the valley.",
        "The company accuses the farmers of the valley.",
    ),
    (
        "fr",
        "La société Ravel assure que son usine n'est pas en cause et accuse les éleveurs de la vallée.",
        "La société Ravel accuse les éleveurs de la vallée.",
    ),
    (
        "ro",
        "Firma Ravel spune că fabrica nu este vinovată și acuză fermierii din vale.",
        "Firma Ravel acuză fermierii din vale.",
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), BESIDES)
def test_what_is_said_besides_is_not_denied(language: str, text: str, said: str) -> None:
    """Somebody denies one thing and accuses others: the accusation is not denied."""
    assert stands(language, text, said)


@pytest.mark.parametrize(
    "said",
    [
        "The plant is to blame.",
        "The farmers of the valley accuse the company.",
        "The plant accuses the farmers of the valley.",
    ],
)
def test_what_is_denied_beside_an_accusation_falls(said: str) -> None:
    """What is denied, or another's accusation, falls."""
    assert not stands(*BESIDES[0][:2], said)


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("Ada Holm said that she got the letter only in April.", True),
        ("Ada Holm got the letter only in April.", False),
        ("Ada Holm denied that she got the letter only in April.", False),
    ],
)
def test_a_denial_is_followed_by_what_is_said(said: str, *, stood: bool) -> None:
    """Behind a denial and a colon stands what who denies says instead."""
    text = "Bram Keel accused Ada Holm of a lie. Holm denied this: she got the letter only in April."
    assert stands("en", text, said) is stood


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("Les résultats de l'expertise sont attendus en mai.", True),
        ("Les résultats de l'expertise ont été demandés en mai.", False),
        ("Les résultats sont arrivés en mai.", False),
    ],
)
def test_a_relative_clause_tells_of_a_noun_and_its_adjective(said: str, *, stood: bool) -> None:
    """What is told of a report that was asked for is told of it without the asking."""
    text = "La maire hésite. Elle a demandé une expertise indépendante, dont les résultats sont attendus en mai."
    assert stands("fr", text, said) is stood


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("The company will not reinstate Ada Holm.", True),
        ("The company ruled out reinstating Ada Holm.", True),
        ("The company will study the verdict.", False),
        ("The company reinstated Ada Holm.", False),
    ],
)
def test_a_refusal_behind_what_is_said_needs_no_speaker(said: str, *, stood: bool) -> None:
    """A deed that "but" joins to what somebody says is not one of their words."""
    text = "The company said it would study the verdict, but ruled out reinstating Ada Holm."
    assert stands("en", text, said) is stood


@pytest.mark.parametrize(
    ("language", "text", "said", "stood"),
    [
        ("de", "Holm kündigte an, gegen die Entlassung zu klagen.", "Holm will gegen die Entlassung klagen.", True),
        ("de", "Holm kündigte an, gegen die Entlassung zu klagen.", "Holm hat gegen die Entlassung geklagt.", False),
        ("en", "Holm's lawyer announced that he would appeal.", "Holm's lawyer announced an appeal.", True),
        ("en", "Holm's lawyer announced that he would appeal.", "Holm's lawyer has appealed.", False),
        ("en", "Holm's lawyer announced that he would appeal.", "Holm's lawyer appealed.", False),
        ("en", "The prosecutors have a week to appeal.", "The prosecutors can appeal within a week.", True),
        ("en", "The prosecutors have a week to appeal.", "The prosecutors appealed within a week.", False),
        ("es", "La jueza Ada Prado decidirá en diez días.", "La jueza Ada Prado tiene diez días para decidir.", True),
        ("es", "La jueza Ada Prado decidirá en diez días.", "La jueza Ada Prado decidió en diez días.", False),
        (
            "it",
            "Il paese di Valdona è raggiungibile soltanto a piedi.",
            "A Valdona si può arrivare solo a piedi.",
            True,
        ),
        (
            "it",
            "Il paese di Valdona è raggiungibile soltanto a piedi.",
            "A Valdona si deve arrivare solo a piedi.",
            False,
        ),
        (
            "pt",
            "Ada Prado teme que os turistas escolham Valdona.",
            "Ada Prado receia que os turistas prefiram Valdona.",
            True,
        ),
        ("pt", "Ada Prado teme que os turistas escolham Valdona.", "Os turistas preferiram Valdona.", False),
        (
            "es",
            "La licencia fue firmada por el anterior alcalde, Luis Prado, que está siendo investigado.",
            "El anterior alcalde, Luis Prado, firmó la licencia.",
            True,
        ),
        (
            "es",
            "La licencia será firmada por el alcalde, Luis Prado, que está siendo investigado.",
            "El alcalde, Luis Prado, firmó la licencia.",
            False,
        ),
        (
            "en",
            "The council said it would not subsidise the mill, but that it might buy it.",
            "The council will not subsidise the mill.",
            True,
        ),
        (
            "en",
            "The council said it would not subsidise the mill, but that it might buy it.",
            "The council will subsidise the mill.",
            False,
        ),
    ],
)
def test_what_is_to_come_may_be_said_otherwise(language: str, text: str, said: str, *, stood: bool) -> None:
    """A plan may be told by another verb or a noun, and is not told as done."""
    assert stands(language, text, said) is stood


@pytest.mark.parametrize(
    ("language", "text", "said", "stood"),
    [
        (
            "en",
            "The union criticised the volunteers at first, but later apologised.",
            "The union apologised after criticising the volunteers.",
            True,
        ),
        (
            "en",
            "The union criticised the volunteers at first, but later apologised.",
            "The union criticised the volunteers after it had apologised.",
            False,
        ),
        (
            "fr",
            "L'employé a été entendu par les gendarmes, puis relâché.",
            "L'employé a été relâché après avoir été entendu par les gendarmes.",
            True,
        ),
        (
            "fr",
            "L'employé a été entendu par les gendarmes, puis relâché.",
            "L'employé a été entendu par les gendarmes après avoir été relâché.",
            False,
        ),
    ],
)
def test_the_later_of_two_deeds_comes_after_the_other(language: str, text: str, said: str, *, stood: bool) -> None:
    """What was first this and then that is that after this, and no other way round."""
    assert stands(language, text, said) is stood


@pytest.mark.parametrize(
    ("language", "text", "said", "stood"),
    [
        (
            "en",
            "The work was put off twice for lack of money.",
            "The work was put off twice because there was no money.",
            True,
        ),
        ("en", "The work was put off twice for lack of money.", "The work was not put off for lack of money.", False),
        (
            "en",
            "The work was put off twice for lack of money.",
            "The work was put off twice because of the money.",
            False,
        ),
        (
            "ro",
            "Lucrarea a fost amânată de două ori din lipsă de bani.",
            "Lucrarea a fost amânată de două ori pentru că nu au fost bani.",
            True,
        ),
        (
            "ro",
            "Lucrarea a fost amânată de două ori din lipsă de bani.",
            "Lucrarea nu a fost amânată din lipsă de bani.",
            False,
        ),
        (
            "fr",
            "Le chantier a été arrêté faute d'argent.",
            "Le chantier a été arrêté parce qu'il n'y avait pas d'argent.",
            True,
        ),
        ("fr", "Le chantier a été arrêté faute d'argent.", "Le chantier n'a pas été arrêté faute d'argent.", False),
    ],
)
def test_a_lack_is_a_denial(language: str, text: str, said: str, *, stood: bool) -> None:
    """For lack of a thing is because there was none of it."""
    assert stands(language, text, said) is stood


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("Workers need five more months.", True),
        ("Workers need more than five months.", False),
        ("Workers need five months more than planned.", False),
    ],
)
def test_another_five_are_five_more(said: str, *, stood: bool) -> None:
    """What counts more of the same compares nothing."""
    assert stands("en", "Workers need another five months.", said) is stood


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("La société Ravel a rénové l'immeuble en 2021.", True),
        ("La société Ravel n'a pas reçu de plainte.", False),
        ("Le maire a rénové l'immeuble en 2021.", False),
    ],
)
def test_a_relative_clause_in_what_somebody_says_tells_of_its_noun(said: str, *, stood: bool) -> None:
    """What a relative clause tells of a firm is no part of what a mayor says of it."""
    text = (
        "Le maire soutient que tout était en règle et met en cause la société Ravel, qui a rénové l'immeuble en 2021."
    )
    assert stands("fr", text, said) is stood


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("Ferry runs aground off Morval", False),
        ("Ferry ran aground off Morval in 2009", True),
        ("Ferry stops at Morval", True),
    ],
)
def test_a_headline_tells_no_deed_of_another_year_as_news(said: str, *, stood: bool) -> None:
    """What was done in a year that the headline leaves out is not what happens now."""
    text = "The ferry stops at Morval again from Monday. The ferry ran aground off Morval in 2009."
    assert Claims(Article(text=text, language="en")).headline(said).stands is stood


@pytest.mark.parametrize(
    ("language", "text", "said", "stood"),
    [
        ("en", "The union threatens to strike if the town does not pay.", "The union threatens to strike.", True),
        ("en", "The union threatens to strike if the town does not pay.", "The union will strike.", False),
        ("en", "The union will strike if the town does not pay.", "The union will strike.", False),
        (
            "fr",
            "Le syndicat menace de faire grève si la ville ne paie pas.",
            "Le syndicat menace de faire grève.",
            True,
        ),
        ("fr", "Le syndicat menace de faire grève si la ville ne paie pas.", "Le syndicat fera grève.", False),
        ("uk", "Профспілка погрожує страйком, якщо громада не заплатить.", "Профспілка погрожує страйком.", True),
        ("uk", "Профспілка погрожує страйком, якщо громада не заплатить.", "Профспілка оголосила страйк.", False),
    ],
)
def test_a_threat_is_one_without_its_condition(language: str, text: str, said: str, *, stood: bool) -> None:
    """Who threatens to do a thing if another is not done threatens to do it."""
    assert stands(language, text, said) is stood


@pytest.mark.parametrize(
    ("said", "stood"), [("Luis Prado signed the licence.", False), ("Luis Prado will sign the licence.", True)]
)
def test_what_will_be_done_is_not_done(said: str, *, stood: bool) -> None:
    """A passive of what is to come is told as to come in the active too."""
    text = "The licence will be signed by the mayor, Luis Prado, who is under investigation."
    assert stands("en", text, said) is stood


@pytest.mark.parametrize("told", TEXTS, ids=lambda told: told["text"][:30])
def test_what_is_unsure_or_denied_is_no_fact(told: dict[str, str | list[str]]) -> None:
    """What somebody denies, plans, threatens or only says is not told as a fact, nor a fact as denied."""
    claims = Claims(Article(text=str(told["text"]), language=str(told["language"])))
    assert [said for said in told["false"] if claims.sentence(said).stands] == []
    assert [said for said in told.get("true", ()) if not claims.sentence(said).stands] == []


@pytest.mark.parametrize("told", VOUCHED, ids=lambda told: told["text"][:30])
def test_who_did_it_vouches_for_it(told: dict[str, str | list[str]]) -> None:
    """What somebody says that they did, or only recalls, is a fact; what they deny or say of others is none."""
    claims = Claims(Article(text=str(told["text"]), language=str(told["language"])))
    assert [said for said in told.get("false", ()) if claims.sentence(said).stands] == []
    assert [said for said in told.get("true", ()) if not claims.sentence(said).stands] == []
