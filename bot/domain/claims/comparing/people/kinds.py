"""Which firm or town a noun for its kind stands for: "Norvik closed two shops. The retailer lost money".

A file `kinds.toml` in a language's folder lists the nouns, in every form that stands with an article:

    firms = "retailer carmaker"   # firms by what they do
    towns = "town city village"   # places by their size
    seats = "mayor council"       # words before "of" and the name of a town
    articled = true               # whether firms' names have articles: "a Lusolar"
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages
from bot.domain.language.gazetteer import is_country, is_region
from bot.domain.values.actor import Kind

_LANGUAGES = 32
# How many sentences back a firm or a town is named, and how many words part a firm's name from the noun for it.
_BACK, _BESIDE = 2, 3
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KindNouns:
    """One language's nouns for firms and towns, as they are compared, and the stems of both."""

    firms: frozenset[str] = _NOBODY
    towns: frozenset[str] = _NOBODY
    seats: frozenset[str] = _NOBODY
    stems: frozenset[str] = _NOBODY
    articled: bool = False


@lru_cache(maxsize=_LANGUAGES)
def kinds_of(code: str) -> KindNouns:
    """A language's nouns for firms and towns; none for a language without a file."""
    path = languages.DATA / code / "kinds.toml"
    if not code or not path.is_file():
        return KindNouns()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    firms, towns, seats = (frozenset(map(plain, table[key].split())) for key in ("firms", "towns", "seats"))
    return KindNouns(
        firms, towns, seats, frozenset(map(wording_of(code).stem, firms | towns)), table.get("articled", False)
    )


def only_of_kind(naming: Naming, before: Sequence[Told], told: Told, at: int) -> int | None:
    """The only firm or town named last that a definite noun at a place may stand for; None where none is sure."""
    noun, kinds = told.tokens[at], kinds_of(naming.reading.language.code)
    if noun.plain in kinds.firms:
        opens = at == (noun.before != "")
        firm = _firm(naming, kinds, before, noun) if opens else None
        return None if firm is None or _is_used(before, noun) else firm
    if noun.plain in kinds.towns:
        return _town(naming, kinds, [told.tokens[:at], *(one.tokens for one in before[: -_BACK - 1 : -1])])
    return None


def names_organisation(reading: Reading, told: Told) -> bool:
    """Whether a sentence names a body that is surely one."""
    return any(reading.entities[number].kind is Kind.ORGANISATION for number in told.named)


def _is_used(before: Sequence[Told], noun: Token) -> bool:
    """Whether the article has a noun before, which then may mean another."""
    written = {noun.stem, noun.plain}
    return any(not written.isdisjoint(token.keys) for one in before for token in one.tokens)


def _firm(naming: Naming, kinds: KindNouns, before: Sequence[Told], noun: Token) -> int | None:
    """The firm of the nearest sentence that names one, where it is the only one there and called a firm somewhere."""
    somebody = naming.reading.language.is_role(noun.text.lower())
    for told in before[: -_BACK - 1 : -1]:
        if somebody and any(map(naming.is_person, told.named)):
            return None  # A producer may be a person.
        bodies = [number for number, places in told.named.items() if _may_be_firm(naming, number, told, places[0])]
        called = _firms_in(kinds, told)
        if not bodies and not called:
            continue
        if len(bodies) != 1 or not set(called) <= _beside(naming, told, bodies[0]):
            return None  # Another firm is told of.
        known = any(not _beside(naming, one, bodies[0]).isdisjoint(_firms_in(kinds, one)) for one in before)
        fits = known and _agrees(naming, kinds, told.tokens[told.named[bodies[0]][0]], noun)
        return bodies[0] if fits and naming.reading.may_be_kind(bodies[0], noun.folded, noun.keys, str) else None
    return None


def _firms_in(kinds: KindNouns, told: Told) -> list[int]:
    """Where nouns for firms stand that are no part of a name."""
    return [at for at, token in enumerate(told.tokens) if token.plain in kinds.firms and not token.entities]


def _beside(naming: Naming, told: Told, number: int) -> set[int]:
    """The places beside what a sentence names, up to a preposition: not "a brewer from Selby"."""
    places, tokens = told.named.get(number, []), told.tokens
    if not places:
        return set()
    rows = (
        range(min(places) - 1, max(-1, min(places) - 1 - _BESIDE), -1),
        range(max(places) + 1, min(len(tokens), max(places) + 1 + _BESIDE)),
    )
    return {at for row in rows for at in takewhile(lambda at: not _is_tie(naming, tokens[at]), row)}


def _is_tie(naming: Naming, token: Token) -> bool:
    """Whether a word is a preposition and no article."""
    tied = token.folded in naming.words.ties or token.folded in naming.of_words
    return tied and token.folded not in naming.leading


def _may_be_firm(naming: Naming, number: int, told: Told, at: int) -> bool:
    kind = naming.reading.entities[number].kind
    articled = told.tokens[at].before in naming.leading  # "A Lusolar": no preposition.
    other = kind is Kind.OTHER and not naming.is_human(number) and (articled or not naming.is_where(number))
    return kind is Kind.ORGANISATION or other


def _agrees(naming: Naming, kinds: KindNouns, name: Token, noun: Token) -> bool:
    """Whether a name may be a firm's by its article, which a noun for it has too: "a Lusolar", "a imobiliária"."""
    if name.before not in naming.leading:
        return True
    articles = naming.reading.language.articles
    return kinds.articled and len({"", articles.get(name.before, ""), articles.get(noun.before, "")}) <= len("mf")


def _town(naming: Naming, kinds: KindNouns, near: Iterable[Sequence[Token]]) -> int | None:
    """The only place that the last words name, which is told to be a town."""
    code = naming.reading.language.code
    found, sure = set[int](), set[int]()
    for tokens in near:
        for at, token in enumerate(tokens):
            for number in token.entities:
                entity = naming.reading.entities[number]
                placed = entity.kind in {Kind.OTHER, Kind.PLACE} and not naming.is_human(number)
                if placed and not is_country(entity.name, code) and not is_region(entity.name, code):
                    found.add(number)
                    if entity.kind is Kind.PLACE or _is_led(naming, kinds, tokens, at):
                        sure.add(number)
    return next(iter(sure)) if len(found) == 1 and sure else None


def _is_led(naming: Naming, kinds: KindNouns, tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands behind a word for who or what a town has: "the mayor of Harnby"."""
    if at < len("of") or (tokens[at].before not in naming.of_words and tokens[at].before not in naming.words.ties):
        return False
    return tokens[at - 2].plain in kinds.seats or tokens[at - 2].plain in kinds.towns
