"""Where what follows a quotation names its speaker: "said Ann Lee", "Ann Lee said", "according to Ann Lee"."""

import re
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue, Found
from bot.domain.speech.nearby.borne import bearer_behind
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token, parts_of
from bot.domain.speech.subjects import writer
from bot.domain.speech.verbs.unlisted import is_inverted

_REACH, _NEAR, _LOOK_BACK = 40, 3, 12
_SKIPPED = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY, Part.CONJUNCTION, Part.RELATIVE})
_MODIFIERS = frozenset({Part.DETERMINER, Part.WORD, Part.OWNER})
_LEADS = frozenset(",!?")
_WISHES = re.compile(f"{Part.WORD}{Part.THAT}{Part.VERB}")
_POINTS = frozenset({Part.COLON, Part.AUXILIARY, Part.THAT})


def speaker_behind(row: Sentence, position: int, language: Language, *, loosely: bool) -> Found:
    """The speaker in what follows a quotation up to the next one; `loosely` lets any verb be one of speech."""
    reached = row[position + 1 : position + 1 + _REACH]
    rest = list(takewhile(lambda token: token.part != Part.QUOTE or token.governed, reached))
    begin = next((i for i, token in enumerate(rest) if token.part not in _SKIPPED), len(rest))
    begin = begin or _past_pointing(rest, language)
    begin = _past_adverb(rest, _past_likeness(rest, begin, language), language)
    if begin == len(rest):
        return None, Cue.NONE
    if _WISHES.match(parts_of(rest[begin : begin + _NEAR])):
        begin += _NEAR - 1  # "a ținut să | precizeze Ion Pop"
    if _is_read(rest[begin:], language):
        whose = _whose_paper(rest[begin:], language)
        if whose is not None or not language.case_endings:
            return whose, Cue.SPEECH
    if _leads_on(row[position + 1 :], len(rest), begin, language):
        return None, Cue.SPEECH if loosely else Cue.NONE  # Who is named before speaks, or nobody who is named.
    return _opened(rest, begin, row[position], language, opens=position == 0) or _acted(
        rest, begin, row[position], language, loosely=loosely
    )


def _past_pointing(rest: Sentence, language: Language) -> int:
    """Past a colon and words that point back at what is quoted: ": così | Ada Neri ha definito"; 0 where none do."""
    opening = takewhile(lambda token: token.part in _POINTS or token.word in language.pointing, rest)
    led = list(opening) if rest and rest[0].part == Part.COLON else []
    return len(led) if any(token.word in language.pointing for token in led) else 0


def _is_read(rest: Sentence, language: Language) -> bool:
    """Whether one reads what is quoted somewhere, which tells nobody who speaks: "« ... », peut-on lire dans"."""
    opening = takewhile(lambda token: token.part not in _NAMED_SO, rest[:_NEAR])
    return any(token.word in language.reading for token in opening)


_NAMED_SO = frozenset({Part.NAME, Part.DESCRIPTION})


def _whose_paper(rest: Sentence, language: Language) -> Token | None:
    """Whose words one reads, told right behind the noun for them: "si legge in una nota del | Comune"."""
    nouns = language.speech_nouns - language.reading  # "si legge" is no law.
    paper = next((at for at, token in enumerate(rest[: _NEAR * 2]) if token.word in nouns), len(rest))
    behind = rest[paper + 1 : paper + 1 + _NEAR]
    if behind and behind[0].word in language.of_words:
        behind = behind[1:]
    elif not (language.case_endings and language.postposed):  # "в заявлении | мэрии"
        return None
    return behind[0] if behind and behind[0].part in _NAMED_SO else None


def _leads_on(behind: Sentence, end: int, begin: int, language: Language) -> bool:
    """Whether a clause about what is quoted leads to another quotation: "“...,” which Ann Lee called “...”"."""
    if end == len(behind) or behind[end].part != Part.QUOTE:
        return False
    led = behind[end - 1].word in language.comparisons or behind[end - 1].part == Part.PREPOSITION
    last = end - 2 if led else end - 1
    actor = _before_auxiliaries(behind, last)  # "qu'Anne Morel | a qualifiée"
    if last <= begin or behind[last].part not in VERBS or behind[actor].part not in ACTORS:
        return False
    if any(token.part in VERBS or token.part in ACTORS for token in behind[begin:actor]):
        return False  # "“...,” Ann Lee said, noting that they feel “...”"
    related = any(token.part in {Part.RELATIVE, Part.THAT} for token in behind[:actor])
    return related or [token.part for token in behind[begin : begin + 2]] == [Part.DETERMINER, Part.WORD]


