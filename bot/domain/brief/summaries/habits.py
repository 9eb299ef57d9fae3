"""Languages' data on what sentences of a summary need others, belong to the page or paint a scene.

It is `languages/<code>/summary.toml`, all of it optional:

    openers = "but he at-the-same-time"   # beginnings that lean on the sentence before; "-" joins the words of one
    prefixes = ["这"]                      # the same where words are not parted by spaces
    pronouns = "he she"                   # need their bearer before them in the sentence
    pointing = "cela"                     # pronouns that within a sentence mean what was told before it
    summing = "that-is"                   # phrases that sum up what stands before their colon
    said_so = "with-these-words"          # beginnings that point at what the sentence before quotes
    clock = "it-is"                       # beginnings behind which the hour is told
    first_person = "i we"                 # the writer's own voice
    debris = ["sign up"]                  # phrases of what is no part of the story
    sides = ["(left)"]                    # phrases of captions, which tell who stands where in a picture
    signatures = ["reporting by"]         # phrases of the paragraphs that tell who wrote
    turns = "but although yet-to"         # words that set one thing against another
    outlook = "will next-week"            # words for what follows, or is still open
    scenes = "every mornings"             # words that open what happens time and again, as anecdotes begin
    recurrent = "twice-a"                 # phrases that open what happens so and so often, or used to
    general = "nobody"                    # words that open what holds for all or none, as scenes do
    moments = "when"                      # join a clause for when something else happened, as scenes open
    habitual = "le-dimanche"              # a day with its article, which is every such day
    lasting = "years months"              # nouns for how long somebody has done something, as scenes open
    imperfect = "aba ía"                  # endings of verbs that tell what went on, or happened time and again
    points = "after ago old"              # make of such a noun a point in time or an age
    recent = "yesterday last-week"        # tell when news happened, beside days and dates
    besides = "after while"               # words before what a clause is told beside; headlines end before them
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.text.margins import summary_table
from bot.domain.text.within import Pieces, pieces

_LANGUAGES = 32
_FEW = 20  # Words that are sought in a text sooner than its own are told apart.


@dataclass(frozen=True, slots=True)
class Habits:
    """One language's data; see the module."""

    openers: frozenset[tuple[str, ...]]
    prefixes: tuple[str, ...]
    pronouns: frozenset[str]
    pointing: frozenset[str]
    summing: frozenset[tuple[str, ...]]
    said_so: frozenset[tuple[str, ...]]
    clock: frozenset[tuple[str, ...]]
    first_person: frozenset[str]
    debris: Mapping[str, Sequence[tuple[str, bytes]]]  # By the longest word of each, in UTF-8 as well.
    debris_words: Pieces
    scenes: frozenset[str]
    recurrent: frozenset[tuple[str, ...]]
    general: frozenset[str]
    moments: frozenset[str]
    habitual: frozenset[tuple[str, ...]]
    lasting: frozenset[str]
    points: frozenset[str]
    imperfect: tuple[str, ...]
    recent: frozenset[tuple[str, ...]]
    turns: frozenset[tuple[str, ...]]
    outlook: frozenset[tuple[str, ...]]

    def debris_in(self, text: str) -> list[str]:
        """The phrases of what is no part of a story that stand in a text in lower case."""
        near = self.debris_words.within(frozenset(text.split())) if len(self.debris) > _FEW else self.debris
        in_bytes = text.encode(errors="surrogatepass")  # Searched several times faster.
        return [phrase for word in near for phrase, spelt in self.debris[word] if spelt in in_bytes]


@lru_cache(maxsize=_LANGUAGES)
def habits_of(code: str) -> Habits:
    """The habits of a language, none where it has no such data."""
    table = summary_table(code)
    debris: dict[str, list[tuple[str, bytes]]] = {}
    for phrase in table.get("debris", ()):
        debris.setdefault(max(phrase.split(), key=len), []).append((phrase, phrase.encode()))
    return Habits(
        openers=frozenset(tuple(opener.split("-")) for opener in table.get("openers", "").split()),
        prefixes=tuple(table.get("prefixes", ())),
        pronouns=frozenset(table.get("pronouns", "").split()),
        pointing=frozenset(table.get("pointing", "").split()),
        summing=frozenset(tuple(phrase.split("-")) for phrase in table.get("summing", "").split()),
        said_so=frozenset(tuple(phrase.split("-")) for phrase in table.get("said_so", "").split()),
        clock=frozenset(tuple(phrase.split("-")) for phrase in table.get("clock", "").split()),
        first_person=frozenset(table.get("first_person", "").split()),
        scenes=frozenset(table.get("scenes", "").split()),
        recurrent=frozenset(tuple(cue.split("-")) for cue in table.get("recurrent", "").split()),
        general=frozenset(table.get("general", "").split()),
        moments=frozenset(table.get("moments", "").split()),
        habitual=frozenset(tuple(day.split("-")) for day in table.get("habitual", "").split()),
        lasting=frozenset(table.get("lasting", "").split()),
        imperfect=tuple(table.get("imperfect", "").split()),
        points=frozenset(table.get("points", "").split()),
        recent=frozenset(tuple(cue.split("-")) for cue in table.get("recent", "").split()),
        turns=frozenset(tuple(turn.split("-")) for turn in table.get("turns", "").split()),
        outlook=frozenset(tuple(cue.split("-")) for cue in table.get("outlook", "").split()),
        debris=debris,
        debris_words=pieces(debris),
    )
