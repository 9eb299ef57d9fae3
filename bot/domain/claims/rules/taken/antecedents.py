"""Who does what a relative clause tells: "Ann met the coach, who promised her a place" tells of no promise of Ann's."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

# How many words may stand between a relative word and the pronoun for whom it is done to.
_AHEAD = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_antecedent(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim to somebody what they do in a relative clause, to a pronoun in it."""
    told = aligned.told
    tokens, openers = told.tokens, told.clauses.openers
    for clause in aligned.used:
        if not clause or openers[clause] not in grammar.relatives or told.clauses.marks[clause] != ",":
            continue
        inside = places_in(tokens, clause)
        whom = _whom(tokens, inside, grammar)
        before = _antecedent(tokens, clause, grammar) if whom >= 0 else -1
        if before < 0:
            continue
        for deed, at in aligned.pairs:
            if at not in inside or not is_plain(deed) or at in {whom, before} or grammar.is_named(deed):
                continue
            doer, here = aligned.pairs_of(deed.clause)[0]
            if doer is deed and before in aligned.matched and claim.tokens[0].folded in grammar.words.subjects:
                return f"turns round who does what: {claim.tokens[0].text}"  # "She advised the lawyer".
            if doer.start >= deed.start or _is_same(tokens[before], tokens[here]) or (here in inside and here != whom):
                break
            inside_claim = [one for one in claim.tokens if one.clause == deed.clause]
            if tells(inside_claim, PASSIVE) or tells(inside_claim, AGENT):
                break
            return f"turns round who does what: {doer.text}"
    return ""


def _whom(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> int:
    """The place of a pronoun for whom a relative clause has something done to, -1 where none or who does it stands."""
    words, found = grammar.words, -1
    for at in inside[1:]:
        token = tokens[at]
        if token.joined:
            found = at
        elif token.folded in words.subjects and token.folded not in words.object_pronouns:
            return -1
        elif found < 0 and at <= inside[0] + _AHEAD and is_object(tokens, at, grammar):
            found = at
    return found


def is_object(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is a pronoun of whom something is done to, and no article or possessive of the noun behind it."""
    token, words = tokens[at], grammar.words
    behind = next((one for one in tokens[at + 1 : at + 2] if one.clause == token.clause), None)
    if token.folded not in words.clitics and token.folded not in words.object_pronouns:
        return token.folded in words.objective
    if behind is None or token.folded in words.objective:
        return True
    if token.folded in words.clitics and token.folded in grammar.definite:
        return behind.folded in grammar.perfects or behind.mood in {"past", "future"}
    verb = behind.text[0].islower() if grammar.nouns else behind.plain.endswith(words.infinitives or "\0")
    return verb or not (grammar.is_possessive(token) and behind.content)


def _antecedent(tokens: Sequence[Token], clause: int, grammar: Grammar) -> int:
    """The place of the last word that says something before a clause, where it is for somebody; -1 where it is not."""
    at = places_in(tokens, clause)[0] - 1
    while at > 0 and grammar.nouns and tokens[at].text[0].islower():
        at -= 1
    token = tokens[at] if at >= 0 else None
    if token is None or not token.content or token.value is not None or token.dated:
        return -1
    somebody = grammar.is_role(token) or grammar.is_person(token) or token.unnamed >= 0
    return at if somebody or not grammar.words.omits_subjects else -1


def _is_same(one: Token, other: Token) -> bool:
    """Whether two words of a sentence are for one."""
    return one is other or bool(one.entities & other.entities)
