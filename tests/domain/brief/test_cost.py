"""What a brief costs, in calls of functions for articles of 800 words: the same on every machine, busy or not.

Raise a bound for what is worth its cost, and say so in the commit; `python -m benchmarks reader check` tells the time.
"""

from functools import partial

from bot.domain.brief.builtin import read_article, write_draft
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from tests.support.costs import calls_of
from tests.support.prose import model_draft, of_length, retold, retold_article, stories

# A thirtieth above what they took when the bounds were set: what earlier tests left in the caches moves them a little.
READER_CALLS = 56_000
CHECK_CALLS = 73_000
ARTICLES = range(0, 9, 3)


def test_reading_an_article_takes_few_calls() -> None:
    """The built-in engine reads articles of 800 words in at most so many calls each, on average."""
    texts = list(stories())
    articles = [Article(of_length(texts, first), title="The news of the week", language="en") for first in ARTICLES]
    for article in articles:
        write_draft(article, Wish())  # Loads what the words of this article need.
    calls = [calls_of(partial(write_draft, article, Wish())) for article in articles]
    assert sum(calls) <= READER_CALLS * len(calls)


def test_checking_a_draft_takes_few_calls() -> None:
    """The check holds what a model may have written of such an article against it in at most so many calls."""
    told = list(retold())
    total = 0
    for first in ARTICLES:
        article = retold_article(told, first)
        draft = model_draft(told[first], article)
        check(draft, article)  # Loads what the words of this article need.
        fallback, reading = read_article(article, Wish())
        total += calls_of(partial(check, draft, article, fallback=fallback, reading=reading))
    assert total <= CHECK_CALLS * len(ARTICLES)


def test_every_article_that_was_told_again_has_a_draft() -> None:
    """The benchmark of the check takes them all, whatever roles they tell."""
    told = list(retold())
    for first, one in enumerate(told):
        assert model_draft(one, retold_article(told, first)).sentences
