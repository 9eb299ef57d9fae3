"""A watched message and a command, followed through the whole house: the real client on the local Discord."""

from dataclasses import dataclass

from tests.support.newsroom import Newsroom
from tests.support.way import Way, followed


@dataclass(frozen=True, slots=True)
class Ways:
    """What a message with a link and `/summarize` went through."""

    message: Way
    command: Way


async def ways_through(newsroom: Newsroom) -> Ways:
    """Post a link in a watched channel, ask for another by a command, and follow both to their answers."""
    await newsroom.watch()
    await newsroom.town.settle()
    with followed() as message:
        post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
        await newsroom.answer(post)
        await newsroom.town.settle()
    with followed() as command:
        link = newsroom.link("/other", headline="Other")
        await newsroom.town.answer_to(await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=link))
        await newsroom.town.settle()
    return Ways(message, command)
