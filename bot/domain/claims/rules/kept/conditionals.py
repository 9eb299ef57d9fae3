"""What would be so, told as what is: "the roofs would be thinner, but better insulated"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, GOVERNS, IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain

WOULD_BE = "tells as so what only would be"
UNREAL, _BEING = f"{GOVERNS}unreal", {IS, WAS, PASSIVE}


def would_only_be(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as a fact what a sentence only says would be so, "" for nothing."""
    tokens = aligned.told.tokens
    helping = grammar.words.special["would"]
    unreal = [at for at, one in enumerate(tokens) if not one.content and _is_unreal(one, helping)]
    if not unreal or any(_is_unreal(one, helping) or COND in one.signs or governs(one) for one in claim.tokens):
        return ""
    if any(one.mood in {"future", "conditional"} for one in claim.tokens):
        return ""
    for at in unreal:
        said = _predicate(claim, aligned, at, grammar)
        if said is not None:
            return f"{WOULD_BE}: {tokens[at].text}"
    return ""


def _is_unreal(token: Token, helping: frozenset[str]) -> bool:
    return token.mood == "conditional" or token.folded in helping or UNREAL in token.signs


def _predicate(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> Token | None:
    """The word by which a claim tells what something is or what was done to it, of what only would be."""
    tokens = aligned.told.tokens
    said = _said_to_be(claim, grammar)
    place = next((place for token, place in aligned.pairs if token is said), -1) if said is not None else -1
    if place <= at or not is_plain(tokens[place]):
        return None
    if tokens[place].clause != tokens[at].clause:
        opener = aligned.told.clauses.openers[tokens[place].clause]
        joined = tokens[place].clause == tokens[at].clause + 1 and opener in grammar.words.joins
        if not joined:
            return None
    between = tokens[at + 1 : place]
    return None if any(_is_fact(one, grammar) for one in between) else said


def _is_fact(token: Token, grammar: Grammar) -> bool:
    """Whether a word is another verb, by which something is told as it is: not "be" of "would be"."""
    small = grammar.words.ties | grammar.definite
    if token.folded in small or token.mood == "conditional":
        return False
    return (token.mood in FINITE and not token.content) or bool(token.signs & {IS, WAS})


def _said_to_be(claim: Clauses, grammar: Grammar) -> Token | None:
    """What a claim says that something is, behind its verb of being; or its last word, where none is needed."""
    tokens = claim.tokens
    verb = next((at for at, one in enumerate(tokens) if not one.content and one.signs & _BEING), -1)
    if verb < 0:
        bare = grammar.words.free_order and not any(one.mood for one in tokens)
        return _last(tokens) if bare else None
    behind = [one for one in tokens[verb + 1 :] if one.content and not grammar.is_named(one)]
    plain = [one for one in behind if is_plain(one) and not one.signs]
    return plain[0] if plain else None


def _last(tokens: Sequence[Token]) -> Token | None:
    return next((one for one in reversed(tokens) if one.content), None)
