"""Numbers in an aside between commas, behind the number that the sentence is about: "two, aged 9 and 12, are"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.rules.grammar import governs, places_in


def is_between(aligned: Aligned, place: int) -> bool:
    """Whether the clause behind a number is an aside without a verb.

    The claim takes the number and what goes on behind the aside, and nothing of that.
    """
    return _aside_behind(aligned, place) > 0


def places_behind(aligned: Aligned, place: int) -> list[int]:
    """Where the words that say something stand behind a number, without those of such an aside."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause + 1
    put_in = aligned.told.clauses.marks[clause : clause + 2] == [",", ","]
    aside = _aside_behind(aligned, place) if put_in else -1
    return [at for at in range(place + 1, len(tokens)) if tokens[at].content and tokens[at].clause != aside]


def of_aside(aligned: Aligned) -> str:
    """Whether a claim has no more from an aside without a verb than a number, for the one before; "" where not."""
    told = aligned.told
    for token, place in [pair for pair in aligned.pairs if pair[0].value is not None and not pair[0].dated]:
        clause = told.tokens[place].clause
        if clause + 1 not in aligned.used or not _is_aside(told, clause):
            continue
        before = [at for at in places_in(told.tokens, clause - 1) if told.tokens[at].value is not None]
        mine = [at for at in aligned.matched if told.tokens[at].clause == clause]
        if before and mine == [place] and aligned.matched.isdisjoint(before):
            return f"counts something else: {token.text}"
    return ""


def _is_aside(told: Told, clause: int) -> bool:
    """Whether a clause stands between commas and has no verb or day: ", aged 9 and 12,"."""
    if told.clauses.marks[clause : clause + 2] != [",", ","]:
        return False
    inside = [token for token in told.tokens if token.clause == clause]
    return not [1 for token in inside if governs(token) or token.signs or token.dated]


def _aside_behind(aligned: Aligned, place: int) -> int:
    """The clause of an aside behind the clause of a number, -1 where there is none or the claim takes of it."""
    clause = aligned.told.tokens[place].clause + 1
    taken = clause not in aligned.used and clause + 1 in aligned.used
    return clause if taken and _is_aside(aligned.told, clause) else -1
