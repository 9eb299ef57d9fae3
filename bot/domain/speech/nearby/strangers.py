"""Whom a pronoun at a cue means behind a noun for somebody: "A surgeon was furious. “...,” she said"."""

from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.names.grouping import Mention
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.acting import speaks
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.people_words import called_alike, is_calling, is_trade
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind


def stranger_before(reader: Reader, number: int, row: Sentence, *, pronoun: Token) -> Attribution | None:
    """Whom the subject of a pronoun's sentence, or of the one before it, calls by a noun; else None.

    Nobody where the paragraph names somebody else whom the pronoun may mean, unless the subject speaks, too.
    """
    gender = reader.language.pronouns.get(pronoun.word, "")
    if gender not in {"m", "f"}:
        return None
    told = _subject(reader, number, row, pronoun)
    subject = subject_of(_people(told, reader.language)) or _agent(told, reader.language)
    if subject is None or not _is_one(subject, pronoun.word, gender, reader.language):
        return None
    here = _others(reader, subject, pronoun)
    second = reader.language.verb_second  # Where the subject may stand behind its verb.
    if any(_fits(reader, one, gender) for one in here) and (
        second or not _tells(reader, told, subject, pronoun, gender)
    ):
        return None
    cased = bool(reader.language.case_endings) and not reader.language.definite
    if cased and told[0] is not subject:  # Who is told of last is somebody new: "Тривогу здійняв листоноша."
        begin = _past_verb(reader.text[subject.start : subject.end], reader.language) + subject.start
        return Attribution(reader.text[begin : subject.end], None, Cue.SPEECH, (begin, subject.end))
    found = resolved(reader, subject, Cue.SPEECH)
    return found if found.speaker is not None else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def described_before(
    reader: Reader, number: int, row: Sentence, *, pronoun: Token, found: Attribution
) -> Attribution | None:
    """Whom a pronoun means behind an office that is not that of who spoke above; None where nobody is so described.

    "“...,” warned the geologist Bo Lee. | For the mayor, that is too long. “...,” he said": nobody where two are.
    """
    gender = reader.language.pronouns.get(pronoun.word, "")
    if found.entity is None or gender not in {"m", "f"}:
        return None
    if found.entity in Called(reader.text, reader.names, reader.language).named_before(pronoun):
        return None
    rows = reader.rows(number)
    at = next(index for index, other in enumerate(rows) if other is row)
    told = [*(rows[at - 1] if at > 0 else ()), *(token for token in row if token.start < pronoun.start)]
    offices = [token for token in told if _is_office(token, gender, reader.language)]
    if len(offices) == 1 and offices[0] is told[0] and is_trade(offices[0].word, reader.language):
        return None  # "Le pilote n'a pas répondu": who spoke above may be called so.
    own = {word for role in reader.names.entities[found.entity].roles for word in _words(reader, role)}
    if not offices or not own or any(_is_called_so(token.word, own, reader.language) for token in offices):
        return None
    oblique = bool(reader.language.articles) and offices[0].opening not in reader.language.definite
    cased = offices[0].governed and bool(reader.language.case_endings) and not reader.language.definite
    if len(offices) > 1 or oblique or cased or any(token.part == Part.NAME for token in told):
        return Attribution(cue=found.cue)  # "Für den Bürgermeister": no name to show.
    described = resolved(reader, offices[0], Cue.SPEECH)
    return described if described.speaker is not None else Attribution(cue=found.cue)


def _is_office(token: Token, gender: str, language: Language) -> bool:
    """Whether a token calls one person of a gender by a role."""
    noun = token.word.rpartition("-")[2]
    one = token.part == Part.DESCRIPTION and token.word not in language.groups
    return (
        one and (language.is_role(noun) or is_calling(noun, language)) and language.gender_of_role(noun) in {"", gender}
    )


def _past_verb(phrase: str, language: Language) -> int:
    """Where a phrase goes on behind a verb in the past that opens it: "здійняла | листоноша"."""
    first, space, _ = phrase.partition(" ")
    return len(first) + 1 if space and first.lower().endswith(tuple(language.verb_genders) or ("\0",)) else 0


def _words(reader: Reader, place: Mention) -> list[str]:
    return reader.text[place.start : place.end].lower().split()


def _is_called_so(office: str, words: set[str], language: Language) -> bool:
    """Whether somebody whose roles have these words may be called by an office."""
    same = {office, *called_alike(office, language.code)}
    return any(word[:_STEM] == one[:_STEM] for word in words for one in same)


