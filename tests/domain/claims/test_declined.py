"""Who does what to whom, how many and for whom, told by cases and endings in Portuguese, Romanian and Ukrainian."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "pt": "A câmara, dona de 40% da empresa, ofereceu-se como mediadora. Uma mulher partiu uma perna. O vereador Rui "
    "Dias exige a demolição do muro. Um homem de 70 anos caiu no poço; a irmã ficou ferida. O prefeito, Luís Cravo, "
    "pediu ajuda ao Governo, mas a ministra, Rita Sales, respondeu que é cedo. O tribunal anulou em 2018 uma multa. "
    "A Associação de Padeiros calcula que as lojas perderam um terço das vendas.",
    "ro": "Directoarea școlii, Irina Manea, spune că a anunțat primăria de trei ori. O femeie și-a rupt piciorul. "
    "Un laborator trimisese rezultate, dar directorul Dan Suciu le-a considerat greșite. El nu a informat primăria. "
    "Consilierii cer demiterea lui. Primarul a promis bani.",
    "uk": "План парку було відхилено радою в понеділок. Попередження лікарів надійшло в п'ятницю, але голова громади "
    "Ігор Лисак не закрив школу. Ганна Мороз попереджала раду про зсув. Рада відповіла їй, що будівництво законне. "
    "Вона зупинила будівництво до завершення перевірки. Одна жінка зламала ногу. Директорка фабрики назвала зсув "
    "стихійним лихом. Депутат Павло Гнатюк вимагає знести паркан. Родина втратила хату. Сусіди зібрали для них 40 "
    "тисяч гривень. Музей надішле виставку й оплатить ремонт. Трупа оскаржить звільнення головної лікарки Ольги Сорос. "
    "Вона очолювала лікарню п'ять років. Голова селища Іван Дуб відповів, що грошей немає, але він звернеться по "
    "допомогу до області. Він попросив уряд виплачувати людям гроші.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("pt", "A empresa é dona de 40% da câmara.", False),
        ("pt", "A câmara é dona de 40% da empresa.", True),
        ("pt", "As mulheres partiram uma perna.", False),
        ("pt", "A câmara exige a demolição do muro.", False),
        ("pt", "A irmã de um homem de 70 anos caiu no poço.", False),
        ("pt", "A ministra Rita Sales pediu ajuda ao Governo.", False),
        ("pt", "Luís Cravo pediu ajuda ao Governo.", True),
        ("pt", "Os padeiros perderam um terço das lojas.", False),
        ("pt", "Em 2018 o tribunal foi anulado.", False),
        ("ro", "Primarul a anunțat școala de trei ori.", False),
        ("ro", "Primăria i-a răspuns directoarei.", False),
        ("ro", "Femeile și-au rupt piciorul.", False),
        ("ro", "Consilierii cer demiterea primarului.", False),
        ("uk", "Раду відхилили.", False),
        ("uk", "План парку відхилив раду.", False),
        ("uk", "План парку відхилено.", True),
        ("uk", "Ігор Лисак попередив лікарів у п'ятницю.", False),
        ("uk", "Ганна Мороз відповіла раді, що будівництво законне.", False),
        ("uk", "Ганна Мороз зупинила перевірку.", False),
        ("uk", "Ганна Мороз зупинила будівництво.", True),
        ("uk", "Жінки зламали ногу.", False),
        ("uk", "Жінка зламала ногу.", True),
        ("uk", "Директорка фабрики назвала стихійне лихо зсувом.", False),
        ("uk", "Директорка фабрики назвала стихійним лихом зсув.", True),
        ("uk", "Рада вимагає знести паркан.", False),
        ("uk", "Сусіди втратили 40 тисяч гривень.", False),
        ("uk", "Виставка оплатить ремонт.", False),
        ("uk", "Ольга Сорос звільнила головну лікарку лікарні.", False),
        ("uk", "Область звернеться по допомогу до селища.", False),
        ("uk", "Уряд попросив голову селища виплачувати людям гроші.", False),
        ("uk", "Іван Дуб попросив уряд виплачувати людям гроші.", True),
    ],
)
def test_a_case_tells_who_does_what(code: str, claim: str, *, true: bool) -> None:
    """A claim falls that gives a word another's case, number or place: an object's, a pronoun's, an owner's."""
    assert Claims(Article(text=TEXTS[code], language=code)).sentence(claim).stands is true
