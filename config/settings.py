"""Settings of the process, from the environment and `.env`. All faults are told at once, in plain words.

Only `bot/app/composition.py` makes `Settings`; everything else is handed the values that it needs. They are read by
hand: a library that validates takes longer to load than a text takes to brief.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.domain.values.spending import Bounds, Scope
from bot.domain.values.wish import EngineName
from bot.errors import ConfigurationError

Chosen = TypeVar("Chosen", bound=StrEnum)

ENV_FILE = Path(".env")
"""What the environment does not say."""

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_PORTS = 65535
_DATABASES = ("sqlite", "postgresql", "postgres")
_CURRENCY_LETTERS = 3


class LogFormat(StrEnum):
    """How log lines are written: for people, or one JSON object a line for machines."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that is shown nowhere, whoever prints or logs what holds it."""

    value: str = field(repr=False)


def _text(value: str) -> str:
    return value


def _whole(*, at_least: int, at_most: int | None = None) -> Callable[[str], int]:
    def read(value: str) -> int:
        try:
            number = int(value)
        except ValueError:
            raise ValueError("must be a whole number") from None
        return _within(number, at_least, at_most)

    return read


def _number(*, at_least: float = 0.0, more: bool = False) -> Callable[[str], float]:
    """Reads a number from `at_least` on, or `more` than that."""

    def read(value: str) -> float:
        try:
            number = float(value)
        except ValueError:
            raise ValueError("must be a number") from None
        if not (number > at_least if more else number >= at_least):
            raise ValueError(f"must be {'more than' if more else 'at least'} {at_least:g}")
        return number

    return read


