"""Whether a message wants an answer: pure questions, asked in order. `/why` asks the same ones."""

from enum import StrEnum

from bot.domain.chat.links import FoundLink, Unfit, host_of, unfit
from bot.guilds.domains import DENIED, permits
from bot.i18n.marking import to_say
from bot.messages.posts.post import File, Findings, Post, Trigger, ending_of, is_readable_file
from config import limits
from config.guild import GuildSettings, Style


class Stop(StrEnum):
    """Which gate stopped a message."""

    SYSTEM = "system"
    BOT = "bot"
    PROXY = "proxy"
    OPTED_OUT = "opted out"
    NOT_WATCHED = "not watched"
    REACTION_ONLY = "reaction only"
    ROLE = "role"
    NOTHING = "nothing"
    SUPPRESSED = "suppressed"
    WITHOUT_PREVIEWS = "without previews"
    MAY_NOT_EMBED = "may not embed"
    DISCORD = "discord link"
    MEDIA = "media"
    FRONT = "front page"
    ADDRESS = "address"
    DOMAIN = "domain"
    FILE_SIZE = "file size"
    WORD = "word document"
    EBOOK = "e-book"
    FILE_KIND = "file kind"
    INTENT = "intent"
    PERMISSION = "permission"
    LIMIT = "limit"
    REPEAT = "repeat"
    DISMISSED = "dismissed"
    UNREADABLE = "unreadable"

    @property
    def template(self) -> str:
        """The sentence that `/why` says, a template for translation."""
        return _SENTENCES[self]


_SENTENCES = {
    Stop.SYSTEM: to_say("It is one of Discord's own messages, and I answer people."),
    Stop.BOT: to_say("A bot or a webhook posted it; an admin can have those answered with /config bots."),
    Stop.PROXY: to_say(
        "A member posted it through a proxy, and those are left alone here; an admin can change that with /config "
        "proxies."
    ),
    Stop.OPTED_OUT: to_say("Its author asked not to be answered (/privacy)."),
    Stop.NOT_WATCHED: to_say("This channel is not watched; an admin can change that with /config watch."),
    Stop.REACTION_ONLY: to_say("Here I answer when somebody adds 📰 to a message (/config style)."),
    Stop.ROLE: to_say("Only certain roles may ask here, and its author has none of them (/config roles)."),
    Stop.NOTHING: to_say("There is no link and no article in it."),
    Stop.SUPPRESSED: to_say(
        "Its link stands in <angle brackets>, in code or in a quoted message, where I leave it alone."
    ),
    Stop.WITHOUT_PREVIEWS: to_say("The previews of its links are turned off, so I leave them alone."),
    Stop.MAY_NOT_EMBED: to_say("Its author may not embed links in this channel, so I leave the links alone."),
    Stop.DISCORD: to_say("Its link leads to Discord itself."),
    Stop.MEDIA: to_say("Its link leads to pictures, sound or video, and I read text."),
    Stop.FRONT: to_say("Its link leads to a front page, not to one story."),
    Stop.ADDRESS: to_say("Its link is not an address that I can open."),
    Stop.DOMAIN: DENIED,
    Stop.FILE_SIZE: to_say("The file “{name}” is larger than the {limit_mb} MB that I read."),
    Stop.WORD: to_say("“{name}” is a text processor's document; I read plain text, Markdown, HTML and PDF."),
    Stop.EBOOK: to_say("“{name}” is an e-book; I read plain text, Markdown, HTML and PDF."),
    Stop.FILE_KIND: to_say("I cannot read the file “{name}”; I read plain text, Markdown, HTML and PDF."),
    Stop.INTENT: to_say(
        "I cannot read messages that do not mention me, as my application lacks the Message Content Intent; use the "
        "message's menu “Summarize”, or /summarize."
    ),
    Stop.PERMISSION: to_say("I lack a permission in this channel: {permissions}."),
    Stop.LIMIT: to_say("A limit of this server was reached (/config limits)."),
    Stop.REPEAT: to_say("It was briefed here already, so it would get a pointer to that: {link}"),
    Stop.DISMISSED: to_say("It was answered, and the answer was dismissed or deleted."),
    Stop.UNREADABLE: to_say("The page could not be read: {reason}"),
}

