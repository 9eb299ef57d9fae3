"""The rules that speak against a claim whose words a sentence of the article has: each tells a fault, "" for none.

They hold for what the claim takes from the sentence: the clauses that its words come from, and those that govern them.
"""

from collections.abc import Iterator
from itertools import pairwise

from bot.domain.claims import wording
from bot.domain.claims.alignment import Aligned
from bot.domain.claims.story import Story, Told
from bot.domain.claims.tokens import Clauses, Token
from bot.domain.claims.wording import (
    AFTER,
    AGENT,
    ALL,
    ANNOUNCED,
    BEFORE,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    FORMER,
    LESS,
    MORE,
    NEUTRAL,
    NOT,
    ONLY,
    PART,
    PASSIVE,
    SOURCE,
    THAN,
    folded,
)  # fmt: skip

_KEPT = {NOT, COND, ONLY, FORMER, FLOOR, CEILING}
_NOT_ADDED = {NOT, COND, ONLY, FORMER, FLOOR, CEILING, ALL, MORE, LESS, BEFORE, AFTER, CAUSE}
_SPEECH = {NEUTRAL, ANNOUNCED, SOURCE}
_SAID = {
    NOT: "a denial", COND: "a condition", ONLY: "a limit", FORMER: "that something is over", FLOOR: "a bound",
    CEILING: "a bound", ALL: "that it is all", MORE: "a comparison", LESS: "a comparison", BEFORE: "an order of time",
    AFTER: "an order of time", CAUSE: "a cause", PART: "that it is a part",
}  # fmt: skip


