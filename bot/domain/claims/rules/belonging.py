"""What belongs to what: numbers and days to their things, deeds to their people."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import FORMER, IS, LESSER, PASSIVE
from bot.domain.claims.rules.cues.apposed import before_adjective, is_joined_on
from bot.domain.claims.rules.deeds.owners import Owners
from bot.domain.claims.rules.doers.participles import is_of_other_day
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time, places_in, tells
from bot.domain.claims.rules.joining.second_deeds import first_deed
from bot.domain.claims.rules.numbers import Numbers
from bot.domain.claims.rules.wholes.made import is_told_of_deed

_DAY_WORDS = 3
_NAME_WORDS = 3
_END_WORDS = 3
_END = "end"
_ASIDE = 2
# A date's number and its month: "22 de noviembre"; the days of a month.
_DATE_LETTERS, _MONTH_DAYS = 16, 31


class Belonging:
    """Compares what stands beside what."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._numbers = Numbers(grammar)
        self._owners = Owners(grammar)

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield from self._numbers.faults(claim, aligned)
        yield self._names(claim, aligned)
        yield self._persons(claim, aligned)
        yield self._ends(claim, aligned)
        yield self._dated_otherwise(aligned, headline=claim.headline)
        if not claim.headline:
            yield self._owner(claim, aligned)
            yield self._owners.fault(claim, aligned)
        for number, place in aligned.pairs:
            if number.value is not None and IS in self._grammar.words.signs.get(number.before, ()):
                yield self._had(claim, aligned, number, place)

    def _owner(self, claim: Clauses, aligned: Aligned) -> str:
        """Whose a claim says that something is, where the sentence says another's: "his suit against the council"."""
        tokens = aligned.told.tokens
        for (head, here), (owner, there) in pairwise(aligned.pairs):
            apart = here + 1 < there and tokens[here].clause == tokens[there].clause
            if apart and is_plain(owner) and self._is_of(claim, head, owner):
                other = next((at for at in range(here + 1, there) if tokens[at].content), there)
                parted = self._is_tied_apart(tokens, other, there) or _is_crossed(aligned, here, there)
                of = parted and tokens[here + 1].folded in self._grammar.of_words | self._grammar.genitives
                if of and other not in aligned.matched:
                    return f"joins {owner.text} with what another belongs to: {tokens[other].text}"
        return ""

    def _is_of(self, claim: Clauses, head: Token, owner: Token) -> bool:
        """Whether a preposition of possession, an article behind it or none, stands between two words of a claim."""
        between = claim.tokens[claim.tokens.index(head) + 1 : claim.tokens.index(owner)]
        of = bool(between) and between[0].folded in self._grammar.of_words
        if between and between[0].folded in self._grammar.perfects and self._grammar.is_participle(owner):
            return False  # "Înghețul a distrus": "a" is a verb there.
        return of and all(token.folded in self._grammar.definite for token in between[1:])

    def _is_tied_apart(self, tokens: Sequence[Token], other: int, there: int) -> bool:
        """Whether a noun belongs to the one before it, and another preposition ties what stands behind it."""
        ties = self._grammar.words.ties - self._grammar.of_words
        return any(token.folded in ties for token in tokens[other + 1 : there]) and is_plain(tokens[other])

    @staticmethod
    def _had(claim: Clauses, aligned: Aligned, number: Token, place: int) -> str:
        """A number that a claim says there is, where the sentence says so of another: "needs 14 and has nine"."""
        verb, tokens = claim.tokens[claim.tokens.index(number) - 1], aligned.told.tokens
        if verb.content or number.before == tokens[place].before:
            return ""
        there = [at for at in range(place + 1, len(tokens)) if tokens[at - 1].folded == verb.folded]
        others = any(tokens[at].value not in {None, number.value} for at in there)
        return f"gives a number to another thing: {number.text}" if others else ""

    def _dated_otherwise(self, aligned: Aligned, *, headline: bool) -> str:
        """A day that the sentence gives to another deed: "work, stopped for a year, went on in May"."""
        for at, (day, place) in enumerate(aligned.pairs) if len(aligned.pairs) > 1 else ():
            if day.dated and _of_another_date(aligned, at):
                return f"says when otherwise: {day.text}"
            if day.dated and (self._is_of_participle(aligned, place) or self._is_of_other(aligned, day, place)):
                return f"says when otherwise: {day.text}"
            if day.dated and not headline and is_of_other_day(day, place, aligned, self._grammar):
                return f"says when otherwise: {day.text}"
        return ""

    def _is_of_other(self, aligned: Aligned, day: Token, place: int) -> bool:
        """Whether a day stands behind a deed of which the claim takes nothing, nor of the day's clause."""
        tokens = aligned.told.tokens
        if self._is_since(aligned, day, place):
            return False
        inside = (at for at in places_in(tokens, tokens[place].clause) if tokens[at].content)
        plain = {at for at in inside if is_plain(tokens[at])}
        deeds = any(at < place and not self._is_spoken_of(tokens[at]) for at in plain)
        return deeds and not self._has_own(aligned, day, plain) and not aligned.matched & plain

    def _is_spoken_of(self, token: Token) -> bool:
        """Whether a word is no deed: by the word before it, or by its capital where all nouns have one."""
        noun = self._grammar.nouns and bool(token.before) and token.text[0].isupper()
        return noun or self._grammar.is_named(token)

    def _is_since(self, aligned: Aligned, day: Token, place: int) -> bool:
        """Whether a day is that of what tells since or till when a thing is so: "since a storm broke it in May"."""
        told, clause = aligned.told, aligned.told.tokens[place].clause
        if day.before not in self._grammar.words.since | self._grammar.words.till:
            return False
        first = places_in(told.tokens, clause)[0]
        led = {told.clauses.openers[clause], told.tokens[max(0, first - 1)].folded}
        return day.before in led and any(told.tokens[at].clause < clause for at in aligned.matched)

    def _is_of_participle(self, aligned: Aligned, place: int) -> bool:
        """Whether a day stands right behind a participle that the claim leaves out: "seen in May, it will ..."."""
        tokens = aligned.told.tokens
        before = next((at for at in range(place - 1, max(0, place - 1 - _DAY_WORDS), -1) if tokens[at].content), 0)
        deed, noun = tokens[before], tokens[before - 1]
        if not before or before in aligned.matched or not self._grammar.is_participle(deed) or not is_plain(deed):
            return False
        verbal = deed.text[0].islower() or not self._grammar.nouns
        alone = verbal and not self._grammar.is_named(deed) and deed.before not in self._grammar.words.perfects
        return alone and noun.content and deed.clause == tokens[place].clause

    @staticmethod
    def _has_own(aligned: Aligned, day: Token, plain: set[int]) -> bool:
        """Whether the claim takes one of these words in a day's own clause."""
        return any(token.clause == day.clause and not token.dated for token, at in aligned.pairs if at in plain)

    def _ends(self, claim: Clauses, aligned: Aligned) -> str:
        """A day or a year until which something is, and from or on which it is in the other."""
        for token, place in [pair for pair in aligned.pairs if pair[0].dated or pair[0].value is not None]:
            if is_time(token) and self._ends_otherwise(claim, aligned, token, place):
                return f"says when otherwise: {token.text}"
        return ""

    def _ends_otherwise(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a time is one's end or beginning in a claim or a sentence, and not so in the other."""
        tokens, year, ties = aligned.told.tokens, not token.dated, self._grammar.words.ties
        if year and is_told_of_deed(token, place, aligned, self._grammar):
            return True
        mine, theirs = self._bounding(claim.tokens, claim.tokens.index(token)), self._bounding(tokens, place)
        if not theirs:
            return year and mine == _END and self._is_within(tokens, place)
        within = year and token.before in ties and tokens[place].before not in self._grammar.of_words
        return mine != theirs and (bool(mine) or within)

    def _is_within(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a sentence tells what was done at a time, and of no end: "bought it in 1987"."""
        words = self._grammar.words
        return tokens[at].before in words.within and words.till.isdisjoint([token.folded for token in tokens])

    def _bounding(self, tokens: Sequence[Token], at: int) -> str:
        """Whether a time is one's end or beginning, by the words before it; "" for neither."""
        words = self._grammar.words
        near = tokens[max(0, at - _END_WORDS) : at]
        named = [place for place, token in enumerate(near, 1) if token.entities and not token.dated][-1:]
        before = {token.folded for token in near[sum(named) :] if token.clause == tokens[at].clause}
        if not words.till.isdisjoint(before):
            return _END
        return "" if words.since.isdisjoint(before) else "beginning"

    def _names(self, claim: Clauses, aligned: Aligned) -> str:
        """Two names side by side that do not stand so in the sentence: a title of one, the name of another.

        Or a name for whose somebody is: "Ostap Reed" for "his neighbour, Ostap".
        """
        place_of = {id(token): place for token, place in aligned.pairs}
        for one, other in pairwise(claim.tokens):
            if one.entities and other.entities and not one.entities & other.entities and one.clause == other.clause:
                here, there = place_of.get(id(one)), place_of.get(id(other))
                if here is None or there is None:
                    continue
                if abs(here - there) > _NAME_WORDS or self._is_owners(other, aligned.told.tokens[there]):
                    return f"joins two names: {one.text} {other.text}"
        return ""

    def _is_owners(self, name: Token, token: Token) -> bool:
        """Whether the sentence has only a word for whose somebody is where a claim has a name."""
        return name.text[0].isupper() and self._grammar.is_possessive(token)

    def _persons(self, claim: Clauses, aligned: Aligned) -> str:
        """A person who does in the claim what another, standing between, does in the sentence."""
        told, matched = aligned.told, aligned.matched
        idle = None if claim.headline else self._idle(claim, aligned)
        if idle is not None:
            return f"says of {idle.text} what the article says of another"
        others = self._others(claim, aligned) if (people := self._people(aligned)) else []
        for (name, place), (token, where) in product(people, aligned.pairs) if others else ():
            if token.clause != name.clause or token.entities or self._is_joined_behind(told, place, where, matched):
                continue
            low, high = sorted((place, where))
            if any(low < at < high and self._acts(told, at, where) for at in others):
                near = told.tokens[where].clause == told.tokens[place].clause
                if not (near and self._tells_where(claim, aligned, name, place)):
                    return f"says of {name.text} what the article says of another"
        return ""

    def _tells_where(self, claim: Clauses, aligned: Aligned, name: Token, place: int) -> bool:
        """Whether a name is tied to one noun in the claim and the sentence: "numa cave de Burgo Seco"."""
        at = claim.tokens.index(name)
        while at and claim.tokens[at - 1].entities & name.entities:
            at -= 1
        tie = claim.tokens[at - 1].folded if at else ""
        if tie != aligned.told.tokens[place].before or tie not in self._grammar.words.ties - self._grammar.definite:
            return False
        return any(one is claim.tokens[at - 2] and there == place - 2 for one, there in aligned.pairs)

    def _idle(self, claim: Clauses, aligned: Aligned) -> Token | None:
        """Whom a claim names and of whom the sentence tells only what is theirs or is done to them."""
        named = [(token, at) for token, at in aligned.pairs if token.entities]
        for token, at in named:
            owns = not self._grammar.words.omits_subjects and self._is_only_owner(aligned, token, at)
            if owns or self._is_done_to(claim, aligned, token, at):
                return token
        return None

    def _is_only_owner(self, aligned: Aligned, name: Token, place: int) -> bool:
        """Whether a claim has somebody do what a sentence tells of what is theirs: "acquitted his partner"."""
        if name.owner or place + 1 in aligned.matched or self._grammar.nouns:
            return False  # "Ihr" is whose and to whom.
        thing = next(iter(aligned.told.tokens[place + 1 : place + 2]), None)
        if thing is None or not thing.content or thing.dated or thing.entities:
            return False  # "Forbade her to speak".
        if not self._grammar.is_possessive(aligned.told.tokens[place]):
            return False
        return name.before not in self._grammar.words.ties - self._grammar.definite

    def _others(self, claim: Clauses, aligned: Aligned) -> list[int]:
        """Where a sentence names people whom a claim leaves out."""
        mine = {entity for token, _ in aligned.pairs for entity in token.entities}
        places = (at for at, one in enumerate(aligned.told.tokens) if one.entities and self._is_other(one, mine))
        places = (at for at in places if not self._is_passed_over(aligned.told, at, aligned.matched))
        places = (at for at in places if at not in aligned.matched and not self._is_meant(claim, aligned, at))
        return [at for at in places if not self._leads_name(aligned, at)]

    def _is_passed_over(self, told: Told, at: int, matched: frozenset[int]) -> bool:
        """Whether a word is whose a thing is, or a pronoun of whom another deed is done to: "criticised him and"."""
        words, word = self._grammar.words, told.tokens[at].folded
        if word in words.objective and word not in words.subjects and at - 1 not in matched:
            return True
        return self._owns(told, at, matched)  # "Avocata ei, X".

    def _leads_name(self, aligned: Aligned, at: int) -> bool:
        """Whether a word says whose the one is whom a name that the claim takes right behind the noun tells.

        "His partner Nina Loos", "his former deputy Nina Loos".
        """
        tokens = aligned.told.tokens
        if not self._grammar.is_possessive(tokens[at]):
            return False
        noun = at + 1
        while noun + 1 < len(tokens) and tokens[noun].signs & {FORMER, LESSER} and not tokens[noun + 1].entities:
            noun += 1
        beside = [token for token in tokens[noun : noun + 2] if token.clause == tokens[at].clause]
        return len(beside) > 1 and noun + 1 in aligned.matched and bool(beside[0].content and beside[1].entities)

    def _people(self, aligned: Aligned) -> list[tuple[Token, int]]:
        """The people whom a claim names, but for those of whom the sentence only tells whose a thing is."""
        named = [(token, place) for token, place in aligned.pairs if self._grammar.is_person(token)]
        return [(token, place) for token, place in named if not self._owns(aligned.told, place, aligned.matched)]

    def _owns(self, told: Told, place: int, matched: frozenset[int]) -> bool:
        """Whether a word says whose the thing behind it is, which the claim takes: "her lawyer, X", "Ann's lawyer"."""
        if self._grammar.is_possessive(told.tokens[place]):
            return place + 1 in matched
        behind = place - 1 in matched and is_plain(told.tokens[place - 1])  # "Avocatul ei"; "ei" is "they" besides.
        owner = told.tokens[place]
        pronoun = owner.folded in self._grammar.words.objective or self._grammar.is_oblique_pronoun(owner)
        return behind and self._grammar.inflects and pronoun

    def _is_other(self, token: Token, mine: set[int]) -> bool:
        """Whether a word names a person whom the claim does not name."""
        clitic = token.folded in self._grammar.words.clitics
        return not clitic and self._grammar.is_person(token) and not token.entities & mine

    def _is_meant(self, claim: Clauses, aligned: Aligned, at: int) -> bool:
        """Whether a claim has the noun that the article calls somebody by, and leaves out the name: "the director"."""
        told, name = aligned.told, aligned.told.tokens[at]
        nouns = [(token, place) for token, place in aligned.pairs if self._is_bare(claim, token)]
        if any(self._grammar.is_called(token, name) for token, _ in nouns) or self._is_titled(aligned, at):
            return True
        inside = [token for token in told.tokens if token.clause == name.clause]
        marks = told.clauses.marks[name.clause : name.clause + 2]
        if marks != [",", ","] or any(token.entities != name.entities for token in inside):
            return False
        head = next((one for one in places_in(told.tokens, name.clause - 1) if told.tokens[one].content), at)
        return head in {place for _, place in nouns}

    def _is_titled(self, aligned: Aligned, at: int) -> bool:
        """Whether a claim has the noun right before a name, in a language without articles: "адвокатка міста X"."""
        tokens, first = aligned.told.tokens, at
        while first > 0 and tokens[first - 1].entities == tokens[at].entities:
            first -= 1
        before = tokens[first - 1] if first and self._grammar.words.free_order else tokens[at]
        return first - 1 in aligned.matched and is_plain(before) and not before.mood and bool(before.content)

    @staticmethod
    def _is_bare(claim: Clauses, token: Token) -> bool:
        """Whether a word is no name and has none right behind it."""
        at = claim.tokens.index(token) + 1
        return is_plain(token) and not any(other.entities for other in claim.tokens[at : at + 1])

    def _is_joined_behind(self, told: Told, place: int, where: int, matched: frozenset[int]) -> bool:
        """Whether a deed is joined to another of the person who opens the clause: "X accused Y and demanded it"."""
        tokens, joins = told.tokens, self._grammar.words.joining
        same = place < where and tokens[place].clause == tokens[where].clause
        ahead = (token for token in tokens[:place] if token.clause == tokens[place].clause)
        opens = not any(token.signs or self._grammar.is_person(token) for token in ahead)
        joined = any(
            tokens[at].before in joins and (at in matched or tokens[at].signs & SPEECH)
            for at in range(place + 1, where + 1)
        )
        return (same and opens and joined) or self._goes_on(told, place, where)

    def _goes_on(self, told: Told, place: int, where: int) -> bool:
        """Whether a deed without a doer is joined to one that goes on behind an aside: "X, who ..., did Y but sold".

        The first deed stands before whom it is done to, so that the second has the same doer.
        """
        clause, home = told.tokens[where].clause, told.tokens[place].clause
        if home == clause - 1:
            return place < first_deed(told, clause, self._grammar)
        return home < clause - _ASIDE and is_joined_on(told, clause, self._grammar)

    def _is_done_to(self, claim: Clauses, aligned: Aligned, name: Token, place: int) -> bool:
        """Whether a claim has somebody do such a second deed to whom the first is done."""
        tokens = aligned.told.tokens
        clause = tokens[place].clause + 1
        deeds = [at for token, at in aligned.pairs if token.clause == name.clause and not token.entities]
        if not deeds or any(tokens[at].clause != clause for at in deeds):
            return False
        acts = not tells(claim.tokens, PASSIVE) and aligned.pairs[0][0].entities == name.entities
        if not acts:
            return False
        second = 0 <= first_deed(aligned.told, clause, self._grammar) < place
        return second or is_joined_on(aligned.told, clause, self._grammar)

    def _acts(self, told: Told, at: int, where: int) -> bool:
        """Whether a name may be who does what follows: not one tied to something else, or telling of the first.

        Nor whom a pronoun means to whom it is done: "Clara Bonet, quien lo vio".
        """
        if told.tokens[at].folded in self._grammar.words.clitics:
            return False
        clause = told.tokens[at].clause
        if clause != told.tokens[where].clause and told.clauses.openers[clause] in self._grammar.relatives:
            return False
        put_in = told.clauses.marks[clause : clause + 2] == [",", ","]
        put_in = put_in and told.clauses.openers[clause + 1] not in self._grammar.relatives  # "Before X, who had 41".
        if put_in and self._is_tied_by_title(told.tokens, at):
            return False
        noun = told.tokens[at].unnamed >= 0 and self._grammar.tie_before(told.tokens, at)  # "The entry of a partner".
        return told.tokens[at].before not in self._grammar.words.ties and not noun

    def _is_tied_by_title(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a preposition or a case ties a name with what somebody is before it: "a cousin of Mayor Ann Rey"."""
        while at and tokens[at - 1].entities & tokens[at].entities and tokens[at - 1].clause == tokens[at].clause:
            at -= 1
        cased = self._grammar.words.free_order and self._grammar.is_inflected(tokens[at])
        titled = at > 0 and self._grammar.is_role(tokens[at - 1])
        at = before_adjective(
            tokens, at - titled, self._grammar, titled=titled
        )  # "The new minister Ann Lee", "der alten Luna Society".
        ahead = [token for token in tokens[:at] if token.clause == tokens[at].clause]
        if cased or (self._grammar.inflects and any(map(self._grammar.is_role, ahead))):
            return True  # "Fratele noii ministre Ana Pop".
        ties = self._grammar.words.ties | self._grammar.genitives
        given = tokens[at].plain.endswith(self._grammar.words.given_endings or "\0")
        return given or self._grammar.tie_before(tokens, at) in ties - {""} or tokens[at].before in ties


def _is_crossed(aligned: Aligned, here: int, there: int) -> bool:
    """Whether a claim takes a word that stands between two of a sentence: "the council's decision to shut it"."""
    return any(here < at < there for at in aligned.matched)


def _of_another_date(aligned: Aligned, at: int) -> bool:
    """Whether a number beside a claim's month is that of another date: "until the 15th, by the rules of 22 May"."""
    tokens, (month, place) = aligned.told.tokens, aligned.pairs[at]
    own = _numbers_beside(tokens, place)
    for number, there in (*aligned.pairs[max(0, at - 1) : at], *aligned.pairs[at + 1 : at + 2]):
        if number.value is None or there in own or not own or abs(number.start - month.start) > _DATE_LETTERS:
            continue
        between = tokens[min(there, place) + 1 : max(there, place)]
        dated = any(tokens[one].dated for one in range(max(0, there - 1), min(there + 3, len(tokens))))
        if dated and any(one.content and one.value is None for one in between):
            return all(tokens[one].value != number.value for one in own)
    return False


def _numbers_beside(tokens: Sequence[Token], place: int) -> list[int]:
    """Where a day's number stands beside its month, with no more than a small word between."""
    near = range(max(0, place - 2), min(place + 2, len(tokens)))
    return [at for at in near if (tokens[at].value or 0) in range(1, _MONTH_DAYS + 1)]
