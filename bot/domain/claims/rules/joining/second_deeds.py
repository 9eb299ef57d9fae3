"""Whose a second deed is that is joined to another: "Ada Quinn thanked Tom Bell, but criticised the council"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import COND, IS, PASSIVE, WAS
from bot.domain.claims.rules.cues.apposed import is_joined, opens_with_deed
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in

_VERBS = {IS, WAS, PASSIVE}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def first_deed(told: Told, clause: int, grammar: Grammar) -> int:
    """The place of the deed to which a clause without a doer joins another, -1 where that is not sure.

    Its doer stands before it, and all behind it is whom or what it is done to, or tied to it.
    """
    if clause < 1 or not is_joined(told, clause, grammar) or not opens_with_deed(told.tokens, clause, grammar):
        return -1
    tokens, home = told.tokens, places_in(told.tokens, clause - 1)
    opening = tokens[home[0]]
    if opening.folded in grammar.words.joins:
        home = home[1:]
    elif COND in opening.signs or opening.folded in grammar.conjunctions:
        return -1
    if clause > 1 and opening.folded in grammar.relatives:
        return -1
    deed = _deed(tokens, home, grammar)
    if deed < 0 or any(_may_act(tokens, at, grammar) for at in home if at > deed):
        return -1
    return -1 if _has_doer(tokens, places_in(tokens, clause), grammar) else deed


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _deed(tokens: Sequence[Token], home: Sequence[int], grammar: Grammar) -> int:
    """The place of the first deed of a clause that opens with who does it, -1 where none is sure."""
    named = False
    for at in home:
        token = tokens[at]
        if token.entities:
            if not named and grammar.is_inflected(token):
                return -1
            named = True
        elif token.content and named:
            return at if is_plain(token) and not (grammar.nouns and token.text[0].isupper()) else -1
        elif at == home[0] and not token.content and token.folded not in grammar.definite:
            return -1
        elif token.mood in FINITE or token.signs & SPEECH or (token.content and token.before in grammar.perfects):
            return at
        elif grammar.nouns and token.content:
            named = token.text[0].isupper()  # "Der neue Rat dankte".
    return -1


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _may_act(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word behind a deed may be the verb of what somebody else does: "saw Tom fall", "said Tom was"."""
    token = tokens[at]
    if token.entities or token.dated or token.value is not None or grammar.is_named(token):
        return False
    if not token.content:
        return bool(token.signs & _VERBS) or token.folded in grammar.perfects - grammar.words.ties
    if governs(token) or token.mood in FINITE:
        return True
    return is_plain(token) and not grammar.nouns and not grammar.is_tied(tokens, at)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _has_doer(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> bool:
    """Whether a clause that opens with a deed may tell behind it who does it: "pero ganó Tomás"."""
    if any(tokens[at].entities and tokens[at].text[0].isupper() for at in inside):
        return True
    if not grammar.words.omits_subjects:
        return False
    spoken = [at for at in inside if tokens[at].content and tokens[at].before in grammar.definite]
    return len([at for at in spoken if not grammar.is_tied(tokens, at)]) > 1
