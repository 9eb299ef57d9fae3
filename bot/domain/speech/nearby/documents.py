"""Whose words a document has that a clause tells of: "the council said in a report that describes it as “...”"."""

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token

_LEADING = frozenset({Part.DETERMINER, Part.WORD})
_GOVERNING = VERBS | {Part.PREPOSITION, Part.ACCORDING}  # "..., arată | un raport care vorbește despre „...”"
_PHRASE = 5  # Tokens of a noun for what is written and what leads to it.


def in_document(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """Who is told to say or write what a relative clause tells of, nobody where that is not told; else None.

    The noun for it stands behind a preposition: "..., selon un rapport qui dénonce une direction « ... »".
    """
    relative = next((at for at in range(position - 1, 1, -1) if row[at].part in _RELATING), 0)
    noun = relative - 1
    while noun > 0 and row[noun].part in _WHICH:
        noun -= 1  # "um relatório | segundo o qual"
    if noun < 1 or row[noun].part != Part.WORD or row[noun].word not in reader.language.speech_nouns:
        return None
    if noun == relative - 1 and not _tells(row[relative], row[relative + 1 : position]):
        return None
    at = noun - 1
    while at > max(0, noun - _PHRASE) and row[at].part in _LEADING:
        at -= 1
    if row[at].part not in _GOVERNING:
        return None
    teller = _teller(row, at) if row[at].part == Part.PREPOSITION else None
    return Attribution(cue=Cue.SPEECH) if teller is None else resolved(reader, teller, Cue.SPEECH)


def _teller(row: Sentence, end: int) -> Token | None:
    """Who stands beside a verb that ends here: "the council said | in a report"."""
    said = row[max(0, end - 2) : end]
    told = any(token.part in VERBS for token in said)
    return next((token for token in said if told and token.part in ACTORS and not token.governed), None)


def _tells(relative: Token, clause: Sentence) -> bool:
    """Whether a verb opens a relative clause; else it tells what is said: "said in a statement that “...”"."""
    opening = next((token for token in clause if token.part not in _HELPING), None)
    if any(token.part == Part.COMMA for token in clause[:-1]):
        return False
    verb = VERBS if relative.part == Part.THAT else VERBS | {Part.WORD}
    return opening is not None and opening.part in verb


_HELPING = frozenset({Part.AUXILIARY, Part.PRONOUN})
_WHICH = frozenset({Part.ACCORDING, Part.DETERMINER})
_RELATING = frozenset({Part.RELATIVE, Part.THAT})
