"""A server's settings in words: their state, and what changed."""

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.chat.view import Card, Line, Space, Text, View, clip
from bot.domain.values.records import AuditRecord
from bot.domain.values.wish import Length
from bot.guilds.zones import zone_name
from bot.i18n.language_names import language_name
from bot.i18n.words import Words
from config import limits
from config.guild import EVERYWHERE, CardSize, DigestPlan, GuildSettings, Section, Style, from_json

# Characters of a state that a line about a change names.
CHANGE_CHARACTERS = 160


class Setting(StrEnum):
    """What an admin can choose, by the names of the sub-commands."""

    WATCH = "watch"
    LANGUAGE = "language"
    LENGTH = "length"
    SECTIONS = "sections"
    CARD = "card"
    STYLE = "style"
    BOTS = "bots"
    PROXIES = "proxies"
    SIGNS = "signs"
    DOMAINS = "domains"
    ROLES = "roles"
    LIMITS = "limits"
    REPEAT = "repeat"
    DIGEST = "digest"


def label(setting: Setting, words: Words) -> str:
    """What a setting is called."""
    labels = {
        Setting.WATCH: words.say("Watched channels"),
        Setting.LANGUAGE: words.say("Language"),
        Setting.LENGTH: words.say("Length"),
        Setting.SECTIONS: words.say("Sections"),
        Setting.CARD: words.say("Card"),
        Setting.STYLE: words.say("Style"),
        Setting.BOTS: words.say("Bots and webhooks are answered in"),
        Setting.PROXIES: words.say("Members who speak through a proxy"),
        Setting.SIGNS: words.say("Signs"),
        Setting.DOMAINS: words.say("Domains"),
        Setting.ROLES: words.say("Who may ask"),
        Setting.LIMITS: words.say("Limits"),
        Setting.REPEAT: words.say("Repeats"),
        Setting.DIGEST: words.say("Digest"),
    }
    return labels[setting]


def state(setting: Setting, settings: GuildSettings, words: Words) -> str:
    """How a setting is, in Discord's markdown."""
    states = {
        Setting.WATCH: _listed(_entries(Setting.WATCH, settings, words), words) or words.say("none"),
        Setting.LANGUAGE: language_of_briefs(settings.language, words),
        Setting.LENGTH: length_name(settings.length, words),
        Setting.SECTIONS: sections_names(settings, words),
        Setting.CARD: card_name(settings.card, words),
        Setting.STYLE: style_name(settings.style, words),
        Setting.BOTS: _listed(_entries(Setting.BOTS, settings, words), words) or words.say("none"),
        Setting.PROXIES: _proxies(settings, words),
        Setting.SIGNS: words.say("shown") if settings.signs else words.say("not shown"),
        Setting.DOMAINS: _domains(settings, words),
        Setting.ROLES: _listed(_entries(Setting.ROLES, settings, words), words) or words.say("everybody"),
        Setting.LIMITS: "; ".join(_limits(settings, words)),
        Setting.REPEAT: repeat_name(settings.repeat_hours, words),
        Setting.DIGEST: _digest(settings.digest, words),
    }
    return states[setting]


def state_lines(settings: GuildSettings, words: Words, *which: Setting) -> list[str]:
    """A line for each of these settings, for all where none is named."""
    return [f"**{label(setting, words)}:** {state(setting, settings, words)}" for setting in which or tuple(Setting)]


def change_line(record: AuditRecord, words: Words) -> str:
    """A change: when, who, and what of it differs now. `when` is shown in each reader's own time."""
    before, after = from_json(record.before), from_json(record.after)
    changed = [_difference(setting, before, after, words) for setting in Setting]
    what = "; ".join(change for change in changed if change) or record.setting
    who = f"<@{record.user}>" if record.user else words.say("a member whose data was deleted")
    return f"<t:{int(record.at.timestamp())}:R> · {who} · {what}"


def language_of_briefs(code: str | None, words: Words) -> str:
    """A language of briefs, in the reader's."""
    return words.say("each article's own") if code is None else language_name(code, words.language)


def length_name(length: Length, words: Words) -> str:
    """A length of briefs."""
    match length:
        case Length.SHORT:
            return words.say("short")
        case Length.NORMAL:
            return words.say("normal")
        case Length.LONG:
            return words.say("long")


def section_name(section: Section, words: Words) -> str:
    """A part of a brief."""
    match section:
        case Section.SUMMARY:
            return words.say("summary")
        case Section.ACTORS:
            return words.say("actors")
        case Section.QUOTES:
            return words.say("quotes")


def card_name(size: CardSize, words: Words) -> str:
    """How much of a brief a channel is shown."""
    match size:
        case CardSize.FULL:
            return words.say("full")
        case CardSize.COMPACT:
            return words.say("compact")


def style_name(style: Style, words: Words) -> str:
    """A way to answer."""
    match style:
        case Style.REPLY:
            return words.say("a reply")
        case Style.THREAD:
            return words.say("a thread")
        case Style.REACTION:
            return words.say("a reply, once somebody adds 📰")


