"""Whose or from where somebody is, changed about: "a woman from Norham" for "a woman from Selby drowned at Norham"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, NOT, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, is_time

# A noun, what ties and its article.
_FAR = 3
# How far behind a verb of being what is so instead of what it denies stands.
_INSTEAD = 10


def attached_to_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that ties to a noun what the sentence ties to another, and has its own there."""
    ties = grammar.words.special["whose"]
    for at, token in enumerate(claim.tokens):
        if token.folded in ties and at and _is_moved(claim, aligned, at - 1, grammar):
            return f"says of {claim.tokens[at - 1].text} what the article says of another"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_moved(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether what a claim ties behind a noun stands elsewhere in the sentence, which ties something else there."""
    noun, tokens = claim.tokens[at], aligned.told.tokens
    mine = _tied_behind(claim.tokens, at, grammar) if is_plain(noun) and not noun.dated and noun.value is None else None
    there = next((place for token, place in aligned.pairs if mine is not None and token is claim.tokens[mine]), None)
    if governs(noun) or noun.mood in FINITE:
        return False
    if mine is None or there is None or not grammar.is_tied(tokens, there):
        return False  # What nothing ties does it: "Norva moves the production from Torp".
    nouns = [place for place, other in enumerate(tokens) if other.folded == noun.folded or other.stem == noun.stem]
    theirs = [_tied_behind(tokens, place, grammar) for place in nouns]
    tied = [one for one in theirs if one is not None]
    return (
        bool(tied)
        and len(tied) == len(nouns)
        and not _is_instead(tokens, nouns[0], there)
        and not any(_is_same(claim.tokens[mine], tokens, (one, there), grammar) for one in tied)
    )


def _is_instead(tokens: Sequence[Token], noun: int, there: int) -> bool:
    """Whether a word is what something is of instead of what is denied before it: "no es de su cliente sino de X"."""
    denied = noun and NOT in tokens[noun - 1].signs and bool(tokens[noun].signs & {IS, WAS})
    return bool(denied) and noun < there <= noun + _INSTEAD and tokens[there].clause <= tokens[noun].clause + 1


def _tied_behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the noun or name stands that is tied right behind a noun, None where none is."""
    token = tokens[at]
    behind = [place for place in range(at + 1, min(at + 1 + _FAR, len(tokens))) if tokens[place].clause == token.clause]
    tie = tokens[behind[0]] if behind else token
    if not behind or tie.folded not in grammar.words.special["whose"]:
        return None
    place = next((place for place in behind[1:] if tokens[place].content), None)
    free = place is not None and not is_time(tokens[place]) and tokens[place].value is None
    return place if free else None


def _is_same(token: Token, tokens: Sequence[Token], places: tuple[int, int], grammar: Grammar) -> bool:
    """Whether what a claim ties is what the sentence does there, or is tied to that in turn."""
    theirs, there = places
    own = tokens[theirs]
    known = own.before in grammar.definite | grammar.words.fused and not own.entities
    if theirs <= there <= theirs + _FAR or (known and token.entities):
        return True  # "The pool of the town" may be that of Selby.
    return bool(token.entities & own.entities) or not token.keys.isdisjoint(own.keys)
