"""Whom or what only an opening phrase for why has, told of the deed: "to buy a van, they sold a bus", "sold a van"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE, LEADS, NOT
from bot.domain.claims.rules.exchanging.spans import ClausePart, doer
from bot.domain.claims.rules.exchanging.whys import OTHER_WHY, whys_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain
from bot.domain.claims.rules.turned.causes import conceding

_CAUSING = {CAUSE, LEADS}


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where the words of an opening phrase stand, and where the clause does that it opens."""

    phrase: range
    main: range


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_to_why(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed of the main clause told of what is only why it is done, "" for nothing."""
    opening = _opening(aligned.told.clauses, grammar)
    if opening is None or claim.headline or any(token.signs & _CAUSING for token in claim.tokens):
        return ""
    if [1 for _ in whys_of(claim, grammar)] or next(conceding(claim.tokens, grammar), None) is not None:
        return ""
    tokens = aligned.told.tokens
    pairs = list(_own(claim, aligned))
    taken = [(token, place) for token, place in pairs if place in opening.phrase and token.value is None]
    deeds = [token for token, place in pairs if _is_deed(tokens, place, opening.main, grammar)]
    deeds = deeds or _silent_deeds(claim, tokens, opening.main, grammar)
    if not taken or not deeds or any(_is_verb(tokens[place], grammar) for _, place in taken):
        return ""
    part = ClausePart(opening.main.start, opening.main.start, opening.main.stop)
    first = doer(tokens, part, grammar)
    if first < 0:
        return ""
    wrong = _as_doer(aligned, taken, first) or _as_object(claim, aligned, taken, (first, deeds[0]), grammar)
    return f"{OTHER_WHY}: {wrong.text}" if wrong is not None else ""


def _opening(told: Clauses, grammar: Grammar) -> _Opening | None:
    """The phrase for why that opens a sentence, with the clause behind it up to a semicolon or so; None without one."""
    why = next(iter(whys_of(told, grammar)), None)
    tokens = told.tokens
    if why is None or why.at or why.end >= len(tokens):
        return None
    first = tokens[why.end].clause
    end = next((at for at in range(why.end, len(tokens)) if tokens[at].clause > first), len(tokens))
    phrase = tokens[why.first : why.end]
    if any(token.mood == "past" or token.folded in grammar.perfects - grammar.words.ties for token in phrase):
        return None  # "Because she left".
    return _Opening(range(why.first, why.end), range(why.end, end))


def _own(claim: Clauses, aligned: Aligned) -> Iterator[tuple[Token, int]]:
    """A claim's words with where the sentence has that very word, where it has it once, or the one laid beside it."""
    places, tokens = {id(token): place for token, place in aligned.pairs}, aligned.told.tokens
    for token in claim.tokens:
        same = [at for at, one in enumerate(tokens) if one.folded == token.folded and one.content]
        place = same[0] if len(same) == 1 else places.get(id(token))
        if place is not None:
            yield token, place


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word of a phrase for why is the deed that is meant: "to buy a van"."""
    ends = (*grammar.words.infinitives, *grammar.words.gerunds) or ("\0",)
    if grammar.nouns:
        return token.text[0].islower() and not token.signs
    return (
        not token.entities
        and token.before not in grammar.definite
        and (token.mood in FINITE or token.plain.endswith(ends))
    )


def _is_deed(tokens: Sequence[Token], place: int, main: range, grammar: Grammar) -> bool:
    token = tokens[place]
    if place not in main or not is_plain(token) or NOT in token.signs:
        return False
    return token.text[0].islower() if grammar.nouns else token.value is None and not grammar.is_named(token)


def _silent_deeds(claim: Clauses, told: Sequence[Token], main: range, grammar: Grammar) -> list[Token]:
    """The words of a claim that say nothing by themselves and that it has from the main clause: "gave"."""
    small = grammar.perfects | grammar.words.copulas | grammar.definite | grammar.words.ties | grammar.words.indefinite
    there = {told[at].folded for at in main if not told[at].content} - small - grammar.words.joining
    return [token for token in claim.tokens if token.folded in there and not grammar.is_pronoun(token)]


def _as_doer(aligned: Aligned, taken: Sequence[tuple[Token, int]], first: int) -> Token | None:
    """Who does a deed in a claim and stands behind the noun of the phrase, where another does it; None for nobody."""
    tokens = aligned.told.tokens
    head = min(place for _, place in taken)
    token, place = aligned.pairs[0]
    behind = any(tokens[at].content and tokens[at].clause == tokens[head].clause for at in range(head))
    return token if place == head and behind and not _has_doer(aligned.pairs, tokens, first) else None


def _has_doer(pairs: Sequence[tuple[Token, int]], tokens: Sequence[Token], first: int) -> bool:
    """Whether some words name who does the deed in the sentence, by the noun or by the name behind it."""
    named = frozenset[int]().union(*[token.entities for token in tokens[first : first + 2]])
    return any(at == first or named & token.entities for token, at in pairs)


def _as_object(
    claim: Clauses, aligned: Aligned, taken: Sequence[tuple[Token, int]], doing: tuple[int, Token], grammar: Grammar
) -> Token | None:
    """What the deed is done to by its own doer in a claim, and in the sentence only stands in the phrase; or None."""
    first, deed = doing
    if not _has_doer([pair for pair in aligned.pairs if pair[0].start < deed.start], aligned.told.tokens, first):
        return None
    for token, _ in taken:
        at = claim.tokens.index(token)
        tied = _is_tied(claim.tokens, at, grammar)
        if is_plain(token) and token.start > deed.start and not tied and not grammar.is_role(token):
            return token
    return None


def _is_tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a noun, with no more than its article or number between."""
    before, small = at - 1, grammar.definite | grammar.words.indefinite
    while before > 0 and (tokens[before].value is not None or tokens[before].folded in small - grammar.words.fused):
        before -= 1
    return tokens[before].folded in grammar.words.ties
