"""What somebody only alleges, told behind it: "the mayor stole the money, the opposition claims"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import SPEECH, Grammar

_ALLEGE = f"{GOVERNS}allege"
_HEDGES = {_ALLEGE, f"{GOVERNS}suspect"}
_TELLING = SPEECH | _HEDGES

# How many words a cue has, with who speaks: "claims the head of the firm, Ann Holm".
_MOST = 6


def alleged_behind(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that leaves out that somebody alleges it, in a clause behind; "" for nothing."""
    tokens = aligned.told.tokens
    for at, token in enumerate(tokens):
        if token.clause and _ALLEGE in token.signs and at not in aligned.matched and _is_cue(aligned, token, grammar):
            if any(one.signs & _TELLING for one in claim.tokens):
                return ""
            return f"leaves out how sure it is: {token.text}"
    return ""


def _is_cue(aligned: Aligned, verb: Token, grammar: Grammar) -> bool:
    """Whether a clause behind all that a claim takes has nothing but a verb and who speaks, named first or last."""
    clauses, clause = aligned.told.clauses, verb.clause
    if clauses.marks[clause] != "," or max(aligned.used) >= clause or _goes_on(clauses, clause, grammar):
        return False
    inside = [token for token in clauses.tokens if token.clause == clause]
    if NOT in inside[0].signs or _ties(inside, verb, grammar):
        return False  # "Thanks to a test, not a complaint".
    said = [token for token in inside if token.content or token.entities or grammar.is_pronoun(token)]
    return 1 < len(said) <= _MOST and (said[0] is verb or said[-1] is verb)


def _goes_on(clauses: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause is joined to the one before or completes it, or goes on behind a relative one."""
    words, opener = grammar.words, clauses.openers[clause]
    joined = opener in grammar.relatives | grammar.complements or opener in words.joins | words.joining
    return joined or (clause > 1 and clauses.openers[clause - 1] in grammar.relatives)


def _ties(inside: Sequence[Token], verb: Token, grammar: Grammar) -> bool:
    """Whether a clause tells of what or by whom besides: "a nurse was held, | accused of theft by a doctor"."""
    ties = grammar.words.ties - grammar.definite
    return any(
        token.folded in (ties if token.before == verb.folded else ties - grammar.of_words)
        for token in inside
        if token is not verb
    )


def hedges_both(tokens: Sequence[Token], at: int, joined: int, grammar: Grammar) -> bool:
    """Whether a word that says how sure a deed is, as no verb does, holds for one joined to that: "allegedly lied and".

    It stands beside a verb in the past; a joined verb with a helping verb of its own stands for itself.
    """
    word = tokens[at]
    if not word.signs & _HEDGES or word.mood == "past" or tokens[joined].folded in grammar.perfects:
        return False
    if tokens[joined].signs & {PASSIVE, WAS, IS}:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    helped = before.folded in grammar.perfects and grammar.is_participle(behind)
    bracketed = grammar.brackets and before.text[0].islower() and before.content and not word.mood
    return bracketed or helped or (behind.mood == "past" and behind.content and behind.clause == word.clause)
