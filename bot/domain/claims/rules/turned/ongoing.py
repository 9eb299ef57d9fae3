"""What goes on, told as done: "a bridge is being built" for "a bridge was built"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS, Wording
from bot.domain.claims.rules.grammar import Grammar

# How many words before a verb those may stand that help it.
_HELPED = 4
# How many of them may stand from what marks that it goes on: "en train d'être construit".
_MARKED = 3


def told_as_done(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a deed done of which the sentence tells that it goes on, "" for nothing."""
    words, tokens = grammar.words, aligned.told.tokens
    offered = words.special["offered"]
    marks = words.ongoing | words.goings | words.stages | offered
    marked = [token for token in tokens if token.folded in marks or token.stem in words.processes]
    lasting = words.special["lasting"]
    found = _only_lasting(claim, aligned, grammar) if [token for token in tokens if token.folded in lasting] else ""
    found = found or (_only_offered(claim, aligned, words) if marked else "")
    if not found and marked and (marked[0].folded not in offered or marked[1:]):
        return _done_of_ongoing(claim, aligned, grammar)
    return found


def _done_of_ongoing(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same where a sentence has a word for what goes on."""
    words, tokens = grammar.words, aligned.told.tokens
    if not (words.ongoing | words.stages).isdisjoint([token.folded for token in claim.tokens]):
        return ""
    for token, place in aligned.pairs:
        if token.entities or token.value is not None or not _goes_on(tokens, place, grammar):
            continue
        if not token.plain.endswith(words.ongoing_endings) and _is_past(claim.tokens, token, grammar):
            return f"says that it has happened: {token.text}"
    return ""


def _only_lasting(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has done what a sentence tells only how long it takes: "will take a year"."""
    tokens, lasting = aligned.told.tokens, grammar.words.special["lasting"]
    for token, place in aligned.pairs:
        behind = [one for one in tokens[place + 1 :] if one.clause == tokens[place].clause and one.folded in lasting]
        if not behind or token.folded == tokens[place].folded or grammar.is_named(token):
            continue
        near = _before(claim.tokens, claim.tokens.index(token))
        done = _is_past(claim.tokens, token, grammar) or [one for one in near if one.signs == {PASSIVE}]  # "Wurde".
        if done and grammar.is_noun(tokens, place):
            return f"says that it has happened: {token.text}"
    return ""


def _only_offered(claim: Clauses, aligned: Aligned, words: Wording) -> str:
    """What speaks against a claim that has done what a sentence tells as offered: "is for sale", "was sold"."""
    offered, offering = words.special["offered"], words.special["offering"]
    for token, place in aligned.pairs:
        other = aligned.told.tokens[place]
        if other.folded not in offered or other.before not in offering or token.before == other.before:
            continue
        near = _before(claim.tokens, claim.tokens.index(token))
        helped = [
            1 for one in near if one.folded in words.perfects or (one.signs & {PASSIVE, WAS} and IS not in one.signs)
        ]
        if helped or token.mood == "past":
            return f"says that it has happened: {token.text}"
    return ""


def _goes_on(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb of a sentence has a word before it, or an ending behind a helping verb, for what goes on."""
    before, words = _before(tokens, at), grammar.words
    if any(other.folded in words.ongoing for other in before[-_MARKED:]):
        return True
    near = tokens[at].before in grammar.of_words | words.stages  # "In fase di revisione", "under repair".
    if near and any(other.folded in words.stages for other in before[-_MARKED:]):
        return True
    ends = tokens[at].plain.endswith(words.ongoing_endings or ("\0",))
    ends = ends and any(other.folded in words.goings for other in before)
    return ends or (tokens[at].stem in words.processes and _is_present(tokens, at, grammar))


def _is_present(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb stands in the present passive with since or until when: "est rénovée depuis mai"."""
    helping, words = tokens[at - 1] if at else tokens[at], grammar.words
    if not {IS, PASSIVE} <= helping.signs or helping.clause != tokens[at].clause:
        return False
    times = words.since | words.till | words.now
    return any(other.folded in times for other in tokens if other.clause == helping.clause)


def _is_past(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim tells a deed in the past."""
    before = _before(tokens, tokens.index(token))
    ends = grammar.words.participles or ("\0",)  # "È stato costruito".
    done = any(PASSIVE in other.signs and other.plain.endswith(ends) for other in before)
    helped = done or any(WAS in other.signs or other.folded in grammar.perfects for other in before)
    return helped or (token.mood == "past" and not any(IS in other.signs for other in before))


def _before(tokens: Sequence[Token], at: int) -> list[Token]:
    return [other for other in tokens[max(0, at - _HELPED) : at] if other.clause == tokens[at].clause]
