"""Marks the tokens of a row by what stands beside them: nouns that look like verbs, and actors that are no subject."""

import re
from functools import lru_cache
from itertools import pairwise, takewhile

from bot.domain.language import languages
from bot.domain.language.given_genders import stands_in_nominative
from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import DETERMINING, FINITE, REPORTING, is_actor_word
from bot.domain.speech.rows.tokens import ACTORS, Named, Part, Sentence, Token
from bot.domain.values.actor import Kind

_TAIL_WORDS = 12


_REPORTED, _ACTED = (re.compile(rf"(?!^)[{''.join(sorted(parts))}]") for parts in (REPORTING, ACTORS))
_DESCRIBED = re.compile(Part.DESCRIPTION)


def _places(wanted: re.Pattern[str], parts: str) -> list[int]:
    """The indices of the tokens of some parts."""
    return [found.start() for found in wanted.finditer(parts)]


def mark_nouns(row: Sentence, parts: str, language: Language) -> None:
    """Make verbs of speech words where they are nouns: "her comments", "Lee's latest claims", "in reports".

    `parts` is what the row's tokens may be, as `parts_of` gives it.
    """
    for index in _places(_REPORTED, parts):
        token = row[index]
        if _is_determined(row, index, language) or _is_counted(row, index, language) or _is_said(row, index, language):
            token.part = Part.WORD


def _is_determined(row: Sentence, index: int, language: Language) -> bool:
    """Whether an article stands right before a word, where nouns stand behind their adjectives: "a think tank"."""
    before = row[index - 1]
    if before.part != Part.DETERMINER or language.postposed:
        return False
    word = before.word
    if word in language.possessives and _is_past(row[index].word, language):
        return index + 1 == len(row) or row[index + 1].part not in _LEADS_ON  # "A crowd behind her chanted, “...”"
    return word in language.definite or word in language.indefinite or word in language.possessives


def _is_counted(row: Sentence, index: int, language: Language) -> bool:
    """Whether a preposition and a word such as "all" stand before a word: "in all states"."""
    return index > 1 and row[index - 1].part == Part.AUXILIARY and _is_object(row[index - 2], language)


def _is_object(before: Token, language: Language) -> bool:
    """Whether a word is a preposition's noun rather than an infinitive, by what stands before it."""
    return before.part == Part.PREPOSITION and before.word not in language.infinitive_marks


def _is_said(row: Sentence, index: int, language: Language) -> bool:
    """Whether a noun of speech has a preposition or, a few words before it, an article or owner: "Lee's new claims"."""
    if row[index].word not in language.speech_nouns:
        return False
    if _is_object(row[index - 1], language):
        return True
    for back in range(index - 1, max(-1, index - 2 - _NOUN_MODIFIERS), -1):
        if row[back].part in DETERMINING:
            return True
        if row[back].part != Part.WORD or is_actor_word(row[back].word, language):
            return back == index - 1 and _is_of_group(row, index, language)
    return False


_NOUN_MODIFIERS = 2


def _is_of_group(row: Sentence, index: int, language: Language) -> bool:
    """Whether a noun of speech is that of a body in the singular: "his school plan to", not "schools plan"."""
    many = language.noun_plurals or ("\0",)
    before, word = row[index - 1].word, row[index].word
    if before.endswith(many) or word.endswith(many) or _is_past(word, language):
        return False
    led = any(token.part in DETERMINING for token in row[max(0, index - 2 - _NOUN_MODIFIERS) : index - 1])
    return led and index + 1 < len(row) and row[index + 1].part not in _LEADS_ON


_LEADS_ON = frozenset({Part.THAT, Part.COMMA, Part.COLON, Part.QUOTE})


def _is_past(word: str, language: Language) -> bool:
    """Whether a word ends as verbs do that tell what somebody did."""
    return bool(language.deed_endings) and word.endswith(language.deed_endings)


