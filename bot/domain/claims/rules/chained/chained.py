"""What a claim tells of one noun of a chain, and the sentence of another: "the sister of the coach's wife runs it".

left out    "the coach's sister runs it"
the owner   "the coach's wife runs it"
turned      "the wife of the coach's sister runs it"
described   "the old sister": it is the wife who is old
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, FORMER, plain_word
from bot.domain.claims.rules.chained.links import Chain, chains
from bot.domain.claims.rules.grammar import Grammar, is_plain
from bot.domain.claims.rules.sides.phrases import lead

# How many nouns behind one whose owner's own owner stands.
_OWNERS = 2
# Where a word stands in a chain: the chain, which link of it.
Spot = tuple[int, int]


def of_chain(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has one noun of a chain in the place of another, "" where nothing does."""
    told = chains(aligned.told.tokens, grammar)
    if not told:
        return ""
    mine = chains(claim.tokens, grammar)
    laid = _Laid(claim.tokens, aligned, told, grammar)
    found = _left_out(mine, laid) or _described(laid) or _owner_instead(mine, laid)
    return f"says of {found.text} what the article says of another" if found is not None else ""


class _Laid:
    """A claim's words beside the chains of a sentence."""

    def __init__(self, tokens: Sequence[Token], aligned: Aligned, told: list[Chain], grammar: Grammar) -> None:
        self.tokens, self.aligned, self.told, self.grammar = tokens, aligned, told, grammar
        self._spots = {
            place: (number, at)
            for number, chain in enumerate(told)
            for at, link in enumerate(chain)
            for place in link.places
        }
        self._place_of = {id(token): place for token, place in aligned.pairs}

    def place(self, token: Token) -> int:
        """Where a chain has a word of the claim, -1 where none does; also a word that says too little to be laid."""
        place = self._place_of.get(id(token), -1)
        if place < 0 and not token.content and (self.grammar.is_role(token) or FORMER in token.signs):
            place = next((at for at in self._spots if _is_same(self.aligned.told.tokens[at], token)), -1)
        return place if place in self._spots else -1

    def spot(self, token: Token) -> Spot | None:
        """Which link of which chain a word of the claim is."""
        return self._spots.get(self.place(token))

    def is_taken(self, spot: Spot) -> bool:
        """Whether the claim has a word of a link."""
        return any(self.spot(token) == spot for token in self.tokens)

    def nouns(self, spot: Spot) -> list[Token]:
        """The words of a link."""
        return [self.aligned.told.tokens[place] for place in self.told[spot[0]][spot[1]].places]


def _is_same(token: Token, other: Token) -> bool:
    """Whether two words are one, or both say that somebody is no more what stands beside them."""
    return token.stem == other.stem or FORMER in token.signs & other.signs


def _left_out(mine: Sequence[Chain], laid: _Laid) -> Token | None:
    """What has an owner in a claim who owns in the sentence only what is between them, or is what it owns."""
    for one, other in _owned(mine, laid):
        here, there = laid.spot(one), laid.spot(other)
        if here is not None and there is None and _has_own_owner(here, laid):
            return one
        if here is None or there is None or here[0] != there[0] or here[1] == there[1]:
            continue
        between = [laid.nouns((here[0], at)) for at in range(here[1] + 1, there[1])]
        if there[1] < here[1] or any(not _is_light(nouns, other, laid) for nouns in between):
            return one
    return None


def _has_own_owner(spot: Spot, laid: _Laid) -> bool:
    """Whether what is somebody's is that of another's kin, whom a claim leaves out: "the brother of his wife"."""
    chain, behind = laid.told[spot[0]], (spot[0], spot[1] + 1)
    known = spot[1] + _OWNERS < len(chain) and not laid.is_taken(behind)
    return known and _are_kin(laid.nouns(behind), laid)


def _owned(mine: Sequence[Chain], laid: _Laid) -> Iterator[tuple[Token, Token]]:
    """A claim's nouns with the owner of each; where endings do not tell it, also those side by side as in a sentence.

    "Собака ветеринара" may be an adjective and its noun, but not where the sentence has "собака сусідки ветеринара".
    """
    for chain in mine:
        for owned, owner in pairwise(chain):
            yield from product((laid.tokens[at] for at in owned.places), (laid.tokens[at] for at in owner.places))
    if laid.grammar.words.free_order:
        for one, other in pairwise(laid.tokens):
            told = laid.aligned.told.tokens[laid.place(other)]
            if one.clause == other.clause and laid.place(other) >= 0 and told.folded == other.folded:
                yield one, other


def _is_light(nouns: Sequence[Token], owner: Token, laid: _Laid) -> bool:
    """Whether a link between two says little: a part, a group, a body or place whose name is the owner."""
    words, grammar = laid.grammar.words, laid.grammar
    if owner.entities and not grammar.is_person(owner, surely=True) and not any(map(grammar.is_role, nouns)):
        return True  # "The council of the city of Selby".
    if _are_kin(nouns, laid):
        return False
    return any(
        (one.folded in words.light - words.perfects and not grammar.is_role(one))
        or one.stem in words.groups | words.referring
        for one in nouns
    )


