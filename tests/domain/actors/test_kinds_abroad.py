"""Of which kind names are outside English: by the noun before them, by English words in them, by their shape."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def actors_of(text: str, language: str) -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language=language)
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Ayer la empresa Lacustre Norte abrió el puente.", "es", "Lacustre Norte", Kind.ORGANISATION),
        ("Hier l'association Sauvons Mardelle a protesté.", "fr", "Sauvons Mardelle", Kind.ORGANISATION),
        ("Ieri la società Marino Ferri ha aperto il ponte.", "it", "Marino Ferri", Kind.ORGANISATION),
        ("Ontem a banda Lago Fundo abriu a festa.", "pt", "Lago Fundo", Kind.ORGANISATION),
        ("Ieri compania Romlac a deschis podul.", "ro", "Romlac", Kind.ORGANISATION),
        ("Gestern hat die Firma Quella den Steg gebaut.", "de", "Quella", Kind.ORGANISATION),
        ("Aseară a fost ploaie. Comuna Chibeni este pustie.", "ro", "Chibeni", Kind.PLACE),
        ("Gestern hat der Vorstand von Nostra Marda den Steg gebaut.", "de", "Nostra Marda", Kind.ORGANISATION),
        ("Las entradas son caras, según la promotora Riba Montes.", "es", "Riba Montes", Kind.ORGANISATION),
        ("A barragem é segura, segundo a mineradora Lira Montes.", "pt", "Lira Montes", Kind.ORGANISATION),
        ("Ieri l'acciaieria Lira Monti ha chiuso.", "it", "Lira Monti", Kind.ORGANISATION),
        ("Biletele sunt scumpe, potrivit Lacul Producții.", "ro", "Lacul Producții", Kind.ORGANISATION),
        ("Ayer llegó el presidente de Nostra Marda con su coche.", "es", "Nostra Marda", Kind.ORGANISATION),
    ],
)
def test_a_noun_before_a_name_tells_its_kind(text: str, language: str, name: str, kind: Kind) -> None:
    """A company, an association, a village, or whose chairman somebody is."""
    assert actors_of(text, language)[name] is kind


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Вчера об этом написала Lakeside Wall Journal.", "ru", "Lakeside Wall Journal", Kind.ORGANISATION),
        ("Про це повідомила Mardle Capital у вівторок.", "uk", "Mardle Capital", Kind.ORGANISATION),
        ("Ieri seară, Mardle Mall va găzdui un bal.", "ro", "Mardle Mall", Kind.PLACE),
    ],
)
def test_an_english_name_in_another_language_is_what_its_last_word_says(
    text: str, language: str, name: str, kind: Kind
) -> None:
    """English names stand untranslated in news of other languages."""
    assert actors_of(text, language)[name] is kind


def test_an_english_word_for_a_work_makes_no_actor() -> None:
    """A league does not act."""
    assert "Mardle League" not in actors_of("Вчера клуб выиграл Mardle League в гостях.", "ru")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("L'allenatore ha lodato ieri Zenadan Zorane dopo la partita.", "it", "Zenadan Zorane"),
        ("Les buts ont été inscrits par Moumari Dagani hier soir.", "fr", "Moumari Dagani"),
        ("Im Keller erinnert man sich an Auftritte von Chetty Bakker am See.", "de", "Chetty Bakker"),
        ("Apoi au cântat poemele lui Nichitu Vlădoi la lac.", "ro", "Nichitu Vlădoi"),
    ],
)
def test_two_plain_words_that_nothing_else_tells_are_somebody(text: str, language: str, name: str) -> None:
    """First names that no list has are people's where the name has the shape of one."""
    assert actors_of(text, language)[name] is Kind.PERSON


def test_a_romanian_name_behind_its_personal_article_is_a_persons() -> None:
    """“lui” stands before people."""
    assert actors_of("Ieri teoria lui Vlădoi a fost respinsă la congres.", "ro")["Vlădoi"] is Kind.PERSON


@pytest.mark.parametrize("text", ["Hier, un Mardellois de 20 ans est venu.", "Hier, le jeune Mardellois est venu."])
def test_who_lives_in_a_town_is_nobody(text: str) -> None:
    """A demonym behind an article or an adjective of age names nobody."""
    assert actors_of(text, "fr") == {}


def test_a_body_called_after_somebody_is_one_body() -> None:
    """The institute is no person."""
    found = actors_of("Ontem o Instituto Ricardo Penha fez análises. O Instituto Ricardo Penha abriu as portas.", "pt")
    assert found == {"Instituto Ricardo Penha": Kind.ORGANISATION}


def test_a_large_citys_name_alone_is_the_citys() -> None:
    """Constanța is a first name too; where nobody bears it, it is the city."""
    assert (
        actors_of("Deunăzi au fost drumuri închise pentru Prahova, Constanța și altele.", "ro")["Constanța"]
        is Kind.PLACE
    )


@pytest.mark.parametrize("name", ["Hessen Kassel", "Germania Fulda"])
def test_a_german_club_is_a_club(name: str) -> None:
    """A town behind a region or a club's word is a club."""
    assert actors_of(f"Gestern gewann {name} mit 2:1 am See.", "de")[name] is Kind.ORGANISATION


def test_a_club_called_after_its_town_is_no_place() -> None:
    """Spanish towns have no article, clubs have."""
    found = actors_of("El técnico vio que ganó el Valencia por dos goles. Luego voló a Sevilla.", "es")
    assert (found["Valencia"], found["Sevilla"]) == (Kind.ORGANISATION, Kind.PLACE)


