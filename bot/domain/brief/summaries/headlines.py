"""The words of a headline, and those of its article that are a part of one or have one for their part."""

import re
from collections.abc import Sequence

from bot.domain.language.languages import Language

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5  # Letters of a noun that ends a compound.
_AHEAD = 3  # Letters before it.


def with_parts(lowers: Sequence[str], text: str, language: Language) -> list[str]:
    """The words with those of a text that end them or that they end, where nouns are joined: "Weinernte", "Ernte"."""
    nouns = tuple(word for word in lowers if len(word) >= _LEAST and word not in language.stop_words)
    if not language.compounds or not nouns:
        return [*lowers]
    tails = {word[at:] for word in nouns for at in range(_AHEAD, len(word) - _LEAST + 1)}
    told = {word for word in _WORD.findall(text.lower()) if len(word) >= _LEAST}
    return [*lowers, *sorted(one for one in told if one in tails or one.endswith(nouns))]
