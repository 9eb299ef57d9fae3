"""What stands right beside a name: another name, whose it is, where it is, what a body is for."""

import pytest

from bot.domain.language import languages
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.domain.names.test_unseen_names import actors_of, names_in


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Ad Anna Prati Luca Moro ha ceduto tutto.", "it", {"Anna Prati", "Luca Moro"}),
        ("À Anne Moreau Luc Morin a tout cédé.", "fr", {"Anne Moreau", "Luc Morin"}),
        ("Ieri avocatul Anei Popa Ion Mora a vorbit.", "ro", {"Anei Popa", "Ion Mora"}),
        ("Ieri Partidul Anei Popa a votat.", "ro", {"Anei Popa"}),
        ("La Lacrense al Lago Stadium ha perso.", "it", {"Lacrense", "Lago Stadium"}),
        ("Ayer jugó el Deportivo Lagares en Ribadelago.", "es", {"Deportivo Lagares", "Ribadelago"}),
        ("Ieri Blocul Pescarilor și Morarilor a protestat.", "ro", {"Blocul Pescarilor și Morarilor"}),
        ("Ieri Partidul Pace și Unitate al Anei Popa a votat.", "ro", {"Partidul Pace și Unitate", "Anei Popa"}),
        ("Ayer la Sala de lo Penal del Tribunal de Lagares calló.", "es", {"Sala de lo Penal del Tribunal de Lagares"}),
        ("Ontem o Instituto do Mar e da Atmosfera calou.", "pt", {"Instituto do Mar e da Atmosfera"}),
        ("Hier, l'AS Mardelle a gagné dans le Grand Est.", "fr", {"AS Mardelle", "Grand Est"}),
        ("Ieri il gruppo De' Lonni ha chiuso.", "it", {"De' Lonni"}),
        ("Ieri la chiesa di Santa Maria delle Selve ha chiuso.", "it", {"Santa Maria delle Selve"}),
        ("Ieri Autostrade per la Selva ha chiuso.", "it", {"Autostrade per la Selva"}),
        ("Gestern hat der Energiekonzern Ostra verdient.", "de", {"Ostra"}),
        ("Ieri ha scritto Franco Neri del Corriere della Selva.", "it", {"Franco Neri", "Corriere della Selva"}),
        ("Ieri ha vinto Giovanni della Selva.", "it", {"Giovanni della Selva"}),
        ("Ieri l'Avvocatura dello Stato ha perso.", "it", {"Avvocatura dello Stato"}),
        ("Ieri Arhiepiscopia Lacului și Pădurii a tăcut.", "ro", {"Arhiepiscopia Lacului și Pădurii"}),
        ("Ieri Uniunea Pescarilor din Lunca a tăcut.", "ro", {"Uniunea Pescarilor din Lunca"}),
        ("Ieri președintele Uniunii Pescarilor din Lunca a tăcut.", "ro", {"Uniunii Pescarilor din Lunca"}),
        ("A Liga das Indústrias do Rio de Janeiro calou.", "pt", {"Liga das Indústrias do Rio de Janeiro"}),
        ("Вчера министр Поль Ле Мэр молчал.", "ru", {"Поль Ле Мэр"}),
        ("Вчера мать из Союза матерей довольна решением.", "ru", {"Союза матерей"}),
        ("Er warf Stadträtin Ada Lind Untätigkeit vor.", "de", {"Ada Lind"}),
        ("Gestern las sie aus ihrem Roman Der Mond vor.", "de", {"Der Mond"}),
        ("Учора представник Офісу президента Ігор Лис мовчав.", "uk", {"Офісу президента", "Ігор Лис"}),
        ("Вчера зампред Еврокомиссии Франс Линд молчал.", "ru", {"Еврокомиссии", "Франс Линд"}),
        ("Ayer Ecologistas en Acción y la ONG Amigos del Lago callaron.", "es", {"Amigos del Lago"}),
        ("Ecologistas en Acción acudirá al juzgado.", "es", {"Ecologistas en Acción"}),
        ("Ieri lo sloveno Jaž Lindo della Lampo-Norda ha perso.", "it", {"Jaž Lindo", "Lampo-Norda"}),
        ("Ieri il Movimento 4 Torri ha votato.", "it", {"Movimento 4 Torri"}),
        ("Вчера министр сослался на Лесновский арбитраж.", "ru", {"Лесновский арбитраж"}),
        ("Ieri l'Associazione Studi Giuridici sull'Immigrazione ha vinto.", "it",
         {"Associazione Studi Giuridici sull'Immigrazione"}),
        ("Ieri il Parlamento sulla Libia ha votato.", "it", {"Parlamento", "Libia"}),
        ("Ieri Cassa Depositi e Prestiti ha pagato.", "it", {"Cassa Depositi e Prestiti"}),
        ("Учора генсек НАТО Марк Лис мовчав.", "uk", {"НАТО", "Марк Лис"}),
        ("Учора Комітет з туризму мовчав.", "uk", {"Комітет з туризму"}),
        ("Вчера Агентство по страхованию вкладов молчало.", "ru", {"Агентство по страхованию вкладов"}),
        ("Вчера пели в Большом зале филармонии.", "ru", {"Большом зале"}),
        ("Wczoraj wniósł apelację do Sądu Okręgowego w Mardlinie.", "pl", {"Sądu Okręgowego w Mardlinie"}),
        ("Wczoraj głosował klub Prawa i Sprawiedliwości.", "pl", {"Prawa i Sprawiedliwości"}),
        ("Igår teg Lagerföreningen och Norra kraftnät.", "sv", {"Lagerföreningen", "Norra kraftnät"}),
        ("Igår stängde Norra museet.", "sv", {"Norra museet"}),
        ("Dün Kültür ve Turizm Bakanlığı sustu.", "tr", {"Kültür ve Turizm Bakanlığı"}),
        ("Projeyi Lale İnşaat yaptı.", "tr", {"Lale İnşaat"}),
        ("Gisteren zweeg de Fiscale Inlichtingen- en Opsporingsdienst.", "nl",
         {"Fiscale Inlichtingen- en Opsporingsdienst"}),
        ("Ayer invirtió General Motors en Lagares.", "es", {"General Motors"}),
        ("Ontem aprovaram o Plano Director Municipal em Lisboa.", "pt", {"Plano Director Municipal"}),
        ("Ayer recogió en Los Ángeles el Premio Lago.", "es", {"Los Ángeles", "Premio Lago"}),
        ("Ieri Comitetul Olimpic și Sportiv Lacustru a votat.", "ro", {"Comitetul Olimpic și Sportiv Lacustru"}),
        ("Ieri generalul din Statul Major al Apărării a tăcut.", "ro", {"Statul Major al Apărării"}),
        ("Партія «Згода для Лісового» виступила проти.", "uk", {"Згода для Лісового"}),
        ("Gestern wuchs das Portal Reiselind weiter.", "de", {"Reiselind"}),
        ("Hier le but du Malien Cédric Faye a suffi.", "fr", {"Cédric Faye"}),
    ],
)  # fmt: skip
def test_names_end_where_others_begin(text: str, language: str, names: set[str]) -> None:
    """A second first name, a genitive, a place, small letters that look like words, a noun for a firm."""
    assert names_in(text, language) >= names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Hier la Caisse des dépôts et consignations a payé.", "fr", "Caisse des dépôts et consignations"),
        ("Hier la Cour d'appel de Mardelle a jugé.", "fr", "Cour d'appel de Mardelle"),
        ("Hier la Fédération française de football a jugé.", "fr", "Fédération française de football"),
        ("Hier l'Union africaine a voté.", "fr", "Union africaine"),
        ("Hier l'Union des associations familiales a voté.", "fr", "Union des associations familiales"),
        ("Hier Force ouvrière a voté.", "fr", "Force ouvrière"),
        ("Hier la Cour des comptes estime que non.", "fr", "Cour des comptes"),
        ("Ieri l'Ordine dei giornalisti della Mardella tace.", "it", "Ordine dei giornalisti della Mardella"),
    ],
)
def test_nouns_without_capitals_complete_a_body(text: str, language: str, name: str) -> None:
    """Where names have one capital, what a body is for belongs to it."""
    assert name in names_in(text, language)


