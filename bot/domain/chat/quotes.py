"""Which quotes are read and in which order: as they stand in the article, those of one speaker together."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.domain.text.characters import POINTS
from bot.domain.values.quote import Quote
from config import limits


def spoken(text: str) -> str:
    """The words of a quote without the comma at their end, which belongs to the sentence around them."""
    return text.removesuffix(",") or text


def tells(quote: Quote) -> bool:
    """Whether a quote's words have a meaning of their own: several words, or a sentence."""
    sentence = quote.text[:1].isupper() and quote.text.endswith(tuple(POINTS))
    # Chinese and Japanese have no spaces between words, of two characters each as a rule.
    unspaced = sum("\u3040" <= character <= "\u9fff" for character in quote.text) >= 2 * limits.CARD_QUOTE_WORDS
    return sentence or unspaced or len(quote.text.split()) >= limits.CARD_QUOTE_WORDS


def in_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotes as they stand in the article; a brief has them best first."""
    return sorted(quotes, key=lambda quote: quote.start)


def by_speaker(quotes: Iterable[Quote]) -> Iterator[list[Quote]]:
    """Quotes in a row of one speaker; of those that nobody is named for, each may be another's."""
    for _, group in groupby(quotes, key=lambda quote: quote.speaker or quote.start):
        yield list(group)
