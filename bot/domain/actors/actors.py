"""Ranks an article's actors by their part in the story and gives each its kind, aliases and role.

The part in the story is counted from where a body is named: how often, how early, in the headline, as the subject of a
verb, as a speaker. `cast` says who is on stage at all, `roles` what each does there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from bot.domain.actors.cast import cast
from bot.domain.actors.players import Player
from bot.domain.actors.roles import Roles
from bot.domain.actors.signs import row_joints, signs_of
from bot.domain.language import languages
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.actor import PERSON, PLACE
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftActor
from config.limits import (
    ACTOR_ACTS,
    ACTOR_LEAD,
    ACTOR_LEAD_CHARACTERS,
    ACTOR_LISTED,
    ACTOR_MEDIUM,
    ACTOR_MENTIONS,
    ACTOR_NAMED,
    ACTOR_NAMED_CHARACTERS,
    ACTOR_PERSON,
    ACTOR_QUOTED,
    ACTOR_ROW,
    ACTOR_SHORT_CHARACTERS,
    ACTOR_SPEAKS,
    ACTOR_TITLE,
    ACTOR_WHOSE,
    ACTORS,
)


@dataclass(frozen=True, slots=True)
class RankedActor:
    """An actor with the indices of the entities that it was made from."""

    actor: DraftActor
    entities: tuple[int, ...]


def rank_actors(article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote]) -> tuple[RankedActor, ...]:
    """The article's actors, the most important first; `mentions` counts every form of the name in the text.

    `entities` and `quotes` are those that were found in the same article. Linear in the text's length.
    """
    players = cast(article, entities, quotes)
    roles = Roles(article, quotes)
    speeches = Counter(quote.entity for quote in quotes if quote.entity is not None)
    most = max((len(player.spots) for player in players), default=1)
    listed = _listed(players, article)
    worths = [
        _worth(player, article, sum([speeches[i] for i in player.entities]), most)
        * (ACTOR_LISTED if number in listed else 1.0)
        for number, player in enumerate(players)
    ]
    short = len(article.text) <= ACTOR_SHORT_CHARACTERS
    speak = [
        sum([speeches[i] for i in player.entities]) >= ACTOR_QUOTED or (short and _is_voice(player, speeches))
        for player in players
    ]
    worths = _behind_speakers(worths, players, speak, article)
    best = sorted(zip(worths, players, strict=True), key=_best_first)[:ACTORS]
    return tuple(RankedActor(_drafted(player, roles), tuple(player.entities)) for _, player in best)


def _behind_speakers(
    worths: Sequence[float], players: Sequence[Player], speak: Sequence[bool], article: Article
) -> list[float]:
    """The players' worths, places that the text merely names no better than whoever it quotes more than once."""
    least = min((worth for worth, speaks in zip(worths, speak, strict=True) if speaks), default=None)
    if least is None:
        return list(worths)
    merely_named = _is_scenery if len(article.text) <= ACTOR_SHORT_CHARACTERS else _is_merely_named
    return [
        min(worth, least * ACTOR_NAMED) if not speaks and merely_named(player, article) else worth
        for worth, player, speaks in zip(worths, players, speak, strict=True)
    ]


def _is_voice(player: Player, speeches: Counter[int]) -> bool:
    """Whether a short item tells of a person: by full name, or by surname if it speaks, acts or is called something."""
    if player.kind is not PERSON or " " in player.name:
        return player.kind is PERSON
    spoken = any(speeches[i] for i in player.entities)
    return player.name not in languages.given_names() and bool(player.acts() or player.roles or spoken)


def _is_scenery(player: Player, article: Article) -> bool:
    """Whether of a short item its people are told before the player.

    So they are before a place or body that does nothing, a body that comes late, and kin by a first name alone.
    """
    if _is_in_headline(player, article):
        return player.kind is PLACE and not player.acts()
    if player.kind is PERSON:
        return player.name in languages.given_names()
    return not player.acts() or player.spots[0].start > ACTOR_NAMED_CHARACTERS


def _is_merely_named(player: Player, article: Article) -> bool:
    """Whether a place does nothing in the story, and neither its headline nor its beginning names it."""
    if player.kind is not PLACE or player.acts() or player.spots[0].start < ACTOR_NAMED_CHARACTERS:
        return False
    return not _is_in_headline(player, article)


def _only_tells_whose(player: Player, article: Article) -> bool:
    """Whether a place is named in the genitive alone, where no word for "of" is needed: "суд | Озерної області"."""
    language = languages.of(article.language)
    if player.kind is not PLACE or not language.case_endings or player.acts():
        return False
    governed = any(spot.governed or spot.located for spot in player.spots)
    return not governed and not _is_in_headline(player, article)


def _best_first(ranked: tuple[float, Player]) -> tuple[float, int]:
    return -ranked[0], ranked[1].spots[0].start


def _drafted(player: Player, roles: Roles) -> DraftActor:
    aliases = tuple(dict.fromkeys(spot.form for spot in player.spots if spot.form != player.name))
    return DraftActor(player.name, player.kind, roles.role_of(player), aliases, len(player.spots))


def _worth(player: Player, article: Article, speeches: int, most: int) -> float:
    """The player's part in the story."""
    acts = player.acts()
    worth = ACTOR_MENTIONS * log1p(len(player.spots)) / log1p(most)
    worth += ACTOR_LEAD * max(0.0, 1 - player.spots[0].start / ACTOR_LEAD_CHARACTERS)
    worth += ACTOR_ACTS * log1p(acts) / log1p(most)
    worth += ACTOR_SPEAKS * min(1.0, speeches / 2)
    if _is_in_headline(player, article):
        worth += ACTOR_TITLE
    if player.kind is PERSON:
        worth *= ACTOR_PERSON
    if _only_tells_whose(player, article):
        worth *= ACTOR_WHOSE
    if not signs_of(article.language or "").media.isdisjoint(player.words()):
        worth *= ACTOR_MEDIUM
    return worth


def _listed(players: Sequence[Player], article: Article) -> set[int]:
    """The numbers of the players that the text names in rows of three and more alone ("Ohio, Iowa and Utah")."""
    joints = row_joints(languages.of(article.language).code)
    spots = sorted((spot.start, spot.end, number) for number, player in enumerate(players) for spot in player.spots)
    alone: set[int] = set()
    row: list[int] = []
    listed: set[int] = set()
    past = 0
    for start, end, number in spots:
        if row and article.text[past:start] not in joints:
            (listed if len(row) >= ACTOR_ROW else alone).update(row)
            row = []
        row.append(number)
        past = end
    (listed if len(row) >= ACTOR_ROW else alone).update(row)
    return listed - alone


def _is_in_headline(player: Player, article: Article) -> bool:
    title = article.title or ""
    return any(_stands_in(form, title) for form in {spot.form for spot in player.spots if spot.form in title})


def _stands_in(form: str, title: str) -> bool:
    """Whether a headline holds this name as words of its own: "Australia" does not stand in "Australian"."""
    at = title.find(form)
    return at >= 0 and not title[at + len(form) : at + len(form) + 1].isalpha()
