"""What is kept, as a message: true to what the database holds."""

import pytest

from bot.domain.chat.view import Button, Card, Row, View
from bot.domain.values.records import Kept
from bot.i18n.words import Words
from bot.reports.privacy import Custom, ask_to_delete, show_privacy

CUSTOM = Custom(retention_days=90, has_model=False)


def labels(view: View) -> list[str]:
    """The labels of the buttons."""
    parts = [part for top in view.parts for part in (top.parts if isinstance(top, Card) else (top,))]
    rows = [part for part in parts if isinstance(part, Row)]
    return [button.label for row in rows for button in row.buttons if isinstance(button, Button)]


@pytest.mark.parametrize(
    ("kept", "lines", "buttons"),
    [
        (Kept(), ["- nothing"], ["Stop answering my links"]),
        (
            Kept(answers=3, changes=1, guilds=(1, 2)),
            ["- 3 articles that I briefed for you, in 2 servers", "- 1 change of settings"],
            ["Stop answering my links", "Delete what is stored about me"],
        ),
        (Kept(opted_out=True), ["- your wish that I do not answer your links"], ["Answer my links again"]),
        (
            Kept(answers=1),
            ["- 1 article that I briefed for you"],
            ["Stop answering my links", "Delete what is stored about me"],
        ),
    ],
)
def test_what_is_stored_is_told_line_by_line(kept: Kept, lines: list[str], buttons: list[str]) -> None:
    """Each line is there if there is something to say, and a button only if it has something to do."""
    view = show_privacy(CUSTOM, kept, Words())
    own = "\n".join(view.texts).partition("What is stored about you\n")[2]
    assert own.split("\n") == lines
    assert labels(view) == buttons


def test_model_is_owned_up_to() -> None:
    """Where a model writes, it is said that it is sent the article's text."""
    with_model = "\n".join(show_privacy(Custom(90, has_model=True), Kept(), Words()).texts)
    assert "it is sent the text of the article" in with_model
    assert "it is sent the text of the article" not in "\n".join(show_privacy(CUSTOM, Kept(), Words()).texts)
    assert "deleted after 90 days" in with_model


def test_deletion_is_asked_for_with_what_it_does() -> None:
    """The question counts what goes; with nothing to delete there is no button."""
    view = ask_to_delete(Kept(answers=2, changes=1), Words())
    assert "2 articles" in "\n".join(view.texts)
    assert labels(view) == ["Delete it", "Keep it"]
    assert labels(ask_to_delete(Kept(opted_out=True), Words())) == []
