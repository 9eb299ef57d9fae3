"""Names that a small word, a mark or a comma joins to what stands beside them: whether that is one name or two."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def named(text: str, language: str) -> set[str]:
    """The names of a text's entities."""
    return {entity.name for entity in find_entities(Article(text, language=language))}


def kinds_of(text: str, language: str) -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language=language)
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Ayer marcaron Iván Peñalba y Ojeda en la segunda parte.", "es", {"Iván Peñalba", "Ojeda"}),
        ("Ayer cerraron las escuelas de Villa Honda y Salina Clara.", "es", {"Villa Honda", "Salina Clara"}),
        ("Ontem falaram Rui Pombal e Vieirinha no comício.", "pt", {"Rui Pombal", "Vieirinha"}),
    ],
)
def test_and_parts_two_that_nothing_tells_to_be_one(text: str, language: str, parts: set[str]) -> None:
    """“y” and “e” stand between two people or two places."""
    assert parts <= named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("Ayer la Junta de Castilla y León dijo que no.", "es", "Junta de Castilla y León"),
        ("He wrote to the Kelford Bakers and Millers Union on Monday.", "en", "Kelford Bakers and Millers Union"),
        ("He wrote to the Selby Fishermen's Association on Monday.", "en", "Selby Fishermen's Association"),
        ("Ayer Castilla y León dijo que no.", "es", "Castilla y León"),
        ("Ayer leyó a José Ortega y Gasset en voz alta.", "es", "José Ortega y Gasset"),
        ("Ayer habló Antoni Rovell i Virgós en el puerto.", "es", "Antoni Rovell i Virgós"),
        ("Ontem falou António Pombal e Silva no comício.", "pt", "António Pombal e Silva"),
    ],
)
def test_and_joins_regions_and_surnames_that_are_known_to_be_joined(text: str, language: str, whole: str) -> None:
    """A region is one name, and so is a surname of two parts."""
    assert whole in named(text, language)


def test_what_a_minister_is_in_charge_of_is_joined_and_nobody() -> None:
    """“y” between two fields of several ministers makes no person of the second."""
    text = "Ayer asistieron los consejeros de Sanidad y Medio Ambiente, Carlos Peñalba y Ana Ojeda."
    assert set(kinds_of(text, "es")) == {"Carlos Peñalba", "Ana Ojeda"}


def test_a_body_is_named_with_the_body_that_it_is_part_of() -> None:
    """Romanian prosecutors' offices are named with their courts."""
    text = "Ieri Parchetul de pe lângă Tribunalul Alba a tăcut."
    assert "Parchetul de pe lângă Tribunalul Alba" in named(text, "ro")


def test_where_an_embassy_is_is_no_part_of_its_name() -> None:
    """Whose embassy it is belongs to the name, the place behind it does not."""
    assert "Embajada de Francia" in named("Ayer la Embajada de Francia en Lima cerró.", "es")


@pytest.mark.parametrize(
    ("text", "language", "bearer"),
    [
        ("Primarul Lindenei, Gheorghe Hansel, cere o variantă ocolitoare.", "ro", "Gheorghe Hansel"),
        ("Мер Лісногорська, Сергій Лановий, подав скаргу.", "uk", "Сергій Лановий"),
    ],
)
def test_a_town_before_its_mayors_name_is_nobody(text: str, language: str, bearer: str) -> None:
    """A word behind a role is whose it is where a full name follows it behind a comma."""
    people = {name for name, kind in kinds_of(text, language).items() if kind is Kind.PERSON}
    assert people == {bearer}


@pytest.mark.parametrize(
    ("text", "language", "body", "person"),
    [
        ("Учора виступив спікер польського Сейму Радослав Лановий.", "uk", "Сейму", "Радослав Лановий"),
        (
            "Арештували начальника Головного управління Лісоагентства Сергія Ланового.",
            "uk",
            "Головного управління Лісоагентства",
            "Сергія Ланового",
        ),
        ("Вчера глава Еврокомиссии Жан-Клод Маршан молчал.", "ru", "Еврокомиссии", "Жан-Клод Маршан"),
    ],
)
def test_a_body_in_the_genitive_is_no_part_of_its_heads_name(text: str, language: str, body: str, person: str) -> None:
    """An adjective may stand before the body, and a first name may be two."""
    assert {body, person} <= named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ieri autostrada București-Constanța a fost închisă.", "ro", "București-Constanța"),
        ("Ayer el tren Madrid-Barcelona llegó tarde.", "es", "Madrid-Barcelona"),
    ],
)
def test_a_way_between_two_towns_is_nobody(text: str, language: str, name: str) -> None:
    """Two places with a hyphen between them are no name."""
    assert name not in named(text, language)


