"""How far a run of capitals goes.

Particles may stand within a run ("van der"), and a body's small words ("Bank of the North"); two subjects that a body
joins are one run as well ("Food and Drug Administration").
"""

import re

from bot.domain.language import languages
from bot.domain.names.bodies import is_body, past_complement, past_marks
from bot.domain.names.words import POSSESSIVE, Words
from config.limits import RUN_WORDS

CONNECTORS = frozenset({"of", "for", "on", "and", "the", "&"})
_ADJECTIVES = 2
_ADJECTIVE_ENDINGS = ("ий", "ій", "ова", "ове", "ева", "ый", "ой", "ая", "ое")
_CYRILLIC = "\u0400"  # The first of its letters; Latin ones stand before it.
_PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ibn|bin|ben|ul|ur)-[A-ZÀ-Þ]")  # "Suleiman al-Amr"


def run_end(words: Words, index: int) -> int:
    """The last word of the run of capitals that begins here; particles and an organisation's "of" may stand within."""
    last = index
    while not _owns(words, last) and (words.joined(last) or _lists_subjects(words, last)):
        following = words.words[last + 1]
        if (words.words[last][0] >= _CYRILLIC) != (following[0] >= _CYRILLIC):
            break  # "Трампа New York Times": two alphabets, two names.
        if following[0].isupper() or _PREFIXED.match(following):
            last += 1
            continue
        past, goes_on = _past_lower(words, index, last)
        last = past
        if not goes_on:
            break
    marked = past_marks(words, index, last)
    if marked is not None:
        return marked
    if last + 1 < len(words.words) and words.gap(last) == ", ":
        suffix = words.words[last + 1].lower().rstrip(".")
        if suffix in words.language.name_suffixes and words.words[last + 1][0].isupper():
            return last + 1
    return last


def _past_lower(words: Words, first: int, last: int) -> tuple[int, bool]:
    """The last of the words without a capital that belong to a name here, and whether capitals may follow them."""
    noun = _named_by_adjective(words, last)
    if noun is not None:
        place = words.words[noun] in words.language.place_words
        if _goes_on(words, noun) and (not place or _goes_on_within(words, first, noun)):
            return noun, True
        if place:
            return noun, False
        last = noun
    step = _step_over(words, last) or _over_subjects(words, first, last)
    if step is not None:
        return step, True
    complement = past_complement(words, first, last)
    return (last, False) if complement is None else (complement, _goes_on(words, complement))


def _owns(words: Words, index: int) -> bool:
    """Whether a word is a genitive behind which another name may begin; a body's may go on."""
    word = words.words[index]
    return word.endswith(POSSESSIVE) or (words.genitive(index) and not words.language.is_body(word.lower()))


def _named_by_adjective(words: Words, index: int) -> int | None:
    """The index of the common noun that an adjective with a capital makes a name of: "Европейская комиссия".

    Other adjectives may stand between: "Новоайдарський районний суд".
    """
    language = words.language
    endings = language.adjective_endings
    if not endings or language.nouns_capitalised:
        return None
    endings += language.genitive_adjectives + (_ADJECTIVE_ENDINGS if language.compounds else ())
    if not words.words[index].lower().endswith(endings):
        return None
    for noun in range(index + 1, min(index + _ADJECTIVES + 2, len(words.words))):
        word = words.words[noun]
        if not words.joined(noun - 1) or not word[0].islower():
            return None
        if language.is_body(word) or word in language.place_words or word in language.named_nouns:
            return noun
        if not word.endswith(endings):
            return None
    return None


def _goes_on(words: Words, noun: int) -> bool:
    """Whether the name of a body goes on with whose it is: "районного суду Луганської області"."""
    if not words.joined(noun):
        return False
    following = words.words[noun + 1]
    return following[0].isupper() and following not in languages.given_names()


def _goes_on_within(words: Words, first: int, noun: int) -> bool:
    """Whether a body's place lies in a larger one: "ради Лісового району | Озерної області"."""
    return is_body(words, first, noun) and _named_by_adjective(words, noun + 1) is not None


def _step_over(words: Words, last: int) -> int | None:
    """The index of the capital after "de", "van der" or "Bank of the", None when the run ends before them."""
    language = words.language
    given = languages.given_names()
    before = words.words[last].lower()
    connectors = language.connectors or CONNECTORS
    head = language.is_body(before) or before in language.titles or before + "s" == "centers"
    for step in (1, 2):
        if last + step + 1 >= len(words.words) or not words.joined(last + step):
            return None
        word = words.words[last + step]
        particle = word in language.particles and (not language.nouns_capitalised or words.words[last] in given)
        follows = step > 1 and words.words[last + 1] in language.particles  # "von der Heide"
        article = follows and (word in language.definite or word in language.oblique)
        if word[0].isupper() or not (particle or article or (head and word in connectors)):
            return None
        following = words.words[last + step + 1]
        if following[0].isupper():
            if following.lower() in language.days:
                return None  # "das Theater am Sonntag"
            joins = word in {"and", "&"} or (word in language.conjunctions and following in given)
            body = not head and (
                (following.isupper() and len(following) > 1) or following.lower() in language.organisation_words
            )
            return None if joins or body else last + step + 1
    return None


def _lists_subjects(words: Words, last: int) -> bool:
    """Whether a comma parts two subjects here: "Alcohol, Tobacco"."""
    subjects = words.language.subjects
    return last + 1 < len(words.words) and {words.words[last].lower(), words.words[last + 1].lower()} <= subjects


def _over_subjects(words: Words, first: int, last: int) -> int | None:
    """The next of the subjects that a body joins in its name, "Food and Drug Administration", None where none is."""
    language = words.language
    following = last + (2 if words.words[last + 1] in {"and", "&"} else 1)
    subjects = following < len(words.words) and words.words[following][0].isupper()
    if not subjects or not {words.words[last].lower(), words.words[following].lower()} <= language.subjects:
        return None
    if any(word.lower() in language.organisation_words for word in words.words[max(first, last - RUN_WORDS) : last]):
        return following
    end = following
    while end - following < RUN_WORDS and words.joined(end) and words.words[end + 1][0].isupper():
        end += 1
    tail = words.words[end].lower()
    return following if end > following and tail in language.organisation_words else None
