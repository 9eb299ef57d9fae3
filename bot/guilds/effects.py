"""What a choice of an admin's means from now on, in a sentence each."""

from bot.domain.values.wish import Length
from bot.guilds.describing import language_of_briefs, sections_names
from bot.i18n.words import Words
from config.guild import CardSize, GuildSettings, Style


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
    language = language_of_briefs(code, words)
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
    return words.say("Under its headline a brief shows: {sections}.", sections=sections_names(settings, words))


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
    """What it means that a channel is no longer watched."""
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
