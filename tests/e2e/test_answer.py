"""The answer: a container with buttons that work after a restart and in any process."""

import re
from datetime import datetime

import pytest

from bot.domain.values.records import AnswerKind
from bot.messages.posts.gates import NOT_FOR_YOU
from playground.options import NotOfferedError
from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom

LONG_STORY = (
    STORY
    + "\n"
    + "\n\n".join(
        f"“Pier {number} is older than the town,” said Ada Quill of the pier numbered {number}, which she knows well."
        for number in range(1, 30)
    )
)


async def answered(newsroom: Newsroom, url: str | None = None) -> Message:
    """The answer to a link of Ana's in #news, which is watched."""
    await newsroom.watch()
    return await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url or newsroom.link()))


async def pressed(newsroom: Newsroom, answer: Message, button: str) -> Message:
    """What Ben gets for pressing a button."""
    return await newsroom.answer(await newsroom.town.press(answer, newsroom.ben, button))


async def chosen(newsroom: Newsroom, answer: Message, button: str) -> Message:
    """What Ben gets for a button of the panel that “More” opens."""
    return await pressed(newsroom, await pressed(newsroom, answer, "More"), button)


async def test_answer_is_a_container(newsroom: Newsroom) -> None:
    """One container holds the headline as a link, the texts and the buttons."""
    answer = await answered(newsroom)
    assert answer.components[0]["type"] == 17
    kinds = [part["type"] for part in answer.components[0]["components"]]
    assert kinds[-1] == 1
    assert [button["label"] for button in answer.buttons] == ["More", "Open", "Dismiss"]
    assert {button["style"] for button in answer.buttons} == {2, 5}


async def test_more_opens_a_private_panel(newsroom: Newsroom) -> None:
    """“More” offers in private what would change something; rules cannot translate, so no language is offered."""
    panel = await pressed(newsroom, await answered(newsroom), "More")
    assert panel.ephemeral
    assert panel.seen_by == newsroom.ben.id
    assert [button["label"] for button in panel.buttons] == ["Longer", "All 5 quotes", "Read anew"]
    assert newsroom.site.hits["/harbour"] == 1


async def test_buttons_of_old_answers_still_work(newsroom: Newsroom) -> None:
    """An answer from before “More” has the buttons of the panel under itself; their ids mean what they meant."""
    answer = await answered(newsroom)
    more = next(button["custom_id"] for button in answer.buttons if button["label"] == "More")
    row = answer.components[0]["components"][-1]["components"]
    row += [{**row[0], "id": 90, "custom_id": more.replace(":more:", ":quotes:"), "label": "All 5 quotes"}]
    row += [{**row[0], "id": 91, "custom_id": more.replace(":more:", ":refresh:"), "label": "Refresh"}]
    assert "Every boat that leaves" in (await pressed(newsroom, answer, "All 5 quotes")).text
    newsroom.link(headline="Harbour of Port Ellery closes on Tuesday")
    refreshed = await pressed(newsroom, answer, "Refresh")
    assert refreshed.id == answer.id
    assert "closes on Tuesday" in refreshed.text


async def test_buttons_outlive_a_restart(newsroom: Newsroom) -> None:
    """Another client on the same database and cache answers the buttons of an old message."""
    answer = await answered(newsroom)
    await newsroom.restart()
    every = await chosen(newsroom, answer, "All 5 quotes")
    assert "Every boat that leaves" in every.text
    longer = await chosen(newsroom, answer, "Longer")
    assert HEADLINE in longer.text


async def test_buttons_outlive_the_cache(newsroom: Newsroom) -> None:
    """When the cache has forgotten the article, the database knows its address, and it is read again."""
    answer = await answered(newsroom)
    await newsroom.forget()
    assert "Every boat that leaves" in (await chosen(newsroom, answer, "All 5 quotes")).text
    assert newsroom.site.hits["/harbour"] == 2


