"""Where a name stands in its sentence: as a subject, after a preposition, before a noun, in a heading or a credit.

What tells it is the data of `signs`.
"""

import re
import string
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.actors.signs import joints_in, signs_of
from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.words import plain
from bot.domain.text.characters import POINTS
from bot.domain.text.margins import caption_credits_in, credits_in, datelines_in, headings_in, signatures_in
from bot.domain.values.article import Article

_REACH = 32
_MARKED = 6  # Characters of a quotation's last mark and what stands between it and a word.
_CLOSING = '"”“»«'
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
_AFTER = re.compile(r"[»”]?\s+([^\W\d_]+(?:['’-][^\W_]+)*)(?:\s+([^\W\d_]+(?:['’-][^\W_]+)*))?")
_AGE = re.compile(r",\s\d{1,3}\b(?!,\d)|\s\(\d{1,3}\)")
_SCORED = re.compile(r"\s\d{1,3}\s?[–:-]\s?\d{1,3}\b")
_SCORE = re.compile(r"(?<!\d)\d{1,3}\s?[–:-]\s?\d{1,3}\s$")
_POSSESSIVE, _POSSESSIVES = ("'s", "’s"), ("s' ", "s’ ")
_CLAUSE_MARKS = re.compile('[,;:!?\n("“„«—–]|\\.(?=\\s)')
_SENTENCE_END = re.compile(rf"[{POINTS}](?:\s|$)|[\n\"“]")
_SENTENCE = 96
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS = frozenset((*POINTS, ":", ";"))
_OPENING = string.whitespace + "\u00a0\u2009\u202f\"'“”„«‘([—–-"
_NAME_MARKS = '«„“"'
_MARKS = frozenset('\n"“„«')
_NAMING = frozenset('"“„«”»')
_SHORTEST_VERB = 4
_LEAD_CHARACTERS = 2000
_APPOSED_WORDS = 5
_CALLED_WORDS = 3
_RELATED = 2  # A relative and its verb.


class Spot(NamedTuple):
    """A mention of a name with what stands around it.

    Attributes:
        start, end: offsets in the article's text.
        form: the text between them.
        verb: offset of the verb that the mention is the subject of, -1 when it is of none.
        paired: whether a conjunction or a relative stands before it, so that its clause is not its own.
        governed: whether a preposition stands before it.
        located: whether that preposition tells where.
        directed: whether it tells where to or from.
        article: whether an article stands before it.
        attributive: whether it stands right before a noun or another name, as an adjective does.
        told: whether a verb of speech stands right before it ("said Ann Lee").
        civic: whether a word follows that towns have ("Lakeside council").
        heading: whether it stands in a heading, a credit or a dateline rather than in the story.
        spotter: looks further, for what few names are asked.
    """

    start: int
    end: int
    form: str
    verb: int
    paired: bool
    governed: bool
    located: bool
    directed: bool
    article: bool
    attributive: bool
    told: bool
    civic: bool
    heading: bool
    spotter: "Spotter"

    @property
    def introduced(self) -> bool:
        """Whether an age, a relative for people or an apposition with a role follows it, or a word stands before it.

        Where a sentence opens with a phrase of place, its clause follows: "In Mardle, | the mayor resigned".
        """
        spotter = self.spotter
        followed = spotter.is_introduced(self.end) and not (self.located and spotter.is_led_in(self.start))
        return self.personal or followed or spotter.is_apposition(self.start, self.end)

    @property
    def personal(self) -> bool:
        """Whether a word stands right before it that stands before people alone."""
        return self.spotter.called(self.start)[0] in self.spotter.personal

    @property
    def called(self) -> tuple[str, bool]:
        """The common noun right before it, "" where there is none, and whether an "of" stands between."""
        return self.spotter.called(self.start)

    @property
    def marked(self) -> bool:
        """Whether marks stand right around it: «Лесовик»."""
        return self.spotter.is_marked(self.start, self.end)

    @property
    def beside(self) -> str:
        """The word right before it in lower case, "" where none is."""
        return self.spotter.beside(self.start)

    @property
    def gendered(self) -> bool:
        """Whether "he" or "she", "his" or "her" follows it in its sentence before any other name or "its"."""
        return self.spotter.is_gendered(self.end)

    @property
    def apposed(self) -> str:
        """The noun of an apposition right behind it: the "committee" of "…, a political action committee"."""
        return self.spotter.apposed(self.end)

    @property
    def counted(self) -> bool:
        """Whether a number in digits stands right before it, as before things: "100 Herons"."""
        return self.spotter.is_counted(self.start)

    @property
    def scored(self) -> bool:
        """Whether a score stands right beside it: "Denmark 3 – 0 Panama"."""
        return self.spotter.is_scored(self.start, self.end)

    @property
    def initial(self) -> bool:
        """Whether it begins a sentence."""
        return self.spotter.is_initial(self.start)


