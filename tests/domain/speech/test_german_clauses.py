"""Who speaks in German sentences where another clause, another name or the writer stands beside the quotation."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

CASES = [
    # A body's letters before a name are its own, and no title.
    (
        (
            "Die Akten sind offen, sagte das BKA. Gestern beschrieb das BKA Hilde Linke als „nachlässig "
            "im Umgang mit Akten“."
        ),
        ["BKA"],
    ),
    ("Am Montag warf die SPD Karl Lind vor, er habe „den Wählern die Unwahrheit gesagt“.", ["SPD"]),
    # The cue right before the colon outweighs whose view the sentence began with.
    (
        (
            "Die Firma Ridli wächst. Aus Sicht von Ridli sei der Zugriff der Clou, so Geschäftsführerin Maria Heden: "
            "„Neben Geld bringen die Leser auch Zahlen.“"
        ),
        ["Maria Heden"],
    ),
    # A thing is not the speaker where the clause about it has another subject.
    ("Die Bedeutung des Bildes, das Wikipedia als „eines der am häufigsten gezeigten“ bezeichnet, ist groß.", [None]),
    # Who is called upon does not speak, and who spoke before does.
    (
        (
            "Karl Lind stellte den Plan vor. Darüber hinaus seien alle Gemeinden aufgerufen, über "
            "diesen Standard hinaus "
            "„weitere und auch strengere Maßnahmen vorzusehen“."
        ),
        ["Karl Lind"],
    ),
    # A participle that ends the clause has no subject behind it.
    (
        "Karl Lind kam. Er hatte im Brief von „einer Kette von leichten Fehlern“ gesprochen und zwei Jahre gefordert.",
        ["Karl Lind"],
    ),
    # A pronoun in reported speech is of who reports.
    (
        "Gunnar Velten kam. Ein Pendler schimpfte, er müsse nun erklären, „warum ich zum dritten Mal zu spät komme“.",
        ["Ein Pendler"],
    ),
    # The subject stands before a relative clause, and behind the verb is whom it is told.
    (
        "Karl Lind, der bald siebzig wird, rief die Armee auf, sich „auf die Seite des Volkes zu stellen“.",
        ["Karl Lind"],
    ),
    # Who is asked after opens no speech.
    ("Wer das Land führt, blieb unklar. Es hieß, man stehe „für eine Zeit dazwischen nicht bereit“.", [None]),
    # Criticism is of whom it comes from, and so is what is reported behind it.
    (
        (
            "Jean Dumas schrieb: „Heute hat Europa gezeigt, was es kann.“ Kritik kommt dagegen auch von Karl Lind. Die "
            "Mission habe zwei Milliarden verschlungen, „und das nur für Fotos von einem Stein“."
        ),
        ["Jean Dumas", "Karl Lind"],
    ),
    # A reproach that is called false is of nobody who is named.
    ("Der Vorwurf, die Wirte hätten „das Abkommen von Anfang an umgangen“, sei falsch, sagte Karl Lind.", [None]),
    # A described speaker in the sentence before may be whom a pronoun means.
    (
        (
            "Präsident Karl Lind trat ab. Er ging am Abend. „Heute beginnt ein neues Leben“, sagte "
            "der Oppositionsführer. "
            "Er rief die Armee auf, „in den Kasernen zu bleiben und zu warten“."
        ),
        ["der Oppositionsführer", "der Oppositionsführer"],
    ),
    # A day between commas is not the subject.
    (
        (
            "Das hat Bischof Karl Lind am Freitag, 19. November, den Gemeinden mitgeteilt. Es gelte nun, „noch mehr "
            "Abstand und Ruhe zu halten“."
        ),
        ["Karl Lind"],
    ),
    # Who confirms something speaks on behind it, and a name in marks parts nobody from the verb.
    (
        (
            "Karl Lind stellt die Zeitung ein. Das bestätigte eine Sprecherin des Verlags. „Trotz "
            "allem ist es uns nicht "
            "gelungen“, hieß es zur Begründung."
        ),
        ["eine Sprecherin des Verlags"],
    ),
    (
        (
            "Ein Sprecher der Initiative „Stadt für alle“ kündigte weitere Schritte an. Man werde „so "
            "lange wiederkommen, bis es hilft“."
        ),
        ["Ein Sprecher der Initiative „Stadt für alle“"],
    ),
    # A danger, or whatever exists, says nothing.
    ("Im Alter besteht die Gefahr, dass eine Krankheit in ein „sehr schweres Syndrom der Atmung“ übergeht.", [None]),
    # What ends with a sentence bears it.
    (
        (
            "„Das ist irre, ganz irre“, darf Maria Maron noch sagen, bevor der Beitrag mit dem Satz "
            "endet: „Nur so steckt "
            "der Teufel im Detail.“"
        ),
        ["Maria Maron", None],
    ),
    # Who spoke goes on behind a word that only links.
    (
        "Der Verlust lasse sich nicht aufholen, sagte Joachim Mahn. Aber: „Gemessen an allem ist das zu verkraften.“",
        ["Joachim Mahn"],
    ),
    # Reported speech that a new paragraph goes on with is still of who spoke.
    (
        (
            "Der Ausschuss mache Opfer zu Tätern, kritisierte Bernd Lucka.\n\nEin Gespräch sei so "
            "nicht sinnvoll. „Wenn er "
            "aber eine Feier für alle abhält, komme ich.“"
        ),
        ["Bernd Lucka"],
    ),
    # Who likens is the speaker of what the likeness does.
    (
        "Im Buch beschreibt Jeanne Ruhland den Löwen als Helfer, der uns aufruft, „in die eigene Mitte zu kommen“.",
        ["Jeanne Ruhland"],
    ),
    # A foreign title is not the name.
    ("Es ist spät. „Wir warten jetzt auf das Ergebnis“, sagte Chef de Mission Dirk Schimmer.", ["Dirk Schimmer"]),
    # A law's number belongs to it.
    ("Dort heißt es in Paragraph 10: „Anbieter haften für fremde Angaben nicht.“", ["Paragraph 10"]),
    # The writer is nobody who is named, and the writer's verb is none of reported speech.
    (
        (
            "Frank Berger kam. „Mach sie an“, sagt Berger. „Wenn ich sie höre, will ich fahren.“ sage "
            "ich, als ob er es wüsste."
        ),
        ["Frank Berger", None],
    ),
    (
        (
            "Ein Mönch ging vorbei. Der einzige Bezug, den ich sehe, sind die Anschläge für "
            "Nachhilfe „gemäß Lehrplan 2020 "
            "und 2021“ in Chemie."
        ),
        [None],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_speaker_beside_german_clauses(text: str, speakers: list[str | None]) -> None:
    """Each quotation has the speaker whom the text tells, or none."""
    article = Article(text=text, language="de")
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == speakers
