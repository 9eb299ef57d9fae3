"""Who does it where a noun's form tells neither who does it nor to whom: "Er bedrohte die Frau".

number      "Sie bedrohten die Frau": the woman threatened nobody ("Die Frau bedrohte ...")
accusative  "Die Frau bedrohte ihn": who does it in the sentence is in the claim to whom it is done
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# Among how many words a clause's subject and its verb stand.
_OPENING = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def ousted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with what a sentence tells behind its verb."""
    told, special = aligned.told.tokens, grammar.words.special
    pairs = [ending.partition(":")[::2] for ending in special["number_ends"]]
    doer, here = aligned.pairs[0] if pairs and aligned.pairs else (None, -1)
    if doer is None or doer is not aligned.tokens[0] or doer.clause:
        return ""
    at = claim.tokens.index(doer)
    verb = claim.tokens[at + 1 : at + 2]
    if not verb or verb[0].clause or grammar.is_tied(claim.tokens, at) or not _is_behind_verb(told, here, grammar):
        return ""
    theirs = [told[place] for one, place in aligned.pairs[1:2] if one is verb[0]] or told[:here]
    of_several = any(_differ(verb[0].folded, one.folded, pairs) for one in theirs)
    turned = of_several or _has_accusative(claim.tokens[at + 2 : at + 3], told[here:], grammar)
    return f"turns round who does what: {doer.text}" if turned else ""


def _is_behind_verb(told: Sequence[Token], here: int, grammar: Grammar) -> bool:
    """Whether a sentence opens with a pronoun for who does it or with another noun, and its verb, before a place."""
    subjects = grammar.words.special["nominatives"] - grammar.definite
    opening = [one for one in told[:_OPENING] if not one.clause]
    if here < len("sv") or told[here].clause or not opening or told[here].before in grammar.words.ties:
        return False
    return opening[0].folded in subjects or (len(opening) > 1 and opening[0].value is not None and here > len("svo"))


def _differ(mine: str, theirs: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether two forms of one verb differ by how many do it, and a claim has that of one."""
    return any(
        mine.endswith(one) and theirs.endswith(several) and mine.removesuffix(one) == theirs.removesuffix(several)
        for one, several in pairs
    )


def _has_accusative(behind: Sequence[Token], told: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a word for to whom something is done stands behind a claim's verb, which a sentence has not there."""
    accusatives = grammar.words.special["accusatives"]
    return any(one.folded in accusatives and all(one.folded != other.folded for other in told) for one in behind)
