"""The year that a thing is from, which is not the year of what is done to it."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time


def is_told_of_deed(year: Token, place: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim has something done in the year that the thing is from, where the deed has a time of its own.

    "A violin from 1741 was stolen on Tuesday": not "stolen in 1741". The thing opens the sentence.
    """
    words, tokens = grammar.words, aligned.told.tokens
    if place < 1 or year.before not in words.within or tokens[place].before in words.within:
        return False
    tie, before = tokens[place].before, [at for at in range(place) if tokens[at].content]
    if tie not in grammar.of_words | words.since or len(before) != 1 or tokens[place - 1].folded != tie:
        return False
    thing = tokens[before[0]]
    if before[0] != place - 2 or not is_plain(thing) or thing.folded in words.seasons | words.durations.keys():
        return False
    return any(is_time(token) and token.clause in aligned.used for token in tokens[place + 1 :])
