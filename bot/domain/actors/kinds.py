"""Tells what a player of the story is: person, organisation, place, group, or none of them.

In this order: the world's names, the words of which the name is made, what stands beside it. A name that nothing tells
is `OTHER`, which is seldom an actor.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.domain.actors.spots import Signs, Spot
from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.values.actor import Kind
from config.limits import CITY_ALIAS_POPULATION

_PERSON_WORDS = 4
_SHORT = 2
_NONE = "\0"


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

    def words(self) -> list[str]:
        """The words of its name in lower case."""
        return [word.lower().rstrip(".") for word in self.name.split()]

    def acts(self) -> int:
        """How often it is the subject of a verb."""
        return sum(spot.verb >= 0 for spot in self.spots)

    def speaks(self, speakers: AbstractSet[int | None]) -> bool:
        """Whether one of its entities is among these."""
        return any(entity in speakers for entity in self.entities)

    def located(self) -> int:
        """How often something happens in it."""
        return sum(spot.located for spot in self.spots)


@dataclass(slots=True)
class Kinds:
    """Tells kinds in one article.

    `lower` are the words that the text writes in lower case; `sport` tells whether it reports a match;
    `speakers` are the entities that say its quotations.
    """

    language: Language
    signs: Signs
    lower: AbstractSet[str]
    sport: bool
    speakers: AbstractSet[int | None]
    _bodies: frozenset[str] = field(init=False)
    _no_person: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Join the words that are looked up for every player."""
        self._bodies = self.signs.bodies | self.language.organisation_words
        self._no_person = self._bodies | self.signs.things | self.signs.media

    def kind_of(self, player: Player) -> Kind:
        """What the player is."""
        if player.country is not None or gazetteer.is_region(player.name, self.language.code):
            return self._of_territory(player)
        last = player.name.rsplit(" ", 1)[-1]
        if gazetteer.is_people(player.name, self.language.code) or (
            not player.gender and gazetteer.is_people(last, self.language.code)
        ):
            return Kind.GROUP
        if self._is_townspeople(player):
            return Kind.GROUP
        return self._by_words(player) or self._by_calling(player) or self._by_surroundings(player)

    def _is_townspeople(self, player: Player) -> bool:
        """Whether a single name behind an article tells who lives somewhere ("le Belfortain")."""
        endings = self.signs.people_endings
        alone = " " not in player.name and not player.gender
        led = any(spot.article for spot in player.spots)
        return bool(endings) and alone and led and player.words()[0].endswith(endings)

    def _by_calling(self, player: Player) -> Kind | None:
        """The kind that a noun right before the name tells; a person's name tells more than it."""
        if player.roles or player.speaks(self.speakers) or len({spot.form for spot in player.spots}) > 1:
            return None
        given = bool(player.gender) or player.name.split()[0] in languages.given_names()
        if given and (player.acts() or len(player.spots) > 1):
            return None
        called = {spot.called for spot in player.spots}
        if called & self.signs.called_works:
            return Kind.OTHER
        if called & self.signs.called_bodies:
            return Kind.ORGANISATION
        return Kind.PLACE if called & self.signs.called_places else None

    def _of_territory(self, player: Player) -> Kind:
        """A country's or region's kind: its team where the text reports a match, a person who bears its name."""
        if player.country is None and player.gender and player.roles and not player.located():
            return Kind.PERSON
        return Kind.ORGANISATION if self.sport and player.acts() else Kind.PLACE

    def _by_surroundings(self, player: Player) -> Kind:
        sure = self._is_place(player)
        if not sure and (player.kind is Kind.PERSON or self._is_person(player)):
            return Kind.PERSON
        if sure and self.sport and player.acts() > player.located():
            return Kind.ORGANISATION
        acts = self._acts_as_body(player)
        if sure or self._is_unsure_place(player, acts=acts):
            return Kind.PLACE
        if player.kind is not Kind.GROUP and acts and (len(player.words()) == 1 or self._is_common(player)):
            return Kind.ORGANISATION
        if len(player.spots) > 1 and any(len(word) > _SHORT and word.isupper() for word in player.name.split()[:-1]):
            return Kind.ORGANISATION
        return player.kind if player.kind is not Kind.PLACE else Kind.OTHER

    def _acts_as_body(self, player: Player) -> bool:
        """Whether a name is the subject of a verb within a sentence, and no common noun ("des Vereins")."""
        if not player.acts() or all(spot.initial for spot in player.spots):
            return False
        noun = self.language.nouns_capitalised and " " not in player.name and not player.name.isupper()
        return not (noun and any(spot.article for spot in player.spots))

    def _is_unsure_place(self, player: Player, *, acts: bool) -> bool:
        """Whether a name that nothing else tells is a place's: by its ending, or a large city's that acts."""
        if player.roles:
            return False
        if " " not in player.name and player.words()[0].endswith(self.language.place_endings or _NONE):
            return True
        city = gazetteer.city_of(player.name, self.language.code or None) if acts and not self.sport else None
        return city is not None and city.population >= CITY_ALIAS_POPULATION

    def _is_common(self, player: Player) -> bool:
        """Whether a name is made of common words ("Basin Water", "Northern Instruments")."""
        words = player.words()
        plural = words[-1].endswith("s") and not any(spot.article for spot in player.spots)
        return plural or any(word in self.lower for word in words)

    def _by_words(self, player: Player) -> Kind | None:
        signs, words = self.signs, set(player.words())
        if gazetteer.fold(player.name) in signs.body_names:
            return Kind.ORGANISATION
        if self._is_given(player):
            return None
        heads = self._heads(player)
        if len(words) > 1 and (heads & signs.things or words & signs.vessels or words & self.language.named_nouns):
            return Kind.OTHER
        facility = heads & signs.facilities or (len(words) > 1 and heads & signs.grounds)
        if facility and not heads & signs.bodies:
            happens = sum(spot.located or spot.governed for spot in player.spots)
            ground = happens >= player.acts() or heads & signs.grounds
            return Kind.PLACE if ground else Kind.ORGANISATION
        words |= {word.removesuffix("s") for word in words}
        return Kind.ORGANISATION if words & self._bodies or any(map(self.language.is_body, words)) else None

    def _heads(self, player: Player) -> set[str]:
        """The words of a name that say what it is: its last, and the last before a preposition."""
        words = player.words()
        at = next((i for i, word in enumerate(words) if word in self.language.prepositions), len(words))
        if not self.language.postposed:
            return {words[-1], words[max(0, at - 1)]}
        inner = {words[at - 1]} if 0 < at < len(words) else set()
        return {words[0]} | inner | ({words[-1]} if self.language.forms else set())

    def _is_given(self, player: Player) -> bool:
        """Whether the name begins with a given name and was taken for a person's, and does not end as a body's."""
        given = bool(player.gender) or player.name.split()[0] in languages.given_names()
        return player.kind is Kind.PERSON and given and player.words()[-1] not in self._no_person

    def _is_place(self, player: Player) -> bool:
        """Whether the name is a region's or a city's, and the text does not treat it as a person."""
        code = self.language.code or None
        located = player.located()
        sure = gazetteer.is_sure_place(player.name, code) and not player.roles and not player.speaks(self.speakers)
        alone = " " not in player.name and len({spot.form for spot in player.spots}) == 1
        if sure and (alone or " " in player.name) and self.language.code != "en":
            return True  # "Constanța" and "Alba Iulia" begin with given names.
        if player.gender and not located:
            return False
        city = gazetteer.city_of(player.name, code)
        if city is not None and not player.roles:
            sure = gazetteer.is_sure_place(player.name, code)
            governed = not player.acts() and any(spot.directed for spot in player.spots)
            return located > 0 or ((sure or governed) and player.name not in languages.given_names())
        if player.kind is Kind.PLACE:
            return True
        unclear = player.kind is Kind.OTHER and not player.roles and not any(spot.article for spot in player.spots)
        if not unclear or player.speaks(self.speakers):
            return False
        civic = len(player.words()) == 1 and any(spot.civic for spot in player.spots)
        return civic or (located > 0 and located >= player.acts())

    def _is_person(self, player: Player) -> bool:
        """Whether a name without a known given name is a person's: its shape, and what stands beside it."""
        if player.kind not in {Kind.OTHER, Kind.PLACE} or any(spot.article for spot in player.spots):
            return False
        words = player.words()
        if len(words) == 1:
            return player.name in languages.given_names() or bool(player.roles)
        plain = len(words) <= _PERSON_WORDS and all(part.isalpha() for word in words for part in word.split("-"))
        capitals = any(word.isupper() and len(word) > 1 for word in player.name.split())
        if not plain or capitals or any(word in self.language.function_words for word in words):
            return False
        if player.speaks(self.speakers) or any(spot.introduced or spot.told for spot in player.spots):
            return True
        if self.language.postposed and not self._is_shaped_as_person(player):
            return False
        shortened = len({spot.form for spot in player.spots}) > 1
        return (player.acts() > 0 or shortened) and not self._is_common(player)

    def _is_shaped_as_person(self, player: Player) -> bool:
        """Whether a name may be a person's by its words: none of them a common noun's by its ending, or a place."""
        endings = self.signs.noun_endings or ("\0",)
        code = self.language.code or None
        nouns = any(word.endswith(endings) for word in player.words())
        return not nouns and not any(gazetteer.is_sure_place(word, code) for word in player.name.split())
