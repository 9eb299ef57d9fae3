from urllib.parse import unquote

from bot.domain.brief.fragment import text_fragment
from bot.domain.values.article import Article

WORDS = " ".join(f"word{number}" for number in range(40))
TEXT = f"Ann said: “We won, I think - 100% & more.” Then “{WORDS}” she said.\n\nBob said “yes” and Eve said “yes” too."
ARTICLE = Article(text=TEXT, url="https://news.example/a?b=c")


def link(quote: str, *, ambiguous: bool = False, url: str | None = ARTICLE.url) -> str:
    """The link of a quote."""
    start = TEXT.index(quote)
    return text_fragment(Article(text=TEXT, url=url), start, start + len(quote), ambiguous=ambiguous) or ""


def test_fragment_encodes_what_has_a_meaning_in_it() -> None:
    """Dashes, commas and ampersands part a directive, so they are encoded with everything else."""
    directive = link("We won, I think - 100% & more.").partition("#:~:text=")[2]
    assert not set("-,& ") & set(directive)
    assert unquote(directive) == "We won, I think - 100% & more."


def test_long_quote_is_given_by_its_ends() -> None:
    """Beyond ten words a fragment has the first and the last words, with a comma between."""
    start, end = link(WORDS).partition("text=")[2].split(",")
    assert WORDS.startswith(unquote(start))
    assert WORDS.endswith(unquote(end))


def test_ambiguous_quote_is_told_by_its_neighbours() -> None:
    """Words that stand twice are given with those before and after them, in the standard's order."""
    parts = link("yes", ambiguous=True).partition("text=")[2].split(",")
    assert [unquote(part) for part in parts] == ["Bob said “-", "yes", "-” and Eve"]


def test_fragment_joins_another_fragment() -> None:
    """An address that has a fragment keeps it."""
    assert link("We won", url="https://news.example/a#top") == "https://news.example/a#top:~:text=We%20won"


def test_article_without_an_address_has_no_links() -> None:
    """A paste has no page to lead to."""
    assert link("We won", url=None) == ""
