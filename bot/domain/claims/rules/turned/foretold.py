"""What has been, told as what is to come: "was held on the quay" for "will be held on the quay"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain

_AHEAD = {"future", "conditional"}
_TO_COME = {f"{GOVERNS}{name}" for name in ("future", "possible", "plan", "expect", "promise")}
# How many words a helping verb may stand before its participle: "s'est encore tenue".
_HELPED = 2
_ROOT_LETTERS = 4


def foretold(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed that a claim tells as to come, "" where the sentence does not tell it as done."""
    if grammar.words.durative:
        return _of_going_on(aligned, grammar)
    ahead = [at for at, token in enumerate(claim.tokens) if token.mood == "future" and not grammar.is_named(token)]
    if not ahead or any(token.signs & SPEECH for token in claim.tokens):
        return ""
    deeds = ((claim.tokens[at], place) for at in ahead for place in _deeds(claim, aligned, at))
    found = next((verb for verb, place in deeds if _is_over(aligned, place, grammar)), None)
    return "" if found is None else f"says when or how surely otherwise: {found.text}"


def _of_going_on(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed as to come, by its ending or "has to", that a sentence tells as going on now."""
    words, tokens = grammar.words, aligned.told.tokens
    for token, place in aligned.pairs:
        other = tokens[place]
        if not other.folded.endswith(words.durative) or token.folded.endswith(words.durative) or not is_plain(token):
            continue
        due = token.before in words.having and token.plain.endswith(words.infinitives)
        ahead = due or token.folded.endswith(words.prospective)
        same = token.plain[:_ROOT_LETTERS] == other.plain[:_ROOT_LETTERS]
        if ahead and same and not any(one.signs & _TO_COME for one in tokens):
            return f"says when or how surely otherwise: {token.text}"
    return ""


def _deeds(claim: Clauses, aligned: Aligned, at: int) -> Iterator[int]:
    """Where a sentence has a claim's verb, which may be the end of a phrase compared as one: "se celebrará"."""
    for token, place in aligned.pairs:
        if token is claim.tokens[at]:
            yield place
        elif at and token is claim.tokens[at - 1] and not claim.tokens[at].content:
            yield from range(place + 1, min(place + 2, len(aligned.told.tokens)))


def _is_over(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a sentence tells a deed as done, and nothing of its clause as to come."""
    tokens = aligned.told.tokens
    inside = [token for token in tokens if token.clause == tokens[place].clause]
    if any(token.mood in _AHEAD or token.signs & _TO_COME for token in inside):
        return False
    verb = tokens[place]
    if verb.entities or (grammar.is_named(verb) and not _is_helped(tokens, place, grammar)):
        return False
    return verb.mood == "past" or _is_helped(tokens, place, grammar)


def _is_helped(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb that makes a past stands before a deed, or one of being behind "itself": "s'est tenue"."""
    near = [token for token in tokens[max(0, place - _HELPED) : place] if token.clause == tokens[place].clause]
    if tokens[place].plain.endswith(grammar.words.infinitives or "\0"):
        return False
    words = grammar.words
    itself = any(token.folded in words.copulas and token.before in grammar.reflexives for token in near)
    return itself or any(token.folded in words.perfects for token in near)  # "S'est tenue", "a ouvert".


def is_told_as_over(token: Token, other: Token) -> bool:
    """Whether a verb tells as past what another of the same meaning tells as to come."""
    if other.mood in {"future", "conditional"}:
        return not token.mood or token.mood == "past"
    governs = any(sign.startswith(GOVERNS) for sign in other.signs)
    if token.plain[:-1] == other.plain[:-1]:
        return False  # Two cases of a noun that ends as such verbs do.
    return token.mood == "past" and other.mood != "past" and not governs and bool(other.before)
