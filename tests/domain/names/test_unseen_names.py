"""Names as agencies, courts, regional papers and sports pages write them: where they end, what each is."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def names_in(text: str, language: str) -> set[str]:
    """Every name that stands in the text, as it stands there."""
    entities = find_entities(Article(text, language=language))
    return {text[mention.start : mention.end] for entity in entities for mention in entity.mentions}


def actors_of(text: str, language: str) -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language=language)
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("El Juzgado de Instrucción número 3 de Lagares ha callado.", "es",
         "Juzgado de Instrucción número 3 de Lagares"),
        ("Ayer Ecologistas callaron. El colectivo Amigos en Marcha de Lagares protestó.", "es",
         "Amigos en Marcha de Lagares"),
        ("Ieri Inspectoratul de Urgență „Horia Vale” Arad a intervenit.", "ro",
         "Inspectoratul de Urgență „Horia Vale” Arad"),
        ("În satul Valea lui Barbu a nins.", "ro", "Valea lui Barbu"),
        ("Ieri Clubul Sportiv Municipal Lunca a pierdut.", "ro", "Clubul Sportiv Municipal Lunca"),
        ("Ieri Save the Lakes ha chiuso la mensa.", "it", "Save the Lakes"),
        ("Il sindaco loda il chirurgo Ottavio de' Cerri per l'aiuto.", "it", "Ottavio de' Cerri"),
        ("Ieri il Consorzio della Provincia autonoma di Mardella ha chiuso.", "it",
         "Consorzio della Provincia autonoma di Mardella"),
        ("La messa nella Basilica di Santa Lucia della Selva comincia tardi.", "it",
         "Basilica di Santa Lucia della Selva"),
        ("Вчера Управление ФСБ по Республике Дагестан молчало.", "ru", "Управление ФСБ по Республике Дагестан"),
        ("Глава МИД Венгрии Петер Надь приехал.", "ru", "МИД Венгрии"),
        ("Учора Державне бюро розслідувань мовчало.", "uk", "Державне бюро розслідувань"),
        ("Учора голова Державної служби геології та надр мовчав.", "uk", "Державної служби геології та надр"),
        ("Компанія «Лісова пошта» відкрила центр.", "uk", "Лісова пошта"),
        ("Вчера депутат от «Слуг народа» молчал.", "ru", "Слуг народа"),
    ],
)  # fmt: skip
def test_a_name_is_whole(text: str, language: str, name: str) -> None:
    """A number's town, an adjective, words of English and words without capitals in marks belong to their names."""
    assert name in names_in(text, language)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Ayer Telefónica y Norte Telekom callaron.", "es", {"Telefónica", "Norte Telekom"}),
        ("El portavoz de Unión del Norte en el Parlamento Foral calló.", "es", {"Unión del Norte", "Parlamento Foral"}),
        ("Ieri hanno preso Isaia Cordini dal Nanterre per un anno.", "it", {"Isaia Cordini", "Nanterre"}),
        ("Consilierul local PNL Radu Mitu a tăcut.", "ro", {"PNL", "Radu Mitu"}),
        ("Сенатор-республиканец Линдси Картер молчит.", "ru", {"Линдси Картер"}),
        ("Сотрудница Лесовской галереи Анна Лисина молчит.", "ru", {"Лесовской галереи", "Анна Лисина"}),
        ("Ще вчора матч Прем'єр-ліги «Лісовик» програв.", "uk", {"Лісовик"}),
        ("Вчера был референдум об ассоциации Украины с Евросоюзом.", "ru", {"Украины", "Евросоюзом"}),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_another(text: str, language: str, names: set[str]) -> None:
    """A second body, where somebody comes from, letters of a party, a role, an object of a denied verb."""
    assert names_in(text, language) >= names


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Los abogados de María Jesús Farrill callaron.", "es", "María Jesús Farrill", Kind.PERSON),
        ("Ayer habló Juan Carlos de Ávila ante el juez, que escuchó.", "es", "Juan Carlos de Ávila", Kind.PERSON),
        ("Ayer la ONCE repartió dinero.", "es", "ONCE", Kind.ORGANISATION),
        ("Ieri hanno arrestato due fratelli di Cinisello Balsamo.", "it", "Cinisello Balsamo", Kind.PLACE),
        ("Ieri sera la Virtus Norda Mardella ha vinto.", "it", "Virtus Norda Mardella", Kind.ORGANISATION),
        ("Вчера хоккеисты «Ак Барса» разгромили соперника.", "ru", "Ак Барса", Kind.ORGANISATION),
        ("Вчера задержали жителя Хасавюрта.", "ru", "Хасавюрта", Kind.PLACE),
        ("Гендиректор «Лісенерго» Ігор Гузь мовчав.", "uk", "Лісенерго", Kind.ORGANISATION),
        ("Учора про це написало видавництво «Комора».", "uk", "Комора", Kind.ORGANISATION),
        ("Учора владелец «Флориди» мовчав.", "uk", "Флориди", Kind.ORGANISATION),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_tells_its_kind(text: str, language: str, name: str, kind: Kind) -> None:
    """Clients with first names are people, marks hold no town, an article leads no person."""
    assert actors_of(text, language)[name] is kind


def test_a_surname_that_is_a_role_is_no_role_of_the_town_before_it() -> None:
    """An apposition of a first name and surname tells who is mayor, not what the town is."""
    text = "El alcalde de Lagares, Celestino Corbacho Rey, entregó el premio."
    entities = {entity.name: entity for entity in find_entities(Article(text, language="es"))}
    assert not entities["Lagares"].roles
    assert entities["Celestino Corbacho Rey"].kind is Kind.PERSON


def test_what_was_not_found_is_no_part_of_who_looked_for_it() -> None:
    """A genitive before a denied verb is its object."""
    found = names_in("Вчера Прокуратура Лесного края молчала. Прокуратура нарушений не нашла.", "ru")
    assert not any("нарушений" in name for name in found)


def test_a_short_sentence_of_names_is_no_heading() -> None:
    """Where headings take no capitals, a sentence that is mostly names names them."""
    text = (
        "Universitatea Babeș-Bolyai și Institutul Clinic Fundeni au anunțat un acord cu Universitatea din Heidelberg."
    )
    assert len(actors_of(text, "ro")) == 3
