"""Who a deed is told of in a sentence of several parts, each with somebody of its own."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, places_in, tells

# How many words may stand before a claim's first name and only call whom it names: "The minister of trade, Ann Holm".
_CALLING = 3


# Complexity: which of the two stands first is asked for each way.
def told_of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim says of a person what its sentence says of somebody else in another part; "" where not.

    "Ispas called for it, but the minister, Anca Rusu, replied": the minister called for nothing. "Rita Vey broke a leg;
    the elder, Ann, is in intensive care": Rita Vey is not.
    """
    if not aligned.told.tokens[-1].clause:
        return ""
    name, here = next(((token, place) for token, place in aligned.pairs if token.entities), (None, 0))
    if name is None or not grammar.is_person(name) or not _opens(aligned, name):
        return ""
    if any(token.entities and not token.entities & name.entities for token, _ in aligned.pairs):
        return ""
    there = next((place for token, place in aligned.pairs if token.start > name.start and is_plain(token)), here)
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    if tokens[there].clause == tokens[here].clause:
        return ""
    if here > there:
        own = [at for at in places_in(tokens, tokens[there].clause) if at < there]
        another = not tells(claim.tokens, PASSIVE) and _names_another(own, name, aligned, grammar)
    else:
        parts = range(tokens[here].clause + 1, tokens[there].clause + 1)
        part = next((clause for clause in reversed(parts) if clauses.marks[clause] == ";"), None)
        own = [at for at in range(here, there) if part is not None and tokens[at].clause >= part]
        another = _names_another(own, name, aligned, grammar) or _puts_another(own, name, aligned, grammar)
    return f"says of {name.text} what the article says of another" if another else ""


def _opens(aligned: Aligned, name: Token) -> bool:
    """Whether a claim's first name opens it, but for words that tell what somebody is."""
    ahead = [token for token in aligned.tokens if token.start < name.start]
    return len(ahead) <= _CALLING and not [1 for token in ahead if token.mood in FINITE or token.signs]


def _names_another(places: Iterable[int], name: Token, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether one of these words names, with nothing before it that ties it, a person whom the claim leaves out."""
    tokens = aligned.told.tokens
    left_out = [at for at in places if tokens[at].entities and at not in aligned.matched]
    others = [at for at in left_out if not tokens[at].entities & name.entities and grammar.is_person(tokens[at])]
    return any(not grammar.tie_before(tokens, at) for at in others)


def _puts_another(places: Sequence[int], name: Token, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a name that a claim leaves out is all that stands between commas behind who a part begins with.

    "The elder, Andrew, is in intensive care": a first name alone, of which nothing tells that it is a person's.
    """
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    if not places or (tokens[places[0]].folded in grammar.words.ties - grammar.definite):
        return False
    part = tokens[places[0]].clause
    put = [tokens[at] for at in places if tokens[at].clause == part + 1]
    if (
        not put
        or marks[part + 1 : part + 3] != [",", ","]
        or any(tokens[at].mood in FINITE for at in places if tokens[at].clause == part)
    ):
        return False
    return all(one.entities and not one.entities & name.entities and one.text[0].isupper() for one in put)
