"""Who does what by the endings of nouns where the verb stands last: "Valiyi Kurt azarladı", "Vali, Kurt'u azarladı".

case       a word in another case beside the same verb
agent      who a passive tells that does it, before a word such as "tarafından"
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar

_TURNED = "turns round who does what"
# The fewest letters that two cases of a noun begin with alike, and how many of them another ending may change.
_STEM, _CHANGED = 2, 3
# The ending of a verb without which it is told in the active stands behind two letters at least: "bildi" is "knew".
_VERB = 2
_SOFT = {"kğ", "kg", "pb", "td", "çc"}
_DOES, _OWNS, _DONE_TO, _NO_CASE = "", "of", "to", "-"


def turned_by_case(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does what in a claim by the endings of its nouns, "" for nothing."""
    cases = grammar.words.special["case_ends"]
    if not cases or claim.headline:
        return ""
    if tied := _tied_otherwise(claim, aligned, grammar.words.special["tied_back"]):
        return tied
    found = (_faults(claim, aligned, clause, grammar) for clause in range(len(claim.openers)))
    return next(filter(None, chain.from_iterable(found)), "")


def _tied_otherwise(claim: Clauses, aligned: Aligned, ties: frozenset[str]) -> str:
    """What speaks against a word that a claim or the sentence alone has before "in place of" or "for", or ""."""
    tokens = aligned.told.tokens
    for token, place in aligned.pairs if ties & {one.folded for one in tokens} else ():
        mine, theirs = (
            next((one.folded for one in told if one.entities.isdisjoint(token.entities)), "") in ties
            for told in (claim.tokens[claim.tokens.index(token) + 1 :], tokens[place + 1 :])
        )
        if mine != theirs:
            return f"{_TURNED}: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _faults(claim: Clauses, aligned: Aligned, clause: int, grammar: Grammar) -> Iterator[str]:
    """What speaks against one clause of a claim whose predicate is the sentence's."""
    pairs, tokens = aligned.pairs_of(clause), aligned.told.tokens
    inside = [token for token in claim.tokens if token.clause == clause]
    said = [token for token in inside if token.content]
    if len(pairs) <= 1 or not said or pairs[-1][0] is not said[-1]:
        return
    home = tokens[pairs[-1][1]].clause
    beside = [token for token in tokens if token.clause == home]
    if [token for token in beside if token.content][-1] is not tokens[pairs[-1][1]]:
        return
    passive, was_passive = (_is_passive(words, grammar) for words in (inside, beside))
    here = [pair for pair in pairs[:-1] if tokens[pair[1]].clause == home]
    agent = _agent(beside)
    if passive == was_passive:
        yield _recased(claim, here, tokens, grammar)
    if passive and was_passive:
        yield _by_agent(inside, here, tokens, agent)
    elif passive != was_passive:
        yield _by_voice(claim, here, tokens, agent if was_passive else _agent(inside), grammar)


