"""What is only joked, told as if it were so, told to somebody or denied as news, told as a fact.

"Ann joked that she had bought the moon", "acts as if he had built it", "was told that her bank had closed".
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, places_in
from bot.domain.claims.rules.heard.claimed import TELLING, disputes, doubts, is_given

_NEAR = 3


def told_as_fact(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim tells as a fact what a sentence has somebody only joke, hear or deny, or act as if it were so."""
    own = {token.folded for token in claim.tokens}
    first = _as_if(aligned.told.tokens, grammar)
    if first and _takes_behind(aligned, first) and not _has_as_if(claim.tokens, grammar):
        return True
    if _tells(claim, grammar):
        return False
    jokes = grammar.words.special["joking"]
    told = aligned.told.tokens
    joke = next((at for at, token in enumerate(told) if token.folded in jokes and _is_cue(aligned, at, grammar)), None)
    if joke is not None and jokes.isdisjoint(own) and _takes_joked(aligned, joke, grammar):
        return True
    return _is_heard(aligned, grammar) or _is_denied_news(claim, aligned, grammar)


def _tells(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim has somebody say what stands in another of its clauses, or behind "according to"."""
    said = [token for token in claim.tokens if token.signs & TELLING and not grammar.is_role(token)]
    last = claim.tokens[-1].clause or any(token.folded in grammar.perfect_infinitives for token in claim.tokens)
    return any(SOURCE in token.signs or last for token in said)


def _is_cue(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word tells that what is said is a joke, and is no noun: not "called it a joke", but "im Scherz"."""
    tokens = aligned.told.tokens
    noun = grammar.is_thing(tokens, at) and not (grammar.nouns and tokens[at].before in grammar.words.ties)
    return aligned.told.quoted[at] is None and not noun


def _takes_joked(aligned: Aligned, joke: int, grammar: Grammar) -> bool:
    """Whether a claim takes what stands behind a joke, in another clause or in an infinitive."""
    tokens = aligned.told.tokens
    behind = [at for at in aligned.matched if at > joke and not tokens[at].entities]
    infinitives = [at for at in range(joke, len(tokens)) if tokens[at].folded in grammar.perfect_infinitives]
    done = infinitives[0] if infinitives else len(tokens)
    return any(tokens[at].clause > tokens[joke].clause or at > done for at in behind)


def _has_as_if(tokens: Sequence[Token], grammar: Grammar) -> bool:
    phrases = grammar.words.special["as_so"]
    return any(token.folded in phrases for token in tokens) or _as_if(tokens, grammar) > 0


def _as_if(tokens: Sequence[Token], grammar: Grammar) -> int:
    """Where something stands that is told as if it were so, 0 for nothing: behind "as if", "als hätte"."""
    phrases = grammar.words.special["as_so"]
    if not phrases:
        return 0
    for at, (token, behind) in enumerate(pairwise(tokens)):
        if at and (token.folded in phrases or f"{token.folded}-{behind.folded}" in phrases):
            return at
    return 0


def _takes_behind(aligned: Aligned, first: int) -> bool:
    """Whether a claim takes what stands behind a place, up to the end of its clause, with no name alone."""
    tokens = aligned.told.tokens
    clause = tokens[first + 1].clause
    taken = [at for at in aligned.matched if at > first and tokens[at].clause == clause]
    return any(not tokens[at].entities for at in taken)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_heard(aligned: Aligned, grammar: Grammar) -> bool:
    """Whether somebody is only told all that a claim tells: "was told that her bank closed"."""
    told, tokens = aligned.told, aligned.told.tokens
    for clause in range(len(told.clauses.openers) - 1):
        inside = places_in(tokens, clause)
        verb = next((at for at in inside if tokens[at].signs & SPEECH and not grammar.is_thing(tokens, at)), -1)
        if verb < 1 or told.clauses.openers[clause + 1] not in grammar.complements or clause + 1 not in aligned.used:
            continue
        between = [tokens[at] for at in inside if at < verb][-_NEAR:]
        helped = next((at for at, one in enumerate(between) if PASSIVE in one.signs), None)
        passive = helped is not None and not any(one.content and not one.dated for one in between[helped + 1 :])
        first = next((at for at in inside if tokens[at].content and not tokens[at].dated), verb)
        heard = first < verb and (passive or is_given(tokens, first, grammar))
        person = heard and (grammar.is_role(tokens[first]) or grammar.is_person(tokens[first]))
        if person and not any(NOT in tokens[at].signs for at in inside):
            return True
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_denied_news(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim tells what is denied behind something put in: "denied the news, printed in X, that C"."""
    told, tokens = aligned.told, aligned.told.tokens
    openers, marks = told.clauses.openers, told.clauses.marks
    if not aligned.used or doubts(claim, grammar):
        return False
    last = min(aligned.used)
    if _is_whereby(aligned, last, grammar):
        return True
    home = last - 2
    if home < 0 or openers[last] not in grammar.complements or marks[last - 1 : last + 1] != [",", ","]:
        return False
    inside = [tokens[at] for at in places_in(tokens, home)]
    denied = next((at for at, one in enumerate(inside) if disputes(one, grammar)), len(inside))
    aside = [tokens[at] for at in places_in(tokens, last - 1)]
    finite = any(one.mood in FINITE and not grammar.is_participle(one) for one in aside)
    return not finite and any(one.content for one in inside[denied + 1 :])


def _is_whereby(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a clause tells what is said in a thing that somebody denies: "denied an article according to which"."""
    told, tokens = aligned.told, aligned.told.tokens
    inside = places_in(tokens, clause)
    near = tokens[max(0, inside[0] - _NEAR) : inside[0] + _NEAR - 1]
    led = any(SOURCE in one.signs for one in near) and any(one.folded in grammar.relatives for one in near)
    led = led or told.clauses.openers[clause] in grammar.words.special["whereby"]
    return clause > 0 and led and any(disputes(one, grammar) for one in tokens if one.clause < clause)
