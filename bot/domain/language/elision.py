"""What an apostrophe joins to the next word in French and Italian ("l’Élysée", "dell'Ombrello"): no part of a name."""

from bot.domain.language.languages import Language

_APOSTROPHES = "'’"


def elided(word: str, language: Language) -> int:
    """The length of the elided head of a word, its apostrophe included; 0 when it has none."""
    if not language.elisions:
        return 0
    at = min((index for mark in _APOSTROPHES if (index := word.find(mark)) >= 0), default=-1)
    return at + 1 if at > 0 and at + 1 < len(word) and word[:at].lower() in language.elisions else 0
