"""docs/commands.md is what the command tree says."""

from tests.manual import PAGE, page, registered


async def test_commands_page_is_fresh() -> None:
    """The page is made from the tree; after a change of a command run `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == page(await registered())
