"""The noun that a lead has for whom it tells of, and whose name and age open what follows.

"A charity treasurer was jailed for fraud. // Bo Ray, 58, had admitted it": charity treasurer.
"""

import re
from collections.abc import Sequence
from functools import cache

from bot.domain.actors.nouns import END, WORD, Nouns, plain
from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns, signs_of
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from config.limits import ROLE_CHARACTERS, ROLE_LEAD_CHARACTERS

_LEAD = 400  # Characters of a first sentence.
_MODIFIERS = 2
_AGED = re.compile(r",? \(?(?:[^\W\d_]{1,6} ){0,2}\d{1,3}(?: [^\W\d_]{2,6})?[,.)]")


def judged(text: str, language: Language, nouns: Nouns, player: Player) -> str:
    """The noun that the lead has for whom a court or an employer judged, by a passive; "" where it has none."""
    begin = nouns.body()
    stop = END.search(text, begin, begin + _LEAD)
    if stop is None or not _is_told_of(text, nouns, player, stop.end()):
        return ""
    words = list(WORD.finditer(text, begin, stop.start()))
    named = any(begin <= one.start < stop.start() for one in player.spots)
    led = nouns.is_determiner(words[0]) or nouns.is_definite(words[0]) or nouns.is_led(words[0])
    lowers = [word.group().lower() for word in words]
    told = led and not named and _tells_judgement(lowers, language, signs_of(language.code))
    return _lead_noun(text, words, nouns, player) if told else ""


def _is_told_of(text: str, nouns: Nouns, player: Player, start: int) -> bool:
    """Whether somebody's name and age are told next, and no other's: "Bo Ray, 58, had robbed | Ann Lee, 88".

    So they are where they open a paragraph, behind more sentences of the lead's that name nobody.
    """
    spot = next((one for one in player.spots if one.start >= start), None)
    if spot is None or spot.governed or _AGED.match(text, spot.end) is None or _AGED.search(text, start, spot.start):
        return False
    between = text[start : spot.start]
    if END.search(between) is None:
        return True
    opens = between.endswith("\n\n") and "\n" not in between[:-2].lstrip("\n")
    return opens and not nouns.names_others(list(WORD.finditer(text, start, spot.start)))


def _tells_judgement(lowers: Sequence[str], language: Language, signs: ActorSigns) -> bool:
    """Whether somebody was judged, by a passive: "was jailed", "has been cleared", not "has sentenced"."""
    places = [at for at, word in enumerate(lowers) if at and word in signs.judged]
    helping = signs.copulas | language.passive_auxiliaries
    if language.verb_second:
        return bool(places) and not helping.isdisjoint(lowers)
    return any(not helping.isdisjoint(lowers[max(0, at - _MODIFIERS) : at]) for at in places)


def _lead_noun(text: str, words: Sequence[re.Match[str]], nouns: Nouns, player: Player) -> str:
    """The phrase of the noun for a part in life that opens a sentence, its modifiers before it included."""
    first = 0 if nouns.is_led(words[0]) else 1
    former = nouns.is_former(words[first])
    for word in words[first : first + _MODIFIERS + 2]:
        noun = plain(word)
        if nouns.ends_phrase(noun):
            return ""
        if nouns.is_part(noun, former=noun != plain(words[first]) and former) and not nouns.goes_on(words, word):
            begin = words[first].end() - len(plain(words[first]))
            return text[begin : word.end()] if nouns.may_be(noun, player) and not nouns.is_nobody(noun) else ""
    return ""


def later(text: str, language: Language, nouns: Nouns, player: Player) -> str:
    """The noun behind an age that opens a sentence, of the only one named before: "Now 81, the | former keeper"."""
    spot = player.spots[0]
    if language.verb_second or spot.start > ROLE_LEAD_CHARACTERS or not player.gender:
        return ""
    aged = _aged_opening().search(text, spot.end, spot.end + _LEAD)
    if aged is None or nouns.names_others(list(WORD.finditer(text, spot.end, aged.end()))):
        return ""
    words = list(WORD.finditer(text, aged.end(), aged.end() + ROLE_CHARACTERS))[: _MODIFIERS + 2]
    led = bool(words) and (nouns.is_definite(words[0]) or nouns.is_led(words[0]))
    return _lead_noun(text, words, nouns, player) if led else ""


@cache
def _aged_opening() -> re.Pattern[str]:
    """A phrase that opens a sentence and has an age: "Now 81, the", "À 81 ans, l'ancien"."""
    return re.compile(
        rf"(?:\n|[{re.escape(POINTS)}] )[^\W\d_]+(?: [^\W\d_]+){{0,2}} \d{{2}}(?: [^\W\d_]{{2,6}})?, (?=[^\W\d_])"
    )
