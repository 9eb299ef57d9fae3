from dataclasses import fields
from pathlib import Path

import pytest

from bot.domain.values.wish import EngineName
from bot.errors import ConfigurationError, ExitStatus
from config.settings import Settings, load_settings

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


def test_settings_hide_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings' own text shows no secret."""
    monkeypatch.setenv("DISCORD_TOKEN", "token-that-is-secret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:password-secret@host/db")
    assert "secret@" not in repr(load_settings(None))
    assert "token-that" not in repr(load_settings(None))


def test_settings_of_an_unreadable_file_are_a_fault(tmp_path: Path) -> None:
    """A .env that is no UTF-8 text is told in one sentence."""
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00PORT")
    with pytest.raises(ConfigurationError, match="UTF-8"):
        load_settings(file)
