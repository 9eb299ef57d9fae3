"""Where a sentence names the speaker of a quotation: the rules on one row of tokens.

In their order: a cue right after the quotation ("said Ann Lee", "Ann Lee said", "according to"), a verb of speech
before it, a cue at the sentence's end, a cue of the sentence's other quotation, the sentence's subject.
"""

from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.behind import speaker_behind
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.rows.people_words import is_of_phrase
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import (
    announced,
    before_adverbs,
    goes_on,
    is_owned_thing,
    is_strangers,
    main_begin,
    main_subject_of,
    opens_below,
    subject_of,
    subject_of_verb,
    viewer,
    writer,
)

_REACH = 40
_REACH_BACK = 80
_NEAR, _WEAK_REACH, _LOOK_BACK = 3, 8, 12
_SKIPPED = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY, Part.CONJUNCTION, Part.RELATIVE})
_BREAKS = frozenset({Part.CONJUNCTION, Part.RELATIVE, Part.THAT})
_MODIFIERS = frozenset({Part.DETERMINER, Part.WORD, Part.OWNER})


def speaker_in(row: Sentence, position: int, language: Language) -> Found:
    """The token that tells who speaks the quotation at `position` of a row, and how surely; a quotation's own may.

    No token with the cue SPEECH: someone speaks whom the sentence does not name.
    """
    if row[position].governed:
        return None, Cue.NONE  # A name in marks.
    left = speaker_before(row, position, language)
    right = speaker_behind(row, position, language, loosely=left[1] is not Cue.SPEECH)
    if left[1] is Cue.SPEECH and (_is_inserted(row, position) or _is_called(row, position)):
        return left
    within = position > 0 and row[position - 1].part not in {Part.COMMA, Part.COLON}
    if within and right == (None, Cue.SPEECH) and left[1] is Cue.SPEECH and left[0] is not None:
        return left  # "Ann Lee told them that she had “...,” the report says."
    at = position + 1 + (right[1] is Cue.SPEECH and row[position + 1].part == Part.COMMA)
    if right[1] >= left[1] and not (right[1] is left[1] is Cue.SPEECH and row[at].part == Part.CONJUNCTION):
        return right  # Else "... “...”, and Bo said": the second cue has its own quotation.
    return left


def _is_inserted(row: Sentence, position: int) -> bool:
    """Whether dashes part a quotation from its sentence: "Ann Lee regretted the delay - “it is bad” - but Bo said"."""
    dashed = position > 0 and row[position - 1].part == Part.DASH
    return dashed and position + 1 < len(row) and row[position + 1].part == Part.DASH


def _is_called(row: Sentence, position: int) -> bool:
    """Whether an actor and a verb stand right before a quotation: "Ann Lee, citing what she called “...,” urged"."""
    called = position > 1 and row[position - 1].part in VERBS and row[position - 2].part in ACTORS
    return is_of_phrase(row, position) or (called and row[position + 1 :] != [] and row[position + 1].part == Part.VERB)


