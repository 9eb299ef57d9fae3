"""An article's text as words, and how far a run of capitals goes: the raw material of names.

Particles may stand within a run ("van der"), and a body's small words ("Bank of the North"); two subjects that a body
joins are one run as well ("Food and Drug Administration").
"""

import re
from dataclasses import dataclass

from bot.domain.language import languages
from bot.domain.language.elision import elided
from bot.domain.language.languages import Language
from config.limits import RUN_WORDS

POSSESSIVE = ("'s", "’s")
CONNECTORS = frozenset({"of", "for", "on", "and", "the", "&"})

_WORD = re.compile(r"[^\W_]+(?:(?:['’\-&]|\.(?![^\W\d_a-zß-ÿ][a-zß-ÿ]))[^\W_]+)*")
_OPENING = " \t\u00a0\"'“”„«»‘‚([{—–-¿¡*"
_CLOSED = frozenset({",” ", '," ', ",’ ", ",' "})
_SPACES = frozenset({" ", "\u00a0"})
_SHORTEST_GENITIVE = 4
_ADJECTIVES = 2
_CYRILLIC = "\u0400"  # The first of its letters; Latin ones stand before it.
_SENTENCE_ENDS = ".!?…:;|"
_PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ibn|bin|ben|ul|ur)-[A-ZÀ-Þ]")  # "Suleiman al-Amr"


@dataclass(frozen=True, slots=True)
class Words:
    """The text as words: three lists of one length, and the lower-case words it uses.

    `first_names` are the indices of first names that look like function or calendar words, `surnames` the words that
    stand behind a given name, `borne` the indices of those that look like function words or verbs.
    """

    text: str
    language: Language
    words: list[str]
    starts: list[int]
    ends: list[int]
    lower: frozenset[str]
    capitals: frozenset[str] = frozenset()
    first_names: frozenset[int] = frozenset()
    surnames: frozenset[str] = frozenset()
    borne: frozenset[int] = frozenset()

    def genitive(self, index: int) -> bool:
        """Whether this word is the genitive of another of the text, where no apostrophe tells it: "Merkels"."""
        word = self.words[index]
        return word[-1] == "s" and len(word) > _SHORTEST_GENITIVE and word[:-1] in self.capitals

    def plain(self, index: int) -> str:
        """The word without a genitive's ending."""
        word = self.words[index]
        return word[:-1] if self.genitive(index) else plain(word)

    def gap(self, index: int) -> str:
        """What stands between this word and the next."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def joined(self, index: int) -> bool:
        """Whether the next word may belong to the same name."""
        if index + 1 >= len(self.words):
            return False
        gap = self.text[self.ends[index] : self.starts[index + 1]]
        if gap in _SPACES:
            return True
        word = self.words[index]
        if gap in {"'", "’"}:
            return word.lower() in self.language.elisions
        return gap == ". " and (len(word) == 1 or word + "." in self.language.abbreviations)

    def initial(self, index: int) -> bool:
        """Whether this word begins a sentence, a quotation or a paragraph."""
        at = self.starts[index] - 1
        floor = max(0, at - 6)
        marks = False
        while at >= floor and self.text[at] in _OPENING:
            marks = marks or not self.text[at].isspace()
            at -= 1
        if self.text[at : at + 3] in _CLOSED:
            return False  # "... held,” Hale said": the sentence goes on.
        return at < 0 or marks or self.text[at] in _SENTENCE_ENDS or self.text[at] == "\n"


def words_of(text: str, language: Language) -> Words:
    """The words of a text, elided heads parted from what they are joined to."""
    places = [match.span() for match in _WORD.finditer(text)]
    if language.elisions:
        places = [place for start, end in places for place in _parted(text, start, end, language)]
    words = [text[start:end] for start, end in places]
    lower = frozenset(word for word in words if word[0].islower())
    capitals = frozenset(word for word in words if word[0].isupper()) if language.nouns_capitalised else frozenset()
    return Words(text, language, words, [start for start, _ in places], [end for _, end in places], lower, capitals)


def plain(word: str) -> str:
    """The word without a genitive's ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


def _parted(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """A word as two where its head is elided: the head with its apostrophe, and what it is joined to."""
    head = elided(text[start:end], language)
    return [(start, start + head - 1), (start + head, end)] if head else [(start, end)]


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
        noun = _named_by_adjective(words, last)
        if noun is not None:
            last = noun
            if words.words[noun] in words.language.place_words or not _goes_on(words, noun):
                return last
            continue
        step = _step_over(words, last) or _over_subjects(words, index, last)
        if step is None:
            break
        last = step
    if last + 1 < len(words.words) and words.gap(last) == ", ":
        suffix = words.words[last + 1].lower().rstrip(".")
        if suffix in words.language.name_suffixes and words.words[last + 1][0].isupper():
            return last + 1
    return last


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
    if not endings or language.nouns_capitalised or not words.words[index].lower().endswith(endings):
        return None
    for noun in range(index + 1, min(index + _ADJECTIVES + 2, len(words.words))):
        word = words.words[noun]
        if not words.joined(noun - 1) or not word[0].islower():
            return None
        if word in language.organisation_words or word in language.place_words:
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