def repeat_name(hours: int, words: Words) -> str:
    """A window for repeats."""
    if not hours:
        return words.say("briefed again each time")
    return words.count(
        "a pointer to the earlier brief within {number} hour",
        "a pointer to the earlier brief within {number} hours",
        hours,
    )


# --- what a choice means --------------------------------------------------------------------------------------------


def show_settings(settings: GuildSettings, changes: Sequence[AuditRecord], words: Words) -> View:
    """All settings, and below them the latest changes as far as there is room."""
    lines = [f"### {words.say('Settings')}", *state_lines(settings, words)]
    space = Space()
    for line in lines:
        space.take(line)
    heading = f"### {words.say('Latest changes')}"
    space.take(heading)
    told = [line for line in (change_line(change, words) for change in changes) if space.take(line)]
    below = (Line(), Text("\n".join([heading, *told]))) if told else ()
    return View((Card((Text("\n".join(lines)), *below)),))


# --- parts ----------------------------------------------------------------------------------------------------------


def _entries(setting: Setting, settings: GuildSettings, words: Words) -> list[str] | None:
    """The entries of a setting that is a list, None for any other."""
    match setting:
        case Setting.WATCH:
            return [_place(id_, words) for id_ in settings.watched] + [
                words.say("not {channel}", channel=f"<#{id_}>") for id_ in settings.left_alone
            ]
        case Setting.BOTS:
            return [_place(id_, words) for id_, channel in settings.watched.items() if channel.bots]
        case Setting.ROLES:
            return [f"<@&{role}>" for role in settings.roles]
        case Setting.DOMAINS:
            return [f"{words.say('allow')} `{domain}`" for domain in settings.allow] + [
                f"{words.say('deny')} `{domain}`" for domain in settings.deny
            ]
        case _:
            return None


def _place(channel: int, words: Words) -> str:
    return words.say("every channel") if channel == EVERYWHERE else f"<#{channel}>"


def _difference(setting: Setting, before: GuildSettings, after: GuildSettings, words: Words) -> str:
    """What of a setting changed, "" where nothing did."""
    old, new = _entries(setting, before, words), _entries(setting, after, words)
    if old is not None and new is not None:
        signed = [f"+{entry}" for entry in new if entry not in old] + [f"−{entry}" for entry in old if entry not in new]
        return f"{label(setting, words)}: {_clipped(', '.join(signed))}" if signed else ""
    if setting is Setting.LIMITS:
        parts = [part for part in _limits(after, words) if part not in _limits(before, words)]
        return f"{label(setting, words)}: {'; '.join(parts)}" if parts else ""
    earlier, now = state(setting, before, words), state(setting, after, words)
    return "" if earlier == now else f"{label(setting, words)}: {_clipped(earlier)} → {_clipped(now)}"


def _clipped(text: str) -> str:
    return clip(text, CHANGE_CHARACTERS)


def _listed(entries: Sequence[str] | None, words: Words) -> str:
    """Entries with commas between them; what is too much for a screenful is counted."""
    given = list(entries or ())
    room = limits.SHOWN_LIST_CHARACTERS
    shown = []
    for entry in given[: limits.SHOWN_ENTRIES]:
        room -= len(entry) + 2
        if room < 0:
            break
        shown.append(entry)
    rest = len(given) - len(shown)
    return ", ".join([*shown, words.count("{number} more", "{number} more", rest)] if rest else shown)


def sections_names(settings: GuildSettings, words: Words) -> str:
    """The sections that are shown, by their names."""
    return ", ".join(section_name(section, words) for section in settings.sections)


def _proxies(settings: GuildSettings, words: Words) -> str:
    left = [_place(id_, words) for id_, channel in settings.watched.items() if not channel.proxies]
    if not left:
        return words.say("answered")
    return words.say("answered, but not in {channels}", channels=_listed(left, words))


def _domains(settings: GuildSettings, words: Words) -> str:
    allow, deny = ([f"`{domain}`" for domain in kept] for kept in (settings.allow, settings.deny))
    parts = []
    if allow:
        parts.append(words.say("only {domains}", domains=_listed(allow, words)))
    if deny:
        parts.append(words.say("never {domains}", domains=_listed(deny, words)))
    return "; ".join(parts) or words.say("all are answered")


def _limits(settings: GuildSettings, words: Words) -> list[str]:
    most = settings.limits
    none = words.say("no limit")
    counts = [none if each is None else words.number(each) for each in (most.user_minute, most.channel_minute)]
    briefs = none if most.day_briefs is None else words.number(most.day_briefs)
    price = none if most.day_money is None else words.money(most.day_money)
    return [
        words.say("per member per minute: {limit}", limit=counts[0]),
        words.say("per channel per minute: {limit}", limit=counts[1]),
        words.say("model briefs per day: {limit}", limit=briefs),
        words.say("model cost per day: {limit}", limit=price),
    ]


def _digest(plan: DigestPlan | None, words: Words) -> str:
    if plan is None:
        return words.say("off")
    return words.say(
        "<#{channel}> daily at {hour} ({zone})", channel=plan.channel, hour=f"{plan.hour}:00", zone=zone_name(plan.zone)
    )
