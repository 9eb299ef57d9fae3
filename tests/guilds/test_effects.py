"""What a choice means, in a sentence that fits it; and what cannot be chosen."""

import pytest

from bot.domain.values.wish import Length
from bot.errors import UsageError
from bot.guilds import effects, parsing
from bot.guilds.domains import denies, permits, warnings
from bot.i18n.words import Words
from config.guild import EVERYWHERE, CardSize, ChannelSettings, GuildSettings, Limits, Section, Style

WORDS = Words()
WATCHING = GuildSettings(watched={7: ChannelSettings()})


def test_each_style_is_told_apart() -> None:
    """In what style is answered, and that a channel is watched in it."""
    told = [effects.style_effect(style, WORDS) for style in Style]
    told += [effects.watch_effect("<#7>", style, WORDS) for style in Style]
    told += [effects.everywhere_effect(style, WORDS) for style in Style]
    assert len(set(told)) == 9
    assert all("<#7> is watched now" in sentence for sentence in told[3:6])
    assert all(told[number] in told[6 + number] for number in range(3))
    assert "reply" in effects.style_effect(Style.REPLY, WORDS)
    assert "thread" in effects.style_effect(Style.THREAD, WORDS)
    assert "📰" in effects.style_effect(Style.REACTION, WORDS)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (effects.roles_effect(GuildSettings(), WORDS), "Everybody may ask"),
        (effects.roles_effect(GuildSettings(roles=(3,)), WORDS), "Only members with one of these roles"),
        (effects.domains_effect(GuildSettings(), WORDS), "every domain"),
        (
            effects.domains_effect(GuildSettings(allow=("a.example",)), WORDS),
            "to allowed domains are answered; links",
        ),
        (
            effects.domains_effect(GuildSettings(deny=("a.example",)), WORDS),
            "Links to denied domains are left alone",
        ),
        (effects.domains_effect(GuildSettings(allow=("a",), deny=("b",)), WORDS), "of those none to denied ones"),
        (effects.repeat_effect(0, WORDS), "never a pointer"),
        (effects.repeat_effect(1, WORDS), "for 1 hour, then"),
        (effects.repeat_effect(24, WORDS), "for 24 hours, then"),
        (effects.length_effect(Length.SHORT, WORDS), "one sentence,"),
        (effects.card_effect(CardSize.COMPACT, WORDS), "the headline and one sentence"),
        (effects.card_effect(CardSize.FULL, WORDS), "the whole brief"),
        (effects.length_effect(Length.NORMAL, WORDS), "three sentences"),
        (effects.length_effect(Length.LONG, WORDS), "four sentences"),
        (effects.sections_effect(GuildSettings(sections=(Section.SUMMARY,)), WORDS), "shows: summary."),
        (effects.unwatch_everywhere_effect(WORDS), "only those that you chose by name"),
        (effects.unwatch_effect(7, WORDS), "<#7> is no longer watched"),
        (effects.bots_effect(7, WORDS, answered=True), "in <#7> get a brief too"),
        (effects.bots_effect(7, WORDS, answered=False), "in <#7> is left alone"),
        (effects.proxies_effect(7, WORDS, answered=True), "is answered as their own"),
        (effects.proxies_effect(7, WORDS, answered=False), "through a proxy is left alone"),
        (effects.signs_effect(WORDS, shown=True), "⏳"),
        (effects.signs_effect(WORDS, shown=False), "in silence"),
        (effects.reset_effect(WATCHING, WORDS), "1 watched channel is left alone"),
        (effects.reset_effect(GuildSettings(), WORDS), "0 watched channels are left alone"),
    ],
    ids=lambda value: value[:40],
)
def test_effect(said: str, expected: str) -> None:
    """The sentence says what is so now."""
    assert expected in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("code", "has_model", "speaks", "expected"),
    [
        (None, True, True, "its article's own language"),
        ("ro", True, True, "Briefs are in Romanian, and so are my own words"),
        ("ro", True, False, "as I do not speak Romanian"),
        ("ro", False, True, "My own words are in Romanian. Briefs stay"),
        ("ro", False, False, "Nothing changes"),
    ],
)
def test_language(code: str | None, has_model: bool, speaks: bool, expected: str) -> None:
    """It matters whether a model writes and whether the bot speaks the language."""
    assert expected in effects.language_effect(code, WORDS, has_model=has_model, speaks=speaks)


