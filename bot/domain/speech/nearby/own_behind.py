"""Whose words a possessive behind a quotation tells, where the verb stands second: "„…“, so ihr Fazit"."""

from bot.domain.speech.meant.own_words import owner_of_words
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import Part

_REACH = 7  # Tokens of ", heißt es in seinem Brief".


def own_words_behind(
    reader: Reader, number: int, at: int, position: int, previous: Attribution | None
) -> Attribution | None:
    """Who spoke last, or of whom the sentence before is, where their own words are told behind a quotation; else None.

    An attribution to nobody where it may be somebody else.
    """
    row, language = reader.rows(number)[at], reader.language
    if not language.verb_second:
        return None
    for token, before in zip(row[position + 2 : position + _REACH], row[position + 1 :], strict=False):
        if token.part == Part.DESCRIPTION and is_speech_noun(token.word, language):
            owner = next((of for word, of in language.possessives.items() if token.opening.startswith(word)), "")
            led = before.part in _LEADING
            return owner_of_words(reader, number, at, previous, owner) if led and owner in _ONE else None
        speaks = before.part in _SUBJECTS or language.pronouns.get(before.word) in _ONE
        if speaks and not before.governed:
            return None  # "„…“, sagte Ada Lis in ihrer Rede"
    return None


_LEADING = frozenset({Part.SO, Part.PREPOSITION})
_SUBJECTS = frozenset({Part.NAME, Part.DESCRIPTION})
_ONE = frozenset({"m", "f"})
