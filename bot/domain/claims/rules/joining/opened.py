"""When and where what a sentence opens with was done, told of its main deed: "born in 1951, Luke Brand opened it"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time
from bot.domain.claims.rules.joining.halves import OPENED


def of_opening_participle(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a day, a year or a place from an opening participle's clause with another deed, or ""."""
    told = aligned.told
    if told.clauses.marks[1:2] != [","] or not _is_participle(told.tokens[0], grammar):
        return ""
    for clause in {token.clause for token in aligned.tokens}:
        pairs = aligned.pairs_of(clause)
        if any(at == 0 for _, at in pairs):
            continue
        apart = [token for token, at in pairs if not told.tokens[at].clause and _is_where_or_when(aligned, at, grammar)]
        deed = any(told.tokens[at].clause and is_plain(token) and not is_time(token) for token, at in pairs)
        if apart and deed:
            return f"{OPENED}: {apart[0].text}"
    return ""


def _is_participle(token: Token, grammar: Grammar) -> bool:
    """Whether a word that opens a sentence is a participle, or in English a verb in the past."""
    past = not grammar.words.participles and token.mood == "past"
    return past or grammar.is_participle(token) or token.folded in grammar.words.special["bare_participles"]


def _is_where_or_when(aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word is a time, or a name that a preposition ties and that is nobody's."""
    token = aligned.told.tokens[at]
    named = (
        token.text[0].isupper()
        and (bool(token.entities) or not grammar.nouns)
        and not grammar.is_person(token, surely=True)
    )
    return is_time(token) or (named and grammar.is_tied(aligned.told.tokens, at))
