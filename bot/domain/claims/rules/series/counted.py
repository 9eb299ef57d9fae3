"""How many of each of two things, and of how many: "three watches and a necklace", not "three necklaces"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_year


# Complexity: the conditions of one reading, each a cheap way out before the next.
def counts_single(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has several of what a sentence has one of, beside several of another; or ""."""
    tokens, place_of = aligned.told.tokens, {id(token): at for token, at in aligned.pairs}
    for token, at in aligned.pairs:
        if token.value is None or token.value <= 1 or token.dated or is_year(token) or tokens[at].value is None:
            continue
        mine, theirs = _counted(claim.tokens, claim.tokens.index(token)), _counted(tokens, at)
        place = place_of.get(id(claim.tokens[mine])) if mine is not None else None
        if place is None or theirs is None or place == theirs or tokens[place].entities:
            continue
        same = claim.tokens[mine or 0].keys & tokens[place].keys  # No compound: "zwei Chormitglieder".
        other = (same or not grammar.nouns) and not tokens[place].keys & tokens[theirs].keys
        single = (
            grammar.words.joining if grammar.words.free_order else grammar.words.articles | grammar.words.indefinite
        )
        if other and tokens[place].before in single and at < theirs < place:
            return f"counts something else: {token.text}"
    return ""


def _counted(tokens: Sequence[Token], at: int) -> int | None:
    """Where the word stands right behind a number; None where none that says something does."""
    behind = at + 1
    counted = behind < len(tokens) and tokens[behind].clause == tokens[at].clause and tokens[behind].content
    return behind if counted and tokens[behind].value is None else None


def none_of_one(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that denies of each thing what a sentence denies of the one: "no school", "the"."""
    none = grammar.words.special["nobody"]
    if [1 for token in aligned.told.tokens if token.folded in none]:
        return ""
    tokens = aligned.told.tokens
    for token, at in aligned.pairs:
        if token.before not in none or token.folded != tokens[at].folded:
            continue
        if tokens[at].before in grammar.definite - grammar.words.articles - grammar.words.indefinite:
            return f"adds that it is all: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def number_of_other_deed(aligned: Aligned) -> str:
    """What speaks against a claim that has with one deed the number of another, where that has its own; or "".

    "They asked for six years; the judge sentenced him to four": not to six.
    """
    tokens, clauses = aligned.told.tokens, aligned.used
    for token, at in aligned.pairs if len(clauses) > 1 else ():
        if token.value is None or token.dated or is_year(token) or tokens[at].value is None:
            continue
        home, unit = tokens[at].clause, tokens[at + 1 : at + 2]
        others = [place for place in aligned.matched if tokens[place].clause == home and place not in (at, at + 1)]
        away = {tokens[place].clause for place in aligned.matched} - {home}
        if others or not unit or not unit[0].content or unit[0].clause != home:
            continue
        for place, one in enumerate(tokens[:-1]):
            own = one.clause in away and one.value is not None and place not in aligned.matched
            alike = tokens[place + 1].stem == unit[0].stem and tokens[place + 1].clause == one.clause
            if own and alike and not one.dated and one.value != token.value:
                return f"joins {token.text} with what another belongs to: {one.text}"
    return ""


def _is_tie(token: Token, grammar: Grammar) -> bool:
    """Whether a word ties what is counted to its number, or tells no part of it: "20 de urși", not "20 of the"."""
    words = grammar.words
    return token.folded in grammar.of_words or (token.folded in words.ties and token.folded not in words.partitives)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def part_of_other_things(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim of some of what is counted before where the sentence counts other things; or "".

    "The school has 300 pupils. 150 parents came": not 150 of the pupils.
    """
    told, words = aligned.told.tokens, grammar.words
    place_of = {id(token): at for token, at in aligned.pairs}
    for token, place in aligned.pairs:
        at = claim.tokens.index(token) + 1
        if token.value is None or told[place].value is None or token.share is not None or at + 1 >= len(claim.tokens):
            continue
        if claim.tokens[at].folded not in words.partitives:
            continue
        behind = [one for one in claim.tokens[at:] if one.clause == token.clause and one.content and one.value is None]
        noun = place_of.get(id(behind[0])) if behind else None
        near = place + 1 + any(_is_tie(one, grammar) for one in told[place + 1 : place + 2])
        other = told[near] if near < len(told) else None
        if other is None or (noun is not None and place < noun <= near + 1) or near in aligned.matched:
            continue
        counted = (
            other.content and is_plain(other) and other.value is None and not (other.dated or other.mood == "past")
        )
        if counted and other.clause == told[place].clause and other.folded not in words.others | words.further:
            return f"counts something else: {token.text}"
    return ""


def counted_twice(aligned: Aligned) -> str:
    """What speaks against a claim that has twice the one number of a sentence: "two people robbed two men"; or ""."""
    taken = dict[int, Token]()
    for token, place in aligned.pairs:
        if token.value is not None and not token.dated and taken.setdefault(place, token) is not token:
            return f"counts something else: {token.text}"
    return ""
