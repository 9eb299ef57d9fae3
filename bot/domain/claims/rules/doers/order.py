"""Who does what to whom."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations, islice, pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AFTER, AGENT, BEFORE, CAUSE, LESS, MORE, PASSIVE
from bot.domain.claims.rules.dealt.leads import led_alike
from bot.domain.claims.rules.deeds.declined import have_same_cases, recased
from bot.domain.claims.rules.deeds.sequence import is_mirrored
from bot.domain.claims.rules.doers.agents import agent_beside, is_apposed, is_cased, taken_by
from bot.domain.claims.rules.doers.alone import counts_sum, does_as_pronoun, has_own_agent, is_in_name, miscounted
from bot.domain.claims.rules.doers.comparisons import Comparisons
from bot.domain.claims.rules.doers.doers import Doers
from bot.domain.claims.rules.doers.labile import Labile
from bot.domain.claims.rules.doers.lent import stands_beside, tied_otherwise
from bot.domain.claims.rules.doers.objects import (
    done_by,
    done_to,
    is_between,
    is_led,
    is_undergone,
    led_by_another,
    taken_up,
    undergoer_as_doer,
)
from bot.domain.claims.rules.doers.openings import (
    does_behind_relative,
    is_object_relative,
    is_source,
    speaker_of,
    told_as_time,
)
from bot.domain.claims.rules.doers.participles import participle, suffered, turned
from bot.domain.claims.rules.doers.recipients import (
    addressed,
    addressed_too,
    given,
    given_in_relative,
    oblique,
    only_called,
    receiving,
)
from bot.domain.claims.rules.doers.retold import Retold, resumed, resumes_earlier
from bot.domain.claims.rules.doers.voices import bracketed
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time, places_in, tells
from bot.domain.claims.rules.voiced.patients import patient_of

_BEHIND, _DOER_WORDS = 1.5, 4


class Order:
    """Compares the order in which things are told."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._doers = Doers(grammar)
        self._comparisons = Comparisons(grammar)
        self._retold = Retold(grammar)
        self._labile = Labile(grammar)

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against the claim, one after the other."""
        yield self._order(claim, aligned) if claim.converse is None else self._other_side(claim, aligned)
        yield from self._comparisons.faults(claim, aligned)

    def _order(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it to whom: who stands before and behind what is done does so in the sentence too."""
        mine = self._agent(claim.tokens) or self._bare_agent(aligned)
        theirs = self._agent(taken_by(aligned, self._grammar))
        if mine is not None:
            theirs = theirs and (agent_beside(mine, aligned, self._grammar) or theirs)
            alone = "" if theirs else turned(claim, aligned, self._grammar)  # "Salvati dal fiume": no doer.
            return self._passive(claim, (mine, theirs), aligned) or alone
        taken_up = self._retold.taken_up(claim, aligned) if self._grammar.words.resumed else None
        found = self._turned(claim, aligned, passive=theirs is not None) if taken_up is None else [taken_up]
        return next(filter(None, found), "")

    def _turned(self, claim: Clauses, aligned: Aligned, *, passive: bool) -> Iterator[str]:
        """What speaks against the order of a claim in the active; `passive` is whether the sentence is not."""
        yield "" if passive else self._reversed(claim, aligned)
        yield "" if passive else bracketed(claim, aligned, self._grammar)
        yield turned(claim, aligned, self._grammar) or suffered(claim, aligned, self._grammar)
        yield self._active(claim, aligned)
        yield oblique(claim, aligned, self._grammar)
        yield self._resumed(claim, aligned)
        yield self._retold.fault(claim, aligned)
        yield self._labile.fault(claim, aligned)
        yield self._recipient(claim, aligned)
        yield addressed(claim, aligned, self._grammar)
        yield "" if passive else receiving(claim, aligned, self._grammar)
        yield only_called(aligned, self._grammar)
        yield "" if passive else given(claim, aligned, self._grammar)
        yield self._doers.usurped(claim, aligned)
        if not claim.headline:
            yield addressed_too(claim, aligned, self._grammar) or (
                given_in_relative(claim, aligned, self._grammar) if aligned.told.clauses.openers[1:] else ""
            )
            yield led_by_another(claim, aligned, self._grammar)
            yield done_to(claim, aligned, self._grammar) or told_as_time(aligned, self._grammar)
            yield taken_up(claim, aligned, self._grammar)
        yield self._doers.of_another(claim, aligned)
        yield self._doers.of_relative(claim, aligned) or self._crossed(claim, aligned)
        yield recased(claim, aligned, self._grammar)
        yield "" if passive else self._swapped(claim, aligned)
        yield self._doers.grabbed(claim, aligned)
        yield miscounted(claim, aligned, self._grammar) if self._grammar.words.verb_numbers else ""

    def _reversed(self, claim: Clauses, aligned: Aligned) -> str:
        """Three words of one clause that stand the other way round in the sentence."""
        told = aligned.told
        place_of = {id(token): place for token, place in aligned.pairs}
        alone = participle(claim, self._grammar)
        led = {id(token) for done, doers in done_by(aligned, self._grammar) for token in (done, *doers)}
        for clause in {token.clause for token in aligned.tokens}:
            spoken = [] if claim.headline else speaker_of(claim, aligned, clause, self._grammar)
            pairs = [(token, self._stands(told, place)) for token, place in [*spoken, *aligned.pairs_of(clause)]]
            for (doer, here), (middle, there), (other, beyond) in combinations(pairs, 3):
                if not here > there > beyond or other is alone or id(told.tokens[place_of[id(doer)]]) in led:
                    continue
                if self._is_told_so(claim, aligned, (doer, middle, other), place_of):
                    continue
                if self._is_turned(claim, told, (doer, middle, other), place_of) and not is_mirrored(claim, aligned):
                    return f"turns round who does what: {doer.text}, {other.text}"
        return ""

    def _is_told_so(
        self, claim: Clauses, aligned: Aligned, words: tuple[Token, Token, Token], place_of: Mapping[int, int]
    ) -> bool:
        """Whether a sentence tells in another order what a claim does: "“We searched it”, Holm said"."""
        doer, _, other = words
        if other.dated and tells(claim.tokens, PASSIVE):
            return True  # "She was chosen on Monday": "on Monday the board chose her".
        if does_as_pronoun(aligned.told.tokens[place_of[id(other)]], other, self._grammar):
            return True  # "His motion the council will discuss": whose it is, nobody who does it.
        said = self._is_cue(aligned.told, place_of[id(doer)]) and is_undergone(claim, doer, other)
        return said or self._retold.is_same(claim, aligned, words, place_of) or is_led(claim, words, self._grammar)

    def _other_side(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and does the same in the sentence, though it tells of the deed's other side."""
        place_of = {id(token): place for token, place in aligned.pairs}
        subject, at = self._subject_before(claim), place_of.get(id(claim.tokens[claim.converse or 0]))
        if at is None or subject is None or tells(aligned.told.tokens, PASSIVE):
            return f"turns round who does what: {(subject or claim.tokens[0]).text}"
        place = place_of.get(id(subject))
        if tells(claim.tokens, PASSIVE):  # "Was bought by B": "A sold it to B", it and B behind the verb.
            places = (place, place_of.get(id(self._agent(claim.tokens))))
            right = all(where is not None and where > at for where in places)
        else:
            right = place is None or (place > at and stands_beside(subject, aligned, place, at, self._grammar))
        right = right and not tied_otherwise(claim, aligned, at, self._grammar)
        right = right and not _is_no_deed(aligned, at, self._grammar)
        return "" if right else f"turns round who does what: {subject.text}"

    def _subject_before(self, claim: Clauses) -> Token | None:
        """The nearest word before a claim's converse, or what helps it, that nothing ties, None without one."""
        end, helps = claim.converse or 0, self._grammar.perfects
        end = next((at for at in range(end) if claim.tokens[at].folded in helps), end)
        free = (at for at in range(end - 1, -1, -1) if not self._grammar.is_tied(claim.tokens, at))
        return next((claim.tokens[at] for at in free if claim.tokens[at].content), None)  # "X | hat das Boot gekauft".

    def _stands(self, told: Told, place: int) -> float:
        """Where a word counts as standing: a pronoun before its verb stands for whom it is done to."""
        token = told.tokens[place]
        return place + _BEHIND if token.entities and token.folded in self._grammar.words.clitics else place

    def _active(self, claim: Clauses, aligned: Aligned) -> str:
        """A claim in the active whose object does it in the sentence, which is told in the passive."""
        if self._grammar.words.free_order or tells(claim.tokens, PASSIVE):
            return undergoer_as_doer(claim, aligned, self._grammar)
        pairs = [(token, aligned.told.tokens[place]) for token, place in aligned.pairs]
        for done, doers in done_by(aligned, self._grammar):
            deed = next((token for token in claim.tokens if token.keys & done.keys), None)
            mine = next((token for token, other in pairs if any(other is doer for doer in doers)), None)
            if deed is None or mine is None or not self._is_object(claim, aligned, mine, deed):
                continue
            if does_behind_relative(claim, mine, deed, self._grammar):
                continue
            return f"turns round who does what: {mine.text}"
        return ""

    def _is_object(self, claim: Clauses, aligned: Aligned, mine: Token, deed: Token) -> bool:
        """Whether a word stands behind a deed that somebody else does, with no preposition before it."""
        subject = next(token for token in aligned.tokens if token.clause == mine.clause)
        if deed.clause != mine.clause or subject is mine or subject.start > deed.start:
            return False
        if mine.start < deed.start:
            return self._grammar.brackets and not self._grammar.is_tied(claim.tokens, claim.tokens.index(mine))
        between = claim.tokens[claim.tokens.index(deed) + 1 : claim.tokens.index(mine)]
        ties = self._grammar.words.ties - self._grammar.words.objects  # "Despidió a Ana."
        timed = [at + 1 for at, one in enumerate(between) if is_time(one)] or [0]
        return not [1 for token in between[timed[-1] :] if token.folded in ties]

    def _swapped(self, claim: Clauses, aligned: Aligned) -> str:
        """Two people of one clause who stand the other way round than in the sentence, neither as its speaker."""
        told = aligned.told
        if self._grammar.words.free_order:
            return ""
        named = [(token, place) for token, place in aligned.pairs if token.entities and self._grammar.is_person(token)]
        for (one, here), (other, there) in pairwise(named):
            if one.entities & other.entities or one.clause != other.clause or here < there:
                continue
            clitic = told.tokens[there].folded in self._grammar.words.clitics  # "Lo sustituirá Zubiri": done to him.
            if clitic or self._is_cue(told, here) or self._is_cue(told, there):
                continue
            ties = [
                self._grammar.is_tied(claim.tokens, claim.tokens.index(token))
                and self._grammar.is_tied(told.tokens, place)
                for token, place in ((one, here), (other, there))
            ]
            if not any(ties):
                return f"turns round who does what: {one.text}, {other.text}"
        return ""

    def _crossed(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and is tied in the sentence, where who does it there is tied so in the claim.

        "The club asks for a talk with the mayor": "the mayor asks for a talk with the club".
        """
        if not aligned.pairs:
            return ""
        (one, here), tokens = aligned.pairs[0], aligned.told.tokens
        if aligned.pairs[-1][1] >= here or self._grammar.words.free_order or one.dated or one.value is not None:
            return ""
        tie = self._grammar.tie_before(tokens, here)
        if not tie or tells(claim.tokens, PASSIVE) or self._grammar.tie_before(claim.tokens, claim.tokens.index(one)):
            return ""
        for other, there in aligned.pairs:
            same = (
                other.clause == one.clause and self._grammar.tie_before(claim.tokens, claim.tokens.index(other)) == tie
            )
            if same and there < here and not self._grammar.tie_before(tokens, there):
                return f"turns round who does what: {one.text}, {other.text}"
        return ""

    def _is_cue(self, told: Told, place: int) -> bool:
        """Whether a name stands in a clause that tells who speaks."""
        return any(told.tokens[at].signs & SPEECH for at in places_in(told.tokens, told.tokens[place].clause))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_turned(
        self, claim: Clauses, told: Told, words: tuple[Token, Token, Token], place_of: Mapping[int, int]
    ) -> bool:
        """Whether three words stand the other way round than in the sentence, none of the outer two where it may."""
        first, middle, last = words
        if not is_between(claim, words, self._grammar) or first.folded in self._grammar.words.against:
            return False  # "Against it voted nine members."
        other = told.tokens[place_of[id(first)]]
        cased = is_cased(claim, told, (first, place_of[id(first)]), (last, place_of[id(last)]), self._grammar)
        if cased or other.folded in self._grammar.words.subjects or self._is_free(claim, first, other):
            return False  # "At the end of May", "Eine Antwort bekam er nicht": a pronoun that is always who does it.
        phrase = self._grammar.is_tied(claim.tokens, claim.tokens.index(first))
        phrase = phrase or self._is_in_phrase(claim, told, (middle, place_of[id(middle)]), (last, place_of[id(last)]))
        if phrase and other.clause != told.tokens[place_of[id(last)]].clause:
            return False  # A clause of its own, said in a phrase: "because the sight was bad", "for bad sight".
        for at, place in ((claim.tokens.index(token), place_of[id(token)]) for token in (first, last)):
            tied = self._grammar.is_tied(claim.tokens, at, objects=False) and self._grammar.is_tied(told.tokens, place)
            if tied or led_alike(claim.tokens, at, told.tokens, place, self._grammar):
                return False  # "Gracias a un análisis".
        if self._grammar.words.free_order:
            one, deeds, two = [(token, told.tokens[place_of[id(token)]]) for token in words]
            return not have_same_cases((one, two), deeds, claim.tokens, self._grammar)
        return True

    def _is_free(self, claim: Clauses, token: Token, other: Token) -> bool:
        """Whether a word is a day, a source or time that is not told as known: "una semana se aplazó el curso"."""
        long = token.folded in self._grammar.words.durations and token.before in self._grammar.words.articles
        return other.dated or long or is_source(claim.tokens, token)

    def _is_in_phrase(self, claim: Clauses, told: Told, deed: tuple[Token, int], doer: tuple[Token, int]) -> bool:
        """Whether a claim has a noun for a deed with its doer behind it: "in the crash of a lift", "a lift crashed"."""
        (noun, at), (owner, place), tokens = deed, doer, claim.tokens
        tie = self._grammar.tie_before(tokens, tokens.index(owner))
        same = told.tokens[at].clause == told.tokens[place].clause and tie in self._grammar.of_words
        return same and self._grammar.is_named(noun) and not self._grammar.is_named(told.tokens[at])

    def _resumed(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does it in the claim and is in the sentence whom it is done to, taken up by a pronoun: "la vio Ana"."""
        if not self._grammar.words.resumed or tells(claim.tokens, PASSIVE):
            return ""
        for clause in {token.clause for token in aligned.tokens}:
            (thing, place), *rest = aligned.pairs_of(clause) or [(aligned.tokens[0], -1)]
            if self._retold.is_resumed_by_another(claim, aligned, clause):
                return f"gives to another what is done: {thing.text}"
            deed, there = next(((token, at) for token, at in rest if is_plain(token)), (thing, -1))
            if there < 0 or resumed(aligned.told.tokens, place, there, self._grammar) is None:
                continue
            at = claim.tokens.index(thing)
            if resumes_earlier(aligned, clause, place, there, self._grammar):
                continue
            if resumed(claim.tokens, at, claim.tokens.index(deed), self._grammar) is None:
                return f"turns round who does what: {thing.text}"
        return ""

    def _recipient(self, claim: Clauses, aligned: Aligned) -> str:
        """Whom the claim has something done to, by a preposition, and who does it in the sentence: "sold it to Ann"."""
        for token, place in aligned.pairs:
            if not token.entities or token.before not in self._tying or not self._is_done_to(claim, token):
                continue
            subject = next(other for other in aligned.tokens if other.clause == token.clause)
            there = next(where for other, where in aligned.pairs if other is subject or other is token)
            done = there > place and not subject.entities & token.entities
            if done and self._opens(aligned.told, place) and subject.before not in self._tying - self._grammar.definite:
                return f"turns round who does what: {subject.text}"
        return ""

    def _is_done_to(self, claim: Clauses, token: Token) -> bool:
        """Whether a preposition has a person be whom something is done to, not who does or says it."""
        if not self._grammar.is_person(token):
            return False
        signs = next((other.signs for other in claim.tokens if other.folded == token.before), frozenset[str]())
        return not signs & (SPEECH | {AGENT, AFTER, BEFORE, CAUSE})

    @cached_property
    def _tying(self) -> frozenset[str]:
        return self._grammar.words.ties - self._grammar.of_words

    @staticmethod
    def _opens(told: Told, place: int) -> bool:
        """Whether a word is the first of its clause that says something."""
        clause = told.tokens[place].clause
        said = (at for at, other in enumerate(told.tokens) if other.content and other.clause == clause)
        return place == next(said, None)

    def _agent(self, tokens: list[Token]) -> Token | None:
        """Who does what a passive tells, None where nothing is told in the passive with who does it."""
        helping = next((at for at, token in enumerate(tokens) if PASSIVE in token.signs), None)
        if helping is None:
            return None
        found = list(self._led(tokens, helping))
        return next((doer for doer in found if doer.start > tokens[helping].start), found[0] if found else None)

    def _led(self, tokens: list[Token], helping: int) -> Iterator[Token]:
        """The words behind those that tell who does it, in the clause of a passive's helping verb."""
        for at, token in enumerate(tokens):
            same = token.clause == tokens[helping].clause and at != helping
            same = same and not counts_sum(tokens, at, self._grammar)
            same = same and not (at < helping and at and tokens[at - 1].entities)  # "Ann Holm von der Schule war ...".
            if same and AGENT in token.signs and not is_in_name(tokens, at, nouns=self._grammar.nouns):
                behind = (other for other in tokens[at + 1 :] if other.content and other.value is None)
                yield from islice((other for other in behind if not other.owner), 1)  # "By the firm's owner".

    def _bare_agent(self, aligned: Aligned) -> Token | None:
        """Who does what a participle alone tells, as headlines do: "budget rejected by members"."""
        for token in aligned.tokens:
            if token.value is not None or token.dated or token.before not in self._grammar.words.bare_agents:
                continue
            before = [other for other in aligned.tokens if other.start < token.start and other.clause == token.clause]
            done = before[-1] if len(before) > 1 else None
            if done is not None and is_plain(done) and done.text[0].islower() and not self._grammar.is_named(done):
                return token  # "An order by the governor" is no deed.
        return None

    def _passive(self, claim: Clauses, doers: tuple[Token, Token | None], aligned: Aligned) -> str:
        """What speaks against a claim in the passive: another does it, or who does it is whom it is done to."""
        mine, theirs = doers
        place = next((where for token, where in aligned.pairs if token is mine), None)
        if place is None:
            return ""
        if theirs is None and self._is_same_phrase(mine, aligned, place):
            return ""  # "Suspended for a month", in languages with one word for both.
        if theirs is not None:
            same = aligned.told.tokens[place] is theirs or bool(mine.entities & theirs.entities)
            same = same or is_apposed(aligned.told, theirs, place) or has_own_agent(mine, theirs, aligned, place)
            return "" if same else f"gives to another what is done: {mine.text}"
        return f"turns round who does what: {mine.text}" if self._stands_behind(claim, mine, aligned, place) else ""

    def _stands_behind(self, claim: Clauses, mine: Token, aligned: Aligned, place: int) -> bool:
        """Whether who does it in a claim stands in the sentence behind whom it is done to, which does not open it."""
        patient = patient_of(claim, mine, aligned, self._grammar, place)
        if is_object_relative(aligned.told, patient, place, self._grammar):
            return False
        return patient < place and not self._is_put_first(aligned, patient, place)

    def _is_put_first(self, aligned: Aligned, patient: int, doer: int) -> bool:
        """Whether the sentence opens with whom it is done to: "den Antrag hat der Rat abgelehnt", "la vio Ana"."""
        tokens, words = aligned.told.tokens, self._grammar.words
        if tokens[patient].before in words.accusative:
            return tokens[doer].before not in words.accusative
        between = range(patient + 1, doer)
        return any(resumed(tokens, patient, deed, self._grammar) is not None for deed in between)

    def _is_same_phrase(self, mine: Token, aligned: Aligned, place: int) -> bool:
        """Whether the word that may tell who does it ties the same words to something in the sentence."""
        tokens = aligned.told.tokens
        before = tokens[place - 1]
        named = mine.before in self._grammar.definite or (before.content and before.value is None)
        if mine.before and tokens[place].before == mine.before and not named:
            return True
        told = [one for one in tokens[max(0, place - _DOER_WORDS) : place] if one.clause == tokens[place].clause]
        return any(AGENT in token.signs for token in told) and not mine.entities


def _is_no_deed(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word is a preposition or compared, or a claim has it besides: "loses the medal that she won"."""
    told, word = aligned.told.tokens, aligned.told.tokens[at].folded
    compared = bool(told[max(at - 1, 0)].signs & {MORE, LESS})  # "Mai ridicat" is "higher".
    return compared or word in grammar.words.ties or (at, word) in [(to, one.folded) for one, to in aligned.pairs]
