"""Two words that only begin alike are not forms of one."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("code", "one", "other", "same"),
    [
        ("en", "convict", "convinc", False),
        ("en", "consent", "conserv", False),
        ("en", "detail", "detain", False),
        ("en", "compan", "compar", False),
        ("en", "explod", "explos", True),
        ("en", "invest", "investor", True),
        ("en", "describ", "descript", True),
        ("de", "eingereis", "eingereich", False),
        ("de", "verschob", "verscholl", False),
        ("de", "geschlaf", "geschlag", False),
        ("de", "überschrit", "überschreit", True),
        ("de", "abhang", "abhangig", True),
    ],
)
def test_forms_of_one_word(code: str, one: str, other: str, *, same: bool) -> None:
    """Stems are of one word where endings that make words of one stem, or vowels, are all that differs."""
    assert wording_of(code).derives(one, other) is same


def test_a_word_that_begins_alike_proves_nothing() -> None:
    """Who convicted somebody has not convinced them; who was deciding took a decision."""
    text = "The court convicted two men on Monday. The panel decided on Friday to close the pool."
    claims = Claims(Article(text=text, language="en"))
    assert not claims.sentence("The court convinced two men on Monday.").stands
    assert claims.sentence("The panel took a decision on Friday to close the pool.").stands


@pytest.mark.parametrize(
    "said", ["The club borrowed the hall from a school.", "The beach will close.", "The pool will then close."]
)
def test_what_is_lent_or_depends(said: str) -> None:
    """Who lends something does not borrow it, and what would be in a case is not what will be."""
    text = (
        "The club lent the hall to a school. In case of rain the beach will close. The pool would then close as well."
    )
    assert not Claims(Article(text=text, language="en")).sentence(said).stands
