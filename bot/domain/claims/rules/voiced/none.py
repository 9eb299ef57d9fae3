"""A noun that a claim denies, where the sentence denies its verb: "no train runs", "trains do not run"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import Grammar


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denies_the_noun(
    said: Sequence[Token], aligned: Aligned, mine: AbstractSet[int], theirs: AbstractSet[int], grammar: Grammar
) -> bool:
    """Whether what a claim denies at some places of a sentence is a noun told there as not known, of a denied verb.

    Who does not close the school may close another: a noun told as known is not "no school".
    """
    told, words = aligned.told.tokens, grammar.words
    if words.free_order or len(mine) > 1 or len({told[at].clause for at in mine | theirs}) > 1:
        return False
    (place,) = mine
    noun = next(token for token, at in aligned.pairs if at == place)
    other, known = told[place], grammar.definite - words.indefinite
    if noun.before not in words.none or other.entities or other.before in known or grammar.tie_before(told, place):
        return False
    if words.definite_endings and other.plain.endswith(words.definite_endings):
        return False
    denied = [token for token, at in aligned.pairs if at in theirs]
    verbs = all(token.clause == noun.clause and not grammar.is_named(token) for token in denied)
    return verbs and sum(NOT in token.signs for token in said if token.clause == noun.clause) <= len("ab")
