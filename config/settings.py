"""Settings of the process, from the environment and `.env`. All faults are told at once, in plain words.

Only `bot/app/composition.py` makes `Settings`; everything else is handed the values that it needs.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.values.spending import Bounds, Scope
from bot.domain.values.wish import EngineName
from bot.errors import ConfigurationError


class LogFormat(StrEnum):
    """How log lines are written: for people, or one JSON object a line for machines."""

    TEXT = "text"
    JSON = "json"


Port = Annotated[int, Field(ge=1, le=65535)]
Count = Annotated[int, Field(ge=0)]
Money = Annotated[float, Field(ge=0)]


class Settings(BaseSettings):
    """Every setting of the process; an environment variable has the field's name in upper case.

    Attributes:
        discord_token: the bot's token; without it everything but `nutgraf run` works.
        openai_api_key: the model's key; with it or a base URL, the model writes the drafts.
        openai_base_url: a server that speaks OpenAI's API, such as http://localhost:11434/v1.
        openai_api_version: the API version that Azure asks for in its addresses; set it for Azure alone.
        openai_model: the model's name on that server.
        openai_check_model: the model on that server that takes a second look at claims; by default the same one.
        openai_window: tokens that the model takes in one call, its answer included.
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

    model_config = SettingsConfigDict(env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    discord_token: SecretStr | None = None
    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = Field(default=None, repr=False)
    openai_api_version: str | None = None
    openai_model: str = "gpt-5-mini"
    openai_check_model: str | None = None
    openai_window: int = Field(default=128_000, ge=2_000)
    openai_max_output: int = Field(default=2_500, ge=200)
    openai_seconds: float = Field(default=60.0, gt=0)
    openai_price_in: float = Field(default=0.0, ge=0)
    openai_price_out: float = Field(default=0.0, ge=0)
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    budget_briefs: Count | None = None
    budget_money: Money | None = None
    budget_guild_briefs: Count | None = 1000
    budget_guild_money: Money | None = None
    budget_user_briefs: Count | None = 100
    budget_user_money: Money | None = None
    budget_direct_briefs: Count | None = 30
    budget_direct_money: Money | None = None
    redis_url: SecretStr | None = None
    database_url: SecretStr | None = None
    data_folder: Path = Path("data")
    engine: EngineName = EngineName.AUTO
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: LogFormat = LogFormat.TEXT
    port: Port | None = None
    host: str = "127.0.0.1"
    shard_ids: Annotated[tuple[int, ...], NoDecode] = ()
    shard_count: int | None = Field(default=None, ge=1)
    fetch_allow: Annotated[frozenset[tuple[str, int]], NoDecode] = frozenset()
    retention_days: int = Field(default=365, ge=1)

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

    @field_validator(
        "budget_briefs",
        "budget_money",
        "budget_guild_briefs",
        "budget_guild_money",
        "budget_user_briefs",
        "budget_user_money",
        "budget_direct_briefs",
        "budget_direct_money",
        mode="before",
    )
    @classmethod
    def _no_limit(cls, value: Any) -> Any:
        return None if isinstance(value, str) and value.strip().lower() == "none" else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            raise ValueError("must be numbers with commas between them, such as 0,1,2")
        return tuple(int(part) for part in parts)

    @field_validator("fetch_allow", mode="before")
    @classmethod
    def _pairs(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = set()
        for part in (part.strip() for part in value.split(",")):
            host, _, port = part.rpartition(":")
            if part and not (host and port.isdecimal()):
                raise ValueError("must be host:port pairs with commas between them, such as 127.0.0.1:8000")
            if part:
                pairs.add((host.strip("[]").lower(), int(port)))
        return frozenset(pairs)

    @field_validator("openai_base_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        _must_start(value, ("http", "https"))
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_address(cls, value: SecretStr | None) -> SecretStr | None:
        _must_start(value.get_secret_value() if value else None, ("redis", "rediss", "unix"))
        return value

    @field_validator("database_url")
    @classmethod
    def _database_address(cls, value: SecretStr | None) -> SecretStr | None:
        _must_start(value.get_secret_value() if value else None, ("sqlite", "postgresql", "postgres"))
        return value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.engine is EngineName.OPENAI and not self.has_model:
            raise ValueError("ENGINE is openai, which needs OPENAI_API_KEY or OPENAI_BASE_URL")
        if self.shard_ids and self.shard_count is None:
            raise ValueError("SHARD_IDS needs SHARD_COUNT beside it")
        if self.shard_count is not None and any(number >= self.shard_count for number in self.shard_ids):
            raise ValueError("SHARD_IDS must be below SHARD_COUNT")
        return self


def load_settings(env_file: Path | None) -> Settings:
    """Read the settings from the environment and, below it, from `env_file` where it exists.

    Raises:
        ConfigurationError: one sentence that names every fault. It never repeats a value, which may be a secret.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        faults = [_plain(fault["loc"], fault["type"], fault.get("ctx", {})) for fault in error.errors()]
        raise ConfigurationError(f"The configuration is not usable: {'; '.join(sorted(faults))}.") from None
    except (UnicodeDecodeError, OSError):
        raise ConfigurationError("The file .env could not be read as UTF-8 text.") from None


def _must_start(address: str | None, schemes: tuple[str, ...]) -> None:
    if address is None:
        return
    try:
        scheme = urlsplit(address).scheme.partition("+")[0]
    except ValueError:
        scheme = ""
    if scheme not in schemes:
        raise ValueError(f"must begin with {' or '.join(f'{name}://' for name in schemes)}")


def _plain(location: tuple[int | str, ...], kind: str, context: dict[str, Any]) -> str:
    """A fault in plain words."""
    words = {
        "int_parsing": "must be a whole number",
        "float_parsing": "must be a number",
        "greater_than_equal": f"must be at least {context.get('ge')}",
        "greater_than": f"must be more than {context.get('gt')}",
        "less_than_equal": f"must be at most {context.get('le')}",
        "literal_error": f"must be one of {context.get('expected')}",
        "enum": f"must be one of {context.get('expected')}",
        "value_error": str(context.get("error", "is not usable")),
    }.get(kind, "is not usable")
    return f"{str(location[0]).upper()} {words}" if location else words
