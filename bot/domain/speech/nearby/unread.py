"""Whether what stands behind a quotation tells of somebody else by words that no list has."""

from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token

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


def is_somebodys(row: Sentence, position: int, language: Language) -> bool:
    """Whether the verb of speech behind a quotation is told of whoever does something, or of somebody: "dice chi vive".

    Of whom the text does not name: "“...,” someone wrote", "«...», dice | quien vive al lado".
    """
    behind = [token for token in row[position + 1 : position + 1 + _CLAUSE] if token.part not in _MARKS]
    parts = [token.part for token in behind[:_NOUN]]
    if parts[:1] == [Part.VERB] and parts[1:] == [Part.RELATIVE]:
        return language.drops_subjects
    led = parts[:1] == [Part.DETERMINER] or (parts[:1] == [Part.WORD] and behind[0].word in language.indefinite)
    return led and parts[1:] == [Part.VERB] and not language.drops_subjects


_CLAUSE = 6  # Tokens of marks, a verb and what follows it.
_MARKS = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY})


def is_weakly_told(row: Sentence) -> bool:
    """Whether a verb that seldom reports speech and somebody behind it follow a quotation: "“…,” grumbled a guard"."""
    told = len(row) > _NOUN and row[0].part == Part.QUOTE and row[1].part in _VERBS
    return told and row[_NOUN].part == Part.DESCRIPTION and not row[_NOUN].governed


def or_behind(found: Found, text: str, row: Sentence, position: int, language: Language) -> Found:
    """Who was found to speak, else who stands right behind a quotation and a comma, before words that tell of speech.

    "“...,” | Ann Lee was keen to stress", "“...,” | she could not resist adding": where the subject precedes its verb.
    """
    if found[0] is not None and _is_told(row, found[0], language):
        return None, Cue.SPEECH  # "“...,” the court was told"
    behind = row[position + 1 :]
    free = language.postposed or language.verb_second or language.verb_last
    if found[0] is not None or free or not behind or behind[0].part not in ACTORS or behind[0].governed:
        return found
    if "," not in text[max(0, behind[0].start - _COMMA) : behind[0].start]:
        return found
    clause = takewhile(lambda token: token.part not in _ENDING and token.part not in ACTORS, behind[1:])
    return (behind[0], Cue.SPEECH) if any(token.part in _TELLING for token in clause) else found


def _is_told(row: Sentence, actor: Token, language: Language) -> bool:
    """Whether something is said to an actor, who does not say it: "the court | was told", "Ann Lee has been asked"."""
    at = next((index for index, token in enumerate(row) if token is actor), len(row))
    helpers = [*takewhile(lambda token: token.part == Part.AUXILIARY, row[at + 1 :])]
    verb = row[at + 1 + len(helpers) :][:1]
    passive = any(token.word in language.passive_auxiliaries for token in helpers)
    heard = passive and not language.verb_second and bool(verb) and verb[0].word in language.listener_verbs
    return heard and verb[0].part == Part.VERB


_TELLING = VERBS | {Part.PARTICIPLE}
_ENDING = frozenset({Part.COMMA, Part.COLON, Part.QUOTE, Part.END, Part.DASH, Part.THAT, Part.CONJUNCTION})
_COMMA = 8  # Characters of a comma, a mark, an article before who stands behind a quotation.