_STEM = 5


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: a name is taken only where nobody else may be meant.
def answered(reader: Reader, number: int, row: Sentence, found: Attribution) -> Attribution:
    """Who answers somebody that asked another in the sentence before: "Bo met Lee. Lee asked him to stay; he replied".

    `found` is whom the pronoun, or the verb without a subject, was taken to mean; nobody, where two may be asked.
    """
    verbs, objects, adding = (set(words.split()) for words in reader.language.turns or ("", "", ""))
    if found.entity is None and found.speaker is not None and any(token.word in adding for token in row):
        return _who_adds(reader, number, row, found)
    at = next((index for index, token in enumerate(row) if token.word in verbs), -1)
    if found.entity is None or at < 0 or not _is_of_pronoun(row, at):
        return found
    first = next((token for token in row if token.part == Part.PRONOUN), row[at])
    told = _subject(reader, number, row, first)
    asks = next((index for index, token in enumerate(told) if token.part == Part.NAME and not token.governed), -1)
    if asks < 0 or told[asks].index != found.entity:
        return found
    beside = told[asks + 1 : asks + _ASKED]
    said = next((index for index, token in enumerate(beside) if token.part in VERBS), len(beside))
    named = [token.index for token in told[asks + said + 1 : asks + said + _ASKED] if token.part == Part.NAME]
    pointed = {token.word for token in beside} | {token.word.rpartition("-")[2] for token in beside}
    if said < len(beside) and named:
        here = set(named[:1])
    elif objects.isdisjoint(pointed):
        return found
    else:
        here = Called(reader.text, reader.names, reader.language).named_before(row[at])
    gender = reader.language.pronouns.get(first.word, "")
    asked = [one for one in here - {found.entity} if _fits(reader, one, gender)]
    other = asked[0] if len(asked) == 1 else None
    speaker = reader.names.entities[other].name if other is not None else None
    return Attribution(speaker, other, found.cue, found.place if other is not None else None)


def _who_adds(reader: Reader, number: int, row: Sentence, found: Attribution) -> Attribution:
    """The only person whom a paragraph names and who speaks in it, where a verb without a subject adds to that.

    "La pm Ada Neri ha una tesi. Le casse, sostiene, erano sue. Il giudice ha detto no. «...», ha aggiunto."
    """
    if not reader.language.drops_subjects or any(token.part in ACTORS and not token.governed for token in row):
        return found
    rows = reader.rows(number)
    spoken = any(token.part == Part.VERB for other in rows[: rows.index(row)] for token in other)
    here = [
        one for one in Called(reader.text, reader.names, reader.language).named_before(row[0]) if _fits(reader, one, "")
    ]
    if not spoken or len(here) != 1:
        return found
    return Attribution(reader.names.entities[here[0]].name, here[0], found.cue, found.place)


def _is_of_pronoun(row: Sentence, verb: int) -> bool:
    """Whether a verb of a row has a pronoun for its subject, or none that stands there."""
    beside = row[max(0, verb - _BESIDE) : verb + _BESIDE + 1]
    actors = [token for token in row if token.part in ACTORS and not token.governed]
    return any(token.part == Part.PRONOUN for token in beside) or not actors


_BESIDE = 2  # Tokens beside a verb among which its pronoun stands.
_ASKED = 4  # Tokens of a verb, its auxiliary and who is asked.


def _subject(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Sentence:
    """What stands before a pronoun in its sentence, where that tells of somebody, else the sentence before."""
    own = [token for token in row if token.start < pronoun.start]
    if subject_of(own) is not None:
        return own
    rows = reader.rows(number)
    at = next(index for index, other in enumerate(rows) if other is row)
    return rows[at - 1] if at > 0 else []


def _people(told: Sentence, language: Language) -> Sentence:
    """The tokens less what is no person where every noun has a capital: "Alarm schlug ein Postbote"."""
    if not language.nouns_capitalised:
        return told
    return [token for token in told if token.part != Part.DESCRIPTION or language.is_role(token.word)]


def _agent(told: Sentence, language: Language) -> Token | None:
    """The only actor of a sentence, whom "a" opens, though a preposition governs it: "Alarma e dată de un poștaș."."""
    actors = [token for token in told if token.part in ACTORS]
    return actors[0] if len(actors) == 1 and actors[0].opening in language.indefinite else None


def _is_one(subject: Token, pronoun: str, gender: str, language: Language) -> bool:
    """Whether a subject calls one person of a gender by a noun; one with "the" may be who was named above.

    A pronoun for who was told of last means that one too: "Căpitanul tace. „...”, a admis acesta."
    """
    pointing = subject.definite and bool(language.definite) and pronoun not in language.nearest
    pointing = pointing or (language.verb_second and subject.opening not in language.articles)
    if pointing or subject.part != Part.DESCRIPTION or subject.word in language.groups:
        return False
    noun = subject.word.rpartition("-")[2]  # "uma ex-secretária"
    told = language.gender_of_role(noun) or language.articles.get(subject.opening, "")
    return language.is_role(noun) and told in {"", gender}


def _others(reader: Reader, subject: Token, pronoun: Token) -> set[int]:
    """Who is named in a pronoun's paragraph before it, but for whose relative or the like a subject is."""
    named = Called(reader.text, reader.names, reader.language).named_before(pronoun)
    places = range(bisect_left(reader.names.starts, subject.start), bisect_left(reader.names.starts, subject.end))
    return named - {reader.names.owners[at] for at in places}


def _tells(reader: Reader, told: Sentence, subject: Token, pronoun: Token, gender: str) -> bool:
    """Whether a subject of a pronoun's very gender says what its sentence tells, which names nobody else who may."""
    at = next(index for index, token in enumerate(told) if token is subject)
    named = (token.index for token in told if token.part == Part.NAME and token.start < pronoun.start)
    alone = not any(_fits(reader, one, gender) for one in named)
    return alone and reader.language.gender_of_role(subject.word.rpartition("-")[2]) == gender and speaks(told, at)


def _fits(reader: Reader, entity: int, gender: str) -> bool:
    """Whether a pronoun of a gender may mean somebody."""
    person = reader.names.entities[entity]
    return person.kind is Kind.PERSON and person.gender in {"", gender or person.gender}
