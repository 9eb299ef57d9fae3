"""What somebody is who is called another's counterpart: "the mayor of Barga, X, and her counterpart in Torp, Y"."""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.tenures.owners import alike


class Counterparts:
    """One article's. `is_called` tells whether it calls an entity so, `described` where words describe one."""

    def __init__(
        self,
        story: Story,
        is_called: Callable[[int, str], bool],
        described: Callable[[Told, int], Sequence[Sequence[int]]],
    ) -> None:
        self._story, self._is_called, self._described = story, is_called, described
        self._words = story.words.special["counterparts"]

    def number(self, numbers: Sequence[int], entity: int, wanted: Sequence[Token], head: Token) -> int | None:
        """The number of the sentence that calls somebody the counterpart of who is what a role says, or None."""
        for number in numbers if self._words else ():
            told = self._story.sentences[number]
            if any(self._says(told, one, (entity, head), wanted) for one in self._described(told, entity) if one):
                return number
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _says(self, told: Told, described: Sequence[int], of: tuple[int, Token], wanted: Sequence[Token]) -> bool:
        """Whether words call somebody the counterpart in a place of another, who is what a role says.

        All else that the role says stands behind the word for a counterpart, a name among it. `of` is who is described
        and the word for what a role says they are.
        """
        tokens, (entity, head) = told.tokens, of
        place = next((at for at in described if tokens[at].folded in self._words), None)
        rest = [token for token in wanted if token is not head]
        if place is None or not any(token.text[0].isupper() for token in rest):
            return False
        behind = [tokens[at] for at in described if at > place]
        if not all(any(alike(token, other) for other in behind) for token in rest):
            return False
        before = (token.entities for token in reversed(tokens[: described[0]]))
        people = (one for entities in before for one in entities if self._story.is_person(one))
        other = next(people, None)
        return other is not None and other != entity and self._is_called(other, head.text)