def test_a_latin_name_among_cyrillic_letters_is_a_firms() -> None:
    """People's names are transcribed, firms' names are not."""
    assert actors_of("Вчера глава Mardlex встретился с Петром Лапиным.", "ru")["Mardlex"] is Kind.ORGANISATION


def test_a_museum_called_after_somebody_is_no_person() -> None:
    """Who gave a museum its name is no actor of the story."""
    found = actors_of("Виставка триває в Озерському музеї імені Андрія Лапка до травня.", "uk")
    assert "Андрія Лапка" not in found


@pytest.mark.parametrize("name", ["Salvamento Lacustre", "Rescate Internacional"])
def test_a_bodys_noun_or_adjective_makes_no_person(name: str) -> None:
    """Endings of nouns, and adjectives that bodies have, are in no person's name."""
    assert actors_of(f"Ayer llovió. {name} rescató a ocho personas.", "es").get(name) is not Kind.PERSON


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("У вівторок розпочав слухання Озерський районний суд.", "uk", "Озерський районний суд"),
        ("Учора фракція «Рідне місто» голосувала проти.", "uk", "Рідне місто"),
    ],
)
def test_courts_and_factions_are_organisations(text: str, language: str, name: str) -> None:
    """A court is no building, a faction called after a town no town."""
    assert actors_of(text, language)[name] is Kind.ORGANISATION


def test_a_saints_name_is_no_persons() -> None:
    """Stations and parishes are called after saints."""
    assert actors_of("Ieri per San Ruffolo pioveva, e poi no.", "it").get("San Ruffolo") is not Kind.PERSON


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Die Engländer singen in der Kathedrale von Chester.", "de", "Chester", Kind.PLACE),
        ("Sie forscht an der Anstalt in Kleinlich Münden: Das gefällt ihr.", "de", "Kleinlich Münden", None),
        ("Am Montag hat das Investmenthaus Pryce Lindman ein Konzept.", "de", "Pryce Lindman", Kind.ORGANISATION),
        (
            "Sie siegten gegen den Regionalligisten Lindenheim, dann gegen Lindenheim.",
            "de",
            "Lindenheim",
            Kind.ORGANISATION,
        ),
        ("Sie feiern ihr Fest BAD HOMBURG. Bei Apfelwein feierten alle.", "de", "BAD HOMBURG", Kind.PLACE),
        ("Ieri declarația Casei Albe a surprins.", "ro", "Casei Albe", Kind.ORGANISATION),
        ("Ieri a ars Lindo Mall Timișoara.", "ro", "Lindo Mall Timișoara", Kind.PLACE),
        ("Ieri il tecnico della Roma ha taciuto.", "it", "Roma", Kind.ORGANISATION),
    ],
)
def test_what_stands_before_a_name_tells_its_kind(text: str, language: str, name: str, kind: Kind | None) -> None:
    """A cathedral's town, a firm behind a noun for firms, a club behind its league, a town that opens a report."""
    assert actors_of(text, language).get(name) is not Kind.PERSON
    assert kind is None or actors_of(text, language)[name] is kind


def test_a_town_that_acts_in_a_match_report_is_its_club() -> None:
    """What a match report is, is told by its words in other languages as in English."""
    text = (
        "Nach dem Spiel am Samstag lobte der Trainer seine Mannschaft. Kurz vor der Halbzeit fiel das Tor. "
        "Der Ausgleich kostete den Gegner Punkte. Die Tabelle führt nach dem Sieg aber Offenbach an."
    )
    assert actors_of(text + " Offenbach gewann auch das zweite Spiel.", "de")["Offenbach"] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Ayer calló el dirigente de Euskal Lindar.", "es", "Euskal Lindar", Kind.ORGANISATION),
        ("Ieri tutti erano nel giardino di Villa Giulia.", "it", "Villa Giulia", Kind.PLACE),
        ("Ayer el barco llegó hasta Punta Arenal.", "es", "Punta Arenal", Kind.PLACE),
        ("Ontem anunciaram a prisão de Fernandinho Lindo-Mar.", "pt", "Fernandinho Lindo-Mar", Kind.PERSON),
    ],
)
def test_parties_houses_and_capes_are_no_people(text: str, language: str, name: str, kind: Kind) -> None:
    """Whose leader somebody is is a party, a villa and a cape are places, and who is arrested is no prison."""
    assert actors_of(text, language)[name] is kind


@pytest.mark.parametrize(
    ("text", "language"),
    [("Il film uscirà a Natale in tutte le sale.", "it"), ("Ayer decidieron esperar hasta Navidad para votar.", "es")],
)
def test_a_feast_is_nobody(text: str, language: str) -> None:
    """What stands behind a word for places may be a time."""
    assert actors_of(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Habrá teatro en la sala Trajano de Mérida. La sala Trajano abre a las ocho.", "es", "sala Trajano"),
        ("El estadio Luis Prieto se llenó. En el estadio Luis Prieto hubo fiesta.", "es", "estadio Luis Prieto"),
        ("Il palazzetto Marco Ferri è pieno. Al palazzetto Marco Ferri si gioca.", "it", "palazzetto Marco Ferri"),
        ("Sala Traian e plină. În sala Traian sunt locuri.", "ro", "sala Traian"),
    ],
)
def test_a_hall_that_has_a_persons_name_is_a_place(text: str, language: str, name: str) -> None:
    """A name behind a noun for a building is nobody's and that building's whole, and the town behind it is no part."""
    assert actors_of(text, language)[name] is Kind.PLACE
