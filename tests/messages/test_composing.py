"""Composing: the message of an answer, the private panel of “More”, and what a thread is called."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import PATTERN, Action, ButtonId, read_button_id
from bot.domain.chat.view import Button, Card, Row, View, escape
from bot.domain.values.source import Link
from bot.domain.values.wish import Length, Wish
from bot.domain.values.work import id_at
from bot.i18n.words import Words
from bot.messages.answers.answer import Answer
from bot.messages.answers.composing import jump_link, show, show_more, thread_name
from bot.messages.answers.part import part_of
from bot.messages.answers.records import records_of
from bot.messages.posts.post import Trigger
from config import limits
from config.guild import CardSize, GuildSettings, Section
from tests.support.chat import GUILD, NEWS, NOW, Speaker

WORDS = Words()

# A server that shows the news alone.
BARE = GuildSettings(sections=(Section.SUMMARY,))


async def item_of(speaker: Speaker, *, wish: Wish | None = None, spoiler: bool = False) -> Item:
    """The brief of a story."""
    asker, source = Asker(7, NEWS, GUILD), Link(speaker.link("harbour"))
    return await speaker.speaking.metered_desk.brief(source, wish or Wish(), asker, GuildSettings(), spoiler=spoiler)


def buttons(view: View) -> dict[str, ButtonId]:
    """What the buttons mean, by their labels."""
    rows = [part for part in view.parts if isinstance(part, Row)]
    rows += [part for card in view.parts if isinstance(card, Card) for part in card.parts if isinstance(part, Row)]
    found = [button for row in rows for button in row.buttons if isinstance(button, Button)]
    matches = {button.label: re.fullmatch(PATTERN, button.custom_id) for button in found}
    return {label: read_button_id(match) for label, match in matches.items() if match}


async def test_panel_offers_what_would_change_something(speaker: Speaker) -> None:
    """Longer, the quotes that are not shown, another language, reading anew: each with its key, wish and message."""
    item = await item_of(speaker, spoiler=True)
    panel = show_more(item, WORDS, message=99, language="ro", whole=True, settings=BARE)
    key = item.served.key
    assert buttons(panel) == {
        "Longer": ButtonId(Action.LONGER, key, Wish(), spoiler=True, message=99),
        "The quote": ButtonId(Action.QUOTES, key, Wish(), spoiler=True, message=99),
        "My language": ButtonId(Action.LANGUAGE, key, Wish(), spoiler=True, message=99),
        "Read anew": ButtonId(Action.REFRESH, key, Wish(), spoiler=True, message=99),
    }
    title = "[**The harbour closes**](https://news.example/harbour)"
    assert next(iter(panel.texts)) == f"||{title}||"
    open_panel = show_more(await item_of(speaker), WORDS, message=99, language="ro", whole=True, settings=BARE)
    assert next(iter(open_panel.texts)) == title


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"message": None}, "Read anew"),
        ({"language": None}, "My language"),
        ({"language": "en"}, "My language"),
        ({"settings": GuildSettings()}, "The quote"),
    ],
    ids=str,
)
async def test_panel_leaves_out_what_would_not(speaker: Speaker, changes: dict[str, object], missing: str) -> None:
    """A private brief is not read anew, its own language is no other, and shown quotes are shown."""
    item = await item_of(speaker)
    given = {"message": 99, "language": "ro", "whole": True, "settings": BARE, **changes}
    assert missing not in buttons(show_more(item, WORDS, **given))  # type: ignore[arg-type]  # Each is of its argument.
    everything = {"message": 99, "language": "ro", "whole": False, "settings": GuildSettings()}
    assert missing in buttons(show_more(item, WORDS, **everything))  # type: ignore[arg-type]  # As above.


async def test_panel_of_a_long_brief_and_of_a_file(speaker: Speaker) -> None:
    """There is nothing longer than long; the wish's language counts before the article's; a file is not read anew."""
    item = await item_of(speaker, wish=Wish(Length.LONG, "de"))
    assert "Longer" not in buttons(show_more(item, WORDS, message=9, language="de", whole=True, settings=BARE))
    assert "My language" not in buttons(show_more(item, WORDS, message=9, language="de", whole=True, settings=BARE))
    assert "My language" in buttons(show_more(item, WORDS, message=9, language="en", whole=True, settings=BARE))
    brief = item.served.brief
    own = replace(item, served=replace(item.served, brief=replace(brief, article=replace(brief.article, url=None))))
    panel = show_more(own, WORDS, message=9, language=None, whole=True, settings=BARE)
    assert "Read anew" not in buttons(panel)
    assert next(iter(panel.texts)) == "**The harbour closes**"


async def test_buttons_of_an_answer(speaker: Speaker) -> None:
    """A public answer can be dismissed, a private one shared; “More” is there where it has something to offer."""
    item = await item_of(speaker, spoiler=True)
    answer = Answer(channel=NEWS, guild=GUILD, poster=7).answered([part_of(item, Trigger.WATCH, NOW)]).answer
    items = {item.served.content: item}
    assert list(buttons(show(answer, items, WORDS, now=NOW))) == ["More", "Dismiss"]
    private = show(answer, items, WORDS, now=NOW, share=True, dismiss=False)
    assert list(buttons(private)) == ["Share to channel", "More"]
    assert all(button.spoiler for button in buttons(private).values())
    long = replace(item, wish=Wish(Length.LONG))
    last = show(answer, {item.served.content: long}, WORDS, now=NOW, share=True, dismiss=False)
    assert list(buttons(last)) == ["Share to channel"]
    shown = show(answer, {item.served.content: long}, WORDS, now=NOW, settings=BARE, share=True, dismiss=False)
    assert list(buttons(shown)) == ["Share to channel", "More"]


async def test_thread_has_the_headline_as_far_as_it_goes(speaker: Speaker) -> None:
    """Discord takes so many characters; what is hidden is “A brief”, in the answer's language."""
    item = await item_of(speaker)
    part = part_of(item, Trigger.WATCH, NOW)
    answer = Answer(channel=NEWS, guild=GUILD, poster=7)
    assert thread_name(answer.answered([part]).answer, WORDS) == "The harbour closes"
    long = answer.answered([replace(part, headline="harbour " * 40)]).answer
    assert len(thread_name(long, WORDS)) <= limits.THREAD_NAME_CHARACTERS
    hidden = answer.answered([replace(part, spoiler=True)]).answer
    assert thread_name(hidden, WORDS) == "A brief"


