"""Where a sentence names the speaker of a quotation, in a language whose verb stands last.

In their order: what is said of the subject before it ("“…” diyen Aktaş"), the subject before the quotation and the verb
behind it ("Aktaş, “…” dedi"), who alone closes the sentence ("“…” dedi Aktaş"), a verb before a colon ("Aktaş şunları
söyledi: “…”"), who is told to hold it ("Aktaş'a göre “…”"). A name with an ending that an apostrophe parts from it is
no subject.
"""

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token

_REACH = 8
_NAME_REACH = 6


def speaker_in(row: Sentence, position: int, language: Language) -> Found:
    """The token that tells who speaks the quotation at `position` of a row, and how surely.

    No token: a verb of speech without a subject goes on with who was told of before.
    """
    behind = row[position + 1 : position + 1 + _REACH]
    verb = next((at for at, token in enumerate(behind) if token.part in VERBS or token.part == Part.PARTICIPLE), None)
    if verb is not None and not any(token.part == Part.QUOTE for token in behind[:verb]):
        participle = behind[verb].part == Part.PARTICIPLE
        if participle:
            return _by_participle(row, position + 1 + verb)
        return _by_subject(row, position, _closing(behind[verb + 1 :]))
    before = row[:position]
    if any(token.part in VERBS for token in before[-_REACH:]) and _ends_in_colon(before):
        return _by_subject(row, position)
    return _by_view(row, position, language)


def _by_participle(row: Sentence, verb: int) -> Found:
    """Whom a participle describes who stands behind it: "diyen Belediye Başkanı Aktaş"; nobody in "yazan bir not"."""
    behind = row[verb + 1 : verb + 1 + _NAME_REACH]
    for parts in ({Part.NAME, Part.OWNER}, ACTORS):
        described = next((token for token in behind if token.part in parts), None)
        if described is not None:
            return described, Cue.SPEECH
    return None, Cue.NONE


def _closing(behind: Sentence) -> Token | None:
    """Who alone stands behind the verb of an inverted sentence: "“…” diye konuştu | öğretmen Fatma Kaya."."""
    told = [token for token in behind if token.part != Part.END]
    return told[0] if len(told) == 1 and told[0].part in ACTORS else None


def _by_subject(row: Sentence, position: int, closing: Token | None = None) -> Found:
    """The last name before the quotation that is a subject, else what describes one, else who spoke before.

    Who closes an inverted sentence is its subject where nobody stands before the quotation.
    """
    for parts in ({Part.NAME}, ACTORS - {Part.NAME}):
        subject = next((token for token in reversed(row[:position]) if token.part in parts), None)
        if subject is not None:
            return subject, Cue.SPEECH
    return closing, Cue.SPEECH if closing is not None else Cue.NONE


def _by_view(row: Sentence, position: int, language: Language) -> Found:
    """Who holds what a quotation says: "Aktaş'a göre"."""
    before = row[:position]
    for at in range(len(before) - 1, 0, -1):
        if before[at].word in language.according_after and before[at - 1].part in {Part.NAME, Part.OWNER}:
            return before[at - 1], Cue.SPEECH
    return None, Cue.NONE


def _ends_in_colon(before: Sentence) -> bool:
    return bool(before) and before[-1].part == Part.COLON