def mark_governed(row: Sentence, parts: str, names: Named, language: Language) -> None:
    """Mark the actors that a preposition governs: "in the Senate", "of Ann Lee and Bo Ray", "in Leeds, England".

    `parts` is what the row's tokens may be, as `parts_of` gives it, but for nouns that looked like verbs.
    """
    cased = bool(language.case_endings)
    for index in _places(_ACTED, parts):
        token = row[index]
        if _listens(row, index, language):
            token.governed = True
            continue
        before = _governor(row, index, names, language)
        following = row[index + 1].part if index + 1 < len(row) else None
        if before.part == Part.PREPOSITION:
            if before.word in language.conjunctions and (following in FINITE or _acts(row, index, language)):
                before.part = Part.CONJUNCTION  # "as Ann Lee said", "since Ann Lee came".
            led = before.part == Part.PREPOSITION and not _is_part(row, index, language)
            token.governed = led and not (cased and _is_nobodys(token))
        elif index > 1 and row[index - 2].governed and token.part == Part.NAME and following not in FINITE:
            token.governed = _goes_on(before, token, names, language)


def _is_at(row: Sentence, index: int, names: Named) -> bool:
    """Whether a preposition governs the noun for a place before a name, which is no person's: "di via | Roma"."""
    noun = row[index - 1]
    if index < _AT or row[index].part != Part.NAME:
        return False
    named = names.entities[row[index].index]
    full = " " in named.name and named.kind is Kind.PERSON
    return noun.part == Part.WORD and row[index - _AT].part == Part.PREPOSITION and not full


_AT = 2  # Tokens from a place's name back to the preposition.


def _is_called(row: Sentence, index: int, names: Named) -> bool:
    """Whether a thing's name stands behind the noun that a preposition governs: "in the journal Wetlands"."""
    token = row[index]
    if index < _CALLED or row[index - 1].part != Part.WORD or row[index - 2].part != Part.DETERMINER:
        return False
    if token.part != Part.NAME or names.entities[token.index].kind is Kind.PERSON:
        return False
    acts = index + 1 < len(row) and row[index + 1].part in FINITE
    return not acts and row[index - _CALLED].part == Part.PREPOSITION


_CALLED = 3


def _listens(row: Sentence, index: int, language: Language) -> bool:
    """Whether an actor right behind a verb of speech listens, by its case or number: "powiedziała Radiu Mardle".

    An article that is a preposition, too, is one before several: "disse | a jornalistas".
    """
    token = row[index]
    several = token.opening in language.tying_articles and token.word.endswith(language.noun_plurals)
    return row[index - 1].part in REPORTING and (several or token.word.split(" ", 1)[0] in language.listeners)


def _governor(row: Sentence, index: int, names: Named, language: Language) -> Token:
    """What stands before an actor, the article of a name left out."""
    before = row[index - 1]
    if _is_called(row, index, names):
        return row[index - _CALLED]
    if before.word in language.place_words and _is_at(row, index, names):
        return row[index - _AT]
    if before.part == Part.DETERMINER and row[index].part == Part.NAME and index > 1:
        # Where no article stands before a name, a determiner is a phrase of its own: "На это | Лис ответил".
        return row[index - 2] if language.definite else before
    return row[index - _CALLED] if _is_led(row, index) else before


def _is_led(row: Sentence, index: int) -> bool:
    """Whether an article and a word like "same" stand between a preposition and a noun."""
    if index < _CALLED or row[index].part != Part.DESCRIPTION or row[index].opening:
        return False
    between = [token.part for token in row[index - _CALLED : index]]
    return between == [Part.PREPOSITION, Part.DETERMINER, Part.WORD]


def _goes_on(before: Token, name: Token, names: Named, language: Language) -> bool:
    """Whether a preposition governs a name with the one before it: "of Ann and Bo", "in Leeds, England"."""
    if before.part != Part.COMMA:
        return before.part == Part.CONJUNCTION
    # A place behind a place, or the abbreviation of a state: "in Aspen, Colo."
    return names.entities[name.index].kind is Kind.PLACE or name.word in _shortened(language.code)


def _is_nobodys(token: Token) -> bool:
    """Whether a name is told by its nominative to be a subject: "У листі до міністра | Дарина Лис пише"."""
    return token.part == Part.NAME and stands_in_nominative(token.word.partition(" ")[0].title())


