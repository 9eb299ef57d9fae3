"""What goes on or is to come, told as done, where no ending tells it but the forms of each verb: "bouwt", "bouwde"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain

_NO_PAST = SPEECH | {PASSIVE, AGENT}
_FUTURE = f"{GOVERNS}future"
PRESENT, PAST, DONE = "present", "past", "done"
# The fewest letters of a verb's form without what it begins and ends with.
_LETTERS = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_in_other_time(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a verb of a claim that tells as done what its sentence does not, or the other way round."""
    words = grammar.words
    listed, ends = words.special["present_forms"], tuple(words.special["unfinished_ends"])
    if not (listed or ends) or claim.headline or any(one.signs & SPEECH for one in claim.tokens):
        return ""
    tokens = aligned.told.tokens
    for token, place in aligned.pairs:
        other = tokens[place]
        if (
            not _may_be_verb(token, grammar)
            or not _may_be_verb(other, grammar)
            or aligned.told.quoted[place] is not None
        ):
            continue
        if ends and _is_unfinished(token, other, ends) and not _is_no_past(tokens, other):
            return f"says when or how surely otherwise: {token.text}"
        mine, theirs = _time(claim.tokens, token, grammar), _time(tokens, other, grammar)
        if mine and theirs and (mine == PRESENT) != (theirs == PRESENT):
            return f"says when or how surely otherwise: {token.text}"
    return ""


def _is_unfinished(token: Token, other: Token, ends: tuple[str, ...]) -> bool:
    """Whether a verb's ending tells what goes on or is to come, and the sentence's is its past: "передасть"."""
    same = token.folded[: _LETTERS + 1] == other.folded[: _LETTERS + 1] or not token.keys.isdisjoint(other.keys)
    now = token.mood in {"", "present"} and token.folded.endswith(ends)
    return other.mood == "past" and same and now


def _is_no_past(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb's clause tells that it is to come, or its form is no past: "буде отримано", "led by", "said"."""
    if any(one.signs & _NO_PAST for one in tokens):
        return True
    return any(_FUTURE in one.signs for one in tokens if one.clause == verb.clause)


def _may_be_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word is neither a name nor a noun with its article, and neither tells of speech nor governs."""
    small = is_plain(token) and token.text[0].islower() and token.content
    return small and not (token.signs & SPEECH or governs(token) or grammar.is_named(token))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _time(tokens: Sequence[Token], token: Token, grammar: Grammar) -> str:
    """When a word of a clause tells that something is done, by its form or the verb that helps it; "" if none tells."""
    special, form = grammar.words.special, time_of(token.folded, grammar)
    inside = [one.folded for one in tokens if one.clause == token.clause]
    marked = token.before in grammar.words.infinitive_marks or not special["modal_forms"].isdisjoint(inside)
    if marked or form in {"", PRESENT, PAST}:
        return "" if marked else form
    if not special["present_helpers"].isdisjoint(inside):
        return PRESENT
    helped = grammar.perfects | special["past_helpers"]
    return DONE if any(one in helped or PASSIVE in grammar.words.signs.get(one, ()) for one in inside) else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def time_of(word: str, grammar: Grammar) -> str:
    """What a verb's form tells of its time: by lists for strong verbs, by its ending for others."""
    special, joint = grammar.words.special, grammar.words.participle_prefix
    rests = [
        word,
        *(word[cut:] for cut in range(1, len(word) - _LETTERS + 1) if word[:cut] in grammar.words.verb_prefixes),
    ]
    if any(rest.startswith(joint) and rest.endswith(grammar.words.prefixed_participles) for rest in rests):
        return DONE
    for rest in rests:
        if rest in special["present_forms"]:
            return PRESENT
        if rest in special["past_forms"]:
            return PAST
    if word.endswith(tuple(special["past_ends"])):
        return PAST
    inseparable = word.startswith(grammar.words.inseparable)
    if word.endswith(tuple(special["present_ends"])):
        return "" if inseparable else PRESENT
    return DONE if inseparable and word.endswith(grammar.words.prefixed_participles) else ""
