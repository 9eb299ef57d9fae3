"""People with a first name that no list knows: what a pronoun far from them seemed to tell of them does not bind."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

LAST_NAMED = {
    "en": (
        "The sailor Zerk Ostrel won the race on Thursday.\n\n"
        "She is now second, ahead of the veteran John Welder.\n\n"
        "Ostrel did not want to speak of a stolen win. “She was faster than me and I am not ashamed to say so,” "
        "he said."
    ),
    "de": (
        "Der Segler Zerk Ostrel hat am Donnerstag das Rennen gewonnen.\n\n"
        "Sie ist nun Zweite vor dem Veteranen Peter Welder.\n\n"
        "Ostrel wollte nicht von einem gestohlenen Sieg sprechen. „Sie war schneller als ich, und ich schäme mich "
        "nicht, das zu sagen“, sagte er."
    ),
    "es": (
        "El regatista Zerk Ostrel ganó el jueves la regata.\n\n"
        "Ella es ahora segunda, por delante del veterano Juan Welder.\n\n"
        "Ostrel no quiso hablar de victoria robada. «Fue más rápida que yo y no me da vergüenza decirlo», dijo él."
    ),
    "it": (
        "Lo skipper Zerk Ostrel ha vinto giovedì la regata.\n\n"
        "Ora lei è seconda, davanti al veterano Paolo Welder.\n\n"
        "Ostrel non ha voluto parlare di vittoria rubata. «È stata più veloce di me e non mi vergogno di dirlo», "
        "ha detto lui."
    ),
    "pt": (
        "O velejador Zerk Ostrel venceu na quinta-feira a regata.\n\n"
        "Ela é agora segunda, à frente do veterano João Welder.\n\n"
        "Ostrel não quis falar de vitória roubada. “Foi mais rápida do que eu e não tenho vergonha de o dizer”, "
        "disse ele."
    ),
    "ro": (
        "Navigatorul Zerk Ostrel a câștigat joi regata.\n\n"
        "Ea este acum a doua, înaintea veteranului Ion Welder.\n\n"
        "Ostrel nu a vrut să vorbească despre o victorie furată. „A fost mai rapidă decât mine și nu mi-e rușine "
        "să o spun”, a spus el."
    ),
    "uk": (
        "Яхтсмен Зерк Острел виграв у четвер регату.\n\n"
        "Вона тепер друга, попереду ветерана Івана Велдера.\n\n"
        "Острел не захотів говорити про вкрадену перемогу. «Вона була швидшою за мене, і мені не соромно це "
        "сказати», — сказав він."
    ),
    "ru": (
        "Яхтсмен Зерк Острел выиграл в четверг регату.\n\n"
        "Она теперь вторая, впереди ветерана Ивана Велдера.\n\n"
        "Острел не захотел говорить об украденной победе. «Она была быстрее меня, и мне не стыдно это сказать», — "
        "сказал он."
    ),
    "pl": (
        "Żeglarz Zerk Ostrel wygrał w czwartek regaty.\n\n"
        "Ona jest teraz druga, przed weteranem Janem Welderem.\n\n"
        "Ostrel nie chciał mówić o skradzionym zwycięstwie. „Była szybsza ode mnie i nie wstydzę się tego "
        "powiedzieć” – powiedział on."
    ),
    "nl": (
        "Zeiler Zerk Ostrel heeft donderdag de race gewonnen.\n\n"
        "Zij is nu tweede, voor veteraan Jan Welder.\n\n"
        "Ostrel wilde niet van een gestolen zege spreken. „Zij was sneller dan ik en ik schaam me niet om dat te "
        "zeggen”, zei hij."
    ),
    "sv": (
        "Seglaren Zerk Ostrel vann loppet på torsdagen.\n\n"
        "Hon är nu tvåa, före veteranen Johan Welder.\n\n"
        "Ostrel ville inte tala om en stulen seger. ”Hon var snabbare än jag och jag skäms inte för att säga "
        "det”, sade han."
    ),
}
"""“She” above means somebody whom the text does not name; “he” at the quotation is who its paragraph tells of."""


def speakers(text: str, language: str) -> list[str | None]:
    """Who speaks each quotation."""
    article = Article(text=text, language=language)
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]


@pytest.mark.parametrize("language", LAST_NAMED)
def test_he_is_who_the_paragraph_tells_of(language: str) -> None:
    """No man further up is meant, though he alone is known to be one."""
    (speaker,) = speakers(LAST_NAMED[language], language)
    assert speaker is not None
    assert speaker.split()[-1] in {"Ostrel", "Острел"}


def test_who_goes_on_is_she_again() -> None:
    """What “he” told of somebody is taken back where they go on as “she” and nobody else is told of."""
    text = (
        "Zerk Ostrel met the mayor, Tom Welder, who said that he would stay.\n\nOstrel left early, and he drove "
        "home.\n\n"
        "Ostrel promised that the pool would be free. “For years we have paid for it,” she said."
    )
    assert speakers(text, "en") == ["Zerk Ostrel"]


def test_who_goes_on_is_not_she_beside_somebody_who_fits() -> None:
    """In a paragraph that names another, whoever fits is meant."""
    text = (
        "Ostrel left early, said Zerk Ostrel, and he drove home.\n\n"
        "Ostrel waited. Anna Welder suggested that his plan was poor. “We need to get into the details,” she said."
    )
    assert speakers(text, "en") == ["Anna Welder"]


@pytest.mark.parametrize("named", ["Clinton", "Sen. Clinton"])
def test_surname_tells_no_gender(named: str) -> None:
    """A surname that is a man's first name besides makes nobody a man."""
    text = f"Mila Zerk Clinton spoke on Monday.\n\n{named} unveiled a plan for the port.".replace("Mila Zerk", "Zerk")
    article = Article(text=text, language="en")
    (person,) = (entity for entity in find_entities(article) if entity.name == "Zerk Clinton")
    assert person.gender == ""


