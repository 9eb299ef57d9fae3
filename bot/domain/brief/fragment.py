"""Links to a place in a page: text fragments, as the WICG's draft "URL Fragment Text Directives" has them."""

from urllib.parse import quote as percent_encode

from bot.domain.values.article import Article
from config import limits


def text_fragment(article: Article, start: int, end: int, *, ambiguous: bool = False) -> str | None:
    """The address of `article.text[start:end]` in the article's page, None for an article without an address.

    A long quote, or one over several paragraphs, is given by its first and last words. `ambiguous` adds the words
    around it, for words that stand in the text more than once.
    """
    if article.url is None:
        return None
    text = article.text
    words = text[start:end].split()
    if not words:
        return None
    if (
        len(words) <= limits.FRAGMENT_WORDS
        and "\n" not in text[start:end]
        and end - start <= limits.FRAGMENT_CHARACTERS
    ):
        directive = _percent(" ".join(words))
    else:
        directive = f"{_percent(_first(words))},{_percent(_last(words))}"
    if ambiguous:
        directive = f"{_prefix(text, start)}{directive}{_suffix(text, end)}"
    joint = ":~:" if "#" in article.url else "#:~:"
    return f"{article.url}{joint}text={directive}"


def _first(words: list[str]) -> str:
    """The first words of a quote; in a script without spaces its first characters."""
    return " ".join(words[: limits.FRAGMENT_WORDS // 2])[: limits.FRAGMENT_CHARACTERS // 2]


def _last(words: list[str]) -> str:
    return " ".join(words[-(limits.FRAGMENT_WORDS // 2) :])[-(limits.FRAGMENT_CHARACTERS // 2) :]


def _prefix(text: str, start: int) -> str:
    begin = max(text.rfind("\n", 0, start) + 1, start - limits.FRAGMENT_CHARACTERS)
    words = text[begin:start].split()[-limits.FRAGMENT_CONTEXT :]
    return f"{_percent(' '.join(words))}-," if words else ""


def _suffix(text: str, end: int) -> str:
    last = text.find("\n", end, end + limits.FRAGMENT_CHARACTERS)
    words = text[end : last if last >= 0 else end + limits.FRAGMENT_CHARACTERS].split()[: limits.FRAGMENT_CONTEXT]
    return f",-{_percent(' '.join(words))}" if words else ""


def _percent(text: str) -> str:
    # "-", "," and "&" have a meaning of their own in a text directive.
    return percent_encode(text, safe="", errors="replace").replace("-", "%2D")
