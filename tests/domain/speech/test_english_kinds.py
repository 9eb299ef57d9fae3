"""Kinds of English sentences that once had the wrong speaker, or none, in articles that others wrote."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

NAMED = [
    (
        (
            "The port was quiet. “Without the dam, where is the other part?” He Jianming, the former head of the Fund, "
            "said at a forum."
        ),
        "Jianming",
    ),
    (
        "It grew. “Our third quarter reflected our plans,” chairman, CEO and president Craig Mellow said in May.",
        "Craig Mellow",
    ),
    (
        "The moon is far. “What is really fun is the ocean there,” marine scientist and study co-author Mia Hart said.",
        "Mia Hart",
    ),
    (
        (
            "It is open. Or maybe it is Ann Lee's, digital consultant Phil Mason says. “Several surveys suggest a "
            "second look.”"
        ),
        "Phil Mason",
    ),
    (
        (
            "“We must control the borders of the park,” Mary Holt said.\n\n“I am tired of being told that it is "
            "offensive!” Quill said."
        ),
        "Quill",
    ),
    (
        (
            "The doctors said they run a network of clinics that works in all states with it to “create a system "
            "that works for all families”."
        ),
        "The doctors",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_the_last_quotation_has_its_speaker(text: str, speaker: str) -> None:
    """Names like pronouns, joined titles, speakers at a sentence's end and unknown surnames are found."""
    assert _speakers(text)[-1] == speaker


FOUND = [
    ("For Mia Volk, who swims daily, it is a blow: “I had just bought new boots.”", "Mia Volk"),
    ("For the lifeguard Tom Brill, the news came too early: “I had just bought new boots.”", "Tom Brill"),
    ("For Bo Ray, the mayor had a message: “You will always be one of us.”", "the mayor"),
    # Who puts it so, past a clause of their own.
    ("As Mia Oakes, who teaches law in Leeds, likes to put it, “a law is as strong as its last judge.”", "Mia Oakes"),
    ("As Mia Oakes, a professor at a think tank in Hawaii, puts it, “a law is as strong as its judge.”", "Mia Oakes"),
    # Who does something to somebody with a title is no part of the title.
    ("Mayor Peter Doyle met union chief Frank Hale. Hale said it was “useful, but far from a deal.”", "Frank Hale"),
    ("Mayor Peter Doyle met union chief Frank Hale. He called it “useful, but far from a deal.”", "Peter Doyle"),
    # What somebody does by speaking is theirs.
    ("On Monday, Ann Lee rallied supporters by warning that “the rule of the right is in danger.”", "Ann Lee"),
    # The title of a show with its owner before it is no speech, and who is told behind it only listens.
    ("Ann Lee, appearing on CBN's “Morning Table,” told host Bo Ray that it was “about zeal, not blame.”", "Ann Lee"),
    # A clause behind the noun of which a quotation tells more is no cue.
    ("Ann Lee praised what she called the “brave” plan Bo Ray made to save the mill.", "Ann Lee"),
    ("Ann Lee praised the “brave” plan, Bo Ray said, to save the mill.", "Bo Ray"),
    # What somebody calls something is theirs, though the main clause's verb stands right behind.
    ("Mayor Ann Lee, citing what she called “a sad and odd obsession,” urged reporters to go.", "Ann Lee"),
    ("Nothing Bo Ray said “will ever make us any safer here,” the senator said.", "the senator"),
    # Who apologizes to somebody for saying so says it, and who is quoted as saying so does.
    ("Rex Colvard apologized on Tuesday to Ann Lee for calling it “a fire alarm in a pantsuit.”", "Rex Colvard"),
    ("Rex Colvard criticized Ann Lee for calling it “a fire alarm in a pantsuit.”", "Ann Lee"),
    # "He" behind a comma is no foreword for a name in the same clause.
    (
        (
            "Nils Aagaard kept a diary. “I ate it,” Aagaard wrote. In another entry, he described his second in "
            "command, Olaf Brekke, as “a good man with the soul of a clerk.”"
        ),
        "Nils Aagaard",
    ),
    # "Who" behind an apposition is whom it tells of.
    ("“It is over,” said Ann Lee, a skipper from Salm, who added that it “could not end any other way.”", "Ann Lee"),
    # "But" behind a comma goes on with who told, not with whom they told of; "and" without one may go on with either.
    ("Ann Lee said that Bo Ray lied, but called it “the best deal that the town could get.”", "Ann Lee"),
    ("The Danforth Group said that it had a copy, but said it “never made a decision by it.”", "Danforth Group"),
    ("Ann Lee said that Bo Ray lied and called it “the best deal that the town could get.”", "Bo Ray"),
    # Who stands in brackets behind a quotation speaks it, and not who is told of in them.
    ("Few see it. “Nobody who has a dream will ever call it one” (Ann Lee). The hall was cold.", "Ann Lee"),
    ("Bo Ray said it was “a dream that nobody will ever have again” (Ann Lee left).", "Bo Ray"),
    # Of whom a town's name tells is no speaker.
    (
        "A study by the Merrow Institute, a London-based think tank, concluded that “it will fall on all of us.”",
        "Merrow Institute",
    ),
    # People without a name who alone may be "they".
    ("Analysts at Burke were calm. “This looks like the start of something,” they wrote.", "Analysts at Burke"),
]


@pytest.mark.parametrize(("text", "speaker"), FOUND)
def test_the_last_quotation_is_whose_it_is(text: str, speaker: str) -> None:
    """Clauses between a speaker and the verb, titles of others and people without a name are read."""
    assert _speakers(text)[-1] == speaker


NOBODY = [
    # What somebody turns down or denies is not their word.
    "Chief Alan Varga rejected claims that officers had “opened fire without any warning.”",
    "The company denied that it had “knowingly sold bad feed to farmers.”",
    "The company denied having “knowingly sold bad feed to farmers.”",
    # Of two bodies either may be "they".
    "The company met the union. “This looks like the start of something,” they wrote.",
    # Somebody speaks whom the text does not name, so that nobody from above goes on.
    (
        "Ann Lee runs the campaign. “We like it,” Ann Lee said.\n\n“If we were any higher, we would be in the north,” "
        "one lamplighter quipped."
    ),
    (
        "Ann Lee sells shares. “We like the market,” Ann Lee said.\n\n“The market and its quality part do well,” said "
        "a report from the brokers."
    ),
    # Who is told of beside a noun, by a noun that no list knows, has no name.
    (
        "Ann Lee, who voted last, read from a letter by her grandfather, a sharecropper, who wrote that he crossed the "
        "street so as “not to walk in the shadow of that man.”"
    ),
    # A clause that tells why has a subject of its own, and so has a noun with its owner right before its verb.
    "Just because doctors became aware of “tests” at home, “that does not mean that this was the order.”",
    (
        "It followed a report by Ann Lee, a lawyer, who found that firms had paid for what the Merrow Group's sales "
        "slides called “a new and better kind of mood.”"
    ),
    # What stands in brackets behind somebody who is only told of is not their word.
    "The staff had no contact with the lawyer (“We have not spoken directly with her yet”) and said so.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_last_quotation_is_left_unattributed(text: str) -> None:
    """A speaker without a name is nobody, not who spoke before."""
    assert _speakers(text)[-1] is None


def test_a_song_is_no_speech_though_a_point_stands_within_its_marks() -> None:
    """American marks hold the sentence's point, in the title of a work too."""
    assert _speakers("Ann Lee sat down and played “Walking Home in the Rain.” The crowd was happy.") == []


def _speakers(text: str) -> list[str | None]:
    article = Article(text=text, language="en")
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]
