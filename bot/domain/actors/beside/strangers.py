"""Whether what stands beside a name that no list has tells that it is somebody's.

Somebody is of a body or a party, was born in some year, has an office right before the name or a title in small letters.
A body has none of these, whatever its name looks like.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns
from bot.domain.actors.spots import Spot
from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.values.actor import Kind

_UNTOLD = frozenset({Kind.OTHER, Kind.PLACE})
_PAIR = 2
_ROW = 3
_MENTIONS = 4
_REACH = 48
_OFFICE = 96  # Characters in which an office and what it is of stand before a comma.
_OFFICE_WORDS = 10
_OF_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PARTY = re.compile(r"\s\((?:[^\W\d_]\.)?([^\W\d_]+)(?:[-–,/)]| )")
_LIFE = re.compile(r"\s\([^()\d]{0,12}(\d{4})\s?[–-]\s?[^()\d]{0,12}(\d{4})\)")
_YEARS = range(16, 110)  # How old somebody grows; a school or an office takes fewer years.
_CLAUSE = re.compile(r"[.;:!?\n“”\"„«»()]\s?|, ")
_ENDS = (",", ".", " –", " —")


def is_told_somebody(player: Player, language: Language, signs: ActorSigns) -> bool:
    """Whether one of the first mentions of a full name has what only people have beside it."""
    return any(_is_somebody(spot, language, signs) for spot in player.spots[:_MENTIONS] if " " in spot.form)


def _is_somebody(spot: Spot, language: Language, signs: ActorSigns) -> bool:
    text = spot.spotter.text
    mark = text[spot.end : spot.end + 2]
    if mark == " (" and (_lived(text, spot.end) or _is_of_party(spot.end, text, signs)):
        return True
    if mark == ", " and _is_born(text, spot.end, signs):
        return True
    if mark[:1] == " " and _has_members(text, spot.end, language, signs):
        return True
    called, linked = spot.called
    called = "" if linked else called.rstrip(".")
    if called and (_is_title(called, spot, language) or _is_office_of_several(called, language)):
        return True
    return text[spot.start - 2 : spot.start] == ", " and text.startswith(_ENDS, spot.end) and _has_office(spot, text, language)


def _lived(text: str, end: int) -> bool:
    """Whether the years of a life stand in brackets right behind a name."""
    life = _LIFE.match(text, end)
    return life is not None and int(life[2]) - int(life[1]) in _YEARS


def _is_of_party(end: int, text: str, signs: ActorSigns) -> bool:
    """Whether brackets tell somebody's party: "Ann Lee (R-Wis.)", "Ada Berg (SPD)"."""
    party = _PARTY.match(text, end)
    return party is not None and party[1].lower() in signs.parties


def _is_born(text: str, end: int, signs: ActorSigns) -> bool:
    """Whether somebody's birth is told right behind the name: "Ada Bel, née en 1926"."""
    word = _WORD.match(text, end + 2)
    return word is not None and word.group() in signs.born


def _has_members(text: str, end: int, language: Language, signs: ActorSigns) -> bool:
    """Whether whose somebody is stands right behind the name, or who is theirs: "Ann Lee and her sons"."""
    words = text[end + 1 : end + _REACH].split()
    if not words or words[0] not in signs.members:
        owned = len(words) > 1 and words[0] in language.conjunctions and language.possessives.get(words[1], "")
        return owned in {"m", "f"} and language.title_case
    return _is_of_body(words, language)


def _is_of_body(words: Sequence[str], language: Language) -> bool:
    """Whether these words tell of which body somebody is: "of the Fishermen's Alliance"."""
    named = words[1:] if words[1:] and words[1][:1].isupper() else words[2:]
    if not named or not named[0][:1].isupper():
        return False
    for word in named[:_OF_WORDS]:
        plain = word.rstrip(".,;:!?\"”’'")
        if language.is_body(plain.lower()) or (plain.isupper() and len(plain) > 1):
            return True
        if plain != word or not (word[:1].isupper() or word in language.connectors):
            return False
    return False


