"""What something is used for, exchanged with what it is used on: "uses drones to inspect bridges"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

# Before a word that opens an aim and behind it.
_BOTH = 2
# How many words stand before who does it: "by the".
_LED_WORDS = 2


def exchanged_with_aim(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the objects of a deed and of its aim, each of which the sentence has with the other."""
    mark = _aim(claim.tokens, grammar)
    aim = _aim(aligned.told.tokens, grammar)
    if mark is None or not aim:
        return _taken_from_aim(aligned, aim, grammar) if aim else ""
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


def _taken_from_aim(aligned: Aligned, aim: int, grammar: Grammar) -> str:
    """What speaks against a deed told of what its aim is done to: "sold the hall to pay for a school"."""
    tokens, matched = aligned.told.tokens, aligned.matched
    inside = _behind(tokens, aim, grammar)
    deed = inside[-1 if grammar.brackets else 0] if inside else aim
    if deed in matched or not inside or not _is_deed(tokens[deed], grammar):
        return ""
    taken = next((at for at in inside if at in matched and not tokens[at].dated), None)
    if taken is None or not _has_own(tokens, matched, aim, grammar):
        return ""
    return f"joins {tokens[taken].text} with what another belongs to: {tokens[deed].text}"


def _behind(tokens: Sequence[Token], aim: int, grammar: Grammar) -> list[int]:
    """Where what an aim tells stands, up to a word that joins another deed."""
    behind = [at for at in places_in(tokens, tokens[aim].clause) if at > aim]
    end = next((at for at in behind if tokens[at].folded in grammar.words.joining), len(tokens))
    return [at for at in behind if at < end and tokens[at].content]


def _has_own(tokens: Sequence[Token], matched: frozenset[int], aim: int, grammar: Grammar) -> bool:
    """Whether a noun that a claim leaves out stands right before an aim, behind all that the claim takes there."""
    last = max((at for at in matched if at < aim), default=aim)
    return any(
        tokens[at].content and is_plain(tokens[at]) and grammar.is_named(tokens[at]) for at in range(last + 1, aim)
    )


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word behind one that opens an aim is a verb: no name, and no noun with its article."""
    named = grammar.is_named(token) and token.before not in grammar.words.aims | grammar.words.infinitive_marks
    return is_plain(token) and token.text[0].islower() and not named


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
