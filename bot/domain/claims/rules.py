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
    GOVERNS,
    IS,
    LEADS,
    LESS,
    MORE,
    NEUTRAL,
    NOT,
    ONLY,
    PART,
    PASSIVE,
    SOURCE,
    THAN,
    WAS,
    folded,
)  # fmt: skip

# Signs that belong to the next word alone.
_NEXT = {FORMER}
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
        self._definite = frozenset(map(folded, language.definite | language.determiners))
        self._nouns = language.nouns_capitalised
        self._conjunctions = frozenset(map(folded, language.conjunctions))
        self._relatives = frozenset(map(folded, language.relatives))

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Why what the claim takes from the sentence does not say it, "" when nothing speaks against it."""
        return next(filter(None, self._faults(claim, aligned)), "")

    def _faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        scope = self.scope(aligned)
        yield self._lost(claim, aligned, scope)
        yield self._added(claim, aligned, scope)
        yield self._cut_off(aligned)
        yield self._denied(claim, aligned)
        yield self._moods(aligned)
        yield self._numbers(aligned)
        yield self._names(claim, aligned)
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
            found |= self._chain(clauses, clause)
        for clause in range(len(clauses.openers)):
            if clause not in found and self._governs_back(clauses, clause, found):
                found.add(clause)
        return found

    def _chain(self, clauses: Clauses, clause: int) -> set[int]:
        """A clause with those that it completes, one after the other; what only names somebody is passed over."""
        found = {clause}
        while clause > 0 and self._is_governed(clauses, clause):
            clause -= 1
            while clause > 0 and not self._tells(clauses, clause):
                found.add(clause)
                clause -= 1
            found.add(clause)
        return found

    @staticmethod
    def _tells(clauses: Clauses, clause: int) -> bool:
        """Whether a clause says more than a name."""
        inside = (token for token in clauses.tokens if token.clause == clause)
        return any((token.content and not token.entities) or token.signs & _SPEECH for token in inside)

    def _beside(self, clauses: Clauses, clause: int) -> set[int]:
        """The nearest clauses on either side that say more than a name, and those between."""
        found: set[int] = set()
        for step in (-1, 1):
            at = clause + step
            while 0 <= at < len(clauses.openers):
                found.add(at)
                if self._tells(clauses, at):
                    break
                at += step
        return found

    def _is_governed(self, clauses: Clauses, clause: int) -> bool:
        """Whether a clause completes the one before it: "he denied | that ...", "says: ..."."""
        opener, mark = clauses.openers[clause], clauses.marks[clause]
        if mark == ";":
            return False
        if opener in self._complements or mark == ":":
            return True
        if mark in _QUOTES:
            return True
        if mark != "," or opener in self._relatives:
            return False
        inside = (token for token in clauses.tokens if token.clause == clause)
        return self._nouns and any(token.folded in self._words.complements for token in inside)

    def _governs_back(self, clauses: Clauses, clause: int, found: set[int]) -> bool:
        """Whether a clause tells on what its neighbours depend, or who says them: "..., if ...", "..., said X"."""
        inside = [token for token in clauses.tokens if token.clause == clause]
        beside = self._beside(clauses, clause) & found
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
        # What has a match of its own stands for that alone.
        own = {id(token) for token, _ in aligned.pairs}
        kept = {sign for token in claim.tokens if id(token) not in own for sign in token.signs}
        matched = {place for place in aligned.places if place is not None}
        for at, token in enumerate(aligned.told.tokens):
            if token.clause not in scope or at in matched or not self._weighs(aligned, at, matched):
                continue
            strict = {sign for sign in token.signs if sign in _KEPT or sign.startswith(GOVERNS)}
            if strict & _NEXT and not self._next_is_matched(aligned.told.tokens, at, matched):
                strict -= _NEXT
            partitive = self._is_partitive(aligned.told.tokens, at)
            if PART in token.signs and (partitive or self._next_is_matched(aligned.told.tokens, at, matched)):
                strict.add(PART)
            if token.value is not None and partitive:
                return f"leaves out of how many: {token.text}"
            if strict and not strict & kept:
                sign = min(strict)
                return f"leaves out {_SAID.get(sign, 'how sure it is')}: {token.text}"
        return ""

    def _weighs(self, aligned: Aligned, at: int, matched: set[int]) -> bool:
        """Whether a sign has to do with what the claim takes: not where that is only what stands before it."""
        told = aligned.told
        clause = told.tokens[at].clause
        if any(clause in self._chain(told.clauses, used) - {used} for used in aligned.used):
            return True
        mine = [place for place in matched if told.tokens[place].clause == clause]
        if not mine or max(mine) > at:
            return True
        content = [place for place, token in enumerate(told.tokens) if token.clause == clause and token.content]
        if any(place > at for place in content):
            return False
        return len(mine) * 2 >= len(content) or len(mine) * 2 >= len(matched)

    @staticmethod
    def _next_is_matched(tokens: list[Token], at: int, matched: set[int]) -> bool:
        """Whether the next word that says something is one that the claim takes."""
        following = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), None)
        return following in matched

    def _is_partitive(self, tokens: list[Token], at: int) -> bool:
        return any(token.folded in self._words.partitives for token in tokens[at + 1 : at + 2])

    def _added(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        within = range(min(scope, default=0), max(scope, default=0) + 1)
        there = {sign for token in aligned.told.tokens for sign in token.signs if token.clause in within}
        there |= {
            sign
            for token in aligned.told.tokens
            for sign in token.signs & {BEFORE, AFTER}
            if token.clause == within.stop and not token.before
        }  # "before publication" may be said in words that carry nothing: "before they came out".
        there |= {CAUSE} if LEADS in there else set()
        matched = {id(token) for token, _ in aligned.pairs}
        mine = {sign for token in claim.tokens for sign in token.signs}
        if IS in mine and WAS not in mine and WAS in there and IS not in there:
            return "says that something still is"
        for token in claim.tokens:
            if id(token) in matched:
                continue
            strange = {sign for sign in token.signs if sign in _NOT_ADDED or sign.startswith(GOVERNS)}
            if NOT in mine and NOT in there:
                strange -= {f"{GOVERNS}possible"}  # What cannot be is not.
            if strange and not strange & there:
                sign = min(strange)
                return f"adds {_SAID.get(sign, 'how sure it is')}: {token.text}"
        return ""

    def _cut_off(self, aligned: Aligned) -> str:
        """What a clause completes and the claim leaves out: "I have heard people say | that ..."."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        telling = {told.tokens[place].clause for token, place in aligned.pairs if not token.entities}
        governing = frozenset[int]().union(*(self._chain(told.clauses, clause) - {clause} for clause in telling))
        for clause in governing - telling:
            if told.clauses.marks[min(clause + 1, len(told.clauses.marks) - 1)] in _QUOTES:
                continue
            inside = [at for at, token in enumerate(told.tokens) if token.clause == clause]
            named = [at for at in inside if at in matched and told.tokens[at].entities]
            inside = [at for at in inside if not named or at >= named[0]]  # Before a name stand titles.
            spoken = next((at for at in inside if told.tokens[at].signs & _SPEECH), None)
            before = [at for at in inside if spoken is None or at < spoken]
            weighty = [at for at in before if self._weighty(told.tokens[at]) and at not in matched]
            nearest = next((at for at in reversed(before) if told.tokens[at].content), None)
            if weighty and (spoken is None or weighty[-1] == nearest):
                return f"leaves out what it is a part of: {told.tokens[weighty[-1]].text}"
        return ""

    def _weighty(self, token: Token) -> bool:
        named = token.entities or token.value is not None or token.dated
        return token.content and not named and token.folded not in self._words.officials

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

    def _moods(self, aligned: Aligned) -> str:
        for token, place in aligned.pairs:
            other = aligned.told.tokens[place]
            same = token.stem == other.stem or wording.alike(token.stem, other.stem)
            if same and token.mood != other.mood:
                return f"says when or how surely otherwise: {token.text}"
        return ""

    # --- what belongs to what -----------------------------------------------------------------------------------------

    def _numbers(self, aligned: Aligned) -> str:
        """A number or a day that belongs to another thing in the sentence: another one stands nearer to it."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        for kind in (_is_number, _is_date):
            others = [at for at, token in enumerate(told.tokens) if kind(token) and at not in matched]
            told_so = [(token, place) for token, place in aligned.pairs if kind(token)]
            for number, place in told_so:
                for token, where in aligned.pairs:
                    if token.clause != number.clause or kind(token) or token.entities:
                        continue
                    if self._nearest(token, told_so) is number and self._is_others(told, place, where, others):
                        return f"joins {number.text} with what another belongs to: {token.text}"
                fault = self._unit(number, place, aligned) if number.value is not None else ""
                if fault:
                    return fault
            for (one, here), (other, there) in pairwise(told_so):
                if (
                    here > there
                    and one.clause == other.clause
                    and told.tokens[here].clause == told.tokens[there].clause
                ):
                    return f"turns round {one.text} and {other.text}"
        return ""

    def _is_others(self, told: Told, place: int, where: int, others: list[int]) -> bool:
        """Whether another number stands between a number and a word, or alone in the word's clause.

        "Expected" and its like hold for all that is joined behind them: "expected to take 5 weeks and cost 80 crowns".
        """
        tokens = told.tokens
        low, high = sorted((place, where))
        subject = where < place and not any(
            token.content for token in tokens[:where] if token.clause == tokens[where].clause
        )
        if where < place and any(sign.startswith(GOVERNS) for sign in tokens[where].signs):
            joined = max((at for at in range(low, high) if tokens[at].folded in self._words.joins), default=None)
            others = [at for at in others if joined is None or not low < at < joined]
        between = not subject and any(low < at < high for at in others)
        apart = tokens[place].clause != tokens[where].clause
        return between or (apart and any(tokens[at].clause == tokens[where].clause for at in others))

    def _nearest(self, token: Token, numbers: list[tuple[Token, int]]) -> Token | None:
        """The number that stands nearest to a word in its clause of the claim."""
        beside = [
            other
            for at, (other, _) in enumerate(numbers)
            if other.clause == token.clause and not (at and other.before in self._words.partitives)
        ]  # In "six of the 31 left" it is the six who do.
        return min(beside, key=lambda other: abs(other.start - token.start), default=None)

    def _unit(self, number: Token, place: int, aligned: Aligned) -> str:
        """The thing counted stands by the number in the claim and must in the sentence."""
        tokens = aligned.told.tokens
        after = next(((t, p) for t, p in aligned.pairs if t.start > number.start and t.clause == number.clause), None)
        if after is None or after[0].value is not None:
            return ""
        fault = f"counts something else: {number.text} {after[0].text}"
        if after[1] < place:
            counted = [at for at in range(max(0, after[1] - _UNIT_WORDS), after[1]) if tokens[at].value is not None]
            return fault if counted and place not in counted else ""
        theirs = [at for at in range(place + 1, len(tokens)) if tokens[at].content][:_UNIT_WORDS]
        return "" if after[1] in theirs else fault

    @staticmethod
    def _names(claim: Clauses, aligned: Aligned) -> str:
        """Two names side by side that do not stand so in the sentence: a title of one, the name of another."""
        place_of = {id(token): place for token, place in aligned.pairs}
        for one, other in pairwise(claim.tokens):
            if one.entities and other.entities and not one.entities & other.entities and one.clause == other.clause:
                here, there = place_of.get(id(one)), place_of.get(id(other))
                if here is None or there is None or abs(here - there) > _NAME_WORDS:
                    return f"joins two names: {one.text} {other.text}"
        return ""

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
                    if any(low < at < high and self._acts(told, at, where) for at in others):
                        return f"says of {name.text} what the article says of another"
        return ""

    def _acts(self, told: Told, at: int, where: int) -> bool:
        """Whether a name may be who does what follows: not one tied to something else, or telling of the first."""
        clause = told.tokens[at].clause
        if clause != told.tokens[where].clause and told.clauses.openers[clause] in self._relatives:
            return False
        return told.tokens[at].before not in self._words.ties

    def _is_person(self, token: Token) -> bool:
        return any(map(self._story.is_person, token.entities))

    def _order(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it to whom: who stands before and behind what is done does so in the sentence too."""
        told = aligned.told
        mine = self._agent(claim.tokens)
        theirs = self._agent([token for token in told.tokens if token.clause in aligned.used])
        place_of = {id(token): place for token, place in aligned.pairs}
        if mine is not None:
            return self._passive(mine, theirs, aligned, place_of)
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            for at, (doer, here) in enumerate(pairs):
                for way, (middle, there) in enumerate(pairs[at + 1 :], at + 1):
                    for other, beyond in pairs[way + 1 :]:
                        reversed_ = here > there > beyond
                        if not reversed_ or not (doer.entities or other.entities or self._is_noun_pair(doer, other)):
                            continue
                        if theirs is None and self._is_turned(
                            claim, told, (doer, here), (middle, there), (other, beyond)
                        ):
                            return f"turns round who does what: {doer.text}, {other.text}"
        return self._swapped(claim, aligned, theirs) or self._grabbed(aligned)

    def _swapped(self, claim: Clauses, aligned: Aligned, theirs: Token | None) -> str:
        """Two people of one clause who stand the other way round than in the sentence, neither as its speaker."""
        told = aligned.told
        if theirs is not None or self._words.free_order:
            return ""
        named = [(token, place) for token, place in aligned.pairs if token.entities and self._is_person(token)]
        for (one, here), (other, there) in pairwise(named):
            if one.entities & other.entities or one.clause != other.clause or here < there:
                continue
            if any(self._is_cue(told, place) for place in (here, there)):
                continue
            ties = [
                self._is_tied(claim.tokens, claim.tokens.index(token)) and self._is_tied(told.tokens, place)
                for token, place in ((one, here), (other, there))
            ]
            if not any(ties):
                return f"turns round who does what: {one.text}, {other.text}"
        return ""

    def _is_cue(self, told: Told, place: int) -> bool:
        """Whether a name stands in a clause that tells who speaks."""
        clause = told.tokens[place].clause
        return any(token.signs & _SPEECH for token in told.tokens if token.clause == clause)

    @staticmethod
    def _is_noun_pair(one: Token, other: Token) -> bool:
        return one.value is None and other.value is None and not one.dated and not other.dated

    def _is_turned(
        self, claim: Clauses, told: Told, first: tuple[Token, int], middle: tuple[Token, int], last: tuple[Token, int]
    ) -> bool:
        """Whether three words stand the other way round than in the sentence, none of the outer two where it may."""
        if middle[0].entities or middle[0].value is not None:
            return False
        at = claim.tokens.index(first[0])
        apart = told.tokens[first[1]].clause != told.tokens[last[1]].clause
        if apart and self._is_tied(claim.tokens, at):
            return False  # A clause of its own, said in a phrase: "because the sight was bad", "for bad sight".
        for token, place in (first, last):
            at = claim.tokens.index(token)
            if self._is_tied(claim.tokens, at) and self._is_tied(told.tokens, place):
                return False
        if self._words.free_order:
            return any(token.folded != told.tokens[place].folded for token, place in (first, last))
        return True

    def _is_tied(self, tokens: list[Token], at: int) -> bool:
        """Whether a preposition stands before a word, an article or so between them."""
        before = [other for other in tokens[max(0, at - _TIE_WORDS) : at] if other.clause == tokens[at].clause]
        return any(other.folded in self._words.ties for other in before)

    def _agent(self, tokens: list[Token]) -> Token | None:
        """Who does what a passive tells, None where nothing is told in the passive with who does it."""
        first = next((at for at, token in enumerate(tokens) if PASSIVE in token.signs), None)
        if first is None:
            return None
        clause = tokens[first].clause
        by = next(
            (at for at, token in enumerate(tokens) if AGENT in token.signs and token.clause == clause and at != first),
            None,
        )
        return None if by is None else next((token for token in tokens[by + 1 :] if token.content), None)

    def _passive(self, mine: Token, theirs: Token | None, aligned: Aligned, place_of: dict[int, int]) -> str:
        """What speaks against a claim in the passive: another does it, or who does it is whom it is done to."""
        place = place_of.get(id(mine))
        if place is None:
            return ""
        if theirs is not None:
            same = aligned.told.tokens[place] is theirs or bool(mine.entities & theirs.entities)
            return "" if same else f"gives to another what is done: {mine.text}"
        patient = next((where for token, where in aligned.pairs if token.clause == mine.clause), place)
        return "" if patient >= place else f"turns round who does what: {mine.text}"

    def _grabbed(self, aligned: Aligned) -> str:
        """Whose deed it is: a clause of the sentence that has somebody of its own is not another's."""
        told = aligned.told
        matched = {place for place in aligned.places if place is not None}
        for clause in {token.clause for token in aligned.tokens}:
            pairs = [(token, place) for token, place in aligned.pairs if token.clause == clause]
            if not pairs or pairs[0][0].value is not None or pairs[0][0].dated:
                continue
            home = told.tokens[pairs[0][1]].clause
            if any(token.signs & _SPEECH for token in told.tokens if token.clause == home):
                continue
            for away in {told.tokens[place].clause for _, place in pairs[1:]} - {home}:
                inside = [at for at, token in enumerate(told.tokens) if token.clause == away and token.content]
                opener = told.clauses.openers[away]
                governed = opener in self._complements or opener in self._relatives
                if inside and inside[0] not in matched and not governed and self._is_subject(told.tokens, inside[0]):
                    return f"gives to another what is done: {pairs[0][0].text}"
        return ""

    def _is_subject(self, tokens: list[Token], at: int) -> bool:
        """Whether a word at a clause's beginning may be who does it: a noun with an article, or a name."""
        token = tokens[at]
        return bool(token.entities) or token.before in self._definite or (self._nouns and token.text[0].isupper())

    def _compared(self, claim: Clauses, aligned: Aligned) -> str:
        """What is compared stands on the same side of "than"."""
        here, theirs = self._than(claim.tokens), self._than(aligned.told.tokens)
        if here is None or theirs is None:
            return ""
        mine = claim.tokens[here].start
        for token, place in aligned.pairs:
            if (
                (token.start < mine)
                and place > theirs
                and aligned.told.tokens[place].clause <= aligned.told.tokens[theirs].clause + 1
            ):
                return f"turns a comparison round: {token.text}"
        return ""

    @staticmethod
    def _than(tokens: list[Token]) -> int | None:
        """Where the word stands that parts what is compared, behind a comparison."""
        for at, token in enumerate(tokens):
            before = tokens[max(0, at - _COMPARISON_WORDS) : at]
            if THAN in token.signs and any(other.signs & {MORE, LESS} for other in before):
                return at
        return None

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
        loose = any(token.signs & {NEUTRAL, SOURCE} and not self._is_official(told, token) for token in tokens)
        if loose and not attributed:
            return "tells as a fact what somebody says"
        if said is None:
            return ""
        theirs = {speaker for speaker in quoting if speaker not in {None, -1}} or self._sayers(told)
        if theirs and not said & theirs:
            return "gives it to another speaker"
        del matched
        return ""

    def _is_official(self, told: Told, verb: Token) -> bool:
        """Whether a body speaks whose plain word is a fact, and no person for it."""
        inside = [token for token in told.tokens if token.clause == verb.clause]
        if any(self._is_person(token) for token in inside):
            return False
        return any(token.folded in self._words.officials for token in inside)

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


def _is_number(token: Token) -> bool:
    return token.value is not None


def _is_date(token: Token) -> bool:
    return token.dated


_QUOTES = frozenset('"“”„«»')
_UNIT_WORDS = 3
_NAME_WORDS = 3
_TIE_WORDS = 3
_COMPARISON_WORDS = 5
_CUE_WORDS = 3
