"""Finds what means what was told before it: "Ab Januar soll | das anders werden", "One cup, one note: so ends"."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from bot.domain.language.languages import Language
from bot.domain.speech.rows.ages import calls_by_age
from bot.domain.text.characters import POINTS

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_CLAUSE_MARK = re.compile(f"[,;:–—{POINTS}]")
_JOINED = re.compile("['’]")
_SUMMING_WORDS = 3
_DASHES = frozenset("—–")
POINTER_WORDS = 6  # A pronoun further behind may mean what its own sentence tells.


def pointer_in(text: str, pointing: AbstractSet[str], language: Language) -> int:
    """Where one of these pronouns stands near a sentence's beginning, past its first word; 0 where none does.

    Behind a comma "das" is a relative, and behind a dash "це" tells what something is.
    """
    for match in islice(_WORD.finditer(text), 1, POINTER_WORDS):
        before = text[match.start() - 2 : match.start() - 1]
        told = before in _DASHES or (language.nouns_capitalised and before == ",")
        if match.group() in pointing and not told and _may_point(text, match, language):
            behind = _CLAUSE_MARK.split(text[match.end() :], maxsplit=1)[0].split()
            if _stands_alone(behind, language):
                return match.start()
    return 0


def _may_point(text: str, word: re.Match[str], language: Language) -> bool:
    """Whether a demonstrative to which a verb is joined is not that of the phrase before it.

    "Pour les bergers, | c'est une surprise" points back; "L'eau, | c'est la vie" does not.
    """
    joined = _JOINED.search(word.group()) is not None
    return not joined or text.partition(" ")[0].lower() in language.prepositions


def calls_back(text: str, lowers: Sequence[str], language: Language) -> bool:
    """Whether a sentence opens with somebody whom an age alone calls, or who is another's: "The 83-year-old lost".

    "Soția lui" opens with whose they are behind the noun, and "Une phrase qui passe mal" with what was just quoted.
    """
    if language.postposed and (_calls_words(lowers, language) or _calls_kin(lowers, language)):
        return True
    owner = lowers[1] if language.postposed and len(lowers) > 1 else ""
    owned = owner in language.pronouns or owner in language.possessives or owner in language.sources
    words = text.split(" ", 3)[:3]
    if owned and language.is_role(lowers[0]) and (words[1][-1] == "," or words[-1][0].islower()):
        return True  # But "Soția lui Mihai Pop".
    opens = len(words) > _LED and words[1][:1].isdigit() and words[0].lower() in language.definite
    return opens and calls_by_age(words[1], words[2], language)


def _calls_kin(lowers: Sequence[str], language: Language) -> bool:
    """Whether a sentence opens with somebody's relative or mate and an article, and tells nothing of whose they are."""
    if len(lowers) <= _WHOSE or lowers[1] not in language.relations or lowers[0] not in language.definite:
        return False
    behind = (_JOINED.split(word)[0] for word in lowers[2:_WHOSE])
    return language.of_words.isdisjoint(behind)  # "A colega | Inês", but not "A colega da Inês"


_WHOSE = 4  # Words of an article, a noun, an adjective and "of": "La figlia minore di".


def _calls_words(lowers: Sequence[str], language: Language) -> bool:
    """Whether a noun for words and a relative open a sentence: "Une phrase | qui", "Parole | che", "Слова, | які"."""
    at = 1 if lowers[0] in language.indefinite else 0
    return len(lowers) > at + 1 and lowers[at] in language.speech_nouns and lowers[at + 1] in language.relatives


def sums_up(text: str, phrases: AbstractSet[tuple[str, ...]]) -> bool:
    """Whether what stands behind a sentence's colon only sums up what is before it: "Two cups, one note: so ends"."""
    head, colon, rest = text.partition(": ")
    if not colon or not phrases:
        return False
    words = tuple(match.group().lower() for match in islice(_WORD.finditer(rest), _SUMMING_WORDS))
    listed = "," in head and any(words[:count] in phrases for count in range(1, _SUMMING_WORDS + 1))
    return listed and head.rstrip()[-1:].isalpha()


def leads_to_pronoun(text: str, language: Language) -> bool:
    """Whether a phrase without a name opens a sentence whose subject is a pronoun: "Im ersten Halbjahr hatte | er".

    "Eröffnet wird | sie im Mai", "Depuis lundi, | elle travaille", "У березні | він заявив".
    """
    if language.verb_second:
        return _is_led(_CLAUSE_MARK.split(text, maxsplit=1)[0].split(), language)
    words = text.split(maxsplit=_OPENING)[:_OPENING]
    if len(words) <= _LED or words[0].lower() not in language.prepositions:
        return False
    found = (at for at in range(_LED, len(words)) if language.pronouns.get(words[at], "") in _PERSONAL)
    at = next(found, 0)
    plain = at > 0 and all(word[0].islower() or word[0].isdigit() for word in words[1:at])
    if not plain or not language.definite:
        return plain and words[at - 1][-1] not in _CLAUSE_ENDS
    return words[at - 1][-1] == "," and language.pronouns[words[at]] == "f"  # A man's may be nobody's: "il faut".


def _is_led(words: Sequence[str], language: Language) -> bool:
    """Whether a clause whose verb comes second has a pronoun for its subject behind what opens it."""
    if language.pronouns.keys().isdisjoint(words):
        return False
    found = (at for at in range(_LED, len(words)) if language.pronouns.get(words[at], "") in _PERSONAL)
    at = next(found, 0)
    if not at or not words[at - 1].islower() or not language.conjunctions.isdisjoint(words[:at]):
        return False
    deed = at == _LED and words[1] in language.auxiliaries
    return deed or (len(words) > _LED and words[0].lower() in language.prepositions)


_OPENING = 6  # Words up to a pronoun behind a phrase.
_CLAUSE_ENDS = frozenset(f",;:–—{POINTS}")
_PERSONAL = frozenset({"m", "f"})
_LED = 2  # Words of the phrase that stands before the verb, at least.


def _stands_alone(behind: Sequence[str], language: Language) -> bool:
    """Whether a demonstrative before these words of its clause is a pronoun and belongs to no noun."""
    if language.nouns_capitalised:
        return all(word.islower() for word in behind) or not language.determiners.isdisjoint(behind[:1])
    return not language.title_case or language.auxiliaries.issuperset(behind[:1])
