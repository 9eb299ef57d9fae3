"""Who votes for something, told as who votes against it: "for it voted the parents, against it eight pupils"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain
from bot.domain.claims.rules.halved.gapped import EXCHANGED_HALVES, Half, halves, has_verb

_FOR, _AGAINST = "for", "against"


def votes_with_others(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a claim has vote with those whom a sentence has vote against them, "" for nobody."""
    voting, tokens = grammar.words.special["voting"], aligned.told.tokens
    if voting.isdisjoint([one.folded for one in claim.tokens]) or voting.isdisjoint([one.folded for one in tokens]):
        return ""
    parts = halves(aligned.told.clauses, grammar)
    sides = [_side(half.tokens(tokens), grammar) for half in parts]
    for first, second in pairwise(range(len(parts))):
        if not sides[first] or not sides[second] or sides[first] == sides[second]:
            continue
        if has_verb(parts[second].tokens(tokens)[1:], grammar):
            continue
        found = _crossed(claim, aligned, (parts[first], parts[second]), sides[second], grammar)
        if found is not None:
            return f"{EXCHANGED_HALVES}: {found.text}"
    return ""


def _side(tokens: Sequence[Token], grammar: Grammar) -> str:
    """On which side a half tells of votes, "" for neither or both."""
    special = grammar.words.special
    ayes = any(token.folded in special["votes_for"] for token in tokens)
    noes = any(token.folded in special["votes_against"] for token in tokens)
    return "" if ayes is noes else _FOR if ayes else _AGAINST


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _crossed(claim: Clauses, aligned: Aligned, parts: tuple[Half, Half], side: str, grammar: Grammar) -> Token | None:
    """A word for who votes otherwise in a claim than in the one or the other half, None for none."""
    tokens, special = aligned.told.tokens, grammar.words.special
    sided = special["votes_for"] | special["votes_against"] | special["voting"]
    place_of = {id(token): at for token, at in aligned.pairs}
    topic = _topic(tokens, parts[0], grammar)
    stems = [{tokens[at].stem for at in half.places} for half in parts]
    for half in halves(claim, grammar):
        mine = half.tokens(claim.tokens)
        told = _side(mine, grammar)
        taken = [(one, place_of[id(one)]) for one in mine if id(one) in place_of and one.folded not in sided]
        theirs = [one for one, at in taken if at in parts[1].places and tokens[at].stem not in stems[0]]
        others = [at for _, at in taken if at in parts[0].places and tokens[at].stem not in stems[1]]
        own = [one for one, at in taken if at in others and at not in topic and (is_plain(one) or one.entities)]
        if told and told != side and theirs:
            return theirs[0]
        if told == side and own and not theirs:
            return own[0]
    return None


def _topic(tokens: Sequence[Token], half: Half, grammar: Grammar) -> set[int]:
    """The places of what a half tells votes on: what stands behind the word for its side, up to the next article."""
    special = grammar.words.special
    sided = special["votes_for"] | special["votes_against"]
    found, open_ = set[int](), False
    for at in half.places:
        token = tokens[at]
        if token.folded in sided:
            open_ = True
        elif open_ and token.content:
            if token.folded in special["voting"] or token.before in special["voting"]:
                open_ = False
                continue
            found.add(at)
            open_ = at + 1 < len(tokens) and tokens[at + 1].folded in grammar.of_words
    return found
