"""The rules against what changes places or its time in a claim."""

from collections.abc import Iterator

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.joining import SIDED
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.conditional.limits import unlimited
from bot.domain.claims.rules.conditional.sides import depends_otherwise
from bot.domain.claims.rules.counting.differences import told_as_whole, told_of_compared
from bot.domain.claims.rules.counting.superlatives import only_more
from bot.domain.claims.rules.counting.until import done_then
from bot.domain.claims.rules.dealt.counted_halves import counts_exchanged
from bot.domain.claims.rules.dealt.reasons import moved_to_clause
from bot.domain.claims.rules.deeds.contrary import contrary
from bot.domain.claims.rules.deeds.meant import of_antecedent, of_infinitive
from bot.domain.claims.rules.deeds.sequence import ranked
from bot.domain.claims.rules.doers.agents import agent_of_joined
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.sides.activated import activated
from bot.domain.claims.rules.sides.sides import sides_turned
from bot.domain.claims.rules.turned.aims import exchanged_with_aim
from bot.domain.claims.rules.turned.causes import (
    caused_its_cause,
    conceded,
    denied_cause,
    turned_cause,
)
from bot.domain.claims.rules.turned.contraries import contrary_form
from bot.domain.claims.rules.turned.foretold import foretold, had_already, only_announced
from bot.domain.claims.rules.turned.freed import did_what_freed_of
from bot.domain.claims.rules.turned.impersonal import done_by_nobody, done_by_teller, known_by_nobody
from bot.domain.claims.rules.turned.instead import done_instead, had_instead, not_instead
from bot.domain.claims.rules.turned.killers import killed_by
from bot.domain.claims.rules.turned.offices import given_up, office_left, office_over
from bot.domain.claims.rules.turned.ongoing import told_as_done
from bot.domain.claims.rules.turned.parted import dated_beyond, done_before, done_to_another
from bot.domain.claims.rules.turned.speakers import speakers_exchanged
from bot.domain.claims.rules.wholes.genders import man_for_woman
from bot.domain.claims.rules.wholes.parts import part_of_part


# Complexity: the conditions of one reading, each a cheap way out before the next.
def changed(claim: Clauses, aligned: Aligned, grammar: Grammar, *, clipped: bool) -> Iterator[str]:
    """What speaks against a claim, one after the other, "" for nothing.

    `clipped` is whether it is a headline that leaves out helping verbs: "Captain freed" does not say that he freed.
    """
    if not clipped:
        yield foretold(claim, aligned, grammar) or exchanged_with_aim(claim, aligned, grammar)
        yield of_infinitive(claim, aligned, grammar) or activated(claim, aligned, grammar)
        yield sides_turned(claim, aligned, grammar)
    yield only_announced(claim, aligned, grammar)
    yield had_already(claim, aligned, grammar)
    yield done_by_nobody(aligned, grammar) or known_by_nobody(claim, aligned, grammar)
    yield done_by_teller(claim, aligned, grammar) or done_before(claim, aligned, grammar)
    yield dated_beyond(aligned) or done_to_another(claim, aligned, grammar)
    yield of_antecedent(claim, aligned, grammar) or part_of_part(aligned)
    yield speakers_exchanged(claim, aligned, grammar)
    yield turned_cause(claim, aligned, grammar) or caused_its_cause(claim, aligned, grammar)
    yield denied_cause(claim, aligned)
    yield agent_of_joined(claim, aligned, grammar) or done_then(claim, aligned, grammar)
    yield office_over(claim, aligned, grammar) or office_left(claim, aligned, grammar)
    yield told_as_done(claim, aligned, grammar) or only_more(claim, aligned, grammar)
    yield told_as_whole(claim, aligned, grammar) or conceded(claim, aligned, grammar)
    yield told_of_compared(claim, aligned)
    found = man_for_woman(claim, aligned, grammar)
    found = found or depends_otherwise(claim, aligned, grammar) or unlimited(claim, aligned, grammar)
    yield found or _of_other_clause(claim, aligned, grammar)


def _of_other_clause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a day, a place or a number that a claim moves to another of its clauses, "" for nothing."""
    if not claim.tokens[-1].clause:
        return ""
    return moved_to_clause(claim, aligned, grammar) or counts_exchanged(claim, aligned)


# Complexity: each rule is asked only where its own words are met.
def opposed_to(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same for a headline too: who does the contrary, or kills, wins or is guilty in a claim alone."""
    words, told = grammar.words, aligned.told
    undoing = words.standing_in | words.special[SIDED] | (words.leaving if words.infinitives else words.standing_in)
    undone = [1 for token in told.tokens if token.stem in words.freeing or token.folded in undoing]
    found = contrary(aligned, grammar)
    if not found and (undone or (grammar.brackets and told.clauses.openers[1:])):
        found = _undone(claim, aligned, grammar)
    telling = (words.contraries, words.killing, words.in_place)
    if found or not [1 for token in claim.tokens for told_by in telling if token.folded in told_by]:
        return found
    found = contrary_form(claim, aligned, grammar) or killed_by(claim, aligned, grammar)
    return found or not_instead(claim, aligned, grammar)


def _undone(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what somebody is freed of, does not do or does not have; "" for nothing."""
    found = did_what_freed_of(claim, aligned, grammar) or done_instead(claim, aligned, grammar)
    found = found or ranked(claim, aligned, grammar)
    return found or had_instead(claim, aligned, grammar) or given_up(aligned, grammar)
