"""Who does it, where a sentence has them behind the deed and another before it does it.

tied      "Er klagte gegen die Stadt": the town sued nobody
joined    "He refused and took the council to court": the council took nobody
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many small words may stand between a word that joins and the verb that it joins.
_SMALL = 2
# The fewest words of a claim that a sentence has: who, and what they do.
_STATEMENT = 2


def of_one_behind(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it in a claim told in the active, whom the sentence names only behind the deed."""
    pairs, tokens = aligned.pairs, aligned.told.tokens
    if len(pairs) < _STATEMENT or not [1 for token in tokens[: pairs[0][1]] if token.mood or token.content]:
        return ""
    doer, here = pairs[0]
    if claim.converse is not None or not _is_same(doer, tokens[here]) or tells(claim.tokens, PASSIVE):
        return ""
    there = _done_at(claim, aligned, grammar)
    if here <= there or there < 0 or tokens[here].clause != tokens[there].clause:
        return ""
    behind = _is_tied(tokens, here, grammar) or _is_joined(tokens, there, grammar)
    return f"gives to another what is done: {doer.text}" if behind else ""


def _done_at(claim: Clauses, aligned: Aligned, grammar: Grammar) -> int:
    """Where the sentence has the verb right behind who does it in a claim, -1 where none is sure."""
    deed = _deed(aligned) or _light_deed(claim, aligned, grammar)
    return deed[1] if deed is not None and _may_do(claim, aligned.pairs[0][0], deed[0], grammar) else -1


def _is_same(token: Token, other: Token) -> bool:
    """Whether a claim's word is the sentence's own, and no other that may stand for it."""
    named = bool(token.entities & other.entities) and other.text[0].isupper()
    return named or token.stem == other.stem


def _deed(aligned: Aligned) -> tuple[Token, int] | None:
    """The claim's first word behind who does it that may be its verb, with its place."""
    doer = aligned.pairs[0][0]
    behind = (pair for pair in aligned.pairs[1:] if not pair[0].entities & doer.entities or not doer.entities)
    token, place = next(behind, (doer, -1))
    same = token.clause == doer.clause and is_plain(token) and not token.entities and token.value is None
    return (token, place) if same and place >= 0 and not token.dated else None


def _light_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> tuple[Token, int] | None:
    """The word right behind who does it, that says too little to be matched, with its place: "El conductor dio"."""
    (doer, here), tokens = aligned.pairs[0], aligned.told.tokens
    small = grammar.words.perfects | grammar.words.clitics
    behind = (one for one in claim.tokens[claim.tokens.index(doer) + 1 :] if one.folded not in small)
    verb = next((one for one in behind if not one.entities & doer.entities), doer)
    if verb.content or verb.clause != doer.clause or len(verb.folded) < _SMALL:
        return None
    inside = (at for at in range(here) if tokens[at].clause == tokens[here].clause and tokens[at].stem == verb.stem)
    place = next(inside, None)
    return None if place is None or tokens[place].content else (verb, place)


def _may_do(claim: Clauses, doer: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a claim opens with a word that is tied to nothing, and its verb is the next that says something."""
    at, last = claim.tokens.index(doer), claim.tokens.index(deed)
    between = [one for one in claim.tokens[at + 1 : last] if one.content and not one.entities & doer.entities]
    between += [one for one in claim.tokens[at + 1 : last] if SOURCE in one.signs]  # "Ann Holm zufolge".
    ahead = [one for one in claim.tokens[:at] if one.content or one.folded in grammar.words.ties - grammar.definite]
    return not (between or ahead or doer.value is not None or doer.dated)


def _is_joined(tokens: Sequence[Token], there: int, grammar: Grammar) -> bool:
    """Whether a deed is joined to another of one who does both: "refused and took", "weigerte sich und klagte"."""
    if grammar.words.omits_subjects or grammar.words.free_order:
        return False  # "Llegó tarde y protestó el alcalde."
    at = there - 1
    while at > there - _SMALL and at > 0 and not tokens[at].content and tokens[at].folded not in grammar.words.joining:
        at -= 1
    if tells(tokens[max(0, at) : there], PASSIVE):
        return False  # "And will be carried out by the firm."
    before = tokens[at] if at >= 0 else None
    return before is not None and before.folded in grammar.words.joining and before.clause == tokens[there].clause


def _is_tied(tokens: Sequence[Token], here: int, grammar: Grammar) -> bool:
    """Whether a preposition ties a word to the deed before it, and tells neither by whom it is done nor who says so."""
    articles = grammar.definite - grammar.words.fused
    near = [one for one in tokens[max(0, here - _SMALL) : here] if one.clause == tokens[here].clause]
    if near and near[-1].folded in articles:
        near.pop()
    tie = near[-1] if near else None
    if tie is None or tie.folded not in grammar.words.ties - articles or tie.folded in grammar.of_words:
        return False
    return not tie.signs & {AGENT, SOURCE}
