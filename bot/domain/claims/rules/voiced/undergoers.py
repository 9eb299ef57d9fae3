"""Whom a passive tells that it is done to, as who does it in a claim, and who does it, as whom it is done to.

"Napastnik został zmieniony przez trenera": no "napastnik zmienił trenera", both in the form that the passive has.
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.doers.objects import done_by
from bot.domain.claims.rules.grammar import Grammar, places_in, tells


def undergoer_as_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in an active claim what a sentence has done to them; "" if nothing does."""
    if tells(claim.tokens, PASSIVE) or not tells(aligned.told.tokens, PASSIVE):
        return ""
    pairs, ends = (
        [(token, aligned.told.tokens[at]) for token, at in aligned.pairs],
        grammar.words.special["object_ends"],
    )
    for done, doers in done_by(aligned, grammar):
        deed = next((token for token, other in pairs if other is done), None)
        doer = next((token for token, other in pairs if other is doers[0] and token.folded == other.folded), None)
        undergoer = _undergoer(aligned, done, grammar)
        if deed is None or doer is None or undergoer is None or deed.mood != "past":
            continue
        turned = undergoer.start < doer.start or doer.folded.endswith(tuple(ends))
        if turned and _may_do(undergoer, deed, grammar):
            return f"turns round who does what: {undergoer.text}, {doer.text}"
    return ""


def _undergoer(aligned: Aligned, done: Token, grammar: Grammar) -> Token | None:
    """The first noun before a passive's verb that nothing ties, where a claim has it in that form; else None."""
    tokens, helping = aligned.told.tokens, aligned.told.tokens.index(done)
    while helping and PASSIVE not in tokens[helping].signs:
        helping -= 1
    inside = [at for at in places_in(tokens, done.clause) if at < helping and tokens[at].content]
    first = next((at for at in inside if not tokens[at].dated and not grammar.is_tied(tokens, at)), None)
    return next((token for token, at in aligned.pairs if at == first and token.folded == tokens[at].folded), None)


def _may_do(noun: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a noun may do it by the endings of the verb and of the noun: no "projekt przygotowało"."""
    pairs = (one.split("/") for one in grammar.words.special["never_subject"])
    return not any(deed.folded.endswith(verb) and noun.folded.endswith(end) for verb, end in pairs)


def agent_as_undergoer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim's passive of whom the sentence tells right behind "by" that they did it; "" if not.

    "The head was suspended by the board": no "the board was suspended".
    """
    if not aligned.pairs or not tells(claim.tokens, PASSIVE) or tells(claim.tokens, AGENT):
        return ""
    (first, place), *rest = aligned.pairs
    ahead = {token.folded for token in claim.tokens if token.start < first.start} - grammar.definite
    opens = first is aligned.tokens[0] and not first.dated and ahead.isdisjoint(grammar.words.ties)
    for done, doers in done_by(aligned, grammar) if opens else ():
        deed = next((token for token, at in rest if aligned.told.tokens[at] is done), None)
        if deed is not None and aligned.told.tokens[place] is doers[0] and _helps(claim, deed):
            return f"turns round who does what: {first.text}"
    return ""


def _helps(claim: Clauses, deed: Token) -> bool:
    """Whether a verb that makes a passive stands before a claim's deed, in its clause."""
    return any(PASSIVE in one.signs and one.clause == deed.clause and one.start < deed.start for one in claim.tokens)
