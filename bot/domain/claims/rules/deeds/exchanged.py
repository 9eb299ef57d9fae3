"""Who does it in a claim and only belongs to what is done in the sentence, or the other way round."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import NEUTRAL, NOT, PASSIVE
from bot.domain.claims.rules.deeds.declined import Declined
from bot.domain.claims.rules.deeds.sequence import is_mirrored
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, places_in, tells

_GIVEN = "gives to another what is done"
_TIE_WORDS = 3
# How many words before a participle its helping verb stands.
_HELPING = 2
_DOER_DEED_AND_TIED = 3


class Exchanged:
    """Compares who does a thing in languages in which that stands before it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._declined = Declined(grammar)
        self._articles = grammar.definite - grammar.words.fused

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        if self._grammar.words.free_order:
            yield self._recased(claim, aligned)
            yield "" if claim.headline else self._of_place(claim, aligned)
            yield from self._declined.faults(claim, aligned)
            return
        if len(aligned.used) > 1:
            yield self._spoken_of(claim, aligned)
        if not claim.headline:
            yield self._of_place(claim, aligned)
        places = [place for _, place in aligned.pairs]
        if places == sorted(places) or claim.converse is not None:
            return
        if not claim.headline:
            yield self._untied(claim, aligned)
        if tells(claim.tokens, PASSIVE):
            yield self._undergone(claim, aligned)
            return
        yield self._complement(claim, aligned)
        if not claim.headline:
            yield self._crosswise(claim, aligned)
            yield self._swapped(claim, aligned)

    def _spoken_of(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and only says in the sentence that another does: "the union says the head left"."""
        told, (first, place) = aligned.told, aligned.pairs[0]
        home = told.tokens[place].clause
        speaks = any(token.signs & SPEECH or governs(token) for token in told.tokens if token.clause == home)
        tied = self._grammar.is_tied(claim.tokens, claim.tokens.index(first))
        if not speaks or tied or tells(claim.tokens, NEUTRAL) or not _may_do(first):
            return ""
        taken = [pair for pair in aligned.pairs_of(first.clause)[1:] if told.tokens[pair[1]].clause == home + 1]
        tokens = claim.tokens
        bound = (at for token, at in aligned.pairs if self._grammar.is_tied(tokens, tokens.index(token)))
        free = aligned.matched.difference(bound)  # "A third of the shops": in the claim they do nothing.
        given = any(self._has_own(told, home + 1, at, free) for _, at in taken)
        given = given and not self._grammar.are_nouns(tokens, taken, told.tokens)
        return f"{_GIVEN}: {first.text}" if given else ""

    def _has_own(self, told: Told, clause: int, at: int, matched: frozenset[int]) -> bool:
        """Whether a clause of what is said opens with a doer of its own, whom the claim leaves out."""
        if told.clauses.openers[clause] not in self._grammar.complements:
            return False
        own = next((place for place in places_in(told.tokens, clause) if told.tokens[place].content), at)
        between = told.tokens[own:at]
        if own >= at or own in matched or any(token.folded in self._grammar.words.joins for token in between):
            return False
        named = bool(told.tokens[own].entities) or self._grammar.is_named(told.tokens[own])
        return named and not self._is_prefixed(told, own) and not self._is_behind_verb(told, clause, own)

    @staticmethod
    def _is_behind_verb(told: Told, clause: int, own: int) -> bool:
        """Whether a verb that governs stands before a word of a relative clause: "the head, who rules out a strike"."""
        before = [place for place in places_in(told.tokens, clause) if place < own]
        relates = told.clauses.marks[clause] == ","
        return relates and any(governs(told.tokens[place]) for place in before)

    def _is_prefixed(self, told: Told, at: int) -> bool:
        """Whether a preposition stands before a word that opens its clause, or it tells when."""
        return self._grammar.is_tied(told.tokens, at) or told.tokens[at].dated or told.tokens[at].value is not None

    def _undergone(self, claim: Clauses, aligned: Aligned) -> str:
        """Whom a deed is done to in a claim and is done to another in the sentence: "the port was told to pay Holm"."""
        tokens, (first, place) = aligned.told.tokens, aligned.pairs[0]
        deed = next((at for token, at in aligned.pairs[1:] if token.clause == first.clause), place)
        if not _may_do(first) or deed >= place or tokens[deed].clause != tokens[place].clause:
            return ""
        if self._grammar.is_tied(claim.tokens, claim.tokens.index(first)):
            return ""
        return f"{_GIVEN}: {first.text}" if self._is_done_to_another(tokens, deed) else ""

    def _is_done_to_another(self, tokens: Sequence[Token], deed: int) -> bool:
        """Whether a helping verb of a passive stands right before a deed, and who undergoes that before both."""
        ahead = [at for at in places_in(tokens, tokens[deed].clause) if at < deed]
        helped = any(PASSIVE in tokens[at].signs for at in ahead[-_HELPING:])
        if tokens[deed].plain.endswith(self._grammar.words.infinitives or "\0"):
            return False  # "Está a investigar": what is going on.
        opening = next((at for at in ahead if tokens[at].content and not tokens[at].dated), None)
        another = helped and opening is not None and _may_do(tokens[opening])
        return another and not self._grammar.is_tied(tokens, opening or 0)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _complement(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and stands behind the deed in the sentence, where another does it.

        "The council rejected a plan for a market hall": the market hall rejected no plan.
        """
        told = aligned.told.tokens
        for deed, at in aligned.pairs:
            if not self._is_deed(deed, told[at]):
                continue
            beside = aligned.pairs_of(deed.clause)
            doer = next((pair for pair in beside if pair[0].start < deed.start and self._may_act(pair[0])), None)
            behind = [place for token, place in beside if self._is_object(claim, aligned, deed, (token, place))]
            if doer is None or not behind or not self._is_doer(claim.tokens, claim.tokens.index(doer[0])):
                continue
            ahead = self._grammar.brackets and not claim.headline and told[doer[1]].clause == told[at].clause
            if (doer[1] > at or ahead) and self._is_anothers(aligned.told, at, doer[1], aligned.matched):
                return f"{_GIVEN}: {doer[0].text}"
        return ""

    def _may_act(self, token: Token) -> bool:
        """Whether a word may name who does something, and no time: "two years ago the town lost it"."""
        return token.folded not in self._grammar.words.durations and _may_do(token)

    def _is_object(self, claim: Clauses, aligned: Aligned, deed: Token, pair: tuple[Token, int]) -> bool:
        """Whether a noun stands behind a deed with nothing that ties it: what the deed is done to."""
        (token, place), told = pair, aligned.told.tokens
        named = bool(token.entities) or self._grammar.is_thing(told, place) or self._grammar.nouns
        last = (
            self._grammar.nouns and token is not aligned.pairs[0][0] and token.text[0].isupper()
        )  # "Lässt eine Leitplanke bauen".
        behind = (token.start > deed.start or (last and token is not deed)) and _may_do(token) and named
        return behind and not self._grammar.is_tied(claim.tokens, claim.tokens.index(token), objects=False)

    def _is_deed(self, token: Token, other: Token) -> bool:
        """Whether a word tells a deed in both: it is small, and names no thing."""
        small = token.text[0].islower() and other.text[0].islower()
        return small and is_plain(token) and not self._grammar.is_named(token) and not self._grammar.is_named(other)

    # Complexity: where clauses end with their verbs, more stands before the deed.
    def _is_anothers(self, told: Told, at: int, where: int, matched: frozenset[int]) -> bool:
        """Whether a deed's clause opens with another doer, and whom the claim has for one is only tied behind it."""
        tokens = told.tokens
        before = [place for place in places_in(tokens, tokens[at].clause) if place < at]
        helped = places_in(tokens, tokens[at].clause) if self._grammar.brackets else before
        if tells([tokens[place] for place in helped], PASSIVE):
            return False
        first = next((place for place in before if tokens[place].content), None)
        apart = tokens[where].clause != tokens[at].clause
        if first is None:  # "The mayor, Ann Holm, called it wrong and recalled that the company ..."
            led = self._grammar.brackets and self._grammar.relates(told, tokens[at].clause, where)
            return apart and not led and any(token.content for token in tokens[:at])
        tied = self._tie(tokens, where) if where < at else self._grammar.is_tied(tokens, where)
        return first not in matched and self._is_doer(tokens, first) and (apart or bool(tied))

    def _is_doer(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a noun that opens its clause and that nothing ties: "Der Rat", with no genitive's "der"."""
        token = tokens[at]
        noun = token.entities or self._grammar.is_named(token) or token.text[0].isupper()
        opens = token.before in self._grammar.definite and not tokens[at - 1].before
        return bool(noun) and _may_do(token) and (opens or not self._grammar.is_tied(tokens, at))

    def _swapped(self, claim: Clauses, aligned: Aligned) -> str:
        """Two things of which each has the other's preposition: "sale of the yard to the group", "of … to the yard"."""
        tied: dict[tuple[str, str], Token] = {}
        for token, place in aligned.pairs:
            if token.value is None and not token.dated:
                mine, theirs = self._tie(claim.tokens, claim.tokens.index(token)), self._tie(aligned.told.tokens, place)
                other = tied.get((theirs, mine)) if mine and theirs and mine != theirs else None
                if other is not None and other.clause == token.clause:
                    return f"turns round who does what: {other.text}, {token.text}"
                tied[mine, theirs] = token
        return ""

    def _untied(self, claim: Clauses, aligned: Aligned) -> str:
        """Two objects of which the claim ties the other than the sentence does: "put the delay down to the rain"."""
        mine, theirs = claim.tokens, aligned.told.tokens
        loosened: list[tuple[Token, int, str]] = []
        for token, place in aligned.pairs[1:]:
            at = mine.index(token)
            tie, other = self._tie(mine, at), self._tie(theirs, place)
            if {tie, other} & self._grammar.words.partitives:
                continue
            if other and not tie:
                loosened.append((token, place, other[0]))
            elif tie and not other and self._grammar.is_noun(mine, at):
                turned = [one for one, where, first in loosened if where > place and first == tie[0]]
                if any(one.clause == token.clause for one in turned):
                    return f"turns round who does what: {turned[0].text}, {token.text}"
        return ""

    def _tie(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a noun and the words right before it, an article left out; "" where there is none."""
        clause = tokens[at].clause
        while at and tokens[at - 1].content and tokens[at - 1].clause == clause and not tokens[at - 1].dated:
            at -= 1
        while at and tokens[at - 1].folded in self._articles and tokens[at - 1].clause == clause:
            at -= 1
        before = tokens[at - 1] if at else None
        tie = before is not None and before.clause == clause and before.folded in self._grammar.words.ties
        return before.folded if before is not None and tie else ""

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _crosswise(self, claim: Clauses, aligned: Aligned) -> str:
        """Two of whom one does it and the other is tied to that, each in the other's place.

        "The court opened an inquiry, given to the police" tells of no inquiry that the police opened.
        """
        tokens, told, (doer, here) = claim.tokens, aligned.told, aligned.pairs[0]
        if len(aligned.pairs) < _DOER_DEED_AND_TIED or not _may_do(doer) or tells(told.tokens, PASSIVE):
            return ""
        opening = next((at for at, token in enumerate(told.tokens) if token.content and not token.dated), 0)
        other = next((token for token, place in aligned.pairs[1:] if place == opening and here > place), None)
        if other is None or self._grammar.is_tied(tokens, tokens.index(doer)):
            return ""
        if self._grammar.is_tied(told.tokens, opening) and self._stands_at_deed(aligned):
            return ""  # "Bis zum Ende der Saison leitet Berg das Team": the end does nothing.
        if not self._grammar.is_tied(told.tokens, here) or not self._grammar.is_tied(tokens, tokens.index(other)):
            return ""
        if self._grammar.nouns and told.tokens[here].before in self._grammar.words.special["has_what"]:
            return ""  # "Bei einer Kontrolle am Montag hatten Fachleute ...": who does it, behind its verb.
        mutual = self._is_mutual(claim, aligned, here, other)
        return "" if mutual else f"turns round who does what: {doer.text}, {other.text}"

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _of_place(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and stands in the sentence behind a preposition, where another stands at its verb.

        "Nach einem Streit im Rat hat die Stadt gekündigt", "Після суперечки в раді місто розірвало договір".
        """
        (doer, here), told, words = aligned.pairs[0], aligned.told.tokens, self._grammar.words
        if not (self._grammar.nouns or words.free_order) or not _may_do(doer) or doer.entities:
            return ""
        if tells(told, PASSIVE) or tells(claim.tokens, PASSIVE) or doer is not aligned.tokens[0]:
            return ""
        ties = (words.ties - self._grammar.definite) | words.fused
        opens = claim.tokens.index(doer) <= 1 and claim.tokens[0].folded not in ties
        if told[here].before not in ties or not opens:
            return ""
        deed = next(
            (at for token, at in aligned.pairs[1:] if is_plain(token) and token.value is None and at > here), None
        )
        if deed is None or told[deed].clause != told[here].clause:
            return ""
        inside = range(here + 1, deed + 1)
        verb = next((at for at in inside if told[at].folded in words.special["has_what"]), -1)
        at = verb + 1 if verb >= 0 else deed - 1
        at += verb >= 0 and told[at].folded in self._grammar.definite | words.articles
        other = told[at] if here < at < len(told) else None
        noun = other is not None and other.content and is_plain(other) and other.value is None and not other.dated
        free = noun and at not in aligned.matched and told[at].before not in ties
        shaped = free and (told[at].text[0].isupper() if self._grammar.nouns else verb < 0)
        return f"turns round who does what: {doer.text}" if shaped else ""

    def _stands_at_deed(self, aligned: Aligned) -> bool:
        """Whether nothing else stands between who opens a claim and its deed in the sentence, before or behind that."""
        (doer, here), tokens = aligned.pairs[0], aligned.told.tokens
        own = [place for token, place in aligned.pairs if token is doer or token.entities & doer.entities]
        deed = next((place for token, place in aligned.pairs if place not in own and is_plain(token)), None)
        if deed is None or tokens[deed].clause != tokens[here].clause or self._grammar.tie_before(tokens, here):
            return False
        between = range(min(deed, here) + 1, max(deed, here))
        return not [1 for at in between if tokens[at].content and not tokens[at].entities & tokens[here].entities]

    def _is_mutual(self, claim: Clauses, aligned: Aligned, here: int, token: Token) -> bool:
        """Whether a word for what two do to each other ties both, and it is a fact; also by "before" and "after"."""
        tokens, told = claim.tokens, aligned.told
        if is_mirrored(claim, aligned):
            return True
        ties = [_tie(told.tokens, here, self._grammar), _tie(tokens, tokens.index(token), self._grammar)]
        wished = any(NOT in other.signs or governs(other) for other in told.tokens)
        return not wished and ties[0] == ties[1]

    def _recased(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the sentence and has in the claim the ending of those to whom it is done."""
        words = self._grammar.words
        if not words.doing_endings or tells(claim.tokens, PASSIVE):
            return ""
        tokens = aligned.told.tokens
        told = [one.plain for at, one in enumerate(tokens) if one.content and not self._is_apposed(tokens, at)]
        alone = self._has_case(claim, aligned, told, words.doing_alone, words.done_alone)
        return alone or self._has_case(claim, aligned, told, words.doing_endings, words.done_endings)

    def _is_apposed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is of the name of a thing or place behind a noun for it, where names have no cases."""
        entities, first = tokens[at].entities, at
        if not entities or any(map(self._grammar.is_surely_person, entities)):
            return False
        while first and tokens[first].entities & entities:
            first -= 1
        noun = tokens[first]
        return noun.clause == tokens[at].clause and noun.content and is_plain(noun) and noun.text[0].islower()

    def _has_case(
        self, claim: Clauses, aligned: Aligned, told: Sequence[str], doing: tuple[str, ...], done: tuple[str, ...]
    ) -> str:
        """A word beside a deed with an ending of `done`, which the sentence has with one of `doing` alone."""
        doers = {_less(word, doing) for word in told} - {_less(word, done) for word in told} - {""}
        deeds = {claim.tokens.index(token) for token, _ in aligned.pairs if is_plain(token)}
        for at, token in enumerate(claim.tokens):
            beside = bool({at - 1, at + 1} & deeds) and not self._grammar.is_tied(claim.tokens, at)
            counted = at > 0 and claim.tokens[at - 1].value is not None
            if beside and not counted and _less(token.plain, done) in doers:
                return f"turns round who does what: {token.text}"
        return ""


def _less(word: str, endings: tuple[str, ...]) -> str:
    """A word without one of some endings, "" where it has none of them."""
    return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), "")


def _tie(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    near = [token.folded for token in tokens[max(0, at - _TIE_WORDS) : at]]
    return next((word for word in reversed(near) if word in grammar.words.ties), "")


def _may_do(token: Token) -> bool:
    """Whether a word may name who does something."""
    return token.content and token.value is None and not token.dated and not token.signs & SPEECH
