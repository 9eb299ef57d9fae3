"""A flood in one server keeps nobody else waiting, and nothing waits without a bound."""

from bot.messages.owing.fair_queue import FairQueue, QueueBounds

BOUNDS = QueueBounds(waiting=5, waiting_in_all=8, at_once=2, at_once_in_all=4)


def test_servers_have_turns() -> None:
    """With one server's flood before them, another's two messages are among the first four."""
    queue = FairQueue[str](BOUNDS)
    for key in range(5):
        assert queue.put(1, key, "flood")
    for key in (10, 11):
        assert queue.put(2, key, "other")
    given = [queue.take() for _ in range(5)]
    assert [item[1] for item in given if item] == ["flood", "other", "flood", "other"]
    assert given[-1] is None


def test_one_server_has_so_many_under_way() -> None:
    """More come when one of them ends."""
    queue = FairQueue[str](BOUNDS)
    for key in range(4):
        queue.put(1, key, str(key))
    assert [queue.take(), queue.take(), queue.take()] == [(0, "0"), (1, "1"), None]
    assert queue.under_way == (0, 1)
    assert queue.end(0)
    assert not queue.end(0)
    assert queue.take() == (2, "2")


def test_what_waits_is_bounded() -> None:
    """One server's line and the whole are bounded; what is known is neither refused nor put twice."""
    queue = FairQueue[str](BOUNDS)
    assert all(queue.put(1, key, "") for key in range(5))
    assert not queue.put(1, 5, "")
    assert queue.put(1, 4, "")
    assert all(queue.put(2, key, "") for key in (10, 11, 12))
    assert not queue.put(3, 20, "")
    assert len(queue) == 8
    assert 4 in queue
    assert 20 not in queue
