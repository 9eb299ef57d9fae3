"""The built-in engine beside sumy's LexRank on the same text in one run: articles of 800 words, and one up to 50,000.

The articles are the project's own prose; the long one is made of sentences of six forms, so that every size has alike.
Where the shared data is beside the project, articles that others wrote are read as well, their time for 800 words told.

The engine does more than LexRank, which only picks sentences: it finds quotations, speakers, actors and roles as well.
Time is this process's own CPU time on one core after start-up, the least of several rounds; garbage is collected as
seldom as in the processes in which the bot reads.
"""

import json
import statistics
from functools import partial
from itertools import cycle, islice, product
from pathlib import Path

from benchmarks.peers import least, lexrank
from bot.adapters.processes.pool import collect_seldom
from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from config.limits import READER_MILLISECONDS
from tests.support.prose import WORDS, of_length, stories

SIZES = (800, 3_200, 12_500, 50_000)
ROUNDS = 50
PROSE_ROUNDS, PEER_ROUNDS = 12, 3

# LexRank compares every sentence with every other: beyond this it would take minutes.
PEER_WORDS = 3_200

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
REAL = {"quotes-dev-en": "en", "quotes-dev-en-2": "en", "quotes-dev-de": "de", "names-dev-de": "de"}
REAL_WORDS, REAL_ARTICLES, REAL_ROUNDS = range(600, 1_001), 24, 5

_WHO = ("Ada Quill", "Tom Marsh", "Jette Ohlsen", "Rosalind Achebe", "Owen Pratley", "Ines Halloran", "Gesa Brandt")
_WHAT = ("the harbour", "a tram line", "the old mill", "the lake road", "two ferries", "a lighthouse")
_BODY = ("the Harbour Board", "the Northern Boat Company", "the Ministry of Transport", "the council of Halvery")
_TELLS = (
    "{who}, a spokeswoman for {body}, said on Monday that {what} would close for {days} days from January.",
    "“We could have waited until the spring, but nobody would thank us for it,” said {who}, 54, of {body}.",
    "Engineers had found cracks in {what} in 2019, and {body} spent {days} million pounds on the repairs, {who} said.",
    "But shopkeepers in Oslo fear for their trade. {who} called {what} “a difficult compromise” in a letter.",
    "“Nobody in this town will pay a toll for {what},” {who} told reporters. “That is a promise. I keep my promises.”",
    "Norway and Sweden will each pay half of the cost of {what}, according to {body}, which met in Brussels last week.",
)


def story(words: int) -> str:
    """A story of about so many words, the same for every run."""
    facts = cycle(product(_WHAT, _WHO, _BODY, _TELLS))
    paragraphs: list[str] = []
    count = 0
    while count < words:
        what, who, body, tells = next(facts)
        paragraphs.append(tells.format(what=what, who=who, body=body, days=len(paragraphs)))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def main() -> None:
    """Print the time for each size of article, and for each word, of both."""
    write_draft(Article("Ann Lee said “no” in Oslo.", language="en"), Wish())  # Loads the data of the language.
    collect_seldom()
    print("words      built-in   for a word      LexRank   for a word")
    _print_prose()
    _print_real()
    each: dict[int, float] = {}
    for words in SIZES:
        text = story(words)
        count = len(text.split())
        article = Article(text, title="The harbour closes", language="en")
        seconds = least(partial(write_draft, article, Wish()), ROUNDS if words < PEER_WORDS else 3)
        each[words] = seconds / count
        line = f"{count:<8,} {seconds * 1e3:8.1f} ms {seconds / count * 1e6:9.1f} µs"
        if words <= PEER_WORDS:
            peer = least(partial(lexrank, text), 3)
            line += f" {peer * 1e3:9.1f} ms {peer / count * 1e6:9.1f} µs   {seconds / peer:.2f} of it"
        print(line, flush=True)
    small, large = SIZES[0], SIZES[-1]
    print(f"an article of {small} words: {each[small] * small * 1e3:.1f} ms, at most {READER_MILLISECONDS} ms wanted")
    print(f"a word at {large:,} words for one at {small}: {each[large] / each[small]:.2f} times")


def _print_prose() -> None:
    """Print the time for articles of 800 words of the project's own prose, and the peer's, taking turns."""
    texts = list(stories())
    times: list[tuple[float, float]] = []
    for first in range(0, len(texts), 2):
        article = Article(of_length(texts, first), title="The news of the week", language="en")
        read = ranked = float("inf")
        for turn in range(PROSE_ROUNDS):
            read = min(read, least(partial(write_draft, article, Wish())))
            ranked = min(ranked, least(partial(lexrank, article.text))) if turn < PEER_ROUNDS else ranked
        times.append((read, ranked))
    seconds, peer = (statistics.median(column) for column in zip(*times, strict=True))
    line = f"prose of {WORDS} words, {len(times)} articles, median: {seconds * 1e3:.1f} ms"
    print(f"{line}, LexRank {peer * 1e3:.1f} ms: {seconds / peer:.2f} of it")


def _print_real() -> None:
    """Print what 800 words of articles that others wrote take at the median, set by set, and the peer's in English."""
    for name, code in REAL.items():
        path = SHARED / f"{name}.jsonl"
        if not path.exists():
            continue
        texts = (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        chosen = list(islice((text for text in texts if len(text.split()) in REAL_WORDS), REAL_ARTICLES))
        times = [_for_words(text, code) for text in chosen] or [(0.0, 0.0)]
        seconds, peer = (statistics.median(column) for column in zip(*times, strict=True))
        line = f"{name}: {WORDS} words of {len(times)} articles, median: {seconds * 1e3:.1f} ms"
        print(f"{line}, LexRank {peer * 1e3:.1f} ms: {seconds / peer:.2f} of it" if code == "en" else line, flush=True)


def _for_words(text: str, code: str) -> tuple[float, float]:
    """Seconds that as many words of an article take as the others have, and the peer's."""
    share = WORDS / len(text.split())
    article = Article(text, title="The news of the week", language=code)
    seconds = least(partial(write_draft, article, Wish()), REAL_ROUNDS)
    return seconds * share, least(partial(lexrank, text)) * share if code == "en" else 0.0
