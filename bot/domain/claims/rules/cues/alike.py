"""Nouns that begin alike and are two things: "the station", "the state"; "el caso", "la casa"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar

# How many letters end words that begin alike, and with how many they do at least.
_LETTERS, _FEWEST = 2, 2
_VERBS = frozenset({"future", "past", "conditional"})


def other_noun(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a noun where the sentence has one of the same stem that is no form of it, "" for nothing."""
    for token, place in aligned.pairs if grammar.words.special["noun_ends"] else ():
        other = aligned.told.tokens[place]
        if token.plain == other.plain or token.value is not None or not _begin_alike(token, other):
            continue
        if _is_noun(token, grammar) and _is_noun(other, grammar) and not _are_forms(token.plain, other.plain, grammar):
            return f"tells of another thing: {token.text}"
    return ""


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
