"""From whom somebody takes a thing, as who takes it: "the field was bought by the town from the family"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.sides.phrases import is_tie


# Complexity: the conditions of one reading, each a cheap way out before the next.
def taken_by_source(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has done it who only stands behind the doer of a passive; "" for nothing."""
    tokens, (doer, here) = aligned.told.tokens, aligned.pairs[0]
    clause, other = tokens[here].clause, tokens[here]
    if doer.dated or doer.value is not None or tells(claim.tokens, PASSIVE):
        return ""
    inside = [at for at in range(here) if tokens[at].clause == clause]
    helping = next((at for at in inside if PASSIVE in tokens[at].signs), here)
    led = max((at for at in inside if at > helping and _leads_doer(tokens, at, grammar)), default=here)
    deed = next((token for token, at in aligned.pairs if _is_deed(token, tokens, at, helping)), None)
    if led == here or deed is None or tokens[led - 1].dated:
        return ""
    last = _end(tokens, led, here)
    if not _is_somebody(tokens[led + 1 : last + 1], grammar):
        return ""
    if other.entities & tokens[last].entities or not _is_apart(tokens[last + 1 : here], grammar):
        return ""
    for token, place in aligned.pairs:
        if led < place <= last and _stands_apart(token, deed, grammar) and not token.entities & doer.entities:
            return f"turns round who does what: {doer.text}, {token.text}"
    return ""


def _leads_doer(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word stands before who does it: "de", not that of "de la"."""
    behind = tokens[at + 1]
    return AGENT in tokens[at].signs and (behind.folded not in grammar.words.ties or not is_tie(behind, grammar))


def _is_somebody(phrase: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words may be who does it: a name, an office, a body, or a noun told as known; no "by chance"."""
    words = grammar.words
    if words.definite_endings:
        return True  # Nouns have no article behind a preposition: "de primărie".
    for one in phrase:
        known = one.entities or grammar.is_role(one) or one.stem in words.bodies or one.folded in words.officials
        if known or one.before in grammar.definite:
            return True
    return False


def _is_deed(token: Token, tokens: Sequence[Token], at: int, helping: int) -> bool:
    """Whether a claim's word is what a sentence's passive tells as done."""
    return at > helping and is_plain(token) and tokens[at].clause == tokens[helping].clause


def _end(tokens: Sequence[Token], led: int, here: int) -> int:
    """Where the first noun or name behind "by" ends."""
    first = next((at for at in range(led + 1, here) if tokens[at].content), led)
    last = first
    while last + 1 < here and tokens[last + 1].content:
        last += 1
    return last


def _is_apart(between: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a preposition, or an article of another case, stands between two phrases."""
    words = grammar.words
    ties = words.oblique if grammar.brackets else words.ties
    return any(one.folded in ties or (grammar.brackets and one.folded in words.ties) for one in between)


def _stands_apart(token: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a claim has a word behind its deed, or where that stands last behind an article: no "Leeds police"."""
    if token.owner or token is deed:
        return False
    return token.start > deed.start or (grammar.brackets and token.before in grammar.definite)
