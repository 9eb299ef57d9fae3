"""Who holds a lesser office holds not the whole one, whatever word tells it."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

ENGLISH = (
    "The deputy mayor of Brill, Anna Stone, visited the flooded school on Monday. The acting director, Paul Grant, "
    "thanked her. The assistant coach, Jim Dale, left. The mayor-elect, Rose Carr, praised the firemen. Deputy head "
    "Leo Marsh signed the letter."
)
GERMAN = (
    "Die stellvertretende Bürgermeisterin von Brill, Anna Stein, besuchte am Montag die Schule. Der kommissarische "
    "Direktor Paul Grund dankte ihr. Der Co-Trainer Jens Dahl kündigte. Der Ehrenpräsident des Vereins trat zurück. "
    "Der designierte Minister Karl Ott kam."
)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("The mayor visited the flooded school.", False),
        ("Mayor Anna Stone visited the flooded school.", False),
        ("The deputy mayor visited the flooded school.", True),
        ("Anna Stone visited the flooded school.", True),
        ("The director, Paul Grant, thanked her.", False),
        ("The coach left.", False),
        ("The mayor praised the firemen.", False),
        ("Leo Marsh signed the letter.", True),
    ],
)
def test_a_lesser_office_is_kept(said: str, *, right: bool) -> None:
    """A word that makes an office a lesser one may not be left out beside it."""
    assert Claims(Article(text=ENGLISH, language="en")).sentence(said).stands is right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Die Bürgermeisterin besuchte die Schule.", False),
        ("Die stellvertretende Bürgermeisterin besuchte die Schule.", True),
        ("Direktor Paul Grund dankte ihr.", False),
        ("Der Trainer kündigte.", False),
        ("Der Präsident des Vereins trat zurück.", False),
        ("Der Minister kam.", False),
    ],
)
def test_a_lesser_office_is_kept_in_german(said: str, *, right: bool) -> None:
    """A word or the first part of one that makes an office a lesser one may not be left out."""
    assert Claims(Article(text=GERMAN, language="de")).sentence(said).stands is right


def test_a_lesser_office_is_another_role() -> None:
    """The deputy mayor is not called the mayor."""
    claims = Claims(Article(text=ENGLISH, language="en"))
    assert not claims.role("Anna Stone", "mayor").stands
    assert claims.role("Anna Stone", "deputy mayor").stands


@pytest.mark.parametrize(
    ("code", "text", "name", "own", "others"),
    [
        (
            "ro",
            (
                "Podul rămâne închis, a anunțat directorul drumurilor județene, Cornel Rus. Podul are 50 de ani. "
                "Fabrica de mobilă a cumpărat două autobuze, dar directoarea ei, Lavinia Costin, va muta o linie."
            ),
            "Lavinia Costin",
            "directoarea fabricii",
            "directoarea drumurilor județene",
        ),
        (
            "en",
            (
                "The bridge stays closed, the director of county roads, Cole Russ, said. It is 50 years old. The "
                "furniture factory has bought two buses, but its director, Lavinia Cost, will move a line."
            ),
            "Lavinia Cost",
            "director of the furniture factory",
            "director of county roads",
        ),
    ],
)
def test_whose_director_somebody_is_stands_near(code: str, text: str, name: str, own: str, others: str) -> None:
    """Her title's “its” means what is told beside her, not what another directs in the first sentence."""
    claims = Claims(Article(text=text, language=code))
    assert claims.role(name, own).stands
    assert not claims.role(name, others).stands


