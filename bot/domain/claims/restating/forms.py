"""Forms of sentences that say the same, by a language's `forms.toml`: "is exempt from paying", "need not pay".

A form is words with slots: "{a} is/are exempt from {b}". Alternatives are parted by "/", a space within one is "_", and
what may be left out stands in brackets; the slot "{c?}" may be empty. The slots "{n}" and "{m}" take a figure or one
word, "{f}" a figure alone, "{v}" what opens with no figure. Forms of a group are parted by "|" and say the same; those
behind ">" say as much as those before it, and more. A form may be of sentences parted by ";"; one behind ";;" is told
bare right behind the one before it: "asked for a bus ;; has had no answer" (`bound/`).
The forms before ">" of a group behind "~" are those of claims alone: none of them is asked for another.
A group behind "<>" tells from another side: "{a} owns {b} | {b} is of {a}".
One behind "=" is asked of a claim that seems to turn round who does what, too: "{a} is obliged to {b} | {a} must {b}".
Words behind "!" at a group's end are those near which an article may not have meant it: "! suspended probation", "*"
for those of `ended`, by which a state is over; of what seems to be no more only such groups are asked.
In a language whose verb stands second each form with the verb behind its first slot is one with words before it, too.
No slot ends with a word of `helping`: one before a passive of which an active form has the verb, or one that joins.
Words of `fused` that come to stand beside each other become one: "de el", "del el" are "del".
Behind the words of `telling` a statement is told whose words stand as in a sentence of its own: "said that it rained".
In a language with `reported` verbs, those in what somebody says, its verb is last, joined with its `particles` before.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from types import MappingProxyType

from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.restating.orders import EMPTY, SLOT, ended, opened, told
from bot.domain.language import languages
from bot.domain.text.characters import POINTS
from config import limits

_LANGUAGES = 32
# A claim is asked for its forms several times in a row.
_TEXTS = 64
_ENDS = "".join(POINTS)
_WORD = re.compile(r"[\w'’-]+")
_DIGITS = r"\d(?:[\d.,\s]*\d)?"
_NUMBERS = {"n": rf"{_DIGITS}|[^\W\d]+", "m": rf"{_DIGITS}|[^\W\d]+", "f": _DIGITS}
_INSIDE = {**_NUMBERS, "v": r"(?!\d)\S.*?"}
# What parts the sentences of a form, and what the one behind it opens with where that leans on the one before.
BOUND = ";"
_NEXT, _SIDED, _ALWAYS, _CLAIMS, _UNLESS, _ENDED = " ; ", "<>", "=", "~", "!", "*"
_PARTS = frozenset({";", ";;"})
NO_FUSED: Mapping[str, str] = MappingProxyType({})
Over = Callable[[Mapping[str, str], frozenset[str]], bool]


@dataclass(frozen=True)
class Phrasing:
    """One form of a group, as written in the language's file, with the number of its group."""

    written: str
    group: int = 0

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a whole sentence of this form matches, less what ends it."""
        parts = [_pattern_of(word) for word in self.written.split()]
        return re.compile("".join(parts), re.IGNORECASE)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Folded words of which a sentence of this form has one."""
        return self._needed[0]

    @cached_property
    def needed(self) -> list[frozenset[str]]:
        """Folded words of each of which a sentence of this form has one besides its cue."""
        return self._needed[1:]

    @cached_property
    def _needed(self) -> list[frozenset[str]]:
        """Folded words of each of which a sentence of this form has one, the longest first."""
        fixed = [word for word in self.written.split() if "{" not in word and "(" not in word]
        fixed.sort(key=lambda word: -min(len(_first(one)) for one in _alternatives(word)))
        firsts = ([_first(one) for one in _alternatives(word)] for word in fixed)
        first, *others = [frozenset(map(folded, words)) for words in firsts]
        return [first, *(words for words in others if all(map(_WORD.fullmatch, words)))]

    @cached_property
    def is_bare(self) -> bool:
        """Whether it has slots alone."""
        return not SLOT.sub("", self.written).strip()

    @cached_property
    def is_bound(self) -> bool:
        """Whether a sentence of it leans on the one before."""
        return f" {BOUND}{BOUND} " in self.written

    @cached_property
    def opens_itself(self) -> bool:
        """Whether it opens with a word of its own and has more than one slot, so that it is a whole sentence's."""
        return not SLOT.match(self.written) and len(self.slots) > 1

    @cached_property
    def slots(self) -> frozenset[str]:
        """The names of its slots."""
        return frozenset(SLOT.findall(self.written))

    def turns(self, other: "Phrasing") -> bool:
        """Whether another form has the slots in another order: "{a} owns {b}", "{b} belongs to {a}"."""
        return SLOT.findall(self.written) != SLOT.findall(other.written)

    def opened(self) -> "Phrasing | None":
        """The form with words before its verb, None where that does not stand second: "{z} lebt {a} allein"."""
        written = opened(self.written)
        return replace(self, written=written) if written else None

    @cached_property
    def is_parted(self) -> bool:
        """Whether it is clear where each of its slots ends: a word stands behind it, or one of them is one word."""
        beside = [pair for pair in pairwise(self.written.split()) if all(map(SLOT.search, pair))]
        return not any(_NUMBERS.keys().isdisjoint(SLOT.findall(" ".join(pair))) for pair in beside)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words that may stand in it."""
        return frozenset(map(folded, _WORD.findall(SLOT.sub("", self.written).replace("_", " "))))

    def filled(self, slots: Mapping[str, str], choose: Callable[[Sequence[str]], str | None]) -> tuple[str, ...]:
        """The sentences of this form, each of its words one that `choose` takes of its alternatives.

        None where it takes none of any.
        """
        chosen = [choose(one) for one in self._choices]
        if None in chosen:
            return ()
        told = SLOT.sub(lambda slot: slots[slot.group(1)], " ".join(filter(None, chosen)))
        return tuple(" ".join(one.split()) for one in told.replace(" ;;", f"{_NEXT}{BOUND}").split(_NEXT))

    @cached_property
    def _choices(self) -> list[list[str]]:
        """For each word its alternatives; a slot has none."""
        kept = (word for word in self.written.split() if not word.startswith("("))
        return [[word] if "{" in word or word in _PARTS else _alternatives(word) for word in kept]


def _pattern_of(word: str) -> str:
    slot = SLOT.search(word)
    if slot:
        ahead = re.escape(word[: slot.start()])  # "d'{b}".
        inside = _INSIDE.get(slot.group(1), r"\S.*?")
        pattern = rf"\s+{ahead}(?P<{slot.group(1)}>{inside}){re.escape(word[slot.end() :])}"
        return f"(?:{pattern})?" if slot.group().endswith(EMPTY) else pattern
    optional = word.startswith("(")
    marks = word.strip("()")
    mark = "," if marks.endswith(",") else ""
    alternatives = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in _alternatives(marks.removesuffix(",")))
    return rf"(?:\s+(?:{alternatives}){mark})" + ("?" if optional else "")


def _alternatives(word: str) -> list[str]:
    return [one.replace("_", " ") for one in word.split("/")]


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0].rstrip(",")


@lru_cache(maxsize=_TEXTS)
def _words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, each once."""
    return tuple(dict.fromkeys(map(folded, _WORD.findall(text))))


