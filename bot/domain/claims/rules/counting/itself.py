"""Numbers told of what another clause tells, whose own is another or none."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import ONLY, PART
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_year, places_in

# How far behind a noun its number stands at most: "a fine of 30,000".
_COUNTED = 3


def counts_itself(aligned: Aligned, number: Token, place: int) -> Token | None:
    """Whom a claim names first, where their clause has another number, and only what is counted is of its own.

    "218 trees will go, the firm says 90": the firm does not say 218.
    """
    tokens, pairs = aligned.told.tokens, aligned.pairs_of(number.clause)
    (doer, where), home = pairs[0], tokens[place].clause
    if doer.value is not None or not doer.entities or tokens[where].clause == home:
        return None
    mine = [at for _, at in pairs if tokens[at].clause == home and at != place and at != place + 1]
    own = (tokens[at] for at in places_in(tokens, tokens[where].clause) if at not in aligned.matched)
    return doer if not mine and any(one.value is not None and not is_year(one) for one in own) else None


# Complexity: where a joined clause ends and what it opens with are told word by word.
def of_other_half(number: Token, place: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim has a number that opens a joined clause, nothing else of that, and a deed told before it.

    "One person died and four were hurt", "one died, four were hurt": four did not die.
    """
    tokens, words = aligned.told.tokens, grammar.words
    small, deed = words.ties | grammar.of_words, list[int]()
    for at in range(place + 1, len(tokens)):
        token = tokens[at]
        if token.clause != tokens[place].clause or token.folded in words.joining:
            break
        if token.folded in small or token.value is not None or token.dated:
            if at == place + 1 or not grammar.brackets:
                break  # "Four on Tuesday", "four of them".
            deed = []
        elif token.content:
            deed.append(at)
    if not deed or not aligned.matched.isdisjoint(deed):
        return False
    return any(at < place and is_plain(token) for token, at in aligned.pairs_of(number.clause))


def nearest_to(tokens: Sequence[Token], where: int) -> int | None:
    """The number nearest to a place, in its own clause where that has one."""
    counted = [at for at, token in enumerate(tokens) if token.value is not None]
    counted = [at for at in counted if tokens[at].clause == tokens[where].clause] or counted
    return min(counted, key=lambda at: abs(at - where), default=None)


def is_joined_alike(
    word: tuple[Token, int], number: tuple[Token, int], told: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether a claim joins a noun of its own behind what a number counts, as the sentence does with another number.

    "Asked for 18 months in prison and a fine": "and a fine of 30,000 euros".
    """
    (token, where), (counted, place) = word, number
    own = token.before in grammar.words.joining | grammar.words.articles | grammar.words.indefinite
    if not own or not counted.start < token.start:
        return False
    joins = [at for at in range(place, where) if told[at].folded in grammar.words.joining]
    return bool(joins) and any(one.value is not None for one in told[joins[-1] : where + _COUNTED])


def is_known_noun(before: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words end in a noun that is no part of what "of" a number counts: "by six votes | the sale of two".

    It has a definite article that no preposition ties to what stands before.
    """
    words, noun, tie = grammar.words, before[-1], before[-3:-2]
    article = before[-2:-1]
    if noun.before not in grammar.definite - words.ties or noun.signs & {PART, ONLY} or not article:
        return False
    if article[0].value is not None or not noun.before:
        return False  # "Deux fermes sur cinq."
    tied = any(one.folded in words.ties | grammar.of_words for one in tie)
    return noun.content and noun.value is None and noun.share is None and not tied
