"""Where a sentence names the speaker of a quotation: the rules on one row of tokens.

In their order: a cue right after the quotation ("said Ann Lee", "Ann Lee said", "according to"), a verb of speech
before it, a cue of the sentence's other quotation, the sentence's subject.
"""

from enum import IntEnum
from itertools import dropwhile, takewhile

from bot.domain.clauses import ACTORS, Part, Sentence, Token

_REACH = 40
_NEAR = 3
_LOOK_BACK = 12
_SKIPPED = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY, Part.CONJUNCTION, Part.RELATIVE})
VERBS = frozenset({Part.VERB, Part.WEAK_VERB})

Found = tuple[Token | None, "Cue"]


class Cue(IntEnum):
    """How a speaker was found, the surest last."""

    NONE = 0
    SUBJECT = 1
    RUNNING = 2
    CONTINUED = 3
    SPEECH = 4


def speaker_in(row: Sentence, position: int) -> Found:
    """The token that tells who speaks the quotation at `position` of a row, and how surely; a quotation's own may."""
    right = _after(row, position)
    left = _before(row, position)
    return right if right[1] >= left[1] else left


def subject_of(row: Sentence) -> Token | None:
    """The first actor of a sentence that no preposition governs."""
    return next((token for token in row if token.part in ACTORS and not token.governed), None)


def _after(row: Sentence, position: int) -> Found:
    """The speaker in what follows a quotation up to the next one."""
    rest = list(takewhile(lambda token: token.part is not Part.QUOTE, row[position + 1 : position + 1 + _REACH]))
    rest = list(dropwhile(lambda token: token.part in _SKIPPED, rest))
    if not rest:
        return None, Cue.NONE
    first = rest[0]
    if first.part in {Part.ACCORDING, Part.SO}:
        return _first_actor(rest[1:]), Cue.SPEECH
    if first.part is Part.VERB:
        return _inverted(rest)
    if first.part in ACTORS and not first.governed and _speaks(rest):
        return first, Cue.SPEECH
    return None, Cue.NONE


def _speaks(rest: Sentence) -> bool:
    """Whether a verb of speech follows the actor that opens this row."""
    for before, (index, token) in zip(rest, enumerate(rest[1:], start=1), strict=False):
        if token.part is Part.ACCORDING_AFTER or (token.part is Part.WEAK_VERB and index <= _NEAR):
            return True
        if token.part is Part.VERB and before.part is not Part.RELATIVE and before.word != "to":
            return True
    return False


def _inverted(rest: Sentence) -> Found:
    """The subject after its verb: the first actor that no preposition governs."""
    for index, token in enumerate(rest[1:], start=1):
        if token.part in ACTORS and not token.governed:
            return token, Cue.SPEECH
        if token.part in {Part.VERB, Part.COLON, Part.THAT} or index > _LOOK_BACK:
            break
    return None, Cue.NONE


def _first_actor(rest: Sentence) -> Token | None:
    return next((token for token in rest[:_NEAR] if token.part in ACTORS), None)


def _before(row: Sentence, position: int) -> Found:
    """The speaker in what stands before a quotation, back to the one before it or the sentence's start."""
    begin = position
    while begin > 0 and row[begin - 1].part is not Part.QUOTE:
        begin -= 1
    rest = row[begin:position]
    if not rest:
        return (row[begin - 1], Cue.CONTINUED) if begin > 0 else (None, Cue.NONE)
    for index in range(len(rest) - 1, -1, -1):
        token = rest[index]
        if token.part is Part.ACCORDING:
            return _first_actor(rest[index + 1 :]), Cue.SPEECH
        if token.part in VERBS or token.part is Part.PARTICIPLE:
            if index > 0 and rest[index - 1].word == "to":
                continue
            subject = _subject_of_verb(row, begin, begin + index, position)
            if subject is not None:
                return subject, Cue.SPEECH
    earlier = next((token for token in reversed(row[:begin]) if token.part is Part.QUOTE), None)
    if earlier is not None:
        return earlier, Cue.CONTINUED
    subject = subject_of(rest)
    return (subject, Cue.SUBJECT) if subject is not None else (None, Cue.NONE)


def _subject_of_verb(row: Sentence, begin: int, verb: int, position: int) -> Token | None:
    """The subject of the verb of speech at `verb`."""
    at = verb - 1
    while at >= begin and (row[at].part is Part.AUXILIARY or row[at].word.endswith("ly")):
        at -= 1
    if at >= begin and row[at].part in ACTORS and not row[at].governed:
        return row[at]
    before = row[at].part if at >= begin else None
    if before is Part.RELATIVE:
        return next((token for token in reversed(row[begin:at]) if token.part in ACTORS), None)
    actors = [token for token in row[begin:verb] if token.part in ACTORS and not token.governed]
    if not actors:
        after = next((t for t in row[verb + 1 : position] if t.part in ACTORS and not t.governed), None)
        if row[verb].part is Part.PARTICIPLE or (after is None and begin > 0):
            return next((token for token in reversed(row[:begin]) if token.part is Part.QUOTE), None)
        return after
    if row[verb].part is Part.PARTICIPLE or before in {Part.CONJUNCTION, Part.COMMA}:
        return actors[0]
    return actors[-1]