async def test_all_quotes_are_private_and_free(newsroom: Newsroom) -> None:
    """Who presses gets every quote in private, with no fetch and no engine's call."""
    answer = await answered(newsroom)
    every = await chosen(newsroom, answer, "All 5 quotes")
    assert every.ephemeral
    assert every.seen_by == newsroom.ben.id
    assert len(re.findall(r"^> “", every.text, re.MULTILINE)) == 5
    assert newsroom.site.hits["/harbour"] == 1
    assert newsroom.desk_parts.metrics.value("briefs") == 1


async def test_pages_of_quotes_are_turned(newsroom: Newsroom) -> None:
    """Quotes that do not fit one message are turned by pages, in the same private message."""
    answer = await answered(newsroom, newsroom.link("/piers", LONG_STORY))
    panel = await pressed(newsroom, answer, "More")
    label = next(button["label"] for button in panel.buttons if button["label"].startswith("All "))
    first = await pressed(newsroom, panel, label)
    assert [button["label"] for button in first.buttons] == ["▶"]
    before = first.text
    second = await pressed(newsroom, first, "▶")
    assert second.id == first.id
    assert second.text != before
    assert "◀" in [button["label"] for button in second.buttons]


async def test_longer_is_private_and_longer(newsroom: Newsroom) -> None:
    """The longer brief comes in private, and is free the second time."""
    answer = await answered(newsroom, newsroom.link("/piers", LONG_STORY))
    longer = await chosen(newsroom, answer, "Longer")
    assert longer.ephemeral
    assert next(button["label"] for button in longer.buttons) == "Share to channel"
    await chosen(newsroom, answer, "Longer")
    assert newsroom.desk_parts.metrics.value("briefs") == 2


async def test_refresh_reads_anew_and_cools_down(newsroom: Newsroom) -> None:
    """The page is fetched again and the same answer edited; a second press is told to wait, in private."""
    answer = await answered(newsroom)
    newsroom.link(headline="Harbour of Port Ellery closes on Tuesday")
    done = await chosen(newsroom, answer, "Read anew")
    assert done.ephemeral
    assert done.text == "Done: the article was read anew."
    assert "closes on Tuesday" in newsroom.news.messages[answer.id].text
    assert newsroom.site.hits["/harbour"] == 2
    told = await chosen(newsroom, answer, "Read anew")
    assert told.ephemeral
    assert "works every 10 minutes" in told.text


async def test_dismiss_by_the_poster(newsroom: Newsroom) -> None:
    """Who posted the link takes the answer away."""
    answer = await answered(newsroom)
    await newsroom.town.press(answer, newsroom.ana, "Dismiss")
    await newsroom.town.settle()
    assert newsroom.town.messages(newsroom.news, by=newsroom.town.bot) == []
    assert [part.kind for part in await newsroom.parts.store.answer(answer.id)] == [AnswerKind.DISMISSED]


async def test_dismiss_by_a_moderator(newsroom: Newsroom) -> None:
    """Whoever may delete messages takes it away."""
    dora = newsroom.town.member(newsroom.guild, "dora", permissions="manage_messages")
    answer = await answered(newsroom)
    await newsroom.town.press(answer, dora, "Dismiss")
    await newsroom.town.settle()
    assert newsroom.town.messages(newsroom.news, by=newsroom.town.bot) == []


async def test_dismiss_by_nobody_else(newsroom: Newsroom) -> None:
    """Another member is told so in private, after a restart too."""
    answer = await answered(newsroom)
    await newsroom.restart()
    told = await pressed(newsroom, answer, "Dismiss")
    assert told.ephemeral
    assert "Only the poster and moderators" in told.text
    assert answer.id in newsroom.news.messages


async def test_dismiss_of_a_command_answer(newsroom: Newsroom) -> None:
    """Who called the command takes its answer away; others do not."""
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link())
    answer = await newsroom.answer(asked)
    assert "Only the poster and" in (await pressed(newsroom, answer, "Dismiss")).text
    await newsroom.town.press(answer, newsroom.ana, "Dismiss")
    await newsroom.town.settle()
    assert answer.id not in newsroom.general.messages


