"""Who speaks beside other clauses, sources and bodies, and whose a quotation is that the article has twice."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

ENGLISH = [
    # A participle is of the main clause's subject, whoever acts in the clause that opens the sentence.
    (
        (
            "Tom Marsh wrote the book. If Donald Penn ever read it, Marsh would be "
            "surprised, telling Dole, “I doubt it is so.”"
        ),
        ["Tom Marsh"],
    ),
    # A medium is the source of what somebody without a name wrote.
    (
        (
            "According to the Harbour Company, one user on Chirp, which is a message board, "
            "posted: “I just want to know how they came.”"
        ),
        ["one user"],
    ),
    # Whom a participle describes does not speak.
    (
        (
            "The trial of Karl Penn began in June, with the prosecution describing the "
            "Ostland leader as “the soul of it all.”"
        ),
        ["the prosecution"],
    ),
    # A description means who has the word in their role, and not a part of another word.
    (
        (
            "The essay is by Ann Lowe, a manuscript editor. A teacher was ill for a year. "
            "“It does not hurt me now,” the man wrote."
        ),
        ["the man"],
    ),
    # The party and state behind a name, or a particle that is a first name, take the sentence from nobody.
    ("Sen. Ben Sallow, R-Neb., called the death “a crisis of public trust” within the system.", ["Ben Sallow"]),
    ("“We want to try it out now,” the Conservative MP told reporters.", ["the Conservative MP"]),
    # Who acts in a subordinate clause alone does not speak.
    (
        (
            "Mike Howe is a biologist. “Cells came first in the sea,” Howe said. It is late. "
            "Just because scientists saw "
            "cells on land first, “that doesn’t mean that’s the order of things.”"
        ),
        ["Mike Howe", None],
    ),
    # A body that spoke goes on as "it" or "they", but for another since.
    (
        "“We sold it,” the Harbour Company said.\n\n“The reason is that the evidence has weakened,” it added.",
        ["Harbour Company", "Harbour Company"],
    ),
    (
        (
            "“The reason is that the evidence has weakened,” the Harbour Company said. The Ferry Association came.\n\n"
            "“We wait for the papers of the court,” it added."
        ),
        ["Harbour Company", None],
    ),
    # What somebody does is no part of what they are called.
    (
        "“It is late for all of us,” wrote a user from Leeds going by a nickname.",
        ["a user from Leeds"],
    ),
    # Whose words another reports is the speaker.
    ("Bo Marsh came. “The pier is closed for good,” Bo Marsh said Carl Webb told him.", ["Carl Webb"]),
    # A pronoun in the clause that opens a sentence means whom it tells of first, who goes on.
    (
        (
            "“Bo lost,” Dennis Arbour said. “He lost,” he added.\n\nAsked whether he might change his "
            "mind, Marcus Whit "
            "shrugged. “I might do so at last,” he told reporters."
        ),
        ["Dennis Arbour", "Dennis Arbour", "Marcus Whit"],
    ),
    # Whose decision it is does not speak of it.
    ("Jim Cole came. Speaker Paul Riley said Cole’s decision “defies every explanation there is.”", ["Paul Riley"]),
    # An apposed name counts, though what it is of follows.
    (
        (
            "Ann Darn came. Darn’s lawyer, Mat Stave of the Liberty Council, said the forms “aren’t "
            "worth the paper they have.”"
        ),
        ["Mat Stave"],
    ),
    # Who says something in a report, and not the report, says it.
    ("Roy Stile told them that he had “no memory of any such conversation,” the report says.", ["Roy Stile"]),
    # A relative without a name is whom a pronoun of their gender means.
    (
        (
            "Tom Theo kept bees. “I did it for love,” he said.\n\nHis wife is not so sure. “It isn’t a "
            "business plan,” she said."
        ),
        ["Tom Theo", "His wife"],
    ),
    # A verb behind "her" is no noun, and a noun behind a body's is no verb.
    (
        "Marlene Moss came. As she spoke, a crowd behind her chanted, “We are with you all the way!”",
        ["a crowd"],
    ),
    (
        "The head of the union on Thursday compared the governor’s school plan to “giving a dry man a glass of sand.”",
        ["The head of the union"],
    ),
    # Whose letter or comments it is does not speak of them, in a clause or behind a weak verb.
    (
        "Barbara Keat wrote. Leader Kurt Dawes said that Keat’s letter “reads like it was written a long time ago.”",
        ["Kurt Dawes"],
    ),
    (
        "Marlene Moss spoke. Then Gene Ryan left. He called Moss’s comments “outrageous, uncalled for and untrue.”",
        ["Gene Ryan"],
    ),
    # Who alone acted in the sentence before goes on, whoever spoke in the paragraph above.
    (
        (
            "Jeb Harlow came. Rafael Dias said he had “nothing but respect for him,” before he "
            "left.\n\nAsked about that, "
            "Harlow smiled thinly. “The man was never good at it,” he said."
        ),
        ["Rafael Dias", "Jeb Harlow"],
    ),
    # Where another is named in the paragraph, a pronoun does not surely mean who spoke above it.
    (
        (
            "“One bad fire could end it all,” James Gibbs said.\n\nThe animal is named after Donald "
            "Faust, a keeper. Told of "
            "it, he wept, his daughter said. “Now they will outlive me twice,” he told her."
        ),
        ["James Gibbs", None],
    ),
    # A clause behind "as" has its own subject, though a relative clause tells of it.
    (
        (
            "Party leaders insisted that all was well, even as a Colorado delegate who led the "
            "walkout vowed that it was "
            "“far from over by any measure.”"
        ),
        ["a Colorado delegate"],
    ),
]

TWICE = [
    # Where a quotation stands apart and again below, it is of who speaks it there.
    (
        (
            "Ann Penn noted that “it does not apply here because the claims are old.”\n\n"
            "‘It is impossible to overstate this ruling.’\n\nJeremy Marsh had a short statement on Thursday. “It is "
            "impossible to overstate this ruling. Consumers will feel it,” he said."
        ),
        "en",
        ["Ann Penn", "Jeremy Marsh", "Jeremy Marsh"],
    ),
    # Where the article says it itself, it is of nobody.
    (
        (
            "Ann Penn noted that “it does not apply here because the claims are old.”\n\n“The ferry never came back to "
            "the island.”\n\nThe night was cold. The ferry never came back to the island."
        ),
        "en",
        ["Ann Penn", None],
    ),
    # Where it stands apart twice and a third time below, it is of who speaks it there.
    (
        (
            "‘It is impossible to overstate this ruling’\n\nThe night was cold. Ann Penn noted that “it does not apply "
            "here because the claims are old.”\n\n‘It is impossible to overstate this ruling.’\n\nJeremy Marsh had a "
            "short statement. “It is impossible to overstate this ruling. Consumers will feel it,” he said."
        ),
        "en",
        ["Jeremy Marsh", "Ann Penn", "Jeremy Marsh", "Jeremy Marsh"],
    ),
    # A heading that quotes, which no point ends, is not of who spoke above it.
    (
        (
            "„Eine Frau hat neulich hundert Masken selbst genäht“, sagt Marius Frank.\n\n„Es "
            "darf sich nicht alles ändern“"
            "\n\nKarsten Bern hat zwei Teams. „Es darf sich nicht alles auf einmal ändern“, sagt Bern."
        ),
        "de",
        ["Marius Frank", None, "Karsten Bern"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), ENGLISH)
def test_speaker_beside_clauses(text: str, speakers: list[str | None]) -> None:
    """Each quotation has the speaker whom the text tells, or none."""
    assert _speakers(text, "en") == speakers


@pytest.mark.parametrize(("text", "language", "speakers"), TWICE)
def test_quotation_that_stands_twice(text: str, language: str, speakers: list[str | None]) -> None:
    """A quotation shown apart has the speaker that it has in the text, and a heading none."""
    assert _speakers(text, language) == speakers


def _speakers(text: str, language: str) -> list[str | None]:
    article = Article(text=text, language=language)
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]