class Spotter:
    """Looks at the surroundings of names in one article."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._language: Language = languages.of(article.language)
        self._signs = signs_of(self._language.code)
        self._joints = joints_in(self._language.code)
        outside = sorted(
            [
                *credits_in(article.text, self._language.code),
                *caption_credits_in(article.text, self._language.code),
                *signatures_in(article.text, self._language.code),
                *headings_in(article.text, self._language),
                *datelines_in(article.text[:_LEAD_CHARACTERS]),
            ]
        )
        self._outside_starts = [start for start, _ in outside]
        self._outside_ends = [end for _, end in outside]

    def spot(self, start: int, end: int) -> Spot:
        """The mention at these offsets with what stands around it."""
        text, signs, language = self._text, self._signs, self._language
        before = self._before(start)
        beside = before[-1] if before else ""
        while before and (before[-1] in language.determiners or before[-1] in signs.articles):
            before.pop()
        leading = before[-1] if before else ""
        governed = leading in language.prepositions
        possessive = text.startswith(_POSSESSIVE, end) or text.startswith(_POSSESSIVES, end - 1)
        following = None if possessive else _AFTER.match(text, end, end + 2 * _REACH)
        verb = -1 if governed or following is None else self._verb(following, before)
        attributive = verb < 0 and following is not None and self._is_described(following.group(1))
        return Spot(
            start=start,
            end=end,
            form=text[start:end],
            verb=verb,
            paired=beside in self._joints,
            governed=governed,
            located=self._tells_where(before) and not text.startswith(":", end),
            directed=leading in signs.directions,
            article=beside in signs.articles,
            attributive=attributive,
            told=self._is_told(start, leading),
            civic=following is not None and following.group(1) in signs.civic,
            heading=self._is_outside(start),
            spotter=self,
        )

    def _before(self, start: int) -> list[str]:
        """The last two words of the clause before a name, in lower case; fewer where it has no more."""
        head = self._head(start)
        words = head.rsplit(" ", _CALLED_WORDS)[-_CALLED_WORDS:]
        if len(words) == _CALLED_WORDS and not words[2] and words[0].isalpha() and words[1].isalpha():
            return [words[0].lower(), words[1].lower()]  # Most names stand behind two plain words and a space.
        return [word.lower().rstrip(".") for word in _WORD.findall(_CLAUSE_MARKS.split(head)[-1])[-2:]]

    def _is_related(self, before: Sequence[str]) -> bool:
        """Whether a relative and its verb lead to a name, whose clause ends there: "el club que dirige | Ana Gil"."""
        signs = self._signs
        if not self._language.postposed or len(before) < _RELATED or before[0] not in self._language.relatives:
            return False
        verb = self._is_verb(before[1]) or before[1].endswith(signs.present_endings or ("\0",))
        return verb and before[1] not in signs.adverbs | signs.times_told | signs.times

    def _is_told(self, start: int, leading: str) -> bool:
        """Whether a verb of speech stands before a name here, or any word behind a quotation: "“…“, findet | Lind"."""
        if leading in self._language.verbs or not leading:
            return bool(leading)
        before = self._text[max(0, start - len(leading) - _MARKED) : start].rstrip()
        mark = before.removesuffix(leading).rstrip(" ,–—")[-1:] if before.endswith(leading) else ""
        return mark != "" and mark in _CLOSING

    def _tells_where(self, before: list[str]) -> bool:
        """Whether these words, the last ones before a name, lead to a place; "de la Prati Lago" tells whence."""
        if not before or before[-1] not in self._language.place_prepositions:
            return False
        return len(before) == 1 or before[-2] not in self._language.portfolio_links

    def _is_described(self, word: str) -> bool:
        """Whether this word behind a name is a noun or another name."""
        return word[0].isupper() or not self._is_function(word.lower())

    def _head(self, start: int) -> str:
        return self._text[max(0, start - _REACH) : start]

    def is_initial(self, start: int) -> bool:
        """Whether a name that begins here begins a sentence, a line or a quotation."""
        head = self._head(start)
        rest = head.rstrip(_OPENING)
        return not rest or rest[-1] in _ENDS or not _MARKS.isdisjoint(head[len(rest) :])

    def is_led_in(self, start: int) -> bool:
        """Whether the word before a name that begins here begins a sentence."""
        head = self._head(start).rstrip(" ")
        return self.is_initial(start - len(self._head(start)) + head.rfind(" ") + 1)

    @property
    def text(self) -> str:
        """The article's text."""
        return self._text

    @property
    def personal(self) -> frozenset[str]:
        """The words that stand before people's names alone."""
        return self._signs.personal

    def called(self, start: int) -> tuple[str, bool]:
        """The word that leads to a name, as a noun for it does: the "novel" Grey Heron, the "village" of Mardle.

        With it whether "of" stands between. A noun that begins a sentence leads too where names follow their nouns.
        """
        head = self._head(start).rstrip(_NAME_MARKS)
        if not head.endswith(" "):
            return "", False
        words = head.rsplit(" ", 3)
        if len(words) < _CALLED_WORDS - 1:
            return "", False
        if len(words) >= _CALLED_WORDS and self._language.is_adjective_behind(words[-2]):
            words.pop(-2)  # "il gruppo olandese Ahold Lago"
        linked = words[-2] in self._language.of_words and len(words) > _CALLED_WORDS
        word = (words[-3] if linked else words[-2]).replace("’", "'").rpartition("'")[2]
        nouns = self._language.postposed or self._language.nouns_capitalised
        return (word.lower() if nouns and word.istitle() else word if word.islower() else ""), linked

    def following(self, end: int) -> tuple[str, int]:
        """The word without a capital right behind a name that ends here, "" where there is none, and where it ends."""
        match = _AFTER.match(self._text, end, end + _REACH)
        if match is None or self._text[end] != " " or not match.group(1).islower():
            return "", end
        word = plain(match.group(1))
        return word, match.start(1) + len(word)

    def is_marked(self, start: int, end: int) -> bool:
        """Whether a mark opens right before a name and one closes right behind it."""
        return self._text[start - 1 : start] in _NAMING and self._text[end : end + 1] in _NAMING

    def beside(self, start: int) -> str:
        """The word right before a name that begins here, in lower case; "" where none is."""
        head = self._head(start)
        return head.rstrip(" ").rpartition(" ")[2].lower() if head.endswith(" ") else ""

    def is_counted(self, start: int) -> bool:
        """Whether a number stands right before a name that begins here, and no year or day."""
        word = self._head(start).rstrip(" ").rpartition(" ")[2].replace(",", "")
        return word.isdigit() and len(word) not in {2, 4} and self._text[start - 1 : start] == " "

    def is_scored(self, start: int, end: int) -> bool:
        """Whether a score of two numbers stands right before or behind a name."""
        return _SCORED.match(self._text, end) is not None or _SCORE.search(self._head(start)) is not None

    def is_introduced(self, end: int) -> bool:
        """Whether what follows a name that ends here says that it is somebody's."""
        text = self._text
        if not text.startswith((",", " ("), end):
            return False
        if _AGE.match(text, end, end + len(" (100)")):
            return True
        words = [word.lower().rstrip(".") for word in _WORD.findall(text[end : end + 2 * _REACH].split("\n")[0])]
        if words and (words[0] in self._signs.people_relatives or self._signs.speaks_for(words)):
            return True
        part = _CLAUSE_MARKS.split(text[end + 1 : end + 2 * _REACH])[0].lower().split()
        told = (self._language.prepositions, self._language.verbs, self._language.so_words)
        leads = bool(part) and not any(part[0] in listed for listed in told)  # ", aldus bestuurder Ada Bos"
        return leads and any(self._language.is_role(word) for word in part[:_APPOSED_WORDS])

    def is_apposition(self, start: int, end: int) -> bool:
        """Whether a name tells between commas who has the role before it: "the transport minister, Ann Lee, said"."""
        if self._text[start - 2 : start] != ", " or self._text[end : end + 1] != ",":
            return False
        word = self._head(start)[:-2].rpartition(" ")[2]
        return self._language.is_role(word.lower())

    def is_gendered(self, end: int) -> bool:
        """Whether the first pronoun behind a name that ends here is a person's, where things have no gender."""
        language = self._language
        if language.postposed or language.nouns_capitalised:
            return False
        rest = _SENTENCE_END.split(self._text[end : end + _SENTENCE], maxsplit=1)[0]
        for word in _LETTERS.findall(rest):
            if word[0].isupper():
                return False
            gender = language.pronouns.get(word) or language.possessives.get(word)
            if gender:
                return gender in {"m", "f"}
        return False

    def apposed(self, end: int) -> str:
        """The noun of the apposition with an article behind a name that ends here, in lower case; "" where none is.

        Where nouns have capitals or adjectives follow them it is not looked for.
        """
        language, signs = self._language, self._signs
        if language.postposed or language.nouns_capitalised or not self._text.startswith(", ", end):
            return ""
        words = _CLAUSE_MARKS.split(self._text[end + 2 : end + 2 + 2 * _REACH])[0].split()
        if not words or words[0] not in signs.indefinite:
            return ""
        ends = language.prepositions | signs.breaks
        last = next((at for at, word in enumerate(words) if at and word in ends), len(words)) - 1
        return words[last].lower() if last else ""

    def _is_outside(self, start: int) -> bool:
        index = bisect_right(self._outside_starts, start) - 1
        return index >= 0 and start < self._outside_ends[index]

    def _verb(self, following: re.Match[str], before: Sequence[str]) -> int:
        """The offset of the finite verb in the two words after a name, -1 when there is none that is the name's."""
        if self._is_related(before):
            return -1
        first, second = following.group(1), following.group(2)
        if self._is_verb(first):
            return following.start(1)
        adverb = first in self._signs.adverbs
        return following.start(2) if adverb and second and self._is_verb(second) else -1

    def _is_verb(self, word: str) -> bool:
        language, signs = self._language, self._signs
        if not word[0].islower() or word in signs.not_finite or word in signs.adverbs:
            return False
        if word in signs.finite or word in language.verbs or word in language.weak_verbs:
            return True
        return len(word) > _SHORTEST_VERB and word.endswith(signs.verb_endings)

    def _is_function(self, word: str) -> bool:
        language = self._language
        return word in language.function_words or word in language.auxiliaries or word in self._signs.adverbs
