"""What is unlike another: "Anders als der Wirt ist der Koch dagegen" tells nothing of the landlord."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.rules.cues.excepted import openings_of
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, places_in

_OPENING = 3
_LEFT_OUT = "leaves out a denial"


def told_of_unlike(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim about who or what a sentence tells of as unlike another, "" for nothing."""
    tokens = aligned.told.tokens
    first, words = _unlike(tokens, grammar)
    own = {token.folded for token in claim.tokens}
    if not words or own.issuperset([tokens[at].folded for at in range(first, first + words)]):
        return ""
    if first:
        return _told_inside(aligned, first, grammar)
    if aligned.told.clauses.marks[1:2] != [","]:
        return _told_at_opening(aligned, words, grammar)
    end = _end(aligned.told, 0, grammar)  # "Unlike the mayor, (Ann Lee,) the council wants to keep it."
    taken = any(tokens[place].clause < end for _, place in aligned.pairs)
    return f"{_LEFT_OUT}: {tokens[0].text}" if taken else ""


def _unlike(tokens: Sequence[Token], grammar: Grammar) -> tuple[int, int]:
    """Where the words stand that tell that somebody is unlike another, and how many they are; none of them for none."""
    unlike = grammar.words.special["unlike"]
    openings = openings_of(unlike)
    for at, token in enumerate(tokens):
        if token.folded in openings or "-" in token.folded:
            for number in range(1, _OPENING + 1):
                if "-".join([one.folded for one in tokens[at : at + number]]) in unlike:
                    return at, number
    return 0, 0


def _end(told: Told, clause: int, grammar: Grammar) -> int:
    """The clause behind those that tell whom somebody is unlike: a name put in is one of them."""
    behind = range(clause + 1, len(told.clauses.openers))
    verb = next((one for one in behind if _tells(told, one, grammar)), clause + 1)
    inside = [told.tokens[at] for at in places_in(told.tokens, verb)]
    opens = bool(inside) and bool(inside[0].content) and not inside[0].entities and _is_verb(inside[0], grammar)
    return verb - 1 if opens and not clause else verb


def _tells(told: Told, clause: int, grammar: Grammar) -> bool:
    """Whether a clause has a verb, or a small word right before what completes it: "вірить, що"."""
    inside = [told.tokens[at] for at in places_in(told.tokens, clause)]
    completed = told.clauses.openers[clause + 1 : clause + 2]
    small = inside[-1].content and inside[-1].text[0].islower() and not inside[-1].entities
    governs_next = small and not grammar.complements.isdisjoint(completed)
    return governs_next or any(_is_verb(one, grammar) for one in inside)


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word tells that somebody does, says or is something."""
    words = grammar.words
    helping = token.folded in words.perfects or token.folded in words.copulas
    told = (token.mood in {*FINITE, "present"} and token.content) or governs(token) or bool(token.signs & SPEECH)
    return helping or (told and not token.entities and not grammar.is_named(token))


def _told_inside(aligned: Aligned, first: int, grammar: Grammar) -> str:
    """The same of a phrase put in or behind: "The cook, unlike the landlord, believes it"."""
    told, tokens = aligned.told, aligned.told.tokens
    clause = tokens[first].clause
    opens = places_in(tokens, clause)[0] == first and told.clauses.marks[clause] == ","
    goes_on = opens and clause + 1 < len(told.clauses.openers)
    end = max(clause + 1, _end(told, clause, grammar)) if goes_on else clause + 1
    inside = range(first, len(tokens))
    taken = {at for at in inside if tokens[at].clause < end and at in aligned.matched}
    doer = aligned.pairs[0][1] if aligned.pairs else -1
    return f"{_LEFT_OUT}: {tokens[first].text}" if doer in taken and taken != aligned.matched else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _told_at_opening(aligned: Aligned, words: int, grammar: Grammar) -> str:
    """The same of a phrase that opens a sentence without a comma behind: "Anders als der Wirt ist der Koch dagegen"."""
    tokens = aligned.told.tokens
    for at in range(words, len(tokens) - 1):
        token, behind = tokens[at], tokens[at + 1]
        small = grammar.is_small(token) or token.text[0].isupper() or behind.text[0].isupper()
        if grammar.brackets and not grammar.nouns:
            small = grammar.is_small(token) or token.before in grammar.definite or bool(token.entities)
        if token.folded in grammar.perfects or token.signs or token.mood or not small:
            return ""
        if at in aligned.matched:
            return f"{_LEFT_OUT}: {tokens[0].text}"
    return ""
