from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.model import Article
from bot.domain.names import find_entities
from bot.domain.quotes import FoundQuote, find_quotes

MARKS = "\"“”„«»‹›‘’'「」『』—–"


def read(text: str, language: str | None = "en") -> list[tuple[str, str | None]]:
    """The quotations of a text with their speakers."""
    return [(text[quote.start : quote.end], quote.speaker) for quote in found(text, language)]


def found(text: str, language: str | None = "en") -> tuple[FoundQuote, ...]:
    """What is found in a text of this language."""
    article = Article(text=text, language=language)
    return find_quotes(article, find_entities(article))


def test_a_cue_after_the_quotation_names_the_speaker() -> None:
    """The name beside the verb of speech is the speaker, in either order."""
    assert read("“The dam will hold through the winter,” said Ann Lowry.") == [
        ("The dam will hold through the winter,", "Ann Lowry")
    ]
    assert read("“The dam will hold through the winter,” Ann Lowry said.")[0][1] == "Ann Lowry"


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from(MARKS + "abc DEF,.:?!\n 1"), max_size=200), st.sampled_from(["en", "de", None]))
def test_any_text_gives_slices_in_order(text: str, language: str | None) -> None:
    """Whatever the text, quotations are slices of it, in order, not overlapping."""
    past = 0
    for quote in found(text, language):
        assert past <= quote.start < quote.end <= len(text)
        past = quote.end
