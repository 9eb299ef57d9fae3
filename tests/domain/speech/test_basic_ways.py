"""Basic ways to tell a speaker in Italian, Portuguese, Romanian, Ukrainian and Russian, each beside one like it."""

import pytest

from tests.domain.speech.test_quotes import read

NOBODY = None
SPEAKERS = [
    # Where many live tells nobody, though a name follows; a person behind a square speaks there.
    ("it", "«Non ci arrendiamo», dicono i commercianti di via Roma.", "i commercianti di via Roma"),
    ("it", "«Non ci arrendiamo mai», dicono i gestori di via Roma.", NOBODY),
    ("it", "«Non ci arrendiamo», ha detto in piazza Ugo Ferri.", "Ugo Ferri"),
    ("ro", "„Nu renunțăm”, spun comercianții de pe strada Mare.", "comercianții"),
    ("uk", "«Ми не здаємося», — кажуть підприємці з вулиці Довгої.", "підприємці"),
    ("ru", "«Мы не сдаёмся», — говорят предприниматели с улицы Мира.", "предприниматели"),
    # Whose own words an article and a possessive, or one behind its noun, announce.
    ("it", "Ugo Ferri ha visitato il ponte. Il suo commento: «Finiremo prima di Natale».", "Ugo Ferri"),
    ("it", "Ugo Ferri ha visto Marta Riva. Il suo commento: «Finiremo prima di Natale».", NOBODY),
    ("it", "Il ponte è chiuso. Il suo commento: «Non me lo aspettavo proprio».", NOBODY),
    ("pt", "Inês Prata ganhou. A sua primeira reação: «Não estava nada à espera disto».", "Inês Prata"),
    ("pt", "Inês Prata ganhou a Ana Melo. A sua primeira reação: «Não estava à espera».", NOBODY),
    ("ro", "Emil Codrea a văzut podul. Comentariul său: „Terminăm înainte de Crăciun”.", "Emil Codrea"),
    ("ro", "Dana Florea a câștigat. Reacția ei: „Nu mă așteptam deloc la asta”.", "Dana Florea"),
    ("ro", "Dana Florea a câștigat. Reacția lui: „Nu mă așteptam deloc la asta”.", NOBODY),
    ("ru", "Анна Журавлёва победила. Её вердикт: «Я этого совсем не ждала».", "Анна Журавлёва"),
    ("ru", "Анна Журавлёва победила. Его вердикт: «Я этого совсем не ждал».", NOBODY),
    # Who does something behind a comma is not the prefect to whom the letter is.
    ("it", "In una lettera al prefetto, Marta Riva parla di «un danno enorme per i negozi».", "Marta Riva"),
    ("pt", "Numa carta ao ministro, Inês Prata fala de «um prejuízo enorme para as lojas».", "Inês Prata"),
    ("ro", "Într-o scrisoare către ministru, Dana Florea vorbește despre „o pagubă uriașă pentru noi”.", "Dana Florea"),
    ("uk", "У листі до міністра Дарина Мельник пише про «величезні збитки для крамниць міста».", "Дарина Мельник"),
    ("ru", "О письме к Анне Журавлёвой Иван Белов пишет: «Это огромный ущерб для города».", "Иван Белов"),
    # Where somebody speaks may stand right before who does, unless it is a place's name.
    ("it", "«La piazza resterà chiusa», ha detto ieri a Montelupo Ugo Ferri in un incontro.", "Ugo Ferri"),
    ("it", "«La piazza resterà chiusa», ha detto in Piazza Anna Neri.", NOBODY),
    ("pt", "«A praça vai ficar fechada», anunciou em Vila Chã Rui Semedo.", "Rui Semedo"),
    ("pt", "«A praça vai ficar fechada», anunciou na Praça Rui Semedo o autarca Nuno Melo.", "Nuno Melo"),
    ("ro", "„Piața va rămâne închisă”, a anunțat la Târgu Nou Emil Codrea.", "Emil Codrea"),
    ("ro", "„Piața va rămâne închisă”, a anunțat la Liceul Emil Codrea primarul Ion Pop.", "Ion Pop"),
    # What somebody calls something, likened.
    ("it", "La piazza è «una ferita aperta», come l'ha definita Ugo Ferri.", "Ugo Ferri"),
    ("ro", "Piața este „o rană deschisă”, după cum s-a exprimat Emil Codrea.", "Emil Codrea"),
    ("uk", "Площа — «відкрита рана», як висловився Остап Кравець.", "Остап Кравець"),
    ("ru", "Площадь — «открытая рана», как выразился Игорь Белов.", "Игорь Белов"),
    # A verb with its auxiliary alone goes on with who is told of above.
    ("it", "Ugo Ferri ha parlato in aula.\n\n«Finiremo prima di Natale», ha assicurato.", "Ugo Ferri"),
    # An age stands between a name and what its bearer is.
    ("it", "Lucia Amato, 41 anni, infermiera, è tornata. «Ho detto la verità», ha detto l'infermiera.", "Lucia Amato"),
    ("it", "Lucia Amato, 41 anni, operaia, è tornata. «Ho detto la verità», ha detto l'infermiera.", "l'infermiera"),
    ("pt", "Inês Prata, de 41 anos, enfermeira, voltou. «Eu disse a verdade», afirmou a enfermeira.", "Inês Prata"),
    (
        "ro",
        "Dana Florea, în vârstă de 41 de ani, asistentă, a revenit. „Am spus adevărul”, a zis asistenta.",
        "Dana Florea",
    ),
    ("uk", "Дарина Мельник, 41 рік, медсестра, не мовчала. «Я сказала правду», — каже медсестра.", "Дарина Мельник"),
    ("ru", "Анна Белова, 41 год, медсестра, не молчала. «Я сказала правду», — говорит медсестра.", "Анна Белова"),
    ("en", "Ann Lee, 41, a nurse, was fired. “I said what everybody knew,” the nurse said.", "Ann Lee"),
    ("fr", "Anne Roux, 41 ans, infirmière, est partie. « J'ai dit la vérité », a dit l'infirmière.", "Anne Roux"),
    # A relative with an age is who the next pronoun means.
    (
        "ru",
        "Андрей Зуев ждал. Последним сошёл его сын, 19-летний Антон. «Отец меня убьёт», — пошутил он.",
        "Антон",
    ),
    (
        "uk",
        "Андрій Зуєв чекав. Останнім зійшов його син, 19-річний Антон. «Батько мене вб'є», — пожартував він.",
        "Антон",
    ),
    # Experts, professionals and heads are called so by more nouns.
    ("it", "Marta Riva, architetta, ha firmato. «Finiremo prima di Natale», dice l'esperta.", "Marta Riva"),
    ("it", "Marta Riva, cantante, ha firmato. «Finiremo prima di Natale», dice l'esperta.", "l'esperta"),
    (
        "pt",
        "O presidente Vítor Salgado explicou-se. «O clube precisa de um choque», disse o dirigente.",
        "Vítor Salgado",
    ),
    ("pt", "Inês Prata, médica, assinou o texto. «Vamos acabar antes do Natal», diz a clínica.", "Inês Prata"),
    ("ro", "Dana Florea, arhitectă, a semnat. „Terminăm înainte de Crăciun”, spune experta.", "Dana Florea"),
    ("ru", "Анна Белова, архитектор, подписала проект. «Закончим работы в срок», — говорит эксперт.", "Анна Белова"),
    # Whom a relative behind "according to" means, for whom something is done, and what points back at a quotation.
    ("it", "Ugo Ferri ha visto Marta Riva, per la quale «senza la piazza il centro muore».", "Marta Riva"),
    ("it", "Ugo Ferri cita una legge, secondo cui «senza la piazza il centro muore».", NOBODY),
    ("pt", "Contra está Inês Prata, segundo a qual «sem a praça o centro morre».", "Inês Prata"),
    ("ro", "De altă părere este Dana Florea, potrivit căreia „fără piață centrul moare”.", "Dana Florea"),
    ("uk", "Проти виступає Дарина Мельник, на думку якої «без площі центр помирає».", "Дарина Мельник"),
    ("ru", "Против выступает Анна Белова, по мнению которой «без площади центр умирает».", "Анна Белова"),
    ("es", "En contra está Ana Ruiz, según la cual «sin la plaza el centro muere».", "Ana Ruiz"),
    ("ru", "Для Анны Беловой он построил «дом мечты и счастья на берегу».", NOBODY),
    ("ru", "Для Анны Беловой Иван Лис нашёл слова: «Ты лучшая на свете».", "Иван Лис"),
    ("it", "«Una condanna a morte»: così Marta Riva ha definito la chiusura.", "Marta Riva"),
    ("pt", "«Uma sentença de morte»: foi assim que Inês Prata classificou o fecho.", "Inês Prata"),
    ("ro", "„O condamnare la moarte”: așa a numit Dana Florea închiderea.", "Dana Florea"),
    # Several do not go on with a verb of one; an apposition's town is not whose view it is.
    ("it", "Ugo Ferri ha parlato. I commercianti lo ascoltano. «Senza piazza il centro muore», ha detto.", NOBODY),
    ("it", "Contraria Ada Longo, agronoma a Bari, secondo cui «ogni mese perso costa caro a tutti».", "Ada Longo"),
    ("uk", "Син Надії Сокіл Тарас дізнався про все. «Мамо, печи далі», — написав він.", "Тарас"),
    ("it", "Diverso il parere di Marta Riva: «La sicurezza è solo una scusa».", "Marta Riva"),
    ("it", "«Senza la piazza il centro muore». È il parere di Marta Riva, fioraia.", "Marta Riva"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_each_basic_way_names_the_speaker(language: str, text: str, speaker: str | None) -> None:
    """Who is told to speak is named, and nobody else is."""
    spoken = {who for _, who in read(text, language)}
    assert spoken == {speaker} or (speaker is None and not spoken)


OWNERS = [
    # A noun in the nominative and a name in the genitive: somebody of theirs speaks.
    ("uk", "«Вона закриється назавжди», — сказав адвокат Дарини Мельник.", "адвокат Дарини Мельник"),
    ("uk", "«Вона закриється назавжди», — сказала речниця Остапа Кравця.", "речниця Остапа Кравця"),
    ("uk", "Батько Дарини Мельник лютує: «Вона закриється назавжди».", "Батько Дарини Мельник"),
    ("ru", "«Она закроется навсегда», — сказала мать Анны Журавлёвой.", "мать Анны Журавлёвой"),
    ("ru", "Представитель Игоря Белова в ярости: «Она закроется навсегда».", "Представитель Игоря Белова"),
    ("ru", "«Она закроется навсегда», — сказал представитель Игоря Белова Андрей Томин.", "Андрей Томин"),
    # Noun and name agree, or the name is in the nominative: they speak themselves.
    ("uk", "За словами мера Остапа Кравця, «без площі центр закриється назавжди».", "Остапа Кравця"),
    ("ru", "По словам адвоката Анны Журавлёвой, «без площади центр закроется».", "Анны Журавлёвой"),
    ("uk", "«Вона закриється назавжди», — сказала адвокатка Дарина Мельник.", "Дарина Мельник"),
    ("ru", "«Она закроется навсегда», — сказала адвокат Нина Белова.", "Нина Белова"),
    # To whom somebody speaks may stand right before who does.
    ("it", "«Senza la piazza il centro muore», ha detto al Corriere della Valle Marta Riva.", "Marta Riva"),
    ("it", "«Senza la piazza il centro muore», ha detto all'Opinione Marta Riva.", "Marta Riva"),
    ("it", "«Senza la piazza il centro muore», ha detto a Marta Riva Ugo Ferri.", "Ugo Ferri"),
    ("pt", "«Sem a praça o centro morre», disse ao Correio do Vale Inês Prata.", "Inês Prata"),
    ("ro", "„Fără piață centrul moare”, a spus pentru Gazeta Văii Dana Florea.", "Dana Florea"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), OWNERS)
def test_whose_somebody_is_and_who_listens_do_not_speak(language: str, text: str, speaker: str) -> None:
    """A name that only tells whose the speaker is, or who is spoken to, is not taken for the speaker's."""
    assert {who for _, who in read(text, language)} == {speaker}
