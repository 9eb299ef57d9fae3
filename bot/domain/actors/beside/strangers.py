"""Whether what stands beside a name that no list has tells that it is somebody's.

Somebody is of a body or a party, was born in some year, has an office right before the name or a title that is cut
short. A body has none of these, whatever its name looks like.
"""

import re
from collections.abc import Sequence

from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns
from bot.domain.actors.spots import Spot
from bot.domain.language.languages import Language

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
    return _is_followed(spot, language, signs) or _is_led(spot, language)


def _is_followed(spot: Spot, language: Language, signs: ActorSigns) -> bool:
    """Whether years of a life, a party, a birth, a body or kin are told right behind a name."""
    text, end = spot.spotter.text, spot.end
    mark = text[end : end + 2]
    if mark == " (":
        return _lived(text, end) or _is_of_party(end, text, signs)
    if mark == ", ":
        return _is_born(text, end, signs)
    return mark[:1] == " " and _has_members(text, end, language, signs)


def _is_led(spot: Spot, language: Language) -> bool:
    """Whether a title, an office of several or an office and a comma stand right before a name."""
    called, linked = spot.called
    called = "" if linked else called.rstrip(".")
    if called and (_is_title(called, spot, language) or _is_office_of_several(called, language)):
        return True
    text = spot.spotter.text
    apposed = text.startswith(", ", spot.start - 2) and text.startswith(_ENDS, spot.end)
    return apposed and _has_office(spot, text, language)


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
    """Whether an office in the plural stands right before the first who has it: "managers | Ann Lee and Bo Ray"."""
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
