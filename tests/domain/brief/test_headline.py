"""Headlines for texts without one: a whole clause that says who did what."""

from dataclasses import replace

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.headlines.headline import headline_of
from bot.domain.brief.headlines.shortening import TitledPeople
from bot.domain.language import languages
from bot.domain.names.names import find_entities
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from bot.domain.values.wish import Wish
from config.limits import MADE_HEADLINE_CHARACTERS, MADE_HEADLINE_CHECKS


@pytest.mark.parametrize(
    ("sentence", "language", "headline"),
    [
        (
            "The council of Lakeside voted to buy back the old ferry, which had been sold to a company in the north.",
            "en",
            "The council of Lakeside voted to buy back the old ferry",
        ),
        (
            (
                "Ada Quill and her allies dove deeper into the mayor's record, launching a new round of attacks "
                "designed to paint him as profiting off the flood."
            ),
            "en",
            "Ada Quill and her allies dove deeper into the mayor's record",
        ),
        (
            "Ada Quill said on Friday that she expects Tom Marsh to pay a visit to Lakeside in the spring, hoping so.",
            "en",
            "Ada Quill said on Friday that she expects Tom Marsh to pay a visit to Lakeside",
        ),
        (
            (
                "A man has died after his boat left the harbour of Lakeside in a storm and hit a rock, police "
                "said Monday."
            ),
            "en",
            "A man has died after his boat left the harbour of Lakeside in a storm, police said Monday",
        ),
        (
            "On Friday, the harbour board of Lakeside closed the northern quay to all boats longer than ten metres.",
            "en",
            "The harbour board of Lakeside closed the northern quay to all boats longer than ten metres",
        ),
        (
            "Der Stadtrat von Seeheim hat am Dienstag den Kauf der alten Fähre beschlossen, die im Hafen liegt.",
            "de",
            "Der Stadtrat von Seeheim hat am Dienstag den Kauf der alten Fähre beschlossen",
        ),
        (
            "The mayor of Lakeside opened another of the new wooden bridges in the valley of the Lower Mardle.",
            "en",
            "The mayor of Lakeside opened another of the new wooden bridges",
        ),
        (
            "Верховний суд Озерного скасував рішення районного суду про перевірку всіх човнів старої гавані.",
            "uk",
            "Верховний суд Озерного скасував рішення районного суду",
        ),
        (
            "Der frühere Hafenmeister von Seeheim, Karl Lind, wurde von Fischern des Dorfes in seinem Haus gefunden.",
            "de",
            "Der frühere Hafenmeister von Seeheim wurde von Fischern des Dorfes in seinem Haus gefunden",
        ),
        (
            "Ein Fischer aus Seeheim muss sich wegen des Verkaufs der alten Netze demnächst vor Gericht verantworten.",
            "de",
            "Ein Fischer aus Seeheim muss sich demnächst vor Gericht verantworten",
        ),
    ],
)
def test_headline_is_a_whole_clause(sentence: str, language: str, headline: str) -> None:
    """What follows a comma, phrases of time and second verbs go; who said it stays."""
    assert len(headline) <= MADE_HEADLINE_CHARACTERS
    assert headline_of(Article(sentence, language=language), [DraftSentence(sentence)]) == headline


def test_a_sentence_that_cannot_be_shortened_is_not_cut() -> None:
    """Another sentence of the summary or of the text is the headline; where there is none, the long one is, whole."""
    long = "The council " + "of the old and quiet town " * 6 + "met."
    article = Article(f"{long} Ada Quill sold the ferry.", language="en")
    alone = headline_of(replace(article, text=long), [DraftSentence(long)])
    elsewhere = headline_of(article, [DraftSentence(long)], find_entities(article))
    beside = headline_of(
        article, [DraftSentence(long), DraftSentence("Ada Quill sold the ferry.")], find_entities(article)
    )
    assert (alone, beside, elsewhere) == (long.rstrip("."), "Ada Quill sold the ferry", "Ada Quill sold the ferry")


