"""The actors of a draft, held against the article: each once, by a name that stands there, with a role that does."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import islice

from bot.domain.brief.lines import clean_line, linked
from bot.domain.claims.comparing.reading import Reading
from bot.domain.language import languages
from bot.domain.text.fold import fold_text
from bot.domain.text.planted import BLANK
from bot.domain.values.actor import Actor, Kind
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftActor
from config import limits

_LETTERS = re.compile(r"[^\W\d_]+")


class ActorCheck:
    """One article, asked for the actors of a draft.

    Args:
        article: as it was read.
        reading: what was read of the article without its planted passages.
        role_of: gives the role of a name as it may be shown, "" where it does not stand.
        drop: notes a part that falls: which part, its text, why.
    """

    def __init__(
        self,
        article: Article,
        reading: Reading,
        role_of: Callable[[str, str], str],
        drop: Callable[[str, str, str], None],
    ) -> None:
        self._text = reading.article.text
        self._language = languages.of(article.language)
        self._reading = reading
        self._role_of = role_of
        self._drop = drop

    def actors(self, drafts: Iterable[DraftActor], read: Mapping[str, Actor]) -> tuple[Actor, ...]:
        """The actors that stand in the text, in their order, each once and named in full.

        Kind, mentions and aliases are the reader's for whom it knows; `read` are its actors by their folded names.
        """
        kept: dict[str, Actor] = {}
        for drafted in islice(drafts, limits.DRAFT_ITEMS):
            if len(kept) == limits.ACTORS:
                self._drop("actor", drafted.name, "more actors than are shown")
                continue
            name, mentions = self._full_name(drafted.name)
            if not name or not self._may_act(name, drafted.kind):
                reason = "is no name in the article" if name else "does not stand in the article"
                self._drop("actor", drafted.name, reason)
                continue
            key = fold_text(name)
            if key in kept:
                continue
            aliases = tuple(
                dict.fromkeys(
                    alias
                    for alias in map(self._place_text, drafted.aliases)
                    if alias and fold_text(alias) != key and self._may_act(alias, drafted.kind)
                )
            )
            role = self._role_of(name, drafted.role)
            known = read.get(key)
            if known is not None:
                kept[key] = replace(known, role=role or known.role)
            else:
                kept[key] = Actor(name, drafted.kind, role, drafted.mentions or mentions, aliases)
        return tuple(kept.values())

    def _full_name(self, name: str) -> tuple[str, int]:
        """The fullest form of a name that the text has, and how often the text names it; "" when it does not."""
        clean = clean_line(name)
        if not clean or len(clean) > limits.NAME_CHARACTERS:
            return "", 0
        number = self._reading.entity_of(clean)
        if number is None:
            article, _, bare = clean.partition(" ")
            number = self._reading.entity_of(bare) if fold_text(article) in self._language.definite else None
        if number is not None:
            entity = self._reading.entities[number]
            return entity.name, len(entity.mentions)
        return self._place_text(clean), 1

    def _place_text(self, name: str) -> str:
        """A name as the text has it, "" when it has not."""
        place = self._place(name) if len(name) <= limits.NAME_CHARACTERS else None
        return "" if place is None else " ".join(self._text[place[0] : place[1]].split())

    def _may_act(self, name: str, kind: Kind) -> bool:
        """Whether words of the text can be somebody's name rather than any words."""
        if linked(name) or BLANK in name:
            return False
        tokens = _LETTERS.findall(fold_text(name))
        if not self._language.capitals or [1 for token in tokens if token in self._reading.bearers]:
            return len(tokens) <= limits.NAME_WORDS
        if self._language.stop_words.issuperset(tokens):
            return False  # "I", "They": words that name nobody.
        named = all(word[0].isupper() for word in _LETTERS.findall(name) if len(word) >= limits.SUPPORT_WORD)
        bodies = self._language.groups | self._language.organisation_words
        body = kind in {Kind.GROUP, Kind.ORGANISATION} and any(token in bodies for token in tokens)
        return len(tokens) <= limits.NAME_WORDS and (named or body)

    def _place(self, name: str) -> tuple[int, int] | None:
        """Where a name stands in the text as whole words."""
        needle = fold_text(name)
        if not any(character.isalnum() for character in needle):
            return None
        text = self._reading.folded.text
        at = text.find(needle)
        spaced = self._language.spaced
        while at >= 0:
            end = at + len(needle)
            before, after = text[at - 1 : at], text[end : end + 1]
            if not spaced or not (before.isalnum() or after.isalnum()):
                return self._reading.folded.offsets[at], self._reading.folded.offsets[end - 1] + 1
            at = text.find(needle, end)
        return None
