"""What is told as done "as somebody wanted": the rest of such a claim has to be told as done by itself."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs

_AHEAD = {f"{GOVERNS}future", f"{GOVERNS}possible"}
# How many words may stand between a preposition and the noun for what is wanted: "at the residents' demand".
_INSIDE = 4
# How many words behind "as" its verb stands where no comma ends its part: "wie geplant verkaufte die Stadt".
_BEHIND = 3


def without_as_meant(claim: Clauses, aligned: Aligned, grammar: Grammar) -> tuple[Clauses, Aligned] | None:
    """A claim without what tells who wanted it, "the ban was lifted, as drivers had demanded"; None if it has none.

    A word of that part would be taken to tell that the rest is only wanted.
    """
    part = _part(claim, grammar)
    if (
        not part
        or _has_phrase(claim.tokens, part, aligned, grammar)
        or _describes(claim.tokens, part, aligned, grammar)
    ):
        return None
    rest = [token for at, token in enumerate(claim.tokens) if at not in part]
    if any(governs(token) and not token.content for token in rest):
        return None  # "May send a doctor at the request of the hospital": the rest is not told as done.
    left = {id(token) for token in rest}
    both = zip(aligned.tokens, aligned.places, strict=True)
    pairs = [(token, place) for token, place in both if id(token) in left]
    if not pairs:
        return None
    laid = Aligned(aligned.told, [token for token, _ in pairs], [place for _, place in pairs])
    return replace(claim, tokens=rest), laid


def _has_phrase(tokens: Sequence[Token], part: range, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether the sentence has a part's noun behind its preposition too: "gives up (on) its demand"."""
    opening, noun = tokens[part.start], tokens[part.stop - 1]
    if f"{opening.folded}:{noun.folded}" not in grammar.words.special["as_wanted"]:
        return False
    place = next((at for token, at in aligned.pairs if token is noun), 0)
    return opening.folded in [token.folded for token in aligned.told.tokens[max(0, place - _INSIDE) : place]]


def _describes(tokens: Sequence[Token], part: range, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a sentence's relative clause tells by the same verb what a thing is: "the system that allows landing"."""
    wanting = next((tokens[at] for at in part if _is_wanting(tokens[at])), tokens[part.start])
    place = next((at for token, at in aligned.pairs if token is wanting), 0)
    same = place > 0 and wanting.before == aligned.told.tokens[place].before
    return same and wanting.before in grammar.relatives


def _part(claim: Clauses, grammar: Grammar) -> range:
    """Where the part of a claim stands that tells who wanted it, empty for nowhere."""
    tokens = claim.tokens
    opening, wanting = grammar.words.special["as_done"], grammar.words.special["as_wanted"]
    if not any(map(_is_wanting, tokens)):
        return range(0)
    for at, token in enumerate(tokens):
        if token.folded in opening or _is_relative(claim, at, grammar):
            found = _clause(claim, at)
            if found:
                return found
        if wanting and governs(token):
            ahead = range(max(0, at - _INSIDE), at)
            start = next((place for place in ahead if f"{tokens[place].folded}:{token.folded}" in wanting), at)
            if start < at:
                return range(start, at + 1)
    return range(0)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_relative(claim: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a word opens a relative clause behind a comma: "sold the mill, which it had planned"."""
    token = claim.tokens[at]
    opens = at > 0 and claim.tokens[at - 1].clause != token.clause and claim.marks[token.clause] == ","
    if not opens or token.folded in grammar.conjunctions:
        return False
    ahead = next((one for one in reversed(claim.tokens[:at]) if one.content), token)
    if governs(ahead):
        return False  # "It is unclear what the town plans".
    if grammar.words.free_order and token.folded in grammar.complements:
        return False  # "Сказала, що сподівається".
    behind = claim.tokens[at + 1 : at + 2]
    if grammar.nouns:  # "Falls die", and "die" before a noun.
        return token.folded in grammar.relatives and not any(one.text[0].isupper() for one in behind)
    small = not token.content and not token.signs and not token.mood  # "Lo que", "ce qu'", and not "anunció que".
    return token.folded in grammar.relatives or (small and any(one.folded in grammar.relatives for one in behind))


def _clause(claim: Clauses, at: int) -> range:
    """Where a part stands that a word for "as" opens and that tells of what is wanted, empty for nowhere."""
    tokens, home = claim.tokens, claim.tokens[at].clause
    behind = range(at + 1, len(tokens))
    parted = (place for place in behind if tokens[place].clause != home and claim.marks[tokens[place].clause])
    end = next(parted, len(tokens))
    wanted = next((place for place in range(at + 1, end) if _is_wanting(tokens[place])), at)
    if wanted == at:
        return range(0)
    ahead = not at and end == len(tokens)
    if ahead and wanted - at > _BEHIND:
        return range(0)
    return range(at, wanted + 1 if ahead else end)


def _is_wanting(token: Token) -> bool:
    """Whether a word tells what somebody wants, plans or fears: not what is said, nor only what is to come."""
    wanted = [sign for sign in token.signs if sign.startswith(GOVERNS) and sign not in _AHEAD]
    return wanted != [] and not token.signs & SPEECH
