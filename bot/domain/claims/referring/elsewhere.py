"""Tells where a sentence has its deed done, as far as it tells another place than a claim adds.

named     "In Hallford 200 cellars were flooded"
ahead     "In Hallford, a town nearby, 200 cellars were flooded"
pointed   "In Hallford it rains; 200 cellars were flooded there"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, IS, PASSIVE, SOURCE, WAS, folded
from bot.domain.claims.referring.agreement import agreement_of

_FINITE = {"past", "future", "conditional"}
_TELLING = {SOURCE, IS, WAS, PASSIVE}
_LONGEST = 2


class Elsewhere:
    """One article's sentences, asked for places of their own."""

    def __init__(self, story: Story) -> None:
        self._story = story
        agreement = agreement_of(story.reading.language.code)
        self._theres, self._clitics = frozenset(agreement.theres), agreement.placing
        self._relatives = frozenset(map(folded, story.reading.language.relatives))
        self._wheres, self._nouns = agreement.wheres, story.reading.language.nouns_capitalised
        self._ties = frozenset(map(folded, agreement.theres.values()))

    def is_told(self, aligned: Aligned) -> bool:
        """Whether the sentence has a place of its own, which the claim leaves out."""
        tokens, matched = aligned.told.tokens, aligned.matched
        spots = self._story.words.on_the_spot
        if spots and [1 for token in tokens if f"{token.before}-{token.folded}" in spots]:
            return True
        placed = any(
            token.text[0].isupper() and self._is_placed(tokens, at)
            for at, token in enumerate(tokens)
            if token.entities and at not in matched and token.clause in aligned.used
            if not any(map(self._story.is_person, token.entities)) or self._is_whereabouts(token)
        )
        return placed or self._pointer(aligned) is not None or self._is_ahead(aligned) or self._is_behind(aligned)

    def is_filled(self, token: Token, aligned: Aligned) -> bool:
        """Whether a sentence has another name, which a claim has not so, behind a word's preposition: "nach Ramsau"."""
        if token.before not in self._story.words.ties - self._story.of_words:
            return False
        tokens = aligned.told.tokens
        kept = {place for one, place in aligned.pairs if one.before == tokens[place].before}
        left = (one for at, one in enumerate(tokens) if one.content and at not in kept)
        named = (one for one in left if one.text[0].isupper() and not one.dated and one.value is None)
        return any(one.before == token.before and one.folded != token.folded for one in named)

    def opens_elsewhere(self, named: Sequence[Token], told: Told) -> bool:
        """Whether a sentence opens with another place than one named: "Hallford: five hurt" of "In Selby five ..."."""
        place = self._place_ahead(told)
        if place is None:
            return False
        same = any(not one.keys.isdisjoint(told.places) or one.entities & told.named.keys() for one in named)
        return not same and any(map(self.is_known, named))

    def _place_ahead(self, told: Told) -> Token | None:
        """The place that a sentence opens with, or that its first noun is named with: "the library in Selby"."""
        first, *behind = [token for token in told.tokens[: 2 * _LONGEST] if token.content] or told.tokens[:1]
        if first.before in self._ties and self._is_named(first):
            return first
        near = [token for token in behind if token.clause == first.clause and token.text[0].isupper()][:1]
        return next(filter(self._is_named, near), None)

    def is_known(self, token: Token) -> bool:
        """Whether the article names a word as a place somewhere, behind a preposition."""
        keys = {*token.keys, *(f"@{entity}" for entity in token.entities)}
        told = (self._story.sentences[number] for key in keys for number in self._story.holding(key))
        same = (other for one in told for other in one.tokens if other.keys & keys or other.entities & token.entities)
        return any(map(self._is_named, same))

    def has_nearer(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether the place that a sentence tells or points at is another than the names that it lacks, tied as places.

        A word for a place stands for the nearest before it, in its sentence or the one before.
        """
        ties = self._story.words.ties
        named = frozenset[int]().union(*(token.entities for token in missing if token.before in ties))
        if not named:
            return False
        pointer = self._pointer(aligned)
        if pointer is None:
            return self._is_ahead(aligned)
        places = self._places_before(aligned, pointer)
        return bool(places) and all(place.isdisjoint(named) for place in places)

    def _places_before(self, aligned: Aligned, at: int) -> list[frozenset[int]]:
        """Whom or what names mean that stand as places before one, or else in the sentence before."""
        tokens, ties = aligned.told.tokens[:at], self._story.words.ties
        own = [token.entities for token in tokens if token.before in ties and token.text[0].isupper()]
        own = [entities for entities in own if entities]
        if own or not aligned.told.number:
            return own
        before = self._story.sentences[aligned.told.number - 1].tokens
        return [token.entities for at, token in enumerate(before) if self._is_place(before, at)]

    def _is_placed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition ties a place's name or the noun right before it: "near the village Ustia"."""
        words, before = self._story.words, tokens[at].before
        near = words.free_order and at > 1 and tokens[at - 1].content and tokens[at - 1].before in words.ties
        return before in words.ties or near

    def _is_whereabouts(self, token: Token) -> bool:
        """Whether a name that may be anybody's stands behind a preposition for where: "la Brazii de Sus"."""
        return token.before in self._ties and not any(map(self._story.is_surely_person, token.entities))

    def _pointer(self, aligned: Aligned) -> int | None:
        """Where a word for a place named before stands among what a claim takes; None without one."""
        tokens = aligned.told.tokens
        for at, token in enumerate(tokens):
            there = token.folded in self._theres
            if not (there or token.folded in self._clitics):
                continue
            if token.clause not in aligned.used or at in aligned.matched:
                continue
            behind = tokens[at + 1 : at + 2]
            if there or not any(other.folded in self._story.words.perfects for other in behind):  # "Il y avait".
                return at
        return None

    def _is_ahead(self, aligned: Aligned) -> bool:
        """Whether clauses that tell nothing but when and where stand before what a claim takes, one with a place."""
        tokens, first = aligned.told.tokens, min(aligned.used, default=0)
        placed = aside = False
        for clause in range(first - 1, -1, -1):
            inside = [at for at, token in enumerate(tokens) if token.clause == clause]
            if clause and self._is_aside(aligned.told.clauses.openers[clause]):
                aside = aside or any(self._is_nobodys(tokens[at]) for at in inside)
                continue  # "In Hallford, where it rained, 200 cellars were flooded."
            if aligned.told.clauses.marks[clause + 1] != "," or any(self._tells(tokens[at]) for at in inside):
                break
            # "On the sister ship, which sank off Hallford, two had died."
            there = aside and self._is_tied(tokens, inside)
            placed = placed or there or any(self._is_place(tokens, at) for at in inside[: _LONGEST + 1])
        return placed

    def _is_aside(self, opener: str) -> bool:
        """Whether a word opens a relative clause or one of a participle: "which sank off X", "affondata a X"."""
        return opener in self._relatives or opener.endswith(self._story.words.participles or "\0")

    def _is_nobodys(self, token: Token) -> bool:
        """Whether a word is a name, and surely no person's."""
        return bool(token.entities) and not any(map(self._story.is_surely_person, token.entities))

    def _is_behind(self, aligned: Aligned) -> bool:
        """Whether all that a claim takes is told of a place right before: "runs a hall in X, in which a boy fell"."""
        tokens, first = aligned.told.tokens, min(aligned.used, default=0)
        opening = [token.folded for token in tokens if token.clause == first][:_LONGEST]
        where = bool(first) and (opening[0] in self._wheres or self._is_tied_relative(opening))
        last = [token for token in tokens if token.clause == first - 1 and token.content][-1:]
        return where and any(self._is_named(token) and not _is_taken(aligned, token) for token in last)

    def _is_named(self, token: Token) -> bool:
        """Whether a word with a capital stands right behind a preposition without an article."""
        words = self._story.words
        return token.text[0].isupper() and token.before in words.ties - words.fused

    def _is_tied_relative(self, opening: Sequence[str]) -> bool:
        """Whether a preposition for where and a relative word open a clause."""
        return opening[0] in self._ties and any(word in self._relatives for word in opening[1:])

    def _is_tied(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a preposition opens a clause."""
        return any(tokens[at].folded in self._story.words.ties for at in inside[:1])

    def _is_place(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a name behind a preposition: of nobody who is surely a person, or behind one for where."""
        token = tokens[at]
        if self._nouns and token.before in self._ties:
            return token.text[0].isupper()  # A town that nothing else tells from a noun: "in Tolm".
        named = bool(token.entities) and token.text[0].isupper() and token.before in self._story.words.ties
        return named and (token.before in self._ties or not any(map(self._story.is_surely_person, token.entities)))

    @staticmethod
    def _tells(token: Token) -> bool:
        """Whether a word is a verb or opens a source."""
        verb = token.mood in _FINITE and not token.entities
        return verb or bool(token.signs & _TELLING) or any(sign.startswith(GOVERNS) for sign in token.signs)


def _is_taken(aligned: Aligned, place: Token) -> bool:
    """Whether a claim has a place's name too."""
    return any(token.keys & place.keys or token.entities & place.entities for token in aligned.tokens)
