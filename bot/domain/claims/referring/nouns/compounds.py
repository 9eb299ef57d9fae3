"""Offices told in one word, where words are made of others: "Vereinsvorsitzende", "Vorsitzende des Vereins"."""

from collections.abc import Iterator

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.language.languages import Language

# An office, the article of whose it is, and the noun for that: what stands behind is its name.
_WORDS = 3


def in_one_word(role: str, story: Story) -> Iterator[str]:
    """The word of the article that says in one what a role says in three, where there is one."""
    language, words = story.reading.language, role.split()
    words = words[1:] if words and words[0].lower() in language.definite else words
    if not language.nouns_capitalised or len(words) < _WORDS:
        return
    place = words[1].lower() in story.words.special["placing"] and len(words) > _WORDS
    if not place and words[1].lower() not in language.genitives:
        return
    words = words[:1] + words[2:] if place else words  # "Ärztin auf der Insel".
    head, noun = words[0].lower(), words[2].lower()
    if not language.is_role(head) or noun.startswith(tuple(language.body_prefixes) or "\0"):
        return
    bases = {noun.removesuffix(ending) for ending in ("", *language.noun_cases)}
    if words[_WORDS:] and not _is_named(bases, " ".join(words[_WORDS:]), story):
        return
    yield from _made(head, bases, story, language)


def _is_named(bases: set[str], name: str, story: Story) -> bool:
    """Whether the article has a name right behind a noun: "Zirkus Marello"."""
    text = story.reading.text.lower()
    return any(f"{base} {name.lower()}" in text for base in bases)


def _made(head: str, bases: set[str], story: Story, language: Language) -> Iterator[str]:
    """The article's word that ends in an office and begins with the noun for whose it is, with what joins the two."""
    ending = folded(head)
    for told in story.sentences:
        for token in told.tokens:
            if len(token.folded) > len(ending) and token.folded.endswith(ending):
                first = token.text.lower()[: -len(ending)].rstrip("-")
                if not bases.isdisjoint(first.removesuffix(joint) for joint in ("", *language.noun_cases)):
                    yield token.text
                    return
