"""People of whom nothing but the company they are in tells that they are people: kin by name, or those of a row."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.domain.actors.players import Player
from bot.domain.actors.signs import row_joints
from bot.domain.language import gazetteer
from bot.domain.language.languages import Language
from bot.domain.values.actor import OTHER, PERSON, PLACE

_UNTOLD = frozenset({OTHER, PLACE})
_PAIR = 2
_ROW = 3


def of_company(players: Sequence[Player], language: Language, common: AbstractSet[str]) -> list[Player]:
    """The players of two words whom nothing tells but people of the story: kin by name, or named in a row.

    "Ann Lee and her brother | Zerk Lee"; "Ann Lee, | Zerk Ostrel and Bo Ray". `common` are words that are no names.
    """
    untold = [one for one in players if one.kind in _UNTOLD and " " in one.name]
    unknown = [one for one in untold if _may_be_somebody(one, language, common)]
    if not unknown:
        return []
    people = [one for one in players if one.kind is PERSON and " " in one.name]
    surnames, rows = _surnames(people, language), _in_rows(unknown, people, language)
    return [one for one in unknown if one in rows or one.name.rpartition(" ")[2] in surnames]


def _surnames(people: Sequence[Player], language: Language) -> set[str]:
    """The last words of the people's names of whom a gender is told, none that is an office: "Mine Workers"."""
    surnames = {one.name.rpartition(" ")[2] for one in people if one.gender}
    return {name for name in surnames if not language.is_role(language.singular(name.lower()))}


def _may_be_somebody(player: Player, language: Language, common: AbstractSet[str]) -> bool:
    """Whether two words are on no list of places, lead no article and stand within a sentence, before no noun."""
    parts = player.name.split()
    if len(parts) != _PAIR or not (player.name.istitle() and "".join(parts).isalpha()):
        return False
    listed = player.country is not None or (player.kind is PLACE and _is_listed(player.name, language.code))
    if listed or not common.isdisjoint(player.words()):
        return False
    whole = [spot for spot in player.spots if spot.form == player.name]
    led = [spot for spot in whole if spot.article]
    return not led and not all(spot.initial or spot.attributive for spot in whole)


def _is_listed(name: str, code: str) -> bool:
    """Whether a name is a town's or a region's."""
    return gazetteer.is_city(name, code) or gazetteer.is_region(name, code)


def _stands_in_list(player: Player, text: str) -> bool:
    """Whether a comma parts a name from another with a capital behind it or before it."""
    spot = player.spots[0]
    behind = text.startswith(", ", spot.end) and text[spot.end + 2 : spot.end + 3].isupper()
    return behind or text.startswith(", ", spot.start - 2)


def _in_rows(players: Sequence[Player], people: Sequence[Player], language: Language) -> list[Player]:
    """Those of the players who stand in a row of three or more of whom the others are people by their full names."""
    text = players[0].spots[0].spotter.text
    unknown = [one for one in players if _stands_in_list(one, text)]
    if not unknown:
        return []
    known = [(spot.start, spot.end) for one in people for spot in one.spots if " " in spot.form]
    strange = [(one.spots[0].start, one.spots[0].end) for one in unknown]
    told: list[tuple[int, int]] = []
    for row in _rows(sorted(known + strange), text, row_joints(language.code)):
        told += row if len(row) >= _ROW and _PAIR * len(set(row).difference(strange)) >= len(row) else []
    return [one for one in unknown if (one.spots[0].start, one.spots[0].end) in told]


def _rows(spots: Sequence[tuple[int, int]], text: str, joints: AbstractSet[str]) -> list[list[tuple[int, int]]]:
    """Places in a text, in order, parted where more than a joint stands between two."""
    rows: list[list[tuple[int, int]]] = []
    past = -1
    for start, end in spots:
        if past < 0 or text[past:start] not in joints:
            rows.append([])
        rows[-1].append((start, end))
        past = end
    return rows
