"""Offices told in one word, where words are made of others: "Vereinsvorsitzende", "Vorsitzende des Vereins"."""

from collections.abc import Iterator
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.language.languages import Language

# An office, the article of whose it is, and the noun for that: what stands behind is its name.
_WORDS = 3
# The fewest letters of the end of a noun for a body.
_LONG = 5


# Complexity: the conditions of one reading, each a cheap way out before the next.
def in_one_word(role: str, story: Story) -> Iterator[str]:
    """The word of the article that says in one what a role says in three, or in another case, where there is one."""
    language, words = story.reading.language, role.split()
    words = words[1:] if words and words[0].lower() in language.definite else words
    if not language.nouns_capitalised:
        return
    if len(words) == 1:
        yield from _declined(words[0], story)
    if len(words) < _WORDS:
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
    yield from _made(head, bases, story, language, name=" ".join(words[_WORDS:][:1]))


def _is_named(bases: set[str], name: str, story: Story) -> bool:
    """Whether the article has a name right behind a noun: "Zirkus Marello"."""
    text = story.reading.text.lower()
    return any(f"{base} {name.lower()}" in text for base in bases)


def _made(head: str, bases: set[str], story: Story, language: Language, *, name: str) -> Iterator[str]:
    """The article's word that ends in an office and begins with the noun for whose it is, with what joins the two.

    Of the only body of its kind also the end of its noun: "Verlagssprecherin" of "Schulbuchverlag Halm", whose `name`
    may be left out.
    """
    endings = _forms(folded(head), story)
    for told in story.sentences:
        for token in told.tokens:
            ending = next((one for one in endings if token.folded.endswith(one)), "")
            if ending and len(token.folded) > len(ending):
                first = token.text.lower()[: -len(ending)].rstrip("-")
                begun = {first.removesuffix(joint) for joint in ("", *language.noun_cases)}
                if not bases.isdisjoint(begun) or _is_only_one(begun, bases, name, story):
                    yield token.text
                    return


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_only_one(begun: set[str], bases: set[str], name: str, story: Story) -> bool:
    """Whether a noun for a body ends in one of some words, and no other noun or name of the article belongs to it."""
    ends = tuple(one for one in begun if len(one) >= _LONG)
    if not ends or not any(base.endswith(ends) for base in bases):
        return False
    cases, told_of = story.reading.language.noun_cases, bool(name)
    for told in story.sentences:
        for token, behind in pairwise(told.tokens):
            word = token.text.lower()
            forms = {word.removesuffix(case) for case in ("", *cases)}
            other = any(one.endswith(ends) for one in forms) and forms.isdisjoint(bases | begun)
            named = not forms.isdisjoint(begun) and behind.entities and behind.text != name
            if token.text[:1].isupper() and (other or named):
                return False
            told_of = told_of or not forms.isdisjoint(bases)
    return told_of


def _declined(office: str, story: Story) -> Iterator[str]:
    """The article's other form of an office that is an adjective: "Beauftragten" of "Beauftragter"."""
    if not folded(office).endswith(tuple(story.words.special["office_endings"])):
        return
    for form in _forms(folded(office), story):
        for number in story.holding(story.words.stem(form)) if form != folded(office) else ():
            found = (token.text for token in story.sentences[number].tokens if token.folded == form)
            yield from (text for text in found if text[:1].isupper())


def _forms(office: str, story: Story) -> list[str]:
    """A word for an office and its other cases, the longest first: "vorsitzender", "vorsitzenden", "leiter", "leiters".

    Those of an adjective are for one who is of any gender, which the rest of a role tells.
    """
    adjectives = sorted(story.words.special["office_endings"], key=len, reverse=True)
    ending = next((one for one in adjectives if office.endswith(one)), "")
    base = office.removesuffix(ending)
    participle = base.endswith(tuple(story.words.special["office_bases"]) or "\0")
    declined = [f"{base}{one}" for one in adjectives] if participle else []
    return sorted({office, f"{office}n", f"{office}s", *declined}, key=len, reverse=True)
