"""How far a channel is done, whatever is heard in which order."""

from bot.messages.owing.marks import Marks

GUILD, CHANNEL = 1, 2


def test_mark_stays_below_what_is_open() -> None:
    """The mark is the newest message with none open before it."""
    marks = Marks()
    marks.begin(CHANNEL, GUILD, 10)
    marks.begin(CHANNEL, GUILD, 20)
    marks.end(CHANNEL, 20, watched=True)
    assert marks.take() == {CHANNEL: (GUILD, 9)}
    marks.end(CHANNEL, 10, watched=True)
    marks.heard(CHANNEL, 30)
    assert marks.take() == {CHANNEL: (GUILD, 30)}
    assert marks.take() == {}


def test_channels_that_nobody_watches_are_not_followed() -> None:
    """Nothing is written down of them."""
    marks = Marks()
    marks.heard(CHANNEL, 5)
    marks.begin(CHANNEL, GUILD, 10)
    marks.end(CHANNEL, 10, watched=False)
    marks.heard(CHANNEL, 20)
    assert marks.take() == {}


def test_held_server_keeps_its_marks() -> None:
    """What is heard while a gap has yet to be read back does not hide the gap."""
    marks = Marks()
    marks.reached(CHANNEL, GUILD, 10)
    marks.take()
    marks.hold(GUILD)
    marks.heard(CHANNEL, 30)
    assert marks.take() == {}
    marks.release(GUILD)
    assert marks.take() == {CHANNEL: (GUILD, 30)}


def test_marks_that_were_not_written_come_again() -> None:
    """A database that did not answer loses no mark."""
    marks = Marks()
    marks.reached(CHANNEL, GUILD, 10)
    marks.put_back(marks.take())
    assert marks.take() == {CHANNEL: (GUILD, 10)}


def test_mark_that_is_put_back_is_given_again_and_no_other() -> None:
    """What could not be written is written the next time, unless its channel is followed no more."""
    marks = Marks()
    for channel in (CHANNEL, CHANNEL + 1):
        marks.begin(channel, GUILD, 10)
        marks.end(channel, 10, watched=True)
    marks.take()
    marks.put_back({CHANNEL: (GUILD, 10), 99: (GUILD, 5)})
    assert marks.take() == {CHANNEL: (GUILD, 10)}
