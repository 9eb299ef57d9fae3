"""What a body's own people say of its appointments is a fact; what they say otherwise is theirs."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXT = (
    "The Green Alliance will vote on 9 June on a new chair, its leader Oskar Brehm said on Sunday. "
    "The Farmers' League will pay back its debts, its treasurer Ann Holm said. "
    "The Harbour Party will vote on 3 July on its name, the reporter Mark Quill said."
)


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("The Green Alliance is to vote on 9 June on a new chair.", True),
        ("The Green Alliance voted on 9 June on a new chair.", False),
        ("The Farmers' League will pay back its debts.", False),
        ("The Harbour Party is to vote on 3 July on its name.", False),
    ],
)
def test_own_appointment_is_a_fact(claim: str, *, true: bool) -> None:
    """A body's dated plan, told by one of its own, may be told without who told it."""
    assert Claims(Article(text=TEXT, language="en")).sentence(claim).stands is true
