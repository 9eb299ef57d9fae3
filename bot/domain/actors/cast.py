"""The cast of an article: its named entities parted, joined and told apart until each is one body with one kind.

`names.find_entities` joins by the shape of names alone. Here the world's names are known: a country is one actor by all
its names, a seat of government stands for its state where it acts, a region is no surname, a demonym is nobody, and
neither is the publisher, the agency that reported, or what stands in credits alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress

from bot.domain.actors.beside.company import of_company
from bot.domain.actors.kinds import Kinds
from bot.domain.actors.merging import (
    absorb,
    fullest,
    give_back,
    without_bodies_twice,
    without_doubles,
    without_misspelled,
    without_plurals,
    without_shorts,
    without_slips,
)
from bot.domain.actors.players import Player, bodies_of
from bot.domain.actors.signs import bodies_in, generic_in, signs_of
from bot.domain.actors.spots import Spot, Spotter
from bot.domain.language import gazetteer, languages, world
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.actor import GROUP, ORGANISATION, OTHER, PERSON, PLACE, Kind
from bot.domain.values.article import Article
from config.limits import MEDIUM_LEAD_CHARACTERS, SEAT_STAYS, SPORT_WORDS

_LETTERS = 3
_LOWER = re.compile(rf"\b[^\W\d_]{{{_LETTERS},}}")
_MARKS = ".,:;!?\"'“”’«»„()"
_ACRONYM = re.compile(r"[^\W\d_a-z]{2,6}$")
_ELISION = re.compile("[ '’]")
_NAMED_PAIR = 2
_TOLD = 24


def cast(article: Article, entities: Sequence[Entity], quotes: Sequence[FoundQuote] = ()) -> list[Player]:
    """The bodies that the article names, each once, in no order; sources, adjectives and things are left out."""
    company = _Company(article, {quote.entity for quote in quotes})
    company.know(entities)
    players = [player for index, entity in enumerate(entities) for player in company.parted(index, entity)]
    return company.shown(company.joined(players))


class _Company:
    """What is known of one article when its cast is gathered."""

    def __init__(self, article: Article, speakers: AbstractSet[int | None] = frozenset()) -> None:
        self._language = languages.of(article.language)
        self._code = self._language.code or None
        self._signs = signs_of(self._language.code)
        self._spotter = Spotter(article)
        self._text = article.text
        self._names: set[str] = set()
        self._bodies = bodies_in(self._language.code)
        own = (article.site, article.source, *article.authors)
        self._sources = {world.fold(name) for name in own if name} | set(self._language.agencies)
        words = _words_in(article.text)
        self._lower = set(filter(str.islower, words))
        sport = self._is_sport(words)
        self._kinds = Kinds(self._language, self._signs, self._lower, sport=sport, speakers=speakers)
        self._title = article.title or ""

    def _is_sport(self, words: Iterable[str]) -> bool:
        """Whether the text reports a match: enough different words of sport among its words."""
        lower = map(str.lower, words) if self._language.nouns_capitalised else self._lower
        return len(world.of(self._code).sport_nouns.intersection(lower)) >= SPORT_WORDS

    def know(self, entities: Sequence[Entity]) -> None:
        """Keep the names of all entities, to tell a name within another."""
        self._names = {entity.name for entity in entities}

    def parted(self, index: int, entity: Entity) -> Iterator[Player]:
        """The entity's players: a form that names a country or region of its own leaves the others."""
        spots = [self._spotter.spot(mention.start, mention.end) for mention in entity.mentions]
        spots = [spot for spot in spots if not spot.heading]
        country = gazetteer.country_of(entity.name, self._code)
        taken: set[str] = set()
        for form, kind, forms in self._others(entity, country):
            parted = [spot for spot in spots if spot.form in forms - taken]
            taken |= forms
            if parted:
                yield Player(form, kind, parted, [index], country=gazetteer.country_of(form, self._code))
        spots = [spot for spot in spots if spot.form not in taken]
        if spots:
            name = entity.name if _is_named_so(entity, spots) else fullest(spots)
            roles = [(role.start, role.end) for role in entity.roles]
            kind = self._guess(entity)
            yield self._without_body(Player(name, kind, spots, [index], entity.gender, country, roles))

    def _others(self, entity: Entity, country: str | None) -> Iterator[tuple[str, Kind, set[str]]]:
        """The entity's forms that name somebody or somewhere else, each with its kind and its own forms."""
        for form in entity.aliases:
            if person := self._person_within(form, entity):
                yield form, PERSON, {form, *person}
            elif self._names_another(form, entity, country):
                yield form, PLACE, {form}

    def _person_within(self, form: str, entity: Entity) -> tuple[str, ...]:
        """The forms of a person after whom a body is called ("Anna Berg Foundation"), none where there is none."""
        parts = form.split()
        given = languages.given_names()
        called = entity.kind is not PERSON and len(parts) > 1 and parts[0] in given and entity.name.startswith(form)
        return (form, parts[-1]) if called else ()

    def _guess(self, entity: Entity) -> Kind:
        """The kind that the name's shape tells; a single word that only speaks may be a company as well."""
        known = entity.gender or entity.roles or " " in entity.name or entity.name in languages.given_names()
        return entity.kind if entity.kind is not PERSON or known else OTHER

    def _names_another(self, form: str, entity: Entity, country: str | None) -> bool:
        """Whether an alias is a country or region that the entity's name merely holds ("Australia")."""
        if entity.kind is PERSON and (entity.gender or entity.name.split()[0] == form):
            return False
        code = gazetteer.country_of(form, self._code)
        if code is not None:
            return code != country
        return form in entity.name and not form.isupper() and gazetteer.is_region(form, self._code)

    def _without_body(self, player: Player) -> Player:
        """A person's name freed of the body that stands before it ("Lakeside News Anna Berg")."""
        parts = player.name.split()
        if len(parts) <= _NAMED_PAIR:
            return player
        given = languages.given_names()
        within = next((i for i in range(1, len(parts) - 1) if " ".join(parts[i:]) in self._names), 0)
        if within and gazetteer.is_country(" ".join(parts[:within]), self._code):
            player.name = " ".join(parts[within:])
            return player
        at = next((i for i in range(1, len(parts) - 1) if parts[i] in given), 0)
        begins = at == 1 and player.spots[0].initial
        if not at or not self._is_body_before(player, at, begins=begins):
            return player
        player.name, player.kind, player.gender = " ".join(parts[at:]), PERSON, given[parts[at]]
        start = player.spots[0].start
        if begins:
            player.roles.append((start, start + len(parts[0])))
        return player

    def _is_body_before(self, player: Player, at: int, *, begins: bool) -> bool:
        """Whether a body's words stand before the given name at an index; `begins`: one word that begins a sentence."""
        parts, lowers = player.name.split(), player.words()
        if parts[0] in languages.given_names() or len(parts) - at > _NAMED_PAIR + 1 or parts[at + 1].islower():
            return False
        if self._language.postposed and (self._language.is_body(lowers[0]) or parts[at - 1].islower()):
            return False  # "Instituto Ricardo Jorge" is called after somebody.
        if lowers[at - 1] in self._language.namesakes:
            return False  # "Verlag Walther König"
        return self._bodies.isdisjoint(lowers[at:]) and (begins or not self._bodies.isdisjoint(lowers[:at]))

    def joined(self, players: list[Player]) -> list[Player]:
        """Players that are one body made one: countries by code, seats that act, the same name twice."""
        countries: dict[str, Player] = {}
        kept: list[Player] = []
        for player in players:
            if player.country is None:
                kept.append(player)
            elif player.country in countries:
                absorb(countries[player.country], player)
            else:
                countries[player.country] = player
                kept.append(player)
        for player in countries.values():
            player.name = fullest(player.spots)
        names = {player.name for player in kept}
        for player in kept:
            head = self._head(player.name) if player.name.count(" ") > 1 else ""
            player.name = head if head in names and " " in head else player.name
        return without_doubles(self._with_seats(without_bodies_twice(kept, self._code), countries))

    def _head(self, name: str) -> str:
        """The name before its first preposition ("Lakeside Museum on Main Street")."""
        words = name.split()
        at = next((i for i, word in enumerate(words) if word in self._language.prepositions), len(words))
        return " ".join(words[:at])

    def _with_seats(self, players: list[Player], countries: dict[str, Player]) -> list[Player]:
        """Seats of government joined to their state where they act, the text names it, and other states are about."""
        kept: list[Player] = []
        for player in players:
            seated = not player.country and not player.gender
            state = gazetteer.metonym(player.name, self._code) if seated else None
            host = countries.get(state) if state and len(countries) > 1 else None
            if host is None or not player.acts():
                kept.append(player)
                continue
            staying: list[Spot] = []
            acting: list[Spot] = []
            for spot in player.spots:
                (staying if spot.located or (spot.governed and spot.verb < 0) else acting).append(spot)
            if len(staying) > SEAT_STAYS * len(acting):
                player.spots, staying = staying, []
                kept.append(player)
            absorb(host, Player(player.name, player.kind, acting + staying, player.entities))
        return kept

    def shown(self, players: list[Player]) -> list[Player]:
        """The players that are actors, each with its kind."""
        shown: list[Player] = []
        things: list[Player] = []
        for player in players:
            player.name = fullest(player.spots) if player.name.isupper() and not player.country else player.name
            player.kind = self._kinds.kind_of(player)
        for player in of_company(players, self._language, self._lower | self._signs.things):
            player.kind = PERSON
        for player in players:
            if self._is_actor(player):
                shown.append(player)
            elif player.kind is GROUP:
                shown += bodies_of(player, self._spotter, self._signs)
            elif player.kind is OTHER:
                things.append(player)
        give_back(things, shown)
        shown = without_misspelled(without_slips(without_plurals(shown, self._language)))
        return without_shorts(shown, *generic_in(self._language.code))

    def _is_actor(self, player: Player) -> bool:
        folded = world.fold(player.name)
        if folded in self._sources or folded.rstrip(".") in self._signs.nobody:
            return False
        if self._is_medium(player) and not any(spot.form in self._title for spot in player.spots):
            return False
        if player.kind is GROUP:
            return self._is_people_at_work(player)
        if player.kind is ORGANISATION and " " not in player.name and not player.country:
            return self._is_known_body(player)
        if self._is_passing(player):
            return False
        return player.kind is not OTHER and not self._is_calling(player)

    def _is_people_at_work(self, player: Player) -> bool:
        """Whether a demonym stands for people, who act, rather than before a noun as an adjective."""
        parts = player.name.replace("-", " ").split()
        nouns = sum(not spot.attributive for spot in player.spots)
        people = len(parts) == 1 and parts[0].endswith(self._signs.acting_people_endings or ("\0",))
        passing = len(player.spots) == 1 and not player.acts()
        return people and not passing and nouns > len(player.spots) / 2

    def _is_passing(self, player: Player) -> bool:
        """Whether a body of common words ("Comité départemental") is named once and does nothing.

        One that nouns complete ("Comité d'action touristique") is one of many, whatever it does, unless it is known.
        """
        common = bool(self._language.body_adjectives) and player.name.split(" ", 1)[-1].islower()
        if player.kind is not ORGANISATION or not common or len(player.spots) > 1:
            return False
        completed = not self._language.prepositions.isdisjoint(_ELISION.split(player.name))
        known = world.fold(player.name) in self._signs.body_names
        return not known and (completed or not player.acts())

    def _is_medium(self, player: Player) -> bool:
        """Whether the player is a newspaper or station that in the lead does nothing but report."""
        if self._signs.media.isdisjoint(player.words()):
            return False
        early = (spot for spot in player.spots if 0 <= spot.verb < MEDIUM_LEAD_CHARACTERS)
        verbs = (_LOWER.match(self._text, spot.verb) for spot in early)
        return all(verb is None or verb.group() in self._language.verbs for verb in verbs)

    def _is_calling(self, player: Player) -> bool:
        """Whether the name is a word for people by their calling ("Justices"), which a heading wrote with a capital."""
        if player.kind is not PERSON or player.gender or (" " in player.name and self._language.nouns_capitalised):
            return False  # "Zerk Pohlmann"
        return self._language.is_role(self._language.singular(player.name.lower()))

    def _is_known_body(self, player: Player) -> bool:
        """Whether a single word is a body: known, or acting, or capitals with an article or spelled out in the text."""
        plural = player.name.endswith(tuple(self._signs.plural_endings) or ("\0",))
        if plural and any(spot.counted for spot in player.spots):
            return False  # "100 Polaroids"
        if self._is_listed(player) or self._is_called(player) or len({spot.form for spot in player.spots}) > 1:
            return True
        if player.acts():
            return player.name.lower() not in self._lower and not self._only_is(player)
        return _ACRONYM.match(player.name) is not None and any(spot.article for spot in player.spots)

    def _is_listed(self, player: Player) -> bool:
        """Whether a single word is among those that are bodies, or says what a body is and does something."""
        lower = player.name.lower()
        if lower in self._signs.bodies or lower in self._signs.media:
            return True
        bare = lower in self._language.organisation_words and lower not in self._lower
        return bare and (player.name.isupper() or player.acts() > 0 or len(player.spots) > 1)

    def _is_called(self, player: Player) -> bool:
        """Whether a noun before a single word, or an article before a town's name, tells a body."""
        called = any(spot.called[0] in self._signs.called_bodies for spot in player.spots)
        return called or self._kinds.is_called_after_town(player) or self._kinds.persons.is_led_marked(player)

    def _only_is(self, player: Player) -> bool:
        """Whether nothing is told of a name but how it is: "Firefox is quick"."""
        signs = self._signs
        if not player.name.istitle() or player.roles:
            return False
        told = (self._text[spot.verb : spot.verb + _TOLD].split(" ") for spot in player.spots if spot.verb >= 0)
        return all(words[0] in signs.copulas and signs.indefinite.isdisjoint(words[1:2]) for words in told)


def _words_in(text: str) -> set[str]:
    """The words of a text, each once: what repeats itself between spaces is taken apart once."""
    pieces = set(text.split())
    alone = set(filter(str.isalpha, pieces))  # Most are words without a mark.
    marked = {piece.strip(_MARKS) for piece in pieces - alone}
    whole = alone.union(filter(str.isalpha, marked))
    long = compress(whole, map(_LETTERS.__le__, map(len, whole)))
    return set(long).union(_LOWER.findall("\n".join(marked - whole)))


def _is_named_so(entity: Entity, spots: Sequence[Spot]) -> bool:
    """Whether the story has an entity's name, or a person's surname of which a heading has the full name."""
    forms = {spot.form for spot in spots}
    return entity.name in forms or (entity.kind is PERSON and entity.name.rpartition(" ")[2] in forms)
