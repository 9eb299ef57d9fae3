"""What a server used in a month, as a message."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.chat.render import fill
from bot.domain.chat.view import Card, Text, View
from bot.domain.values.records import UsageRecord
from bot.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Sum:
    """What was used: briefs written, briefs from the cache, tokens and money."""

    briefs: int = 0
    hits: int = 0
    tokens: int = 0
    cost: float = 0.0


def total(records: Sequence[UsageRecord]) -> Sum:
    """The sum over days and channels."""
    return Sum(
        sum(record.briefs for record in records),
        sum(record.hits for record in records),
        sum(record.tokens_in + record.tokens_out for record in records),
        sum(record.cost for record in records),
    )


def render_usage(records: Sequence[UsageRecord], month: str, words: Words) -> View:
    """A month's usage: the sum, then channel by channel, most briefs first, as many as fit.

    Args:
        records: by channel and day.
        month: the month's name.
        words: the reader's language.
    """
    channels: dict[int, list[UsageRecord]] = {}
    for record in records:
        channels.setdefault(record.channel, []).append(record)
    sums = sorted(((total(found), channel) for channel, found in channels.items()), key=lambda one: -one[0].briefs)
    head = f"### {words.say('Usage in {month}', month=month)}\n{_line(total(records), words)}"
    if not sums:
        head = f"### {words.say('Usage in {month}', month=month)}\n{words.say('Nothing was briefed in that month.')}"
    lines = [f"- <#{channel}>: {_line(used, words)}" for used, channel in sums]
    return View((Card((Text(fill(head, lines)[0]),)),))


def _line(used: Sum, words: Words) -> str:
    parts = [
        words.count("{number} brief written", "{number} briefs written", used.briefs),
        words.count("{number} from the cache", "{number} from the cache", used.hits),
    ]
    if used.tokens:
        parts.append(words.count("{number} token", "{number} tokens", used.tokens))
    if used.cost:
        parts.append(words.say("{money} spent", money=words.money(used.cost)))
    return " · ".join(parts)
