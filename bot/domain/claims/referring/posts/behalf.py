"""On whose behalf somebody acts, whose representative they are: "On behalf of the parents, Ann Holm handed it over"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.tenures.owners import alike

_MENTIONS = 12
_FINITE = {"past", "future", "conditional"}


class ActingFor:
    """One article's."""

    def __init__(self, story: Story) -> None:
        self._story = story
        special = story.words.special
        self._nouns = special["representing"] - special["office_verbs"]
        self._phrases = [phrase.split("-") for phrase in sorted(special["in_name"])]
        language = story.reading.language
        self._relatives = frozenset(map(folded, language.relatives))
        self._relatives -= story.leading if language.nouns_capitalised else frozenset()
        self._of = story.of_words | story.words.partitives | frozenset(map(folded, story.reading.language.genitives))

    def proof(self, entity: int, role: str) -> int | None:
        """The number of a sentence in which somebody acts on behalf of whom a role says they represent."""
        said = [token for token in self._story.said(role).tokens if token.content]
        if len(said) <= 1 or said[0].folded not in self._nouns:
            return None
        for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
            told = self._story.sentences[number]
            for owner in self._owners(told, entity):
                if all(any(alike(token, other) for other in owner) for token in said[1:]):
                    return number
        return None

    def _owners(self, told: Told, entity: int) -> Iterator[Sequence[Token]]:
        """The words for whom a sentence says that somebody acts for, who is its first person but for these."""
        tokens = told.tokens
        for phrase in self._phrases:
            for at in range(len(tokens) - len(phrase)):
                end = at + len(phrase)
                if [token.folded for token in tokens[at:end]] != phrase:
                    continue
                owner = self._owner(tokens, end)
                if owner and self._acts(told, at, end + len(owner), entity):
                    yield owner

    def _owner(self, tokens: Sequence[Token], first: int) -> Sequence[Token]:
        found = list[Token]()
        for token in tokens[first:]:
            small = token.folded in self._story.words.ties - self._story.leading and token.folded not in self._of
            name = any(map(self._story.is_person, token.entities)) and any(one.content for one in found)
            parts = name or token.mood in _FINITE or token.folded in self._story.words.perfects
            if token.clause != tokens[first].clause or (parts and token.folded not in self._of) or small:
                break
            found.append(token)
        return found

    def _acts(self, told: Told, first: int, last: int, entity: int) -> bool:
        """Whether somebody is the first whom a sentence names, outside the words for on whose behalf."""
        outside = [at for at in range(len(told.tokens)) if not first <= at < last]
        people = (at for at in outside if any(map(self._story.is_person, told.tokens[at].entities)))
        place = next(people, None)
        if place is None or entity not in told.tokens[place].entities:
            return False
        between = told.tokens[min(place, first) : max(place, first)]
        if any(token.folded in self._relatives for token in between):
            return False  # "He got a letter | that she had written on behalf of the parents".
        return not told.quoted[place] and not self._story.tie_before(told.tokens, place)
