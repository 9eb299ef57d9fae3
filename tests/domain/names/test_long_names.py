"""Names of institutions outside English, whole: lists of what they are for, numbers, marks, who stands beside them."""

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
        ("El Ministerio de Industria, Comercio y Turismo calló.", "es", "Ministerio de Industria, Comercio y Turismo"),
        ("Il Ministero dell'Istruzione e del Merito tace.", "it", "Ministero dell'Istruzione e del Merito"),
        ("O Ministério da Agricultura e Pescas calou-se.", "pt", "Ministério da Agricultura e Pescas"),
        ("La Chambre de Commerce et d'Industrie se tait.", "fr", "Chambre de Commerce et d'Industrie"),
        ("Ieri Ministerul Muncii, Familiei și Protecției Sociale a tăcut.", "ro",
         "Ministerul Muncii, Familiei și Protecției Sociale"),
        ("Комітет з питань науки, освіти та спорту мовчить.", "uk", "Комітет з питань науки, освіти та спорту"),
        ("Комиссия по вопросам труда, учебы и спорта молчит.", "ru", "Комиссия по вопросам труда, учебы и спорта"),
    ],
)  # fmt: skip
def test_what_a_body_is_for_may_be_a_list(text: str, language: str, name: str) -> None:
    """Commas and "and" part the things that a body is for, not its name."""
    assert name in names_in(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Copiii de la Școala Gimnazială nr. 4 au plantat meri.", "ro", "Școala Gimnazială nr. 4"),
        ("Ieri regina Elisabeta a II-a a râs.", "ro", "Elisabeta a II-a"),
        ("Ieri Compania Națională de Poduri a tăcut.", "ro", "Compania Națională de Poduri"),
        ("Directorul Bibliotecii Județene „Octavian Vale”, Ana Dinu, a râs.", "ro",
         "Bibliotecii Județene „Octavian Vale”"),
        ("Los vecinos van a la Subdelegación del Gobierno en Lugar.", "es", "Subdelegación del Gobierno en Lugar"),
        ("Ieri il Consorzio per l'Area di Mardella ha chiuso.", "it", "Consorzio per l'Area di Mardella"),
        ("Il sindaco di San Giovanni Lago ha chiuso la scuola.", "it", "San Giovanni Lago"),
        ("El equipo de Van Gaal ganó ayer.", "es", "Van Gaal"),
        ("Учора Центральна виборча комісія мовчала.", "uk", "Центральна виборча комісія"),
        ("Центральна виборча комісія мовчала.", "uk", "Центральна виборча комісія"),
        ("Вчера из Белого дома ушли гости.", "ru", "Белого дома"),
        ("Прокуратура проверила «Лесовик» вчера.", "ru", "Лесовик"),
        ("Учора гравець «Зорі» забив гол.", "uk", "Зорі"),
        ("Ректор Університету імені Бориса Лісового мовчав.", "uk", "Університету імені Бориса Лісового"),
        ("Ieri Înalta Curte de Casație și Justiție a tăcut.", "ro", "Înalta Curte de Casație și Justiție"),
    ],
)  # fmt: skip
def test_a_name_goes_to_its_end(text: str, language: str, name: str) -> None:
    """Numbers, what stands in marks, small words before a saint or behind "for" belong to the name."""
    assert name in names_in(text, language)


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Ayer llovió en el País Vasco y Navarra.", "es", {"País Vasco", "Navarra"}),
        ("Председатель Европейской комиссии Жан-Клод Унгер ушел.", "ru", {"Европейской комиссии", "Жан-Клод Унгер"}),
        ("Член Палаты представителей Девин Нунье ушел.", "ru", {"Палаты представителей", "Девин Нунье"}),
        ("Хоккейная лига перенесла матч.", "ru", {"Хоккейная лига"}),
        ("Ayer habló el delegado del Gobierno en Galicia.", "es", {"Galicia"}),
        ("Ieri poliția a tăcut. Poliția din Lacu Lung caută doi oameni.", "ro", {"Lacu Lung"}),
        ("Ayer habló la concejal de Servicios Personales, Ana Lugo.", "es", {"Ana Lugo"}),
        ("Ieri echipa a pierdut. Echipa Lacul Lung a plecat.", "ro", {"Lacul Lung"}),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, language: str, parts: set[str]) -> None:
    """Another place, who has the role, a verb, and a noun that begins the sentence are apart."""
    assert names_in(text, language) == parts


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Ayer el Betis ganó en el estadio Benito Lugar.", "es", "estadio Benito Lugar", Kind.PLACE),
        ("Ieri primarul municipiului Alba Lacului, Mircea Vale, a râs.", "ro", "Alba Lacului", Kind.PLACE),
        ("Ayer habló el consejero delegado de Lacustre Norte, Luis Lugo.", "es", "Lacustre Norte", Kind.ORGANISATION),
        ("Ieri directorul Teatrului Lacului, Ana Dinu, a râs.", "ro", "Teatrului Lacului", Kind.ORGANISATION),
        ("Вчера глава Mardle Energy приехал в порт.", "ru", "Mardle Energy", Kind.ORGANISATION),
        ("Учора угоду підписали з Gasmard. Тепер Gasmard продала порт.", "uk", "Gasmard", Kind.ORGANISATION),
        ("Вчера пресс-секретарь Белого дома Сара Лунина молчала.", "ru", "Белого дома", Kind.ORGANISATION),
    ],
)
def test_surroundings_tell_a_kind(text: str, language: str, name: str, kind: Kind) -> None:
    """A ground's noun, a town's noun, and Latin letters among Cyrillic ones make no person."""
    assert actors_of(text, language)[name] is kind


@pytest.mark.parametrize(
    ("text", "language", "name", "short"),
    [
        ("The European Union met on Monday. The EU agreed to a quota.", "en", "European Union", "EU"),
        ("La Unión Europea votó el lunes. La UE aceptó la cuota.", "es", "Unión Europea", "UE"),
        ("Евросоюз собрался вчера. В ЕС приняли закон.", "ru", "Евросоюз", "ЕС"),
        ("Die Europäische Union tagte am Montag. Die EU stimmte zu.", "de", "Europäische Union", "EU"),
    ],
)
def test_the_letters_and_the_name_of_a_body_are_one(text: str, language: str, name: str, short: str) -> None:
    """What every reader knows by two names is one actor, whatever its letters stand for."""
    actors = actors_of(text, language)
    assert name in actors
    assert short not in actors
