"""What somebody is still to say, told as said: "will announce it on Monday" is no "announced it on Monday"."""

from collections.abc import Sequence

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import SPEECH, Grammar

# Among how many words before a participle its helping verb stands.
_HELPED = 2


def said_already(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that somebody said what a sentence tells that they will say, "" for nothing.

    Words for saying need no match in a sentence, so that the verb to come is looked for by itself.
    """
    said = [at for at, token in enumerate(claim.tokens) if token.signs & SPEECH]
    if claim.headline or len(said) != 1 or not _is_past(claim.tokens, said[0], grammar):
        return ""
    verb, tokens = claim.tokens[said[0]], aligned.told.tokens
    if any(token.signs & SPEECH for token in tokens):
        return ""
    ahead = (token for at, token in enumerate(tokens) if at not in aligned.matched and _is_ahead(token, grammar))
    same = any(verb.keys & token.keys or wording.alike(verb.stem, token.stem) for token in ahead)
    return f"says that it has happened: {verb.text}" if same else ""


def _is_ahead(token: Token, grammar: Grammar) -> bool:
    """Whether a verb tells by its ending of what is to come."""
    words = grammar.words
    if token.mood == "future":
        return True
    return not token.mood and token.folded.endswith(words.prospective) and not token.folded.endswith(words.durative)


def _is_past(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb is in the past, by itself or by what helps it."""
    before = [one for one in tokens[max(0, at - _HELPED) : at] if one.clause == tokens[at].clause]
    return tokens[at].mood == "past" or any(one.folded in grammar.perfects for one in before)
