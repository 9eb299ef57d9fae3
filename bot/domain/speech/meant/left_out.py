"""Who goes on where a clause without a subject announces a quotation: "Poi racconta: «...»"."""

import re
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.pronouns import continued
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.acting import past_gender
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token


def left_out(reader: Reader, number: int, at: int, position: int, previous: Attribution | None) -> Attribution | None:
    """Who goes on where a clause without a subject announces a quotation behind another sentence; else None.

    "Ada Neri lavora qui da anni. Racconta: «...»", "Ada Neri lavora qui da anni. Allarga le braccia: «...»".
    """
    row, language = reader.rows(number)[at], reader.language
    if at == 0 or not language.postposed or position == 0 or row[position - 1].part != Part.COLON:
        return None
    clause = _main(_past_askers(row[: position - 1], language))
    spoken = (previous is not None and previous.cue is Cue.SPEECH) or _is_said_alone(reader.rows(number)[at - 1])
    spoken = spoken and _goes_on(row[: position - 1], clause, language)
    if len(clause) > _SHORT or _comes(clause, language) or not (spoken or _leaves_out(clause, language)):
        return None
    found = continued(reader, number, at, previous)
    if found is None:
        return None
    gender = past_gender(clause, language)
    fits = found.entity is None or gender in {"", reader.names.entities[found.entity].gender}
    return replace(found, cue=Cue.SPEECH) if fits else None


def _leaves_out(clause: Sentence, language: Language) -> bool:
    """Whether a verb of speech, or one of the body, is all that a clause has but for phrases behind prepositions.

    One in the plural, or by which nobody in particular speaks, is none: "Raccontano: «...»", "Si dice: «...»".
    """
    if _is_of_many(clause, language):
        return False
    shape = "".join(_BODY if token.word in language.gestures else token.part for token in clause)
    if _BODY in shape and _MOVES.fullmatch(shape):
        return True
    ways = (_denies, _tells_noun, _acts_and_says)
    said = _SAYS.fullmatch(shape) is not None or any(tells(clause, language) for tells in ways)
    return said and not any(token.word in language.impersonal for token in clause)


def _is_of_many(clause: Sentence, language: Language) -> bool:
    """Whether a verb of a clause is in the plural or is one of nobody in particular; "a sua coragem" is a noun."""
    many = language.plural_endings or ("\0",)
    owned = {id(token) for before, token in pairwise(clause) if before.word in language.possessives}
    for token in clause:
        clitic = token.word.rpartition("-")
        verb = token.part in _FINITE and id(token) not in owned
        if verb and (token.word.endswith(many) or (clitic[0] and clitic[2] in language.reflexives)):
            return True
    return False


def _is_said_alone(row: Sentence) -> bool:
    """Whether a quotation and a verb of speech without its subject are a sentence: "«...», afirmou ontem."."""
    behind = row[1:] if row[0].part == Part.QUOTE else []
    said = any(token.part == Part.VERB for token in behind[:_SAID])
    return said and not any(token.part in ACTORS or token.part == Part.QUOTE for token in behind)


def _comes(clause: Sentence, language: Language) -> bool:
    """Whether a clause denies something of a noun for words, which is its subject then: "Non tarda la risposta:"."""
    words = {token.word for token in clause}
    return not (words.isdisjoint(language.negations) or words.isdisjoint(language.speech_nouns))


def _main(clause: Sentence) -> Sentence:
    """A clause without a phrase that a comma parts from it, which names nobody: "Interpellata, | promette".

    A participle may open it: "Preguntado por las ayudas, | respondió".
    """
    at = next((at for at in range(len(clause) - 1, 0, -1) if clause[at].part == Part.COMMA), -1)
    asked = at > _LED_BY and clause[0].part == Part.VERB and clause[1].part == Part.PREPOSITION
    before = clause[int(asked) : max(at, 0)]
    named = any(token.part in VERBS or (token.part in ACTORS and not token.governed) for token in before)
    return clause if at < 0 or named else clause[at + 1 :]


def _past_askers(clause: Sentence, language: Language) -> Sentence:
    """A clause without those who ask something, or what they ask: "A chi gli chiede se torna | risponde"."""
    words = " ".join(token.word for token in clause[:_ASKERS] if token.part != Part.COMMA) + " "
    if not words.startswith(tuple(f"{phrase} " for phrase in language.askers) or "\0"):
        return clause
    verb = next((at for at in range(len(clause) - 1, 0, -1) if clause[at].part == Part.VERB), 0)
    begin = verb
    while begin > 0 and clause[begin - 1].part == Part.AUXILIARY:
        begin -= 1
    named = any(token.part in {Part.NAME, Part.DESCRIPTION} and not token.governed for token in clause)
    return clause[begin:] if verb > 1 and not named else clause


