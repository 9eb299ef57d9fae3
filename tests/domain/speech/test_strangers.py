"""Who speaks where others act beside the speaker: a person without a name, whom one tells, what bears words."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

ENGLISH = [
    # A pronoun behind a sentence about a person whom it does not name means nobody for sure.
    (
        "Ann Lee fed the boat. Her neighbour waved from the pier. “I only came to look at the tide,” she said.",
        [None],
    ),
    # Unless the gender tells that it is the other.
    ("Ann Lee fed the boat. Her brother waved. “I only came to look at the tide,” she said.", ["Ann Lee"]),
    # Whose husband acts is whom the pronoun means, where it cannot be the husband.
    (
        (
            "“It was a long drive,” said Carol Finch.\n\nSenator Beth Holloway published the contract and smiled.\n\n"
            "Finch's husband works there too. “We always said we would retire together,” she said."
        ),
        ["Carol Finch", "Carol Finch"],
    ),
    # Whom a quotation names is told of, and does not speak it.
    ("Ann Lee fed the cat. “I told Ann Lee that it was a dog,” she said.", [None]),
    # A clause about what is quoted that leads to another quotation names the speaker of the other alone.
    (
        "Mr. Brown said “we have no plan to leave the town,” which Rosa Lind called “a blank cheque for builders.”",
        ["Brown", "Rosa Lind"],
    ),
    (
        "“We have no plan to leave the town,” a clause that Rosa Lind described as “a blank cheque for builders.”",
        [None, "Rosa Lind"],
    ),
    (
        "“We have no plan to leave the town,” a promise Rosa Lind called “a blank cheque for the builders.”",
        [None, "Rosa Lind"],
    ),
    (
        "Mr. Brown said “we have no plan to leave,” and Rosa Lind called it “a blank cheque for the builders.”",
        ["Brown", "Rosa Lind"],
    ),
    # Plural nouns and jurors speak, and are nobody who is named.
    (
        "Captain Dale Hurst wept. Prosecutors had argued that Hurst shot “without so much as a warning to him.”",
        ["Prosecutors"],
    ),
    (
        (
            "Attorney Ann Lee left. “I respect it,” she said.\n\n“There was one of us who kept saying, ‘What would you "
            "have done?’” the juror said."
        ),
        ["Ann Lee", "the juror"],
    ),
    # Who is told or urged does not speak.
    ("A report by the survey urged the government to move the village “without any further delay.”", [None]),
    # Whom another follows is not who told it.
    (
        "Ann Marsh left. According to Marsh, the chief at the time, Tom Penwick, told her to “stop looking for smoke.”",
        ["Tom Penwick"],
    ),
    # A verb is no part of a description, and "an email that said" is its sender's.
    ("It was late. His campaign sent supporters an email that said “the work is just beginning.”", ["His campaign"]),
    # A thing named behind its noun does not speak.
    (
        "The study, published in the journal Wetlands, concludes that the frogs “may number fewer than sixty.”",
        [None],
    ),
    # Nor does whom something that is no actor thanks, or to whom a stranger sold.
    ("A statement from the party of the north thanked Ann Lee for “her service to the conversation.”", [None]),
    (
        "Ann Lee bought two of them in the north from a gleaner who described it as “a gift from my grandfather.”",
        [None],
    ),
    # An apposition and a verb of speech make a person of a name that no list knows.
    (
        "Driss Alaoui, a picker from the north, said he had to work. “If I don't pick, I don't eat,” he said.",
        ["Driss Alaoui"],
    ),
    # A long title before its bearer.
    (
        "“Eventually it will be open to all,” Harbour Gov. Duncan Hunter's chief of staff, Joe Kasper, told the Post.",
        ["Joe Kasper"],
    ),
]

GERMAN = [
    # What is reported comes last.
    (
        "Ein Kollege habe nach den Kosten gefragt, sagte Karla Lind. „Ich habe ihm gesagt: fünf Jahre.“",
        ["Karla Lind"],
    ),
    ("Die Vorschriften seien „ausreichend und auch streng genug“, hieß es am Abend.", [None]),
    ("Im Fanblock hing ein Plakat: „Absteiger, wir folgen euch überall hin.“", [None]),
    (
        (
            "Karl Lind sprach mit dem Bund. Die Menschen hätten „eine Antwort von jemandem verdient“, heißt es in "
            "seinem Brief an das Ministerium."
        ),
        ["Karl Lind"],
    ),
    ("Karla Lind kündigte Revision an. Sie respektiere das Urteil, „verstehen kann ich es nicht“.", ["Karla Lind"]),
    (
        "Tierarzt Karl Lind, der den Hund untersuchte, ist froh. Der Hund sei „kerngesund, wie man ja auch sieht“.",
        ["Karl Lind"],
    ),
    ("Am Hafen lud Karl Lind Wasser in den Wagen. „Sie kann meins auch noch haben“, sagte er.", ["Karl Lind"]),
    (
        (
            "Karl Lind lobte das Boot. Der Hafen wolle ihn entschädigen, doch das helfe ihm wenig: „Die Boote kann mir "
            "keiner ersetzen.“"
        ),
        ["Karl Lind"],
    ),
    # A person whom no list knows is who "der 22-Jährige" may be.
    (
        (
            "Trainer Karl Lind blieb still. Man habe „wirklich einen guten Tag erwischt“.\n\nMatchwinner Xandu Ademi "
            "traf dreimal. „Sie hat heute Geburtstag“, verriet der 22-Jährige."
        ),
        ["Karl Lind", "der 22-Jährige"],
    ),
]


# A law, a saying, a banner or a report goes on with nobody's words.
DOCUMENTS = [
    ("es", "“Llevábamos años esperando este muelle”, dijo Irene Casado. {}", "El artículo 12 prohíbe construir {}."),
    ("es", "“Llevábamos años esperando este muelle”, dijo Irene Casado. {}", "Como dice el refrán, {}."),
    (
        "fr",
        "« Nous n'avions plus le choix », a déclaré Claire Besson. {}",
        "L'article 4 du code interdit de vendre {}.",
    ),
    ("it", "“Era ora di mettere ordine in piazza”, ha detto Marco Ruggeri. {}", "L'articolo 3 vieta di vendere {}."),
    ("pt", "“Esperámos quinze anos por este dia”, disse Marta Seixas. {}", "O artigo 7 da lei proíbe construir {}."),
    ("pt", "“Esperámos quinze anos por este dia”, disse Marta Seixas. {}", "Diz o provérbio que {}."),
]


@pytest.mark.parametrize(("language", "text", "document"), DOCUMENTS)
def test_a_document_goes_on_with_nobodys_words(language: str, text: str, document: str) -> None:
    """A sentence whose subject is a text is not taken for what the speaker before it says."""
    quoted = "“xa xe xi xo xu xa xe”" if language != "fr" else "« xa xe xi xo xu xa xe »"
    assert _speakers(text.format(document.format(quoted)), language)[1:] == [None]


@pytest.mark.parametrize(("text", "speakers"), ENGLISH)
def test_english_strangers(text: str, speakers: list[str | None]) -> None:
    """Each quotation has the speaker whom the text tells, or none."""
    assert _speakers(text, "en") == speakers


@pytest.mark.parametrize(("text", "speakers"), GERMAN)
def test_german_strangers(text: str, speakers: list[str | None]) -> None:
    """Each quotation has the speaker whom the text tells, or none."""
    assert _speakers(text, "de") == speakers


def _speakers(text: str, language: str) -> list[str | None]:
    article = Article(text=text, language=language)
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]
