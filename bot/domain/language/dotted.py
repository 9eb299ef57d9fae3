"""Where "İ" and "i" are one letter and "I" and "ı" another: words as Python's lower case has them.

`str.lower` makes "i" and a point above of "İ", and "i" of "I". A word of the data that begins with a capital or stands
in capitals alone is to be found all the same: it is listed as it comes out of `lower`.
"""

from collections.abc import Iterable


def lowered_forms(words: Iterable[str]) -> frozenset[str]:
    """These words, and what `str.lower` makes of each with a capital and in capitals alone."""
    return frozenset(
        form for word in words for form in (word, _upper(word[:1] or word).lower() + word[1:], _upper(word).lower())
    )


def _upper(text: str) -> str:
    return text.replace("i", "İ").upper()
