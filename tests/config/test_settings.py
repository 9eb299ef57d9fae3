from dataclasses import fields
from pathlib import Path

import pytest

from bot.app.composition import model_settings
from bot.domain.values.spending import Bounds, Scope
from bot.domain.values.wish import EngineName
from bot.errors import ConfigurationError, ExitStatus
from config.settings import Secret, Settings, early_log_level, load_settings

NAMES = [part.name.upper() for part in fields(Settings)]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests reaches them."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_settings_need_nothing() -> None:
    """With an empty environment every setting has a usable value."""
    settings = load_settings(None)
    assert settings.discord_token is None
    assert settings.engine is EngineName.AUTO
    assert not settings.has_model
    assert settings.fetch_allow == frozenset()


def test_settings_come_from_the_environment_above_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A variable of the environment wins over the same name in .env."""
    file = tmp_path / ".env"
    file.write_text("OPENAI_MODEL=from-file\nPORT=8080\n", encoding="utf-8")
    monkeypatch.setenv("OPENAI_MODEL", "from-environment")
    settings = load_settings(file)
    assert (settings.openai_model, settings.port) == ("from-environment", 8080)


def test_settings_read_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shard numbers and host:port pairs are written with commas between them."""
    monkeypatch.setenv("SHARD_IDS", "0, 2")
    monkeypatch.setenv("SHARD_COUNT", "4")
    monkeypatch.setenv("FETCH_ALLOW", "127.0.0.1:8000, [::1]:9000,Localhost:1")
    settings = load_settings(None)
    assert settings.shard_ids == (0, 2)
    assert settings.fetch_allow == {("127.0.0.1", 8000), ("::1", 9000), ("localhost", 1)}


def test_settings_name_all_faults_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence names every fault in plain words and exits with status 78."""
    monkeypatch.setenv("PORT", "99999")
    monkeypatch.setenv("REDIS_URL", "http://:hunter2-secret@cache")
    monkeypatch.setenv("LOG_FORMAT", "xml")
    monkeypatch.setenv("SHARD_IDS", "a,b")
    monkeypatch.setenv("FETCH_ALLOW", "localhost")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(None)
    sentence = caught.value.sentence
    assert "PORT must be at most 65535" in sentence
    assert "REDIS_URL must begin with redis:// or rediss:// or unix://" in sentence
    assert "LOG_FORMAT must be one of 'text' or 'json'" in sentence
    assert "SHARD_IDS must be numbers" in sentence
    assert "FETCH_ALLOW must be host:port pairs" in sentence
    assert "hunter2" not in sentence
    assert "\n" not in sentence
    assert caught.value.status is ExitStatus.CONFIGURATION


def test_settings_that_contradict_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the model without saying which one is a fault in the configuration."""
    monkeypatch.setenv("ENGINE", "openai")
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY or OPENAI_BASE_URL"):
        load_settings(None)


# What keys and addresses look like with something in them that nobody may see.
HIDDEN = {
    "discord_token": "hunter2",
    "openai_api_key": "hunter2",
    "openai_base_url": "https://user:hunter2@model.example/v1?key=hunter2",
    "redis_url": "rediss://user:hunter2@cache.example:6379/0",
    "database_url": "postgresql://user:hunter2@host.example/db?password=hunter2",
}


def test_settings_hide_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the settings nor what is made of them show a key, or what an address says of its user."""
    assert {part.name for part in fields(Settings) if part.name.endswith(("_token", "_key", "_url"))} == HIDDEN.keys()
    for name, value in HIDDEN.items():
        monkeypatch.setenv(name.upper(), value)
    settings = load_settings(None)
    secrets = [value for part in fields(settings) if isinstance(value := getattr(settings, part.name), Secret)]
    assert len(secrets) == 4
    for made in (settings, model_settings(settings), *secrets):
        assert "hunter2" not in f"{made!r} {made}"


def test_settings_of_an_unreadable_file_are_a_fault(tmp_path: Path) -> None:
    """A .env that is no UTF-8 text is told in one sentence."""
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00PORT")
    with pytest.raises(ConfigurationError, match="UTF-8"):
        load_settings(file)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "eighty", "PORT must be a whole number"),
        ("PORT", "0", "PORT must be at least 1"),
        ("OPENAI_SECONDS", "soon", "OPENAI_SECONDS must be a number"),
        ("OPENAI_SECONDS", "0", "OPENAI_SECONDS must be more than 0"),
        ("OPENAI_SECONDS", "nan", "OPENAI_SECONDS must be more than 0"),
        ("OPENAI_PRICE_IN", "-1", "OPENAI_PRICE_IN must be at least 0"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be one of 'DEBUG'"),
        ("CURRENCY", "eur", "CURRENCY must be a code of three capital letters"),
        ("CURRENCY", "EURO", "CURRENCY must be a code of three capital letters"),
        ("BUDGET_BRIEFS", "-1", "BUDGET_BRIEFS must be at least 0"),
        ("DATABASE_URL", "mysql://host/db", "DATABASE_URL must begin with "),
        ("OPENAI_BASE_URL", "http://[broken", "OPENAI_BASE_URL must begin with http:// or https://"),
        ("SHARD_IDS", "0,1", "SHARD_IDS needs SHARD_COUNT beside it"),
        ("ENGINE", "magic", "ENGINE must be one of "),
        ("FETCH_ALLOW", ":8000", "FETCH_ALLOW must be host:port pairs"),
    ],
)
def test_each_fault_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    """Whatever is wrong with a value, the sentence names the variable and what it must be."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(None)
    assert told in caught.value.sentence


@pytest.mark.parametrize(("ids", "usable"), [("0,1", True), ("2", False)])
def test_shards_are_below_their_number(monkeypatch: pytest.MonkeyPatch, ids: str, usable: bool) -> None:
    """Of two shards there is none with the number 2."""
    monkeypatch.setenv("SHARD_COUNT", "2")
    monkeypatch.setenv("SHARD_IDS", ids)
    if usable:
        assert load_settings(None).shard_ids == (0, 1)
        return
    with pytest.raises(ConfigurationError, match="SHARD_IDS must be below SHARD_COUNT"):
        load_settings(None)


def test_values_are_read_as_they_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Levels in any case, numbers with a point, "none" for no limit."""
    for name, value in {
        "LOG_LEVEL": "debug",
        "OPENAI_SECONDS": "7.5",
        "OPENAI_PRICE_OUT": "0",
        "CURRENCY": "EUR",
        "BUDGET_GUILD_BRIEFS": " None ",
        "BUDGET_MONEY": "2.5",
        "BUDGET_USER_BRIEFS": "0",
        "OPENAI_BASE_URL": "http://localhost:11434/v1",
    }.items():
        monkeypatch.setenv(name, value)
    settings = load_settings(None)
    assert (settings.log_level, settings.openai_seconds, settings.currency) == ("DEBUG", 7.5, "EUR")
    assert settings.has_model
    assert settings.budgets == {
        Scope.ALL: Bounds(None, 2.5),
        Scope.GUILD: Bounds(None, None),
        Scope.USER: Bounds(0, None),
        Scope.DIRECT: Bounds(30, None),
    }


@pytest.mark.parametrize(("level", "early"), [(None, "ERROR"), ("debug", "DEBUG"), ("INFO", "ERROR")])
def test_early_log_level(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: str | None, early: str) -> None:
    """Before the settings are read a process logs errors, or all where that is wished; a broken file breaks nothing."""
    if level:
        monkeypatch.setenv("LOG_LEVEL", level)
    assert early_log_level(None) == early
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00LOG_LEVEL")
    assert early_log_level(file) == "ERROR"
