"""What a noun and the words before it are together: "the people of Mure", "bishop Ann Lee"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AGENT, CAUSE
from bot.domain.claims.rules.grammar import Grammar


def lead(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """The preposition before a whole phrase, "" where none stands there: "(to) the people of Mure"."""
    while at > 0 and tokens[at - 1].clause == tokens[at].clause:
        before = tokens[at - 1]
        if is_owned(tokens, at, grammar):
            at -= 2
        elif before.folded in grammar.words.ties and is_tie(before, grammar):
            return before.folded
        elif belongs(tokens, at, grammar):
            at -= 1
        else:
            return ""
    return ""


def is_tie(token: Token, grammar: Grammar) -> bool:
    """Whether a word that may tie is no plain article."""
    return token.folded not in grammar.definite or token.folded in grammar.words.fused


def is_owned(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "of" stands between a noun and a word: "the people of Mure", not "accused of theft"."""
    if at <= 1 or tokens[at - 2].clause != tokens[at].clause:
        return False
    words, (noun, tie) = grammar.words, tokens[at - 2 : at]
    if tie.folded not in words.ties or tie.folded not in grammar.of_words - words.givens - words.within:
        return False
    if tie.signs & {AGENT, CAUSE} and tie.folded not in words.partitives:
        return False
    known = noun.before in grammar.definite or bool(noun.entities) or grammar.is_role(noun)
    return known and not noun.dated and noun.value is None


def belongs(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is of the phrase of the one behind it: an article, an office, a name's other word."""
    before, token = tokens[at - 1], tokens[at]
    if before.folded in grammar.definite or before.folded in grammar.words.articles or grammar.is_possessive(before):
        return True
    if before.entities & token.entities:
        return True
    if not token.entities:
        return False
    called = grammar.is_role(before) or before.stem in grammar.words.bodies or before.folded in grammar.words.officials
    return called or (before.content and before.text[0].islower() and _is_known(before, grammar))


def _is_known(noun: Token, grammar: Grammar) -> bool:
    """Whether a noun is told as known, by its article or its ending: "the family Stone", "familia Stan"."""
    fused, endings = noun.before in grammar.words.fused, grammar.words.definite_endings
    return fused or noun.before in grammar.definite or (bool(endings) and noun.plain.endswith(endings))
