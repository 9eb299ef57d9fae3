"""Verbs of saying that are joined behind another verb: "denies it and says that"."""

from collections.abc import Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT, TURNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, tells, tells_of_past

# Where a relative word stands at most: "o que".
_RELATIVE = 2
# How many small words may stand between "and" and a verb of saying.
_HELPED = 3
_REJECTING = {TURNS, f"{GOVERNS}deny", f"{GOVERNS}refuse", f"{GOVERNS}false"}
# What has to do with what is yet to come, and no clause of what has been: "had to wait: the tap was frozen".
_AHEAD = {f"{GOVERNS}{name}" for name in ("plan", "must", "attempt", "demand", "offer", "expect", "promise", "future")}


def speaks(token: Token) -> bool:
    """Whether a word tells that somebody says or wants something."""
    return bool(token.signs & SPEECH) or governs(token)


def is_silent(inside: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a relative clause denies that somebody says something: "asked Monti, | who has not answered"."""
    small = grammar.relatives | grammar.complements
    silent = any(token.signs & SPEECH for token in inside) and tells(inside, NOT)
    return silent and any(token.folded in small for token in inside[:_RELATIVE])


def said_next(tokens: Sequence[Token], at: int, end: int, grammar: Grammar) -> int | None:
    """Where a verb of saying stands between two places that is joined behind the first: "denies it and says that".

    Between the two verbs' clauses stands nothing else that is joined; what is said stands in a clause behind it.
    """
    joins = grammar.words.joins | grammar.words.joining
    for place in range(at + 1, end + 1):
        near = [token for token in tokens[max(at + 1, place - _HELPED) : place] if token.clause == tokens[place].clause]
        free = list(takewhile(lambda token: not token.content, reversed(near)))
        said = place == end or tokens[end].clause > tokens[place].clause
        if said and speaks(tokens[place]) and any(token.folded in joins for token in free):
            same = tokens[place].clause == tokens[at].clause or _are_alike(tokens, at, place, grammar)
            return place if same else None
    return None


def _are_alike(tokens: Sequence[Token], at: int, place: int, grammar: Grammar) -> bool:
    """Whether two verbs of different clauses tell of the same time: "denies that he used it and claims"."""
    helped = [tokens[where].before in grammar.perfects for where in (at, place)]
    return helped[0] == helped[1] and tokens[at].mood == tokens[place].mood


def is_doer_before(tokens: Sequence[Token], places: Sequence[int], at: int, grammar: Grammar) -> bool:
    """Whether words without an article between them are who does what stands right behind: "the air agency denies".

    Nothing that says something stands before, between or behind them in their clause; a verb stands second.
    """
    if grammar.brackets or grammar.words.free_order or not places:
        return False
    inside = [place for place in range(at) if tokens[place].clause == tokens[at].clause and tokens[place].content]
    run = [place for place in inside if place >= places[0]]
    if inside != list(places) or run[-1] - run[0] + 1 != len(run):
        return False
    joins = grammar.words.joins | grammar.words.joining
    return not any(tokens[place].signs for place in run) and not any(
        one.folded in joins for one in tokens[run[-1] + 1 : at]
    )


def opens_joined(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word is the first verb of a joined clause, and a claim takes nothing before it there.

    "Admitted it, but considers the sum too high and will appeal": "admitted it, but will appeal".
    """
    told, clause = aligned.told, aligned.told.tokens[at].clause
    if not clause or told.clauses.openers[clause] not in grammar.words.joins | grammar.words.joining:
        return False
    return not [1 for token in told.tokens[:at] if token.clause == clause and token.content]


def takes_names(aligned: Aligned, clause: int) -> bool:
    """Whether a claim takes nothing of a sentence's clause but names."""
    tokens = aligned.told.tokens
    return not [at for _, at in aligned.pairs if tokens[at].clause == clause and not tokens[at].entities]


def joins_complements(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause completes what one says, joined to another that does: "that it rained and | that ..."."""
    opener = clauses.openers[clause]
    if clause <= 1 or opener not in grammar.complements or clauses.openers[clause - 1] != opener:
        return False
    last = [token.folded for token in clauses.tokens if token.clause == clause - 1][-1]
    return last in grammar.words.joins | grammar.words.joining


def only_joins(clauses: Clauses, clause: int, joins: frozenset[str]) -> bool:
    """Whether a clause has no more than a word that joins two others: ", but | that ...", not "pero menos | que"."""
    return clauses.openers[clause] in joins and len([1 for token in clauses.tokens if token.clause == clause]) == 1


def announces(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether the clause before a colon says or governs what follows; what rejects something is answered by it."""
    before = [token for token in clauses.tokens if token.clause == clause - 1]
    if any(token.signs & _REJECTING for token in before):
        return False
    behind = [token for token in clauses.tokens if token.clause == clause]
    ahead = _AHEAD if tells_of_past(behind) or _is_perfect(behind, grammar) else frozenset[str]()
    signs = frozenset[str]().union(*(token.signs for token in before)) - ahead
    said = not signs.isdisjoint(SPEECH) or any(sign.startswith(GOVERNS) for sign in signs)
    return said or any(token.folded in grammar.words.speaking for token in before)


def _is_perfect(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a clause has a past of two words: "le conseil a voté", "der Rat hat es beschlossen"."""
    if any(token.folded in grammar.words.been for token in tokens):
        return True  # "Sono stati messi in fuga."
    helped = next((at for at, token in enumerate(tokens) if token.folded in grammar.perfects), len(tokens))
    behind = tokens[helped + 1 :]
    told = behind[-1:] if grammar.brackets else [one for one in behind if one.before in grammar.perfects]
    return any(one.content and one.text[0].islower() and grammar.is_participle(one) for one in told)
