"""What a clause tells of what is somebody's, told of them: "Ann Holm, whose father built it", "Ann Holm built it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.doers.agents import doer_as_owner
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells
from bot.domain.claims.rules.wholes.inherited import of_one_behind

# How many words stand at a clause's beginning up to the one for "whose": "al cărei", "il cui".
_OPENING = 2
# Who, what is done, and to whom.
_STATEMENT = 3


def whose_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it, where that is told of what is theirs, of whose something is or before them."""
    found = of_theirs(aligned, grammar) or stood_in_for(claim, aligned, grammar)
    if not found and aligned.pairs and aligned.pairs[0][0].entities:
        found = owner_as_doer(claim, aligned, grammar)
    return found or doer_as_owner(aligned, grammar) or of_one_behind(claim, aligned, grammar)


def of_theirs(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it, where the sentence has what is theirs do it and the claim leaves that out."""
    tokens, words = aligned.told.tokens, grammar.words.whose
    if words.isdisjoint([token.folded for token in tokens]):
        return ""
    for clause in sorted(aligned.used - {0}):
        owned = _owned(aligned.told, clause, grammar)
        if owned is None:
            continue
        if owned in aligned.matched:
            doing = _done_to_theirs(aligned, clause, owned)
            if doing is not None:
                return f"gives to another what is done: {doing.text}"
            continue
        for doer in {token.clause: token for token, _ in reversed(aligned.pairs)}.values():
            pairs = aligned.pairs_of(doer.clause)
            ahead = tokens[pairs[0][1]].clause < clause
            if ahead and any(is_plain(token) and tokens[at].clause == clause for token, at in pairs[1:]):
                return f"gives to another what is done: {doer.text}"
    return ""


def _done_to_theirs(aligned: Aligned, clause: int, owned: int) -> Token | None:
    """Who does in a claim to what is theirs what the clause that tells so says is done to it: "whose fees X pays"."""
    thing = next(token for token, at in aligned.pairs if at == owned)
    doer, here = aligned.pairs_of(thing.clause)[0]
    tokens = aligned.told.tokens
    inside = [(token, at) for token, at in aligned.pairs_of(thing.clause) if tokens[at].clause == clause]
    done = any(token.start < thing.start and is_plain(token) and at > owned for token, at in inside)
    return doer if done and tokens[here].clause < clause else None


def _owned(told: Told, clause: int, grammar: Grammar) -> int | None:
    """Where the noun stands of which a clause's opening tells that it is somebody's; None where it tells no such."""
    tokens, inside = told.tokens, places_in(told.tokens, clause)
    at = next((at for at in inside[:_OPENING] if tokens[at].folded in grammar.words.whose), None)
    if at is None:
        return None
    if at > inside[0] and tokens[at - 1].content:
        return at - 1
    before = places_in(tokens, clause - 1)
    if at == inside[0] and not told.clauses.marks[clause] and len(before) == 1 and tokens[before[0]].content:
        return before[0]  # "..., батько | якої ...".
    led = at == inside[0] or tokens[at - 1].folded in grammar.definite | grammar.of_words | grammar.genitives
    return next((place for place in inside if place > at and tokens[place].content), None) if led else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def stood_in_for(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a doer in whose place another does it: "statt der Leiterin kam ihr Vertreter", "" if not."""
    tokens, instead = aligned.told.tokens, grammar.words.instead
    if instead.isdisjoint([token.folded for token in tokens]) or any(one.folded in instead for one in claim.tokens):
        return ""
    doer, place = aligned.pairs[0] if aligned.pairs else (claim.tokens[0], 0)
    near = range(max(0, place - _OPENING), place)
    before = [
        tokens[at].folded for at in near if tokens[at].clause == tokens[place].clause and not _ends(tokens, at, grammar)
    ]
    if doer.value is not None or doer.dated or instead.isdisjoint(before) or grammar.tie_before(claim.tokens, 1):
        return ""
    later = any(is_plain(token) and at > place for token, at in aligned.pairs_of(doer.clause))
    return f"gives to another what is done: {doer.text}" if later else ""


def _ends(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word ends a verb of two words: "turned down"."""
    verb = (tokens[at - 1].folded, tokens[at].folded) if at else ("", "")
    return verb in grammar.words.gapped or "-".join(verb) in grammar.words.phrases


def owner_as_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does to what is theirs that which it does to them: "her brother had warned her".

    In the claim "Ann Holm had warned her brother" her name has the place of the word for whose brother he is.
    """
    if len(aligned.pairs) < _STATEMENT:
        return ""
    (doer, place), tokens = aligned.pairs[0], aligned.told.tokens
    theirs = _owned_by(tokens, place, grammar)
    name = [token for token, _ in aligned.pairs if token.entities & doer.entities]
    if theirs is None or any(token.owner for token in name) or tells(claim.tokens, PASSIVE):
        return ""
    if grammar.tie_before(claim.tokens, claim.tokens.index(doer)) or grammar.tie_before(tokens, place):
        return ""
    return f"gives to another what is done: {doer.text}" if _is_parted(claim, aligned, theirs, grammar) else ""


def _is_parted(claim: Clauses, aligned: Aligned, theirs: int, grammar: Grammar) -> bool:
    """Whether a claim names what is somebody's behind them, tied to nothing, and the sentence before what it does."""
    thing = next((token for token, at in aligned.pairs if at == theirs), None)
    deed = next((at for token, at in aligned.pairs[1:] if is_plain(token) and at != theirs), theirs)
    doer = aligned.pairs[0][0]
    if thing is None or deed <= theirs or any(thing.before == one.folded for one in claim.tokens if one.entities):
        return False
    behind = thing.start > doer.start and thing.clause == doer.clause
    return behind and not grammar.tie_before(claim.tokens, claim.tokens.index(thing))


def _owned_by(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the noun stands right behind a word for whose it is; None for none."""
    if not grammar.is_possessive(tokens[at]):
        return None
    near = range(at + 1, min(at + 3, len(tokens)))
    inside = (place for place in near if tokens[place].clause == tokens[at].clause and tokens[place].content)
    return next((place for place in inside if is_plain(tokens[place])), None)
