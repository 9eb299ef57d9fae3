"""Of whom the paragraph above a quotation tells, that has its paragraph to itself, or whom it announces."""

from bot.domain.speech import verb_second
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.cues import speaker_before
from bot.domain.speech.referents import Attribution, Reader, is_heading, resolved
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind


def told_above(reader: Reader, number: int) -> Attribution | None:
    """The person whom the paragraph before tells of, when it quotes nobody.

    Where a verb of speech stands without its subject, one that tells of nobody leads to the paragraph above it.
    """
    at = number - 1
    if at > 0 and _leaves_out(reader, number) and _tells_of_nobody(reader, at):
        at -= 1
    if at < 0 or reader.paragraphs[at].spans or is_heading(reader, at):
        return None
    if reader.text[reader.paragraphs[at].end - 1] == ":":
        return None  # Announced, but of nobody who is known.
    for row in reversed(reader.rows(at)):
        subject = subject_of(row)
        if subject is None or subject.part == Part.DESCRIPTION:
            subject = _whose_view(row, reader) if reader.language.postposed else None
        if subject is None:
            continue
        found = resolved(reader, subject, Cue.RUNNING)
        if found.entity is not None and reader.names.entities[found.entity].kind is Kind.PERSON:
            return found
    return None


def _whose_view(row: Sentence, reader: Reader) -> Token | None:
    """Whose words a sentence tells that calls them so: "È il parere | di Ada Neri, che segue i lavori"."""
    language = reader.language
    noun = next((at for at, token in enumerate(row[:_OPENING]) if token.word in language.speech_nouns), -1)
    if noun <= 0 or any(token.part not in _CALLING for token in row[:noun]):
        return None
    behind = row[noun + 1 : noun + 3]
    led = bool(behind) and behind[0].part == Part.PREPOSITION and behind[0].word in language.of_words
    whose = behind[led : led + 1]
    return whose[0] if whose and whose[0].part in {Part.NAME, Part.OWNER} else None


_OPENING = 4  # Tokens of "questo è il parere".
_CALLING = frozenset({Part.AUXILIARY, Part.DETERMINER, Part.PRONOUN, Part.WORD})


def _leaves_out(reader: Reader, number: int) -> bool:
    """Whether a verb of speech has no subject in a paragraph: "«No se toca», aseguró."."""
    verbs = (token.part in VERBS for row in reader.rows(number) for token in row)
    return reader.language.drops_subjects and any(verbs)


def _tells_of_nobody(reader: Reader, number: int) -> bool:
    """Whether a paragraph is a sentence or two in which nobody is named or called by a noun, and quotes nobody."""
    if reader.paragraphs[number].spans or is_heading(reader, number):
        return False
    return not any(token.part in ACTORS for row in reader.rows(number) for token in row)


def announced_above(reader: Reader, number: int, row: Sentence) -> Attribution | None:
    """The speaker whom the paragraph before names, when it ends with a colon."""
    if number == 0 or reader.text[reader.paragraphs[number - 1].end - 1] != ":" or not reader.rows(number - 1):
        return None
    before = reader.rows(number - 1)[-1]
    rule = verb_second.speaker_in if reader.language.verb_second else speaker_before
    token, cue = rule([*before, row[0]], len(before), reader.language)
    if token is None or token.part == Part.QUOTE or cue is not Cue.SPEECH:
        return None
    return resolved(reader, token, cue)
