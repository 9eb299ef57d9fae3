"""What a claim may not make wider: "its only road bridge" is not its only bridge, "no bad injuries" not no injuries.

Elsewhere a word that only narrows may be left out: who bought an old house bought a house.
Nor may it say the contrary by a small word that nothing else compares: "too few" is not "too many".
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, CEILING, FLOOR, LESS, MORE, NOT, ONLY, THAN, alike
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in

_NARROWING_WORDS = 4
_BESIDE = 3
_PART_AHEAD = 2
_LETTERS, _ALIKE = 2, 3
_NO_SIDES: frozenset[tuple[int, int]] = frozenset()
_BOUND_WORDS, _BOUNDING = 5, 2
_BOUNDS = {CEILING, FLOOR, LESS, MORE}
_TURNING = {ALL, NOT, ONLY}
# What a word for "first" is matched by.
_FIRST = frozenset({"#1"})


class Widening:
    """Compares what is narrowed behind words that hold for whatever they are said of."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        # Where a comma stands before every clause it tells of the first, or which is the first.
        self._first = frozenset[str]() if grammar.nouns or grammar.words.free_order else _FIRST

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """A word that narrows what is the only one, the first, all or none, and that the claim leaves out."""
        bound = self._bound(aligned)
        if bound is not None:
            return f"leaves out what narrows it: {bound.text}"
        several = self._of_several(claim, aligned) if self._grammar.words.several_endings and aligned.pairs else ""
        return several or self._of_all(claim, aligned) or self._of_whole(claim, aligned)

    def _of_whole(self, claim: Clauses, aligned: Aligned) -> str:
        """The word that opens a clause which tells of which all something is told, and which the claim leaves out.

        "All operations that are not urgent": a mark before it parts such a clause where one stands before every clause.
        """
        if not [token for token in claim.tokens if ALL in token.signs or token.keys & self._first]:
            return ""
        tokens, openers = aligned.told.tokens, aligned.told.clauses.openers
        whole = [at for at, token in enumerate(tokens) if ALL in token.signs or token.keys & self._first]
        behind = (tokens[at].clause + 1 for at in whole if self._is_noun_of_clause(aligned, at))
        narrowing = next((at for at in behind if at not in aligned.used and self._is_narrowing(aligned, at)), None)
        return "" if narrowing is None else f"leaves out what narrows it: {openers[narrowing]}"

    def _is_narrowing(self, aligned: Aligned, clause: int) -> bool:
        """Whether a relative word opens a clause, behind no mark but where one stands before every clause."""
        clauses = aligned.told.clauses
        marks = {"", ","} if self._grammar.nouns or self._grammar.words.free_order else {""}
        inside = clause < len(clauses.openers) and clauses.marks[clause] in marks
        return inside and clauses.openers[clause] in self._grammar.relatives

    def _is_noun_of_clause(self, aligned: Aligned, at: int) -> bool:
        """Whether a word for all stands before the noun that ends its clause, less its verb, and a claim takes that."""
        tokens = aligned.told.tokens
        said = [place for place in places_in(tokens, tokens[at].clause) if tokens[place].content]
        verb = self._grammar.brackets and bool(said) and tokens[said[-1]].text[0].islower()
        last = said[-1 - verb] if len(said) > verb else -1
        return last in aligned.matched and self._is_one_noun(tokens, at, last)

    def _is_one_noun(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Whether all is said of the noun that ends the clause, which is not counted."""
        between = tokens[at + 1 : last]
        return last > at and not any(other.content or other.value is not None for other in between)

    def _of_several(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against the noun in the plural that opens a claim, "" where nothing does."""
        telling = len(aligned.told.clauses.marks) > 1 and not aligned.told.tokens[aligned.pairs[0][1]].clause
        if telling and self._is_of_some(claim, aligned):
            return f"leaves out of which it is told: {aligned.tokens[0].text}"
        several = self._several(claim, aligned)
        return "" if several is None else f"tells of several where there is one: {several.text}"

    def _of_all(self, claim: Clauses, aligned: Aligned) -> str:
        """A word that narrows what is said of all, none, one alone or the first, and that the claim leaves out."""
        kept = {sign for token in claim.tokens for sign in token.signs} & _TURNING
        for at, token in enumerate(aligned.told.tokens):
            if ALL in token.signs & kept and self._adds_all(claim.tokens, aligned.told.tokens, at):
                return f"adds that it is all: {token.text}"
            first = at in aligned.matched and token.folded in self._grammar.words.firsts
            none = NOT in token.signs and token.folded not in self._grammar.words.none
            if first or (not none and token.signs & kept):
                narrowing = self._narrowing(aligned, at)
                if narrowing is not None:
                    return f"leaves out what narrows it: {narrowing.text}"
        return ""

    def _adds_all(self, mine: Sequence[Token], told: Sequence[Token], at: int) -> bool:
        """Whether a sentence tells of a part of every so many, and a claim of all."""
        parts = (place for place, token in enumerate(mine) if ALL in token.signs and self._parts_numbers(mine, place))
        return self._parts_numbers(told, at) and not any(True for _ in parts)

    def _parts_numbers(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word for all stands between a part and its whole: "three in every four", not "in all four"."""
        words, (part, tie) = self._grammar.words, tokens[max(0, at - _PART_AHEAD) : at] if at > 1 else (None, None)
        if part is None or tie is None or tie.folded not in words.ties:
            return False
        counted = part.value is not None or part.folded in words.articles | words.indefinite
        return counted and any(one.value is not None for one in tokens[at + 1 : at + 2])

    def _is_of_some(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim tells of all what will be of those whom a relative clause tells: "those who pay will go"."""
        told, place = aligned.told, aligned.pairs[0][1]
        clause = told.tokens[place].clause + 1
        if told.clauses.openers[clause] not in self._grammar.relatives or told.clauses.marks[clause]:
            return False
        if told.tokens[place + 1].clause != clause or not self._is_all(claim, aligned, place):
            return False
        inside = places_in(told.tokens, clause)
        deeds = [at for at in inside if told.tokens[at].mood == "future" and at in aligned.matched]
        return bool(deeds) and self._is_narrowed(told.tokens, range(inside[0] + 1, deeds[0]), aligned.matched)

    def _is_narrowed(self, tokens: Sequence[Token], ahead: range, matched: frozenset[int]) -> bool:
        """Whether the words before a deed tell which do it, and the claim leaves out the first; no past does."""
        over = any(tokens[at].mood == "past" or tokens[at].folded in self._grammar.perfects for at in ahead)
        first = next((at for at in ahead if tokens[at].content), None)
        return first is not None and first not in matched and not over

    def _is_all(self, claim: Clauses, aligned: Aligned, place: int) -> bool:
        """Whether a claim and a sentence open with the same bare noun in the plural."""
        token, words = aligned.pairs[0][0], self._grammar.words
        other, opens = aligned.told.tokens[place], token is aligned.tokens[0] and is_plain(token)
        counted = any(one.value is not None for one in claim.tokens[: claim.tokens.index(token)])
        several = bool(words.several_endings) and token.folded.endswith(words.several_endings)
        return opens and several and not counted and token.folded == other.folded

    def _several(self, claim: Clauses, aligned: Aligned) -> Token | None:
        """The word for several that opens a claim, where the sentence tells of one: "women", "one woman"."""
        if not aligned.pairs or aligned.pairs[0][0] is not aligned.tokens[0] or not is_plain(aligned.tokens[0]):
            return None
        token, place = aligned.pairs[0]
        told, words = aligned.told.tokens, self._grammar.words
        opening = claim.tokens[: claim.tokens.index(token)]
        counted = any(other.value is not None or other.folded in words.articles for other in opening)
        one = place > 0 and (told[place - 1].value == 1 or told[place - 1].folded in words.articles)
        return token if one and not counted and self._is_several(token.folded, told[place].folded) else None

    def _is_several(self, word: str, other: str) -> bool:
        """Whether one of two forms of a word has an ending for several, and the other has not."""
        endings = sorted(self._grammar.words.several_endings, key=len, reverse=True)
        ending = next((one for one in endings if word.endswith(one)), "")
        return bool(ending) and word[:_ALIKE] == other[:_ALIKE] and not other.endswith(ending)

    def _bound(self, aligned: Aligned) -> Token | None:
        """A bound right behind those of whom a claim tells, whose number it leaves out: "children (under six)"."""
        plain = (pair for pair in aligned.pairs if is_plain(pair[0]) and aligned.told.tokens[pair[1]].content)
        opening = (place for token, place in plain if not token.before or self._opens(aligned, token))
        return next(filter(None, (self._bound_behind(aligned, place) for place in opening)), None)

    @staticmethod
    def _bound_behind(aligned: Aligned, place: int) -> Token | None:
        """The bound right behind a word of the sentence, where the claim does not take its number."""
        tokens = aligned.told.tokens
        near = [token for token in tokens[place + 1 : place + 1 + _BOUND_WORDS] if token.clause == tokens[place].clause]
        bounding = next((token for token in near[:_BOUNDING] if token.signs & _BOUNDS or token.content), None)
        number = next((token for token in near if token.value is not None), None)
        bound = bounding is not None and bool(bounding.signs & _BOUNDS)
        return bounding if bound and number is not None and tokens.index(number) not in aligned.matched else None

    def _opens(self, aligned: Aligned, token: Token) -> bool:
        """Whether a word is the first that a claim says something with."""
        return token is aligned.tokens[0] and token.clause == 0

    def _narrowing(self, aligned: Aligned, at: int) -> Token | None:
        """The word behind one that holds for all, which narrows what that is said of and which the claim leaves out."""
        tokens, matched = aligned.told.tokens, aligned.matched
        for place in range(at + 1, min(at + 1 + _NARROWING_WORDS, len(tokens))):
            other = tokens[place]
            if other.clause != tokens[at].clause or place in matched or not self._narrows(other):
                return None
            if other.content and self._is_before(tokens, place, matched):
                return other
        return None

    def _narrows(self, token: Token) -> bool:
        """Whether a word may stand between such a word and what it is said of."""
        small = token.folded in self._grammar.words.ties or token.folded in self._grammar.definite
        return not small and is_plain(token) and not token.signs

    def _is_before(self, tokens: list[Token], place: int, matched: frozenset[int]) -> bool:
        """Whether a word that the claim takes stands right behind, with none that ties between."""
        for at in range(place + 1, min(place + 1 + _NARROWING_WORDS, len(tokens))):
            if tokens[at].clause != tokens[place].clause or tokens[at].folded in self._grammar.words.ties:
                return False
            if at in matched:
                return True
        return False


class Degrees:
    """Compares small words that say how much, how early or of which year, and what is less with what is more."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._degrees = grammar.words.degrees

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._exchanged(claim, aligned)
        yield _turned_comparison(claim, aligned, self._grammar.words.comparing)

    def _exchanged(self, claim: Clauses, aligned: Aligned) -> str:
        """A word in whose place the sentence has one that excludes it: "too many", "too few"."""
        told = aligned.told.tokens
        for at in self._places(claim.tokens):
            said, beside = self._degrees[claim.tokens[at].folded], self._all_beside(claim.tokens, at, aligned)
            near = [place for place in self._places(told) if any(abs(place - one) <= _BESIDE for one in beside)]
            sides = [self._degrees[told[place].folded] for place in near if told[place].clause in aligned.used]
            rival = [side for side in sides if _rows(side) & _rows(said)]
            if rival and not any(side & said for side in rival):
                return f"turns round of what degree it is: {claim.tokens[at].text}"
        return ""

    def _places(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Where such words stand, of two in a row the second: "trop peu"."""
        for at, token in enumerate(tokens):
            sides = self._degrees.get(token.folded)
            behind = self._degrees.get(tokens[at + 1].folded, _NO_SIDES) if at + 1 < len(tokens) else _NO_SIDES
            if sides and not _rows(sides) & _rows(behind):
                yield at

    def _all_beside(self, tokens: Sequence[Token], at: int, aligned: Aligned) -> set[int]:
        """Where the sentence has the word that one of a claim's belongs to, and the one that it stands behind.

        None where it tells with what something is compared: "more than last season".
        """
        if any(THAN in token.signs for token in tokens[max(0, at - _BESIDE) : at]):
            return set()
        found = {self._beside(tokens, at, aligned)}
        if self._grammar.postposed and at and tokens[at - 1].content and tokens[at - 1].clause == tokens[at].clause:
            found |= {place for token, place in aligned.pairs if token is tokens[at - 1]}
        return {place for place in found if place is not None}

    def _beside(self, tokens: Sequence[Token], at: int, aligned: Aligned) -> int | None:
        """Where the sentence has the word that one of a claim's belongs to: the nearest behind it, else before it."""
        place_of = {id(token): place for token, place in aligned.pairs}
        for token in (*tokens[at + 1 : at + _BESIDE], *tokens[max(0, at - _BESIDE) : at][::-1]):
            if token.clause != tokens[at].clause or token.folded in self._degrees:
                continue
            place = place_of.get(id(token))
            if place is not None or token.content:
                return place
            same = [place for place, other in enumerate(aligned.told.tokens) if other.folded == token.folded]
            if len(same) == 1 and len(token.folded) > _LETTERS and not self._grammar.is_small(token):
                return same[0]
        return None


def _rows(sides: frozenset[tuple[int, int]]) -> set[int]:
    return {row for row, _ in sides}


def _turned_comparison(claim: Clauses, aligned: Aligned, comparing: frozenset[str]) -> str:
    """A word that is compared with "less" in one and with "more" in the other: "harder", "minder hard"."""
    told = aligned.told.tokens
    signed = [token for token in (*claim.tokens, *told) if token.signs & {MORE, LESS}]
    for token, place in aligned.pairs if signed else ():
        if not _is_form(token, told[place]):
            continue
        mine = _compared(claim.tokens, claim.tokens.index(token), comparing)
        if {mine, _compared(told, place, comparing)} == {MORE, LESS}:
            return f"turns a comparison round: {token.text}"
    return ""


def _is_form(one: Token, other: Token) -> bool:
    """Whether two words are forms of one, and not two that say the same: "cheaper" is "less expensive"."""
    begins = one.plain.startswith(other.stem) or other.plain.startswith(one.stem)
    return begins or alike(one.stem, other.stem)


def _compared(tokens: Sequence[Token], at: int, comparing: frozenset[str]) -> str:
    """How a word is compared: `LESS` by such a word before it, `MORE` by such a word or its own form, "" if not.

    Where a phrase of two words says so it is the first that does: "mai puțin"; "mai" alone is more.
    """
    before = [token for token in tokens[max(0, at - 2) : at] if token.clause == tokens[at].clause]
    if len(before) > 1 and (before[-1].content or before[-2].folded not in comparing):
        before = before[-1:]
    signs = frozenset[str]().union(*[token.signs for token in before])
    if LESS in signs and MORE not in signs:
        return LESS
    alone = bool(before) and before[-1].folded in comparing
    return MORE if alone or (signs | tokens[at].signs) & {MORE, LESS} else ""
