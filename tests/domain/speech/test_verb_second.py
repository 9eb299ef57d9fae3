import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article
from tests.support.growth import grows_linearly

NOBODY = ""
SENTENCES = [
    (
        "Nach den Worten des örtlichen Vereinschefs Emdens, Karl Lind, war das „die schwerste Niederlage seit Jahren“.",
        "Karl Lind",
    ),
    (
        (
            "Viele dankten, so der Bürgermeister Otto Kern, die Leiterin der Bücherei, Mia Holt („Mir fällt "
            "niemand ein, der das mehr verdient.“), und der Pfarrer."
        ),
        "Mia Holt",
    ),
    (
        (
            "Im letzten Absatz der Verfügung, die der Stadt im März zugestellt wurde, heißt es: „Die Stadt darf "
            "niemandem davon berichten.“"
        ),
        "Absatz der Verfügung",
    ),
    (
        (
            "So enthält das Wassergesetz in Paragraf 12 folgende Regel: „Wer den Damm beschädigt, wird mit "
            "Geldstrafe bestraft.“"
        ),
        "das Wassergesetz",
    ),
    (
        (
            "Einige Gegner des Dammes zogen durch Emden mit Plakaten, auf denen Sprüche wie „Weg mit dem Damm und "
            "der ganzen Planung“ standen."
        ),
        "Einige Gegner des Dammes",
    ),
    (
        (
            "Der Schüler verbrachte die Nacht auf der Wache, nur ab und zu schreckte er hoch und fragte: „Was ist "
            "mit dem Hund passiert?“"
        ),
        "Der Schüler",
    ),
    (
        "Der Senat kam damit zu dem Ergebnis, „dass auch nach allen Gutachten keine Grundlage für eine Klage besteht“.",
        "Der Senat",
    ),
    (
        (
            "Das Staatsoberhaupt Neuseelands, die britische Königin Mathilde Holt, bat Otto Kern, ihre „tiefe "
            "Anteilnahme den Familien zu übermitteln“."
        ),
        "Mathilde Holt",
    ),
    (
        (
            "Wie die Sportzeitung „Anpfiff“ veröffentlichte, soll Karl Alm zu Mia Domberg gesagt haben: „Geh mir "
            "sofort aus dem Weg.“"
        ),
        "Karl Alm",
    ),
    (
        (
            "Nach Artikel 12 des Wassergesetzes bestimmt der Deichgraf „die Höhe aller Deiche und trägt die "
            "Verantwortung“."
        ),
        "Artikel 12 des Wassergesetzes",
    ),
    (
        "Der Plan gibt nach Bewertung der Polizei „keinen Anlass für weitere Maßnahmen in der Stadt“.",
        "der Polizei",
    ),
    (
        (
            "Wie der Sender XTV berichtet, liegt von der Ministerin eine Antwort vor. Sie sagte: „Der Preis ist "
            "ein Ansporn für uns alle.“"
        ),
        NOBODY,
    ),
    (
        (
            "Mit seinen Freunden Edwin Alm und Karl Holt lenkte Otto Kern das Boot. Er meldete sich mit den "
            "Worten: „Wir sind am Ufer und alle gesund.“"
        ),
        NOBODY,
    ),
    ("Der Verein Hilfe warf der Regierung vor, „systematisch Beweise zu vernichten“.", "Der Verein Hilfe"),
    ("„So geht es nicht weiter“ – mit diesen Worten trat Parteichef Rudi Amsel am Sonntag zurück.", "Rudi Amsel"),
    ("Nach Darstellung des Klägers war der Vertrag „von Anfang an auf Täuschung angelegt“.", "des Klägers"),
    ("Als „reine Symbolpolitik ohne jede Wirkung“ bezeichnete der Umweltverband NAB den Beschluss.", "NAB"),
    ("Aus dem Umfeld des Präsidenten hieß es, man sei „an einer Lösung interessiert“.", "dem Umfeld des Präsidenten"),
    ("Die Nato sei „bereit, jeden Zentimeter zu verteidigen“, betonte Generalsekretär Sven Aalto.", "Sven Aalto"),
    ("Ein Augenzeuge berichtete dem Sender, es habe „wie ein Donnerschlag geklungen“.", "Ein Augenzeuge"),
    (
        "„Wir bauen die Schleuse neu“, kündigte Verkehrsministerin Hedwig Rautenberg am Freitag in Emden an.",
        "Hedwig Rautenberg",
    ),
    ("„Das ist ein guter Tag für die Stadt“, so der Sprecher der Feuerwehr.", "der Sprecher der Feuerwehr"),
    (
        "Die Leiterin des Zoos, Ingrid Faber, sagte dem Kurier: „Der Bär ist schon wieder weg, und keiner weiß wohin.“",
        "Ingrid Faber",
    ),
    ("Das Wetteramt warnte vor „schweren Böen und überfluteten Straßen im ganzen Norden“.", "Das Wetteramt"),
    (
        "Nach Angaben der Polizei sei der Fahrer „mit deutlich überhöhter Geschwindigkeit“ unterwegs gewesen.",
        "der Polizei",
    ),
    ("Dem Sprecher zufolge war die Halle „bis auf den letzten Platz gefüllt“.", "Dem Sprecher"),
    (
        "Das Unternehmen habe „in jeder Hinsicht richtig gehandelt“, erklärte ein Anwalt der Firma.",
        "ein Anwalt der Firma",
    ),
    (
        "Man werde „keinen einzigen Baum fällen“, versprach Bürgermeister Tilo Wendt, der seit 2019 regiert.",
        "Tilo Wendt",
    ),
    (
        "In einem Brief an die Eltern heißt es: „Der Unterricht beginnt künftig eine halbe Stunde später.“",
        "einem Brief",
    ),
    ("Wie Projektleiterin Sina Horn mitteilte, sei der Turm „um vier Zentimeter geneigt“.", "Sina Horn"),
    (
        "Auf die Frage nach den Kosten antwortete Stadtkämmerer Jens Ohl: „Fragen Sie mich im Herbst noch einmal.“",
        "Jens Ohl",
    ),
    (
        "Die Richterin Petra Kolb hatte den Angeklagten gefragt: „Haben Sie das Boot wirklich allein gebaut?“",
        "Petra Kolb",
    ),
    (
        "Der Vorsitzende des Vereins, Rolf Maier, trat zurück. „Wir haben die Kasse zu spät geprüft“, sagte Maier.",
        "Rolf Maier",
    ),
    (
        "Die Gewerkschaft Solida nannte das Angebot „eine Zumutung für alle Beschäftigten“ und drohte mit Streik.",
        "Solida",
    ),
    ("„Wir sind bereit zu reden“, hieß es aus dem Rathaus.", "dem Rathaus"),
    ("Oppositionsführer Karl Behn kritisierte, die Regierung habe „den Winter schlicht verschlafen“.", "Karl Behn"),
    ("Zuvor hatte die Ministerin gesagt, sie sei „tief enttäuscht von den Verhandlungen“.", "die Ministerin"),
    ("„Es war einfach zu laut“, klagt Anwohner Bernd Schick, „da konnte keiner mehr schlafen.“", "Bernd Schick"),
    (
        "Trainer Uwe Lott zeigte sich nach dem Spiel zufrieden: „Die Jungs haben bis zur letzten Minute gekämpft.“",
        "Uwe Lott",
    ),
    ("Sie sprach von einem „historischen Schritt für die gesamte Region“, der lange überfällig gewesen sei.", ""),
    (
        "Der Zoll fand 40 Kisten. „So etwas sahen wir noch nie“, sagte ein Beamter der Deutschen Presse-Agentur.",
        "ein Beamter",
    ),
    (
        "Außenminister Yves Carron betonte vor der Presse, die Grenze bleibe „offen für alle, die Schutz suchen“.",
        "Yves Carron",
    ),
    ("Kritik kam von den Grünen: „Der Plan schadet dem Wald und nützt niemandem.“", "den Grünen"),
    (
        "Im Bericht des Rechnungshofs heißt es, das Ministerium habe „ohne jede Prüfung gezahlt“.",
        "Bericht des Rechnungshofs",
    ),
    (
        "„Die Lage ist ernst, aber nicht hoffnungslos“, sagte am Montag der neue Chef der Notenbank, Henrik Dahl.",
        "Henrik Dahl",
    ),
    (
        "Müller-Brandt, die das Amt seit Mai leitet, fügte hinzu: „Wir suchen noch immer Leute, die anpacken.“",
        "Müller-Brandt",
    ),
    ("Das Gericht sah darin „einen klaren Verstoß gegen das Gesetz“.", "Das Gericht"),
    (
        "Laut einer Studie der Universität Holm ist das Risiko „deutlich höher als bisher angenommen“.",
        "einer Studie der Universität Holm",
    ),
    (
        "„Das kann ich nicht bestätigen“, erwiderte die Sprecherin des Innenministeriums, Anke Voss, auf Nachfrage.",
        "Anke Voss",
    ),
    (
        "Die Polizei teilte mit, der Mann sei „offenbar verwirrt“ gewesen und „ohne Widerstand mitgekommen“.",
        "Die Polizei",
    ),
    (
        "Papst Leander rief zum Frieden auf. „Der Hass darf nicht das letzte Wort haben“, sagte er in Rom.",
        "Papst Leander",
    ),
    ("„Wir fangen wieder bei null an“, meinte Kapitän Aaron Schulz enttäuscht.", "Aaron Schulz"),
    ("Der Weltverband IRF bezeichnete die Entscheidung als „schweren Fehler mit Folgen für den Sport“.", "IRF"),
    ("Ihr Kollege Bodo Timm pflichtete ihr bei: „Besser kann man es nicht ausdrücken.“", "Bodo Timm"),
    ("Dass der Hafen schließt, hält Reeder Ole Jansen für „eine Katastrophe für die ganze Küste“.", "Ole Jansen"),
    ("Seiner Ansicht nach ist der Vertrag „das Papier nicht wert, auf dem er steht“.", ""),
    ("Die Behauptung, wonach „die Mole im Mai einstürzen wird“, bezeichnet Ole Jansen als realitätsfremd.", ""),
    ("Ole Jansen wies den Vorwurf zurück, er habe „die Mole verfallen lassen und geschwiegen“.", ""),
    ("Anna von der Heide, Leiterin der Werft, sagte: „Wir bauen im Mai die ganze Mole neu.“", "Anna von der Heide"),
    ("Der Plan ist da. „Wir bauen im Mai die ganze Mole neu“, strich Ole Jansen in Holm heraus.", "Ole Jansen"),
    (
        "Ole Jansen, Leiter der Werft, begrüßte den Plan als „guten Schritt für den Hafen“.",
        "Ole Jansen",
    ),
    ("„Alle Zeichen deuten auf einen Brand an der Mole hin“, hieß es vom Abgeordneten Ole Jansen.", "Ole Jansen"),
    ("Ein Fernsehsender zitierte Ole Jansen mit den Worten: „Wir bauen im Mai die ganze Mole neu.“", "Ole Jansen"),
    ("Passend zum Wetter warnte die Moderatorin eines Senders: „Auf dem Eis wird es heute glatt.“", "die Moderatorin"),
    ("Karl Lind ist Trainer. In der ARD zeigt sich der Trainer froh: „Wir haben heute gut gespielt.“", "Karl Lind"),
    ("„Wir bauen die Mole im Mai neu“, sagte Ole Jansen.Der Rat der Stadt stimmt im April ab.", "Ole Jansen"),
]


