"""`/config domains`, `/config roles` and `/config digest`: confirmed, audited, and with their effects."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from config import limits
from config.guild import DigestPlan
from playground.rules.state import ChannelKind, Message
from tests.support.audits import changes, last_change
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.site import Site
from tests.support.town import NotOfferedError, Town

SITE = "127.0.0.1"


async def post_link(newsroom: Newsroom) -> list[Message]:
    """The answers to a link to the newsroom's site in #news, by Ana."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    return await newsroom.town.answers_to(post)


async def test_domains_allow(newsroom: Newsroom) -> None:
    """Where a domain is allowed, links to all others are left alone."""
    await newsroom.watch()
    told = await newsroom.config("domains allow", domain="https://www.Example.org/news")
    assert told.ephemeral
    assert "Only links to allowed domains are answered; links to all others are left alone." in told.text
    assert "**Domains:** only `example.org`" in told.text
    assert await post_link(newsroom) == []
    told = await newsroom.config("domains allow", domain=SITE)
    assert f"only `example.org`, `{SITE}`" in told.text
    assert HEADLINE in (await post_link(newsroom))[0].text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.allow, new.allow) == ("domains", ("example.org",), ("example.org", SITE))


async def test_domains_deny(newsroom: Newsroom) -> None:
    """A link to a denied domain is left alone when watched, and refused with the reason to who asks by a command."""
    await newsroom.watch()
    told = await newsroom.config("domains deny", domain=SITE)
    assert "Links to denied domains are left alone; all others are answered." in told.text
    assert await post_link(newsroom) == []
    asked = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=newsroom.link())
    refused = await newsroom.answer(asked)
    assert "is not answered here" in refused.text
    assert newsroom.site.hits["/harbour"] == 0
    assert (await last_change(newsroom))[2].deny == (SITE,)


async def test_domains_with_wildcards(newsroom: Newsroom) -> None:
    """A star stands for any characters of a host."""
    await newsroom.watch()
    await newsroom.config("domains deny", domain="128.*")
    assert HEADLINE in (await post_link(newsroom))[0].text
    await newsroom.config("repeat", hours=0)
    await newsroom.config("domains deny", domain="127.*")
    assert await post_link(newsroom) == []


async def test_domains_remove(newsroom: Newsroom) -> None:
    """A domain that is taken from the list is answered again; the lists' own domains are offered."""
    await newsroom.watch()
    await newsroom.config("domains deny", domain=SITE)
    await newsroom.config("domains deny", domain="example.org")
    offered = await newsroom.town.complete(newsroom.general, newsroom.olga, "config domains remove", "domain", "127")
    assert [choice["value"] for choice in offered] == [SITE]
    told = await newsroom.config("domains remove", domain=SITE)
    assert "**Domains:** never `example.org`" in told.text
    assert HEADLINE in (await post_link(newsroom))[0].text
    count = await changes(newsroom)
    refused = await newsroom.config("domains remove", domain=SITE)
    assert refused.text == f"`{SITE}` is in neither list; /config show shows what is."
    assert await changes(newsroom) == count


@pytest.mark.parametrize("typed", ["not a domain", "localhost", "*", "@everyone", "[x](https://example.org)"])
async def test_domain_that_is_none(newsroom: Newsroom, typed: str) -> None:
    """What is no domain is refused in private in one sentence, and nothing changes."""
    refused = await newsroom.config("domains deny", domain=typed)
    assert refused.ephemeral
    assert "is not a domain name; write one such as example.org" in refused.text
    assert not refused.pings
    assert await changes(newsroom) == 0


async def test_domains_export_and_import(newsroom: Newsroom) -> None:
    """The lists go out as a file, and come back from it; an import adds to what is there, or takes its place."""
    town = newsroom.town
    await newsroom.watch()
    await newsroom.config("domains allow", domain="example.org")
    await newsroom.config("domains deny", domain="*.bücher.example")
    exported = await newsroom.config("domains export")
    assert exported.ephemeral
    (file,) = exported.attachments
    assert file.data.decode() == "allow example.org\ndeny *.bücher.example\n"
    lists = town.file("list.txt", f"# ours\nallow {SITE}\n".encode())
    told = await newsroom.config("domains import", file=lists)
    assert "I read 1 domain." in told.text
    assert (await last_change(newsroom))[2].allow == ("example.org", SITE)
    told = await newsroom.config("domains import", file=town.file("list.txt", file.data), instead=True)
    assert told.ephemeral
    assert "I read 2 domains." in told.text
    record, _, new = await last_change(newsroom)
    assert (record.setting, new.allow, new.deny) == ("domains", ("example.org",), ("*.bücher.example",))
    assert await post_link(newsroom) == []


