"""Lays a claim's words beside a sentence's: which word of the one is which of the other."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice, permutations

from bot.domain.claims.comparing.quantities import said_for
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import FORMER, LONG_STEM, NOT, Wording, alike
from config.limits import WORD_SHAPES

_PART_LETTERS = 4
_DIGITS = frozenset("0123456789")
# How many words of a claim may be taken for told elsewhere than where the sentence has them.
_APART = 2
# How many words stand between a deed and what a preposition ties to it.
_TIED_WORDS = 2
_COMPARED = 6
# How many words nearer another word must stand than the very one to be taken in its place.
_OTHER_WORD = 8
# How many words nearer a pronoun must stand than a name to be taken in its place, behind another word of the claim.
_PRONOUN = 16
# A thing, its number and its unit.
_GAPPED = 3


@dataclass(eq=False)
class Aligned:
    """A claim's tokens that say something, each with the position of its match in a sentence, None without one.

    Attributes:
        missing: positions in `tokens` of what the sentence has not.
        pairs: the tokens that have a match, with its position.
    """

    told: Told
    tokens: Sequence[Token]
    places: Sequence[int | None]
    missing: list[int] = field(init=False)
    pairs: list[tuple[Token, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Part what has a match from what has none, as whoever lays a claim beside a sentence asks for both."""
        places = self.places
        self.missing = [at for at, place in enumerate(places) if place is None]
        self.pairs = [(token, place) for token, place in zip(self.tokens, places, strict=True) if place is not None]

    @property
    def share(self) -> float:
        """How much of what is said the sentence has, from 0 to 1."""
        return 1 - len(self.missing) / len(self.places) if self.places else 0.0

    def pairs_of(self, clause: int) -> list[tuple[Token, int]]:
        """The pairs of one clause of the claim."""
        return self._by_clause.get(clause, [])

    @cached_property
    def _by_clause(self) -> dict[int, list[tuple[Token, int]]]:
        """The pairs of each clause of the claim, asked for by many rules."""
        found: dict[int, list[tuple[Token, int]]] = {}
        for pair in self.pairs:
            clause = pair[0].clause
            if clause in found:
                found[clause].append(pair)
            else:
                found[clause] = [pair]
        return found

    @cached_property
    def matched(self) -> frozenset[int]:
        """Positions in the sentence of what the claim takes."""
        return frozenset([place for place in self.places if place is not None])

    @cached_property
    def taken(self) -> set[int]:
        """Which of the claim's words have a match, by their positions."""
        return {at for at, place in enumerate(self.places) if place is not None}

    @cached_property
    def used(self) -> set[int]:
        """The sentence's clauses that the claim's words come from."""
        return {self.told.tokens[place].clause for place in self.matched}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def align(tokens: Sequence[Token], told: Told, words: Wording, *, compounds: bool, exact: int = _OTHER_WORD) -> Aligned:
    """Match tokens that say something with those of a sentence; of several matches the one nearest to its neighbours'.

    `compounds` is whether words of the language are made of others ("Sturmwarnung"); `exact` is how many words nearer
    another word must stand than the very one to be taken in its place.
    """
    options = [_options(token, told, words, compounds=compounds) for token in tokens]
    places: list[int | None] = [found[0] if len(found) == 1 else None for found in options]
    alone = [place for place in places if place is not None]
    stems = {token.stem for token in tokens}
    for at, found in enumerate(options):
        if len(found) > 1:
            free = found
            if not tokens[at].entities:
                free = _own(tokens[at], _untaken(tokens, at, found, places), told, alone, stems)
            far = exact if at and not tokens[at].entities else _OTHER_WORD  # Who does it is not said otherwise.
            if tokens[at].entities and tokens[at].entities != tokens[0].entities:
                far = _PRONOUN  # "Ann Holm gave the firm to her son": the firm is given by Ann Holm, not by "her".
            inside = at and tokens[at - 1].clause == tokens[at].clause
            same = _exact(tokens[at], free, told) if inside else _doing(tokens[at], free, told, words)
            places[at] = _nearest(free, at, places, same=same, exact=far)
    return Aligned(told, tokens, places)