def test_a_verb_ends_the_name_of_a_body() -> None:
    """A plural of the past is no genitive, though it ends as some do."""
    assert "Озёрской бирже" in named("Вчера акции на Озёрской бирже выросли.", "ru")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("«Спартак» обыграл соседей со счётом два — ноль.", "ru", "Спартак"),
        ("«Лісовик» обіграв сусідів у гостях.", "uk", "Лісовик"),
    ],
)
def test_a_name_in_marks_is_no_persons(text: str, language: str, name: str) -> None:
    """A club in marks that begins its sentence and does something is a body, though people bear its name."""
    assert kinds_of(text, language)[name] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Голова Озерного банку України Валерія Ланова тут.", "uk", {"Озерного банку України"}),
        ("Ayer el Juzgado de Instrucción número 3 calló.", "es", {"Juzgado de Instrucción número 3"}),
        ("Tace la Corte amministrativa regionale del Lazio.", "it", {"Corte amministrativa regionale del Lazio"}),
        ("Ieri Consiliul Economic și Social a tăcut.", "ro", {"Consiliul Economic și Social"}),
        ("Ieri Gimnaziul ,,Dan Lindescu” a tăcut.", "ro", {"Gimnaziul ,,Dan Lindescu”"}),
        ("Ieri ha nevicato a Colle d'Ampiezza e altrove.", "it", {"Colle d'Ampiezza"}),
        ("Ontem choveu em São Bento do Lago e no Porto.", "pt", {"São Bento do Lago"}),
        ("Hier le Réseau ferré de France a dit non.", "fr", {"Réseau ferré de France"}),
        ("Gestern war die Freiwillige Feuerwehr Hanau da.", "de", {"Freiwillige Feuerwehr Hanau"}),
        ("Gestern gewannen die Kickers Offenbach.", "de", {"Kickers Offenbach"}),
        ("Gestern siegte der 1. FC Lindenheim am Main.", "de", {"1. FC Lindenheim"}),
        ("Der Mann zeigte Oliver Roth Rot.", "de", {"Oliver Roth"}),
        ("The garrison of the 501st Legion came.", "en", {"501st Legion"}),
        ("They took him to Princess Margaret Hospital.", "en", {"Princess Margaret Hospital"}),
        ("Im Verlag Walther Lind erschien ein Buch.", "de", {"Verlag Walther Lind"}),
        ("Gestern zeigte das Museum Ludwig ein Bild.", "de", {"Museum Ludwig"}),
        ("Gestern hat die Metallgesellschaft AG geschwiegen.", "de", {"Metallgesellschaft AG"}),
        ("Ayer habló el jefe de Protección Civil en Lindares.", "es", {"Protección Civil", "Lindares"}),
        ("Ședința Consiliului Județean are loc joi.", "ro", {"Consiliului Județean"}),
        ("Вчера судья Еврокомиссии Витт Линдерман уехал.", "ru", {"Еврокомиссии", "Витт Линдерман"}),
        ("Вчера он играл за «Вашингтон Линденз».", "ru", {"Вашингтон Линденз"}),
        ("Ontem falou Guilherme d'Oliveira Lindo.", "pt", {"Guilherme d'Oliveira Lindo"}),
    ],
)  # fmt: skip
def test_a_name_is_whole_with_what_belongs_to_it_and_no_more(text: str, language: str, names: set[str]) -> None:
    """Numbers, states, second adjectives, saints, titles of royal houses and small words belong to some names."""
    assert names <= named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Le Britannique Wystan Froome garde le maillot jaune.", "fr", "Wystan Froome"),
        ("Hier l'Italienne Anna Lind a perdu la course.", "fr", "Anna Lind"),
        ("Gestern kam der Franzose Thibald Pinot an.", "de", "Thibald Pinot"),
        ("Later the Briton Chris Lind won the stage.", "en", "Chris Lind"),
        ("Later the Frenchman Thibald Pinot lost the stage.", "en", "Thibald Pinot"),
    ],
)
def test_whence_somebody_is_is_no_part_of_their_name(text: str, language: str, name: str) -> None:
    """A noun for people of a country stands before a person."""
    assert kinds_of(text, language) == {name: Kind.PERSON}


@pytest.mark.parametrize("name", ["American Airlines", "French Open", "Indian Express", "Swiss Post"])
def test_a_countrys_adjective_begins_the_name_of_a_body(name: str) -> None:
    """Where adjectives have capitals, one before a word that is no first name belongs to the name."""
    assert name in named(f"On Monday the {name} said no.", "en")


def test_scholars_of_an_institute_are_no_part_of_its_name() -> None:
    """A noun for people that begins a sentence stands before a body in the genitive."""
    assert "Інституту археології" in named("Вчені Інституту археології знайшли поселення.", "uk")


def test_a_station_called_after_its_town_is_a_body() -> None:
    """Where nouns have capitals, one that bodies' names begin with belongs to what stands behind it."""
    assert kinds_of("Am Montag meldete Radio Beirut zwanzig Tote.", "de") == {"Radio Beirut": Kind.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Выдано Роскомнадзором в мае.", "ru", "Роскомнадзором"),
        ("Состояние Виолы оценили в мае.", "ru", "Виолы"),
        ("Засновано Нацбанком у травні.", "uk", "Нацбанком"),
    ],
)
def test_what_is_done_or_owned_is_no_part_of_who_does_or_owns_it(text: str, language: str, name: str) -> None:
    """A participle or an abstract noun begins its sentence before a name."""
    assert all(entity == name for entity in named(text, language))


def test_a_word_that_points_back_makes_no_name_of_a_body() -> None:
    """“Данный фонд” is a fund that was told of before, whatever capital its sentence gives it."""
    assert named("Данный фонд дополнит сеть.", "ru") == set()


@pytest.mark.parametrize(
    ("text", "language", "place", "person"),
    [
        ("Учора посол Південної Кореї Джудіт Ланова мовчала весь вечір.", "uk", "Південної Кореї", "Джудіт Ланова"),
        ("Посол Великої Британії Джудіт Ланова мовчала весь вечір.", "uk", "Великої Британії", "Джудіт Ланова"),
        ("Вчера премьер Новой Зеландии Джон Линдер весь вечер молчал.", "ru", "Новой Зеландии", "Джон Линдер"),
    ],
)
def test_a_country_of_two_words_is_whole_before_a_name(text: str, language: str, place: str, person: str) -> None:
    """The country tells whose the role is, and is no person."""
    assert kinds_of(text, language) == {person: Kind.PERSON, place: Kind.PLACE}


def test_a_surname_behind_a_particle_may_be_a_preposition() -> None:
    """“Lo Verso” is a surname in Italian, where “verso” means “towards”."""
    assert "Enrico Lo Verso" in named("Ieri sera ha riso Enrico Lo Verso.", "it")