@pytest.mark.parametrize(
    ("limits", "has_model", "expected"),
    [
        (Limits(), True, 1),
        (Limits(day_briefs=1), True, "I brief by rules"),
        (Limits(day_money=1.0), True, "I brief by rules"),
        (Limits(day_money=1.0), False, "have no effect"),
    ],
)
def test_limits(limits: Limits, has_model: bool, expected: int | str) -> None:
    """Limits of a day are told where there are any, and mean something with a model alone."""
    said = effects.limits_effects(GuildSettings(limits=limits), WORDS, has_model=has_model)
    assert "passed over" in said[0]
    assert len(said) == 1 if isinstance(expected, int) else expected in said[1]


def test_lists_that_cross_are_told() -> None:
    """What is denied within what is allowed, and the other way round; three sentences at the most."""
    assert warnings(GuildSettings(deny=("a.example",)), WORDS) == []
    (below,) = warnings(GuildSettings(allow=("x.a.example",), deny=("a.example",)), WORDS)
    assert below == "⚠ `a.example` is denied, so nothing of `x.a.example` is answered."
    (above,) = warnings(GuildSettings(allow=("a.example",), deny=("x.a.example",)), WORDS)
    assert above == "⚠ `x.a.example` is denied, though `a.example` is allowed: it is left alone."
    (needless,) = warnings(GuildSettings(allow=("a.example",), deny=("b.example",)), WORDS)
    assert needless == "⚠ `b.example` need not be denied: only allowed domains are answered."
    many = GuildSettings(allow=("a.example",), deny=tuple(f"{n}.example" for n in range(9)))
    assert len(warnings(many, WORDS)) == 3


@pytest.mark.parametrize(
    ("pattern", "host", "matches"),
    [
        ("a.example", "a.example", True),
        ("a.example", "x.a.example", True),
        ("a.example", "ba.example", False),
        ("*.a.example", "x.a.example", True),
        ("*.a.example", "a.example", False),
        ("x*y.example", "x1y.example", True),
        ("x*y.example", "y.example", False),
        ("x*1*y.example", "x11y.example", True),
        ("x*1*y.example", "x2y.example", False),
        ("x*1*1y.example", "x1y.example", False),
    ],
)
def test_patterns(pattern: str, host: str, matches: bool) -> None:
    """A domain is it and all below it; a star is any characters, each of which counts once."""
    assert denies(host, GuildSettings(deny=(pattern,))) is matches
    assert permits(host, GuildSettings(allow=(pattern,))) is matches
    assert permits(host, GuildSettings(deny=(pattern,))) is not matches
    assert not permits(host, GuildSettings(allow=(pattern,), deny=(host,)))


def test_what_cannot_be_chosen_is_told() -> None:
    """Channels that nobody watches, limits that nobody named, hours that are none."""
    with pytest.raises(UsageError, match="<#8> is not watched"):
        parsing.not_watching(WATCHING, 8)
    for change in (parsing.with_bots, parsing.with_proxies):
        with pytest.raises(UsageError, match="<#8> is not watched"):
            change(WATCHING, 8, answered=True)
    with pytest.raises(UsageError, match="I do not watch every channel"):
        parsing.not_watching(WATCHING, EVERYWHERE)
    with pytest.raises(UsageError, match="Name at least one limit"):
        parsing.with_limits(WATCHING, member=None, channel=None, day=None, money=None, currency="USD")
    for hours in (-1, 10**6):
        with pytest.raises(UsageError, match="hours from 0"):
            parsing.checked_repeat(hours)
    assert parsing.checked_repeat(0) == 0


def test_what_was_chosen_is_so() -> None:
    """A channel of a watched category is left alone by name; limits that are not named stay."""
    category = GuildSettings(watched={9: ChannelSettings()})
    assert parsing.not_watching(category, 7, 9).left_alone == (7,)
    assert parsing.not_watching(WATCHING, 7).watched == {}
    assert parsing.with_bots(WATCHING, 7, answered=True).watched[7].bots
    assert not parsing.with_proxies(WATCHING, 7, answered=False).watched[7].proxies
    named = parsing.with_limits(WATCHING, member="3", channel=None, day="none", money="$1.50", currency="USD")
    assert named.limits == Limits(user_minute=3, channel_minute=10, day_briefs=None, day_money=1.5)