def fullest(near: Sequence[Aligned], most: int) -> list[int]:
    """Numbers of the sentences, `most` of them, that have most of a claim together, in the article's order."""
    found: list[int] = []
    covered = set[int]()
    for _ in range(min(most, len(near))):
        best = max(near, key=lambda one: len(one.taken - covered))
        if not best.taken - covered:
            break
        covered |= best.taken
        found.append(best.told.number)
    return sorted(found)


def _untaken(tokens: Sequence[Token], at: int, found: list[int], places: Sequence[int | None]) -> list[int]:
    """The places of a word but for those that the same word of a claim, said before, stands for; all where none."""
    said = tokens[at].plain
    taken = [places[before] for before, one in enumerate(tokens[:at]) if one.plain == said]
    return [place for place in found if place not in taken] or found if taken else found


def _own(mine: Token, found: list[int], told: Told, alone: Sequence[int], stems: set[str]) -> list[int]:
    """The places of a word that no other word of a claim stands for: "the union", "a labour court"; all where none."""
    others = stems - {mine.stem}
    return [place for place in found if place not in alone and told.tokens[place].stem not in others] or found


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_apart(aligned: Aligned, said: Sequence[Token]) -> Iterator[tuple[Aligned, list[Token]]]:
    """The same without the few words that a clause has, away from the one that has most of the claim, and these words.

    What another clause has may be told of this one by the sentences before: "the council", "the decision (of it)". But
    not what it calls former, nor what it denies, unless the claim's words, `said`, deny something: "received the mayor
    but not the unions".
    """
    clauses = Counter(aligned.told.tokens[place].clause for place in aligned.places if place is not None)
    denied = {token.clause for token in aligned.told.tokens if NOT in token.signs} - _denying(said, clauses)
    denied |= {token.clause for token in aligned.told.tokens if FORMER in token.signs}
    if any(token.value is not None and not token.dated for token, _ in aligned.pairs):
        denied |= _numbered(aligned)
    home = max(clauses, key=clauses.__getitem__, default=0)
    for clause in clauses:
        lost = [token for token, place in aligned.pairs if aligned.told.tokens[place].clause == clause]
        if clause != home and clause not in denied and len(lost) <= _APART:
            kept = [
                None if token in lost else place for token, place in zip(aligned.tokens, aligned.places, strict=True)
            ]
            yield Aligned(aligned.told, aligned.tokens, kept), lost


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _numbered(aligned: Aligned) -> set[int]:
    """The clauses of no more than a thing and a number that a claim leaves out: "..., | that of milk by 4"."""
    told = [token for token in aligned.told.tokens if token.content]
    left = [token for at, token in enumerate(aligned.told.tokens) if at not in aligned.matched]
    numbered = {token.clause for token in left if token.value is not None and not token.dated}
    inside = {clause: [token for token in told if token.clause == clause] for clause in numbered}
    short = (clause for clause, tokens in inside.items() if 1 < len(tokens) <= _GAPPED)
    return {clause for clause in short if inside[clause][0].value is None and inside[clause][1].value is not None}


def _denying(said: Sequence[Token], clauses: Iterable[int]) -> set[int]:
    """All of some clauses for words that deny something, none for others."""
    return {*clauses} if [1 for token in said if NOT in token.signs] else set()


def may_match(one: Token, other: Token) -> bool:
    """Whether one word may be matched by another at all."""
    same = not one.keys.isdisjoint(other.keys) or not one.entities.isdisjoint(other.entities)
    return same or not one.broad.isdisjoint(other.narrow) or alike(one.stem, other.stem)


def has_alike(token: Token, told: Told) -> bool:
    """Whether a sentence has another form of a word: "publiée" of "publié"."""
    begun = token.plain[:LONG_STEM]
    return len(begun) == LONG_STEM and any(other.plain.startswith(begun) for other in told.tokens)


