"""Words that a language makes of others, and verbs that leave a part of themselves at their clause's end."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXT = (
    "Die Feuerwehr in Kessin stellte am Montag den Betrieb ein. Der Deichverband hatte am Freitag vor Nebel gewarnt. "
    "Die Leiterin Ute Brandes stellt im Mai vier neue Kräfte an."
)


@pytest.mark.parametrize(
    ("claim", "stands"),
    [
        ("Am Montag wurde der Betrieb eingestellt.", True),
        ("Im Mai sollen vier neue Kräfte abgestellt werden.", False),
        ("Am Freitag gab es eine Nebelwarnung.", True),
        ("Am Freitag gab es eine Sturmwarnung.", False),
        ("Im Mai werden vier neue Kräfte angestellt.", True),
    ],
)
def test_words_made_of_others_are_found_in_both_forms(claim: str, stands: bool) -> None:
    """A verb and the particle it leaves are found as one word, and a compound by the words it is made of."""
    claims = Claims(Article(text=TEXT, language="de"))
    assert claims.sentence(claim).stands is stands


@pytest.mark.parametrize(
    ("claim", "stands"),
    [
        ("Die Stadt kaufte die Halle von einer Firma.", False),
        ("Eine Firma kaufte die Halle von der Stadt.", True),
        ("Der Rat suchte den Hafen.", False),
        ("Im Hafen galt eine Warnung.", True),
    ],
)
def test_a_verb_with_a_prefix_is_another_verb(claim: str, stands: bool) -> None:
    """What ends in a word is made of it, unless the rest is a verb's prefix: who sells does not buy."""
    text = "Die Stadt verkaufte die Halle an eine Firma. Der Rat besuchte den Hafen. Im Hafen galt eine Sturmwarnung."
    assert Claims(Article(text=text, language="de")).sentence(claim).stands is stands
