"""Whose somebody is: a name in the genitive before the noun, where it may have no apostrophe."""

import re

from bot.domain.language.languages import Language
from bot.domain.names.words import POSSESSIVE

_SHORTEST = 3  # Letters of a surname.


def owns(text: str, word: re.Match[str], language: Language) -> bool:
    """Whether a word is a name in the genitive: "Ray's", and "Kamms" of somebody whom the text names "Kamm" before."""
    name = word.group()
    if name.endswith(POSSESSIVE):
        return True
    if not (language.nouns_capitalised and name[0].isupper() and name.endswith(language.genitive_endings)):
        return False
    bare = name[:-1]
    named = len(bare) >= _SHORTEST and not language.is_role(bare.lower())
    return named and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text[: word.start()]) is not None