class Forms:
    """One language's forms."""

    def __init__(
        self,
        groups: Sequence["Alike"],
        telling: frozenset[str] = frozenset(),
        fused: Mapping[str, str] = NO_FUSED,
        subordinate: Sequence["Alike"] = (),
        helping: tuple[str, ...] = (),
    ) -> None:
        self.telling = telling
        self._helping = helping
        self._fused = fused
        self._apart = re.compile(rf"\b(?:{'|'.join(map(re.escape, fused))})\b") if fused else None
        self.lasting = frozenset(group.equal[0].group for group in groups if group.unless)
        self._by_cue = _by_cue(groups)
        self._behind = _by_cue(subordinate)
        self._likely = lru_cache(maxsize=_TEXTS)(self._read)

    def fuse(self, said: str) -> str:
        """A sentence of a form with its words that are written as one: "del" for "de el"."""
        return self._apart.sub(lambda words: self._fused[words.group()], said) if self._apart else said

    def may_be_of(self, text: str) -> bool:
        """Whether a text has a word by which a form is known."""
        words = _words_of(text)
        return not (self._by_cue.keys().isdisjoint(words) and self._behind.keys().isdisjoint(words))

    def is_whole(self, text: str) -> bool:
        """Whether a text has a form that opens with a word of its own, so that it tells of nobody named before it.

        "There was a strike in Galm", "it took two days to find the boat".
        """
        said = f" {text.rstrip(_ENDS)}" if len(text) <= limits.RESTATED_CHARACTERS else ""
        found = (form for word in _words_of(text) for form, _ in self._by_cue.get(word, ())) if said else ()
        return any(form.opens_itself and form.pattern.fullmatch(said) for form in found)

    @property
    def has_subordinate(self) -> bool:
        """Whether a clause behind a word of `telling` has its words in another order."""
        return bool(self._behind)

    def others(
        self,
        text: str,
        had: Callable[[], frozenset[str]] = frozenset,
        over: Over = lambda *_: False,
        *,
        turned: bool = False,
        again: int | None = None,
        behind: bool = False,
    ) -> Iterator[tuple[Phrasing, Mapping[str, str]]]:
        """The forms that say what a sentence does, with what stands in their slots.

        Those alone that are `turned` tell it from another side. What tells from another side says nothing where the
        article `had` the words of the sentence's own form. Whether the article has one of some words beside what stands
        in a slot is `over`. What comes of a form of a group is held to the others `again`, but to none from a side.
        A clause `behind` a word of `telling` has its verb last where other sentences have it second.
        """
        found = self._likely(text, behind=behind)
        bare = f" {text.rstrip(_ENDS)}" if found and len(text) <= limits.RESTATED_CHARACTERS else ""
        for form, group in found if bare else ():
            match = form.pattern.fullmatch(bare) if group.is_asked(turned=turned, again=again) else None
            slots = match.groupdict(default="") if match else {}
            if any(slot.endswith(self._helping) for slot in slots.values()):
                continue  # "Is replaced by" is no form of "replaced", nor "killed two and injured one" of "injured".
            if slots and not (group.unless and over(slots, group.unless)):
                own = had().intersection(_words_of(text))
                yield from ((other, slots) for other in group.others(form, own, turned=turned))

    def _read(self, text: str, *, behind: bool) -> list[tuple[Phrasing, "Alike"]]:
        """The forms that have the words that one of their sentences has: sooner told than whether it is of them."""
        words, by_cue = _words_of(text), self._behind if behind else self._by_cue
        lacks, found = frozenset(words).isdisjoint, dict[int, tuple[Phrasing, Alike]]()
        for said in [said for word in words if word in by_cue for said in by_cue[word]]:
            for needed in said[0].needed:
                if lacks(needed):
                    break
            else:
                found.setdefault(id(said), said)
        return [*found.values()]


