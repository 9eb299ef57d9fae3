"""Whose or of what somebody's role is stands before the name outside English, and is no part of it."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article


def names_of(text: str, language: str) -> dict[str, Kind]:
    """The names of the entities in a text with their kinds."""
    return {entity.name: entity.kind for entity in find_entities(Article(text, language=language))}


@pytest.mark.parametrize(
    ("text", "language", "name", "whose"),
    [
        ("Ieri il sindaco di Mardella Marco Ferri ha aperto il ponte.", "it", "Marco Ferri", "Mardella"),
        ("Ieri il ministro degli Esteri Marco Ferri è partito.", "it", "Marco Ferri", ""),
        ("Ontem falou o vereador do PLM Rego Penha na sessão.", "pt", "Rego Penha", "PLM"),
        ("Вчера лидер ЛПМ Пётр Лапин подал заявку.", "ru", "Пётр Лапин", "ЛПМ"),
        ("Депутат Озерради Олена Гнатюк вважає ціну завищеною.", "uk", "Олена Гнатюк", "Озерради"),
        ("Голова Озерської ОДА Олена Гнатюк підписала наказ.", "uk", "Олена Гнатюк", "Озерської ОДА"),
        ("Півзахисник Чайки Тарас Лапко травмувався.", "uk", "Тарас Лапко", "Чайки"),
    ],
)
def test_what_completes_a_role_is_no_part_of_the_name_behind_it(
    text: str, language: str, name: str, whose: str
) -> None:
    """A body or a place right before a person's name is a name of its own, and is no person."""
    found = names_of(text, language)
    assert found[name] in {Kind.PERSON, Kind.OTHER}
    assert not whose or found[whose] is not Kind.PERSON


@pytest.mark.parametrize(
    ("text", "language", "field"),
    [
        ("Ayer la consejera de Salud, Ana Penya, abrió el puente.", "es", "Salud"),
        ("Ieri ministrul Energiei, Ana Pop, a deschis podul.", "ro", "Energiei"),
        ("Ieri ministrul Sănătății, Ana Pop, a deschis podul.", "ro", "Sănătății"),
        ("Ontem a ministra da Saúde, Ana Penha, abriu a ponte.", "pt", "Saúde"),
        ("Hier la ministre de la Culture, Anne Perrin, est venue.", "fr", "Culture"),
    ],
)
def test_what_a_minister_is_in_charge_of_is_nobody(text: str, language: str, field: str) -> None:
    """A field of government has a capital and is no name."""
    assert field not in names_of(text, language)


def test_a_role_that_begins_a_sentence_is_no_part_of_a_bodys_name() -> None:
    """The body whose officer speaks is named without the officer."""
    found = names_of("Viceguvernatorul Băncii Lacului, Ana Pop, a tăcut. Directorul Bibliotecii Lacului vine.", "ro")
    assert found["Băncii Lacului"] is Kind.ORGANISATION
    assert not any(name.startswith(("Viceguvernatorul", "Directorul")) for name in found)


def test_an_adjective_before_a_common_noun_names_nobody_behind_a_role() -> None:
    """The head of the Lakeside underground is not called Lakeside."""
    assert "Озёрского" not in names_of("Начальник Озёрского метрополитена Пётр Лапин рассказал о поездах.", "ru")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ontem a Polícia Lacustre deteve três homens.", "pt", "Polícia Lacustre"),
        ("Ayer la Policía Foral detuvo a tres hombres.", "es", "Policía Foral"),
    ],
)
def test_a_body_whose_name_is_also_a_role_is_whole(text: str, language: str, name: str) -> None:
    """“Polícia” is somebody's calling, and the first word of a body's name."""
    assert names_of(text, language)[name] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Gestern kam Oberbürgermeister Karl Fischer zum See.", "de", "Karl Fischer"),
        ("Gestern kam Umweltministerin Anna Assmann zum See.", "de", "Anna Assmann"),
        ("On Monday Senator Ann Baker came to the lake.", "en", "Ann Baker"),
    ],
)
def test_a_surname_that_is_a_calling_is_a_surname_behind_a_first_name(text: str, language: str, name: str) -> None:
    """“Fischer” and “Baker” are no titles where a first name stands before them."""
    assert names_of(text, language)[name] is Kind.PERSON


