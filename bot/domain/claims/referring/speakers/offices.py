"""What those who are quoted have an office in: "the director of the library, Ann Holm", "its director, Ann Holm"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.claims.comparing.alignment import may_match
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of

# How many words from a name its office may stand, and how many behind the office the noun for what it is in.
_NEAR, _BEHIND = 6, 3
# How many words before an office a possessive may stand, and how many sentences back what it stands for.
_OWNER, _BACK = 2, 3
_LAST_PART = 4
# How many words behind a name the body may stand that it is tied to.
_WHITHER = 6


@dataclass
class Office:
    """What somebody has an office in.

    Attributes:
        nouns: the nouns for it.
        bodies: the names of it.
        seats: what their office stands for: a mayor's for the town.
        called: whether the article tells what kind of body it is.
    """

    nouns: list[Token] = field(default_factory=list[Token])
    bodies: frozenset[int] = frozenset()
    seats: frozenset[str] = frozenset()
    called: bool = False

    @property
    def known(self) -> bool:
        """Whether an article tells what the office is in."""
        return bool(self.nouns or self.bodies or self.seats)

    def is_in(self, noun: Token) -> bool:
        """Whether a noun is for what the office is in."""
        if noun.folded in self.seats or any(may_match(other, noun) for other in self.nouns):
            return True  # By its stem too: "Бібліотека", "бібліотеці".
        compound = noun.text[0].isupper() and len(noun.folded) >= _LAST_PART
        return compound and any(other.folded.endswith(noun.folded) for other in self.nouns)  # "Supermarktkette"


class Offices:
    """One article's people with what they have an office in."""

    def __init__(self, story: Story, is_group: Callable[[Token], bool]) -> None:
        """`is_group` tells whether a noun stands for a body or for people."""
        self._story = story
        self._is_group = is_group
        self._agreement = agreement_of(story.reading.language.code)
        self._found: dict[int, Office] = {}

    @cached_property
    def quoted(self) -> list[Office]:
        """Those of everybody who is quoted in the article."""
        speakers = {quote.entity for quote in self._story.reading.quotes}
        return [self.of(speaker) for speaker in speakers if speaker is not None]

    def of(self, somebody: int) -> Office:
        """What the article says, where it names somebody, that they have an office in."""
        if somebody not in self._found:
            office = self._found[somebody] = Office()
            for number in sorted(self._story.holding(f"@{somebody}")):
                self._read(office, self._story.sentences[number], somebody)
        return self._found[somebody]

    def _read(self, office: Office, told: Told, somebody: int) -> None:
        """Add what a sentence says that somebody has an office in."""
        named = [at for at in told.named.get(somebody, ()) if told.quoted[at] is None and told.tokens[at].content]
        if not named:
            return
        told_of = [*self._whence(told.tokens, named[-1])]
        for place in range(max(0, named[0] - _NEAR), min(named[0] + _NEAR, len(told.tokens))):
            if self._is_theirs(told.tokens, place, somebody):
                title = told.tokens[place].folded
                office.seats |= {seat for held, seat in self._agreement.seats if held == title}
                told_of += [*self._within(told.tokens, place)] or self._owning(told, place)
        office.nouns += told_of
        office.called = office.called or bool(office.seats) or any(map(self._is_kind, told_of))
        office.bodies = office.bodies.union(*(self._bodies(noun) for noun in told_of))

    def _is_theirs(self, tokens: Sequence[Token], at: int, somebody: int) -> bool:
        """Whether a word is for somebody's office."""
        if tokens[at].entities or not self._is_office(tokens[at]):
            return False
        return somebody in self._story.called.get(tokens[at].stem, ()) or self._names(tokens, at, somebody)

    def _is_office(self, token: Token) -> bool:
        is_role, word = self._story.reading.language.is_role, token.text.lower()
        return is_role(word) or is_role(word.partition("-")[0])  # "A diretora-geral".

    def _names(self, tokens: Sequence[Token], at: int, somebody: int) -> bool:
        """Whether the first word behind an office that says something names somebody: "directorul ei, Paul Toma"."""
        of_words = self._story.of_words
        behind = next((one for one in tokens[at + 1 :] if one.content and one.before not in of_words), None)
        return behind is not None and somebody in behind.entities

    def _bodies(self, noun: Token) -> frozenset[int]:
        """The bodies that a word names, or the only one that the article calls by it: "the brewery Halvorn"."""
        named = frozenset([number for number in noun.entities if self._is_part(noun, number)])
        denoted = self._story.denoted.get(noun.stem, frozenset())
        return named or (denoted if len(denoted) == 1 else frozenset())

    def _whence(self, tokens: Sequence[Token], at: int) -> Iterator[Token]:
        """The body that a name is tied to right behind it: "Karl Voss of the trade union Nordwerk"."""
        behind, small = tokens[at + 1 : at + 1 + _WHITHER], self._story.of_words | self._agreement.origins
        if not behind or behind[0].folded not in small:
            return
        for token in behind[1:]:
            if token.content and not self._is_named(token) and (token.entities or self._is_body(token)):
                yield token

    def _is_kind(self, noun: Token) -> bool:
        """Whether a word tells what something is: no name."""
        return not any(self._is_part(noun, one) for one in noun.entities) or self._is_body(noun)

    def _is_body(self, token: Token) -> bool:
        language, word = self._story.reading.language, token.text.lower()
        return language.is_body(word) or word in language.groups or token.stem in self._story.words.bodies

    def _within(self, tokens: Sequence[Token], at: int) -> Iterator[Token]:
        """The nouns that a word for an office tells of, behind an article or a preposition of possession."""
        small = self._story.of_words | self._story.leading
        before = [one for one in tokens[max(0, at - _OWNER) : at] if one.owner and not self._is_named(one)]
        yield from before[-1:]  # "The library's chief executive".
        behind = [other for other in tokens[at + 1 : at + 1 + _BEHIND] if other.clause == tokens[at].clause]
        noun = next((other for other in behind if other.folded not in small), None)
        tied = noun is not None and (noun is not behind[0] or self._is_genitive(noun))
        if noun is not None and tied and noun.content and not self._is_named(noun):
            yield noun

    def _is_genitive(self, noun: Token) -> bool:
        """Whether a noun may tell by its ending whose something is: "directorul clinicii", "голова клубу"."""
        return self._story.words.free_order or noun.folded.endswith(self._agreement.genitives or ("\0",))

    def _is_named(self, noun: Token) -> bool:
        """Whether a word is of a person's name."""
        return any(self._story.is_surely_person(one) and self._is_part(noun, one) for one in noun.entities)

    def _is_part(self, noun: Token, number: int) -> bool:
        return noun.folded in folded(self._story.reading.entities[number].name)

    def _owning(self, told: Told, at: int) -> list[Token]:
        """What a possessive beside a word for an office stands for: what a sentence before is first about.

        So does none where the office is at the head of something: "the director, Ann Holm".
        """
        clause = told.tokens[at].clause
        beside = [token for token in told.tokens[max(0, at - _OWNER) : at + 2] if token.clause == clause]
        owner = next((token.folded for token in beside if self._story.is_possessive(token)), "")
        thing, word = list[Token](), told.tokens[at].folded
        if owner:
            thing = self._thing(told.tokens[:at], told, owner)
        elif self._agreement.heads.isdisjoint({word, word.partition("-")[0]}):
            return []
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other = self._story.sentences[number]
            thing = thing or (self._thing(other.tokens, other, owner) if owner else self._told_of(other))
        return [] if any(map(self._is_named, thing)) else thing

    def _told_of(self, told: Told) -> list[Token]:
        """The bodies of a sentence, and what it is first about, where it tells of a body outside what it quotes."""
        first = self._thing(told.tokens, told, "")
        outside = zip(told.tokens, told.quoted, strict=False)
        bodies = [one for one, speaker in outside if speaker is None and one.content and self._is_body(one)]
        named = any(self._bodies(one) for one in first)
        return [*first, *bodies] if bodies or named else []

    def _thing(self, tokens: Sequence[Token], told: Told, owner: str) -> list[Token]:
        """The first thing or person of a sentence, outside what it quotes, that a possessive may be for, with its name.

        "The supermarket chain Tavo has", "la chaîne de supermarchés Tavo a".
        """
        outside = zip(tokens, told.quoted, strict=False)
        found = (one for one, speaker in outside if speaker is None and one.content and self._may_own(told, one, owner))
        first = next(found, None)
        if first is None:
            return []
        at, thing = tokens.index(first), [first]
        while self._agreement.heads_last and _is_noun(tokens[at + 1 : at + 2], thing[-1]):
            at, thing = at + 1, [*thing, tokens[at + 1]]
        behind = [one for one in tokens[at + 1 : at + 1 + _BEHIND] if one.clause == first.clause]
        small = self._story.of_words | self._story.leading
        name = next((one for one in behind if one.entities and one.before not in small), None)
        return thing if name is None or first.entities else [*thing, name]

    def _opens(self, told: Told, at: int) -> bool:
        """Whether a name or a noun opens a sentence, behind its article or without one: "the chain", "Театр"."""
        token, words = told.tokens[at], self._story.words
        if not all(one.folded in self._story.leading for one in told.tokens[:at]):
            return False
        bare = words.free_order or token.folded.endswith(words.definite_endings or ("\0",))
        alone = bare and at == 0 and not self._is_office(token)
        return alone or bool(token.entities) or self._is_group(token)

    def _may_own(self, told: Told, token: Token, owner: str) -> bool:
        at = told.tokens.index(token)
        if token.value is not None or token.dated or token.signs or token.owner:
            return False
        if not (self._opens(told, at) or self._is_body(token)):
            return False
        counted = at > 0 and told.tokens[at - 1].value is not None
        several = counted or self._agreement.is_plural(token, token.before)
        return (
            not several
            and not self._story.tie_before(told.tokens, at)
            and self._agreement.may_own(owner, token, token.before)
        )


def _is_noun(tokens: Sequence[Token], before: Token) -> bool:
    """Whether the first of some words is a noun behind another in a compound: "supermarket chain"."""
    one = tokens[0] if tokens else None
    plain = one is not None and one.content and not one.signs and not one.entities and one.value is None
    return plain and one is not None and one.clause == before.clause and one.before == before.folded