_ASKERS = 4  # Tokens of "тим, хто" and of "a quelli che".
_LED_BY = 1  # Tokens of a participle.


def _goes_on_acting(clause: Sentence, language: Language) -> bool:
    """Whether a clause of who just spoke tells what they do, with an object behind its verb: "Hoje dirige o museu:".

    A noun may be its subject where it stands first, or names a body.
    """
    if not language.definite or any(_may_be_others(token, language) for token in clause):
        return False
    begin = next((at for at, token in enumerate(clause) if token.part not in _LED), len(clause))
    rest = clause[begin:]
    led = begin > 0 or not language.case_endings or clause[0].word in language.function_words
    many = any(token.word.endswith(language.plural_endings or ("\0",)) for token in rest[:_ACTED])
    return led and not many and _DOES.match("".join(token.part for token in rest)) is not None


def _accuses(clause: Sentence, language: Language) -> bool:
    """Whether a verb that opens a clause has who stands behind it for its object: "E critica o autarca:"."""
    at = next((at for at, token in enumerate(clause) if token.part not in _LED), len(clause))
    said = clause[at : at + 1]
    return bool(said) and said[0].word in language.accusing and any(one.part in ACTORS for one in clause[at + 1 :])


def _goes_on(whole: Sentence, clause: Sentence, language: Language) -> bool:
    """Whether what announces a quotation tells of who just spoke, or nothing but that it goes on."""
    return _links(whole, language) or any(tells(clause, language) for tells in _GOING_ON)


def _links(clause: Sentence, language: Language) -> bool:
    """Whether "and" or "then" and how it is said are all that a clause has: "E poi, più piano:"."""
    small = language.speech_nouns | language.impersonal - language.auxiliaries
    linked = _LINKS.fullmatch("".join(token.part for token in clause)) is not None
    return linked and not any(token.word in small for token in clause)


def _refuses(clause: Sentence, language: Language) -> bool:
    """Whether a clause without a subject tells what who just spoke does not do: "Non intende venderlo:".

    A noun right behind its verb may be the subject: "Non tarda la risposta:".
    """
    at = next((at for at, token in enumerate(clause) if token.word in language.negations), -1)
    if at < 0 or any(_may_be_told(token, language) for token in clause):
        return False
    first = next((end for end in range(at + 1, len(clause)) if clause[end].part != Part.AUXILIARY), at)
    behind = clause[first + 1 : first + 2]
    bare = first > at and not (behind and behind[0].part == Part.DETERMINER)
    led = _PLACED.fullmatch(_shape(clause[:at])) is not None
    return bare and led and not clause[first].word.endswith(language.plural_endings or ("\0",))


def _tells_of(clause: Sentence, language: Language) -> bool:
    """Whether a clause without a subject has a verb of speech and of whom it speaks: "Di Longhi parla con affetto:"."""
    told = _TOLD.fullmatch(_shape(clause))
    many = language.plural_endings or ("\0",)
    return told is not None and not clause[told.start("verb")].word.endswith(many)


def _shape(clause: Sentence) -> str:
    """What the tokens of a clause may be, an actor that a preposition governs a word."""
    return "".join(Part.WORD if token.governed and token.part in ACTORS else token.part for token in clause)


def _may_be_told(token: Token, language: Language) -> bool:
    """Whether a word tells that who spoke is not the subject of a clause: an actor, words, what happens by itself."""
    if token.part in ACTORS:
        return not token.governed
    return token.word in language.impersonal - language.auxiliaries or token.word in language.speech_nouns


def _may_be_others(token: Token, language: Language) -> bool:
    """Whether a word tells that a clause may be of something else: an actor, a body, a verb of nobody in particular."""
    plain = token.part in _PLAIN or token.part in _LED
    return not plain or token.word in language.impersonal or language.is_body(token.word)


def _acts_and_says(clause: Sentence, language: Language) -> bool:
    """Whether "and" joins a verb of speech to one with an object, as in "Elogió su valor y añadió:".

    A noun for a body or for words may be the subject of the first verb.
    """
    told = _ACTS.fullmatch(_shape(clause))
    if told is None or any(_may_be_others(token, language) for token in clause if token.part == Part.WORD):
        return False
    owned = clause[told.start("object") : told.end("object")]
    verb, helped = clause[told.start("verb")], told.end("helped")
    return verb.part in VERBS or helped > 0 or any(token.word in language.possessives for token in owned)


