"""The cast of an article: its named entities parted, joined and told apart until each is one body with one kind.

`names.find_entities` joins by the shape of names alone. Here the world's names are known: a country is one actor by all
its names, a seat of government stands for its state where it acts, a region is no surname, a demonym is nobody, and
neither is the publisher, the agency that reported, or what stands in credits alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from bot.domain.actors.kinds import Kinds, Player
from bot.domain.actors.spots import Spot, Spotter, signs_of
from bot.domain.language import gazetteer, languages
from bot.domain.names.names import Entity
from bot.domain.speech.quotes import FoundQuote
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from config.limits import MEDIUM_LEAD_CHARACTERS, SEAT_STAYS, SLIP_LETTERS, SLIP_MENTIONS, SPORT_WORDS

_LOWER = re.compile(r"\b[^\W\d_]{3,}")
_ACRONYM = re.compile(r"[^\W\d_a-z]{2,6}$")
_NAMED_PAIR = 2
_TOLD = 24
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiouyäöüéèáíóúâîăаеиоуіїєяю]")


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
        self._bodies = self._signs.bodies | self._language.organisation_words
        own = (article.site, article.source, *article.authors)
        self._sources = {gazetteer.fold(name) for name in own if name} | set(self._language.agencies)
        self._lower = {word for word in _LOWER.findall(article.text) if word[0].islower()}
        self._kinds = Kinds(self._language, self._signs, self._lower, sport=self._is_sport(), speakers=speakers)
        self._title = article.title or ""

    def _is_sport(self) -> bool:
        """Whether the text reports a match: enough different words of sport among its words."""
        nouns = gazetteer.of(self._code).sport_nouns & self._lower
        return len(nouns) >= SPORT_WORDS

    def know(self, entities: Sequence[Entity]) -> None:
        """Keep the names of all entities, to tell a name within another."""
        self._names = {entity.name for entity in entities}

    def parted(self, index: int, entity: Entity) -> Iterator[Player]:
        """The entity's players: a form that names a country or region of its own leaves the others."""
        spots = [self._spotter.spot(mention.start, mention.end) for mention in entity.mentions]
        spots = [spot for spot in spots if not spot.heading]
        country = gazetteer.country_of(entity.name, self._code)
        taken: set[str] = set()
        for form in entity.aliases:
            person = self._person_within(form, entity)
            if person or self._names_another(form, entity, country):
                forms = {form, *person} - taken
                taken |= forms
                parted = [spot for spot in spots if spot.form in forms]
                own = gazetteer.country_of(form, self._code)
                if parted:
                    yield Player(form, Kind.PERSON if person else Kind.PLACE, parted, [index], country=own)
        spots = [spot for spot in spots if spot.form not in taken]
        if spots:
            name = entity.name if any(spot.form == entity.name for spot in spots) else _fullest(spots)
            roles = [(role.start, role.end) for role in entity.roles]
            kind = self._guess(entity)
            yield self._without_body(Player(name, kind, spots, [index], entity.gender, country, roles))

    def _person_within(self, form: str, entity: Entity) -> tuple[str, ...]:
        """The forms of a person after whom a body is called ("Anna Berg Foundation"), none where there is none."""
        parts = form.split()
        given = languages.given_names()
        called = (
            entity.kind is not Kind.PERSON and len(parts) > 1 and parts[0] in given and entity.name.startswith(form)
        )
        return (form, parts[-1]) if called else ()

    def _guess(self, entity: Entity) -> Kind:
        """The kind that the name's shape tells; a single word that only speaks may be a company as well."""
        known = entity.gender or entity.roles or " " in entity.name or entity.name in languages.given_names()
        return entity.kind if entity.kind is not Kind.PERSON or known else Kind.OTHER

    def _names_another(self, form: str, entity: Entity, country: str | None) -> bool:
        """Whether an alias is a country or region that the entity's name merely holds ("Australia")."""
        if entity.kind is Kind.PERSON and (entity.gender or entity.name.split()[0] == form):
            return False
        code = gazetteer.country_of(form, self._code)
        if code is not None:
            return code != country
        return form in entity.name and not form.isupper() and gazetteer.is_region(form, self._code)

    def _without_body(self, player: Player) -> Player:
        """A person's name freed of the body that stands before it ("Lakeside News Anna Berg")."""
        parts = player.name.split()
        given = languages.given_names()
        within = next((i for i in range(1, len(parts) - 1) if " ".join(parts[i:]) in self._names), 0)
        if within and gazetteer.is_country(" ".join(parts[:within]), self._code):
            player.name = " ".join(parts[within:])
            return player
        at = next((i for i in range(1, len(parts) - 1) if parts[i] in given), 0)
        if not at or parts[0] in given or len(parts) - at > _NAMED_PAIR + 1 or parts[at + 1].islower():
            return player
        lowers = player.words()
        if self._language.postposed and (self._language.is_body(lowers[0]) or parts[at - 1].islower()):
            return player  # "Instituto Ricardo Jorge" is called after somebody.
        begins = at == 1 and player.spots[0].initial
        if not self._bodies.isdisjoint(lowers[at:]) or (not begins and self._bodies.isdisjoint(lowers[:at])):
            return player
        player.name, player.kind, player.gender = " ".join(parts[at:]), Kind.PERSON, given[parts[at]]
        start = player.spots[0].start
        if begins:
            player.roles.append((start, start + len(parts[0])))
        return player

    def joined(self, players: list[Player]) -> list[Player]:
        """Players that are one body made one: countries by code, seats that act, the same name twice."""
        countries: dict[str, Player] = {}
        kept: list[Player] = []
        for player in players:
            if player.country is None:
                kept.append(player)
            elif player.country in countries:
                _absorb(countries[player.country], player)
            else:
                countries[player.country] = player
                kept.append(player)
        for player in countries.values():
            player.name = _fullest(player.spots)
        names = {player.name for player in kept}
        for player in kept:
            head = self._head(player.name)
            player.name = head if head in names and " " in head else player.name
        return _without_doubles(self._with_seats(_without_bodies_twice(kept, self._code), countries))

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
            _absorb(host, Player(player.name, player.kind, acting + staying, player.entities))
        return kept

    def shown(self, players: list[Player]) -> list[Player]:
        """The players that are actors, each with its kind."""
        shown: list[Player] = []
        things: list[Player] = []
        for player in players:
            player.name = _fullest(player.spots) if player.name.isupper() and not player.country else player.name
            player.kind = self._kinds.kind_of(player)
            if self._is_actor(player):
                shown.append(player)
            elif player.kind is Kind.OTHER:
                things.append(player)
        _give_back(things, shown)
        shown = _without_misspelled(_without_slips(_without_plurals(shown)))
        generic = self._signs.media | self._language.organisation_words | self._language.organisation_suffixes
        return _without_shorts(shown, generic, generic | self._signs.bodies)

    def _is_actor(self, player: Player) -> bool:
        folded = gazetteer.fold(player.name)
        if folded in self._sources or folded.rstrip(".") in self._signs.nobody:
            return False
        if self._is_medium(player) and not any(spot.form in self._title for spot in player.spots):
            return False
        if player.kind is Kind.GROUP:
            return self._is_people_at_work(player)
        if player.kind is Kind.ORGANISATION and " " not in player.name and not player.country:
            return self._is_known_body(player)
        if self._is_passing(player):
            return False
        return player.kind is not Kind.OTHER and not self._is_calling(player)

    def _is_people_at_work(self, player: Player) -> bool:
        """Whether a demonym stands for people, who act, rather than before a noun as an adjective."""
        parts = player.name.replace("-", " ").split()
        nouns = sum(not spot.attributive for spot in player.spots)
        people = len(parts) == 1 and parts[0].endswith(self._signs.acting_people_endings or ("\0",))
        passing = len(player.spots) == 1 and not player.acts()
        return people and not passing and nouns > len(player.spots) / 2

    def _is_passing(self, player: Player) -> bool:
        """Whether a body of common words ("Comité départemental") is named once and does nothing."""
        common = bool(self._language.body_adjectives) and player.name.split(" ", 1)[-1].islower()
        return player.kind is Kind.ORGANISATION and common and len(player.spots) == 1 and not player.acts()

    def _is_medium(self, player: Player) -> bool:
        """Whether the player is a newspaper or station that in the lead does nothing but report."""
        if self._signs.media.isdisjoint(player.words()):
            return False
        early = (spot for spot in player.spots if 0 <= spot.verb < MEDIUM_LEAD_CHARACTERS)
        verbs = (_LOWER.match(self._text, spot.verb) for spot in early)
        return all(verb is None or verb.group() in self._language.verbs for verb in verbs)

    def _is_calling(self, player: Player) -> bool:
        """Whether the name is a word for people by their calling ("Justices"), which a heading wrote with a capital."""
        lower = player.name.lower()
        return player.kind is Kind.PERSON and self._language.is_role(lower.removesuffix("s")) and not player.gender

    def _is_known_body(self, player: Player) -> bool:
        """Whether a single word is a body: known, or acting, or capitals with an article or spelled out in the text."""
        plural = player.name.endswith(tuple(self._signs.plural_endings) or ("\0",))
        if plural and any(spot.counted for spot in player.spots):
            return False  # "100 Polaroids"
        lower = player.name.lower()
        bare = lower in self._language.organisation_words and lower not in self._lower
        known = (
            lower in self._signs.bodies
            or lower in self._signs.media
            or (bare and (player.name.isupper() or player.acts() > 0 or len(player.spots) > 1))
        )
        called = any(spot.called[0] in self._signs.called_bodies for spot in player.spots)
        called = called or self._kinds.is_called_after_town(player)
        if known or called or len({spot.form for spot in player.spots}) > 1:
            return True
        if player.acts():
            return lower not in self._lower and not self._only_is(player)
        return _ACRONYM.match(player.name) is not None and any(spot.article for spot in player.spots)

    def _only_is(self, player: Player) -> bool:
        """Whether nothing is told of a name but how it is: "Firefox is quick"."""
        signs = self._signs
        if not player.name.istitle() or player.roles:
            return False
        told = (self._text[spot.verb : spot.verb + _TOLD].split(" ") for spot in player.spots if spot.verb >= 0)
        return all(words[0] in signs.copulas and signs.indefinite.isdisjoint(words[1:2]) for words in told)


