"""A role is what somebody is: not what they were, want to be or deny being, and not what another is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

CASES = [
    pytest.param(
        "en", "Paul Nye, the mayor, was a referee for years.", "Paul Nye", "mayor", "referee",
        id="what lasted for years",
    ),
    pytest.param(
        "pt", "Antes de presidir à câmara, a autarca Ana Rocha foi enfermeira na ilha.", "Ana Rocha", "autarca",
        "enfermeira", id="what somebody was before another thing",
    ),
    pytest.param(
        "it", "L'avvocata Anna Rocchi è stata infermiera per anni.", "Anna Rocchi", "avvocata", "infermiera",
        id="what lasted for years, with a helping verb",
    ),
    pytest.param(
        "en", "The seller's lawyer, Max Olden, refused to comment.", "Max Olden", "lawyer", "seller", id="whose lawyer",
    ),
    pytest.param(
        "ro", "Avocatul vânzătorului, Max Oldenu, nu a vrut să comenteze.", "Max Oldenu", "avocat", "vânzător",
        id="whose lawyer, in a genitive",
    ),
    pytest.param(
        "uk", "Заступниця мера Ольга Фінч підписала договір.", "Ольга Фінч", "заступниця мера", "мер",
        id="whose deputy, in a genitive",
    ),
    pytest.param(
        "en", "Ivan Kess, not the owner but the tenant of the mill, has to leave by June.", "Ivan Kess",
        "tenant of the mill", "owner of the mill", id="not this but that",
    ),
    pytest.param(
        "fr", "Yvan Kesse, qui n'est pas le propriétaire mais le locataire du moulin, doit partir.", "Yvan Kesse",
        "locataire du moulin", "propriétaire du moulin", id="not this but that, in a relative clause",
    ),
    pytest.param(
        "es", "Ricardo Piedra, jefe de los bomberos hasta 2019, calificó el molino de trampa.", "Ricardo Piedra",
        "antiguo jefe de los bomberos", "jefe de los bomberos", id="until when, without a verb",
    ),
    pytest.param(
        "de", "Rick Stein, bis 2019 Leiter der Feuerwehr, nannte die Mühle eine Falle.", "Rick Stein",
        "Leiter der Feuerwehr bis 2019", "Leiter der Feuerwehr", id="until when, told in the role too",
    ),
    pytest.param(
        "es", "Alan Peco, en su día bailarín, dirige hoy el museo.", "Alan Peco", "antiguo bailarín", "bailarín",
        id="in his day",
    ),
    pytest.param(
        "it", "L'insegnante Lisa Brandi, che vuole diventare sindaca, si è opposta alla vendita.", "Lisa Brandi",
        "insegnante", "sindaca", id="what somebody wants to become",
    ),
    pytest.param(
        "uk", "Учитель Том Рів, батько якого був міністром, купив млин.", "Том Рів", "учитель", "міністр",
        id="what somebody's father was",
    ),
    pytest.param(
        "de",
        "Die Lehrerin Lisa Brand, die Bürgermeisterin werden will, klagte. Die stellvertretende Bürgermeisterin Olga "
        "Fink schwieg.", "Olga Fink", "stellvertretende Bürgermeisterin", "Bürgermeisterin",
        id="what another wants to become",
    ),
    pytest.param(
        "it", "Un ponte è chiuso. La moglie di Pecchi, Doris Langhi, è infermiera.", "Doris Langhi", "infermiera",
        "maestra", id="is behind a name between commas",
    ),
    pytest.param(
        "es", "Jorge Lama, nieto del fundador de la empresa, Otón Lama, emplea a 90 conductores.", "Otón Lama",
        "fundador de la empresa", "nieto del fundador de la empresa", id="whose grandson another is",
    ),
    pytest.param(
        "es", "Según Rita Cano, el contrato lo firmó el concejal de Obras, Martín Rey.", "Martín Rey",
        "concejal de Obras", "concejal de Hacienda", id="a deed between another's name and a title",
    ),
    pytest.param(
        "en",
        "The doctor Henrik Moll left. \"We lost 30 beds,\" he said. The midwives' association, led by his sister Clara "
        "Moll, agreed.", "Clara Moll", "leader of the midwives' association", "doctor", id="led by his sister",
    ),
    pytest.param(
        "en", "Health minister Peter Aas sent his deputy Lena Vik to the meeting.", "Lena Vik",
        "deputy of the health minister", "health minister", id="whose deputy, by a pronoun",
    ),
    pytest.param(
        "uk", "Учитель Сем Нур попросив позику в банкіра Карла Фосса.", "Карл Фосс", "банкір", "учитель",
        id="a name in another case alone",
    ),
    pytest.param(
        "en", "The banker Tim Aster left. The greenhouses had been built by Aster's father in 1998.", "Tim Aster",
        "banker", "builder of the greenhouses", id="by whose father it was built",
    ),
    pytest.param(
        "ro", "Planul a fost respins marți de inspectorul școlar general, Dana Popa.", "Dana Popa",
        "inspector școlar general", "plan", id="an office behind who does it",
    ),
    pytest.param(
        "ro", "Bărbatul este căutat, a anunțat purtătoarea de cuvânt a poliției, Simona Grecu.", "Simona Grecu",
        "purtătoarea de cuvânt a poliției", "polițistă", id="an office with whose it is",
    ),
    pytest.param(
        "en", "Ann Lee, former editor and now head of the archive, spoke.", "Ann Lee",
        "head of the archive", "former head of the archive", id="what is over is parted from what is now, en",
    ),
    pytest.param(
        "de", "Anna Lind, frühere Redakteurin und heute Leiterin des Archivs, sprach.", "Anna Lind",
        "Leiterin des Archivs", "frühere Leiterin des Archivs", id="what is over is parted from what is now, de",
    ),
    pytest.param(
        "fr", "Anne Gil, ancienne rédactrice et aujourd'hui directrice des archives, a parlé.", "Anne Gil",
        "directrice des archives", "ancienne directrice des archives", id="what is over is parted from what is now, fr",
    ),
    pytest.param(
        "es", "Ana Ruiz, antigua redactora y hoy directora del archivo, habló.", "Ana Ruiz",
        "directora del archivo", "antigua directora del archivo", id="what is over is parted from what is now, es",
    ),
    pytest.param(
        "it", "Anna Riva, ex redattrice e oggi direttrice dell'archivio, ha parlato.", "Anna Riva",
        "direttrice dell'archivio", "ex direttrice dell'archivio", id="what is over is parted from what is now, it",
    ),
    pytest.param(
        "pt", "Ana Vale, antiga redatora e hoje diretora do arquivo, falou.", "Ana Vale",
        "diretora do arquivo", "antiga diretora do arquivo", id="what is over is parted from what is now, pt",
    ),
    pytest.param(
        "ro", "Ana Rusu, fostă redactoare și acum directoarea arhivei, a vorbit.", "Ana Rusu",
        "directoarea arhivei", "fostă directoare a arhivei", id="what is over is parted from what is now, ro",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "right", "wrong"), CASES)
def test_role_is_what_somebody_is(language: str, text: str, name: str, right: str, wrong: str) -> None:
    """What a sentence calls somebody stands, and what it calls another or says that they are not does not."""
    claims = Claims(Article(text=text, language=language))
    assert [claims.role(name, role).stands for role in (right, wrong)] == [True, False]


def test_sister_leads_and_not_the_brother() -> None:
    """“His” beside who leads a body does not make him its leader."""
    text = "The doctor Henrik Moll left. The midwives' association, led by his sister Clara Moll, agreed."
    assert (
        not Claims(Article(text=text, language="en")).role("Henrik Moll", "leader of the midwives' association").stands
    )


FILES = (
    *("roles_retold.toml", "roles_beside_others.toml", "roles_said.toml", "roles_then.toml", "roles_worked.toml"),
    *("roles_twofold.toml", "roles_followed.toml", "roles_with_former.toml", "roles_spoken.toml"),
    *("roles_spanned.toml", "roles_of_whose.toml", "roles_by_deeds.toml"),
)
RETOLD = [
    one for name in FILES for one in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["told"]
]


@pytest.mark.parametrize("told", RETOLD, ids=[f"{one['language']}: {one['text'][:40]}" for one in RETOLD])
def test_a_role_of_two_parts_is_both(told: dict[str, Any]) -> None:
    """A role in other words stands where each of its parts does, in its own time and of its own person."""
    claims = Claims(Article(text=told["text"], language=told["language"]))
    assert [role for role in told["roles"] if not claims.role(*role).stands] == []
    assert [role for role in told["no_roles"] if claims.role(*role).stands] == []
