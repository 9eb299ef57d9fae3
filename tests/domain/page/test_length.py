"""What a page says of its article's length is held against what was read of it."""

import pytest

from bot.domain.page.whole import FEWER
from tests.domain.page.test_real_kinds import STORY, linked, page, paragraphs, read

LINES = [
    "9 min read",
    "May 5, 2026 · 9 min read",
    "9-minute read",
    "Lesezeit: 9 Minuten",
    "Lesezeit: ca. 9 Min.",
    "9 Min. Lesezeit",
    "Temps de lecture : 9 min",
    "9 minutes de lecture",
    "Tiempo de lectura estimado: 9 minutos",
    "Tempo di lettura: 9 minuti",
    "9 minutos de leitura",
    "Timp de citire: 9 minute",
    "Время чтения: 9 минут",
    "9 хв читання",
    "阅读时间 9 分钟",
    "この記事は9分で読めます",
]

OTHERS = [
    "2 min read",
    "Updated 9 minutes ago. Read more",
    "9 minutes of video",
    "9 min listen",
    "Read the 9 rules",
    "9:30 minutes to read",
]


def shown(line: str) -> bool:
    """Whether a page with that line above its short story is called whole."""
    article = read(page(f"<article><h1>The quay</h1><p class='time'>{line}</p>{paragraphs()}</article>"))
    assert all(text in article.text for text in STORY)
    assert (FEWER in article.notes) != article.complete
    return article.complete


@pytest.mark.parametrize("line", LINES)
def test_a_page_that_takes_far_longer_to_read_is_not_called_whole(line: str) -> None:
    """Nine minutes are more than a hundred words, in whatever language they are told."""
    assert not shown(line)


@pytest.mark.parametrize("line", OTHERS)
def test_other_minutes_say_nothing(line: str) -> None:
    """Minutes that are few, past, or those of a film are not held against a text."""
    assert shown(line)


def test_minutes_of_cards_say_nothing() -> None:
    """Where several lines give different minutes they are of other stories."""
    cards = "".join(f"<li><a href='/s/{at}'>Another story</a> <span>{at + 5} min read</span></li>" for at in range(3))
    assert read(page(f"<article>{paragraphs()}</article><ul>{cards}</ul>")).complete


@pytest.mark.parametrize(
    ("label", "data", "is_whole"),
    [
        ("Est. reading time", "9 minutes", False),
        ("Geschätzte Lesezeit", "9 Minuten", False),
        ("Est. reading time", "1 minute", True),
        ("Length of the film", "9 minutes", True),
    ],
)
def test_minutes_of_a_card_for_other_sites_count(label: str, data: str, *, is_whole: bool) -> None:
    """What a page tells other sites of its reading time is held against its text."""
    head = f"<meta name='twitter:label1' content='{label}'><meta name='twitter:data1' content='{data}'>"
    assert read(page(f"<article>{paragraphs()}</article>", head)).complete == is_whole


@pytest.mark.parametrize(("required", "is_whole"), [("PT9M", False), ("PT1M", True), ("P1D", True)])
def test_time_required_counts(required: str, *, is_whole: bool) -> None:
    """JSON-LD's `timeRequired` is held against the text."""
    assert read(page(f"<article>{paragraphs()}</article>", linked(timeRequired=required))).complete == is_whole


def test_a_body_that_was_not_read_makes_a_page_partial() -> None:
    """An `articleBody` that is another and far longer text than the one that is shown was not read."""
    body = " ".join(
        f"Part {at} of it is told by somebody else in other words, at the same length as ever." for at in range(30)
    )
    article = read(page(f"<article>{paragraphs()}</article>", linked(articleBody=body)))
    assert (article.complete, article.notes) == (False, (FEWER,))
