"""A worker: does jobs, and speaks with Discord's REST API alone."""

import logging

import discord

from bot.app.reaching import reaching_discord
from bot.app.rest import tracing
from bot.app.signals import stop_signal
from bot.app.speaking import speaking_parts
from bot.briefing.workers_desk import JOB as DESK_JOB
from bot.briefing.workers_desk import answer_for
from bot.messages.accepting import JOB
from bot.messages.performing import Performing
from cogs.shared.delivery import DiscordDelivery
from cogs.shared.parts import Parts
from cogs.shared.reading_back import DiscordMessages

log = logging.getLogger(__name__)


async def do_jobs(parts: Parts, token: str) -> None:
    """Do jobs until SIGINT or SIGTERM; what is under way then is ended, or given back.

    Raises:
        ConfigurationError: Discord does not take the token.
        NutgrafError: Discord cannot be reached.
    """
    # It never goes on the gateway; the library warns of a client without servers, and of packages for voice.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    async with (
        stop_signal() as stopped,
        discord.Client(intents=discord.Intents(guilds=True), http_trace=tracing(parts.request_budget)) as client,
    ):
        with reaching_discord():
            await client.login(token)
        delivery = DiscordDelivery(client, parts.store, parts.request_budget)
        speaking = speaking_parts(parts, delivery, reads_messages=True)
        performing = Performing(
            answering=speaking.answering,
            messages=DiscordMessages(client, lambda _: None),
            work_store=parts.work_store,
            delivery=delivery,
            metrics=parts.metrics,
            now=parts.now,
        )
        parts.jobs.know(JOB, performing.run)
        parts.jobs.know(DESK_JOB, lambda arguments: answer_for(parts.desk, parts.cache, arguments))
        await parts.jobs.start()
        log.info("ready for jobs")
        await stopped.wait()
        log.info("stopping")
        await parts.jobs.stop()
        await speaking.signs.stop()