def _fullest(spots: Sequence[Spot]) -> str:
    """The name that says most: no capitals where there is another form, several words rather than one."""
    forms = Counter(spot.form for spot in spots)
    return max(forms, key=lambda form: (not form.replace(".", "").isupper(), " " in form, forms[form]))


def _absorb(host: Player, guest: Player) -> None:
    host.spots = sorted(host.spots + guest.spots, key=_start)
    host.entities += guest.entities
    host.roles += guest.roles
    host.gender = host.gender or guest.gender


def _start(spot: Spot) -> int:
    return spot.start


def _without_doubles(players: list[Player]) -> list[Player]:
    """Players with the same name made one."""
    by_name: dict[str, Player] = {}
    for player in players:
        folded = gazetteer.fold(player.name)
        if folded in by_name:
            _absorb(by_name[folded], player)
        else:
            by_name[folded] = player
    return list(by_name.values())


def _without_bodies_twice(players: list[Player], code: str | None) -> list[Player]:
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
        host.kind = Kind.ORGANISATION
        _absorb(host, player)
    return kept


def _give_back(things: list[Player], shown: list[Player]) -> None:
    """Let what is called after a body count as the body's mention: "Northern Lights Cup" after "Northern Lights"."""
    bodies = {player.name: player for player in shown if player.kind is Kind.ORGANISATION and " " in player.name}
    for thing in things:
        words = thing.name.split()
        for count in range(len(words) - 1, 1, -1):
            body = bodies.get(" ".join(words[:count]))
            if body is not None:
                _absorb(body, thing)
                break


