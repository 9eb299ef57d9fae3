"""Interactions: the three seconds, second answers, webhooks, private messages, user installs."""

import asyncio
from typing import Any

import pytest

from playground.options import NotOfferedError
from playground.rest.interactions import ANSWER_SECONDS, TOKEN_SECONDS
from playground.rules.state import Channel, Guild, Interaction, Member
from tests.playground.rest import Rest, button, row, text, v2
from tests.support.patience import PATIENCE
from tests.support.town import Town

COMMANDS: list[dict[str, Any]] = [
    {"name": "say", "description": "Say.", "type": 1, "integration_types": [0, 1], "contexts": [0, 1, 2]},
    {"name": "guarded", "description": "Guarded.", "type": 1, "default_member_permissions": "32", "contexts": [0]},
    {"name": "server", "description": "In servers.", "type": 1, "contexts": [0]},
]


@pytest.fixture(autouse=True)
async def _commands(rest: Rest, town: Town) -> None:
    await rest("PUT", f"/applications/{town.discord.service.application}/commands", COMMANDS)


async def answer(rest: Rest, asked: Interaction, kind: int = 4, **data: Any) -> tuple[int, Any]:
    """Answer an interaction."""
    path = f"/interactions/{asked.id}/{asked.token}/callback?with_response=true"
    return await rest("POST", path, {"type": kind, "data": data})


def hook(town: Town, asked: Interaction, rest: str = "") -> str:
    """The path of an interaction's webhook."""
    return f"/webhooks/{town.discord.service.application}/{asked.token}{rest}"


