"""Who does it behind a verb that comes second, where neither article nor ending tells: "I dag kramade Bo Eva"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, COND, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain

_TURNED = "turns round who does what"
# Verb, who does it and to whom.
_STATEMENT = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def turned_behind_verb(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has those do it whom the sentence has it done to, "" for nothing."""
    if not grammar.words.special["inverting"] or claim.headline:
        return ""
    tokens = aligned.told.tokens
    for clause in range(len(claim.openers)):
        pairs = aligned.pairs_of(clause)
        if len(pairs) < _STATEMENT:
            continue
        mine = [token for token in claim.tokens if token.clause == clause]
        for verb, place in pairs:
            theirs = [token for token in tokens if token.clause == tokens[place].clause]
            if not is_plain(verb) or verb.text[0].isupper() or grammar.is_named(verb) or _is_other(mine, theirs):
                continue
            said, told = _sides(mine, verb, grammar), _sides(theirs, tokens[place], grammar)
            if said and told and _are_turned(aligned, said, told):
                return f"{_TURNED}: {said[0][0].text}, {said[1][0].text}"
    return ""


def _is_other(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether one of two clauses is told in the passive, or depends on something."""
    return any(token.signs & {PASSIVE, AGENT, COND} for token in (*mine, *theirs))


_Sides = tuple[Sequence[Token], Sequence[Token]]


def _sides(inside: Sequence[Token], verb: Token, grammar: Grammar) -> _Sides | None:
    """Who does it and to whom, each a phrase without a preposition; None where a clause has not both.

    Before the verb stands who does it, or nothing but when or where; then they stand right behind it.
    """
    phrases = _phrases(inside, verb, grammar)
    before = [phrase for phrase in phrases if phrase[0].start < verb.start]
    behind = [phrase for phrase in phrases if phrase[0].start > verb.start]
    if before:
        return (before[0], behind[0]) if behind and len(before) == 1 else None
    if len(behind) <= 1:
        return None
    between = inside[inside.index(verb) + 1 : inside.index(behind[0][0])]
    return (behind[0], behind[1]) if all(token.folded in grammar.definite for token in between) else None


def _phrases(inside: Sequence[Token], verb: Token, grammar: Grammar) -> list[list[Token]]:
    """The nouns and names of a clause that no preposition ties, each with the words that stand right before it."""
    found, tied, last = list[list[Token]](), list[bool](), -2
    for at, token in enumerate(inside):
        if token is verb or not token.content:
            continue
        if last == at - 1 and _goes_on(inside[last], token, grammar):
            found[-1].append(token)
        else:
            found.append([token])
            tied.append(_is_tied(inside, at, grammar))
        last = at
    whole = (phrase for phrase, led in zip(found, tied, strict=True) if not led)
    return [phrase for phrase in whole if not any(one.dated or one.value is not None for one in phrase)]


def _is_tied(inside: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word, an article between them or none."""
    at -= 1
    while at >= 0 and not inside[at].content and inside[at].folded in grammar.definite - grammar.words.ties:
        at -= 1
    return at >= 0 and inside[at].folded in grammar.words.ties


def _goes_on(before: Token, token: Token, grammar: Grammar) -> bool:
    """Whether a word belongs to the noun or adjective right before it: "kaptenen Bo Ek", "gamla bron"."""
    if token.entities:
        return not before.entities or not before.entities.isdisjoint(token.entities)
    return not before.entities and not before.folded.endswith(tuple(grammar.words.special["inverting"]))


def _are_turned(aligned: Aligned, said: _Sides, told: _Sides) -> bool:
    """Whether who does it in a claim has it done to them in the sentence, and the other way round."""
    place_of = {id(token): aligned.told.tokens[place] for token, place in aligned.pairs}
    doer, other = ([place_of.get(id(token)) for token in side] for side in said)
    return any(token in told[1] for token in doer) and any(token in told[0] for token in other)
