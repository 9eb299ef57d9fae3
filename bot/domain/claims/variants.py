"""Other ways to say a claim: each says at least as much, so that what proves it proves the claim.

named       "the mayor" for the only one whom the article calls mayor
undenied    "rejected" for "not approved": a word for one of which the other is the opposite
turned      "B has less than A" for "A has more than B"
conversed   "A gave it to B" for "B received it from A"
depending   "may, if B" for "A depends on B"
earliest    "in June at the earliest" for "not before June"
shared      "two thirds" for "two in three"
judged      "said" for "thought", of what is told as what somebody says
awaited     "closed until June" for "will not open before June"
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.quantities import is_ratio
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.verbs.charges import is_charge
from bot.domain.claims.comparing.wording import (
    BEFORE,
    COND,
    FLOOR,
    FORMER,
    GOVERNS,
    IS,
    LESS,
    LESSER,
    MORE,
    NOT,
    folded,
)
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.restating.quoted.judging import judged
from bot.domain.claims.retold.compared import turned_comparison

_DENIED_WORDS, _NAME_WORDS = 3, 3
_ROLE_WORDS = 4
_TIME_WORDS = 4
_WHOLE = 100
_OPEN = frozenset({COND, f"{GOVERNS}possible", f"{GOVERNS}future", f"{GOVERNS}promise"})


class Variants:
    """One article's ways to say a claim otherwise."""

    def __init__(self, story: Story, is_called: Callable[[int, str], bool]) -> None:
        self._story = story
        self._words = story.words
        self._is_called = is_called
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._reflexives = frozenset(map(folded, story.reading.language.reflexives))
        places = map(folded, story.reading.language.place_prepositions)
        self._placing = story.words.within.union(story.words.givens, places)
        self._nobodies = agreement_of(story.reading.language.code).nobodies

    def of(self, text: str, claim: Clauses) -> Iterator[Clauses]:
        """The variants of a claim, those that change least first."""
        named = self.named(text, claim, whole=False)
        if named is not None:
            yield named
            yield from filter(None, (self.named(text, claim, whole=True),))
        for base in filter(None, (claim, named)):
            made = (
                self._undenied(base),
                turned_comparison(base, self._words),
                self._conversed(base),
                self._depending(base),
                self._earliest(base),
                self._awaited(base),
                self._shared(base),
                judged(base, self._words),
            )
            yield from filter(None, made)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def named(self, text: str, claim: Clauses, *, whole: bool) -> Clauses | None:
        """Whom the article calls so, for what a claim calls somebody without a name.

        `whole` is whether the name behind belongs to it: "the mayor | of Hallford"; None where no such name is.
        """
        if not self._story.calls_somebody(claim.tokens):
            return None
        found = _copy(claim)
        tokens, changed = found.tokens, False
        for at, token in enumerate(tokens):
            run, fitting = self._meant(text, tokens, at)
            if len(fitting) != 1 or (at > 1 and IS in tokens[at - 1].signs and tokens[at - 2].entities):
                continue  # "Pär Lo är ordförande": he is no other who is called so.
            (one,) = fitting
            told_as = token.before in self._words.special["as_what"] | self._words.ties
            if not told_as and any(one in other.entities and other.clause == token.clause for other in tokens):
                continue  # Who is named already does it to another: "Bea Lind insegna fisica".
            place = self._place_behind(text, tokens, run, one) if whole else ()
            if not place and self._is_anothers(tokens, run, one):
                continue
            changed |= bool(place) or not whole
            for other in (*run, *place):
                other.content, other.signs, other.entities = False, frozenset(), frozenset()
            token.entities, token.content = fitting, True
        return found if changed else None

    def _meant(self, text: str, tokens: Sequence[Token], at: int) -> tuple[Sequence[Token], frozenset[int]]:
        """The words that call somebody or a body so, and whom they may mean; nobody where a name stands beside."""
        token = tokens[at]
        people = self._story.called.get(token.stem, frozenset())
        bodies = self._story.denoted.get(token.stem, frozenset())
        if not (people or bodies) or token.entities:
            return (), frozenset()
        placed = any(self._place_behind(text, tokens, (token,), one) for one in people)
        if _is_beside_name(tokens, at) and not placed:
            return (), frozenset()
        run, fitting = self._called_so(text, tokens, at)
        alone = not fitting and len(run) == 1 and self._is_definite(token) and not self._is_told_apart(tokens, at)
        return run, bodies if alone else fitting

    def _is_told_apart(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word right behind a noun tells which one it is, where those stand there: "le groupe placebo"."""
        behind = tokens[at + 1 : at + 2] if self._story.reading.language.postposed else []
        return any(one.content and not one.mood and one.before == tokens[at].folded for one in behind)

    def _called_so(self, text: str, tokens: Sequence[Token], at: int) -> tuple[Sequence[Token], frozenset[int]]:
        """The words that call somebody so, and whom the article calls so: without what a preposition ties if nobody."""
        people = self._story.called.get(tokens[at].stem, frozenset())
        first, last = self._first_of(tokens, at), self._last_of(tokens, at)
        run = tokens[first : last + 1] or tokens[at : at + 1]
        fitting = self._fitting(text, tokens, run, people)
        # What "at" ties may be told of the deed: "arrested the baker at the border".
        owning = self._story.of_words - self._placing
        owns = tokens[at + 1].folded in owning and not self._words.free_order if at < last else True
        if fitting or owns:
            return run, fitting
        return tokens[first : at + 1], self._fitting(text, tokens, tokens[first : at + 1], people)

    def _fitting(
        self, text: str, tokens: Sequence[Token], run: Sequence[Token], people: frozenset[int]
    ) -> frozenset[int]:
        words = text[run[0].start : run[-1].start + len(run[-1].text)]
        return frozenset(one for one in people if self._is_called(one, words)) - self._owner(tokens, run)

    def _place_behind(self, text: str, tokens: Sequence[Token], run: Sequence[Token], one: int) -> Sequence[Token]:
        """The name of whose mayor somebody is, where the article calls them so: "the mayor | of Hallford"."""
        behind = last = tokens.index(run[-1]) + 1
        last += last < len(tokens) and tokens[last].folded in self._story.of_words | self._words.partitives
        named = last
        while last < len(tokens) and tokens[last].entities and tokens[last].clause == run[-1].clause:
            last += 1
        if last == named or any(map(self._story.is_person, tokens[named].entities)):
            return ()
        words = text[run[0].start : tokens[last - 1].start + len(tokens[last - 1].text)]
        return tokens[behind:last] if self._is_called(one, words) else ()

    def _is_anothers(self, tokens: Sequence[Token], run: Sequence[Token], one: int) -> bool:
        """Whether a claim names whose coach somebody is, and the article names another there: "the coach of Lorne"."""
        of, last = self._story.of_words, tokens.index(run[-1])
        behind = tokens[last + 1 : last + 2 + _ROLE_WORDS]
        if not behind or behind[0].folded not in of:
            return False
        mine = next((one.entities for one in behind if one.content), frozenset[int]())
        for number in self._story.holding(f"@{one}") if mine else ():
            told = self._story.sentences[number].tokens
            for noun, tie, name in zip(told, told[1:], told[2:], strict=False):
                if noun.keys & run[-1].keys and tie.folded in of and name.entities and name.entities.isdisjoint(mine):
                    return True
        return False

    def _owner(self, tokens: Sequence[Token], run: Sequence[Token]) -> frozenset[int]:
        """Whom a claim names as whose somebody is, who is not that themselves: "Ann Holm's lawyer"."""
        first, last = tokens.index(run[0]), tokens.index(run[-1])
        before = tokens[first - 1].entities if first and tokens[first - 1].owner else frozenset[int]()
        at = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].folded in self._story.of_words)
        behind = [token for token in tokens[at : at + _NAME_WORDS] if token.clause == run[-1].clause and token.entities]
        owned = at > last + 1 or (self._words.free_order and any(map(self._story.is_inflected, behind)))
        return before.union(*(token.entities for token in behind)) if owned else before

    def _is_definite(self, token: Token) -> bool:
        """Whether a noun is told as known, by an article of its own, in a preposition or at its end, or has none."""
        words = self._words
        if not self._definite:
            return True
        suffixed = bool(words.definite_endings) and token.plain.endswith(words.definite_endings)
        return suffixed or token.before in self._definite or token.before in words.fused

    def _first_of(self, tokens: Sequence[Token], at: int) -> int:
        first = at
        while first > 0 and tokens[first].clause == tokens[first - 1].clause and at - first < _ROLE_WORDS:
            if not self._describes(tokens[first - 1]):
                break
            first -= 1
            if tokens[first].folded in self._story.leading:
                break  # What describes somebody stands behind the article: "(found) the guard".
        return first

    def _describes(self, before: Token) -> bool:
        """Whether a word before the one for somebody belongs to it: "former", an adjective, a part of a compound."""
        if before.folded in self._story.leading or before.entities or (self._words.free_order and before.mood):
            return False  # A verb may stand there where nouns have no articles.
        return before.signs <= {FORMER, LESSER} and (before.content or FORMER in before.signs)

    def _last_of(self, tokens: Sequence[Token], at: int) -> int:
        last, ties = at, self._words.partitives | self._story.of_words
        if "-" in tokens[at].stem:  # A phrase, read as its first word.
            last += tokens[at].stem.count("-")
        while last + 2 < len(tokens) and tokens[last + 1].folded in ties and not is_charge(tokens, last + 1, ties):
            nouns = [other for other in tokens[last + 2 : last + 4] if other.clause == tokens[at].clause]
            noun = next((other for other in nouns if other.content and other.value is None), None)
            if noun is None or noun.entities or noun.dated or self._is_deed(tokens[last + 1], noun):
                break
            last = tokens.index(noun)
        return last

    def _is_deed(self, tie: Token, word: Token) -> bool:
        """Whether a word behind "of" is a verb: "accused the mayor | of hiding figures", "primărița | a refuzat"."""
        words = self._words
        if tie.folded in words.perfects and word.plain.endswith(words.participles):
            return True
        return word.before == tie.folded and word.plain.endswith((*words.infinitives, *words.gerunds) or ("\0",))

    def _undenied(self, claim: Clauses) -> Clauses | None:
        """What is said of what is denied, where the language has a word for the contrary."""
        denials = [at for at, token in enumerate(claim.tokens) if NOT in token.signs]
        clauses = {claim.tokens[at].clause for at in denials}
        if len(clauses) != 1 or len(denials) > (2 if self._words.doubled else 1):
            return None
        at = self._denied(claim.tokens, denials[0])
        if at is None or self._compares_nobody(claim.tokens, denials[0], at):
            return None
        found = _copy(claim)
        found.opposed = claim.tokens[at].stem
        self._oppose(found.tokens[at])
        for other in found.tokens[denials[0] + 1 : at]:
            other.signs -= {MORE, f"{GOVERNS}must"}  # "No longer" in many languages: "nicht mehr", "non ... più".
        for place in denials:
            found.tokens[place].signs -= {NOT}
            found.tokens[place].content = False
        return found

    def _compares_nobody(self, tokens: Sequence[Token], denial: int, at: int) -> bool:
        """Whether a claim tells that nobody is more so than somebody, where "no longer" is no such word's."""
        denied = tokens[denial].folded in self._nobodies
        return denied and any(one.signs & {MORE, LESS} for one in tokens[denial + 1 : at])

    def _earliest(self, claim: Clauses) -> Clauses | None:
        """The earliest time of what does not happen before it."""
        found = self._not_before(claim)
        if found is None:
            return None
        waits, denials, before = found
        for at in denials:
            waits.tokens[at].signs, waits.tokens[at].content = waits.tokens[at].signs - {NOT}, False
        waits.tokens[before].signs = frozenset({FLOOR})
        return waits

    def _awaited(self, claim: Clauses) -> Clauses | None:
        """Until when the contrary is so of what does not happen before."""
        found = self._not_before(claim)
        if found is None:
            return None
        waits, denials, before = found
        at = self._denied(waits.tokens, denials[0])
        if at is None or not denials[0] < at < before:
            return None
        self._oppose(waits.tokens[at])
        for place in (*denials, before):
            waits.tokens[place].signs, waits.tokens[place].content = frozenset(), False
        return waits

    def _shared(self, claim: Clauses) -> Clauses | None:
        """The share for what is told of some in so many: "two in three pupils"."""
        counted = [at for at, token in enumerate(claim.tokens) if token.value is not None]
        part = next((pair for pair in pairwise(counted) if is_ratio(claim.tokens, *pair, self._words)), None)
        if part is None:
            return None
        found = _copy(claim)
        some, many = (found.tokens[at] for at in part)
        some.share = _WHOLE * (some.value or 0) / (many.value or 1)
        some.keys, some.value = frozenset({f"%{some.share:g}"}), None
        many.keys, many.value, many.content = frozenset(), None, False
        for other in found.tokens[part[0] + 1 : part[1]]:
            other.signs = frozenset()  # "De cada" tells of no all.
        return found

    @staticmethod
    def _not_before(claim: Clauses) -> tuple[Clauses, list[int], int] | None:
        """A copy of a claim that denies something before a time, with where it denies and where it says "before"."""
        before = next((at for at, token in enumerate(claim.tokens) if BEFORE in token.signs), None)
        if before is None:
            return None
        clause = claim.tokens[before].clause
        denials = [at for at in range(before) if claim.tokens[at].clause == clause and NOT in claim.tokens[at].signs]
        behind = claim.tokens[before + 1 : before + 1 + _TIME_WORDS]
        timed = any(token.dated or token.value is not None for token in behind)
        return (_copy(claim), denials, before) if denials and timed else None

    def _denied(self, tokens: Sequence[Token], denial: int) -> int | None:
        """The position of the word with a contrary that is denied: behind what denies, or the last of its clause."""
        clause = tokens[denial].clause
        inside = [at for at, token in enumerate(tokens) if token.clause == clause and token.content]
        behind = [at for at in inside if tokens[at].start > tokens[denial].start][:_DENIED_WORDS]
        return next((at for at in (*behind, *inside[-1:]) if self._words.opposites.get(tokens[at].stem)), None)

    def _oppose(self, token: Token) -> None:
        """Put a word's contrary in its place."""
        against = self._words.opposites[token.stem]
        token.keys = against.union(*(self._words.same.get(stem, frozenset()) for stem in against))
        token.stem = token.plain = min(against)
        token.signs, token.mood = frozenset(), ""

    def _conversed(self, claim: Clauses) -> Clauses | None:
        """The same deed told of who is on its other side."""
        for at, token in enumerate(claim.tokens):
            against = self._words.converses.get(token.stem)
            if not against or not at or not token.content or token.entities or token.before in self._reflexives:
                continue  # "Si ritirerà": nobody is on the deed's other side.
            found = _copy(claim)
            verb = found.tokens[at]
            own = token.keys | self._words.same.get(token.stem, frozenset())  # "Lend" and "borrow" may be of one group.
            verb.keys = against.union(*(self._words.same.get(stem, frozenset()) for stem in against)) - own
            verb.stem = verb.plain = min(against)
            verb.mood = ""
            found.converse = at
            return found
        return None

    def _depending(self, claim: Clauses) -> Clauses | None:
        """What may be, if something else is."""
        for at, token in enumerate(claim.tokens):
            if token.folded in self._words.depending and at:
                found = _copy(claim)
                found.tokens[at].signs, found.tokens[at].content = _OPEN, False
                found.depends = at
                for other in (*found.tokens[:at], *found.tokens[at + 1 :]):
                    other.signs -= {f"{GOVERNS}open", COND}
                return found
        return None


def _is_beside_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a name that stands before it or, with words that describe it, behind it."""
    if at and tokens[at - 1].entities and tokens[at - 1].clause == tokens[at].clause:
        return True
    behind = [other for other in tokens[at + 1 : at + 1 + _ROLE_WORDS] if other.clause <= tokens[at].clause + 1]
    first = next((other for other in behind if other.entities or not other.content), None)
    return first is not None and bool(first.entities)


def _copy(claim: Clauses) -> Clauses:
    return Clauses([token.copy() for token in claim.tokens], [*claim.openers], [*claim.marks], claim.headline)
