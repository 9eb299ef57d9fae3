"""What somebody was at the time of which an article tells: "then curator of the museum", "the mayor at the time"."""

from collections.abc import Container, Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, NEUTRAL, WAS, folded

_FINITE = frozenset({"past", "future", "conditional"})
_HYPHEN = "-"


class Thens:
    """One article's. A word alone, as "then", tells that beside what somebody is; a phrase does so behind it too."""

    def __init__(self, story: Story, relatives: Container[str]) -> None:
        language, words = story.reading.language, story.words
        self._story, self._relatives, self._is_role = story, relatives, language.is_role
        phrases = [phrase.split(_HYPHEN) for phrase in sorted(words.special["at_that_time"])]
        self._openings = {phrase[0]: [one for one in phrases if one[0] == phrase[0]] for phrase in phrases}
        self._hyphened = tuple(f"{phrase[0]}{_HYPHEN}" for phrase in phrases if len(phrase) == 1)
        self._joins = frozenset(map(folded, language.coordinators))
        self._been = words.been | words.special["office_verbs"]

    def tells(self, tokens: Sequence[Token], described: Sequence[int], at: int, *, follows: bool) -> bool:
        """Whether words tell that somebody was then what the word at a place of theirs says they are.

        `follows` is whether they stand behind the name, or alone.
        """
        if tokens[at].folded.startswith(self._hyphened or "\0"):
            return True  # "The then-mayor".
        if self._openings.keys().isdisjoint([token.folded for token in tokens]):
            return False
        clause = tokens[at].clause
        inside = [place for place in described if tokens[place].clause == clause and place <= at]
        inside.extend(place for place in range(at + 1, len(tokens)) if tokens[place].clause == clause)
        for first, last in self._found(tokens, inside):
            if last < at and self._opens(tokens, inside, (first, last, at), follows=follows):
                return True
            if first > at and self._closes(tokens, inside, (first, last, at)):
                return True
        return False

    def _found(self, tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The first and the last place of each word or phrase for that time."""
        for at in inside:
            for phrase in self._openings.get(tokens[at].folded, ()):
                last = at + len(phrase) - 1
                if last <= inside[-1] and [token.folded for token in tokens[at : last + 1]] == phrase:
                    yield at, last

    def _opens(
        self, tokens: Sequence[Token], inside: Sequence[int], places: tuple[int, int, int], *, follows: bool
    ) -> bool:
        """Whether a word for that time belongs to a word for what somebody is behind it, and to no deed."""
        first, last, at = places
        if any(self._parts(token) for token in tokens[last + 1 : at]):
            return False
        ahead = [place for place in inside if place < first]
        if all(self._leads(tokens[place]) for place in ahead) and (ahead or follows):
            return follows or tokens[last + 1].folded not in self._story.leading
        if not ahead:  # "Then mayor of Selby, | Ann Holm", not "Then the mayor Ann Holm left".
            named = any(map(self._is_person, tokens[at + 1 : inside[-1] + 1]))
            return not named and last + 1 == at
        return self._leads(tokens[first - 1]) and last + 1 == at  # "Signed by the then mayor".

    def _closes(self, tokens: Sequence[Token], inside: Sequence[int], places: tuple[int, int, int]) -> bool:
        """Whether a word for that time ends what somebody is said to be."""
        first, last, at = places
        for token in tokens[at + 1 : first]:
            if self._parts(token) or self._is_person(token) or token.folded in self._relatives:
                return False
        if last > first:
            return True
        ends = last == inside[-1] or tokens[last + 1].folded in self._joins
        return ends and tokens[first - 1].folded not in self._joins

    def _is_person(self, token: Token) -> bool:
        return token.text[:1].isupper() and any(map(self._story.is_person, token.entities))

    def _leads(self, token: Token) -> bool:
        """Whether a word only opens what tells who somebody is: an article, "his", "who was"."""
        if token.folded in self._story.leading or self._story.is_possessive(token):
            return True
        return token.folded in self._relatives or WAS in token.signs or token.folded in self._been

    def _parts(self, token: Token) -> bool:
        """Whether a word is a verb of a deed, or tells what is so now."""
        if NEUTRAL in token.signs or IS in token.signs:
            return True
        deed = token.mood in _FINITE and token.content and WAS not in token.signs
        return deed and not self._is_role(token.text.lower())
