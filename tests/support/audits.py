"""Looks at the audit table of a newsroom's server."""

from bot.domain.values.records import AuditRecord
from config.guild import GuildSettings, from_json
from tests.support.newsroom import Newsroom


async def last_change(newsroom: Newsroom) -> tuple[AuditRecord, GuildSettings, GuildSettings]:
    """The latest change, with the settings before and after it; it is the owner's."""
    (record,) = await newsroom.parts.store.audit(newsroom.guild.id, count=1)
    assert record.user == newsroom.olga.id
    return record, from_json(record.before), from_json(record.after)


async def changes(newsroom: Newsroom) -> int:
    """How many changes were made."""
    return len(await newsroom.parts.store.audit(newsroom.guild.id, count=100))
