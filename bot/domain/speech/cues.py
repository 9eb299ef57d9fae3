"""Where a sentence names the speaker of a quotation: the rules on one row of tokens.

In their order: a cue right after the quotation ("said Ann Lee", "Ann Lee said", "according to"), a verb of speech
before it, a cue at the sentence's end, a cue of the sentence's other quotation, the sentence's subject.
"""

from enum import IntEnum
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import goes_on, main_subject_of, subject_of, subject_of_verb

_REACH = 40
_REACH_BACK = 80
_NEAR = 3
_WEAK_REACH = 8
_LOOK_BACK = 12
_SKIPPED = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY, Part.CONJUNCTION, Part.RELATIVE})
_BREAKS = frozenset({Part.CONJUNCTION, Part.RELATIVE, Part.THAT})
_MODIFIERS = frozenset({Part.DETERMINER, Part.WORD, Part.OWNER})
VERBS = frozenset({Part.VERB, Part.WEAK_VERB})

Found = tuple[Token | None, "Cue"]


class Cue(IntEnum):
    """How a speaker was found, the surest last."""

    NONE = 0
    SUBJECT = 1
    RUNNING = 2
    CONTINUED = 3
    SPEECH = 4


def speaker_in(row: Sentence, position: int, language: Language) -> Found:
    """The token that tells who speaks the quotation at `position` of a row, and how surely; a quotation's own may.

    No token with the cue SPEECH: someone speaks whom the sentence does not name.
    """
    left = speaker_before(row, position, language)
    right = _after(row, position, language, loosely=left[1] is not Cue.SPEECH)
    if left[1] is Cue.SPEECH and _is_inserted(row, position):
        return left
    if right[1] >= left[1]:
        joined = right[1] is left[1] is Cue.SPEECH and row[position + 1].part == Part.CONJUNCTION
        return left if joined else right  # "Ann said “...” and Bo said ...": the second cue has its own quotation.
    return left


def _is_inserted(row: Sentence, position: int) -> bool:
    """Whether dashes part a quotation from its sentence: "Ann Lee regretted the delay - “it is bad” - but Bo said"."""
    dashed = position > 0 and row[position - 1].part == Part.DASH
    return dashed and position + 1 < len(row) and row[position + 1].part == Part.DASH


def _after(row: Sentence, position: int, language: Language, *, loosely: bool) -> Found:
    """The speaker in what follows a quotation up to the next one; `loosely` lets any verb be one of speech."""
    rest = list(takewhile(lambda token: token.part != Part.QUOTE, row[position + 1 : position + 1 + _REACH]))
    begin = next((i for i, token in enumerate(rest) if token.part not in _SKIPPED), len(rest))
    begin = _past_likeness(rest, begin, language)
    if begin == len(rest):
        return None, Cue.NONE
    first = rest[begin]
    if first.part in {Part.ACCORDING, Part.SO}:
        return _first_actor(rest[begin + 1 :]), Cue.SPEECH
    if first.part == Part.VERB or _inverts(rest, begin, row[position].word, language):
        found = _inverted(rest, begin)
        unnamed = found[0] is None and first.part == Part.VERB and row[position].word in _LEADS
        return (None, Cue.SPEECH) if unnamed else found  # "“...,” said a report from the office"
    actor = _opening_actor(rest, _past_titles(rest, begin, language))
    if actor is not None:
        told = row[position].word == "," and rest[0].part != Part.COMMA
        likened = begin > 0 and rest[begin - 1].word in language.comparisons
        anew = not likened and any(token.part == Part.CONJUNCTION for token in rest[:begin])
        acts = loosely and told and begin == 0 and _acts(rest, actor)
        apposed = likened and _is_told_of(rest, actor)
        if acts or apposed or _speaks(rest, actor, language, weakly=not anew):
            return rest[actor], Cue.SPEECH
    if begin == 0 and (written := _written(rest, language)) is not None:
        return written
    closing = _closing(rest, begin, language)
    if closing[1] is Cue.NONE and begin == 0 and row[position].word in _LEADS:
        return _stranger(rest)
    return closing


