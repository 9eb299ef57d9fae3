"""Which common nouns an article calls bodies and things by, wherever it names them.

before    "the firm Terra", "la firma rusa Terra"
behind    "the Haldane shipyard"
aside     "Terra, a firm from Harnby"
inside    "Immobilienfirma Terra"

A noun that ends such a word stands for the same: "the yard" for a shipyard.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of

# What stands before a name is read from its end: a search for an end begins anew at each letter.
_BACK_BEFORE = re.compile(r"[“”„«\"]? ,?(?P<last>[^\W\d_]{4,})(?: (?P<first>[^\W\d_]{4,}))?")
_BACK_ARTICLE = re.compile(r"[“”„«\"]? (\w+)")
_BEHIND = re.compile(r"[“”»\"]? ([^\W\d_]{4,})\b")
_ASIDE = re.compile(r"[“”»\"]?, (\w+) ([^\W\d_]{4,})\b")
_LETTERS = 50
# The fewest letters of a noun that may be the end of another.
_END = 4


class Designations:
    """One article's nouns for what it names."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._language = story.reading.language
        self._heads_last = agreement_of(self._language.code).heads_last

    def of(self, token: Token) -> frozenset[int]:
        """The bodies and things that the article calls by a noun beside their names."""
        if token.value is not None or token.dated or not token.content:
            return frozenset()
        found = self._by_stem.get(token.stem)
        return self._by_end(token) if found is None else found

    def wider(self, token: Token) -> frozenset[int]:
        """The things that the article calls by a narrower noun beside their names: "the ship" of "the ferry Boa"."""
        return frozenset(number for group in token.broad & self._by_group.keys() for number in self._by_group[group])

    @cached_property
    def _by_group(self) -> dict[str, frozenset[int]]:
        """What is called by nouns that others may be said for, by the groups of those."""
        found, known = dict[str, frozenset[int]](), self._story.words.narrower
        for stem in self._by_stem.keys() & known.keys():
            for group in known[stem]:
                found[group] = found.get(group, frozenset()) | self._by_stem[stem]
        return found

    def _by_end(self, token: Token) -> frozenset[int]:
        if len(token.plain) < _END or f"{token.plain}\n" not in self._written:
            return frozenset()
        ends = (found for noun, found in self._by_noun.items() if noun.endswith(token.plain) and noun != token.plain)
        return frozenset().union(*ends)

    @cached_property
    def _written(self) -> str:
        """The nouns, a line each: quicker to search than one by one."""
        return "".join([f"{noun}\n" for noun in self._by_noun])

    @cached_property
    def _by_stem(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for noun, named in self._by_noun.items():
            found.setdefault(self._story.words.stem(noun), set()).update(named)
        return {stem: frozenset(named) for stem, named in found.items()}

    @cached_property
    def _by_noun(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for number, entity in enumerate(self._story.reading.entities):
            if self._story.is_surely_person(number):
                continue
            nouns = [noun for one in entity.mentions for noun in self._beside(one.start, one.end)]
            for noun in (*nouns, *self._inside(entity.name)):
                if self._may_call(noun):
                    found.setdefault(plain(noun), set()).add(number)
        return {noun: frozenset(named) for noun, named in found.items()}

    def _may_call(self, noun: str) -> bool:
        words, small = self._story.words, folded(noun)
        stem = words.stem(plain(noun))
        if stem in words.opposites or stem in words.converses:
            return False  # "Beat Selby": a deed.
        named = noun[0].isupper() is not self._language.nouns_capitalised
        other = small in words.ties or small in words.speaking or small in self._story.leading
        return not (named or other or self._language.is_role(noun.lower()))

    def _beside(self, start: int, end: int) -> Iterator[str]:
        text = self._story.reading.text
        back = text[max(0, start - _LETTERS) : start][::-1]
        before = _BACK_BEFORE.match(back)
        if before is not None:
            last = before.group("last")[::-1]
            yield last
            tied = folded(last) in self._story.words.ties  # "Черепаху біля Одеси".
            if before.group("first") and not (self._heads_last or tied):
                yield before.group("first")[::-1]
        behind = _BEHIND.match(text, end) if self._heads_last else None
        if behind is not None:
            led = _BACK_ARTICLE.match(back)
            if led is not None and folded(led.group(1)[::-1]) in self._story.leading:
                yield behind.group(1)
        aside = _ASIDE.match(text, end)
        if aside is not None and folded(aside.group(1)) in self._story.leading:
            yield aside.group(2)

    @staticmethod
    def _inside(name: str) -> Iterator[str]:
        words = name.split()
        if len(words) > 1:
            yield from (words[0].lower(), words[-1].lower())
