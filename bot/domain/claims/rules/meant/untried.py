"""Claims that nobody tried or planned what a sentence tells to have failed: "the attempt to sell the mill failed"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT

_TRIED = frozenset({f"{GOVERNS}{name}" for name in ("attempt", "plan", "promise", "offer", "demand", "threaten")})
_DENIED = frozenset({NOT, f"{GOVERNS}deny", f"{GOVERNS}refuse"})
# How many words stand from a denial to what it denies: "did not even once try".
_NEAR = 4


def denies_attempt(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a denied attempt, plan or promise that no denial stands with in the sentence, or ""."""
    tokens = claim.tokens
    for at, denial in enumerate(tokens):
        tried = _tried(tokens, at) if NOT in denial.signs else None
        if tried is None:
            continue
        told = aligned.told.tokens
        theirs = [one for one in told if one.signs & tried.signs & _TRIED]
        if theirs and not any(_is_denied(told, one) for one in theirs):
            return f"denies what the article does not deny: {theirs[0].text}"
    return ""


def _tried(tokens: Sequence[Token], denial: int) -> Token | None:
    """The word for an attempt or a plan right behind a denial, None where another deed stands before it."""
    for token in tokens[denial + 1 : denial + 1 + _NEAR]:
        if token.clause != tokens[denial].clause:
            return None
        if token.signs & _TRIED:
            return token
        if token.content:
            return None
    return None


def _is_denied(tokens: Sequence[Token], tried: Token) -> bool:
    """Whether a denial stands before a word: behind it only its outcome is denied ("came to nothing")."""
    return any(one.signs & _DENIED and one.start < tried.start for one in tokens)
