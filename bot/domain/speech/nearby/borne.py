"""Who bears what a noun and a phrase behind it tell: "le metteur en scène | Luc Roux", "il sindaco in carica | ..."."""

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Part, Sentence, Token

_FULL = " "  # In a name of several words.
_PHRASE = 3  # Tokens of "en scène Luc Roux".


def bearer_behind(row: Sentence, at: int, language: Language) -> Token:
    """The full name right behind a noun with one preposition and one word; the token itself where none is there.

    The word may be taken for what the name's bearer is, and is no token then.
    """
    token, behind = row[at], row[at + 1 : at + 1 + _PHRASE]
    if token.part != Part.DESCRIPTION or len(behind) < _PHRASE - 1 or behind[0].word not in language.in_office:
        return token
    worded = behind[1].part == Part.WORD
    name = behind[-1] if worded else behind[1]
    apart = worded or name.start > behind[0].end + 1
    adjacent = behind[0].start == token.end + 1 and (not worded or name.start == behind[1].end + 1)
    return name if name.part == Part.NAME and apart and adjacent and _FULL in name.word else token
