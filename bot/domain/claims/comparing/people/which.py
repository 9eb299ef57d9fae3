"""Which of two a noun is for by what stands behind it: "la chef du club" is not Ann Holm, "la chef du parti"."""

from collections.abc import Iterator
from typing import Protocol

from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.comparing.wording import Wording

# How many words stand from a noun to the one that tells which is meant: "conducente di un camion".
_BEHIND = 3


class Calling(Protocol):
    """What is asked of an article and its language."""

    @property
    def reading(self) -> Reading:
        """What was read of the article."""

    @property
    def words(self) -> Wording:
        """Its language's words."""

    @property
    def leading(self) -> frozenset[str]:
        """Articles and other determiners."""

    @property
    def of_words(self) -> frozenset[str]:
        """Words that join what somebody is to what they are it of."""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_of_another(naming: Calling, told: Told, at: int, number: int) -> bool:
    """Whether a noun is told to be of another thing than the article tells it of somebody of that number."""
    noun, behind = told.tokens[at], told.tokens[at + 1 : at + 1 + _BEHIND]
    cased = naming.words.free_order or naming.words.definite_endings
    if number >= len(naming.reading.entities) or not behind:
        return False
    if not (behind[0].folded in naming.of_words or (cased and behind[0].content and not behind[0].mood)):
        return False
    which = next((one for one in behind if one.content and one.clause == noun.clause), None)
    if which is None or which.entities or not which.text[0].islower():
        return False
    theirs = [stems for stems in _told(naming, noun.stem, number) if stems]
    return bool(theirs) and all(which.stem not in stems for stems in theirs)


def _told(naming: Calling, stem: str, number: int) -> Iterator[list[str]]:
    """The stems of what stands behind a noun, each time that the article calls somebody so with their name."""
    reading, small = naming.reading, naming.of_words | naming.leading
    for role in reading.entities[number].roles:
        words = reading.text[role.start : role.end].lower().replace("'", " ").replace("’", " ").split()
        stems = [naming.words.stem(plain(word)) for word in words if word not in small]
        if stem in stems:
            yield stems[stems.index(stem) + 1 :]