def speakers(text: str) -> list[str]:
    """The speakers of a German text's quotations, in order; "" for one that is left open."""
    article = Article(text=text, language="de")
    return [quote.speaker or NOBODY for quote in find_quotes(article, find_entities(article))]


@pytest.mark.parametrize(("text", "speaker"), SENTENCES)
def test_a_german_sentence_names_its_speaker(text: str, speaker: str) -> None:
    """Cues of every place, documents, moods and appositions name the speaker, or nobody."""
    found = speakers(text)
    assert found
    assert {bool(name) and (name in speaker or speaker in name) for name in found} == {bool(speaker)}


def test_reported_speech_goes_on_with_who_spoke() -> None:
    """A sentence in the mood of reported speech belongs to the speaker of the sentence before it."""
    text = (
        "Vereinschefin Gerda Nolte sagte, die Halle sei undicht. Der Regen laufe „seit drei Wintern in die "
        "Umkleiden“. "
        "Die Stadt habe „jede einzelne Mahnung liegen lassen“."
    )
    assert speakers(text) == ["Gerda Nolte", "Gerda Nolte"]


def test_reported_speech_goes_on_with_whom_so_names() -> None:
    """Who is named by ", so X, " in one sentence speaks in the mood of reported speech in the next."""
    text = "Der Fall sei, so die Richterin Gerda Nolte, verjährt. Nun müsse „das ganze Verfahren sofort zu Ende sein“."
    assert speakers(text) == ["Gerda Nolte"]


