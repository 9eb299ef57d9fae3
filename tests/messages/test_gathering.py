"""What was gathered for an answer: whether it is worth waiting for what failed."""

import pytest

from bot.briefing.metered_desk import Item
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.brief import Served
from bot.domain.values.draft import Draft, DraftSentence
from bot.domain.values.wish import Wish
from bot.errors import BrokenOffError, BusyError, NutgrafError, PaywallError, UnreachableError
from bot.messages.gathering import Gathered, asker_of
from bot.messages.posts.post import Post

ARTICLE = Article(text="The harbour will close on Monday, the council said.", url="https://news.example/harbour")
DRAFT = Draft(headline="", sentences=(DraftSentence(ARTICLE.text, 0),), actors=(), quotes=(), engine="builtin")
ITEM = Item(Served(check(DRAFT, ARTICLE), "key", None), Wish())
BROKEN, BUSY, AWAY, WALL = BrokenOffError(), BusyError(), UnreachableError(), PaywallError()


@pytest.mark.parametrize(
    ("has_brief", "faults", "patiently", "impatiently"),
    [
        (False, (WALL,), None, None),
        (False, (WALL, AWAY), AWAY, None),
        (False, (WALL, BUSY), BUSY, BUSY),
        (True, (AWAY,), None, None),
        (True, (BUSY,), BUSY, None),
        (True, (AWAY, BROKEN), BROKEN, None),
    ],
    ids=["wall", "away", "busy", "a brief, and away", "a brief, and busy", "a brief, and broken off"],
)
def test_worth_waiting(
    has_brief: bool,
    faults: tuple[NutgrafError, ...],
    patiently: NutgrafError | None,
    impatiently: NutgrafError | None,
) -> None:
    """What was broken off is waited for while there is patience; a site that is away keeps no other brief waiting."""
    gathered = Gathered((ITEM,) if has_brief else (), faults)
    assert gathered.worth_waiting(patient=True) is patiently
    assert gathered.worth_waiting(patient=False) is impatiently


def test_brief_is_counted_for_the_name_that_a_webhook_spoke_under() -> None:
    """Each name of a webhook is a speaker of its own; whoever writes in their own name is their own."""
    post = Post(id=1, channel=5, guild=2, author=3, texts=())
    assert asker_of(post).user == 3
    assert asker_of(Post(id=1, channel=5, guild=2, author=3, texts=(), counted_as=-7)).user == -7
