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
# What a comma parts from a name that another comma or a sentence's end follows, without another mark in it.
_APPOSED = re.compile(r"[^\W\d_][^,.;:!?()“”„«»\"]{2,70}(?=, \Z)")
_CLOSED = (",", ".")
_NOTHING: frozenset[str] = frozenset()
_TIMES = frozenset({"past", "future"})


class Callings:
    """One article's words for what people are."""

    def __init__(self, reading: Reading, words: Wording, leading: frozenset[str]) -> None:
        self._reading = reading
        self._words = words
        self._leading = leading
        language = reading.language
        self._titles = language.titles
        # Where roles stand right before names, a comma between the two is none of the reader's.
        self._before = not (language.complements_follow or language.nouns_capitalised) and bool(language.definite)
        self._commas = bool(language.definite)

    def stems(self, roles: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[str]:
        """The stems of what somebody is called, by the words told of them and the places of their name."""
        text = self._reading.text
        told = [text[role.start : role.end] for role in roles]
        titled = self._commas and all(role.lower() in self._titles for role in told)
        if titled and not (told and self._before):
            told = [*told, *self._apposed(mentions)]
        yield from self._stems(told)

    def _apposed(self, mentions: Sequence[Mention]) -> Iterator[str]:
        """What somebody is called before a comma and their name, a title or none before that.

        "Its head of sales, Ann Holm, said"; not "in a letter to the mayor, Ann Holm, a nurse, said".
        """
        text = self._reading.text
        for one in mentions[:_APPOSITIONS]:
            start = self._behind_title(one.start)
            if not text.startswith(_CLOSED, one.end) or not text.endswith(", ", 0, start):
                continue
            phrase = _APPOSED.search(text, max(0, start - _APPOSED_LETTERS), start)
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
        role = next((at for at, word in enumerate(words) if self._is_role(word.lower())), 0)
        first = next((at for at in range(role, -1, -1) if lowers[at] in self._leading), role)
        led = first > 0 and lowers[first - 1] in language.prepositions
        return words[role] if role and not led else ""

    def _is_role(self, word: str) -> bool:
        """Whether a word is for what somebody is, or a hyphen joins such a one to another: "diretor-executivo"."""
        parts = word.split("-")
        language = self._reading.language
        return language.is_role(word) or (len(parts) > 1 and language.postposed and language.is_role(parts[0]))

    def _stems(self, roles: Sequence[str]) -> Iterator[str]:
        """Stems of the words for what somebody is, and phrases that are read as one word."""
        language = self._reading.language
        for role in roles:  # "Presidente da câmara | de Alada".
            words = folded(role).split()
            yield from {"-".join(words[:end]) for end in range(2, len(words) + 1)} & self._words.phrases
        said = " ".join(role for role in roles if not self._is_deed(role))
        words = [*map(str.lower, _WORD.findall(said))]
        told = [word for word in words if language.is_role(word) or word in language.titles]
        whole = [word for word in told if LESSER not in self._words.signs.get(folded(word), _NOTHING)]
        for word in whole or told:  # "Deputy head" is no deputy of any other kind.
            yield self._words.stem(plain(word))

    def _is_deed(self, role: str) -> bool:
        """Whether words for somebody tell what they do, and call them nothing: "accused the mayor of lying"."""
        if " " not in role:
            return False
        first = role.split(" ", 1)[0].lower()
        return folded(first) in self._words.perfects | self._words.speaking or (
            self._words.mood(first) in _TIMES and not self._reading.language.is_role(first)
        )
