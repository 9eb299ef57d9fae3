"""Who speaks where no verb of speech tells it: whose comment or letter it is, who is named behind another."""

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.meant.own_words import own_words
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence, parts_of
from bot.domain.speech.told.gapped import gapped
from bot.domain.speech.told.letters import REACH, in_letter
from bot.domain.speech.told.signing import signed_by
from bot.domain.speech.told.sources import sourced, viewed
from bot.domain.speech.told.voices import voiced


def told_otherwise(
    reader: Reader, number: int, at: int, position: int, previous: Attribution | None
) -> Attribution | None:
    """Who speaks the quotation at `position` of a row; nobody who is named where that is open, else None.

    `previous` is who spoke before it in its paragraph.
    """
    row = reader.rows(number)[at]
    if position > 0:
        if position > 1 and row[position - 1].part == Part.COLON:
            found = own_words(reader, number, at, position, previous) or sourced(reader, row, position)
            return found or (voiced(reader, row, position) if reader.language.voices else None)
        if row[position - 1].part == Part.PREPOSITION:
            return gapped(reader, number, at, position)
        if row[0].word in reader.language.concerned:
            return viewed(reader, row, position)
        return _to_whom(reader, row[:position]) if reader.language.postposed else None
    nouns = reader.language.speech_nouns
    for token in row[1:REACH]:
        if token.word in nouns:
            return signed_by(reader, row) or in_letter(reader, number, at, previous)
    return None


def _to_whom(reader: Reader, led: Sentence) -> Attribution | None:
    """Who is named before a relative that tells whose view it is: "Luc Roux, pour qui le plan « ... »"."""
    if Part.RELATIVE not in parts_of(led):
        return None
    for at, (name, comma, phrase, token) in enumerate(zip(led, led[1:], led[2:], led[3:], strict=False)):
        if token.part == Part.RELATIVE and phrase.part == Part.ACCORDING and comma.part == Part.COMMA:
            plain = name.part == Part.NAME and not any(one.part in VERBS for one in led[at + _VIEW :])
            return resolved(reader, name, Cue.SPEECH) if plain else None
    return None


_VIEW = 4  # Tokens of a name, a comma and "pour qui".
