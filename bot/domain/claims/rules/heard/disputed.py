"""What another says of whom a sentence tells: "A contradicted B, who says that C", "A denied B's report that C".

A says nothing of the kind, nor does who denies a thing say it.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, NOT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, places_in, tells
from bot.domain.claims.rules.heard.claimed import TELLING, Saying, disputes, doubts

_OPENING = 3
_BOTH = 2


def said_by_antecedent(saying: Saying, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a relative clause tells who says a thing, who is not the one that says it in a claim."""
    tokens, first = aligned.told.tokens, min(saying.said)
    place = saying.who[0][1]
    clause = next((one for one in range(tokens[first].clause, 0, -1) if _tells(aligned, one, first, grammar)), 0)
    if not clause or tokens[place].clause >= clause:
        return False
    begin = places_in(tokens, clause)[0]
    named = frozenset[int]().union(*[tokens[at].entities | token.entities for token, at in saying.who])
    before = _antecedent(tokens, begin, grammar)
    if before <= place or tokens[before].entities & named or any(one.entities & named for one in tokens[begin:]):
        return False
    between = range(place + 1, before)
    apart = any(_is_deed(tokens, at, grammar) for at in between)
    denied = any(disputes(tokens[at], grammar) for at in between)
    somebody = any(_is_somebody(tokens[at], grammar) for at in range(max(place + 1, before - 2), before + 1))
    return apart and (denied or somebody)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _tells(aligned: Aligned, clause: int, first: int, grammar: Grammar) -> bool:
    """Whether a relative clause tells that somebody says what stands at a place, or is led by a word for that."""
    tokens, opener = aligned.told.tokens, aligned.told.clauses.openers[clause]
    inside = places_in(tokens, clause)
    if opener in grammar.words.special["whereby"]:
        return True
    begin = next((at for at in inside[:2] if tokens[at].folded in grammar.relatives), -1)  # "Il quale".
    if begin < 0:
        return False
    if any(SOURCE in one.signs for one in tokens[max(0, begin - _OPENING) : begin + _OPENING]):
        return True
    told = next((at for at in inside if at < first and tokens[at].signs & TELLING), None)
    if told is None or (told > begin + 1 and grammar.is_thing(tokens, told)):
        return False
    between = [tokens[at] for at in inside if begin < at < told]
    free = not any(one.content and not one.dated and not grammar.is_named(one) for one in between)
    return grammar.brackets or free


def _antecedent(tokens: Sequence[Token], begin: int, grammar: Grammar) -> int:
    """The place of the last noun or name before a relative clause, -1 for none."""
    small = grammar.brackets and grammar.nouns
    nouns = (at for at in range(begin - 1, -1, -1) if tokens[at].content and not tokens[at].dated)
    return next((at for at in nouns if not (small and tokens[at].text[0].islower())), -1)


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    return grammar.is_role(token) or grammar.is_person(token) or token.unnamed >= 0