@pytest.mark.parametrize(
    ("sentence", "language", "headline"),
    [
        (
            (
                "Northern harbour board chairman Tom Marsh on Tuesday (2 May) bought the old ferry of Lakeside "
                "from a trader."
            ),
            "en",
            "Northern harbour board chairman Tom Marsh bought the old ferry of Lakeside from a trader",
        ),
        (
            (
                "On Thursday the harbour board voted to close the northern quay of Lakeside and of Mardle at the "
                "end of June."
            ),
            "en",
            "The harbour board voted to close the northern quay of Lakeside and of Mardle",
        ),
        (
            (
                "Ada Quill was not to blame for the grounding of the ferry, a court found, eleven months after it "
                "was lost at sea."
            ),
            "en",
            "Ada Quill was not to blame for the grounding of the ferry, a court found",
        ),
        (
            (
                "Der 66-jährige Fährmann Karl Lind, der seit Mittwoch in Seeheim lebt, unterschrieb einen Vertrag "
                "mit der Reederei."
            ),
            "de",
            "Der 66-jährige Fährmann Karl Lind unterschrieb einen Vertrag mit der Reederei",
        ),
        (
            (
                "Nach einem langen Streit um die Fähre von Seeheim hat nun Karl Lind seinen Posten im Rat des "
                "Dorfes aufgegeben."
            ),
            "de",
            "Karl Lind hat seinen Posten im Rat des Dorfes aufgegeben",
        ),
        (
            (
                "Der Rat von Seeheim beschloss am Donnerstagabend, die alte Fähre noch in diesem Jahr an den Bund "
                "zu verkaufen."
            ),
            "de",
            "Der Rat von Seeheim beschloss am Donnerstagabend, die alte Fähre an den Bund zu verkaufen",
        ),
        (
            "Drei Mitglieder einer Bande im Norden von Seeheim sind wegen Plänen gegen den Hafen festgenommen worden.",
            "de",
            "Drei Mitglieder einer Bande im Norden von Seeheim sind festgenommen worden",
        ),
    ],
)
def test_a_headline_loses_what_it_can_do_without(sentence: str, language: str, headline: str) -> None:
    """Titles, brackets, insertions and words for time go; a verb keeps its object, and who found it is still told."""
    article = Article(sentence, language=language)
    assert headline_of(article, [DraftSentence(sentence)], find_entities(article)) == headline


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        (
            (
                "Am gestrigen Mittwochvormittag begann in der kleinen Stadt der neue Prozess gegen den Fährmann "
                "Karl Lind."
            ),
            "",
        ),
        (
            (
                "Der frühere Hafenmeister der Stadt Seeheim, Karl Lind, der seit dem April im Exil lebt, wurde in "
                "Emden gefasst."
            ),
            "Karl Lind wurde in Emden gefasst",
        ),
        (
            (
                "Die aus Seeheim stammende frühere Rektorin Mia Holt gab heute den Rücktritt von ihren Ämtern im "
                "Rat bekannt."
            ),
            "Mia Holt gab heute den Rücktritt von ihren Ämtern im Rat bekannt",
        ),
        (
            "Ein außergewöhnlich heftiger Sturm bedroht im nördlichen Teil der Insel Alm die alte Hauptstadt Seeheim.",
            "Ein außergewöhnlich heftiger Sturm bedroht die alte Hauptstadt Seeheim",
        ),
        (
            (
                "Der am Dienstag bei einem Spiel in Emden verletzte Torwart Karl Lind reist nun doch noch in das "
                "Lager der Elf."
            ),
            "Der Torwart Karl Lind reist nun doch noch in das Lager der Elf",
        ),
    ],
)
def test_a_german_clause_keeps_its_verb_second(sentence: str, headline: str) -> None:
    """Phrases before and behind the verb go, attributes stay with their noun, and the name stands for its titles."""
    article = Article(sentence, language="de")
    made = headline_of(article, [DraftSentence(sentence)], find_entities(article))
    assert made == (headline or sentence.rstrip("."))


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Schneller als die Fischer von Seeheim vorausgesagt hatten, kommt die Welle auf dem Fluss Mardle "
            "heute Nacht voran."
        ),
        (
            "An einer Kundgebung von Fischern, Bauern und Lehrern haben sich in der Altstadt von Seeheim viele "
            "Leute beteiligt."
        ),
        (
            "Der Verein hat am Montag die Bereitschaft seines alten Vorstands erklärt, sich für die Fähre von "
            "Mardle einzusetzen."
        ),
    ],
)
def test_a_german_headline_is_no_part_of_a_clause(sentence: str) -> None:
    """A subordinate clause, the end of a list or a clause without its infinitive is no headline."""
    headline = headline_of(Article(sentence, language="de"), [DraftSentence(sentence)])
    assert not headline.endswith(("hatten", "erklärt"))
    assert not headline.startswith("Bauern")


