"""Where names begin and end in Russian and Ukrainian: whose a body is, marks, forms of companies, cases of places."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def names_of(text: str, language: str) -> dict[str, Kind]:
    """The names of the entities in a text with their kinds."""
    return {entity.name: entity.kind for entity in find_entities(Article(text, language=language))}


def actors_of(text: str, language: str) -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language=language)
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Учора Міністерство оборони України купило човни.", "uk", "Міністерство оборони України"),
        ("Про це повідомило Держагентство резерву України вчора.", "uk", "Держагентство резерву України"),
        ("Рішення Озерського районного суду м. Києва скасовано.", "uk", "Озерського районного суду м. Києва"),
        ("У жовтні Комітет з питань екології просив відповіді.", "uk", "Комітет з питань екології"),
        ("Торік Департамент економіки та інвестицій закрили.", "uk", "Департамент економіки та інвестицій"),
        ("Учора Управління СБУ в Озерській області мовчало.", "uk", "Управління СБУ в Озерській області"),
        ("Вчера Министерство обороны России купило лодки.", "ru", "Министерство обороны России"),
        ("Тогда Союз защиты природы подал жалобу.", "ru", "Союз защиты природы"),
    ],
)
def test_a_body_is_named_with_whose_it_is(text: str, language: str, name: str) -> None:
    """Genitives complete the name of a body."""
    assert names_of(text, language)[name] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Тоді Комітет минулого тижня відповів.", "uk", "Комітет минулого тижня"),
        ("Тогда Еврокомиссия намерена ответить.", "ru", "Еврокомиссия намерена"),
        ("Тогда Еврокомиссия заключается в этом.", "ru", "Еврокомиссия заключается"),
        ("Тогда ООН рыбаков не слышала.", "ru", "ООН рыбаков"),
    ],
)
def test_what_is_no_genitive_is_no_part_of_a_bodys_name(text: str, language: str, name: str) -> None:
    """Times, verbs and participles do not belong to a body; letters take no complement."""
    assert name not in names_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Угоду підписало ТОВ «Еко-Лісовик» учора.", "uk", "ТОВ «Еко-Лісовик»"),
        ("Угоду підписало ТОВ НПП «Лісовик» учора.", "uk", "ТОВ НПП «Лісовик»"),
        ("Засновниками ТОВ «Лісовик» є рибалки.", "uk", "ТОВ «Лісовик»"),
        ("Договор подписало ООО «Лесовик» вчера.", "ru", "ООО «Лесовик»"),
        ("Ieri Casa de Cultură „Lacul Alb” s-a închis.", "ro", "Casa de Cultură „Lacul Alb”"),
    ],
)
def test_a_name_in_marks_goes_with_what_it_is_a_name_of(text: str, language: str, name: str) -> None:
    """A company's form, or a noun for a body, and the name in marks behind it are one name, marks and all."""
    assert name in names_of(text, language)


def test_the_name_in_marks_alone_is_the_same_body() -> None:
    """What stands in marks shortens the whole name."""
    text = "Угоду підписало ТОВ «Лісовик» учора. Нині «Лісовик» будує. Власник «Лісовик» мовчить."
    (entity,) = find_entities(Article(text, language="uk"))
    assert len(entity.mentions) == len(["whole", "short", "short"])


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Нині Дніпровська ОДА мовчить.", "uk", "Дніпровська ОДА"),
        ("Голова Дніпровської ОДА мовчить.", "uk", "Дніпровської ОДА"),
        ("Тоді Озерська райдержадміністрація мовчала.", "uk", "Озерська райдержадміністрація"),
    ],
)
def test_adjectives_begin_the_names_of_bodies(text: str, language: str, name: str) -> None:
    """An adjective before letters or a compound noun names an organisation."""
    assert names_of(text, language)[name] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Об этом пишет Мария Лапина Москва.", "ru", "Мария Лапина"),
        ("Возглавляет КЕС опытный рыбак.", "ru", "КЕС"),
        ("Вчера Республиканец Дональд Лапин ушёл.", "ru", "Дональд Лапин"),
        ("Наразі Озерську площу закрито.", "uk", "Озерську площу"),
        ("Клуб «Флорида Лайонз» проиграл.", "ru", "Флорида Лайонз"),
        ("Дом Белкина сгорел. Об этом сказал Олег Белкин.", "ru", "Олег Белкин"),
        ("Анна Белкина ушла. Об этом сказал Олег Белкин.", "ru", "Анна Белкина"),
    ],
)
def test_words_beside_a_name_are_no_part_of_it(text: str, language: str, name: str) -> None:
    """A dateline's place, a verb, an adverb or a noun that begins a sentence, a party's member; a place in marks is."""
    assert name in names_of(text, language)


