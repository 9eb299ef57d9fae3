"""SECURITY.md tells what is true: its tests are there, and its figures are those that were measured."""

import re
from itertools import islice

from tests.conftest import ROOT
from tests.security.addresses import addresses
from tests.security.bodies import bodies
from tests.security.figures import reached, read_bodies

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there() -> None:
    """Each row of the defences names tests, and each of these is there."""
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "`tests/" in line]
    assert len(rows) >= 20
    for row in rows:
        named = re.findall(r"`(tests/[^`:]+)::(test_\w+)`", row)
        assert len(named) == row.count("`tests/")
        for path, name in named:
            assert re.search(rf"def {name}\(", (ROOT / path).read_text(encoding="utf-8")), f"{path}::{name}"


def test_figures_are_there_and_as_they_should_be() -> None:
    """Nothing was reached, shown, done or broken, and the loop was late by no more than it may be."""
    figures = PAGE.partition("<!-- figures -->")[2].partition("<!-- end of figures -->")[0]
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in figures.strip().splitlines()[2:]]
    assert len(rows) == 6
    for _, times, result in rows:
        assert int(times.replace(",", "")) >= 100
        numbers = [int(number) for number in re.findall(r"(\d+) (?:ms|reached|broke|shown|did|faults)", result)]
        assert numbers == [0] if "ms" not in result else numbers[0] < 50 and numbers[1] < 250


async def test_no_spelling_of_a_private_address_is_dialled() -> None:
    """Of the addresses that `make security` tries, every 23rd here: no connection, and a sentence for each."""
    private, answered = await reached(list(islice(addresses(), 0, None, 23)))
    assert private == []
    assert answered == []


async def test_hostile_bodies_end_in_an_article_or_a_sentence() -> None:
    """Of the bodies that `make security` reads, every 19th here: each ends in an article or in a fault of ours."""
    odd, _ = await read_bodies(list(islice(bodies(), 0, None, 19)))
    assert odd == []
