"""A heading in title case within a text names nobody that the story does not, and joins no two people to one."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish


def kinds_of(text: str) -> dict[str, Kind]:
    """The actors of an English text by their names."""
    return {actor.name: actor.kind for actor in write_draft(Article(text, language="en"), Wish()).actors}


@pytest.mark.parametrize(
    ("heading", "story", "names"),
    [
        (
            "Odette Marlow Endorses Piers Hallam For Mayor",
            "Coach Piers Hallam won the support of Odette Marlow in Tarnford on Monday. Hallam said he was glad.",
            {"Piers Hallam", "Odette Marlow", "Tarnford"},
        ),
        (
            "Big Firms Pull Money From Farmers' Convention.",
            "The Tarnford Growers' Association had set a goal. Odette Marlow will not pay for the meeting.",
            {"Tarnford Growers' Association", "Odette Marlow"},
        ),
        # The heading has the full name of whom the story calls by the surname.
        (
            "Odette Marlow Steps Down",
            "Marlow told the council on Monday that she was tired. Nobody had asked Marlow to go.",
            {"Odette Marlow"},
        ),
    ],
)
def test_a_heading_is_no_name(heading: str, story: str, names: set[str]) -> None:
    """Who stands in the story is named as there, and no run of a heading's capitals is somebody."""
    assert set(kinds_of(f"{heading}\n\n{story}")) <= names
    assert {name for name in names if " " in name} & set(kinds_of(f"{heading}\n\n{story}"))


def test_a_sentence_of_names_is_no_heading() -> None:
    """Names that a sentence begins with stand though most of its words have capitals."""
    found = kinds_of("Odette Marlow met Piers Hallam in Tarnford on Monday. Marlow praised Hallam, and Hallam agreed.")
    assert {"Odette Marlow", "Piers Hallam"} <= set(found)


def test_a_month_before_a_day_ends_a_name() -> None:
    """A town that is a first name as well is no person with a month for a surname; June Marlow keeps hers."""
    text = "The league meets in Orlando July 8 and 9. The coach June Marlow hopes to bring ten players."
    found = kinds_of(f"{text} Marlow said the team was ready.")
    assert "Orlando July" not in found
    assert "June Marlow" in found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Scott County", Kind.PLACE),
        ("Grant Boulevard", Kind.PLACE),
        ("Central Texas", Kind.PLACE),
        ("North Philadelphia", Kind.PLACE),
        ("North Carolina", Kind.PLACE),
    ],
)
def test_a_place_called_after_somebody_is_a_place(name: str, kind: Kind) -> None:
    """A first name before what no person is called tells nobody, nor does a direction before a place."""
    text = f"The fair was held in {name} last week. It has drawn visitors to {name} for years, Odette Marlow said."
    assert kinds_of(text)[name] is kind


@pytest.mark.parametrize("name", ["YouGov", "BuzzFeed", "NextGen Climate", "Pew Research", "Judicial Watch"])
def test_a_brand_is_a_body(name: str) -> None:
    """A capital within a word, or a word for what bodies do, tells a body that speaks or is spoken of."""
    text = f"{name} said on Tuesday that prices rose. A report by {name} was published in June, Odette Marlow said."
    assert kinds_of(text)[name] is Kind.ORGANISATION


@pytest.mark.parametrize("name", ["Ada McKay", "Ada DeVos", "Jan MacLeod"])
def test_a_surname_with_a_capital_within_is_a_persons(name: str) -> None:
    """What opens surnames is no brand."""
    text = f"The mayor, {name}, said on Tuesday that prices rose. A report by {name} was published in June."
    assert kinds_of(text)[name] is Kind.PERSON
