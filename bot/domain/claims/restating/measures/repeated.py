"""Where words stand that both sides of a comparison have: "last winter", "the winter before"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token, Told

_Places = Sequence[int | None]


def told_apart(
    told: Told,
    said: tuple[Sequence[Token], Sequence[Token]],
    placed: tuple[_Places, _Places],
    parted: tuple[Sequence[int], int, int],
) -> tuple[_Places, _Places]:
    """The places of what a claim tells of and of what it compares with, each in its own part where it stands in both.

    `parted` are the parts of a sentence's words, and the numbers of the two that are compared.
    """
    parts, mine, other = parted
    own = {token.folded for token in said[0]}
    shared = [token.folded in own for token in said[1]]
    if not any(shared) or all(shared) or len(said[0]) != len(placed[0]):
        return placed  # Nothing tells which of the two "winter" is.
    first = _within(told, (said[0], placed[0]), parts, (other, mine))
    return first, _within(told, (said[1], placed[1]), parts, (mine, other))


def _within(told: Told, said: tuple[Sequence[Token], _Places], parts: Sequence[int], moved: tuple[int, int]) -> _Places:
    """The same places, but for words that another part has which stand in a part too."""
    found: list[int | None] = []
    out, part = moved
    for token, at in zip(*said, strict=True):
        same = (place for place, other in enumerate(told.tokens) if other.folded == token.folded)
        inside = [place for place in same if parts[place] == part]
        found.append(inside[0] if at is not None and parts[at] == out and inside else at)
    return found