class Rules:
    """The rules of one language."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._words = story.words
        self._complements = frozenset(map(folded, language.that)) | story.words.complements
        self._conjunctions = frozenset(map(folded, language.conjunctions))
        self._relatives = frozenset(map(folded, language.relatives))

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Why what the claim takes from the sentence does not say it, "" when nothing speaks against it."""
        return next(filter(None, self._faults(claim, aligned)), "")

    def _faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        scope = self.scope(aligned)
        yield self._lost(claim, aligned, scope)
        yield self._added(claim, aligned, scope)
        yield self._denied(claim, aligned)
        yield self._moods(aligned)
        yield self._numbers(aligned)
        yield self._persons(aligned)
        yield self._order(claim, aligned)
        yield self._compared(claim, aligned)
        yield self._speaker(claim, aligned, scope)

    # --- which clauses count ------------------------------------------------------------------------------------------

    def scope(self, aligned: Aligned) -> set[int]:
        """The clauses that the claim's words come from, and those that say how these are meant."""
        clauses = aligned.told.clauses
        found = set(aligned.used)
        for clause in sorted(found):
            at = clause
            while at > 0 and self._is_governed(clauses, at):
                at -= 1
                found.add(at)
        for clause in range(len(clauses.openers)):
            if clause not in found and self._governs_back(clauses, clause, found):
                found.add(clause)
        return found

    def _is_governed(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause completes the one before it: "he denied | that ...", "says: ..."."""
        opener, mark = clauses.openers[clause], clauses.marks[clause]
        if opener in self._complements or mark == ":":
            return True
        if mark in _QUOTES:
            return True
        if mark != "," or opener in self._relatives:
            return False
        inside = [token for token in clauses.tokens if token.clause == clause]
        return any(token.folded in self._words.complements for token in inside)

    def _governs_back(self, clauses: Clauses, clause: int, found: set[int]) -> bool:
        """Whether a clause says of its neighbours on what they depend, or who says them: "..., if ...", "..., said X"."""
        inside = [token for token in clauses.tokens if token.clause == clause]
        beside = {clause - 1, clause + 1} & found
        if not beside or clauses.marks[clause] == ";":
            return False
        if any(COND in token.signs for token in inside[:2]):
            return True
        content = [token for token in inside if token.content and not token.entities]
        if not content:
            return {clause - 1, clause + 1} <= found
        cue = any(token.signs & _SPEECH for token in inside) and clauses.openers[clause] not in self._relatives
        return cue and len(content) <= _CUE_WORDS and clauses.openers[clause] not in self._conjunctions

    # --- what may be neither lost nor added ---------------------------------------------------------------------------

    def _lost(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        kept = {sign for token in claim.tokens for sign in token.signs}
        matched = {place for place in aligned.places if place is not None}
        for at, token in enumerate(aligned.told.tokens):
            if token.clause not in scope or at in matched or not self._weighs(aligned, at, matched):
                continue
            strict = {sign for sign in token.signs if sign in _KEPT or sign.startswith("g")}
            if PART in token.signs and self._is_partitive(aligned.told.tokens, at):
                strict.add(PART)
            if token.value is not None and self._is_partitive(aligned.told.tokens, at):
                return f"leaves out of how many: {token.text}"
            if strict and not strict & kept:
                sign = sorted(strict)[0]
                return f"leaves out {_SAID.get(sign, 'how sure it is')}: {token.text}"
        return ""

    def _weighs(self, aligned: Aligned, at: int, matched: set[int]) -> bool:
        """Whether a sign has to do with what the claim takes: not where that is only what stands before it."""
        told = aligned.told
        clause = told.tokens[at].clause
        mine = [place for place in matched if told.tokens[place].clause == clause]
        if not mine or max(mine) > at:
            return True
        content = [place for place, token in enumerate(told.tokens) if token.clause == clause and token.content]
        return len(mine) * 2 >= len(content) or len(mine) * 2 >= len(matched)

    def _is_partitive(self, tokens: list[Token], at: int) -> bool:
        return any(token.folded in self._words.partitives for token in tokens[at + 1 : at + 2])

    def _added(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        there = {sign for token in aligned.told.tokens for sign in token.signs if token.clause in scope}
        matched = {id(token) for token, _ in aligned.pairs}
        for token in claim.tokens:
            if id(token) in matched:
                continue
            strange = {sign for sign in token.signs if sign in _NOT_ADDED or sign.startswith("g")}
            if strange and not strange & there:
                sign = sorted(strange)[0]
                return f"adds {_SAID.get(sign, 'how sure it is')}: {token.text}"
        return ""

    def _denied(self, claim: Clauses, aligned: Aligned) -> str:
        """A denial that stands before another word than in the sentence."""
        told = aligned.told
        denied = {token.clause for token in told.tokens if NOT in token.signs}
        place_of = {id(token): place for token, place in aligned.pairs}
        for at, token in enumerate(claim.tokens):
            if NOT not in token.signs:
                continue
            near = [t for t in claim.tokens[at + 1 :] if t.clause == token.clause] or claim.tokens[:at][::-1]
            place = next((place_of[id(other)] for other in near if id(other) in place_of), None)
            if place is None:
                continue
            governing = self._chain(told.clauses, told.tokens[place].clause)
            if not governing & denied:
                return f"denies what the article does not deny: {told.tokens[place].text}"
        return ""

    def _chain(self, clauses: Clauses, clause: int) -> set[int]:
        found = {clause}
        while clause > 0 and self._is_governed(clauses, clause):
            clause -= 1
            found.add(clause)
        return found

    def _moods(self, aligned: Aligned) -> str:
        for token, place in aligned.pairs:
            other = aligned.told.tokens[place]
            if token.stem == other.stem or wording.alike(token.stem, other.stem):
                if token.mood != other.mood:
                    return f"says when or how surely otherwise: {token.text}"
        return ""

    # --- what belongs to what -----------------------------------------------------------------------------------------

    def _numbers(self, aligned: Aligned) -> str:
        """A number that belongs to another thing in the sentence: another number stands between the two."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        others = [at for at, token in enumerate(told.tokens) if token.value is not None and at not in matched]
        for number, place in aligned.pairs:
            if number.value is None:
                continue
            for token, where in aligned.pairs:
                if token.clause != number.clause or token.value is not None or token.entities:
                    continue
                if self._nearest(token, aligned) is not number:
                    continue
                low, high = sorted((place, where))
                if any(
                    (low < at < high and told.tokens[at].clause != told.tokens[where].clause)
                    or (low < at < high and at > place)
                    for at in others
                ):
                    return f"joins {number.text} with what another number belongs to: {token.text}"
            fault = self._unit(number, place, aligned)
            if fault:
                return fault
        return ""

    @staticmethod
    def _nearest(token: Token, aligned: Aligned) -> Token | None:
        """The number that stands nearest to a word in its clause of the claim."""
        numbers = [other for other, _ in aligned.pairs if other.value is not None and other.clause == token.clause]
        return min(numbers, key=lambda other: abs(other.start - token.start), default=None)

    def _unit(self, number: Token, place: int, aligned: Aligned) -> str:
        """The thing counted stands by the number in the claim and must in the sentence."""
        told = aligned.told
        after = next(((t, p) for t, p in aligned.pairs if t.start > number.start and t.clause == number.clause), None)
        if after is None or after[0].value is not None:
            return ""
        theirs = [at for at in range(place + 1, len(told.tokens)) if told.tokens[at].content][:_UNIT_WORDS]
        if after[1] in theirs or after[1] < place:
            return ""
        return f"counts something else: {number.text} {after[0].text}"

    def _persons(self, aligned: Aligned) -> str:
        """A person who does in the claim what another, standing between, does in the sentence."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        mine = {entity for token, _ in aligned.pairs for entity in token.entities}
        others = [
            at
            for at, token in enumerate(told.tokens)
            if token.entities and not token.entities & mine and self._is_person(token) and at not in matched
        ]
        for name, place in aligned.pairs:
            if not name.entities or not self._is_person(name):
                continue
            for token, where in aligned.pairs:
                if token.clause == name.clause and not token.entities:
                    low, high = sorted((place, where))
                    if any(low < at < high and self._acts(told, at) for at in others):
                        return f"says of {name.text} what the article says of another"
        return ""

    def _acts(self, told: Told, at: int) -> bool:
        """Whether a name may be who does what follows: not one that a word before it ties to something else."""
        return told.tokens[at].before not in self._words.ties

    def _is_person(self, token: Token) -> bool:
        return any(map(self._story.is_person, token.entities))

    def _order(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it to whom: names and what they do stand in the same order, unless one tells it in the passive."""
        told = aligned.told
        turned = self._is_passive(claim.tokens) != self._is_passive(
            [token for token in told.tokens if token.clause in aligned.used]
        )
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            named = [(token, place) for token, place in pairs if token.entities]
            for (one, here), (other, there) in pairwise(named):
                if one.entities & other.entities:
                    continue
                swapped = here > there and told.tokens[here].clause == told.tokens[there].clause
                if swapped and not turned and not self._same_ties(one, told.tokens[here], other, told.tokens[there]):
                    return f"turns round who does what: {one.text}, {other.text}"
                if not turned and self._ties_swapped(one, told.tokens[here], other, told.tokens[there]):
                    return f"turns round who does what: {one.text}, {other.text}"
            descents = sum(first > second + 1 for (_, first), (_, second) in pairwise(pairs))
            if descents > 1 and not turned and not self._words.free_order:
                return "puts the article's words in another order"
        return ""

    def _tie(self, token: Token) -> str:
        return token.before if token.before in self._words.ties else ""

    def _same_ties(self, one: Token, mine: Token, other: Token, theirs: Token) -> bool:
        """Whether both names stand behind the same prepositions as in the sentence, at least one behind one."""
        ties = (self._tie(one), self._tie(other))
        return any(ties) and ties == (self._tie(mine), self._tie(theirs))

    def _ties_swapped(self, one: Token, mine: Token, other: Token, theirs: Token) -> bool:
        first, second = bool(self._tie(one)), bool(self._tie(other))
        return first != second and (first, second) == (bool(self._tie(theirs)), bool(self._tie(mine))) != (
            bool(self._tie(mine)),
            bool(self._tie(theirs)),
        )

    def _is_passive(self, tokens: list[Token]) -> bool:
        """Whether a clause tells who does it after a word such as "by", behind a participle's auxiliary."""
        signs = [token.signs for token in tokens]
        first = next((at for at, found in enumerate(signs) if PASSIVE in found), None)
        return first is not None and any(AGENT in found for found in signs[first:])

    def _compared(self, claim: Clauses, aligned: Aligned) -> str:
        """What is compared stands on the same side of "than"."""
        mine = next((token.start for token in claim.tokens if THAN in token.signs), None)
        theirs = next((at for at, token in enumerate(aligned.told.tokens) if THAN in token.signs), None)
        if mine is None or theirs is None:
            return ""
        for token, place in aligned.pairs:
            if (
                (token.start < mine)
                and place > theirs
                and aligned.told.tokens[place].clause <= aligned.told.tokens[theirs].clause + 1
            ):
                return f"turns a comparison round: {token.text}"
        return ""

    # --- who says it --------------------------------------------------------------------------------------------------

    def _speaker(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        told = aligned.told
        said = self._sayer(claim.tokens)
        matched = {id(token) for token, _ in aligned.pairs}
        quoting = {told.quoted[place] for _, place in aligned.pairs if told.quoted[place] is not None}
        attributed = any(token.signs & _SPEECH for token in claim.tokens) or any(
            token.folded in self._verbs for token in claim.tokens
        )
        if quoting and not attributed:
            return "tells as a fact what somebody says"
        tokens = [token for token in told.tokens if token.clause in scope]
        loose = any(NEUTRAL in token.signs or SOURCE in token.signs for token in tokens)
        if loose and not attributed:
            return "tells as a fact what somebody says"
        if said is None:
            return ""
        theirs = {speaker for speaker in quoting if speaker not in {None, -1}} or self._sayers(told)
        if theirs and not said & theirs:
            return "gives it to another speaker"
        del matched
        return ""

    @property
    def _verbs(self) -> frozenset[str]:
        return self._words.speaking

    def _sayer(self, tokens: list[Token]) -> frozenset[int] | None:
        """The entity that a claim says speaks: the nearest name before or after a word of speech in its clause."""
        for at, token in enumerate(tokens):
            if token.signs & _SPEECH or token.folded in self._verbs:
                named = [
                    (abs(place - at) + (place > at), other.entities)
                    for place, other in enumerate(tokens)
                    if other.entities and other.clause == token.clause
                ]
                if named:
                    return min(named, key=lambda pair: pair[0])[1]
        return None

    def _sayers(self, told: Told) -> set[int]:
        """Whom a sentence lets speak."""
        found: set[int] = set()
        for at, token in enumerate(told.tokens):
            if told.quoted[at] is None and (token.signs & _SPEECH or token.folded in self._verbs):
                named = [
                    other.entities for other in told.tokens if other.entities and abs(other.clause - token.clause) <= 1
                ]
                found |= frozenset().union(*named)
        return found


_QUOTES = frozenset('"“”„«»')
_UNIT_WORDS = 3
_CUE_WORDS = 3
