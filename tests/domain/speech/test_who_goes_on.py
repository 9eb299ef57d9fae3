"""Who speaks on: whom a pronoun may mean, where a verb is joined, where a frame is another clause's."""

import pytest

from bot.domain.language.given_genders import given_gender
from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

ENGLISH = [
    # Who speaks of somebody is another.
    (
        (
            "“My voters are dead at 67,” said Branko Filip.\n\nMinister Oleg Savin rejected that. Mr. Filip, he "
            "said, “has confused arithmetic with cruelty.”"
        ),
        "Oleg Savin",
    ),
    # Who speaks at a sentence's end speaks on.
    (
        (
            "Iven Kostad won. “I came for my father,” said Nela Hrast. He has worked in a foundry since he was 16, she "
            "said. “If he reaches 67, I will eat this banner.”"
        ),
        "Nela Hrast",
    ),
    # A name behind the noun that tells who it is, in a clause of its own.
    (
        (
            "“It takes away the tool we have,” Mayor Phyllis Garner complained, while her rival across the river, "
            "Luis Arroyo, said he would “take every unit they’ll let us build.”"
        ),
        "Luis Arroyo",
    ),
    # A body's name with its article behind the noun for it.
    (
        "The dam’s owner, the Orr Valley Water Company, said that it was “heartbroken about what had happened.”",
        "Orr Valley Water Company",
    ),
    # A noun behind a preposition and "the same" is no speaker.
    (
        (
            "John Fairlie dismissed the work as “plumbing, but enlarged.” Two decades later, in the same newspaper, "
            "he recanted, writing that he had “mistaken a comic for a bad plumber.”"
        ),
        "John Fairlie",
    ),
    # A pronoun that opens means whom the main clause names, behind their title.
    (
        (
            "“I’m 43,” said Nadia Orr. Asked whether she expected a deal, the board’s vice chair, Lorna Feld, went. “I "
            "expect a long night,” she said."
        ),
        "Lorna Feld",
    ),
    # A namesake who is named only later is not meant.
    (
        (
            "Painter Odile Marsh died. Ms. Marsh hated school. “My mother told me to learn typing,” she said.\n\nHer "
            "daughter, Lucy Marsh, wept."
        ),
        "Odile Marsh",
    ),
    # In English "Marian" is a woman's name.
    ("Marian Tolley has a boat. “People said sell the boat,” she recalled, easing the throttle.", "Marian Tolley"),
]


@pytest.mark.parametrize(("text", "speaker"), ENGLISH)
def test_the_last_english_quotation_is_of(text: str, speaker: str) -> None:
    """Pronouns, insertions and appositions lead to who speaks."""
    assert _speakers(text, "en")[-1] == speaker


GERMAN = [
    # A verb that "und" joins has the subject of the clause before.
    ("Karl Lind sprach von einem „Fest, das niemand vergessen wird“ und kritisierte die Polizei.", "Karl Lind"),
    ("Karl Lind sprach von einem „Fest, das niemand vergessen wird“ und kündigte eine Klage an.", "Karl Lind"),
    # A source within a relative clause tells that clause alone.
    (
        (
            "Edgar Prell war da. In einer Rede, die der Behörde zufolge kurz war, hatte er gefordert, das Land müsse "
            "„endlich wieder unter sich sein“."
        ),
        "Edgar Prell",
    ),
    # Right behind the quotation a clause tells who says it, whatever its verb, before any source at the front.
    (
        (
            "Davon wären nach Berechnungen des Instituts für Finanzen viele betroffen – „ein Promille aller Erben im "
            "Land“, wie Leiterin Gesine Ahlborn hochrechnete."
        ),
        "Gesine Ahlborn",
    ),
    # A pronoun means who is told of right before, though others were named further up.
    (
        (
            "„Das sehe ich ganz anders“, sagte Edgar Prell.\n\nDer Anwalt der Gruppe wollte sich nicht zeigen. „Kein "
            "Kommentar zu dieser Sache“, schrieb er."
        ),
        "Der Anwalt der Gruppe",
    ),
    (
        (
            "„Es gäbe mehr Tote“, sagte Gudrun Fehse.\n\nDie Gewerkschaft der Lokführer hat gewarnt. Damals hatte sie "
            "in einem Brief geschrieben, die Technik sei „eine tickende Bombe für alle“."
        ),
        "Die Gewerkschaft der Lokführer",
    ),
    # Unless that is what the person was called by.
    (
        (
            "„Das sehe ich ganz anders“, sagte Minister Edgar Prell.\n\nDer Minister winkte ab. „Kein Kommentar zu "
            "dieser Sache“, sagte er."
        ),
        "Edgar Prell",
    ),
    # A dative and a verb that open a sentence are no part of a name.
    (
        (
            "„So etwas gab es nie“, sagte Hubert Fries. Dem widerspricht Günther Paulsen. „Damals stand es höher“, "
            "sagt Paulsen."
        ),
        "Günther Paulsen",
    ),
    ("Der Mann ging. Er sei da gewesen, hatte die Zeugin ausgesagt. „Er stand schon am Fenster.“", "die Zeugin"),
    # Swiss spelling.
    (
        "Der Verband warnt. Das sei „nicht mutig, sondern einfach fahrlässig“, heisst es in einer Mitteilung.",
        "einer Mitteilung",
    ),
]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("Anna Kern traf zum 2:0. Ihr Trainer Ole Berg: „Das war ein verdienter Sieg für uns.“", "Ole Berg"), *GERMAN],
)
def test_the_last_german_quotation_is_of(text: str, speaker: str) -> None:
    """Joined verbs, frames, manner, pronouns and datives lead to who speaks."""
    assert _speakers(text, "de")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Karl Lind sagte, der Rat habe das Thema „schlicht verschlafen“.", "schlicht verschlafen"),
        (
            "Das Testament ist kurz. „Alles dem Briten, der zu Fuß kam“, heißt es darin.",
            "Alles dem Briten, der zu Fuß kam",
        ),
    ],
)
def test_capitals_of_german_nouns_make_no_title_of_speech(text: str, quoted: str) -> None:
    """A part that begins small, or that a verb of speech follows, is quoted."""
    article = Article(text=text, language="de")
    assert [text[quote.start : quote.end] for quote in find_quotes(article, find_entities(article))] == [quoted]


@pytest.mark.parametrize(
    ("name", "code", "gender"),
    [("Andrea", "it", "m"), ("Andrea", "de", "f"), ("Jean", "fr", "m"), ("Jean", "en", "f"), ("Anna", "it", "f")],
)
def test_a_given_name_tells_the_gender_of_its_language(name: str, code: str, gender: str) -> None:
    """One name is a man's in one language and a woman's in another."""
    assert given_gender(name, code) == gender


def _speakers(text: str, language: str) -> list[str | None]:
    article = Article(text=text, language=language)
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]