def test_doubt_whom_he_means_goes_on() -> None:
    """Where “he” may be a stranger who was just named, it is nobody's; and so is the “he” behind it."""
    text = (
        "Leo Marsh complained of the roads. “They are full of holes,” he said.\n\n"
        "Growing up in Ohio, Zerk Ostrel saw many floods.\n\n"
        "“The centres are not fit for children,” he said. “They keep them from the sun.”\n\n"
        "“This is still my family,” he said."
    )
    assert "Leo Marsh" not in speakers(text, "en")[1:]


@pytest.mark.parametrize("name", ["National Convention", "Summit"])
def test_adjective_of_a_party_before_a_gathering_is_no_title(name: str) -> None:
    """“The Republican National Convention” is nobody."""
    found = find_entities(Article(text=f"Delegates left the Republican {name} in Oslo on Monday.", language="en"))
    assert not [entity for entity in found if entity.name == name and entity.kind is Kind.PERSON]


def test_article_before_an_age_tells_a_man_from_a_woman() -> None:
    """“Der 58-jährige” is no “sie”, whose noun the text has not."""
    text = (
        "Der 58-jährige Zerk Kamm hatte Geld an eine Firma vergeben. Kamm schwieg.\n\n"
        "Die Rentnerin Droum Wiese saß unter den Zuhörern. „Davon wollte ich das Dach machen lassen“, sagt sie."
    )
    assert speakers(text, "de") == ["Droum Wiese"]
    people = find_entities(Article(text=text, language="de"))
    assert [entity.gender for entity in people if entity.name == "Zerk Kamm"] == ["m"]


