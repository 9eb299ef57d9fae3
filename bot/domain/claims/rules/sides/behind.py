"""Who does what a main clause tells behind another, where verbs stand second: "als sie fehlte, rief der Wirt Hilfe"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.rules.grammar import Grammar, is_plain


def does_behind(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what another does, told right behind the verb that opens its clause.

    "" for nothing.
    """
    if not grammar.brackets or len(aligned.used) < len("AB"):
        return ""
    told = aligned.told
    (doer, place), *rest = aligned.pairs
    home = told.tokens[place].clause
    for token, at in rest if doer.entities else ():
        verb = told.tokens[at]
        if token.clause != doer.clause or verb.clause <= home or not is_plain(token):
            continue
        article, noun = (*told.tokens[at + 1 : at + 3], verb, verb)[:2]
        if told.clauses.openers[verb.clause] != verb.folded or noun.clause != verb.clause or noun is verb:
            continue
        does = article.folded in grammar.nominatives and noun.content and at + 2 not in aligned.matched
        if does and noun.entities.isdisjoint(doer.entities):
            return f"gives to another what is done: {doer.text}"
    return ""
