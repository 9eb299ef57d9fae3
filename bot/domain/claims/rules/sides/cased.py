"""Who does it by the case of a phrase: "den Leuten von X halfen Leute aus Y", "музею подарувала 60 картин вдова"."""

from collections.abc import Sequence
from itertools import product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE, PASSIVE
from bot.domain.claims.rules.deeds.declined import is_done
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.sides.phrases import belongs, is_owned, lead

_TURNED = "turns round who does what"
_STATEMENT = 3
_DOES, _UNDERGOES = 1, -1
# How many letters the forms of one noun begin with alike.
_ALIKE = 3


def recased_phrases(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it in a claim, by the case that the sentence has them in; "" for nothing."""
    inflected = grammar.words.free_order
    pairs = aligned.pairs
    if not pairs[_STATEMENT - 1 :] or tells(claim.tokens, PASSIVE):
        return ""
    tokens = aligned.told.tokens
    clause = tokens[pairs[0][1]].clause
    if tells((token for token in tokens if token.clause == clause), PASSIVE):
        return ""
    taken = [(token, place) for token, place in pairs if tokens[place].clause == clause]
    return _by_forms(claim, taken, tokens, grammar) if inflected else _by_articles(claim, taken, tokens, grammar)


_Pairs = Sequence[tuple[Token, int]]


# Complexity: cases are told by pairs of endings, by a pronoun that does it, and by a form that does nothing.
def _by_forms(claim: Clauses, taken: _Pairs, tokens: Sequence[Token], grammar: Grammar) -> str:
    """Both who does it and to whom in other forms than in the sentence, which tells the same deed by a verb."""
    (doer, here), *rest = taken
    verb = next(((one, at) for one, at in rest if _is_verb(one, tokens[at], grammar)), None)
    ways = {_way(claim, pair, tokens, grammar): pair[0] for pair in taken} if verb is not None else {}
    if {_DOES, _UNDERGOES} <= ways.keys():
        return f"{_TURNED}: {ways[_DOES].text}, {ways[_UNDERGOES].text}"
    subject = next((pair for pair in taken if tokens[pair[1]].folded in grammar.words.subjects), None)
    if subject is not None and _is_turned(claim, subject, taken, tokens, grammar):
        return f"{_TURNED}: {subject[0].text}"
    if verb is None or not (_is_recased(claim, doer, tokens, here, grammar) and _has_case(doer, tokens[here], grammar)):
        return ""
    for other, at in rest:
        apart = other is not verb[0] and other.start > verb[0].start and other.entities.isdisjoint(doer.entities)
        if apart and _is_recased(claim, other, tokens, at, grammar):
            return f"{_TURNED}: {doer.text}, {other.text}"
    return ""


def _is_turned(
    claim: Clauses, subject: tuple[Token, int], taken: _Pairs, tokens: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether a claim has it done to whom a sentence has do it as "she", by somebody to whom it is done there."""
    mine, place = subject
    if not grammar.is_inflected(mine) or lead(claim.tokens, claim.tokens.index(mine), grammar):
        return False
    others = [(token, at) for token, at in taken if at != place and token.entities and token.clause == mine.clause]
    return any(_is_recased(claim, token, tokens, at, grammar) for token, at in others)


def _way(claim: Clauses, pair: tuple[Token, int], tokens: Sequence[Token], grammar: Grammar) -> int:
    """Whether a word of the claim does what in the sentence it has done to it, or has it done to it, or neither."""
    token, at = pair
    if not _is_recased(claim, token, tokens, at, grammar):
        return 0
    mine, theirs = token.folded, tokens[at].folded
    for ends in grammar.words.special["done_to_ends"]:
        done, does = ends.split("/")
        if theirs.endswith(done) and mine == f"{theirs.removesuffix(done)}{does}":
            return _DOES
        if mine.endswith(done) and theirs == f"{mine.removesuffix(done)}{does}":
            return _UNDERGOES
    return 0


def _is_verb(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a claim and a sentence tell in the active what is done."""
    finite = bool(token.mood) and bool(other.mood) and not token.entities and token.stem == other.stem
    if token.folded == other.folded and token.signs & other.signs & {MORE, LESS}:
        return True  # "Сава длиннее Дравы."
    return finite and not is_done(token, grammar) and not is_done(other, grammar)


def _is_recased(claim: Clauses, token: Token, tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word has another form in the claim, and nothing ties it in either; no number and no day."""
    other = tokens[at]
    if token.value is not None or token.dated or token.folded == other.folded or other.folded in grammar.words.anaphors:
        return False
    if grammar.is_pronoun(other) or token.mood or other.mood or token.stem[:_ALIKE] != other.stem[:_ALIKE]:
        return False
    return not (lead(tokens, at, grammar) or lead(claim.tokens, claim.tokens.index(token), grammar))


def _has_case(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a sentence's form of a word is of whom something is done to, and a claim's may be of who does it."""
    words = grammar.words
    cased = (*words.done_alone, *words.special["cased"])
    if token.folded.endswith(cased):
        return False
    soft = token.folded.endswith(words.doing_alone) and other.folded.endswith(words.doing_endings)
    return soft or other.folded.endswith(cased) or other.folded.startswith(token.folded)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _by_articles(claim: Clauses, taken: _Pairs, tokens: Sequence[Token], grammar: Grammar) -> str:
    """Who does it behind no article of another case in the claim, and behind such a one in the sentence."""
    words = grammar.words
    (doer, here), *rest = taken
    if not article_of(tokens, here, grammar) & (words.oblique | words.accusative) or lead(tokens, here, grammar):
        return ""
    if article_of(claim.tokens, claim.tokens.index(doer), grammar) & (words.oblique | words.accusative):
        return ""
    verbs = [(one, at) for one, at in rest if is_plain(one) and not one.text[0].isupper()]
    for (verb, there), (other, at) in product(verbs, rest):
        if other is verb or other.start < doer.start or other.entities & doer.entities or there == at:
            continue
        noun = other.text[0].isupper() and other.value is None and not other.dated
        free = not lead(tokens, at, grammar) and not lead(claim.tokens, claim.tokens.index(other), grammar)
        cased = article_of(tokens, at, grammar) & (words.oblique | words.accusative)
        if noun and free and not cased and (other.entities or grammar.is_role(other) or _opens(tokens, at, there)):
            return f"{_TURNED}: {doer.text}, {other.text}"
    return ""


def _opens(tokens: Sequence[Token], at: int, there: int) -> bool:
    """Whether a word stands right behind a verb, as who does it where another phrase stands first."""
    return tokens[at].before == tokens[there].folded or not any(one.content for one in tokens[there + 1 : at])


def article_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> set[str]:
    """The article before a whole phrase, empty where none stands there."""
    while at > 0 and tokens[at - 1].clause == tokens[at].clause:
        if is_owned(tokens, at, grammar):
            at -= 2
        elif tokens[at - 1].folded in grammar.definite:
            return {tokens[at - 1].folded}
        elif belongs(tokens, at, grammar):
            at -= 1
        else:
            break
    return set()