def _announces(clause: Sentence, language: Language) -> bool:
    """Whether a clause without a subject has a verb of speech and a new thing for its object: "Anuncia un viaje:"."""
    told = _ANNOUNCES.fullmatch(_shape(clause))
    if told is None or _is_of_many(clause, language):
        return False
    led, thing = clause[told.start("led")], clause[told.start("thing")]
    return led.word in language.indefinite and not _may_be_others(thing, language) and not _may_be_told(thing, language)


def _tells_noun(clause: Sentence, language: Language) -> bool:
    """Whether a verb and a noun for what is said are all that a clause has: "Poi lancia un appello:"."""
    told = "".join(_NOUN if token.word in language.speech_nouns else token.part for token in clause)
    return _TELLS.fullmatch(told) is not None


def _denies(clause: Sentence, language: Language) -> bool:
    """Whether a verb of speech without a subject leads to what it tells: "Negó, pese a todo, haber pagado:"."""
    verb = next((at for at, token in enumerate(clause) if token.part not in _LED), len(clause))
    if verb == len(clause) or clause[verb].part != Part.VERB or _is_of_many(clause[: verb + 1], language):
        return False
    ends = {*ACTORS, Part.DETERMINER}
    behind = takewhile(lambda token: token.part not in ends, clause[verb + 1 : verb + 1 + _TOLD_IN])
    return any(token.part == Part.THAT or token.word in language.perfect_infinitives for token in behind)


_GOING_ON = (_goes_on_acting, _accuses, _refuses, _tells_of, _announces)
_TOLD_IN = 6  # Tokens of ", pese a todo, haber".
_SAID = 4  # Tokens of ", ha poi detto".
_SHORT = 12  # Tokens of what may announce a quotation without a subject.
_FINITE = VERBS | {Part.AUXILIARY, Part.WORD}
_BODY = "b"
_PHRASE = f"{Part.PREPOSITION}{Part.DETERMINER}?[{Part.WORD}{_BODY}]{{1,2}}"
_OPENING = f"[{Part.AUXILIARY}{Part.CONJUNCTION}]*"
_ACTED = 3  # Tokens of a verb and an object with its article.
_LED = frozenset({Part.CONJUNCTION, Part.AUXILIARY})
_PLAIN = frozenset({Part.WORD, Part.DETERMINER, Part.PREPOSITION, Part.AUXILIARY})
_DOES = re.compile(f"[{Part.WORD}{Part.AUXILIARY}]+{Part.DETERMINER}{Part.WORD}")
# "Del museo | non ne vuole sapere", "Продавать камень | не собирается".
_PLACED = re.compile(f"{_OPENING}(?:{_PHRASE}|{Part.WORD}{{1,2}})?{_OPENING}")
_TOLD = re.compile(
    f"{_OPENING}(?:{_PHRASE})?[{Part.AUXILIARY}]*(?P<verb>[{Part.VERB}{Part.WEAK_VERB}]){Part.WORD}?(?:{Part.CONJUNCTION}?{_PHRASE})*"
)
_LINKS = re.compile(
    f"{Part.CONJUNCTION}{Part.AUXILIARY}{{0,2}}(?:{Part.COMMA}[{Part.WORD}{Part.AUXILIARY}]{{1,2}})?"
    f"|{Part.AUXILIARY}{Part.COMMA}[{Part.WORD}{Part.AUXILIARY}]{{1,2}}"  # "Poi, più serio:"
)
_SAID_SO = f"[{Part.AUXILIARY}]*{Part.VERB}(?:{_PHRASE})*"
_ACTS = re.compile(
    f"(?P<helped>[{Part.AUXILIARY}]*)(?P<verb>[{Part.VERB}{Part.WEAK_VERB}{Part.WORD}])"
    f"(?P<object>{Part.DETERMINER}{{0,2}}{Part.WORD}{{1,2}})(?:{_PHRASE})*{Part.CONJUNCTION}{_SAID_SO}"
)
_ANNOUNCES = re.compile(
    f"{_OPENING}[{Part.VERB}{Part.WEAK_VERB}](?P<led>{Part.DETERMINER})(?P<thing>{Part.WORD}){Part.WORD}?(?:{_PHRASE})*"
)
_NOUN = "s"
_TELLS = re.compile(f"{_OPENING}{Part.WORD}{{1,2}}{Part.DETERMINER}?{_NOUN}{Part.WORD}?")
_SAYS = re.compile(f"{_OPENING}{Part.VERB}(?:{_PHRASE})*")  # "Poi racconta con un sorriso:"
_MOVES = re.compile(f"{_OPENING}{Part.WORD}?{Part.AUXILIARY}?(?:{_PHRASE}|{Part.DETERMINER}?{_BODY}{Part.WORD}?)+")
# A gesture announces speech, as in "Allarga le braccia:" and "A izbucnit în lacrimi:".
