"""Tells whether a name that no list knows is a person's: by its shape, and by what stands beside it."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.domain.actors.beside.strangers import is_told_somebody
from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns
from bot.domain.actors.spots import Spot
from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.nouns import is_common, is_origin
from bot.domain.names.words import CYRILLIC
from bot.domain.values.actor import OTHER, PLACE
from config.limits import CITY_CERTAIN_POPULATION

_INITIAL = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]+$")
_BRAND = re.compile(r"([^\W\d_]+?)(?<=[^\W\dA-Z_])[A-Z][^\W\d_]+")
_PERSON_WORDS = 4
_LED = 4  # An article stands before more than a fourth of the mentions of what is called so with one.
_NONE = "\0"


@dataclass(slots=True)
class Persons:
    """Tells persons in one article, by the fields of `Kinds`.

    `cyrillic` tells whether its language has Cyrillic letters; `abroad` whether English names stand out in it.
    """

    language: Language
    signs: ActorSigns
    lower: AbstractSet[str]
    speakers: AbstractSet[int | None]
    cyrillic: bool = field(init=False)
    abroad: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look up what is asked for every player."""
        self.abroad = self.language.postposed or self.language.nouns_capitalised
        self.cyrillic = any(word >= CYRILLIC for word in self.language.conjunctions)

    def is_person(self, player: Player) -> bool:
        """Whether a name without a known given name is a person's: its shape, and what stands beside it."""
        if player.kind not in {OTHER, PLACE} or self._is_led(player):
            return False
        if self.is_latin_abroad(player):
            return False
        if self.is_marked(player):
            return False  # "«Спартак» выиграл"
        if " " not in player.name:
            personal = any(spot.personal or spot.gendered for spot in player.spots)
            return personal or player.name in languages.given_names() or bool(player.roles)
        return self._is_made_of_names(player) and self._is_persons(player)

    def _is_led(self, player: Player) -> bool:
        """Whether an article leads a name, and not only before what is somebody's: "the | Cruz campaign"."""
        led = [spot for spot in player.spots if spot.article]
        if self.abroad or not led or " " not in player.name or len(led) == len(player.spots):
            return bool(led)
        whole = [spot for spot in player.spots if spot.form == player.name]
        alone = sum(not spot.attributive for spot in led)
        return _LED * alone >= len(player.spots) or all(spot.attributive for spot in whole)

    def is_marked(self, player: Player) -> bool:
        """Whether a name stands in marks each time in a text in Cyrillic letters, as no person's does."""
        return self.cyrillic and all(spot.marked for spot in player.spots)

    def is_brand(self, player: Player) -> bool:
        """Whether a capital stands within a name's first word that no surname's part opens: "YouGov", not "McKay"."""
        first = player.name.partition(" ")[0]
        parts = _BRAND.fullmatch(first)
        if parts is None or player.roles or player.gender or first in languages.given_names():
            return False
        return parts[1].lower() not in abroad().openings

    def is_nobody_known(self, player: Player) -> bool:
        """Whether nothing tells that a name is a person's: no role, no quotation, no first name."""
        told = player.roles or player.gender or player.name in languages.given_names()
        return not told and not player.speaks(self.speakers)

    def is_led_marked(self, player: Player) -> bool:
        """Whether somebody's part in life stands before a name in marks: "гендиректор «Лесэнерго»"."""
        if not self.is_marked(player):
            return False
        called = {spot.called[0] for spot in player.spots}
        return any(self.language.is_role(word) or word in self.language.groups for word in called)

    def is_latin_abroad(self, player: Player) -> bool:
        """Whether a name stands in Latin letters in a text in Cyrillic ones, as firms' names do and people's do not."""
        return self.cyrillic and player.name[0] < CYRILLIC and not player.speaks(self.speakers)

    def is_lone_latin(self, player: Player) -> bool:
        """Whether a name in Latin letters was taken for a person's by its role alone ("глава Mardle")."""
        return player.name.split()[0] not in languages.given_names() and self.is_latin_abroad(player)

    def _is_persons(self, player: Player) -> bool:
        """Whether words that may be a person's name are one's: by what stands beside them, or by their shape."""
        if self._is_treated_as_person(player):
            return True
        if self.cyrillic and any(self._is_countryman(spot) for spot in player.spots):
            return True  # "програв сербу Новаку Джоковичу"
        if self.language.nouns_capitalised and self._is_noun_or_adjective(player.name.partition(" ")[0]):
            return False  # "Rehabilitation Lisbergs"
        if _INITIAL.match(player.name) or self._is_shortened(player):
            return True
        if self.language.postposed and not self._is_shaped_as_person(player):
            return False
        sure = player.acts() > 0 or len({spot.form for spot in player.spots}) > 1
        return (sure and not self.is_common(player)) or self._is_plain_person(player)

    def _is_treated_as_person(self, player: Player) -> bool:
        """Whether a name's bearer speaks, or has what only people have beside it."""
        if player.speaks(self.speakers) or any(spot.introduced or spot.told for spot in player.spots):
            return True
        return is_told_somebody(player, self.language, self.signs)

    def _is_shortened(self, player: Player) -> bool:
        """Whether the last of a name's words stands alone for it, as surnames do: "Dagmawit Moges", then "Moges"."""
        last = player.name.rsplit(" ", 1)[-1]
        return last.lower() not in self.lower and any(spot.form == last for spot in player.spots)

    def _is_countryman(self, spot: Spot) -> bool:
        """Whether a noun for people of a country stands right before the name."""
        return bool(spot.called[0]) and gazetteer.demonym(spot.called[0], self.language.code) is not None

    def _is_made_of_names(self, player: Player) -> bool:
        """Whether a name has at most four words, none of them letters for a body or a function word."""
        words = player.words()
        plain = len(words) <= _PERSON_WORDS and all(part.isalpha() for word in words for part in word.split("-"))
        capitals = any(word.isupper() and len(word.rstrip(".")) > 1 for word in player.name.split())
        return plain and not capitals and not any(word in self.language.function_words for word in words)

    def _is_plain_person(self, player: Player) -> bool:
        """Whether two or three plain words that nothing else tells are a person's name, in a language but English."""
        parts = player.name.split()
        if not self.abroad or not 1 < len(parts) < _PERSON_WORDS or self._is_somewhere(player):
            return False
        if parts[0].lower() in abroad().articles | abroad().saints or self._is_led_by_article(player):
            return False
        if all(spot.initial for spot in player.spots) or not all(part[0].isupper() for part in parts):
            return False
        if self._ends_in_town(player.name) or self._is_called_body(player):
            return False
        return not any(self._is_noun_or_adjective(part) for part in parts)

    def _ends_in_town(self, name: str) -> bool:
        """Whether a name is a town's, or ends in a great one or in one where the language is spoken, as clubs' do."""
        code = self.language.code
        town = gazetteer.city_of(name.rpartition(" ")[2], code)
        if town is None:
            return False
        near = not self.signs.homelands or town.country.lower() in self.signs.homelands
        return near or town.population >= CITY_CERTAIN_POPULATION or gazetteer.is_city(name, code)

    def _is_called_body(self, player: Player) -> bool:
        """Whether a noun for a body stands right before a name: "colegiului Sfântu Sava"."""
        return any(self.language.is_body(spot.called[0]) for spot in player.spots if not spot.called[1])

    def _is_led_by_article(self, player: Player) -> bool:
        """Whether a preposition holds an article before the name, as before no full name: "dei Campi Flegrei"."""
        return any(spot.beside in self.signs.contracted for spot in player.spots)

    def _is_somewhere(self, player: Player) -> bool:
        """Whether a word that stands before places stands right before the name."""
        return player.located() > 0 or any(spot.beside in self.language.place_prepositions for spot in player.spots)

    def _is_noun_or_adjective(self, part: str) -> bool:
        """Whether a word is no part of a person's name: a common noun, an origin, a word that the text has in small."""
        language, lower = self.language, part.lower()
        if lower in self.lower or is_common(part, language) or is_origin(part, language):
            return True
        return lower.endswith((language.adjective_endings + language.noun_endings) or (_NONE,))

    def _is_shaped_as_person(self, player: Player) -> bool:
        """Whether a name may be a person's by its words: no common noun by its ending, no subject or place."""
        endings = self.signs.noun_endings or ("\0",)
        code = self.language.code or None
        endings += self.language.body_adjectives  # "Amnistía Internacional"
        subjects = self.language.subjects  # "Medio Ambiente"
        nouns = any(word.endswith(endings) or word in subjects for word in player.words())
        return not nouns and not any(gazetteer.is_sure_place(word, code) for word in player.name.split())

    def is_common(self, player: Player) -> bool:
        """Whether a name is made of common words ("Basin Water", "Northern Instruments")."""
        words = player.words()
        plural = words[-1].endswith(self.language.noun_plurals) and not any(spot.article for spot in player.spots)
        return plural or any(word in self.lower for word in words)