def _without_plurals(players: list[Player]) -> list[Player]:
    """Players less families and kinds of others: "the Lees" beside Ann Lee, "PACs" beside a PAC."""
    surnames = {player.words()[-1] for player in players if player.kind is Kind.PERSON and " " in player.name}
    by_name = {player.name: player for player in players}
    kept: list[Player] = []
    for player in players:
        one = player.name.removesuffix("s")
        if one == player.name or " " in one or player.country or player.kind is Kind.GROUP:
            kept.append(player)
        elif one.isupper() and one in by_name:
            _absorb(by_name[one], player)
        elif one.lower() not in surnames or player.gender:
            kept.append(player)
    return kept


def _without_slips(players: list[Player]) -> list[Player]:
    """People less those whose given name is another's with a vowel miswritten, once ("Martin" for "Marten Berg")."""
    by_shape: dict[str, Player] = {}
    for player in players:
        shape = _shape(player)
        if shape and (shape not in by_shape or len(player.spots) > len(by_shape[shape].spots)):
            by_shape[shape] = player
    kept: list[Player] = []
    for player in players:
        host = by_shape.get(_shape(player), player)
        alike = host is not player and not {host.gender, player.gender} >= {"m", "f"}
        if alike and len(player.spots) == 1 and len(host.spots) >= SLIP_MENTIONS:
            _absorb(host, player)
        else:
            kept.append(player)
    return kept


