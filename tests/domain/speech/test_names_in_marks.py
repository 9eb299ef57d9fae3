"""Names of firms, works, ships, laws and proverbs between marks are no quotations, whatever verb stands near."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

NAMES = {
    "en": """
Ann Lee, who sells boats, said so in a note to clients titled “A Quay, Not a Wall.”
Paul Lan told of it in his novel “The Last of the Keepers.”
""",
    "uk": """
Пором зупинять наступного тижня, повідомила компанія «Нова хвиля».
Видавництво «Книжковий двір» презентувало роман Олени Гай «Тиха вода», сказав Петро Лан.
Директор Петро Лан заявив, що «Річковий порт» винен у затримці.
«Срібна чайка» вийшла в море у вівторок, повідомив капітан Петро Лан.
«Свіжий кошик» відкрив магазин, а «Смачна лавка» закрила два, розповів Петро Лан.
Прислів’я «Тихше їдеш — далі будеш» вона згадала двічі.
Закон «Про водний транспорт» ухвалили торік, нагадав Петро Лан.
""",
    "ru": """
Паром остановят на следующей неделе, сообщила компания «Новая волна».
Издательство «Книжный двор» выпустило роман Анны Гай «Тихая вода», сказал Пётр Лан.
Директор Пётр Лан заявил, что «Речной порт» виноват в задержке.
«Серебряная чайка» вышла в море во вторник, сообщил капитан Пётр Лан.
Пословицу «Тише едешь — дальше будешь» она вспомнила дважды.
Закон «О водном транспорте» приняли в прошлом году, напомнил Пётр Лан.
""",
    "fr": """
Le bac sera arrêté la semaine prochaine, a annoncé la société « Nouvelle vague ».
Le roman « L’Eau qui dort » a paru aux éditions « La Cour des livres », a dit Paul Lan.
Le directeur Paul Lan a affirmé que « Port fluvial » est responsable du retard.
« Mouette blanche » a repris la mer mardi, a indiqué le capitaine Paul Lan.
Elle a cité le proverbe « Qui va lentement va sûrement ».
""",
    "ro": """
Bacul va fi oprit săptămâna viitoare, a anunțat compania „Valul nou”.
Romanul „Apa lină” a apărut la editura „Curtea cărților”, a spus Paul Lan.
Directorul Paul Lan a declarat că „Portul fluvial” este vinovat de întârziere.
„Pescărușul alb” a ieșit în larg marți, a declarat căpitanul Paul Lan.
Ea a amintit proverbul „Cine merge încet ajunge departe”.
""",
    "pt": """
A balsa vai parar na próxima semana, anunciou a empresa “Onda nova”.
O romance «A água mansa» saiu pela editora «Pátio dos livros», disse Paulo Lan.
O diretor Paulo Lan afirmou que «Porto fluvial» tem culpa no atraso.
«Gaivota branca» saiu para o mar na terça-feira, disse o capitão Paulo Lan.
Ela lembrou o provérbio «Devagar se vai ao longe».
""",
}
SPEECH = {
    "uk": "Директор Петро Лан заявив, що «ремонт причалу коштуватиме чотири мільйони».",
    "ru": "«Порт откроют к лету», — сообщил капитан Пётр Лан.",
    "fr": "« Nous partons demain » répond le capitaine Paul Lan.",
    "ro": "„Vom redeschide cheiul”, a spus căpitanul Paul Lan.",
    "pt": "«Vamos reabrir o cais», disse o capitão Paulo Lan.",
}
LINES = [(code, line) for code, lines in NAMES.items() for line in lines.strip().splitlines()]


def quoted(language: str, text: str) -> list[str]:
    """What a text quotes."""
    article = Article(text=text, language=language)
    return [text[quote.start : quote.end] for quote in find_quotes(article, find_entities(article))]


@pytest.mark.parametrize(("language", "text"), LINES)
def test_name_in_marks_is_no_quotation(language: str, text: str) -> None:
    """It stands behind the noun for what it names, or is the subject of the reporter's clause."""
    assert quoted(language, text) == []


@pytest.mark.parametrize(("language", "text"), SPEECH.items(), ids=SPEECH)
def test_speech_in_the_same_marks_stays(language: str, text: str) -> None:
    """What a verb of speech stands right beside is quoted, and so is what begins without a capital."""
    assert len(quoted(language, text)) == 1


APPOSED = [
    ("en", "“The house with one window”, the first film by Ilse Kodrow, won the prize on Monday.", 0),
    ("en", "“No window at all,” the debut novel of Ann Lee, has won the prize, the jury said.", 0),
    ("en", "“We have no window at all,” the band from Halvery, Kent, said on Monday.", 1),
    ("en", "“No window at all,” the film director Ann Lee said on Monday.", 1),
    ("de", "„Haus mit einem Fenster“, das neue Stück der Autorin Ilse Kodrow, hat am Samstag gewonnen.", 0),
    ("de", "„Wir haben kein Fenster“, sagte die Band von Ilse Kodrow, die am Samstag spielt.", 1),
    ("fr", "« La maison à une fenêtre », premier film d’Ilse Kodrow, a remporté samedi le prix.", 0),
    ("es", "«La casa de una ventana», la primera película de Ilse Kodrow, ganó el sábado el premio.", 0),
    ("it", "«La casa con una finestra», il primo film di Ilse Kodrow, ha vinto sabato il premio.", 0),
    ("pt", "“A casa de uma janela”, o primeiro filme de Ilse Kodrow, ganhou no sábado o prémio.", 0),
    ("ro", "„Casa cu un singur geam”, filmul de debut al Ilsei Kodrow, a câștigat sâmbătă premiul.", 0),
    ("uk", "«Дім з одним вікном», дебютний фільм Ольги Гай, здобув у суботу премію.", 0),
    ("nl", "‘Huis met één raam’, de eerste film van Ilse Kodrow, won zaterdag de prijs.", 0),
    ("sv", "”Huset med ett fönster”, den första filmen av Ilse Kodrow, vann priset i lördags.", 0),
]


@pytest.mark.parametrize(("code", "text", "quotes"), APPOSED)
def test_what_bears_a_name_is_told_behind_it(code: str, text: str, quotes: int) -> None:
    """A noun for a work behind the mark and a comma makes a title of what is quoted, unless a verb tells who spoke."""
    article = Article(text, language=code)
    assert len(find_quotes(article, find_entities(article))) == quotes
