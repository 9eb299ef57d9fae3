"""Which body a noun alone stands for, wherever the article names that: "the association", "the university".

beside    "the association Clean Air": "the association"
inside    "Almena University": "the university", where no other is named and none is told apart by an adjective
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.naming import Naming, is_apposed
from bot.domain.claims.comparing.tokens import Token, Told

_NOBODY: frozenset[int] = frozenset()


def named_shortly(naming: Naming, before: Sequence[Told], told: Told, at: int) -> int | None:
    """The only body that the article calls by a definite noun, beside its name or in it; None where it is not sure.

    `before` are the sentences before, read.
    """
    noun = told.tokens[at]
    stem = noun.stem
    called = naming.denoted.get(stem, _NOBODY)
    if len(called) == 1:
        return next(iter(called))
    called = naming.shortened.get(stem, _NOBODY)
    if len(called) != 1 or not naming.reading.is_body(noun.text) or _is_described(naming, told, at):
        return None
    (body,) = called
    if naming.reading.entities[body].mentions[0].start > noun.start:
        return None
    alike = [one for other in before for one in other.tokens if one.stem == stem or one.folded == noun.folded]
    return (
        None if [1 for one in alike if not one.entities] else body
    )  # "Le conseil municipal" is not the "Conseil d'État".


def means_last(naming: Naming, noun: Token) -> bool:
    """Whether a noun may mean the body named last, since no one body alone has it in its name."""
    return noun.stem in naming.words.bodies and len(naming.shortened.get(noun.stem, _NOBODY)) != 1


def _is_described(naming: Naming, told: Told, at: int) -> bool:
    """Whether a word behind a noun may tell which one it is, and is no verb: "le conseil municipal"."""
    behind = told.tokens[at + 1 : at + 2]
    if not behind or behind[0].clause != told.tokens[at].clause:
        return False
    one, language = behind[0], naming.reading.language
    if one.folded in naming.of_words - naming.words.perfects:
        return True  # "L'université de Losade".
    if not language.postposed:
        return one.content and one.text[0].isupper()  # "Die Universität Losen".
    small = one.dated or one.value is not None or one.text.lower() in language.stop_words
    return not (small or one.folded in naming.words.clitics or _is_verb(naming, one))


def _is_verb(naming: Naming, token: Token) -> bool:
    words, endings = naming.words, naming.reading.language.verb_endings or ("\0",)
    told = token.mood or token.signs or token.text.lower().endswith(endings)
    return bool(told) or token.folded in words.perfects or token.folded in words.speaking


def names_behind(naming: Naming, told: Told, at: int) -> bool:
    """Whether a noun stands right before the name of what it is, or before what it is of: "the union of miners"."""
    words, behind = naming.words, [one for one in told.tokens[at + 1 : at + 3] if one.clause == told.tokens[at].clause]
    if not behind or behind[0].entities:
        return bool(behind)
    ties = naming.of_words - words.perfects  # "Firma a refuzat".
    tied = told.tokens[at].stem in words.bodies and behind[0].folded in ties
    plain = tied and any(one.content and one.text[0].islower() and not one.entities for one in behind[1:])
    return bool(plain) or is_apposed(told, at, naming)