async def test_domains_export_of_nothing(newsroom: Newsroom) -> None:
    """Where there is no domain there is no file."""
    assert (await newsroom.config("domains export")).text == "There is no domain in the lists yet."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "That file is not a list of domains: it is not UTF-8 text."),
        (b"allow example.org\n@everyone\n", "line 2 is “\\@everyone”, and I expect lines such as “deny example.org”."),
        (b"", "There is no domain in that file."),
        (b"#" * (limits.DOMAINS_FILE_BYTES + 1), "That file is too large for a list of domains; at most 100 kB."),
        (b"".join(b"deny d%d.example\n" % number for number in range(1001)), "A list holds at most 1000 domains."),
    ],
    ids=["picture", "prose", "empty", "large", "long"],
)
async def test_file_that_is_no_list(newsroom: Newsroom, data: bytes, sentence: str) -> None:
    """A file that is no list is refused in private in one sentence, and nothing of it is kept."""
    refused = await newsroom.config("domains import", file=newsroom.town.file("list.txt", data))
    assert refused.ephemeral
    assert sentence in refused.text
    assert await changes(newsroom) == 0


async def test_roles(newsroom: Newsroom) -> None:
    """Only members with a chosen role are answered, by a link and by a command, until everybody may ask again."""
    town = newsroom.town
    await newsroom.watch()
    readers = town.role(newsroom.guild, "readers", "", newsroom.ben)
    await town.settle()
    told = await newsroom.config("roles add", role=readers)
    assert told.ephemeral
    assert "Only members with one of these roles are answered" in told.text
    assert f"**Who may ask:** <@&{readers.id}>" in told.text
    assert not told.pings
    assert await post_link(newsroom) == []
    asked = await town.slash(newsroom.news, newsroom.ana, "summarize", link=newsroom.link())
    assert "Only certain roles may ask here" in (await newsroom.answer(asked)).text
    post = await town.post(newsroom.news, newsroom.ben, newsroom.link())
    assert HEADLINE in (await newsroom.answer(post)).text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.roles, new.roles) == ("roles", (), (readers.id,))
    told = await newsroom.config("roles everybody")
    assert "Everybody may ask for briefs now." in told.text
    assert len(await post_link(newsroom)) == 1


async def test_roles_remove(newsroom: Newsroom) -> None:
    """A role is taken from the list; one that is not on it is said to be so."""
    readers = newsroom.town.role(newsroom.guild, "readers")
    writers = newsroom.town.role(newsroom.guild, "writers")
    await newsroom.town.settle()
    for role in (readers, writers):
        await newsroom.config("roles add", role=role)
    told = await newsroom.config("roles remove", role=readers)
    assert f"**Who may ask:** <@&{writers.id}>" in told.text
    refused = await newsroom.config("roles remove", role=readers)
    assert refused.text == "That role is not among those who may ask; /config show shows them."
    assert await changes(newsroom) == 3


async def test_role_that_is_everyone(newsroom: Newsroom) -> None:
    """Everyone's role is none to choose; the sentence says what to do instead."""
    refused = await newsroom.config("roles add", role=newsroom.guild.roles[newsroom.guild.id])
    assert refused.text == "Everybody has that role; to let everybody ask, use /config roles everybody."
    assert refused.ephemeral
    assert await changes(newsroom) == 0


async def test_digest(newsroom: Newsroom) -> None:
    """A plan is confirmed with its channel, hour and zone and the next time, and dropped again."""
    told = await newsroom.config("digest daily", channel=newsroom.news, hour=18, zone="europe/bucharest")
    assert told.ephemeral
    assert f"**Digest:** <#{newsroom.news.id}> daily at 18:00 (Europe/Bucharest)" in told.text
    now = newsroom.parts.now().astimezone(ZoneInfo("Europe/Bucharest"))
    stamp = int(told.text.partition("<t:")[2].partition(":")[0])
    first = now.fromtimestamp(stamp, ZoneInfo("Europe/Bucharest"))
    assert (first.hour, first.minute) == (18, 0)
    assert 0 < (first - now).total_seconds() <= 25 * 3600
    record, old, new = await last_change(newsroom)
    plan = DigestPlan(newsroom.news.id, 18, "Europe/Bucharest")
    assert (record.setting, old.digest, new.digest) == ("digest", None, plan)
    told = await newsroom.config("digest off")
    assert "There is no scheduled digest" in told.text
    assert (await last_change(newsroom))[2].digest is None


