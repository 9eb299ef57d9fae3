"""Lines that are shown: without what no reader sees, cut where they are too long, and none that a chat would link."""

from bot.domain.claims.comparing.support import has_host, has_link


def clean_line(text: str) -> str:
    """One line without control and format characters. What is markup is escaped where it shows."""
    if text.isprintable():
        visible = text
    else:
        visible = "".join([one if one.isprintable() or one.isspace() else "" for one in text])
    return " ".join(visible.split())


def cut(text: str, characters: int) -> str:
    """A line of so many characters at the most, cut between words."""
    if len(text) <= characters:
        return text
    return text[: characters - 1].rsplit(" ", 1)[0] + "…"


def linked(clean: str) -> str:
    """Why even the article's own words are not shown, "" when they are: a chat would make a link of them."""
    return "carries a link or a mention" if has_link(clean) or has_host(clean) else ""
