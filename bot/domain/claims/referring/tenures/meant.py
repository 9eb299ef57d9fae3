"""What a bare noun for whose an office is stands for: "the group's coordinator" of "the campaign group Clear Streams".

named     "the NGO Clear Streams ... the coordinator of the NGO": of Clear Streams
firm      "the motorway operator ... a spokesman for the company": for the motorway operator, where no other is told of
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.people.kinds import kinds_of, names_organisation
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring import former
from bot.domain.claims.referring.tenures.owners import alike
from bot.domain.claims.referring.tenures.phrases import OfficePhrases

# The fewest letters of a noun for a firm that a word may end in.
_LONG = 6


class OwnersMeant:
    """One article's."""

    def __init__(self, story: Story, phrases: OfficePhrases) -> None:
        self._story, self._phrases = story, phrases
        self._compounds = story.reading.language.nouns_capitalised
        self._firms = kinds_of(story.reading.language.code).firms
        self._stems = frozenset(map(story.words.stem, self._firms))
        self._new = frozenset(map(folded, story.reading.language.indefinite)) | story.words.special["new_ones"]
        self._new |= story.words.indefinite | story.words.others
        self._short = story.words.special["short_bodies"]

    def is_meant(self, told: Told, described: Sequence[int], at: int, wanted: Sequence[Token]) -> bool:
        """Whether all that a role says besides its office, at a place, is what the article's bare noun stands for."""
        noun = self._noun(told, described, at)
        if noun is None:
            return False
        rest = [token for token in wanted if token.keys.isdisjoint(told.tokens[at].keys)]
        rest = [token for token in rest if not alike(token, noun) or token.entities]
        if not rest:
            return False
        return self._is_named(noun, rest) or self._is_firm(told, noun, rest)

    def knows(self, missing: Sequence[Token], own: Sequence[Token], number: int) -> bool:
        """Whether what a description leaves out stands in the article right behind a word of its own.

        "The director of the works" is that of the cement works, where the article tells of the cement works.
        """
        if any(token.value is not None or token.dated for token in missing):
            return False
        for token in own:
            if self._story.reading.language.is_role(token.text.lower()):
                continue
            numbers = {at for key in token.keys for at in self._story.holding(key)} - {number}
            if any(former.follow(missing, token, self._story.sentences[at]) for at in sorted(numbers)):
                return True
        return False

    def is_new(self, owner: Sequence[Token]) -> bool:
        """Whether words for whose an office is tell of one that was not told of before: "of another group"."""
        return any(token.before in self._new and token.text[:1].islower() != self._compounds for token in owner)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _noun(self, told: Told, described: Sequence[int], at: int) -> Token | None:
        """The noun alone, told as known, for a body that an office is of; None where there is none."""
        tokens = told.tokens
        found = next((one for one in self._phrases.in_(tokens, described) if one.at == at), None)
        owner = found.owner if found is not None else self._phrases.tied_to(tokens, described, at)
        if not owner and at - 1 in described and tokens[at - 1].owner:
            owner = [at - 1]
        content = [place for place in owner if tokens[place].content]
        if len(content) != 1 or any(tokens[place].folded in self._new for place in owner):
            return None
        noun = tokens[content[0]]
        known = noun.text[:1].islower() or self._compounds or not noun.text[1:].islower()  # "ONG".
        return noun if known and (self._is_body(noun) or self._is_firm_noun(noun)) else None

    def _is_named(self, noun: Token, rest: Sequence[Token]) -> bool:
        """Whether the words are the only name that stands beside a noun in the article."""
        names = [name for number in self._holding(noun) for name in self._names(number, noun)]
        if not names or len({" ".join(token.folded for token in name) for name in names}) != 1:
            return False
        return all(any(alike(token, other) for other in names[0]) for token in rest)

    def _holding(self, noun: Token) -> list[int]:
        return sorted({number for key in (noun.stem, noun.plain) for number in self._story.holding(key)})

    def _names(self, number: int, noun: Token) -> Iterator[Sequence[Token]]:
        """The names that stand right behind a noun in a sentence."""
        tokens = self._story.sentences[number].tokens
        for at, token in enumerate(tokens[:-1]):
            if token is noun or not (token.stem == noun.stem or token.plain == noun.plain):
                continue
            name = list[Token]()
            for other in tokens[at + 1 :]:
                capital = other.entities or not self._compounds
                if other.clause != token.clause or not other.text[:1].isupper() or not capital:
                    break
                name.append(other)
            quoted = at + 1 + len(name)
            if name and token.entities:  # One name with its noun: "організація «Чисті струмки»".
                name.extend(one for one in tokens[quoted:] if one.entities & token.entities)
            if name:
                yield name

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_firm(self, told: Told, noun: Token, rest: Sequence[Token]) -> bool:
        """Whether the words tell of the only firm that the article tells of before, by what it does."""
        if not self._is_firm_noun(noun) or any(token.entities or token.value is not None for token in rest):
            return False
        before = self._story.sentences[: told.number]
        firms = [
            (one, token)
            for one in before
            for token in one.tokens
            if self._is_firm_noun(token) and token.stem != noun.stem and not token.entities
        ]
        named = any(names_organisation(self._story.reading, one) for one in before)
        if named or len({token.stem for _, token in firms}) != 1:
            return False
        head = [token for token in rest if alike(token, firms[0][1])]
        others = [token for token in rest if token not in head]
        return bool(head) and all(not others or former.follow(others, token, one) for one, token in firms[:1])

    def _is_firm_noun(self, token: Token) -> bool:
        if token.plain in self._firms or token.stem in self._stems:
            return True
        word = token.plain
        return self._compounds and any(len(one) >= _LONG and word.endswith(one) for one in self._firms)

    def _is_body(self, noun: Token) -> bool:
        body = noun.stem in self._story.words.bodies or self._story.reading.is_body(noun.text)
        return body or noun.folded in self._short