_UNFIT = {
    Unfit.ADDRESS: Stop.ADDRESS,
    Unfit.DISCORD: Stop.DISCORD,
    Unfit.MEDIA: Stop.MEDIA,
    Unfit.FRONT: Stop.FRONT,
}


_KINDS = {
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "pages"), Stop.WORD),
    **dict.fromkeys(("epub", "mobi", "azw3"), Stop.EBOOK),
}


def stopped_by(
    post: Post, findings: Findings, settings: GuildSettings, *, opted_out: frozenset[int], trigger: Trigger
) -> Stop | None:
    """The first gate that stops a message in a server, None when all let it through.

    Args:
        post: the message.
        findings: what `look_into` found in it.
        settings: the server's.
        opted_out: everybody who asked not to be answered.
        trigger: how the brief is asked for. Whoever asks by a mention, a reaction or a command has named the message,
            so only `WATCH` looks at who wrote it and whether the channel is watched.
    """
    asked = (
        _stopped_by_author(post, settings, opted_out)
        if trigger is Trigger.WATCH
        else _stopped_by_reaction(post, settings, opted_out)
        if trigger is Trigger.REACTION
        else None
    )
    if trigger is Trigger.WATCH:
        asked = asked or _stopped_by_previews(post, findings)
    return asked or _stopped_by_contents(findings, settings)


NOT_FOR_YOU = to_say("Only certain roles may ask here, and you have none of them.")


def stopped_file(file: File) -> Stop | None:
    """Why a file is not read, judged before it is fetched; None for one that is."""
    if is_readable_file(file):
        return None
    if file.size > limits.PDF_BYTES:
        return Stop.FILE_SIZE
    return _KINDS.get(ending_of(file.name), Stop.FILE_KIND)


def may_ask(roles: frozenset[int], settings: GuildSettings) -> bool:
    """Whether a member with these roles may ask for briefs."""
    return not settings.roles or bool(roles & frozenset(settings.roles))


def is_watched(post: Post, settings: GuildSettings) -> bool:
    """Whether the thread, the channel, the category or everything is watched."""
    return settings.watches(post.channel, post.parent, post.category)


def permitted(links: tuple[FoundLink, ...], settings: GuildSettings) -> tuple[FoundLink, ...]:
    """The links whose domains a server answers."""
    return tuple(link for link in links if permits(host_of(link.url), settings))


def _stopped_by_author(post: Post, settings: GuildSettings, opted_out: frozenset[int]) -> Stop | None:
    channel = settings.watched_at(post.channel, post.parent, post.category)
    if post.is_system:
        return Stop.SYSTEM
    if channel is None:
        return Stop.NOT_WATCHED
    if not channel.bots and (post.is_bot or (post.is_proxied and not channel.proxies)):
        return Stop.BOT if post.is_bot else Stop.PROXY
    if post.author in opted_out:
        return Stop.OPTED_OUT
    if settings.style is Style.REACTION:
        return Stop.REACTION_ONLY
    # A bot has no say in which roles it has: its channel's own switch decides on it.
    return None if post.is_bot or may_ask(post.roles, settings) else Stop.ROLE


def _stopped_by_previews(post: Post, findings: Findings) -> Stop | None:
    """A brief is more than a preview: who may show none, or wants none, gets none unasked. Bots are the admins' own."""
    if post.is_bot or not findings.links:
        return None
    if post.without_previews:
        return Stop.WITHOUT_PREVIEWS
    return Stop.MAY_NOT_EMBED if post.may_embed is False else None


def _stopped_by_reaction(post: Post, settings: GuildSettings, opted_out: frozenset[int]) -> Stop | None:
    if not is_watched(post, settings):
        return Stop.NOT_WATCHED
    return Stop.OPTED_OUT if post.author in opted_out else None


def _stopped_by_contents(findings: Findings, settings: GuildSettings) -> Stop | None:
    if findings.paste is not None or findings.files:
        return None
    if findings.links:
        return None if permitted(findings.links, settings) else Stop.DOMAIN
    if findings.others:
        reason = unfit(findings.others[0])
        return Stop.NOTHING if reason is None else _UNFIT[reason]
    if findings.suppressed:
        return Stop.SUPPRESSED
    return (stopped_file(findings.unread[0]) if findings.unread else None) or Stop.NOTHING
