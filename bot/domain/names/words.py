"""An article's text as words, and what stands between them: the raw material of names."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import itemgetter

from bot.domain.language import gazetteer, languages
from bot.domain.language.elision import elided
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS

POSSESSIVE = ("'s", "’s")
CYRILLIC = "\u0400"
"""The first letter of Cyrillic; Latin ones stand before it."""

_WORDS = re.compile(r"([^\W_]+(?:(?:['’\-&]|\.(?![^\W\d_a-zß-ÿ][^\W\d_A-ZÀ-ÞА-ЯЁІЇЄҐ]))[^\W_]+)*+)")
_INITIALS = re.compile(r"[^\W\d_a-zß-ÿ]\.[^\W\d_a-zß-ÿ]")  # "A.E. Lee"
_OPENING = " \t\u00a0\"'“”„«»‘‚([{—–-¿¡*"
_CLOSED = frozenset({",” ", '," ', ",’ ", ",' "})
_FIRST = _START = itemgetter(0)
_END = itemgetter(1)
_SPACES = frozenset({" ", "\u00a0"})
_SHORTEST_GENITIVE = 4
_SENTENCE_ENDS = POINTS + ":;|"


@dataclass(frozen=True, slots=True)
class TextWords:
    """The text as words: four lists of one length, and the lower-case words it uses. What was asked once is kept.

    `gaps` are what stands between each word and the next; `spaced` tells where that is a space, past the end, too.

    `places` are the indices of the words with a capital, in order, `lowered` those words in lower case. `first_names`
    are the indices of first names that look like function or calendar words, `surnames` the words that stand behind a
    given name, `borne` the indices of those that look like function words or verbs.
    """

    text: str
    language: Language
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    spaced: list[bool]
    lower: frozenset[str]
    places: list[int]
    lowered: list[str]
    capitals: frozenset[str] = frozenset()
    first_names: frozenset[int] = frozenset()
    surnames: frozenset[str] = frozenset()
    borne: frozenset[int] = frozenset()
    _joined: dict[int, bool] = field(default_factory=dict)
    _initial: dict[int, bool] = field(default_factory=dict)

    def tells_age(self, index: int) -> bool:
        """Whether a word with a hyphen is an age before a name: "ten-year-old", "34-year-old"."""
        return self.words[index].partition("-")[2] in self.language.ages

    def genitive(self, index: int) -> bool:
        """Whether this word is the genitive of another of the text, where no apostrophe tells it: "Merkels".

        Where names take such an ending, a country that the text does not name otherwise is one too: "Kinas".
        """
        word = self.words[index]
        if word[-1] != "s" or len(word) <= _SHORTEST_GENITIVE:
            return False
        return word[:-1] in self.capitals or (self.language.bare_genitives and self._owned_by_country(index))

    def _owned_by_country(self, index: int) -> bool:
        """Whether a word is the genitive of a country, and no body's name begins with it: "Sveriges Radio"."""
        word, code = self.words[index], self.language.code
        if gazetteer.is_country(word, code) or not gazetteer.is_country(word[:-1], code):
            return False
        before = self.words[index - 1].lower() if index else ""
        if "-" not in before and self.language.is_body(before):
            return False  # "die Liberale Partei Kanadas"
        return not (self.joined(index) and self.language.is_body(self.words[index + 1].lower()))

    def plain(self, index: int) -> str:
        """The word without a genitive's ending."""
        word = self.words[index]
        if word[-1] != "s":
            return word
        return word[:-1] if self.genitive(index) else plain(word)

    def gap(self, index: int) -> str:
        """What stands between this word and the next."""
        return self.gaps[index]

    def joined(self, index: int) -> bool:
        """Whether the next word may belong to the same name."""
        if self.spaced[index]:
            return True
        if index not in self._joined:
            self._joined[index] = self._is_joined(index)
        return self._joined[index]

    def _is_joined(self, index: int) -> bool:
        if index + 1 >= len(self.words):
            return False
        gap = self.gaps[index]
        if gap == " & " and self._is_firm(index):
            return True
        word = self.words[index]
        if gap in {"'", "’"}:
            return word.lower() in self.language.elisions
        if gap in {"' ", "’ "}:
            led = word.lower() in self.language.particles or self._owns_body(index)
            return led and self.words[index + 1][0].isupper()  # "Michele de' Conti", "National Growers' League"
        if gap != ". ":
            return False
        initials = len(word) == 1 or _INITIALS.fullmatch(word) is not None
        return initials or word + "." in self.language.abbreviations

    def _owns_body(self, index: int) -> bool:
        """Whether a plural of people tells whose the body is that follows: "Teachers' Union"."""
        language, word = self.language, self.words[index].lower()
        people = word in language.owners or word[:-1] in language.owners or language.is_role(word[:-1])
        people = people or word[:-1] in language.callings
        plural = language.noun_plurals != () and word.endswith(language.noun_plurals)
        return plural and people and language.is_body(self.words[index + 1].lower())

    def _is_firm(self, index: int) -> bool:
        """Whether "&" joins the names of a firm here: "Hale & Dunmore", not "Tom & Ann", "Ann & I"."""
        if self.language.postposed or self.language.nouns_capitalised:
            return True
        following = self.words[index + 1]
        called = self.words[index].lower() in self.language.titles
        return len(following) > 1 and following not in languages.given_names() and not called

    def before_number(self, index: int) -> bool:
        """Whether digits stand right behind this word: "July 8"."""
        return self.joined(index) and self.words[index + 1].isdigit()

    def led_by_article(self, index: int) -> bool:
        """Whether a definite article stands right before this word, alone or elided: "dall'Onu"."""
        if not index or not self.joined(index - 1):
            return False
        before = self.words[index - 1].lower()
        return before in self.language.definite or before in self.language.elisions

    def led_in(self, start: int) -> bool:
        """Whether a sentence opens with a preposition of place and what begins here: "In | Mardle, the mayor".

        Or with what somebody does there: "Speaking in | Mardle, the mayor".
        """
        index = bisect_left(self.starts, start)
        led = index > 0 and self.joined(index - 1) and self.words[index - 1].lower() in self.language.place_prepositions
        doing = self.language.participle_endings or ("\0",)
        done = led and index > 1 and self.words[index - 2].lower().endswith(doing) and self.joined(index - 2)
        return led and self.initial(index - 2 if done else index - 1)

    def initial(self, index: int) -> bool:
        """Whether this word begins a sentence, a quotation or a paragraph."""
        if index not in self._initial:
            self._initial[index] = self._is_initial(index)
        return self._initial[index]

    def _is_initial(self, index: int) -> bool:
        at = self.starts[index] - 1
        if at > 0 and self.text[at] == " " and self.text[at - 1].isalnum():
            return False
        floor = max(0, at - 6)
        marks = False
        if at > 0 and self.text[at] in "'’" and self.text[at - 1].isalpha():
            return False  # "dell'Onu"
        while at >= floor and self.text[at] in _OPENING:
            marks = marks or not self.text[at].isspace()
            at -= 1
        if self.text[at : at + 3] in _CLOSED:
            return False  # "... held,” Hale said": the sentence goes on.
        return at < 0 or marks or self.text[at] in _SENTENCE_ENDS or self.text[at] == "\n"


