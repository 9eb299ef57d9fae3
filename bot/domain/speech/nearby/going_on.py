"""Whether who spoke before goes on with a quotation that no cue gives to anybody."""

import re

from bot.domain.speech.cue import VERBS
from bot.domain.speech.pronouns import is_manys_verb
from bot.domain.speech.referents import Attribution, Reader, is_quoted_heading
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, parts_of
from bot.domain.speech.subjects import subject_of

_RUNNING_PARAGRAPHS = 2


def runs_on(reader: Reader, number: int, index: int) -> bool:
    """Whether who spoke last is near, and a quotation stands where they may go on."""
    near = reader.running_paragraph >= number - _RUNNING_PARAGRAPHS
    if not near or not reader.running.speaker or not _opens(reader, number, index):
        return False
    return not is_quoted_heading(reader, number)


def _opens(reader: Reader, number: int, index: int) -> bool:
    """Whether a quotation stands where its paragraph begins, or nobody is told of before it: "Then, on the radio:"."""
    row = reader.rows(number)[0]
    if number > 0 and reader.text[reader.paragraphs[number - 1].end - 1] == ":":
        return False  # Announced, but of nobody who is known.
    led = next((i for i, token in enumerate(row) if token.part == Part.QUOTE), 0)
    announced = led > 0 and row[led].index == index and row[led - 1].part == Part.COLON
    told = subject_of(row[:led]) is not None or any(_tells(row, at, reader) for at in range(led))
    others = (one.part in _NAMING and one.index != reader.running.entity for one in row[:led])
    return (row[0].index == index and row[0].part == Part.QUOTE) or (announced and not (told or any(others)))


def _tells(row: Sentence, at: int, reader: Reader) -> bool:
    """Whether a verb of speech stands here, or "a" and words that nobody said before: "They have a | saying:"."""
    saying = at > 0 and row[at].word in reader.language.speech_nouns
    return row[at].part in VERBS or (saying and row[at - 1].word in reader.language.indefinite)


_NAMING = ACTORS | {Part.OWNER}  # Whatever governs it: "Dure le parole di Ivo Riva: «...»" is nobody's from above.


def is_awaited(reader: Reader, number: int, row: Sentence) -> bool:
    """Whether a quotation stands behind a sentence, in its paragraph or the next: nobody goes on further down."""
    near = [span for paragraph in reader.paragraphs[number : number + 2] for _, span in paragraph.spans[-1:]]
    return bool(near and row) and row[0].start < near[-1].outer_start


# Complexity: the conditions of one reading, each a cheap way out before the next.
def tells_of_nobody(reader: Reader, row: Sentence, position: int, previous: Attribution) -> bool:
    """Whether a sentence has no subject that could be another speaker, nor says that something says so."""
    said = position > 0 and row[position - 1].part in {Part.THAT, Part.COLON}
    opens = position > _NOUN and [token.part for token in row[:_NOUN]] == [Part.DETERMINER, Part.WORD]
    if reader.language.postposed and opens:
        return False  # "El artículo 12 prohíbe «...»"
    shape = parts_of(row[:position])
    if reader.language.verb_second and _THEN.fullmatch(shape):
        return True  # "Dann, ernster: „…“"
    if reader.language.verb_second and 0 < position <= _LINK and row[position - 1].part == Part.COLON:
        linked = row[0].part == Part.CONJUNCTION  # "Denn: „…“", "Und weiter: „…“"
        return linked and all(token.part in _LINKING for token in row[: position - 1])
    return not (said or reader.language.verb_second or subject_of(row) or is_manys_verb(reader, row, previous))


_THEN = re.compile(f"{Part.AUXILIARY}{Part.COMMA}{Part.WORD}{{1,2}}{Part.COLON}")
_NOUN, _LINK = 2, 3  # Tokens of a noun with its article, and of "und weiter:".
_LINKING = frozenset({Part.CONJUNCTION, Part.AUXILIARY})
