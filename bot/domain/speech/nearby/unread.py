"""Whether what stands behind a quotation tells of somebody else by words that no list has."""

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS
from bot.domain.speech.rows.tokens import Part, Sentence

_LEAST = 4  # Letters of a noun: "dice un po' amareggiato" tells of nobody.
_VERBS = VERBS | {Part.WORD, Part.WEAK_VERB}


def is_something_said(behind: Sentence, language: Language) -> bool:
    """Whether a verb and a noun that no list has, with its article, stand there, or a saying: "dit | le proverbe"."""
    if any(token.word in language.sayings for token in behind):
        return True
    if len(behind) <= _NOUN or behind[0].part not in _VERBS or behind[1].part != Part.DETERMINER:
        return False
    noun, told = behind[_NOUN], behind[_NOUN + 1 :][:1]
    timed = language.times | language.days | language.months | language.speech_nouns
    alone = not any(token.part in _GOING_ON for token in told)  # Not "dijo la semana pasada".
    return noun.part == Part.WORD and len(noun.word) >= _LEAST and noun.word not in timed and alone


_GOING_ON = frozenset({Part.WORD, Part.AUXILIARY})
_NOUN = 2  # Tokens of a verb and an article before a noun.


def is_weakly_told(row: Sentence) -> bool:
    """Whether a verb that seldom reports speech and somebody behind it follow a quotation: "“…,” grumbled a guard"."""
    told = len(row) > _NOUN and row[0].part == Part.QUOTE and row[1].part in _VERBS
    return told and row[_NOUN].part == Part.DESCRIPTION and not row[_NOUN].governed
