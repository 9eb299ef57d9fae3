"""The way of a message and of a command through the whole house, the cogs among its rooms."""

from tests.support.newsroom import Newsroom
from tests.support.walk import ways_through

# The functions by which a watched message comes into each room, in order. Whoever adds an entry says why here.
OF_A_MESSAGE = {
    "cogs": ["Watch.on_message"],
    "cogs/shared": ["said_in", "DiscordMessages.fetch"],  # Made a post; found again by its ids where the job is done.
    "bot/messages": ["Proxies.wrote", "Accepting.hear"],  # A webhook may repeat it; an answer is owed.
    "bot/messages/posts": ["look_into", "stopped_by"],  # Searched; judged.
    "bot/messages/owing": ["Batching.put", "FairQueue.put"],  # Written down with others; in line.
    "bot/briefing": ["MeteredDesk.brief"],
    "bot/domain/brief": ["encode_to_keep"],  # The engine, which writes the brief, stands for the world.
    "bot/messages/answers": ["Answer.answered", "Deliverer.carry_out"],  # What it becomes; how that is shown.
    "bot/domain/chat": ["render"],
}
OF_A_COMMAND = {
    "bot/briefing": ["MeteredDesk.brief"],
    "bot/domain/brief": ["encode_to_keep"],
    "bot/messages": ["Answering.commanded"],
    "bot/messages/answers": ["Answer.answered", "Deliverer.carry_out"],
    "bot/domain/chat": ["render"],
    "cogs": ["Watch.on_message"],  # The bot hears its own answer, and that there is one.
}


async def test_a_message_and_a_command_enter_each_room_once_or_twice(newsroom: Newsroom) -> None:
    """They and what becomes of them come into a room by these functions and no others."""
    ways = await ways_through(newsroom)
    assert ways.message.entries() == OF_A_MESSAGE
    assert ways.command.entries() == OF_A_COMMAND
