"""Deeds that a sentence joins to one of somebody else: "Lorne beat Feston and reached the final", not Feston."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain
from bot.domain.claims.rules.named.placed import placed_elsewhere

# How many small words may stand between "and" and its verb: "et s'est qualifié", "și s-a calificat".
_SMALL = 3


def names_turned(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has a name in another place, or do another deed, than its sentence; "" where not."""
    return placed_elsewhere(aligned, grammar) or _done_by_first(aligned, grammar)


def _done_by_first(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has whom a deed is done to do what is joined to that deed; "" where not."""
    doer, here = (aligned.tokens[0], aligned.places[0]) if aligned.tokens else (None, None)
    if doer is None or not doer.entities or not here:
        return ""
    tokens, behind = aligned.told.tokens, [at for at in aligned.matched if at > here]
    if len(behind) + 1 != len(aligned.matched) or not behind:
        return ""
    small, first = grammar.words.joins & grammar.words.joining, min(behind)
    joint = [at for at in range(here + 1, first + 1) if tokens[at].folded in small]
    if not joint or tokens[first].clause > tokens[here].clause + 1 or not _opens_deed(tokens, joint[-1]):
        return ""
    return f"turns round who does what: {doer.text}" if _is_object(aligned, here, grammar) else ""


def _is_object(aligned: Aligned, here: int, grammar: Grammar) -> bool:
    """Whether a name stands behind another word, left out, that opens its clause, and behind what that does to it."""
    tokens, objects = aligned.told.tokens, grammar.words.objects
    inside = [at for at in range(here) if tokens[at].clause == tokens[here].clause and tokens[at].content]
    if len(inside) <= 1 or tokens[here].folded in grammar.words.subjects:
        return False
    first, verb = tokens[inside[0]], tokens[inside[-1]]
    if inside[0] in aligned.matched or not _is_no_time(first) or first.entities & tokens[here].entities:
        return False
    if not _is_deed(verb, tokens[here], grammar) or grammar.is_inflected(first):
        return False
    return {grammar.tie_before(tokens, inside[0]), grammar.tie_before(tokens, here)} <= objects | {""}


def _is_no_time(token: Token) -> bool:
    """Whether a word is neither a day nor a number."""
    return not token.dated and token.value is None


def _is_deed(verb: Token, name: Token, grammar: Grammar) -> bool:
    """Whether a word before a name may be what is done to them, and not what they are: "Rovers manager Ann Holm"."""
    if not is_plain(verb) or grammar.is_role(verb) or grammar.is_called(verb, name):
        return False
    return not grammar.words.free_order or verb.mood in FINITE


def _opens_deed(tokens: Sequence[Token], joint: int) -> bool:
    """Whether what "and" joins begins with a word that is neither a name nor a number."""
    near = [one for one in tokens[joint + 1 : joint + 1 + _SMALL] if one.content]
    return bool(near) and not near[0].entities and near[0].value is None and near[0].text[0].islower()
