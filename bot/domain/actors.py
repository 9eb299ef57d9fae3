"""Ranks an article's actors by their part in the story and gives each its kind, aliases and role.

The part in the story is counted from where a body is named: how often, how early, in the headline, as the subject of a
verb, as a speaker. `cast` says who is on stage at all, `roles` what each does there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from bot.domain import gazetteer, languages
from bot.domain.cast import Player, cast
from bot.domain.model import Article, DraftActor, Kind
from bot.domain.names import Entity
from bot.domain.quotes import FoundQuote
from bot.domain.roles import role_of
from config.limits import (
    ACTOR_ACTS,
    ACTOR_LEAD,
    ACTOR_LEAD_CHARACTERS,
    ACTOR_MENTIONS,
    ACTOR_SCENE,
    ACTOR_SPEAKS,
    ACTOR_TITLE,
    ACTORS,
)


@dataclass(frozen=True, slots=True)
class RankedActor:
    """An actor with the indices of the entities that it was made from and its worth for the story."""

    actor: DraftActor
    entities: tuple[int, ...]
    worth: float


def find_actors(article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote]) -> tuple[DraftActor, ...]:
    """The article's actors, the most important first; `mentions` counts every form of the name in the text.

    `entities` and `quotes` are those that were found in the same article. Linear in the text's length.
    """
    return tuple(ranked.actor for ranked in rank_actors(article, entities, quotes))


def rank_actors(article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote]) -> tuple[RankedActor, ...]:
    """As `find_actors`, each actor with its worth and the entities behind it."""
    players = cast(article, entities)
    spoken = {quote.entity: 0 for quote in quotes if quote.entity is not None}
    for quote in quotes:
        if quote.entity is not None:
            spoken[quote.entity] += 1
    most = max((len(player.places) for player in players), default=1)
    worths = [_worth(player, article, sum(spoken.get(i, 0) for i in player.entities), most) for player in players]
    order = sorted(range(len(players)), key=lambda i: (-worths[i], players[i].places[0].start))[:ACTORS]
    return tuple(_ranked(players[i], article, worths[i]) for i in order)


def _ranked(player: Player, article: Article, worth: float) -> RankedActor:
    forms = player.forms()
    aliases = tuple(form for form in forms if form != player.name)
    role = role_of(player, article)
    actor = DraftActor(player.name, player.kind, role, aliases, len(player.places))
    return RankedActor(actor, tuple(player.entities), worth)


def _worth(player: Player, article: Article, speeches: int, most: int) -> float:
    """The player's part in the story."""
    mentions = len(player.places)
    acts = sum(place.verb >= 0 for place in player.places)
    first = player.places[0].start
    worth = ACTOR_MENTIONS * log1p(mentions) / log1p(most)
    worth += ACTOR_LEAD * max(0.0, 1 - first / ACTOR_LEAD_CHARACTERS)
    worth += ACTOR_ACTS * log1p(acts) / log1p(most)
    worth += ACTOR_SPEAKS * min(1.0, speeches / 2)
    if article.title and _in_title(player, article):
        worth += ACTOR_TITLE
    if player.kind is Kind.PLACE and not acts and player.country is None:
        worth *= ACTOR_SCENE
    return worth


def _in_title(player: Player, article: Article) -> bool:
    """Whether the headline names the actor by any of its names, or a country by its people."""
    title = article.title or ""
    if any(form in title for form in player.forms()):
        return True
    if player.country is None:
        return False
    code = languages.of(article.language).code or None
    return any(gazetteer.demonym(word.strip(",.:;'’\"-"), code) == player.country for word in title.split())
