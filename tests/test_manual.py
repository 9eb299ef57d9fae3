"""The pages say what the program is: commands, settings, permissions, and figures that tests hold."""

import re
from pathlib import Path

from bot.guilds.describing import Setting
from cogs.shared.client import INVITE
from tests.domain.brief.test_real_sets import ACTORS, NAMES
from tests.domain.claims.test_claims_set import LIES, TRUTHS
from tests.domain.page.test_public_pages import AUTHORS, DATES, F1, REFUSED, SENTENCES, TITLES
from tests.domain.speech.test_shared_quotes import FLOORS
from tests.manual import PAGE, page, registered

DOCS = PAGE.parent
PEOPLE = ("de", "es", "ro", "ru", "uk")


async def test_commands_page_is_fresh() -> None:
    """The page is made from the tree; after a change of a command run `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == page(await registered())


def test_every_setting_of_a_server_is_told() -> None:
    """The page about settings has a row for what admins can choose."""
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert [setting for setting in Setting if f"| `/config {setting}`" not in text] == []


def test_every_permission_is_told() -> None:
    """README and the first steps name what the invitation asks for."""
    names = {"view_channel": "View Channels", "read_messages": "View Channels"}
    asked = [names.get(name, name.replace("_", " ").title().replace(" In ", " in ")) for name, held in INVITE if held]
    for path in (Path(PAGE.parents[1]) / "README.md", DOCS / "index.md"):
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert [name for name in asked if name not in text] == [], path.name


def test_no_figure_is_better_than_its_floor() -> None:
    """What the page on reading promises is what tests hold, or less."""
    held = [
        *(F1, SENTENCES, TITLES, DATES, AUTHORS, -REFUSED),
        *(min(FLOORS[name][key] for name in ("en", "en-2")) for key in ("spans", "named", "shown")),
        *(min(FLOORS[name][key] for name in ("de", "de-2")) for key in ("spans", "named", "shown")),
        ACTORS["ndcg_5"],
        *(min(NAMES[language][key] for language in PEOPLE) for key in ("kind_right", "persons_found")),
        -max(floors["bogus"] for floors in NAMES.values()),
        *(-LIES["near"], TRUTHS["near"]),
    ]
    rows = re.findall(r"\| (at most )?(\d\.\d{3}) \|$", (DOCS / "reading.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = [-float(figure) if most else float(figure) for most, figure in rows]
    assert len(told) == len(held)
    assert [(said, floor) for said, floor in zip(told, held, strict=True) if said > floor] == []
