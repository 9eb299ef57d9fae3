"""Who is only told a thing, told as who says it: "Ann Lee was told that it closes", "ad Anna Lei è stato detto che"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, places_in
from bot.domain.claims.rules.heard.claimed import TELLING, Saying, is_given

_PASSIVE = SPEECH | {f"{GOVERNS}promise", f"{GOVERNS}warn"}
# How many letters of two forms of one word are the same.
_ALIKE = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_only_told(saying: Saying, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether who says a thing in a claim is in the sentence only told it, by nobody or by another."""
    tokens = aligned.told.tokens
    (who, place), first = saying.who[0], min(saying.said)
    inside = places_in(tokens, tokens[place].clause)
    verb = next((at for at in reversed(inside) if at < first and _is_told(tokens, at, grammar)), None)
    if verb is None or aligned.told.quoted[first] is not None or aligned.told.quoted[place] is not None:
        return False
    if any(tokens[at].signs & TELLING for at in range(verb + 1, first)) or _speaks_behind(aligned, first):
        return False
    form = saying.does and grammar.words.free_order and tokens[place].folded != who.folded
    if is_given(tokens, place, grammar) or (form and _is_form(tokens[place], who)):
        return True
    between = [tokens[at] for at in inside if place < at < verb]
    helped = next((at for at, token in enumerate(between) if PASSIVE in token.signs), None)
    said = tokens[verb].signs & _PASSIVE or tokens[verb].folded in grammar.words.special["informing"]
    if helped is None or not said or grammar.is_tied(tokens, place) or _is_source(tokens, place):
        return False
    apart = any(token.content and not token.dated for token in between[helped + 1 :])
    return grammar.brackets or not apart


def _is_told(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells that something is said or that somebody is informed."""
    token = tokens[at]
    if token.folded in grammar.words.special["informing"]:
        return True
    return bool(token.signs & TELLING) and SOURCE not in token.signs and not grammar.is_thing(tokens, at)


def _speaks_behind(aligned: Aligned, first: int) -> bool:
    """Whether somebody speaks in the last clause, behind all that is said: "..., Ann Lee said"."""
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    last = tokens[-1].clause
    inside = [one for one in tokens if one.clause == last]
    behind = last > tokens[first].clause and ";" not in marks[tokens[first].clause + 1 :]
    return behind and any(one.signs & TELLING for one in inside) and not any(NOT in one.signs for one in inside)


def _is_source(tokens: Sequence[Token], place: int) -> bool:
    near = [one for one in tokens[max(0, place - _ALIKE) : place] if one.clause == tokens[place].clause]
    return any(one.signs & {SOURCE, AGENT} for one in near)


def _is_form(token: Token, other: Token) -> bool:
    return token.folded[:_ALIKE] == other.folded[:_ALIKE]
