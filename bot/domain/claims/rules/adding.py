"""What a claim says that the sentence does not: denials, conditions, bounds, how sure something is."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.quantities import names_two
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import (
    AFTER,
    ALL,
    BEFORE,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    FORMER,
    GOVERNS,
    HAD_TO,
    IS,
    LACK,
    LEADS,
    LESS,
    LESSER,
    MORE,
    NOT,
    ONLY,
    PART,
    PASSIVE,
    WAS,
)
from bot.domain.claims.rules.counting.compared import ends_compared
from bot.domain.claims.rules.counting.ranges import carried
from bot.domain.claims.rules.cues.asides import passed_over
from bot.domain.claims.rules.cues.denied import missed, ties_denied
from bot.domain.claims.rules.deeds.ended import is_over
from bot.domain.claims.rules.deeds.sequence import is_mirrored
from bot.domain.claims.rules.grammar import ADMITS, SPEECH, UNDONE, Grammar, confesses, is_plain, is_year
from bot.domain.claims.rules.meant.asked import OUGHT, asks, wishes
from bot.domain.claims.rules.series.timed import is_mirrored_in_time
from bot.domain.claims.rules.turned.causes import is_motive
from bot.domain.claims.rules.turned.foretold import is_announced
from bot.domain.claims.rules.turned.freed import is_held_for
from bot.domain.claims.rules.voiced.ahead import DONE, makes_passive
from bot.domain.claims.rules.voiced.reasons import is_told_as_reason

# What a sign says, in a word.
SAID = {
    NOT: "a denial", COND: "a condition", ONLY: "a limit", FORMER: "that something is over", FLOOR: "a bound",
    CEILING: "a bound", ALL: "that it is all", MORE: "a comparison", LESS: "a comparison", BEFORE: "an order of time",
    AFTER: "an order of time", CAUSE: "a cause", PART: "that it is a part", LESSER: "that it is a lesser office",
    HAD_TO: "that it had to be",
}  # fmt: skip
_NOT_ADDED = {NOT, COND, ONLY, FORMER, FLOOR, CEILING, ALL, MORE, LESS, BEFORE, AFTER, CAUSE, HAD_TO}
_PROBABLE = {f"{GOVERNS}suspect", f"{GOVERNS}possible"}
_HELD = {f"{GOVERNS}suspect", f"{GOVERNS}allege", f"{GOVERNS}unreal"}
_REFUSE = f"{GOVERNS}refuse"
_DENIALS = {f"{GOVERNS}deny", _REFUSE}
_NEAR_NUMBER, _SINCE_WORDS, _TWO = 3, 2, 2
_ORDERING = {BEFORE, AFTER}
_DEMAND = f"{GOVERNS}demand"
_AHEAD = {f"{GOVERNS}{name}" for name in ("promise", "plan", "threaten", "offer", "expect", "agree", "refuse")}
_PLAN = f"{GOVERNS}plan"
_ALLOW = f"{GOVERNS}allow"
_FUTURE, _POSSIBLE = f"{GOVERNS}future", f"{GOVERNS}possible"


class Added:
    """Compares what a claim says by words of its own."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def fault(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        """What a claim says by a word of its own and the sentence does not, "" where it adds nothing."""
        there = self._there(claim, aligned, scope)
        mine = {sign for token in claim.tokens for sign in token.signs}
        if _goes_on_being(mine, there) or _is_done_still(claim, aligned):
            return "says that something still is"
        known = carried(claim.tokens, aligned, self._grammar)
        for at, token in enumerate(claim.tokens):
            if not token.signs:
                continue
            if token.signs >= _PROBABLE and _POSSIBLE not in there:
                return f"adds how sure it is: {token.text}"  # "Probably" is no view of somebody's.
            passed = id(token) in known or self._is_said_otherwise(claim, aligned, at)
            strange = set[str]() if passed else self._strange(claim, aligned, token, mine, there)
            if strange and self._is_known(claim, aligned, token):
                strange = {sign for sign in strange if not sign.startswith(GOVERNS)}
            if strange:
                return f"adds {SAID.get(min(strange), 'how sure it is')}: {token.text}"
        return ""

    def _is_said_otherwise(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a sentence says by other words, or by what it tells next, what a claim says by a word of its own."""
        token = claim.tokens[at]
        if self._is_ordered_so(claim, aligned, token) or self._is_since(aligned, token):
            return True
        if ONLY in token.signs and _is_few(claim.tokens, aligned, token):
            return True
        if FORMER in token.signs and (self._was(aligned) or ends_compared(claim.tokens, at, aligned.told.tokens)):
            return True
        if token.folded in self._grammar.words.both and self._has_two(aligned, token):
            return True
        if CAUSE in token.signs and self._is_reason(claim, aligned, token):
            return True
        further = MORE in token.signs and self._is_further(claim.tokens, aligned, at)
        return further or (_ALLOW in token.signs and _is_forbidden(aligned, token))

    def _was(self, aligned: Aligned) -> bool:
        """Whether a sentence tells as over what somebody was: "had worked as a guard until 1973", a former guard."""
        return any(is_over(aligned.told.tokens, at, self._grammar) for at in aligned.used)

    def _is_reason(self, claim: Clauses, aligned: Aligned, cause: Token) -> bool:
        """Whether a word for a cause opens what is told as done, or what somebody is held for: "wegen Raubs"."""
        if self._is_doing(aligned, cause) or is_told_as_reason(aligned, cause, self._grammar):
            return True
        return cause.folded in self._grammar.words.special["charging"] and is_held_for(claim, aligned, self._grammar)

    def _has_two(self, aligned: Aligned, both: Token) -> bool:
        """Whether the clauses that a claim takes count two, or name what a claim counts: "the two sides"."""
        tokens = aligned.told.tokens
        if any(token.value == _TWO and token.clause in aligned.used for token in tokens):
            return True
        places = (at for token, at in aligned.pairs if token.before == both.folded)
        return any(names_two(tokens, at, self._grammar.words.joining) for at in places)

    def _is_ordered_so(self, claim: Clauses, aligned: Aligned, word: Token) -> bool:
        """Whether a sentence tells in other words the order of time that a claim tells by a word."""
        if AFTER in word.signs and self._is_after(claim, aligned, word):
            return True
        ordering = bool(word.signs & _ORDERING)
        return ordering and (is_mirrored(claim, aligned) or is_mirrored_in_time(claim, aligned, self._grammar))

    def _is_since(self, aligned: Aligned, word: Token) -> bool:
        """Whether a claim tells as a deed since when it is so, and the sentence by a noun: "since the opening"."""
        tokens = aligned.told.tokens
        if not (AFTER in word.signs or (COND in word.signs and word.folded in self._grammar.words.since)):
            return False
        behind = [pair for pair in aligned.pairs if pair[0].start > word.start and is_plain(pair[0])]
        near = [pair for pair in behind if pair[0].clause <= word.clause + 1]
        deed = next((pair for pair in near if self._is_since_noun(tokens, pair)), None)
        return deed is not None and all(at >= deed[1] for one, at in behind if one.clause == deed[0].clause)

    def _is_since_noun(self, tokens: Sequence[Token], pair: tuple[Token, int]) -> bool:
        """Whether a claim's verb is in the sentence a noun right behind a word for since when."""
        token, place = pair
        if self._grammar.is_named(token) or not self._grammar.is_named(tokens[place]):
            return False
        near = [one.folded for one in tokens[max(0, place - _SINCE_WORDS) : place] if not one.content]
        return not self._grammar.words.since.isdisjoint({*near, "-".join(near)})

    def _is_doing(self, aligned: Aligned, cause: Token) -> bool:
        """Whether what a claim gives as a cause does it in the sentence: "the flood damaged 40 houses".

        It is a thing that opens the one clause, told in the active, which has all that the claim says; or a deed for
        which another is done.
        """
        if is_motive(aligned, cause, self._grammar):
            return True
        noun, place = next((pair for pair in aligned.pairs if pair[0].start > cause.start), (cause, 0))
        if noun is cause or not is_plain(noun) or len(aligned.used) != 1:
            return False
        inside = [token for token in aligned.told.tokens if token.clause in aligned.used]
        if any(PASSIVE in token.signs for token in inside) or not self._opens(aligned.told.tokens, place):
            return False
        return any(is_plain(token) and there > place for token, there in aligned.pairs)

    def _opens(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a word opens its clause, but for a day, and nothing ties it."""
        inside = (token for token in tokens if token.clause == tokens[place].clause)
        opening = next((token for token in inside if token.content and not token.dated), None)
        return opening is tokens[place] and not opening.signs and not self._grammar.is_tied(tokens, place)

    def _is_further(self, tokens: list[Token], aligned: Aligned, at: int) -> bool:
        """Whether a word counts more of the same, as the sentence does, "five more", or ties: "Entscheidung über"."""
        if not at or tokens[at - 1].value is None:
            return at > 0 and tokens[at - 1].folded in self._grammar.words.special["deliberations"]
        place = next((place for token, place in aligned.pairs if token is tokens[at - 1]), 0)
        return bool(place) and aligned.told.tokens[place - 1].folded in self._grammar.words.further

    # Complexity: each sign may be said by other words.
    def _strange(self, claim: Clauses, aligned: Aligned, token: Token, mine: set[str], there: set[str]) -> set[str]:
        """The signs of a claim's own word of which the sentence has none; empty where it has one of them."""
        strange = {sign for sign in token.signs if sign in _NOT_ADDED or sign.startswith(GOVERNS)}
        if token.stem in self._grammar.words.referring and mine & _DENIALS:
            strange -= {f"{GOVERNS}allege", f"{GOVERNS}demand"}  # "Denied the accusation" alleges nothing.
        strange -= wishes(aligned, there) if _PLAN in strange else set()
        if _POSSIBLE in strange and self._can(aligned, token, denied=NOT in mine and NOT in there):
            strange -= {_POSSIBLE}
        if _FUTURE in strange and self._is_no_future(claim, aligned, token):
            strange -= {_FUTURE}
        strange -= self._held(aligned, there) if strange else set()
        said = strange & there
        if said & _DENIALS and id(token) not in {id(one) for one, _ in aligned.pairs}:
            said -= _taken(aligned, said & _DENIALS)
        another = not said or ties_denied(claim, aligned, token, self._grammar)
        return strange if another or self._orders_another(claim, aligned, token, said) else set()

    def _held(self, aligned: Aligned, there: set[str]) -> set[str]:
        """How a claim may tell what somebody says: as held or alleged, as admitted where it is of themselves."""
        if not there & SPEECH:
            return set()
        firsts, endings = self._grammar.first_person, self._grammar.words.first_endings
        return _HELD | ({ADMITS} if confesses(aligned.told, firsts, endings) else set())

    def _is_no_future(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether a verb makes a passive alone, or tells a day's event as to come: "begins on 6 October", "will"."""
        if makes_passive(claim, aligned, token, self._grammar):
            return True
        return self._is_dated(aligned) or is_announced(aligned, token, self._grammar)

    def _is_known(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether a word is a noun told as known, of which the sentences right before tell: "announced the delay"."""
        at = claim.tokens.index(token)
        known = token.before in self._grammar.definite and self._grammar.is_noun(claim.tokens, at)
        return known and not claim.headline and self._grammar.told_lately(token, aligned)

    def _can(self, aligned: Aligned, word: Token, *, denied: bool) -> bool:
        """Whether what a claim says can be done is called feasible, or is what somebody has a time for.

        "Is reachable on foot" for "can be reached", "have a week to appeal" for "can appeal within a week".
        """
        if denied:
            return True  # What cannot be is not.
        tokens, words = aligned.told.tokens, self._grammar.words
        behind = [(token, place) for token, place in aligned.pairs if token.start > word.start]
        if any(tokens[place].plain.endswith(words.able_endings or "\0") and is_plain(token) for token, place in behind):
            return True
        deed = next((place for token, place in behind if is_plain(token)), None)
        return deed is not None and self._grammar.has_time_for(tokens, deed)

    def _is_after(self, claim: Clauses, aligned: Aligned, word: Token) -> bool:
        """Whether a claim may tell a thing as later than another that the sentence has."""
        if _is_after(claim, aligned, word) or self._is_told_next(aligned, word):
            return True
        return not claim.headline and self._follows(claim, aligned, word)

    def _orders_another(self, claim: Clauses, aligned: Aligned, word: Token, said: set[str]) -> bool:
        """Whether a claim orders a thing by another that the sentence has not, which itself is what all comes after.

        "The roof fell after the closure", where the sentence says what was done after the roof fell.
        """
        noun = self._noun_behind(claim, claim.tokens.index(word)) if said & _ORDERING else None
        lacked = noun is not None and noun in [aligned.tokens[place] for place in aligned.missing]
        tokens = aligned.told.tokens
        ordering = [token for token in tokens if token.signs & _ORDERING and token.clause in aligned.used]
        return lacked and bool(ordering) and not any(token.before for token in ordering)

    def _noun_behind(self, claim: Clauses, at: int) -> Token | None:
        """The noun told as known right behind a claim's word, None where none stands there."""
        noun = claim.tokens[at + 2] if at + 2 < len(claim.tokens) else None
        known = noun is not None and noun.before in self._grammar.definite and noun.content and is_plain(noun)
        return noun if known else None

    def _follows(self, claim: Clauses, aligned: Aligned, word: Token) -> bool:
        """Whether a claim tells a thing as later than what the sentences right before tell of: "after the fire".

        The sentence has no time of its own and tells nothing that was before that: "the pipe had been replaced".
        """
        noun = self._noun_behind(claim, claim.tokens.index(word))
        if noun is None or not self._grammar.words.pluperfects:
            return False
        if noun not in [aligned.tokens[lacked] for lacked in aligned.missing]:
            return False
        return self._is_timeless(aligned) and self._grammar.told_lately(noun, aligned)

    def _is_timeless(self, aligned: Aligned) -> bool:
        """Whether what a claim takes is told in the past without a time, and as before nothing else."""
        words = self._grammar.words
        inside = [token for token in aligned.told.tokens if token.clause in aligned.used]
        times = words.pluperfects | words.durations.keys()
        if any(token.folded in times or token.dated or is_year(token) for token in inside):
            return False
        return any(map(self._grammar.is_over, inside)) and not self._is_ordered(inside)

    def _is_told_next(self, aligned: Aligned, word: Token) -> bool:
        """Whether a sentence tells two deeds of one doer one after the other: "heard a bang and called the police"."""
        tokens = aligned.told.tokens
        deeds = [pair for pair in aligned.pairs if not pair[0].entities and not pair[0].dated]
        if deeds and not [token for token in tokens[: deeds[0][1]] if token.content]:
            deeds = deeds[1:]  # Who does both.
        later, sooner = (
            [place for token, place in deeds if (token.start < word.start) is first] for first in (True, False)
        )
        if not later or not sooner or max(sooner) >= min(later) or self._is_ordered(tokens):
            return False
        one = tokens[sooner[0]].clause == tokens[later[-1]].clause
        return self._goes_on(tokens[max(sooner) + 1 : min(later)], one=one)

    def _goes_on(self, between: list[Token], *, one: bool) -> bool:
        """Whether words between two deeds say that the second comes later, or join them within `one` clause."""
        later = self._grammar.words.later  # "Criticised it at first, but later apologised."
        return bool([token for token in between if token.folded in later]) or (one and self._joins(between))

    def _is_ordered(self, tokens: list[Token]) -> bool:
        """Whether words tell an order of time, other than by what comes later."""
        later = self._grammar.words.later
        return bool([token for token in tokens if token.signs & {BEFORE, AFTER} and token.folded not in later])

    def _joins(self, tokens: list[Token]) -> bool:
        """Whether an "and" stands among words."""
        words = self._grammar.words
        return any(token.folded in words.joins and token.folded in words.joining for token in tokens)

    def _is_dated(self, aligned: Aligned) -> bool:
        """Whether a claim takes a day of a clause that tells nothing of what has been."""
        tokens, perfects = aligned.told.tokens, self._grammar.words.perfects
        clauses = {tokens[place].clause for place in aligned.matched if tokens[place].dated}
        inside = [token for token in tokens if token.clause in clauses]
        signs = self._grammar.words.signs  # "Is elected in June".
        plain = (token for token in inside if IS not in token.signs and IS not in signs.get(token.before, ()))
        return bool(perfects) and bool(inside) and not any(map(self._grammar.is_over, plain))

    def _there(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> set[str]:
        """What a sentence says by its signs about what the claim takes from it."""
        tokens = aligned.told.tokens
        within = range(min(scope, default=0), max(scope, default=0) + 1)
        taken = {*within, *aligned.used} - (passed_over(aligned, self._grammar) - scope)
        there = {sign for token in tokens for sign in token.signs if token.clause in taken}
        there |= {NOT} if missed(tokens) else set()
        # "Before publication" may be said in words that carry nothing: "before they came out", "avant | qu'elle".
        ends = {within.stop, min(taken, default=0) - 1}
        opening = [token for token in tokens if token.clause in ends and not token.before]
        there |= {sign for token in opening for sign in token.signs & _ORDERING}
        there |= OUGHT if _DEMAND in there and asks(claim, aligned) else set()  # "Demands that it (should) hire".
        there |= {_FUTURE} if self._is_ahead([token for token in tokens if token.clause in within]) else set()
        return there | self._implied(aligned, there)

    def _is_ahead(self, tokens: list[Token]) -> bool:
        """Whether a verb tells of what is to come, also one that is denied in one phrase: "would not"."""
        signs = self._grammar.words.signs
        denied = [token.folded for token in tokens if token.content and NOT in token.signs]
        return bool(
            [1 for token in tokens if token.mood == "future"] or [1 for w in denied if _FUTURE in signs.get(w, ())]
        )

    def _implied(self, aligned: Aligned, there: set[str]) -> set[str]:
        """What a sentence says without a word of its own for it: what is decided, promised or planned is to come."""
        explains = any(aligned.told.clauses.marks[clause] == ":" for clause in aligned.used)
        implied = {CAUSE} if LEADS in there or explains else set[str]()
        implied |= {HAD_TO} if there & {LEADS, *OUGHT} else set()
        implied |= {NOT} if there & (UNDONE | {LACK}) else set()
        decided = bool([token for token in aligned.told.tokens if token.stem in self._grammar.words.deciding])
        return implied | ({_FUTURE} if decided or there & _AHEAD else set())


def _taken(aligned: Aligned, signs: set[str]) -> set[str]:
    """Of some signs those that a sentence has in a claim's own words alone: "dismissed", "refused to dismiss"."""
    matched = aligned.matched
    free = (token.signs for at, token in enumerate(aligned.told.tokens) if at not in matched)
    return signs.difference(*free)


def _goes_on_being(mine: set[str], there: set[str]) -> bool:
    """Whether a claim's signs say that something is and a sentence's that it was; "said that it was" is no change."""
    backshifted = there & SPEECH and (mine & SPEECH or _PLAN in mine & there)
    return IS in mine and WAS not in mine and WAS in there and IS not in there and not backshifted


def _is_after(claim: Clauses, aligned: Aligned, word: Token) -> bool:
    """Whether a headline has a thing come after another that the sentence tells of too, in no other order.

    "Captain acquitted after crash": "was acquitted of causing a crash".
    """
    place_of = {id(token): place for token, place in aligned.pairs}
    content = [token for token in claim.tokens if token.content]
    behind = next((token for token in content if token.start > word.start), None)
    ordered = any(token.signs & {BEFORE, AFTER} for token in aligned.told.tokens)
    ahead = [token for token in content if token.start < word.start]
    return claim.headline and not ordered and bool(ahead) and all(id(token) in place_of for token in (behind, *ahead))


def _is_done_still(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim tells a passive in the present that the sentence tells as over: "wird gebaut", "war gebaut"."""
    helping = next((token for token in claim.tokens if token.signs >= DONE), None)
    if helping is None or claim.headline:
        return False
    tokens = aligned.told.tokens
    done = [place for token, place in aligned.pairs if token.clause == helping.clause and is_plain(token)]
    if not done or [token for token in tokens if token.signs >= DONE]:
        return False
    clause = tokens[done[-1]].clause
    return any(token.signs >= {WAS, PASSIVE} for token in tokens if token.clause == clause)


def _is_forbidden(aligned: Aligned, allowed: Token) -> bool:
    """Whether a sentence has a verb of allowing as one phrase with its denial: "darf nicht", "nicht fahren darf"."""
    return any(one.folded == allowed.folded and NOT in one.signs for one in aligned.told.tokens)


def _is_few(tokens: list[Token], aligned: Aligned, only: Token) -> bool:
    """Whether a word stands before a number beside which the sentence counts more: "only six", "nine were for it"."""
    place_of = {id(token): place for token, place in aligned.pairs}
    first = tokens.index(only) + 1
    behind = [token for token in tokens[first : first + _NEAR_NUMBER] if token.clause == only.clause]
    number = next((token for token in behind if token.value is not None and id(token) in place_of), None)
    counted = (token.value for token in aligned.told.tokens if token.value is not None and not is_year(token))
    return number is not None and any(value > (number.value or 0) for value in counted)
