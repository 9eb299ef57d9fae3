"""Live blogs: the newest entry's first sentence is the lead, not the line that says what the page is."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.page.files.clean import clean_paste
from bot.domain.values.wish import Wish

NEWEST = "The mayor of Mardle says all schools will stay closed on Thursday after the storm tore off roofs."
ENTRIES = f"""
4:30 p.m.

{NEWEST}

Mayor Ada Quill told reporters on Wednesday that 14 people were hurt.

2:15 p.m.

Officials say the storm has cut power to 12,000 homes in Mardle.

Crews were sent from three counties.

9 a.m.

Forecasters warn that a storm is heading for Mardle.
"""
OPENINGS = """
MARDLE (AP) — The Latest on the storm that hit Mardle (all times local):
MARDLE ― The Latest on the storm in Mardle:
The Latest on the storm in Mardle:
This is our live coverage of the storm in Mardle.
This live blog has ended. Here is what happened on Wednesday.
Follow the latest updates on the storm in Mardle below.
"""


@pytest.mark.parametrize("opening", OPENINGS.strip().splitlines())
def test_lead_of_a_live_blog_is_its_newest_entry(opening: str) -> None:
    """The line that opens the page is neither the headline nor in the summary."""
    draft = write_draft(clean_paste(f"{opening}\n\n{ENTRIES.strip()}"), Wish())
    assert draft.sentences[0].text == NEWEST
    assert draft.headline.startswith("The mayor of Mardle says all schools will stay closed")
    assert opening not in [sentence.text for sentence in draft.sentences]
