"""What is one word with another: by an apostrophe in French and Italian ("l’Élysée"), a hyphen, or an ending."""

from collections.abc import Collection, Mapping

from bot.domain.language.languages import Language

# The fewest letters of a verb before the ending by which it tells a condition: "sürerse", but "kursa".
_ROOT = 2


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


def is_owner(word: str, possessives: tuple[str, ...], special: Mapping[str, Collection[str]]) -> bool:
    """Whether a word's ending tells that what stands behind it is theirs: "the coach's", "tränarens"."""
    if possessives and word.replace("’", "'").endswith(possessives):
        return True
    ends = special["owner_ends"]
    if not ends or not word.endswith(tuple(ends)):
        return False
    return not word.lower().endswith(tuple(special["unowned_ends"]))


def supposes(word: str, ends: Collection[str]) -> bool:
    """Whether a verb tells by its ending what something depends on, as no name does: "sürerse"."""
    if not ends or word[0].isupper():
        return False
    small = word.lower().replace("ı", "i")
    return any(small.endswith(end) and len(small) >= len(end) + _ROOT for end in ends)


def supposed(end: str, special: Mapping[str, Collection[str]]) -> Collection[str]:
    """The word for a condition that an ending tells which denies too, none for others: "yağmazsa"."""
    return special["supposition"] if end in special["supposed_ends"] else ()


def unjoined(phrase: str, language: Language) -> str:
    """A phrase of words with hyphens with one for each such apostrophe too: "s'engage-à", "s-engage-à"."""
    parts = [(part, elided(part, language)) for part in phrase.split("-")]
    return "-".join(f"{part[: head - 1]}-{part[head:]}" if head else part for part, head in parts)
