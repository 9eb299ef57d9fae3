"""Whose clause it is: the subject of a sentence, and the subject of a verb of speech in it."""

from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import FINITE
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token

_CLAUSE_OPENS = frozenset({Part.COMMA, Part.CONJUNCTION, Part.THAT, Part.COLON, Part.DASH})
_NEAR = 3
_CALLED = frozenset({Part.NAME, Part.DESCRIPTION})
_LISTED = frozenset({Part.COMMA, Part.CONJUNCTION})


def subject_of(row: Sentence) -> Token | None:
    """The first actor of a sentence that no preposition governs."""
    return next((token for token in row if token.part in ACTORS and not token.governed), None)


def inserted_speaker(row: Sentence) -> Token | None:
    """Who speaks in what ends a sentence behind a comma: "Or maybe not, says Bo Ray", "Or maybe not, Bo Ray says".

    A verb behind an apposition is of who opens the sentence: "Ada Neri, avvocata, smentisce il sindaco".
    """
    if [token.part for token in row[:_APPOSED]] == [Part.NAME, Part.COMMA] and not row[0].governed:
        return None
    tail = [token for token in row[-_INSERTED - 1 :] if token.part != Part.AUXILIARY][-_INSERTED:]
    if len(tail) < _INSERTED or tail[0].part != Part.COMMA:
        return None
    actor, verb = (tail[1], tail[2]) if tail[1].part in ACTORS else (tail[2], tail[1])
    return actor if verb.part == Part.VERB and actor.part in ACTORS and not actor.governed else None


_INSERTED = 3  # Tokens of ", Bo Ray says".
_APPOSED = 2  # Tokens of a name and the comma before its apposition.


def main_subject_of(row: Sentence, language: Language) -> Token | None:
    """The subject of the main clause, behind a clause that opens the sentence: "When Bo came, Ann said"."""
    return subject_of(row[main_begin(row, 0, len(row), language) :]) or subject_of(row)


def main_begin(row: Sentence, begin: int, end: int, language: Language) -> int:
    """Where the main clause begins behind a subordinate one that opens these tokens: "If Bo reads it, | Ann said"."""
    if not opens_below(row, begin, end, language):
        return begin
    return next((index + 1 for index in range(begin, end) if row[index].part == Part.COMMA), begin)


def opens_below(row: Sentence, begin: int, end: int, language: Language) -> bool:
    """Whether a subordinate clause opens these tokens; an adverb may stand before it: "just because"."""
    opens = begin < end and _is_subordinate(row[begin], language)
    led = begin + 1 < end and row[begin].part in _ADVERBIAL
    return opens or (led and _is_subordinate(row[begin + 1], language))


_ADVERBIAL = frozenset({Part.WORD, Part.AUXILIARY})


def _is_subordinate(token: Token, language: Language) -> bool:
    """Whether a word begins a subordinate clause."""
    joins = token.part == Part.CONJUNCTION and token.word not in language.coordinators
    return joins or token.part == Part.RELATIVE


def subject_of_verb(row: Sentence, begin: int, verb: int, position: int, language: Language) -> Token | None:
    """The subject of the verb of speech at `verb`, sought from `begin` to the quotation at `position`.

    The quotation before it stands for its own speaker, where the verb has no subject beside it.
    """
    at = before_adverbs(row, begin, verb, language)
    if _tells_of_unknown(row, begin, at, language):
        return None
    participle = row[verb].part == Part.PARTICIPLE
    beside = _beside(row, begin, at, language, participle=participle) if at >= begin else None
    if beside is not None:
        return beside
    actors = [index for index in range(begin, verb) if _may_be_subject(row, begin, index)]
    if not actors or _is_dropped(row, begin, verb, actors[0], language):
        return None if actors else _behind(row, begin, verb, position, language)
    if participle:
        return _teller(row, begin, verb) or row[_doer(row, begin, verb, actors, language, at=at)]
    if row[at].part == row[verb + 1].part == Part.COMMA:
        return goes_on(row, begin, verb) or row[_of_clause(row, actors, verb, language, begin=begin, at=at)]
    return _inverted(row, verb, position) or row[_of_clause(row, actors, verb, language, begin=begin, at=at)]


