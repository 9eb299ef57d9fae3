"""Turkish: endings that an apostrophe parts from names, dotted and dotless i, verbs that stand last."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.language import gazetteer, languages
from bot.domain.language.dotted import lowered_forms
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.text.fold import fold_text
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def article(text: str) -> Article:
    """A Turkish text."""
    return Article(text=text, language="tr")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Heyet dün Ankara'da toplandı.", "Ankara"),
        ("Karar dün Türkiye’nin gündemindeydi.", "Türkiye"),
        ("Çamlıova Belediyesi, Nilüfer Yüzme Havuzu'nu kapatacak.", "Nilüfer Yüzme Havuzu"),
        ("Dün İçişleri Bakanı Işıl Irmak konuştu.", "Işıl Irmak"),
    ],
)
def test_a_name_ends_before_the_apostrophe(text: str, name: str) -> None:
    """An ending behind an apostrophe belongs to no name, and a title with a dotted capital is none of it."""
    assert name in {entity.name for entity in find_entities(article(text))}


def test_a_role_with_a_dotted_capital_is_whole() -> None:
    """“İçişleri Bakanı” is the role of who is named behind it."""
    told = article("İçişleri Bakanı Canan Hüner dün açıklama yaptı.")
    roles = {actor.name: actor.role for actor in find_actors(told, find_entities(told), ())}
    assert roles["Canan Hüner"] == "İçişleri Bakanı"


def test_words_are_found_by_their_lower_case_whatever_their_i() -> None:
    """Data matches what `str.lower` makes of words with a capital, and folding makes one letter of all."""
    assert lowered_forms(["işçi", "ırmak"]) >= {"İşçi".lower(), "İŞÇİ".lower(), "Irmak".lower(), "IRMAK".lower()}
    assert "İki".lower() in languages.of("tr").determiners
    assert fold_text("IŞIK İÇİN") == fold_text("ışık için")
    assert gazetteer.is_sure_place("İzmir", "tr")
    assert gazetteer.is_sure_place("Iğdır", "tr")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kaymakam Gül Zeybek, Ada Balta'ya, “Artık daha fazla bekleyemeyiz” dedi.", "Gül Zeybek"),
        ("“Artık daha fazla bekleyemeyiz” diyen Kaymakam Gül Zeybek, Ada Balta'yı dinledi.", "Gül Zeybek"),
        ("Küratör Filiz Dankar eseri tanıdığını anlattı. “Kalbim o anda duracak gibi oldu” dedi.", "Filiz Dankar"),
        ("Polis, Ada Balta'nın evinde “Artık daha fazla burada bekleyemeyiz” yazan bir not buldu.", None),
    ],
)
def test_who_speaks_stands_before_the_verb_or_behind_its_participle(text: str, speaker: str | None) -> None:
    """The subject before the quotation speaks, or whom "diyen" describes; a name with a case does not."""
    told = article(text)
    assert [quote.speaker for quote in find_quotes(told, find_entities(told))] == [speaker]


def test_cases_tell_who_does_it_to_whom() -> None:
    """Who stands with a case in the sentence does not do in the claim what another does."""
    claims = Claims(article("Pazar günkü maçta Yeşilova, Denizkent'i 2-1 yendi. Ligde Denizkent üçüncü sırada kaldı."))
    assert claims.sentence("Yeşilova, Denizkent'i 2-1 yendi.").stands
    assert not claims.sentence("Denizkent, Yeşilova'yı 2-1 yendi.").stands


def test_a_verb_denies_by_its_ending() -> None:
    """A denial within the verb is neither lost nor added."""
    claims = Claims(article("Şirket bu konuda söz vermedi. Birlik eyleme destek verdi."))
    assert not claims.sentence("Şirket bu konuda söz verdi.").stands
    assert not claims.sentence("Birlik eyleme destek vermedi.").stands
    assert claims.sentence("Birlik eyleme destek verdi.").stands
