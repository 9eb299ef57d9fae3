"""Tells what a player of the story is: person, organisation, place, group, or none of them.

In this order: the world's names, the words of which the name is made, what stands beside it. A name that nothing tells
is `OTHER`, which is seldom an actor.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from bot.domain.actors.persons import Persons
from bot.domain.actors.players import Player
from bot.domain.actors.signs import ActorSigns, bodies_in, no_persons_in
from bot.domain.actors.spots import Spot
from bot.domain.language import gazetteer, languages, world
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.values.actor import GROUP, ORGANISATION, OTHER, PERSON, PLACE, Kind
from config.limits import CITY_ALIAS_POPULATION

_SHORT = 2
_APPOSED = 3
_NONE = "\0"


@dataclass(slots=True)
class Kinds:
    """Tells kinds in one article.

    `lower` are the words that the text writes in lower case; `sport` tells whether it reports a match;
    `speakers` are the entities that say its quotations.
    """

    language: Language
    signs: ActorSigns
    lower: AbstractSet[str]
    sport: bool
    speakers: AbstractSet[int | None]
    _bodies: frozenset[str] = field(init=False)
    _no_person: frozenset[str] = field(init=False)
    _leading: frozenset[str] = field(init=False)
    _cyrillic: bool = field(init=False)
    _abroad: bool = field(init=False)
    persons: Persons = field(init=False)

    def __post_init__(self) -> None:
        """Join the words that are looked up for every player."""
        self._bodies, self._no_person = bodies_in(self.language.code), no_persons_in(self.language.code)
        self.persons = Persons(self.language, self.signs, self.lower, self.speakers)
        self._abroad = self.persons.abroad
        self._cyrillic = self.persons.cyrillic
        self._leading = self.language.determiners | self.signs.people_adjectives

    def kind_of(self, player: Player) -> Kind:
        """What the player is."""
        kind = self._told(player)
        return ORGANISATION if kind is PERSON and self.persons.is_brand(player) else kind

    def _told(self, player: Player) -> Kind:
        if self.is_called_after_town(player):
            return ORGANISATION
        if player.country is not None or self._is_region(player):
            return self._of_territory(player)
        last = player.name.rsplit(" ", 1)[-1]
        if gazetteer.is_people(player.name, self.language.code) or (
            not player.gender and not player.roles and gazetteer.is_people(last, self.language.code)
        ):
            return GROUP
        if self._is_townspeople(player):
            return GROUP
        told = self._by_words(player) or self._by_apposition(player) or self._by_calling(player)
        if told is None and (self._is_towns_body(player) or self._is_body_of_place(player)):
            return ORGANISATION
        return told or self._by_surroundings(player)

    def _is_region(self, player: Player) -> bool:
        """Whether a name is a region's or of a part of it, not in another alphabet: "Meta" in Cyrillic is a company."""
        direction, _, rest = player.name.partition(" ")
        part = self.language.title_case and direction.lower().endswith(self.signs.direction_endings or _NONE)
        within = part and not player.gender and gazetteer.is_sure_place(rest, self.language.code)  # "South Florida"
        known = within or gazetteer.is_region(player.name, self.language.code)
        return known and not self.persons.is_latin_abroad(player)

    def is_called_after_town(self, player: Player) -> bool:
        """Whether an article tells a club from the town after which it is called: "el Valencia"."""
        articles = self.signs.club_articles
        if not articles or player.country is not None or " " in player.name or player.located():
            return False
        led = any(spot.beside in articles for spot in player.spots)
        return led and gazetteer.is_city(player.name, self.language.code)

    def _is_townspeople(self, player: Player) -> bool:
        """Whether a single name behind an article tells who lives somewhere ("le Belfortain")."""
        endings = self.signs.people_endings
        if not endings or " " in player.name or player.gender or not player.words()[0].endswith(endings):
            return False
        return any(spot.article or spot.called[0] in self._leading for spot in player.spots)

    def _by_calling(self, player: Player) -> Kind | None:
        """The kind that a noun right before the name tells; a person's name tells more than it."""
        if player.roles or player.speaks(self.speakers) or len({spot.form for spot in player.spots}) > 1:
            return None
        called = {spot.called for spot in player.spots}
        return None if self._is_somebodys(player, called) else self._called_so(player, called)

    def _is_somebodys(self, player: Player, called: AbstractSet[tuple[str, bool]]) -> bool:
        """Whether a name that some noun stands before is a person's all the same; "estadio Luis Prieto" is not."""
        if not (player.gender or player.name.split()[0] in languages.given_names()):
            return False
        if self._cyrillic and all(spot.marked for spot in player.spots):
            return False
        if self.language.postposed and all(word in self.signs.called_places for word, _ in called):
            return False
        whole = self._cyrillic and " " in player.name  # "команда Станислава Лисова"
        return whole or bool(player.acts()) or len(player.spots) > 1

    def _by_apposition(self, player: Player) -> Kind | None:
        """The kind that an apposition right behind the name tells: "…, a political action committee"."""
        nouns = {noun for spot in player.spots[:_APPOSED] if (noun := spot.apposed)}
        if not nouns or any(self.language.is_role(noun) for noun in nouns):
            return None
        if any(map(self.language.is_body, nouns)):
            return ORGANISATION
        return self._called_so(player, {(noun, False) for noun in nouns})

    def _called_so(self, player: Player, called: AbstractSet[tuple[str, bool]]) -> Kind | None:
        """The kind that these nouns before a name tell, each with whether "of" stands between."""
        nouns = {word for word, linked in called if not linked}
        if nouns & self.signs.called_works:
            return OTHER
        if nouns & self.signs.called_bodies:
            return ORGANISATION
        words = {word for word, _ in called}  # "Kathedrale von Chester"
        grounds = words if self.language.nouns_capitalised and player.kind is not PERSON else nouns
        if words & self.signs.called_places or grounds & self.signs.grounds:
            return PLACE
        return ORGANISATION if self._is_of_members(player, called) else None

    def _is_of_members(self, player: Player, called: AbstractSet[tuple[str, bool]]) -> bool:
        """Whether whose member somebody is tells a body; no first name and surname: "los abogados de Ana Ruiz"."""
        if not self.signs.body_roles.intersection(word for word, linked in called if linked):
            return False
        somebody = " " in player.name and self._is_given(player)
        return not somebody and not gazetteer.is_sure_place(player.name, self.language.code or None)

    def _of_territory(self, player: Player) -> Kind:
        """A country's or region's kind: its team where the text reports a match, a person who bears its name."""
        if self.persons.is_marked(player):
            return self._by_calling(player) or ORGANISATION  # "владелец «Флориды»"
        if player.country is None and player.gender and player.roles and not player.located():
            return PERSON
        return ORGANISATION if self.sport and self._plays(player) else PLACE

    def _plays(self, player: Player) -> bool:
        """Whether a territory's team is meant: it acts, or a score stands beside its name."""
        return player.acts() > 0 or any(spot.scored for spot in player.spots)

    def _by_surroundings(self, player: Player) -> Kind:
        sure = self._is_place(player)
        single = player.kind is PERSON and not self.persons.is_lone_latin(player)
        if not sure and (single or self.persons.is_person(player)):
            return PERSON
        if sure and self._is_team(player):
            return ORGANISATION
        acts = self._acts_as_body(player)
        if sure or self._is_unsure_place(player, acts=acts):
            return PLACE
        if self._is_unsure_body(player, acts=acts):
            return ORGANISATION
        if player.kind is PERSON and self.persons.is_lone_latin(player):
            return ORGANISATION  # "глава ExxonMobil"
        return player.kind if player.kind is not PLACE else OTHER

    def _is_team(self, player: Player) -> bool:
        """Whether a town's club is meant: a score stands beside it, or it acts in a match report."""
        return any(spot.scored for spot in player.spots) or (self.sport and player.acts() > player.located())

    def _is_unsure_body(self, player: Player, *, acts: bool) -> bool:
        """Whether a name that nothing else tells is a body's: it acts, has letters, or is Latin among Cyrillic."""
        single = acts and (len(player.words()) == 1 or self.persons.is_common(player))
        if single and player.kind is not GROUP:
            return True
        if player.kind is OTHER and self._is_shaped_as_body(player, acts=acts):
            return True
        letters = any(len(word) > _SHORT and word.isupper() for word in player.name.split()[:-1])
        return letters and len(player.spots) > 1

    def _is_shaped_as_body(self, player: Player, *, acts: bool) -> bool:
        """Whether letters, an adjective, marks or an article tell a body of a name that nothing else tells."""
        if self.persons.is_latin_abroad(player) or self._is_described_body(player):
            return True
        if self.persons.is_marked(player) and (self.sport or player.acts()):
            return True
        return self.persons.is_led_marked(player) or (acts and self._is_led_body(player))

    def _is_towns_body(self, player: Player) -> bool:
        """Whether a town ends a name whose other words are no place's or person's: "Petrolul Ploiești"."""
        parts, code = player.name.split(), self.language.code
        romance = self.language.postposed and not self._cyrillic
        if not romance or player.kind is not OTHER or player.roles or len(parts) == 1:
            return False
        if parts[0] in languages.given_names() or not player.name.istitle():
            return False
        place = player.words()[0] in self.language.place_words or gazetteer.is_sure_place(parts[0], code)
        own = place or any(gazetteer.is_city(" ".join(parts[at:]), code) for at in range(len(parts) - 1))
        if own or not gazetteer.is_city(parts[-1], code) or gazetteer.is_region(player.name, code):
            return False
        return self._is_treated_as_body(player) or gazetteer.is_sure_place(parts[-1], code)

    def _is_body_of_place(self, player: Player) -> bool:
        """Whether a place and a plural, or a word and a country, name a body: "Gold Coast Suns", "Virgin Australia".

        In a language whose heads stand last and whose names have capitals on every word.
        """
        first, _, rest = player.name.partition(" ")
        if not self.language.title_case or not rest or player.roles or self._is_given(player):
            return False
        code, place, last = self.language.code, player.name.rpartition(" ")[0], player.words()[-1]
        if self._is_place_name(player.name):
            return False
        if gazetteer.is_country(rest, code):
            part = first.lower().endswith(self.signs.direction_endings or _NONE)
            return first.istitle() and not part and not player.located()
        plural = last.endswith(self.language.noun_plurals or _NONE) and last not in self.language.place_words
        return plural and last not in self.signs.things and gazetteer.is_city(place, code)

    def _is_place_name(self, name: str) -> bool:
        """Whether a name is a town's, a region's or a country's, as the world's names tell."""
        return gazetteer.is_city(name, self.language.code) or gazetteer.is_sure_place(name, self.language.code)

    def _is_treated_as_body(self, player: Player) -> bool:
        """Whether an article, a place's preposition or a score stands beside a name: "de la Petrolul Ploiești"."""
        if any(spot.article or spot.scored or spot.located for spot in player.spots):
            return True
        before = self.signs.contracted | self.language.place_prepositions
        return any(spot.beside in before for spot in player.spots)

    def _is_led_body(self, player: Player) -> bool:
        """Whether an article leads a name of several words, as it leads no person's: "La Virtus Lago Grande"."""
        capitals = all(word[0].isupper() for word in player.name.split())
        return (
            self.language.postposed and capitals and " " in player.name and any(spot.article for spot in player.spots)
        )

    def _is_described_body(self, player: Player) -> bool:
        """Whether a name of several words ends in a body's adjective, and acts: "Amnistía Internacional"."""
        adjective = player.words()[-1].endswith(self.language.body_adjectives or (_NONE,))
        capital = " " in player.name and player.name.split()[-1][0].isupper()
        service = player.words()[0] in self.language.subjects  # "Defesa Civil"
        return bool(adjective and capital and (service or player.acts()))

    def _acts_as_body(self, player: Player) -> bool:
        """Whether a name is the subject of a verb within a sentence, and no common noun ("des Vereins")."""
        if not player.acts() or all(spot.initial for spot in player.spots):
            return False
        noun = self.language.nouns_capitalised and " " not in player.name and not player.name.isupper()
        return not (noun and any(spot.article for spot in player.spots))

    def _is_unsure_place(self, player: Player, *, acts: bool) -> bool:
        """Whether a name that nothing else tells is a place's: by its ending, or a large city's that acts."""
        if player.roles or (self.sport and acts and player.acts() > player.located()):
            return False
        if " " not in player.name and player.words()[0].endswith(self.language.place_endings or _NONE):
            return True
        city = gazetteer.city_of(player.name, self.language.code or None) if acts and not self.sport else None
        return city is not None and city.population >= CITY_ALIAS_POPULATION

    def _by_words(self, player: Player) -> Kind | None:
        signs, words = self.signs, set(player.words())
        if world.fold(player.name) in signs.body_names:
            return ORGANISATION
        if self._is_given(player):
            return None
        return self._by_heads(player, words)

    def _by_heads(self, player: Player, words: set[str]) -> Kind | None:
        """The kind that the words of a name tell that say what it is."""
        heads, several = self._heads(player), len(words) > 1
        things = heads & self.signs.things or words & self.signs.vessels or words & self.language.named_nouns
        if things and (several or self.persons.is_nobody_known(player)):
            return OTHER
        abroad_here = several and self._abroad
        told = self._of_seat(player) if abroad_here else None
        told = told or self._of_building(player, heads, several=several)
        told = told or (self._by_foreign_words(player) if several and not self.language.title_case else None)
        if told is not None:
            return told
        return ORGANISATION if self._is_body(words, heads) or self._is_club(player) else None

    def _of_building(self, player: Player, heads: set[str], *, several: bool) -> Kind | None:
        """The kind of a name that tells a facility or a ground; None for others, and where more than that counts."""
        facility = heads & self.signs.facilities or (several and heads & self.signs.grounds)
        return self._of_facility(player, heads) if facility else None

    def _of_seat(self, player: Player) -> Kind | None:
        """The kind of a seat of government, a body unless more happens in it than it does: "Белый дом"."""
        if not gazetteer.is_seat(player.name, self.language.code):
            return None
        return PLACE if player.located() > player.acts() else ORGANISATION

    def _of_facility(self, player: Player, heads: set[str]) -> Kind | None:
        """A museum's, a school's, a stadium's kind: a place where things happen there, a body where it acts."""
        signs = self.signs
        if heads & signs.facilities and any(self._has_role_in(spot) for spot in player.spots):
            return ORGANISATION  # "directorul Teatrului Național"
        if heads & signs.bodies:
            return None
        happens = sum(spot.located or spot.governed for spot in player.spots)
        ground = (happens >= player.acts() or heads & signs.grounds) and not self._is_for_something(player)
        return PLACE if ground else ORGANISATION

    def _is_body(self, words: set[str], heads: set[str]) -> bool:
        """Whether one of a name's words, or what it is a plural of, says what a body or a newspaper is."""
        if len(words) > 1 and not heads.isdisjoint(self.language.joined_media):
            return True
        words = words | {self.language.singular(word) for word in words}
        return bool(words & self._bodies) or any(map(self.language.is_body, words))

    def _has_role_in(self, spot: Spot) -> bool:
        """Whether somebody's part in life is in what stands here: "director" before it, with or without "of"."""
        return spot.called[0] in self.signs.body_roles or self.language.is_role(spot.called[0])

    def _is_club(self, player: Player) -> bool:
        """Whether a town stands behind a region or a club's word, where nouns have capitals ("Hessen Seeheim")."""
        words = player.words()
        if not self.language.nouns_capitalised or len(words) != _SHORT:
            return False
        code = self.language.code
        return (words[0] in self.signs.bodies or gazetteer.is_region(words[0], code)) and gazetteer.is_city(
            words[1], code
        )

    def _by_foreign_words(self, player: Player) -> Kind | None:
        """The kind that the last word of an English name tells in another language: "Lakeside Capital"."""
        words, listed = player.words(), abroad()
        if len(words) > _SHORT and gazetteer.is_city(words[-1], self.language.code):
            words = words[:-1]  # "Lakeside Mall Timișoara"
        if words[-1] in listed.bodies:
            return ORGANISATION
        if words[-1] in listed.works:
            return OTHER
        return PLACE if words[-1] in listed.places else None

    def _is_for_something(self, player: Player) -> bool:
        """Whether a facility's name says what it is for, as bodies' do: "Centre for Lake Studies"."""
        return any(one in self.signs.facilities and two in self.signs.purposes for one, two in pairwise(player.words()))

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
        told = bool(player.roles)  # "Mark Law, her barrister,"
        return player.kind is PERSON and given and (told or player.words()[-1] not in self._no_person)

    def _is_place(self, player: Player) -> bool:
        """Whether the name is a region's or a city's, and the text does not treat it as a person."""
        code = self.language.code or None
        located = player.located()
        alone = " " not in player.name and len({spot.form.lower() for spot in player.spots}) == 1
        if self._abroad and (alone or " " in player.name) and self._is_sure_place(player):
            return True  # "Constanța" and "Alba Iulia" begin with given names.
        if player.gender and not located:
            return False
        city = gazetteer.city_of(player.name, code)
        if city is not None and not player.roles:
            return located > 0 or self._is_named_city(player, city, alone=alone)
        return player.kind is PLACE or self._is_unclear_place(player)

    def _is_sure_place(self, player: Player) -> bool:
        """Whether a name is a great place's, and nobody of that name speaks or has a role."""
        sure = gazetteer.is_sure_place(player.name, self.language.code or None)
        known = sure and not self.persons.is_latin_abroad(player)
        return known and not player.roles and not player.speaks(self.speakers)

    def _is_unclear_place(self, player: Player) -> bool:
        """Whether what stands around a name that nothing else tells is what stands around places."""
        located = player.located()
        unclear = player.kind is OTHER and not player.roles and not any(spot.article for spot in player.spots)
        if not unclear or player.speaks(self.speakers) or self.persons.is_latin_abroad(player):
            return False
        civic = len(player.words()) == 1 and any(spot.civic for spot in player.spots)
        return civic or (located > 0 and located >= player.acts())

    def _is_named_city(self, player: Player, city: gazetteer.City, *, alone: bool) -> bool:
        """Whether a city's name is the city's where nothing happens in it, and no person's first name."""
        if " " in player.name and player.name.split()[0] not in languages.given_names():
            return True  # "i fratelli di Cinisello Balsamo"
        if player.name in languages.given_names():
            # "Constanța", where nobody bears the name.
            return alone and not player.acts() and city.population >= CITY_ALIAS_POPULATION
        governed = not player.acts() and any(spot.directed for spot in player.spots)
        return governed or gazetteer.is_sure_place(player.name, self.language.code or None)
