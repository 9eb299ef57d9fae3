"""What a claim says that the sentence does not: denials, conditions, bounds, how sure something is."""

from bot.domain.claims.comparing.alignment import Aligned
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
    IS,
    LEADS,
    LESS,
    MORE,
    NOT,
    ONLY,
    PART,
    PASSIVE,
    WAS,
)
from bot.domain.claims.rules.grammar import SPEECH, UNDONE, Grammar, is_year

# What a sign says, in a word.
SAID = {
    NOT: "a denial", COND: "a condition", ONLY: "a limit", FORMER: "that something is over", FLOOR: "a bound",
    CEILING: "a bound", ALL: "that it is all", MORE: "a comparison", LESS: "a comparison", BEFORE: "an order of time",
    AFTER: "an order of time", CAUSE: "a cause", PART: "that it is a part",
}  # fmt: skip
_NOT_ADDED = {NOT, COND, ONLY, FORMER, FLOOR, CEILING, ALL, MORE, LESS, BEFORE, AFTER, CAUSE}
_HELD = {f"{GOVERNS}suspect", f"{GOVERNS}allege"}
_DENIALS = {f"{GOVERNS}deny", f"{GOVERNS}refuse"}
_NEAR_NUMBER = 3
_AHEAD = {f"{GOVERNS}{name}" for name in ("promise", "plan", "threaten", "offer", "expect", "agree")}
_FUTURE = f"{GOVERNS}future"


