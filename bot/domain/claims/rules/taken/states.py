"""What somebody is no longer, or another is: of "Ann, held and freed, the daughter of a smith" neither is she."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.wording import IS
from bot.domain.claims.rules.cues.asides import ends_state
from bot.domain.claims.rules.grammar import Grammar

# How many words stand from a noun to that of whose it is: "the son of a smith".
_TIED = 2


def is_of_other(aligned: Aligned, place: int, grammar: Grammar) -> str:
    """What speaks against what a claim says somebody is by the word at a place, "" for nothing."""
    tokens = aligned.told.tokens
    if tokens[place].value is not None or tokens[place].dated:
        return ""
    if _is_anothers(aligned, place, grammar):
        return f"says of one what the article says of another: {tokens[place].text}"
    if any(token.clause == tokens[place].clause and IS in token.signs for token in tokens):
        return ""  # "It is closed and reopens in May."
    for at in range(place + 1, len(tokens)):
        joined = tokens[at - 1].folded in grammar.words.joining and tokens[at].clause == tokens[place].clause
        if joined and at not in aligned.matched and ends_state(tokens[at], tokens[place], grammar):
            return f"says that something still is: {tokens[place].text}"
    return ""


def _is_anothers(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a word is tied to a noun for whose relative or so somebody is, which a claim leaves out."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[place].clause
    at = place - 1
    small = grammar.of_words | grammar.genitives | grammar.words.indefinite | grammar.definite
    if at > 0 and tokens[at - 1].folded in grammar.words.special["candidates"]:
        small = small | grammar.words.ties  # "Kandydatka na burmistrza".
    while at > 0 and tokens[at].clause == clause and tokens[at].folded in small and place - at <= _TIED:
        at -= 1
    if at < 0 or at == place - 1 or at in aligned.matched or tokens[at].clause != clause:
        return False
    return grammar.is_role(tokens[at])
