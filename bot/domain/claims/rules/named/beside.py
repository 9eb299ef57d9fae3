"""What stands beside somebody's name and tells of them, told of another: "in place of Ann Lee, ill since May, Tom".

aside      "Tom Bell has been ill since May"
title      of "sent Tom Bell rather than the champion Ann Lee": "Tom Bell is the champion"
compared   of "faster than Ann Lee did, and slept in a barn": "Ann Lee slept in a barn"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import IS, LESS, MORE, PASSIVE, THAN, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, is_time, places_in, tells

_OPENING = 2
_AHEAD = frozenset({"future", "conditional"})


def of_name_beside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against somebody of whom a claim tells what stands beside another's name, "" for nothing."""
    who = aligned.pairs[0] if aligned.pairs else None
    if who is None or not grammar.is_person(who[0], surely=True):
        return ""
    taken = [(token, at) for token, at in aligned.pairs if not token.entities & who[0].entities]
    if not taken or not is_plain(taken[0][0]):
        return ""
    told, (token, _) = aligned.told, who
    wrong = _is_aside(told, who, taken, grammar) or _is_compared(told, who, taken, grammar)
    wrong = wrong or (_tells_what(claim) and _is_title(told.tokens, who, taken, grammar))
    return f"says of {token.text} what the article says of another" if wrong else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_aside(told: Told, who: tuple[Token, int], taken: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether all that a claim tells stands in an aside without a verb right behind another person's name."""
    tokens, clauses = told.tokens, {told.tokens[at].clause for _, at in taken}
    clause = min(clauses)
    if len(clauses) > 1 or not clause or told.clauses.marks[clause] != "," or tokens[who[1]].clause == clause:
        return False
    inside, before = places_in(tokens, clause), places_in(tokens, clause - 1)
    named = tokens[before[-1]] if before else tokens[0]
    other = grammar.is_person(named, surely=True) and named.entities.isdisjoint(who[0].entities)
    if not other or not _opens_as_aside(tokens, inside, grammar):
        return False
    genders = [grammar.genders([one]) for one in (named, tokens[who[1]])]
    same = not all(genders) or genders[0] == genders[1]
    formed = any(grammar.is_participle(tokens[at]) for _, at in taken)
    return same or not formed or any(token.folded != tokens[at].folded for token, at in taken)


# Complexity: the conditions of one reading, each a cheap way out before the next.


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _opens_as_aside(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> bool:
    """Whether a clause has no verb that tells its time, and opens with what describes somebody: "ill since May"."""
    first = next((tokens[at] for at in inside[:_OPENING] if tokens[at].content), None)
    if first is None or first.entities or first.text[0].isupper() or first.value is not None or is_time(first):
        return False
    if grammar.is_small(tokens[inside[0]]) or first.plain.endswith(grammar.words.gerunds or "\0"):
        return False
    small = grammar.perfects | grammar.relatives | grammar.words.joins | grammar.words.subjects
    rest = [tokens[at] for at in inside if tokens[at] is not first]
    verbs = any(_is_verb(one) for one in rest) or any(one.folded in small for one in rest)
    spoken = any(one.signs & SPEECH for one in (first, *rest))
    others = [one for at, one in enumerate(tokens) if at not in inside]
    own = any(_is_verb(one) or one.folded in grammar.perfects for one in others)
    return own and first.mood not in _AHEAD and not verbs and not spoken


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb that tells its time, or helps one."""
    return token.mood in FINITE or bool(token.signs & {IS, WAS, PASSIVE}) or governs(token)


def _tells_what(claim: Clauses) -> bool:
    """Whether a claim only tells what somebody is."""
    return any(token.signs & {IS, WAS} for token in claim.tokens)


def _is_title(
    tokens: Sequence[Token], who: tuple[Token, int], taken: Sequence[tuple[Token, int]], grammar: Grammar
) -> bool:
    """Whether all that a claim tells stands right before another person's name."""
    last = max(at for _, at in taken)
    if len(taken) > _OPENING or last + 1 >= len(tokens) or any(token.value is not None for token, _ in taken):
        return False
    behind, gap = tokens[last + 1], tokens[last + 1].clause - tokens[last].clause
    other = behind.content and grammar.is_person(behind, surely=True) and behind.entities.isdisjoint(who[0].entities)
    return other and gap <= 1 and not tokens[last].entities and abs(last - who[1]) > 1


def _is_compared(told: Told, who: tuple[Token, int], taken: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether somebody stands behind "than", and all that a claim tells is joined behind that clause."""
    tokens, (_, place) = told.tokens, who
    clause = tokens[place].clause
    ahead = [tokens[at] for at in places_in(tokens, clause) if at < place]
    compared = any(THAN in token.signs for token in ahead) and (tells(tokens, MORE) or tells(tokens, LESS))
    if not compared or min(at for _, at in taken) < place:
        return False
    first = tokens[min(at for _, at in taken)].clause
    joined = [at for at in range(place, min(at for _, at in taken)) if tokens[at].folded in grammar.words.joins]
    return bool(joined) and first >= clause
