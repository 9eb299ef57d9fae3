"""Who goes on speaking behind a quotation, unless its own sentence tells of somebody else."""

from itertools import takewhile

from bot.domain.speech.cue import Cue
from bot.domain.speech.nearby.unread import is_something_said, is_weakly_told
from bot.domain.speech.pronouns import is_manys_verb, is_others_paper, is_others_verb
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.tokens import Part, Sentence

_PAST_MARK = 2  # Tokens of a quotation and its comma.
_PARTS = frozenset({Part.COMMA, Part.DASH})
_PARTING = frozenset({Part.QUOTE, Part.END})
_CALLED = frozenset({Part.NAME, Part.DESCRIPTION})


# Complexity: what speaks against who goes on is asked one thing after the other.
def unless_anothers(reader: Reader, row: Sentence, going_on: Attribution | None) -> Attribution | None:
    """Who goes on, nobody where what a comma or dash parts from the quotation tells of somebody else."""
    if going_on is None or len(row) <= _PAST_MARK or not (reader.language.postposed and row[1].part in _PARTS):
        return Attribution(cue=Cue.SPEECH) if going_on is not None and is_weakly_told(row) else going_on
    behind = [*takewhile(lambda token: token.part not in _PARTING, row[_PAST_MARK:])]
    led = not reader.language.drops_subjects  # There the subject is named, whatever seems to govern it.
    others = (one for one in behind if one.part in _CALLED and (not one.governed or (led and one.part == Part.NAME)))
    another = any(token.part == Part.DESCRIPTION or token.index != going_on.entity for token in others)
    anothers = (is_others_verb, is_manys_verb, is_others_paper)
    another = (
        another
        or is_something_said(behind, reader.language)
        or any(is_anothers(reader, row, going_on) for is_anothers in anothers)
    )
    return Attribution(cue=Cue.SPEECH) if another else going_on