def test_a_made_headline_is_what_the_article_says() -> None:
    """A form that the article does not carry is passed over."""
    sentence = "The mayor of Lakeside opened another of the new wooden bridges in the valley of the Lower Mardle."
    article = Article(sentence, language="en")
    assert headline_of(article, [DraftSentence(sentence)], stands=lambda *_: False) == sentence.rstrip(".")
    assert write_draft(article, Wish()).headline == "The mayor of Lakeside opened another of the new wooden bridges"


def test_a_headline_singles_out_among_what_the_article_names() -> None:
    """The largest of twenty years is not the largest of all."""
    sentence = "The museum of Lakeside opened the largest show of old wooden ferries in twenty years in Mardle."
    headline = headline_of(Article(sentence, language="en"), [DraftSentence(sentence)])
    assert "in twenty years" in headline


@pytest.mark.parametrize(
    ("sentence", "language", "wrong"),
    [
        (
            "Ada Quill managed to derail the plan for a ferry of the long valley that the council of Lakeside made.",
            "en",
            "to derail",
        ),
        (
            "The mayor tried to broker peace between Ada Quill of the very old harbour and Tom Marsh of the new one.",
            "en",
            "harbour",
        ),
        (
            "The council of the old town of Lakeside acted without the consent of all of its honourable members.",
            "en",
            "acted",
        ),
        (
            "Das Gericht hat sich gegen einen Fischer, der seit Jahren wegen seiner Netze klagt, ausgesprochen.",
            "de",
            "Fischer",
        ),
    ],
)
def test_a_headline_does_not_break_off(sentence: str, language: str, wrong: str) -> None:
    """No infinitive without its object, no one of two, nothing less what turns it, no auxiliary without its verb."""
    headline = headline_of(Article(sentence, language=language), [DraftSentence(sentence)])
    assert not headline.endswith(wrong)


def test_the_summary_does_not_repeat_its_headline() -> None:
    """A lead that is short enough is the headline, and the summary goes on from there."""
    text = (
        "The council of Lakeside bought back the old ferry on Tuesday.\n\n"
        "The boat will carry passengers between both shores from June.\n\n"
        "Repairs of the hull and the engine have cost the company three years.\n\n"
        "Fishermen on the eastern shore fear for the last of the pike."
    )
    draft = write_draft(Article(text, language="en"), Wish())
    assert draft.headline == "The council of Lakeside bought back the old ferry on Tuesday"
    assert all(draft.headline not in sentence.text for sentence in draft.sentences)


def test_a_genitive_title_leaves_the_plain_preposition() -> None:
    """The name behind a genitive's title stands behind "von", and never behind "vom", in every process."""
    text = "Im Haus des Rektors Karl Lind brannte am Montag Licht."
    titles = TitledPeople(text, find_entities(Article(text, language="de")), languages.of("de"))
    assert titles.without(text) == "Im Haus von Karl Lind brannte am Montag Licht."


@pytest.mark.parametrize(
    ("language", "text", "bare"),
    [
        ("en", "She blasted her rival Ann Lee on Monday.", "She blasted her rival Ann Lee on Monday."),
        ("en", "She blasted mayor Ann Lee on Monday.", "She blasted Ann Lee on Monday."),
        ("en", "Popular Christian and corporate speaker Bo Ray left.", None),
        ("de", "Hier hat der Bürgermeister Karl Lind gesprochen.", "Hier hat Karl Lind gesprochen."),
        ("de", "Hier brannte das Haus der Rektorin Ada Lind.", "Hier brannte das Haus von Ada Lind."),
    ],
)
def test_a_title_is_left_out_whole_or_not_at_all(language: str, text: str, bare: str | None) -> None:
    """Whose somebody is keeps the noun, as does "and" before it; a man's "der" is no genitive."""
    titles = TitledPeople(text, find_entities(Article(text, language=language)), languages.of(language))
    assert titles.without(text) == (bare or text)