def _stranger(rest: Sentence) -> Found:
    """The noun that speaks right behind a quotation, whether or not the text names somebody: "“...,” one user said"."""
    nouns = list(takewhile(lambda token: token.part in {Part.DETERMINER, Part.WORD}, rest[: _NEAR + 1]))
    if not 0 < len(nouns) < len(rest) or rest[len(nouns)].part != Part.VERB:
        return None, Cue.NONE
    if nouns[0].part == Part.DETERMINER:
        return None, Cue.SPEECH
    following = rest[len(nouns) + 1 : len(nouns) + 2]
    name = len(nouns) == 1 and not (following and following[0].part == Part.WORD)
    return (nouns[0], Cue.SPEECH) if name else (None, Cue.NONE)


def _past_likeness(rest: Sentence, begin: int, language: Language) -> int:
    """Past "comme le" before a verb of speech: "« ... », comme le dit Ann Lee"; the same place where none stands."""
    if not language.postposed:
        return begin
    like = next((at for at in (begin - 1, begin) if 0 <= at < len(rest) and rest[at].word in language.comparisons), -1)
    following = range(like + 1, min(len(rest), like + 3)) if like >= 0 else ()
    return next((at for at in following if rest[at].part in VERBS), begin)


def _inverts(rest: Sentence, begin: int, last: str, language: Language) -> bool:
    """Whether a verb that no list knows and its subject follow a quotation, and no more: "“...,” barked Ann Lee"."""
    led = last in _LEADS or begin > 0 or language.postposed
    if not led or begin + 1 >= len(rest) or rest[begin].part != Part.WORD or rest[begin + 1].part != Part.NAME:
        return False
    return begin + 2 == len(rest) or rest[begin + 2].part == Part.COMMA


_LEADS = frozenset(",!?")


def _past_titles(rest: Sentence, begin: int, language: Language) -> int:
    """Past titles that "and" joins before a name: "chairman, president and study co-author | Ann Lee said"."""
    at = begin
    while at + 1 < len(rest) and rest[at].part == Part.DESCRIPTION and language.is_role(rest[at].word):
        if rest[at].determined or rest[at].governed or rest[at + 1].part not in {Part.COMMA, Part.CONJUNCTION}:
            break
        at += 2
    while at > begin and at < len(rest) and rest[at].part == Part.WORD:
        at += 1
    return at if at < len(rest) and rest[at].part == Part.NAME else begin


def _opening_actor(rest: Sentence, begin: int) -> int | None:
    """The index of the actor that opens what follows a quotation, its modifiers skipped: "an angry Ann Lee said"."""
    for index in range(begin, min(len(rest), begin + _NEAR + 1)):
        token = rest[index]
        apposed = token.part == Part.DESCRIPTION and token.governed and rest[index + 1 : index + 2]
        if apposed and rest[index + 1].part == Part.COMMA:
            continue  # "the mayor, Ann Lee, said"
        if token.part in ACTORS:
            return index if not token.governed and (index == begin or token.part == Part.NAME) else None
        if token.part not in _MODIFIERS and token.part != Part.COMMA:
            return None
    return None


def _written(rest: Sentence, language: Language) -> Found | None:
    """Whose writing is quoted, where a noun for it is what speaks: "Ann Lee's letter said"; nobody is in "it said"."""
    for index in range(1, min(len(rest) - 1, _NEAR + 1)):
        if rest[index].word in language.speech_nouns and rest[index + 1].part == Part.VERB:
            return _writer(rest, 0, index), Cue.SPEECH
        if rest[index].part != Part.WORD:
            break
    return None


