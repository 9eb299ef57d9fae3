"""Who does in a claim what the sentence tells of another in a part of its own: "while Ann spoke, farmers left"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.exchanging.spans import LEADING, ClausePart, doer, is_led, is_verb_form, part_of, parts
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

EXCHANGED = "exchanges what two clauses tell"

Pair = tuple[Token, int]
# How many words stand between such a word and its noun.
_LED = 3


@dataclass(frozen=True, slots=True)
class _Taken:
    """A part of a claim with what it takes of the sentence, and the sentence's parts."""

    tokens: Sequence[Token]
    part: ClausePart
    pairs: Sequence[Pair]
    told: Sequence[Token]
    parts: Sequence[ClausePart]
    marks: Sequence[str]
    quotes: bool

    def is_later(self, own: ClausePart, other: ClausePart) -> bool:
        """Whether a part stands behind another and a semicolon: nothing before it tells of who is only named there."""
        if own.start < other.start or self.quotes:
            return False
        first, last = self.told[other.start].clause, self.told[own.start].clause
        return ";" in self.marks[first + 1 : last + 1]


def given_to_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it, or what it is done to, in one of a claim's parts, "" for nothing."""
    told = parts(aligned.told.clauses, grammar)
    if len(told) < len("ab"):
        return ""
    marks, quotes = aligned.told.clauses.marks, [1 for one in aligned.told.quoted if one is not None] != []
    for part in parts(claim, grammar):
        inside = {id(token) for token in claim.tokens[part.start : part.end]}
        pairs = [pair for pair in aligned.pairs if id(pair[0]) in inside]
        taken = _Taken(claim.tokens, part, pairs, aligned.told.tokens, told, marks, quotes)
        fault = _of_doer(taken, grammar) or _of_thing(taken, grammar)
        if fault:
            return f"{EXCHANGED}: {fault.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _of_doer(taken: _Taken, grammar: Grammar) -> Token | None:
    """Who does it in a claim's part and does something else in the sentence, where another does it; None for nobody."""
    at = doer(taken.tokens, taken.part, grammar)
    if at < 0:
        return None
    subject, tokens = taken.tokens[at], taken.told
    here = next((place for token, place in taken.pairs if token is subject), -1)
    own = part_of(taken.parts, here) if here >= 0 else None
    first = doer(tokens, own, grammar) if own is not None else -1
    if own is None or (first != here and tokens[first].entities.isdisjoint(subject.entities or {-1})):
        return None
    deeds = [at for token, at in taken.pairs if token is not subject and _is_done(taken, token, grammar)]
    verbs = [at for at, place in enumerate(deeds) if place in own and is_verb_form(tokens[place], grammar)]
    others = [there for there in deeds[: verbs[0] if verbs else len(deeds)] if there not in own]
    ahead = part_of(taken.parts, others[0]) if others else own
    turned = any(token.start < subject.start and _is_done(taken, token, grammar) for token, _ in taken.pairs)
    if turned and not grammar.brackets:
        return None  # "There will be a chick" of "there is an egg; the chick will hatch in May".
    if taken.is_later(own, ahead) and doer(tokens, ahead, grammar) < 0:
        return subject
    return subject if any(_is_anothers(taken, subject, there, grammar) for there in others) else None


def _is_done(taken: _Taken, token: Token, grammar: Grammar) -> bool:
    """Whether a claim's word may be a deed, and no noun behind a number."""
    at = taken.tokens.index(token)
    return _is_deed(token, grammar) and not (at and taken.tokens[at - 1].value is not None)


def _is_anothers(taken: _Taken, subject: Token, deed: int, grammar: Grammar) -> bool:
    """Whether another does a deed in a part of the sentence than who does it in a claim."""
    tokens, other = taken.told, part_of(taken.parts, deed)
    another = doer(tokens, other, grammar)
    if another < 0 or _keeps(taken, another) or _is_same(subject, tokens[another], grammar):
        return False
    return not _is_gone_on(tokens, another, deed, grammar)


def _keeps(taken: _Taken, another: int) -> bool:
    """Whether a claim's part has the sentence's doer too."""
    if any(place == another for _, place in taken.pairs):
        return True
    part = taken.part
    return any(token.stem == taken.told[another].stem for token in taken.tokens[part.start : part.end])


