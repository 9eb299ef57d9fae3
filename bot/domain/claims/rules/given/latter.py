"""What "the latter" does, told of whom the clause before is about: "Ann had the driver burn it, and he burnt it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, places_in, tells

# Among how many words of its clause such a word stands: "and in June the latter".
_OPENING = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_latter(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what the one named last before a clause does there, "" for nothing."""
    tokens, who = aligned.told.tokens, aligned.pairs[0] if aligned.pairs else None
    if who is None or not _is_somebody(tokens[who[1]], grammar) or tells(claim.tokens, PASSIVE):
        return ""
    words = grammar.words.special["doing_latter"]
    home = tokens[who[1]].clause
    governing = [tokens[place].clause for one, place in aligned.pairs[1:] if governs(one)]
    if home in governing:
        return ""  # "Accused the mayor that he had spent it."
    for at, token in enumerate(tokens):
        if token.folded not in words or token.clause <= home or not _stands_alone(tokens, at):
            continue
        if token.clause - 1 in governing and claim.tokens[-1].clause:
            continue  # "Ann Reed, head of the club, accused the mayor that he had spent it."
        before = [one for one in range(at) if _is_somebody(tokens[one], grammar) and tokens[one].content]
        other = bool(before) and tokens[before[-1]].entities.isdisjoint(who[0].entities) and before[-1] > who[1] + 1
        deeds = [one for one, place in aligned.pairs if is_plain(one) and tokens[place].clause == token.clause]
        if other and deeds:
            return f"gives to another what is done: {who[0].text}"
    return ""


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands among the first of its clause, and for nobody whom a noun behind it tells."""
    first = places_in(tokens, tokens[at].clause)[0]
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return at - first < _OPENING and behind is not None and (not behind.content or bool(behind.mood))


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    """Whether a word names a person, or tells what somebody is."""
    return grammar.is_person(token, surely=True) or (grammar.is_role(token) and token.content)
