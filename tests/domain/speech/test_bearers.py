"""Whom "the mayor", a stranger's pronoun and a sentence without a subject mean, and when they mean nobody."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

_MILLER = "Devant la salle, Rémi Costal, son directeur général, a parlé. « Nous vendons à perte », a-t-il dit.\n\n"
_UNION = "« L’argent est parti », accuse Karim Vidal, délégué du personnel.\n\n"
_RUGE = (
    "Der Verein hat seine Trainerin Mona Ruge entlassen.\n\n„Wir wollten ein Zeichen“, sagte Manager Uwe Strand.\n\n"
)

SPEAKERS = [
    # A noun may have its article at its end, or a pronoun for one; a bare noun means who bears it where none has any.
    ("sv", "Helena Lind, kommunalråd i Vik, teg. ”Pengarna kom först i juni”, svarar kommunalrådet.", "Helena Lind"),
    ("sv", "Oppositionsrådet Tomas Lind teg. ”Pengarna kom först i juni”, svarar kommunalrådet.", "kommunalrådet"),
    ("nl", 'Raadslid Tom van den Berg zweeg. "Het geld kwam pas in juni", aldus het raadslid.', "Tom van den Berg"),
    ("nl", 'Wethouder Tom van den Berg zweeg. "Het geld kwam pas in juni", aldus het raadslid.', "het raadslid"),
    ("tr", 'Belediye Başkanı Ayşe Zorlu sustu. Başkan, "Para ancak haziranda geldi" dedi.', "Ayşe Zorlu"),
    ("tr", 'Belediye Başkanı Ayşe Zorlu sustu. Sözcü, "Para ancak haziranda geldi" dedi.', "Sözcü"),
    # The subject is a noun that one person bears, and a pronoun goes on.
    (
        "fr",
        f"{_MILLER}{_UNION}Le directeur général n’a pas répondu. « La question est mal posée », a-t-il dit au Dauphin.",
        "Rémi Costal",
    ),
    (
        "fr",
        f"{_MILLER}{_UNION}Le pilote n’a pas répondu. « La question est mal posée », a-t-il dit au Dauphin.",
        "Karim Vidal",
    ),
    ("de", f"{_RUGE}Die Trainerin erfuhr es am Telefon. „Ich hätte gern geredet“, sagte sie.", "Mona Ruge"),
    ("de", f"{_RUGE}Die Trainerin erfuhr es am Telefon. „Ich hätte gern geredet“, sagte die 44-Jährige.", "Mona Ruge"),
    # Two bear the noun, or one of them has no name.
    (
        "de",
        f"Trainerin Ines Ohm kommt. {_RUGE}Die Trainerin fuhr heim. „Ich hätte gern geredet“, sagte sie.",
        "Die Trainerin",
    ),
    (
        "de",
        f"Die Trainerin der Gäste lobte den Rasen. {_RUGE}Die Trainerin fuhr heim. „Ich bleibe gern“, sagte sie.",
        "Die Trainerin",
    ),
    # What stands before a comma and the name is what its bearer is called.
    (
        "en",
        "The mill’s chief executive, Rupert Haskin, told staff at eight. “The roof is gone,” the chief executive said.",
        "Rupert Haskin",
    ),
    (
        "en",
        "The mill’s chief executive, Rupert Haskin, told staff at eight. “The roof is gone,” the chief clerk said.",
        "the chief clerk",
    ),
    (
        "fr",
        "Le patron d’Alpirail, Luc Coste, a salué les ouvriers. « Leurs noms seront gravés », a promis le dirigeant.",
        "Luc Coste",
    ),
    (
        "fr",
        "« C’est l’épaisseur d’un livre », s’est félicitée l’ingénieure en chef, Leïla Hamdi, encore casquée.",
        "Leïla Hamdi",
    ),
    # Nobody has a calling by an office alone: it means who is told of in the paragraph.
    ("en", "“That is a loss,” Ann Garrity said. Asked what to do, the biologist said: “Slow down.”", "Ann Garrity"),
    ("en", "“That is a loss,” Ann Garrity said. Asked what to do, the mayor said: “Slow down.”", "the mayor"),
    ("en", "Ann Garrity met Tom Orr. Asked what to do, the biologist said: “Slow down.”", "the biologist"),
    ("de", "Dirk Mohr schloss eine Revision nicht aus. „Es geht ums Prinzip“, betonte der Jurist.", "Dirk Mohr"),
    ("de", "Dirk Mohr kam mit Uwe Lind ins Gericht. „Es geht ums Prinzip“, betonte der Jurist.", "der Jurist"),
    ("de", "Dirk Mohr kam ins Gericht. „Es geht ums Prinzip“, betonte der Richter.", "der Richter"),
    # What is inserted within the marks goes before the sentence's neighbours.
    (
        "fr",
        "Les riverains hésitent. « Les camions, explique Odile Tissot, passent toujours devant l’école du village. »",
        "Odile Tissot",
    ),
    # In German the bearer stands alone in the paragraph, or is called so in the sentence before.
    (
        "de",
        "Wirtschaftsministerin Silke Harms sprach von einem Signal. „Wir haben lange gerechnet“, so die Ministerin.",
        "Silke Harms",
    ),
    (
        "de",
        "Wirtschaftsministerin Silke Harms sprach mit Uwe Lind. „Wir haben lange gerechnet“, so die Ministerin.",
        "Silke Harms",
    ),
    (
        "de",
        "Wirtschaftsministerin Silke Harms sprach mit Uwe Lind. Er ging. „Wir haben gerechnet“, so die Ministerin.",
        "die Ministerin",
    ),
    (
        "de",
        "Ministerin Silke Harms sprach mit Ministerin Ada Lind. „Wir haben gerechnet“, so die Ministerin.",
        "die Ministerin",
    ),
    (
        "de",
        "Ministerin Silke Harms sprach mit Uwe Lind. „Wir haben gerechnet“, so die italienische Ministerin.",
        "die italienische Ministerin",
    ),
    (
        "de",
        "Wirtschaftsministerin Silke Harms kam.\n\n„Wir haben lange gerechnet“, so die Ministerin.",
        "Silke Harms",
    ),
    # Paragraphs later too, where she alone is called so and the paragraph names nobody before.
    (
        "de",
        f"{_RUGE}Im Ort war man froh. „Endlich“, sagte Ole Berg.\n\n„Ich bleibe hier“, sagte die Trainerin.",
        "Mona Ruge",
    ),
    ("de", f"{_RUGE}Im Ort kam Ole Berg dazu. „Ich bleibe hier“, sagte die Trainerin.", "die Trainerin"),
    ("de", f"Trainerin Ines Ohm kam. {_RUGE}„Ich bleibe hier“, sagte die Trainerin.", "die Trainerin"),
    # A noun with a name of where its bearer works is another than who spoke last by another noun.
    (
        "en",
        (
            "“It is noise,” said Hiroko Abe, a chemist.\n\nThe Valdor University professor said her group went on. "
            "“I would rather be wrong,” she added."
        ),
        None,
    ),
    (
        "en",
        (
            "“It is noise,” said Hiroko Abe, a seismologist.\n\nThe seismologist said her group went on. "
            "“I would rather be wrong,” she added."
        ),
        "Hiroko Abe",
    ),
    # One noun may call who holds either of two offices, which others than their own do not call.
    (
        "es",
        "La alcaldesa, Nuria Ben, y el concejal Jacinto Mora callan.\n\n«Que arreglen las calles», dijo el edil.",
        "Jacinto Mora",
    ),
    (
        "es",
        "El alcalde, Luis Ben, y el concejal Jacinto Mora callan.\n\n«Que arreglen las calles», dijo el edil.",
        "el edil",
    ),
    # Another noun for the same office.
    ("de", "Oberbürgermeister Uwe Zell spart.\n\n„Wir schaffen das“, sagte der Rathauschef.", "Uwe Zell"),
    ("de", "Oberbürgermeister Uwe Zell spart.\n\n„Wir schaffen das“, sagte die Rathauschefin.", "die Rathauschefin"),
    # A sentence whose space was lost before the next parts a description from the name in it.
    ("de", "„Ich gehe jetzt“, sagte der Papst.Der Bruder des Papstes, Georg Hallig, wusste es.", "der Papst"),
    # A noun between an article or an owner and a comma makes a person of a name that no list has.
    (
        "en",
        "The club’s chairman, Rod Pell, paid.\n\n“About time,” said Ivy Marsh.\n\n“I won’t sell,” the chairman said.",
        "Rod Pell",
    ),
    # A stranger whom "who" or a pronoun makes a person.
    (
        "en",
        (
            "“Gas has tripled,” said Priya Marle, the boss.\n\nDot Farrow, a setter who started at ten, heard it on "
            "the radio. “They might have told us,” she said."
        ),
        "Dot Farrow",
    ),
    (
        "en",
        (
            "When the whistle blew, Dot Farrow did what she had always done.\n\nThe works closes. “Gas has tripled,” "
            "said Priya Marle, the director.\n\nFarrow heard it on the radio. “They might have told us,” she said."
        ),
        "Dot Farrow",
    ),
    # A body's name is no stranger's.
    (
        "fr",
        "L’association Rive à Rive, dirigée par Nadia Truel, attend le bac. « Nous n’y croyons pas », confie-t-elle.",
        "Nadia Truel",
    ),
    # Who does something right before a colon answers what was asked of another.
    (
        "en",
        "“Go and ask,” Ted Marsh said. Asked which Mardle street was his favorite, he shrugged: “The one I’m in now.”",
        "Ted Marsh",
    ),
    # A name behind its title, with the place where its bearer works.
    ("en", "“We were wrong,” said the lead author, Fionn Garrity of the Marine Institute in Galway.", "Fionn Garrity"),
    ("en", "“We were wrong,” said the head of sales in Mardle, South Parret of all places.", "the head of sales"),
    (
        "de",
        "Der Bund Pro Schiene klagt. „Der Stollen steht in jedem Buch“, so dessen Chef Volker Amrein.",
        "Volker Amrein",
    ),
    # A sentence whose subject is left out goes on with that of the one before.
    (
        "es",
        "Anselmo Reigosa escuchó el fallo. Luego abrazó a su mujer. «He vivido con la bata colgada», declaró.",
        "Anselmo Reigosa",
    ),
    ("es", "Anselmo Reigosa escuchó el fallo. La lluvia cayó. «He vivido con la bata colgada», declaró.", None),
    (
        "es",
        "Anselmo Reigosa escuchó el fallo. Su mujer lloraba. «He vivido con la bata colgada», declaró.",
        "Su mujer",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_last_speaker(language: str, text: str, speaker: str | None) -> None:
    """The last quotation is of whom its sentence or the one before means, or of nobody where two may be meant."""
    article = Article(text=text, language=language)
    assert find_quotes(article, find_entities(article))[-1].speaker == speaker
