"""What the second of two joined deeds is done to, told of the first: "blames the firm and clears the town hall"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How many small words stand between what joins two deeds and the second: "și l-a".
_SMALL = 3


def object_of_joined(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim has done to what the other of two joined deeds is done to, "" for nothing."""
    tokens, words = aligned.told.tokens, grammar.words
    joins = words.joins | words.joining
    joined = [at for at, token in enumerate(tokens) if at > _SMALL and token.folded in joins]
    for join in joined:
        second = _deed_behind(tokens, join, grammar)
        thing = _thing_behind(tokens, second, grammar) if second >= 0 and second not in aligned.matched else -1
        first = _deed_before(claim, aligned, join, grammar) if thing >= 0 else -1
        found = _taken_of_second(claim, aligned, (first, join, thing)) if first >= 0 else None
        if found is not None:
            return f"gives to another what is done: {found.text}"
    return ""


def _deed_behind(tokens: Sequence[Token], join: int, grammar: Grammar) -> int:
    """Where the deed stands that a word joins, with no doer of its own; -1 where no deed is plain."""
    for at in range(join + 1, min(join + 1 + _SMALL, len(tokens))):
        token = tokens[at]
        if not token.content:
            if token.folded in grammar.definite - grammar.words.clitics or token.folded in grammar.words.ties:
                return -1
            continue
        if token.folded in grammar.words.special["above_all"] or token.folded in grammar.words.ties:
            return -1
        if token.folded.endswith(tuple(grammar.words.special["adverb_ends"]) or "\0") and not grammar.words.free_order:
            return -1
        noun = grammar.is_named(token) or token.text[0].isupper()
        return at if is_plain(token) and not noun and tokens[at].text[0].islower() else -1
    return -1


def _thing_behind(tokens: Sequence[Token], deed: int, grammar: Grammar) -> int:
    """Where the first word of what a deed is done to stands, behind an article or so; -1 where there is none."""
    words = grammar.words
    small = [at for at in range(deed + 1, min(deed + 1 + _SMALL, len(tokens))) if not tokens[at].content]
    at = deed + 1
    while at in small:
        folded = tokens[at].folded
        if not (folded in grammar.definite or folded in words.objects or folded in words.indefinite):
            return -1
        at += 1
    if at == deed + 1 or at >= len(tokens) or tokens[at].clause != tokens[deed].clause:
        return -1
    return at if tokens[at].content and tokens[at].value is None and not tokens[at].dated else -1


def _deed_before(claim: Clauses, aligned: Aligned, join: int, grammar: Grammar) -> int:
    """Where the deed stands that a claim takes from before what joins two; -1 where it takes none."""
    tokens = aligned.told.tokens
    taken = [(token, at) for token, at in aligned.pairs if at < join and is_plain(tokens[at])]
    for token, at in taken:
        led = grammar.is_named(token) or grammar.is_named(tokens[at]) or tokens[at].text[0].isupper()
        if not led and token is not claim.tokens[0]:
            return at
    return -1


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _taken_of_second(claim: Clauses, aligned: Aligned, places: tuple[int, int, int]) -> Token | None:
    """What a claim takes of what only the second deed is done to, behind the first deed; None for nothing."""
    first, join, thing = places
    tokens = aligned.told.tokens
    own = [at for at in range(first + 1, join) if tokens[at].content]
    deed = next(token for token, at in aligned.pairs if at == first)
    if not own or aligned.matched.issuperset(own) or any(token.clause != deed.clause for token in claim.tokens):
        return None
    last = thing
    while last + 1 < len(tokens) and tokens[last + 1].content and tokens[last + 1].clause == tokens[thing].clause:
        last += 1
    stems = [token.stem for token in tokens]
    mine = [token for token, at in aligned.pairs if thing <= at <= last and stems.count(tokens[at].stem) == 1]
    return next((token for token in mine if token.start > deed.start), None)
