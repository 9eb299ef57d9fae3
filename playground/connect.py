"""Points discord.py at a local Discord, and back at the real one.

discord.py has no argument and no environment variable for this: three class attributes hold the addresses.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import discord.asset
import discord.gateway
import discord.http
import yarl


@contextmanager
def point_at(api_url: str, gateway_url: str) -> Iterator[None]:
    """Within it, every client of discord.py in this process speaks with the local Discord.

    Args:
        api_url: `LocalDiscord.api_url`, "http://127.0.0.1:PORT/api/v10".
        gateway_url: `LocalDiscord.gateway_url`, "ws://127.0.0.1:PORT/gateway/".
    """
    before = (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY, discord.asset.Asset.BASE)
    discord.http.Route.BASE = api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    discord.asset.Asset.BASE = api_url.partition("/api/")[0]
    try:
        yield
    finally:
        discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY, discord.asset.Asset.BASE = before
