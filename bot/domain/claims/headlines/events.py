"""What a headline says people were hurt in, or what was damaged by: "Nine hurt in coach crash near Wexley".

The first sentence tells of it, maybe in other words: a coach overturned there.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import CAUSE, plain_word

# The fewest letters of a noun that may end another, and the fewest words before what something happened in.
_END, _FEWEST = 4, 2


class Events:
    """One article, asked for the accident or fire that a headline names behind a preposition."""

    def __init__(self, story: Story) -> None:
        self._story = story
        words = story.words
        self._ties = words.within | words.special["amid"]
        stems = {words.stem(plain_word(one)) for one in words.special["mishaps"]}
        self._stems = stems
        self._groups = frozenset[str]().union(*[words.broader.get(stem, frozenset()) for stem in stems])
        self._compounds = story.reading.language.nouns_capitalised

    def within(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
        """What a headline tells, and in what that happened."""
        for at, token in enumerate(tokens):
            if at < _FEWEST or token.folded not in self._ties:
                continue
            noun = next((one for one in tokens[at + 1 :] if one.content and one.value is None), None)
            if noun is not None and self._is_mishap(noun):
                yield text[: token.start].rstrip(" ,"), text[token.start + len(token.text) :]

    def _is_mishap(self, noun: Token) -> bool:
        if noun.entities or noun.dated:
            return False
        known = noun.stem in self._stems or not self._groups.isdisjoint(noun.narrow | noun.broad)
        return known or bool(self._ending(noun))

    def is_told(self, noun: Token) -> bool:
        """Whether the first sentence tells in other words of what a compound names: "Busunfall"."""
        end, tokens = self._ending(noun), self._story.sentences[0].tokens
        if not end or not any(self._is_of(one, end) for one in tokens):
            return False
        first = noun.plain.removesuffix(end)
        ways = (first, first[:-1])  # With the letter that joins it to the last part, or without.
        return len(first) < _END - 1 or any(
            way in one.plain for way in ways if len(way) >= _END - 1 for one in tokens if one.text[0].isupper()
        )

    def _is_of(self, token: Token, end: str) -> bool:
        groups = self._story.words.broader.get(self._story.words.stem(end), frozenset())
        return token.content and (not groups.isdisjoint(token.narrow) or token.plain.endswith(end))

    def _ending(self, noun: Token) -> str:
        """The word for an accident or a fire that a compound ends in, "" where it ends in none."""
        if not self._compounds or not noun.text[0].isupper():
            return ""
        ends = (noun.plain[at:] for at in range(1, len(noun.plain) - _END + 1))
        return next((end for end in ends if self._story.words.stem(end) in self._stems), "")

    def has_other(self, told: Told, taken: frozenset[int]) -> bool:
        """Whether a sentence tells in what it happened itself, or why, in words that the first sentence has not."""
        first = self._story.sentences[0]
        for at, token in enumerate(told.tokens):
            if CAUSE in token.signs:
                return True
            tied = self._story.tie_before(told.tokens, at) in self._ties and told.number
            if not tied or at in taken or not token.content or token.dated or token.value is not None:
                continue
            if not token.entities and token.keys.isdisjoint(first.places) and not self._is_mishap(token):
                return True
        return False
