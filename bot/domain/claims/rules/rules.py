"""The rules that speak against a claim whose words a sentence of the article has: each tells a fault, "" for none.

They hold for what the claim takes from the sentence: the clauses that its words come from, and those that govern them.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.meant.owners import owned_by_another
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.rules.apart import Apart
from bot.domain.claims.rules.belonging import Belonging
from bot.domain.claims.rules.counting.ago import lasts_otherwise, long_ago
from bot.domain.claims.rules.counting.held import held_once
from bot.domain.claims.rules.counting.ranges import one_end
from bot.domain.claims.rules.counting.ratios import counted_of_many, counts_other, of_share_beside
from bot.domain.claims.rules.counting.steps import step_counted
from bot.domain.claims.rules.cues.alike import other_noun
from bot.domain.claims.rules.cues.alleged import alleged_behind
from bot.domain.claims.rules.cues.denied import beyond_denied
from bot.domain.claims.rules.cues.disavowed import denies_deed, disavowed
from bot.domain.claims.rules.cues.either import left_open
from bot.domain.claims.rules.cues.excepted import without_exception
from bot.domain.claims.rules.cues.twice import said_of_the_other
from bot.domain.claims.rules.dealt.contents import done_to_whole
from bot.domain.claims.rules.dealt.crossing import crossed_objects
from bot.domain.claims.rules.dealt.lending import lent_by_borrower
from bot.domain.claims.rules.dealt.objects import done_to_tied
from bot.domain.claims.rules.dealt.parted import dealt_otherwise
from bot.domain.claims.rules.dealt.votes import votes_otherwise
from bot.domain.claims.rules.deeds.conjuncts import Conjuncts
from bot.domain.claims.rules.deeds.contrary import changed_side, corrected, undergone
from bot.domain.claims.rules.deeds.ended import aimed_at, moved_to_now, still
from bot.domain.claims.rules.deeds.ends import crossed_ties, put_behind, told_to
from bot.domain.claims.rules.deeds.exchanged import Exchanged
from bot.domain.claims.rules.deeds.meant import of_deed_noun, of_other_gender, of_pronoun
from bot.domain.claims.rules.deeds.modifiers import (
    attributed,
    described,
    of_a_part,
    of_described,
    of_joined_noun,
    of_participle,
)
from bot.domain.claims.rules.deeds.moved import Moved, crossed
from bot.domain.claims.rules.deeds.sequence import turned
from bot.domain.claims.rules.doers.agents import agent_of_another, owner_alone
from bot.domain.claims.rules.doers.lent import Lent
from bot.domain.claims.rules.doers.order import Order
from bot.domain.claims.rules.doers.recipients import ordered_for
from bot.domain.claims.rules.doers.undergone import Undergone
from bot.domain.claims.rules.doers.voices import Voices
from bot.domain.claims.rules.exchanging.exchanging import exchanged_parts
from bot.domain.claims.rules.exchanging.governing import only_led_to
from bot.domain.claims.rules.exchanging.grounds import ground_exchanged
from bot.domain.claims.rules.exchanging.led_apart import done_to_why
from bot.domain.claims.rules.exchanging.reason_nouns import other_reason
from bot.domain.claims.rules.exchanging.sole_doers import done_by_sole
from bot.domain.claims.rules.exchanging.whys import other_why
from bot.domain.claims.rules.given.asked import GIVEN, GIVEN_IN_CLIPPED, GIVEN_IN_HEADLINES
from bot.domain.claims.rules.given.complements import of_complement
from bot.domain.claims.rules.given.received import denied_besides
from bot.domain.claims.rules.governed import Governed
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.halved.halved import of_other_half_or_deed
from bot.domain.claims.rules.headed.clipped import is_clipped, is_told_in_full
from bot.domain.claims.rules.headed.headed import headed
from bot.domain.claims.rules.headed.renamed import doubled
from bot.domain.claims.rules.heard.heard import not_said_by
from bot.domain.claims.rules.joining.as_meant import without_as_meant
from bot.domain.claims.rules.joining.denials import denied_of_other_half
from bot.domain.claims.rules.joining.halves import exchanged_deeds, taken_of_later_half
from bot.domain.claims.rules.joining.inside import put_inside_other
from bot.domain.claims.rules.joining.measured import of_other_half
from bot.domain.claims.rules.joining.objects import done_by_object
from bot.domain.claims.rules.joining.opened import of_opening_participle
from bot.domain.claims.rules.joining.own_doers import of_own_doer
from bot.domain.claims.rules.joining.years import of_other_year
from bot.domain.claims.rules.kept.kept import lost
from bot.domain.claims.rules.meant.conditioned import of_condition
from bot.domain.claims.rules.meant.inflected import inflected_otherwise
from bot.domain.claims.rules.meant.pending import pending
from bot.domain.claims.rules.meant.purposes import only_aimed_at
from bot.domain.claims.rules.meant.restrictions import restricted
from bot.domain.claims.rules.meant.sole import sole_of_more
from bot.domain.claims.rules.meant.undecided import taken_as_decided
from bot.domain.claims.rules.meant.untried import denies_attempt
from bot.domain.claims.rules.meant.widened import widened
from bot.domain.claims.rules.mentioned import Mentioned
from bot.domain.claims.rules.named.ages import numbers_exchanged
from bot.domain.claims.rules.named.conjoined import names_turned
from bot.domain.claims.rules.named.exchanged import PUT, put_for_another
from bot.domain.claims.rules.named.segments import told_of_another
from bot.domain.claims.rules.named.somebody import done_by_somebody, in_place_of_somebody
from bot.domain.claims.rules.named.sources import of_place_told, source_exchanged
from bot.domain.claims.rules.named.ties import ties_exchanged
from bot.domain.claims.rules.named.topics import told_of_topic
from bot.domain.claims.rules.passing import Passing
from bot.domain.claims.rules.polarity import Polarity
from bot.domain.claims.rules.scope import Governing
from bot.domain.claims.rules.series.beyond import are_beyond
from bot.domain.claims.rules.series.counted import (
    counted_twice,
    counts_single,
    none_of_one,
    number_of_other_deed,
    part_of_other_things,
)
from bot.domain.claims.rules.series.first import first_of_next
from bot.domain.claims.rules.series.owned import had_already, stays_where_left
from bot.domain.claims.rules.series.partly import of_some_told_of_all
from bot.domain.claims.rules.series.repeated import told_too_often
from bot.domain.claims.rules.series.shares import of_other_of_two, part_as_whole
from bot.domain.claims.rules.series.sides import compared_turned
from bot.domain.claims.rules.series.since import so_since
from bot.domain.claims.rules.series.sums import part_of_sum
from bot.domain.claims.rules.series.timed import length_of_other_half, ordered_otherwise
from bot.domain.claims.rules.series.unconfirmed import confirmed
from bot.domain.claims.rules.sides.attached import attached_to_other
from bot.domain.claims.rules.sides.behalf import on_behalf_of_other
from bot.domain.claims.rules.sides.behind import does_behind
from bot.domain.claims.rules.sides.others import done_already, done_by_other, only_offered
from bot.domain.claims.rules.sides.slots import of_other_clause, of_other_deed
from bot.domain.claims.rules.speech import ANOTHER_SPEAKER, Speech
from bot.domain.claims.rules.stated.stated import of_another, stated_otherwise
from bot.domain.claims.rules.taken.each import each_as_doer
from bot.domain.claims.rules.taken.taken import taken_of_another
from bot.domain.claims.rules.times import Times
from bot.domain.claims.rules.turned.changes import changed, opposed_to
from bot.domain.claims.rules.turned.offices import body_for_former
from bot.domain.claims.rules.turned.parted import done_to_other_thing
from bot.domain.claims.rules.turned.seconds import done_to_second
from bot.domain.claims.rules.voiced.closing import said_by_somebody_inside
from bot.domain.claims.rules.voiced.subjects import subjects_exchanged
from bot.domain.claims.rules.wholes.displaced import displaced
from bot.domain.claims.rules.wholes.led import led_by_owned
from bot.domain.claims.rules.wholes.ones import of_one
from bot.domain.claims.rules.wholes.owned import owner_by_ending, said_to_own, tied_to_owned, told_of_owner
from bot.domain.claims.rules.wholes.parts import of_parts
from bot.domain.claims.rules.wholes.swapped import swapped
from bot.domain.claims.rules.widening import Degrees, Widening

# What contradicts a claim that has all of its words from a sentence, and what does so where the words are the same.
_CONTRADICTIONS = (
    "leaves out a denial", "leaves out that something is over", "leaves out of how many", "counts", "denies", "joins",
    "gives it to another", "says that something still is", "adds that it is all", "leaves out a limit", PUT,
)  # fmt: skip
_DOUBTS = ("leaves out", "adds", "turns", "tells", "says")
# How many words a helping verb may stand before its participle.
_HELPED = 3


class Rules:
    """The rules of one language."""

    def __init__(self, story: Story) -> None:
        grammar = story.once(Grammar)
        self._story = story
        self._scope = Governing(grammar)
        self._polarity = Polarity(grammar, self._scope)
        self._passing = Passing(grammar, self._scope)
        self._times = Times(grammar)
        self._governed = Governed(grammar, self._scope)
        self._mentioned = Mentioned(grammar)
        self._belonging = Belonging(grammar)
        self._apart = Apart(grammar)
        self._conjuncts = Conjuncts(grammar)
        self._grammar = grammar
        self._tills = grammar.words.till
        self._order = Order(grammar)
        self._lent = Lent(grammar)
        self._exchanged = Exchanged(grammar)
        self._moved = Moved(grammar)
        self._undergone = Undergone(grammar)
        self._speech = Speech(grammar)
        self._voices = Voices(grammar)
        self._widening = Widening(grammar)
        self._degrees = Degrees(grammar)

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Why what the claim takes from the sentence does not say it, "" when nothing speaks against it."""
        return next(filter(None, self._faults(claim, aligned)), "")

    def faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """All that speaks against it."""
        return filter(None, self._faults(claim, aligned))

    @staticmethod
    def is_sure(fault: str, aligned: Aligned) -> bool:
        """Whether a fault of a sentence that has all of a claim contradicts it, whatever other words the claim has.

        Where the claim has words of its own, what only seems less sure or turned round may be said otherwise.
        """
        if fault.startswith(_CONTRADICTIONS):
            return True
        own = all(
            token.entities or token.value is not None or token.stem == aligned.told.tokens[place].stem
            for token, place in aligned.pairs
        )
        return own and fault.startswith(_DOUBTS)

    def is_clipped(self, claim: Clauses) -> bool:
        """Whether a claim is a headline that may leave out articles and helping verbs."""
        return is_clipped(claim, self._grammar)

    def set_headline(self, claim: Clauses, *, headed: bool) -> None:
        """Tell a claim whether it is a headline, and whether it is told as headlines are and not as a sentence is."""
        claim.headline = claim.headed = headed
        claim.headline = headed and not is_told_in_full(claim, self._grammar)

    def copies_speech(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim repeats what the sentence quotes and does not say whose words they are."""
        return self._speech.copies(claim, aligned)

    def of_another_speaker(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether nothing else speaks against a claim before that it gives what somebody says to another."""
        told = self._speech.fault(claim, aligned, self._scope.scope(aligned))
        given = told == ANOTHER_SPEAKER or (not claim.headline and bool(self._speech.of_listener(claim, aligned)))
        return given and self.fault(claim, aligned) == ANOTHER_SPEAKER

    def of_other_clause(self, claim: Clauses, aligned: Aligned) -> str:
        """What a claim takes from a clause whose deed and doer it leaves out, or of one of several; "" for neither."""
        return of_other_clause(claim, aligned, self._grammar) or of_one(claim, aligned, self._grammar)

    def parted_fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Why a sentence does not say a claim that tells of one of its joined deeds, even without the other."""
        parted = self._conjuncts.parted(aligned)
        if parted is None:
            return "joins no deeds"
        return self._passing.fault(claim, aligned) or self.fault(claim, parted)

    def misplaced(self, claim: Clauses, aligned: Aligned) -> str:
        """Why numbers, names or deeds stand otherwise in the sentence, "" when they do not."""
        faults = (*self._belonging.faults(claim, aligned), *self._order.faults(claim, aligned))
        return next(filter(None, faults), "")

    def exchanged(self, claim: Clauses, aligned: Aligned) -> str:
        """Why a claim gives what one part of a sentence tells to whom another tells of, "" where it does not."""
        dealt = dealt_otherwise(aligned, self._grammar) or done_to_tied(claim, aligned, self._grammar)
        dealt = (
            dealt or of_other_half_or_deed(claim, aligned, self._grammar) or of_another(claim, aligned, self._grammar)
        )
        return dealt or exchanged_parts(claim, aligned, self._grammar) or lost(claim, aligned, self._grammar)

    def are_told_beyond(self, claim: Clauses, aligned: Aligned, other: Aligned, lost: Sequence[Token]) -> bool:
        """Whether words that a claim has not in `other` are nouns which may be told of what the rest is."""
        nouns = all(self.is_noun(claim, token, lost) for token in lost)
        return nouns and are_beyond(aligned, other, self._story)

    def is_noun(self, claim: Clauses, token: Token, lost: Sequence[Token]) -> bool:
        """Whether a word of a claim is a noun or a whole name, and neither opens its clause nor turns it."""
        if self._is_predicate(claim, token):
            return False
        opening = next((other for other in claim.tokens if other.clause == token.clause and other.content), token)
        if token.value is not None or token.dated or token.signs or token is opening:
            return False
        at = claim.tokens.index(token)
        if token.entities:
            tied = self._grammar.is_tied(claim.tokens, at)
            return tied and (not at or claim.tokens[at - 1] in lost or not claim.tokens[at - 1].content)
        return self._grammar.is_noun(claim.tokens, at)

    def _is_predicate(self, claim: Clauses, token: Token) -> bool:
        """Whether a claim tells what something is or, by a word that is a participle, what is done to it.

        "The firm owns the town", "the town owns the firm"; "mina a fost închisă": "a" is a preposition besides.
        """
        copulas, at = self._grammar.words.copulas, claim.tokens.index(token)
        if any(IS in other.signs or other.folded in copulas for other in claim.tokens):
            return True
        near = claim.tokens[max(0, at - _HELPED) : at] if self._grammar.is_participle(token) else []
        return any(PASSIVE in other.signs for other in near) and token.before not in self._grammar.definite

    def _meant(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against what a claim tells as done, as somebody wanted."""
        rest = None if claim.headline else without_as_meant(claim, aligned, self._grammar)
        if rest is not None:
            yield from self._polarity.faults(*rest, self._scope.scope(rest[1]))

    def _given(self, claim: Clauses, aligned: Aligned, *, clipped: bool) -> Iterator[str]:
        """What speaks against whose somebody is, who gives, who did what is thanked for, and who does two deeds."""
        asked = GIVEN_IN_CLIPPED if clipped else GIVEN_IN_HEADLINES if claim.headline else GIVEN
        return (rule(claim, aligned, self._grammar) for rule in asked)

    def _told_in_full(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        """What speaks against sentences, and against headlines that are told as these are."""
        if not claim.headline:
            yield owner_alone(claim, aligned, self._grammar) or owner_by_ending(claim, aligned, self._grammar)
            yield taken_of_another(claim, aligned, self._grammar) or without_exception(claim, aligned, self._grammar)
            yield of_some_told_of_all(claim, aligned, self._grammar)
        yield said_to_own(claim, aligned, self._grammar) or owned_by_another(claim, aligned, self._story)
        yield from self._lent.faults(claim, aligned)
        yield other_noun(aligned, self._grammar) or of_other_deed(claim, aligned, self._grammar)
        yield put_behind(aligned, self._grammar) or not_said_by(claim, aligned, self._grammar)
        yield from of_parts(claim, aligned, self._grammar)
        yield of_joined_noun(claim, aligned, self._grammar) or changed_side(claim, aligned, self._grammar)
        yield agent_of_another(claim, aligned, self._grammar) or tied_to_owned(claim, aligned, self._grammar)
        yield done_to_second(claim, aligned, self._grammar) or left_open(claim, aligned, self._grammar)

    # Complexity: each rule is a question of its own, and some are asked of sentences or of headlines alone.
    def _faults(self, claim: Clauses, aligned: Aligned) -> Iterator[str]:
        scope = self._scope.scope(aligned)
        yield crossed_objects(claim, aligned, self._grammar) or done_to_whole(claim, aligned, self._grammar)
        yield from chain(self._polarity.faults(claim, aligned, scope), self._meant(claim, aligned))
        yield of_other_half_or_deed(claim, aligned, self._grammar)
        yield done_to_other_thing(claim, aligned, self._grammar) or self._times.fault(claim, aligned)
        yield from self._governed.faults(claim, aligned)
        yield from self._mentioned.faults(claim, aligned)
        yield from self._belonging.faults(claim, aligned)
        yield from self._apart.faults(claim, aligned)
        yield self._conjuncts.fault(claim, aligned) or done_by_object(claim, aligned, self._grammar)
        yield from self._order.faults(claim, aligned)
        clipped = is_clipped(claim, self._grammar)
        yield from () if clipped else self._told_in_full(claim, aligned)
        yield lasts_otherwise(aligned, self._grammar) or long_ago(claim, aligned, self._grammar)
        yield (
            of_share_beside(claim, aligned, self._grammar)
            or counted_of_many(claim, aligned, self._grammar)
            or step_counted(claim, aligned, self._grammar)
        )
        yield attributed(claim, aligned, self._grammar) or counts_other(claim, aligned, self._grammar)
        yield said_of_the_other(aligned, self._grammar) or beyond_denied(claim, aligned) or crossed(aligned)
        yield held_once(claim, aligned, self._grammar) or denies_attempt(claim, aligned)
        yield disavowed(claim, aligned, self._grammar) or denies_deed(claim, aligned, self._grammar)
        yield self._speech.of_listener(claim, aligned) or told_to(claim, aligned, self._grammar)
        yield ordered_for(claim, aligned, self._grammar) or only_offered(claim, aligned, self._grammar)
        yield told_of_another(claim, aligned, self._grammar) or crossed_ties(claim, aligned, self._grammar)
        yield described(aligned, self._grammar) or of_a_part(aligned, self._grammar)
        yield of_described(claim, aligned, self._grammar) or of_other_year(claim, aligned, self._grammar)
        yield from chain(pending(claim, aligned, self._grammar), self._given(claim, aligned, clipped=clipped))
        yield from (
            inflected_otherwise(claim, aligned, self._grammar) or done_already(claim, aligned, self._grammar),
            done_by_other(claim, aligned, self._grammar) or led_by_owned(aligned, self._grammar),
            displaced(claim, aligned, self._grammar) or ties_exchanged(claim, aligned, self._grammar),
            swapped(claim, aligned, self._grammar) or of_other_half(claim, aligned, self._grammar),
            each_as_doer(claim, aligned, self._grammar) or of_opening_participle(aligned, self._grammar),
            put_inside_other(claim, aligned, self._grammar) or told_of_topic(claim, aligned, self._grammar),
            confirmed(claim, aligned, self._grammar) or so_since(claim, aligned, self._grammar),
            first_of_next(claim, aligned, self._grammar) or told_too_often(claim, aligned, self._grammar),
            numbers_exchanged(claim, aligned, self._grammar) or done_by_somebody(claim, aligned, self._grammar),
            of_own_doer(claim, aligned, self._grammar) or of_place_told(claim, aligned, self._grammar),
            source_exchanged(claim, aligned, self._grammar) or counts_single(claim, aligned, self._grammar),
            none_of_one(aligned, self._grammar) or number_of_other_deed(aligned) or counted_twice(aligned),
            part_of_sum(claim, aligned, self._grammar) or told_of_owner(claim, aligned, self._grammar),
            part_as_whole(claim, aligned, self._grammar) or of_other_of_two(claim, aligned, self._grammar),
            ordered_otherwise(claim, aligned, self._grammar) or length_of_other_half(claim, aligned, self._grammar),
            part_of_other_things(claim, aligned, self._grammar) or ground_exchanged(claim, aligned, self._grammar),
            compared_turned(claim, aligned, self._grammar) or stays_where_left(claim, aligned, self._grammar),
            had_already(claim, aligned, self._grammar) or one_end(claim, aligned, self._grammar),
            sole_of_more(claim, aligned, self._grammar) or in_place_of_somebody(claim, aligned, self._grammar),
            attached_to_other(claim, aligned, self._grammar) or on_behalf_of_other(claim, aligned, self._grammar),
            taken_of_later_half(aligned, self._grammar) or exchanged_deeds(aligned),
            denied_of_other_half(claim, aligned, self._grammar)
            or subjects_exchanged(claim, aligned, self._grammar)
            or said_by_somebody_inside(claim, aligned, self._grammar),
            done_to_tied(claim, aligned, self._grammar) or lent_by_borrower(claim, aligned, self._grammar),
            votes_otherwise(claim, aligned, self._grammar) or of_condition(claim, aligned, self._grammar),
            exchanged_parts(claim, aligned, self._grammar) or of_complement(claim, aligned, self._grammar),
        )
        yield self._passing.fault(claim, aligned) or self._passing.of_another(claim, aligned)
        yield of_other_gender(claim, aligned, self._grammar) or denied_besides(claim, aligned)
        yield (
            done_to_why(claim, aligned, self._grammar)
            or of_deed_noun(aligned, self._grammar)
            or of_pronoun(claim, aligned, self._grammar)
            or other_why(claim, aligned, self._grammar)
            or other_reason(claim, aligned, self._grammar)
            or done_by_sole(claim, aligned, self._grammar)
        )
        yield from changed(claim, aligned, self._grammar, clipped=clipped)
        yield from headed(claim, aligned, self._grammar) if claim.headed else ()
        yield from self._exchanged.faults(claim, aligned)
        yield (
            dealt_otherwise(aligned, self._grammar)
            or turned(claim, aligned, self._grammar)
            or names_turned(aligned, self._grammar)
            or doubled(aligned)
        )
        yield opposed_to(claim, aligned, self._grammar) or widened(claim, aligned, self._grammar)
        yield taken_as_decided(claim, aligned, self._grammar) or corrected(claim, aligned, self._grammar)
        yield of_participle(claim, aligned, self._grammar) if self._grammar.words.participles else ""
        yield undergone(claim, aligned, self._grammar) or body_for_former(claim, aligned, self._grammar)
        if not claim.headline and not self._tills.isdisjoint([token.folded for token in aligned.told.tokens]):
            yield still(claim, aligned, self._grammar)
        if not claim.headline:
            yield from (
                aimed_at(aligned, self._grammar) or only_aimed_at(claim, aligned, self._grammar),
                moved_to_now(claim, aligned, self._grammar) or restricted(claim, aligned, self._grammar),
            )
        yield self._moved.fault(claim, aligned) or only_led_to(claim, aligned, self._grammar)
        if aligned.told.tokens[-1].clause:
            yield alleged_behind(claim, aligned, self._grammar) or does_behind(aligned, self._grammar)
        yield self._voices.fault(claim, aligned) or self._voices.of_pronoun(claim, aligned)
        yield self._undergone.fault(claim, aligned) or self._widening.fault(claim, aligned)
        yield from chain(self._degrees.faults(claim, aligned), (lost(claim, aligned, self._grammar),))
        yield self._speech.fault(claim, aligned, scope) or put_for_another(claim, aligned, self._grammar)
        yield from () if clipped else stated_otherwise(claim, aligned, self._grammar)
