"""A sentence as tokens in clauses, an article's or a claim's, with all that a comparison asks of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, Self

_new = object.__new__
_NOBODY: frozenset[int] = frozenset()
_NO_WORDS: frozenset[str] = frozenset()


Shape = tuple[
    *tuple[str, str, str, frozenset[str], frozenset[str], bool, float | None],
    *tuple[bool, str, frozenset[str], frozenset[str], str, bool, bool],
]
"""What a word is wherever it stands, see `Token`: folded, plain, stem, keys, signs, content, value, dated, mood,
narrow, broad, case, owner, joined. A plain tuple, for it is unpacked for every word of an article."""


class Trait:
    """What a word may do to those beside it, a bit each: no sentence is looked through for what none of it may do."""

    DIRECTS: Final = 1 << 0
    HELPS: Final = 1 << 1
    OPENS: Final = 1 << 2
    PARTS: Final = 1 << 3
    GAPS: Final = 1 << 4
    DENIES: Final = 1 << 5
    CONDITIONS: Final = 1 << 6
    COUNTS: Final = 1 << 7
    DATES: Final = 1 << 8
    MULTIPLIES: Final = 1 << 9
    JOINS: Final = 1 << 10
    DIVIDES: Final = 1 << 11
    LIMITS: Final = 1 << 12
    LASTS: Final = 1 << 13
    REPEATS: Final = 1 << 14
    OWNS: Final = 1 << 15
    KIN: Final = 1 << 16
    OPPOSES: Final = 1 << 17


@dataclass(slots=True, eq=False)
class Token:
    """A word or number of a sentence.

    Attributes:
        text: as written, without an elided head or a genitive's ending.
        start: offset in the text that was read.
        folded: in lower case and one spelling, marks on letters kept.
        plain: without marks on letters.
        stem: without its ending.
        keys: what it may be matched by: its stem, the groups that say the same.
        clause: the number of its clause in the sentence.
        signs: what it does to the sentence's meaning.
        content: whether it says something that the evidence must say too.
        value: of a number.
        entities: numbers of the entities that it may name.
        unnamed: the number in the article's cast of whom it means without a name, -1 for nobody.
        before: the plain word right before it, "" at a clause's beginning.
        dated: whether it is a day or a month.
        rounded: of a number, whether a word before it says that it is rounded.
        bound: of a number, whether it is said to be more (`FLOOR`) or less (`CEILING`).
        share: in percent, of a percentage or a fraction.
        narrow: groups of words that it is a narrower one of: what a broader word of a claim may be matched by.
        broad: groups whose words it may be said for.
        after: of a number, the plain word right behind it in its clause.
        owner: whether it has a genitive's ending: "the hall's".
        joined: whether it is a pronoun that a hyphen joins to the verb before it: "vendeu-a".
        mood: what a verb's ending tells of its time.
        case: the ending that an apostrophe parts from a name, in lower case.
    """

    text: str
    start: int
    folded: str
    plain: str
    stem: str = ""
    keys: frozenset[str] = frozenset()
    clause: int = 0
    signs: frozenset[str] = frozenset()
    content: bool = False
    value: float | None = None
    entities: frozenset[int] = frozenset()
    before: str = ""
    dated: bool = False
    mood: str = ""
    rounded: bool = False
    bound: str = ""
    share: float | None = None
    narrow: frozenset[str] = frozenset()
    broad: frozenset[str] = frozenset()
    case: str = ""
    after: str = ""
    owner: bool = False
    joined: bool = False
    unnamed: int = -1

    @classmethod
    def of_shape(cls, text: str, start: int, shape: Shape) -> Self:
        """A word that is met: faster than the constructor, for every word of an article is."""
        made = _new(cls)
        made.text, made.start = text, start
        made.before = made.bound = made.after = ""
        made.clause, made.entities = 0, _NOBODY
        made.unnamed, made.rounded, made.share = -1, False, None
        (
            made.folded,
            made.plain,
            made.stem,
            made.keys,
            made.signs,
            made.content,
            made.value,
            made.dated,
            made.mood,
            made.narrow,
            made.broad,
            made.case,
            made.owner,
            made.joined,
        ) = shape
        return made

    def copy(self) -> Self:
        """The same token again, to be changed: faster than `dataclasses.replace`."""
        made = self.of_shape(self.text, self.start, _SHAPE(self))
        made.clause, made.entities, made.before, made.after = self.clause, self.entities, self.before, self.after
        made.rounded, made.bound, made.share, made.unnamed = self.rounded, self.bound, self.share, self.unnamed
        return made


_SHAPE = attrgetter(
    *("folded", "plain", "stem", "keys", "signs", "content", "value"),
    *("dated", "mood", "narrow", "broad", "case", "owner", "joined"),
)

Namer = Callable[[Sequence[Token]], Iterable[tuple[Token, frozenset[int]]]]
"""Tells of a sentence's words those that name somebody, with whom."""


