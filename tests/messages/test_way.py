"""The way of a message is straight: it comes into each room once or twice, and each step of it is done once."""

import pytest

from tests.support.chat import Speaker
from tests.support.way import Way, way_of_a_message

# The functions by which a watched message comes into each room, in order. Whoever adds an entry says why here.
ENTRIES = {
    "bot/messages/posts": ["Heard.of", "stopped_by"],  # Searched; judged.
    "bot/messages": ["Accepting.hear"],
    "bot/messages/owing": ["Batching.put", "FairQueue.put"],  # Written down with others; in line.
    "bot/briefing": ["MeteredDesk.brief"],
    "bot/domain/brief": ["encode_to_keep"],  # The engine, which writes the brief, stands for the world.
    "bot/messages/answers": ["Answer.answered", "Deliverer.carry_out"],  # What it becomes; how that is shown.
    "bot/domain/chat": ["render"],
}

ONCE = (
    "look_into",  # searched for links
    "scan",
    "stopped_by",  # judged
    "MeteredDesk.brief",  # briefed
    "Desk.brief",
    "FakeFetcher.fetch",
    "FakeEngine.brief",
    "Answer.answered",  # composed
    "Deliverer.carry_out",
    "Chat.reply",  # delivered
    "SqlAnswers.keep_first",  # recorded
    "SqlWorkStore.owe",
    "SqlWorkStore.settle",
)


@pytest.fixture
async def way(speaker: Speaker) -> Way:
    """The way of a message with a link in a watched channel."""
    return await way_of_a_message(speaker)


async def test_a_message_enters_each_room_once_or_twice(way: Way) -> None:
    """The message, what is owed for it and its answer come into a room by these functions and no others."""
    assert way.entries() == ENTRIES


async def test_each_step_is_done_once(way: Way) -> None:
    """A message is searched, judged, briefed, composed, delivered and recorded once."""
    times = way.times()
    assert {name: times[name] for name in ONCE} == dict.fromkeys(ONCE, 1)