SOMEBODY = [
    (
        "en",
        "The inquiry praised Lerir Laidlaw of the Fishermen's Alliance for the plan. The boats sailed on Monday.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "The committee chose Lerir Laidlaw (D-Ohio) on Monday. The vote was close.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "The town remembers Lerir Laidlaw (1907–1990) with a stone. The stone stands in the park.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "The harbour was planned by managers Lerir Laidlaw and Anna Hale. It opened in May.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "The minister of culture, Lerir Laidlaw, thanked the museum. The museum opened in May.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "Members chose the union's current president, Lerir Laidlaw. The vote was close.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        (
            "Lerir Laidlaw entered the race in May. The Laidlaw campaign raised two million. Laidlaw "
            "thanked the voters. Laidlaw won. Voters cheered for Laidlaw."
        ),
        "Lerir Laidlaw",
    ),
    (
        "en",
        "Anna Laidlaw runs the mill. The mill was left to Lerir Laidlaw in May. He had sold it.",
        "Lerir Laidlaw",
    ),
    (
        "en",
        "The prize was shared by Anna Hale, Lerir Laidlaw and Tom Marsh. The jury met in May.",
        "Lerir Laidlaw",
    ),
    (
        "de",
        "Der Bürgermeister von Osterwede, Zegal Pohlmann, sprach von einem schwarzen Tag. Die Stadt trauert.",
        "Zegal Pohlmann",
    ),
    (
        "de",
        "Den Antrag stellte die Feministin Zegal Schwarz am Montag. Der Rat lehnte ihn ab.",
        "Zegal Schwarz",
    ),
    (
        "de",
        "Die Kasse führt der Bankangestellte Zegal Noack am Computer. Der Rat lobte das.",
        "Zegal Noack",
    ),
    (
        "de",
        "Der Antrag kam von Zegal Noack (SPD) am Montag. Der Rat lehnte ihn ab.",
        "Zegal Noack",
    ),
    (
        "de",
        "Neu im Amt ist Trainer Zegal Dieter Noack seit Montag. Der Verein lobte das.",
        "Zegal Dieter Noack",
    ),
    (
        "de",
        "Das Tor schoss Zegal Glos am Freitag. Der Verein jubelte.",
        "Zegal Glos",
    ),
    (
        "es",
        "El premio fue para Zegal Cañete el lunes. El jurado se reunió en mayo.",
        "Zegal Cañete",
    ),
    (
        "pt",
        "A revista foi feita por Zegal Castro na segunda-feira. O número saiu em maio.",
        "Zegal Castro",
    ),
    (
        "fr",
        "Le jury a fêté Zegal Bertrand, née en 1926, lundi. La fête a duré une heure.",
        "Zegal Bertrand",
    ),
    (
        "ro",
        "Premiul a fost înmânat luni, a spus dl. Zegal Neagu. Juriul s-a întrunit în mai.",
        "Zegal Neagu",
    ),
    (
        "ro",
        "Primarul Zegal Văduva confirmă că a primit anunțul. Satul așteaptă.",
        "Zegal Văduva",
    ),
    (
        "es",
        "Los vecinos están divididos. En la plaza, Zegal Monje cuelga un cartel. El pueblo espera.",
        "Zegal Monje",
    ),
]
"""What stands beside a name that no list has tells that it is somebody's: a party, a birth, an office, kin, a row."""

NOBODY = [
    (
        "en",
        "The Coldwater Royal Infirmary will shut in May. The Infirmary has 200 beds.",
        "Coldwater Royal Infirmary",
    ),
    (
        "en",
        "Their rivals at Nordvik Securities expect a cut. The crown gained.",
        "Nordvik Securities",
    ),
    (
        "en",
        "Anna Sanders lost. Top Sanders aides met on Monday.",
        "Top Sanders",
    ),
    (
        "en",
        "The treaty was signed by Platte Harbour of the coast. It opened in May.",
        "Platte Harbour",
    ),
    (
        "de",
        "Die Spieler sahen Gelbe Karten im Spiel. Der Trainer tobte.",
        "Gelbe Karten",
    ),
    (
        "de",
        "Er will Trap Nachfolger werden. Der Verein sucht.",
        "Trap Nachfolger",
    ),
    (
        "ro",
        "Elevii colegiului Sfântu Sava (1884-1891) au sărbătorit. Orașul așteaptă.",
        "Sfântu Sava",
    ),
    (
        "ro",
        "Meciul a fost câștigat de Unirea Slobozia luni. Orașul așteaptă.",
        "Unirea Slobozia",
    ),
    (
        "es",
        "El partido fue para Deportivo Getafe el lunes. El público aplaudió.",
        "Deportivo Getafe",
    ),
    (
        "pt",
        "Votaram duas mesas de Ribeira Alta na segunda-feira. O número saiu em maio.",
        "Ribeira Alta",
    ),
    (
        "uk",
        "Лист надіслав Державний Секретар у понеділок. Місто чекає.",
        "Державний Секретар",
    ),
]
"""Names that look like people's beside what stands beside bodies and things as well."""


def kind_of(name: str, text: str, language: str) -> Kind | None:
    """What the brief of a text takes a name for."""
    actors = write_draft(Article(text=text, language=language), Wish()).actors
    return next((actor.kind for actor in actors if actor.name == name), None)


@pytest.mark.parametrize(("language", "text", "name"), SOMEBODY)
def test_surroundings_tell_somebody(language: str, text: str, name: str) -> None:
    """A name that no list has is a person's beside what only people have."""
    assert kind_of(name, text, language) is Kind.PERSON


@pytest.mark.parametrize(("language", "text", "name"), NOBODY)
def test_bodies_and_things_are_nobody(language: str, text: str, name: str) -> None:
    """What looks like somebody's name is nobody's beside what bodies have as well."""
    assert kind_of(name, text, language) is not Kind.PERSON