@dataclass(frozen=True)
class Alike:
    """Forms that say the same, those that say as much and more, and folded words that speak against it."""

    equal: Sequence[Phrasing]
    stronger: Sequence[Phrasing]
    turned: bool
    always: bool
    unless: frozenset[str]
    one_way: bool = False

    def is_asked(self, *, turned: bool, again: int | None) -> bool:
        """Whether the group is for any claim or for one that seems `turned`, or for what comes of another group."""
        if again is not None and (self.turned or self.equal[0].group == again):
            return False
        return self.turned or self.always or not turned

    def opened(self) -> "Alike":
        """The forms with words before their verbs."""
        equal, stronger = ([one for form in side if (one := form.opened())] for side in (self.equal, self.stronger))
        parted = [form for form in equal if form.is_parted]
        others = [] if self.one_way else [form for form in equal if not form.is_parted]
        return replace(self, equal=equal if self.one_way else parted, stronger=[*others, *stronger])

    def ended(self, particles: frozenset[str], reported: Mapping[str, str]) -> "Alike":
        """The forms with their verbs last or as in what somebody says, which say what the others do."""
        last = [(form, ended(form.written, particles, reported)) for form in self.equal]
        second = [(form, told(form.written, reported)) for form in self.equal]
        front = [(form, told(opened(form.written), reported)) for form in self.equal if opened(form.written)]
        forms = [replace(form, written=written) for form, written in (*last, *second, *front) if written]
        return replace(self, equal=forms, stronger=[*(() if self.one_way else self.equal), *self.stronger])

    def others(self, form: Phrasing, had: frozenset[str], *, turned: bool) -> Iterator[Phrasing]:
        """The other forms for one, all of its slots in them; of a group that tells from another side see `Forms`."""
        for other in (*(() if self.one_way else self.equal), *self.stronger):
            if other is form or other.slots != form.slots:
                continue
            if not self.turned or ((not turned or form.turns(other)) and had.isdisjoint(form.words - other.words)):
                yield other


@lru_cache(maxsize=_LANGUAGES)
def forms_of(code: str) -> Forms:
    """A language's forms; none for a language without a file."""
    path = languages.DATA / code / "forms.toml"
    if not code or not path.is_file():
        return Forms([])
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    telling = frozenset(map(folded, table.get("telling", "").split()))
    ended = frozenset(map(folded, table.get("ended", "").split()))
    groups = [_group(written, ended, number) for number, written in enumerate(table["forms"])]
    fronted = [one for group in groups if (one := group.opened()).equal] if languages.of(code).verb_second else []
    particles, reported = frozenset(table.get("particles", "").split()), table.get("reported", {})
    last = [one for group in groups if (one := group.ended(particles, reported)).equal] if reported else []
    fused = {apart: one for one, parts in table.get("fused", {}).items() for apart in parts.split(", ")}
    helping = tuple(f" {word}" for word in table.get("helping", "").split())
    return Forms([*groups, *fronted], telling, fused, last, helping)


def _by_cue(groups: Sequence[Alike]) -> dict[str, list[tuple[Phrasing, Alike]]]:
    found: dict[str, list[tuple[Phrasing, Alike]]] = {}
    for group in groups:
        for form in group.equal:
            for cue in form.cues:
                found.setdefault(cue, []).append((form, group))
    return found


def _group(written: str, ended: frozenset[str], number: int) -> Alike:
    one_way, written = written.startswith(_CLAIMS), written.removeprefix(_CLAIMS)
    forms, _, unless = written.removeprefix(_SIDED).removeprefix(_ALWAYS).partition(_UNLESS)
    equal, _, stronger = forms.partition(">")
    first, second = (
        [Phrasing(form.strip(), number) for form in side.split("|") if form.strip()] for side in (equal, stronger)
    )
    words = frozenset(map(folded, unless.split()))
    own = frozenset[str]().union(*(form.words for form in (*first, *second)))
    words = words - {_ENDED} | (ended - own if _ENDED in words else frozenset())
    turned, always = written.startswith(_SIDED), written.startswith(_ALWAYS)
    return Alike(first, second, turned=turned, always=always, unless=words, one_way=one_way)
