"""Who does what a clause tells of why or when: of "the coach left as the keeper had refused" he refused nothing."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, COND, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, is_plain, places_in, tells

_LEADING = {AFTER, BEFORE, CAUSE, COND}
# How many words may stand before who does it in such a clause: "nachdem am Montag der Rat".
_AHEAD = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_in_clause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what such a clause tells of a doer of its own, "" for nothing."""
    told = aligned.told
    for clause in aligned.used:
        if not clause or not _is_led(aligned, clause, grammar):
            continue
        inside = places_in(told.tokens, clause)
        doer = _doer(told.tokens, inside if told.clauses.marks[clause] != ";" else [inside[0], *inside], grammar)
        if doer < 0 or tells([told.tokens[at] for at in inside], PASSIVE):
            continue
        with_doer = {token.clause for token, at in aligned.pairs if at == doer}
        parted = told.clauses.marks[clause] == ";"
        for deed, at in aligned.pairs if parted or not with_doer else ():
            if deed.clause in with_doer:
                continue
            first, here = aligned.pairs_of(deed.clause)[0]
            other = told.tokens[here].clause != clause and first.start < deed.start
            same = bool(told.tokens[here].entities & told.tokens[doer].entities)
            if at in inside and at > doer and other and not same and _is_deed(deed, told.tokens, at, grammar):
                return "" if tells(claim.tokens, PASSIVE) else f"gives to another what is done: {first.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_led(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a word for why, when, if or "but" opens a clause or stands right before it: "după | ce".

    Or one for what somebody knows or finds, and says to nobody: "knew that".
    """
    told = aligned.told
    at = next(at for at, token in enumerate(told.tokens) if token.clause == clause)
    first, before, words = told.tokens[at], told.tokens[at - 1], grammar.words
    if first.folded in words.accusative and first.folded in grammar.relatives:
        return told.clauses.marks[clause] == ","  # "Den die Stadt kaufte".
    if first.folded in grammar.complements:
        knowing = [
            at
            for at, one in enumerate(told.tokens)
            if one.clause == clause - 1 and (one.signs & SPEECH or governs(one))
        ]
        return aligned.matched.isdisjoint(knowing) and not [1 for at in knowing if told.tokens[at].signs & SPEECH]
    contrasted = first.folded in words.joins - words.joining or f"{before.folded}-{first.folded}" in words.contrasting
    parted = told.clauses.marks[clause] == ";"
    return parted or contrasted or not _LEADING.isdisjoint(first.signs | before.signs)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _doer(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> int:
    """The place of a noun or name that is sure to do what a clause tells, behind what opens that; -1 for none."""
    words = grammar.words
    for at in inside[1 : 2 + _AHEAD]:
        token = tokens[at]
        if token.folded in words.subjects or (token.folded in words.anaphors and token.folded not in grammar.definite):
            return -1
        if not token.content or token.dated:
            continue
        ended = bool(words.definite_endings) and token.plain.endswith(words.definite_endings)
        bare = is_plain(token) and token.mood not in FINITE and at < inside[-1] and tokens[at + 1].mood == "past"
        named = bare or (not words.free_order and (grammar.is_named(token) or ended or bool(token.entities)))
        cased = token.before in words.accusative or token.before in words.oblique
        tied = grammar.is_tied(tokens, at) and token.before not in grammar.nominatives
        return at if named and not (cased or tied or token.value is not None) and at < inside[-1] else -1
    return -1


def _is_deed(deed: Token, tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a claim and a sentence have a word as a verb, or as the infinitive that one governs."""
    verb = tokens[at]
    if not is_plain(deed) or (grammar.nouns and verb.text[0].isupper()):
        return False
    if verb.plain.endswith(grammar.words.infinitives or "\0"):
        return any(map(governs, tokens[max(0, at - _AHEAD) : at]))
    helped = any(token.folded in grammar.perfects for token in tokens[max(0, at - _AHEAD) : at])
    done = verb.mood == "past" or governs(verb) or helped or _is_known(tokens, at, grammar)
    return done and not grammar.is_named(verb)


def _is_known(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is the verb of what somebody knows: a participle, or right behind who does it: "că fata fura"."""
    opener = next(one for one in tokens if one.clause == tokens[at].clause)
    if opener.folded not in grammar.complements:
        return False
    done = grammar.is_participle(tokens[at]) or (grammar.brackets and grammar.is_past_participle(tokens[at]))
    return done or (
        bool(grammar.words.definite_endings) and tokens[at - 1].plain.endswith(grammar.words.definite_endings)
    )
