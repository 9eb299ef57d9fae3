"""Words that govern something and have nothing to do with what a claim takes.

reason      "could stop the sale because it owns the road": it owns the road
described   "officers hunting a suspect closed the bridge": officers closed the bridge
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.cues.apposed import only_describes
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in
from bot.domain.claims.rules.joining.finite import of_later_deed

# What may be or is to be, for a reason that is so whatever becomes of it.
_AHEAD = {f"{GOVERNS}{name}" for name in ("possible", "prevent", "future", "must", "should", "unreal", "plan")}
# How many words may open a clause that tells why, and among how many before a noun its article stands.
_OPENING, _LED = 2, 3
_HELPING = {IS, WAS, PASSIVE}


def is_unrelated(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word governs nothing of what a claim takes."""
    found = only_describes(aligned, at, grammar) or of_later_deed(claim, aligned, at, grammar)
    return found or _has_reason(aligned, at) or _describes_doer(aligned, at, grammar)


def _has_reason(aligned: Aligned, at: int) -> bool:
    """Whether a claim takes the reason of what may be, and from before it only who does it: "may sue, for it lost"."""
    told = aligned.told
    tokens, clause = told.tokens, told.tokens[at].clause
    if tokens[at].signs.isdisjoint(_AHEAD) or clause + 1 >= len(told.clauses.openers):
        return False
    inside, behind = places_in(tokens, clause), places_in(tokens, clause + 1)
    opening = [tokens[inside[-1]], *(tokens[place] for place in behind[:_OPENING])]
    if not [1 for one in opening if CAUSE in one.signs] or [1 for place in inside if NOT in tokens[place].signs]:
        return False
    mine = [place for place in aligned.matched if place < behind[0]]
    return _takes_first(tokens, [place for place in inside if place < at], mine) and len(mine) < len(aligned.matched)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _describes_doer(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word stands in what only tells of the doer, who stands before it and whose finite verb behind it."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[at].clause
    inside = places_in(tokens, clause)
    mine = [place for place in inside if place in aligned.matched]
    verb, ahead = next((place for place in mine if place > at), None), [place for place in mine if place < at]
    if verb is None or not _takes_first(tokens, [place for place in inside if place < at], ahead):
        return False
    between = tokens[at + 1 : verb]
    helped = any(one.folded in grammar.perfects or one.signs & _HELPING for one in between)
    if not (helped or tokens[verb].mood in FINITE) or any(NOT in one.signs for one in between):
        return False
    return _is_noun(tokens, max(ahead), at, grammar) or _is_described(tokens, at, grammar)


def _is_noun(tokens: Sequence[Token], doer: int, at: int, grammar: Grammar) -> bool:
    """Whether a word is a noun led by a small word behind the doer, or describes one: "einem mutmaßlichen Dieb"."""
    small = grammar.definite | grammar.words.ties | grammar.words.articles | grammar.words.indefinite
    led = any(one.folded in small for one in tokens[max(doer + 1, at - _LED) : at])
    noun = tokens[at].content or tokens[at].before in grammar.words.ties  # "In cerca di".
    described = tokens[at].before in grammar.definite | grammar.words.articles  # "The planned dam": no verb.
    return led and noun and (described or tokens[at].mood not in FINITE)


def _is_described(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a participle stands right behind the noun that it tells of, where it stands so: "les gens bloqués"."""
    participle = grammar.postposed and grammar.is_participle(tokens[at])
    participle = participle or tokens[at].plain.endswith(grammar.words.gerunds or ("\0",))  # "Firms refusing to pay".
    return participle and tokens[at - 1].content and is_plain(tokens[at - 1])


def _takes_first(tokens: Sequence[Token], before: Sequence[int], mine: Sequence[int]) -> bool:
    """Whether some places are of words in a row behind none that governs or tells a deed, nor are such themselves."""
    first = [place for place in before if tokens[place].content and mine and place <= mine[-1]]
    plain = not [1 for place in first if tokens[place].signs or tokens[place].mood in FINITE]
    return bool(mine) and list(mine) == first[-len(mine) :] and plain