def _is_dropped(row: Sentence, begin: int, verb: int, actor: int, language: Language) -> bool:
    """Whether a verb goes on with one whose subject is left out: "Criticó que Ana callara y | pidió que «...»"."""
    if not language.drops_subjects:
        return False
    first = next((index for index in range(begin, actor) if row[index].part == Part.VERB), verb)
    that = any(token.part == Part.THAT for token in row[first:actor])
    joined = any(token.part == Part.CONJUNCTION for token in row[actor:verb])
    return first < verb and that and joined


def _doer(row: Sentence, begin: int, verb: int, actors: list[int], language: Language, *, at: int) -> int:
    """Whose a participle is: the quotation's before it, or the main clause's subject: "If Bo reads it, Ann | wept"."""
    if _follows_quotation(row, begin, at):
        return begin - 1
    main = main_begin(row, begin, verb, language)
    return next((index for index in actors if index >= main), actors[0])


def _may_be_subject(row: Sentence, begin: int, index: int) -> bool:
    """Whether a token is an actor that nothing governs, "according to" neither."""
    led = index - 1 if row[index - 1].part == Part.DETERMINER else index
    sourced = led > begin and row[led - 1].part == Part.ACCORDING
    return row[index].part in ACTORS and not row[index].governed and not sourced


def _follows_quotation(row: Sentence, begin: int, at: int) -> bool:
    """Whether a clause that a conjunction or relative pronoun at `at` opens goes on behind a quotation."""
    return begin > 0 and row[begin - 1].part == Part.QUOTE and row[at].part in _CLAUSE_OPENS


def before_adverbs(row: Sentence, begin: int, verb: int, language: Language) -> int:
    """The index of what stands before a verb, its auxiliaries and adverbs left out."""
    at, adverbs = verb - 1, language.adverb_endings or ("\0",)
    while at >= begin and (row[at].part == Part.AUXILIARY or row[at].word.endswith(adverbs)):
        at -= 1
    return at


def _of_clause(row: Sentence, actors: list[int], verb: int, language: Language, *, begin: int, at: int) -> int:
    """Which of the actors before a verb is its subject, by what stands right before the verb at `at`."""
    if row[at].part in {Part.COMMA, Part.DASH}:
        return _parted(row, actors, verb)
    if row[at].part in _RELATING and _is_of_paper(row, begin, at, language):
        return actors[0]  # "Ann Lee sent Bo Ray an email that said"
    if row[at].part == Part.CONJUNCTION or _joined(row, begin, at):
        anew = at > begin and row[at - 1].part == Part.COMMA  # "Ann Lee said that it fell, but called it “bad”"
        opening = (index for index in reversed(actors) if _opens_clause(row, begin, index))
        return next((i for i in opening if i == begin or not (anew and row[i - 1].part == Part.THAT)), actors[0])
    return actors[-1]


_RELATING = frozenset({Part.THAT, Part.RELATIVE})
_LEADING = frozenset({Part.PREPOSITION, Part.DETERMINER})


def _is_of_paper(row: Sentence, begin: int, at: int, language: Language) -> bool:
    """Whether a noun for what is written stands before a relative: "an email | that", "una nota | en la que"."""
    back = at - 1
    while back > begin and at - back < _NEAR and row[back].part in _LEADING:
        back -= 1
    return back >= begin and row[back].word in language.speech_nouns


def _tells_of_unknown(row: Sentence, begin: int, at: int, language: Language) -> bool:
    """Whether a relative pronoun at `at` stands for a noun that is no known actor: "her listeners, who asked"."""
    if at <= begin + 1:
        return False
    relative = row[at].part == Part.RELATIVE and row[at - 1].part == Part.COMMA
    if relative:
        return row[at - 2].part == Part.WORD
    if row[at].word in language.people_relatives and row[at].part == Part.RELATIVE:
        return row[at - 1].part == Part.WORD  # "a seller who described it"
    # "To Ann Lee, the first lady said": the clause has a noun of its own before its verb.
    clause = list(takewhile(lambda token: token.part not in _CLAUSE_OPENS, reversed(row[begin : at + 1])))
    return len(clause) < at + 1 - begin and len(clause) > 1 and all(token.part in _PHRASED for token in clause)