def _described(laid: _Laid) -> Token | None:
    """The noun of a claim that has the adjective of another noun of the chain: "the old sister"."""
    postposed = laid.grammar.postposed
    for one, other in pairwise(laid.tokens):
        here, there = laid.spot(one), laid.spot(other)
        if here is None or there is None or here[0] != there[0] or here == there or one.owner:
            continue
        if _describes(one, here, laid, last=False):
            return other
        if postposed and laid.told[here[0]][there[1]].closed and _describes(other, there, laid, last=True):
            return one
    return None


def _describes(token: Token, spot: Spot, laid: _Laid, *, last: bool) -> bool:
    """Whether a word is of a link and not its noun, which stands first where adjectives stand behind it, else last."""
    places = laid.told[spot[0]][spot[1]].places
    noun = places[0] if last else places[-1]
    return len(places) > 1 and laid.place(token) != noun and not token.entities


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _owner_instead(mine: Sequence[Chain], laid: _Laid) -> Token | None:
    """Whom or what a claim tells of that which the sentence tells of something or somebody of theirs."""
    owning = {place for chain in mine for link in chain[1:] for place in link.places}
    for at, token in enumerate(laid.tokens):
        spot = laid.spot(token) if at not in owning else None
        if spot is None or not spot[1] or not _is_free(at, spot, laid):
            continue
        above = [(spot[0], link) for link in range(spot[1])]
        if any(map(laid.is_taken, above)) or _stands_elsewhere(token, spot, laid):
            continue
        heavy = [laid.nouns(one) for one in above if not _stands_for(laid.nouns(one), laid)]
        far = len(above) > 1 and heavy and heavy[0] == laid.nouns(above[0])
        if far or (heavy and (_are_kin(heavy[0], laid) or _are_somebody(token, heavy[0], laid))):
            return token
    return None


def _is_free(at: int, spot: Spot, laid: _Laid) -> bool:
    """Whether a word of a claim is a noun and does it, is done to, or does what a passive tells."""
    token, grammar = laid.tokens[at], laid.grammar
    if token.dated or token.value is not None or token.signs:
        return False
    tie = lead(laid.tokens, at, grammar)
    head = laid.told[spot[0]][0].places[0]
    if tie in grammar.words.givens and _is_given(laid.aligned.told.tokens, head, grammar):
        return True  # "Belonged to a cousin of the director".
    agent = [one for one in laid.tokens[max(0, at - 3) : at] if AGENT in one.signs and one.clause == token.clause]
    return bool(agent) or tie in {"", *grammar.words.objects}


def _is_given(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether what tells to whom something is done stands before a noun, which may be written as an article: "a um"."""
    near = [one for one in tokens[max(0, at - 2) : at] if one.clause == tokens[at].clause]
    written = len(near) > 1 and all(one.folded in grammar.definite for one in near)
    return written or any(one.folded in grammar.words.givens for one in near)


def _stands_elsewhere(token: Token, spot: Spot, laid: _Laid) -> bool:
    """Whether a sentence has a word outside of a link too."""
    tokens = laid.aligned.told.tokens
    said = [(at, other) for at, other in enumerate(tokens) if other.content]
    places = {at for at, other in said if other.stem == token.stem or other.entities & token.entities}
    return not places <= {*laid.told[spot[0]][spot[1]].places}


def _stands_for(nouns: Sequence[Token], laid: _Laid) -> bool:
    """Whether what is somebody's may be told as them: a body's officials, a group, a part."""
    words, grammar = laid.grammar.words, laid.grammar
    if _are_kin(nouns, laid):
        return False
    for one in nouns:
        if one.signs - {FORMER} or one.folded in words.officials or one.stem in words.referring | words.groups:
            return True
        if one.stem in words.bodies or (one.folded in words.light and not grammar.is_role(one)):
            return True
    return False


def _are_somebody(token: Token, nouns: Sequence[Token], laid: _Laid) -> bool:
    """Whether a word of a claim is for a person, and the link that is theirs for another."""
    grammar = laid.grammar
    owner = laid.aligned.told.tokens[laid.place(token)]
    person = grammar.is_role(token) and grammar.is_role(owner)
    person = person or grammar.is_person(token, surely=True)
    return person and any(map(grammar.is_role, nouns)) and all(map(is_plain, nouns))


def _are_kin(nouns: Sequence[Token], laid: _Laid) -> bool:
    """Whether a link is of somebody's family or a neighbour, who stands for nobody."""
    words = laid.grammar.words
    kin = words.special["kin"]
    stems = {words.stem(plain_word(one)) for one in kin}
    described = laid.grammar.postposed and len(nouns) > 1 and not laid.grammar.is_role(nouns[0])
    return any(one.folded in kin or one.stem in stems for one in nouns[: -1 if described else None])
