"""Makes players of a story that are one body into one: the same name twice, short forms, slips of the pen."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.domain.actors.players import Player
from bot.domain.actors.spots import Spot
from bot.domain.language import gazetteer, world
from bot.domain.language.languages import Language
from bot.domain.values.actor import GROUP, ORGANISATION, PERSON, Kind
from config.limits import SLIP_LETTERS, SLIP_MENTIONS

_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiouyäöüéèáíóúâîăаеиоуіїєяю]")


def fullest(spots: Sequence[Spot]) -> str:
    """The name that says most: no capitals where there is another form, several words rather than one."""
    forms = Counter([spot.form for spot in spots]) if spots[1:] else {spots[0].form: 1}
    return max(forms, key=lambda form: (not form.replace(".", "").isupper(), " " in form, forms[form]))


def absorb(host: Player, guest: Player) -> None:
    """Let a player have another's mentions and roles."""
    host.spots = sorted(host.spots + guest.spots, key=_start)
    host.entities += guest.entities
    host.roles += guest.roles
    host.gender = host.gender or guest.gender


def _start(spot: Spot) -> int:
    return spot.start


def without_doubles(players: list[Player]) -> list[Player]:
    """Players with the same name made one."""
    by_name: dict[str, Player] = {}
    for player in players:
        folded = world.fold(player.name)
        if folded in by_name:
            absorb(by_name[folded], player)
        else:
            by_name[folded] = player
    return list(by_name.values())


def without_bodies_twice(players: list[Player], code: str | None) -> list[Player]:
    """Players with the names of one body made one, which keeps the longest: "EU" and "European Union"."""
    hosts: dict[str, Player] = {}
    kept: list[Player] = []
    for player in players:
        body = gazetteer.body_of(player.name, code) if not player.gender else None
        if body is None or body not in hosts:
            kept.append(player)
            hosts |= {body: player} if body else {}
            continue
        host = hosts[body]
        host.name = max(host.name, player.name, key=lambda name: (not name.isupper(), len(name)))
        host.kind = ORGANISATION
        absorb(host, player)
    return kept


def give_back(things: list[Player], shown: list[Player]) -> None:
    """Let what is called after a body count as the body's mention: "Northern Lights Cup" after "Northern Lights"."""
    bodies = {player.name: player for player in shown if player.kind is ORGANISATION and " " in player.name}
    for thing in things:
        words = thing.name.split()
        for count in range(len(words) - 1, 1, -1):
            body = bodies.get(" ".join(words[:count]))
            if body is not None:
                absorb(body, thing)
                break


def without_plurals(players: list[Player], language: Language) -> list[Player]:
    """Players less families and kinds of others: "the Lees" beside Ann Lee, "PACs" beside a PAC."""
    surnames = {player.words()[-1] for player in players if player.kind is PERSON and " " in player.name}
    by_name = {player.name: player for player in players}
    kept: list[Player] = []
    for player in players:
        one = language.singular(player.name)
        if one == player.name or " " in one or player.country or player.kind is GROUP:
            kept.append(player)
        elif one.isupper() and one in by_name:
            absorb(by_name[one], player)
        elif one.lower() not in surnames or player.gender:
            kept.append(player)
    return kept


def without_slips(players: list[Player]) -> list[Player]:
    """People less those whose given name is another's with a vowel miswritten, once ("Martin" for "Marten Berg")."""
    by_shape: dict[str, Player] = {}
    shapes = [_shape(player) for player in players]
    for player, shape in zip(players, shapes, strict=True):
        if shape and (shape not in by_shape or len(player.spots) > len(by_shape[shape].spots)):
            by_shape[shape] = player
    kept: list[Player] = []
    for player, shape in zip(players, shapes, strict=True):
        host = by_shape.get(shape, player)
        alike = host is not player and not _differ(host, player)
        if alike and len(player.spots) == 1 and len(host.spots) >= SLIP_MENTIONS:
            absorb(host, player)
        else:
            kept.append(player)
    return kept


def without_misspelled(players: list[Player]) -> list[Player]:
    """People less a surname that stands once alone and is one other's but for a vowel or a doubled letter.

    News names people in full first: "Ms Bragnall" beside Ann Bregnal is nobody else.
    """
    hosts: dict[str, list[Player]] = defaultdict(list)
    for player in players:
        if player.kind is PERSON and " " in player.name:
            hosts[_skeleton(player.words()[-1])].append(player)
    kept: list[Player] = []
    for player in players:
        alone = player.kind is PERSON and " " not in player.name and len(player.spots) == 1
        found = hosts.get(_skeleton(player.words()[0]), []) if alone else []
        if len(found) == 1 and not _differ(found[0], player) and len(player.name) >= SLIP_LETTERS:
            absorb(found[0], player)
        else:
            kept.append(player)
    return kept


def _differ(one: Player, other: Player) -> bool:
    """Whether one is told to be a man and the other a woman: "Mr Lee" beside Ann Lee."""
    return {one.gender, other.gender} >= {"m", "f"}


def _skeleton(word: str) -> str:
    """A word's first letter and its consonants, doubled ones once."""
    return word[:1] + _DOUBLED.sub(r"\1", _VOWEL.sub("", word[1:]))


def _shape(player: Player) -> str:
    """A person's name with the vowels within its given name blanked; "" where there is none long enough."""
    given, _, rest = player.name.partition(" ")
    if player.kind is not PERSON or not rest or len(given) < SLIP_LETTERS:
        return ""
    return f"{given[0]}{_VOWEL.sub('*', given[1:-1])}{given[-1]} {rest}"


def without_shorts(players: list[Player], generic: frozenset[str], known: frozenset[str]) -> list[Player]:
    """Players whose name shortens one other's made one with it: a person's last words, a body's first.

    A single word that nobody knows may be a family name that stands first ("Kim"). `generic` are words that end bodies'
    names, `known` those that are bodies.
    """
    hosts = _by_shorter(players, generic)
    kept: list[Player] = []
    for player in players:
        name = " ".join(player.words())
        kinds = [player.kind]
        if player.kind is ORGANISATION and " " not in name and name not in known:
            kinds.append(PERSON)
        found = next((hosts[kind, name] for kind in kinds if (kind, name) in hosts), [])
        if len(found) == 1 and not _differ(found[0], player):
            absorb(found[0], player)
        else:
            kept.append(player)
    return kept


def _by_shorter(players: list[Player], generic: frozenset[str]) -> dict[tuple[Kind, str], list[Player]]:
    """People and bodies of several words by what may shorten their names."""
    hosts: dict[tuple[Kind, str], list[Player]] = defaultdict(list)
    for player in players:
        words = player.words()
        counts = range(1, len(words))
        if player.kind is PERSON:
            shorter = {words[0], *(" ".join(words[-count:]) for count in counts)} if len(words) > 1 else set()
        elif player.kind is ORGANISATION:
            shorter = {" ".join(words[:count]) for count in counts if generic.issuperset(words[count:])}
        else:
            shorter = set()
        for name in shorter:
            hosts[player.kind, name].append(player)
    return hosts
