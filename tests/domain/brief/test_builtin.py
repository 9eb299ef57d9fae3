"""The built-in engine over a whole article: summary, actors, quotes, headline, notes."""

import tomllib
from functools import partial
from pathlib import Path

import pytest

from bot.domain.brief.builtin import SPEAKERS_NOT_SOUGHT, write_draft
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft
from bot.domain.values.wish import Length, Wish
from tests.support.costs import calls_of

STORIES = Path(__file__).parent.parent / "claims" / "stories"
HEADLINE_CALLS = 8_400  # A tenth above what it takes: what earlier tests left in the caches moves it by a fiftieth.
TEXT = """\
LAKE HARBOUR, May 3 (Newswire) - The Lakeside Council voted on Tuesday to buy back the old ferry, ending a dispute \
with France and Germany over who may run boats on the lake.

Mayor Ines Halloran said the ferry would sail again by June. “The lake belongs to everybody who lives on its shore, \
and so does this boat,” Halloran told reporters at the pier.

However, he warned that the price was too high.

Peter Lindqvist, a spokesman for the Northern Boat Company, said the company would appeal. “We have run this line for \
thirty years and nobody has asked us,” he said.

France asked the council to wait until a joint commission has met in Strasbourg, while Germany offered to pay for half \
of the repairs.

Sign up for our newsletter to read more stories like this one.

The ferry was built in 1931 and carried mail, cattle and tourists across the lake until its engine failed."""
ARTICLE = Article(TEXT, title="Council buys back the ferry", language="en")


@pytest.fixture(scope="module")
def draft() -> Draft:
    """The draft of the article, at normal length."""
    return write_draft(ARTICLE, Wish())


def test_draft_names_engine_and_language(draft: Draft) -> None:
    """A draft says who wrote it and in which language."""
    assert (draft.engine, draft.language, draft.notes) == ("builtin", "en", ())


def test_headline_is_the_title(draft: Draft) -> None:
    """An article's own title is its headline."""
    assert draft.headline == "Council buys back the ferry"


def test_headline_of_an_untitled_article_is_made_of_its_first_sentence() -> None:
    """Without a title the headline is the first sentence up to where a clause ends, without the dateline."""
    headline = write_draft(Article(TEXT, language="en"), Wish()).headline
    assert headline == "The Lakeside Council voted on Tuesday to buy back the old ferry"


@pytest.mark.parametrize(("length", "count"), [(Length.SHORT, 2), (Length.NORMAL, 3), (Length.LONG, 4)])
def test_summary_has_the_wished_number_of_sentences(length: Length, count: int) -> None:
    """Short is two sentences, normal three, long four."""
    assert len(write_draft(ARTICLE, Wish(length)).sentences) == count


def test_quotes_carry_position_and_speaker(draft: Draft) -> None:
    """Each quote is a slice of the text at its position, with the name of who says it."""
    speakers = {quote.text[:12]: quote.speaker for quote in draft.quotes}
    assert speakers == {"The lake bel": "Ines Halloran", "We have run ": "Peter Lindqvist"}
    for quote in draft.quotes:
        assert quote.start is not None
        assert TEXT[quote.start :].startswith(quote.text)


def test_actors_have_kinds_and_roles(draft: Draft) -> None:
    """People, organisations and places come with their kind, people with what the text calls them."""
    actors = {actor.name: actor for actor in draft.actors}
    assert actors["Ines Halloran"].kind is Kind.PERSON
    assert actors["Ines Halloran"].role == "Mayor"
    assert actors["Peter Lindqvist"].role == "a spokesman for the Northern Boat Company"
    assert actors["Northern Boat Company"].kind is Kind.ORGANISATION
    assert actors["France"].kind is Kind.PLACE


def test_language_without_a_folder_gets_quotes_and_summary_and_a_note() -> None:
    """Where speakers are not looked for the draft says so, and quotes come by the marks alone."""
    text = (
        "Reka itu meluap pada hari Senin dan membanjiri tiga desa di lembah, kata pejabat setempat.\n\n"
        "“Kami belum pernah melihat air setinggi ini dalam hidup kami,” kata seorang petani tua."
    )
    draft = write_draft(Article(text, language="id"), Wish())
    assert draft.notes == (SPEAKERS_NOT_SOUGHT,)
    assert [quote.speaker for quote in draft.quotes] == [None]
    assert draft.sentences


@pytest.mark.parametrize("text", ["", "One", "“", "Yes.", "…", "A. B. C. D."])
@pytest.mark.parametrize("language", ["en", None, "zh"])
def test_tiny_texts_are_no_fault(text: str, language: str | None) -> None:
    """A text too short for anything gives a draft with nothing in it."""
    assert write_draft(Article(text, language=language), Wish()).quotes == ()


def test_a_clause_without_words_of_its_own_is_no_fault() -> None:
    """A quotation behind a colon may leave one to a headline: the brief is made all the same."""
    text = "The goat's owner, who is 15, posted an appeal that ended: “She answers to Betty, but not often.”"
    assert write_draft(Article(text=text, language="en"), Wish()).quotes


def test_the_summary_leaves_out_what_the_headline_says_behind_a_name() -> None:
    """A first sentence that is the headline behind a name and a colon is not told twice."""
    text = "Tom Marsh: The town council of Lakeside bought the old ferry back.\n\n" + TEXT.split("\n\n", 1)[1]
    draft = write_draft(Article(text, language="en"), Wish(Length.LONG))
    assert draft.headline == "The town council of Lakeside bought the old ferry back"
    assert not draft.sentences[0].text.startswith("Tom Marsh:")
    assert len(draft.sentences) > 2  # Another sentence has its place.


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_made_headline_is_cheap(code: str) -> None:
    """A text without a title takes few more calls of functions than the same text with one: its headline's."""
    text = tomllib.loads((STORIES / f"{code}.toml").read_text(encoding="utf-8"))["text"].strip()
    titled, untitled = (_calls(Article(text, title=title, language=code)) for title in ("The town", None))
    assert untitled - titled <= HEADLINE_CALLS


def _calls(article: Article) -> int:
    """How many functions a draft calls once its language is loaded: its cost, whatever else the machine does."""
    write_draft(article, Wish())
    return calls_of(partial(write_draft, article, Wish()), builtins=False)
