"""A noun that fits anybody means whom the sentence before is about; a patronymic, who has the first name."""

import pytest

from tests.domain.speech.test_quotes import read

MEANT = [
    ("en", "Bo Ray fell off the pier. “I saw nothing,” the man said.", "Bo Ray"),
    ("en", "Bo Ray, who is 34, lost his boat. “I saw nothing,” the 34-year-old said.", "Bo Ray"),
    ("en", "A sailor hit Bo Ray. “I saw nothing,” the man said.", "the man"),
    ("en", "Bo Ray met Tom Fell on the pier. “I saw nothing,” the man said.", "the man"),
    ("de", "Seine Tochter Lena fiel vom Steg. „Ich habe nichts gesehen“, sagte das Mädchen.", "Lena"),
    ("de", "Sein Sohn Jan fiel vom Steg. „Ich habe nichts gesehen“, sagte die Frau.", "die Frau"),
    ("fr", "Son fils, Bastien, est tombé du quai. « Je n’ai rien vu », dit l’adolescent.", "Bastien"),
    ("fr", "Claire Brun est tombée du quai. « Je n’ai rien vu », dit l’adolescent.", "l’adolescent"),
    ("fr", "Luc Brun a rencontré Marc Roux. « Je n’ai rien vu », dit l’adolescent.", "l’adolescent"),
    ("es", "Su nieta, Alba, cayó del muelle. «No vi nada», dijo la joven.", "Alba"),
    ("es", "Luis Mora cayó del muelle. «No vi nada», dijo la joven.", "la joven"),
    ("it", "Sua figlia, Alba, è caduta dal molo. «Non ho visto niente», dice la ragazza.", "Alba"),
    ("it", "Luca Neri è caduto dal molo. «Non ho visto niente», dice la ragazza.", "la ragazza"),
    ("pt", "Rui Maia caiu do cais. «Não vi nada», disse o rapaz.", "Rui Maia"),
    ("pt", "Rui Maia caiu do cais. «Não vi nada», disse a jovem.", "a jovem"),
    ("ro", "Soțul ei, Traian, a căzut de pe chei. „N-am văzut nimic”, spune bărbatul.", "Traian"),
    ("ro", "Soția lui, Ana, a căzut de pe chei. „N-am văzut nimic”, spune bărbatul.", "bărbatul"),
    ("uk", "Її донька, студентка Віра, впала з причалу. «Я нічого не бачила», — каже дівчина.", "Віра"),
    ("uk", "Її син, студент Петро, впав з причалу. «Я нічого не бачила», — каже дівчина.", "дівчина"),
    ("ru", "Её дочь, студентка Вера, упала с причала. «Я ничего не видела», — говорит девушка.", "Вера"),
    ("ru", "Её ученик, десятилетний Костя, упал. «Я ничего не видел вокруг», — говорит мальчик.", "Костя"),
    ("it", "L’ultimo guardiano è Efisio Loi. «La lampada pesa molto», dice il novantenne.", "Efisio Loi"),
    ("ru", "Её сын, студент Пётр, упал с причала. «Я ничего не видела», — говорит девушка.", "девушка"),
]

FATHERED = [
    ("ru", "Галина Сомова спала.\n\n«Нюре медаль дайте», — просит Галина Петровна.", "Галина Сомова"),
    ("ru", "Лев Аронович Гин спал.\n\n«Они привыкли тикать», — сказал Лев Аронович.", "Лев Аронович Гин"),
    ("ru", "Лев Аронович Гин спал.\n\n«Они привыкли тикать», — сказал Лев Ильич.", "Лев Ильич"),
    ("uk", "Галина Сомко спала.\n\n«Дайте собаці медаль», — просить Галина Петрівна.", "Галина Сомко"),
    ("ru", "Галина Сомова и Галина Рыжова спали.\n\n«Я пришла», — сказала Галина Петровна.", "Галина Петровна"),
    ("ru", "Роман Лисин пришёл.\n\n«Я тоже пришёл», — сказал банкир Роман Абрамович.", "Роман Абрамович"),
    ("ru", "Роман Лисин спал. Абрамович ушёл.\n\n«Нет, я не приду сюда», — сказал Роман Абрамович.", "Роман Абрамович"),
]

VIEWS = [
    ("uk", "Депутатка Ольга Лис захищає план. Для політикині це «початок, а не кінець».", "Ольга Лис"),
    ("ru", "Депутат Олег Лис защищает план. Для политика это «начало, а не конец».", "Олег Лис"),
    ("ru", "Депутат Олег Лис защищает план. Для школы это «начало, а не конец всего долгого пути».", None),
    ("de", "Bürgermeisterin Ada Lind ist froh. Für die Rathauschefin ist das „ein Anfang und kein Ende“.", "Ada Lind"),
    ("de", "Bürgermeisterin Ada Lind ist froh. Für die Stadt ist das „ein Anfang und kein Ende“.", None),
    ("de", "Jan Rau ist froh. Laut ihm sind weitere Abbrüche „unvermeidlich und nah“.", "Jan Rau"),
    ("de", "Ada Rau ist froh. Laut ihm sind weitere Abbrüche „unvermeidlich und nah“.", None),
    ("fr", "Luc Brun n’est pas surpris. Selon lui, les chutes sont « inévitables à court terme ».", "Luc Brun"),
    ("fr", "Odile Brun n’est pas surprise. Selon lui, les chutes sont « inévitables à court terme ».", None),
    ("en", "The union urged caution, with its president, Ann Lee, warning that it was “no substitute”.", "Ann Lee"),
    ("en", "The union urged caution, with Bo Ray, its president, warning that it was “no substitute”.", "Bo Ray"),
    ("en", "The union urged caution at its new seat in Mardle, warning that it was “no substitute”.", "The union"),
]

FIRST_NAMES = [
    ("it", "«Si eredita», ricorda Donato Greco. Quest'ultima, Rosaria, tace. «I soldi servivano», dice.", "Rosaria"),
    ("es", "«Se hereda», dice Luis Mora. Esta última, Rosa, calla. «El dinero hacía falta», zanja.", "Rosa"),
    ("pt", "«Herda-se», diz Rui Maia. Esta última, Rosa, chora. «O dinheiro fazia falta», remata.", "Rosa"),
    ("it", "«Si eredita», ricorda Donato Greco. La vigna è vecchia. «I soldi servivano», dice.", "Donato Greco"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), VIEWS)
def test_whose_view_it_is(language: str, text: str, speaker: str | None) -> None:
    """A noun or a pronoun behind "for" and "according to" tells who speaks, where one alone may be meant."""
    assert [who for _, who in read(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), FIRST_NAMES)
def test_a_first_name_between_commas_speaks_on(language: str, text: str, speaker: str) -> None:
    """Who is named between commas by a first name alone is whom the next quotation without a subject is of."""
    assert read(text, language)[-1][1] == speaker


@pytest.mark.parametrize(("language", "text", "speaker"), MEANT)
def test_a_noun_for_anybody_means_the_last_subject(language: str, text: str, speaker: str) -> None:
    """A noun such as "the man" means who the sentence before is about, unless it tells of two or of another gender."""
    assert [who for _, who in read(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), FATHERED)
def test_a_patronymic_is_of_the_one_so_called(language: str, text: str, speaker: str) -> None:
    """A first name and a patronymic call the only person of that first name, and nobody with such a surname."""
    assert [who for _, who in read(text, language)] == [speaker]
