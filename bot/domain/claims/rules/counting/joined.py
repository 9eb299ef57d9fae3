"""Numbers of two joined deeds: "bought the wine for 90 cents and sold it for four euros": sold the wine for four."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, IS, PASSIVE, WAS
from bot.domain.claims.rules.counting.ranges import without_other_end
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain, places_in

# How many small words may stand between "and" and the verb: "et le revendait".
_SMALL = 2
# How many words a list's number counts with at most, and how long the list is.
_LISTED, _LONGEST, _VERBS = 4, 20, {PASSIVE, IS, WAS}
# How far before what it is of a noun stands.
_OF = 2
# How far behind the word for votes the number of those against stands.
_OPPOSED = 3


def without_joined(
    rivals: Sequence[int], number: tuple[Token, int], aligned: Aligned, said: Sequence[Token], grammar: Grammar
) -> list[int]:
    """The places of other numbers, without those of a deed before the one that a claim takes, and that takes alone."""
    (token, place), small = number, grammar.words.joins | grammar.words.joining
    inside = [one for one in said if one.clause == token.clause and one.start < token.start]
    rivals = _without_result(rivals, place, aligned.told.tokens, grammar)
    rivals = rivals and without_other_end(rivals, place, aligned.told.tokens, grammar)
    rivals = rivals and _unlisted(rivals, aligned, place, grammar)
    if not rivals or [one for one in inside if one.folded in small]:
        return list(rivals)
    deed = _deed_before(aligned, place, _taken(aligned, inside), grammar)
    return list(rivals) if deed is None else [at for at in rivals if at > deed]


def _without_result(rivals: Sequence[int], place: int, tokens: Sequence[Token], grammar: Grammar) -> list[int]:
    """The places of other numbers, without those of a vote's result ("by 17 to 10"), where the claim's own is none.

    All else that the sentence tells is told of what was voted on.
    """
    votes = [at for at, token in enumerate(tokens) if token.folded in grammar.words.special["ballots"]]
    result = {at for at in (*rivals, place) if any(at < one <= at + _OF or one < at <= one + _OPPOSED for one in votes)}
    return list(rivals) if place in result else [at for at in rivals if at not in result]


# Complexity: the ways in which things are not told of together.
def _unlisted(rivals: Sequence[int], aligned: Aligned, place: int, grammar: Grammar) -> list[int]:
    """Other numbers, without those of things told of together with what one counts: "40 chairs and 12 tables".

    Of those things a claim takes nothing, and none does anything of its own: "and twelve drivers were fined".
    """
    tokens, matched = aligned.told.tokens, aligned.matched
    counted = [at for at, token in enumerate(tokens) if token.value is not None and abs(at - place) <= _LONGEST]
    if place not in counted or place + 1 not in matched:
        return list(rivals)
    links = [_are_listed(aligned, one, other, grammar) for one, other in pairwise(counted)]
    first = last = counted.index(place)
    while first and links[first - 1]:
        first -= 1
    while last < len(links) and links[last]:
        last += 1
    found = counted[first : last + 1]
    taken = any({at, at + 1} & matched for at in found if at != place) or _does_more(aligned, found[-1], grammar)
    things = (tokens[_thing(tokens, at, grammar)] for at in found)
    alone = not all(one.content and not one.signs for one in things)
    further = place != found[-1] and max(matched) > found[-1]
    return list(rivals) if taken or alone or further else [at for at in rivals if at not in found]


def _does_more(aligned: Aligned, last: int, grammar: Grammar) -> bool:
    """Whether a clause goes on behind what its last number counts with a word that a claim leaves out."""
    tokens = aligned.told.tokens
    for at in range(last + 2, len(tokens)):
        one = tokens[at]
        if one.clause != tokens[last].clause or one.folded in grammar.words.ties:
            return False
        if at not in aligned.matched and (one.content or one.signs & _VERBS or one.folded in grammar.words.perfects):
            return True
    return False


def _thing(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """The place of what a number counts, right behind it or behind an "of": "40 de scaune"."""
    behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].folded in grammar.of_words)
    return min(behind, len(tokens) - 1)


def _are_listed(aligned: Aligned, at: int, place: int, grammar: Grammar) -> bool:
    """Whether a comma or an "and" alone parts what a number counts from the next one."""
    tokens, words = aligned.told.tokens, grammar.words
    between = tokens[at + 1 : place]
    joins = words.joins | words.joining
    first = [one for one in between if one.folded not in joins and one.folded not in grammar.of_words]
    parted = tokens[place].before in joins or (
        tokens[place].clause == tokens[at].clause + 1 and aligned.told.clauses.marks[tokens[place].clause] == ","
    )
    if not parted or not 0 < len(first) < _LISTED or not any(one.content for one in first):
        return False
    return not any(one.mood == "past" or one.signs or one.folded in words.perfects for one in first)


def of_deed_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim has a number of the first of two deeds told of the second, which has its own; "" where not."""
    numbers = [pair for pair in aligned.pairs if pair[0].value is not None]
    small = grammar.words.joins | grammar.words.joining
    for token, place in numbers:
        inside = [one for one in claim.tokens if one.clause == token.clause]
        deed = None if [one for one in inside if one.folded in small] else _deed_behind(aligned, place, grammar)
        taken = _taken(aligned, inside).get(-1 if deed is None else deed)
        if taken is not None and not grammar.is_named(taken) and _has_deed(aligned, place, grammar):
            return f"joins {token.text} with what another belongs to: {taken.text}"
    return ""


