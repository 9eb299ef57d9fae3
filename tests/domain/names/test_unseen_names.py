"""Names as agencies, courts, regional papers and sports pages write them: where they end, what each is."""

import pytest

from bot.domain.language import gazetteer, languages
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
        ("Ayer ganó la lista de Más Lagares en las urnas.", "es", "Más Lagares"),
        ("La Comisión Nacional de los Mercados y la Competencia calló.", "es",
         "Comisión Nacional de los Mercados y la Competencia"),
        ("La Consejería de Medio Ambiente, Agua y Ordenación del Territorio calló.", "es",
         "Consejería de Medio Ambiente, Agua y Ordenación del Territorio"),
        ("Ayer el fiscal Luis Pastor Motta habló.", "es", "Luis Pastor Motta"),
        ("La Judecătoria Sectorului 4 București a fost foc.", "ro", "Judecătoria Sectorului 4 București"),
        ("Filarmonica „Lacul” Craiova a plecat.", "ro", "Filarmonica „Lacul” Craiova"),
        ("Ieri a vorbit dirijorul italian Walter Attanasi Bruni la radio.", "ro", "Walter Attanasi Bruni"),
        ("Ieri suspectul, Florin M., fugise.", "ro", "Florin M."),
        ("De Autoriteit Consument en Markt zweeg gisteren.", "nl", "Autoriteit Consument en Markt"),
        ("Wczoraj Komenda Wojewódzka Policji milczała.", "pl", "Komenda Wojewódzka Policji"),
        ("Komenda Wojewódzka Policji milczała.", "pl", "Komenda Wojewódzka Policji"),
        ("Forskare vid Karolinska institutet teg.", "sv", "Karolinska institutet"),
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
        ("L'attaccante argentino del Como Nicolás Paz Sosa ha segnato.", "it", {"Como", "Nicolás Paz Sosa"}),
        ("Il sottotenente Giosuè Fioretti della Brigata Mardella tace.", "it", {"Giosuè Fioretti", "Brigata Mardella"}),
        ("Ieri dirigerà l'Orchestra Cherubini al Teatro Mardella.", "it", {"Orchestra Cherubini", "Teatro Mardella"}),
        ("La Camera di Commercio di Cuneo e Confimprese hanno chiuso.", "it", {"Camera di Commercio di Cuneo"}),
        ("Hala firmei Moldosin din Târgu Frumos a ars.", "ro", {"Moldosin", "Târgu Frumos"}),
        ("Адвокат Ігоря Лісового Олександр Лисак мовчав.", "uk", {"Ігоря Лісового", "Олександр Лисак"}),
        ("Комунальник з Марганця Віктор Лис мовчав.", "uk", {"Марганця", "Віктор Лис"}),
        ("Польська компанія Orlen відкрила офіс.", "uk", {"Orlen"}),
        ("Gisteren sloot winkel Donner te Rotterdam.", "nl", {"Donner", "Rotterdam"}),
        ("Gisteren verloor hij in Rosmalen van de Australiër Alex de Minaur.", "nl", {"Rosmalen", "Alex de Minaur"}),
        ("Igår besökte EU-kommissionären Jessika Roswall staden Kiev.", "sv", {"Jessika Roswall"}),
        ("Dün Boğaziçi Üniversitesi ve Kandilli Rasathanesi sustu.", "tr",
         {"Boğaziçi Üniversitesi", "Kandilli Rasathanesi"}),
        ("Dün Merz ile Emmanuel Macron Paris'te buluştu.", "tr", {"Emmanuel Macron", "Paris"}),
        ("Efectivos de Salvamento Marítimo callaron.", "es", {"Salvamento Marítimo"}),
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
        ("Ieri au pierdut cu cei de la Petrolul Ploiești acasă.", "ro", "Petrolul Ploiești", Kind.ORGANISATION),
        ("Ieri a fost preluată de grupul olandez Ahold Delhaize.", "ro", "Ahold Delhaize", Kind.ORGANISATION),
        ("Ieri liderul AUR a tăcut, iar AUR a votat.", "ro", "AUR", Kind.ORGANISATION),
        ("Ambasadorul Germaniei la București a tăcut.", "ro", "Germaniei", Kind.PLACE),
        ("Il sindaco ha rassicurato i residenti dei Campi Ferrei.", "it", "Campi Ferrei", None),
        ("Учора кандидатка Юлія Бойко від партії «Лісова Солідарність» мовчала.", "uk", "Лісова Солідарність",
         Kind.ORGANISATION),
        ("Вчера об этом спорили с компанией Meta в суде.", "ru", "Meta", Kind.ORGANISATION),
        ("Экипаж сухогруза «Кузьма Минин» спасли.", "ru", "Кузьма Минин", None),
        ("Вчера пришла Фигуристка Аделия Бек.", "ru", "Аделия Бек", Kind.PERSON),
        ("Actie bij het bedrijf in IJmuiden, aldus bestuurder Aad de Vries.", "nl", "IJmuiden", Kind.PLACE),
        ("Gisteren won tennisser Tallon Griekspoor-Vos.", "nl", "Tallon Griekspoor-Vos", Kind.PERSON),
        ("Gisteren staakten zij bij Tata Steel opnieuw.", "nl", "Tata Steel", Kind.ORGANISATION),
        ("Mieszkańcy Czeladzi protestowali.", "pl", "Czeladzi", Kind.PLACE),
        ("Wczoraj pociągi wyjechały z Nowego Sącza rano.", "pl", "Nowego Sącza", Kind.PLACE),
        ("Dün Barış Pehlivan'ın avukatı sustu.", "tr", "Barış Pehlivan", Kind.PERSON),
        ("Учора владелец «Флориди» мовчав.", "uk", "Флориди", Kind.ORGANISATION),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_tells_its_kind(text: str, language: str, name: str, kind: Kind | None) -> None:
    """Clients with first names are people, marks hold no town, an article leads no person; None is no actor."""
    assert actors_of(text, language).get(name) is kind


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


def test_both_letters_for_a_romanian_sound_name_one_town() -> None:
    """Lists write ş and ţ with a cedilla, newspapers ș and ț with a comma."""
    assert gazetteer.is_city("Ploiești", "ro")
    assert gazetteer.is_city("Ploieşti", "ro")
    assert gazetteer.is_city("Eskişehir", "tr")


@pytest.mark.parametrize("word", ["olandese", "spagnola", "nazionale"])
def test_an_adjective_behind_its_noun_is_known(word: str) -> None:
    """A country's or a body's adjective stands between a noun and the name that it leads to."""
    assert languages.of("it").is_adjective_behind(word)
    assert not languages.of("it").is_adjective_behind("della")


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Ontem falou o presidente da associação «Ar Puro», Luís Maia.", "pt", Kind.ORGANISATION),
        ("Ayer habló la presidenta de la asociación «Aire Puro», Ana Ruiz.", "es", Kind.ORGANISATION),
        ("Ieri ha parlato il presidente dell'associazione «Aria Pura» Luca Riva.", "it", Kind.ORGANISATION),
        ("Ontem cantou o cantor «Zeca Flor» na praça.", "pt", Kind.PERSON),
    ],
)
def test_a_body_in_marks_is_nobody_with_a_role(text: str, language: str, kind: Kind) -> None:
    """What a role is of keeps its kind in marks; behind the role itself somebody's name stands there."""
    marked = text.partition("«")[2].partition("»")[0]
    assert actors_of(text, language)[marked] is kind
