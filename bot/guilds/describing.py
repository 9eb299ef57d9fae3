"""A server's settings in words: their state, what changed, and what they mean for whoever posts a link."""

from collections.abc import Sequence
from enum import StrEnum

from babel import Locale

from bot.domain.chat.view import Budget, Card, Line, Text, View, clip
from bot.domain.values.records import AuditRecord
from bot.domain.values.wish import Length
from bot.guilds.zones import zone_name
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
        Setting.LANGUAGE: language_name(settings.language, words),
        Setting.LENGTH: length_name(settings.length, words),
        Setting.SECTIONS: _sections(settings, words),
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
    who = f"<@{record.user}>" if record.user else words.say("somebody who is forgotten")
    return f"<t:{int(record.at.timestamp())}:R> · {who} · {what}"


def language_name(code: str | None, words: Words) -> str:
    """A language of briefs, in the reader's."""
    if code is None:
        return words.say("each article's own")
    # Unicode's locale data names Chinese by its scripts.
    known = "zh_Hant" if code == "zh-TW" else code
    name: str = Locale.parse(words.language).languages.get(known, code)
    return name


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


def style_effect(style: Style, words: Words) -> str:
    """What a way to answer means for watched channels."""
    match style:
        case Style.REPLY:
            return words.say("Links and articles in watched channels get a brief as a reply.")
        case Style.THREAD:
            return words.say(
                "Links and articles in watched channels get their headline as a reply, and the brief in a thread of it."
            )
        case Style.REACTION:
            return words.say("In watched channels I wait until somebody adds 📰 to a message, and brief it then.")


def watch_effect(channel: str, style: Style, words: Words) -> str:
    """What watching a channel means; `channel` is its mention, or what stands for all channels."""
    match style:
        case Style.REPLY:
            return words.say("{channel} is watched now: links and articles there get a brief.", channel=channel)
        case Style.THREAD:
            return words.say(
                "{channel} is watched now: links and articles there get a brief in a thread.", channel=channel
            )
        case Style.REACTION:
            return words.say(
                "{channel} is watched now: a message there gets a brief when somebody adds 📰 to it.", channel=channel
            )


def roles_effect(settings: GuildSettings, words: Words) -> str:
    """What the list of roles means."""
    if not settings.roles:
        return words.say("Everybody may ask for briefs now.")
    return words.say("Only members with one of these roles are answered and may ask for briefs now.")


def domains_effect(settings: GuildSettings, words: Words) -> str:
    """What the lists of domains mean."""
    if settings.allow and settings.deny:
        return words.say("Only links to allowed domains are answered, and of those none to denied ones.")
    if settings.allow:
        return words.say("Only links to allowed domains are answered; links to all others are left alone.")
    if settings.deny:
        return words.say("Links to denied domains are left alone; all others are answered.")
    return words.say("Links to every domain are answered.")


def repeat_effect(hours: int, words: Words) -> str:
    """What the window for repeats means."""
    if not hours:
        return words.say("The same article gets a new brief each time, never a pointer.")
    return words.count(
        "The same article in the same channel gets a pointer to the first brief for {number} hour, then a brief again.",
        "The same article in the same channel gets a pointer to the first brief for {number} hours, then a brief "
        "again.",
        hours,
    )


def length_effect(length: Length, words: Words) -> str:
    """What a length means."""
    match length:
        case Length.SHORT:
            return words.say("From now on a brief has one sentence, at most two actors and one quote.")
        case Length.NORMAL:
            return words.say("From now on a brief has three sentences, at most four actors and two quotes.")
        case Length.LONG:
            return words.say("From now on a brief has four sentences, at most eight actors and six quotes.")


def card_effect(size: CardSize, words: Words) -> str:
    """What a size of cards means."""
    match size:
        case CardSize.FULL:
            return words.say("Cards in channels show the whole brief now.")
        case CardSize.COMPACT:
            return words.say("Cards in channels show the headline and one sentence now; “More” has the rest.")


def language_effect(code: str | None, words: Words, *, has_model: bool, speaks: bool) -> str:
    """What the briefs' language means.

    Args:
        code: the language, None for each article's own.
        words: the reader's.
        has_model: whether a model writes, which could translate.
        speaks: whether the bot has words of its own in that language.
    """
    if code is None:
        return words.say("Each brief is in its article's own language.")
    language = language_name(code, words)
    match has_model, speaks:
        case True, True:
            return words.say("Briefs are in {language}, and so are my own words around them.", language=language)
        case True, False:
            return words.say(
                "Briefs are in {language}; my own words around them are in English, as I do not speak {language}.",
                language=language,
            )
        case False, True:
            return words.say(
                "My own words are in {language}. Briefs stay in each article's own language, as no model is configured "
                "that could translate.",
                language=language,
            )
        case _:
            return words.say(
                "Nothing changes: briefs stay in each article's own language, as no model is configured that could "
                "translate, and I have no words of my own in {language}.",
                language=language,
            )


