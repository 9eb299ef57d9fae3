"""What speaks against who says a thing in a claim that the sentence has another say."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.heard.claimed import Saying, saying_in
from bot.domain.claims.rules.heard.crossed import tellers_crossed
from bot.domain.claims.rules.heard.disputed import (
    denied_by_owner,
    denied_by_speaker,
    governed_by_denial,
    said_by_antecedent,
)
from bot.domain.claims.rules.heard.hearers import is_only_told
from bot.domain.claims.rules.heard.unreal import told_as_fact
from bot.domain.claims.rules.speech import ANOTHER_SPEAKER

NOT_SO = "tells as a fact what is only said, joked or made to seem so"


def not_said_by(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim's speaker who only hears or disputes it; "" for nothing."""
    if denied_by_owner(claim, aligned, grammar):
        return f"turns round who does what: {aligned.pairs[0][0].text}"
    if told_as_fact(claim, aligned, grammar):
        return NOT_SO
    if tellers_crossed(claim, aligned, grammar):
        return ANOTHER_SPEAKER
    saying = saying_in(claim, aligned, grammar)
    if saying is None or _is_parted(saying, aligned):
        return ""
    found = is_only_told(saying, aligned, grammar) or said_by_antecedent(saying, aligned, grammar)
    if governed_by_denial(claim, saying, aligned, grammar):
        return NOT_SO
    return ANOTHER_SPEAKER if found or denied_by_speaker(claim, saying, aligned, grammar) else ""


def _is_parted(saying: Saying, aligned: Aligned) -> bool:
    """Whether a colon or a semicolon stands between who says a thing in a claim and what they say."""
    told = aligned.told
    first, last = sorted([told.tokens[saying.who[0][1]].clause, told.tokens[min(saying.said)].clause])
    return not {":", ";"}.isdisjoint(told.clauses.marks[first + 1 : last + 1])
