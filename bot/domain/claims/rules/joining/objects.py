"""What the first of two joined deeds is done to, told as who does the second: "she wears a collar and weighs a lot"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_plain, is_time, tells

# How many words a thing's article stands before it at most.
_LED = 3


def done_by_object(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a thing do what is joined to what is done to it, "" for nothing."""
    tokens, pairs = aligned.told.tokens, aligned.pairs[:2]
    if len(pairs) <= 1:
        return ""
    (doer, here), (verb, there) = pairs
    joins = grammar.words.joins & grammar.words.joining
    if there <= here + 1 or tokens[there - 1].folded not in joins or doer.clause != verb.clause:
        return ""
    if claim.headline or verb.before in joins or not is_plain(verb) or verb.value is not None:
        return ""  # "It left one dead and three hurt": "one dead and three hurt".
    same = tokens[there].folded == verb.folded and tokens[here].clause == tokens[there].clause
    if not same or doer.entities or doer.value is not None or tells(claim.tokens, PASSIVE):
        return ""
    return f"gives to another what is done: {doer.text}" if _is_done_to(tokens, here, grammar) else ""


def _is_done_to(tokens: Sequence[Token], here: int, grammar: Grammar) -> bool:
    """Whether a clause opens with who does something, which stands before a thing, and says nothing by it."""
    start = _led(tokens, here, grammar)
    led = start < here or grammar.words.free_order or bool(grammar.words.definite_endings)
    inside = [at for at in range(start) if tokens[at].clause == tokens[here].clause]
    subject = _subject(tokens, inside, grammar) if led else None
    between = [tokens[at] for at in inside if subject is not None and at > subject]
    if any(one.signs & SPEECH or governs(one) for one in between):
        return False
    return any(one.content or one.folded in grammar.perfects for one in between)


def _led(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Where the article of a noun stands that something is done to, its own place without one."""
    articles = (grammar.definite | grammar.words.indefinite) - grammar.words.ties
    near = range(at - 1, max(-1, at - 1 - _LED), -1)
    return next((place for place in near if tokens[place].folded in articles), at)


# Complexity: who opens a clause may be a pronoun, a name or a noun, each with a way out of its own.
def _subject(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> int | None:
    """Where who does the first deed ends, which opens the clause; None where that is not sure."""
    words = grammar.words
    small = words.subjects | words.anaphors | grammar.definite
    opening = [at for at in inside if not is_time(tokens[at]) and (tokens[at].content or tokens[at].folded in small)][
        :2
    ]
    first = tokens[opening[0]] if opening else None
    if first is None:
        return None
    if first.folded in words.subjects | words.anaphors and first.folded not in grammar.definite:
        return opening[0]
    if words.free_order or len(opening) < len("NP"):
        return None
    if first.entities and first.text[0].isupper():
        return max(at for at in inside if tokens[at].entities & first.entities)
    articles = (grammar.nominatives if grammar.brackets else grammar.definite) - words.ties
    return opening[1] if first.folded in articles and tokens[opening[1]].content else None
