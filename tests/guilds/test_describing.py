"""A server's settings in words."""

from datetime import UTC, datetime

from bot.domain.values.records import AuditRecord
from bot.domain.values.wish import Length
from bot.guilds.describing import Setting, change_line, show_settings, state, state_lines
from bot.i18n.words import Words
from config.guild import CardSize, ChannelSettings, DigestPlan, GuildSettings, Limits, Section, Style, to_json

WORDS = Words()
CHOSEN = GuildSettings(
    watched={7: ChannelSettings(bots=True), 8: ChannelSettings(proxies=False)},
    signs=True,
    language="ro",
    length=Length.LONG,
    sections=(Section.SUMMARY,),
    card=CardSize.COMPACT,
    style=Style.REACTION,
    allow=("*.example.org",),
    deny=("spam_1.example",),
    roles=(3,),
    limits=Limits(user_minute=None, day_money=1.5),
    repeat_hours=1,
    digest=DigestPlan(7, 18, "Europe/Bucharest"),
)


def test_every_setting_has_a_state() -> None:
    """Each setting is told in a line, before anything was chosen and after."""
    assert len(state_lines(GuildSettings(), WORDS)) == len(Setting)
    told = state_lines(CHOSEN, WORDS)
    assert all(one != other for one, other in zip(told, state_lines(GuildSettings(), WORDS), strict=True))
    assert "**Watched channels:** <#7>, <#8>" in told
    assert "**Bots and webhooks are answered in:** <#7>" in told
    assert "**Language:** Romanian" in told
    assert "**Domains:** only `*.example.org`; never `spam_1.example`" in told
    assert "**Who may ask:** <@&3>" in told
    assert "**Repeats:** a pointer to the earlier brief within 1 hour" in told
    assert "**Digest:** <#7> daily at 18:00 (Europe/Bucharest)" in told


def test_long_lists_are_counted() -> None:
    """Beyond a screenful the rest is counted."""
    many = GuildSettings(deny=tuple(f"d{number}.example" for number in range(1000)))
    told = state(Setting.DOMAINS, many, WORDS)
    assert told.endswith("`d24.example`, 975 more")


def record(before: GuildSettings, after: GuildSettings, *, user: int = 5) -> AuditRecord:
    """A change."""
    at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    return AuditRecord(1, user, at, "test", to_json(before), to_json(after))


def test_change_names_what_differs() -> None:
    """Of lists what came and what went, of other settings from what to what."""
    before = GuildSettings(watched={7: ChannelSettings()}, deny=("a.example", "b.example"))
    after = GuildSettings(watched={8: ChannelSettings()}, deny=("b.example",), length=Length.SHORT, limits=Limits(2))
    assert change_line(record(before, after), WORDS) == (
        "<t:1795608000:R> · <@5> · Watched channels: +<#8>, −<#7>; Length: normal → short; "
        "Domains: −deny `a.example`; Limits: per member per minute: 2"
    )


def test_change_of_somebody_who_is_forgotten() -> None:
    """A change stays when who made it asked to be forgotten."""
    assert "a member whose data was deleted" in change_line(record(GuildSettings(), CHOSEN, user=0), WORDS)


def test_everything_fits_one_message() -> None:
    """However much was chosen and changed, it is one message of Discord's."""
    full = GuildSettings(
        watched={10**18 + number: ChannelSettings(bots=True) for number in range(500)},
        allow=tuple(f"{'a' * 60}.{'b' * 60}.d{number}.example" for number in range(1000)),
        deny=tuple(f"{'ü' * 60}.{'ж' * 60}.d{number}.example" for number in range(1000)),
        roles=tuple(10**18 + number for number in range(25)),
    )
    view = show_settings(full, [record(GuildSettings(), full)] * 8, WORDS)
    assert view.size.fits
