"""Reports in Romance languages and Ukrainian: who told it and when, whom a verb's "we" means, how many there are."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

CASES = [
    pytest.param(
        "uk", "Музей закриють у травні. Про це в середу повідомив власник будинку Роман Гнатюк.",
        "Роман Гнатюк у середу повідомив, що музей закриють у травні.",
        "Роман Гнатюк у п'ятницю повідомив, що музей закриють у травні.", id="who told it on what day",
    ),
    pytest.param(
        "it", "La direttrice Lia Monti è amareggiata. «Non chiudiamo per capriccio, ma perché mancano i soldi», "
        "ha detto. La biblioteca resterà vuota.",
        "Lia Monti ha detto che la biblioteca non chiude per capriccio, ma perché mancano i soldi.",
        "Lia Monti ha detto che la biblioteca non chiude perché mancano i soldi, ma per capriccio.",
        id="we in the ending of an Italian verb",
    ),
    pytest.param(
        "pt", "A diretora, Rita Vaz, está preocupada. “Perdemos quatro médicos”, disse ela. O hospital fica em Lajes.",
        "Rita Vaz disse que o hospital perdeu quatro médicos.", "Rita Vaz disse que o hospital perdeu quatro anos.",
        id="we in the ending of a Portuguese verb",
    ),
    pytest.param(
        "ro", "Podul de la Lunca a fost închis joi. Podul este folosit zilnic de 6.500 de vehicule.",
        "Podul de la Lunca este folosit zilnic de 6.500 de vehicule.", "Podul este folosit zilnic de Lunca.",
        id="a place behind a word that may tell who does it",
    ),
    pytest.param(
        "uk", "Торік музей відвідали 18 тисяч гостей, тоді як раніше їх було 95 тисяч.",
        "Торік музей відвідали 18 тисяч гостей.", "Торік музей відвідали 95 тисяч гостей.", id="a contrast",
    ),
    pytest.param(
        "uk", "Єдиний театр Лугового закриють. Наталя Швець виступила на раді. Ніна Рудь промовчала. Гроші є. Ремонт "
        "триває. Зала порожня. Наталя Швець вважає, що місто мало б викупити будівлю.",
        "Наталя Швець вважає, що місто мало б викупити будівлю театру.",
        "Наталя Швець вважає, що місто мало б викупити будівлю ради.", id="whose building it is, by the title",
    ),
    pytest.param(
        "uk", "Двадцять робітників отримають гроші. Трьом із них директор запропонував роботу в новому залі.",
        "Директор запропонував трьом робітникам роботу в новому залі.",
        "Директор запропонував роботу в новому залі дванадцятьом робітникам.", id="a number in the dative",
    ),
    pytest.param(
        "pt", "O hospital suspendeu na terça-feira todas as operações que não são urgentes.",
        "O hospital suspendeu todas as operações que não são urgentes.", "O hospital suspendeu todas as operações.",
        id="all that a clause narrows",
    ),
    pytest.param(
        "de", "Die Klinik hat alle Operationen verschoben, die nicht dringend sind.",
        "Die Klinik hat Operationen verschoben.", "Die Klinik hat alle Operationen verschoben.",
        id="all that a German clause narrows",
    ),
    pytest.param(
        "en", "The school is not closing out of spite but because there are no children, Ann Holm said.",
        "Ann Holm said that the school is not closing out of spite but because there are no children.",
        "Ann Holm said that the school is not closing because there are no children but out of spite.",
        id="a cause in place of another",
    ),
    pytest.param(
        "uk", "Ніна Рудь сказала, що школу закривають не через злість, а тому що бракує грошей.",
        "За словами Ніни Рудь, школу закривають не через злість, а тому що бракує грошей.",
        "Ніна Рудь сказала, що школу закривають не тому, що бракує грошей, а через злість.", id="two causes",
    ),
    pytest.param(
        "it", "Cento turisti sono rimasti bloccati a Livarno, dopo che un guasto al motore ha fermato il traghetto.",
        "Un guasto al motore ha fermato il traghetto.", "Un guasto al motore ha fermato cento turisti.",
        id="what was before stands for itself",
    ),
    pytest.param(
        "ro", "Apa nu a putut fi băută două zile. Până atunci, armata a distribuit 40.000 de litri de apă.",
        "Armata a distribuit 40.000 de litri de apă.", "Armata va distribui 40.000 de litri de apă.",
        id="until then is no condition",
    ),
    pytest.param(
        "it", "La nave è rientrata domenica, trainata da due rimorchiatori.",
        "La nave è stata trainata da due rimorchiatori.",
        "Due rimorchiatori sono stati trainati dalla nave.", id="by whom something was towed",
    ),
    pytest.param(
        "ro", "Compania de apă a fost amendată luni, după ce inspectorii au găsit prea mult clor.",
        "Compania de apă a fost amendată luni.", "Compania de apă a amendat inspectorii.",
        id="who was fined has fined nobody",
    ),
    pytest.param(
        "ro", "Primarul Adrian Vântu nu exclude demiterea directoarei. Vântu respinge acuzația opoziției.",
        "Adrian Vântu nu exclude demiterea directoarei.", "Adrian Vântu exclude demiterea directoarei.",
        id="who rejects something else has not ruled it out",
    ),
    pytest.param(
        "pt", "A polícia deteve um grupo suspeito de vender vinho. O grupo comprava o vinho em Espanha.",
        "O grupo comprava o vinho em Espanha.", "O grupo vendia o vinho em Espanha.", id="an infinitive is no topic",
    ),
    pytest.param(
        "uk", "У Заліщанах знайшли човен. Менший човен торік виявили рибалки біля села Устя.",
        "Рибалки торік виявили менший човен біля села Устя.", "Менший човен торік виявили рибалки в Заліщанах.",
        id="another place of its own",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "true", "false"), CASES)
def test_report_is_told_again_as_it_was_made(code: str, text: str, true: str, false: str) -> None:
    """What somebody reported stands with who said it and of whom; another speaker, day or number falls."""
    title = text.partition(".")[0]
    claims = Claims(Article(text=text, title=title, language=code))
    assert [claims.sentence(true).stands, claims.sentence(false).stands] == [True, False]
