"""The settings of a server: frozen, versioned, read tolerantly, so that a row of an older or newer version loads."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self

from bot.domain.values.wish import Length

# Bumped when a setting's meaning changes; a mere new setting needs no bump, as a missing key takes its default.
SETTINGS_VERSION = 1


# Stands among the watched channels for all channels of a server.
EVERYWHERE = 0


class Style(StrEnum):
    """How a watched link is answered."""

    REPLY = "reply"
    THREAD = "thread"
    REACTION = "reaction"


class CardSize(StrEnum):
    """How much of a brief a channel is shown at first: all of it, or its headline and one sentence."""

    FULL = "full"
    COMPACT = "compact"


class Section(StrEnum):
    """A part of a brief that a server may leave out."""

    SUMMARY = "summary"
    ACTORS = "actors"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Limits:
    """How often is answered. None is no limit.

    Attributes:
        user_minute: briefs a member may ask for in a minute.
        channel_minute: briefs a channel gets in a minute.
        day_briefs: briefs a server's model writes in a day (UTC).
        day_money: what a server's model may cost in a day, in units of the configured currency.
    """

    user_minute: int | None = 6
    channel_minute: int | None = 10
    day_briefs: int | None = None
    day_money: float | None = None


@dataclass(frozen=True, slots=True)
class DigestPlan:
    """A scheduled digest: where, at which hour (0 to 23) of which IANA time zone."""

    channel: int
    hour: int
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """A watched channel.

    Attributes:
        bots: whether bots and webhooks are answered in it too.
        proxies: whether members are answered who speak through a proxy such as PluralKit and Tupperbox.
        since: an id of Discord's of the moment when the watching began: messages with lower ids were there before.
    """

    bots: bool = False
    proxies: bool = True
    since: int = 0


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a server's admins chose.

    Attributes:
        watched: the watched channels by id; a category stands for its channels, `EVERYWHERE` for all.
        left_alone: channels that are not watched though their category is, or all channels are.
        language: the briefs' language, None for each article's own.
        length: how long a brief is.
        sections: which sections are shown.
        card: how much of a brief a channel is shown at first.
        style: how a watched link is answered.
        allow: domains that are answered, with wildcards such as *.example.org; all where it is empty.
        deny: domains that are not.
        roles: ids of the roles who may ask; everybody where it is empty.
        limits: how often is answered.
        repeat_hours: hours in which the same article in the same channel gets a pointer; 0 for never.
        digest: the digest that is posted by itself, if any.
        signs: whether a watched link that could not be read gets a short sign of why.
        version: the version that wrote these settings.
    """

    watched: dict[int, ChannelSettings] = field(default_factory=dict)
    left_alone: tuple[int, ...] = ()
    language: str | None = None
    length: Length = Length.NORMAL
    sections: tuple[Section, ...] = tuple(Section)
    card: CardSize = CardSize.FULL
    style: Style = Style.REPLY
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    roles: tuple[int, ...] = ()
    limits: Limits = Limits()
    repeat_hours: int = 48
    digest: DigestPlan | None = None
    signs: bool = False
    version: int = SETTINGS_VERSION

    def watching(self, channel: int, *, since: int = 0) -> Self:
        """These settings with `channel` watched; one that is watched already stays as it is."""
        return replace(
            self,
            watched={channel: ChannelSettings(since=since), **self.watched},
            left_alone=tuple(id_ for id_ in self.left_alone if id_ != channel),
        )

    def with_bots(self, channel: int, *, answered: bool) -> Self:
        """These settings with bots answered in a watched channel, or not."""
        before = self.watched.get(channel, ChannelSettings())
        return replace(self, watched={**self.watched, channel: replace(before, bots=answered)})

    def with_proxies(self, channel: int, *, answered: bool) -> Self:
        """These settings with members answered who speak through a proxy in a watched channel, or not."""
        before = self.watched.get(channel, ChannelSettings())
        return replace(self, watched={**self.watched, channel: replace(before, proxies=answered)})

    def not_watching(self, channel: int) -> Self:
        """These settings without `channel`."""
        return replace(
            self,
            watched={id_: kept for id_, kept in self.watched.items() if id_ != channel},
            left_alone=tuple(id_ for id_ in self.left_alone if id_ != channel),
        )

    def leaving_alone(self, channel: int) -> Self:
        """These settings with `channel` not watched, whatever it is part of."""
        without = self.not_watching(channel)
        return replace(without, left_alone=(*without.left_alone, channel))

    def watched_at(self, *places: int | None) -> ChannelSettings | None:
        """How a message is watched, None where it is not.

        Args:
            places: where it stands, the nearest first: its thread, its channel, its category. All channels come last.
        """
        for place in (*places, EVERYWHERE):
            if place in self.left_alone:
                return None
            if place in self.watched:
                return self.watched[place]
        return None

    def watches(self, *places: int | None) -> bool:
        """Whether messages are watched in a place, given as for `watched_at`."""
        return self.watched_at(*places) is not None


def to_json(settings: GuildSettings) -> str:
    """The settings as a row keeps them."""
    return json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> GuildSettings:
    """The settings of a row. Unknown keys are left out; missing and unusable values take their defaults."""
    try:
        raw = json.loads(text)
    except ValueError:
        raw = {}
    if not isinstance(raw, dict):
        raw = {}
    default = GuildSettings()
    known: dict[str, Any] = {}
    for name in (setting.name for setting in fields(GuildSettings)):
        if name in raw:
            try:
                known[name] = _READERS.get(name, _same)(raw[name])
            except (TypeError, ValueError, KeyError, AttributeError):
                known[name] = getattr(default, name)
    return GuildSettings(**known | {"version": SETTINGS_VERSION})


def _same(value: Any) -> Any:
    return value


def _known(kind: type, raw: dict[str, Any]) -> dict[str, Any]:
    names = {setting.name for setting in fields(kind)}
    return {name: value for name, value in raw.items() if name in names}


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError
    return raw


def _number(raw: Any) -> float:
    if not isinstance(raw, (int, float)) or isinstance(raw, bool):
        raise TypeError
    return raw


def _limits(raw: dict[str, Any]) -> Limits:
    return Limits(**{name: None if most is None else _number(most) for name, most in _known(Limits, raw).items()})  # type: ignore[arg-type]  # Whole numbers come back as such.


def _plan(raw: dict[str, Any]) -> DigestPlan:
    plan = DigestPlan(**_known(DigestPlan, raw))
    if plan.hour not in range(24):
        raise ValueError
    return DigestPlan(int(plan.channel), int(plan.hour), _text(plan.zone))


_READERS: dict[str, Callable[[Any], Any]] = {
    "watched": lambda raw: {int(id_): ChannelSettings(**_known(ChannelSettings, kept)) for id_, kept in raw.items()},
    "left_alone": lambda raw: tuple(int(channel) for channel in raw),
    "length": Length,
    "sections": lambda raw: tuple(section for section in Section if section.value in raw),
    "card": CardSize,
    "style": Style,
    "language": lambda raw: None if raw is None else _text(raw),
    "allow": lambda raw: tuple(_text(domain) for domain in raw),
    "deny": lambda raw: tuple(_text(domain) for domain in raw),
    "roles": lambda raw: tuple(int(role) for role in raw),
    "limits": _limits,
    "repeat_hours": int,
    "digest": lambda raw: None if raw is None else _plan(raw),
    "signs": bool,
}
