"""`/config panel`: Discord's own menus and forms in one private message, each choice with its effect and audit row."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.values.wish import Length
from config.guild import CardSize, ChannelSettings, DigestPlan, Limits, Section, Style
from playground.rules.state import Interaction, Message
from tests.support.audits import changes, last_change
from tests.support.newsroom import HEADLINE, Newsroom
from tests.support.town import NotOfferedError


def menu(panel: Message, setting: str) -> dict[str, Any]:
    """A menu of the panel, as JSON."""
    return next(part for part in panel.selects if part["custom_id"] == f"nutgraf:menu:{setting}")


def chosen(panel: Message, setting: str) -> list[str]:
    """What a menu shows as chosen."""
    part = menu(panel, setting)
    if "default_values" in part:
        return [str(value["id"]) for value in part["default_values"]]
    return [option["value"] for option in part["options"] if option.get("default")]


async def choose(newsroom: Newsroom, panel: Message, setting: str, *values: object) -> Message:
    """The owner chooses in a menu; gives the panel afterwards."""
    return await newsroom.answer(await newsroom.town.choose(panel, newsroom.olga, f"nutgraf:menu:{setting}", *values))


async def test_panel_is_one_private_message(newsroom: Newsroom) -> None:
    """It holds a native menu for channels and one for roles, and shows the state; no setting is changed by it."""
    await newsroom.watch()
    panel = await newsroom.config("panel")
    assert panel.ephemeral
    assert len(panel.parts) <= 40
    channel_select, role_select = 8, 6
    assert (menu(panel, "watch")["type"], menu(panel, "roles")["type"]) == (channel_select, role_select)
    assert chosen(panel, "watch") == [str(newsroom.news.id)]
    assert chosen(panel, "language") == ["original"]
    assert chosen(panel, "length") == ["normal"]
    assert chosen(panel, "sections") == ["summary", "actors", "quotes"]
    assert chosen(panel, "style") == ["reply"]
    assert chosen(panel, "repeat") == ["48"]
    assert await changes(newsroom) == 1


async def test_panel_watches_channels(newsroom: Newsroom) -> None:
    """Channels are watched as they are chosen, and the panel says in place what that means."""
    panel = await newsroom.config("panel")
    newsroom.town.permit(newsroom.general, deny="send_messages")
    await newsroom.town.settle()
    panel = await choose(newsroom, panel, "watch", newsroom.news, newsroom.general)
    assert f"<#{newsroom.news.id}> is watched now: links and articles there get a brief." in panel.text
    assert f"⚠ I lack Send Messages in <#{newsroom.general.id}>" in panel.text
    assert set(chosen(panel, "watch")) == {str(newsroom.news.id), str(newsroom.general.id)}
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert HEADLINE in (await newsroom.answer(post)).text
    panel = await choose(newsroom, panel, "watch", newsroom.general)
    assert f"<#{newsroom.news.id}> is no longer watched" in panel.text
    record, old, new = await last_change(newsroom)
    assert record.setting == "watch"
    assert (set(old.watched), set(new.watched)) == ({newsroom.news.id, newsroom.general.id}, {newsroom.general.id})


async def test_panel_changes_what_the_admin_changed(newsroom: Newsroom) -> None:
    """What another admin changed after the panel was opened stays, and so do channels that it has no room for."""
    hidden = {10**18 + number: ChannelSettings() for number in range(30)}
    await newsroom.choose(watched=hidden)
    panel = await newsroom.config("panel")
    assert "(and 30 more)" in panel.text
    await newsroom.config("watch", channel=newsroom.general)
    panel = await choose(newsroom, panel, "watch", newsroom.news)
    assert set(chosen(panel, "watch")) == {str(newsroom.general.id), str(newsroom.news.id)}
    assert set((await last_change(newsroom))[2].watched) == {*hidden, newsroom.news.id, newsroom.general.id}


async def test_panel_chooses_where_bots_are_answered(newsroom: Newsroom) -> None:
    """The watched channels are offered by their names."""
    await newsroom.watch(newsroom.news, newsroom.general)
    panel = await newsroom.config("panel")
    panel = await choose(newsroom, panel, "bots", "#news")
    assert f"Links that bots and webhooks post in <#{newsroom.news.id}> get a brief too." in panel.text
    watched = (await last_change(newsroom))[2].watched
    assert watched == {newsroom.news.id: ChannelSettings(bots=True), newsroom.general.id: ChannelSettings()}
    panel = await choose(newsroom, panel, "bots")
    assert f"What bots and webhooks post in <#{newsroom.news.id}> is left alone." in panel.text


async def test_panel_chooses_roles(newsroom: Newsroom) -> None:
    """Roles are chosen in Discord's own menu; everyone's is refused, and the panel shows what holds."""
    readers = newsroom.town.role(newsroom.guild, "readers", "", newsroom.ben)
    await newsroom.town.settle()
    panel = await choose(newsroom, await newsroom.config("panel"), "roles", readers)
    assert "Only members with one of these roles are answered" in panel.text
    assert chosen(panel, "roles") == [str(readers.id)]
    everyone = newsroom.guild.roles[newsroom.guild.id]
    panel = await choose(newsroom, panel, "roles", readers, everyone)
    assert "⚠ Everybody has that role; to let everybody ask, use /config roles everybody." in panel.text
    assert chosen(panel, "roles") == [str(readers.id)]
    panel = await choose(newsroom, panel, "roles")
    assert "Everybody may ask for briefs now." in panel.text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.roles, new.roles) == ("roles", (readers.id,), ())


@pytest.mark.parametrize(
    ("setting", "values", "said", "changed"),
    [
        ("language", ["fr"], "My own words are in French", {"language": "fr"}),
        ("length", ["long"], "From now on a brief has four sentences", {"length": Length.LONG}),
        ("sections", ["quotes", "summary"], "summary, quotes.", {"sections": (Section.SUMMARY, Section.QUOTES)}),
        ("card", ["compact"], "the headline and one sentence now", {"card": CardSize.COMPACT}),
        ("style", ["thread"], "the brief in a thread of it", {"style": Style.THREAD}),
        ("repeat", ["0"], "never a pointer", {"repeat_hours": 0}),
    ],
)
async def test_panel_chooses(
    newsroom: Newsroom, setting: str, values: list[str], said: str, changed: dict[str, Any]
) -> None:
    """Each menu changes its setting, says what that means, and shows it as chosen."""
    panel = await choose(newsroom, await newsroom.config("panel"), setting, *values)
    assert said in panel.text
    assert sorted(chosen(panel, setting)) == sorted(values)
    record, old, new = await last_change(newsroom)
    assert record.setting == setting
    assert new == replace(old, **changed)
    assert new != old


async def test_panel_shows_values_that_its_menus_do_not_offer(newsroom: Newsroom) -> None:
    """A language or a window chosen by a command stands in its menu too."""
    await newsroom.choose(language="is", repeat_hours=5)
    panel = await newsroom.config("panel")
    assert chosen(panel, "language") == ["is"]
    assert chosen(panel, "repeat") == ["5"]


async def open_form(newsroom: Newsroom, panel: Message, button: str) -> Interaction:
    """The owner presses a button that opens a form."""
    return await newsroom.town.press(panel, newsroom.olga, button)


async def test_panel_form_of_limits(newsroom: Newsroom) -> None:
    """The form is filled in with what holds; it changes what was changed in it."""
    asked = await open_form(newsroom, await newsroom.config("panel"), "Limits…")
    panel = await newsroom.answer(await newsroom.town.submit(asked, member="none", day="100", money="1,50"))
    assert "per member per minute: no limit; per channel per minute: 10;" in panel.text
    assert "model briefs per day: 100; model cost per day: $1.50" in panel.text
    record, _, new = await last_change(newsroom)
    assert (record.setting, new.limits) == ("limits", Limits(None, 10, 100, 1.5))


async def test_panel_form_with_bad_input(newsroom: Newsroom) -> None:
    """What is no limit is refused in one sentence in private, and the panel goes on working."""
    panel = await newsroom.config("panel")
    submitted = await newsroom.town.submit(await open_form(newsroom, panel, "Limits…"), channel="lots")
    refused = await newsroom.answer(submitted)
    assert refused.text.startswith("I cannot read “lots”.")
    assert refused.ephemeral
    assert await changes(newsroom) == 0
    panel = await choose(newsroom, panel, "length", "short")
    assert chosen(panel, "length") == ["short"]


async def test_panel_form_of_domains(newsroom: Newsroom) -> None:
    """Both lists, a domain a line."""
    await newsroom.choose(deny=("spam.example",))
    asked = await open_form(newsroom, await newsroom.config("panel"), "Domains…")
    submitted = await newsroom.town.submit(asked, allow="example.org\n*.example.net", deny="spam.example\nb.example")
    panel = await newsroom.answer(submitted)
    assert "only `example.org`, `*.example.net`; never `spam.example`, `b.example`" in panel.text
    record, _, new = await last_change(newsroom)
    assert record.setting == "domains"
    assert (new.allow, new.deny) == (("example.org", "*.example.net"), ("spam.example", "b.example"))


async def test_panel_form_of_domains_has_its_limit(newsroom: Newsroom) -> None:
    """Lists that are too long for a form are sent to the files."""
    await newsroom.choose(deny=tuple(f"domain{number}.example" for number in range(400)))
    panel = await newsroom.config("panel")
    refused = await newsroom.answer(await open_form(newsroom, panel, "Domains…"))
    assert refused.text == "The lists are too long for a form; use /config domains export and import."


async def test_panel_form_of_the_digest(newsroom: Newsroom) -> None:
    """Channel, hour and zone; without a channel there is no digest."""
    panel = await newsroom.config("panel")
    asked = await open_form(newsroom, panel, "Digest…")
    submitted = await newsroom.town.submit(asked, channel=newsroom.news, hour="7", zone="Europe/Kyiv")
    panel = await newsroom.answer(submitted)
    assert f"<#{newsroom.news.id}> daily at 7:00 (Europe/Kyiv)" in panel.text
    assert (await last_change(newsroom))[2].digest == DigestPlan(newsroom.news.id, 7, "Europe/Kyiv")
    panel = await newsroom.answer(await newsroom.town.submit(await open_form(newsroom, panel, "Digest…"), hour="8"))
    assert "There is no scheduled digest" in panel.text
    record, _, new = await last_change(newsroom)
    assert (record.setting, new.digest) == ("digest", None)


async def test_panel_works_after_a_restart(newsroom: Newsroom) -> None:
    """Its menus and buttons say what they do, so another process answers them, hours later too."""
    panel = await newsroom.config("panel")
    await newsroom.restart()
    panel = await choose(newsroom, panel, "watch", newsroom.news)
    assert "is watched now" in panel.text
    asked = await open_form(newsroom, panel, "Limits…")
    panel = await newsroom.answer(await newsroom.town.submit(asked, day="5"))
    assert "model briefs per day: 5" in panel.text


async def test_panel_is_closed(newsroom: Newsroom) -> None:
    """A closed panel says so and how to open another."""
    panel = await newsroom.config("panel")
    closed = await newsroom.answer(await newsroom.town.press(panel, newsroom.olga, "Close"))
    assert closed.text == "The panel is closed; /config panel opens another."
    assert closed.selects == []


async def test_panel_of_who_is_no_admin_any_more(newsroom: Newsroom) -> None:
    """Who lost Manage Server since the panel was opened changes nothing by it, nor by a form that is open."""
    town = newsroom.town
    admin = town.member(newsroom.guild, "ada", permissions="manage_guild")
    panel = await newsroom.answer(await town.slash(newsroom.general, admin, "config panel"))
    form = await town.press(panel, admin, "Limits…")
    await town.until(lambda: form.modal, "a form")
    for role in admin.roles:
        town.discord.service.set_role(newsroom.guild, newsroom.guild.roles[role], 0)
    await town.settle()
    chose = await newsroom.answer(await town.choose(panel, admin, "nutgraf:menu:watch", newsroom.news))
    assert chose.text == "You lack a permission for that: Manage Server."
    sent = await newsroom.answer(await town.submit(form, member="1"))
    assert sent.text == "You lack a permission for that: Manage Server."
    assert await changes(newsroom) == 0
    with pytest.raises(NotOfferedError):
        await town.choose(panel, newsroom.ana, "nutgraf:menu:watch", newsroom.news)


async def test_panel_and_forms_in_every_language(newsroom: Newsroom) -> None:
    """Translated names of menus, choices, buttons and fields stay within Discord's limits."""
    town, locales = newsroom.town, {"es": "es-ES"}
    for language in newsroom.parts.catalogues.languages:
        admin = town.member(
            newsroom.guild, f"ada-{language}", permissions="manage_guild", locale=locales.get(language, language)
        )
        panel = await newsroom.answer(await town.slash(newsroom.general, admin, "config panel"))
        assert len(panel.selects) == 8
        for form in ("limits", "domains", "digest"):
            asked = await town.press(panel, admin, f"nutgraf:admin:{form}")
            assert await town.until(lambda asked=asked: asked.modal, "a form")  # type: ignore[misc]  # An argument that binds.
    assert town.violations == []


async def test_panel_outlives_a_restart(newsroom: Newsroom) -> None:
    """A form that was opened before a restart is answered after it, and so is a menu of the panel."""
    panel = await newsroom.config("panel")
    opened = await newsroom.town.press(panel, newsroom.olga, "Limits…")
    await newsroom.town.until(lambda: opened.modal, "the form")
    await newsroom.restart()
    panel = await newsroom.answer(await newsroom.town.submit(opened, member="3"))
    assert "per member per minute: 3" in panel.text
    await newsroom.restart()
    panel = await choose(newsroom, panel, "length", "long")
    settings = (await last_change(newsroom))[2]
    assert (settings.limits.user_minute, settings.length) == (3, Length.LONG)