def nobody(_: Sequence[Token]) -> tuple[()]:
    """A namer where no word names anybody."""
    return ()


def name(tokens: Sequence[Token], namer: Namer, clitics: frozenset[str]) -> None:
    """Tell the words of a sentence whom they name; a number in digits names nobody, and no clitic is in a name."""
    for token, named in namer(tokens):
        first = token.text[0]
        if not named or (token.value is not None and first.isdigit()):
            continue
        if token.folded in clitics and token.before and first.isupper():
            token.folded = f"{token.folded}."  # "Le quotidien Le Courrier": no article, and no pronoun.
        token.entities, token.content, token.signs = named, True, _NO_WORDS
        if first.isupper() and token.text.isalpha():
            # "Otto Neri" is no eight, "Halyna Sereda" no Wednesday, "Larysa Hatylo" nothing that was done.
            token.value, token.dated, token.mood = None, False, ""


@dataclass(slots=True)
class Clauses:
    """A sentence's tokens, and of each of its clauses the plain word that opens it and the mark before it.

    `headline` is whether it is one, with a grammar of its own, and `headed` whether it is one at all, also told as a
    sentence is; `converse` is the position of a verb that was put in
    the place of its converse; `depends` that of a word behind which stands what the rest depends on;
    `opposed` is the stem of a denied word in the place of which its contrary was put; `traits` are those (`Trait`) of
    any of the words that were read.
    """

    tokens: list[Token]
    openers: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    headline: bool = False
    headed: bool = False
    converse: int | None = None
    depends: int | None = None
    opposed: str = ""
    traits: int = 0

    def copy(self) -> "Clauses":
        """The same clauses again, before anything was changed, with tokens of their own."""
        return Clauses([token.copy() for token in self.tokens], [*self.openers], [*self.marks])


@dataclass(slots=True)
class Told:
    """A sentence of the article.

    Attributes:
        number: among the article's sentences, from 0.
        clauses: its tokens, clause by clause.
        tokens: the same, in order.
        places: for each key of its tokens the positions of those that have it, told when first asked for.
        named: positions of tokens by the entities that they name.
        quoted: for each token the entity that speaks it in a quotation, -1 where nobody known does, None outside.
        subject: the entity that a sentence without a subject of its own goes on with, None for nobody sure.
        leans: whether a word of it stands for something named before.
    """

    number: int
    clauses: Clauses
    _places: dict[str, list[int]] = field(default_factory=dict)
    _unplaced: bool = False
    named: dict[int, list[int]] = field(default_factory=dict)
    quoted: list[int | None] = field(default_factory=list)
    subject: int | None = None
    leans: bool = False
    tokens: list[Token] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.tokens = self.clauses.tokens

    def place(self) -> None:
        """Tell where the sentence has which words and names."""
        self._unplaced = True
        for at in [at for at, token in enumerate(self.tokens) if token.entities]:
            for entity in self.tokens[at].entities:
                self.named.setdefault(entity, []).append(at)

    @property
    def places(self) -> dict[str, list[int]]:
        """See the class: most sentences of an article are never asked."""
        places = self._places
        if self._unplaced:
            self._unplaced = False
            for at, token in enumerate(self.tokens):
                for key in token.keys:
                    if key in places:
                        places[key].append(at)
                    else:
                        places[key] = [at]
        return places

    @property
    def keys(self) -> frozenset[str]:
        """All that the sentence may be found by: the keys of its words, and "@3" for the entity 3 that it names."""
        return frozenset([f"@{entity}" for entity in self.named]).union(*[token.keys for token in self.tokens])


def content_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that say something."""
    return [token for token in tokens if token.content]


class NumbersByKey(dict[str | frozenset[str], list[int]]):
    """The numbers of sentences, in order, by what they may be found by, or by several keys of which they have one.

    Each is looked for when it is first asked for: few of an article's words ever are. `held` is for each sentence all
    that it may be found by.
    """

    def __init__(self, sentences: Iterable[Told]) -> None:
        super().__init__()
        self.held = [told.keys for told in sentences]

    def __missing__(self, asked: str | frozenset[str]) -> list[int]:
        if isinstance(asked, str):
            self[asked] = [number for number, keys in enumerate(self.held) if asked in keys]
        else:
            self[asked] = [number for number, keys in enumerate(self.held) if not keys.isdisjoint(asked)]
        return self[asked]
