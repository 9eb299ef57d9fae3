"""A body of the story, as it is gathered from the names of the text.

A country's adjective and a common noun name one together: "the Afghan team", "the Israeli army".
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain.actors.signs import ActorSigns
from bot.domain.actors.spots import Spot, Spotter
from bot.domain.values.actor import ORGANISATION, Kind
from config.limits import PEOPLES_BODY_MENTIONS


@dataclass(slots=True)
class Player:
    """One body of the story: its names, what it is, where it stands, which entities it comes from.

    `country` is the code of the state it is, `roles` are offsets of what the text calls it.
    """

    name: str
    kind: Kind
    spots: list[Spot]
    entities: list[int]
    gender: str = ""
    country: str | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)

    def words(self) -> tuple[str, ...]:
        """The words of its name in lower case."""
        return _words_of(self.name)

    def acts(self) -> int:
        """How often it is the subject of a verb."""
        return sum([spot.verb >= 0 for spot in self.spots])

    def speaks(self, speakers: AbstractSet[int | None]) -> bool:
        """Whether one of its entities is among these."""
        return any(entity in speakers for entity in self.entities)

    def located(self) -> int:
        """How often something happens in it."""
        return sum([spot.located for spot in self.spots])


def bodies_of(people: Player, spotter: Spotter, signs: ActorSigns) -> Iterator[Player]:
    """The bodies of a people whose adjective the player is: those that the text names again and that do something."""
    by_noun: dict[str, list[Spot]] = defaultdict(list)
    for spot in people.spots:
        noun, end = spotter.following(spot.end)
        if noun in signs.peoples_bodies:
            by_noun[noun].append(spotter.spot(spot.start, end))
    for spots in by_noun.values():
        body = Player(spots[0].form, ORGANISATION, spots, people.entities)
        if len(spots) >= PEOPLES_BODY_MENTIONS and (body.acts() or len(spots) > PEOPLES_BODY_MENTIONS):
            yield body


# Names whose words are kept: each of an article's is asked for some ten times.
@lru_cache(maxsize=256)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word.lower().rstrip(".") for word in name.split())
