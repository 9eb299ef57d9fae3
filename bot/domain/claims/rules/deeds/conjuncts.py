"""What belongs to one of two joined deeds: "was founded in Leeds and opened in York".

Neither deed has the places, days, numbers and things of the other. Where verbs stand behind what is said of them, as
German participles do, what belongs to each stands before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, BEFORE, COND
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, is_time, places_in

# How many small words stand between "and" and the deed that it joins: "and has been sold".
_HELPING = 3
# The two things that a phrase with "without" names, and what is said behind them.
_OPENING = 3


@dataclass(frozen=True)
class Pair:
    """Two joined deeds of a clause, by positions.

    Attributes:
        first: the deed before the word that joins.
        joined: the word that joins them.
        second: the deed behind it.
        own: what stands between the first deed, or what helps it, and the joining word and may belong to it alone.
        rest: what stands behind the joining word.
    """

    first: int
    joined: int
    second: int
    own: range
    rest: range


class Conjuncts:
    """Finds joined deeds, and what a claim takes of the one that belongs to the other."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._helpers = grammar.perfects | grammar.words.pluperfects
        self._clitics = grammar.words.clitics
        self._joins = grammar.words.joins & grammar.words.joining

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What belongs to one of two joined deeds, told of the other; "" where nothing is."""
        small = frozenset(token.folded for token in claim.tokens if self._is_light(token))
        for pair in self._pairs(aligned, small):
            if self._is_helped_ahead(aligned, pair):
                return f"says that it has happened: {aligned.told.tokens[pair.second].text}"
            moved = self._moved(aligned, pair)
            if moved is not None:
                deed = aligned.told.tokens[pair.second if pair.second in aligned.matched else pair.first]
                return f"joins {moved.text} with what another belongs to: {deed.text}"
        return ""

    def _is_helped_ahead(self, aligned: Aligned, pair: Pair) -> bool:
        """Whether a claim tells as done what a verb before the first of two participles tells of as to come.

        "Terá assaltado um banco e ferido um guarda" is what somebody only says.
        """
        tokens, second = aligned.told.tokens, aligned.told.tokens[pair.second]
        helped = pair.first and tokens[pair.first - 1].mood == "future" and not tokens[pair.first - 1].content
        if not helped or pair.second not in aligned.matched or pair.second != pair.joined + 1:
            return False
        return self._grammar.is_participle(second) and not any(token.mood == "future" for token in aligned.tokens)

    def parted(self, aligned: Aligned) -> Aligned | None:
        """A claim beside the sentence without the joined deed that it does not tell of; None where there is none."""
        for pair in self._pairs(aligned):
            left = {pair.joined, *(pair.rest if pair.first in aligned.matched else self._of_first(aligned.told, pair))}
            apart = {*left, *(() if self._grammar.brackets or pair.first in aligned.matched else pair.own)}
            anothers = pair.second in aligned.matched and self._other_doer(aligned, pair) is not None
            if aligned.matched.isdisjoint(apart) and not anothers and not self._is_ordered(aligned.told, pair):
                return _without(aligned, left | self._small(aligned.told, left), pair)
        return None

    def _is_ordered(self, told: Told, pair: Pair) -> bool:
        """Whether words tell which of two deeds came first: "hatte erst gefordert und später abgelehnt"."""
        later = self._grammar.words.later
        inside = told.tokens[min(pair.own.start, pair.first) : pair.rest.stop]
        return any(token.folded in later or token.signs & {BEFORE, AFTER} for token in inside)

    def _small(self, told: Told, left: set[int]) -> set[int]:
        """Where the small words stand that tie what is left out."""
        tokens, found = told.tokens, set[int]()
        for at in sorted(left):
            place = at - 1
            while place >= 0 and not tokens[place].content and self._grammar.is_small(tokens[place]):
                found.add(place)
                place -= 1
        return found

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _pairs(self, aligned: Aligned, small: frozenset[str] = frozenset()) -> Iterator[Pair]:
        """The joined deeds of which a claim takes one alone, by its words or its `small` verbs that say too little."""
        tokens = aligned.told.tokens
        for joined in (at for at, token in enumerate(tokens) if token.folded in self._joins):
            pair = self._pair(tokens, joined)
            if pair is None:
                continue
            taken = [at in aligned.matched or tokens[at].folded in small for at in (pair.first, pair.second)]
            if sum(taken) == 1 and (taken[0] or pair.second in aligned.matched):
                yield pair

    def _pair(self, tokens: Sequence[Token], joined: int) -> Pair | None:
        inside = places_in(tokens, tokens[joined].clause)
        before = [at for at in inside if at < joined]
        behind = [at for at in inside if at > joined]
        if not before or not behind:
            return None
        if self._grammar.brackets:
            return self._closing(tokens, before, joined, behind) or self._finite(tokens, before, joined, behind)
        return self._leading(tokens, before, joined, behind)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _leading(self, tokens: Sequence[Token], before: list[int], joined: int, behind: list[int]) -> Pair | None:
        """Two verbs before what is said of each: "was founded in Leeds and opened in York"."""
        second = next((at for at in behind[: _HELPING + 1] if tokens[at].content), joined)
        helping = tokens[min(joined + 1, second)]
        helped = second > joined + 1 and (governs(helping) or helping.folded in self._helpers)  # "And had to".
        first = next((at for at in reversed(before) if self._is_deed(tokens[at]) or self._is_light(tokens[at])), joined)
        own = range(self._clitic_before(tokens, first) + 1, joined)
        verb = helped or self._is_deed(tokens[second])
        verb = verb or (self._has_thing(tokens, joined) and self._has_doer(tokens, first))
        if not verb or self._is_thing(tokens[second], helping, helped=helped):
            return None
        # "Was planned and built by Webb" is said of both; not "blamed him and thanked Webb".
        apart = any(not self._grammar.is_small(tokens[at]) or tokens[at].entities for at in own)
        end = _end_of_condition(tokens, behind[-1] + 1) if helped else behind[-1] + 1
        return Pair(first, joined, second, own, range(joined + 1, end)) if apart else None

    def _has_thing(self, tokens: Sequence[Token], joined: int) -> bool:
        """Whether a word right behind "and" has an article behind it, as verbs do: "and lent the plough"."""
        verb, *behind = tokens[joined + 1 : joined + 3]
        small = verb.content and is_plain(verb) and verb.text[0].islower() and not self._grammar.words.owner_endings
        led = behind and behind[0].clause == verb.clause and behind[0].folded in self._grammar.definite
        return bool(small and led) and behind[0].folded not in self._grammar.words.fused | self._grammar.genitives

    def _is_thing(self, token: Token, helping: Token, *, helped: bool) -> bool:
        """Whether a word is spoken of as a thing: no infinitive, and no verb behind its pronoun ("i-a scris")."""
        marked = helped and token.before in self._grammar.words.infinitive_marks
        return self._grammar.is_named(token) and not marked and helping.folded not in self._clitics

    def _clitic_before(self, tokens: Sequence[Token], deed: int) -> int:
        """The place before a pronoun for whom a deed is done to, right before what helps it, else the deed's place."""
        tokens = tokens[:deed]
        at = deed - 1
        while at > 0 and tokens[at].folded in self._helpers - self._clitics:
            at -= 1
        pronoun = at >= 0 and tokens[at].folded in self._clitics and bool(tokens[at].entities)
        return at - 1 if pronoun else deed

    def _finite(self, tokens: Sequence[Token], before: list[int], joined: int, behind: list[int]) -> Pair | None:
        """Two verbs in the past where they stand second: "verklagte den Mann und verließ die Stadt"."""
        if self._has_thing(tokens, joined):
            return self._second_verbs(tokens, before, joined, behind)
        pair = self._leading(tokens, before, joined, behind) if tokens[behind[0]].mood == "past" else None
        if pair is None or tokens[pair.first].mood != "past":
            return None
        return pair if tokens[pair.first].text[0].islower() and tokens[pair.second].text[0].islower() else None

    def _second_verbs(self, tokens: Sequence[Token], before: list[int], joined: int, behind: list[int]) -> Pair | None:
        """Two verbs that stand second, each with a thing behind it: "verkaufte die Scheune und lieh den Pflug"."""
        small = (
            at for at in before if tokens[at].text[0].islower() and (tokens[at].content or self._is_light(tokens[at]))
        )
        first = next((at for at in small if tokens[at].before not in self._grammar.definite), None)
        if first is None or first in before[-1:] or not is_plain(tokens[first]) or tokens[first].signs:
            return None
        if not self._has_doer(tokens, first) or self._is_closing(tokens[before[-1]]):
            return None
        return Pair(first, joined, joined + 1, range(first + 1, joined), range(joined + 1, behind[-1] + 1))

    def _has_doer(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether somebody or something known stands before a deed in its clause: not "ayer vendió el alcalde"."""
        ahead = [at for at in range(first) if tokens[at].clause == tokens[first].clause and tokens[at].content]
        known = self._grammar.definite | self._grammar.words.articles
        named = (at for at in ahead if tokens[at].entities or tokens[at].before in known)
        bare = (at for at in ahead if self._grammar.words.owner_endings and self._is_somebody(tokens[at]))
        return any(not is_time(tokens[at]) and not self._grammar.tie_before(tokens, at) for at in (*named, *bare))

    def _is_somebody(self, token: Token) -> bool:
        """Whether a noun is for somebody or a body, as who does it is where nouns have no articles."""
        words = self._grammar.words
        return self._grammar.is_role(token) or token.stem in words.bodies | words.groups

    def _is_light(self, token: Token) -> bool:
        """Whether a word is a verb that says too little to be laid beside another: "gab"."""
        return token.folded in self._grammar.words.special["gave"]

    def _closing(self, tokens: Sequence[Token], before: list[int], joined: int, behind: list[int]) -> Pair | None:
        """Two verbs at the end of what is said of each: "in Köln gegründet und in Bonn eröffnet"."""
        helping = next((at for at in before if self._helps(tokens[at])), None)
        first, second = before[-1], next((at for at in reversed(behind) if tokens[at].content), joined + 1)
        if helping is None or second == joined + 1 or self._grammar.is_named(tokens[first]):
            return None
        if not self._is_closing(tokens[first]) or not self._is_closing(tokens[second]):
            return None
        return Pair(first, joined, second, range(helping + 1, first), range(joined + 1, second + 1))

    def _helps(self, token: Token) -> bool:
        """Whether a verb may have another at the end of its clause: "hat", "wurde", "soll"."""
        return token.folded in self._grammar.perfects or self._grammar.is_over(token) or governs(token)

    def _is_closing(self, token: Token) -> bool:
        """Whether a word may be a participle or an infinitive."""
        verb = self._grammar.is_participle(token) or self._grammar.is_past_participle(token)
        return verb and token.content and is_plain(token) and token.text[0].islower()

    def _is_deed(self, token: Token) -> bool:
        """Whether a word is a verb in the past or a participle, and not spoken of as a thing."""
        if not token.content or not is_plain(token) or token.before in self._grammar.definite:
            return False
        return token.mood == "past" or self._grammar.is_participle(token)

    def _moved(self, aligned: Aligned, pair: Pair) -> Token | None:
        """What a claim tells of the one deed that stands with the other."""
        tokens = aligned.told.tokens
        deed = pair.second if pair.second in aligned.matched else pair.first
        clauses = {token.clause for token, place in aligned.pairs if place == deed}
        theirs = [at for token, at in aligned.pairs if token.clause in clauses or not clauses]
        if deed == pair.first:
            return next((tokens[at] for at in theirs if at in pair.rest), None)
        doer = self._other_doer(aligned, pair)
        if doer is not None:
            return doer
        return next((tokens[at] for at in theirs if at in self._of_first(aligned.told, pair)), None)

    def _other_doer(self, aligned: Aligned, pair: Pair) -> Token | None:
        """Who does the second deed in a claim, where the first is done to them: "A beat B and moved up"."""
        token, place = next((one, at) for one, at in aligned.pairs if at == pair.second)
        doer, here = aligned.pairs_of(token.clause)[0]
        tokens = aligned.told.tokens
        if here not in pair.own or place == here or doer.before in self._grammar.words.ties - self._grammar.definite:
            return None
        others = self._doers(tokens, pair)
        return tokens[here] if any(one.entities.isdisjoint(doer.entities or {-1}) for one in others) else None

    def _doers(self, tokens: Sequence[Token], pair: Pair) -> list[Token]:
        """Who may do the first deed: what stands before it, or what helps it, and is neither tied nor a time."""
        inside, first = places_in(tokens, tokens[pair.first].clause), pair.own.start - self._grammar.brackets
        ahead = [at for at in inside if at < min(pair.first, first)]
        ahead = ahead or list(range(inside[0]))  # "Its head, Ann Holm, blamed him."
        own = [at for at in ahead if tokens[at].content and not is_time(tokens[at])]
        return [tokens[at] for at in own if not self._grammar.is_tied(tokens, at, objects=False)]

    def _of_first(self, told: Told, pair: Pair) -> set[int]:
        """Where a sentence tells what belongs to the first deed alone: where and when, and whom it is done to.

        What it is done to is that of both where the second has nothing of its own.
        """
        tokens = told.tokens
        own = {at for at in pair.own if self._is_circumstance(tokens, at)}
        if self._grammar.brackets and not (pair.second == pair.joined + 1 and self._has_object(tokens, pair)):
            alike = {is_time(tokens[at]) for at in pair.rest if self._is_circumstance(tokens, at)}
            own = {at for at in own if is_time(tokens[at]) in alike}
        elif self._has_object(tokens, pair):
            own = {at for at in pair.own if tokens[at].content or tokens[at].entities}
        return own | {pair.first}

    def _has_object(self, tokens: Sequence[Token], pair: Pair) -> bool:
        """Whether an article, a number or a name stands right behind the second deed: "and built a pool"."""
        behind = [tokens[at] for at in pair.rest if at > pair.second][:1]
        articles = (self._grammar.definite | self._grammar.words.indefinite) - self._grammar.words.ties
        bare = self._grammar.words.owner_endings and any(one.content and is_plain(one) for one in behind)
        if bare and self._has_doer(tokens, pair.first):
            return True  # "І позичив плуг", "și a predat trofeul".
        return any(one.folded in articles or one.value is not None or one.entities for one in behind)

    def _is_circumstance(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if not token.content:
            return False
        return is_time(token) or self._grammar.is_tied(tokens, at, objects=False)


def _end_of_condition(tokens: Sequence[Token], end: int) -> int:
    """Where the clause ends that a deed before it depends on: "opened an inquiry and could sue | if it finds more"."""
    if end == len(tokens) or COND not in tokens[end].signs:
        return end
    return places_in(tokens, tokens[end].clause)[-1] + 1


def _without(aligned: Aligned, left: set[int], pair: Pair) -> Aligned:
    """A claim beside a sentence without some words; what helps the first of two deeds helps the second."""
    told = aligned.told
    kept = [at for at in range(len(told.tokens)) if at not in left]
    tokens = [told.tokens[at] for at in kept]
    if told.tokens[pair.second].before == told.tokens[pair.joined].folded and pair.second in kept:
        at = kept.index(pair.second)
        tokens[at] = replace(tokens[at], before=tokens[at - 1].folded if at else "")
    quoted = [told.quoted[at] for at in kept]
    cut = replace(told, clauses=replace(told.clauses, tokens=tokens), quoted=quoted, named={}, _places={})
    cut.place()
    return Aligned(cut, aligned.tokens, [None if place is None else kept.index(place) for place in aligned.places])


def is_gapped(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a clause of which the claim takes nothing only denies it of another thing: "..., but not the yard"."""
    tokens = aligned.told.tokens
    if tokens[at].folded in grammar.words.ties and _is_without(aligned, at, grammar):
        return True
    if tokens[at - 1].folded not in grammar.words.joins or tokens[at - 1].clause != tokens[at].clause:
        return False
    inside = places_in(tokens, tokens[at].clause)
    behind = [tokens[place] for place in inside if place > at]
    if inside[0] != at - 1 or not aligned.matched.isdisjoint(inside) or not any(token.content for token in behind):
        return False
    return not any(token.mood or token.signs or token.folded in grammar.perfects for token in behind)


def _is_without(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a clause opens with a thing that is without another, both left out: "In the weeks without a library"."""
    tokens, inside = aligned.told.tokens, places_in(aligned.told.tokens, aligned.told.tokens[at].clause)
    said = [place for place in inside if tokens[place].content or place in aligned.matched]
    if len(said) < _OPENING or said[0] != at - 1 or said[1] < at or not aligned.matched.isdisjoint(said[:2]):
        return False
    noun = tokens[at - 1].text[0].isupper() if grammar.nouns else grammar.is_named(tokens[at - 1])
    led = noun and is_plain(tokens[at - 1]) and bool(grammar.tie_before(tokens, at - 1))
    return led and not aligned.matched.isdisjoint(said)
