"""Whether a verb behind a join stands for itself: "hopes for a school and has hired", "may have lied and left"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.cues.alleged import hedges_both
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, places_in

_TOLD = frozenset({"past", "future", "conditional"})


def have_done_both(tokens: Sequence[Token], at: int, joined: int, grammar: Grammar) -> bool:
    """Whether a governed verb tells of two deeds together, or joins a noun: "may have lied and destroyed files"."""
    having = grammar.words.special["having"]
    noun = grammar.nouns and tokens[joined].text[0].isupper()
    helped = noun or any(token.folded in having for token in tokens[at + 1 : joined])
    return helped or hedges_both(tokens, at, joined, grammar)


def stands_second(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb right behind a join cannot be an infinitive, which would end its clause: "und stimmt ab"."""
    last = places_in(tokens, tokens[place].clause)[-1]
    return grammar.brackets and tokens[place].text[0].islower() and place < last


def done_behind(tokens: Sequence[Token], place: int, grammar: Grammar) -> int | None:
    """Where the participle stands of which a verb at a place makes a past, in brackets at the end; None for none."""
    helping = tokens[place]
    if helping.folded not in grammar.perfects and (helping.content or helping.mood != "present"):
        return None
    at = places_in(tokens, helping.clause)[-1] if grammar.brackets else place + 1
    deed = tokens[at] if place < at < len(tokens) else None
    done = deed is not None and deed.content and (deed.mood == "past" or grammar.is_participle(deed))
    return at if done else None


def past_denial(tokens: Sequence[Token], place: int) -> int:
    """The place behind a word that only denies: "... and does not rule it out"."""
    denies = NOT in tokens[place].signs and not tokens[place].content
    return place + 1 if denies and place + 1 < len(tokens) else place


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_later_deed(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word is of a deed that "and" joins behind all that a claim takes: "was calm and told us what would".

    Of what governs that deed a claim has nothing.
    """
    tokens, clause = aligned.told.tokens, aligned.told.tokens[at].clause
    last = max((place for place in aligned.matched if tokens[place].clause == clause), default=at)
    if last >= at or grammar.brackets:
        return False  # "Wird kaufen und abreißen wollen": of both.
    behind = any(tokens[place].clause == clause + 1 for place in aligned.matched)
    if behind and not aligned.told.clauses.marks[clause + 1]:
        return False  # "Și vrea să vândă moara": what it governs.
    joins = grammar.words.joins & grammar.words.joining
    joined = next((place for place in range(last + 1, at) if tokens[place].folded in joins), at)
    if joined == at or not _is_told(tokens[joined + 1 : at + 1], grammar):
        return False
    governing = {token.folded for token in tokens[joined:] if token.signs and not token.content}
    return governing.isdisjoint([token.folded for token in claim.tokens])


def _is_told(behind: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the first of some words that says something is a finite verb, or helps one."""
    verb = next((token for token in behind if token.content or token.signs), behind[-1])
    told = verb.mood in _TOLD or verb.folded in grammar.perfects
    return told or bool(verb.signs & SPEECH) or governs(verb)


def contrasts(told: Told, clause: int, away: int, grammar: Grammar) -> bool:
    """Whether "but" joins a clause to one before what that governs: "thought | that A was so, | but found B"."""
    openers, marks, words = told.clauses.openers, told.clauses.marks, grammar.words
    if away <= clause + 1 or marks[away] != "," or openers[away] not in words.joins - words.joining:
        return False
    opening = [token.folded for token in told.tokens if token.clause == away][1:2]
    return grammar.complements.issuperset(openers[clause + 1 : away]) and grammar.complements.isdisjoint(opening)
