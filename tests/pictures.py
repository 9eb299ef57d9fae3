"""`make pictures`: pictures of an answer and of the settings' panel for the README, taken from the playground."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
TEXTS = ROOT / "tests" / "data" / "pictures"
LANGUAGES = ("de", "uk", "zh")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# Milliseconds that a busy machine may take for an answer.
PATIENCE = 120_000


def chromium() -> str | None:
    """The path of a Chromium of this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def playground(folder: Path) -> Iterator[str]:
    """The address of a playground that runs in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "playground", "--port", "0"],
        cwd=folder,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found is not None
        try:
            yield found[0]
        finally:
            process.terminate()


def opened(page: Page, address: str) -> Page:
    """The page, once the bot offers its commands."""
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    expect(page.locator("#text[data-commands]:not([data-commands='0'])")).to_be_visible(timeout=PATIENCE)
    return page


def main() -> None:
    """Take the pictures; with a text, also of its answer on a wide and a narrow screen, into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, action="append", default=[], help="an article to look at")
    parser.add_argument("--into", type=Path, default=IMAGES, help="the folder for the pictures")
    asked = parser.parse_args()
    path = chromium()
    if path is None:
        sys.exit("There is no Chromium on PATH; on Debian: apt-get install chromium")
    asked.into.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        playground(Path(folder)) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=ARGUMENTS.split(), timeout=PATIENCE) as browser,
    ):
        page = opened(browser.new_page(viewport={"width": 1200, "height": 900}), address)
        page.get_by_role("button", name="#general").click()
        expect(page.locator(".message").last).to_contain_text("limit", timeout=PATIENCE)
        page.get_by_role("button", name="#news").click()
        if asked.text:
            for text in asked.text:
                _look(page, text, asked.into)
            return
        page.locator("[data-story]").first.click()
        _take(page, ".container:has(.button)", IMAGES / "answer.png")
        for language in LANGUAGES:
            answered(page, TEXTS / f"{language}.txt")
            _take(page, ".container:has(.button)", IMAGES / f"answer-{language}.png")
        page.set_viewport_size({"width": 1200, "height": 1700})
        page.locator("#text").fill("/config panel")
        page.locator("#text").press("Enter")
        _take(page, ".container:has(.select)", IMAGES / "panel.png")


def _take(page: Page, selector: str, path: Path) -> None:
    """A picture of the last part of the page that the selector finds, in its message."""
    message = page.locator(".message", has=page.locator(selector)).last
    expect(message).to_be_visible(timeout=PATIENCE)
    page.mouse.move(0, 0)
    message.screenshot(path=path)
    sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.0f} kB\n")


def answered(page: Page, text: Path) -> Locator:
    """The card that answers an article, once it is pasted."""
    cards = page.locator(".container:has(.button)")
    before = cards.count()
    page.evaluate("(words) => send({ do: 'post', text: words })", text.read_text(encoding="utf-8"))
    expect(cards).to_have_count(before + 1, timeout=PATIENCE)
    return cards.last


def _look(page: Page, text: Path, into: Path) -> None:
    """Pictures of the answer to a pasted article on a wide and on a narrow screen."""
    card = answered(page, text)
    for width in (1200, 1458, 390):
        page.set_viewport_size({"width": width, "height": 900})
        _take(page, ".container:has(.button)", into / f"{text.stem}-{width}.png")
        sys.stdout.write(f"{card.bounding_box()}\n")


if __name__ == "__main__":
    main()