@pytest.mark.parametrize("whose", ["de ce matin", "de la région", "du lundi"])
def test_a_time_or_a_place_completes_no_body(whose: str) -> None:
    """A place's noun, a determiner and a day behind "of" are no part of a body's name."""
    assert not names_in(f"Hier le Conseil {whose} a voté. Hier la Commission {whose} a voté.", "fr")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Nu știm nimic despre asta”, a spus avocatul Anei Popa, Ion Mora. Ancheta continuă.", "Ion Mora"),
        ("Avocatul Anei Popa a declarat: „Nu știm nimic despre asta”. Ancheta continuă.", "Avocatul Anei Popa"),
        ("Avocatul lui Dan Popa a declarat: „Nu știm nimic despre asta”. Ancheta continuă.", "Avocatul lui Dan Popa"),
    ],
)
def test_whose_lawyer_speaks_says_nothing(text: str, speaker: str) -> None:
    """A first name in the genitive, or behind "lui", tells whose a role is."""
    article = Article(text, language="ro")
    entities = find_entities(article)
    (quote,) = find_quotes(article, entities)
    assert quote.speaker == speaker


def test_a_role_behind_a_genitive_is_told_whole() -> None:
    """The lawyer is Ion Mora, and she whose lawyer he is has no role."""
    text = "Avocatul Anei Popa, Ion Mora, a depus plângere."
    roles = {
        entity.name: [text[role.start : role.end] for role in entity.roles]
        for entity in find_entities(Article(text, language="ro"))
    }
    assert roles == {"Anei Popa": [], "Ion Mora": ["Avocatul Anei Popa"]}


def test_a_preposition_before_letters_is_no_first_name() -> None:
    """A heading that runs into the next has a capital within a line, and letters are no surname."""
    found = names_in("Land macht Druck, da Orte frei werden Bei KDP-Treffen ging Bo Lind heim", "de")
    assert not any(name.startswith("Bei") for name in found)