def _before_auxiliaries(row: Sentence, verb: int) -> int:
    """The index of what stands before a verb and its auxiliaries."""
    at = verb - 1
    while at > 0 and row[at].part == Part.AUXILIARY:
        at -= 1
    return at


def _opened(rest: Sentence, begin: int, quote: Token, language: Language, *, opens: bool) -> Found | None:
    """The speaker behind "according to", or behind a verb that opens what follows; None where neither does."""
    first = rest[begin]
    if first.part in {Part.ACCORDING, Part.SO}:
        return next((token for token in rest[begin + 1 : begin + 1 + _NEAR] if token.part in ACTORS), None), Cue.SPEECH
    if first.part != Part.VERB and not is_inverted(rest, begin, quote.word, language, opens=opens):
        return None
    if first.word in language.listener_verbs and [t.part for t in rest[begin + 1 : begin + 3]] in _LISTENING:
        return None  # "On “Lee Tonight,” told Ann Lee that"
    found = _inverted(rest, begin, language)
    unnamed = found[0] is None and first.part == Part.VERB and _is_open(rest, begin, quote, language)
    return (None, Cue.SPEECH) if unnamed else found  # "“...,” said a report from the office"


def _is_open(rest: Sentence, begin: int, quote: Token, language: Language) -> bool:
    """Whether a verb of speech behind a quotation may have a subject that names nobody: "said a report"."""
    many = language.drops_subjects and rest[begin].word.endswith(language.plural_endings or ("\0",))  # "explicaron"
    bare = language.drops_subjects and all(token.part == Part.END for token in rest[begin + 1 :])
    return (quote.word in _LEADS and not bare) or many or _is_strangers(rest, begin, language)


def _worded(rest: Sentence, begin: int, quote: Token, language: Language) -> Token | None:
    """Whose words a sentence was: "«...», parola di Pia Neri", "«...» è il commento del sindaco"."""
    if quote.end - quote.start < _SENTENCE:
        return None
    noun = begin + (rest[begin].part == Part.DETERMINER)
    told = rest[noun : noun + 1 + _NOUN]
    if len(told) <= _NOUN or told[0].word not in language.speech_nouns or told[1].word not in language.of_words:
        return None
    return told[_NOUN] if told[_NOUN].part in _NAMED_SO else None


_SENTENCE = 24  # Characters of a quotation that is a sentence and no name of a work.


def _is_strangers(rest: Sentence, begin: int, language: Language) -> bool:
    """Whether a noun that no list knows is the subject behind its verb: "dijo el guarda", not "dijo el lunes"."""
    subject = rest[begin + 1 : begin + 1 + _NOUN] if language.postposed else []
    if subject and _is_owned(rest[begin + 1 : begin + 1 + _OWNED], language):
        return True
    if [token.part for token in subject] != [Part.DETERMINER, Part.WORD]:
        return False
    near = {token.word for token in rest[begin + _NOUN : begin + _NOUN + _NEAR]}  # "el pasado lunes"
    dated = not near.isdisjoint(language.days | language.months | language.day_parts)
    return not dated and subject[1].word not in language.speech_nouns  # "señala el texto" goes on with who wrote it.


def _is_owned(subject: Sentence, language: Language) -> bool:
    """Whether an unknown noun stands here beside the word for whose it is: "il suo socio", "asociatul său"."""
    whose = next((at for at, token in enumerate(subject) if token.word in language.possessives), -1)
    shape = parts_of(subject)
    led = shape[:whose].strip(Part.DETERMINER) == "" and shape[whose + 1 : whose + 2] == Part.WORD
    return whose >= 0 and (led or (whose == 1 and shape[0] == Part.WORD))


