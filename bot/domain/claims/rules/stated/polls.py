"""What a share of those asked hold, told of who asked them or of whom they speak: "47 percent believe that"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, PART
from bot.domain.claims.rules.grammar import Grammar, is_plain
from bot.domain.claims.rules.heard.claimed import TELLING

HELD_BY_SHARE = "gives to somebody what only a share of people do"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def held_by_share(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in a claim what only a share of people does in the sentence, "" for nobody."""
    tokens = aligned.told.tokens
    shares = [at for at, token in enumerate(tokens) if token.share is not None and token.text[0].isdigit()]
    for share in shares:
        if not _leads(tokens, share, grammar):
            continue
        for verb, place in aligned.pairs:
            if place < share or tokens[place].clause != tokens[share].clause or not _is_verb(tokens[place], grammar):
                continue
            ahead = [pair for pair in aligned.pairs_of(verb.clause) if pair[0].start < verb.start]
            counted = any(one.value is not None or one.signs & {ALL, PART} for one in _before(claim, verb))
            if ahead and not counted and ahead[0][0].entities and not _is_said_before(aligned, ahead[0][1], share):
                return f"{HELD_BY_SHARE}: {ahead[0][0].text}"
    return ""


def _before(claim: Clauses, verb: Token) -> list[Token]:
    return [one for one in claim.tokens if one.clause == verb.clause and one.start < verb.start]


def _leads(tokens: Sequence[Token], share: int, grammar: Grammar) -> bool:
    """Whether a share stands first in its clause, but for a phrase with a preposition."""
    said = (at for at in range(share + 1) if tokens[at].clause == tokens[share].clause and tokens[at].content)
    first = next(said)
    return first == share or grammar.is_tied(tokens, first)


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb of saying or holding something."""
    return bool(token.signs & TELLING) and is_plain(token) and not grammar.is_named(token)


def _is_said_before(aligned: Aligned, at: int, share: int) -> bool:
    """Whether a name stands in a clause before that of a share, and no semicolon between."""
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    first, last = tokens[at].clause, tokens[share].clause
    return first < last and ";" not in marks[first + 1 : last + 1]
