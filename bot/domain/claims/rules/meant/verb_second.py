"""Who does it where the verb comes second and something else first: "in de pauze bedankte de dirigent de violiste"."""

from itertools import combinations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

# How many words may open a clause before its verb, and stand from the verb to who does it.
_OPENING, _BEHIND = 4, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def turned_where_second(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two nouns of a clause that stand the other way round in the sentence, "" if nothing does.

    One of both clauses opens with what is neither: in it who does it stands right behind the verb, before whom it is
    done to. A language with articles for cases may have them in any order.
    """
    words = grammar.words
    if not grammar.brackets or words.accusative or words.definite_endings or tells(claim.tokens, PASSIVE):
        return ""
    for clause in sorted({token.clause for token in aligned.tokens}):
        pairs = [(token, at) for token, at in aligned.pairs_of(clause) if _is_side(claim.tokens, token, grammar)]
        for (one, here), (other, there) in combinations(pairs, 2):
            if here <= there or not _are_sides(aligned, (one, here), (other, there), grammar):
                continue
            sides = ((aligned.told.tokens, there), (claim.tokens, claim.tokens.index(one)))
            if any(_opens_otherwise(tokens, first, grammar) for tokens, first in sides):
                return f"turns round who does what: {one.text}, {other.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_inverted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does what another does in a later clause, behind its verb: "daarna las de dichter".

    The claim leaves out who that is; something else opens the clause, and nothing joins it to the one before.
    """
    words = grammar.words
    if not grammar.brackets or words.accusative or tells(claim.tokens, PASSIVE) or not aligned.pairs:
        return ""
    (doer, here), *rest = aligned.pairs
    told = aligned.told
    if doer is not aligned.tokens[0] or not _is_side(claim.tokens, doer, grammar):
        return ""
    for deed, at in rest:
        clause = told.tokens[at].clause
        inside = places_in(told.tokens, clause)
        later = clause > told.tokens[here].clause and inside[0] < at <= inside[0] + _OPENING
        led = told.clauses.openers[clause]
        if not later or not is_plain(deed) or led in words.joining | words.joins | grammar.relatives:
            continue
        if deed.clause != doer.clause or grammar.is_named(told.tokens[at]) or led in grammar.definite | words.subjects:
            continue
        subject = next((one for one in inside if one > at and told.tokens[one].content), None)
        left_out = subject is not None and subject not in aligned.matched and subject <= at + _BEHIND
        if left_out and _is_side(told.tokens, told.tokens[subject or 0], grammar):
            return f"gives to another what is done: {doer.text}"
    return ""


def _is_side(tokens: list[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a word is a noun with its article or a name, and no preposition ties it."""
    named = bool(token.entities) or token.before in grammar.definite
    plain = not token.dated and token.value is None and token.folded not in grammar.words.durations
    return named and plain and not grammar.is_tied(tokens, tokens.index(token))


def _are_sides(aligned: Aligned, first: tuple[Token, int], second: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether two words are two of a sentence's clause that tells what somebody does, and not one by two words."""
    (one, here), (other, there), told = first, second, aligned.told
    clause = told.tokens[here].clause
    if told.tokens[there].clause != clause or told.clauses.openers[clause] in grammar.relatives:
        return False
    inside = [told.tokens[at] for at in places_in(told.tokens, clause)]
    if tells(inside, PASSIVE) or tells(inside, IS) or one.entities & other.entities:
        return False
    if grammar.is_called(one, other) or grammar.is_called(other, one):
        return False
    return all(_is_side(told.tokens, told.tokens[at], grammar) for at in (here, there))


def _opens_otherwise(tokens: list[Token], first: int, grammar: Grammar) -> bool:
    """Whether a clause opens with a day or what a preposition ties, before the first of two words."""
    inside = places_in(tokens, tokens[first].clause)
    opening = next((at for at in inside if tokens[at].content), first)
    return opening < first and (tokens[opening].dated or grammar.is_tied(tokens, opening))