def _is_written(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether the subject right before a verb is a noun for what is written: "the letter said"."""
    at = verb - 1
    if at < begin or row[at].word not in language.speech_nouns or language.nouns_capitalised:
        return False  # In German what stands before the verb is often no subject.
    while at >= begin and row[at].part in _MODIFIERS:
        at -= 1
    return at < begin or row[at].part != Part.PREPOSITION


def _writer(row: Sentence, begin: int, noun: int) -> Token | None:
    """Who is named as the owner of what is written."""
    back = range(noun - 1, max(begin - 1, noun - 1 - _NEAR), -1)
    return next((row[index] for index in back if row[index].part == Part.OWNER), None)


def _acts(rest: Sentence, actor: int) -> bool:
    """Whether what follows the actor may be a verb: a quotation that a comma ends awaits one ("Ann Lee barked")."""
    return actor + 1 < len(rest) and rest[actor + 1].part in {Part.WORD, Part.WEAK_VERB}


def _is_told_of(rest: Sentence, actor: int) -> bool:
    """Whether an apposition follows the actor, and a verb that may report speech its comma: "Ann, a judge, puts it"."""
    if actor + 1 >= len(rest) or rest[actor + 1].part != Part.COMMA:
        return False
    following = zip(rest[actor + 2 :], rest[actor + 3 : actor + 3 + _LOOK_BACK], strict=False)
    return any(comma.part == Part.COMMA and token.part in VERBS for comma, token in following)


def _speaks(rest: Sentence, actor: int, language: Language, *, weakly: bool) -> bool:
    """Whether a verb of speech follows the actor whose clause opens this row, before another's clause begins.

    `weakly` lets verbs count that report speech only beside a quotation: not in a clause that "and" begins.
    """
    for index in range(actor + 1, len(rest)):
        token, before = rest[index], rest[index - 1]
        if token.part == Part.ACCORDING_AFTER or (token.part == Part.WEAK_VERB and weakly and index - actor <= _NEAR):
            return True
        if token.part == Part.VERB and before.part != Part.RELATIVE and before.word != "to":
            inverted = before.part == Part.COMMA and index + 1 < len(rest) and rest[index + 1].part in ACTORS
            inverted = inverted and token.word not in language.listener_verbs
            return index - 1 == actor or not (inverted or (before.part in ACTORS and not before.governed))
    return False


def _closing(rest: Sentence, begin: int, language: Language) -> Found:
    """The speaker at the sentence's end: "“...” if the dam held, said Ann Lee"."""
    for index in range(len(rest) - 1, begin, -1):
        if rest[index - 1].part != Part.COMMA:
            continue
        if rest[index].part == Part.VERB and rest[index].word not in language.listener_verbs:
            token, cue = _inverted(rest, index)
            return (token, cue) if token is not None else (None, Cue.NONE)
        if rest[index].part in ACTORS and index + 1 < len(rest) and rest[index + 1].part == Part.VERB:
            return rest[index], Cue.SPEECH
    return None, Cue.NONE


def _inverted(rest: Sentence, verb: int) -> Found:
    """The subject after its verb: the first actor that no preposition governs."""
    for index in range(verb + 1, len(rest)):
        token = rest[index]
        if token.part in ACTORS and not token.governed:
            return token, Cue.SPEECH
        if token.part in {Part.VERB, Part.COLON, Part.THAT} or index - verb > _LOOK_BACK:
            break
    return None, Cue.NONE


def _first_actor(rest: Sentence) -> Token | None:
    return next((token for token in rest[:_NEAR] if token.part in ACTORS), None)


_CLAUSE_OPENS = frozenset({Part.CONJUNCTION, Part.RELATIVE})


def is_rejected(row: Sentence, begin: int, position: int, language: Language) -> bool:
    """Whether the subject rejects what nobody named has said: "Ann Lee rejects the claim that “...”"."""
    noun = position - 2
    if noun <= begin or row[position - 1].part != Part.THAT or row[noun].word not in language.speech_nouns:
        return False
    for index in range(noun - 1, max(begin, noun - _LOOK_BACK) - 1, -1):
        if row[index].part == Part.OWNER:
            return False
        if row[index].word in language.rejections:
            return True
    return False


def _accorded(rest: Sentence, language: Language) -> Found | None:
    """Who is named behind "according to", or by whom the study there is; None for "according to its own figures"."""
    segment = list(takewhile(lambda token: token.part not in _SEGMENT_ENDS, rest))
    if segment and segment[0].word in language.possessives:
        return None
    for index, token in enumerate(segment):
        if token.part in ACTORS and (index <= _NEAR or segment[index - 1].word in language.agents):
            return token, Cue.SPEECH
        if token.part == Part.PREPOSITION and token.word not in language.agents:
            break
    return None, Cue.SPEECH


_SEGMENT_ENDS = frozenset({Part.COMMA, Part.QUOTE, Part.DASH})


def speaker_before(row: Sentence, position: int, language: Language) -> Found:
    """The speaker in what stands before a quotation, back to the one before it or the sentence's start."""
    begin, floor = position, max(0, position - _REACH_BACK)
    while begin > floor and row[begin - 1].part != Part.QUOTE:
        begin -= 1
    earlier = row[begin - 1] if begin > 0 and row[begin - 1].part == Part.QUOTE else None
    if begin == position:
        return earlier, Cue.CONTINUED if earlier else Cue.NONE
    if is_rejected(row, begin, position, language):
        return None, Cue.SPEECH
    cued = _cued(row, begin, position, language)
    if cued is not None:
        return cued
    if earlier is not None:
        return earlier, Cue.CONTINUED
    if row[position - 1].part == Part.COLON:
        subject = main_subject_of(row[begin:position])
        return subject, Cue.NONE if subject is None else Cue.SPEECH
    subject = subject_of(row[begin:position])
    vague = subject is None or (subject.determined and not subject.definite)
    # "Bo Ray “kind of misspoke”", "because “it was late”": what is quoted is the clause itself.
    within = subject is row[position - 1] or row[position - 1].part in _CLAUSE_OPENS
    return (None, Cue.NONE) if vague or within else (subject, Cue.SUBJECT)


def _cued(row: Sentence, begin: int, position: int, language: Language) -> Found | None:
    """The speaker whom the nearest cue between these places names; what one thinks yields to who tells it."""
    unsure: Token | None = None
    unnamed = dropped = False
    for index in range(position - 1, begin - 1, -1):
        token = row[index]
        found = _phrased(row, index, position, language)
        if found is not None:
            return found
        owner = _owner(row, begin, index, position, language) if token.word in language.speech_nouns else None
        if owner is not None:
            free = owner == 0 or row[owner - 1].part != Part.PREPOSITION
            if free or row[position - 1].part == Part.THAT:
                return row[owner], Cue.SPEECH
        if not _reports(row, begin, index, position):
            unsure = unsure or (row[owner] if owner is not None else None)
            continue
        told, sure = _teller(row, begin, index, position=position, language=language)
        if sure or (told is not None and not _is_thought(token, unsure, language)):
            return told, Cue.SPEECH
        unsure = unsure or told
        if told is None and token.part == Part.VERB:
            known = index == begin or row[index - 1].part not in _UNKNOWN
            unnamed, dropped = unnamed or not known, dropped or (known and language.drops_subjects)
    if dropped and unsure is None and not unnamed:
        return None, Cue.CONTINUED  # "..., prosiguió, «...»": who spoke before goes on.
    return (unsure, Cue.SPEECH) if unsure is not None or unnamed else None


# Before a verb without a subject among the actors: a noun that no list knows, "another", "who".
_UNKNOWN = frozenset({Part.WORD, Part.DETERMINER, Part.RELATIVE})


def _is_thought(verb: Token, unsure: Token | None, language: Language) -> bool:
    """Whether a verb tells what somebody thinks or does, so that who tells of it speaks."""
    return verb.word in language.thoughts or (unsure is not None and verb.part == Part.WEAK_VERB)


def _phrased(row: Sentence, index: int, position: int, language: Language) -> Found | None:
    """Who is named behind "according to" or a word such as "so"."""
    if row[index].part == Part.ACCORDING:
        return _accorded(row[index + 1 : position], language)
    if row[index].part == Part.SO and row[index + 1].part in ACTORS:
        return row[index + 1], Cue.SPEECH
    return None


def _teller(row: Sentence, begin: int, verb: int, *, position: int, language: Language) -> tuple[Token | None, bool]:
    """Whom a verb of speech makes the speaker, and whether that is all that can be said: nobody may be named."""
    if row[verb].part == Part.VERB and _is_written(row, begin, verb, language):
        return _writer(row, begin, verb - 1), True
    if _is_passive(row, begin, verb, language):
        return _agent(row, verb, position, language), True
    if language.drops_subjects and verb > begin and row[verb - 1].part == row[verb + 1].part == Part.COMMA:
        return goes_on(row, begin, verb), False
    found = subject_of_verb(row, begin, verb, position)
    document = _document(row, begin, verb, language) if found is None else None
    return (document[0], True) if document is not None else (found, False)


def _is_passive(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether a verb with a listener is in the passive: "was asked", "had been told"."""
    if row[verb].word not in language.listener_verbs:
        return False
    at = verb - 1
    while at >= begin and (row[at].part == Part.AUXILIARY or row[at].word.endswith("ly")):
        if row[at].word in language.passive_auxiliaries:
            return True
        at -= 1
    return False


def _agent(row: Sentence, verb: int, position: int, language: Language) -> Token | None:
    """Who asks or tells in a passive: "was asked by the host Ann Lee"."""
    for index in range(verb + 1, min(position, verb + _LOOK_BACK) - 1):
        if row[index].word in language.agents:
            return next((token for token in row[index + 1 : index + 1 + _NEAR] if token.part in ACTORS), None)
    return None


def _document(row: Sentence, begin: int, verb: int, language: Language) -> Found | None:
    """Whose document speaks, where its noun is parted from the verb: "an email sent by Ann Lee warned"."""
    for index in range(max(begin, verb - _REACH), verb):
        if row[index].word not in language.speech_nouns or row[index].part in VERBS:
            continue
        at = index
        while at > begin and row[at - 1].part in _MODIFIERS:
            at -= 1
        if at > begin and row[at - 1].part == Part.PREPOSITION:
            continue
        return _writer(row, begin, index) or _agent(row, index, verb, language), Cue.SPEECH
    return None


def _reports(row: Sentence, begin: int, index: int, position: int) -> bool:
    """Whether the token is a verb that reports the quotation at `position`."""
    if index > begin and row[index - 1].word == "to":
        return False
    if row[index].part == Part.WEAK_VERB:
        # Such a verb reports speech only near the quotation, and in the same clause.
        between = row[index + 1 : position]
        if any(token.part == Part.THAT for token in between[:_NEAR]):
            return True  # "expressed confidence that ..."
        return len(between) <= _WEAK_REACH and not any(token.part in _BREAKS for token in between)
    return row[index].part in {Part.VERB, Part.PARTICIPLE}


def _owner(row: Sentence, begin: int, noun: int, position: int, language: Language) -> int | None:
    """The index of whose words a noun announces: "Ann Lee's answer was: “...”", "Ann Lee's claim that “...”"."""
    last = row[position - 1]
    if noun + 1 < position and (last.part not in _ANNOUNCES or not _is_copula(last, language)):
        return None
    for index in range(noun - 1, max(begin - 1, noun - 1 - _NEAR), -1):
        if row[index].part == Part.OWNER:
            return index
        if row[index].part not in {Part.WORD, Part.NAME}:
            return None
    return None


def _is_copula(token: Token, language: Language) -> bool:
    """Whether a word that may announce does: of the auxiliaries "was" does, and "would" does not."""
    return token.part != Part.AUXILIARY or token.word in language.passive_auxiliaries


_ANNOUNCES = frozenset({Part.THAT, Part.COLON, Part.COMMA, Part.AUXILIARY})