def test_a_preposition_is_no_role() -> None:
    """Italian "ad" is a chief executive behind an article alone."""
    text = "Ieri ha ceduto tutto ad Anna Prati. L'ad Luca Moro tace."
    roles = {entity.name: len(entity.roles) for entity in find_entities(Article(text, language="it"))}
    assert roles == {"Anna Prati": 0, "Luca Moro": 1}


def test_first_names_are_known_in_the_genitive() -> None:
    """Women's names take an ending by the last letters that they have; the nominative of a man's name is none."""
    given = languages.given_names()
    assert [given.get(name) for name in ("Anei", "Ralucăi", "Olgăi", "Andreei", "Andrei")] == ["f", "f", "f", "f", "m"]


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Pollard & Stroud, a builder in Mardle, said no.", "en", "Pollard & Stroud", Kind.ORGANISATION),
        ("Ieri lo studio Bruno & Moro ha scritto una lettera.", "it", "Bruno & Moro", Kind.ORGANISATION),
        ("Вчера компания Prati & Moro молчала.", "ru", "Prati & Moro", Kind.ORGANISATION),
        ("Hier le préfet de la région Grand Est a parlé dans le Grand Est.", "fr", "Grand Est", Kind.PLACE),
        ("Il concerto nella chiesa di Santa Maria delle Selve è gratis.", "it", "Santa Maria delle Selve", Kind.PLACE),
        ("Ieri s-a jucat în Superliga Lacului.", "ro", "Superliga Lacului", None),
        ("Ayer habló el director general de Tráfico de nuevo.", "es", "Tráfico", None),
        ("Ontem falou a secretária de Estado dos Transportes, Ana Vale.", "pt", "Transportes", None),
        ("Вчера команда Станислава Лисова уехала.", "ru", "Станислава Лисова", Kind.PERSON),
        ("Учора Лісівський статут і Кодекс ухвалили.", "uk", "Лісівський", None),
        ("Учора відповідно до Кодексу законів усе ухвалили.", "uk", "Кодексу", None),
        ("Gestern schwieg der Konkurrent Anna Lind SE dazu.", "de", "Anna Lind SE", Kind.ORGANISATION),
        ("Ieri au cumpărat un aparat de la Siemens Lacuri pentru spital.", "ro", "Siemens Lacuri", None),
        ("Ontem pediu uma reunião ao ministro da Administração Interna.", "pt", "Administração Interna", None),
        ("Hier le Comité d'action touristique a voté.", "fr", "Comité d'action touristique", None),
        ("Hier la Cour de cassation a tranché.", "fr", "Cour de cassation", Kind.ORGANISATION),
        ("Ontem o FC Porto contratou um avançado.", "pt", "FC Porto", Kind.ORGANISATION),
    ],
)
def test_what_leads_to_a_name_tells_its_kind(text: str, language: str, name: str, kind: Kind | None) -> None:
    """An ampersand joins partners of a firm, a region's or a church's noun tells a place; None is no actor."""
    assert actors_of(text, language).get(name) is kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The director, Olga Bass, has suspended the guard, but the union defends him."),
        ("fr", "La directrice du musée, Olga Bassin, a suspendu le gardien, mais le syndicat le défend."),
        ("it", "La direttrice del museo, Olga Bassi, ha sospeso il custode, ma il sindacato lo difende."),
        ("pt", "A diretora do museu, Olga Bastos, suspendeu o guarda, mas o sindicato defende-o."),
    ],
)
def test_whom_somebody_suspends_is_no_role_of_theirs(language: str, text: str) -> None:
    """Behind a name between commas a verb goes on: who has something done to them is another."""
    (olga,) = find_entities(Article(text, language=language))
    assert not [role for role in olga.roles if role.start > olga.mentions[0].start]


def test_a_role_behind_a_name_may_have_an_adverb_before_its_article() -> None:
    """A role is "now the director" tells what somebody is."""
    text = "Olga Bass, now the director, left the museum."
    (olga,) = find_entities(Article(text, language="en"))
    assert [text[role.start : role.end] for role in olga.roles] == ["now the director"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Luni, primarul din Halada, Ion Serp, a râs.", "primarul din Halada"),
        ("Luni, primarul orașului Halada, Ion Serp, a râs.", "primarul orașului Halada"),
        ("Luni, directoarea școlii din Lunca, Ana Serp, a râs.", "directoarea școlii din Lunca"),
        ("Luni, primarul a plecat din Halada, Ion Serp, a râs.", ""),
    ],
)
def test_a_romanian_role_has_its_town_before_a_comma(text: str, role: str) -> None:
    """With a preposition of place or a noun in the genitive; not behind a verb."""
    people = [entity for entity in find_entities(Article(text, language="ro")) if entity.name.endswith("Serp")]
    assert [text[one.start : one.end] for person in people for one in person.roles] == ([role] if role else [])


def test_a_short_first_name_in_the_genitive_is_the_same_persons() -> None:
    """A name in the genitive joins its nominative in the text, however short."""
    text = "Ada Dima a plecat. Replica Adei Dima a fost dură."
    assert [entity.name for entity in find_entities(Article(text, language="ro"))] == ["Ada Dima"]
