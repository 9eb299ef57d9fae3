"""What `nutgraf doctor` asks of the outside: does each thing answer, and if not, how is that mended?"""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import aiohttp
import openai
from redis.asyncio import Redis
from redis.exceptions import AuthenticationError, RedisError

from bot.adapters.database.connections import value
from bot.adapters.database.opening import connected, sqlite_file
from bot.errors import StorageError

DISCORD_API = "https://discord.com/api/v10"

# Flags of an application (Discord's documentation, "Application Flags"): the message-content intent is granted, or
# granted because the bot is in fewer than a hundred servers.
MESSAGE_CONTENT = 1 << 18 | 1 << 19

# Seconds that a probe may take.
PROBE_SECONDS = 10.0

HTTP_UNAUTHORIZED = 401
HTTP_OK = 200


class ProbeVerdict(StrEnum):
    """How a probe ended."""

    OK = "ok"
    NOTE = "note"
    FAULT = "FAULT"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a probe found: of what, how it stands, and a sentence that says how to mend it where it must be mended."""

    subject: str
    verdict: ProbeVerdict
    sentence: str


async def probe_discord(
    token: str | None, *, invite: Callable[[int], str], api: str = DISCORD_API
) -> tuple[Finding, ...]:
    """Whether Discord takes the token, whether the message-content intent is granted, and how the bot is invited.

    Args:
        token: the bot's token.
        invite: a sentence on how an application, by its id, is added to a server.
        api: Discord's address.
    """
    if token is None:
        sentence = (
            "DISCORD_TOKEN is not set; create an application on https://discord.com/developers/applications and copy "
            "the token from its page Bot."
        )
        return (Finding("token", ProbeVerdict.FAULT, sentence),)
    timeout = aiohttp.ClientTimeout(total=PROBE_SECONDS)
    try:
        async with aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"}, timeout=timeout) as session:
            async with session.get(f"{api}/users/@me") as answer:
                if answer.status == HTTP_UNAUTHORIZED:
                    sentence = "Discord refuses the token; reset it on the application's page Bot and copy the new one."
                    return (Finding("token", ProbeVerdict.FAULT, sentence),)
                if answer.status != HTTP_OK:
                    sentence = f"Discord answered with HTTP {answer.status}; try again later."
                    return (Finding("token", ProbeVerdict.FAULT, sentence),)
                name = str((await answer.json()).get("username"))
            async with session.get(f"{api}/applications/@me") as answer:
                application = await answer.json() if answer.status == HTTP_OK else {}
                flags, id_ = int(application.get("flags", 0)), int(application.get("id", 0))
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        sentence = f"Discord could not be reached ({type(error).__name__}); look at this machine's network."
        return (Finding("token", ProbeVerdict.FAULT, sentence),)
    known = Finding("token", ProbeVerdict.OK, f"Discord knows this bot as {name}.")
    return (known, _intents(flags), *((Finding("invite", ProbeVerdict.OK, invite(id_)),) if id_ else ()))


def _intents(flags: int) -> Finding:
    if flags & MESSAGE_CONTENT:
        return Finding("intents", ProbeVerdict.OK, "The message-content intent is granted.")
    sentence = (
        "The message-content intent is off, so links in watched channels cannot be read; switch it on on the "
        "application's page Bot. Everything else works without."
    )
    return Finding("intents", ProbeVerdict.NOTE, sentence)


# This program's own distribution, and the top-level packages that it brings.
DISTRIBUTION, PACKAGES = "nutgraf", ("bot", "cogs", "config", "playground")


def probe_packages(owners: Mapping[str, Sequence[str]]) -> Finding:
    """Whether another distribution brings a package with the name of one of this program's, and so may hide it.

    `owners` are distributions by the top-level packages that they bring (`importlib.metadata`).
    """
    others = {name: sorted(set(owners.get(name, ())) - {DISTRIBUTION}) for name in PACKAGES}
    told = [f"{name} ({', '.join(found)})" for name, found in others.items() if found]
    if told:
        sentence = (
            f"Other distributions bring packages of the same name: {'; '.join(told)}. Install {DISTRIBUTION} in an "
            f"environment of its own, as pipx install and uv tool install do."
        )
        return Finding("packages", ProbeVerdict.FAULT, sentence)
    return Finding("packages", ProbeVerdict.OK, "No other distribution brings packages of the same names.")


async def probe_redis(url: str | None) -> Finding:
    """Whether Redis answers, and whether its eviction policy suits a cache."""
    if url is None:
        sentence = "REDIS_URL is not set; this process remembers for itself, which is fine for one process."
        return Finding("redis", ProbeVerdict.NOTE, sentence)
    client: Redis = Redis.from_url(url, socket_timeout=PROBE_SECONDS, socket_connect_timeout=PROBE_SECONDS)
    try:
        server = await client.info("server")
        memory = await client.info("memory")
    except AuthenticationError:
        return Finding("redis", ProbeVerdict.FAULT, "Redis refuses the password in REDIS_URL.")
    except (RedisError, OSError) as error:
        sentence = f"Redis does not answer ({type(error).__name__}); start it or mend REDIS_URL. The bot runs without."
        return Finding("redis", ProbeVerdict.FAULT, sentence)
    finally:
        await client.aclose()
    version, policy = server.get("redis_version"), memory.get("maxmemory_policy")
    if memory.get("maxmemory") and policy == "noeviction":
        sentence = f"Redis {version} answers, but refuses to write when full; set maxmemory-policy to volatile-lru."
        return Finding("redis", ProbeVerdict.NOTE, sentence)
    return Finding("redis", ProbeVerdict.OK, f"Redis {version} answers (maxmemory-policy {policy}).")


async def probe_database(url: str) -> Finding:
    """Whether the database at an address of `database_url` answers; a file is not made."""
    path = sqlite_file(url)
    if path is not None and not path.exists() and _can_be_made(path.parent):
        return Finding("database", ProbeVerdict.OK, f"The database is made when the bot first runs ({path}).")
    try:
        if path is not None:
            await asyncio.to_thread(_opens, path)
        else:
            async with connected(url) as database:
                await value(database, "SELECT 1")
    except (StorageError, sqlite3.Error, OSError) as error:
        mend = (
            "start it or mend DATABASE_URL"
            if path is None
            else f"set DATA_FOLDER to a folder that can be written ({path})"
        )
        sentence = f"The database does not answer ({type(error.__cause__ or error).__name__}); {mend}."
        return Finding("database", ProbeVerdict.FAULT, sentence)
    return Finding("database", ProbeVerdict.OK, f"The database answers ({'postgresql' if path is None else 'sqlite'}).")


def _opens(path: Path) -> None:
    """Open a file as SQLite's, and make none. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
        connection.execute("SELECT name FROM sqlite_master LIMIT 1")


