"""Chains of nouns in a sentence or a claim, each the owner of the one before it: "the sister of the coach's wife"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, FORMER, MORE, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, tells

# How many words a noun of a chain has with its adjectives.
_WORDS = 3


@dataclass(frozen=True)
class ChainedNoun:
    """A noun of a chain with what describes it.

    Attributes:
        places: where its words stand, in order.
        closed: whether a tie stands right behind: none of its words is a verb.
    """

    places: tuple[int, ...]
    closed: bool


Chain = tuple[ChainedNoun, ...]


def chains(tokens: Sequence[Token], grammar: Grammar) -> list[Chain]:
    """The chains of two or more nouns, each from what is somebody's to the last owner."""
    owners = {owned[-1]: (owned, owner) for owned, owner in _pairs(tokens, grammar)}
    inner = {place for _, owner in owners.values() for place in owner}
    return [_chain(head, owners) for head, (owned, _) in owners.items() if inner.isdisjoint(owned)]


def _chain(head: int, owners: dict[int, tuple[list[int], list[int]]]) -> Chain:
    """The chain of a noun at a place, by the owners of all nouns."""
    links: list[ChainedNoun] = []
    owner: list[int] = []
    while head in owners and len(links) < len(owners):
        owned, owner = owners[head]
        links.append(ChainedNoun(tuple(owned), closed=True))
        head = next((place for place in owner if place in owners), owner[-1])
    return (*links, ChainedNoun(tuple(owner), closed=False))


