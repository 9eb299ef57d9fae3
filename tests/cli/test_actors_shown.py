"""The order of actors in a terminal: those with a role, people among them first, as the chat shows them."""

from datetime import date

from bot.cli.terminal import as_text, show
from bot.domain.brief.builtin import write_draft
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

_TEXT = (
    "Mardle Ferries closed the old pier in Lakeside on Monday, after forty years of storms that nobody counted.\n\n"
    "Lakeside had hoped for a new pier. Tom Marsh saw the last boat leave. “It is a sad day,” said Ann Lee, a baker "
    "from Lakeside. “We will miss the pier and the boats,” Ann Lee said. Mardle Ferries said that it would build a "
    "new one in spring, and that boats would go from Quell until then."
)


def test_people_with_a_role_come_first_and_who_has_none_comes_last() -> None:
    """A reader meets who acts before what is merely named."""
    article = Article(_TEXT, language="en")
    brief = check(write_draft(article, Wish()), article)
    assert {bool(actor.role) for actor in brief.actors} == {True, False}
    shown = as_text(show(brief, today=date(2026, 11, 26))).split("Actors\n")[1].split("\n\n")[0].splitlines()
    roles = [" — " in line for line in shown]
    assert shown[0].strip().startswith("Ann Lee — a baker")
    assert roles == sorted(roles, reverse=True)
