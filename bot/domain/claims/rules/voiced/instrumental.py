"""By whom a passive's deed is done where a case tells it: "Грузовик сбит велосипедистом", not "Грузовиком"."""

from collections.abc import Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How many letters the forms of a noun begin with alike at least, and how many letters its case has at most.
_STEM, _CASE = 3, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def undergone_by_agent(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a passive that is done to those by whom the sentence has it done, "" for nothing."""
    ends, suffered = grammar.words.agent_endings, grammar.words.suffered
    tokens = aligned.told.tokens
    if not ends or not suffered or claim.headline:
        return ""
    for deed, place in aligned.pairs:
        done = deed.folded.endswith(suffered) and tokens[place].folded.endswith(suffered)
        if not done or deed.text[0].isupper() or not is_plain(deed):
            continue
        beside = [pair for pair in aligned.pairs if pair[0].clause == deed.clause and pair[0] is not deed]
        beside = [(token, at) for token, at in beside if tokens[at].clause == tokens[place].clause]
        done_to = [one for one, at in beside if _is_agent(claim.tokens, one, tokens, tokens[at], grammar)]
        does = [one for one, at in beside if _is_agent(tokens, tokens[at], claim.tokens, one, grammar)]
        if done_to and (does or not grammar.is_role(done_to[0])):
            return f"turns round who does what: {done_to[0].text}"
    return ""


def _is_agent(mine: Sequence[Token], token: Token, theirs: Sequence[Token], other: Token, grammar: Grammar) -> bool:
    """Whether a noun has no case of who does it, and such a one in the other's words, where nothing ties it."""
    ends = grammar.words.agent_endings
    if not (is_plain(token) and is_plain(other)) or token.dated or other.folded == token.folded:
        return False
    if token.folded.endswith(ends) or not other.folded.endswith(ends):
        return False
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(token.folded, other.folded, strict=False))
    shared = sum(1 for _ in alike)
    if shared < _STEM or max(len(token.folded), len(other.folded)) - shared > _CASE:
        return False
    return not grammar.is_tied(mine, mine.index(token)) and not grammar.is_tied(theirs, theirs.index(other))
