"""A verb that a sentence has twice, once of now: "it once made paper; it now makes boxes" tells of no paper now."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in

# The fewest letters by which two forms of a verb are known.
_STEM = 5
_OF_THE_OTHER = "tells of now what was then"


def said_of_the_other(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has its verb's form from one clause and all else from another with the same verb, "" if not.

    The clause of its form tells another thing, which the claim has not.
    """
    tokens = aligned.told.tokens
    for token, place in aligned.pairs:
        for at in _twins(aligned, place) if is_plain(token) and not grammar.is_named(token) else ():
            form, other = (place, at) if token.folded == tokens[place].folded else (at, place)
            if token.folded == tokens[form].folded and _is_alone(aligned, form) and _takes_thing(aligned, other):
                return f"{_OF_THE_OTHER}: {token.text}"
    return ""


def _twins(aligned: Aligned, place: int) -> list[int]:
    """The places of other forms of a verb, in other clauses, that a claim does not take."""
    verb, tokens = aligned.told.tokens[place], enumerate(aligned.told.tokens)
    apart = ((at, one) for at, one in tokens if one.clause != verb.clause and one.plain[:1] == verb.plain[:1])
    return [at for at, one in apart if at not in aligned.matched and _is_twin(one, verb)]


def _is_twin(one: Token, verb: Token) -> bool:
    """Whether two words are forms of one verb, and not the same form."""
    same = one.stem == verb.stem or one.plain[:_STEM] == verb.plain[:_STEM]
    same = same or any("~" in key for key in one.keys & verb.keys)
    return same and one.content and one.folded != verb.folded


def _takes_thing(aligned: Aligned, verb: int) -> bool:
    """Whether a claim takes of a verb's clause more than who does it."""
    tokens: Sequence[Token] = aligned.told.tokens
    beside = [at for at in places_in(tokens, tokens[verb].clause) if at in aligned.matched and at != verb]
    things = [at for at in beside if tokens[at].content and tokens[at].value is None]
    return any(at > verb or not tokens[at].entities for at in things)


def _is_alone(aligned: Aligned, place: int) -> bool:
    """Whether a claim takes at most who does it of a clause that tells another thing behind its verb."""
    tokens: Sequence[Token] = aligned.told.tokens
    others = [at for at in places_in(tokens, tokens[place].clause) if at != place and tokens[at].content]
    things = [at for at in others if tokens[at].value is None]
    taken = [at for at in things if at in aligned.matched]
    return len(taken) <= 1 and any(at > place and at not in aligned.matched for at in things)
