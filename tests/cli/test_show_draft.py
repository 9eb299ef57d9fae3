from bot.cli.show_draft import show_draft
from bot.cli.terminal import as_text
from bot.domain.brief.check import check
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.usage import Usage
from tests.support.fakes import STORY

ARTICLE = Article(text=STORY, title="Harbour closes", language="en")
LONG = (
    "The harbour of Port Ellery will close, " + "and aliens will eat everything there is to eat, " * 5 + "said nobody."
)


def shown(draft: Draft) -> list[str]:
    """The lines of a draft beside its brief."""
    return as_text(show_draft(draft, check(draft, ARTICLE))).splitlines()


def test_every_part_is_kept_or_has_a_reason() -> None:
    """What stands is marked kept; what fell is marked with why, however long it is."""
    lines = shown(
        Draft(
            headline="Harbour closes",
            sentences=(DraftSentence(STORY.split("\n\n")[0]), DraftSentence(LONG)),
            actors=(DraftActor("Quill", Kind.PERSON, "the mayor"), DraftActor("Macron", Kind.PERSON, "president")),
            quotes=(DraftQuote("The quay cannot wait another winter,", "Macron"), DraftQuote("We lied")),
            engine="openai:m",
            usage=Usage(1200, 300, 0.01, 1),
        )
    )
    assert any(line.startswith("  kept    sentence: The harbour of Port Ellery will close for") for line in lines)
    assert any(
        line.startswith("  DROPPED sentence: The harbour of Port Ellery will close, and aliens") for line in lines
    )
    assert any(line.startswith("  kept    actor: Quill") for line in lines)
    assert any(line.startswith("  DROPPED actor: Macron  ← does not stand") for line in lines)
    assert any(line.startswith("  DROPPED speaker: Macron  ← ") for line in lines)
    assert any(line.startswith("  DROPPED quote: We lied  ← ") for line in lines)
    assert "3 dropped of 6 sentences, actors and quotes" in lines
    assert "1200 tokens in, 300 out, 1 calls, cost 0.0100" in lines


def test_words_of_a_quote_that_was_given_already_are_told_from_invented_ones() -> None:
    """Half of a quote that is shown is dropped as such: it does stand in the article."""
    said = ("The quay cannot wait another winter,", "wait another winter", "wait for ever")
    quotes = tuple(DraftQuote(text) for text in said)
    lines = shown(Draft("Harbour closes", (DraftSentence(STORY.split("\n\n")[0]),), (), quotes, "openai:m"))
    assert [line.partition("←")[2].strip()[:16] for line in lines if " quote: " in line] == [
        "",
        "is in another qu",
        "does not stand i",
    ]


def test_kept_part_is_not_taken_for_a_dropped_one_that_begins_it() -> None:
    """A dropped text marks itself alone, and of two equal ones the later."""
    sentence = STORY.split("\n\n")[0]
    lines = shown(
        Draft(
            headline="Harbour closes",
            sentences=(DraftSentence(sentence), DraftSentence(sentence), DraftSentence("The har")),
            actors=(),
            quotes=(),
            engine="openai:m",
        )
    )
    marks = [line.split()[0] for line in lines if " sentence: " in line]
    assert marks[:2] == ["kept", "DROPPED"]


def test_claim_stands_beside_its_evidence() -> None:
    """What was kept is followed by the article's sentence and how that proves it."""
    sentence = STORY.split("\n\n")[2]
    lines = shown(Draft("Harbour closes", (DraftSentence(sentence),), (), (), "openai:m"))
    at = next(number for number, line in enumerate(lines) if " sentence: " in line)
    assert lines[at + 1] == f"      ↳ verbatim: {sentence}"


def test_no_control_character_of_a_models_is_printed() -> None:
    """Nothing of a draft moves the cursor, paints the screen or turns a line, in no part of it."""
    odd = "\x1b[2J\x07\x9b5m\u202eHarbour\x00"
    draft = Draft(
        odd, (DraftSentence(odd),), (DraftActor(odd, Kind.PERSON, odd),), (DraftQuote(odd, odd, None, odd),), "openai:m"
    )
    assert not set("\x1b\x07\x9b\u202e\x00") & set("".join(shown(draft)))


def test_each_sentence_that_a_model_puts_into_one_has_its_own_mark() -> None:
    """What is judged apart is shown apart: a lie behind a truth is not shown as kept."""
    first = STORY.split("\n\n")[0].split(". ")[0].rstrip(".") + "."
    draft = Draft("", (DraftSentence(f"{first} The mayor of Lyon has resigned."),), (), (), "openai:m")
    lines = shown(draft)
    assert any(line.startswith("  DROPPED sentence: The mayor of Lyon has resigned.") for line in lines)
    assert not any("kept" in line and "Lyon" in line for line in lines)