def test_countries_are_known_in_their_cases() -> None:
    """Plural genitives and locatives are places."""
    text = "Президент Соединенных Штатов уехал. В Соединенных Штатах ждут. Он был в Алабаме."
    assert set(actors_of(text, "ru").values()) == {Kind.PLACE}


def test_a_law_is_no_actor() -> None:
    """An adjective makes a law's name of a noun, and laws do not act."""
    assert actors_of("Це порушення Лісового кодексу України. Лісовий кодекс України змінили.", "uk") == {}


def test_words_without_a_capital_are_no_name() -> None:
    """The town in "the town's mayor Olena Hnatiuk" is nobody."""
    found = names_of("Мерка міста Олена Гнатюк сказала, що міст відкрили раніше.", "uk")
    assert "Олена Гнатюк" in found
    assert "міста" not in found


@pytest.mark.parametrize(
    ("text", "language", "names", "role"),
    [
        ("Сын Павла Лисова Иван не верит в это.", "ru", ["Павла Лисова", "Иван"], "Сын Павла Лисова"),
        ("Дружина Павла Лисового Ганна не вірить.", "uk", ["Павла Лисового", "Ганна"], "Дружина Павла Лисового"),
        ("Адвокат Павла Лисова Олег Белов молчал.", "ru", ["Павла Лисова", "Олег Белов"], "Адвокат Павла Лисова"),
        ("Syn Pawła Wilka Jan nie wierzy w sukces.", "pl", ["Pawła Wilka", "Jan"], "Syn Pawła Wilka"),
        ("Писатель Пабло Гарсиа Лисов приехал.", "ru", ["Пабло Гарсиа Лисов"], "Писатель"),
    ],
)
def test_who_stands_behind_whose_they_are_has_the_role(text: str, language: str, names: list[str], role: str) -> None:
    """A first name of the noun's gender ends the genitive before it, and what stands before both calls the second."""
    found = find_entities(Article(text, language=language))
    assert [entity.name for entity in found] == names
    assert [[text[one.start : one.end] for one in entity.roles] for entity in found] == [[]] * (len(names) - 1) + [
        [role]
    ]


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Пришёл редактор журнала Олег Белов.", "ru", "редактор журнала"),
        ("Пришла директор филиала Марина Белова.", "ru", "директор филиала"),
        ("Прийшла редакторка журналу Ольга Гай.", "uk", "редакторка журналу"),
        ("Пришёл глава села Олег Белов.", "ru", "глава села"),
        # A verb has its object behind it, in another case.
        ("Вчера редактор уволил Олега Белова.", "ru", ""),
        ("Вчера редактор похвалила Александра Белова.", "ru", ""),
    ],
)
def test_a_noun_that_ends_as_a_verb_belongs_to_the_role_of_a_nominative(text: str, language: str, role: str) -> None:
    """What a role is of may end as verbs do, where the name behind it is no object."""
    (found,) = find_entities(Article(text, language=language))
    assert "".join(text[one.start : one.end] for one in found.roles) == role