class Added:
    """Compares what a claim says by words of its own."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def fault(self, claim: Clauses, aligned: Aligned, scope: set[int]) -> str:
        """What a claim says by a word of its own and the sentence does not, "" where it adds nothing."""
        there = self._there(aligned, scope)
        mine = {sign for token in claim.tokens for sign in token.signs}
        if _goes_on_being(mine, there):
            return "says that something still is"
        known = _approximating(claim.tokens, aligned) | {id(token) for token, _ in aligned.pairs}
        for token in claim.tokens:
            passed = id(token) in known or (AFTER in token.signs and self._is_after(claim, aligned, token))
            passed = passed or (ONLY in token.signs and _is_few(claim.tokens, aligned, token))
            strange = set[str]() if passed else self._strange(claim, aligned, token, mine, there)
            if strange:
                return f"adds {SAID.get(min(strange), 'how sure it is')}: {token.text}"
        return ""

    def _strange(self, claim: Clauses, aligned: Aligned, token: Token, mine: set[str], there: set[str]) -> set[str]:
        """The signs of a claim's own word of which the sentence has none; empty where it has one of them."""
        strange = {sign for sign in token.signs if sign in _NOT_ADDED or sign.startswith(GOVERNS)}
        if token.stem in self._grammar.words.referring and mine & _DENIALS:
            strange -= {f"{GOVERNS}allege", f"{GOVERNS}demand"}  # "Denied the accusation" alleges nothing.
        if NOT in mine and NOT in there:
            strange -= {f"{GOVERNS}possible"}  # What cannot be is not.
        if PASSIVE in token.signs and self._is_passive(claim, token):
            strange -= {_FUTURE}
        if _FUTURE in strange and self._is_dated(aligned):
            strange -= {_FUTURE}  # "Begins on 6 October", "will begin".
        if there & SPEECH:
            strange -= _HELD  # "Holds that it is" is no more than "says that it is".
        return set() if strange & there else strange

    def _is_after(self, claim: Clauses, aligned: Aligned, word: Token) -> bool:
        """Whether a claim may tell a thing as later than another that the sentence has."""
        return _is_after(claim, aligned, word) or self._is_told_next(aligned, word)

    def _is_told_next(self, aligned: Aligned, word: Token) -> bool:
        """Whether a sentence tells two deeds of one doer one after the other: "heard a bang and called the police"."""
        tokens = aligned.told.tokens
        deeds = [(token, place) for token, place in aligned.pairs if not token.entities and not token.dated]
        later = [place for token, place in deeds if token.start < word.start]
        sooner = [place for token, place in deeds if token.start > word.start]
        if not later or not sooner or max(sooner) >= min(later):
            return False
        ordered = any(token.signs & {BEFORE, AFTER} for token in tokens)
        one = tokens[sooner[0]].clause == tokens[later[-1]].clause
        return one and not ordered and self._joins(tokens[max(sooner) + 1 : min(later)])

    def _joins(self, tokens: list[Token]) -> bool:
        """Whether an "and" stands among words."""
        words = self._grammar.words
        return any(token.folded in words.joins and token.folded in words.joining for token in tokens)

    def _is_dated(self, aligned: Aligned) -> bool:
        """Whether a claim takes a day of a clause that tells nothing of what has been."""
        tokens, perfects = aligned.told.tokens, self._grammar.words.perfects
        clauses = {tokens[place].clause for place in aligned.matched if tokens[place].dated}
        inside = [token for token in tokens if token.clause in clauses]
        return bool(perfects) and bool(inside) and not any(map(self._grammar.is_over, inside))

    def _there(self, aligned: Aligned, scope: set[int]) -> set[str]:
        """What a sentence says by its signs about what the claim takes from it."""
        tokens = aligned.told.tokens
        within = range(min(scope, default=0), max(scope, default=0) + 1)
        there = {sign for token in tokens for sign in token.signs if token.clause in within}
        there |= {
            sign
            for token in tokens
            for sign in token.signs & {BEFORE, AFTER}
            if token.clause == within.stop and not token.before
        }  # "before publication" may be said in words that carry nothing: "before they came out".
        there |= {_FUTURE} if any(token.mood == "future" for token in tokens if token.clause in within) else set()
        return there | self._implied(aligned, there)

    def _implied(self, aligned: Aligned, there: set[str]) -> set[str]:
        """What a sentence says without a word of its own for it: what is decided, promised or planned is to come."""
        explains = any(aligned.told.clauses.marks[clause] == ":" for clause in aligned.used)
        implied = {CAUSE} if LEADS in there or explains else set[str]()
        implied |= {NOT} if there & UNDONE else set()
        decided = any(token.stem in self._grammar.words.deciding for token in aligned.told.tokens)
        return implied | ({_FUTURE} if decided or there & _AHEAD else set())

    def _is_passive(self, claim: Clauses, verb: Token) -> bool:
        """Whether a helping verb for what is to come or is done to somebody stands with a participle: "wird gebaut"."""
        last = [token for token in claim.tokens if token.clause == verb.clause and token.content][-1:]
        return any(map(self._grammar.is_past_participle, last))


def _goes_on_being(mine: set[str], there: set[str]) -> bool:
    """Whether a claim's signs say that something is and a sentence's that it was; "said that it was" is no change."""
    backshifted = mine & SPEECH and there & SPEECH
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


def _approximating(tokens: list[Token], aligned: Aligned) -> set[int]:
    """Ids of the words that stand before a number which is near one of the sentence's: "nearly 100,000"."""
    found: set[int] = set()
    for number, place in aligned.pairs:
        other = aligned.told.tokens[place]
        counted = number.value is not None or number.share is not None
        if counted and (number.value, number.share) != (other.value, other.share):
            at = tokens.index(number)
            found |= {id(token) for token in tokens[max(0, at - _NEAR_NUMBER) : at]}
    return found


def _is_few(tokens: list[Token], aligned: Aligned, only: Token) -> bool:
    """Whether a word stands before a number beside which the sentence counts more: "only six", "nine were for it"."""
    place_of = {id(token): place for token, place in aligned.pairs}
    following = tokens[tokens.index(only) + 1 :][:1]
    place = place_of.get(id(following[0])) if following and following[0].value is not None else None
    if place is None:
        return False
    counted = (token.value for token in aligned.told.tokens if token.value is not None and not is_year(token))
    return any(value > (following[0].value or 0) for value in counted)
