"""Two people who speak a quotation together: "“...,” said Ann Lee and Bo Ray", "Ada Neri e Ugo Riva dicono: «...»"."""

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import Part, Sentence, Token, parts_of

_PAIR = Part.NAME + Part.CONJUNCTION + Part.NAME
_VERB = 4  # Tokens before or behind the names in which their verb stands.
_LONG = 80  # Characters of two names with what their bearers are.
_ENDS = frozenset({Part.COMMA, Part.END, Part.QUOTE, Part.PREPOSITION, Part.DASH, Part.COLON})
_OPENS = frozenset({Part.COMMA, Part.QUOTE, Part.DASH, Part.COLON})
_FINITE = frozenset({Part.VERB, Part.AUXILIARY})


def jointly(reader: Reader, row: Sentence, token: Token) -> Attribution | None:
    """Both names as the text has them, where "and" joins the speaker's to another full name and the verb is of both."""
    parts = parts_of(row)
    at = next((at for at in range(len(row) - 2) if parts.startswith(_PAIR, at) and token in row[at : at + 3 : 2]), -1)
    if at < 0:
        return None
    first, last = row[at], row[at + 2]
    entities = reader.names.entities
    full = all(is_full(entities[one.index]) and " " in one.word and not one.governed for one in (first, last))
    if not full or last.end - first.start > _LONG or not _act(row, at, reader.language):
        return None
    place = (first.start, last.end)
    return Attribution(reader.text[slice(*place)], None, Cue.SPEECH, place)


def _act(row: Sentence, at: int, language: Language) -> bool:
    """Whether a verb of speech is of both names that stand at a place; in the plural, where its ending tells."""
    led, behind = row[max(0, at - _VERB) : at], row[at + 3 : at + 3 + _VERB]
    inverted = any(one.part == Part.VERB for one in led)
    if inverted and behind and behind[0].part not in _ENDS:
        return False  # "said Ann Lee and Bo Ray nodded"
    opens = at == 0 or row[at - 1].part in _OPENS
    if not inverted and not (opens and any(one.part == Part.VERB for one in behind)):
        return False
    many = language.plural_endings if at > 0 else ()  # Who opens a sentence has the verb behind both.
    verbs = led if inverted else behind
    return not many or any(one.word.endswith(many) for one in verbs if one.part in _FINITE)
