"""Who gave up an office or lost it: nobody is the mayor of whom the article says last that the mayor resigned."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import AFTER, CAUSE, COND, NOT, PASSIVE
from bot.domain.claims.rules.grammar import governs

_MENTIONS = 12
_NOT_DONE = frozenset({"future", "conditional"})


class Leaving:
    """One article's offices that were given up or lost."""

    def __init__(self, story: Story) -> None:
        self._story = story
        words, special = story.words, story.words.special
        self._words = words
        self._resigned = special["resigned"] | special["resigned_apart"]
        self._apart, self._ends = special["resigned_apart"], special["resigned_ends"]
        self._leaving = self._resigned | special["dismissed"]
        self._is_role = story.reading.language.is_role

    def left(self, tokens: Sequence[Token], entity: int, head: Token) -> bool:
        """Whether a sentence says that somebody left the office that a word is for, and none calls them so later.

        `tokens` are the words of a claim, which may tell itself that they left it.
        """
        left = False
        if [1 for token in tokens if token.folded in self._leaving]:
            return left
        for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
            told = self._story.sentences[number]
            if self._tells(told, entity, head):
                left = True
            elif [1 for key in head.keys if key in told.places]:
                left = False
        return left

    def _tells(self, told: Told, entity: int, head: Token) -> bool:
        """Whether a sentence says that somebody left an office."""
        places = [at for at, token in enumerate(told.tokens) if token.folded in self._leaving]
        return any(self._is_done(told, at) and self._is_theirs(told, at, entity, head) for at in places)

    def _is_done(self, told: Told, at: int) -> bool:
        """Whether a verb tells what has been done: it is neither denied nor wished nor planned nor quoted."""
        deed = told.tokens[at]
        inside = [one for one in told.tokens if one.clause == deed.clause]
        if told.quoted[at] is not None or deed.mood in _NOT_DONE or deed.before in self._words.infinitive_marks:
            return False
        if any(map(_leaves_open, [one for one in inside if one is not deed])):
            return False
        if told.clauses.openers[deed.clause] in self._words.complements:
            return False
        return deed.folded not in self._apart or any(one.folded in self._ends for one in inside)

    def _is_theirs(self, told: Told, at: int, entity: int, head: Token) -> bool:
        """Whether a verb tells that somebody left their own office, or that others took it from them."""
        tokens, deed = told.tokens, told.tokens[at]
        place = min(told.named.get(entity, ()), key=lambda one: abs(one - at), default=None)
        if place is None or abs(tokens[place].clause - deed.clause) > 1:
            return False
        opening = told.clauses.openers[max(deed.clause, tokens[place].clause)]
        first, last = sorted((place, at))
        between = tokens[first + 1 : last]
        if opening in self._words.whose or any(one.entities and entity not in one.entities for one in between):
            return False
        if self._is_tied(told, place, head):
            return False
        if deed.folded in self._resigned:
            return self._is_free(tokens, at, head)
        return at < place or self._words.free_order or self._is_passive(tokens, deed.clause)

    def _is_tied(self, told: Told, place: int, head: Token) -> bool:
        """Whether a preposition stands before somebody or what they are called: "according to the mayor, X"."""
        tokens = told.tokens
        heads = [at for key in head.keys for at in told.places.get(key, ()) if at <= place < at + _MENTIONS]
        ties = [self._story.tie_before(tokens, self._first_of(tokens, at)) for at in (place, *heads)]
        return any(tie and tie not in self._words.objects for tie in ties)

    @staticmethod
    def _first_of(tokens: Sequence[Token], at: int) -> int:
        """Where the words that say something right before a place begin."""
        while at > 0 and tokens[at - 1].clause == tokens[at].clause and tokens[at - 1].content:
            at -= 1
        return at

    def _is_passive(self, tokens: Sequence[Token], clause: int) -> bool:
        """Whether something is done to who stands first in a clause."""
        inside = [one for one in tokens if one.clause == clause]
        helping = [one for one in inside if PASSIVE in one.signs and one.folded not in self._words.perfects]
        return bool(helping) or any(one.folded in self._words.been for one in inside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_free(self, tokens: Sequence[Token], at: int, head: Token) -> bool:
        """Whether nothing behind a verb tells what else is given up: who "resigned as treasurer" is the mayor still."""
        behind = [one for one in tokens[at + 1 :] if one.clause == tokens[at].clause and one.folded not in self._ends]
        roles = [one for one in behind if not one.entities and self._is_role(one.text.lower())]
        if roles:
            return any(one.keys & head.keys for one in roles)
        said = next((one for one in behind if one.content), None)
        if said is None or said.dated or said.entities or said.value is not None:
            return True
        return behind[0].signs & {CAUSE, AFTER} != set() or behind[0].folded in self._words.special["resigned_over"]


def _leaves_open(token: Token) -> bool:
    """Whether a word denies what its clause tells, or makes it less than a fact."""
    return bool(token.signs & {NOT, COND}) or governs(token)
