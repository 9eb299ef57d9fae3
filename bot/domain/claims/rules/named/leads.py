"""People whom a sentence has tied and a claim does not, and the other way round: "heard from his barber that he won".

exchanged   of "Ann Lee heard from Tom Bell": "Tom Bell heard from Ann Lee"
listeners   of "as the captain told Ann Lee": "Ann Lee told the captain"
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, GOVERNS, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain, tells
from bot.domain.claims.rules.sides.phrases import lead

_TELLING = SPEECH | {f"{GOVERNS}{name}" for name in ("allege", "promise", "admit", "warn")}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def tied_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two people of whom a claim ties the one and the sentence the other, "" for nothing."""
    tokens, told = claim.tokens, aligned.told.tokens
    people = [(token, place) for token, place in aligned.pairs if _is_somebody(told[place], grammar)]
    small = grammar.words.ties | grammar.definite | grammar.perfects
    said = [token for token in tokens if _is_deed(token) and token.folded not in small]
    deeds = {token.stem for token in said if not grammar.is_named(token)}
    if len(people) <= 1 or claim.converse is not None or deeds.isdisjoint([token.stem for token in told]):
        return ""
    for (one, here), (other, there) in permutations(people, 2):
        clause = told[here].clause
        if one.clause != other.clause or clause != told[there].clause or one.entities & other.entities:
            continue
        mine = (_lead(tokens, tokens.index(one), grammar), _lead(tokens, tokens.index(other), grammar))
        theirs = (_lead(told, here, grammar), _lead(told, there, grammar)) if mine[1] else ("", "")
        if mine[1] == theirs[0] and mine[1] in grammar.words.special["with_somebody"]:
            continue
        turned = _is_turned(mine, theirs, grammar) and mine != theirs
        inside = [token for token in told if token.clause == clause]
        if turned and tells(tokens, PASSIVE) == tells(inside, PASSIVE):
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def _is_turned(mine: tuple[str, str], theirs: tuple[str, str], grammar: Grammar) -> bool:
    """Whether of two the one is tied in a claim as the other is in a sentence, and no "of" ties one to a noun."""
    if not theirs[0] or not grammar.words.special["whose"].isdisjoint((mine[1], theirs[0])):
        return False
    if not mine[0] and not theirs[1]:
        return True
    first = [word[:1] for word in (*mine, *theirs)]  # "A", "al".
    return all(first) and first[0] == first[3] != first[1] == first[2]


def _lead(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """The preposition before somebody, past what describes them where nouns have no articles: "на молодого Іваська"."""
    first = at
    while grammar.words.free_order and first and _describes(tokens[first - 1], tokens[first]):
        first -= 1
    return lead(tokens, first, grammar)


def _describes(before: Token, token: Token) -> bool:
    """Whether a word right before another may be its adjective or title."""
    same = before.clause == token.clause and before.content and not before.signs and before.mood not in FINITE
    return same and (bool(before.entities & token.entities) or before.text[0].islower())


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_by_listener(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim's speaker to whom another speaks in the sentence: "as X told Y", "" for nothing."""
    tokens, told = claim.tokens, aligned.told.tokens
    verb = next((token for token in tokens if token.signs & _TELLING), None)
    who = next(((one, at) for one, at in aligned.pairs if one.entities), None)
    if verb is None or who is None or who[0].start > verb.start or tells(tokens[: tokens.index(verb)], PASSIVE):
        return ""
    speaker, place = who
    if not grammar.is_person(speaker) or _is_given(tokens, tokens.index(speaker), grammar):
        return ""
    clause = told[place].clause
    if _is_said_behind(told, place, speaker, grammar):
        return f"turns round who does what: {speaker.text}"
    inside = [at for at, token in enumerate(told) if token.clause == clause]
    spoken = any(told[at].signs & _TELLING and not grammar.is_thing(told, at) for at in inside)
    named = {at for entity in speaker.entities for at in aligned.told.named.get(entity, ())}
    if not spoken or tells([told[at] for at in inside], PASSIVE) or any(told[at].clause != clause for at in named):
        return ""
    first = next(_people(told, inside, grammar), place)
    apart = first < place and told[first].entities.isdisjoint(speaker.entities) and not told[first].owner
    by = lead(told, place, grammar)
    if not apart or _is_given(told, first, grammar) or _are_joined(told, first, place, grammar):
        return ""
    agent = any(told[at].signs & {AGENT, SOURCE} for at in inside if told[at].folded == by) if by else False
    return "" if agent else f"turns round who does what: {speaker.text}"


def _is_said_behind(tokens: Sequence[Token], place: int, speaker: Token, grammar: Grammar) -> bool:
    """Whether what opens a later clause is said by whom the sentence opens with, and not by somebody named since.

    "Ann Lee criticised Tom Bell, | saying that ...": Lee says it.
    """
    says = [at for at, one in enumerate(tokens) if at > place and one.signs & SPEECH and not one.before]
    says = [at for at in says if tokens[at].plain.endswith(grammar.words.gerunds or "\0")]
    first = next(_people(tokens, range(place), grammar), None) if says else None
    if first is None or not tokens[first].entities.isdisjoint(speaker.entities) or tokens[first].owner:
        return False
    spoken = any(one.signs & SPEECH for one in tokens[first:place])
    return not (spoken or _is_given(tokens, first, grammar) or _are_joined(tokens, first, place, grammar))


def _people(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> Iterator[int]:
    """Where people's names begin in a clause."""
    return (at for at in inside if tokens[at].entities and tokens[at].content and grammar.is_person(tokens[at]))


def _is_given(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition, an article or an ending tells that a name is no doer's."""
    special, first = grammar.words.special, at
    while first and tokens[first - 1].content and tokens[first - 1].clause == tokens[at].clause:
        first -= 1
    led = bool(first) and tokens[first - 1].folded in special["datives"] | special["accusatives"] | grammar.genitives
    woman = any(grammar.role_gender(token) == "f" for token in tokens[first:at])
    cased = grammar.nouns and led and (tokens[first - 1].folded not in grammar.nominatives or woman)
    tie = lead(tokens, at, grammar)
    return (
        cased
        or (bool(tie) and tie not in grammar.conjunctions)
        or (grammar.inflects and grammar.is_inflected(tokens[at]))
    )


def _are_joined(tokens: Sequence[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Whether a word that joins stands between two: "Ann Lee and Tom Bell said"."""
    joining = grammar.words.joining | grammar.words.joins
    return any(token.folded in joining for token in tokens[first:last])


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    """Whether a word names a person, or tells what somebody is."""
    return grammar.is_person(token, surely=True) or (grammar.is_role(token) and is_plain(token))


def _is_deed(token: Token) -> bool:
    """Whether a word may be what is done: no name, number or day."""
    return is_plain(token) and not token.entities and token.value is None and not token.dated
