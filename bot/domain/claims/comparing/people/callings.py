"""The words for what somebody is that an article has beside their name, and the stems that tell them.

role      "the mayor Ann Holm", "Ann Holm, the mayor": as the reader of names finds them
apposed   "Its head of sales, Ann Holm, said", and in all languages before a title: "The vicar, Father Noe, said"
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.wording import LESSER, Wording, folded
from bot.domain.names.grouping import Mention

_WORD = re.compile(r"[^\W\d_]+")
_APPOSED_LETTERS, _APPOSITIONS = 74, 3
# What a comma parts from a name that another comma or a sentence's end follows, and marks that it has not.
_APPOSED, _MARKS = re.compile(r"[^\W\d_].{2,70}\Z", re.DOTALL), re.compile(r"[,.;:!?()“”„«»\"]")
_CLOSED = (",", ".")
_NOTHING: frozenset[str] = frozenset()
_TIMES = frozenset({"past", "future"})


class CalledNouns:
    """One article's words for what people are."""

    def __init__(self, reading: Reading, words: Wording, leading: frozenset[str]) -> None:
        self._reading = reading
        self._words = words
        self._leading = leading
        language = reading.language
        self._titles = language.titles
        self._commas = bool(language.definite)

    # Complexity: one loop over words told of somebody, inlined since every check of a draft runs it for all people.
    def stems(self, roles: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[str]:
        """The stems of what somebody is called, by the words told of them and the places of their name.

        Phrases that are read as one word are stems too.
        """
        text, language = self._reading.text, self._reading.language
        told = [text[role.start : role.end] for role in roles]
        if self._commas and not told[1:] and (not told or told[0].lower() in self._titles):
            told += self._apposed(mentions)
        if not told:
            return
        for role in told:  # "Presidente da câmara | de Alada".
            words = folded(role).split()
            if words[1:]:
                yield from {"-".join(words[:end]) for end in range(2, len(words) + 1)} & self._words.phrases
        said = " ".join([role for role in told if not (" " in role and self._is_deed(role))])
        words = [word for word in map(str.lower, _WORD.findall(said)) if language.is_role(word) or word in self._titles]
        whole = [word for word in words if LESSER not in self._words.signs.get(folded(word), _NOTHING)]
        for word in whole or words:  # "Deputy head" is no deputy of any other kind.
            yield self._words.stem(plain(word))

    def _apposed(self, mentions: Sequence[Mention]) -> Iterator[str]:
        """What somebody is called before a comma and their name, a title or none before that.

        "Its head of sales, Ann Holm, said"; not "in a letter to the mayor, Ann Holm, a nurse, said".
        """
        text = self._reading.text
        for one in [one for one in mentions[:_APPOSITIONS] if text.startswith(_CLOSED, one.end)]:
            start = self._behind_title(one.start)
            if not text.endswith(", ", 0, start):
                continue
            phrase = _APPOSED.search(_MARKS.split(text[max(0, start - _APPOSED_LETTERS) : start - len(", ")])[-1])
            role = self._role_in(phrase.group().split()) if phrase else ""
            if role:
                yield role

    def _behind_title(self, start: int) -> int:
        """Where the title begins that stands right before a name at an offset, or the name."""
        text = self._reading.text
        last = text[max(0, start - _APPOSED_LETTERS) : start].rstrip(" .").rpartition(" ")[2]
        title = bool(last) and text[start - 1 : start] == " " and last.lower() in self._titles
        return text.rfind(last, 0, start) if title else start

    def _role_in(self, words: Sequence[str]) -> str:
        """The word for what somebody is, with what belongs to it; "" where a preposition leads it: "to the mayor"."""
        language, lowers = self._reading.language, [folded(word) for word in words]
        written = map(str.lower, words)
        role = next((at for at, one in enumerate(written) if language.is_role(one) or self._is_joined(one)), 0)
        first = next((at for at in range(role, -1, -1) if lowers[at] in self._leading), role)
        led = first > 0 and lowers[first - 1] in language.prepositions
        return words[role] if role and not led else ""

    def _is_joined(self, word: str) -> bool:
        """Whether a hyphen joins a word for what somebody is to one that tells more of it: "diretor-executivo"."""
        language = self._reading.language
        return "-" in word and language.postposed and language.is_role(word.partition("-")[0])

    def _is_deed(self, role: str) -> bool:
        """Whether words for somebody tell what they do, and call them nothing: "accused the mayor of lying"."""
        first = role.split(" ", 1)[0].lower()
        if folded(first) in self._words.perfects or folded(first) in self._words.speaking:
            return True
        return self._words.mood(first) in _TIMES and not self._reading.language.is_role(first)
