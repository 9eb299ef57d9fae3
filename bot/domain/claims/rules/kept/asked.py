"""What somebody only asks in their own words, told as what they say: “Should the town pay?” asked Ann Holm."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import SPEECH, Grammar

ONLY_ASKED = "tells as said what is only asked"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def only_asked(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody say what they ask in a quotation, "" for nothing."""
    told = aligned.told
    asking = grammar.words.special["wondering"]
    if not asking or all(speaker is None for speaker in told.quoted):
        return ""
    outside = [one for one, speaker in zip(told.tokens, told.quoted, strict=True) if speaker is None]
    asked = [one for one in outside if one.folded in asking]
    said = [one for one in outside if one.signs & SPEECH and one.folded not in asking]
    if not asked or said or any(one.folded in asking for one in claim.tokens):
        return ""
    if not any(one.signs & SPEECH for one in claim.tokens):
        return ""
    taken = next((token for token, at in aligned.pairs if told.quoted[at] is not None), None)
    return f"{ONLY_ASKED}: {taken.text}" if taken is not None else ""