def test_a_text_has_its_share_of_checks_and_no_more() -> None:
    """However many sentences and forms there are, only so many are held against the article."""
    asked: list[str] = []

    def never(form: str, _: str) -> bool:
        asked.append(form)
        return False

    sentences = [
        DraftSentence(
            f"On Monday Ada Quill, the mayor of Lakeside {number}, said in the hall, after a long day, that it would "
            f"sell the old ferry to the harbour office of the town for {number} million crowns.",
            number,
        )
        for number in range(12)
    ]
    text = "\n\n".join(sentence.text for sentence in sentences)
    headline_of(Article(text, language="en"), sentences, stands=never)
    assert len(asked) == MADE_HEADLINE_CHECKS


MADE = [
    (
        "de",
        (
            "Das Team bestätigte am Mittwoch in Emden, dass sein neues Boot, die Mowe, am 27. Februar zu sehen sein "
            "wird und danach im ganzen Land gezeigt werden soll."
        ),
        "Karl Lind baut das Boot.",
        "Karl Lind baut das Boot",
    ),
    (
        "de",
        "Eine Bombe ging am Samstag, dem 26. Dezember 2009, in der libanesischen Hauptstadt Beirut hoch.",
        "Karl Lind war dort.",
        "Eine Bombe ging in der libanesischen Hauptstadt Beirut hoch",
    ),
    (
        "de",
        "Das am Donnerstag nach einem langen Brand in der Halle abgeschaltete Kraftwerk Emden nimmt den Betrieb auf.",
        "Karl Lind war dort.",
        "Das Kraftwerk Emden nimmt den Betrieb auf",
    ),
    (
        "de",
        (
            "Bei dem Fest im Schloss waren am Freitag auch 70 Bürger*innen aus allen Teilen des Landes eingeladen, die "
            "viel für andere getan haben."
        ),
        "Karl Lind dankte den Gästen.",
        "Karl Lind dankte den Gästen",
    ),
    (
        "de",
        "Gute Nachricht: Das Kabinett hat sich nach langen Wochen mit vielen Sitzungen auf den Kai geeinigt.",
        "Karl Lind war dort.",
        "Das Kabinett hat sich nach langen Wochen mit vielen Sitzungen auf den Kai geeinigt",
    ),
    (
        "de",
        (
            "Abheben wird sie nicht so schnell, doch den Hangar hat sie am vorletzten Donnerstag schon einmal für "
            "einen ersten Versuch auf dem Feld verlassen."
        ),
        "Karl Lind baut das Flugzeug.",
        "Karl Lind baut das Flugzeug",
    ),
    (
        "de",
        "7. Für das Dach werden die Streben in den Giebel montiert, von unten nach oben und mit je zwei Schrauben.",
        "Karl Lind baut das Haus.",
        "Karl Lind baut das Haus",
    ),
    (
        "de",
        (
            "Anna Lind nannte den Vorstoß der Regierung am Dienstag vor Gästen in Emden einen weiteren Schritt in den "
            "Staat der Verbote."
        ),
        "Karl Lind war dort.",
        "Anna Lind nannte den Vorstoß der Regierung einen weiteren Schritt in den Staat der Verbote",
    ),
    (
        "de",
        (
            "Karl Lind ist seit Jahren alleiniger Inhaber der Firma Nordwerft und hat lange Erfahrung mit der Leitung "
            "eines großen Unternehmens."
        ),
        "Anna Lind war dort.",
        "Karl Lind ist seit Jahren alleiniger Inhaber der Firma Nordwerft",
    ),
    (
        "es",
        (
            "La misma compañía de Madrid reconoce que los equipos, que se venden desde hace años en todo el país, "
            "fallan mucho más de lo que se dijo."
        ),
        "Ana Ruiz vende los equipos en Madrid.",
        "Ana Ruiz vende los equipos en Madrid",
    ),
]


@pytest.mark.parametrize(("language", "first", "rest", "headline"), MADE)
def test_a_headline_is_whole_and_leans_on_nothing(language: str, first: str, rest: str, headline: str) -> None:
    """A date told twice, an attribute, a head before a colon go; what a verb or noun needs stays."""
    article = Article(f"{first} {rest}", language=language)
    made = write_draft(article, Wish()).headline
    assert made == headline
    assert len(made) <= MADE_HEADLINE_CHARACTERS


def test_a_verb_of_having_behind_all_that_is_told_takes_nothing_down() -> None:
    """A headline is made of a sentence whose words all stand before its verb of having."""
    text = "„Haus mit einem Fenster“, der erste Film von Ilse Kodrow, hat am Samstag den Preis gewonnen."
    assert write_draft(Article(text, language="de"), Wish()).sentences[0].text == text
