"""Who does it, told as whom it is done to by somebody who is not told: "Суд звинуватив" for "Суд звинувачено"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar


def done_by_nobody(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a claim has it done to, by a verb's impersonal ending; "" where nothing does."""
    endings, tokens = grammar.words.impersonal, aligned.told.tokens
    verbs = [pair for pair in aligned.pairs if pair[0].folded.endswith(endings)] if endings else []
    for verb, place in verbs:
        active = tokens[place].mood == "past" and not tokens[place].folded.endswith(endings)
        doer = next((one for one, at in aligned.pairs if at == place - 1 and one.clause == verb.clause), None)
        if active and doer is not None and _acts(tokens, place - 1, doer, grammar):
            return f"turns round who does what: {doer.text}"
    return ""


def _acts(tokens: Sequence[Token], at: int, doer: Token, grammar: Grammar) -> bool:
    """Whether a sentence's clause opens with a name, an office or a body, in the form that the claim has."""
    if doer.folded != tokens[at].folded or [t for t in tokens[:at] if t.content and t.clause == tokens[at].clause]:
        return False
    words = grammar.words
    body = doer.folded in words.officials or doer.stem in words.bodies | words.groups
    return body or bool(doer.entities) or grammar.is_role(doer)
