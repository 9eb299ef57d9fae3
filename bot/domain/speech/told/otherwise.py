"""Who speaks where no verb of speech tells it: whose comment or letter it is, who is named behind another."""

from bot.domain.speech.meant.own_words import own_words
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.tokens import Part
from bot.domain.speech.told.gapped import gapped
from bot.domain.speech.told.letters import in_letter
from bot.domain.speech.told.sources import sourced


def told_otherwise(
    reader: Reader, number: int, at: int, position: int, previous: Attribution | None
) -> Attribution | None:
    """Who speaks the quotation at `position` of a row; nobody who is named where that is open, else None.

    `previous` is who spoke before it in its paragraph.
    """
    row = reader.rows(number)[at]
    if position > 0:
        if position > 1 and row[position - 1].part == Part.COLON:
            return own_words(reader, number, at, position, previous) or sourced(reader, row, position)
        return gapped(reader, number, at, position) if row[position - 1].part == Part.PREPOSITION else None
    last, nouns = row[-1], reader.language.speech_nouns
    paper = last is not row[0] and (last.word in nouns or row[-2].word in nouns)
    return in_letter(reader, number, at, previous) if paper else None