def _is_written(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether the subject right before a verb is a noun for what is written: "the letter said"."""
    at = verb - 1
    if at < begin or row[at].word not in language.speech_nouns or language.nouns_capitalised:
        return False  # In German what stands before the verb is often no subject.
    while at >= begin and row[at].part in _MODIFIERS:
        at -= 1
    return at < begin or row[at].part != Part.PREPOSITION


_CLAUSE_OPENS = frozenset({Part.CONJUNCTION, Part.RELATIVE})


def is_rejected(row: Sentence, begin: int, position: int, language: Language) -> bool:
    """Whether the subject rejects what nobody named has said: "Ann Lee rejects the claim that it was “...”"."""
    floor = max(begin, position - _LOOK_BACK)
    that = next((index for index in range(position - 1, floor, -1) if _joins(row, index, language)), 0)
    for index in range(that - 1, max(floor, that - 1 - _CLAIM), -1):
        if row[index].word in language.rejections:
            return True  # "denied that", "rejects the claim that"
        said = row[index].word in language.speech_nouns or row[index - 1].word in language.perfect_infinitives
        if row[index].part == Part.VERB and not said:
            return False
    return False


_CLAIM = 7  # Tokens of "la acusación de Ana Prado de" between a verb that rejects and "that".


def _joins(row: Sentence, index: int, language: Language) -> bool:
    """Whether a word joins what is rejected to its verb: "that", or "having" in "denied having"."""
    word = row[index].word
    return row[index].part == Part.THAT or word in language.perfect_infinitives or word in language.views


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
    while begin > floor and (row[begin - 1].part != Part.QUOTE or row[begin - 1].governed):
        begin -= 1
    earlier = row[begin - 1] if begin > 0 and row[begin - 1].part == Part.QUOTE else None
    if begin == position:
        return earlier, Cue.CONTINUED if earlier else Cue.NONE
    if is_rejected(row, begin, position, language):
        return None, Cue.SPEECH
    if _adds(row, position, language):
        return None, Cue.CONTINUED
    told = _put(row, begin, position, language) or _answering(row, begin, position, language)
    cued = told or _cued(row, begin, position, language)
    if cued is not None:
        return cued
    return (earlier, Cue.CONTINUED) if earlier is not None else _acting(row, begin, position, language)


def _adds(row: Sentence, position: int, language: Language) -> bool:
    """Whether an infinitive alone leads to a quotation, so that who spoke goes on: "Et d'ajouter : « ... »"."""
    led = position == len(_ADDING) and language.postposed and row[0].word in language.coordinators
    return led and row[1].word in language.of_words and [token.part for token in row[:position]] == _ADDING


_ADDING = [Part.CONJUNCTION, Part.PREPOSITION, Part.WORD, Part.COLON]


def _put(row: Sentence, begin: int, position: int, language: Language) -> Found | None:
    """Who puts it so, though a clause parts them from the verb: "As Ann Lee, who teaches, puts it, “...”"."""
    end = position - 1 if row[position - 1].part == Part.COMMA else position
    put = end - _NEAR > begin and row[end - 2].part in VERBS and language.pronouns.get(row[end - 1].word) == "n"
    if not put or row[begin].word not in language.comparisons:
        return None
    actor = next((token for token in row[begin + 1 : begin + 1 + _NEAR] if token.part in ACTORS), None)
    return (actor, Cue.SPEECH) if actor is not None else None


def _acts_on(row: Sentence, begin: int, actor: Token, language: Language) -> bool:
    """Whether a noun that is no known actor opens the clause, and does something to the first that is one."""
    at = next(index for index in range(begin, len(row)) if row[index] is actor)
    before = row[begin + (row[begin].part == Part.AUXILIARY) : at]
    opens = len(before) > _NEAR and before[0].part == Part.DETERMINER and before[1].part == Part.WORD
    plain = opens and not any(token.part in {Part.COMMA, Part.CONJUNCTION, Part.THAT} for token in before)
    return plain and before[-1].part not in {Part.DETERMINER, Part.PREPOSITION} and not language.verb_second


def _is_strangers(row: Sentence, begin: int, position: int, language: Language) -> bool:
    """Whether a quotation stands in a clause about somebody who is no known actor: "a gleaner who called it “...”"."""
    for index in range(position - 1, begin, -1):
        if row[index].part == Part.COMMA:
            return False
        if row[index].part == Part.RELATIVE and row[index].word in language.people_relatives:
            return row[index - 1].part == Part.WORD
    return False


def _acting(row: Sentence, begin: int, position: int, language: Language) -> Found:
    """The subject of what leads to a quotation without a cue; nobody where what is quoted is the clause itself."""
    last = row[position - 1]
    if last.part == Part.COLON:
        return _announcing(row, begin, main_subject_of(row[begin:position], language), language)
    main = main_begin(row, begin, position, language)
    if main == begin and opens_below(row, begin, position, language):
        return None, Cue.NONE  # "Because they knew of “tests” at home, “...”"
    subject = subject_of(row[main : min(position, main + _NEAR) if main > begin else position])
    strangers = subject is not None and _acts_on(row, main, subject, language)
    if strangers or _is_strangers(row, begin, position, language):
        return None, Cue.NONE
    vague = subject is None or (subject.determined and not subject.definite)
    within = subject is last or last.part in _CLAUSE_OPENS  # "Bo Ray “misspoke”", "because “it was late”"
    return (None, Cue.NONE) if vague or within else (subject, Cue.SUBJECT)


def _concerned(row: Sentence, begin: int, language: Language) -> Found | None:
    """Whom a sentence without a subject that is known concerns: "For Ann Lee, the news came too early:"."""
    whom = row[begin + 1] if len(row) > begin + 1 and row[begin].word in language.concerned else None
    full = whom is not None and whom.part == Part.NAME and " " in whom.word
    return (whom, Cue.SUBJECT) if full else None


def _announcing(row: Sentence, begin: int, subject: Token | None, language: Language) -> Found:
    """The subject before a colon; nobody where it is what somebody says: "Răspunsul primarului: „...”"."""
    bare = subject is None or language.pronouns.get(subject.word) == "n"  # "For Ann Lee, it is a blow:"
    if bare and (concerned := _concerned(row, begin, language)) is not None:
        return concerned
    if subject is not None and subject.part == Part.DESCRIPTION and subject.opening in language.speech_nouns:
        return None, Cue.SPEECH
    return subject, Cue.NONE if subject is None else Cue.SPEECH


def _answering(row: Sentence, begin: int, position: int, language: Language) -> Found | None:
    """Whose words are announced before a colon, or who acts behind what was asked: "Asked which, he shrugged:"."""
    if language.postposed and (whose := announced(row, begin, position, language)) is not None:
        return whose, Cue.SPEECH
    clause = row[max(begin, position - _ANSWER) : position]
    answers = [token.part for token in clause[::2]] == [Part.COMMA, Part.WORD] and clause[-1].part == Part.COLON
    return (clause[1], Cue.SPEECH) if answers and clause[1].part in ACTORS and not clause[1].governed else None


_ANSWER = 4  # Tokens of ", he shrugged:".


def _cued(row: Sentence, begin: int, position: int, language: Language) -> Found | None:
    """The speaker whom the nearest cue between these places names; what one thinks yields to who tells it."""
    unsure: Token | None = None
    main = _main_of(row, begin, position, language)
    bare: list[bool] = []  # For each verb without a subject, whether no unknown noun before it may be one.
    for index in range(position - 1, begin - 1, -1):
        token = row[index]
        owner = _owner(row, begin, index, position, language)
        found = _phrased(row, index, position, language) or _owned(row, owner, position)
        if found is not None:
            return found
        if not _reports(row, begin, index, position, language, main=main):
            unsure = unsure if owner is None else unsure or row[owner]
            continue
        told, sure = _teller(row, begin, index, position=position, language=language)
        if sure or _is_told(told, token, unsure, language):
            return told, Cue.SPEECH
        unsure = unsure or told
        if told is None and token.part == Part.VERB:
            at = max(begin, before_adverbs(row, begin, index, language))
            unknown = index > begin and not _UNKNOWN.isdisjoint({row[index - 1].part, row[at].part})
            unknown = unknown or _is_inserted_behind_noun(row, begin, index)
            bare.append(not unknown and not _is_saying(row, index, language))
    return _unclear(unsure, bare, language)


def _is_inserted_behind_noun(row: Sentence, begin: int, verb: int) -> bool:
    """Whether commas part a noun that no list knows from its verb: "La Provincia, in una nota, invita a «...»"."""
    opens = [token.part for token in row[begin : begin + _INSERTED]] == [Part.DETERMINER, Part.WORD, Part.COMMA]
    return opens and verb > begin + _INSERTED and row[verb - 1].part == Part.COMMA


_INSERTED = 3  # Tokens of a noun, its article and a comma.


def _is_saying(row: Sentence, verb: int, language: Language) -> bool:
    """Whether what is said or written stands behind its verb as the subject: "dice el refrán"."""
    if not language.postposed or verb + 2 >= len(row):
        return False
    return row[verb + 1].part == Part.DETERMINER and row[verb + 2].word in language.speech_nouns


def _unclear(unsure: Token | None, bare: list[bool], language: Language) -> Found | None:
    """What verbs say of a speaker whom none of them names for sure; `bare` as in `_cued`."""
    if unsure is not None or not all(bare):
        return unsure, Cue.SPEECH
    return (None, Cue.CONTINUED) if bare and language.drops_subjects else None  # "..., prosiguió, «...»" goes on.


def _owned(row: Sentence, owner: int | None, position: int) -> Found | None:
    """The owner of the words that a noun announces, where nothing governs them, or "that" leads to the quotation."""
    if owner is None:
        return None
    free = owner == 0 or row[owner - 1].part != Part.PREPOSITION
    return (row[owner], Cue.SPEECH) if free or row[position - 1].part == Part.THAT else None


# Before a verb without a subject among the actors: a noun that no list knows, "another", "who".
_UNKNOWN = frozenset({Part.WORD, Part.DETERMINER, Part.RELATIVE})


def _is_told(teller: Token | None, verb: Token, unsure: Token | None, language: Language) -> bool:
    """Whether somebody tells by a verb, rather than thinks or does what another tells of."""
    is_thought = verb.word in language.thoughts or (unsure is not None and verb.part == Part.WEAK_VERB)
    return teller is not None and not is_thought


def _phrased(row: Sentence, index: int, position: int, language: Language) -> Found | None:
    """Who is named behind "according to" or a word such as "so"."""
    if row[index].part == Part.ACCORDING:
        whose = viewer(row, index, language)
        return _accorded(row[index + 1 : position], language) if whose is None else (whose, Cue.SPEECH)
    if row[index].part == Part.SO and row[index + 1].part in ACTORS:
        return row[index + 1], Cue.SPEECH
    return None


def _teller(row: Sentence, begin: int, verb: int, *, position: int, language: Language) -> tuple[Token | None, bool]:
    """Whom a verb of speech makes the speaker, and whether that is all that can be said: nobody may be named."""
    if row[verb].part == Part.VERB and _is_written(row, begin, verb, language):
        return writer(row, begin, verb - 1), True
    if _is_passive(row, begin, verb, language):
        return _agent(row, verb, position, language), True
    if verb == position - 1 and is_owned_thing(row, begin, verb - 1):
        return None, True  # "what Ann Lee's papers called “...”"
    if language.drops_subjects and verb > begin and row[verb - 1].part == row[verb + 1].part == Part.COMMA:
        return goes_on(row, begin, verb), False
    if is_strangers(row, begin, verb, language):
        return None, True
    found = subject_of_verb(row, begin, verb, position, language)
    document = _document(row, begin, verb, language) if found is None else None
    return (document[0], True) if document is not None else (found, False)


def _is_passive(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether a verb with a listener is in the passive: "was asked", "had been told"."""
    if row[verb].word not in language.listener_verbs:
        return False
    helpers = row[before_adverbs(row, begin, verb, language) + 1 : verb]
    return any(token.word in language.passive_auxiliaries for token in helpers)


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
        return writer(row, begin, index) or _agent(row, index, verb, language), Cue.SPEECH
    return None


def _main_of(row: Sentence, begin: int, position: int, language: Language) -> int:
    """Where the clause begins in which weak verbs report the quotation at `position`."""
    main = main_begin(row, begin, position, language)
    if row[begin].word in language.comparisons or (main == position and position + 1 < len(row)):
        return begin  # "As Ann Lee sees it, “...”", "When she used the words, “...,” she ..."
    return main


def _reports(row: Sentence, begin: int, index: int, position: int, language: Language, *, main: int) -> bool:
    """Whether the token is a verb that reports the quotation at `position`, whose main clause begins at `main`."""
    if index > begin and row[index - 1].word in language.infinitive_marks:
        return False
    if row[index].part == Part.WEAK_VERB:
        if index < main:
            return False  # "Just because they saw it, “...”"
        # Such a verb reports speech only near the quotation, and in the same clause.
        between = row[index + 1 : position]
        if any(token.part == Part.THAT for token in between[:_NEAR]):
            return True  # "expressed confidence that ..."
        return len(between) <= _WEAK_REACH and not any(token.part in _BREAKS for token in between)
    return row[index].part in {Part.VERB, Part.PARTICIPLE} and not (index < main and _is_below(row, position, main))


def _is_below(row: Sentence, position: int, main: int) -> bool:
    """Whether a clause at `main`, behind a verb, announces the quotation: "When Bo spoke, Ann Lee sighed: “...”"."""
    announcing = main < position and row[position - 1].part == Part.COLON
    return announcing and row[main].part in ACTORS and not row[main].governed


def _owner(row: Sentence, begin: int, noun: int, position: int, language: Language) -> int | None:
    """The index of whose words a noun announces: "Ann Lee's answer was: “...”", "Ann Lee's claim that “...”"."""
    last = row[position - 1]
    if row[noun].word not in language.speech_nouns:
        return None
    if noun + 1 < position and (last.part not in _ANNOUNCES or not _is_copula(last, language)):
        return None
    for index in range(noun - 1, max(begin - 1, noun - 1 - _NEAR), -1):
        if row[index].part == Part.OWNER:
            told = noun + 1 == position and index > begin and row[index - 1].part in _TOLD_OF
            return None if told else index  # "Bo Ray said that Ann Lee's decision “...”" is Bo's.
        if row[index].part not in {Part.WORD, Part.NAME}:
            return None
    return None


_TOLD_OF = VERBS | {Part.THAT}


def _is_copula(token: Token, language: Language) -> bool:
    """Whether a word that may announce does: of the auxiliaries "was" does, and "would" does not."""
    return token.part != Part.AUXILIARY or token.word in language.passive_auxiliaries


_ANNOUNCES = frozenset({Part.THAT, Part.COLON, Part.COMMA, Part.AUXILIARY})
