"""Kinds of German sentences that once had the wrong speaker, or none, on pages that others wrote."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

NAMED = [
    (
        "Alexander von Holm leitet den Verband.\n\n„Wir rechnen bis zum Sommer mit neuen Booten“, sagte von Holm.",
        "Alexander von Holm",
    ),
    (
        "„Der Brunnen wird erst im nächsten Jahr wieder laufen“, erklärt auf Nachfrage Martin Rölen vom Bauamt.",
        "Martin Rölen",
    ),
    ("„Das Boot läuft mir jetzt den ganzen Tag nach!“, singt Karin Lind halblaut an ihrem Tisch.", "Karin Lind"),
    ("„Das hat er heute wirklich gut gemacht“, freut sich Karin Lind über den Sieg.", "Karin Lind"),
    (
        "Naomi Halas forscht in Emden. „Der Weg zum neuen Stoff ist frei“, sagt Halas‘ Kollege Peter Nordland.",
        "Peter Nordland",
    ),
    (
        "„Wir geben nun viel mehr Geld für die Kinder aus“, so die Familien- und Frauenministerin.",
        "die Familien- und Frauenministerin",
    ),
    ("„Das hatten wir vor der Flut kein einziges Mal“, so der 15-malige Meister.", "der 15-malige Meister"),
    ("„Das hatten wir vor der Flut kein einziges Mal“, so der CEO.", "der CEO"),
    (
        "Anna Bligh erklärte, sie habe den Schutz gerufen. Queensland sei froh: „Sie haben uns Boote geschickt.“",
        "Anna Bligh",
    ),
    ("„Der Hafen ist wieder offen für alle Boote.“ Das sagte der Leiter der Werft Karl Lind.", "Karl Lind"),
    ("„Der Hafen ist wieder offen für alle Boote“, sagte der Chef der FDP-Fraktion Karl Lind.", "Karl Lind"),
    ("„Der Hafen ist wieder offen für alle Boote“, sagte Hörmeier der „Emder Post“ und dem Sender.", "Hörmeier"),
    ("„Hilf mir, es ganz allein zu tun!“, lautet der Grundsatz von Karla Lind.", "Karla Lind"),
    (
        "Nach Darstellungen des Verlages ist das Buch „ein Blick hinter die Mauern des alten Hafens“.",
        "des Verlages",
    ),
    (
        "Im letzten Satz der Verfügung, die der Hafen am 14. Dezember bekam, heißt es: „Davon darf er nichts sagen.“",
        "Satz der Verfügung",
    ),
    (
        "„Der Damm hält noch lange und muss nicht saniert werden“, so die gemeinsame Aussage von Fischern aus Emden.",
        "Fischern aus Emden",
    ),
    (
        (
            "Paul Lind ging. Otto Kern blieb im Boot. „Ich bin hier unten“, sagte Kern.\n\nDie ersten Worte Linds, "
            "als er das Eis betrat, gingen um die Welt: „Das ist ein kleiner Schritt für alle Menschen.“"
        ),
        "Paul Lind",
    ),
    (
        (
            "Der Chef war da. „Das hatten wir nie vor der Krise“, so der Chef.\n\nPaul Lind beschrieb die Lage: In der "
            "ganzen Stadt seien alle Boote verkauft. Die Nachfrage sei „höher als alles, was wir liefern können“."
        ),
        "Paul Lind",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_the_last_quotation_has_its_speaker(text: str, speaker: str) -> None:
    """Particles, shared ends of words, inverted verbs, genitives with a mark, sources: the speaker is found."""
    assert _speakers(text)[-1] == speaker


NOBODY = [
    # The sentence before has no verb, so that nobody acts in it.
    "Ein kurzes Kopfnicken in der Runde. „Morgen um neun kommt der Besuch in unser Büro.“",
    # A sentence about a thing leads to words that are nobody's.
    (
        "Der Wetterdienst meldet Regen. „Es wird nass in allen Tälern“, so der Wetterdienst.\n\nDer Ärger beginnt mit "
        "einer Anzeige im Boot: „Bitte Öl nachfüllen, noch 2400 Kilometer“."
    ),
    # A part of what a body is said to be is not its own word.
    "Die Nordwerft AG ist „zu hundert Prozent eine Firma der Stadt und ihrer Leute“.",
    # A thing is no speaker.
    "Ein häufiger Fehler der Segler lautet oft: „Ich habe den Wind ganz falsch berechnet“.",
    # "of A and B": neither acts.
    "Der Laden wirbt vor allem bei Karla Lind und Anna Holm: „Sie sind hässlich und überall zu haben“.",
    # The writer speaks.
    "Frank Lind repariert Boote. „Wenn ich eines höre, will ich fahren“, sage ich, als müsste ich es erklären.",
    # A claim that its subject turns down, before its verb or behind it, and what somebody denies.
    "Den Vorwurf, er habe „wissentlich ganz falsche Zahlen vorgelegt“, wies Dezernent Paul Lambert zurück.",
    "Amtschef Arno Wessel dementierte, dass es „eine geheime Absprache mit dem Konzern“ gegeben habe.",
    # What has words of its own beside it is not of who speaks in a later sentence.
    (
        "Anders ist das im Süden, wo die Behörde „jahrelang am Bedarf vorbei geplant“ haben soll. „Das ist überzogen "
        "und sachlich falsch“, sagte Minister Stefan Thoma."
    ),
    # A thing that a verb of no speech tells of speaks nothing.
    "Der Film setzt auf „ein ganz anderes Bild von diesem Hafen“.",
    # Phrases that name nobody, and what nobody says: a name, a plan that another clause tells of, a place.
    "Der Autor Karl Lind war da. Anders formuliert: „Die Stadt gehört allen, die in ihr wohnen.“",
    "Kurz gesagt: „Die Stadt gehört allen, die in ihr wohnen.“",
    "Die Edition nennt sich „schöne Frau der ganzen Welt“.",
    "Das Amt hat entschieden, dass Händler den Preis nennen müssen, der „in den letzten Tagen der niedrigste war“.",
    "In Rio de Janeiro wurde ein Fest verboten. Es sei eine „nicht erlaubte Feier in einem Haus des Bundes“.",
    "Zu Beginn verdienten Frauen weniger. Das sei „ein Skandal, an den wir uns nie gewöhnen dürfen“.",
    # Of two bodies either may be meant.
    ("Die Partei traf sich mit der Gewerkschaft. Sie fordert „einen ganz neuen Plan für die Häfen“."),
    # A thing of which a sentence tells has said nothing.
    "„Das gebe ich euch gern“, sagte Bo Kern. Der Friede, den es gibt, ist fern. „Gebt ihn auf, solange es noch geht.“",
    # Where others are said to say so, nobody goes on who spoke before.
    "Das Netz sei „so löchrig wie altes Eis“, sagte Karla Lind. Bei Nachbarn hieß es, man sei „sehr stolz und froh“.",
    # One of several is nobody whom the text names.
    "„Der Bedarf an guten Booten ist sehr gestiegen“, so einer von Linds Nachbarn am Hafen. „Ja“, ergänzte die Frau.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_quotation_is_left_unattributed(text: str) -> None:
    """Where the text names nobody, nobody is shown."""
    assert None in _speakers(text)


MORE = [
    # A noun of which a quotation tells more speaks it not.
    ("Karl Lind lobte, was er als „mutige“ Entscheidung bezeichnete.", "Karl Lind"),
    ("Karl Lind lobte, was er eine „mutige“ Entscheidung nannte.", "Karl Lind"),
    # Whom a sentence concerns in which nobody acts; a number opens nobody's noun.
    ("Für Karl Lind, der hier arbeitet, kam das überraschend: „Ich hatte gerade neue Schuhe gekauft.“", "Karl Lind"),
    ("Bei Anna Lind ist die Freude groß: „Das ist der schönste Tag meines Lebens.“", "Anna Lind"),
    ("Für Karl Lind fand der Trainer klare Worte: „Er hat hier nichts mehr zu suchen.“", "der Trainer"),
    ("Vier Minuten vor Schluss hielt Anna Lind den Ball. „Ich habe die Augen zugemacht“, gab sie zu.", "Anna Lind"),
    # Two titles of one person stand under one article, or under none; another person has an article or a plural verb.
    ("„Der Hafen ist wieder offen für alle Boote“, sagt der Autor und Fischer Karl Lind im Radio.", "Karl Lind"),
    ("„Der Hafen ist wieder offen für alle“, sagt der Autor, Forscher und frühere Fischer Karl Lind.", "Karl Lind"),
    ("„Fast wie ein Fest“, lobte Vereinschef und Landtagsabgeordneter Karl Lind die Feier am Hafen.", "Karl Lind"),
    ("„Der Hafen ist offen.“ Das sagte der Präsident des Rates (EFR) und Fischer Karl Lind.", "Karl Lind"),
    ("„Der Hafen ist wieder offen für alle Boote“, sagten der Bürgermeister und Karl Lind.", "der Bürgermeister"),
    ("„Der Hafen ist wieder offen für alle Boote“, sagten der Präsident und Fischer Karl Lind.", "der Präsident"),
    # What a paper says is the paper's, though somebody spoke before it.
    (
        "Petra Leupold klagte, die Boote seien alt. Im Entwurf steht, sie sollten „schon bald aus dem Hafen“ weichen.",
        "Entwurf",
    ),
    (
        "Petra Leupold klagte, die Boote seien alt. Am Ende stehe, so hofft sie, „ein ganz neuer Hafen für alle“.",
        "Petra Leupold",
    ),
    # A verb behind "and" has the subject of the one before it; with a subject of its own it has that.
    (
        "Die Chefin Ana Lind sprach von „Verrat“ und forderte Bo Kern auf, „den Vertrag dem ganzen Volk zu zeigen“.",
        "Ana Lind",
    ),
    ("Ana Lind kam um neun und Bo Kern forderte, „den Vertrag dem ganzen Volk zu zeigen“.", "Bo Kern"),
    # "Der" before a person's name is a relative, and before a noun with a name an article.
    ("Trainer Bo Kern, der Ana Lind seit 2003 betreut hatte, sagte, er habe „nur innen sehr geweint“.", "Bo Kern"),
    ("Der Chef der Werft, der Wirt Bo Kern, sagte, er habe „nur innen sehr geweint“.", "Bo Kern"),
    (
        "Das ist die Marke, die Bo Kern 1998 zum Ziel erklärt hatte: „Ich rechne fest damit.“ und „Wir schaffen das.“",
        "Bo Kern",
    ),
    # "He" is nobody whom his own sentence names behind him.
    (
        (
            "„Ich wollte es wissen“, sagte Lasse Pohl. Minister Bo Kern gratulierte. Darin schrieb er, Lasse habe "
            "„allen einen Schatz gehoben“."
        ),
        "Bo Kern",
    ),
    # Who stands alone in brackets behind a quotation speaks it.
    ("Man sprach lange. „Den Wahn erkennt niemals, wer ihn selbst noch teilt“ (Karl Lind).", "Karl Lind"),
    # A paper with its name in the dative is told something.
    (
        "Der Mann, der nur Rüdiger K. genannt wird, schilderte der Zeitung Emder Post den Abend so: „Es war so laut.“",
        "Der Mann",
    ),
    # Who was told of is called by their age, or by no name at all.
    (
        "Trainer Mirko Santer war bedient. „So gewinnst du hier kein einziges Spiel“, schimpfte der 44-Jährige.",
        "Mirko Santer",
    ),
    (
        "Seit 40 Jahren steht Renate Löffler in der Bäckerei. „Die Knie machen nicht mehr mit“, sagt die 67-Jährige.",
        "Renate Löffler",
    ),
    (
        (
            "Ein 23-Jähriger ist bedroht worden. Der Sprecher Ivo Hense bat um Hinweise. „Ich habe nur noch gebetet“, "
            "sagte der 23-Jährige."
        ),
        "der 23-Jährige",
    ),
    # A pronoun means the body or the person that alone was told of right before.
    (
        (
            "Die Grünen-Fraktion im Rat ist nicht überzeugt. Sie wirft dem Dezernenten vor, „mindestens fahrlässig und "
            "ohne jede Not gehandelt“ zu haben."
        ),
        "Die Grünen-Fraktion",
    ),
    ("Der Verband zögert. Er nennt den Plan „teuer und ohne Nutzen für die Leute“.", "Der Verband"),
    ("Ihr Vorgänger hatte sie gewarnt. „Du wirst hier ganz bestimmt nicht alt“, hatte er gesagt.", "Ihr Vorgänger"),
    ("Ein Betroffener stand auf. Später sagte er vor der Tür: „Darauf habe ich lange gewartet.“", "Ein Betroffener"),
    # What somebody tells is told of whom a medium cites.
    (
        (
            "Der Finanzminister schließt neue Steuern nicht aus. „Es darf keine Denkverbote geben“, zitiert ihn die "
            "„Emder Post“."
        ),
        "Der Finanzminister",
    ),
    # Sources: a text of many pages, a house, a view.
    ("In dem 80 Seiten langen Gutachten heißt es, der Turm sei „in einem sehr schlechten Zustand“.", "Gutachten"),
    ("Aus dem Ministerium verlautete, man beobachte die Lage „mit sehr großer Sorge und Geduld“.", "Ministerium"),
    ("Aus Sicht von Analyst Ben Radler ist das „eher vorsichtig gerechnet als übermütig“.", "Ben Radler"),
    # A place right before a title, and the place in a title's genitive.
    (
        "„Wir werden in diesem Jahr nichts verdienen“, räumte am Donnerstag in Hannover Finanzvorstand Jörg Tappe ein.",
        "Jörg Tappe",
    ),
    (
        (
            "Hanoi steht unter Wasser. Nach den Worten des Parteichefs Hanois, Pham Quang Nghi, ist es „die schwerste "
            "Flut seit vielen Jahren“."
        ),
        "Pham Quang Nghi",
    ),
    # Whom somebody speaks to is no name of what is said.
    ("Auch der ADAC appelliert an die Autofahrer, „lieber einmal mehr auf die Bremse zu treten“.", "ADAC"),
    ("Die Arbeitgeber halten sie dagegen für „völlig aus der Zeit gefallen und unbezahlbar“.", "Die Arbeitgeber"),
    ("Sichtlich bewegt trat Bischöfin Almut Reimers ans Mikrofon: „Wir haben zu lange weggesehen.“", "Almut Reimers"),
    # What bears words.
    ("Auf einem Transparent stand „Erst das Moor, dann der Mensch, dann nichts“.", "Transparent"),
    ("„Erst das Moor, dann der Mensch, dann nichts“ stand auf einem Transparent.", "Transparent"),
    # A verb of no list in the mood of reported speech.
    ("Karl Lind sagte, die Halle sei undicht. Der Regen laufe „seit drei Wintern in die Umkleiden“.", "Karl Lind"),
    # Of two behind the verb, a body with its article and somebody described, the second speaks.
    ("„Wir sind alle sehr froh darüber“, sagte der MOPO ein Sprecher der Stadt.", "ein Sprecher der Stadt"),
    ("„Es wird nass in allen Tälern“, sagte Meteorologin Anna Lind der MOPO.", "Anna Lind"),
    ("Karl Lind kam an. „Das ist ein guter Tag für uns alle“, sagte er der MOPO.", "Karl Lind"),
    ("„Wir bleiben noch lange hier“, sagte der MOPO der Wirt Karl Lind am Montag.", "Karl Lind"),
    ("„Wir bleiben noch lange hier“, sagte der „Morgenpost“ der Wirt Karl Lind.", "Karl Lind"),
    ("„Wir bleiben noch lange hier“, sagte Karl Lind der „Morgenpost“ am Montag.", "Karl Lind"),
    ("„Wir bleiben noch lange hier“, sagte Trainer Karl Lind der „Post am Sonntag“.", "Karl Lind"),
    ("„Wir bleiben noch lange hier“, sagte der HSV der „Morgenpost“.", "HSV"),
    ("„Wir bleiben noch lange hier“, schrieb der „Bote“. Karl Lind lachte.", "der „Bote“"),
    # Words that begin a sentence as names do.
    (
        (
            "Kurz nach dem Angriff veröffentlichte die Deutsche Presseagentur eine Meldung. So hieß es: „Im August "
            "hatte es beim ersten Umzug einen Streit gegeben.“"
        ),
        "Deutsche Presseagentur",
    ),
    # A conclusion is whose it is, and a text speaks where it is told of by a relative clause.
    (
        "Die Mission der Union kam zu dem Schluss, die Wahl sei „im Großen und Ganzen frei und fair“ verlaufen.",
        "Die Mission der Union",
    ),
    (
        "Das Amt beruft sich auf die Satzung, in der es heißt, Wege seien „auf einer Breite von zwei Metern frei“.",
        "die Satzung",
    ),
    ("Beamte beschreiben das Opfer als „ansprechbar, aber sichtlich sehr erschrocken“.", "Beamte"),
    # What a bracket closes begins no sentence.
    (
        (
            "Otto Kern blieb im Boot. Paul Lind ging. (Das Meer war ruhig. Es war kalt.) Die ersten Worte Linds gingen "
            "um die Welt: „Das ist ein kleiner Schritt für alle Menschen.“"
        ),
        "Paul Lind",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), MORE)
def test_more_kinds_have_their_speaker(text: str, speaker: str) -> None:
    """Ages, pronouns for bodies, places before titles, what bears words: the speaker of the last quotation is found."""
    assert speaker in (_speakers(text)[-1] or "")


def test_a_source_within_reported_speech_is_not_its_speaker() -> None:
    """What "laut Prognosen" names is whom the speaker follows, so that the speaker goes on."""
    text = (
        "Paul Lind sagte, der Markt wachse. Bis 2042 würden laut Prognosen tausend Boote ausgeliefert. „Das ist "
        "für uns die Butter auf dem Brot.“"
    )
    assert _speakers(text) == ["Paul Lind"]


def _speakers(text: str) -> list[str | None]:
    article = Article(text=text, language="de")
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]


@pytest.mark.parametrize("owner", ["der Patientin", "der Frau", "des Mädchens"])
def test_a_genitive_tells_nobodys_gender(owner: str) -> None:
    """Who is told by a role with a woman in the genitive behind it is "er" all the same."""
    text = (
        "Verteidiger Lars Ohm kündigte Revision an. „Er ist krank“, sagte Ohm.\n\n"
        f"Der Anwalt {owner}, Malte Voss, verließ den Saal. „Ich brauche keine Zahl“, sagte er."
    )
    article = Article(text, language="de")
    entities = find_entities(article)
    speakers = [entities[quote.entity].name for quote in find_quotes(article, entities) if quote.entity is not None]
    assert speakers == ["Lars Ohm", "Malte Voss"]


@pytest.mark.parametrize("title", ["Werftmeister a. D.", "Major a.D.", "Bürgermeister i. R.", "Prof. Dr. med."])
def test_letters_behind_a_title_part_no_speaker_from_it(title: str) -> None:
    """Who has retired, or studied, speaks under the name behind the letters."""
    article = Article(f"„Er hat mehr Kaffee gehoben als jeder“, sagte {title} Johann Behrens.", language="de")
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == ["Johann Behrens"]
