"""What the reader and the check are measured beside, and how: sumy's LexRank, on CPU time."""

import re
import time
from collections.abc import Callable

from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer

_SENTENCES = 3
_SENTENCE = re.compile(r"[^.!?]+[.!?]?[”\"]?")
_WORD = re.compile(r"[^\W\d_]+")


class _Tokenizer:
    """What sumy asks of a tokenizer, by expressions: its own needs data from the net."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of a paragraph."""
        return tuple(_SENTENCE.findall(text))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(_WORD.findall(sentence))


def lexrank(text: str) -> None:
    """Pick three sentences of a text, which is all that LexRank does."""
    parser = PlaintextParser.from_string(text, _Tokenizer())
    assert len(LexRankSummarizer()(parser.document, _SENTENCES)) == _SENTENCES


def least(call: Callable[[], object], rounds: int = 1) -> float:
    """The seconds of this process's CPU time that a call takes, the least of several rounds."""
    seconds = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        call()
        seconds = min(seconds, time.process_time() - started)
    return seconds
