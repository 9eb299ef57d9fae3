"""What an apostrophe joins to the next word in French and Italian ("l’Élysée", "dell'Ombrello"): no part of a name."""

from collections.abc import Collection

from bot.domain.language.languages import Language


def elided(word: str, language: Language) -> int:
    """The length of the elided head of a word, its apostrophe included; 0 when it has none."""
    if not language.elisions:
        return 0
    straight, curly = word.find("'"), word.find("’")
    at = max(straight, curly) if straight < 0 or curly < 0 else min(straight, curly)
    return at + 1 if at > 0 and at + 1 < len(word) and word[:at].lower() in language.elisions else 0


def denying_head(word: str, heads: Collection[str]) -> int:
    """The length of a word's head that denies what stands behind its hyphen, 0 when it has none: "n-am", "nu-l"."""
    at = word.find("-") if heads else -1
    return at + 1 if 0 < at < len(word) - 1 and word[:at].lower() in heads else 0


def unjoined(phrase: str, language: Language) -> str:
    """A phrase of words with hyphens with one for each such apostrophe too: "s'engage-à", "s-engage-à"."""
    parts = [(part, elided(part, language)) for part in phrase.split("-")]
    return "-".join(f"{part[: head - 1]}-{part[head:]}" if head else part for part, head in parts)