def _within(number: int, at_least: int, at_most: int | None) -> int:
    if number < at_least:
        raise ValueError(f"must be at least {at_least}")
    if at_most is not None and number > at_most:
        raise ValueError(f"must be at most {at_most}")
    return number


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Reads "none" as no limit."""
    return lambda value: None if value.strip().lower() == "none" else read(value)


def _one_of(kind: type[Chosen]) -> Callable[[str], Chosen]:
    def read(value: str) -> Chosen:
        try:
            return kind(value)
        except ValueError:
            raise ValueError(f"must be one of {_listed(kind)}") from None

    return read


def _level(value: str) -> str:
    if value.upper() not in _LEVELS:
        raise ValueError(f"must be one of {_listed(_LEVELS)}")
    return value.upper()


def _listed(values: Any) -> str:
    *first, last = (f"'{value}'" for value in values)
    return f"{', '.join(first)} or {last}"


def _currency(value: str) -> str:
    if not (len(value) == _CURRENCY_LETTERS and value.isascii() and value.isalpha() and value.isupper()):
        raise ValueError("must be a code of three capital letters, such as EUR")
    return value


def _numbers(value: str) -> tuple[int, ...]:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise ValueError("must be numbers with commas between them, such as 0,1,2")
    return tuple(int(part) for part in parts)


def _pairs(value: str) -> frozenset[tuple[str, int]]:
    pairs = set()
    for part in filter(None, (part.strip() for part in value.split(","))):
        host, _, port = part.rpartition(":")
        if not (host and port.isdecimal()):
            raise ValueError("must be host:port pairs with commas between them, such as 127.0.0.1:8000")
        pairs.add((host.strip("[]").lower(), int(port)))
    return frozenset(pairs)


def _address(*schemes: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        try:
            scheme = urlsplit(value).scheme.partition("+")[0]
        except ValueError:
            scheme = ""
        if scheme not in schemes:
            raise ValueError(f"must begin with {' or '.join(f'{name}://' for name in schemes)}")
        return value

    return read


def _secret(read: Callable[[str], str] = _text) -> Callable[[str], Secret]:
    return lambda value: Secret(read(value))


def _by(read: Callable[[str], Any] = _text) -> Mapping[str, Callable[[str], Any]]:
    """A field's metadata: what reads a variable's text, or raises a ValueError that says what is wrong with it."""
    return {"read": read}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the process; an environment variable has the field's name in upper case.

    Attributes:
        discord_token: the bot's token; without it everything but `nutgraf run` works.
        openai_api_key: the model's key; with it or a base URL, the model writes the drafts.
        openai_base_url: a server that speaks OpenAI's API, such as http://localhost:11434/v1.
        openai_api_version: the API version that Azure asks for in its addresses; set it for Azure alone.
        openai_model: the model's name on that server.
        openai_check_model: the model on that server that takes a second look at claims; by default the same one.
        openai_window: tokens that the model takes in one call, its answer included.
        openai_brief_tokens: tokens of an article that the model reads for one brief; by default what one call holds.
        openai_max_output: tokens of an answer at most.
        openai_seconds: seconds that one call may take.
        openai_price_in, openai_price_out: money for a million tokens in and out, for /usage and budgets.
        currency: the currency of all money, by its code of three letters, such as EUR.
        budget_briefs, budget_money: briefs that a model writes in a day (UTC) for all together, and what they may cost.
        budget_guild_briefs, budget_guild_money: the same for each server; admins choose below them.
        budget_user_briefs, budget_user_money: the same for each user.
        budget_direct_briefs, budget_direct_money: the same for each user in direct messages and as a user install.
        redis_url: the shared cache; without it each process remembers for itself.
        database_url: PostgreSQL where several processes share it; by default SQLite in the data folder.
        data_folder: where the SQLite database lies.
        engine: which engine writes: auto, openai or builtin.
        log_level, log_format: how much is logged, and how.
        port: where /healthz and /metrics are served; not at all when unset.
        host: the address that `port` is opened on.
        shard_ids, shard_count: which shards this process runs, and of how many; all of them by default.
        fetch_allow: `host:port` pairs that may be fetched although they are private addresses.
        retention_days: days that answers and quotes are kept.
    """

    discord_token: Secret | None = field(default=None, metadata=_by(_secret()))
    openai_api_key: Secret | None = field(default=None, metadata=_by(_secret()))
    openai_base_url: str | None = field(default=None, repr=False, metadata=_by(_address("http", "https")))
    openai_api_version: str | None = field(default=None, metadata=_by())
    openai_model: str = field(default="gpt-5-mini", metadata=_by())
    openai_check_model: str | None = field(default=None, metadata=_by())
    openai_window: int = field(default=128_000, metadata=_by(_whole(at_least=2_000)))
    openai_brief_tokens: int | None = field(default=None, metadata=_by(_whole(at_least=200)))
    openai_max_output: int = field(default=2_500, metadata=_by(_whole(at_least=200)))
    openai_seconds: float = field(default=60.0, metadata=_by(_number(more=True)))
    openai_price_in: float = field(default=0.0, metadata=_by(_number()))
    openai_price_out: float = field(default=0.0, metadata=_by(_number()))
    currency: str = field(default="USD", metadata=_by(_currency))
    budget_briefs: int | None = field(default=None, metadata=_by(_or_none(_whole(at_least=0))))
    budget_money: float | None = field(default=None, metadata=_by(_or_none(_number())))
    budget_guild_briefs: int | None = field(default=1000, metadata=_by(_or_none(_whole(at_least=0))))
    budget_guild_money: float | None = field(default=None, metadata=_by(_or_none(_number())))
    budget_user_briefs: int | None = field(default=100, metadata=_by(_or_none(_whole(at_least=0))))
    budget_user_money: float | None = field(default=None, metadata=_by(_or_none(_number())))
    budget_direct_briefs: int | None = field(default=30, metadata=_by(_or_none(_whole(at_least=0))))
    budget_direct_money: float | None = field(default=None, metadata=_by(_or_none(_number())))
    redis_url: Secret | None = field(default=None, metadata=_by(_secret(_address("redis", "rediss", "unix"))))
    database_url: Secret | None = field(default=None, metadata=_by(_secret(_address(*_DATABASES))))
    data_folder: Path = field(default=Path("data"), metadata=_by(Path))
    engine: EngineName = field(default=EngineName.AUTO, metadata=_by(_one_of(EngineName)))
    log_level: str = field(default="INFO", metadata=_by(_level))
    log_format: LogFormat = field(default=LogFormat.TEXT, metadata=_by(_one_of(LogFormat)))
    port: int | None = field(default=None, metadata=_by(_whole(at_least=1, at_most=_PORTS)))
    host: str = field(default="127.0.0.1", metadata=_by())
    shard_ids: tuple[int, ...] = field(default=(), metadata=_by(_numbers))
    shard_count: int | None = field(default=None, metadata=_by(_whole(at_least=1)))
    fetch_allow: frozenset[tuple[str, int]] = field(default=frozenset(), metadata=_by(_pairs))
    retention_days: int = field(default=365, metadata=_by(_whole(at_least=1)))

    @property
    def has_model(self) -> bool:
        """Whether a model is configured."""
        return self.openai_api_key is not None or self.openai_base_url is not None

    @property
    def budgets(self) -> Mapping[Scope, Bounds]:
        """The operator's bounds on what a model writes in a day, by scope."""
        return {
            Scope.ALL: Bounds(self.budget_briefs, self.budget_money),
            Scope.GUILD: Bounds(self.budget_guild_briefs, self.budget_guild_money),
            Scope.USER: Bounds(self.budget_user_briefs, self.budget_user_money),
            Scope.DIRECT: Bounds(self.budget_direct_briefs, self.budget_direct_money),
        }


