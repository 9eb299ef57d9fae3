"""How the people of an article are introduced: where each is first named, and whether as a stranger or as known."""

from collections.abc import Iterable

from bot.domain.names.grouping import Mention
from bot.domain.names.names import Entity
from bot.domain.values.actor import Kind

_FAR_ROLE = 100  # A role so many characters behind a name's first mention is told beside another.


def first_mentions(
    text: str, entities: Iterable[Entity], begin: int
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Where people with a full name are first mentioned behind the captions that open a text, else in them; in order.

    By that name, by it with no role, and by a surname as who is known.
    """
    named = [one for one in entities if one.kind is Kind.PERSON and " " in one.name]
    people = [(one, _first(one, begin) if begin else one.mentions[0]) for one in named]
    whole = [(one, at) for one, at in people if at.end - at.start >= len(one.name)]
    strange = [at.start for one, at in whole if not one.roles or one.roles[0].start > at.start + _FAR_ROLE]
    known = [at.start for one, at in people if one.name.endswith(" " + text[at.start : at.end])]
    return sorted([(at.start, at.end) for _, at in whole]), sorted(strange), sorted(known)


def _first(entity: Entity, begin: int) -> Mention:
    """Where somebody is first mentioned behind a place, else at all."""
    return next((one for one in entity.mentions if one.start >= begin), entity.mentions[0])
