"""What a sentence calls the reason for something, exchanged or taken from elsewhere: "the reason for it was fog"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, WAS
from bot.domain.claims.rules.exchanging.whys import OTHER_WHY
from bot.domain.claims.rules.grammar import Grammar, is_plain


# Complexity: the conditions of one reading, each a cheap way out before the next.
def other_reason(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a claim calls the reason for something that the sentence calls by such a word too."""
    mine = _reason(claim.tokens, grammar)
    theirs = None if mine is None else _reason(aligned.told.tokens, grammar)
    if mine is None or theirs is None:
        return ""
    told = aligned.told.tokens
    matter, reason = theirs
    inside = {id(token) for token in claim.tokens[mine[1].start : mine[1].stop]}
    given = [(token, place) for token, place in aligned.pairs if id(token) in inside and is_plain(token)]
    own = {told[place].clause for place in reason}
    turned = [token for token, place in given if place in matter]
    apart = [token for token, place in given if told[place].clause not in own]
    wrong = turned or apart
    return f"{OTHER_WHY}: {wrong[0].text}" if wrong and len(wrong) == len(given) else ""


def _reason(tokens: Sequence[Token], grammar: Grammar) -> tuple[range, range] | None:
    """Where a sentence tells for what it names the reason, and what that is, up to a comma; None where it does not."""
    words, copulas = grammar.words.special["reason"], grammar.words.copulas
    at = next((place for place, token in enumerate(tokens) if token.folded in words), None)
    if at is None:
        return None
    being = (
        place
        for place in range(at + 1, len(tokens))
        if tokens[place].clause == tokens[at].clause
        and (tokens[place].folded in copulas or not tokens[place].signs.isdisjoint({IS, WAS}))
    )
    verb = next(being, None)
    if verb is None or not any(token.content for token in tokens[at + 1 : verb]):
        return None
    end = next((place for place in range(verb, len(tokens)) if tokens[place].clause != tokens[at].clause), len(tokens))
    return range(at + 1, verb), range(verb + 1, end)