def _without_misspelled(players: list[Player]) -> list[Player]:
    """People less a surname that stands once alone and is one other's but for a vowel or a doubled letter.

    News names people in full first: "Ms Bragnall" beside Ann Bregnal is nobody else.
    """
    hosts: dict[str, list[Player]] = defaultdict(list)
    for player in players:
        if player.kind is Kind.PERSON and " " in player.name:
            hosts[_skeleton(player.words()[-1])].append(player)
    kept: list[Player] = []
    for player in players:
        alone = player.kind is Kind.PERSON and " " not in player.name and len(player.spots) == 1
        found = hosts.get(_skeleton(player.words()[0]), []) if alone else []
        one = len(found) == 1 and not {found[0].gender, player.gender} >= {"m", "f"}
        if one and len(player.name) >= SLIP_LETTERS:
            _absorb(found[0], player)
        else:
            kept.append(player)
    return kept


def _skeleton(word: str) -> str:
    """A word's first letter and its consonants, doubled ones once."""
    return word[:1] + _DOUBLED.sub(r"\1", _VOWEL.sub("", word[1:]))


def _shape(player: Player) -> str:
    """A person's name with the vowels within its given name blanked; "" where there is none long enough."""
    given, _, rest = player.name.partition(" ")
    if player.kind is not Kind.PERSON or not rest or len(given) < SLIP_LETTERS:
        return ""
    return f"{given[0]}{_VOWEL.sub('*', given[1:-1])}{given[-1]} {rest}"


def _without_shorts(players: list[Player], generic: frozenset[str], known: frozenset[str]) -> list[Player]:
    """Players whose name shortens one other's made one with it: a person's last words, a body's first.

    A single word that nobody knows may be a family name that stands first ("Kim"). `generic` are words that end bodies'
    names, `known` those that are bodies.
    """
    hosts = _by_shorter(players, generic)
    kept: list[Player] = []
    for player in players:
        name = " ".join(player.words())
        kinds = [player.kind]
        if player.kind is Kind.ORGANISATION and " " not in name and name not in known:
            kinds.append(Kind.PERSON)
        found = next((hosts[kind, name] for kind in kinds if (kind, name) in hosts), [])
        if len(found) == 1:
            _absorb(found[0], player)
        else:
            kept.append(player)
    return kept


def _by_shorter(players: list[Player], generic: frozenset[str]) -> dict[tuple[Kind, str], list[Player]]:
    """People and bodies of several words by what may shorten their names."""
    hosts: dict[tuple[Kind, str], list[Player]] = defaultdict(list)
    for player in players:
        words = player.words()
        counts = range(1, len(words))
        if player.kind is Kind.PERSON:
            shorter = {words[0], *(" ".join(words[-count:]) for count in counts)} if len(words) > 1 else set()
        elif player.kind is Kind.ORGANISATION:
            shorter = {" ".join(words[:count]) for count in counts if generic.issuperset(words[count:])}
        else:
            shorter = set()
        for name in shorter:
            hosts[player.kind, name].append(player)
    return hosts
