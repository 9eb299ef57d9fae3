"""Names of commands in other languages."""

import pytest

from cogs.shared.commands.translation import is_plain


@pytest.mark.parametrize(
    ("name", "plain"),
    [("zusammenfassen", True), ("was-fehlt", True), ("se muestran", False), ("Резюме", False), ("резюме", True)],
)
def test_name_that_discord_would_refuse(name: str, plain: bool) -> None:  # A case.
    """A translated name with a space or a capital is left in English, so that the commands are taken."""
    assert is_plain(name) is plain
