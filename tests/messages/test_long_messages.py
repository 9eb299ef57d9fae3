"""Whether a long message is an article: most are not, and every one is asked."""

import re
import timeit

import pytest

from bot.messages.posts.post import is_article
from tests.support.fakes import STORY
from tests.support.patience import measured_again

CHAT = "I think that we should meet on Thursday instead, because on Friday half of us are away and the rest is tired. "


def test_article_is_told_from_talk() -> None:
    """Many words in several sentences that speak of neither writer nor reader, with spaces between words or without."""
    assert is_article(STORY * 3)
    assert is_article("市议会周一宣布，港口将因维修关闭，渔船须改在邻近城镇卸货。" * 12)
    assert not is_article(CHAT * 8)
    assert not is_article("周四见，周五我们都不在。" * 3)
    assert not is_article("go " * 200)


@measured_again
def test_long_talk_costs_next_to_nothing() -> None:
    """A message with too few words for an article is passed over without a look at its words."""
    words = re.compile(r"\w+")
    mine = peer = float("inf")
    for _ in range(20):
        mine = min(mine, timeit.timeit(lambda: is_article(CHAT * 4), number=100))
        peer = min(peer, timeit.timeit(lambda: words.findall(CHAT * 4), number=100))
        if mine < peer / 2:
            return
    pytest.fail(f"{mine:.5f} s where finding the words takes {peer:.5f} s")
