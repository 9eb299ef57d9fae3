"""What a sentence may lose and still say the same: brackets, insertions, titles, words for time.

Each function takes a sentence and gives a shorter one, or the same where it finds nothing to leave out. None looks
into a quotation.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.domain.actors.signs import signs_of
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity

QUOTED = re.compile('["“”„«»]')
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+|[*:_/]in(?:nen)?\b)*\.?")  # "Bürger*innen" is one word.
_LONGEST_TITLE = 8  # Words before a name that are looked at for a title of its bearer.
_MOST_NAMES = 32


class TitledPeople:
    """The people of an article by what stands before their names: "harbour master Ann Lee" is Ann Lee."""

    def __init__(self, text: str, entities: Sequence[Entity], language: Language) -> None:
        self._language = language
        self._of = min(language.agents & language.of_words, default="")  # "Von", and not "vom", which has an article.
        self._joins = abroad().joins | signs_of(language.code).adding
        self._titled: dict[str, tuple[str, str]] = {}
        for entity in entities[:_MOST_NAMES]:
            for role in entity.roles:
                mention = next((m for m in entity.mentions if 0 < m.start - role.end <= len(". ")), None)
                if mention is not None and " " in text[mention.start : mention.end]:
                    self._titled[text[role.start : mention.end]] = text[mention.start : mention.end], entity.gender

    def without(self, sentence: str) -> str:
        """The sentence with bare names, a title's article and adjectives left out with it; not "her rival Bo Ray"."""
        for titled, (name, gender) in self._titled.items():
            at = sentence.find(titled)
            if at < 0 or len(QUOTED.findall(sentence[:at])) % 2:
                continue
            start = self._start(sentence, at)
            owned = sentence[:at].rpartition(" ")[0].rpartition(" ")[2].lower() in self._language.possessives
            if owned or self._joins_title(sentence[:start]):
                continue
            first = sentence[start:at].split(" ", 1)[0].lower()
            whose = start > 0 and first in self._language.genitives and self._language.nouns_capitalised
            whose = whose and (not gender or self._language.articles.get(first, "") != gender)
            of = f"{self._of} " if whose else ""  # "das Haus des Rektors Karl Lind"
            sentence = sentence[:start] + of + name + sentence[at + len(titled) :]
        return sentence

    def _joins_title(self, before: str) -> bool:
        """Whether "and" joins a title to one before it that would be left without a name: "a baker and | mayor Lee".

        Or to an adjective that is the title's too: "a Christian and corporate | speaker".
        """
        words = before.split()[-2:]
        if len(words) <= 1 or words[1] not in self._joins:
            return False
        named = any(before.endswith(f"{name} {words[1]} ") for name, _ in self._titled.values())
        return self._language.is_role(words[0].lower()) or not (named or self._language.nouns_capitalised)

    def _start(self, sentence: str, at: int) -> int:
        """Where the words begin that belong to a title at `at`: its article and, in German, what stands between."""
        language, start = self._language, at
        words = list(WORD.finditer(sentence, 0, at))
        opening = bool(words) and words[0].group().lower() in language.determiners and "," not in sentence[:at]
        if opening and language.nouns_capitalised and len(words) <= _LONGEST_TITLE:
            return 0  # "Die aus Seeheim stammende | Rektorin"
        for word in words[: -_LONGEST_TITLE - 1 : -1]:
            lower = word.group().lower()
            parted = sentence[word.end() : start].strip()
            if parted or lower in language.possessives:
                return at
            if lower in language.determiners:
                return word.start()
            plain = word.group()[0].islower() or word.group()[0].isdigit()
            if lower in language.function_words or not plain or not language.nouns_capitalised:
                return at
            start = word.start()
        return at


def without_brackets(sentence: str) -> str:
    """The sentence less what stands in brackets outside its quotations."""
    if "(" not in sentence and "[" not in sentence:
        return sentence
    parts = re.split('(["“„«][^"”“»]*["”“»])', sentence)
    return "".join(part if number % 2 else _BRACKETS.sub("", part) for number, part in enumerate(parts))


def without_times(sentence: str, language: Language) -> str:
    """The sentence less words for time that stand by themselves: "inzwischen", "yesterday", "Monday"."""
    told = signs_of(language.code).times_told
    words = list(WORD.finditer(sentence))
    led = language.prepositions | language.determiners | language.of_words
    for before, word in reversed(list(pairwise(words))):
        outside = len(QUOTED.findall(sentence[: word.start()])) % 2 == 0
        day = word.group().lower() in language.days and not language.nouns_capitalised
        alone = before.group().lower() not in led and sentence[before.end() : word.start()] == " "
        if outside and alone and (word.group() in told or (day and sentence[word.end() :][:1] in {"", " ", ","})):
            sentence = sentence[: before.end()] + sentence[word.end() :]
    return sentence


def without_insertions(
    parts: Sequence[str], language: Language, names: Sequence[str], is_verb: Callable[[str], bool]
) -> str:
    """The subject and its verb, what commas insert between them left out; "" where nothing is inserted.

    `parts` are what the commas of a sentence part. "Ann Lee | who runs a shop | has sold it" is "Ann Lee has sold it",
    and of "The captain | Ann Lee | who ..." the name is left.
    """
    if len(parts) < len(("subject", "insertion", "verb")) or any(map(is_verb, _words(parts[0])[1:])):
        return ""
    inserted = _words(parts[1])
    named = parts[1] in names
    relative = any(word in language.relatives for part in parts[1 : 2 + named] for word in _words(part)[:2])
    if not inserted or (not relative and any(map(is_verb, inserted))):
        return ""
    late = 2 + named if relative and language.verb_second else len(parts)
    number = _verb_part(parts, late, language, is_verb)
    return "" if number is None else f"{parts[1] if named else parts[0]} {', '.join(parts[number:])}"


def _verb_part(parts: Sequence[str], late: int, language: Language, is_verb: Callable[[str], bool]) -> int | None:
    """The part behind an insertion that goes on with the verb: at its head, or from part `late` on within it."""
    small = language.function_words - language.auxiliaries
    for number, part in enumerate(parts[2:], 2):
        words = _words(part)
        goes_on = number >= late and part[:1].islower()
        if words and (is_verb(words[0]) or (goes_on and words[0] not in small)):
            return number
    return None


def leaner(sentence: str, steps: Sequence[Callable[[str], str]]) -> Iterator[str]:
    """The sentence, then what each step in turn leaves of it."""
    yield sentence
    for step in steps:
        shorter = step(sentence)
        if shorter and shorter != sentence:
            sentence = shorter
            yield sentence


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]
