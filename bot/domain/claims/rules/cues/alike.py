"""Nouns that begin alike and are two things: "the station", "the state"; "el caso", "la casa"; "Orbit", "Orbit-2"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import FORMER
from bot.domain.claims.rules.grammar import Grammar

# How many letters end words that begin alike, and with how many they do at least.
_LETTERS, _FEWEST = 2, 2
# What a key of a word for "first" begins with, and among how many words before a name such a word stands.
_NTH, _LED = "#", 2
_DIGITS = frozenset("0123456789")
_VERBS = frozenset({"future", "past", "conditional"})


def other_noun(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a noun where the sentence has one of the same stem that is no form of it, "" for nothing."""
    ends = grammar.words.special["noun_ends"]
    for token, place in aligned.pairs:
        other = aligned.told.tokens[place]
        if token.text[-1] in _DIGITS and other.text[-1] not in _DIGITS and _is_of_order(aligned, token, place):
            return f"tells of another thing: {token.text}"
        if token.plain == other.plain or token.value is not None or not ends or not _begin_alike(token, other):
            continue
        if _is_noun(token, grammar) and _is_noun(other, grammar) and not _are_forms(token.plain, other.plain, grammar):
            return f"tells of another thing: {token.text}"
    return ""


def _is_of_order(aligned: Aligned, name: Token, place: int) -> bool:
    """Whether a claim has a number behind a name, and the sentence "the first" or so before it: "Orbit-2"."""
    before = aligned.told.tokens[max(0, place - _LED) : place]
    ordered = any(FORMER in one.signs or any(key[0] == _NTH for key in one.keys) for one in before)
    return ordered and name.value is None and aligned.told.tokens[place].value is None


def _begin_alike(one: Token, other: Token) -> bool:
    """Whether two words have one stem, or no more than their last two letters are others."""
    if one.stem == other.stem:
        return True
    begin = max(len(one.plain), len(other.plain)) - _LETTERS
    return begin >= _FEWEST and one.plain[:begin] == other.plain[:begin]


def _is_noun(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a noun: by its capital where nouns have one, else right behind an article."""
    words = grammar.words
    if token.entities or token.mood in _VERBS:
        return False
    if grammar.nouns:
        return token.text[0].isupper() and bool(token.before)
    led = token.before in grammar.definite | words.articles
    return led and not token.plain.endswith(words.infinitives or "\0")  # "Obrigou a evacuar".


def _are_forms(one: str, other: str, grammar: Grammar) -> bool:
    """Whether two words are forms of one noun, by what each ends in."""
    pairs = [ends.split(":") for ends in grammar.words.special["noun_ends"]]
    pairs += [ends[::-1] for ends in pairs]
    ended = (ends for ends in pairs if one.endswith(ends[0]) and other.endswith(ends[1]))
    return any(one.removesuffix(end) == other.removesuffix(ending) for end, ending in ended)