async def test_long_link_is_no_button(newsroom: Newsroom) -> None:
    """An address over 512 characters stands as the headline's link alone."""
    short = await newsroom.answer(
        await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link(), private=True)
    )
    assert "Open" in [button["label"] for button in short.buttons]
    url = newsroom.link(f"/{'harbour-' * 70}closes", STORY, "Harbour closes at last")
    long = await newsroom.answer(
        await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=url, private=True)
    )
    assert "Open" not in [button["label"] for button in long.buttons]
    assert "Harbour closes at last" in long.text


async def test_bounds_hold_in_any_script(newsroom: Newsroom) -> None:
    """Pages of long sentences in Chinese, Ukrainian and emoji are answered within Discord's bounds."""
    stories = {
        "/zh": "\n\n".join(
            f"市长奎尔说：“港口第{n}号码头不能再等一个冬天{'，' * 1}我们已经等了{'很久' * 60}。”" for n in range(12)
        ),
        "/uk": "\n\n".join(
            f"«Набережна {n} не може чекати {'ще одну зиму ' * 40}», — сказала міська голова Ада Квілл."
            for n in range(12)
        ),
        "/emoji": "\n\n".join(
            f"“The quay {n} {'🚢🇺🇦' * 90} cannot wait,” said Ada Quill, the mayor." for n in range(12)
        ),
    }
    for path, story in stories.items():
        asked = await newsroom.town.slash(
            newsroom.general, newsroom.ana, "summarize", link=newsroom.link(path, story, f"Harbour {path}")
        )
        answer = await newsroom.answer(asked)
        assert len(answer.text) <= 4000
        assert len(answer.text.encode()) <= 10_000


async def test_buttons_are_not_for_strangers(newsroom: Newsroom) -> None:
    """A private answer's buttons are pressed by nobody but who sees it."""
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link(), private=True)
    private = await newsroom.answer(asked)
    with pytest.raises(NotOfferedError):
        await newsroom.town.press(private, newsroom.ben, "More")


def broken_clock() -> datetime:
    """A fault that nobody foresaw."""
    raise RuntimeError("the clock is broken")


async def test_an_unexpected_fault_is_told_with_its_number(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault that nobody foresaw reaches the user as a number, and the log as a traceback under that number."""
    answer = await answered(newsroom)
    await newsroom.restart(now=broken_clock)
    panel = await pressed(newsroom, answer, "More")
    for asked in (
        await newsroom.town.press(panel, newsroom.ben, "Longer"),
        await newsroom.town.slash(newsroom.general, newsroom.ben, "summarize", link=newsroom.site.url("/harbour")),
    ):
        told = await newsroom.answer(asked)
        assert told.ephemeral
        number = told.text.rpartition(" ")[2].rstrip(".")
        assert "its number in the log" in told.text
        record = next(record for record in caplog.records if number in record.getMessage())
        assert record.exc_info is not None
    assert newsroom.desk_parts.metrics.value("errors", where="interaction") == 2


async def test_buttons_that_cost_are_for_who_may_ask(newsroom: Newsroom) -> None:
    """Who has none of the roles that may ask gets no longer brief and no new reading; what is remembered is free."""
    town = newsroom.town
    answer = await answered(newsroom)
    reader = town.role(newsroom.guild, "readers", "", newsroom.ana)
    await newsroom.choose(roles=(reader.id,))
    panel = await pressed(newsroom, answer, "More")
    for button in ("Longer", "Read anew"):
        assert (await pressed(newsroom, panel, button)).text == NOT_FOR_YOU
    assert "5 quotes" in (await pressed(newsroom, panel, "All 5 quotes")).text
    assert newsroom.site.hits["/harbour"] == 1
