"""The check of what a model may have written of an article of 800 words, beside sumy's LexRank on the same text.

A draft has a headline, three sentences in other words than the article's, five actors with their roles and five quotes.
The article is read before, as it is in the bot, where the built-in engine's draft stands ready for what does not hold.
Time is this process's own CPU time on one core after start-up, the least of several rounds; both take turns.
"""

import statistics
from functools import partial
from typing import Any

from benchmarks.peers import least, lexrank
from benchmarks.prose import WORDS, of_length, retold
from bot.domain.brief.builtin import read_article
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.wish import Wish
from config.limits import CHECK_MILLISECONDS

ROUNDS, PEER_ROUNDS = 12, 3
SENTENCES = 3
PARTS = 5
LONGER = 3_200
"""Words of the longer article, of which a word's time is compared."""


def main() -> None:
    """Print the time of a check at the median, the peer's, and what a word costs in a longer article."""
    told = list(retold())
    times = [_times(told, first, rounds=ROUNDS) for first in range(len(told))]
    longer = [_times(told, first, rounds=3, words=LONGER)[0] for first in range(3)]
    checked, peer = (statistics.median(row[column] for row in times) for column in (0, 1))
    print(f"a check of {len(times)} articles, median: {checked * 1e3:.1f} ms, at most {CHECK_MILLISECONDS} ms wanted")
    print(f"LexRank: {peer * 1e3:.1f} ms; a check takes {checked / peer:.2f} times as long")
    growth = statistics.median(longer) / statistics.median(row[0] for row in times[:3])
    print(f"an article four times as long: {growth:.2f} times the time")


def _times(told: list[dict[str, Any]], first: int, *, rounds: int, words: int = WORDS) -> tuple[float, float]:
    """Seconds that the check of one article's draft takes, and that LexRank takes on its text."""
    text = of_length([one["text"].strip() for one in told], first, words)
    article = Article(text, title=told[first]["title"], language="en")
    draft = _draft(told[first], article)
    checked = ranked = float("inf")
    for turn in range(rounds):
        fallback, reading = read_article(article, Wish())
        checked = min(checked, least(partial(check, draft, article, fallback=fallback, reading=reading)))
        if turn < PEER_ROUNDS and words == WORDS:
            ranked = min(ranked, least(partial(lexrank, text)))
    return checked, ranked


def _draft(told: dict[str, Any], article: Article) -> Draft:
    """What a model may have written of an article."""
    read, _ = read_article(article, Wish())
    roles = [DraftActor(one["name"], role=one["true"][0]) for one in told.get("roles", ())]
    named = {actor.name for actor in roles}
    others = [DraftActor(actor.name, actor.kind, actor.role) for actor in read.actors if actor.name not in named]
    headline, *sentences = told["near"][: SENTENCES + 1]
    return Draft(
        headline=headline.rstrip("."),
        sentences=tuple(map(DraftSentence, sentences)),
        actors=tuple([*roles, *others][:PARTS]),
        quotes=tuple(DraftQuote(quote.text, quote.speaker) for quote in read.quotes[:PARTS]),
        engine="model",
        language="en",
    )