async def test_answer_within_three_seconds(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """An answer after three seconds is 10062, and so is one to an unknown interaction."""
    asked = await town.slash(news, ana, "say")
    asked.born -= ANSWER_SECONDS
    status, body = await answer(rest, asked, content="late")
    assert (status, body["code"]) == (404, 10062)
    other = await town.slash(news, ana, "say")
    other.token = "unknown"  # noqa: S105 - it opens nothing.
    assert (await answer(rest, other, content="a"))[1]["code"] == 10062


async def test_second_answer(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A second answer is 40060."""
    asked = await town.slash(news, ana, "say")
    status, body = await answer(rest, asked, content="first")
    assert (status, body["resource"]["message"]["content"]) == (200, "first")
    assert (await answer(rest, asked, content="second"))[1]["code"] == 40060


async def test_refused_answer_can_be_mended(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """An answer over the limits is refused and does not count."""
    asked = await town.slash(news, ana, "say")
    assert (await answer(rest, asked, content="a" * 2001))[0] == 400
    assert (await answer(rest, asked, content="a"))[0] == 200


async def test_follow_up_before_an_answer(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """The webhook is unknown before the first answer."""
    asked = await town.slash(news, ana, "say")
    assert (await rest("POST", hook(town, asked), {"content": "a"}))[1]["code"] == 10015


async def test_first_follow_up_fills_the_placeholder(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """After a deferral the first follow-up edits the placeholder, which stays private; the second is new."""
    asked = await town.slash(news, ana, "say")
    _, deferred = await answer(rest, asked, 5, flags=64)
    assert deferred["interaction"]["response_message_loading"] is True
    _, first = await rest("POST", hook(town, asked), {"content": "one"})
    assert first["id"] == deferred["interaction"]["response_message_id"]
    _, second = await rest("POST", hook(town, asked), {"content": "two"})
    assert second["id"] != first["id"]
    assert [message.content for message in town.ephemerals(news, ana)] == ["one"]


async def test_edit_and_delete_through_the_webhook(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """The original and follow-ups can be fetched, edited and deleted; a deleted one is 10008."""
    asked = await town.slash(news, ana, "say")
    await answer(rest, asked, content="a")
    original = hook(town, asked, "/messages/@original")
    assert (await rest("PATCH", original, {"content": "b"}))[1]["content"] == "b"
    assert (await rest("GET", original))[1]["content"] == "b"
    assert (await rest("DELETE", original))[0] == 204
    assert (await rest("GET", original))[1]["code"] == 10008


async def test_token_ends_after_fifteen_minutes(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """After a quarter of an hour the webhook's token is invalid."""
    asked = await town.slash(news, ana, "say")
    await answer(rest, asked, content="a")
    asked.born -= TOKEN_SECONDS
    assert (await rest("POST", hook(town, asked), {"content": "late"}))[1]["code"] == 50027


async def test_private_answers_are_seen_by_one(rest: Rest, town: Town, guild: Guild, news: Channel) -> None:
    """A private answer is no message to others, nor to the channel's own routes."""
    ana, ben = guild.member("ana"), guild.member("ben")
    asked = await town.slash(news, ana, "say")
    _, body = await answer(rest, asked, **v2(row(button("x"))) | {"flags": 1 << 15 | 64})
    number = body["resource"]["message"]["id"]
    assert (await rest("GET", f"/channels/{news.id}/messages/{number}"))[1]["code"] == 10008
    assert town.messages(news) == []
    private = town.messages(news, seen_by=ana)[0]
    with pytest.raises(NotOfferedError):
        await town.press(private, ben, "x")


async def test_answers_must_fit(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A command cannot be answered with an update or with choices."""
    asked = await town.slash(news, ana, "say")
    assert (await answer(rest, asked, 7, content="a"))[0] == 400
    assert (await answer(rest, asked, 8, choices=[]))[0] == 400


MODALS: dict[str, dict[str, Any]] = {
    "a title over 45 characters": {"title": "t" * 46},
    "no custom id": {"custom_id": ""},
    "no fields": {"components": []},
    "six fields": {"components": [{"type": 10, "content": "a"}] * 6},
    "a label over 45 characters": {
        "components": [
            {"type": 18, "label": "a" * 46, "component": {"type": 4, "style": 1, "custom_id": "a"}},
        ]
    },
    "an unknown style": {
        "components": [{"type": 18, "label": "a", "component": {"type": 4, "style": 3, "custom_id": "a"}}]
    },
    "a minimum above the maximum": {
        "components": [
            {
                "type": 18,
                "label": "a",
                "component": {"type": 4, "style": 1, "custom_id": "a", "min_length": 9, "max_length": 5},
            }
        ]
    },
}


@pytest.mark.parametrize("change", MODALS.values(), ids=MODALS)
async def test_refused_modals(rest: Rest, town: Town, news: Channel, ana: Member, change: dict[str, Any]) -> None:
    """A modal over the limits is refused."""
    asked = await town.slash(news, ana, "say")
    field = {"type": 18, "label": "Word", "component": {"type": 4, "style": 1, "custom_id": "word"}}
    modal: dict[str, Any] = {"title": "t", "custom_id": "m", "components": [field]}
    assert (await answer(rest, asked, 9, **modal | change))[0] == 400
    assert (await answer(rest, asked, 9, **modal))[0] == 200


async def test_command_permissions(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """A command for Manage Server is offered to those who have it."""
    admin = town.member(guild, "ada", permissions="manage_guild")
    with pytest.raises(NotOfferedError):
        await town.slash(news, ana, "guarded")
    await town.slash(news, admin, "guarded")
    await town.slash(news, guild.member("olga"), "guarded")


async def test_commands_need_a_permission(town: Town, news: Channel, ana: Member) -> None:
    """Who may not use application commands is offered none."""
    town.permit(news, who=ana, deny="use_application_commands")
    with pytest.raises(NotOfferedError):
        await town.slash(news, ana, "say")


async def test_commands_by_context(town: Town, ana: Member) -> None:
    """A command for servers is not offered in direct messages."""
    assert (await town.slash(town.dm(ana), ana, "say")).context == 1
    with pytest.raises(NotOfferedError):
        await town.slash(town.dm(ana), ana, "server")


async def test_user_install(rest: Rest, town: Town, ana: Member) -> None:
    """A user who installed the bot calls it where it is not, and then it may follow up five times at most."""
    elsewhere = town.guild("Elsewhere", installed=False, members=["zoe"])
    zoe, place = elsewhere.member("zoe"), elsewhere.channel("general")
    with pytest.raises(NotOfferedError):
        await town.slash(place, zoe, "say")
    town.install_for(zoe)
    asked = await town.slash(place, zoe, "say")
    assert (asked.context, asked.owners) == (0, {"1": str(zoe.id)})
    await answer(rest, asked, content="a")
    codes = [(await rest("POST", hook(town, asked), {"content": "more"}))[0] for _ in range(6)]
    assert codes == [200] * 5 + [400]
    among = town.private(zoe, ana)
    assert (await town.slash(among, zoe, "say")).context == 2


async def test_user_install_is_private_without_external_apps(rest: Rest, town: Town) -> None:
    """Where the member may not use external apps, the answer of a user install is private."""
    elsewhere = town.guild("Elsewhere", installed=False, members=["zoe"])
    zoe, place = elsewhere.member("zoe"), elsewhere.channel("general")
    town.install_for(zoe)
    town.permit(place, who=zoe, deny="use_external_apps")
    await answer(rest, await town.slash(place, zoe, "say"), content="a")
    assert [message.ephemeral for message in town.ephemerals(place, zoe)] == [True]


async def test_update_edits_the_components_message(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A pressed button may change its message; a deferred update leaves it until the webhook edits it."""
    _, posted = await rest.send(news, **v2(row(button("x")), text("a")))
    message = town.messages(news)[0]
    pressed = await town.press(message, ana, "x")
    await answer(rest, pressed, 7, components=[row(button("x")), text("b")])
    assert message.text == "b"
    waiting = await town.press(message, ana, "x")
    assert (await answer(rest, waiting, 6))[0] == 200
    assert message.text == "b"
    await rest("PATCH", hook(town, waiting, "/messages/@original"), {"components": [text("c")]})
    assert (await town.answer_to(waiting)).text == "c"
    assert posted["id"] == str(message.id)


async def test_patience_ends(town: Town, news: Channel, ana: Member) -> None:
    """Waiting for an answer that does not come ends with an error."""
    asked = await town.slash(news, ana, "say")
    started = asyncio.get_running_loop().time()
    with pytest.raises(TimeoutError):
        await town.answer_to(asked, seconds=0.05)
    assert asyncio.get_running_loop().time() - started < PATIENCE / 2