def _is_part(row: Sentence, actor: int, language: Language) -> bool:
    """Whether a number stands before "of" and an actor, so that both are the subject: "hundreds of farmers"."""
    at = actor - 2 if row[actor - 1].part == Part.PREPOSITION else actor - 3
    return at >= 0 and row[at + 1].word in language.of_words and row[at].word in language.partitives


def _acts(row: Sentence, actor: int, language: Language) -> bool:
    """Whether a verb of speech follows the complement of an actor: "as Ann Lee of the Leeds office told"."""
    rest = row[actor + 1 : actor + 1 + _TAIL_WORDS]
    if rest and rest[0].part == Part.RELATIVE and (actor < _LED or row[actor - _LED].part in _CLAUSE_STARTS):
        clause = takewhile(lambda token: token.part != Part.COMMA, rest)  # "even as a man who led it vowed"
        return any(before.part == Part.WORD and token.part == Part.VERB for before, token in pairwise(clause))
    if rest and rest[0].part == Part.COMMA and row[actor - 1].word in language.comparisons:
        # "as Ann Lee, a teacher in Leeds, puts it"
        closing = next((i for i in range(1, len(rest) - 1) if rest[i].part == Part.COMMA), 0)
        return closing > 0 and rest[closing + 1].part in REPORTING
    return next((token.part == Part.VERB for token in rest if token.part not in _COMPLEMENT), False)


_LED = 2  # Tokens from an actor back to what stands before the "as" that leads to it.
_CLAUSE_STARTS = frozenset({Part.COMMA, Part.AUXILIARY})
_COMPLEMENT = frozenset({Part.PREPOSITION, Part.NAME, Part.DETERMINER, Part.WORD, Part.DESCRIPTION})


@lru_cache(maxsize=32)
def _shortened(code: str) -> frozenset[str]:
    """Abbreviations in lower case: behind a place, a state's ("Aspen, Colo.")."""
    return frozenset(word.lower() for word in languages.of(code).abbreviations)


def mark_apposed(row: Sentence, parts: str, names: Named, language: Language) -> None:
    """Mark the descriptions that only tell who a name is: "Ann Lee, a lawyer from Leeds, said", "Her son, Bo, said".

    `parts` is what the row's tokens may be, as for `mark_governed`.
    """
    for index in _places(_DESCRIBED, parts):
        token = row[index]
        following = row[index + 1].part if index + 1 < len(row) else None
        behind = index > 1 and row[index - 1].part == Part.COMMA and row[index - 2].part == Part.NAME
        if behind and not row[index - 2].governed and following not in FINITE:
            token.governed = not _is_sourced_apart(row, index, names, language)
        if following == Part.COMMA and (name := _apposed_name(row, index + 2)):
            closes = name + 1 == len(row) or row[name + 1].part in {Part.COMMA, Part.COLON, Part.QUOTE}
            token.governed = token.governed or closes or _is_of_body(row, name + 1, language)


def _apposed_name(row: Sentence, at: int) -> int:
    """The index of a name that begins here, its article or age left out: "the owner, | the Orr Company"; 0 for none."""
    led = at + 1 < len(row) and (row[at].part == Part.DETERMINER or row[at].word[:1].isdigit())  # "19-летний Антон"
    named = at + 1 if led else at
    return named if named < len(row) and row[named].part == Part.NAME else 0


def _is_sourced_apart(row: Sentence, index: int, names: Named, language: Language) -> bool:
    """Whether a body is the source of what is told of a person behind it: "According to the Herald, one user wrote"."""
    led = [token.part for token in row[max(0, index - _SOURCED) : index - 2] if token.part != Part.DETERMINER]
    if led[-1:] != [Part.ACCORDING] or not language.is_role(row[index].word):
        return False
    return names.entities[row[index - 2].index].kind is Kind.ORGANISATION


_SOURCED = 4  # Tokens of "according to", an article, a name and a comma.


def _is_of_body(row: Sentence, at: int, language: Language) -> bool:
    """Whether what a name is of follows, up to a comma and a verb of speech: "her son, Bo Ray | of the choir, said"."""
    if row[at].word not in language.of_words:
        return False
    comma = next((i for i in range(at + 1, min(len(row) - 1, at + _TAIL_WORDS)) if row[i].part == Part.COMMA), 0)
    return comma > 0 and row[comma + 1].part in REPORTING
