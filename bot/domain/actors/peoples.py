"""Bodies that a country's adjective and a common noun name together: "the Afghan team", "the Israeli army"."""

from collections import defaultdict
from collections.abc import Iterator

from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns
from bot.domain.actors.spots import Spot, Spotter
from bot.domain.values.actor import Kind
from config.limits import PEOPLES_BODY_MENTIONS


def bodies_of(people: Player, spotter: Spotter, signs: ActorSigns) -> Iterator[Player]:
    """The bodies of a people whose adjective the player is: those that the text names again and that do something."""
    by_noun: dict[str, list[Spot]] = defaultdict(list)
    for spot in people.spots:
        noun, end = spotter.following(spot.end)
        if noun in signs.peoples_bodies:
            by_noun[noun].append(spotter.spot(spot.start, end))
    for spots in by_noun.values():
        body = Player(spots[0].form, Kind.ORGANISATION, spots, people.entities)
        if len(spots) >= PEOPLES_BODY_MENTIONS and (body.acts() or len(spots) > PEOPLES_BODY_MENTIONS):
            yield body