def ties_another(token: Token, tie: str, aligned: Aligned, ties: frozenset[str], articles: frozenset[str]) -> bool:
    """Whether a sentence ties another thing by such a preposition to the deed before a claim's word: "asked X to".

    `tie` is the claim's preposition, without marks on letters: "à la" and "au" begin alike.
    """
    deed, at = next((pair for pair in reversed(aligned.pairs) if pair[0].start < token.start), (None, 0))
    if deed is None or deed.entities or deed.clause != token.clause or deed.before in ties or deed.before in articles:
        return False  # A noun may be said of several things.
    behind = range(at + 1, min(at + 2 + _TIED_WORDS, len(aligned.told.tokens)))
    tokens = [aligned.told.tokens[place] for place in behind]
    if not tokens or tokens[0].folded not in ties or tokens[0].plain[0] != tie[0]:
        return False
    thing = next((place for place, one in zip(behind, tokens, strict=True) if one.content), None)
    return thing is not None and thing not in aligned.matched


def completes_infinitive(told: Told, at: int, words: Wording, articles: frozenset[str]) -> bool:
    """Whether a word stands right behind an infinitive, but for articles: "a motion to put off the rise"."""
    before = at - 1
    while before > 0 and told.tokens[before].folded in articles:
        before -= 1
    verb = told.tokens[before]
    return before > 0 and verb.content and verb.plain.endswith(words.infinitives or "\0")


def is_told_ahead(aligned: Aligned, token: Token, words: Wording) -> bool:
    """Whether a claim's object stands behind a deed of a relative clause, whose own object is the noun before that.

    "A prize, | which she will donate": she donates no other thing.
    """
    at = next((at for at, other in enumerate(aligned.tokens) if other is token), 0)
    place = aligned.places[at - 1] if at else None
    if place is None or token.before in words.ties:
        return False
    deed, clauses = aligned.told.tokens[place], aligned.told.clauses
    ahead = clauses.openers[deed.clause] in words.twofold and clauses.marks[deed.clause] == ","
    ahead = ahead and deed.before not in words.clitics  # "Who will donate it".
    return ahead and deed.clause > 0 and not deed.entities and deed.value is None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _options(token: Token, told: Told, words: Wording, *, compounds: bool) -> list[int]:
    """Positions of what a token may be matched by."""
    if token.entities:
        return _by_names(token, told)
    shared = said_for(token, told, words) if token.share is not None else []  # "Um quarto" is a room too.
    found = shared or _by_keys(token, told) or said_for(token, told, words)
    if token.text[-1] in _DIGITS and "-" in token.text and token.value is None:
        return _of_its_number(found, token, told)
    if found and words.sides:
        found = _of_its_side(found, token, told, words)
    if found or token.value is not None or token.share is not None:
        return found  # "A third" is not "two thirds".
    stem, start = token.stem, token.stem[:LONG_STEM]  # Most words begin otherwise.
    found = [
        at
        for at, other in enumerate(told.tokens)
        if other.stem[:LONG_STEM] == start and other.content and words.derives(stem, other.stem)
    ]
    return _of_its_side(found, token, told, words) or (_by_parts(token, told, words) if compounds else [])


def _of_its_number(found: list[int], token: Token, told: Told) -> list[int]:
    """Positions but for those of names that end in another number than a token: "Meridian-3" is no "Meridian-2"."""
    number = token.text.rpartition("-")[2]
    others = [(at, told.tokens[at].text) for at in found]
    return [at for at, text in others if text[-1] not in _DIGITS or text.endswith(number)]


def _of_its_side(found: list[int], token: Token, told: Told, words: Wording) -> list[int]:
    """Positions but for those of words for who does something where a token is for whom it is done to, or vice versa.

    "Employer" is no "employee".
    """
    against, tokens = _against(token.folded, words) if found else (), told.tokens
    if not against:
        return found
    return [at for at in found if tokens[at].value is not None or not tokens[at].folded.endswith(against)]  # "Three".


@lru_cache(maxsize=WORD_SHAPES)
def _against(word: str, words: Wording) -> tuple[str, ...]:
    """The endings of words for the other side than the one that a folded word's ending tells; () for most words."""
    ends = word.endswith
    return tuple([other for pair in words.sides for one, other in (pair, pair[::-1]) if ends(one)])


def _by_names(token: Token, told: Told) -> list[int]:
    """Positions of those whom a token may name, or of the same word where it names nobody."""
    named = {at for entity in token.entities for at in told.named.get(entity, ())}
    if named:
        return _heads(sorted(named))
    found = _by_keys(token, told)
    if len(token.entities) > 1 or not token.text[0].isupper():
        return found
    return [at for at in found if not told.tokens[at].entities]