def words_of(text: str, language: Language) -> TextWords:
    """The words of a text, elided heads parted from what they are joined to."""
    words, starts, ends, gaps = _parted_words(text, language)
    places = list(compress(count(), map(str.isupper, map(_FIRST, words))))
    used = list(set(words))
    lower = frozenset(compress(used, map(str.islower, map(_FIRST, used))))
    named = list(map(words.__getitem__, places))
    capitals = frozenset(named) if language.nouns_capitalised else frozenset()
    spaced = [*map(_SPACES.__contains__, gaps), *_PAST_END]
    lowered = list(map(str.lower, named))
    return TextWords(text, language, words, starts, ends, [*gaps, ""], spaced, lower, places, lowered, capitals)


_PAST_END = [False] * 16  # More words than any rule looks past one that is joined to none.


def _parted_words(text: str, language: Language) -> tuple[list[str], list[int], list[int], list[str]]:
    """The words, where they start and end, and what stands between them.

    Elided heads stand by themselves, names without endings after an apostrophe.
    """
    pieces = _WORDS.split(text)  # Gaps and words by turns.
    ends = list(accumulate(map(len, pieces)))
    words, starts, ends = pieces[1::2], ends[0:-1:2], ends[1::2]
    if language.elisions:
        places = zip(words, starts, ends, strict=True)
        spans = [span for word, start, end in places for span in _parted(word, start, end, language)]
        starts, ends = list(map(_START, spans)), list(map(_END, spans))
    elif language.suffixed_names:
        ends = [_suffix(text, start, end) for start, end in zip(starts, ends, strict=True)]
    else:
        return words, starts, ends, pieces[2:-1:2]
    between = list(map(text.__getitem__, map(slice, ends, starts[1:])))
    return list(map(text.__getitem__, map(slice, starts, ends))), starts, ends, between


def plain(word: str) -> str:
    """The word without a genitive's ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


# Words that are kept: each of an article's with a capital is asked for several times.
@lru_cache(maxsize=4096)
def plain_lower(word: str) -> str:
    """The word in lower case without a genitive's ending."""
    return plain(word).lower()


def _parted(word: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """A word as two where its head is elided: the head with its apostrophe, and what it is joined to."""
    head = elided(word, language) if "'" in word or "’" in word else 0
    return [(start, start + head - 1), (start + head, end)] if head else [(start, end)]


def _suffix(text: str, start: int, end: int) -> int:
    """Where an apostrophe parts a word from its endings, its end where none does: "Ankara | 'da"."""
    found = [at for at in (text.find(mark, start + 1, end) for mark in "'’") if at >= 0]
    return min(found, default=end)


def past_years(lowers: list[str], language: Language) -> int:
    """How many words tell an age before "and", behind which a role stands: "now 46 and | a teaching assistant"."""
    if not (lowers[0] < _LETTERS or [""] < lowers[1:2] < [_LETTERS]):
        return 0  # No digit begins these words.
    aged = next((at for at, lower in enumerate(lowers[:_YEARS]) if lower.isdigit()), -1)
    joined = (
        at for at in range(aged + 1, min(aged + 1 + _YEARS, len(lowers) - 1)) if lowers[at] in language.coordinators
    )
    return next(joined, -1) + 1 if aged >= 0 else 0


_YEARS = 2  # Words that may stand before a number of years, and those up to "and" behind it.
_LETTERS = ":"  # The character behind the digits.