@pytest.mark.parametrize("name", ["Hamburger SV", "Quellmann AG"])
def test_a_club_or_a_firm_keeps_the_word_before_its_letters(name: str) -> None:
    """The town before a club's letters and the name before a company's form belong to the name."""
    assert name in names_of(f"Gestern hat der {name} am See gewonnen.", "de")


def test_letters_behind_a_noun_for_a_body_are_no_person() -> None:
    """A union's letters stay a union's."""
    assert names_of("Gestern rief die Gewerkschaft GLB zum Streik auf.", "de")["GLB"] is Kind.ORGANISATION


def test_an_english_name_is_not_parted_in_another_alphabet() -> None:
    """A place within an English name does not part it in a Russian text."""
    assert "The Washington Courier" in names_of("Вчера об этом написала The Washington Courier.", "ru")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Aseară în Grădina Lacului ”Ștefan cel Vechi” a plouat.", "ro", "Grădina Lacului ”Ștefan cel Vechi”"),
        ("Ieri Gimnaziul „D.Vlădoi” a fost închis.", "ro", "Gimnaziul „D.Vlădoi”"),
        ("Ieri, F.C. Farul Marda a câștigat la scor.", "ro", "F.C. Farul Marda"),
        ("Aseară a cântat romanul The Song of Mardle în sală.", "ro", "The Song of Mardle"),
        ("Axl Rose a cerut un avans. Apoi a plecat.", "ro", "Axl Rose"),
        ("São Paulo foi invadida pela cozinha. O povo gosta.", "pt", "São Paulo"),
        ("The order went to Hale & Dunmore in May.", "en", "Hale & Dunmore"),
        ("They met Tom & Ann Hale in Mardle.", "en", "Ann Hale"),
        ("Later Tess Bright MP called for money.", "en", "Tess Bright"),
        ("Later Labour MP Tess Bright called for money.", "en", "Tess Bright"),
        ("Gestern zahlte die Kolbe & Partner GmbH ihre Schulden.", "de", "Kolbe & Partner GmbH"),
        ("Naturfreunde kamen nach Fulda SEEHEIM. Sie wanderten am Samstag.", "de", "Fulda"),
        ("Gestern schlug die SG Wallau/Masheim den Meister klar.", "de", "SG Wallau/Masheim"),
        ("Gestern sprach Einsatzleiterin Ada Ries von der Berufsfeuerwehr vom Feuer.", "de", "Ada Ries"),
        ("Ayer la Consejería de Trabajo e Industria abrió la planta.", "es", "Consejería de Trabajo e Industria"),
        ("Ayer la Fundación Norte contra la Sed abrió.", "es", "Fundación Norte contra la Sed"),
        ("Ayer viajó a La Habana con su padre.", "es", "La Habana"),
        ("Ieri, secondo La Nuova Gazzetta, pioveva.", "it", "La Nuova Gazzetta"),
        ("Вчера Общество защиты прав потребителей подало иск.", "ru", "Общество защиты прав потребителей"),
        ("Учора Озерська академія наук готувала висновок.", "uk", "Озерська академія наук"),
        (
            "Виставка триває в Озерському музеї імені Андрія Лапка до травня.",
            "uk",
            "Озерському музеї імені Андрія Лапка",
        ),
        ("Gestern um eins traf Ulvi Kirsten den Ball.", "de", "Ulvi Kirsten"),
        ("Cetatea a fost a lui Iancu de Hunedoara.", "ro", "Iancu de Hunedoara"),
        ("Он подал в суд на «Почту Лапинска» вчера.", "ru", "Почту Лапинска"),
        ("Это эксперт Института стран СНГ Пётр Лапин сказал.", "ru", "Пётр Лапин"),
        ("Вчора ветеран Йожеф Лапко похвалив молодь.", "uk", "Йожеф Лапко"),
        ("Учора головою НАК «Озергаз України» став рибалка.", "uk", "НАК «Озергаз України»"),
        ("Mănăstirea Feredar primește pelerini la lac.", "ro", "Mănăstirea Feredar"),
        ("Hier, le Conseil général du Lac a voté.", "fr", "Conseil général du Lac"),
        ("Учора КУА «Вітряні парки Озерії» виграла торги.", "uk", "КУА «Вітряні парки Озерії»"),
        ("Учора Озерська селищна рада замовила ремонт.", "uk", "Озерська селищна рада"),
    ],
)
def test_names_are_whole(text: str, language: str, name: str) -> None:
    """What stands in marks, an initial, a club's letters, English “of”, “&” and a rare first name belong to names."""
    assert name in names_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Авиакомпания Лапин открыла рейс. Рейс ждали давно.", "ru", "Лапин"),
        ("Фабрика Озерон підвищить ціни на все.", "uk", "Озерон"),
        ("Albumul Innei a fost produs la lac.", "ro", "Innei"),
    ],
)
def test_a_common_noun_that_begins_a_sentence_is_no_part_of_the_name_behind_it(
    text: str, language: str, name: str
) -> None:
    """What something is has its capital from the sentence."""
    assert name in names_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Тихие группы раскритиковали пакет. Пакет готов.", "ru", "Тихие группы"),
        ("Фірма «Озер- Сервіс» виграла торги.", "uk", "Озер"),
        ("Die Quella- und Handelskammer schweigt, sagte Ada Quast.", "de", "Quella"),
    ],
)
def test_a_plural_that_begins_a_sentence_and_half_a_word_are_no_names(text: str, language: str, name: str) -> None:
    """The capital is the sentence's, or the word goes on elsewhere."""
    assert name not in names_of(text, language)


