"""The cast of an article: its named entities parted, joined and told apart until each is one body with one kind.

`names.find_entities` joins by the shape of names alone. Here the world's names are known: a country is one actor by all
its names, a seat of government stands for its state where it acts, a region is no surname, a demonym is nobody. What
tells who acts and what a name stands for is data, `languages/<code>/actors.toml`, all of it optional:

    articles = "the"           # before a name that is no person's
    finite = "won led"         # verbs that stand right after who acts, beside the verbs of speech
    verb_endings = "ed"        # endings of such verbs
    not_finite = "indeed"      # words that end so and are none
    adverbs = "also"           # may stand between who acts and the verb
    things = "cup prize"       # words that make a name an event, a work, a law
    facilities = "museum"      # words that make a name a building or ground
    bodies = "band"            # words that make a name an organisation
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bot.domain import gazetteer, languages
from bot.domain.languages import Language
from bot.domain.model import Article, Kind
from bot.domain.names import Entity

_LANGUAGES = 32
_REACH = 32
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
_AFTER = re.compile(r"\s+([^\W\d_]+(?:['’-][^\W_]+)*)(?:\s+([^\W\d_]+(?:['’-][^\W_]+)*))?")
_AGE = re.compile(r",\s\d{1,3}\b(?!,\d)|\s\(\d{1,3}\)")
_POSSESSIVE = ("'s", "’s", "' ", "’ ")
_PERSON_WORDS = 4


@dataclass(frozen=True, slots=True)
class Signs:
    """One language's data on who acts and what names stand for; words in lower case."""

    articles: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    not_finite: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    facilities: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with what stands around it.

    Attributes:
        start, end: offsets in the article's text.
        form: the text between them.
        verb: offset of the verb that the mention is the subject of, -1 when it is of none.
        governed: whether a preposition stands before it.
        located: whether that preposition tells where.
        article: whether an article stands before it.
        attributive: whether it stands right before a noun or another name, as an adjective does.
        aged: whether an age follows it, as after people's names.
    """

    start: int
    end: int
    form: str
    verb: int = -1
    governed: bool = False
    located: bool = False
    article: bool = False
    attributive: bool = False
    aged: bool = False


@dataclass(slots=True)
class Player:
    """One body of the story: its names, what it is, where it stands, which entities it comes from."""

    name: str
    kind: Kind
    places: list[Place]
    entities: list[int]
    gender: str = ""
    country: str | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)

    def forms(self) -> Counter[str]:
        """How often the text uses each of its names."""
        return Counter(place.form for place in self.places)


def cast(article: Article, entities: Sequence[Entity]) -> list[Player]:
    """The bodies that the article names, each once, in no order; months, sources and adjectives are left out."""
    company = _Company(article)
    players = [player for index, entity in enumerate(entities) for player in company.parted(index, entity)]
    players = company.joined(players)
    for player in players:
        player.kind = company.kind(player)
    return [player for player in players if company.is_shown(player)]


@lru_cache(maxsize=_LANGUAGES)
def signs_of(code: str) -> Signs:
    """The data of a language, empty where it has none."""
    path = files(languages.__name__) / (code or "en") / "actors.toml"
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if code and path.is_file() else {}
    words = {part.name: frozenset(table.get(part.name, "").split()) for part in fields(Signs)}
    endings = tuple(words.pop("verb_endings"))
    return Signs(verb_endings=endings, **words)


class _Company:
    """What is known of one article when its cast is gathered."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._language: Language = languages.of(article.language)
        self._code = self._language.code or None
        self._world = gazetteer.of(self._code)
        self._signs = signs_of(self._language.code)
        own = (article.site, article.source, *article.authors)
        self._not_shown = {gazetteer.fold(name) for name in own if name} | set(self._language.agencies)
        self._lower = set(re.findall(r"\b[^\W\d_A-Z]{3,}", article.text))

    def parted(self, index: int, entity: Entity) -> Iterable[Player]:
        """The entity's players: a form that names a country or region of its own leaves an entity that is no person."""
        places = [self._place(mention.start, mention.end) for mention in entity.mentions]
        roles = [(role.start, role.end) for role in entity.roles]
        whole = Player(entity.name, entity.kind, places, [index], entity.gender, roles=roles)
        whole.country = gazetteer.country_of(entity.name, self._code)
        own = [form for form in entity.aliases if self._names_another(form, entity, whole.country)]
        for form in own:
            parted = [place for place in whole.places if place.form == form]
            whole.places = [place for place in whole.places if place.form != form]
            country = gazetteer.country_of(form, self._code)
            yield Player(form, Kind.PLACE, parted, [index], country=country)
        if whole.places:
            yield whole

    def _names_another(self, form: str, entity: Entity, country: str | None) -> bool:
        if entity.kind is Kind.PERSON and (entity.gender or entity.name.split()[0] == form):
            return False
        code = gazetteer.country_of(form, self._code)
        if code is not None:
            return code != country
        return form in entity.name and gazetteer.is_region(form, self._code) and not form.isupper()

    def _place(self, start: int, end: int) -> Place:
        """The mention at these offsets with what stands around it."""
        text, language, signs = self._text, self._language, self._signs
        before = [word.lower().rstrip(".") for word in _WORD.findall(self._before(start))][-2:]
        article = bool(before) and before[-1] in signs.articles
        head = before[:-1] if before and (article or before[-1] in language.determiners) else before
        governed = bool(head) and head[-1] in language.prepositions
        located = bool(head) and head[-1] in language.place_prepositions
        possessive = text.startswith(_POSSESSIVE, end) and (text[end + 1 : end + 2] == "s" or text[end - 1] == "s")
        following = None if possessive else _AFTER.match(text, end, end + 2 * _REACH)
        verb, attributive = -1, False
        if following is not None:
            verb = -1 if governed else self._verb(following)
            word = following.group(1)
            attributive = verb < 0 and (word[0].isupper() or not self._is_function(word.lower()))
        aged = _AGE.match(text, end, end + len(" (100)")) is not None
        return Place(start, end, text[start:end], verb, governed, located, article, attributive, aged)

    def _before(self, start: int) -> str:
        """What stands before an offset in its clause, a few words at the most."""
        head = self._text[max(0, start - _REACH) : start]
        cut = max(head.rfind(mark) for mark in ',.;:!?\n("“„«—–')
        point = cut if cut >= 0 and not (head[cut] == "." and not head[cut + 1 : cut + 2].isspace()) else -1
        return head[point + 1 :]

    def _verb(self, following: re.Match[str]) -> int:
        """The offset of the finite verb in the two words after a name, -1 when there is none."""
        first, second = following.group(1), following.group(2)
        if self.is_verb(first):
            return following.start(1)
        adverb = first in self._signs.adverbs or first.endswith("ly")
        return following.start(2) if adverb and second and self.is_verb(second) else -1

    def is_verb(self, word: str) -> bool:
        """Whether a word after a name is a verb of its clause."""
        language, signs = self._language, self._signs
        if not word[0].islower() or word in signs.not_finite or word in signs.adverbs:
            return False
        if word in signs.finite or word in language.verbs or (word in language.weak_verbs and word not in signs.breaks):
            return True
        return bool(signs.verb_endings) and len(word) > len("need") and word.endswith(signs.verb_endings)

    def _is_function(self, word: str) -> bool:
        language = self._language
        return word in language.function_words or word in language.auxiliaries or word in self._signs.adverbs

    def joined(self, players: list[Player]) -> list[Player]:
        """Players that are one body made one: countries by code, seats that act, longer and shorter forms."""
        countries: dict[str, Player] = {}
        kept: list[Player] = []
        for player in players:
            host = countries.get(player.country) if player.country else None
            if host is not None:
                _absorb(host, player)
                continue
            if player.country:
                countries[player.country] = player
            kept.append(player)
        for player in countries.values():
            player.name = self._country_name(player)
        return _without_doubles(self._with_seats(kept, countries))

    def _country_name(self, player: Player) -> str:
        """The country's fullest name in the text: no abbreviation where there is another."""
        forms = player.forms()
        return max(forms, key=lambda form: (not form.replace(".", "").isupper(), " " in form, forms[form]))

    def _with_seats(self, players: list[Player], countries: dict[str, Player]) -> list[Player]:
        """Seats of government joined to their state where they act, the text names it, and other states are about."""
        kept: list[Player] = []
        for player in players:
            state = None if player.country or player.gender else gazetteer.metonym(player.name, self._code)
            host = countries.get(state) if state else None
            if host is None or len(countries) == 1:
                kept.append(player)
                continue
            staying = [place for place in player.places if place.located or (place.governed and place.verb < 0)]
            acting = [place for place in player.places if place not in staying]
            if not any(place.verb >= 0 for place in acting):
                kept.append(player)
                continue
            _absorb(host, Player(player.name, player.kind, acting, player.entities))
            if len(staying) > len(acting):
                player.places = staying
                kept.append(player)
        return kept

    def kind(self, player: Player) -> Kind:
        """What the player is, by the world's names, by the words of its name, by what stands around it."""
        if player.country is not None:
            return Kind.PLACE
        name = player.name
        words = [word.lower().rstrip(".") for word in name.split()]
        by_words = self._kind_by_words(player, words)
        if by_words is not None:
            return by_words
        if self._is_place(player) and not player.gender:
            return Kind.PLACE
        if player.kind is Kind.PERSON or self._is_person(player, words):
            return Kind.PERSON
        acts = len(words) == 1 and any(place.verb >= 0 for place in player.places)
        return Kind.ORGANISATION if player.kind is Kind.OTHER and acts else player.kind

    def _kind_by_words(self, player: Player, words: list[str]) -> Kind | None:
        signs, language = self._signs, self._language
        given = player.kind is Kind.PERSON and (player.gender or player.roles)
        if gazetteer.is_people(player.name, self._code):
            return Kind.GROUP
        if len(words) > 1 and words[-1] in signs.things and not given:
            return Kind.OTHER
        if any(word in signs.facilities for word in words) and not given:
            return Kind.PLACE if self._is_ground(player) else Kind.ORGANISATION
        body = any(word in signs.bodies for word in words) and not (given and len(words) > 1)
        if body or (any(word in language.organisation_words for word in words) and not given):
            return Kind.ORGANISATION
        return None

    def _is_ground(self, player: Player) -> bool:
        """Whether a building's name stands for the ground: things happen at it more often than it acts."""
        acting = sum(place.verb >= 0 for place in player.places)
        located = sum(place.located or place.governed for place in player.places)
        return acting == 0 or located > acting

    def _is_place(self, player: Player) -> bool:
        """Whether the name is a region's or a city's, and the text does not treat it as a person."""
        if gazetteer.is_region(player.name, self._code):
            return not player.roles
        city = gazetteer.city_of(player.name, self._code)
        located = sum(place.located for place in player.places)
        if player.kind is Kind.PLACE:
            return True
        if city is not None and not player.roles:
            return located > 0 or not gazetteer.given_name(player.name) is not None
        return (
            located * 2 > len(player.places)
            and player.kind is Kind.OTHER
            and not player.roles
            and (not any(place.article for place in player.places))
        )

    def _is_person(self, player: Player, words: list[str]) -> bool:
        """Whether a name without a known given name is a person's: its shape, and what stands beside it."""
        if player.kind is not Kind.OTHER or any(place.article for place in player.places):
            return False
        if len(words) == 1:
            return player.name in languages.given_names() or bool(player.roles)
        plain = len(words) <= _PERSON_WORDS and all(part.isalpha() for word in words for part in word.split("-"))
        if not plain or any(word in self._language.function_words for word in words):
            return False
        return not any(word in self._lower for word in words) or any(place.aged for place in player.places)

    def is_shown(self, player: Player) -> bool:
        """Whether the player is an actor at all: no source, no adjective, no single capital that nobody knows."""
        folded = gazetteer.fold(player.name)
        if folded in self._not_shown:
            return False
        if player.kind is Kind.GROUP and gazetteer.is_people(player.name, self._code):
            return self._is_people_at_work(player)
        return player.kind is not Kind.OTHER

    def _is_people_at_work(self, player: Player) -> bool:
        """Whether a demonym stands for people, who act, rather than before a noun as an adjective."""
        plural = player.name.endswith("s") and self._language.code == "en"
        nouns = sum(not place.attributive for place in player.places)
        return plural and nouns * 2 > len(player.places)


def _absorb(host: Player, guest: Player) -> None:
    host.places = sorted(host.places + guest.places, key=lambda place: place.start)
    host.entities += guest.entities
    host.roles += guest.roles
    host.gender = host.gender or guest.gender


def _without_doubles(players: list[Player]) -> list[Player]:
    """Players with the same name, or whose name begins another's of two words and more, made one."""
    by_name: dict[str, Player] = {}
    for player in sorted(players, key=lambda player: -len(player.name)):
        folded = gazetteer.fold(player.name)
        same = by_name.get(folded)
        if same is not None:
            _absorb(same, player)
            continue
        by_name[folded] = player
    return list(by_name.values())
