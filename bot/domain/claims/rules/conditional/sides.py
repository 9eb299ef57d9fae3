"""What a claim has of a condition and the sentence of what depends on it, or the other way round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, NOT
from bot.domain.claims.rules.deeds.sequence import governed
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

_TURNED = "turns a condition round"
_LEFT_OUT = "leaves out a condition"
# How many words of a clause may stand up to the one that makes it a condition: "only if".
_OPENING = 2


def depends_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim by its condition or the sentence's, "" for nothing."""
    told = aligned.told.clauses
    if not [1 for token in told.tokens if COND in token.signs]:
        return ""
    if not [1 for token in claim.tokens if COND in token.signs]:
        return _told_as_so(aligned, grammar)
    exchanged = _exchanged(claim, aligned) if claim.openers[1:] else ""
    return exchanged or _moved(claim, aligned, grammar)


def _told_as_so(aligned: Aligned, grammar: Grammar) -> str:
    """What a claim without a condition takes of one that its verb opens: "lehnt der Rat ab, ..."."""
    first, tokens = aligned.told.tokens[0], aligned.told.tokens
    if not _is_verb(first, grammar) or first.folded in grammar.words.leading_conditions:
        return ""
    taken = any(not tokens[at].clause and not token.entities for token, at in aligned.pairs)
    return f"{_LEFT_OUT}: {first.text}" if taken else ""


def _is_verb(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a condition's only as the verb that opens it."""
    return COND in token.signs and COND not in grammar.words.signs.get(token.folded, ())


def _exchanged(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim that has of the condition what the rest does, and the other way round.

    "It will pay for the bus if the firm pays for the ropes" is not "for the ropes if the firm pays for the bus".
    """
    mine, theirs = governed(claim, COND), governed(aligned.told.clauses, COND)
    if mine is None or theirs is None:
        return ""
    stems = [token.stem for token in aligned.told.tokens]
    once = [(token, at) for token, at in aligned.pairs if is_plain(token) and stems.count(stems[at]) == 1]
    things = [(claim.tokens.index(token), at) for token, at in once]  # "Pays for it if the firm pays".
    crossed = {(here in mine, at in theirs) for here, at in things} - {(True, True), (False, False)}
    return _TURNED if len(crossed) > 1 else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _moved(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against when, how much or where of one side told of the other: "if it agrees, they build by May"."""
    told = aligned.told.tokens
    mine, theirs = _sides(claim, grammar), _sides(aligned.told.clauses, grammar)
    if mine is None or theirs is None or any(told[at].folded in grammar.words.special["then"] for at in theirs[0]):
        return ""
    if _denies_else(claim, aligned, mine[0], theirs[0]):
        return "adds a denial"
    stems = [token.stem for token in told]
    for token, at in aligned.pairs:
        if token.entities or stems.count(stems[at]) > 1:
            continue
        here = claim.tokens.index(token)
        crossed = (here in mine[0] and at in theirs[1]) or (here in mine[1] and at in theirs[0])
        if crossed and (_tells_how(claim, aligned, (here, at), grammar) or _is_deed(token, told[at], grammar)):
            return _TURNED
    return ""


def _denies_else(claim: Clauses, aligned: Aligned, mine: range, theirs: range) -> bool:
    """Whether a claim's condition has the words of the sentence's, and a denial more or less."""
    told = aligned.told.tokens
    place_of = {id(token): at for token, at in aligned.pairs}
    content = [claim.tokens[at] for at in mine if claim.tokens[at].content]
    same = all(place_of.get(id(token)) in theirs and token.stem == told[place_of[id(token)]].stem for token in content)
    return same and any(NOT in claim.tokens[at].signs for at in mine) != any(NOT in told[at].signs for at in theirs)


def _tells_how(claim: Clauses, aligned: Aligned, places: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a word tells when or how many, or stands behind a preposition in both."""
    here, at = places
    token, told = claim.tokens[here], aligned.told.tokens
    return token.dated or token.value is not None or (grammar.is_tied(claim.tokens, here) and grammar.is_tied(told, at))


def _is_deed(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb in a claim and its sentence."""
    if grammar.nouns:
        small = token.text[0].islower() or other.text[0].islower()
        return small and token.content and not (grammar.is_named(token) or grammar.is_named(other))
    return token.mood in FINITE and other.mood in FINITE


def _sides(clauses: Clauses, grammar: Grammar) -> tuple[range, range] | None:
    """Where a sentence's one condition surely stands, and what depends on it; None where it has not one."""
    tokens = clauses.tokens
    found = [at for at in range(len(tokens)) if _is_if(tokens[at], grammar) and _opens(tokens, at, grammar)]
    if len(found) != 1:
        return None
    at = found[0] + _is_parted(tokens, found[0])
    clause = tokens[at].clause
    inside = [place for place, token in enumerate(tokens) if token.clause == clause]
    begin = inside[0] if at - inside[0] < _OPENING else at
    end = next((place for place in range(at, len(tokens)) if tokens[place].clause != clause), len(tokens))
    if begin:
        return range(begin, end), range(begin)
    sure = len(clauses.openers) == _OPENING and clauses.marks[1] == ","
    return range(end), range(end, len(tokens)) if sure else range(0)


def _is_if(token: Token, grammar: Grammar) -> bool:
    """Whether a word is an "if", or the verb that opens a condition."""
    return COND in token.signs and (token.folded in grammar.words.special["ifs"] or _is_verb(token, grammar))


def _opens(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word opens its clause, or another before it does that limits it, or it needs no clause of its own."""
    begins = at < _OPENING or tokens[at - _OPENING].clause != tokens[at].clause
    return begins or _is_parted(tokens, at) or tokens[at].folded in grammar.words.opening_conditions


def _is_parted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word opens the clause: "desde | que"."""
    return at + 1 < len(tokens) and tokens[at + 1].clause != tokens[at].clause
