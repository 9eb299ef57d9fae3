"""Which words of a sentence belong to one number and its time, and which to the time itself."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import THAN, WAS, Wording
from bot.domain.claims.rules.grammar import Grammar, is_time

# Where a participle stands behind the number of a length of time: "three days trapped".
_BEHIND_TIME = 2


def counts(token: Token) -> bool:
    """Whether a word is a number of something, and no year."""
    return token.content and token.value is not None and not is_time(token)


def start_of(tokens: Sequence[Token], at: int | None) -> int | None:
    """Where in the text the word at a place begins, None for none."""
    return None if at is None else tokens[at].start


def span_of(tokens: Sequence[Token], place: int, words: Wording) -> range:
    """The places of what tells nothing but a number and its time: "compared with 26,000 in 2022", "in 2022 it was 19".

    Empty where something else of its clause is told of the number.
    """
    begins = ends = place
    while begins > 0 and _says_no_more(tokens[begins - 1], words):
        begins -= 1
    while ends + 1 < len(tokens) and _says_no_more(tokens[ends + 1], words):
        ends += 1
    while begins < place and not _parts(tokens, begins, words):
        begins += 1
    alone = ends + 1 == len(tokens) or tokens[ends + 1].clause != tokens[ends].clause
    return range(begins, ends + 1) if alone and _parts(tokens, begins, words) else range(place, place)


def _says_no_more(token: Token, words: Wording) -> bool:
    """Whether a word says nothing, tells when, or stands for what was told before."""
    if not token.content or is_time(token) or WAS in token.signs:
        return True
    leaning = (words.anaphors, words.copulas, words.subjects, words.object_pronouns, words.compared, words.ties)
    return token.folded in words.durations or any(token.folded in small for small in leaning)


def _parts(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a word opens a clause, not the first, or tells that two numbers are compared."""
    apart = at > 0 and tokens[at].clause != tokens[at - 1].clause
    return apart or THAN in tokens[at].signs or tokens[at].folded in words.compared


def tells_how_long(tokens: Sequence[Token], at: int, where: int, grammar: Grammar) -> bool:
    """Whether a number only tells how long what a word belongs to went on: "three days trapped in the mine"."""
    behind = at + _BEHIND_TIME
    if where < behind or tokens[at].after not in grammar.words.durations:
        return False
    return tokens[where].clause == tokens[at].clause and grammar.is_participle(tokens[behind])


def may_change_places(
    first: tuple[Token, int], second: tuple[Token, int], tokens: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether two numbers may stand in either order: one of them of how long, or both of one deed, each with its thing.

    "To pay 1.2 million pounds to two families", "to pay two families 1.2 million pounds"; nothing joins two deeds.
    """
    if lasts(first, tokens, grammar) != lasts(second, tokens, grammar):
        return True
    words = grammar.words
    joins, things = (
        words.joins | words.joining,
        [one.after for one, at in (first, second) if one.after == tokens[at].after],
    )
    if len(set(things)) <= 1 or "" in things or not (joins | words.ties - words.partitives).isdisjoint(things):
        return False
    between = tokens[min(first[1], second[1]) : max(first[1], second[1])]
    return joins.isdisjoint([token.folded for token in between])


def lasts(number: tuple[Token, int], tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a number is of how long in the claim as in the sentence, tied: "lost 40 seats in two years"."""
    one, other = number[0], tokens[number[1]]
    tied = one.before == other.before and one.before in grammar.words.ties
    return tied and one.after == other.after and one.after in grammar.words.durations
