"""The contrary of a deed, told of the very thing: "catches dropped though quotas rose" is not "quotas dropped"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain


def contrary(aligned: Aligned, grammar: Grammar) -> str:
    """Whether a sentence tells of a claim's thing the contrary of a deed that it tells of another, "" where not."""
    opposites = grammar.words.opposites
    for token, place in aligned.pairs:
        stems = opposites.get(token.stem) if is_plain(token) else None
        if not stems or aligned.told.tokens[place].stem == token.stem:
            continue
        other = _told_of(aligned, grammar, aligned.told.tokens[place].clause, stems)
        if other is not None:
            return f"turns round what is done: {other.text}"
    return ""


def _told_of(aligned: Aligned, grammar: Grammar, clause: int, stems: frozenset[str]) -> Token | None:
    """A verb of these stems behind a noun that the claim takes, in another clause than one; None without one."""
    tokens, matched = aligned.told.tokens, aligned.matched
    for at, token in enumerate(tokens):
        if token.clause == clause or at in matched or token.stem not in stems:
            continue
        if grammar.is_named(token) or token.before in grammar.words.indefinite:
            continue
        if any(place in matched for place in range(at) if tokens[place].clause == token.clause):
            return token
    return None
