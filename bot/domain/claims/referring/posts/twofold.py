"""Descriptions that tell what somebody is and what they were: "a lecturer at Holm | and once a pupil of Reed"."""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, WAS
from bot.domain.claims.referring.nouns.holding import Holding, tells_less
from bot.domain.claims.referring.tenures.ahead import opens_row

_NEAR, _OPENING = 2, 3
_MIXED = frozenset({"mixed"})


class Twofold:
    """One article's descriptions."""

    def __init__(self, story: Story, holding: Holding) -> None:
        self._story, self._holding = story, holding

    def signs(
        self,
        told: Told,
        described: Sequence[int],
        role: Sequence[Token],
        whose: tuple[Token, int],
        matches: Callable[[Sequence[int]], bool],
    ) -> frozenset[str] | None:
        """Whether a description of an entity denies what a role says, or says that it is over; None where it is none.

        It is told of the half that `matches` the role; a role that has words of both halves and does not join them
        mixes them. `whose` are the role's word for what somebody is, and the entity.
        """
        if not matches(described):
            return None
        halves = self._halves(told, described)
        inside = next((half for half in halves if matches(half)), None if halves else described)
        if inside is None and not any(opens_row(token, self._story) for token in role):
            return _MIXED
        return self._holding.signs(told, described if inside is None else inside, *whose)

    def _halves(self, told: Told, described: Sequence[int]) -> Sequence[Sequence[int]]:
        """The two things that a description tells, of which the second is over, denied or less than a whole office.

        Both may be over where the first is: "the former mayor and head of the club".
        """
        tokens = told.tokens
        for place in range(1, len(described) - 1):
            if not opens_row(tokens[described[place]], self._story):
                continue
            ahead, behind = described[:place], described[place + 1 :]
            if any(tells_less(tokens[at]) for at in behind[:_NEAR]):
                return () if any(tells_less(tokens[at]) for at in ahead) else (ahead, behind)
            if any(IS in tokens[at].signs for at in ahead) and any(
                map(self._is_over, (tokens[at] for at in behind[:_OPENING]))
            ):
                return ahead, behind
        return ()

    def _is_over(self, token: Token) -> bool:
        """Whether a word opens what was so: "was", "been", "until"."""
        words = self._story.words
        return WAS in token.signs or token.folded in words.till or token.folded in words.been