def sections_effect(settings: GuildSettings, words: Words) -> str:
    """What the choice of sections means."""
    return words.say("Under its headline a brief shows: {sections}.", sections=_sections(settings, words))


def everywhere_effect(style: Style, words: Words) -> str:
    """What it means that all channels are watched."""
    how = style_effect(style, words)
    return words.say(
        "Every channel that I can see is watched now, and those to come. {how} /config unwatch leaves one alone.",
        how=how,
    )


def unwatch_everywhere_effect(words: Words) -> str:
    """What it means that not all channels are watched any more."""
    return words.say("I no longer watch every channel, only those that you chose by name.")


def unwatch_effect(channel: int | str, words: Words) -> str:
    """What it means that a channel is watched no more."""
    return words.say(
        "<#{channel}> is no longer watched: links there are left alone; /summarize and mentions work as before.",
        channel=channel,
    )


def bots_effect(channel: int | str, words: Words, *, answered: bool) -> str:
    """What the switch for bots means."""
    if answered:
        return words.say("Links that bots and webhooks post in <#{channel}> get a brief too.", channel=channel)
    return words.say("What bots and webhooks post in <#{channel}> is left alone.", channel=channel)


def proxies_effect(channel: int | str, words: Words, *, answered: bool) -> str:
    """What the switch for proxies means."""
    if answered:
        return words.say(
            "What members post in <#{channel}> through a proxy (PluralKit, Tupperbox) is answered as their own.",
            channel=channel,
        )
    return words.say("What members post in <#{channel}> through a proxy is left alone.", channel=channel)


def signs_effect(words: Words, *, shown: bool) -> str:
    """What the switch for signs means."""
    if shown:
        return words.say(
            "A watched link that I cannot read gets a reaction for some seconds: ⏳ a limit is reached, 🔒 the article "
            "is locked, ❓ there is nothing that I can read."
        )
    return words.say("A watched link that I cannot read is passed over in silence; /why says what happened.")


def limits_effects(settings: GuildSettings, words: Words, *, has_model: bool) -> list[str]:
    """What the limits mean, and what they do not."""
    daily = settings.limits.day_briefs is not None or settings.limits.day_money is not None
    said = [
        words.say(
            "Over a limit of a minute a watched link is passed over, and whoever asks is told to wait. Cached briefs "
            "are free."
        )
    ]
    if daily and has_model:
        said.append(
            words.say("Over a limit of a day (UTC) I brief by rules, without the model, and tell the admins once.")
        )
    elif daily:
        said.append(words.say("No model is configured, so daily limits have no effect."))
    return said


def reset_effect(settings: GuildSettings, words: Words) -> str:
    """What a reset would take away."""
    return words.count(
        "{number} watched channel is left alone then, and everything is as it was at first.",
        "{number} watched channels are left alone then, and everything is as it was at first.",
        len(settings.watched),
    )


def show_settings(settings: GuildSettings, changes: Sequence[AuditRecord], words: Words) -> View:
    """All settings, and below them the latest changes as far as there is room."""
    lines = [f"### {words.say('Settings')}", *state_lines(settings, words)]
    budget = Budget()
    for line in lines:
        budget.take(line)
    heading = f"### {words.say('Latest changes')}"
    budget.take(heading)
    told = [line for line in (change_line(change, words) for change in changes) if budget.take(line)]
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


def _sections(settings: GuildSettings, words: Words) -> str:
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
        words.say("a member in a minute: {limit}", limit=counts[0]),
        words.say("a channel in a minute: {limit}", limit=counts[1]),
        words.say("the model's briefs in a day: {limit}", limit=briefs),
        words.say("the model's cost in a day: {limit}", limit=price),
    ]


def _digest(plan: DigestPlan | None, words: Words) -> str:
    if plan is None:
        return words.say("off")
    return words.say(
        "<#{channel}> daily at {hour} ({zone})", channel=plan.channel, hour=f"{plan.hour}:00", zone=zone_name(plan.zone)
    )
