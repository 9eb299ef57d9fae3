"""Claims of a share of what is counted, told by the number of its part: "a third of the nine pools", "three of nine".

"Two thirds were not closed" and "six of the nine were not closed" are told by the part of which the contrary is said.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.claims.comparing.quantities import currencies, parts_of
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import ALMOST, CEILING, COND, FLOOR, NOT
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.restating.numbers.bounds import bound_words
from bot.domain.claims.rules.grammar import is_time
from bot.domain.values.proof import Verdict

_WHOLE, _HALF, _MOST = 100.0, 50.0, 90.0
# How many points a share may lie from that of a part, and how many times a bound a part may lie beyond it.
_NEAR, _BEYOND = 1.0, 2
# How many sentences behind the whole a part of it is told, and among how many words behind a number its noun stands.
_BEHIND, _NOUN = 2, 4
# What a fraction is multiplied by: "two thirds".
_TIMES = range(2, 10)
# How far before a number no denial stands that is its own ("not three of the nine"), and of how many words one is.
_DENIED, _PAIR = 1, 2


@dataclass(frozen=True)
class _Part:
    """A number that may be of a part of what another counts; `is_alone`, whether no other is told of besides."""

    told: Told
    value: float
    whole: float
    nouns: frozenset[str]
    is_alone: bool


_Told = tuple[str, _Part]


@dataclass(frozen=True)
class _Share:
    """A claim's share: its words, how much it is in a hundred at least and at most, where its noun's words begin."""

    words: range
    least: float
    most: float
    behind: int


class CountedParts:
    """One article's numbers of parts and wholes."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._words = story.words
        self._prove = prove
        self._small = story.leading | story.of_words | story.words.partitives
        self._articles = story.leading | story.words.articles | story.words.indefinite
        self._tie = next(iter(story.words.special["part_tie"]), "")
        self._units = currencies(story.reading.language.code) | story.words.durations.keys()

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim by the number of a part, None where there is none."""
        if not any(one.share is not None or one.value is not None or self._is_most(one) for one in claim.tokens):
            return None
        nots = self._denials(claim.tokens)
        if nots is None or not self._parts:
            return None
        for said, part in self._told(text, claim.tokens, nots):
            verdict = self._prove(said)
            if verdict.stands and self._story.reading.sentences[part.told.number] in verdict.evidence:
                return verdict
        return None

    def _told(self, text: str, tokens: Sequence[Token], nots: set[int]) -> Iterator[_Told]:
        """A claim with the number of a part in place of a share, or of what is left, told without its denial."""
        share = self._share(tokens, denied=bool(nots))
        if share is not None and nots.isdisjoint(range(share.words[0] - _DENIED, share.words[0])):
            yield from self._of_share(text, tokens, share, nots)
        for mine, other in parts_of(tokens, self._words) if nots else ():
            left = (tokens[other].value or 0) - (tokens[mine].value or 0)
            of = [part for part in self._parts if part.value == left and part.whole == tokens[other].value]
            of = [part for part in of if part.is_alone]
            if of and nots.isdisjoint(range(mine - _DENIED, mine)) and not tokens[mine].bound:
                yield _put(text, tokens, nots, {mine: f"{left:.10g}"}), of[0]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _of_share(self, text: str, tokens: Sequence[Token], share: _Share, nots: set[int]) -> Iterator[_Told]:
        """A claim with the numbers of a part and its whole in place of a share."""
        ties = range(share.words[-1] + 1, share.behind)
        behind = range(share.behind, min(share.behind + _NOUN, len(tokens)))
        whole = next((at for at in behind if counts(tokens[at])), None)
        done = set[tuple[float, float]]()
        for part in self._parts:
            noun = next((at for at in behind if tokens[at].keys & part.nouns), None)
            so = share.least <= _WHOLE * part.value / part.whole <= share.most and (part.value, part.whole) not in done
            so = so and (part.is_alone or not nots)
            if noun is None or not so or (whole is not None and tokens[whole].value != part.whole):
                continue
            done.add((part.value, part.whole))
            tied = any(tokens[at].folded in self._words.partitives for at in ties)
            put = {share.words[0]: f"{part.value:.10g}" + ("" if tied else f" {self._tie}")}
            if whole is None:
                put[noun] = f"{part.whole:.10g} {tokens[noun].text}"
            yield _put(text, tokens, nots | {*share.words} - {share.words[0]} | self._bounds(tokens, share), put), part

    def _bounds(self, tokens: Sequence[Token], share: _Share) -> set[int]:
        return bound_words(tokens, share.words[0], self._story)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _share(self, tokens: Sequence[Token], *, denied: bool) -> _Share | None:
        """A claim's only share, or the one of whose rest it tells the contrary; None where it has none, or several."""
        found = [at for at, token in enumerate(tokens) if token.share is not None or self._is_most(token)]
        if len(found) != 1:
            return None
        at = found[0]
        token, first, last = tokens[at], at, at + 1
        if not token.text[0].isalpha() or (token.rounded and not token.bound):
            return None
        if first and tokens[first - 1].value in _TIMES and tokens[first - 1].clause == token.clause:
            first -= 1
        while first and tokens[first - 1].folded in self._articles and tokens[first - 1].clause == token.clause:
            first -= 1
        if f"{token.plain}-{tokens[last].plain}" in self._words.fractions if last < len(tokens) else False:
            last += 1
        behind = last
        while behind < len(tokens) and not tokens[behind].content and tokens[behind].folded in self._small:
            behind += 1
        if behind == len(tokens) or tokens[behind].clause != token.clause:
            return None
        least, most = _limits(_HALF, FLOOR) if self._is_most(token) else _limits(token.share or 0, token.bound)
        return _Share(range(first, last), *((_WHOLE - most, _WHOLE - least) if denied else (least, most)), behind)

    def _is_most(self, token: Token) -> bool:
        return token.folded in self._words.majority or token.stem in self._words.majority

    def _denials(self, tokens: Sequence[Token]) -> set[int] | None:
        """The places of plain denials of one clause; None where a claim is denied or conditional otherwise."""
        own = self._words.signs
        nots = [at for at, token in enumerate(tokens) if NOT in own.get(token.folded, ()) or NOT in token.signs]
        plain = self._words.special["plain_not"]
        if any(tokens[at].folded not in plain for at in nots) or len({tokens[at].clause for at in nots}) > 1:
            return None
        if nots and (len(nots) > _PAIR or any(COND in token.signs for token in tokens)):
            return None
        return set(nots)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    @cached_property
    def _parts(self) -> Sequence[_Part]:
        """The article's numbers that may be of a part of what another counts, told with it or right behind it."""
        found: list[_Part] = []
        for told in self._story.sentences:
            numbers = [at for at, token in enumerate(told.tokens) if token.value is not None]
            wholes = [at for at in numbers if self._is_number(told.tokens, at)]
            near = self._story.sentences[told.number : told.number + 1 + _BEHIND]
            for at in wholes:
                whole, nouns = told.tokens[at].value or 0, self._nouns(told.tokens, at)
                for other in near if nouns else ():
                    for place, token in enumerate(other.tokens):
                        part = token.value or 0
                        if not 0 < part < whole or not self._is_number(other.tokens, place):
                            continue
                        if other is not told or self._are_apart(told, place, at):
                            alone = self._is_alone(other, place, at if other is told else -1)
                            found.append(_Part(other, part, whole, nouns, alone))
        return found

    def _are_apart(self, told: Told, part: int, whole: int) -> bool:
        """Whether two numbers of a sentence may be of a part and its whole: not "between 40 and 50"."""
        between = told.tokens[whole + 1 : part]
        behind = any(one.content for one in between) and told.tokens[part].clause != told.tokens[whole].clause
        return behind or (part, whole) in parts_of(told.tokens, self._words)

    def _is_alone(self, told: Told, part: int, whole: int) -> bool:
        """Whether nothing else that is counted may be of the same whole: "ten in May and ten more in June"."""
        others = [at for at in range(len(told.tokens)) if at not in (part, whole) and self._is_number(told.tokens, at)]
        behind = [one for other in self._story.sentences[told.number + 1 : told.number + 2] for one in other.tokens]
        more = self._words.others | self._words.further
        return not others and not any(counts(one) or one.folded in more for one in behind[:_PAIR])

    def _is_number(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number counts things, exactly: neither money nor a time."""
        token = tokens[at]
        if not counts(token) or not token.content or token.share is not None or token.rounded or token.bound:
            return False
        near = tokens[at + 1 : at + 3]
        timed = is_time(token) and token.plain not in self._words.numbers  # "Dez" is ten, and December's short form.
        return not timed and not any(one.folded in self._units for one in near)

    @staticmethod
    def _nouns(tokens: Sequence[Token], at: int) -> frozenset[str]:
        """What the words behind a number in its clause may be matched by."""
        near = [one for one in tokens[at + 1 : at + 1 + _NOUN] if one.content and one.clause == tokens[at].clause]
        return frozenset[str]().union(*[one.keys for one in near if one.value is None])


def _limits(share: float, bound: str) -> tuple[float, float]:
    """How much a share is at least and at most, in a hundred: nobody says "less than half" of a tenth."""
    if bound == FLOOR:
        return share + _NEAR, _MOST if share == _HALF else min(_MOST, share * _BEYOND)
    if bound == CEILING:
        return share / _BEYOND, share - _NEAR
    return share - (_NEAR * _BEYOND**2 if bound == ALMOST else _NEAR), share + (-_NEAR if bound == ALMOST else _NEAR)


def _put(text: str, tokens: Sequence[Token], dropped: set[int], put_in: dict[int, str]) -> str:
    """A sentence without some of its words, and with others in the place of some."""
    parts: list[str] = []
    done = 0
    for at, token in enumerate(tokens):
        if at in dropped or at in put_in:
            parts += [text[done : token.start], put_in.get(at, "")]
            done = token.start + len(token.text)
            done += at in dropped and text[done : done + 1] in _JOINTS
    said = " ".join("".join([*parts, text[done:]]).split())
    return f"{said[:1].upper()}{said[1:]}"


# What joins a short denial to its verb: "n'ont", "n-au".
_JOINTS = ("'", "’", "-")
