"""An actor: who acts or speaks in a story."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


PERSON, ORGANISATION, PLACE, GROUP, OTHER = Kind
"""The kinds by themselves, as Python 3.11 takes eight times as long to look up a member of an enumeration."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or other body whose name stands in the article."""

    name: str
    kind: Kind
    role: str
    mentions: int
    aliases: tuple[str, ...] = ()
