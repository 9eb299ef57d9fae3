"""A verb's gender, which tells who does it where words stand in any order: "завод звинуватила фабрика".

Of "завод звинуватив фабрику" the verb is the works', of "завод звинуватила фабрика" the factory's.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_time

# The fewest letters that forms of one verb begin with alike, and those of one noun.
_ROOT, _NOUN = 4, 3


def verb_of_other_gender(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a verb that by its ending another does than in the sentence, of the two beside it there."""
    told, ends = aligned.told.tokens, tuple(grammar.words.special["gender_ends"])
    for verb, place in aligned.pairs:
        mine, theirs = _ending(verb, ends), _ending(told[place], ends)
        if not mine or not theirs or mine == theirs or verb.plain[:_ROOT] != told[place].plain[:_ROOT]:
            continue
        if verb.signs & SPEECH:
            continue
        beside = [pair for pair in aligned.pairs if _is_beside(aligned, pair, (verb, place), grammar)]
        around = any(at < place for _, at in beside) and any(at > place for _, at in beside)
        if around and any(_is_recased(token, told[at], grammar.words.special["recased_ends"]) for token, at in beside):
            return f"turns round who does what: {beside[0][0].text}"
    return ""


def _ending(token: Token, ends: Sequence[str]) -> str:
    if token.mood != "past" or token.entities:
        return ""
    return next(filter(token.plain.endswith, ends), "")


def _is_beside(aligned: Aligned, noun: tuple[Token, int], verb: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a word is a noun of a verb's clause in both, which nothing ties."""
    (token, at), told = noun, aligned.told.tokens
    if token is verb[0] or token.clause != verb[0].clause or told[at].clause != told[verb[1]].clause:
        return False
    if token.mood or is_time(token) or token.value is not None or token.signs:
        return False
    if token.plain[:_NOUN] != told[at].plain[:_NOUN]:
        return False  # Another word may be of another gender.
    return not (token.before in grammar.words.ties or grammar.tie_before(told, at))


def _is_recased(token: Token, other: Token, ends: frozenset[str]) -> bool:
    """Whether one of two forms of a noun tells who does it and the other to whom: "рада", "раду"."""
    forms = sorted((token.plain, other.plain))
    return forms[0][:-1] == forms[1][:-1] and ":".join(form[-1:] for form in forms) in ends
