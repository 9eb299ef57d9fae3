"""What stands around a story's sentences: datelines with any dash, lines that point to another part of the page."""

import pytest

from bot.domain.text.debris import is_debris
from bot.domain.text.margins import credits_in, dateline_end


@pytest.mark.parametrize("dash", "-–—―‒⸺−")
@pytest.mark.parametrize("place", ["PHILADELPHIA", "PORT ELLERY, May 3", "Lima (Newswire)"])
def test_dateline_ends_with_any_dash(place: str, dash: str) -> None:
    """The sentence begins behind the dash, whichever of them a desk writes."""
    text = f"{place} {dash} The city closed its oldest bridge on Monday."
    assert text[dateline_end(text, 0, len(text)) :].startswith("The city")


POINTERS = """
Watch the full interview with Mayor Quill above.
Listen to the whole conversation in the player
You can read the council's letter below:
(See the map of closed roads below.)
Sehen Sie das ganze Gespräch oben.
Regardez l'entretien complet ci-dessus.
Escuche la entrevista completa arriba.
Слушайте разговор целиком выше.
"""


@pytest.mark.parametrize("line", POINTERS.strip().splitlines())
def test_line_that_points_elsewhere_on_the_page_is_debris(line: str) -> None:
    """It asks to look at what stands above or below, and tells nothing."""
    assert is_debris(line)


STORY = """
Watch officers saw the boat sink below the bridge, and three of them jumped in.
See the city from above and you see its rivers.
“Watch the sky above,” she said.
Read the river and you know the weather below. The old pilots said so.
"""


@pytest.mark.parametrize("line", STORY.strip().splitlines())
def test_sentence_of_the_story_is_no_pointer(line: str) -> None:
    """What goes on behind the place, is quoted or is more than one sentence belongs to the story."""
    assert not is_debris(line)


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("GENEVA (Newswire) — Talks ended.", "Talks ended."),
        ("LIMA, May 3 – Talks ended.", "Talks ended."),
        ("Quito, 14 may (AGN).- El volcán despertó.", "El volcán despertó."),
        ("Berlin (agn) - Der Zug fährt.", "Der Zug fährt."),
        ("The U.S. and Peru – both members – agreed.", "The U.S. and Peru – both members – agreed."),
        ("NATO said on Monday it would wait.", "NATO said on Monday it would wait."),
    ],
)
def test_dateline_is_told_from_a_sentence(sentence: str, bare: str) -> None:
    """Datelines of several agencies are known, and a dash within a sentence is none."""
    assert sentence[dateline_end(sentence, 0, len(sentence)) :] == bare


def test_what_names_a_maker_on_a_page_opens_a_credit_in_a_text_too() -> None:
    """Pages and summaries share one list of the labels of credits, of one word or of several."""
    for code, line in (
        ("en", "Additional reporting by: Ann Lee"),
        ("fr", "Crédit photo: Ann Lee"),
        ("en", "Caption: dawn"),
    ):
        assert list(credits_in(f"The quay is open.\n\n{line}", code)) == [(19, 19 + len(line))]
