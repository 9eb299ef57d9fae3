"""What something is used for, exchanged with what it is used on: "uses drones to inspect bridges"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# Before a word that opens an aim and behind it.
_BOTH = 2
# How many words stand before who does it: "by the".
_LED_WORDS = 2


def exchanged_with_aim(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the objects of a deed and of its aim, each of which the sentence has with the other."""
    mark = _aim(claim.tokens, grammar)
    aim = 0 if mark is None else _aim(aligned.told.tokens, grammar)
    if mark is None or not aim:
        return ""
    start = claim.tokens[mark].start
    sides = [(token.start < start, place < aim, token, place) for token, place in aligned.pairs if is_plain(token)]
    if len({mine for mine, theirs, *_ in sides if mine == theirs}) < _BOTH:
        return ""
    moved = {
        mine: token
        for mine, theirs, token, at in sides
        if mine != theirs and _is_object(aligned, token, at, grammar) and not _is_agent(claim, token)
    }
    return f"turns round who does what: {moved[True].text}, {moved[False].text}" if len(moved) == _BOTH else ""


def _aim(tokens: Sequence[Token], grammar: Grammar) -> int | None:
    """Where the word stands that opens an aim: behind a deed, and before another; None where none does."""
    return next((at for at, token in enumerate(tokens) if at and token.folded in grammar.words.aims), None)


def _is_agent(claim: Clauses, token: Token) -> bool:
    """Whether a claim tells by a word who does it: "by the airport"."""
    at = claim.tokens.index(token)
    return tells(claim.tokens[max(0, at - _LED_WORDS) : at], AGENT)


def _is_object(aligned: Aligned, token: Token, place: int, grammar: Grammar) -> bool:
    """Whether a sentence has a noun that nothing but an aim's word ties."""
    tokens, words = aligned.told.tokens, grammar.words
    verb = token.plain.endswith(words.infinitives or "\0") and not grammar.is_named(token)
    tie = grammar.tie_before(tokens, place)
    return not verb and (not tie or tie in words.aims | words.objects)
