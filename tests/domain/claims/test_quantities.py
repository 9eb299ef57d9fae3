"""Numbers said otherwise: a rounded one, a bound, a share, a difference; none on the wrong side of what is counted."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": (
        "Residents collected 5,200 signatures for a ban on cars. The cost has climbed from 310 to 465 million pounds. "
        "Two thirds of the members have lost income. The network loses 31 % of its water. Of the pupils 40 % walk."
    ),
    "de": "Der Verein sammelte 230 Unterschriften. Das Netz verliert 31 % des Wassers.",
    "fr": "La grève a coûté 1,1 million d'euros à la société. Le réseau perd 34 % de son eau.",
    "es": "La red de tuberías pierde el 31 % del agua.",
    "it": "La Caritas ha raccolto 24.000 euro.",
    "pt": "Dos 120 comerciantes, 70 perderam a banca.",
    "ro": "Fabrica a pierdut 230 de angajați.",
    "uk": "Вартість зросла з 900 мільйонів до 1,4 мільярда гривень.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "Residents collected more than 5,000 signatures for a ban on cars.", True),
        ("en", "Residents collected more than 6,000 signatures for a ban on cars.", False),
        ("en", "Residents collected less than 5,000 signatures for a ban on cars.", False),
        ("en", "Residents collected 5,000 signatures for a ban on cars.", False),
        ("en", "The cost has climbed by 155 million pounds.", True),
        ("en", "The cost has climbed by 145 million pounds.", False),
        ("en", "The cost has fallen by 155 million pounds.", False),
        ("en", "Most of the members have lost income.", True),
        ("en", "Most of the pupils walk.", False),
        ("en", "Almost a third of its water is lost by the network.", True),
        ("en", "Almost a fifth of its water is lost by the network.", False),
        ("de", "Der Verein sammelte über 200 Unterschriften.", True),
        ("de", "Der Verein sammelte über 300 Unterschriften.", False),
        ("de", "Das Netz verliert fast ein Drittel des Wassers.", True),
        ("de", "Das Netz verliert fast ein Viertel des Wassers.", False),
        ("fr", "La grève a coûté plus d'un million d'euros à la société.", True),
        ("fr", "La grève a coûté plus de deux millions d'euros à la société.", False),
        ("es", "La red de tuberías pierde casi un tercio del agua.", True),
        ("es", "La red de tuberías pierde más de un tercio del agua.", False),
        ("it", "La Caritas ha raccolto oltre 20.000 euro.", True),
        ("it", "La Caritas ha raccolto oltre 30.000 euro.", False),
        ("pt", "Mais de metade dos comerciantes perdeu a banca.", True),
        ("pt", "Menos de metade dos comerciantes perdeu a banca.", False),
        ("ro", "Fabrica a pierdut peste 200 de angajați.", True),
        ("ro", "Fabrica a pierdut peste 300 de angajați.", False),
        ("uk", "Вартість зросла на 500 мільйонів гривень.", True),
        ("uk", "Вартість зросла на 600 мільйонів гривень.", False),
    ],
)
def test_numbers_are_held_to_what_is_counted(code: str, claim: str, *, true: bool) -> None:
    """A number in another form stands where the article's lies within it, and falls where it does not."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true


def test_nobody_is_made_to_have_said_what_the_article_tells() -> None:
    """Whom the first sentence names is not therefore the speaker of a later one."""
    text = "The mill will be closed by the Arden group. The talks failed in November. The Arden group gave no reasons."
    claims = Claims(Article(text=text, language="en"))
    assert not claims.sentence("The Arden group said the talks failed in November.").stands


@pytest.mark.parametrize(
    ("code", "text", "claim", "true"),
    [
        ("fr", "Dix-sept baigneurs ont été évacués.", "17 baigneurs ont été évacués.", True),
        ("fr", "Dix-sept baigneurs ont été évacués.", "Sept baigneurs ont été évacués.", False),
        ("fr", "Vingt et un baigneurs ont été évacués.", "21 baigneurs ont été évacués.", True),
        ("fr", "Trois cents familles partent.", "300 familles partent.", True),
        ("es", "Treinta y cinco familias se van.", "35 familias se van.", True),
        ("es", "Treinta y cinco familias se van.", "Cinco familias se van.", False),
        ("es", "Treinta y cinco familias se van.", "30 familias se van.", False),
        ("es", "Entre treinta y cuarenta familias se van.", "70 familias se van.", False),
        ("it", "Trentacinque famiglie partono.", "35 famiglie partono.", True),
        ("it", "Il ponte ha cinquant'anni.", "Il ponte ha 50 anni.", True),
        ("pt", "Trinta e cinco famílias partem.", "35 famílias partem.", True),
        ("ro", "Treizeci și cinci de familii pleacă.", "35 de familii pleacă.", True),
        ("ro", "Două sute de mii de familii pleacă.", "200.000 de familii pleacă.", True),
        ("ro", "Două sute de mii de familii pleacă.", "200 de familii pleacă.", False),
        ("ro", "Trei mii două sute de familii pleacă.", "3.200 de familii pleacă.", True),
        ("pt", "Duas mil e quatrocentas famílias partem.", "2.400 famílias partem.", True),
        ("pt", "Cento e vinte mil famílias partem.", "120.000 famílias partem.", True),
        ("pt", "Cento e vinte mil famílias partem.", "20.000 famílias partem.", False),
        ("es", "Dos mil cuatrocientas familias se van.", "2.400 familias se van.", True),
        ("es", "Ciento veinte mil familias se van.", "20.000 familias se van.", False),
        ("uk", "Тридцять п'ять тисяч родин виїжджають.", "35 тисяч родин виїжджають.", True),
        ("uk", "Тридцять п'ять тисяч родин виїжджають.", "5 тисяч родин виїжджають.", False),
        ("fr", "Deux cent mille familles partent.", "200 000 familles partent.", True),
        ("fr", "Deux mille quatre cents familles partent.", "2 400 familles partent.", True),
        ("en", "Two hundred and fifty thousand families leave.", "250,000 families leave.", True),
        ("en", "Two hundred and fifty thousand families leave.", "50,000 families leave.", False),
        ("en", "Between one hundred and two hundred families leave.", "300 families leave.", False),
    ],
)
def test_numbers_in_words_are_those_in_digits(code: str, text: str, claim: str, *, true: bool) -> None:
    """The words of a number come to one, and none of them counts alone."""
    assert Claims(Article(text=text, language=code)).sentence(claim).stands is true