def _by_keys(token: Token, told: Told) -> list[int]:
    """Positions of words that say the same, or else of what a broader word may be said for."""
    places = told.places
    found = [places[key] for key in token.keys if key in places]
    if not found:
        broad = token.broad
        return [at for at, other in enumerate(told.tokens) if not broad.isdisjoint(other.narrow)] if broad else []
    return [*found[0]] if len(found) == 1 else sorted(set().union(*found))


def _heads(positions: list[int]) -> list[int]:
    """The first position of each run: a name of several words is one thing."""
    return [at for at in positions if at - 1 not in positions]


def _by_parts(token: Token, told: Told, words: Wording) -> list[int]:
    """A compound by both of its parts, or by one that ends in it."""
    whole = token.plain
    against = words.converses.get(token.stem, frozenset())  # "Kaufen" is no end of "verkaufen".
    inside = [(at, other) for at, other in enumerate(told.tokens) if other.content and other.stem not in against]
    for at, other in inside:
        first = other.plain.removesuffix(whole).rstrip("-") if len(whole) >= _PART_LETTERS else ""
        prefix = first.rpartition("-")[2]  # "Ver-kauft", "blieb-un-verletzt".
        measured = words.special["unit_prefixes"]  # A metre is no centimetre.
        if first not in ("", other.plain) and prefix not in words.verb_prefixes | words.prefixes | measured:
            return [at]
    parts = [(at, other.stem) for at, other in inside if _may_be_part(other.stem, whole, words)]
    made = (at for (at, first), (_, second) in permutations(parts, 2) if _makes(first, second, whole, words))
    return [*islice(made, 1)]


def _may_be_part(stem: str, whole: str, words: Wording) -> bool:
    """Whether a compound has a word's stem in it, with or without what makes a participle of it."""
    bare = stem.removeprefix(words.participle_prefix)
    return len(stem) >= _PART_LETTERS and (stem[:_COMPARED] in whole or bare[:_COMPARED] in whole)


def _makes(first: str, second: str, whole: str, words: Wording) -> bool:
    """Whether a compound is made of two stems: "Vor Sturm gewarnt", "Sturmwarnung"."""
    if whole.startswith(first) and second[:_COMPARED] in whole[len(first) :]:
        return True
    verb = second.removeprefix(words.participle_prefix)[:_COMPARED]
    participle = second.startswith(words.participle_prefix) and len(verb) >= _PART_LETTERS
    return participle and whole in [f"{first}{verb}{ending}" for ending in words.deed_nouns]


def _exact(token: Token, found: Iterable[int], told: Told) -> set[int]:
    """Those of some positions at which the very word stands; of a name those where nobody speaks of themselves."""
    if token.entities:
        quoted = {at for at, speaker in enumerate(told.quoted) if speaker is not None}
        tokens = told.tokens
        named = {at for at in found if at not in quoted and tokens[at].content and tokens[at].text[0].isupper()}
        return named or set(found) - quoted
    return {at for at in found if told.tokens[at].plain == token.plain}


def _doing(token: Token, found: Iterable[int], told: Told, words: Wording) -> set[int]:
    """The same for who opens a clause: of pronouns those that do something, "he will keep his points but must pay"."""
    same = _exact(token, found, told)
    if not token.entities or token.owner:
        return same
    tokens, subjects = told.tokens, words.subjects
    nouns = {at for at in same if tokens[at].content and tokens[at].text[0].islower()}  # "This former boxer".
    return {at for at in same if not at or at in nouns or tokens[at].folded in subjects} or same


def _nearest(found: Iterable[int], at: int, places: Sequence[int | None], *, same: set[int], exact: int) -> int:
    near = [place for place in places[:at] if place is not None][-1:]
    near += [place for place in places[at + 1 :] if place is not None][:1]
    best = math.inf, 0
    for place in found:
        apart = (place not in same) * exact
        for other in near:
            apart += abs(place - other)
        best = min(best, (apart, place))
    return best[1]
