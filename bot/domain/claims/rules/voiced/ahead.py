"""Verbs that help a passive, which are verbs of what is to come besides: "wird übernommen", "буде відкрито"."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain

_FUTURE = f"{GOVERNS}future"
# The helping verb of a passive that is also one for what is to come.
DONE = {PASSIVE, _FUTURE}
# How many letters two forms of one verb begin with alike.
_ROOT_LETTERS = 4


def makes_passive(claim: Clauses, aligned: Aligned, verb: Token, grammar: Grammar) -> bool:
    """Whether a helping verb of a claim makes a passive, and the sentence tells the same deed for the same time."""
    if PASSIVE in verb.signs:
        return _is_passive(claim, verb, grammar)
    return bool(grammar.words.special["done_once"]) and _helps_ahead(aligned, verb, grammar)


def _is_passive(claim: Clauses, verb: Token, grammar: Grammar) -> bool:
    """Whether a helping verb for what is to come or is done to somebody stands with a participle: "wird gebaut"."""
    inside = [token for token in claim.tokens if token.clause == verb.clause]
    last = [token for token in inside if token.content][-1:] + inside[-1:]  # "Verantwortlich gemacht" is one word.
    if inside[-1] is not verb and inside[-1].signs >= DONE:
        return False  # "Wird abgehalten werden".
    agent = any(AGENT in token.signs for token in inside)  # "Wird vom Rat vertreten": as the infinitive is written.
    if agent and last[0].plain.startswith(grammar.words.inseparable or "\0"):
        return True
    return any(map(grammar.is_past_participle, last)) or _is_changed(last[0])


def _is_changed(token: Token) -> bool:
    """Whether a verb's form is a participle by another vowel than its infinitive's: "übernommen", "verboten"."""
    infinitives = {key.replace("~", "") for key in token.keys if "~" in key}
    return bool(infinitives) and token.plain not in infinitives


def _helps_ahead(aligned: Aligned, verb: Token, grammar: Grammar) -> bool:
    """Whether a participle behind "will be" is in the sentence a verb that by its form tells what is to come."""
    inside = ((token, place) for token, place in aligned.pairs if token.clause == verb.clause)
    return any(_is_form_ahead(token, aligned.told.tokens[place], grammar) for token, place in inside)


def is_done_ahead(token: Token, other: Token, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a participle is helped by "will be", and another form of its verb tells what is to come."""
    if token.mood != "past" or not grammar.words.special["done_once"] or not _is_form_ahead(token, other, grammar):
        return False
    return any(one.clause == token.clause and _FUTURE in one.signs for one in tokens)


def pairs_in_time(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Sequence[tuple[Token, int]]:
    """The pairs of words whose times may differ: not of a participle that "will be" helps and a verb to come."""
    if not grammar.words.special["done_once"]:
        return aligned.pairs
    told = aligned.told.tokens
    return [pair for pair in aligned.pairs if not is_done_ahead(pair[0], told[pair[1]], claim.tokens, grammar)]


def is_told_done_ahead(aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim's verb tells what is to come, and the sentence's is a participle helped by "will be"."""
    told = aligned.told.tokens
    return any(is_done_ahead(told[place], token, told, grammar) for token, place in aligned.pairs)


def _is_form_ahead(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a participle is of one verb with another form of it that tells what is to come: "змінено", "змінять"."""
    if token.mood != "past" or not is_plain(token) or token.plain[:_ROOT_LETTERS] != other.plain[:_ROOT_LETTERS]:
        return False
    once, often = (tuple(grammar.words.special[name]) for name in ("done_once", "done_often"))
    to_come = not other.mood and other.plain.endswith(once) and not other.plain.endswith(often)
    return (
        other.mood == "future" or to_come or _is_of_same(token.plain, other.plain, grammar.words.special["done_stems"])
    )


def _is_of_same(participle: str, verb: str, ends: Iterable[str]) -> bool:
    """Whether a verb has a participle's own stem, not the longer one of what is going on: "скасовано", "скасують"."""
    pairs = (one.split(":") for one in ends)
    return any(participle.endswith(end) and verb == participle.removesuffix(end) + other for end, other in pairs)
