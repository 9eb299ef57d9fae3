"""The check of what a model may have written of an article of 800 words, beside sumy's LexRank on the same text.

A draft has a headline, three sentences in other words than the article's, five actors with their roles and five quotes.
The article is read before, as it is in the bot, where the built-in engine's draft stands ready for what does not hold.
Time is this process's own CPU time on one core after start-up, the least of several rounds; both take turns, and
garbage is collected as seldom as in the processes in which the bot checks.
"""

import statistics
from functools import partial
from typing import Any

from benchmarks.peers import least, lexrank
from bot.adapters.processes.pool import collect_seldom
from bot.domain.brief.builtin import read_article
from bot.domain.brief.check import check, undecided
from bot.domain.values.wish import Wish
from config.limits import CHECK_MILLISECONDS
from tests.support.prose import WORDS, model_draft, retold, retold_article

ROUNDS, PEER_ROUNDS = 12, 3
LONGER = 3_200
"""Words of the longer article, of which a word's time is compared."""


def main() -> None:
    """Print the time of a check at the median, the peer's, what a word of more costs, and a check behind a look."""
    told = list(retold())
    _times(told, 0, rounds=1)  # Loads the data of the language.
    collect_seldom()
    times = [_times(told, first, rounds=ROUNDS) for first in range(len(told))]
    longer = [_times(told, first, rounds=3, words=LONGER)[0] for first in range(3)]
    checked, behind, peer = (statistics.median(row[column] for row in times) for column in range(3))
    print(f"a check of {len(times)} articles, median: {checked * 1e3:.1f} ms, at most {CHECK_MILLISECONDS} ms wanted")
    print(f"LexRank: {peer * 1e3:.1f} ms; a check takes {checked / peer:.2f} times as long")
    growth = statistics.median(longer) / statistics.median(row[0] for row in times[:3])
    print(f"an article four times as long: {growth:.2f} times the time")
    print(f"a check of claims that the rules judged for a second look: {behind * 1e3:.1f} ms")


def _times(told: list[dict[str, Any]], first: int, *, rounds: int, words: int = WORDS) -> tuple[float, float, float]:
    """Seconds that the check of one article's draft takes, that it takes behind a second look, and LexRank's."""
    article = retold_article(told, first, words)
    draft = model_draft(told[first], article)
    checked = again = ranked = float("inf")
    for turn in range(rounds):
        fallback, reading = read_article(article, Wish())
        work = partial(check, draft, article, fallback=fallback, reading=reading)
        checked = min(checked, least(work))
        if turn < PEER_ROUNDS and words == WORDS:
            verdicts = undecided(draft, article, reading=reading).verdicts
            again = min(again, least(partial(work, verdicts=verdicts)))
            ranked = min(ranked, least(partial(lexrank, article.text)))
    return checked, again, ranked
