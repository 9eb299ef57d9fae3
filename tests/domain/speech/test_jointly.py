"""Two people who speak together, and how far a noun for somebody without a name goes."""

import pytest

from tests.domain.speech.test_quotes import read

TOGETHER = [
    ("en", "“The road will stay shut until May,” said Ann Lee and Bo Ray.", "Ann Lee and Bo Ray"),
    ("en", "Ann Lee and Bo Ray said in a letter: “The road will stay shut until May.”", "Ann Lee and Bo Ray"),
    ("de", "„Die Straße bleibt bis Mai gesperrt“, sagen Ada Lind und Ole Berg.", "Ada Lind und Ole Berg"),
    ("de", "Ada Lind und Ole Berg sagten dazu: „Die Straße bleibt bis Mai gesperrt.“", "Ada Lind und Ole Berg"),
    ("fr", "« La route restera fermée jusqu'en mai », disent Léa Guy et Luc Brun.", "Léa Guy et Luc Brun"),
    ("es", "«La carretera seguirá cerrada hasta mayo», dicen Ana Gil y Leo Ruiz.", "Ana Gil y Leo Ruiz"),
    ("it", "Ugo Neri e Lia Moro annunciano: «La strada resterà chiusa fino a maggio».", "Ugo Neri e Lia Moro"),
    ("pt", "«A estrada fica fechada até maio», dizem Ana Reis e Rui Lobo.", "Ana Reis e Rui Lobo"),
    ("ro", "Ana Pop și Ion Moga avertizează: „Drumul rămâne închis până în mai”.", "Ana Pop și Ion Moga"),
    ("uk", "«Дорога буде закрита до травня», — кажуть Ганна Лис і Іван Гай.", "Ганна Лис і Іван Гай"),
    ("ru", "Анна Лис и Иван Гай предупреждают: «Дорога будет закрыта до мая».", "Анна Лис и Иван Гай"),
    # One speaks, and the other does something else.
    ("en", "“The road will stay shut until May,” said Ann Lee and Bo Ray nodded.", "Ann Lee"),
    ("en", "“The road will stay shut until May,” said Ann Lee, and Bo Ray nodded.", "Ann Lee"),
    ("it", "«La strada resterà chiusa fino a maggio», dice Ugo Neri e Lia Moro annuisce.", "Ugo Neri"),
    ("ru", "«Дорога будет закрыта до мая», — сказал Иван Гай и Анна Лис кивнула.", "Иван Гай"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), TOGETHER)
def test_both_speak_where_and_joins_them_to_one_verb(language: str, text: str, speaker: str) -> None:
    """A verb of two is of both, and none is left out."""
    assert [who for _, who in read(text, language)] == [speaker]


WHOLE = [
    ("en", "“It makes no sense,” said the head of the emergency ward of the hospital.",
     "the head of the emergency ward of the hospital"),
    ("en", "“It makes no sense,” said the head of the school with a smile.", "the head of the school"),
    ("fr", "« Cela n'a pas de sens », dit la directrice du service des urgences de l'hôpital.",
     "la directrice du service des urgences de l'hôpital"),
    ("fr", "« Cela n'a pas de sens », dit la directrice de l'école de bonne humeur.", "la directrice de l'école"),
    ("es", "«No tiene ningún sentido», dijo el secretario de Estado de Deporte.", "el secretario de Estado de Deporte"),
    ("es", "«No tiene ningún sentido», dijo el director del colegio de madrugada.", "el director del colegio"),
    ("it", "«Non ha alcun senso oggi», dice il direttore del servizio di pronto soccorso.",
     "il direttore del servizio di pronto soccorso"),
    ("it", "Il direttore della scuola allarga le braccia: «Non ha alcun senso oggi».", "Il direttore della scuola"),
    ("pt", "«Não faz qualquer sentido», disse o presidente da câmara de Valmor.", "o presidente da câmara de Valmor"),
    ("pt", "«Não faz qualquer sentido», disse o diretor da escola de manhã.", "o diretor da escola"),
    ("ro", "„Nu are sens deloc asta”, a spus șeful serviciului de urgență al spitalului.",
     "șeful serviciului de urgență al spitalului"),
    ("uk", "«У цьому немає сенсу», — сказав начальник відділу охорони здоров'я міськради.",
     "начальник відділу охорони здоров'я міськради"),
    ("ru", "«В этом нет смысла», — сказал начальник отдела здравоохранения мэрии.",
     "начальник отдела здравоохранения мэрии"),
    ("ru", "«В этом нет смысла», — сказала директор школы вечером.", "директор школы"),
    # Whom somebody tells is no part of what they are.
    ("it", "«Abbiamo sbagliato di grosso», dice l'assessore alla Cultura.", "l'assessore alla Cultura"),
    ("es", "«Nos equivocamos y lo pagaremos», dijo el portavoz de los vecinos a los periodistas.",
     "el portavoz de los vecinos"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), WHOLE)
def test_a_noun_for_who_speaks_is_whole(language: str, text: str, speaker: str) -> None:
    """Somebody without a name is told with all that their office is of, and with nothing else."""
    assert [who for _, who in read(text, language)] == [speaker]