def _is_passive(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the verb that ends a clause is told in the passive, by the letters of its ending."""
    verb, marks = tokens[-1].folded, grammar.words.special["passive_marks"]
    return any(verb.find(mark, _VERB) > 0 for mark in marks)


def _agent(tokens: Sequence[Token]) -> Token | None:
    """Who a passive tells that does it, None where it tells nobody."""
    at = next((at for at, token in enumerate(tokens) if AGENT in token.signs), 0)
    return next((token for token in reversed(tokens[:at]) if token.content), None)


_Pairs = Sequence[tuple[Token, int]]


def _by_agent(inside: Sequence[Token], pairs: _Pairs, tokens: Sequence[Token], agent: Token | None) -> str:
    """Somebody else before the word for who does it than in the sentence, or who does it there as who undergoes it."""
    mine = _agent(inside)
    if mine is not None:
        at = next((place for token, place in pairs if token is mine), -1)
        told = tokens[at] if at >= 0 else None
        return f"{_TURNED}: {mine.text}" if told is not None and not _is_one(told, agent) else ""
    return next((f"{_TURNED}: {token.text}" for token, place in pairs if _is_one(tokens[place], agent)), "")


def _is_one(token: Token, agent: Token | None) -> bool:
    """Whether a word is the one, or of the name, of who does it."""
    return token is agent or (agent is not None and not token.entities.isdisjoint(agent.entities))


def _by_voice(claim: Clauses, pairs: _Pairs, tokens: Sequence[Token], agent: Token | None, grammar: Grammar) -> str:
    """Who does it in one of the two and undergoes it in the other, in the same case, where one is in the passive."""
    cases = _cases(grammar.words.special["case_ends"])
    for token, place in pairs:
        other = tokens[place]
        if token.dated or token.value is not None or agent in {token, other}:
            continue
        opens = token is next(one for one in claim.tokens if one.content) or _is_first(tokens, place)
        told = _told_apart(claim.tokens, token, tokens, place, cases)
        bare = not token.case and not other.case and token.folded == other.folded
        if opens and told is None and bare and (token.entities or grammar.is_role(token)):
            return f"{_TURNED}: {token.text}"
    return ""


def _is_first(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is the first of its clause that says something."""
    clause = tokens[place].clause
    return not any(one.content for one in tokens[:place] if one.clause == clause)


# Complexity: a lost case and one that is added are each told by what stands beside the word.
def _recased(claim: Clauses, pairs: _Pairs, tokens: Sequence[Token], grammar: Grammar) -> str:
    """A word in another case than the sentence has it in; one that may be no case is asked for its counterpart."""
    cases = _cases(grammar.words.special["case_ends"])
    unsure = dict[bool, Token]()
    for token, place in _by_neighbours(claim, pairs, tokens):
        other = tokens[place]
        if token.value is not None and cases.get(token.after, _NO_CASE) != cases.get(other.after, _NO_CASE):
            return f"{_TURNED}: {token.text}"
        if token.dated or token.value is not None or (token.signs and not token.entities):
            continue
        told = _told_apart(claim.tokens, token, tokens, place, cases)
        if told is None or _is_same_tie(claim, token, tokens, place, told):
            continue
        mine, theirs, sure = told
        sure = sure or (mine == _DOES and _is_first(tokens, place))
        person = bool(token.entities) or grammar.is_role(token) or grammar.is_role(other)
        if {mine, theirs} == {_DOES, _DONE_TO} and not person and not _opens(claim, token, tokens, place):
            continue  # "Kitabı okudu", "kitap okudu".
        if sure:
            return f"{_TURNED}: {token.text}"
        unsure[mine == _DOES] = token
    return f"{_TURNED}: {unsure[True].text}, {unsure[False].text}" if len(unsure) > 1 else ""


def _by_neighbours(claim: Clauses, pairs: _Pairs, tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The pairs of a clause; a word behind another is told with the one that stands behind that in the sentence."""
    said, told = _following(claim.tokens), _following(tokens)
    beside = {id(said[token.start]): told.get(tokens[place].start) for token, place in pairs if token.start in said}
    for token, place in pairs:
        next_to = beside.get(id(token))
        if next_to is not None and next_to is not tokens[place] and _shared(token.plain, next_to.plain) > _STEM:
            yield token, tokens.index(next_to)
        else:
            yield token, place


def _following(tokens: Sequence[Token]) -> Mapping[int, Token]:
    """For the offset of each word the next one that says something."""
    said = [token for token in tokens if token.content]
    return {one.start: other for one, other in pairwise(said)}


def _is_same_tie(
    claim: Clauses, token: Token, tokens: Sequence[Token], place: int, told: tuple[str, str, bool]
) -> bool:
    """Whether a word only tells whose the next one is, in both: "müze müdürü", "müzenin müdürü"."""
    if {told[0], told[1]} != {_DOES, _OWNS}:
        return False
    mine = next((one for one in claim.tokens if one.start > token.start and one.content), None)
    theirs = next((one for one in tokens[place + 1 :] if one.content), None)
    return mine is not None and theirs is not None and _shared(mine.plain, theirs.plain) > _STEM


def _opens(claim: Clauses, token: Token, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word opens what one of the two says."""
    first = next(one for one in claim.tokens if one.content)
    return token is first and tokens[place] is not next(one for one in tokens if one.content)


def _told_apart(
    said: Sequence[Token], token: Token, tokens: Sequence[Token], place: int, cases: Mapping[str, str]
) -> tuple[str, str, bool] | None:
    """The cases of two forms of a word, and whether they surely are; None where they are one or cannot be told."""
    other = tokens[place]
    if token.entities and other.entities:
        mine, theirs = _case_of_name(said, said.index(token), cases), _case_of_name(tokens, place, cases)
        return None if mine == theirs or mine is None or theirs is None else (mine, theirs, True)
    one, two = token.folded, other.folded
    if one == two:
        return None
    shared = _shared(one, two)
    for length in range(shared, max(_STEM, shared - _CHANGED), -1):
        ends = _hardened(one[length:], two[length:])
        if all(end in cases for end in ends):
            mine, theirs = (cases[end] for end in ends)
            bare = [end for end in ends if cases[end] == _DONE_TO]
            return (mine, theirs, not any(len(end) == 1 for end in bare)) if mine != theirs else None
    return None


def _case_of_name(tokens: Sequence[Token], at: int, cases: Mapping[str, str]) -> str | None:
    """The case of a whole name, which its last word has; None where that is none."""
    while at + 1 < len(tokens) and not tokens[at].case and tokens[at].entities & tokens[at + 1].entities:
        at += 1
    return cases.get(tokens[at].case.replace("ı", "i"))


def _hardened(one: str, two: str) -> tuple[str, str]:
    """The ends of two forms without the consonant by which their stems differ: "çocuk", "çocuğu"."""
    return (one[1:], two[1:]) if one[:1] + two[:1] in _SOFT or two[:1] + one[:1] in _SOFT else (one, two)


@lru_cache(maxsize=4)
def _cases(written: frozenset[str]) -> Mapping[str, str]:
    """The case of each ending; that of none is who does it."""
    return {"": _DOES} | {end: case for end, _, case in (one.partition(":") for one in written)}


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
