"""Headlines for texts without one: a whole clause that says who did what."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.headline import headline_of
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftSentence
from bot.domain.values.wish import Wish
from config.limits import MADE_HEADLINE_CHARACTERS


@pytest.mark.parametrize(
    ("sentence", "language", "headline"),
    [
        (
            "The council of Lakeside voted to buy back the old ferry, which had been sold to a company in the north.",
            "en",
            "The council of Lakeside voted to buy back the old ferry",
        ),
        (
            "Ada Quill said on Friday that she expects Tom Marsh to pay a visit to Lakeside in the spring, hoping so.",
            "en",
            "Ada Quill said on Friday that she expects Tom Marsh to pay a visit to Lakeside",
        ),
        (
            "A man has died after his boat left the harbour of Lakeside in a storm and hit a rock, police said Monday.",
            "en",
            "A man has died after his boat left the harbour of Lakeside in a storm, police said Monday",
        ),
        (
            "On Friday, the harbour board of Lakeside closed the northern quay to all boats longer than ten metres.",
            "en",
            "The harbour board of Lakeside closed the northern quay to all boats longer than ten metres",
        ),
        (
            "Der Stadtrat von Seeheim hat am Dienstag den Kauf der alten Fähre beschlossen, die im Hafen liegt.",
            "de",
            "Der Stadtrat von Seeheim hat am Dienstag den Kauf der alten Fähre beschlossen",
        ),
        (
            "The mayor of Lakeside opened the longest of the new wooden bridges in the valley of the Lower Mardle.",
            "en",
            "The mayor of Lakeside opened the longest of the new wooden bridges",
        ),
        (
            "Верховний суд Озерного скасував рішення районного суду про перевірку всіх човнів старої гавані.",
            "uk",
            "Верховний суд Озерного скасував рішення районного суду",
        ),
        (
            "Der frühere Hafenmeister von Seeheim, Karl Lind, wurde von Fischern des Dorfes in seinem Haus gefunden.",
            "de",
            "Der frühere Hafenmeister von Seeheim wurde von Fischern des Dorfes in seinem Haus gefunden",
        ),
        (
            "Ein Fischer aus Seeheim muss sich wegen des Verkaufs der alten Netze demnächst vor Gericht verantworten.",
            "de",
            "Ein Fischer aus Seeheim muss sich demnächst vor Gericht verantworten",
        ),
    ],
)
def test_headline_is_a_whole_clause(sentence: str, language: str, headline: str) -> None:
    """What follows a comma, phrases of time and second verbs go; who said it stays."""
    assert len(headline) <= MADE_HEADLINE_CHARACTERS
    assert headline_of(Article(sentence, language=language), [DraftSentence(sentence)]) == headline


def test_a_clause_that_cannot_be_shortened_ends_between_words() -> None:
    """A single clause of many words is cut, and says so."""
    sentence = "The council " + "of the old and quiet town " * 6 + "met."
    headline = headline_of(Article(sentence, language="en"), [DraftSentence(sentence)])
    assert headline.endswith("…")
    assert sentence.startswith(headline.rstrip("…"))
    assert len(headline) <= MADE_HEADLINE_CHARACTERS


@pytest.mark.parametrize(
    ("sentence", "language", "wrong"),
    [
        (
            "Ada Quill managed to derail the plan for a ferry of the long valley that the council of Lakeside made.",
            "en",
            "to derail",
        ),
        (
            "The mayor tried to broker peace between Ada Quill of the very old harbour and Tom Marsh of the new one.",
            "en",
            "harbour",
        ),
        (
            "The council of the old town of Lakeside acted without the consent of all of its honourable members.",
            "en",
            "acted",
        ),
        (
            "Das Gericht hat sich gegen einen Fischer, der seit Jahren wegen seiner Netze klagt, ausgesprochen.",
            "de",
            "Fischer",
        ),
    ],
)
def test_a_headline_does_not_break_off(sentence: str, language: str, wrong: str) -> None:
    """No infinitive without its object, no one of two, nothing less what turns it, no auxiliary without its verb."""
    headline = headline_of(Article(sentence, language=language), [DraftSentence(sentence)])
    assert not headline.endswith(wrong)


def test_the_summary_does_not_repeat_its_headline() -> None:
    """A lead that is short enough is the headline, and the summary goes on from there."""
    text = (
        "The council of Lakeside bought back the old ferry on Tuesday.\n\n"
        "The boat will carry passengers between both shores from June.\n\n"
        "Repairs of the hull and the engine have cost the company three years.\n\n"
        "Fishermen on the eastern shore fear for the last of the pike."
    )
    draft = write_draft(Article(text, language="en"), Wish())
    assert draft.headline == "The council of Lakeside bought back the old ferry on Tuesday"
    assert all(draft.headline not in sentence.text for sentence in draft.sentences)
