"""Nouns that stand for a narrower one told before: "the vehicle" for "the bus", "die Halle" for "die Turnhalle".

A noun with an article is said for the one noun of the sentences before that it may be said for.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded

# How many sentences back the narrower noun may stand, how few letters a compound's last part may have, and how many
# words may stand between a noun and the number before it.
_BACK, _PART_LETTERS, _BETWEEN = 3, 4, 2


class Narrower:
    """One article's nouns that may be said for narrower ones."""

    def __init__(self, story: Story) -> None:
        self._story = story
        language = story.reading.language
        self._compounds = language.nouns_capitalised
        self._postposed = language.postposed and bool(story.leading)
        self._verb_ends = language.verb_endings or ("\0",)
        self._definite = frozenset(map(folded, language.definite))
        self._definite |= (frozenset(map(folded, language.genitives)) | story.words.fused) if self._definite else set()

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """Where a broader noun stands, a claim's words for what it is said for, and the sentence that has those."""
        wanted = [token for token in missing if _is_plain(token) and not token.signs]
        wanted = [token for token in wanted if self._compounds or token.narrow]
        tokens = aligned.told.tokens
        for at in range(len(tokens)) if wanted else ():
            if at in aligned.matched or not self._is_known(tokens, at, aligned.matched):
                continue
            for token in wanted:
                number = self._told_before(aligned.told, tokens[at], token) if self.covers(tokens[at], token) else None
                if number is not None:
                    yield at, [token, *self._named(missing, token, number)], number

    def _named(self, missing: Sequence[Token], noun: Token, number: int) -> list[Token]:
        """The name right behind a claim's noun that a sentence has right behind it too: "the farm Boa Esperança"."""
        behind = [one for one in missing if one.start > noun.start]
        names = list(takewhile(lambda one: one.text[0].isupper(), () if self._compounds else behind))
        told = self._story.sentences[number]
        for at in {at for key in noun.keys for at in told.places.get(key, ())} if names else ():
            said = told.tokens[at + 1 : at + 1 + len(names)]
            if [one.folded for one in said] == [one.folded for one in names]:
                return names
        return []

    def is_said_for_other(self, told: Told, broader: Token, named: Sequence[Token]) -> bool:
        """Whether a noun may be said for one of the sentences before, and for none of what it is taken to name."""
        if any(self.covers(broader, token) for token in named):
            return self._told_before(told, broader, named[0]) is None
        before = self._story.sentences[max(0, told.number - _BACK) : told.number]
        return bool(broader.broad) and any(self.covers(broader, one) for other in before for one in other.tokens)

    # Complexity: each question is a word of the shape.
    def _is_known(self, tokens: Sequence[Token], at: int, taken: Collection[int]) -> bool:
        """Whether a word is a noun with an article, and nothing behind it tells of what it is."""
        noun, behind = tokens[at], tokens[at + 1 : at + 2]
        if not noun.content or noun.value is not None or noun.dated:
            return False
        if not (self._is_definite(noun) or self._is_counted(tokens, at, taken)):
            return False
        of = self._story.of_words - self._story.words.perfects  # "Aparatul a costat": "a" is a verb there.
        own = any(one.folded in of or one.entities for one in behind if one.clause == noun.clause)
        described = self._postposed and at + 1 not in taken and any(self._describes(one, noun) for one in behind)
        if own or described or any(map(self._story.is_person, noun.entities)):
            return False
        return noun.text[0].isupper() if self._compounds else not noun.entities

    def _describes(self, token: Token, noun: Token) -> bool:
        """Whether a word behind a noun may tell which one that is, and is no verb by its end: "l'azienda olandese"."""
        plain = token.content and token.clause == noun.clause and _is_plain(token)
        return plain and not token.mood and not token.signs and not token.text.lower().endswith(self._verb_ends)

    def _is_definite(self, noun: Token) -> bool:
        """Whether a noun is told as known: by its article or its ending, in a language that has them."""
        endings = self._story.words.definite_endings
        if endings and noun.plain.endswith(endings):
            return True
        return not self._definite or noun.before in self._definite

    def _is_counted(self, tokens: Sequence[Token], at: int, taken: Collection[int]) -> bool:
        """Whether a claim has all that stands between a noun and an article or a number of them: "of 48 tame bears"."""
        for place in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
            one = tokens[place]
            if one.clause != tokens[at].clause or place not in taken:
                return False
            if one.before in self._definite:
                return True
            if one.value is not None:
                return one.before in self._story.words.partitives | self._story.of_words
        return False

    def covers(self, broader: Token, narrower: Token) -> bool:
        """Whether a noun may be said for a narrower one: by the words of the language, or as a compound's last part."""
        if broader.broad & narrower.narrow:
            return True
        if self._compounds and broader.broad and not narrower.narrow and broader.broad & self._last_groups(narrower):
            return True
        if not self._compounds or len(broader.plain) < _PART_LETTERS or not narrower.text[0].isupper():
            return False
        pairs = ((narrower.plain, broader.plain), (narrower.stem, broader.stem))
        return any(whole.removesuffix(last) not in {"", whole} for whole, last in pairs if len(last) >= _PART_LETTERS)

    def _ends_in(self, whole: Token, part: Token) -> bool:
        """Whether a noun is a compound of another: "Wasserstoffbusse", "Busse"."""
        return self._compounds and len(part.stem) >= _PART_LETTERS and whole.stem.endswith(part.stem)

    def _last_groups(self, noun: Token) -> frozenset[str]:
        """The groups of narrower words of which the last part of a compound is one: "Feuersalamander"."""
        ends = (noun.stem[first:] for first in range(1, len(noun.stem) - _PART_LETTERS + 1))
        known = self._story.words.narrower
        return next((known[end] for end in ends if end in known), frozenset())

    def _told_before(self, told: Told, broader: Token, narrower: Token) -> int | None:
        """The sentence before one that has the narrower noun; None where none has, or one has another such noun."""
        found = None
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            fitting = [one for one in self._story.sentences[number].tokens if one.content and self.covers(broader, one)]
            if any(one.keys.isdisjoint(narrower.keys) and not self._ends_in(one, narrower) for one in fitting):
                return None
            found = number if fitting and found is None else found
        return found


def _is_plain(token: Token) -> bool:
    return not token.entities and token.value is None and not token.dated
