"""Whether a verb that no list knows has its subject behind a quotation: "“...,” barked Ann Lee"."""

import re

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, parts_of

_NEAR = 3
_LEADS = frozenset(",!?")
_LIMITED = re.compile(f"[{Part.DETERMINER}{Part.PREPOSITION}][{Part.WORD}{Part.VERB}{Part.WEAK_VERB}]")
_PHRASE = re.compile(f"{Part.PREPOSITION}{Part.DETERMINER}?{Part.WORD}|{Part.AUXILIARY}")
_OCCASION = re.compile(f"{Part.PREPOSITION}{Part.DETERMINER}?{Part.WORD}+")
_TITLED = re.compile(f"{Part.DETERMINER}{Part.WORD}{Part.NAME}")
_NAME = frozenset({Part.NAME})
_PLAIN = frozenset({Part.WORD})
_WEAKLY = _PLAIN | {Part.WEAK_VERB}  # "«...», — решил Гай"
_JOINS = frozenset({Part.CONJUNCTION, Part.RELATIVE})


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_inverted(rest: Sentence, begin: int, last: str, language: Language, *, opens: bool) -> bool:
    """Whether a verb that no list knows and its subject follow a quotation, and no more: "“...,” barked Ann Lee".

    Where the quotation opens its sentence, the subject may be followed by where or when it is said.
    """
    led = last in _LEADS or begin > 0 or language.postposed
    behind_mark = language.postposed and begin > 0
    if not led or rest[begin].part not in (_WEAKLY if behind_mark else _PLAIN):
        return False
    parted = behind_mark and _JOINS.isdisjoint(token.part for token in rest[:begin])
    at = _past_verb(rest, begin, language) if parted else begin + 1  # Not in "«…», como lhe chamam os críticos".
    if at >= len(rest) or rest[at].part not in (ACTORS if parted else _NAME) or rest[at].governed:
        return False
    while opens and parted and (found := _OCCASION.match(parts_of(rest[at + 1 :]))) is not None:
        at += found.end()  # "Soledad Rey en conferencia de prensa"
    return at + 1 == len(rest) or rest[at + 1].part == Part.COMMA


def _past_verb(rest: Sentence, begin: int, language: Language) -> int:
    """Past a verb of one or two words, where or when it is, and an article: "fa sapere in una nota il | sindaco"."""
    led = _LIMITED.match(parts_of(rest[begin + 1 : begin + _NEAR]))
    limited = led is not None and rest[begin].word.rpartition("-")[2] in language.reflexives
    at = begin + (_NEAR if limited else 1)  # "limitou-se a dizer a | ministra"
    at += at < len(rest) and rest[at].part == Part.WORD
    while (found := _PHRASE.match(parts_of(rest[at : at + _NEAR]))) is not None:
        at += found.end()
    at += at < len(rest) and rest[at].part == Part.DETERMINER
    return at + (_TITLED.match(parts_of(rest[at - 1 : at + 2])) is not None)  # "la | intendenta Soledad Rey"