def _is_deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells that somebody does or is something."""
    token, words = tokens[at], grammar.words
    if token.entities or token.dated or token.value is not None:
        return False
    small = grammar.nouns and token.content and token.text[0].islower() and not grammar.is_named(token)
    helping = token.folded in grammar.perfects or token.folded in words.copulas
    return (
        small
        or helping
        or NOT in token.signs
        or ((token.mood in FINITE or governs(token)) and not grammar.is_named(token))
    )


def denied_by_speaker(claim: Clauses, saying: Saying, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether who says a thing in a claim denies in the sentence what another says: "denied a report that ..."."""
    tokens, first = aligned.told.tokens, min(saying.said)
    (_, place), openers = saying.who[0], aligned.told.clauses.openers
    home, clause = tokens[place].clause, tokens[first].clause
    if clause <= home or doubts(claim, grammar) or grammar.is_tied(tokens, place):
        return False
    between = range(place + 1, places_in(tokens, home + 1)[0])
    denied = next((at for at in between if disputes(tokens[at], grammar)), None)
    if denied is None or any(_speaks(tokens, at, denied, grammar) for at in range(place + 1, first)):
        return False
    completes = openers[home + 1] in grammar.complements | grammar.words.special["whereby"]
    led = any(SOURCE in one.signs for one in tokens[denied:first])
    return completes or led or openers[home + 1] in grammar.relatives


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denied_by_owner(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether who denies a thing in a claim is in the sentence whose thing another denies: "denied Ann Lee's claim"."""
    tokens = aligned.told.tokens
    mine = next((token for token in claim.tokens if disputes(token, grammar)), None)
    beside = [one for one in claim.tokens if mine is not None and one.clause == mine.clause]
    told = next((pair for pair in aligned.pairs if not _is_circumstance(claim, pair[0], grammar)), None)
    if mine is None or told is None or tells(beside, PASSIVE):
        return False
    (doer, place), clause = told, tokens[told[1]].clause
    inside = places_in(tokens, clause)
    denied = next((at for at in inside if disputes(tokens[at], grammar)), -1)
    if not inside[0] < denied < place or doer.start >= mine.start or tells(tokens[inside[0] : place], PASSIVE):
        return False
    if any(at < denied for entity in doer.entities for at in aligned.told.named.get(entity, ())):
        return False
    ahead = [at for at in inside if at < denied and tokens[at].content and not tokens[at].dated]
    oblique = grammar.words.special["accusatives"] if grammar.nouns else frozenset[str]()  # "Den Rat kritisierte ..."
    free = [at for at in ahead if tokens[at].before not in oblique]
    free = [at for at in free if not grammar.is_tied(tokens, at) or at == inside[0]]
    between = [tokens[at] for at in range(denied + 1, place) if tokens[at].content and not tokens[at].dated]
    return bool(free) and (bool(between) or tokens[place].owner or _owns_behind(tokens, place))


def _is_circumstance(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a word tells when a thing is done, or stands behind a preposition: "after a debate of four hours"."""
    if token.dated or token.value is not None or token.folded in grammar.words.durations:
        return True
    at = claim.tokens.index(token)
    return grammar.is_tied(claim.tokens, at) or tells(claim.tokens[max(0, at - _BOTH) : at], AFTER)


def _owns_behind(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name has an owner's ending: "Ann Lee's claim"."""
    named = [one for one in tokens[place : place + _OPENING] if one.entities & tokens[place].entities]
    return any(one.owner for one in named)


def governed_by_denial(claim: Clauses, saying: Saying, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether what somebody says in a claim is what they deny in the sentence: "admitted A, but denied B"."""
    tokens = aligned.told.tokens
    stems = [token.stem for token in tokens]
    first = min((at for at in saying.said if stems.count(tokens[at].stem) == 1), default=min(saying.said))
    place = saying.who[0][1]
    if not saying.does or place > first or doubts(claim, grammar) or aligned.told.quoted[first] is not None:
        return False
    governing = [at for at in range(place + 1, first) if _governs(tokens, at, grammar)]
    if len(governing) < _BOTH or not _disbelieves(tokens, governing[-1], grammar):
        return False
    clause, openers = tokens[governing[-1]].clause, aligned.told.clauses.openers
    last = tokens[first].clause
    while last > clause + 1 and openers[last] in grammar.relatives:
        last -= 1  # "Selon | laquelle".
    return last <= clause + 1 and openers[clause] not in grammar.relatives - grammar.complements


def _governs(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a verb that tells that somebody says or denies something."""
    told = bool(tokens[at].signs & TELLING) or _disbelieves(tokens, at, grammar)
    if not told or SOURCE in tokens[at].signs or tokens[at - 1].owner:
        return False
    infinitive = tokens[at].plain.endswith(grammar.words.infinitives or "\0") and tokens[at].mood not in FINITE
    return (infinitive and tokens[at].before not in grammar.definite) or not grammar.is_thing(tokens, at)


def _disbelieves(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells that somebody denies, doubts or does not believe something."""
    special, token = grammar.words.special, tokens[at]
    if token.folded in special["believing"]:
        near = (one for one in tokens[max(0, at - _BOTH) : at + _BOTH] if one.clause == token.clause)
        return tells(near, NOT)
    return token.folded in special["doubting"] or disputes(token, grammar)


def _speaks(tokens: Sequence[Token], at: int, denied: int, grammar: Grammar) -> bool:
    """Whether a word tells that who denies a thing says something."""
    token = tokens[at]
    if at == denied or not token.signs & TELLING or SOURCE in token.signs or disputes(token, grammar):
        return False
    return not grammar.is_thing(tokens, at) and not tokens[at - 1].owner
