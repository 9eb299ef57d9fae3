"""Two nouns for deeds joined, each with what is done: "the purchase of A and the sale of B" is no purchase of B."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# An article, a title and a name stand behind what ties them to a noun.
_TIED_WORDS = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_other_noun(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whom or what a claim ties to one of two joined nouns that a sentence ties to the other, "" for nobody."""
    del claim
    tokens, matched = aligned.told.tokens, aligned.matched
    joins = [at for at, one in enumerate(tokens) if one.folded in grammar.words.joining and at + 2 < len(tokens)]
    for at in joins:
        second = _noun_behind(tokens, at, grammar)
        theirs = _tied_to(tokens, second, len(tokens), grammar) if second else []
        if second is None or not theirs:
            continue
        for first in range(at - 2, max(-1, at - 2 - _TIED_WORDS), -1):
            if tokens[first].clause != tokens[at].clause:
                break
            mine = _tied_to(tokens, first, at, grammar)
            if not mine:
                continue
            other = theirs if first in matched else mine
            crossed = (first in matched) is not (second in matched)
            own = mine if first in matched else theirs
            if crossed and matched.isdisjoint(own) and not matched.isdisjoint(other):
                taken = next(place for place in other if place in matched)
                return f"joins {tokens[taken].text} with what another belongs to: {tokens[own[0]].text}"
    return ""


def _noun_behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """The noun right behind a joining word, with or without its article."""
    place = at + 1 + (not tokens[at + 1].content and tokens[at + 1].folded in grammar.definite | grammar.words.articles)
    place += place == at + 1 and not tokens[place].content and place + 1 < len(tokens)
    if place >= len(tokens) or tokens[place].clause != tokens[at].clause:
        return None
    one = tokens[place]
    return place if one.content and not (one.entities or one.dated or one.value is not None) else None


def _tied_to(tokens: Sequence[Token], noun: int, stop: int, grammar: Grammar) -> list[int]:
    """The places of what stands right behind a noun as what its deed is done to."""
    tie = noun + 1
    if tie >= stop or tokens[noun].clause != tokens[tie].clause or not tokens[noun].content or tokens[noun].entities:
        return []
    tied = tokens[tie].folded in grammar.of_words or (grammar.nouns and tokens[tie].folded in grammar.definite)
    if not tied and not grammar.words.free_order:
        return []
    found: list[int] = []
    for at in range(tie + (not grammar.words.free_order), min(stop, tie + _TIED_WORDS)):
        one = tokens[at]
        if one.clause != tokens[noun].clause:
            break
        if one.content and not one.dated:
            found.append(at)
        elif found:
            break
    return found