_NOUN = 2  # Tokens of a noun with its article.
_OWNED = 3  # Tokens of a noun with its article and whose it is.
_LISTENING = tuple([actor, Part.THAT] for actor in sorted(ACTORS))


def _acted(rest: Sentence, begin: int, quote: Token, language: Language, *, loosely: bool) -> Found:
    """The speaker before a verb of speech, whose writing says it, or who is named where the sentence ends."""
    if language.postposed and (worded := _worded(rest, begin, quote, language)) is not None:
        return worded, Cue.SPEECH
    actor = _opening_actor(rest, _past_titles(rest, begin, language))
    if actor is not None and _tells(rest, begin, actor, language, loosely=loosely and quote.word == ","):
        return _quoted(rest, actor, language) or _retold(rest, actor) or rest[actor], Cue.SPEECH
    if begin == 0 and (written := _written(rest, language)) is not None:
        return written
    closing = _closing(rest, begin, language)
    if closing[1] is Cue.NONE and begin == 0 and quote.word in _LEADS:
        return _stranger(rest)
    return closing


def _quoted(rest: Sentence, actor: int, language: Language) -> Token | None:
    """Whom the actor quotes: "the Herald quoted | Ann Lee as saying"; None where they speak themselves."""
    behind = rest[actor + 1 : actor + 1 + _QUOTED]
    if len(behind) < _QUOTED or behind[1].part not in ACTORS or behind[1].governed:
        return None
    spoken = behind[2].word in language.comparisons and behind[3].word in language.participles
    return behind[1] if spoken and behind[0].part in VERBS else None


def _retold(rest: Sentence, actor: int) -> Token | None:
    """Who spoke first where the actor only tells of it: "“...,” Ann Lee said | Bo Ray told her"."""
    behind = rest[actor + 1 : actor + 1 + _RETOLD]
    told = [token.part for token in behind] == [Part.VERB, Part.NAME, Part.VERB]
    return behind[1] if told and not behind[1].governed else None


_RETOLD = 3  # Tokens of "said Bo Ray told".
_QUOTED = 4  # Tokens of "quoted", a name, "as" and "saying".


def _tells(rest: Sentence, begin: int, actor: int, language: Language, *, loosely: bool) -> bool:
    """Whether the actor that opens what follows a quotation says it; `loosely` lets any verb tell so."""
    likened = begin > 0 and rest[begin - 1].word in language.comparisons
    if likened and _is_told_of(rest, actor):
        return True
    anew = not likened and any(token.part == Part.CONJUNCTION for token in rest[:begin])
    acts = loosely and begin == 0 and _acts(rest, actor)
    return acts or _speaks(rest, actor, language, weakly=not anew)


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
    """Past "comme le" before a verb of speech: "« ... », comme le dit Ann Lee"; the same place where none stands.

    Behind an auxiliary any word may be the verb: "come l'ha definita Ada Neri".
    """
    if not language.postposed:
        return begin
    near = range(max(0, begin - 1), min(len(rest), begin + _PAIR))  # "după cum a spus Ion Pop"
    like = next((at for at in near if rest[at].word in language.comparisons), -1)
    helped = False
    for at in range(like + 1, min(len(rest), like + 1 + _NEAR)) if like >= 0 else ():
        if rest[at].part in VERBS or (helped and rest[at].part == Part.WORD):
            return at
        helped = helped or rest[at].part == Part.AUXILIARY
    return begin


_PAIR = 2  # Tokens of "după cum".


def _past_adverb(rest: Sentence, begin: int, language: Language) -> int:
    """Past how something is said, a reflexive or to whom, where the verb follows: "« ... », — тихо | каже Анна Лис"."""
    if begin + 1 < len(rest) and language.drops_subjects and rest[begin].part == Part.DETERMINER:
        following = begin + 1 + (rest[begin + 1].part == Part.AUXILIARY)
        said = following < len(rest) and rest[following].part == Part.VERB
        return following if said else begin  # "«...», gli | ha risposto lei"
    if begin + 1 >= len(rest) or rest[begin].part != Part.WORD or rest[begin + 1].part not in VERBS:
        return begin
    word = rest[begin].word  # "„...”, se | plânge Ion Pop", "« ... », a aussitôt | dénoncé Ann Lee"
    skipped = word in language.reflexives or word.endswith(language.adverb_endings or ("\0",))
    return begin + (skipped or (language.postposed and begin > 0 and rest[begin - 1].part == Part.AUXILIARY))


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
    limit = begin + _NEAR + 1
    for index, token in enumerate(rest[begin : limit + _NEAR], begin):
        apposed = token.part == Part.DESCRIPTION and token.governed and rest[index + 1 : index + 2]
        if apposed and rest[index + 1].part == Part.COMMA:
            limit += _NEAR
            continue  # "the mayor, Ann Lee, said"
        if index >= limit:
            return None
        if token.part in ACTORS:
            return index if not token.governed and (index == begin or token.part == Part.NAME) else None
        if token.part not in _MODIFIERS and token.part != Part.COMMA:
            return None
    return None


