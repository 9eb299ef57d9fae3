"""What somebody answers, told apart from what is said of them: "is accused of having sold it", "claims to have"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar

_ALLEGES = f"{GOVERNS}allege"
_ANSWERS = {f"{GOVERNS}refuse", f"{GOVERNS}deny"}
_DONE, _TO_DO, _DEED_WORDS = "done", "to do", 4
# How many words a passive's helping verb may stand before its participle: "is now accused".
_HELPED = 2


def accused(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim in which the accused says so, or who says so is accused; "" for any other."""
    mine, tokens = _alleging(claim.tokens), aligned.told.tokens
    theirs = [at for at in _alleging(tokens) if tokens[at].clause in aligned.used] if len(mine) == 1 else []
    if len(theirs) != 1 or claim.tokens[mine[0]].stem == tokens[theirs[0]].stem:
        return ""
    if _is_undergone(claim.tokens, mine[0]) is _is_undergone(tokens, theirs[0]):
        return ""
    opening = claim.tokens[: mine[0]]
    ahead = [place for token, place in aligned.pairs if token in opening and place < theirs[0]]
    another = not ahead or any(token.content for token in tokens[max(ahead) + 1 : theirs[0]])
    return "" if another else f"lets another say it: {claim.tokens[mine[0]].text}"


def _alleging(tokens: Sequence[Token]) -> list[int]:
    """Positions of words for what somebody only holds to be so."""
    return [at for at, token in enumerate(tokens) if _ALLEGES in token.signs]


def confounds(claim: Clauses, token: Token, told: Told, place: int, grammar: Grammar) -> bool:
    """Whether one denies a deed and another refuses to do it: "denied having closed it", "refused to close it"."""
    mine, theirs = token.signs & _ANSWERS, told.tokens[place].signs & _ANSWERS
    if not mine or not theirs:
        return False
    one, other = _deed(claim.tokens, claim.tokens.index(token), grammar), _deed(told.tokens, place, grammar)
    return bool(one and other) and (one is not other or not mine & theirs)


def _deed(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """Whether the deed behind an answer is `_DONE` or `_TO_DO`, "" where a thing stands there: "denied it"."""
    words = grammar.words
    behind = tokens[at + 1 : at + 1 + _DEED_WORDS]
    if [1 for token in behind if token.folded in grammar.perfect_infinitives or token.folded in words.complements]:
        return _DONE
    endings = words.infinitives or "\0"
    deed = next((one for one in behind if one.content or one.folded in words.infinitive_marks), None)
    led = deed is not None and (deed.folded in words.infinitive_marks or deed.plain.endswith(endings))
    return _TO_DO if led else ""


def _is_undergone(tokens: list[Token], at: int) -> bool:
    """Whether a verb is in the passive: "is accused", "wird … beschuldigt"."""
    return any(PASSIVE in token.signs for token in tokens[max(0, at - _HELPED) : at])
