"""What somebody will not say, told as what they say: "would not say who had sold it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import SPEECH, UNDONE, Grammar, is_plain, places_in

# How many words before a verb of saying the word that denies it stands: "n'a pas voulu dire".
_BEFORE = 5
_SHORT = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def unsaid(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim leaves out where it has somebody say what they do not say in the sentence, "" for nothing."""
    verb = next((token for token in claim.tokens if token.signs & SPEECH), None)
    asking = grammar.words.special["asked_words"]
    if verb is None or asking.isdisjoint([token.folded for token in aligned.told.tokens]):
        return ""
    saying = {token.clause: token.start for token in claim.tokens if token.signs & SPEECH}
    before = [one for one in claim.tokens if one.start < saying.get(one.clause, 0)]
    if any(one.signs & (UNDONE | {NOT}) for one in before):
        return ""  # Of either verb: "stressed that the ruling does not say who".
    tokens = aligned.told.tokens
    for at, token in enumerate(tokens):
        if token.folded not in asking or at < _BEFORE - 2:
            continue
        said = _saying_before(tokens, at, grammar)
        denial = _denial_before(tokens, said) if said >= 0 else -1
        end = _end(tokens, at)
        taken = [place for one, place in aligned.pairs if one.start > verb.start and is_plain(tokens[place])]
        asks = any(one.folded == token.folded for one in claim.tokens if one.start > verb.start)
        inside = [at < place < end for place in taken]
        inside += [_has(claim, one) for one in tokens[at + 1 : end] if asks]
        if denial >= 0 and (any(inside) if asks else bool(taken) and all(inside)):
            return f"leaves out a denial: {tokens[denial].text}"
    return ""


def _saying_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Where a verb of saying stands right before a word that asks, -1 where none does."""
    before = at - 1
    said = before >= 0 and (tokens[before].signs & SPEECH or tokens[before].folded in grammar.words.special["to_say"])
    return before if said else -1


def _denial_before(tokens: Sequence[Token], said: int) -> int:
    """Where the word stands that denies a verb of saying, or tells that somebody refuses it; -1 where none does."""
    near = range(said - 1, max(-1, said - 1 - _BEFORE), -1)
    return next((at for at in near if tokens[at].signs & (UNDONE | {NOT})), -1)


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the clause of a word that asks ends."""
    return places_in(tokens, tokens[at].clause)[-1] + 1


def _has(claim: Clauses, token: Token) -> bool:
    """Whether a claim has a word of more than a few letters."""
    return len(token.folded) > _SHORT and any(one.folded == token.folded for one in claim.tokens)
