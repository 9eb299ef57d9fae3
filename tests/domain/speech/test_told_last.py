"""A noun or a pronoun at a quotation beside the sentence before it, and whom "asked" tells of."""

import pytest

from tests.domain.speech.test_quotes import read

SPEAKERS = [
    # Who is asked about another is not that other.
    ("en", "Ann Lee praised Ida Orr. Asked whether Orr would run, she said: “Ask the bees, not me.”", "Ann Lee"),
    # The office's bearer is whom the sentence before is about, though another is named above.
    (
        "en",
        "Mayor Ann Lee met Ida Orr. // Orr called it a shame. Lee denies it. “Nobody told me,” the mayor said.",
        "Ann Lee",
    ),
    (
        "de",
        (
            "Intendant Ole Berg ging. // Ada Reger schalt ihn. Berg bestreitet das. „Das kenne ich nicht“, so der "
            "Intendant."
        ),
        "Ole Berg",
    ),
    (
        "de",
        (
            "Intendant Ole Berg ging. // Ole Reger nannte es falsch. Reger bleibt dabei. „Das kenne ich nicht“, so der "
            "Intendant."
        ),
        "der Intendant",
    ),
    # A trade is theirs whom the sentence before tells of by a pronoun, and nobody's who is called something else.
    (
        "de",
        ("Ada Wendt ist 48. // Erna Thiele ist 84. Sie kauft bei Wendt. „Das liefert kein Bote“, sagt die Rentnerin."),
        "Erna Thiele",
    ),
    (
        "de",
        (
            "Ada Wendt ist 48. // Pfarrerin Erna Thiele ist 84. Sie kauft bei Wendt. „Das liefert kein Bote“, "
            "sagt die Bäckerin."
        ),
        "die Bäckerin",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_the_sentence_before_tells_whom_a_noun_means(language: str, text: str, speaker: str) -> None:
    """Who is told of right before a quotation may be called by a noun or a pronoun at it."""
    assert [who for _, who in read(text.replace(" // ", "\n\n"), language)] == [speaker]
