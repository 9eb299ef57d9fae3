"""Numbers and times in an aside between commas: "two, aged 9 and 12, are", "the team, champions in 2019, was"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, is_time, places_in


def is_between(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether the clause behind a number is an aside without a verb.

    The claim takes the number and what goes on behind the aside, and nothing of that.
    """
    return _aside_behind(aligned, place, grammar) > 0


def places_behind(aligned: Aligned, place: int, grammar: Grammar) -> list[int]:
    """Where the words that say something stand behind a number, without those of such an aside."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause + 1
    put_in = aligned.told.clauses.marks[clause : clause + 2] == [",", ","]
    aside = _aside_behind(aligned, place, grammar) if put_in else -1
    return [at for at in range(place + 1, len(tokens)) if tokens[at].content and tokens[at].clause != aside]


def of_aside(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim takes of an aside without a verb for what stands beside it, "" where it takes nothing so.

    It has no more from it than a number, for the one before, or crosses it with what was done at another time.
    """
    told = aligned.told
    for token, place in [pair for pair in aligned.pairs if pair[0].value is not None and not pair[0].dated]:
        clause = told.tokens[place].clause
        if _is_of_another(aligned, place, grammar):
            return f"counts something else: {token.text}"
        if clause + 1 not in aligned.used or not _is_aside(told, clause, grammar):
            continue
        before = [at for at in places_in(told.tokens, clause - 1) if told.tokens[at].value is not None]
        mine = [at for at in aligned.matched if told.tokens[at].clause == clause]
        if before and mine == [place] and aligned.matched.isdisjoint(before):
            return f"counts something else: {token.text}"
    return _crossed(aligned, grammar)


def _is_of_another(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a number is alone behind a comma right behind a name, and a claim names others: "Ann Holt, 34, beat"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause
    if not clause or aligned.told.clauses.marks[clause] != ",":
        return False
    inside = places_in(tokens, clause)
    alone = all(at == place or tokens[at].folded in grammar.words.durations for at in inside)
    bearer = tokens[inside[0] - 1].entities if alone else frozenset[int]()
    named = frozenset[int]().union(*(token.entities for token in aligned.tokens))
    return bool(bearer and named) and bearer.isdisjoint(named)


def _crossed(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim takes of an aside that tells when somebody was something, for the deed behind it, or of that for it.

    "The team, champions in 2019, was dissolved in May" is neither "dissolved in 2019" nor "champions in May".
    """
    marks = aligned.told.clauses.marks
    asides = [clause for clause in sorted(aligned.used) if marks[clause : clause + 2] == [",", ","]]
    return next(filter(None, (_crossed_with(clause, aligned, grammar) for clause in asides)), "") if asides else ""


def _crossed_with(clause: int, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim takes so of one aside or for it, "" where nothing."""
    tokens, matched = aligned.told.tokens, aligned.matched
    inside = [at for at in places_in(tokens, clause) if tokens[at].content]
    times = [at for at in inside if is_time(tokens[at])]
    if not times or not _tells_what(aligned.told, inside, grammar):
        return ""
    taken = [at for at in inside if at in matched]
    if matched.issuperset(times) and len(taken) == len(times):
        return f"says when otherwise: {tokens[times[0]].text}"
    behind = _without_deed(aligned, clause + 1, grammar) if matched.isdisjoint(times) else []
    return f"joins {tokens[behind[0]].text} with what another belongs to: {tokens[taken[0]].text}" if behind else ""


def _tells_what(told: Told, inside: list[int], grammar: Grammar) -> bool:
    """Whether what an aside has to say opens with a noun that nothing ties to what stands before it."""
    first = told.tokens[inside[0]]
    deeds = [at for at in inside if _is_deed(told.tokens, at, grammar)]
    opens = told.clauses.openers[first.clause] not in grammar.words.ties | grammar.relatives
    return opens and is_plain(first) and not deeds and first.folded not in grammar.words.durations


def _without_deed(aligned: Aligned, clause: int, grammar: Grammar) -> list[int]:
    """What a claim takes of a clause whose deed it leaves out."""
    tokens = aligned.told.tokens
    inside = places_in(tokens, clause)
    taken = [at for at in inside if at in aligned.matched]
    deeds = [at for at in inside if _is_deed(tokens, at, grammar)]
    return taken if deeds and aligned.matched.isdisjoint(deeds) else []


def _is_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb, by its ending or by the verb before it that makes a passive; "last year" is a time."""
    beside = tokens[at - grammar.postposed : at + 2]
    if [1 for token in beside if token.folded in grammar.words.durations]:
        return False
    passive = at > 0 and PASSIVE in tokens[at - 1].signs and tokens[at].folded not in grammar.words.ties
    return passive or tokens[at].mood in FINITE or grammar.is_participle(tokens[at])


def _is_aside(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause stands between commas and has no verb or day, or opens with a participle: ", aged 9 and 12,"."""
    if told.clauses.marks[clause : clause + 2] != [",", ","]:
        return False
    inside = [token for token in told.tokens if token.clause == clause]
    described = grammar.is_participle(inside[0]) and len([token for token in inside if token.value is not None]) == 1
    return described or not [1 for token in inside if governs(token) or token.signs or token.dated]


def _aside_behind(aligned: Aligned, place: int, grammar: Grammar) -> int:
    """The clause of an aside behind the clause of a number, -1 where there is none or the claim takes of it."""
    clause = aligned.told.tokens[place].clause + 1
    taken = clause not in aligned.used and clause + 1 in aligned.used
    return clause if taken and _is_aside(aligned.told, clause, grammar) else -1
