"""Whom something is done to in a claim, and who does it in the sentence: "the nurses promised both clinics a bonus"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, places_in, tells


def done_to(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Who does a thing right before it in the sentence, though the claim has it done to them and another do it."""
    if grammar.words.free_order or grammar.brackets or claim.converse is not None or tells(claim.tokens, PASSIVE):
        return ""
    tokens = aligned.told.tokens
    for clause in {token.clause for token in aligned.tokens}:
        pairs = aligned.pairs_of(clause)
        for (doer, here), (deed, there), (thing, where) in zip(pairs, pairs[1:], pairs[2:], strict=False):
            if not is_plain(deed) or here == where or not _is_object(claim, doer, deed, thing, grammar):
                continue
            between = tokens[where:there]
            beside = bool(between) and not any(_parts(token, grammar) for token in between[1:])
            if beside and _is_doer(aligned, where, there, grammar):
                return f"turns round who does what: {doer.text}, {thing.text}"
    return ""


def _parts(token: Token, grammar: Grammar) -> bool:
    """Whether a word before a deed tells that who stands before it does not do it: "la avería la vio Ana"."""
    return token.content or PASSIVE in token.signs or token.folded in grammar.words.clitics | grammar.reflexives


def _is_object(claim: Clauses, doer: Token, deed: Token, thing: Token, grammar: Grammar) -> bool:
    """Whether a claim has somebody do a thing right before another word, to which nothing ties it."""
    tokens = claim.tokens
    first, middle, last = tokens.index(doer), tokens.index(deed), tokens.index(thing)
    small = not any(token.content or token.folded in grammar.words.joins for token in tokens[middle + 1 : last])
    nouns = all(token.value is None and not token.dated for token in (doer, thing))
    named = doer.entities or grammar.is_named(doer)
    tied = grammar.is_tied(tokens, first) or grammar.is_tied(tokens, last, objects=False)
    return bool(small and nouns and named and not tied and not grammar.is_named(deed))


def _is_doer(aligned: Aligned, where: int, there: int, grammar: Grammar) -> bool:
    """Whether a noun or name stands free before a deed, in a clause that neither says nor relates."""
    told = aligned.told
    noun, deed = told.tokens[where], told.tokens[there]
    if noun.clause != deed.clause:
        return False
    opening = told.tokens[places_in(told.tokens, noun.clause)[0]]
    tied = grammar.is_tied(told.tokens, where) and not opening.signs & {AFTER, BEFORE}  # "After the board agreed".
    free = noun.content and not tied and noun.value is None and not noun.dated
    verb = not grammar.is_named(deed) and deed.mood != "" and not deed.signs & SPEECH
    return bool(free and verb and told.clauses.openers[deed.clause] not in grammar.relatives)
