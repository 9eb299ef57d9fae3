"""The built-in engine beside sumy's LexRank on the same text in one run: an article of 800 words, and up to 50,000.

The engine does more than LexRank, which only picks sentences: it finds quotations, speakers, actors and roles as well.
Time is this process's own CPU time on one core after start-up, the least of several rounds.
"""

import re
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, product

from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from config.limits import READER_MILLISECONDS

SIZES = (800, 3_200, 12_500, 50_000)
SENTENCES = 3
ROUNDS = 50

# LexRank compares every sentence with every other: beyond this it would take minutes.
PEER_WORDS = 3_200

_SENTENCE = re.compile(r"[^.!?]+[.!?]?[”\"]?")
_WORD = re.compile(r"[^\W\d_]+")

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
    print("words      built-in   for a word      LexRank   for a word")
    least: dict[int, float] = {}
    for words in SIZES:
        text = story(words)
        count = len(text.split())
        article = Article(text, title="The harbour closes", language="en")
        seconds = _least(partial(write_draft, article, Wish()), ROUNDS if words < PEER_WORDS else 3)
        least[words] = seconds / count
        line = f"{count:<8,} {seconds * 1e3:8.1f} ms {seconds / count * 1e6:9.1f} µs"
        if words <= PEER_WORDS:
            peer = _least(partial(_lexrank, text), 1)
            line += f" {peer * 1e3:9.1f} ms {peer / count * 1e6:9.1f} µs"
        print(line, flush=True)
    small, large = SIZES[0], SIZES[-1]
    print(f"an article of {small} words: {least[small] * small * 1e3:.1f} ms, at most {READER_MILLISECONDS} ms wanted")
    print(f"a word at {large:,} words for one at {small}: {least[large] / least[small]:.2f} times")


class _Tokenizer:
    """What sumy asks of a tokenizer, by expressions: its own needs data from the net."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of a paragraph."""
        return tuple(_SENTENCE.findall(text))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(_WORD.findall(sentence))


def _lexrank(text: str) -> None:
    parser = PlaintextParser.from_string(text, _Tokenizer())
    assert len(LexRankSummarizer()(parser.document, SENTENCES)) == SENTENCES


def _least(call: Callable[[], object], rounds: int) -> float:
    seconds = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        call()
        seconds = min(seconds, time.process_time() - started)
    return seconds
