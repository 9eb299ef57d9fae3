"""Clauses that tell what a speaker is beside the name, and those that go on behind: "..., the head, Ann Lee, said"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain

_CUE_WORDS = 3
# Words among which one stands that joins a clause: "criticised but".
_JOINED_WORDS = 2
_ASIDE = _HELPED = 2


def says_more(clauses: Clauses, clause: int) -> bool:
    """Whether a clause says more than a name."""
    for token in clauses.tokens:
        if token.clause == clause and ((token.content and not token.entities) or token.signs & SPEECH):
            return True
    return False


def describes_speaker(clauses: Clauses, clause: int, at: int, grammar: Grammar) -> bool:
    """Whether a clause at a place only tells what a speaker named beside it is: ", the head, Ann Lee, said"."""
    if clauses.openers[at] in grammar.words.joins | grammar.words.joining or not _opens_with_speech(clauses, clause):
        return False  # "..., but the head, Ann Lee, said."
    if {clauses.marks[at], clauses.marks[clause]} != {","}:
        return False
    if [token for token in clauses.tokens if token.clause == at and (token.mood in FINITE or token.signs)]:
        return False
    return not all(says_more(clauses, beside) for beside in {at - 1, at + 1} & set(range(1, clause)))


def _opens_with_speech(clauses: Clauses, clause: int) -> bool:
    """Whether a clause opens with a verb that says something, small words before it or none: "said", "l'a dit"."""
    opening = [token for token in clauses.tokens if token.clause == clause][:_CUE_WORDS]
    verb = next((token for token in opening if token.signs & SPEECH or token.content), None)
    return verb is not None and bool(verb.signs & SPEECH)


def beyond_aside(inside: Sequence[Token], marks: Sequence[str]) -> set[int]:
    """What an opening condition governs of which an aside parts the noun: "If the samples, taken in May, are clean".

    `inside` are the words of the first clause, `marks` those before all.
    """
    opens = bool(inside) and COND in inside[0].signs and marks[1:4] == [",", ",", ","]
    return {3} if opens and len([token for token in inside if token.content]) == 1 else set()


def is_joined_on(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause is joined to one that goes on behind an aside, and both open with what is done."""
    first = clause - 1
    if first < _ASIDE or told.clauses.openers[first - 1] not in grammar.relatives:
        return False
    deeds = all(opens_with_deed(told.tokens, one, grammar) for one in (first, clause))
    return deeds and is_joined(told, clause, grammar)


def is_joined(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether one of the first words of a clause joins it."""
    opening = [token.folded for token in told.tokens if token.clause == clause][:_JOINED_WORDS]
    return not grammar.words.joins.isdisjoint(opening)


def opens_with_deed(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether a clause says first what is done, and not who does it."""
    said = next((token for token in tokens if token.clause == clause and token.content), None)
    return said is not None and is_plain(said) and not grammar.is_named(said)


def only_describes(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a participle ends a clause behind its noun and only completes what a claim leaves out.

    "Detained three people suspected | that they had sold it": they were detained. So does one behind a noun that a
    preposition ties and a claim leaves out: "a échoué à cause d'un frein bloqué".
    """
    if _is_of_tied_noun(aligned, at, grammar):
        return True
    told, tokens, clause = aligned.told, aligned.told.tokens, aligned.told.tokens[at].clause
    ends = clause + 1 < len(told.clauses.openers) and tokens[at + 1].clause == clause + 1
    if not ends or told.clauses.openers[clause + 1] not in grammar.complements or not grammar.is_participle(tokens[at]):
        return False
    if any(tokens[place].clause == clause + 1 for place in aligned.matched):
        return False
    ahead = tokens[max(0, at - _HELPED) : at]
    helped = any(one.signs & {PASSIVE, IS, WAS} or one.folded in grammar.perfects for one in ahead)
    return not helped and (ahead[-1].content or ahead[-1].folded in grammar.words.light)


def _is_of_tied_noun(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a participle stands right behind a noun that is tied to something else and that a claim leaves out."""
    tokens, before = aligned.told.tokens, at - 1
    if not grammar.postposed or before < 1 or before in aligned.matched or not grammar.is_participle(tokens[at]):
        return False
    noun = tokens[before].content and tokens[before].clause == tokens[at].clause and is_plain(tokens[before])
    beyond = [place for place in aligned.matched if place > at and tokens[place].clause == tokens[at].clause]
    return noun and not beyond and grammar.is_tied(tokens, before)
