"""Whose a thing is, and who does it, where a sentence has two bodies: "the profit of A", "A buys B from C"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words stand between a noun and whose it is, a preposition and an article.
_BEHIND = 3


def of_other_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whose a thing is in a claim, where the sentence has another right behind the noun."""
    tokens, of_words = claim.tokens, grammar.of_words
    tied = {id(tokens[at - 1]): at - 1 for at, one in enumerate(tokens) if one.folded in of_words}
    for noun, place in aligned.pairs if tied else ():
        if id(noun) not in tied or not is_plain(noun):
            continue
        mine = _owner(tokens, tied[id(noun)], grammar)
        theirs = None if mine is None else _owner(aligned.told.tokens, place, grammar)
        if mine is None or theirs is None or not mine.entities.isdisjoint(theirs.entities):
            continue
        at = aligned.told.tokens.index(theirs)
        if at not in aligned.matched and not _is_listed(aligned, at, mine, grammar):
            return f"tells of another thing: {mine.text}"
    return exchanged_owner(claim, aligned, grammar)


def exchanged_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whose a thing is in a claim, where the sentence has another's name beside the noun.

    "The dog was Emil Vogt's" of "Rosa Klein's dog bit Emil Vogt's cat".
    """
    told, named = aligned.told.tokens, {at: one for at, one in enumerate(claim.tokens) if one.entities}
    if not named or len(aligned.told.named.keys() | next(iter(named.values())).entities) <= 1:
        return ""
    names = [at for at, one in named.items() if grammar.is_person(one)]
    for noun, place in aligned.pairs if names else ():
        theirs = _named_owner(told, place, grammar) if is_plain(noun) and not noun.entities else frozenset()
        if not theirs:
            continue
        at = claim.tokens.index(noun)
        mine = _named_owner(claim.tokens, at, grammar) or _told_owner(claim.tokens, at, names, grammar)
        if mine and mine.isdisjoint(theirs):
            return f"gives to another what is theirs: {noun.text}"
    return ""


def _named_owner(tokens: list[Token], at: int, grammar: Grammar) -> frozenset[int]:
    """Who is named beside a noun as whose it is: "Ann Holm's | dog", "the dog | of Ann Holm"."""
    before = tokens[at - 1] if at else tokens[at]
    if before.owner and before.entities and before.text[0].isupper():
        return before.entities if grammar.is_person(before) else frozenset()
    named = _owner(tokens, at, grammar)
    return named.entities if named is not None and grammar.is_person(named) else frozenset()


def _told_owner(tokens: list[Token], at: int, names: list[int], grammar: Grammar) -> frozenset[int]:
    """Who is named behind "is" as whose the noun is that a claim opens with: "the dog was that of Ann Holm"."""
    opening = next(place for place, one in enumerate(tokens) if one.content)
    for name in names if at == opening else ():
        first = name
        while first and (tokens[first - 1].entities & tokens[name].entities or not tokens[first - 1].content):
            if not tokens[first - 1].signs.isdisjoint({IS, WAS}):
                tied = any(one.owner for one in tokens[first:] if one.entities & tokens[name].entities)
                tied = tied or any(one.folded in grammar.of_words for one in tokens[first:name])
                return tokens[name].entities if tied else frozenset()
            first -= 1
    return frozenset()


def _is_listed(aligned: Aligned, first: int, owner: Token, grammar: Grammar) -> bool:
    """Whether a name stands in a list that begins at a place: "the mayors of Selby, Marlo and Dorrick"."""
    tokens, place = aligned.told.tokens, next((at for token, at in aligned.pairs if token is owner), 0)
    joins = grammar.words.joins | grammar.words.joining
    between = tokens[first + 1 : place]
    return first < place and all(token.entities or token.folded in joins for token in between)


def _owner(tokens: list[Token], at: int, grammar: Grammar) -> Token | None:
    """The name behind a noun and a preposition of possession, None for a noun without."""
    behind = [token for token in tokens[at + 1 : at + 1 + _BEHIND] if token.clause == tokens[at].clause]
    if not behind or behind[0].folded not in grammar.of_words:
        return None
    named = next((token for token in behind[1:] if token.content), None)
    return named if named is not None and named.entities and named.text[0].isupper() else None


def turned_names(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two names of bodies that have no cases, each where the sentence has the other: "A buys B"."""
    if not grammar.words.free_order or claim.headline or tells(claim.tokens, PASSIVE):
        return ""
    told = aligned.told.tokens
    names = [(one, at) for one, at in aligned.pairs if _is_bare(one, told[at], grammar)]
    if not names or names[0][0] is not aligned.tokens[0]:
        return ""
    return _turned(aligned, names, grammar)


def _turned(aligned: Aligned, names: list[tuple[Token, int]], grammar: Grammar) -> str:
    """What speaks against the first of a claim's names as who does it, by where the sentence has it; "" for nothing."""
    told, (first, here) = aligned.told.tokens, names[0]
    deed = next((at for one, at in aligned.pairs_of(first.clause) if is_plain(one)), here)
    if here > deed and grammar.is_tied(told, here) and any(token.entities for token in told[:deed]):
        return f"gives to another what is done: {first.text}"
    turned = [one for one, at in names[1:] if at < deed < here and one.clause == first.clause]
    return f"turns round who does what: {first.text}, {turned[0].text}" if turned else ""


def _is_bare(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a word is a body's name in one form in a claim and the sentence."""
    named = bool(token.entities) and token.text[0].isupper() and not grammar.is_person(token)
    return named and token.folded == other.folded
