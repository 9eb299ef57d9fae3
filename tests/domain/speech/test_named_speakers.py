"""Who speaks where a name is easily missed or taken for another's."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

FIRST_NAMES = """
June Abbott|April Stone|May Lind|Will Young|August Holt|Sunday Adeyemi|So Min|Kim In-soo|On Kawara|He Ping|You Jia
My Linh|Guy Roux|Son Heung|Per Sand|Jan Berg|Ursula von der Alm|Marie de La Tour
"""

SENTENCES = {
    "their own plan": (
        "Ada Quill said that Tom Marsh's plan would “lead straight to a war among the boatmen”.",
        "Ada Quill",
    ),
    "whom they speak of": (
        "Ada Quill has attacked Mia Holt and has referred to her as “that third-rate painter of old boats”.",
        "Ada Quill",
    ),
    "a title of several words": ("“The pier is not safe,” said deputy harbour master Ada Quill.", "Ada Quill"),
    "a title of several words first": ("“The pier is not safe,” deputy harbour master Ada Quill said.", "Ada Quill"),
    "a title with a verb in it": ("“The pier is not safe,” said assistant fire chief Tom Marsh.", "Tom Marsh"),
    "a title before a comma": ("“The pier is not safe,” said the deputy harbour master, Ada Quill.", "Ada Quill"),
    "a name like an article": ("An Nguyen, a teacher, said: “The children cannot get to school.”", "An Nguyen"),
    "to whom a saying is likened": (
        "“A boat that never sails is a pier,” as Ada Quill, a professor at a think tank in Hawaii, puts it.",
        "Ada Quill",
    ),
    "likened first": (
        "As Ada Quill, a professor at a think tank in Hawaii, puts it, “a boat that never sails is a pier”.",
        "Ada Quill",
    ),
    "a clergyman": ("The Rev. Tom Marsh said the church was “open to every boatman of the lake”.", "Tom Marsh"),
    "behind a question": (
        "“Is this the end of the ferry?” Ada Quill, a professor of law, asked in the hall.",
        "Ada Quill",
    ),
    "a letter": ("The campaign sent an email saying, “We need your help to keep the old ferry.”", "The campaign"),
    "a claim rejected": ("Ada Quill rejects the claim that “the ferry was sold behind the back of the council”.", None),
    "a man nobody names": (
        "Ada Quill opened the fair.\n\nA man in a red coat spoke first. “I have never seen so many boats,” he said.",
        "A man",
    ),
    "one of many": (
        (
            "Ada Quill opened the fair.\n\nThe visitors were glad. One of them shouted: “We have waited for this "
            "for years!”"
        ),
        None,
    ),
    "a heading": ("Ada Quill on the ferry\n\n“It will never sail again on this lake, whatever they say.”", None),
    "two of one surname": (
        "Bill Hale spoke on Monday and Ann Hale on Tuesday. “We will win this race in the autumn,” Hale said.",
        None,
    ),
    "one of two of a surname": (
        "Bill Hale stayed at home. Ann Hale spoke on Tuesday. “We will win this race in the autumn,” Hale said.",
        "Ann Hale",
    ),
}


def speakers(text: str) -> list[str | None]:
    """Who speaks each quotation of an English text."""
    article = Article(text=text, language="en")
    return [quote.speaker for quote in find_quotes(article, find_entities(article))]


@pytest.mark.parametrize("name", FIRST_NAMES.strip().replace("\n", "|").split("|"))
def test_first_name_that_means_something_else(name: str) -> None:
    """Behind a quotation's verb of speech it is a name, though the text has it once."""
    assert speakers(f"“We will open the bridge next year and not a day before,” said {name}.") == [name]


@pytest.mark.parametrize(("text", "speaker"), SENTENCES.values(), ids=SENTENCES)
def test_speaker_is_who_the_text_names(text: str, speaker: str | None) -> None:
    """The cue's own subject speaks; where the text leaves it open, nobody does."""
    assert speakers(text) == [speaker]
