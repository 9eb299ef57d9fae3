"""Names of languages in any language."""

import pytest

from bot.i18n.language_names import language_name


@pytest.mark.parametrize(
    ("code", "reader", "name"),
    [
        ("de", "en", "German"),
        ("el", "en", "Greek"),
        ("zh-TW", "en", "Traditional Chinese"),
        ("fr", "de", "Französisch"),
        ("zh-TW", "zh-TW", "繁體中文"),
        ("xx", "en", "xx"),
    ],
)
def test_language_is_named(code: str, reader: str, name: str) -> None:
    """A language has the name that its reader knows; what is no language keeps its code."""
    assert language_name(code, reader) == name
