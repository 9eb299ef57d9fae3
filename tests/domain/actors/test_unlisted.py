"""Nouns that no list has, where only a noun for somebody can stand."""

import pytest

from bot.domain.brief.builtin import read_article
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

LED = [
    ("es", "El mielero Luis Garra perdió su casa en el incendio del lunes."),
    ("fr", "Le treuilliste Luc Garnier a perdu sa maison dans l'incendie de lundi."),
    ("it", "Il norcino Luca Garri ha perso la casa nell'incendio di lunedì."),
    ("pt", "O mateiro Rui Matos perdeu a casa no incêndio de segunda-feira."),
    ("ro", "Luntrașul Ion Gardan și-a pierdut casa în incendiul de luni."),
    ("de", "Der Kürschner Bernd Auer verlor bei dem Brand am Montag sein Haus."),
]
APPOSED = [
    ("es", "Luis Garra, mielero de Selvas, perdió su casa en el incendio del lunes."),
    ("fr", "Luc Garnier, treuilliste à Selves, a perdu sa maison dans l'incendie de lundi."),
    ("it", "Luca Garri, norcino di Selva, ha perso la casa nell'incendio di lunedì."),
    ("pt", "Rui Matos, mateiro de Selvas, perdeu a casa no incêndio de segunda-feira."),
    ("ro", "Ion Gardan, luntraș din Selva, și-a pierdut casa în incendiul de luni."),
    ("de", "Bernd Auer, Kürschner aus Selheim, verlor bei dem Brand am Montag sein Haus."),
]
NOUNS = {"es": "mielero", "fr": "treuilliste", "it": "norcino", "pt": "mateiro", "ro": "luntraș", "de": "kürschner"}
NOTHING = [
    ("es", "El propio Luis Garra lo admitió el lunes."),
    ("es", "El caso Luis Garra llegó el lunes al juzgado."),
    ("es", "Luis Garra, pese a todo, ganó el lunes."),
    ("fr", "L'affaire Luc Garnier revient lundi devant le tribunal."),
    ("fr", "Luc Garnier, furieux, a quitté la salle lundi."),
    ("it", "La bella Anna Garri ha vinto lunedì."),
    ("it", "Luca Garri, intanto, ha perso lunedì."),
    ("pt", "A escola Rui Matos fecha na segunda-feira."),
    ("pt", "Rui Matos, contudo, perdeu na segunda-feira."),
    ("ro", "Ion Gardan, furios, a plecat luni."),
    ("de", "Bernd Auer, Mitte März, floh."),
]


def role_in(language: str, text: str) -> str:
    """The role of the first person of a text."""
    brief, _ = read_article(Article(text=text, title="", language=language), Wish())
    return next((actor.role for actor in brief.actors if " " in actor.name), "")


@pytest.mark.parametrize(("language", "text"), LED + APPOSED)
def test_a_noun_that_no_list_has_is_a_role(language: str, text: str) -> None:
    """Between an article and a full name, and behind the name with what it is of or where, a noun tells who it is."""
    assert role_in(language, text).lower().startswith(NOUNS[language])


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_stands_there_and_calls_nobody_is_no_role(language: str, text: str) -> None:
    """Adjectives, adverbs and things called after somebody are no roles."""
    role = role_in(language, text)
    words = {word.strip(",.").lower() for word in text.split()}
    short = role.lower().split()
    assert len(short) != 1 or short[0] not in words


WHOLE = [
    ("fr", "La Bretonne devance de neuf minutes le tenant du titre, Luc Garnier.", "tenant du titre"),
    ("fr", "« Quel gâchis », a lancé la gemmeuse de Rivière-aux-Pins, Anne Roy.", "gemmeuse de Rivière-aux-Pins"),
    ("it", "Lo ha detto la semiologa della giuria, Anna Neri, dopo la seduta.", "semiologa della giuria"),
    ("it", "Elvira Toni, 71 anni, è l'ultima campanara della valle.", "ultima campanara della valle"),
    ("es", "Lo dijo la lonjera del puerto, Ana Ruiz.", "lonjera del puerto"),
    ("pt", "Foi o que disse a marisqueira da aldeia, Ana Reis.", "marisqueira da aldeia"),
    ("uk", "— Сюди мене привів батько, — розповідає солевар Іван Гай.", "солевар"),
    ("ru", "Здесь тридцать лет работает солевар Иван Гай.", "солевар"),
    ("uk", "Про це повідомила директорка Станіслава Гай.", "директорка"),
    ("uk", "Про це повідомила директорка Олександра Ткаченко.", "директорка"),
    ("ru", "Об этом сообщила учительница Валерия Коваль.", "учительница"),
    ("ro", "După ședință primarul Ion Popa a plecat.", "primarul"),
    ("ro", "A vorbit cu noul antrenor Ion Popa.", "noul antrenor"),
    ("pt", "A major Linda Salgado, que comandou a operação, falou do menino.", "major"),
    ("en", 'The school\'s head teacher spoke. "We cancelled the trip," Joy Bell said.', "school's head teacher"),
    ("uk", "Голова журі, театрознавиця Майя Гай, пояснила вибір: «Дерево зіграло краще за людей».", "Голова журі"),
    ("de", "Die Vorsitzende der Jury, die Semiotikerin Maja Gill, sagte: „Das Holz war gut.“", "Vorsitzende der Jury"),
]


@pytest.mark.parametrize(("language", "text", "role"), WHOLE)
def test_a_noun_with_what_it_is_of_is_a_role(language: str, text: str, role: str) -> None:
    """Before a comma and the name, behind a copula, or right before a name where its ending tells of people."""
    assert role_in(language, text) == role


ELSEWHERE = [
    ("fr", "À la sortie du tribunal, Marie Roy a parlé à la presse."),
    ("fr", "Le maire a quitté la salle du conseil, Marie Roy aussi."),
    ("it", "Ha vinto la finale del torneo, Anna Neri è seconda."),
    ("es", "Ayer visitó la sede del club, Ana Ruiz no estaba."),
    ("uk", "Про це повідомила секретарка Ярослава Щербаня."),
    ("ru", "Об этом сообщила дочь Александра Ткаченко."),
]


@pytest.mark.parametrize(("language", "text"), ELSEWHERE)
def test_a_place_or_another_person_before_a_name_is_no_role(language: str, text: str) -> None:
    """What a preposition leads, a thing before another clause, and whose somebody is."""
    assert role_in(language, text) in {"", "a parlé à la presse"}


def test_a_predicate_behind_an_age_is_no_apposition() -> None:
    """What somebody is told to be behind an age and a comma is not cut at a preposition within."""
    text = "Rose Hale, 61, is the oldest winner since the race was first held in 1983. She was glad."
    assert role_in("en", text) != "in 1983"
