"""The playground's page in a real browser, as a newcomer uses it: with a mouse, with keys alone, and on a phone."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.pictures import ARGUMENTS, PATIENCE, chromium, opened, playground

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a playground that runs in a process of its own."""
    if chromium() is None:
        missing = "no Chromium on PATH; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with playground(tmp_path_factory.mktemp("playground")) as page:
        yield page


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Browser]:
    """A browser, once the bot in the playground offers its commands."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS.split())
        page = opened(started.new_page(), address)
        page.get_by_role("button", name="#general").click()
        expect(page.locator(".message").last).to_contain_text("limit", timeout=PATIENCE)
        page.close()
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a wide screen."""
    wide = opened(browser.new_page(viewport={"width": 1200, "height": 800}), address)
    yield wide
    wide.close()


def write(page: Page, words: str) -> None:
    """Type into the message box and press Enter."""
    page.locator("#text").fill(words)
    page.locator("#text").press("Enter")


def test_story_is_answered_and_more_opens_a_panel(page: Page) -> None:
    """A click on a story brings a card with three buttons; “More” brings a private panel into view."""
    page.locator("[data-story]").first.click()
    card = page.locator(".message", has=page.locator(".container")).last
    expect(card.locator(".button")).to_have_text(["More", re.compile("Open"), "Dismiss"], timeout=PATIENCE)
    card.get_by_role("button", name="More").click()
    panel = page.locator(".message.ephemeral").last
    expect(panel.get_by_role("button", name="Longer")).to_be_in_viewport(timeout=PATIENCE)


def test_enter_on_an_exact_command_runs_it(page: Page) -> None:
    """`/digest` runs the digest and not `/config digest`; `/` alone shows /summarize first and the settings folded."""
    page.locator("#text").press_sequentially("/")
    options = page.locator("#palette [role=option]")
    expect(options.first).to_contain_text("/summarize")
    expect(options.filter(has_text="/config")).to_have_count(1)
    write(page, "/digest")
    expect(page.locator(".message").last.locator(".answered")).to_contain_text("digest", timeout=PATIENCE)
    expect(page.locator(".message").last.locator(".answered")).not_to_contain_text("config")


def test_options_are_typed_behind_the_command(page: Page, address: str) -> None:
    """`/summarize` takes its link and its options in the message box."""
    write(page, f"/summarize {address}articles/night-trains.html private:true")
    expect(page.locator(".message.ephemeral").last).to_contain_text("Night trains return", timeout=PATIENCE)


def test_own_message_is_edited_and_deleted(page: Page) -> None:
    """The tools of a message of one's own change it and take it away."""
    page.get_by_role("button", name="#general").click()
    write(page, "A first thought")
    mine = page.locator(".message", has_text="A first thought")
    mine.hover()
    mine.get_by_role("button", name="Edit").click()
    write(page, "A second thought")
    changed = page.locator(".message", has_text="A second thought")
    expect(changed).to_contain_text("(edited)")
    changed.hover()
    changed.get_by_role("button", name="Delete").click()
    expect(changed).to_have_count(0)


def test_keyboard_alone(page: Page) -> None:
    """A mention is completed and a command chosen with keys alone; the list tells what is chosen."""
    page.get_by_role("button", name="#general").click()
    page.keyboard.press("Tab")
    page.locator("#text").focus()
    page.keyboard.type("hello @mi")
    expect(page.get_by_role("combobox", name="Message")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_have_value("hello @mira ")
    page.keyboard.press("Enter")
    expect(page.locator(".message .mention").last).to_have_text("@mira")
    page.keyboard.type("/con")
    page.keyboard.press("Tab")
    expect(page.locator("#text")).to_have_value("/config ")


def test_forum_posts_are_made(page: Page) -> None:
    """A text written in a forum becomes a post with a thread of its own."""
    page.get_by_role("button", name="forum").click()
    write(page, "Which mill is it?")
    expect(page.get_by_role("button", name="Which mill is it?")).to_be_visible()


def test_phone_shows_the_chat_first(browser: Browser, address: str) -> None:
    """On a phone the chat takes most of the height, nothing is wider than the screen, and the tour is folded."""
    phone = opened(browser.new_page(viewport={"width": 390, "height": 844}), address)
    box = phone.locator("main").bounding_box()
    assert box is not None
    assert box["height"] > 500
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.close()