def early_log_level(env_file: Path | None) -> str:
    """The log level of a process that has not read its settings yet: DEBUG where it is wished, else ERROR.

    Whatever is wrong with the settings is told when they are read.
    """
    with suppress(ConfigurationError):
        given = _of_file(env_file) | os.environ
        return "DEBUG" if (given.get("LOG_LEVEL") or "").strip().upper() == "DEBUG" else "ERROR"
    return "ERROR"


def load_settings(env_file: Path | None) -> Settings:
    """Read the settings from the environment and, below it, from `env_file` where it exists.

    Raises:
        ConfigurationError: one sentence that names every fault. It never repeats a value, which may be a secret.
    """
    given = {name.lower(): value for name, value in (_of_file(env_file) | os.environ).items() if value}
    values: dict[str, Any] = {}
    faults: list[str] = []
    for part in fields(Settings):
        if part.name in given:
            try:
                values[part.name] = part.metadata["read"](given[part.name])
            except ValueError as error:
                faults.append(f"{part.name.upper()} {error}")
    settings = Settings(**values)
    faults = faults or _contradictions(settings)
    if faults:
        raise ConfigurationError(f"The configuration is not usable: {'; '.join(sorted(faults))}.")
    return settings


def _of_file(env_file: Path | None) -> dict[str, str | None]:
    if env_file is None or not env_file.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415  # Most calls in a terminal have no such file.

    try:
        return dict(dotenv_values(env_file, encoding="utf-8"))
    except (UnicodeDecodeError, OSError):
        raise ConfigurationError("The file .env could not be read as UTF-8 text.") from None


def _contradictions(settings: Settings) -> list[str]:
    """What is wrong with settings that are right one by one."""
    faults = []
    if settings.engine is EngineName.OPENAI and not settings.has_model:
        faults.append("ENGINE is openai, which needs OPENAI_API_KEY or OPENAI_BASE_URL")
    if settings.shard_ids and settings.shard_count is None:
        faults.append("SHARD_IDS needs SHARD_COUNT beside it")
    if settings.shard_count is not None and any(number >= settings.shard_count for number in settings.shard_ids):
        faults.append("SHARD_IDS must be below SHARD_COUNT")
    return faults
