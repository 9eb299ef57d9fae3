"""Claims that compare what a sentence only counts: "fewer than in 2019" of "41,000 last year; in 2019 it was 82,000".

compared    "more were for it than against it", "less than the other firm"
multiplied  "twice as many as last year", "more than twice as many"
differing   "from July they pay 20 more"
changed     "higher last year than in 2015" of "rose from 85 in 2015 to 130 last year", "lower than before"
replaced    "more than planned" of "48 instead of the planned 40 million"
likened     "fewer than in April" of "12 in May, half as many as in April"

The two numbers stand in parts of one sentence. What the claim compares with must stand in the part of the one, and
what it tells of in the part of the other; what both share may be said once, in the first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.quantities import currencies
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.restating.measures.comparison import Comparing, Comparison, counts
from bot.domain.claims.restating.measures.figures import CountedThings, turning
from bot.domain.claims.restating.measures.margins import Margins
from bot.domain.claims.restating.measures.neighbours import Neighbours
from bot.domain.claims.restating.measures.others import OthersNumbers
from bot.domain.claims.restating.measures.parting import Parting
from bot.domain.claims.restating.measures.repeated import told_apart
from bot.domain.claims.restating.measures.substituting import Substituting
from bot.domain.claims.restating.measures.trends import Trends
from bot.domain.claims.restating.numbers.numbers import NumbersOtherwise
from bot.domain.claims.rules.grammar import is_time, places_in
from bot.domain.values.proof import Proof, Verdict

# Among how many words behind a number what it counts stands.
_COUNTED_WORDS = 3
_PAIR = 2
# Any multiple of more, where a sentence tells only that it is.
_MORE = 2
# What tells that something is to come or would be.
_AHEAD = {"future", "conditional"}
_Parts = Sequence[int]
_Places = Sequence[int | None]


class Measuring:
    """One article's numbers, laid beside each other."""

    def __init__(
        self, story: Story, completed: Callable[[Aligned], Iterator[Told]], prove: Callable[[str], Verdict]
    ) -> None:
        """`completed` tells a sentence in full, with what a claim has for its pronouns; `prove` holds another claim."""
        self._story = story
        self._words = story.words
        self._completed = completed
        self._amounts = amounts_of(story.reading.language.code)
        self._comparing = Comparing(story.words, self._amounts, story.of_words)
        self._compounds = story.reading.language.nouns_capitalised
        self._small = story.leading | story.of_words
        self._units = currencies(story.reading.language.code)
        self._figures = CountedThings(story, self._amounts)
        self._parting = Parting(story, self._comparing, self._figures)
        self._trends = Trends(story.words, self._amounts)
        self._neighbours = Neighbours(story, self._figures)
        self._substituting = Substituting(story, self._comparing, self._figures, prove)
        self._margins, self._numbers = Margins(story, prove), NumbersOtherwise(story, prove)
        self._others = OthersNumbers(story, self._comparing, self._figures, completed)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim that compares two numbers of one sentence, None where there is none."""
        otherwise = self._numbers.prove(text, claim)
        if otherwise is not None:
            return otherwise
        compared = self._trends.of(claim.tokens) or self._comparing.of(claim.tokens)
        if compared is None:
            found = self._others.told(claim)
            return self._margins.prove(text, claim) if found is None else self._proof(*found)
        if not compared.about or any(NOT in token.signs for token in claim.tokens):
            return None
        # "Has 20 less", of what fell from 80 to 60.
        lately = replace(compared, former=True) if compared.difference is not None and not compared.beside else compared
        for told in self._likely(compared):
            for whole in self._in_full(told, compared):
                said = self._is_said(whole, compared) or (lately is not compared and self._is_said(whole, lately))
                if said and self._turns_alike(claim, whole, compared):
                    return self._proof(told, whole)
        return self._beside(claim, compared) or self._substituted(text, claim, compared)

    def _substituted(self, text: str, claim: Clauses, compared: Comparison) -> Verdict | None:
        """The proof of a claim that is carried with a sentence's number in the place of what it compares."""
        if not compared.beside:
            return None
        beside = [token for token in compared.beside if token.clause == compared.beside[0].clause]
        pairs = ((told, at) for told, at in self._pairs(beside, compared) if self._turns_alike(claim, told, compared))
        return self._substituting.prove(text, claim, compared, pairs)

    # Complexity: two numbers may not be compared in each of these ways, the cheap ones asked first.
    def _pairs(self, said: Sequence[Token], compared: Comparison) -> Iterator[tuple[Told, int]]:
        """The sentences with two numbers that stand so to each other, where the second is told of what is beside."""
        for told in self._story.sentences:
            if any(quoted is not None for quoted in told.quoted):
                continue
            beside = self._placed(told, said)
            figures = [at for at in range(len(told.tokens)) if self._figures.is_figure(told, at)]
            if None in beside or len(figures) < _PAIR or not self._has_scale(told, compared.scale):
                continue
            parts, _ = self._parting.of(told)
            for mine, other in permutations(self._parting.counted(told, parts), 2):
                alike = parts[mine] != parts[other] and self._figures.are_alike(told, mine, other, beside)
                of_one = self._parting.are_of_one(told, mine, other)
                sized = compared.sized and any(self._counts_things(told, at) for at in (mine, other))
                if not alike or sized or not compared.holds(*self._figures.values(told, mine, other, alike=of_one)):
                    continue
                if self._figures.loses_deed(told, mine, self._matched(told, compared)):
                    continue
                apart = {parts[at] for at in beside if at is not None} == {parts[other]}
                if apart and self._is_beside(told, parts, (mine, other), beside):
                    yield told, mine

    def _matched(self, told: Told, compared: Comparison) -> set[int]:
        return _places_of((self._placed(told, compared.about), self._placed(told, compared.beside)))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_beside(self, told: Told, parts: _Parts, numbers: tuple[int, int], beside: _Places) -> bool:
        """Whether a number is told of nothing but what a claim compares with: neither another thing nor as planned."""
        mine, other = numbers
        if self._figures.counts_other_things(told, mine, other, beside):
            return False
        inside = [at for at, part in enumerate(parts) if part == parts[other] and at not in beside and at != other]
        own = frozenset[str]().union(*[token.keys for at, token in enumerate(told.tokens) if parts[at] == parts[mine]])
        left = [told.tokens[at] for at in inside]
        if self._figures.is_elided_length(told, mine, other, beside):
            left = [token for token in left if token.entities]
        if turning(left) or any(self._is_time(token) for token in left):
            return False
        more = [token for token in left if self._is_thing(token) and own.isdisjoint(token.keys)]
        return all(map(self._figures.is_light, more))

    def _beside(self, claim: Clauses, compared: Comparison) -> Verdict | None:
        """The proof by two sentences with a number each, None where there is none."""
        for one, other, told in self._neighbours.of() if compared.beside else ():
            if self._turns_alike(claim, told, compared) and self._is_said(told, compared, whole=True):
                return self._proof(other, one)
        return None

    def _proof(self, told: Told, whole: Told) -> Verdict:
        """The proof by a sentence, and the one that lends it what its pronouns stand for."""
        numbers = dict.fromkeys((whole.number, told.number))
        places = tuple(self._story.reading.sentences[at] for at in numbers)
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=places)

    def refuted(self, claim: Clauses, told: Told) -> str:
        """What speaks against a claim that compares the other way round than a sentence's numbers, "" for nothing."""
        compared = self._comparing.of(claim.tokens)
        if compared is None or not compared.about or not compared.beside or self._comparing.comparing(told.tokens):
            return ""
        more = compared.more if compared.factor is None else compared.factor > 1
        straight = Comparison(compared.about, compared.beside, more, scale=compared.scale)
        turned = replace(straight, more=not more)
        wrong = not self._is_said(told, straight) and self._is_said(told, turned)
        return "turns a comparison round" if wrong else ""

    def _likely(self, compared: Comparison) -> Iterator[Told]:
        """The sentences with two numbers, or a multiple, that have half of what is compared, outside of quotations."""
        for told in self._story.sentences:
            figures = sum(self._figures.is_figure(told, at) for at in range(len(told.tokens)))
            numbers = figures + (self._comparing.comparing(told.tokens) is not None)
            if numbers < 2 or any(quoted is not None for quoted in told.quoted):  # noqa: PLR2004 two are compared
                continue
            words = [one for one in (*compared.about, *compared.beside) if not self._figures.only_tells(one)]
            found = sum(bool(token.keys & told.places.keys() or token.entities & told.named.keys()) for token in words)
            dear = compared.scale is not None  # What "dearer" tells a verb may.
            if (found + dear) * 2 >= len(words) + dear:
                yield told

    def _in_full(self, told: Told, compared: Comparison) -> Iterator[Told]:
        """A sentence, and where it lacks some of what is compared the same with what its pronouns stand for."""
        yield told
        both = align([*compared.about, *compared.beside], told, self._words, compounds=self._compounds)
        if not both.missing:
            return
        yield from self._completed(both)
        said = [token for token in compared.about if not self._figures.only_tells(token)]
        if both.missing[-1] < len(compared.about) and said:
            said += [token for at, token in enumerate(told.tokens) if self._figures.is_figure(told, at)]
            yield from self._completed(align(said, told, self._words, compounds=self._compounds))

    def _turns_alike(self, claim: Clauses, told: Told, compared: Comparison) -> bool:
        """Whether a claim and a sentence are denied, conditional or only said alike, but for what is compared with."""
        places = self._placed(told, compared.beside)
        whole = claim.tokens, told.tokens
        mine = [token for at, token in enumerate(whole[0]) if self._turns_claim(whole[0], at)]
        mine = [token for token in mine if token not in compared.beside]
        theirs = [at for at in range(len(whole[1])) if at not in places and not self._figures.is_count(whole[1], at)]
        later = self._is_ahead(whole[0]) and not self._is_ahead(whole[1])
        return not later and turning(mine) == turning([whole[1][at] for at in theirs])

    def _is_ahead(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb tells of what is to come or would be."""
        coming = self._words.special["coming"]
        return any(token.mood in _AHEAD or token.folded in coming for token in tokens)

    def _turns_claim(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may tell a condition or what is said, and does not only liken or count: "times as long as"."""
        likens = tokens[at].folded in self._words.equalling and tokens[at].before in self._amounts.multiplying
        takes = tokens[at].folded in self._amounts.scales  # "Der Bus braucht länger."
        return not likens and not takes and not self._figures.is_count(tokens, at)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_said(self, told: Told, compared: Comparison, *, whole: bool = False) -> bool:
        """Whether two numbers of a sentence stand so to each other, each with its own words, or all that is told."""
        places = self._placed(told, compared.about), self._placed(told, compared.beside)
        said = zip(compared.about, places[0], strict=True)
        funded = any(token.folded in self._words.special["funds"] for token in told.tokens)
        placed = [at for token, at in said if at is not None or not self._figures.only_tells(token, funded)], places[1]
        if not placed[0]:
            return False
        if None in placed[0] or None in placed[1]:
            return False
        if self._is_likened(told, compared, placed):
            return True
        parts, changed = self._parting.of(told)
        pairs = permutations(self._parting.counted(told, parts), 2)
        for mine, other in pairs:
            if parts[mine] == parts[other] or not self._figures.are_alike(told, mine, other, placed[1]):
                continue
            alike = self._parting.are_of_one(told, mine, other)
            about = [token for token in compared.about if not self._figures.only_tells(token)]
            words = (about, compared.beside) if len(about) == len(placed[0]) else (compared.about, compared.beside)
            sides = told_apart(told, words, placed, (parts, parts[mine], parts[other]))
            if (
                compared.holds(*self._figures.values(told, mine, other, alike=alike))
                and self._is_apart(told, compared, sides, (parts, changed), (mine, other))
                and not (whole and self._neighbours.says_more(told, (mine, other), _places_of(sides)))
            ):
                return True
        return False

    def _placed(self, told: Told, said: Sequence[Token]) -> _Places:
        """Where a sentence has words; another number is not the same: "four years ago" is not "five years ago"."""
        laid = align(said, told, self._words, compounds=self._compounds).places if said else []
        pairs = zip(said, laid, strict=True)
        return [None if at is not None and one.value not in {None, told.tokens[at].value} else at for one, at in pairs]

    # Complexity: a number may lie apart in each of these ways, the cheap ones asked first.
    def _is_apart(
        self,
        told: Told,
        compared: Comparison,
        placed: tuple[_Places, _Places],
        parted: tuple[_Parts, set[int]],
        numbers: tuple[int, int],
    ) -> bool:
        """Whether what is told of has its words in its number's part, and what it is compared with in the other's."""
        parts, changed = parted
        mine, other = (parts[at] for at in numbers)
        about = {parts[place] for place in placed[0] if place is not None}
        beside = {parts[place] for place in placed[1] if place is not None}
        matched = _places_of(placed)
        trend = compared.former and (compared.factor is not None or compared.difference is not None)
        unsure = changed & {mine, other} and not trend
        if unsure and self._is_unsure(told, parts, min(mine, other), matched, former=compared.former):
            return False
        others = self._figures.counts_other_things(told, *numbers, placed[1])
        if others or self._figures.loses_deed(told, min(numbers), matched):
            return False
        if self._counts_another(told, parts, numbers, matched) or not self._is_scaled(told, compared, numbers, matched):
            return False
        if compared.former:
            late = any(self._is_time(told.tokens[at]) for at in matched if parts[at] == other and at > numbers[1])
            fell = mine in changed and other == mine - 1 and not late  # "Fell from 31 to 24": lower than before.
            return about <= {mine, other} and (fell or self._replaces(told, parts, numbers, matched))
        own = mine in about or self._tells_of_now(told, parts, mine, matched)
        return about <= {mine, min(mine, other)} and own and beside <= {other}

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _replaces(self, told: Told, parts: _Parts, numbers: tuple[int, int], matched: set[int]) -> bool:
        """Whether a number stands in the place of what was before, and of nothing planned: "now 96 instead of 72"."""
        mine, other = numbers
        if not mine < other or not any(told.tokens[at].folded in self._amounts.now for at in range(len(parts))):
            return False
        left = [
            told.tokens[at] for at in range(len(parts)) if parts[at] == parts[other] and at not in {*matched, other}
        ]
        units = self._units | self._words.durations.keys()
        taken = [told.tokens[at] for at in matched if parts[at] == parts[other]]
        if any(token.plain not in units for token in taken):
            return False
        plain = all(not token.content or token.plain in units or self._is_instead(token) for token in left)
        return plain and parts[other] == parts[mine] + 1 and any(map(self._is_instead, left))

    def _is_instead(self, token: Token) -> bool:
        return token.folded in self._words.instead - self._words.compared

    def _tells_of_now(self, told: Told, parts: _Parts, part: int, matched: set[int]) -> bool:
        """Whether a part tells only that now there is another number of the same: "now there are 19"."""
        inside = [at for at, one in enumerate(parts) if one == part and at not in matched]
        now = [at for at in inside if told.tokens[at].folded in self._amounts.now]
        left = [told.tokens[at] for at in inside if at not in now and told.tokens[at].content]
        return bool(now) and all(counts(token) or self._figures.is_light(token) for token in left)

    def _is_scaled(self, told: Told, compared: Comparison, numbers: tuple[int, int], matched: set[int]) -> bool:
        """Whether two numbers tell what a claim compares: what it costs, not how many of it there are."""
        if compared.sized and any(self._counts_things(told, at) for at in numbers):
            return False
        paid = compared.difference is not None and any(told.tokens[at].plain in self._units for at in matched)
        leaves = not paid and self._leaves_scale(told, compared.scale, matched)  # "A ticket rose by 20 euros."
        return self._has_scale(told, compared.scale) and not leaves

    def _counts_things(self, told: Told, at: int) -> bool:
        """Whether a number counts things, and measures nothing in money, time or length: "20 workers"."""
        behind = told.tokens[at + 1 : at + 1 + _COUNTED_WORDS]
        inside = [one for one in behind if one.content and one.clause == told.tokens[at].clause]
        thing = next((one for one in inside if one.plain not in self._words.magnitudes), None)
        if thing is None or thing.value is not None or told.tokens[at].share is not None or self._is_time(thing):
            return False
        return thing.plain not in self._units and thing.before not in self._words.ties - self._small

    def _has_scale(self, told: Told, scale: int | None) -> bool:
        """Whether a verb tells what is dear or long, where a claim does by an adjective for which one must."""
        scales = self._amounts.scales
        return scale not in scales.values() or any(scales.get(token.folded) == scale for token in told.tokens)

    def _leaves_scale(self, told: Told, scale: int | None, matched: set[int]) -> bool:
        """Whether a claim leaves out that a number is what something costs or weighs: "was higher than planned"."""
        scales = {at: self._amounts.scales.get(token.folded) for at, token in enumerate(told.tokens)}
        kept = {scale, None, *(scales[at] for at in matched)}
        return not kept.issuperset(scales.values())

    def _is_unsure(self, told: Told, parts: _Parts, part: int, matched: set[int], *, former: bool) -> bool:
        """Whether a time stands where it may be that of both numbers, or that of what was before."""
        inside = [at for at, one in enumerate(parts) if one == part]
        number = next(at for at in inside if counts(told.tokens[at]))
        if min(matched) > number:
            return True  # What changed is told of before.
        return any(self._is_time(told.tokens[at]) for at in inside if (at > number if former else at < number))

    def _is_time(self, token: Token) -> bool:
        return is_time(token) or token.folded in self._words.durations

    def _counts_another(self, told: Told, parts: _Parts, numbers: tuple[int, int], matched: set[int]) -> bool:
        """Whether the later number counts something of its own, or another is told of beside it.

        "412 children were born last year; in 2019, 596 women were treated", "Penn sold 300".
        """
        one, other = sorted(numbers)
        if self._parting.are_of_one(told, one, other):
            return False
        own = {token.folded for at, token in enumerate(told.tokens) if parts[at] == parts[one]}
        again = frozenset[str]().union(*[told.tokens[at].keys for at in matched])  # "Pay 40; from July they will pay".
        left = [at for at in range(one + 1, len(parts)) if parts[at] == parts[other] and at not in matched]
        if self._figures.is_elided_length(told, one, other, matched):  # "The train managed the route in 37."
            return any(told.tokens[at].entities for at in left)
        apart = [at for at in left if at == other + 1 or again.isdisjoint(told.tokens[at].keys)]
        return any(self._is_thing(told.tokens[at]) and told.tokens[at].folded not in own for at in apart)

    def _is_thing(self, token: Token) -> bool:
        """Whether a word may be what a number counts, or who or what it is of: no time, and none that compares."""
        heavy = token.content and token.value is None and token.folded not in self._words.compared | self._words.against
        return heavy and not self._is_time(token) and token.folded not in self._amounts.now

    # Complexity: what is compared may stand on either side of the word that likens.
    def _is_likened(self, told: Told, compared: Comparison, placed: tuple[_Places, _Places]) -> bool:
        """Whether a sentence has a multiple between what a claim compares: "12, half as many as in April"."""
        tokens = told.tokens
        at = self._comparing.comparing(tokens)
        than = None if at is None else self._comparing.than(tokens, at)
        if at is None or than is None or not any(map(counts, tokens[:at])) or not self._has_scale(told, compared.scale):
            return False
        ratio = self._ratio(tokens, at)
        if ratio is None and compared.factor is not None:
            return False
        more = self._comparing.direction(tokens, at)[0]
        mine, other = (ratio, 1) if ratio is not None else (_MORE, 1) if more else (1, _MORE)
        behind = {at for at in places_in(tokens, tokens[than].clause) if at > than and tokens[at].content}
        about, beside = ({place for place in places if place is not None} for places in placed)
        if not beside or not behind:
            return False
        if beside == behind and max(about) < at:
            return compared.holds(mine, other)
        ahead = about - behind
        turned = max(beside) < at and behind <= about and max(ahead, default=0) < at
        return turned and compared.holds(other, mine)

    def _ratio(self, tokens: Sequence[Token], at: int) -> float | None:
        """How many times something is as much by a word that compares, None where it only is more or less."""
        factor = self._comparing.factor(tokens, at)
        return 1 / factor if factor and self._comparing.is_less(tokens, at) else factor


def _places_of(placed: tuple[_Places, _Places]) -> set[int]:
    """Where a sentence has what a claim tells."""
    return {place for places in placed for place in places if place is not None}