def _can_be_made(folder: Path) -> bool:
    """Whether a folder is there or can be made, and written to."""
    there = next((above for above in (folder, *folder.absolute().parents) if above.exists()), None)
    return there is not None and there.is_dir() and os.access(there, os.W_OK | os.X_OK)


async def probe_model(*, base_url: str | None, api_key: str | None, model: str) -> Finding:
    """Whether the model's server answers and takes the key. It lists models, which costs nothing."""
    if base_url is None and api_key is None:
        return Finding("model", ProbeVerdict.NOTE, "No model is configured; the built-in engine writes every brief.")
    client = openai.AsyncOpenAI(base_url=base_url, api_key=api_key or "none", timeout=PROBE_SECONDS, max_retries=0)
    try:
        known = [listed.id async for listed in client.models.list()]
    except openai.AuthenticationError:
        return Finding("model", ProbeVerdict.FAULT, "The model's server refuses OPENAI_API_KEY.")
    except openai.APIStatusError as error:
        sentence = f"The model's server answers, but does not list its models (HTTP {error.status_code})."
        return Finding("model", ProbeVerdict.NOTE, sentence)
    except openai.OpenAIError as error:
        sentence = f"The model's server does not answer ({type(error).__name__}); mend OPENAI_BASE_URL or start it."
        return Finding("model", ProbeVerdict.FAULT, sentence)
    finally:
        await client.close()
    if known and model not in known:
        sentence = f"The server does not list a model called {model}; set OPENAI_MODEL to one of its own."
        return Finding("model", ProbeVerdict.NOTE, sentence)
    return Finding("model", ProbeVerdict.OK, f"The model's server answers and has {model}.")