def test_nobody_goes_on_after_a_speaker_without_a_name() -> None:
    """Where a cue points at somebody whom the text does not tell, the earlier speaker is not taken for them."""
    text = (
        "Die Brüder Kai Lenz und Jan Lenz segeln seit Mai. „Der Mast hat uns zwei Nächte gekostet“, sagten sie in Holm."
    )
    assert speakers(text) == [NOBODY]


def test_the_name_of_a_body_between_marks_is_no_speech() -> None:
    """A body's name that runs on in the reporter's sentence is left out, long as it may be."""
    assert speakers("Die „Initiative für ein Freies Ufer in Holm“ hat 400 Mitglieder. Sie tagt im Mai.") == []


def test_a_quotation_within_low_high_marks_keeps_its_outer_one_whole() -> None:
    """A low-high quotation that stands within another one does not end it."""
    text = "„Wir nennen das „Nachtruhe“ und halten sie seit Jahren ein“, sagte Hausmeister Emil Roth."
    article = Article(text=text, language="de")
    quotes = find_quotes(article, find_entities(article))
    assert [text[quote.start : quote.end] for quote in quotes] == [text[1 : text.rindex("“")]]
    assert quotes[0].speaker == "Emil Roth"


def test_long_sentences_take_linear_time() -> None:
    """A sentence with eight times as many clauses takes no more than about eight times as long."""
    assert grows_linearly(lambda clauses: speakers("„Nein“, sagte er, und " * clauses), small=150, large=1200)
