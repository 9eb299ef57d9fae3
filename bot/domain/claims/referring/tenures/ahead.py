"""The words of the clause before a name that tell who its bearer is: "The mayor of Selby, | Ann Holm"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring import former
from bot.domain.claims.referring.nouns import offices_of

_MOST = 8
_FINITE = {"past", "future", "conditional"}


def ahead(tokens: Sequence[Token], clause: int, entity: int, story: Story) -> list[int]:
    """The last words of a clause, the one before a name's, behind any other person."""
    inside = [at for at, token in enumerate(tokens) if token.clause == clause]
    inside = inside[former.opens(tokens, inside, len(inside) - _MOST) :]
    if clause and is_other(tokens[inside[0] - 1], entity, story):
        return inside if opens_another(tokens, inside, story) else _last_role(tokens, inside, story)
    owner = tokens[inside[-1]].folded in story.words.objective  # "Președintele lui, X".
    others = [at for at in (inside[:-1] if owner else inside) if is_other(tokens[at], entity, story)]
    if others and others[-1] == inside[-1] and offices_of.owns_ahead(tokens, inside, story):
        return inside
    return [at for at in inside if not others or at > others[-1]]


def is_other(token: Token, entity: int, story: Story) -> bool:
    """Whether a word names another person."""
    return bool([1 for other in token.entities if other != entity and story.is_person(other)])


def opens_another(tokens: Sequence[Token], places: Sequence[int], story: Story) -> bool:
    """Whether words behind somebody's name tell who the next one is: "X, and the director of the library, Y"."""
    words = [tokens[at].folded for at in places[:2]]
    return len(words) > 1 and opens_row(tokens[places[0]], story) and words[1] in story.leading


def opens_row(token: Token, story: Story) -> bool:
    """Whether a word joins what stands behind it to what stands before it: "and"."""
    return token.folded in map(folded, story.reading.language.coordinators)


def _last_role(tokens: Sequence[Token], inside: list[int], story: Story) -> list[int]:
    """The words of an apposition to another's name from its second role on: "X, grandson of the founder, Y"."""
    is_role = story.reading.language.is_role
    roles = [at for at in inside if is_role(tokens[at].text.lower())]
    if any(tokens[at].mood in _FINITE for at in inside):
        return inside  # "As X says, it was signed by the mayor, Y".
    return [at for at in inside if at >= roles[-1]] if len(roles) > 1 else []
