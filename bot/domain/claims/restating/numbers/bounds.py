"""Which words before a number only tell that it is more or less: "less than", "mehr als", "más de"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import ALMOST, CEILING, FLOOR, LESS, MORE, THAN

_BOUNDING = {MORE, LESS, FLOOR, CEILING, THAN}
# How many words stand between the first of them and the number.
_NEAR = 4


def bound_words(tokens: Sequence[Token], at: int, story: Story) -> set[int]:
    """The places of the words before a number that bound it, with what says no more between; "nearly" among them."""
    own = story.words.signs
    near = range(max(0, at - _NEAR), at)
    found = {place for place in near if (tokens[place].signs | own.get(tokens[place].folded, set())) & _BOUNDING}
    found |= {place for place in near if ALMOST in tokens[place].signs}
    between = range(min(found, default=at), at)
    kept = story.words.ties - story.of_words  # "Менш ніж до року".
    return found | {place for place in between if not tokens[place].content and tokens[place].folded not in kept}