def _is_deed(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be what somebody does: no noun."""
    if not is_plain(token):
        return False
    return token.text[0].islower() if grammar.nouns else not grammar.is_named(token) or token.before in grammar.perfects


def _is_same(subject: Token, another: Token, grammar: Grammar) -> bool:
    """Whether two words may mean the same one: names of one, or a name and what the article calls them."""
    if subject.entities and another.entities:
        return not subject.entities.isdisjoint(another.entities)
    if subject.entities:
        return grammar.is_called(another, subject)
    return grammar.is_called(subject, another) if another.entities else subject.stem == another.stem


def _is_gone_on(tokens: Sequence[Token], doing: int, deed: int, grammar: Grammar) -> bool:
    """Whether a deed may be another's than who does what a part tells first: behind a pronoun or what joins it."""
    between = tokens[min(doing, deed) + 1 : max(doing, deed)]
    small = grammar.words.joins | grammar.words.joining | grammar.words.subjects
    relates = grammar.relatives - grammar.definite
    return any(one.folded in small or one.folded in relates for one in between)


def _of_thing(taken: _Taken, grammar: Grammar) -> Token | None:
    """What a deed is done to in a claim's part that another part has, and not what its own has; None for nothing."""
    tokens = taken.told
    for (deed, place), (thing, at) in _done(taken, grammar):
        other, home = part_of(taken.parts, place), part_of(taken.parts, at)
        apart = deed.clause != thing.clause or not (other.is_led or home.is_led)
        own = -1 if apart or at in other or NOT in deed.signs else _thing_of(tokens, other, place, grammar)
        if own < 0 or any(one == own for _, one in taken.pairs) or _has_pronoun(tokens, place, own, grammar):
            continue
        tied = is_led(taken.tokens, taken.tokens.index(thing), taken.part.first, grammar)
        same = _is_same(thing, tokens[own], grammar) or _is_beside(taken, thing)
        if tied == is_led(tokens, own, other.first, grammar) and not same:
            return thing
    return None


def _done(taken: _Taken, grammar: Grammar) -> Iterator[tuple[Pair, Pair]]:
    """Each deed of a claim's part with what it may be done to: the next word, or where verbs stand last any noun."""
    if not grammar.nouns:
        for deed, thing in pairwise(taken.pairs):
            if _is_deed(deed[0], grammar) and _is_thing(thing[0], grammar):
                yield deed, thing
        return
    doing = doer(taken.tokens, taken.part, grammar)
    mine = _names_at(taken.tokens, doing, taken.part)
    things = [pair for pair in taken.pairs if _is_thing(pair[0], grammar) and not pair[0].entities & mine]
    things = [pair for pair in things if doing < 0 or pair[0] is not taken.tokens[doing]]
    for deed in taken.pairs:
        if _is_deed(deed[0], grammar):
            yield from ((deed, thing) for thing in things[:1])


def _is_beside(taken: _Taken, thing: Token) -> bool:
    """Whether a word for why, when or despite what stands before a thing: "despite a warning"."""
    at = taken.tokens.index(thing)
    return any(one.signs & LEADING for one in taken.tokens[max(0, at - _LED) : at])


def _names_at(tokens: Sequence[Token], doing: int, part: ClausePart) -> frozenset[int]:
    """Whom the word for who does something, or the one right behind it, names: "the actress Ann Holm"."""
    return frozenset[int]().union(*[one.entities for one in tokens[doing : min(doing + 2, part.end)] if doing >= 0])


def _is_thing(token: Token, grammar: Grammar) -> bool:
    """Whether a word of a claim is a noun or name behind a verb."""
    if token.dated or token.value is not None or not token.content:
        return False
    if grammar.nouns:
        return token.text[0].isupper()
    ended = bool(grammar.words.definite_endings) and token.plain.endswith(grammar.words.definite_endings)
    bare = grammar.words.free_order and token.mood not in FINITE
    one = token.before in grammar.words.indefinite | grammar.words.special["ones"]
    return bool(token.entities) or grammar.is_named(token) or bare or ended or one


def _thing_of(tokens: Sequence[Token], part: ClausePart, deed: int, grammar: Grammar) -> int:
    """Where the noun or name stands that a part's deed is done to, -1 where none does."""
    if not grammar.nouns:
        behind = next((at for at in range(deed + 1, part.end) if tokens[at].content), -1)
        return behind if behind >= 0 and _is_thing(tokens[behind], grammar) else -1
    doing = doer(tokens, part, grammar)
    mine = _names_at(tokens, doing, part)
    nouns = (at for at in range(part.first, part.end) if at != doing and _is_thing(tokens[at], grammar))
    return next((at for at in nouns if not tokens[at].entities & mine), -1)


def _has_pronoun(tokens: Sequence[Token], deed: int, thing: int, grammar: Grammar) -> bool:
    """Whether a pronoun beside a deed stands for what it is done to: "bought the mill and sold it to Orlo"."""
    near = (*tokens[max(0, deed - 2) : deed], *tokens[deed + 1 : thing])
    return any(grammar.is_oblique_pronoun(one) and one.folded not in grammar.definite for one in near) or any(
        one.folded in grammar.words.clitics for one in tokens[max(0, deed - 2) : deed] if not one.content
    )
