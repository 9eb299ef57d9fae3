"""Clauses that tell what a speaker is beside the name, and those that go on behind: "..., the head, Ann Lee, said"."""

from collections.abc import Container, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain

_CUE_WORDS = 3
# Words among which one stands that joins a clause: "criticised but".
_JOINED_WORDS = 2
_ASIDE = _HELPED = _AGE_WORDS = 2


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


def apposed_to_name(told: Told, clause: int, noun: set[int], grammar: Grammar) -> set[int]:
    """The noun that a relative clause tells of, with the name that it is put beside: "Ann Lee, a teacher who ..."."""
    before = clause - 1
    inside = {at for at, token in enumerate(told.tokens) if token.clause == before}
    if noun.isdisjoint(inside) or not is_put_beside_name(told, before, grammar):
        return noun
    named = told.tokens[min(inside) - 1].entities
    return noun | inside | {at for at in range(min(inside)) if told.tokens[at].entities & named}


def is_put_beside_name(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause is a noun for people alone, put behind a name: "Ann Lee, | a teacher from Leeds | who ..."."""
    if clause < 1 or told.clauses.marks[clause] != ",":
        return False
    inside = [at for at, token in enumerate(told.tokens) if token.clause == clause]
    called = [at for at in inside if grammar.is_role(told.tokens[at])]
    opens = grammar.words.articles | grammar.words.indefinite
    if told.tokens[inside[0]].folded not in opens or not grammar.is_person(told.tokens[inside[0] - 1]):
        return False
    if not called or called[-1] - called[0] >= len(called):
        return False  # "Ann Lee, | a pupil of the teacher | who ...".
    behind = [told.tokens[at] for at in inside if at > called[-1]]
    return not any(one.mood in FINITE or any(map(grammar.is_surely_person, one.entities)) for one in behind)


def told_of_name(told: Told, at: int, grammar: Grammar) -> set[int]:
    """The relative clause that tells of a name by the noun put behind it, or none."""
    relative = told.tokens[at].clause + 2
    if relative >= len(told.clauses.openers) or told.clauses.openers[relative] not in grammar.relatives:
        return set()
    if not told.tokens[at].entities or not is_put_beside_name(told, relative - 1, grammar):
        return set()
    last = next(place for place, token in enumerate(told.tokens) if token.clause == relative - 1) - 1
    return {relative} if told.tokens[last].entities & told.tokens[at].entities else set()


def speaks_by_name(told: Told, verb: Token, grammar: Grammar) -> bool:
    """Whether a person's name stands right behind a comma before or after the clause of a verb that says something."""
    return _named_behind(told, verb, grammar) or _opens_behind_name(told, verb, grammar)


def _named_behind(told: Told, verb: Token, grammar: Grammar) -> bool:
    """Whether a person's name is all that follows who speaks behind a verb: "said the head of police, | Ann Lee"."""
    following = [token for token in told.tokens if token.clause == verb.clause + 1 and token.content]
    return bool(following) and all(map(grammar.is_person, following)) and told.clauses.marks[verb.clause + 1] == ","


def _opens_behind_name(told: Told, verb: Token, grammar: Grammar) -> bool:
    """Whether a verb opens its clause behind a person's name, put in or first: "its head, | Ann Lee, | said police"."""
    inside = [at for at, token in enumerate(told.tokens) if token.clause == verb.clause]
    if not verb.clause or told.tokens[inside[0]] is not verb or told.clauses.marks[verb.clause] != ",":
        return False
    home = verb.clause - 1 - (told.clauses.openers[verb.clause - 1] in grammar.relatives)
    before = [token for token in told.tokens if token.clause == home and token.content]
    return any(one and all(map(grammar.is_person, one)) for one in (before, told.tokens[:1]))


def tells_of_speaker(told: Told, verb: Token, clause: int, grammar: Grammar) -> bool:
    """Whether a relative clause tells of whom what follows a verb of speech names: "said Ann Lee, 63, who owns"."""
    words, marks = grammar.words, told.clauses.marks
    relative = grammar.relatives | words.twofold
    if marks[clause] != "," or told.clauses.openers[clause] not in relative or clause <= verb.clause:
        return False
    named = clause - 1
    while named > verb.clause and _tells_age(told, named, words.durations):
        named -= 1
    ends = [token for token in told.tokens if token.clause == named][-1]
    return bool(ends.entities) and not any(says_more(told.clauses, one) for one in range(verb.clause + 1, named + 1))


def _tells_age(told: Told, clause: int, durations: Container[str]) -> bool:
    """Whether a clause is a number and a word for time, or the number alone: "| 63 |", "| 63 anni |"."""
    said = [token for token in told.tokens if token.clause == clause and token.content]
    aged = bool(said) and said[0].value is not None and len(said) <= _AGE_WORDS
    return aged and all(token.folded in durations for token in said[1:])


def before_adjective(tokens: Sequence[Token], at: int, grammar: Grammar, *, titled: bool) -> int:
    """Where an adjective before a name's title begins, its own place without one: "of the | new minister Ann Lee".

    `titled` is whether the name has a title; a name alone stands behind an adjective with a genitive's article, and
    else behind what somebody is: "l'insegnante in pensione Carlo Neri".
    """
    if not titled and (at <= 1 or tokens[at - 2].folded not in grammar.genitives):
        return at
    token, before = tokens[at], tokens[at - 1]
    beside = at > 0 and before.clause == token.clause and before.content and is_plain(before)
    described = beside and bool(before.before) and before.mood not in FINITE and not grammar.is_role(before)
    return at - described
