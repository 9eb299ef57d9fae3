"""What numbers and days belong to: what they count, of how many, and which of two is which."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, ONLY, PART
from bot.domain.claims.rules.counting.asides import is_between, of_aside, places_behind
from bot.domain.claims.rules.counting.days import (
    are_due,
    besides_own_day,
    is_day,
    is_due,
    is_month_of,
    is_year_alone,
    of_day,
    of_other_day,
)
from bot.domain.claims.rules.counting.differences import is_shared_ahead
from bot.domain.claims.rules.counting.itself import is_joined_alike, is_known_noun, nearest_to, of_other_half
from bot.domain.claims.rules.counting.joined import counts_of_two, of_deed_before, unjoined, unled, without_joined
from bot.domain.claims.rules.counting.ranges import is_range
from bot.domain.claims.rules.counting.spans import counts, may_change_places, span_of, start_of, tells_how_long
from bot.domain.claims.rules.counting.steps import leads_to, shares_unit, without_lengths
from bot.domain.claims.rules.doers.participles import is_participles
from bot.domain.claims.rules.grammar import Grammar, is_time, is_year, places_in
from bot.domain.claims.rules.wholes.parts import are_more, is_part

_UNIT_WORDS = _WHOLE_WORDS = _INSTEAD_WORDS = _OWN_WORDS = 3
_PART_WORDS, _FOLLOWING = 4, 2
_AGAINST_WORDS = 3  # At most so many words stand between "against" and its number.
_PARTS = {PART, ONLY}
_BOUNDS = {FLOOR, CEILING, MORE, LESS}


class Numbers:
    """Compares what numbers and days count and tell."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._opening = grammar.words.joining | {""}

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        wholes = self._wholes(aligned.told.tokens)
        yield self._of_compared(aligned)
        yield self._whole(claim, aligned, wholes)
        yield self._numbers(aligned, wholes, self._wholes(claim.tokens), claim.tokens)
        if not claim.headline:
            yield of_aside(aligned, self._grammar) or of_deed_before(claim, aligned, self._grammar)

    def _of_compared(self, aligned: Aligned) -> str:
        """The time of a number that another is compared with, told of the other: "21, down from 26 in 2022"."""
        numbers = [(token, at) for token, at in aligned.pairs if token.dated or token.value is not None]
        times = [(token, at) for token, at in numbers if is_time(token)]
        if not times:
            return ""
        for span in self._compared(aligned):
            mine = {token.clause for token, at in numbers if at not in span and counts(token)}
            taken = next((token for token, at in times if at in span and token.clause in mine), None)
            if taken is not None:
                return f"joins {taken.text} with what another belongs to: {aligned.told.tokens[span.start].text}"
        return ""

    def _compared(self, aligned: Aligned) -> list[range]:
        """Where a sentence tells nothing but a number and its time, the number not being the claim's."""
        tokens = aligned.told.tokens
        others = [at for at, token in enumerate(tokens) if token.value is not None and at not in aligned.matched]
        return [span_of(tokens, at, self._grammar.words) for at in others if counts(tokens[at])]

    def _numbers(
        self, aligned: Aligned, wholes: Mapping[int, int], parts: Mapping[int, int], said: Sequence[Token]
    ) -> str:
        """A number or a day that belongs to another thing in the sentence: another one stands nearer to it."""
        tokens, matched = list(enumerate(aligned.told.tokens)), aligned.matched
        numbers = [pair for pair in aligned.pairs if pair[0].value is not None]
        days = [pair for pair in aligned.pairs if pair[0].dated]
        for told_so in filter(None, (numbers, days)):
            left = [(at, token) for at, token in tokens if at not in matched]
            others = [at for at, token in left if (token.value is not None if told_so is numbers else token.dated)]
            faults = (self._of_number(aligned, pair, told_so, others, (wholes, parts, said)) for pair in told_so)
            fault = next(filter(None, faults), "") or self._crossed(aligned, said, told_so, wholes)
            if fault:
                return fault
        return ""

    def _of_number(
        self,
        aligned: Aligned,
        pair: tuple[Token, int],
        told_so: list[tuple[Token, int]],
        others: list[int],
        parted: tuple[Mapping[int, int], Mapping[int, int], Sequence[Token]],
    ) -> str:
        """What speaks against one number or day of the claim."""
        (number, place), (wholes, parts, said) = pair, parted
        if number.dated and others and is_participles(number, place, aligned, self._grammar):
            return ""
        told = aligned.told.tokens
        if is_day(told, place):
            return of_day(said, number)
        until = start_of(said, parts.get(said.index(number)))
        rivals = self._rivals(number, place, aligned.told, without_lengths(aligned, number, others, self._grammar))
        apart = [at for at in rivals if at != wholes.get(place) and not self._is_aside(aligned, at, place)]
        apart = besides_own_day(apart, pair, told, self._grammar)
        apart = apart and without_joined(apart, pair, aligned, said, self._grammar)
        if are_due(said, pair, told, self._grammar):
            apart = [at for at in apart if is_due(told, told[at], self._grammar)]
        fault = of_other_day(said, pair, told, self._grammar) or self._joined(aligned, pair, told_so, apart, until)
        return fault or self._unit(number, place, aligned) or self._placed(number, place, aligned.told, others)

    def _is_aside(self, aligned: Aligned, at: int, place: int) -> bool:
        """Whether a number counts only some of those named before it, or stands in an aside; another does not."""
        tokens, ends = aligned.told.tokens, self._grammar.words.special["from_ends"]
        next_to = tokens[at].clause == tokens[place].clause + 1
        if tokens[at].after in ends or (next_to and is_part(tokens, tokens[at].clause, self._grammar)):
            return True  # "Eleven people, nine of them children, were hurt."
        return self._grammar.is_in_aside(aligned, at, place) or (next_to and is_between(aligned, place, self._grammar))

    def _joined(
        self,
        aligned: Aligned,
        counted: tuple[Token, int],
        numbers: list[tuple[Token, int]],
        rivals: list[int],
        until: int | None,
    ) -> str:
        """A number with what belongs to a rival; in "six of the 31 left" what follows is said of the 31, or of both.

        `until` is where the number begins that this one is a part of.
        """
        number = counted[0]
        for token, where in aligned.pairs if rivals else ():
            beside = token.clause == number.clause and (token, where) not in numbers and not token.entities
            month = token.dated and is_month_of(aligned.told.tokens, where, rivals)
            if month or not beside or (until is not None and token.start > until):
                continue
            if self._is_anothers(aligned, (token, where), counted, numbers, rivals):
                return f"joins {number.text} with what another belongs to: {token.text}"
        return ""

    def _is_anothers(
        self,
        aligned: Aligned,
        word: tuple[Token, int],
        number: tuple[Token, int],
        numbers: list[tuple[Token, int]],
        rivals: list[int],
    ) -> bool:
        """Whether a word of the claim, with its place in the sentence, belongs to a rival of its number."""
        (token, where), (mine, place) = word, number
        told = aligned.told
        against = {token.folded, told.tokens[where].folded} & self._grammar.words.against
        nearest = nearest_to(told.tokens, where) if against else None
        if nearest in rivals and abs((nearest or 0) - where) <= _AGAINST_WORDS:
            return True  # "Nine were for it, against it: 16."
        if self._is_shared(aligned, where, place) or is_joined_alike(word, number, told.tokens, self._grammar):
            return False
        if are_more(told.tokens, place, self._grammar) and self._grammar.tie_before(told.tokens, where):
            return False  # "Two died in the crash, eleven others were hurt": in the same one.
        return self._nearest(token, numbers) is mine and self._is_others(told, place, where, rivals)

    def _rivals(self, number: Token, place: int, told: Told, others: list[int]) -> list[int]:
        """The other numbers or days that what a claim says of one may belong to: not "52 to 27", "52 statt 27 Euro"."""
        tokens, ties, last = told.tokens, self._grammar.words.ties, place + _PART_WORDS
        others = [at for at in others if not (place < at <= last and self._is_replaced(tokens, tokens[at]))]
        if self._grammar.is_when(number, told.tokens[place + 1 : place + 2]):
            return [at for at in others if is_year(tokens[at]) or tokens[at].dated]
        if number.before in ties and number.before == tokens[place].before:
            return [at for at in others if tokens[at].before == number.before or tokens[at].before not in ties]
        return others

    def _crossed(
        self,
        aligned: Aligned,
        said: Sequence[Token],
        numbers: Sequence[tuple[Token, int]],
        wholes: Mapping[int, int],
    ) -> str:
        """Two numbers or days of which each stands where the other does in the sentence."""
        tokens = aligned.told.tokens
        for (one, here), (other, there) in pairwise(numbers):
            if self._is_replaced(said, other) and one.clause == other.clause:
                crossed = not self._gives_way(tokens, here, there)
            elif here < there or wholes.get(here) == there or (one.value is not None and one.value == other.value):
                crossed = False
            else:
                crossed = self._stand_crosswise(aligned, (one, here), (other, there))
            if crossed:
                return f"turns round {one.text} and {other.text}"
        return ""

    def _stand_crosswise(self, aligned: Aligned, first: tuple[Token, int], second: tuple[Token, int]) -> bool:
        """Whether two numbers are turned round in one clause, or one has the words of the other's clause."""
        (one, here), (other, there), tokens = first, second, aligned.told.tokens
        home, away = tokens[here].clause, tokens[there].clause
        if one.clause == other.clause or home == away:
            years = sum(is_year(token) for token in tokens if token.clause == home)
            floats = is_year(one) != is_year(other) and years == 1  # "In 2023 it lost 19", "it lost 19 in 2023".
            floats = floats or may_change_places(first, second, tokens, self._grammar)
            return one.clause == other.clause and home == away and not floats
        counted = (tokens[here].after, tokens[there].after)
        if one.after != other.after and (one.after, other.after) == counted[::-1]:
            return True  # "Eleven people, nineteen of them": "nineteen people, eleven of them".
        words = {tokens[at].clause for token, at in aligned.pairs if token.clause == one.clause and token is not one}
        return away in words and home not in words

    def _is_replaced(self, tokens: Sequence[Token], number: Token) -> bool:
        """Whether another number stands in a number's place now: "nine instead of 14"."""
        at = tokens.index(number)
        return any(token.folded in self._grammar.words.instead for token in tokens[max(0, at - _INSTEAD_WORDS) : at])

    def _gives_way(self, tokens: Sequence[Token], now: int, then: int) -> bool:
        """Whether a sentence has the second number give way to the first: "from 14 to nine"."""
        if now < then:
            return self._is_replaced(tokens, tokens[then])
        return tokens[then].before in self._grammar.words.ties and tokens[then].before != tokens[now].before

    def _placed(self, number: Token, place: int, told: Told, others: Sequence[int]) -> str:
        """A number or day behind the word that another one stands behind: "fell to 52" for "fell from 52 to 27"."""
        tokens, tie = told.tokens, number.before
        if tie not in self._grammar.words.ties or tokens[place].before not in self._grammar.words.ties - {tie}:
            return ""
        theirs = [at for at in others if tokens[at].before == tie and tokens[at].clause == tokens[place].clause]
        return f"puts in another's place: {number.text}" if theirs else ""

    def _whole(self, claim: Clauses, aligned: Aligned, wholes: Mapping[int, int]) -> str:
        """A number of which only a part does what the claim tells."""
        mine = self._wholes(claim.tokens)
        for number, place in aligned.pairs:
            at = claim.tokens.index(number)
            if place in wholes.values() and at not in mine.values() and not self._is_whole(claim.tokens, at):
                return f"leaves out of how many: {number.text}"
        return ""

    def _wholes(self, tokens: Sequence[Token]) -> dict[int, int]:
        """Positions of numbers that are a part of another in their clause, with that other's: "20 of the 85"."""
        found: dict[int, int] = {}
        counted = [at for at, token in enumerate(tokens) if token.value is not None]
        for whole in counted:
            if self._is_whole(tokens, whole) and not self._is_bare_year(tokens, whole):
                beside = [at for at in counted if at != whole and tokens[at].clause == tokens[whole].clause]
                if beside:
                    found[min(beside, key=lambda at: abs(at - whole))] = whole
        return found

    def _is_bare_year(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number counts no noun, where these have capitals: "in der Grube starben 1978 vier Bergleute"."""
        behind = tokens[at + 1 : at + 2]
        return self._grammar.nouns and is_year(tokens[at]) and not any(token.text[0].isupper() for token in behind)

    def _is_whole(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what a number counts is what something is a part of: "of the 85", "of the town's seven"."""
        words = self._grammar.words
        for place in range(at - 1, max(0, at - _WHOLE_WORDS) - 1, -1):
            token = tokens[place]
            if token.clause != tokens[at].clause or token.value is not None or token.dated:
                return False
            if self._grammar.postposed and token.content and tokens[place + 1].content and place + 1 < at:
                return False  # "Los vecinos de Retama llevan nueve días": no whole, which has no verb before it.
            if token.folded in words.partitives:
                return self._follows_part(tokens, place)
            if token.folded in words.ties and token.folded not in self._grammar.definite:
                return False  # "Lost 40 metres of depth in thirty years."
        return False

    def _follows_part(self, tokens: Sequence[Token], tie: int) -> bool:
        """Whether what stands before a word for "of" may be a part of what is counted behind it."""
        before = [one for one in tokens[max(0, tie - _PART_WORDS) : tie] if one.clause == tokens[tie].clause]
        bound = any(other.folded in self._grammar.words.about or other.signs & _BOUNDS for other in before[-1:])
        return not (bound or is_range(tokens, tie + 1, self._grammar.words.joins)) and self._may_be_part(before)

    def _may_be_part(self, before: Sequence[Token]) -> bool:
        """Whether words before "of the" may be a part: a number, "some", or nothing yet; not "the hiring of 45"."""
        counted = [  # "In 2020 a grant of 1.5 million": a year is no part.
            token.share is not None or token.signs & _PARTS or (token.value is not None and not is_year(token))
            for token in before
        ]
        if before and (self._is_other_noun(before[-1]) or is_known_noun(before, self._grammar)):
            return False
        article = before[-1:] and before[-1].folded in self._grammar.words.articles
        return bool(article) or any(counted) or not any(token.content for token in before)

    def _is_other_noun(self, token: Token) -> bool:
        """Whether a noun behind an article is no part of what it is measured by: "9, una partida de 180.000"."""
        named = token.before in self._grammar.words.articles and token.content and token.value is None
        return named and token.share is None and not token.signs & _PARTS

    def _is_others(self, told: Told, place: int, where: int, others: list[int]) -> bool:
        """Whether another number stands between a number and a word, or alone in the word's clause."""
        tokens = told.tokens
        others = self._besides(tokens, place, where, others)
        others = unjoined(tokens, (where, place), self._untold(told, where, place, others), self._grammar)
        others = unled(tokens, (where, place), others, self._grammar)
        low, high = sorted((place, where))
        opens = not [token for token in tokens[:where] if token.clause == tokens[where].clause and token.content]
        if any(low < at < high for at in others) and not (where < place and opens):
            return True
        near = others
        if place < where and tokens[place].value is not None:
            near = [at for at in others if at < where + _OWN_WORDS + opens]  # Behind a verb stands what it is done to.
        apart = tokens[place].clause != tokens[where].clause
        return apart and any(tokens[at].clause == tokens[where].clause for at in near)

    def _besides(self, tokens: Sequence[Token], place: int, where: int, others: list[int]) -> list[int]:
        """Other numbers, without those that tell how long a word's thing went on, or by how much the number changed."""
        others = [at for at in others if not tells_how_long(tokens, at, where, self._grammar)]
        if self._grammar.brackets and tokens[where].content and self._closes(tokens, where):
            others = [at for at in others if not self._grammar.is_tied(tokens, at)]  # "Zwei haben ihn auf 80 verklagt."
        return [at for at in others if not leads_to(tokens, at, place, self._grammar)]

    @staticmethod
    def _closes(tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb ends its clause, where whatever stands before it belongs to it."""
        return tokens[at].text[0].islower() and (at + 1 == len(tokens) or tokens[at + 1].clause != tokens[at].clause)

    def _untold(self, told: Told, where: int, place: int, others: list[int]) -> list[int]:
        """Other numbers, without those before a word that a relative clause counts: "four years of work, which ..."."""
        related = self._grammar.relates(told, told.tokens[place].clause, where)
        return [at for at in others if at > where] if related else others

    def _nearest(self, token: Token, numbers: list[tuple[Token, int]]) -> Token | None:
        """The number that stands nearest to a word in its clause of the claim."""
        beside = [
            other
            for at, (other, _) in enumerate(numbers)
            if other.clause == token.clause and not (at and other.before in self._grammar.words.partitives)
        ]  # In "six of the 31 left" it is the six who do.
        return min(beside, key=lambda other: abs(other.start - token.start), default=None)

    # Complexity: each kind of number that counts nothing is a cheap way out before the next.
    def _unit(self, number: Token, place: int, aligned: Aligned) -> str:
        """The thing counted stands by the number in the claim and must in the sentence; a day counts nothing."""
        if number.value is None or (is_year(number) and number.before in self._grammar.words.ties):
            return ""
        other, often = aligned.told.tokens[place], self._grammar.words.occasions
        if (other.after in often or other.folded in self._grammar.words.repeated) != (number.after in often):
            return f"counts something else: {number.text}"  # "Warned the firm two times": not "two firms".
        opens = place and number.share is None and other.before in self._opening
        if opens and of_other_half(number, place, aligned, self._grammar):
            return f"counts something else: {number.text}"
        thing = self._counted(number, aligned)
        if thing is None or thing[0].value is not None or self._is_shared(aligned, thing[1], place):
            return ""
        fits = self._is_counted_there(aligned, thing[1], place) or self._counts_people(aligned, number, place)
        fits = fits or is_year_alone(number, thing[0], self._grammar)
        fits = fits or shares_unit(aligned, thing[1], place, self._grammar)
        return "" if fits else f"counts something else: {number.text} {thing[0].text}"

    def _counts_people(self, aligned: Aligned, number: Token, place: int) -> bool:
        """Whether a word of little weight stands behind a number in both: "seven people"."""
        following, light = aligned.told.tokens[place + 1 : place + 2], self._grammar.words.light
        return any(token.folded in light and token.folded == number.after for token in following)

    @staticmethod
    def _counted(number: Token, aligned: Aligned) -> tuple[Token, int] | None:
        """What a claim's number counts: the next word of its clause, a name only where the sentence writes one."""
        tokens = aligned.told.tokens
        behind = [(t, p) for t, p in aligned.pairs_of(number.clause) if t.start > number.start]
        return next(iter([(t, p) for t, p in behind if not t.entities or tokens[p].text[0].isupper()]), None)

    def _is_counted_there(self, aligned: Aligned, thing: int, place: int) -> bool:
        """Whether a sentence's number counts a thing: that stands soon behind it, or before it and behind no other."""
        tokens = aligned.told.tokens
        if thing == place + 1 and thing in aligned.matched and not self._is_thing(tokens[thing]):
            return True
        if thing < place:
            counted = [at for at in range(max(0, thing - _UNIT_WORDS), thing) if tokens[at].value is not None]
            share = tokens[place].before in self._grammar.words.partitives and place - thing <= _UNIT_WORDS
            share = not counted or place in counted or share  # "Neuf sièges sur 27": "neuf des 27 sièges".
            return share and not counts_of_two(tokens, thing, place, self._grammar)
        behind = places_behind(aligned, place, self._grammar)  # "Two of them, aged 9 and 12, are".
        return thing in {place, *behind[:_UNIT_WORDS]}

    def _is_thing(self, token: Token) -> bool:
        """Whether a word may be what a number counts: not "against" in "nine against"."""
        noun = not self._grammar.nouns or token.text[0].isupper()
        return token.content and noun and token.folded not in self._grammar.words.against

    def _is_shared(self, aligned: Aligned, unit: int, place: int) -> bool:
        """Whether a thing counted holds for a number without one: "14 members were in favour and nine against"."""
        tokens = aligned.told.tokens
        if unit >= place or not 0 <= tokens[place].clause - tokens[unit].clause <= _FOLLOWING:
            return False
        if is_shared_ahead(tokens, unit, place, self._grammar):
            return True  # "It cost two million, 40 % more than planned."
        behind = [at for at in places_in(tokens, tokens[place].clause) if at > place]
        if any(self._is_thing(tokens[at]) for at in behind):
            return False
        paired = self._is_paired(aligned, place)
        if not paired and aligned.matched.isdisjoint(behind):  # "Nine against".
            return False
        counted = (at for at in places_in(tokens, tokens[unit].clause) if tokens[at].value is not None)
        return any(at < unit or paired for at in counted)

    def _is_paired(self, aligned: Aligned, place: int) -> bool:
        """Whether the claim takes a word for a side beside a number: "against: nine"."""
        against = self._grammar.words.against
        return any(aligned.told.tokens[at].folded in against and abs(at - place) <= 1 for at in aligned.matched)