def test_what_a_body_becomes_is_another_body() -> None:
    """“en” before a body's first word joins no names."""
    found = names_of("Pidió la conversión de la Comisaría Provincial en Jefatura Superior de Policía.", "es")
    assert {"Comisaría Provincial", "Jefatura Superior de Policía"} <= set(found)


def test_an_article_before_a_body_is_no_part_of_its_name() -> None:
    """“La Unión” is a town, “La Unión Europea” is none."""
    assert "Unión Europea" in names_of("La Unión Europea, dijo, debe ayudar.", "es")


@pytest.mark.parametrize(
    ("text", "language", "body", "person"),
    [
        ("Ieri la Confmarina di Sergio Ferri ha protestato.", "it", "Confmarina", "Sergio Ferri"),
        ("Ayer la Generalitat de Jordi Penya cayó en la sesión.", "es", "Generalitat", "Jordi Penya"),
    ],
)
def test_who_leads_a_body_is_no_part_of_its_name(text: str, language: str, body: str, person: str) -> None:
    """First name and surname behind “of” are somebody's; what is called after people keeps them."""
    found = names_of(text, language)
    assert {body, person} <= set(found)
    assert "Fundação de António Penha" in names_of("Ontem a Fundação de António Penha abriu.", "pt")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Начальник пожарной части Озёрска Вера Лис сообщила, что пожар потушен.", "ru", "Вера Лис"),
        ("Начальник коммунальной службы Светлого Лога Пётр Зимин вышел к жителям.", "ru", "Пётр Зимин"),
        ("Начальник пожежної частини Озерська Віра Лис вийшла до людей.", "uk", "Віра Лис"),
        ("Міський голова Залізного Порогу Тарас Кривий мовчить.", "uk", "Тарас Кривий"),
        ("Начальник отдела Иванов Иван Петрович уволен.", "ru", "Иванов Иван Петрович"),
        ("Голова сільради Шевченко Іван Петрович не відповів.", "uk", "Шевченко Іван Петрович"),
    ],
)
def test_a_place_behind_what_completes_a_role_is_no_part_of_the_name(text: str, language: str, name: str) -> None:
    """Where the role has a complement, the place behind both is nobody and the name begins behind it."""
    found = names_of(text, language)
    assert name in found
    assert Kind.PERSON not in {kind for one, kind in found.items() if one != name}
