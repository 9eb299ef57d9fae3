"""What a headline says that somebody has or is, where the sentence tells it as planned, or of another."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain
from bot.domain.claims.rules.headed.kept import kept_by_another
from bot.domain.claims.rules.headed.told import done_by_place, of_counted_part
from bot.domain.claims.rules.taken.tied import done_by_tied

# How far behind "has" and how far behind "and" a word stands that tells which verb it is.
_BEHIND, _JOINED = 2, 2


def headed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a headline, one fault after the other."""
    if aligned.pairs and aligned.told.tokens[-1].clause:
        yield done_by_tied(claim, aligned, grammar)
    if not aligned.pairs or aligned.missing:
        return
    yield of_counted_part(claim, aligned, grammar) or done_by_place(claim, aligned, grammar)
    words = grammar.words
    if not words.special["owning"].isdisjoint([token.folded for token in claim.tokens]):
        yield _not_yet(claim, aligned, grammar)
    if aligned.told.tokens[-1].clause:
        yield kept_by_another(aligned, grammar)
    if not words.joining.isdisjoint([token.folded for token in aligned.told.tokens]):
        yield _of_first(aligned, grammar)


# Complexity: a verb of having helps others, and what is to come is told by a verb, a noun or an ending.
def _not_yet(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What somebody has in a headline and in the sentence is to have, by a deed that the headline leaves out."""
    owning = grammar.words.special["owning"]
    at = next(at for at, token in enumerate(claim.tokens) if token.folded in owning)
    behind = claim.tokens[at + 1 : at + 1 + _BEHIND]
    tokens, matched = aligned.told.tokens, aligned.matched
    if any(token.mood == "past" or grammar.is_participle(token) for token in behind):
        return ""  # "Has closed"; "has it" in the sentence too.
    if any(token.folded in owning and not _helps(tokens, place, grammar) for place, token in enumerate(tokens)):
        return ""
    behind_it = [place for token, place in aligned.pairs if token.start > claim.tokens[at].start or not at]
    place = max(behind_it, default=0)
    clause = tokens[place].clause
    for one, token in enumerate(tokens[:place]):
        if one in matched or token.clause != clause:
            continue
        if token.mood == "future" or governs(token) or (one and _names(token) and _is_of(tokens[one + 1], grammar)):
            return f"says that it is so already: {token.text}"
    return ""


def _helps(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb of having only makes a past: "has approved", "hat ... beschlossen"."""
    behind = [token for token in tokens[place + 1 :] if token.clause == tokens[place].clause and token.content]
    last = behind if grammar.brackets else behind[:1]
    return any(token.mood == "past" or grammar.is_participle(token) for token in last)


def _names(token: Token) -> bool:
    return token.content and is_plain(token) and token.mood not in FINITE


def _is_of(token: Token, grammar: Grammar) -> bool:
    """Whether a word ties what stands behind it to the noun before it: "the building of a hospital"."""
    ties = grammar.of_words | grammar.genitives | grammar.words.partitives
    return token.folded in ties or (grammar.words.free_order and bool(token.content))


# Complexity: two verbs, who does both and whom the first is done to all have their place in the sentence.
def _of_first(aligned: Aligned, grammar: Grammar) -> str:
    """Whom a sentence's first verb is done to, and of whom the headline tells what the second verb tells of the first.

    "Marlow beat Castleford and are top of the table": "Castleford top of the table".
    """
    (name, place), *rest = aligned.pairs
    tokens = aligned.told.tokens
    others = [at for token, at in rest if at != place and token.entities.isdisjoint(name.entities or {-1})]
    named = bool(name.entities) or (grammar.nouns and name.text[0].isupper() and not name.before)
    if not place or not others or min(others) < place or not named:
        return ""
    joins = [at for at in range(place + 1, min(others)) if tokens[at].folded in grammar.words.joining]
    if not joins or not any(token.signs & {IS, PASSIVE} for token in tokens[joins[-1] + 1 :][:_JOINED]):
        return ""
    ahead = [at for at, token in enumerate(tokens[:place]) if token.content and token.value is None]
    first = tokens[ahead[0]] if ahead else name
    if ahead and ahead[0] not in aligned.matched and first.entities.isdisjoint(name.entities) and not first.dated:
        tied = grammar.tie_before(tokens, ahead[0])
        return "" if tied else f"gives to another what is told: {name.text}"
    return ""
