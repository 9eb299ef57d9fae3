"""What the bot lacks to answer in a channel, judged as Discord does."""

import discord

from bot.i18n.marking import to_say

# What an answer needs, in Discord's own names, by the client's attribute.
SEE = {"view_channel": to_say("View Channel")}
READ = {"read_message_history": to_say("Read Message History")}
SEND = {"send_messages": to_say("Send Messages")}
SEND_IN_THREADS = {"send_messages_in_threads": to_say("Send Messages in Threads")}
CONNECT = {"connect": to_say("Connect")}
OPEN_THREADS = {"create_public_threads": to_say("Create Public Threads"), **SEND_IN_THREADS}

ADD_REACTIONS = to_say("Add Reactions")

LOCKED = to_say("Manage Threads (the thread is locked)")
TIMED_OUT = to_say("Send Messages (a moderator has timed me out)")

# Where Discord lets a thread begin from a message.
THREADED = (discord.ChannelType.text, discord.ChannelType.news)


def lacking(place: discord.abc.GuildChannel | discord.Thread, *, threads: bool = False) -> tuple[str, ...]:
    """The permissions that the bot lacks to answer in a channel, by Discord's own names, and why where it helps.

    Args:
        place: a channel or thread of a server.
        threads: whether answers open threads; where Discord knows none, an answer is a reply.
    """
    me = place.guild.me
    held = place.permissions_for(me)
    needed = dict(SEE)
    if isinstance(place, (discord.Thread, discord.ForumChannel)):
        needed |= SEND_IN_THREADS
    elif isinstance(place, (discord.VoiceChannel, discord.StageChannel)):
        needed |= CONNECT | SEND
    else:
        needed |= SEND
    needed |= READ
    if threads and place.type in THREADED:
        needed |= OPEN_THREADS
    lacks = [name for attribute, name in needed.items() if not getattr(held, attribute)]
    if me.is_timed_out():
        return (*(name for name in lacks if name in {*SEE.values(), *READ.values()}), TIMED_OUT)
    if isinstance(place, discord.Thread) and place.locked and not held.manage_threads:
        lacks.append(LOCKED)
    return tuple(lacks)
