"""The rule against the number of a time or a place told of another: "85 last year, 130 in 2015" for "85 in 2015"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.counting.spans import counts
from bot.domain.claims.rules.grammar import Grammar, is_time

# Among how many words beside a time in a sentence what it is told of stands: "built in 1950".
_BESIDE = 2
# A noun, its number and its unit.
_GAPPED = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_other_year(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """A number beside a time or a place whose own number the sentence tells in a part that has none of the claim's."""
    told = aligned.told.tokens
    if told[-1].clause == 0 or not [1 for token, _ in aligned.pairs if counts(token)]:
        return ""
    anchors = [(token, at) for token, at in aligned.pairs if is_time(token) or _opens(told, at, grammar)]
    mine, theirs = (_parts(claim.tokens), _parts(told)) if anchors else ({}, {})
    for anchor, when in anchors:
        inside = [pair for pair in aligned.pairs if mine[pair[0].clause] == mine[anchor.clause]]
        saying = [
            at for _, at in inside if at != when and told[at].folded not in grammar.words.durations
        ]  # "2015 року".
        home = [at for at, one in enumerate(told) if theirs[one.clause] == theirs[told[when].clause]]
        if any(abs(at - when) <= _BESIDE and _is_only_there(told, at, home) for at in saying):
            continue  # What the year is told of in the sentence the claim tells of it too.
        said = {token.value for token, _ in inside if counts(token)}
        taken = next((token for token, at in inside if counts(token) and at not in home), None)
        own = [told[at].value for at in home if counts(told[at])]
        if own and taken is not None and said.isdisjoint(own):
            return f"joins {taken.text} with what another belongs to: {anchor.text}"
    return ""


def _opens(told: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a name opens its clause behind a preposition, or a noun right before its number: "boys 5"."""
    token = told[at]
    if token.entities and token.before in grammar.words.ties:
        inside = [one for one in told[:at] if one.clause == token.clause and one.entities != token.entities]
        return not [1 for one in inside if one.content]
    if _is_gapped(told, at):
        return True
    numbered = token.content and not token.signs and any(map(counts, told[at + 1 : at + 2]))
    return numbered and token.clause > 0 and token.before in grammar.words.joins


def _is_gapped(told: Sequence[Token], at: int) -> bool:
    """Whether a clause has no more than a noun and its number: "bread by 10 per cent, | that of milk by 4"."""
    token = told[at]
    if not token.clause or not token.content or token.signs or token.value is not None:
        return False
    inside = [one for one in told if one.clause == token.clause and one.content]
    return inside[0] is token and [counts(one) for one in inside[1:_GAPPED]] == [True] and len(inside) <= _GAPPED


def _is_only_there(told: Sequence[Token], at: int, home: Sequence[int]) -> bool:
    """Whether a word tells of something in that part of the sentence alone: "built (in 1950)"."""
    token = told[at]
    if at not in home or is_time(token) or token.value is not None or token.entities:
        return False
    return not any(one.stem == token.stem for place, one in enumerate(told) if place not in home)


def _parts(tokens: Sequence[Token]) -> dict[int, int]:
    """Of each clause the part it belongs to: what only tells when or where, to what follows: "In 2015, | 85 lived"."""
    saying = {token.clause for token in tokens if token.content and not is_time(token) and not token.entities}
    clauses = sorted({token.clause for token in tokens}, reverse=True)
    parts: dict[int, int] = {}
    for clause in clauses:
        parts[clause] = clause if clause in saying else parts.get(clause + 1, clause)
    return parts