@pytest.mark.parametrize(
    ("code", "text", "name", "said", "right"),
    [
        ("en", "Ada Brim, who used to be a nurse, spoke.", "Ada Brim", "nurse", False),
        ("en", "Ada Brim, once a nurse, now teaches.", "Ada Brim", "nurse", False),
        ("en", "Ada Brim, once a nurse, now teaches.", "Ada Brim", "former nurse", True),
        ("en", "The widow of Paul Brim, a nurse, spoke.", "Paul Brim", "nurse", False),
        ("en", "The speech of Paul Brim, a nurse, was short.", "Paul Brim", "nurse", True),
        ("de", "Uta Brem, die früher Hebamme war, will helfen.", "Uta Brem", "Hebamme", False),
        ("de", "Uta Brem, die früher Hebamme war, will helfen.", "Uta Brem", "frühere Hebamme", True),
        ("de", "Die Tochter von Kai Brem, Ärztin in Lohe, will helfen.", "Kai Brem", "Arzt", False),
        ("fr", "La fille de Paul Brun, avocate, veut aider.", "Paul Brun", "avocat", False),
        ("fr", "Paul Brun, jadis avocat, veut aider.", "Paul Brun", "avocat", False),
        ("es", "La hija de Pablo Bruno, jueza, quiere ayudar.", "Pablo Bruno", "juez", False),
        ("es", "Pablo Bruno, que antes era juez, quiere ayudar.", "Pablo Bruno", "juez", False),
        ("it", "Paolo Bruni, che un tempo era giudice, vuole aiutare.", "Paolo Bruni", "giudice", False),
        ("pt", "Paulo Brito, outrora juiz, quer ajudar.", "Paulo Brito", "juiz", False),
        ("ro", "Pavel Bran, odinioară judecător, vrea să ajute.", "Pavel Bran", "judecător", False),
        ("uk", "Павло Брус, який раніше був суддею, хоче допомогти.", "Павло Брус", "суддя", False),
        ("uk", "Чоловік Ганни Брус, суддя Лев Рей, пішов.", "Ганна Брус", "суддя", False),
        ("uk", "Чоловік Ганни Брус, суддя Лев Рей, пішов.", "Лев Рей", "суддя", True),
        ("ro", "Soțul Anei Bran, sculptorul Ion Sala, a plecat.", "Ana Bran", "sculptoriță", False),
        ("ro", "Soțul Anei Bran, sculptorul Ion Sala, a plecat.", "Ion Sala", "sculptor", True),
        ("uk", "Павло Брус, який раніше був суддею, хоче допомогти.", "Павло Брус", "колишній суддя", True),
        ("en", "Mayor Ada Brim, who was also a nurse, spoke.", "Ada Brim", "nurse", False),
        ("en", "Mayor Ada Brim, who was elected chairwoman, spoke.", "Ada Brim", "chairwoman", True),
        ("en", "Ada Brim, who was the captain of the ferry, spoke.", "Ada Brim", "captain of the ferry", True),
        ("de", "Bürgermeisterin Uta Brem, die auch Hebamme war, sprach.", "Uta Brem", "Hebamme", False),
        ("fr", "La maire, Ada Brun, qui fut capitaine, a parlé.", "Ada Brun", "capitaine", False),
        ("fr", "La maire Ada Brun, qui a été élue présidente, a parlé.", "Ada Brun", "présidente", True),
        ("es", "La alcaldesa de Lerna, Ada Bruno, que también fue jueza, habló.", "Ada Bruno", "jueza", False),
        ("es", "La alcaldesa de Lerna, Ada Bruno, que también es jueza, habló.", "Ada Bruno", "jueza", True),
        ("it", "La sindaca Ada Bruni, che è stata anche lei capitana, ha parlato.", "Ada Bruni", "capitana", False),
        ("pt", "A autarca Ada Brito, que tinha sido juíza, falou.", "Ada Brito", "juíza", False),
        ("ro", "Primărița Ada Bran, care a fost și ea căpitană, a vorbit.", "Ada Bran", "căpitană", False),
        ("uk", "Мерка Ада Брус, яка теж була капітанкою, говорила.", "Ада Брус", "капітанка", False),
        ("en", "Ada Brim, whose father founded the club, spoke.", "Ada Brim", "founder of the club", False),
        ("en", "Ada Brim, who founded the club, spoke.", "Ada Brim", "founder of the club", True),
        ("es", "Ada Bruno, cuyo padre fundó el club, habló.", "Ada Bruno", "fundadora del club", False),
        ("it", "Ada Bruni, il cui padre ha fondato il club, ha parlato.", "Ada Bruni", "fondatrice del club", False),
        ("pt", "Ada Brito, cujo pai fundou o clube, falou.", "Ada Brito", "fundadora do clube", False),
    ],
)
def test_what_somebody_once_was_or_theirs_is_they_are_not(
    code: str, text: str, name: str, said: str, *, right: bool
) -> None:
    """Who was a nurse once is none now, and the widow's trade is not her husband's."""
    assert Claims(Article(text=text, language=code)).role(name, said).stands is right