def _is_title(called: str, spot: Spot, language: Language) -> bool:
    """Whether a title that is cut short stands before the name: "dl. Ion Rusu"."""
    return spot.called[0].endswith(".") and called in language.titles


def _is_office_of_several(called: str, language: Language) -> bool:
    """Whether an office in the plural stands right before the name of the first who has it: "managers | Ann Lee and"."""
    single = language.singular(called)
    return single != called and language.is_role(single)


def _has_office(spot: Spot, text: str, language: Language) -> bool:
    """Whether an office and what it is of stand before the comma: "The mayor of Lunden, | Ann Lee, said"."""
    clause = _CLAUSE.split(text[max(0, spot.start - 2 - _OFFICE) : spot.start - 2])[-1]
    words = [word.lower() for word in _WORD.findall(clause)]
    return len(words) <= _OFFICE_WORDS and _opens_with_office(words, language)


def _opens_with_office(words: Sequence[str], language: Language) -> bool:
    at = next((at for at, word in enumerate(words) if language.is_role(word)), -1)
    if at < 0:
        return False
    behind = words[at + 1 : at + 2]
    return not behind or behind[0] in language.prepositions or behind[0] in language.genitives


def of_company(players: Sequence[Player], language: Language, common: AbstractSet[str]) -> list[Player]:
    """The players of two words whom nothing tells but people of the story: kin by name, or named in a row.

    "Ann Lee and her brother | Zerk Lee"; "Ann Lee, | Zerk Ostrel and Bo Ray". `common` are words that are no names.
    """
    unknown = [one for one in players if one.kind in _UNTOLD and _may_be_somebody(one, language)]
    unknown = [one for one in unknown if common.isdisjoint(one.words())]
    if not unknown:
        return []
    given = languages.given_names()
    people = [one for one in players if one.kind is Kind.PERSON and " " in one.name]
    surnames = {one.name.rpartition(" ")[2] for one in people if one.gender or one.name.split()[0] in given}
    surnames = {name for name in surnames if not language.is_role(language.singular(name.lower()))}  # "Mine Workers"
    kin = [one for one in unknown if one.name.rpartition(" ")[2] in surnames]
    return kin + _in_rows([one for one in unknown if one not in kin], players, language)


def _may_be_somebody(player: Player, language: Language) -> bool:
    """Whether two words are on no list of places, lead no article and stand within a sentence, before no noun."""
    parts = player.name.split()
    if len(parts) != _PAIR or not all(part.istitle() and part.isalpha() for part in parts) or player.country is not None:
        return False
    whole = [spot for spot in player.spots if spot.form == player.name]
    if any(spot.article for spot in whole) or all(spot.initial or spot.attributive for spot in whole):
        return False
    code = language.code
    return not (player.kind is Kind.PLACE and (gazetteer.is_city(player.name, code) or gazetteer.is_region(player.name, code)))


def _in_rows(unknown: Sequence[Player], players: Sequence[Player], language: Language) -> list[Player]:
    """Those of the unknown who stand in a row of three or more of whom most are people by their full names."""
    if not unknown:
        return []
    text = players[0].spots[0].spotter.text
    joints = {", ", *(f"{comma} {word} " for word in language.conjunctions for comma in ("", ","))}
    spots = sorted((spot.start, spot.end, number) for number, one in enumerate(players) for spot in one.spots)
    found: list[Player] = []
    row: list[int] = []
    past = 0
    for start, end, number in [*spots, (len(text), len(text), -1)]:
        if text[past:start] not in joints:
            found += _people_of_row([players[one] for one in row], unknown)
            row = []
        row.append(number)
        past = end
    return found


def _people_of_row(row: Sequence[Player], unknown: Sequence[Player]) -> list[Player]:
    named = sum(one.kind is Kind.PERSON and " " in one.name for one in row)
    strangers = [one for one in row if any(one is other for other in unknown)]
    return strangers if len(row) >= _ROW and named + len(strangers) == len(row) and 2 * named >= len(row) else []
