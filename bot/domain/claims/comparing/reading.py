"""An article as its claims are held against it: what the reader finds in it, each part found once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, Self

from bot.domain.claims.comparing.support import plain
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity, find_entities
from bot.domain.speech.quotes import FoundQuote, find_quotes
from bot.domain.text.fold import Folded, fold, fold_text
from bot.domain.text.planted import without_planted
from bot.domain.text.sentences import split_sentences
from bot.domain.text.spans import Span, find_spans
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from config import limits

_LETTERS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")  # Folded letters are parted from their marks.
# In Cyrillic letters an apostrophe stands within a word: "Дем'ян".
_WITHIN = re.compile(r"[\u0400-\u04ff]+['’ʼ][\u0400-\u04ff]+")


class Reading:
    """One article, without its planted passages, and what is found in it. Every part is linear in its length.

    What was found goes along to another process; what is made of it in no time is made there again.
    """

    def __init__(self, article: Article) -> None:
        """Read an article that has no planted passages; see `of`."""
        self.article = article

    @classmethod
    def of(cls, article: Article) -> Self:
        """An article read without its planted passages."""
        return cls(without_planted(article))

    def __getstate__(self) -> dict[str, Any]:
        """The article, and of what was found in it what takes time to find."""
        return {name: found for name, found in vars(self).items() if name in _HANDED}

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def language(self) -> Language:
        """The article's language."""
        return languages.of(self.article.language)

    @cached_property
    def folded(self) -> Folded:
        """The text folded."""
        return fold(self.text)

    @cached_property
    def spans(self) -> list[Span]:
        """What stands between quotation marks."""
        return find_spans(self.text, self.language)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Offsets of the article's sentences, in order."""
        return split_sentences(self.text, self.language, self.spans)

    def number_of(self, words: str) -> int | None:
        """The number of the first sentence that is just these folded words, None for none: few claims are one."""
        return self._by_words.get(words) if words in self.folded.text else None

    @cached_property
    def _by_words(self) -> dict[str, int]:
        """Numbers of the sentences by their folded words, the first where several are the same."""
        found: dict[str, int] = {}
        folded = self.folded
        for number, (start, end) in enumerate(self.sentences):
            first, last = bisect_left(folded.offsets, start), bisect_left(folded.offsets, end)
            found.setdefault(folded.text[first:last].strip(_OUTER), number)
        return found

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Whom and what the text names."""
        return find_entities(self.article)

    @cached_property
    def quotes(self) -> tuple[FoundQuote, ...]:
        """What the text quotes, with the speakers that the reader finds."""
        return find_quotes(self.article, self.entities, self.spans)

    @cached_property
    def paragraphs(self) -> list[int]:
        """Offsets at which paragraphs start."""
        return [0, *(match.end() for match in re.finditer(r"\n\n", self.text))]

    @cached_property
    def names(self) -> dict[str, int]:
        """Numbers of entities by each of their folded names; a full name wins over another's alias."""
        entities = list(enumerate(self.entities))
        by_name = {fold_text(alias): number for number, entity in entities for alias in entity.aliases}
        return by_name | {fold_text(entity.name): number for number, entity in entities}

    @cached_property
    def bearers(self) -> dict[str, set[int]]:
        """Folded words of names, each with the numbers of the entities that bear it."""
        bearers: dict[str, set[int]] = {}
        for number, entity in enumerate(self.entities):
            for name in (entity.name, *entity.aliases):
                folded = fold_text(name)
                for token in _LETTERS.findall(folded):
                    bearers.setdefault(token, set()).add(number)
                for token in () if folded.isascii() else _WITHIN.findall(folded):
                    bearers.setdefault(token, set()).add(number)
        return bearers

    def is_body(self, noun: str) -> bool:
        """Whether a noun is for a body and for nobody: "sindacato", which has the stem of "sindaca"."""
        return self.language.is_body(noun.lower()) and not self.language.is_role(noun.lower())

    def may_be_kind(self, number: int, noun: str, keys: frozenset[str], stem: Callable[[str], str]) -> bool:
        """Whether a noun may stand for a body whose name tells what it is: "Brauerei Halvorn" is no "Gewerkschaft".

        `keys` are what the noun compares by, its own stem among them.
        """
        kinds = self.kinds_named.get(number)
        return not kinds or any(one.endswith(noun) or stem(plain(one)) in keys for one in kinds)

    @cached_property
    def kinds_named(self) -> dict[int, list[str]]:
        """The words for what a body is that names have, by the entities' numbers: "Brauerei" of "Brauerei Halvorn"."""
        is_body, found = self.language.is_body, dict[int, list[str]]()
        for number, entity in enumerate(self.entities):
            if entity.kind is not Kind.PERSON and " " in entity.name:
                kinds = [word for word in entity.name.lower().split() if is_body(word)]
                if kinds:
                    found[number] = kinds
        return found

    def entity_of(self, name: str) -> int | None:
        """The entity that is called so, or the only one whose name has all these words; None where none is sure."""
        if len(name) > limits.NAME_CHARACTERS:
            return None
        folded = fold_text(name)
        found = self.names.get(folded)
        if found is not None:
            return found
        shared: set[int] | None = None
        for token in _LETTERS.findall(folded):
            bearers = self.bearers.get(token, set())
            shared = set(bearers) if shared is None else shared & bearers
        return shared.pop() if shared is not None and len(shared) == 1 else None

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds an offset, or of the last before it."""
        return max(0, bisect_right(self.sentences, (at, len(self.text))) - 1)

    def paragraph_at(self, at: int) -> tuple[int, int]:
        """Where the paragraph that holds an offset starts and ends."""
        index = bisect_right(self.paragraphs, at) - 1
        after = self.paragraphs[index + 1] - 2 if index + 1 < len(self.paragraphs) else len(self.text)
        return self.paragraphs[index], after


_HANDED = frozenset({"article", "entities", "quotes", "spans", "sentences"})
_CLAIMS = 256  # A draft's sentences are asked about several times.
_OUTER = " \"'.,;:!?…-()"


@lru_cache(maxsize=_CLAIMS)
def bare(text: str) -> str:
    """Folded words of a sentence without what stands around them: marks and points."""
    return fold_text(text).strip(_OUTER)