async def test_digest_says_what_keeps_it_from_being_posted(newsroom: Newsroom) -> None:
    """Where the bot may not write the admin is told so; a forum is not offered."""
    newsroom.town.permit(newsroom.news, deny="send_messages")
    forum = newsroom.town.channel(newsroom.guild, "forum", ChannelKind.FORUM)
    await newsroom.town.settle()
    told = await newsroom.config("digest daily", channel=newsroom.news, hour=7)
    assert f"⚠ I lack Send Messages in <#{newsroom.news.id}>, so I cannot post the digest" in told.text
    with pytest.raises(NotOfferedError):
        await newsroom.config("digest daily", channel=forum, hour=7)


async def test_digest_zone_is_completed(newsroom: Newsroom) -> None:
    """Zones are offered by what is typed of their names, with the time there."""
    offered = await newsroom.town.complete(newsroom.general, newsroom.olga, "config digest daily", "zone", "new york")
    (choice,) = offered
    assert choice["value"] == "America/New_York"
    assert choice["name"].startswith("America/New_York (")
    many = await newsroom.town.complete(newsroom.general, newsroom.olga, "config digest daily", "zone", "")
    assert len(many) == 25


@pytest.mark.parametrize(
    ("hour", "zone", "sentence"),
    [
        (25, "UTC", "25 is not an hour of the day; give one from 0 to 23."),
        (-1, "UTC", "is not an hour of the day"),
        (8, "Mars/Olympus", "I do not know the time zone “Mars/Olympus”; choose one from the list, such as "),
    ],
)
async def test_digest_that_cannot_be(newsroom: Newsroom, hour: int, zone: str, sentence: str) -> None:
    """An hour or a zone that is none is refused in one sentence in private."""
    refused = await newsroom.config("digest daily", channel=newsroom.news, hour=hour, zone=zone)
    assert sentence in refused.text
    assert refused.ephemeral
    assert await changes(newsroom) == 0


async def test_denied_domain_is_not_reached_by_a_detour(tmp_path: Path) -> None:
    """A link to another domain that leads on to a denied one is left alone too, read anew and from the cache."""
    async with Town() as town, Site() as site:
        allow = site.allow | {("localhost", site.port)}
        async with Newsroom(town, site, tmp_path, fetch_allow=allow) as newsroom:
            await newsroom.watch()
            newsroom.link()
            site.redirect("/short-link-to-harbour", site.url("/harbour"))
            short = site.url("/short-link-to-harbour").replace(SITE, "localhost")
            await newsroom.config("domains deny", domain="example.org")
            post = await town.post(newsroom.news, newsroom.ana, short)
            assert HEADLINE in (await newsroom.answer(post)).text
            await newsroom.config("repeat", hours=0)
            await newsroom.config("domains deny", domain=SITE)
            post = await town.post(newsroom.news, newsroom.ana, short)
            assert await town.answers_to(post) == []
            asked = await town.slash(newsroom.news, newsroom.ana, "summarize", link=short)
            assert "is not answered here" in (await newsroom.answer(asked)).text
            asked = await town.slash(newsroom.news, newsroom.ana, "why", what=short)
            assert f"The domain {SITE} is not answered here" in (await newsroom.answer(asked)).text.replace("\\", "")
            assert town.violations == []


async def test_allowed_domain_that_leads_elsewhere_is_left_alone(tmp_path: Path) -> None:
    """With a list of allowed domains a page is judged by its own host too, wherever an allowed link leads to."""
    async with Town() as town, Site() as site:
        allow = site.allow | {("localhost", site.port)}
        async with Newsroom(town, site, tmp_path, fetch_allow=allow) as newsroom:
            await newsroom.watch()
            newsroom.link()
            site.redirect("/short-link-to-harbour", site.url("/harbour"))
            short = site.url("/short-link-to-harbour").replace(SITE, "localhost")
            await newsroom.choose(allow=("localhost",))
            post = await town.post(newsroom.news, newsroom.ana, short)
            await town.settle()
            assert await town.answers_to(post) == []
            asked = await town.slash(newsroom.news, newsroom.ana, "summarize", link=short)
            assert f"The domain {SITE} is not answered here" in (await newsroom.answer(asked)).text.replace("\\", "")
            file = ("story.txt", f"{HEADLINE}\n\n{STORY}".encode(), "text/plain")
            post = await town.post(newsroom.news, newsroom.ana, "", attachments=[file])
            assert HEADLINE in (await newsroom.answer(post)).text
            await newsroom.choose(allow=("localhost", SITE))
            post = await town.post(newsroom.news, newsroom.ana, short)
            assert HEADLINE in (await newsroom.answer(post)).text
