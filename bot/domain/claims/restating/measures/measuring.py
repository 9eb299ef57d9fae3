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
from itertools import permutations

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.quantities import currencies, parts_of, scaled
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.restating.measures.comparison import Comparing, Comparison, counts
from bot.domain.claims.rules.grammar import SPEECH, is_time, places_in
from bot.domain.values.proof import Proof, Verdict

# Among how many words a number stands behind one that compares.
_NUMBER_WORDS = 4
# Among how many words behind a number what it counts stands.
_COUNTED_WORDS = 3
# Any multiple of more, where a sentence tells only that it is.
_MORE = 2
_Parts = Sequence[int]
_Places = Sequence[int | None]


class Measuring:
    """One article's numbers, laid beside each other."""

    def __init__(self, story: Story, completed: Callable[[Aligned], Iterator[Told]]) -> None:
        """`completed` tells a sentence in full, with what a claim has for its pronouns."""
        self._story = story
        self._words = story.words
        self._completed = completed
        self._amounts = amounts_of(story.reading.language.code)
        self._comparing = Comparing(story.words, self._amounts, story.of_words)
        self._compounds = story.reading.language.nouns_capitalised
        self._small = story.leading | story.of_words
        self._units = currencies(story.reading.language.code)

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that compares two numbers of one sentence, None where there is none."""
        compared = self._comparing.of(claim.tokens)
        if compared is None or not compared.about or any(NOT in token.signs for token in claim.tokens):
            return None
        for told in self._likely(compared):
            for whole in self._in_full(told, compared):
                if self._turns_alike(claim, whole, compared) and self._is_said(whole, compared):
                    number = whole.number
                    numbers = dict.fromkeys((number, told.number))
                    places = tuple(self._story.reading.sentences[at] for at in numbers)
                    return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=places)
        return None

    def refuted(self, claim: Clauses, told: Told) -> str:
        """What speaks against a claim that compares the other way round than a sentence's numbers, "" for nothing."""
        compared = self._comparing.of(claim.tokens)
        if compared is None or not compared.about or not compared.beside or self._comparing.comparing(told.tokens):
            return ""
        more = compared.more if compared.factor is None else compared.factor > 1
        straight = Comparison(compared.about, compared.beside, more)
        turned = Comparison(compared.about, compared.beside, not more)
        wrong = not self._is_said(told, straight) and self._is_said(told, turned)
        return "turns a comparison round" if wrong else ""

    def _likely(self, compared: Comparison) -> Iterator[Told]:
        """The sentences with two numbers, or a multiple, that have half of what is compared, outside of quotations."""
        for told in self._story.sentences:
            numbers = sum(map(counts, told.tokens)) + (self._comparing.comparing(told.tokens) is not None)
            if numbers < 2 or any(quoted is not None for quoted in told.quoted):  # noqa: PLR2004 two are compared
                continue
            words = (*compared.about, *compared.beside)
            found = sum(bool(token.keys & told.places.keys() or token.entities & told.named.keys()) for token in words)
            dear = compared.scale is not None  # What "dearer" tells a verb may.
            if (found + dear) * 2 >= len(words) + dear:
                yield told

    def _in_full(self, told: Told, compared: Comparison) -> Iterator[Told]:
        """A sentence, and where it lacks some of what is compared the same with what its pronouns stand for."""
        yield told
        aligned = align([*compared.about, *compared.beside], told, self._words, compounds=self._compounds)
        if aligned.missing:
            yield from self._completed(aligned)

    def _turns_alike(self, claim: Clauses, told: Told, compared: Comparison) -> bool:
        """Whether a claim and a sentence are denied, conditional or only said alike, but for what is compared with."""
        places = self._placed(told, compared.beside)
        mine = [token for token in claim.tokens if token not in compared.beside]
        return _turning(mine) == _turning([token for at, token in enumerate(told.tokens) if at not in places])

    def _is_said(self, told: Told, compared: Comparison) -> bool:
        """Whether two numbers of a sentence stand so to each other, each with its own words."""
        placed = self._placed(told, compared.about), self._placed(told, compared.beside)
        if None in placed[0] or None in placed[1]:
            return False
        if self._is_likened(told, compared, placed):
            return True
        parts, changed = self._parts(told)
        pairs = permutations(self._counted(told, parts), 2)
        return any(
            compared.holds(*self._values(told, mine, other))
            and self._is_apart(told, compared, placed, (parts, changed), (mine, other))
            for mine, other in pairs
            if parts[mine] != parts[other] and self._are_alike(told, mine, other)
        )

    def _values(self, told: Told, mine: int, other: int) -> tuple[float, float]:
        """Two numbers in one unit: "from 31 to 24 million", "48 instead of 40 million"."""
        one, two = (told.tokens[at].value or 0 for at in (mine, other))
        return (scaled(one, two), scaled(two, one)) if self._are_of_one(told, mine, other) else (one, two)

    def _are_of_one(self, told: Told, mine: int, other: int) -> bool:
        """Whether two numbers are of one thing: what it changed from and to, or what stands in the place of another."""
        tokens = told.tokens
        between = range(min(mine, other) + 1, max(mine, other))
        if any(tokens[at].folded in self._words.instead - self._words.compared for at in between):
            return True
        return any(self._turns(tokens, at) for at in between)

    def _counted(self, told: Told, parts: _Parts) -> list[int]:
        """Where numbers stand that count something themselves, and do not tell by how much it is more."""
        telling = {part for at, part in enumerate(parts) if self._comparing.tells(told.tokens, at)}
        # "40 of the 90 farms", not "von 31 auf 24".
        wholes = {two for one, two in parts_of(told.tokens, self._words) if not self._are_of_one(told, one, two)}
        counted = [at for at, token in enumerate(told.tokens) if counts(token) and at not in wholes]
        return [at for at in counted if parts[at] not in telling]

    def _are_alike(self, told: Told, one: int, other: int) -> bool:
        """Whether two numbers may count the same: both percentages, both lengths of time, or neither."""
        numbers = told.tokens[one], told.tokens[other]
        shares = [number.share is not None for number in numbers]
        lengths = [number.after in self._words.durations for number in numbers]
        return shares[0] == shares[1] and lengths[0] == lengths[1]

    def _placed(self, told: Told, said: Sequence[Token]) -> _Places:
        return list(align(said, told, self._words, compounds=self._compounds).places) if said else []

    def _parts(self, told: Told) -> tuple[list[int], set[int]]:
        """For each word the number of its part, and the parts that tell to what the one before them changed.

        They are clauses, parted where a second number is joined to a first, put in its place or what it changed to.
        """
        parts: list[int] = []
        changed = set[int]()
        part, counted = 0, False
        for at, token in enumerate(told.tokens):
            opens = bool(at) and token.clause != told.tokens[at - 1].clause
            turns = counted and not opens and self._turns(told.tokens, at)
            if (opens and told.clauses.marks[token.clause] == ";") or (
                counted and (opens or turns or self._joins(told.tokens, at))
            ):
                part, counted = part + 1, False
                changed |= {part} if turns else set()
            counted = counted or counts(token)
            parts.append(part)
        return parts, changed

    def _turns(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands before the number to which something changed: "from 31 to 24"."""
        return tokens[at].folded in self._words.towards and self._counts_next(tokens, at)

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word joins a second number to a first, or puts it beside or in place of it."""
        word, words = tokens[at].folded, self._words
        return word in words.joins or (word in words.instead | words.compared and self._counts_soon(tokens, at))

    def _counts_soon(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number stands among the next words, before any that joins: "instead of the planned 40"."""
        near = tokens[at + 1 : at + 1 + _NUMBER_WORDS]
        ends = [one.clause != tokens[at].clause or one.folded in self._words.joins for one in near]
        return any(map(counts, near[: ends.index(True)] if True in ends else near))

    def _counts_next(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number stands right behind a word, but for an article."""
        behind = next((token for token in tokens[at + 1 :] if token.folded not in self._small), None)
        return behind is not None and counts(behind)

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
        matched = {place for places in placed for place in places if place is not None}
        if changed & {mine, other} and self._is_unsure(told, parts, min(mine, other), matched, former=compared.former):
            return False
        if self._counts_another(told, parts, numbers, matched) or not self._is_scaled(told, compared, numbers, matched):
            return False
        if compared.former:  # "Fell from 31 to 24": lower than before.
            return mine in changed and other == mine - 1 and about <= {mine, other}
        return about <= {mine, min(mine, other)} and mine in about and beside <= {other}

    def _is_scaled(self, told: Told, compared: Comparison, numbers: tuple[int, int], matched: set[int]) -> bool:
        """Whether two numbers tell what a claim compares: what it costs, not how many of it there are."""
        if compared.sized and any(self._counts_things(told, at) for at in numbers):
            return False
        return self._has_scale(told, compared.scale) and not self._leaves_scale(told, compared.scale, matched)

    def _counts_things(self, told: Told, at: int) -> bool:
        """Whether a number counts things, and measures nothing in money, time or length: "20 workers"."""
        behind = told.tokens[at + 1 : at + 1 + _COUNTED_WORDS]
        thing = next((one for one in behind if one.content and one.clause == told.tokens[at].clause), None)
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
        if self._are_of_one(told, one, other):
            return False
        own = {token.folded for at, token in enumerate(told.tokens) if parts[at] == parts[one]}
        again = frozenset[str]().union(*[told.tokens[at].keys for at in matched])  # "Pay 40; from July they will pay".
        left = [at for at in range(one + 1, len(parts)) if parts[at] == parts[other] and at not in matched]
        apart = [at for at in left if at == other + 1 or again.isdisjoint(told.tokens[at].keys)]
        return any(self._is_thing(told.tokens[at]) and told.tokens[at].folded not in own for at in apart)

    def _is_thing(self, token: Token) -> bool:
        """Whether a word may be what a number counts, or who or what it is of: no time, and none that compares."""
        heavy = token.content and token.value is None and token.folded not in self._words.compared | self._words.against
        return heavy and not self._is_time(token)

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


def _turning(tokens: Sequence[Token]) -> set[str]:
    """The signs of what is denied, conditional, only said or less than a fact."""
    signs = {sign for token in tokens for sign in token.signs}
    return {sign for sign in signs if sign in {NOT, COND} | SPEECH or sign.startswith(GOVERNS)}
