"""Who does it, where a sentence has somebody or something of theirs do it: "driven by Tom Webb's wife"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.doers.agents import is_counted, stands_for_all
from bot.domain.claims.rules.grammar import Grammar, places_in

# How many words behind "by" have whose somebody is, with a title and a name, and the noun for them.
_WORDS = 5


def led_by_owned(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody do what somebody of theirs does, "" where nothing does."""
    led = [at for at, token in enumerate(aligned.told.tokens) if AGENT in token.signs]
    for at in led:
        theirs = _theirs(aligned, at, grammar)
        if theirs:
            return f"gives to another what is done: {theirs[0].text}"
    return ""


def _theirs(aligned: Aligned, led: int, grammar: Grammar) -> list[Token]:
    """The words of a claim for whose the one is who does it, where it takes the deed and not them; [] for none."""
    tokens = aligned.told.tokens
    inside = [at for at in places_in(tokens, tokens[led].clause) if tokens[at].content]
    owner = _owner(tokens, [at for at in inside if at > led][:_WORDS], grammar)
    if owner is None or owner + 1 in aligned.matched or _speaks_for(tokens, owner, grammar):
        return []
    done = any(not led < at <= owner for at in aligned.matched.intersection(inside))
    return [one for one, at in aligned.pairs if led < at <= owner and not one.owner] if done else []


def _owner(tokens: Sequence[Token], places: Sequence[int], grammar: Grammar) -> int | None:
    """Where whose somebody is stands right before the noun for them, None where nothing does."""
    for at, behind in pairwise(places):
        if tokens[at].owner or _is_genitive(tokens[at], grammar):
            return at if behind == at + 1 else None
    return None


def _speaks_for(tokens: Sequence[Token], owner: int, grammar: Grammar) -> bool:
    """Whether what is somebody's may be told as them: a firm's lawyers, and nobody of a person's."""
    if tokens[owner].entities and all(map(grammar.is_surely_person, tokens[owner].entities)):
        return False
    return stands_for_all(tokens[owner + 1], tokens[owner], grammar, few=is_counted(tokens, owner + 1))


def _is_genitive(token: Token, grammar: Grammar) -> bool:
    """Whether a name has an ending, where those of genitives have no apostrophe: "Ute Kerns Sohn"."""
    return bool(token.entities) and grammar.brackets and grammar.is_inflected(token)
