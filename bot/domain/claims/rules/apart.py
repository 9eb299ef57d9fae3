"""What belongs apart in a sentence: to another of its deeds, to what is somebody's, to what is counted by comparing."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, MAGNITUDE, NOT
from bot.domain.claims.rules.counting.compared import multiplied, of_compared, of_other_count
from bot.domain.claims.rules.deeds.owners import Owners
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, places_in, tells
from bot.domain.claims.rules.wholes.light import of_lighter_deed
from bot.domain.claims.rules.wholes.statements import of_other_statement

# At most so many letters stand between two words of a name: " & ", " - ".
_BETWEEN_NAMES = 3
# How far before a place its denial stands: "no era de Vigo sino de Oporto".
_DENIED = 3


class Apart:
    """Compares what belongs to which part of a sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._owners = Owners(grammar)

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._of_first_deed(aligned)
        yield self._of_owned(aligned)
        yield self._of_possessed(claim, aligned)
        yield self._of_another_kind(aligned)
        yield self._counted_twice(aligned)
        yield self._taken_twice(aligned) or self._of_other_noun(claim, aligned) or self._of_other_part(aligned)
        yield self._named_twice(aligned)
        yield self._of_other_time(aligned)
        if not claim.headline:
            yield of_lighter_deed(claim, aligned, self._grammar)
            yield multiplied(claim, aligned) or of_compared(claim, aligned, self._grammar)
        if len(aligned.used) > 1:
            yield of_other_count(aligned)
            yield self._elsewhere(aligned)
            yield self._on_another_day(aligned)
            yield of_other_statement(claim, aligned, self._grammar)
            yield self._of_other_person(aligned)
            yield self._of_the_rest(claim, aligned)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _elsewhere(self, aligned: Aligned) -> str:
        """A place of one clause told of what has a place of its own in another: "the bridge in X, the road to Y"."""
        tokens = aligned.told.tokens
        for (before, where), (place, at) in pairwise([aligned.pairs[0], *aligned.pairs]):
            if not self._is_place(tokens, at) or (before is not place and where == at):
                continue  # Of a name's words the first tells where it stands.
            if is_plain(before) and before.clause == place.clause and tokens[where].clause == tokens[at].clause:
                continue  # "Stolen in X, found in Y": what stands right before has it as its own.
            homes = {tokens[where].clause for other, where in aligned.pairs if other.clause == place.clause}
            away = (where for home in homes - {tokens[at].clause} for where in places_in(tokens, home))
            others = [where for where in away if where not in aligned.matched and self._is_place(tokens, where)]
            if any(not tells(tokens[max(0, where - _DENIED) : where], NOT) for where in others):
                return f"joins {place.text} with what another belongs to: {tokens[at].text}"
        return ""

    @staticmethod
    def _on_another_day(aligned: Aligned) -> str:
        """A day of one clause told of another's deed, which has its own: "passed it on Monday, which begins in May"."""
        tokens = aligned.told.tokens
        for day, at in aligned.pairs:
            if not day.dated:
                continue
            before = [place for token, place in aligned.pairs_of(day.clause) if token.start < day.start]
            if not before or tokens[before[-1]].clause == tokens[at].clause:
                continue
            deed = tokens[before[-1]]
            own = next((token for token in tokens if token.dated and token.clause == deed.clause), None)
            if own is not None and is_plain(deed) and not any(tokens[place] is own for _, place in aligned.pairs):
                return f"joins {day.text} with what another belongs to: {own.text}"
        return ""

    def _is_place(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name tells where: no person, behind a preposition."""
        token = tokens[at]
        if not token.text[0].isupper() or token.dated or self._grammar.is_person(token):
            return False
        return (bool(token.entities) or not self._grammar.nouns) and self._grammar.is_tied(tokens, at)

    def _of_another_kind(self, aligned: Aligned) -> str:
        """Another thing of a kind, told of by its marks, for the thing that is known: "a vaccine of another firm"."""
        tokens, words = aligned.told.tokens, self._grammar.words
        for token, place in aligned.pairs:
            known = token.before in self._grammar.definite and token.before not in words.indefinite and is_plain(token)
            another = known and tokens[place].before in words.indefinite
            if not another or not self._grammar.told_before(tokens[place], aligned):
                continue
            behind = [at for at in places_in(tokens, tokens[place].clause) if at > place and tokens[at].content]
            if behind and behind[0] not in aligned.matched:
                return f"says of {token.text} what the article says of another"
        return ""

    @staticmethod
    def _counted_twice(aligned: Aligned) -> str:
        """Two numbers of the claim that are one in the sentence: "38 of 38" for "38 of 44"."""
        numbers = [(token, at) for token, at in aligned.pairs if token.value is not None and token.text[0].isdigit()]
        for (one, here), (other, there) in combinations(numbers, 2):
            if here == there and one.clause == other.clause:
                return f"counts something else: {other.text}"
        return ""

    def _taken_twice(self, aligned: Aligned) -> str:
        """A noun that the claim has, and a deed that is only another word for it: "the company makes" of "company"."""
        tokens = aligned.told.tokens
        for (one, here), (other, there) in pairwise(aligned.pairs):
            if here != there or one.clause != other.clause or not is_plain(one) or not is_plain(other):
                continue
            noun = one.folded == tokens[here].folded and one.before in self._grammar.definite
            deed = not self._grammar.is_named(other) and other.before not in self._grammar.perfects
            if noun and deed and other.stem != one.stem:
                return f"says in two words what is one: {one.text}, {other.text}"
        return ""

    def _of_other_noun(self, claim: Clauses, aligned: Aligned) -> str:
        """A noun of which the sentence has another thing: "40 tonnes of birds" for "of fuel"."""
        heads = self._tied_to(claim.tokens)
        if not heads:
            return ""
        place_of = {id(token): place for token, place in aligned.pairs}
        for token, place in aligned.pairs:
            if id(token) not in heads:
                continue
            mine = self._behind_of(claim.tokens, claim.tokens.index(token))
            theirs = self._behind_of(aligned.told.tokens, place)
            if mine is None or theirs is None or mine[0] != theirs[0] or theirs[1] in aligned.matched:
                continue
            other, first = claim.tokens[mine[1]], theirs[1]
            beside = first <= place_of.get(id(other), first) <= first + 2  # "A new football stadium", "a stadium".
            if not beside and is_plain(other) and is_plain(aligned.told.tokens[first]):
                return f"joins {token.text} with what another belongs to: {other.text}"
        return ""

    def _tied_to(self, tokens: Sequence[Token]) -> set[int]:
        """The ids of the words right before a preposition of possession."""
        tied = (
            (one, at) for at, (one, token) in enumerate(pairwise(tokens), 1) if token.folded in self._grammar.of_words
        )
        return {id(one) for one, at in tied if one.content and not self._makes_past(tokens, at)}

    def _makes_past(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word makes a past of the participle behind it: "a costat", though "a" is "of" besides."""
        helps = tokens[at].folded in self._grammar.perfects
        return helps and any(map(self._grammar.is_participle, tokens[at + 1 : at + 2]))

    def _behind_of(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The word right behind another that tells of what it is, and where that stands, an article between or none."""
        if at + 1 >= len(tokens) or tokens[at + 1].folded not in self._grammar.of_words:
            return None
        place = at + 2 + (tokens[at + 2].folded in self._grammar.definite if at + 2 < len(tokens) else 0)
        if place >= len(tokens) or not tokens[place].content or tokens[place].clause != tokens[at].clause:
            return None
        if tokens[place].plain.endswith(self._grammar.words.infinitives or "\0"):
            return None  # "Chiede di ricorrere al giudice e di tagliare i premi."
        return tokens[at + 1].folded, place

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _of_other_part(self, aligned: Aligned) -> str:
        """A number told with what stands before another, joined behind it: "4 in May and a year later 2"."""
        tokens, joins = aligned.told.tokens, self._grammar.words.joins
        numbers: list[int] = []
        for at, token in enumerate(tokens):
            if token.value is not None and token.content and not token.dated:
                numbers.append(at)
        for one, other in pairwise(numbers):
            if one not in aligned.matched or other in aligned.matched:
                continue
            between = [at for at in range(one + 1, other) if not _is_between_times(tokens, at)]
            between = [at for at in between if MAGNITUDE not in tokens[at].signs]  # "Two years and six months."
            joined = next((at for at in between if tokens[at].folded in joins), other)
            taken = next((at for at in range(joined + 1, other) if at in aligned.matched), None)
            if taken is not None and any(self._is_time(tokens[at]) for at in between if at >= joined):
                return f"joins {tokens[one].text} with what another belongs to: {tokens[taken].text}"
        return ""

    def _is_time(self, token: Token) -> bool:
        """Whether a word tells when: a day, a year, "later"."""
        words = self._grammar.words
        return token.dated or token.folded in words.later or token.folded in words.durations

    def _named_twice(self, aligned: Aligned) -> str:
        """A name told of as a place too, which the sentence has only once, as who does it: "SC Orl plays in Orl"."""
        for (one, here), (verb, _), (other, there) in combinations(aligned.pairs, 3):
            same = here == there and one.clause == other.clause and bool(one.entities & other.entities)
            if not same or not is_plain(verb) or _goes_on(aligned.tokens, other):
                continue
            if self._is_place_behind(other.before) and not self._is_place_behind(aligned.told.tokens[there].before):
                return f"says of {other.text} what the article says of another"
        return ""

    def _is_place_behind(self, before: str) -> bool:
        """Whether a preposition stands before what may be a place."""
        return before in self._grammar.words.ties and before not in self._grammar.definite

    def _of_other_person(self, aligned: Aligned) -> str:
        """Somebody of whom the claim tells what a clause of the sentence tells of another, who stands before it."""
        tokens = aligned.told.tokens
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            people = [(token, at) for token, at in pairs if self._grammar.is_person(token)]
            rest = self._deeds(tokens, [at for token, at in pairs if is_plain(token)])
            same = people and all(token.entities == people[0][0].entities for token, _ in people)
            if not same or len({tokens[at].clause for at in rest}) != 1:
                continue
            name, at = people[0]
            if self._may_do(tokens, at) and self._has_another_doer(tokens, name, rest):
                return f"says of {name.text} what the article says of another"
        return ""

    def _deeds(self, tokens: Sequence[Token], taken: list[int]) -> list[int]:
        """What a claim takes but for names, of two clauses what may be a deed: "he wants to sell the hall, she ..."."""
        if len({tokens[at].clause for at in taken}) <= 1:
            return taken
        return [at for at in taken if not governs(tokens[at]) and tokens[at].before not in self._grammar.definite]

    def _has_another_doer(self, tokens: Sequence[Token], name: Token, deed: Sequence[int]) -> bool:
        """Whether the clause of a deed opens with the name of somebody, and somebody else than a claim's name."""
        ahead = [at for at in places_in(tokens, tokens[deed[0]].clause) if at < min(deed)]
        clause = places_in(tokens, tokens[deed[0]].clause)
        if any(tokens[at].entities & name.entities for at in clause):
            return False
        return any(self._grammar.is_person(tokens[at]) and self._may_do(tokens, at) for at in ahead)

    def _may_do(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word for somebody is a name, or a pronoun that opens its clause and is not done to: "he"."""
        token = tokens[at]
        if token.text[0].isupper() and token.content:
            return True
        opens = at == places_in(tokens, token.clause)[0] and token.folded not in self._grammar.words.clitics
        return opens and self._grammar.is_pronoun(token) and not self._grammar.is_possessive(token)

    def _of_the_rest(self, claim: Clauses, aligned: Aligned) -> str:
        """What a sentence tells of the others, told of those before: "two came by bus and the rest walked"."""
        tokens, others = aligned.told.tokens, self._grammar.words.others
        if not others.isdisjoint([token.folded for token in claim.tokens]):
            return ""
        rests = {token.clause for at, token in enumerate(tokens) if token.folded in others and self._opens(tokens, at)}
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            taken = [token for token, at in pairs[1:] if tokens[at].clause in rests][:1]
            taken = [token for token in taken if token.value is None]  # Not in "four died and 17 were hurt".
            if taken and tokens[pairs[0][1]].clause not in rests:
                return f"joins {pairs[0][0].text} with what another belongs to: {taken[0].text}"
        return ""

    def _opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether only small words stand before a word in its clause."""
        ahead = [place for place in places_in(tokens, tokens[at].clause) if place < at]
        return not any(tokens[place].content or tokens[place].folded in self._grammar.words.ties for place in ahead)

    def _of_first_deed(self, aligned: Aligned) -> str:
        """What belongs to the first of two joined deeds, told of the second: "froze it on 3 May and sold it"."""
        tokens, matched = aligned.told.tokens, aligned.matched
        joins = self._grammar.words.joins | self._grammar.words.joining
        for joined in (at for at in sorted(matched) if tokens[at].before in joins):
            between = _of_deed_before(tokens, joined, matched, self._grammar.of_words)
            if between is not None:
                return f"joins {tokens[between].text} with what another belongs to: {tokens[joined].text}"
        return ""

    @staticmethod
    def _of_owned(aligned: Aligned) -> str:
        """Whose a thing is, in the place of that thing: "closed the hall" for "closed the hall's gate"."""
        tokens = aligned.told.tokens
        for token, place in aligned.pairs:
            if not tokens[place].owner or token.owner or tokens[place].entities:
                continue
            if _is_told_apart(aligned, token, place):
                continue  # "Praised the study's size but said that it was short": of the study.
            thing = next((at for at in range(place + 1, len(tokens)) if tokens[at].content), None)
            if thing is not None and thing not in aligned.matched and tokens[thing].clause == tokens[place].clause:
                return f"says of {token.text} what the article says of another"
        return ""

    def _of_possessed(self, claim: Clauses, aligned: Aligned) -> str:
        """Somebody who does in the claim what something or somebody of theirs does: "her daughter spent the night"."""
        tokens = aligned.told.tokens
        for clause in {token.clause for token in aligned.tokens}:
            pairs = aligned.pairs_of(clause)
            if not pairs or not self._grammar.is_possessive(tokens[pairs[0][1]]):
                continue
            token, place = pairs[0]
            if self._is_anothers(claim, aligned, token, place) or self._is_of_owned(claim, aligned, pairs):
                return f"says of {token.text} what the article says of another"
        return ""

    def _is_of_owned(self, claim: Clauses, aligned: Aligned, pairs: Sequence[tuple[Token, int]]) -> bool:
        """Whether a deed is told of what is somebody's, or stands before that, and a claim tells it of its owner."""
        tokens, (token, place) = aligned.told.tokens, pairs[0]
        thing = self._owned(tokens, place)
        if thing is None or self._is_owner_named(claim, token, tokens[thing]):
            return False
        if thing in aligned.matched:  # "The firm refused her milk": not "accused her of lying".
            tied = any(one.folded in self._grammar.words.ties for one in tokens[place + 1 : thing])
            return not tied and any(at < place and tokens[at].clause == tokens[place].clause for _, at in pairs)
        return next((at for _, at in pairs if at > place), thing) > thing

    def _is_anothers(self, claim: Clauses, aligned: Aligned, token: Token, place: int) -> bool:
        """Whether a claim has a possessive too, and another person is before the sentence's: "Holm left his"."""
        tokens = aligned.told.tokens
        if token.owner or all(other.folded != tokens[place].folded for other in claim.tokens):
            return False
        mine = frozenset[int]().union(*(other.entities for other in claim.tokens))
        people = [other for other in tokens[:place] if self._grammar.is_person(other) and other.text[0].isupper()]
        return bool(people) and not people[-1].entities & mine

    def _is_owner_named(self, claim: Clauses, token: Token, thing: Token) -> bool:
        """Whether a claim too names somebody only as whose a thing is: "Holm's lawyer Ann Berg"."""
        owned = self._owners.owned(claim.tokens, claim.tokens.index(token))
        return owned is not None and not claim.tokens[owned].keys.isdisjoint(thing.keys)

    @staticmethod
    def _owned(tokens: Sequence[Token], place: int) -> int | None:
        """What a word tells the owner of, None where the owner is named in the clause too."""
        inside = [at for at in places_in(tokens, tokens[place].clause) if at != place]
        if any(tokens[at].entities & tokens[place].entities for at in inside):
            return None
        return next((at for at in inside if at > place and tokens[at].content), None)

    def _of_other_time(self, aligned: Aligned) -> str:
        """A number told of a time that another has beside it: "employs 210, against 260 five years ago"."""
        tokens, against = aligned.told.tokens, self._grammar.words.against
        for at in (at for at, token in enumerate(tokens) if token.folded in against):
            other = _compared_behind(aligned, at)
            number = next((token for token, place in aligned.pairs if token.value is not None and place < at), None)
            if other is not None and number is not None:
                return f"joins {number.text} with what another belongs to: {other.text}"
        return ""


def _goes_on(tokens: Sequence[Token], name: Token) -> bool:
    """Whether a name stands right behind a word, as the rest of one: "Fenn & Hale"."""
    end = name.start + len(name.text)
    return any(token.text[0].isupper() and 0 < token.start - end <= _BETWEEN_NAMES for token in tokens)


def _compared_behind(aligned: Aligned, at: int) -> Token | None:
    """The number behind a word at a place which the claim leaves out, though it takes what is said of that number."""
    tokens = aligned.told.tokens
    inside = [place for place in places_in(tokens, tokens[at].clause) if place > at and tokens[place].content]
    if not inside or tokens[inside[0]].value is None or inside[0] in aligned.matched:
        return None
    return tokens[inside[0]] if any(place in aligned.matched for place in inside[1:]) else None


def _of_deed_before(
    tokens: Sequence[Token], joined: int, matched: frozenset[int], of_words: frozenset[str]
) -> int | None:
    """What the claim takes from between the deed before a joined one, which it leaves out, and that one."""
    inside = _joined_with(tokens, joined)
    plain = [at for at in inside if is_plain(tokens[at])]
    free = (at for at in plain if tokens[at].before not in of_words)  # "The storm of the night".
    deed = next((at for at in free if at not in matched and at < joined), joined)
    own = any(at > joined and at not in matched for at in inside if at not in plain)
    return next((at for at in plain if deed < at < joined and at in matched), None) if own else None


def _joined_with(tokens: Sequence[Token], joined: int) -> list[int]:
    """Positions of what says something in a word's clause, and before a clause of time: "the day after it and"."""
    clauses = {tokens[joined].clause}
    if tokens[places_in(tokens, tokens[joined].clause)[0]].signs & {BEFORE, AFTER}:
        clauses.add(tokens[joined].clause - 1)
    return [at for at, token in enumerate(tokens) if token.clause in clauses and token.content]


def _is_told_apart(aligned: Aligned, token: Token, place: int) -> bool:
    """Whether all that a claim says beside an owner is of other clauses, and not of what is theirs.

    "The mayor's brother, a baker, built it" tells of the brother.
    """
    tokens = aligned.told.tokens
    if token is aligned.tokens[0] and not any(
        tokens[at].mood in FINITE for at in places_in(tokens, tokens[place].clause)
    ):
        return False
    beside = (at for other, at in aligned.pairs if other.clause == token.clause and other is not token)
    return all(tokens[at].clause != tokens[place].clause for at in beside)


def _is_between_times(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands between two times: "between March and May"."""
    return 0 < at < len(tokens) - 1 and tokens[at - 1].dated and tokens[at + 1].dated