def test_address_of_a_message() -> None:
    """In a server and in private."""
    assert jump_link(1, 2, 3) == "https://discord.com/channels/1/2/3"
    assert jump_link(None, 2, 3) == "https://discord.com/channels/@me/2/3"


async def test_a_pasted_text_leaves_no_sentence(speaker: Speaker) -> None:
    """Of a page its news is kept for digests, in the answer's rows too; of what a message itself says nothing is."""
    item = await item_of(speaker)
    brief = item.served.brief
    part = part_of(item, Trigger.WATCH, NOW)
    assert (part.sentence, part.site) == (brief.summary[0], "news.example")
    answer = Answer(channel=NEWS, guild=GUILD, poster=7).answered([part]).answer
    assert [record.sentence for record in records_of(answer)] == [brief.summary[0]]
    pasted = replace(item, served=replace(item.served, brief=replace(brief, article=replace(brief.article, url=None))))
    assert part_of(pasted, Trigger.WATCH, NOW).sentence == ""


async def test_compact_card_is_headline_and_a_sentence(speaker: Speaker) -> None:
    """A server's compact card shows the news in one sentence; “More” offers the quotes and a longer brief."""
    item = await item_of(speaker)
    answer = Answer(channel=NEWS, guild=GUILD, poster=7).answered([part_of(item, Trigger.WATCH, NOW)]).answer
    items = {item.served.content: item}
    compact = GuildSettings(card=CardSize.COMPACT)
    whole, shown = (show(answer, items, WORDS, now=NOW, settings=each) for each in (GuildSettings(), compact))
    texts = "\n".join(shown.texts)
    assert "The harbour closes" in texts
    assert f"**{escape(item.served.brief.summary[0])}**" in texts
    assert item.served.brief.quotes[0].text.rstrip(",") not in texts
    assert item.served.brief.quotes[0].text.rstrip(",") in "\n".join(whole.texts)
    assert list(buttons(shown)) == ["More", "Dismiss"]
    panel = show_more(item, WORDS, message=9, language=None, whole=True, settings=compact)
    assert {"Longer", "The quote"} <= set(buttons(panel))


async def test_length_that_was_asked_for_is_no_compact_card(speaker: Speaker) -> None:
    """Where cards are compact, who asks for a long brief by a command gets it; a server's own length is compact."""
    item = await item_of(speaker, wish=Wish(Length.LONG))
    answer = Answer(channel=NEWS, guild=GUILD, poster=7).answered([part_of(item, Trigger.COMMAND, NOW)]).answer
    items = {item.served.content: item}
    asked, own = (GuildSettings(card=CardSize.COMPACT, length=length) for length in (Length.NORMAL, Length.LONG))
    quote = item.served.brief.quotes[0].text.rstrip(",")
    assert quote in "\n".join(show(answer, items, WORDS, now=NOW, settings=asked).texts)
    assert quote not in "\n".join(show(answer, items, WORDS, now=NOW, settings=own).texts)
    assert "Longer" in buttons(show_more(item, WORDS, message=9, language=None, whole=True, settings=own))


async def test_pointer_has_headline_site_and_age(speaker: Speaker) -> None:
    """A repeat is a headline that leads to the earlier brief, with the article's site and when it was briefed."""
    part = replace(part_of(await item_of(speaker), Trigger.WATCH, NOW), site="The Ellery Post")
    first = Answer(channel=NEWS, guild=GUILD, poster=7, id=id_at(NOW - timedelta(hours=2)), parts=(part,))
    again = Answer(channel=NEWS, guild=GUILD, poster=8).answered([part.pointing(records_of(first)[0])]).answer
    (shown,) = show(again, {}, WORDS, now=NOW).texts
    jump = jump_link(GUILD, NEWS, first.id)
    assert shown == f"**[The harbour closes]({jump})**\n-# The Ellery Post · Briefed here 2 hours ago"
