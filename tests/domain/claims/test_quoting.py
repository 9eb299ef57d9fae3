"""Quotes held against an article: shown whole or by whole sentences, with the speaker whom the text names."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

STORIES = {
    "en": (
        "“We told Mr. Hale and Dr. Osei that we will not sell. The U.S. offer came late,” said the owner, Edda Rourke. "
        "The mayor called it “a very poor bargain” on Monday."
    ),
    "de": (
        "„Wir haben z. B. Dr. Kern und Prof. Lauth nicht gefragt. Das war am 3. Mai“, sagte die Leiterin Ute Brandner "
        "in Salm."
    ),
    "fr": "« Ce n'est pas M. Duvalet qui a tout payé. La ville a payé », a déclaré la maire Odile Sarrazin lundi.",
}


def claims_of(code: str) -> Claims:
    """The claims of one of the stories."""
    return Claims(Article(text=STORIES[code], language=code))


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [
        ("en", "we will not sell", "We told Mr. Hale and Dr. Osei that we will not sell."),
        ("en", "Osei that we", "We told Mr. Hale and Dr. Osei that we will not sell."),
        ("en", "offer came late", "The U.S. offer came late,"),
        ("en", "poor bargain", "a very poor bargain"),
        ("de", "Lauth", "Wir haben z. B. Dr. Kern und Prof. Lauth nicht gefragt."),
        ("de", "Das war", "Das war am 3. Mai"),
        ("fr", "qui a tout payé", "Ce n'est pas M. Duvalet qui a tout payé."),
    ],
)
def test_part_of_a_quoted_sentence_is_shown_as_the_whole_sentence(code: str, said: str, shown: str) -> None:
    """No abbreviation cuts a quotation, and a part of its sentence is never shown for the whole."""
    assert claims_of(code).quote(said, None).shown == shown


@pytest.mark.parametrize(
    ("code", "said", "speaker", "shown", "stands"),
    [
        ("en", "The U.S. offer came late", "Edda Rourke", "Edda Rourke", True),
        ("en", "The U.S. offer came late", "Rourke", "Edda Rourke", True),
        ("en", "The U.S. offer came late", "Hale", "Edda Rourke", False),
        ("en", "The U.S. offer came late", "Somebody Else", "Edda Rourke", False),
        ("de", "Das war am 3. Mai", "Ute Brandner", "Ute Brandner", True),
        ("fr", "La ville a payé", "Odile Sarrazin", "Odile Sarrazin", True),
        ("fr", "La ville a payé", "M. Duvalet", "Odile Sarrazin", False),
    ],
)
def test_speaker_is_the_readers(code: str, said: str, speaker: str, shown: str, *, stands: bool) -> None:
    """Where the text names the speaker, no other is shown, whoever is claimed."""
    verdict = claims_of(code).quote(said, speaker)
    assert (verdict.speaker, verdict.speaker_stands) == (shown, stands)


@pytest.mark.parametrize("said", ["we will sell", "The U.S. offer never came late", "The mayor called it", ""])
def test_words_that_nobody_says_are_no_quote(said: str) -> None:
    """Altered words and the reporter's own are not shown as speech."""
    assert not claims_of("en").quote(said, None).stands


@pytest.mark.parametrize(
    "opened_again",
    [
        '"We came late. Nobody waited.\n\n"The lock was open, and the lamp was gone," said the diver Edda Rourke.',
        "“We came late. Nobody waited.\n\n“The lock was open, and the lamp was gone,” said the diver Edda Rourke.",
    ],
)
def test_next_paragraph_of_a_quotation_is_shown_without_the_mark_that_opens_it_again(opened_again: str) -> None:
    """Each paragraph has the speaker whom the last one names, and begins with its own words."""
    claims = Claims(Article(text=f"A barge sank in the harbour of Salm.\n\n{opened_again}", language="en"))
    for said in ("Nobody waited.", "The lock was open, and the lamp was gone"):
        verdict = claims.quote(said, None, at=claims.reading.text.find(said))
        assert verdict.shown.strip(",") == said
        assert verdict.speaker == "Edda Rourke"


NAMED_BESIDE = (
    "The reef is older than was thought. “The samples do not show decay,” said the lead author, Professor Irma Vossen "
    "of Calder University. “They show growth.” A rival, Dr. Peter Lund, disagreed."
)
GOES_ON = {
    "en": (
        "The dam at Orrin holds, according to the chief engineer, Lena Marsh. “Whoever spreads such a story plays with "
        "lives”, she said. Mayor Tom Birk agreed."
    ),
    "pt": (
        "A ponte de Orvalho resiste, segundo a engenheira-chefe, Livia Marques. “Quem espalha isso brinca com vidas”, "
        "disse ela. O prefeito, Tomás Brito, concordou."
    ),
}


@pytest.mark.parametrize(("speaker", "stands"), [("Irma Vossen", True), ("Peter Lund", False)])
def test_description_beside_a_name_is_that_name(speaker: str, *, stands: bool) -> None:
    """Who is described and named in one breath speaks under the name, and nobody else does."""
    claims = Claims(Article(text=NAMED_BESIDE, language="en"))
    assert claims.quote("They show growth.", speaker).speaker_stands is stands


@pytest.mark.parametrize(
    ("code", "said", "speaker", "stands"),
    [
        ("en", "Whoever spreads such a story plays with lives", "Lena Marsh", True),
        ("en", "Whoever spreads such a story plays with lives", "Tom Birk", False),
        ("en", "Whoever spreads such a story plays with lives", "Orrin", False),
        ("pt", "Quem espalha isso brinca com vidas", "Livia Marques", True),
        ("pt", "Quem espalha isso brinca com vidas", "Tomás Brito", False),
    ],
)
def test_pronoun_goes_on_with_the_source_before_it(code: str, said: str, speaker: str, *, stands: bool) -> None:
    """A pronoun that says a quotation means whom the sentence before gives as its source."""
    assert Claims(Article(text=GOES_ON[code], language=code)).quote(said, speaker).speaker_stands is stands
