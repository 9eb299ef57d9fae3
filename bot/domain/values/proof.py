"""What proves a claim: the evidence that stands in the article, and how it carries what is said.

Offsets (`start`, `end`) count Unicode code points in `Article.text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.values.usage import Usage


class Proof(StrEnum):
    """How a claim stands."""

    VERBATIM = "verbatim"
    SUPPORTED = "supported"
    SECOND_LOOK = "second look"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A whole sentence of the article that carries a claim; `link` leads to its place in the source page."""

    start: int
    end: int
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a claim.

    Attributes:
        stands: whether it may be shown.
        proof: how it stands, None when it does not.
        why: why it does not stand, "" when it does.
        evidence: offsets of the whole sentences that carry it, or of the nearest one where none does; may be empty.
        vetoed: whether a rule speaks against it, so that no second look may save it. What does not stand without being
            vetoed is merely not proven.
        nearest: offsets of the few sentences that have most of what is said, for a second look; may be empty.
    """

    stands: bool
    proof: Proof | None = None
    why: str = ""
    evidence: tuple[tuple[int, int], ...] = ()
    vetoed: bool = False
    nearest: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """What the rules say of a quote.

    Attributes:
        stands: whether its words are shown.
        speaker_stands: whether the speaker that was named is the one shown; False where none was named.
        shown: the article's own words, `article.text[start:end]`; "" when it does not stand.
        why: why it, or its speaker, does not stand.
        speaker: who is shown as speaking, None for nobody.
    """

    stands: bool
    speaker_stands: bool = False
    shown: str = ""
    why: str = ""
    start: int = 0
    end: int = 0
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a second look is asked: does the evidence, whole sentences of the article, say what the claim says?"""

    claim: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a second look says of questions; those that it does not answer are left out. `usage` is what it cost."""

    carried: Mapping[Question, bool] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
