"""Nouns that only describe the noun behind them: "patient files" are files, no patients; and what is told of a part."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, content_of
from bot.domain.claims.comparing.wording import GOVERNS, IS, PART, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain

_OPENING, _FEWEST = 4, 2
_FINITE = frozenset({"past", "future", "conditional"})
_ACCUSED = f"{GOVERNS}allege"


def described(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells of several of what only describes another noun in the sentence, "" where it does not.

    In a language in which a noun stands in the singular before the one that it describes.
    """
    if not grammar.describing_plurals:
        return ""
    tokens, pairs = aligned.told.tokens, aligned.pairs
    for at, (token, place) in enumerate(pairs):
        one = token.plain.removesuffix(grammar.describing_plurals)
        if one == token.plain or one != tokens[place].plain or not is_plain(token):
            continue
        beside = any(later.before == token.folded and there == place + 1 for later, there in pairs[at + 1 : at + 2])
        if not beside and _describes(tokens, place, grammar):
            return f"tells of another thing: {token.text}"
    return ""


def _describes(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word without an article stands right before another that says something."""
    bare = tokens[place].before not in grammar.definite and tokens[place].text[0].islower()
    behind = tokens[place + 1 : place + 2]
    return bare and any(other.content and other.before == tokens[place].folded for other in behind)


def of_a_part(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells of all what a relative clause tells of a part: "3 million, of which it pays half".

    The relative word stands behind a preposition, right behind the clause that has the number.
    """
    told, matched = aligned.told, aligned.matched
    for token, place in aligned.pairs:
        clause = told.tokens[place].clause + 1
        if token.value is None or token.dated or token.share is not None or clause not in aligned.used:
            continue
        if _tells_part(aligned, clause) or not _is_tied(aligned, clause, grammar):
            continue
        parts = (at for at, one in enumerate(told.tokens) if one.clause == clause and _is_part(one))
        if any(at not in matched for at in parts):
            return f"leaves out of how many: {token.text}"
    return ""


def _tells_part(aligned: Aligned, clause: int) -> bool:
    """Whether a claim tells of a part, or takes a number of a clause: "four men, of whom two are brothers"."""
    counted = [one for one, at in aligned.pairs if one.value is not None and aligned.told.tokens[at].clause == clause]
    return bool(counted) or any(_is_part(one) for one in aligned.tokens)


def _is_tied(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a relative word opens a clause, behind a preposition and an article or none: "de los que"."""
    opening = [token.folded for token in aligned.told.tokens if token.clause == clause][:_OPENING]
    small = grammar.words.ties | grammar.definite
    first = next((at for at, word in enumerate(opening) if word not in small or word in grammar.relatives), 0)
    tied = any(word in grammar.words.ties | grammar.words.owning for word in opening[: first + 1])
    return tied and opening[first] in grammar.relatives | grammar.complements


def _is_part(token: Token) -> bool:
    """Whether a word tells of a part: a share, or a word as "some"."""
    return token.share is not None or PART in token.signs


def of_participle(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What is told of a deed and of what a participle tells of a noun behind it, each told of the other; "" if not.

    "Found in a shop a picture stolen from a museum": it was neither found in a museum nor stolen from a shop.
    """
    tokens = aligned.told.tokens
    for part in _bare(aligned, grammar.words.participles, grammar.definite):
        if _ACCUSED in tokens[part].signs and _is_charged(claim, grammar):
            continue  # "Arrested a man accused of selling": arrested for selling.
        inside = [pair for pair in aligned.pairs if tokens[pair[1]].clause == tokens[part].clause]
        for (deed, at), (thing, place) in pairwise(inside):
            tied = deed.clause == thing.clause and is_plain(deed) and not grammar.is_named(deed)
            if tied and grammar.is_tied(claim.tokens, claim.tokens.index(thing)):
                other = _of_another(aligned, part, (at, place), grammar)
                if other is not None:
                    return f"joins {thing.text} with what another belongs to: {other.text}"
    return ""


def _is_charged(claim: Clauses, grammar: Grammar) -> bool:
    """Whether a claim has a word before what somebody is held for."""
    return not grammar.words.special["charging"].isdisjoint([token.folded for token in claim.tokens])


def _of_another(aligned: Aligned, part: int, places: tuple[int, int], grammar: Grammar) -> Token | None:
    """The deed or the participle that a thing belongs to and the claim leaves out; None where it is rightly told.

    `places` are those of a claim's deed and of the thing right behind it.
    """
    tokens, (deed, thing) = aligned.told.tokens, places
    if deed < part < thing and part not in aligned.matched and _is_helped(tokens, deed, grammar):
        return tokens[part]
    first = next((at for at in range(thing) if _is_helped(tokens, at, grammar)), thing)
    apart = deed == part and first < thing < part - 1 and first not in aligned.matched
    return tokens[first] if apart else None


def _bare(aligned: Aligned, endings: tuple[str, ...], articles: frozenset[str]) -> list[int]:
    """Where participles stand right behind a noun or name, with nothing that helps them: "a picture stolen"."""
    tokens, used = aligned.told.tokens, aligned.used
    ending = [
        at
        for at, token in enumerate(tokens)
        if at and token.content and not token.entities and tokens[at - 1].content and token.text.endswith(endings)
    ]
    if not ending:
        return ending
    ending = [at for at in ending if tokens[at].clause in used and tokens[at - 1].clause == tokens[at].clause]
    return [at for at in ending if tokens[at - 1].entities or tokens[at - 1].before in articles]


def _is_helped(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is what a helping verb before it tells as done: "has found"."""
    return tokens[at].content and is_plain(tokens[at]) and tokens[at].before in grammar.perfects


def of_described(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who undergoes in a claim what a participle tells of a noun behind the deed: "freed a man accused of theft"."""
    helping = [at for at, token in enumerate(claim.tokens[:-1]) if token.signs & {PASSIVE, IS}]
    if not helping:
        return ""
    place_of = {id(token): place for token, place in aligned.pairs}
    for at in helping:
        subject = next((one for one, _ in aligned.pairs_of(claim.tokens[at].clause)), claim.tokens[at])
        part, doer = place_of.get(id(claim.tokens[at + 1]), 0), place_of.get(id(subject), 0)
        if subject.start < claim.tokens[at].start and _is_of_noun(aligned, doer, part, grammar):
            return f"gives to another what is done: {subject.text}"
    return ""


def _is_of_noun(aligned: Aligned, doer: int, part: int, grammar: Grammar) -> bool:
    """Whether a word tells of a noun right before it, which the claim leaves out, behind a deed of another."""
    tokens, noun = aligned.told.tokens, part - 1
    if part < _FEWEST or not is_plain(tokens[part]) or noun in aligned.matched:
        return False
    known = tokens[noun].content and tokens[noun].before in grammar.definite | grammar.words.indefinite
    one = tokens[doer].clause == tokens[part].clause and known and is_plain(tokens[noun])
    return one and bool(content_of(tokens[doer + 1 : noun - 1]))


def _is_small(word: str, grammar: Grammar) -> bool:
    """Whether a word is an article or a preposition."""
    return word in grammar.words.ties or word in grammar.definite


def attributed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does in a claim what the sentence only calls a thing: "left the damaged school", "they damaged the school".

    Of languages that put what describes a thing before it.
    """
    if grammar.postposed:
        return ""
    place_of = {place: token for token, place in aligned.pairs}
    for deed, at in aligned.pairs:
        thing = place_of.get(at + 1)
        if thing is None or not _is_small(aligned.told.tokens[at].before, grammar) or _is_small(deed.before, grammar):
            continue
        plain = not deed.entities and deed.value is None and deed.text[0].islower() and is_plain(thing)
        doer = _doer_of(claim.tokens, deed, thing) if plain else None
        if doer is not None and not any(PASSIVE in one.signs for one in claim.tokens):
            return f"gives to another what is done: {doer.text}"
    return ""


def _doer_of(tokens: Sequence[Token], deed: Token, thing: Token) -> Token | None:
    """Who stands before a deed of which the thing, not right behind it, is the object; None for no such deed."""
    inside = [one for one in tokens if one.content and not one.dated and one.clause == deed.clause]
    at = next((place for place, one in enumerate(inside) if one is deed), 0)
    follows = inside[at + 1 : at + 2]
    whole = at > 0 and is_plain(inside[at - 1]) and bool(follows) and follows[0] is thing
    return inside[at - 1] if whole and thing.before != deed.folded else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_joined_noun(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim says of one of two joined nouns and the sentence of the other: "a new school and a wooden bridge".

    Each has its own article, number or preposition, or another form in the claim: "a wooden school".
    """
    tokens, place_of = aligned.told.tokens, {id(token): place for token, place in aligned.pairs}
    said = [token for token in claim.tokens if token.content]
    for one, other in pairwise(said):
        first, second = sorted((place_of.get(id(one), -1), place_of.get(id(other), -1)))
        if one.clause != other.clause or first < 0 or not (is_plain(one) and is_plain(other)):
            continue
        between = claim.tokens[claim.tokens.index(one) + 1 : claim.tokens.index(other)]
        if between and [token.folded in grammar.words.ties for token in between] != [True]:
            continue
        join = next((at for at in range(second - 1, first, -1) if tokens[at].folded in grammar.words.joining), -1)
        mine, theirs = (one, other) if place_of[id(one)] == first else (other, one)
        turned = grammar.words.free_order and tokens[place_of[id(one)]].folded != one.folded and not between
        articles = (grammar.definite, grammar.words.articles, grammar.words.indefinite)
        if not (turned or [1 for words in articles if one.before in words]):
            continue
        behind = tokens[place_of[id(one)] + 1 : place_of[id(one)] + 2]
        if turned and not any(token.content and token.value is None for token in behind):
            continue  # No adjective: none has a noun right behind it.
        turned = turned and (place_of[id(one)] == first or join == second - 1)
        own = join >= 0 and (turned or _has_own(tokens, join, second, grammar))
        verb = any(token.mood in _FINITE or _may_be_verb(token, grammar) for token in (theirs, tokens[second]))
        counted = any(token.value is not None or token.dated for token in (one, other, tokens[first], tokens[second]))
        if not own or verb or counted or tokens[first].clause != tokens[second].clause:
            continue
        beside = [
            at for at in (first - 1, first + 1) if tokens[at].content and tokens[at].clause == tokens[join].clause
        ]
        beside = [at for at in beside if tokens[at].value is None and not _are_near(claim.tokens, mine, at, aligned)]
        noun = turned or tokens[first].before in grammar.definite | grammar.words.articles | grammar.words.indefinite
        led = turned or _is_led(tokens, first, grammar)
        if (
            beside
            and led
            and not (turned and tokens[first].mood == "past")
            and (noun or not _may_be_verb(tokens[first], grammar))
        ):
            return f"tells of another thing: {one.text}, {other.text}"
    return ""


def _has_own(tokens: Sequence[Token], join: int, second: int, grammar: Grammar) -> bool:
    """Whether a joined noun has an article or a number of its own, with no more than two words before it."""
    behind = tokens[join + 1]
    led = behind.folded in grammar.definite | grammar.words.articles | grammar.words.indefinite
    led = led or behind.folded in grammar.words.ties | grammar.words.fused or behind.value is not None
    return led and second - join <= _OPENING and not any(map(governs, tokens[join + 1 : second]))


def _are_near(said: Sequence[Token], mine: Token, at: int, aligned: Aligned) -> bool:
    """Whether a claim has a word beside the one that it stands beside in the sentence."""
    token = next((one for one, place in aligned.pairs if place == at), None)
    return token is not None and abs(said.index(token) - said.index(mine)) == 1


def _is_led(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an article, a number or a preposition stands before a word, one other at most between."""
    words = grammar.words
    small = grammar.definite | words.articles | words.indefinite | words.ties | words.fused
    before = [one for one in tokens[max(0, at - _FEWEST) : at] if one.clause == tokens[at].clause][::-1]
    first = next((n for n, one in enumerate(before) if one.folded in small or one.value is not None), None)
    return first is not None and all(one.content and not _may_be_verb(one, grammar) for one in before[:first])


def _may_be_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a verb: by its form, or by what it governs."""
    told = bool(token.signs) or token.plain.endswith(grammar.words.infinitives or "\0")
    return told or (token.mood == "past" and not grammar.is_participle(token))
