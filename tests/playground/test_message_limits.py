"""What Discord refuses in messages is refused here, with Discord's own codes."""

from typing import Any

import pytest

from playground.rules.state import Channel, Guild, Member
from tests.playground.rest import Rest, button, row, select, text, v2
from tests.support.town import Town

WIDE = "記"

REFUSED: dict[str, dict[str, Any]] = {
    "content over 2,000 characters": {"content": "a" * 2001},
    "a nonce over 25 characters": {"content": "a", "nonce": "n" * 26},
    "an unknown flag": {"content": "a", "flags": 1 << 6},
    "an embed over 6,000 characters": {"embeds": [{"description": "a" * 4000}, {"description": "a" * 2001}]},
    "eleven embeds": {"embeds": [{"title": "a"}] * 11},
    "content beside Components V2": v2(text("a")) | {"content": "b"},
    "embeds beside Components V2": v2(text("a")) | {"embeds": [{"title": "b"}]},
    "a text display without the flag": {"components": [text("a")]},
    "more than 4,000 characters over all text displays": v2(text("a" * 2001), text("b" * 2000)),
    "an empty text display": v2(text("")),
    "more than 40 components, nested ones counted": v2({"type": 17, "components": [text("a")] * 40}),
    "a container in a container": v2({"type": 17, "components": [{"type": 17, "components": [text("a")]}]}),
    "a section without an accessory": v2({"type": 9, "components": [text("a")]}),
    "a section of four texts": v2({"type": 9, "components": [text("a")] * 4, "accessory": button()}),
    "a button outside a row": v2(button()),
    "six rows": {"components": [row(button(str(number))) for number in range(6)]},
    "six buttons in a row": {"components": [row(*(button(str(number)) for number in range(6)))]},
    "an empty row": {"components": [row()]},
    "the same custom id twice": {"components": [row(button("x"), button("x"))]},
    "the same number twice": v2(text("a") | {"id": 3}, text("b") | {"id": 3}),
    "a custom id over 100 characters": {"components": [row(button("x" * 101))]},
    "a button without a custom id": {"components": [row({"type": 2, "style": 1, "label": "A"})]},
    "a button without label and emoji": {"components": [row({"type": 2, "style": 1, "custom_id": "a"})]},
    "a label over 80 characters": {"components": [row(button(label="a" * 81))]},
    "a link over 512 characters": {
        "components": [row({"type": 2, "style": 5, "label": "A", "url": "https://example.org/" + "a" * 493})]
    },
    "a link of another scheme": {
        "components": [row({"type": 2, "style": 5, "label": "A", "url": "ftp://example.org"})]
    },
    "a link with a custom id": {"components": [row(button(style=5, url="https://example.org/"))]},
    "a select menu beside a button": {"components": [row(select(), button())]},
    "a select menu without options": {"components": [row(select(options=[]))]},
    "a select menu of 26 options": {
        "components": [row(select(options=[{"label": str(n), "value": str(n)} for n in range(26)]))]
    },
    "the same option twice": {"components": [row(select(options=[{"label": "A", "value": "a"}] * 2))]},
    "an option's label over 100 characters": {
        "components": [row(select(options=[{"label": "a" * 101, "value": "a"}]))]
    },
    "more values than options": {"components": [row(select(max_values=3))]},
    "a placeholder over 150 characters": {"components": [row(select(placeholder="a" * 151))]},
    "a file that is not attached": v2({"type": 13, "file": {"url": "attachment://a.txt"}}),
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
async def test_refused(rest: Rest, town: Town, news: Channel, body: dict[str, Any]) -> None:
    """Discord answers 400 with code 50035, says where the fault is, and nothing is posted."""
    status, answer = await rest.send(news, **body)
    assert (status, answer["code"]) == (400, 50035), answer
    assert answer["errors"]
    assert town.messages(news) == []


PERMITTED: dict[str, dict[str, Any]] = {
    "content of 2,000 characters": {"content": "a" * 2000},
    "4,000 characters over all text displays": v2(text("a" * 2000), text("b" * 2000)),
    "40 components": v2({"type": 17, "components": [text("a")] * 39}),
    "10,170 bytes": v2(text(WIDE * 3390)),
    "a link of 512 characters": {
        "components": [row({"type": 2, "style": 5, "label": "A", "url": "https://example.org/" + "a" * 492})]
    },
    "a select menu": {"components": [row(select())]},
    "a section": v2({"type": 9, "components": [text("a")], "accessory": button()}),
}


@pytest.mark.parametrize("body", PERMITTED.values(), ids=PERMITTED)
async def test_permitted(rest: Rest, town: Town, news: Channel, body: dict[str, Any]) -> None:
    """What lies just within the limits is posted."""
    status, answer = await rest.send(news, **body)
    assert status == 200, answer
    assert len(town.messages(news)) == 1


async def test_empty_message(rest: Rest, news: Channel) -> None:
    """An empty message is 50006."""
    assert await rest.send(news, content="") == (400, {"message": "Cannot send an empty message", "code": 50006})


async def test_outer_space_is_trimmed(rest: Rest, town: Town, news: Channel) -> None:
    """Content loses its outer white space; of nothing else there is no message."""
    await rest.send(news, content="  a b \n")
    assert town.messages(news)[0].text == "a b"
    assert (await rest.send(news, content=" \n "))[1]["code"] == 50006


async def test_undocumented_byte_limit(rest: Rest, news: Channel) -> None:
    """Text displays of more than 10,170 UTF-8 bytes are an internal error at Discord, and here."""
    status, _ = await rest.send(news, **v2(text(WIDE * 3391)))
    assert status == 500


async def test_wrong_token(rest: Rest) -> None:
    """A wrong token is 401."""
    assert await rest("GET", "/users/@me", token="wrong") == (401, {"message": "401: Unauthorized", "code": 0})  # noqa: S106 - it is wrong.


async def test_unknown_channel_and_message(rest: Rest, news: Channel) -> None:
    """An unknown channel is 10003, an unknown message 10008."""
    assert (await rest("POST", "/channels/1/messages", {"content": "a"}))[1]["code"] == 10003
    assert (await rest("GET", f"/channels/{news.id}/messages/1"))[1]["code"] == 10008
    assert (await rest("DELETE", f"/channels/{news.id}/messages/1"))[1]["code"] == 10008


async def test_reply_to_an_unknown_message(rest: Rest, town: Town, news: Channel) -> None:
    """A reply to a message that is gone is refused, or posted as a plain message where the bot says so."""
    gone = {"message_id": "1"}
    assert (await rest.send(news, content="a", message_reference=gone))[1]["code"] == 50035
    status, _ = await rest.send(news, content="a", message_reference=gone | {"fail_if_not_exists": False})
    assert status == 200
    assert town.messages(news)[0].replies_to is None


async def test_another_users_message_cannot_be_edited(
    rest: Rest, town: Town, guild: Guild, news: Channel, ana: Member
) -> None:
    """Editing a member's message is 50005, but its embeds may be suppressed."""
    post = await town.post(news, ana, "mine")
    path = f"/channels/{news.id}/messages/{post.id}"
    town.empower(guild, "manage_messages")
    assert (await rest("PATCH", path, {"content": "yours"}))[1]["code"] == 50005
    assert (await rest("PATCH", path, {"flags": 4}))[0] == 200
    assert (post.content, post.flags) == ("mine", 4)


async def test_edit_is_held_to_the_limits(rest: Rest, town: Town, news: Channel) -> None:
    """A message of Components V2 stays one: an edit cannot give it content."""
    _, posted = await rest.send(news, **v2(text("a")))
    path = f"/channels/{news.id}/messages/{posted['id']}"
    assert (await rest("PATCH", path, {"content": "b"}))[0] == 400
    assert (await rest("PATCH", path, {"components": [text("b")]}))[0] == 200
    assert town.messages(news)[0].text == "b"


async def test_nonce_makes_a_resend_harmless(rest: Rest, town: Town, news: Channel) -> None:
    """The same enforced nonce gives the first message again, another nonce a new one."""
    first = await rest.send(news, content="a", nonce="1", enforce_nonce=True)
    again = await rest.send(news, content="a", nonce="1", enforce_nonce=True)
    assert first[1]["id"] == again[1]["id"]
    await rest.send(news, content="a", nonce="2", enforce_nonce=True)
    await rest.send(news, content="a", nonce="2")
    assert len(town.messages(news)) == 3


async def test_bulk_delete_bounds(rest: Rest, town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Bulk deletion takes 2 to 100 messages of the last fourteen days."""
    town.empower(guild, "manage_messages")
    posts = [await town.post(news, ana, "a") for _ in range(3)]
    path = f"/channels/{news.id}/messages/bulk-delete"
    assert (await rest("POST", path, {"messages": [str(posts[0].id)]}))[1]["code"] == 50016
    old = posts[0].id - (15 * 24 * 3600 * 1000 << 22)
    assert (await rest("POST", path, {"messages": [str(posts[0].id), str(old)]}))[1]["code"] == 50034
    assert (await rest("POST", path, {"messages": [str(post.id) for post in posts[:2]]}))[0] == 204
    assert town.messages(news) == posts[2:]


async def test_body_that_is_no_json(town: Town, rest: Rest, news: Channel) -> None:
    """A misshapen body is a form error, not a crash."""
    status, answer = await rest("POST", f"/channels/{news.id}/messages", {"components": [{"no": "type"}]})
    assert (status, answer["code"]) == (400, 50035)
    assert town.messages(news) == []


async def test_mentions_obey_allowed_mentions(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """Only what `allowed_mentions` permits notifies anybody; without it, everything does."""
    words = f"{ana.mention} @everyone"
    await rest.send(news, content=words)
    await rest.send(news, content=words, allowed_mentions={"parse": []})
    await rest.send(news, **v2(text(words)), allowed_mentions={"parse": ["users"]})
    loud, silent, users = town.messages(news)
    assert (loud.pings, silent.pings, users.pings) == ([ana.id, news.guild_id], [], [ana.id])


async def test_history(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A channel's messages are listed newest first, before, after and around one."""
    posts = [await town.post(news, ana, str(number)) for number in range(6)]
    path = f"/channels/{news.id}/messages?limit=2"

    async def contents(query: str) -> list[str]:
        return [entry["content"] for entry in (await rest("GET", path + query))[1]]

    assert await contents("") == ["5", "4"]
    assert await contents(f"&before={posts[3].id}") == ["2", "1"]
    assert await contents(f"&after={posts[0].id}") == ["2", "1"]
    assert len(await contents(f"&around={posts[2].id}")) == 2


async def test_thread_from_a_message(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A thread has its message's id, and a message has one thread at most."""
    post = await town.post(news, ana, "a")
    path = f"/channels/{news.id}/messages/{post.id}/threads"
    status, made = await rest("POST", path, {"name": "talk"})
    assert (status, made["id"], made["type"]) == (200, str(post.id), 11)
    assert (await rest("POST", path, {"name": "talk"}))[1]["code"] == 160004
