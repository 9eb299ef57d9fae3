"""What speaks against a claim whose deed has lost something of its own: each rule of that kind in turn."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import AFTER, BEFORE, LESS, MORE, NOT
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.kept.asked import ONLY_ASKED, only_asked
from bot.domain.claims.rules.kept.caused import CAUSED, only_caused
from bot.domain.claims.rules.kept.chosen import NOT_CHOSEN, of_not_chosen
from bot.domain.claims.rules.kept.conditionals import UNREAL, WOULD_BE, would_only_be
from bot.domain.claims.rules.kept.corrected import DENIES_OTHER, denies_corrected
from bot.domain.claims.rules.kept.degrees import OTHER_DEGREE, degree_exchanged
from bot.domain.claims.rules.kept.frames import may_cross
from bot.domain.claims.rules.kept.ordering import EARLIER_OR_LATER, order_turned
from bot.domain.claims.rules.kept.own import OTHER_STATEMENT, of_other_statement

LOST = (
    *(OTHER_STATEMENT, EARLIER_OR_LATER, OTHER_DEGREE, CAUSED),
    *(NOT_CHOSEN, WOULD_BE, ONLY_ASKED, DENIES_OTHER),
)
"""How these faults begin, which no other evidence removes."""
_ORDERING, _DEGREES = frozenset({BEFORE, AFTER}), frozenset({MORE, LESS})
_NO_SIGNS = frozenset[str]()


def lost(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first of these faults, "" for none."""
    tokens, special = aligned.told.tokens, grammar.words.special
    signs, said = _NO_SIGNS.union(*[token.signs for token in tokens]), {token.folded for token in tokens}
    unreal = UNREAL in signs or special["would"] & said or [1 for one in tokens if one.mood == "conditional"]
    asked = (
        (of_other_statement, may_cross(claim, aligned, grammar)),
        (order_turned, signs & _ORDERING),
        (degree_exchanged, signs >= _DEGREES),
        (denies_corrected, NOT in signs),
        (only_caused, special["causing"] & said),
        (of_not_chosen, special["between"] & said),
        (only_asked, special["wondering"] & said),
        (would_only_be, unreal),
    )
    for rule, may_be in asked:
        found = rule(claim, aligned, grammar) if may_be else ""
        if found:
            return found
    return ""
