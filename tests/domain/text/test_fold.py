import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.fold import fold, fold_text
from tests.support.growth import grows_linearly


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We won,” she said", '"We won," she said'),
        ("„Wir haben gewonnen“", "«Wir haben gewonnen»"),
        ("it’s ours", "it's ours"),
        ("a pause — then", "a pause – then"),
        ("a pause -- then", "a pause — then"),
        ("wait…", "wait..."),
        ("wait . . . what", "wait... what"),
        ("ten\u00a0million\n\nof  them", "ten million of them"),
        ("THE HARBOUR", "the harbour"),
        ("har\u00adbour\u200b", "harbour"),
        ("ﬁne", "fine"),
        ("caf\u00e9", "cafe\u0301"),
        ("Ｐｏｒｔ", "port"),
        ("\u202eport\u202c", "port"),
    ],
)
def test_two_writings_of_the_same_words_fold_alike(one: str, other: str) -> None:
    """Marks, dashes, ellipses, spaces, case and unseen characters make no difference."""
    assert fold_text(one) == fold_text(other)


@pytest.mark.parametrize(("one", "other"), [("we won", "we won not"), ("now", "know"), ("10", "100"), ("ja", "je")])
def test_different_words_fold_apart(one: str, other: str) -> None:
    """Folding takes away writing and no letter."""
    assert fold_text(one) != fold_text(other)


def test_find_leads_back_to_the_articles_own_characters() -> None:
    """What was found in folded text is given in offsets of the text that was folded."""
    text = "He said:\u00a0“The ﬁrst   har\u00adbour…” Then he left."
    place = fold(text).find(fold_text("the first harbour..."))
    assert place is not None
    assert text[slice(*place)] == "The ﬁrst   har\u00adbour…"


@given(st.text(max_size=80), st.text(alphabet=string.ascii_letters + " ", max_size=20))
def test_offsets_never_go_back_and_stay_within(text: str, tail: str) -> None:
    """Every folded character has an offset of the text, in order, whatever the text is."""
    folded = fold(text + tail)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text + tail)


@given(st.text(max_size=60), st.text(max_size=60))
def test_folding_twice_changes_nothing(one: str, other: str) -> None:
    """Folded text is its own folding but for what begins or ends it."""
    once = fold_text(one + other)
    assert fold_text(once) == once


@pytest.mark.parametrize("unit", ["“ ", ". ", "— —", "\u0301a"])
def test_folding_takes_linear_time(unit: str) -> None:
    """Eight times the text takes about eight times as long, for the worst characters too."""
    assert grows_linearly(lambda count: fold(unit * count), small=10_000, large=80_000)


@given(st.text(alphabet="aZ9 ,.-й иЇі“\u00a0\n", max_size=40))
def test_runs_fold_as_their_characters_do(text: str) -> None:
    """What is folded many characters at a time is the same as one by one, parted by what folding leaves out."""
    apart = fold("\u200b".join(text))
    assert fold(text).text == apart.text
    assert list(fold(text).offsets)[:-1] == [offset // 2 for offset in apart.offsets][:-1]


@given(st.text(alphabet=" .-'\"`´’“”–…aBçéЖİ1\t\n~^{_", max_size=12))
def test_the_folded_characters_alone_are_those_with_offsets(text: str) -> None:
    """The shorter way to fold a sentence without its offsets gives the same characters."""
    assert fold_text(text) == fold(text).text