def _written(rest: Sentence, language: Language) -> Found | None:
    """Whose writing is quoted, where a noun for it is what speaks: "Ann Lee's letter said"; nobody is in "it said"."""
    for index in range(1, min(len(rest) - 1, _NEAR + 1)):
        if rest[index].word in language.speech_nouns and rest[index + 1].part == Part.VERB:
            return writer(rest, 0, index), Cue.SPEECH
        if rest[index].part != Part.WORD:
            break
    return None


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
        if token.part == Part.VERB and before.part != Part.RELATIVE and before.word not in language.infinitive_marks:
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
            token, cue = _inverted(rest, index, language)
            return (token, cue) if token is not None else (None, Cue.NONE)
        if rest[index].part in ACTORS and index + 1 < len(rest) and rest[index + 1].part == Part.VERB:
            return rest[index], Cue.SPEECH
    return None, Cue.NONE


def _inverted(rest: Sentence, verb: int, language: Language) -> Found:
    """The subject after its verb: the first actor that no preposition governs."""
    for index in range(verb + 1, len(rest)):
        token = rest[index]
        if token.part in ACTORS and not token.governed:
            return bearer_behind(rest, index, language), Cue.SPEECH
        joined = token.part == Part.CONJUNCTION and token.word not in language.coordinators
        if joined or token.part in _BOUNDS or index - verb > _LOOK_BACK:
            break
    return None, Cue.NONE


_BOUNDS = frozenset({Part.VERB, Part.COLON, Part.THAT})


def told_behind(row: Sentence, language: Language) -> Found:
    """Who says what the sentence before quotes, where this one tells only that, as in "«...» Parola di Ada Neri".

    Nobody where it does not: "«...» Protesta Ada Neri" may answer it.
    """
    actor = next((at for at, token in enumerate(row[:_TOLD]) if token.part in _NAMED_SO), 0)
    if actor == 0 or any(token.part in {Part.QUOTE, Part.COLON} for token in row):
        return None, Cue.NONE
    ends = actor + 1 == len(row) or row[actor + 1].part in _ENDING
    told = ends and (_points_back(row[:actor], language) or _is_of_words(row[:actor], language))
    return (row[actor], Cue.SPEECH) if told else (None, Cue.NONE)


def _points_back(before: Sentence, language: Language) -> bool:
    """Whether a word such as "so" and a verb of speech stand before who speaks: "Так говорит", not "Так"."""
    said = before[0].part == Part.SO or any(token.part in VERBS for token in before[1:])
    return said and before[0].word in language.pointing and all(token.part in _POINTING for token in before[1:])


def _is_of_words(before: Sentence, language: Language) -> bool:
    """Whether a noun for words stands before whose they are: "Parola di", "A frase é de", "Это слова"."""
    nouns = [at for at, token in enumerate(before) if token.word in language.speech_nouns]
    plain = all(token.part in _POINTING for at, token in enumerate(before) if at not in nouns)
    led = before[-1].word in language.of_words or (nouns[-1:] == [len(before) - 1] and bool(language.case_endings))
    return bool(nouns) and plain and led


_TOLD = 6  # Tokens of "a frase é de" and a name.
_POINTING = frozenset({Part.DETERMINER, Part.AUXILIARY, Part.VERB, Part.WEAK_VERB, Part.PREPOSITION})
_ENDING = frozenset({Part.COMMA, Part.PREPOSITION})
