"""What somebody has another do, told as done by themselves: "had the speech written by her brother"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, tells

CAUSED = "tells as done by somebody what they have another do"
# How many words stand between "had" and the participle, or "made" and the infinitive: "had her house painted".
_OBJECT, _CAUSING = 4, 2
_HELPED = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def only_caused(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a person do what the sentence has them let another do, "" for nothing."""
    causing = grammar.words.special["causing"]
    tokens = aligned.told.tokens
    places = [at for at, token in enumerate(tokens) if token.folded in causing]
    if not places or not (grammar.words.infinitives or grammar.brackets or tells(tokens, AGENT)):
        return ""
    for at in places:
        done = _caused(tokens, at, grammar)
        doer = next((token for token, place in aligned.pairs if place < at), None)
        deed = next((token for token in claim.tokens if done >= 0 and _is_same(token, tokens[done])), None)
        if doer is None or deed is None or deed.start < doer.start or not _is_told_done(claim, deed, grammar):
            continue
        person = bool(doer.entities) and grammar.is_person(doer)
        if person or grammar.is_role(doer):
            return f"{CAUSED}: {deed.text}"
    return ""


def _is_same(one: Token, other: Token) -> bool:
    return one.stem == other.stem or not {key for key in one.keys if len(key) > 1}.isdisjoint(other.keys)


# Complexity: English has an object before a participle, German ends with an infinitive, others put one behind.
def _caused(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Where the deed stands that somebody has another do, -1 for none."""
    words, clause = grammar.words, tokens[at].clause
    inside = [place for place in range(at + 1, len(tokens)) if tokens[place].clause == clause]
    if grammar.brackets:
        last = inside[-1] if inside else -1
        infinitive = last >= 0 and tokens[last].text[0].islower() and tokens[last].plain.endswith(words.clause_endings)
        return last if infinitive and last > at + 1 else -1
    if words.infinitives:
        behind = inside[:_CAUSING]
        return next((place for place in behind if tokens[place].plain.endswith(words.infinitives)), -1)
    near = inside[1 : _OBJECT + 1]
    noun = bool(inside) and not grammar.is_participle(tokens[inside[0]]) and tokens[inside[0]].mood != "past"
    agents = [place for place in inside if AGENT in tokens[place].signs]
    return next((place for place in near if noun and agents and place + 1 == agents[0]), -1)


def _is_told_done(claim: Clauses, deed: Token, grammar: Grammar) -> bool:
    """Whether a claim tells a deed in the active without a word for letting another do it."""
    words, here = grammar.words, claim.tokens.index(deed)
    ahead = claim.tokens[max(0, here - _HELPED) : here]
    if any(PASSIVE in one.signs for one in ahead) and not any(one.folded in grammar.perfects for one in ahead):
        return False
    own = words.special["causing"] - grammar.perfects
    return not [1 for one in claim.tokens if one.folded in own]
