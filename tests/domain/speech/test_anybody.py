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
    ("ru", "Её сын, студент Пётр, упал с причала. «Я ничего не видела», — говорит девушка.", "девушка"),
]

FATHERED = [
    ("ru", "Галина Сомова спала.\n\n«Нюре медаль дайте», — просит Галина Петровна.", "Галина Сомова"),
    ("uk", "Галина Сомко спала.\n\n«Дайте собаці медаль», — просить Галина Петрівна.", "Галина Сомко"),
    ("ru", "Галина Сомова и Галина Рыжова спали.\n\n«Я пришла», — сказала Галина Петровна.", "Галина Петровна"),
    ("ru", "Роман Лисин пришёл.\n\n«Я тоже пришёл», — сказал банкир Роман Абрамович.", "Роман Абрамович"),
    ("ru", "Роман Лисин спал. Абрамович ушёл.\n\n«Нет», — сказал Роман Абрамович.", "Роман Абрамович"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), MEANT)
def test_a_noun_for_anybody_means_the_last_subject(language: str, text: str, speaker: str) -> None:
    """A noun such as "the man" means who the sentence before tells of, unless it tells of two or of somebody of another gender."""
    assert [who for _, who in read(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), FATHERED)
def test_a_patronymic_is_of_the_one_so_called(language: str, text: str, speaker: str) -> None:
    """A first name and a patronymic call the only person of that first name, and nobody with such a surname."""
    assert [who for _, who in read(text, language)] == [speaker]