def _pairs(tokens: Sequence[Token], grammar: Grammar) -> Iterator[tuple[list[int], list[int]]]:
    """What is somebody's and whose it is, for every tie between two nouns."""
    for at in range(len(tokens)):
        if _is_pronoun(tokens[at], grammar):
            owned, owner = _own(tokens, at, grammar), [at]
        elif _is_possessor(tokens, at, grammar):
            owned, owner = _behind(tokens, at + 1, grammar), _before(tokens, at + 1, grammar)
        elif at and _ties(tokens, at, grammar):
            owned, owner = _before(tokens, at, grammar), _behind(tokens, at + 1, grammar)
        elif at and is_cased(tokens, at, grammar):
            own = at - grammar.is_possessive(tokens[at - 1])
            owned, owner = _before(tokens, own, grammar), _behind(tokens, at, grammar)
        else:
            continue
        if owned and owner:
            yield owned, owner + _name_behind(tokens, owned, owner[-1], grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _name_behind(tokens: Sequence[Token], owned: Sequence[int], last: int, grammar: Grammar) -> list[int]:
    """Where the name of an owner stands, behind their trade: "the wife of the banker (arrested) Miles Lorn".

    A trade that is no known office is one where what is theirs is a relative or a neighbour.
    """
    at, kin = last + 1, tokens[owned[-1]].folded in grammar.words.special["kin"]
    person = grammar.is_role(tokens[last]) or tokens[last].stem not in grammar.words.bodies
    titled = (
        kin or grammar.nouns or (grammar.is_role(tokens[last]) and (grammar.words.free_order or not grammar.inflects))
    )
    if not (is_plain(tokens[last]) and titled and person) or at >= len(tokens):
        return []
    at += grammar.is_participle(tokens[at]) and at + 1 < len(tokens)
    if at >= len(tokens) or (grammar.words.free_order and not _is_owners(tokens, owned[-1], at, grammar)):
        return []  # "Заступниця мера Ганна Діда": the deputy's own name.
    name: list[int] = []
    while at < len(tokens) and tokens[at].clause == tokens[last].clause and _is_of(tokens, name, at, grammar):
        name.append(at)
        at += 1
    return name


def _is_owners(tokens: Sequence[Token], head: int, at: int, grammar: Grammar) -> bool:
    """Whether a name has the ending of an owner and is no name of the noun that is theirs: "дружина банкіра Павла"."""
    gender, genders = grammar.role_gender(tokens[head]), grammar.genders([tokens[at]])
    own = not (gender and genders) or gender in genders
    return grammar.is_inflected(tokens[at]) or (_has_owner_ending(tokens[at], grammar) and not own)


def _is_of(tokens: Sequence[Token], name: Sequence[int], at: int, grammar: Grammar) -> bool:
    """Whether a word is a person's name, or goes on with the one that stands at some places."""
    token = tokens[at]
    if not token.entities or token.text[0].islower() or not grammar.is_person(token, surely=True):
        return False
    return not name or bool(token.entities & tokens[name[0]].entities)


def _own(tokens: Sequence[Token], at: int, grammar: Grammar) -> list[int]:
    """Where what is somebody's stands, behind a pronoun for whose it is or before it: "his wife", "soția lui"."""
    behind = [one for one in tokens[at + 1 : at + 2] if one.clause == tokens[at].clause]
    if grammar.is_possessive(tokens[at]):
        return [at + 1] if behind and _is_word(behind[0], grammar) else []
    return _before(tokens, at, grammar) if at and not (behind and behind[0].entities) else []


def _is_pronoun(token: Token, grammar: Grammar) -> bool:
    """Whether a word stands for whose something is: "his", "lui"."""
    if not token.entities or token.content:
        return False
    return grammar.is_possessive(token) or token.folded in grammar.words.special["chaining"]


def _is_possessor(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word has the ending for whose the noun behind it is: "the coach's wife", "Ute Kerns Sohn"."""
    if tokens[at].owner:
        return True
    if not grammar.brackets or not tokens[at].entities or not grammar.is_inflected(tokens[at]):
        return False
    behind = tokens[at + 1 : at + 2]
    return (
        bool(behind) and behind[0].text[0].isupper() and behind[0].clause == tokens[at].clause and is_plain(behind[0])
    )


def _ties(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word ties the noun behind it to the one before as its owner."""
    token, before = tokens[at], tokens[at - 1]
    chains = token.folded in grammar.words.special["chaining"] or token.folded in grammar.genitives
    if not chains or before.clause != token.clause:
        return False
    if grammar.nouns and not before.text[0].isupper():
        return False
    if grammar.words.owner_endings and token.folded in grammar.perfects:  # "Sora a vândut".
        behind = tokens[at + 1 : at + 2]
        return bool(behind) and _has_owner_ending(behind[0], grammar)
    return AGENT not in token.signs or not tells([one for one in tokens if one.clause == token.clause], PASSIVE)


def is_cased(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun's ending tells that the one right before it is theirs: "sora soției", "сестра дружини"."""
    token, before = tokens[at], tokens[at - 1]
    if at > 1 and grammar.words.free_order and grammar.is_possessive(before):
        before = tokens[at - 2]  # "Брат його дружини".
    if not grammar.words.owner_endings or token.clause != before.clause or not _is_word(token, grammar):
        return False
    if not _is_word(before, grammar) or before.signs or not _has_owner_ending(token, grammar):
        return False
    if before.entities:
        return False
    if token.entities:
        return grammar.is_inflected(token) and not token.folded.endswith(tuple(grammar.words.special["done_to_names"]))
    if not grammar.words.free_order:
        return before.folded.endswith(tuple(grammar.words.special["chained_heads"]))
    return not _agrees(before, token, grammar)


def _has_owner_ending(token: Token, grammar: Grammar) -> bool:
    """Whether a word may have the ending of an owner."""
    special = grammar.words.special
    return token.folded.endswith(tuple(special["chained_ends"])) and not token.folded.endswith(
        tuple(special["unchained_ends"]) or "\0"
    )


def _agrees(before: Token, token: Token, grammar: Grammar) -> bool:
    """Whether a word before a noun may be its adjective or verb: "стара вчителька", not "сестра вчительки"."""
    special = grammar.words.special
    if grammar.is_role(before):
        oblique = before.folded.endswith(tuple(special["oblique_ends"])) and grammar.role_gender(before) != "f"
        return not oblique and token.folded.endswith(tuple(special["done_to_names"]))  # "Тренер команду очолив".
    governed = bool(before.before) and before.folded.endswith(tuple(special["oblique_ends"]))
    if governed and token.folded.endswith(tuple(special["several_ends"])) and not grammar.is_role(token):
        return True  # "За допомогою дрона | лісники виявили".
    pairs = (one.split("-") for one in special["agreeing_ends"])
    return any(before.folded.endswith(one) and token.folded.endswith(other) for one, other in pairs)


def _is_word(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be of a noun's phrase and is neither small nor a number."""
    if token.dated or token.value is not None or token.folded in grammar.definite:
        return False
    if token.signs & {FORMER, MORE}:
        return True
    if token.content:
        return token.mood not in FINITE
    return grammar.is_role(token)


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: the conditions of one reading, each a cheap way out before the next.
def _before(tokens: Sequence[Token], end: int, grammar: Grammar) -> list[int]:
    """Where the noun with its adjectives stands right before a place, [] where none does."""
    at = end
    while at and end - at < _WORDS and tokens[at - 1].clause == tokens[end - 1].clause:
        if not _is_word(tokens[at - 1], grammar) or (at < end and tokens[at - 1].owner):
            break
        if at < end and grammar.words.owner_endings and not _describes(tokens[at - 1], tokens[at], grammar):
            break
        at -= 1
    if at == end:
        return []
    kind = at > 1 and tokens[at - 1].folded in grammar.words.special["chained_kinds"]
    if kind and tokens[at - 2].clause == tokens[at].clause and tokens[end].folded in grammar.definite:
        return _before(tokens, at - 1, grammar)  # "Sala | de sport | a școlii".
    first = tokens[at - 1] if at and tokens[at - 1].clause == tokens[end - 1].clause else None
    led = first is not None and (first.owner or first.folded in grammar.definite or first.folded in grammar.words.ties)
    led = led or (first is not None and grammar.is_possessive(first)) or (at < end and is_cased(tokens, at, grammar))
    if led or (first is None and end - at == 1):
        return list(range(at, end))
    at = end - 1
    while at and tokens[at - 1].entities & tokens[at].entities and tokens[at - 1].clause == tokens[at].clause:
        at -= 1
    noun = grammar.nouns or grammar.words.owner_endings or tokens[end - 1].entities or grammar.is_role(tokens[end - 1])
    return list(range(at, end)) if noun else []


def _describes(before: Token, token: Token, grammar: Grammar) -> bool:
    """Whether a word before a noun is its adjective, by the endings of both: "старої вчительки", "fostului elev"."""
    if FORMER in before.signs or not grammar.words.free_order:
        return FORMER in before.signs
    return not grammar.is_role(before) and _agrees(before, token, grammar)


def _behind(tokens: Sequence[Token], first: int, grammar: Grammar) -> list[int]:
    """Where a noun with its adjectives stands right behind a place, an article between them or none; [] for none."""
    at, clause = first, tokens[first - 1].clause
    while at < len(tokens) and tokens[at].clause == clause and not _is_word(tokens[at], grammar):
        small = tokens[at].folded in grammar.definite or grammar.is_possessive(tokens[at])
        if at > first + 1 or not (small or _is_attribute(tokens, at, grammar)):
            return []
        at += 1
    found: list[int] = []
    while at < len(tokens) and tokens[at].clause == clause and (len(found) < _WORDS or tokens[at].entities):
        if not _goes_on(tokens, found, at, grammar):
            break
        found.append(at)
        at += 1
        if _is_possessor(tokens, at - 1, grammar):
            return _behind(tokens, at, grammar)
    return found


def _is_attribute(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a participle stands between an article and its noun: "the jailed banker"."""
    behind = tokens[at + 1 : at + 2]
    led = tokens[at].before in grammar.definite and tokens[at].mood == "past"
    return led and bool(behind) and behind[0].clause == tokens[at].clause and _is_word(behind[0], grammar)


def _goes_on(tokens: Sequence[Token], found: Sequence[int], at: int, grammar: Grammar) -> bool:
    """Whether a word is of the phrase that begins with the words found: an adjective's noun, a title's name."""
    token = tokens[at]
    if not found or not _is_word(token, grammar):
        return not found
    before = tokens[found[-1]]
    if token.entities or before.entities:
        return bool(token.entities & before.entities) or _is_titled(before, token, grammar)
    if before.signs & {FORMER, MORE}:
        return True
    return before.text[0].islower() if grammar.nouns else _is_described(tokens, at, grammar)


def _is_described(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is the noun of the adjective before it, by the endings of both or by what it is."""
    token, before = tokens[at], tokens[at - 1]
    if grammar.words.owner_endings:
        return _describes(before, token, grammar) or (not grammar.words.free_order and grammar.is_role(token))
    if grammar.is_role(token):
        return True  # "The old teacher", also where the first may be a noun: "anciana maestra".
    tied = at + 1 < len(tokens) and tokens[at + 1].clause == token.clause and _ties(tokens, at + 1, grammar)
    return not grammar.is_role(before) and (_is_possessor(tokens, at, grammar) or tied)


def _is_titled(title: Token, name: Token, grammar: Grammar) -> bool:
    """Whether a name is of whom the word before it calls by an office, in the same case where names have cases."""
    called = bool(name.entities) and grammar.is_role(title)
    return called and (not grammar.inflects or grammar.is_inflected(name))