def is_strangers(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether a verb tells of who is called by an unknown noun beside a noun: "by her father, a glazier, who wrote"."""
    who = row[verb - 1]
    if verb <= begin or who.part != Part.RELATIVE or who.word not in language.people_relatives:
        return False
    at = verb - 3 if row[verb - 2].part == Part.COMMA else -1
    while at > begin and row[at].part in _PHRASED:
        at -= 1
    beside = 0 <= at < verb - 3 and row[at].part == Part.COMMA and row[at - 1].part == Part.DESCRIPTION
    return beside and row[at - 1].governed


def is_owned_thing(row: Sentence, begin: int, at: int) -> bool:
    """Whether a noun that is no known actor, with its owner before it, is what stands right before a verb."""
    owner = at
    while owner > begin + 1 and at - owner < _NEAR and row[owner].part == Part.WORD:
        owner -= 1
    if owner == at or row[owner].part != Part.OWNER:
        return False
    before = owner - 1 if row[owner - 1].part != Part.DETERMINER else max(begin, owner - 2)
    return row[before].part == Part.WORD


def _beside(row: Sentence, begin: int, at: int, language: Language, *, participle: bool) -> Token | None:
    """The subject that stands right before its verb or before the relative pronoun or the "as" there."""
    before = row[at]
    if before.part in ACTORS:
        if at > begin and row[at - 1].part == Part.ACCORDING:
            return None  # "Per lui | ha parlato Ada Neri"
        own = participle and at - 2 >= begin and row[at - 2].part == Part.COMMA  # ", with Ann Lee noting"
        return before if own or not before.governed else None
    if before.part == Part.RELATIVE and row[at - 1].part != Part.PREPOSITION:  # "una nota in | cui elogia"
        return _of_relative(row, begin, at, language)
    return _of_participle(row, begin, at, language) if participle else None


def _of_participle(row: Sentence, begin: int, at: int, language: Language) -> Token | None:
    """Whose a participle is by what stands before it: "as", or what its bearer is behind "with"."""
    if (told := _with_apposed(row, begin, at)) is not None:
        return told
    led = at > begin and _leads_on(row[at], language)
    if led and row[at - 1].part in ACTORS and not row[at - 1].governed:
        return row[at - 1]  # "quoted Ann Lee as saying", but not "apologized to Ann Lee for saying"
    return None


def _with_apposed(row: Sentence, begin: int, at: int) -> Token | None:
    """The name beside what its bearer is between "with" and a participle: ", with its head, Ann Lee, | warning"."""
    clause = row[max(begin, at - _WITH + 1) : at + 1]
    parts = [token.part for token in clause]
    if len(clause) < _WITH or parts[:2] != [Part.COMMA, Part.PREPOSITION]:
        return None
    told = parts[2:] in _APPOSITIONS
    return clause[2 + 2 * (parts[2] != Part.NAME)] if told else None


_WITH = 6  # Tokens of ", with its head, Ann Lee,".
_APPOSITIONS = (
    [Part.DESCRIPTION, Part.COMMA, Part.NAME, Part.COMMA],
    [Part.NAME, Part.COMMA, Part.DESCRIPTION, Part.COMMA],
)


def _of_relative(row: Sentence, begin: int, at: int, language: Language) -> Token | None:
    """Whom the relative pronoun at `at` stands for: the actor before it, none that is governed where it is a thing."""
    thing = row[at].word in language.thing_relatives
    related = (i for i in range(at - 1, begin - 1, -1) if row[i].part in ACTORS and not (thing and row[i].governed))
    return next((row[_bearer(row, begin, i)] for i in related), None)


def _bearer(row: Sentence, begin: int, index: int) -> int:
    """The index of the name that an apposition describes: "Ann Lee, a | cook from Leeds, who"; else the same."""
    apposed = index - begin >= _PAIR and row[index].governed and row[index - 1].part == Part.COMMA
    named = apposed and row[index].part == Part.DESCRIPTION and row[index - 2].part == Part.NAME
    return index - _PAIR if named else index


_PAIR = 2


def _leads_on(word: Token, language: Language) -> bool:
    """Whether a preposition before a participle makes it of who stands before: "as saying", but not "by warning"."""
    return word.part == Part.PREPOSITION and word.word not in language.agents


def _teller(row: Sentence, begin: int, verb: int) -> Token | None:
    """Who speaks in what is inserted before a participle: "they will meet, Ann Lee said, adding"."""
    for index in range(verb - 1, begin + 1, -1):
        inserted = row[index].part == Part.VERB and row[index - 1].part in ACTORS and not row[index - 1].governed
        if inserted and row[index - 2].part == Part.COMMA:
            return row[index - 1]
    return None


def _behind(row: Sentence, begin: int, verb: int, position: int, language: Language) -> Token | None:
    """The subject after its verb, or the quotation before it; who stands behind "told" only listens."""
    if verb > begin and not language.postposed and _is_done_to(row, begin, verb, language):
        return None
    told = takewhile(lambda token: token.part != Part.THAT, row[verb + 1 : position])
    after = next((t for t in told if t.part in ACTORS and not t.governed), None)
    joined = verb > begin > 0 and row[begin].part == Part.CONJUNCTION  # "... “...” and called it “...”"
    if row[verb].part == Part.PARTICIPLE or joined or (after is None and begin > 0):
        return row[begin - 1] if begin > 0 and row[begin - 1].part == Part.QUOTE else None
    return after


def _is_done_to(row: Sentence, begin: int, verb: int, language: Language) -> bool:
    """Whether who stands behind a verb is told, or something does it: "A statement thanked Ann Lee for"."""
    first = begin + (row[begin].part == Part.AUXILIARY)  # "Later the same paper called Ann Lee “...”"
    unknown = row[first].part == Part.DETERMINER and row[verb - 1].part not in {Part.COMMA, Part.DASH}
    return unknown or row[verb].word in language.listener_verbs


def writer(row: Sentence, begin: int, noun: int) -> Token | None:
    """Who is named as the owner of what is written."""
    back = range(noun - 1, max(begin - 1, noun - 1 - _NEAR), -1)
    return next((row[index] for index in back if row[index].part == Part.OWNER), None)


def is_of_others(before: Sentence, subject: Token | None, said: Sentence, language: Language) -> bool:
    """Whether a sentence is of several, and one speaks behind it: "I soci lo ascoltano. «...», ha detto"."""
    if subject is None or subject.part != Part.DESCRIPTION or not language.drops_subjects:
        return False
    many = language.plural_endings
    behind = [token for token in before if token.start > subject.start][:_NEAR]
    acts = [token for token in behind if token.part not in ACTORS and token.part != Part.PREPOSITION]
    told = any(token.word.partition("-")[0].endswith(many) for token in acts)
    verbs = [token for token in said if token.part in FINITE]
    return told and bool(verbs) and not any(token.word.endswith(many) for token in verbs)


def viewer(row: Sentence, according: int, language: Language) -> Token | None:
    """Whose view it is, named before a comma and a phrase such as "according to whom"; None for another phrase."""
    at = according + 1
    at += at < len(row) and row[at].part == Part.DETERMINER  # "per | la quale"
    related = at < len(row) and row[at].word in language.relatives and according >= _PAIR
    if not related or row[according - 1].part != Part.COMMA:
        return None
    comma = next((at for at in range(according - _PAIR, 1, -1) if row[at].part == Part.COMMA), 0)
    if comma and row[comma - 1].part == Part.NAME and row[comma + 1].part == Part.DESCRIPTION:
        return row[comma - 1]  # "Ada Neri, agronoma dell'università di Bari, secondo cui"
    return row[according - _PAIR] if row[according - _PAIR].part in _CALLED else None


def goes_on(row: Sentence, begin: int, verb: int) -> Token | None:
    """Who told what goes before a verb that stands alone between commas: "disse Ana Costa, …, sublinhou, «…»"."""
    for index in range(verb - 2, begin, -1):
        if row[index].part == Part.VERB and index + 1 < verb and row[index + 1].part in ACTORS:
            return row[index + 1]
    return None


def _inverted(row: Sentence, verb: int, position: int) -> Token | None:
    """The subject right behind a verb that a comma parts from what is said: ", explained Ann Lee, “...”"."""
    parted = row[verb - 1].part in {Part.COMMA, Part.DASH}
    if not parted or verb + 2 >= len(row) or row[verb].part != Part.VERB:
        return None
    inverted = row[verb + 1].part in ACTORS and row[verb + 2].part == Part.COMMA and position == verb + 3
    return row[verb + 1] if inverted and not row[verb + 1].governed else None


def _joined(row: Sentence, begin: int, at: int) -> bool:
    """Whether "and" and a phrase of place or time stand before a verb: "and in a statement called"."""
    for index in range(at, max(begin, at - _PHRASE), -1):
        if row[index].part == Part.PREPOSITION:
            return row[index - 1].part == Part.CONJUNCTION
        if row[index].part not in _PHRASED:
            return False
    return False


_PHRASE = 5
_PHRASED = frozenset({Part.WORD, Part.DETERMINER})


def _parted(row: Sentence, actors: list[int], verb: int) -> int:
    """The actor whom an insertion parts from the verb: "Ann Lee, who knew Bo Ray, said"."""
    mark = row[verb - 1].part if row[verb - 1].part == Part.DASH else Part.COMMA
    followed = [index for index in actors if row[index + 1].part == mark and index + 2 < verb]
    followed = [index for index in followed if not _is_related(row, index)]
    free = [index for index in followed if row[index + 2].part not in ACTORS or row[index + 2].governed]
    if not followed and mark == Part.COMMA and _is_inserted(row, actors, verb - 2):
        return verb - 2  # "Bo Ray complained, while her rival in Leeds, | Ann Lee, said"
    return free[0] if free else actors[0]


def _is_inserted(row: Sentence, actors: list[int], at: int) -> bool:
    """Whether the name of an actor, and not the first, stands here behind a comma."""
    return at in actors[1:] and row[at].part == Part.NAME and row[at - 1].part == Part.COMMA


def _is_related(row: Sentence, actor: int) -> bool:
    """Whether an actor stands in a relative clause: "who saw | Bo Ray, said"."""
    clause = takewhile(lambda token: token.part != Part.COMMA, reversed(row[:actor]))
    return any(token.part == Part.RELATIVE for token in clause)


def _opens_clause(row: Sentence, begin: int, actor: int) -> bool:
    """Whether an actor begins a clause, and is no part of a list."""
    opens = actor == begin or row[actor - 1].part in _CLAUSE_OPENS
    return opens and row[actor + 1].part not in _LISTED


def announced(row: Sentence, begin: int, position: int, language: Language) -> Token | None:
    """Whose words a noun announces right before a colon: "Dure le parole del sindaco Ivo Riva:", "Ответ Белкина:"."""
    actor = position - _ACTOR
    if actor <= begin or row[position - 1].part != Part.COLON:
        return None
    if _tells_whose(row, begin, actor, language):
        return row[actor]
    opening = begin + _OPENING - (row[begin].part != Part.DETERMINER)
    acting = any(token.part in ACTORS and not token.governed for token in row[opening + 1 : position])
    if opening < actor and not acting and _tells_whose(row, begin, opening, language):
        return row[opening]  # "La reazione di Ivo Riva, che è sindaco, è stata altra:"
    return None


def _tells_whose(row: Sentence, begin: int, actor: int, language: Language) -> bool:
    """Whether a noun for words stands before whose they are: "parole | del sindaco", "ответ | Белкина"."""
    if row[actor].part not in _WORDED:
        return False
    led = row[actor - 1].word in language.of_words
    noun = actor - 1 - led
    return noun >= begin and (led or bool(language.case_endings)) and row[noun].word in language.speech_nouns


_OPENING = 3  # Tokens of an article, a noun for words and "of".
_ACTOR = 2  # Tokens of an actor and a colon.
_WORDED = frozenset({Part.NAME, Part.DESCRIPTION})
