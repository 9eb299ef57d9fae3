"""Where somebody with a bare title works, told behind their name: "technician Ann Holm, of the chamber of farming,"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, ANNOUNCED, NEUTRAL, SOURCE, folded

# The most words that tell where, and of those how many up to the noun for a body.
_MOST, _NOUN = 10, 3
_TIMES = frozenset({"past", "future", "conditional"})
# Who leads something need not lead where they come from: "the minister Ann Holm, of the People's Party".
_KINDS = ("leading", "chairing", "directing", "governing")


class Affiliated:
    """One article's."""

    def __init__(self, story: Story) -> None:
        self._story, self._language = story, story.reading.language
        special = story.words.special
        self._ties = special["of_body"]
        self._leading = special["mayors"].union(*(special[kind] | special[f"{kind}_offices"] for kind in _KINDS))
        self._compounds = self._language.nouns_capitalised
        self._of = story.of_words | story.words.partitives | frozenset(map(folded, self._language.genitives))

    def described(self, tokens: Sequence[Token], before: Sequence[int], last: int) -> list[int]:
        """The places of a title before a name and of a body behind it, none where they do not tell of one post.

        The name's last word stands at `last`.
        """
        if last + 1 >= len(tokens) or not before or tokens[last + 1].folded not in self._ties:
            return []
        title = self._title(tokens, before)
        if title and tokens[last + 1].clause == tokens[last].clause and self._is_done_to(tokens, title[0]):
            return []  # "Expelled the lawyer Ann Holm from the club".
        body = self._body(tokens, last) if title else []
        return [*title, *body] if body else []

    def body(self, tokens: Sequence[Token], title: int, last: int) -> list[Token]:
        """The words behind a name's last word that tell of what body its bearer is, whose title stands at a place."""
        if last + 1 >= len(tokens) or tokens[last + 1].folded not in self._ties:
            return []
        done_to = tokens[last + 1].clause == tokens[last].clause and self._is_done_to(tokens, title)
        return [] if done_to else [tokens[at] for at in self._body(tokens, last)]

    def leads(self, title: Token) -> bool:
        """Whether a title is of who leads something, which need not be the body that they are of."""
        return not self._leading.isdisjoint({title.folded, title.stem})

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _title(self, tokens: Sequence[Token], before: Sequence[int]) -> list[int]:
        """The noun right before a name that tells what somebody is, with adjectives, and with nothing that owns it."""
        at = before[-1]
        noun = tokens[at]
        word = noun.text.lower()
        led = at == before[0] or tokens[at - 1].folded in self._story.leading
        kind = self._language.is_role(word) or ((self._compounds or led) and noun.content)
        if noun.entities or not kind or self.leads(noun):
            return []
        first = at
        while first - 1 in before and tokens[first - 1].content and not tokens[first - 1].entities:
            first -= 1
            if tokens[first].owner or self._language.is_role(tokens[first].text.lower()):
                return []  # "The museum's director Ann Holm".
        if not self._is_whole(tokens, before, first, at):
            first = at  # "Expelled | technician Ann Holm".
        outer = first - 1 - (first > 0 and tokens[first - 1].folded in self._story.leading)
        owner = outer > 0 and tokens[outer].folded in self._of and outer in before
        return [] if owner and self._language.is_role(tokens[outer - 1].text.lower()) else [*range(first, at + 1)]

    def _is_whole(self, tokens: Sequence[Token], before: Sequence[int], first: int, at: int) -> bool:
        """Whether words before a title are adjectives of its own: behind an article, or one at a clause's beginning."""
        led = first > 0 and tokens[first - 1].folded in self._story.leading and first - 1 in before
        alone = at - first == 1 and (not first or tokens[first - 1].clause < tokens[first].clause)
        return (led or alone) and not any(token.mood in _TIMES for token in tokens[first:at])

    def _is_done_to(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a clause tells of a deed before a title, which does not say whose word or whose deed it is."""
        for at in range(first - 1, -1, -1):
            token = tokens[at]
            if token.clause != tokens[first].clause or token.signs & {AGENT, SOURCE}:
                return False
            if token.content and not token.signs & {NEUTRAL, ANNOUNCED} and not token.dated:
                return True
        return False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _body(self, tokens: Sequence[Token], last: int) -> list[int]:
        """The places of the words behind a name that tell of a body: up to the comma, or to the noun phrase's end."""
        clause = tokens[last + 1].clause
        parted = clause > tokens[last].clause
        found, nouns = list[int](), list[Token]()
        for at in range(last + 1, min(len(tokens), last + 1 + _MOST)):
            token = tokens[at]
            if token.clause != clause or self._ends(tokens, at, nouns, parted=parted):
                break
            found.append(at)
            nouns.extend([token] if token.content else [])
        behind = found[-1] + 1 if found else len(tokens)
        if parted and behind < len(tokens) and tokens[behind].clause == clause:
            return []
        body = any(self._is_body(token) for token in nouns[:_NOUN])
        return found if body else []

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _ends(self, tokens: Sequence[Token], at: int, nouns: Sequence[Token], *, parted: bool) -> bool:
        """Whether a word is no more of those that tell of a body."""
        token, of = tokens[at], tokens[at].folded in self._of
        if any(map(self._story.is_person, token.entities)) and not self._is_body(token) and not nouns:
            return True
        if token.signs & {NEUTRAL, ANNOUNCED} or (token.mood in _TIMES and token.content) or token.dated:
            return True
        if token.folded in self._story.words.perfects - self._story.leading and not of:
            return True
        if not nouns or parted or of:
            return False
        before = tokens[at - 1]
        if not token.content:
            tied = token.folded in self._story.words.ties and self._compounds
            return not (tied or (token.folded in self._story.leading and before.folded in self._of))
        small = token.text[:1].islower() and not token.entities
        noun = before.text[:1].isupper() if self._compounds else bool(before.entities)
        return small and before.content and noun

    def _is_body(self, token: Token) -> bool:
        return token.stem in self._story.words.bodies or self._story.reading.is_body(token.text)