def counts_of_two(tokens: Sequence[Token], thing: int, place: int, grammar: Grammar) -> bool:
    """Whether a thing is counted by an article, and a number behind "and" counts another: "un muerto y tres"."""
    if tokens[thing].before not in grammar.definite | grammar.words.articles or not tokens[thing].content:
        return False
    behind = tokens[place + 1 : place + 2]
    joined = tokens[place].before in grammar.words.joining or tokens[place].clause > tokens[thing].clause
    return joined and bool(behind) and behind[0].content and behind[0].clause == tokens[place].clause


def _has_deed(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a word that a claim leaves out may be a verb before a number in its clause."""
    tokens = aligned.told.tokens
    before = [at for at in places_in(tokens, tokens[place].clause) if at < place and at not in aligned.matched]
    return any(_is_verb(tokens[at], grammar) for at in before)


def _deed_behind(aligned: Aligned, place: int, grammar: Grammar) -> int | None:
    """Where the word stands that "and" joins behind what a number counts, with a number that a claim leaves out."""
    tokens, small = aligned.told.tokens, grammar.words.joins | grammar.words.joining
    places = places_in(tokens, tokens[place].clause)
    join = next((at for at in places if at > place and tokens[at].folded in small), place)
    if [at for at in range(place + 1, join) if tokens[at].content and not grammar.is_thing(tokens, at)]:
        return None
    near = [at for at in places if place < join < at <= join + 1 + _SMALL and tokens[at].content]
    return near[0] if near and _counts_another(aligned, [at for at in places if at > near[0]]) else None


def _counts_another(aligned: Aligned, places: Sequence[int]) -> bool:
    """Whether the first number at these places is one that a claim leaves out."""
    own = next((at for at in places if aligned.told.tokens[at].value is not None), None)
    return own is not None and own not in aligned.matched


def unjoined(tokens: Sequence[Token], between: tuple[int, int], others: list[int], grammar: Grammar) -> list[int]:
    """Other numbers, without those between a word that governs all that is joined behind it and the last of that.

    "Expected to take 5 weeks and cost 80 crowns". `between` is where that word and the number stand.
    """
    where, place = between
    if where > place or not governs(tokens[where]):
        return others
    joins = [at for at in range(where, place) if tokens[at].folded in grammar.words.joins]
    return [at for at in others if not where < at < joins[-1]] if joins else others


def _taken(aligned: Aligned, inside: Sequence[Token]) -> dict[int, Token]:
    """The plain words of a claim's clause by where the sentence has them."""
    return {at: one for one, at in aligned.pairs if one in inside and is_plain(one)}


def _deed_before(aligned: Aligned, place: int, taken: dict[int, Token], grammar: Grammar) -> int | None:
    """Where the verb stands that "and" joins to another before a number, where a claim takes it; None without one."""
    tokens, joining = aligned.told.tokens, grammar.words.joins | grammar.words.joining
    for at in range(place - 1, 0, -1):
        if tokens[at].clause != tokens[place].clause:
            return None
        before = [one.folded for one in tokens[max(0, at - 1 - _SMALL) : at] if not one.content]
        if at in taken and not joining.isdisjoint(before):
            noun = grammar.nouns and tokens[at].text[0].isupper()
            # "Et le revendait": a pronoun, for which the claim has no article.
            return None if noun or (grammar.is_named(tokens[at]) and grammar.is_named(taken[at])) else at
    return None


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word says something and is no noun, as far as it tells."""
    noun = grammar.is_named(token) or (grammar.nouns and token.text[0].isupper())
    return token.content and is_plain(token) and not noun


def unled(tokens: Sequence[Token], places: tuple[int, int], others: list[int], grammar: Grammar) -> list[int]:
    """Other numbers, without those of who did what a sentence opens with: "a fund set up by two men, has 9,000".

    `places` are those of a word and of a number.
    """
    where, place = places
    first = where - (where > 1 and tokens[where].before in grammar.of_words) * _OF  # "Una raccolta di fondi"
    opens = not [token for token in tokens[:first] if token.content]
    if not opens or where > place or tokens[where].clause == tokens[place].clause:
        return others
    return [at for at in others if AGENT not in tokens[at - 1].signs or tokens[at].clause != tokens[where].clause]
