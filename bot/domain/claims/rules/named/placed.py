"""Places of a claim that a sentence has otherwise: "the University of Minden found it in Farley", "found in Minden"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar

# How far before a name the noun stands that it belongs to: "in the hills of Farley".
_NOUN = 2


def placed_elsewhere(aligned: Aligned, grammar: Grammar) -> str:
    """A name that a claim has as a place and the sentence has not, which names another place so; "" for none."""
    placing = grammar.words.special["placing"]
    for token, place in [pair for pair in aligned.pairs if pair[0].before in placing]:
        told = aligned.told.tokens
        named = token.text[0].isupper() and not token.dated and (token.entities or not grammar.nouns)
        tied = told[place].before in placing or grammar.tie_before(told, place) in placing
        if not named or (tied and told[place].plain == token.plain) or grammar.is_person(token):
            continue  # Behind "at the University of Minden" Minden alone is no place.
        if not _has_owner(aligned, token, place) and _has_other(aligned, place, grammar):
            return f"tells of another place: {token.text}"
    return ""


def _has_owner(aligned: Aligned, token: Token, place: int) -> bool:
    """Whether a claim has the name behind the very noun that the sentence has it behind: "the zoo in Selby"."""
    before = [at for one, at in aligned.pairs if one.start < token.start and one.clause == token.clause]
    return bool(before) and place - 1 - _NOUN <= before[-1] < place


def _has_other(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether the clause has another name, left out by the claim, behind such a preposition or behind its noun."""
    told, placing = aligned.told.tokens, grammar.words.special["placing"]
    for at, one in enumerate(told):
        if at in aligned.matched or one.clause != told[place].clause or not one.text[0].isupper() or one.dated:
            continue
        if one.entities & told[place].entities or not one.content or one.value is not None:
            continue
        if one.before in placing:
            return True  # A bare noun behind "in" is a name where nouns have capitals, too.
        noun = at - _NOUN if at >= _NOUN and one.before in grammar.of_words else at
        if (one.entities or not grammar.nouns) and told[noun].before in placing:
            return True
    return False
