"""Which words of a claim open a sentence of the article, and so a statement with its own doer: ", hurt was nobody".

A sentence that leans on the one before it, or may leave out who does it, tells of the same as there only right behind
the sentence that the claim opens as.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.referring.pointers import SURE

_HELPING = {IS, WAS, PASSIVE}
# How many words two openings have in common.
_ALIKE = 2


class OwnOpenings:
    """How one article's sentences open, but for those within quotations."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._linking = story.words.joins | story.words.joining | story.words.contrasting
        self._perfects = story.words.perfects
        self._by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        for told in story.sentences:
            if len(told.tokens) > _ALIKE and told.quoted[0] is None:
                words, noun = self._opening(told.tokens)
                self._by_words[words].append(told.number)
                if noun is not None:
                    self._by_noun[noun].append(told.number)

    def opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the words at a place of a claim open a sentence of the article that tells of its own doer."""
        words, noun = self._opening(tokens[at:])
        said = self._by_words.get(words, ()) if words else ()
        found = [number for number in said if self._is_own(number) or self._follows(tokens, number)]
        found += filter(self._is_own, self._by_noun.get(noun, ()) if noun is not None else ())
        return any(self._tells(tokens[at:], number) for number in found)

    def _tells(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether words have the verb of a sentence that they open as: a noun alone is one more name of another."""
        told = self._story.sentences[number].tokens
        if any(one.mood in SURE or one.signs & _HELPING or one.folded in self._perfects for one in tokens[1:]):
            return True
        mine = {one.stem for one in tokens}
        content = [at for at, one in enumerate(told) if one.content]
        taken = [at for at in content if told[at].stem in mine]
        behind = told[taken[-1] + 1 : taken[-1] + 2] if taken else []
        return len(taken) * 2 > len(content) and not any(one.signs & _HELPING for one in behind)

    def _opening(self, tokens: Sequence[Token]) -> tuple[tuple[str, ...], str | None]:
        """The first words behind one that only links, and the first where it may be a noun without an article."""
        first = 1 if tokens[0].folded in self._linking and len(tokens) > 1 else 0
        noun = tokens[first]
        bare = noun.content and not (noun.entities or noun.mood or noun.signs or noun.dated or noun.value is not None)
        return tuple(one.folded for one in tokens[first : self._end(tokens, first)]), noun.folded if bare else None

    def _end(self, tokens: Sequence[Token], first: int) -> int:
        """Where an opening ends: where it is a time or place, behind two words besides that say something.

        "On Saturday the council | will ..." is none of "and on Saturday will ...".
        """
        if not (tokens[first].dated or tokens[first].folded in self._story.words.ties):
            return first + _ALIKE
        told = (at for at, one in enumerate(tokens) if at >= first and one.content and not one.dated)
        return next(islice((at + 1 for at in told if tokens[at].value is None), 1, None), len(tokens))

    def _is_own(self, number: int) -> bool:
        """Whether a sentence needs none before it to tell whom it is of."""
        return not self._story.words.omits_subjects and not self._story.sentences[number].leans

    def _follows(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a sentence stands right behind the one that a claim opens as."""
        before = self._story.sentences[number - 1] if number else None
        if before is None or len(before.tokens) <= _ALIKE:
            return False
        return self._opening(before.tokens)[0] == self._opening(tokens)[0]
