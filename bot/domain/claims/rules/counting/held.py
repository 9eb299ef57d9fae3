"""How many there were of something: nothing has 340 pupils now because it had them in 2010."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_year

# How many words may stand from a verb of having to its number, in a claim and in a sentence: "hatte die Schule 340".
_NEAR, _AHEAD = 3, 5


def held_once(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a claim says something has, "" where the sentence does not say that it had."""
    if _is_missing(claim, aligned, grammar):
        return f"says what is only missing: {claim.tokens[-1].text}"
    held = grammar.words.special["had"]
    for number, place in aligned.pairs if held else ():
        if number.value is None or number.dated or not _is_held(aligned.told.tokens, place, held):
            continue
        if _is_holding(claim.tokens, number, grammar) and not _is_reported(aligned.told.tokens, place):
            return f"says that something still is: {number.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_missing(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim says that something has what it lacks in the sentence: "lacks 14 nurses", "has 14 nurses"."""
    missing = grammar.words.special["missing"]
    clauses = {token.clause for token in aligned.told.tokens if token.folded in missing}
    if not clauses or not missing.isdisjoint([token.folded for token in claim.tokens]):
        return False
    holding, said = grammar.words.special["holding"], claim.tokens
    held = [at for at, token in enumerate(said) if token.folded in holding]
    if not held or not aligned.pairs or [1 for token in said if NOT in grammar.words.signs.get(token.folded, ())]:
        return False
    behind = range(held[0] + 1, len(said))
    if any(grammar.is_participle(said[at]) and not grammar.is_thing(said, at) for at in behind):
        return False  # "A traversé le canal".
    return aligned.told.tokens[aligned.pairs[-1][1]].clause in clauses


def _is_held(tokens: Sequence[Token], place: int, held: frozenset[str]) -> bool:
    """Whether a verb for having, in the past, stands before a number in its clause."""
    near = tokens[max(0, place - _AHEAD) : place]
    return any(token.folded in held and token.clause == tokens[place].clause for token in near)


def _is_holding(tokens: Sequence[Token], number: Token, grammar: Grammar) -> bool:
    """Whether such a verb in the present stands right before a number, with no participle: "has lost 340", "hat 340".

    What a claim dates may be told in the present.
    """
    inside = [token for token in tokens if token.clause == number.clause]
    at, holding = inside.index(number), grammar.words.special["holding"]
    ahead = inside[max(0, at - _NEAR) : at]
    verb = next((place for place, token in enumerate(ahead) if token.folded in holding), None)
    if verb is None or any(token.content for token in ahead[verb + 1 :]) or any(map(is_year, inside)):
        return False
    last = inside[-1]
    return not (grammar.brackets and last.text[0].islower() and grammar.is_participle(last))


def _is_reported(tokens: Sequence[Token], place: int) -> bool:
    """Whether somebody says so and no year is given: "she said the school had 340 pupils" tells of now."""
    dated = any(token.clause == tokens[place].clause and is_year(token) for token in tokens)
    return not dated and any(token.signs & SPEECH for token in tokens)
