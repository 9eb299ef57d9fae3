"""Who holds an office, told as who held it: "its director, Ann Holm, leads the board" for "she was its director"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import FORMER, IS, NEUTRAL, NOT, PASSIVE, SOURCE, WAS
from bot.domain.claims.rules.grammar import Grammar, is_time
from bot.domain.claims.rules.taken.states import is_of_other

# How many words may stand from the verb to the office: "was the first woman director".
_APART = 4
_NOW = {IS, PASSIVE}
_TIMED = {FORMER, IS, NEUTRAL, SOURCE}


def office_over(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against an office that a claim tells as over, "" where the sentence may tell of the past."""
    was = next((at for at, token in enumerate(claim.tokens) if WAS in token.signs), 0)
    named = any(token.entities for token in claim.tokens[:was])
    if not named or any(is_time(token) or token.signs & _TIMED for token in claim.tokens):
        return ""
    office = _office(claim.tokens, was, grammar)
    taken = [token for token, _ in aligned.pairs if token is office]
    return f"says that it is over: {taken[0].text}" if taken and not _may_be_over(aligned.told.tokens, grammar) else ""


def _office(tokens: Sequence[Token], was: int, grammar: Grammar) -> Token | None:
    """The word for an office behind a verb of being, None where none stands there."""
    inside = [token for token in tokens[was + 1 : was + 1 + _APART] if token.clause == tokens[was].clause]
    return next((token for token in inside if grammar.is_role(token)), None)


def _may_be_over(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a sentence has a word for what was, or a time."""
    return any(is_time(token) or FORMER in token.signs or grammar.is_over(token) for token in tokens)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def body_for_former(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a body's deed that one did who no longer speaks for it: "the former head of the union"."""
    told, opening = aligned.told.tokens, next((at for token, at in aligned.pairs if token is aligned.tokens[0]), 0)
    overs = [at for at in range(opening) if FORMER in told[at].signs]
    if not overs or any(FORMER in token.signs for token in claim.tokens):
        return ""
    inside = told[overs[-1] + 1 : opening]
    heads = [at for at, token in enumerate(inside) if token.content]
    if len(heads) != 1 or overs[-1] + 1 + heads[0] in aligned.matched:
        return ""
    body, behind = told[opening], inside[heads[0] + 1 :]
    owned = any(token.folded in grammar.of_words for token in behind) or (grammar.words.free_order and not behind)
    same = all(token.clause == body.clause for token in inside)
    if not owned or not same or body.value is not None or body.dated or grammar.is_person(body):
        return ""
    return f"leaves out that something is over: {told[overs[-1]].text}"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def office_left(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against an office that a claim says somebody has, where a sentence tells that they left it."""
    helping = [at for at, token in enumerate(claim.tokens) if at and token.signs & _NOW]
    if not helping or any(token.signs & {FORMER, WAS, NOT} for token in claim.tokens):
        return ""
    now = claim.tokens[helping[0]]
    tokens, place = aligned.told.tokens, next((at for token, at in aligned.pairs if token.start > now.start), 0)
    done = now.folded in grammar.words.been or claim.tokens[helping[0] - 1].folded in grammar.perfects
    small = grammar.definite | grammar.words.indefinite
    named = next((token for token in claim.tokens[helping[0] + 1 :] if token.folded not in small), now)
    sure = not done and any(token is named and at == place for token, at in aligned.pairs)
    other = is_of_other(aligned, place, grammar) if place and sure else ""
    if other or IS not in now.signs:
        return other
    between = _behind_leaving(aligned, place, grammar)
    if between is None or any(token.folded in grammar.words.joins for token in between):
        return ""
    said = any(token.content and not token.dated for token in between)
    return "" if said and not grammar.is_role(tokens[place]) else f"says that something still is: {tokens[place].text}"


def _behind_leaving(aligned: Aligned, place: int, grammar: Grammar) -> Sequence[Token] | None:
    """The words from a verb of leaving or having worked, which a claim lacks, to a place of its clause, or None."""
    tokens, leaving = aligned.told.tokens, grammar.words.leaving | grammar.words.special["worked"]
    ahead = (at for at in range(place) if tokens[at].folded in leaving and at not in aligned.matched)
    left = next((at for at in ahead if tokens[at].clause == tokens[place].clause), None)
    return None if left is None else tokens[left + 1 : place]


def given_up(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who leaves in a claim and only gives up a deed in the sentence: "renunció a construir"."""
    words, tokens = grammar.words, aligned.told.tokens
    for at in [at for at, token in enumerate(tokens[:-2]) if token.folded in words.leaving and at in aligned.matched]:
        undone = tokens[at + 2]
        infinitive = undone.content and undone.plain.endswith(words.infinitives or ("\0",))
        if infinitive and tokens[at + 1].folded in words.ties and at + 2 not in aligned.matched:
            return f"leaves out what is not done: {undone.text}"
    return ""


def is_of_office(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word stands right beside an office that a claim takes: "deputy mayor", "mayor-elect".

    The rest of a phrase may part them: "pełniący obowiązki burmistrza".
    """
    tokens, behind = aligned.told.tokens, at + 1
    while tokens[behind : behind + 1] and not (tokens[behind].content or grammar.is_small(tokens[behind])):
        behind += 1
    beside = (tokens[place] for place in (at - 1, behind) if place in aligned.matched)
    return any(other.clause == tokens[at].clause and grammar.is_role(other) for other in beside)
