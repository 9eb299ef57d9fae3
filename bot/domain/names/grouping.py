"""Gathers candidates by the entity they name.

Full names come first; surnames, first names and acronyms then join what they shorten.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.words import TextWords
from bot.domain.text.fold import DASHES
from bot.domain.text.margins import headings_in
from bot.domain.values.actor import ORGANISATION, OTHER, PERSON, Kind

_NAMESAKES = 4
_SHORT_NAME = 3
_FULL_NAME = 2


class Mention(NamedTuple):
    """Where the text names an entity, or tells its role: offsets in the article's text."""

    start: int
    end: int


@dataclass(slots=True)
class Candidate:
    """A run of capitals that may be a name: its words, its place, and what stood beside it.

    `by_title` is whether a title or a role told the gender, and no given name.
    """

    words: tuple[str, ...]
    start: int
    end: int
    kind: Kind
    gender: str = ""
    by_title: bool = False
    titled: bool = False
    role: Mention | None = None
    firm: bool = True
    called: tuple[str, ...] = ()


@dataclass(slots=True)
class Group:
    """Candidates that name the same entity."""

    words: tuple[str, ...]
    kind: Kind
    members: list[Candidate] = field(default_factory=list)


def outside_headings(candidates: list[Candidate], text: str, language: Language) -> list[Candidate]:
    """The candidates without those that only a heading in title case has, whose capitals tell no names.

    What the story names, a heading names too, and in full where the story has the surname alone.
    """
    # A dash opens a line that names who said what stands before it.
    headings = [span for span in headings_in(text, language) if text[span[0]] not in DASHES]
    if not headings:
        return candidates
    starts = [start for start, _ in headings]

    def is_inside(candidate: Candidate) -> bool:
        at = bisect_right(starts, candidate.start) - 1
        return at >= 0 and candidate.start < headings[at][1]

    outside = {candidate.words for candidate in candidates if not is_inside(candidate)}
    lasts = {words[-1] for words in outside}
    told = (one if not is_inside(one) else _as_told(one, outside, lasts) for one in candidates)
    return [candidate for candidate in told if candidate is not None]


def _as_told(heading: Candidate, outside: AbstractSet[tuple[str, ...]], lasts: AbstractSet[str]) -> Candidate | None:
    """What a heading names, by the names that stand outside headings and by their last words; None for nobody known."""
    words = heading.words
    if words in outside or (len(words) == 1 and words[0] in lasts):
        return heading
    if words[0] not in languages.given_names() or words[1:_FULL_NAME] not in outside:
        return None
    end = heading.start + len(" ".join(words[:_FULL_NAME]))  # "Ann Lee | Steps Down"
    return replace(heading, words=words[:_FULL_NAME], end=end, kind=PERSON)


def grouped(candidates: list[Candidate], language: Language) -> list[Group]:
    """Candidates gathered by the entity they name: full names first, then what shortens them."""
    groups: list[Group] = []
    by_words: dict[tuple[str, ...], Group] = {}
    by_surname: dict[str, list[Group]] = defaultdict(list)
    by_given: dict[str, list[Group]] = defaultdict(list)
    shorts: list[Candidate] = []
    long_surnames = _long_surnames(candidates, language)
    for candidate in candidates:
        if len(candidate.words) == 1 or _is_surname(candidate.words, language, long_surnames):
            shorts.append(candidate)
            continue
        group = by_words.get(candidate.words) or _same_person(candidate, by_surname)
        if group is None:
            group = Group(candidate.words, candidate.kind)
            groups.append(group)
            if candidate.kind in {PERSON, OTHER}:
                by_surname[_surname(candidate.words, language)].append(group)
                by_given[candidate.words[0]].append(group)
        by_words[candidate.words] = group
        if candidate.called:
            by_words.setdefault(candidate.called, group)
        _join(group, candidate)
    acronyms = _acronyms(groups)
    index = _Names(groups, by_words, by_surname, by_given, acronyms, language.code)
    for candidate in shorts:
        index.place(candidate)
    _absorb(groups, by_words, language)
    _join_given_names(groups)
    if language.patronymic_endings:
        _join_patronymics(groups, by_given, language)
    return [group for group in groups if _is_kept(group)]


@dataclass(slots=True)
class _Names:
    """Where a single word finds the entity it shortens."""

    groups: list[Group]
    by_words: dict[tuple[str, ...], Group]
    by_surname: dict[str, list[Group]]
    by_given: dict[str, list[Group]]
    acronyms: dict[str, Group]
    code: str

    def place(self, candidate: Candidate) -> None:
        """Join the candidate to the group it names, or found a new one."""
        word = candidate.words[-1]
        namesakes = self._namesakes(candidate)
        if self._is_stranger(candidate, namesakes):
            self._found_namesake(candidate)
            return
        group = _nearest(namesakes, candidate) if namesakes else self.acronyms.get(word)
        if group is None:
            group = self.by_words.get(candidate.words)
        if group is None and candidate.kind is ORGANISATION:
            group = self._body_before(candidate)
        given = self.by_given.get(word, ())
        if group is None and len(given) == 1 and given[0].kind is PERSON:
            group = given[0]
        if group is None:
            group = Group(candidate.words, candidate.kind)
            self.groups.append(group)
            self.by_words[candidate.words] = group
            self.by_words.setdefault(candidate.words[-1:], group)  # "De Linde" is "Linde" where a sentence begins.
        _join(group, candidate)

    def _is_stranger(self, candidate: Candidate, namesakes: Iterable[Group]) -> bool:
        """Whether a title tells another gender than all who have a surname: "Minister Lindau", whose wife is named.

        A woman may hold an office that is called as a man's is, where no ending tells them apart. Of who has a title in
        full, too, a first name alone is no sure sign: "Major Valeri Lind", "der Pilot Lind".
        """
        told = candidate.gender == "f" or bool(languages.of(self.code).female_endings) or candidate.role is None
        if not (told and candidate.titled and candidate.gender):
            return False
        genders = {"" if _is_titled(group) else gender_of(group) for group in namesakes}
        return bool(genders) and genders.isdisjoint({"", candidate.gender})

    def _found_namesake(self, candidate: Candidate) -> None:
        """Found the group of somebody who is called by a surname alone, before those who have it in full."""
        group = Group(candidate.words, candidate.kind)
        self.groups.append(group)
        self.by_surname[candidate.words[-1]].insert(0, group)
        _join(group, candidate)

    def _namesakes(self, candidate: Candidate) -> list[Group]:
        """The people who have this surname."""
        word = candidate.words[-1]
        namesakes = self.by_surname.get(word, [])
        if len(candidate.words) > 1:
            return [group for group in namesakes if _ends_so(group.words, candidate.words)]
        if namesakes and gazetteer.is_sure_place(word, self.code):
            namesakes = [group for group in namesakes if not self._is_place(group)]
        return namesakes

    def _body_before(self, candidate: Candidate) -> Group | None:
        """The one body named before whose name a word for what it is ends or, where adjectives follow, begins."""
        word, language = candidate.words[0], languages.of(self.code)
        if word.isupper() or not language.is_body(word.lower()):
            return None
        of_words = abroad().of_words
        found = [
            group
            for group in self.groups
            if len(group.words) > 1
            and group.words[0 if language.postposed or not of_words.isdisjoint(group.words) else -1] == word
        ]
        earlier = len(found) == 1 and found[0].members and found[0].members[0].start < candidate.start
        return found[0] if earlier and found[0].kind is ORGANISATION else None

    def _is_place(self, group: Group) -> bool:
        """Whether a name is a place's of its own, whatever place its last word is: "Western Australia"."""
        return gazetteer.is_sure_place(" ".join(group.words), self.code)


def _is_titled(group: Group) -> bool:
    return any(member.titled for member in group.members)


def _nearest(namesakes: list[Group], candidate: Candidate) -> Group:
    """Of people with one surname the one whose gender fits and who was named last before this place, or first after."""
    fitting = namesakes[:_NAMESAKES]
    if candidate.gender:
        fitting = [group for group in fitting if gender_of(group) in {"", candidate.gender}] or fitting
    if len(fitting) == 1 or len(fitting[0].words) == 1:
        return fitting[0]

    def distance(group: Group) -> tuple[bool, int]:
        starts = [member.start for member in group.members if len(member.words) > 1][:64]
        index = bisect_left(starts, candidate.start)
        return (False, candidate.start - starts[index - 1]) if index else (True, starts[0])

    return min(fitting, key=distance)


def _join(group: Group, candidate: Candidate) -> None:
    group.members.append(candidate)
    if group.kind is OTHER or (candidate.titled and group.kind is not ORGANISATION):
        group.kind = candidate.kind if candidate.kind is not OTHER else group.kind
    if len(candidate.words) > len(group.words):
        group.words = candidate.words


def _is_surname(words: tuple[str, ...], language: Language, long_surnames: frozenset[tuple[str, ...]]) -> bool:
    """Whether several words are a surname with its particles, the first with a capital where it stands alone."""
    first = words[0]
    led = first[0].isupper() and first.lower() in language.particles
    if led and (first.lower(), *words[1:]) in long_surnames:
        return True
    return led and (bool(language.belonging) or not (language.postposed or first in languages.given_names()))


def _long_surnames(candidates: Iterable[Candidate], language: Language) -> frozenset[tuple[str, ...]]:
    """What stands behind people's first names where a particle leads it: "lo Monaco" of "Salvatore Lo Monaco"."""
    fulls = (
        one.words for one in candidates if len(one.words) >= _SHORT_NAME and one.words[0] in languages.given_names()
    )
    return frozenset((words[1].lower(), *words[2:]) for words in fulls if words[1].lower() in language.particles)


def _ends_so(words: tuple[str, ...], surname: tuple[str, ...]) -> bool:
    """Whether a full name has this surname: "Stijn van den Akker", "Van den Akker"."""
    ends = words[-len(surname) :]
    return len(words) > len(surname) and [word.lower() for word in ends] == [word.lower() for word in surname]


def _surname(words: tuple[str, ...], language: Language) -> str:
    last = words[-1]
    return words[-2] if len(words) >= _SHORT_NAME and last.lower().rstrip(".") in language.name_suffixes else last


def _same_person(candidate: Candidate, by_surname: dict[str, list[Group]]) -> Group | None:
    """The group of the same surname whose given name is the same, an initial of it, or opens alike."""
    if candidate.kind is ORGANISATION:
        return None
    for group in by_surname.get(candidate.words[-1], ())[:_NAMESAKES]:
        mine, theirs = candidate.words[0], group.words[0]
        if mine == theirs or (mine[0] == theirs[0] and 1 in {len(mine), len(theirs)}):
            return group
    return None


def _acronyms(groups: list[Group]) -> dict[str, Group]:
    """Capitals of the longer names, small words left out: "World Health Organization" is WHO."""
    found: dict[str, Group] = {}
    for group in groups:
        if group.kind is PERSON:
            continue
        letters = "".join(w[0] for w in group.words if w[0].isupper())
        if len(letters) > 1:
            found.setdefault(letters, group)
    return found


def _absorb(groups: list[Group], by_words: dict[tuple[str, ...], Group], language: Language) -> None:
    """Join an organisation's short form ("Platte River") to its long one ("Platte River Networks")."""
    for group in groups:
        words = group.words
        if group.kind is not ORGANISATION:
            continue
        short = next((by_words[words[at + 1 :]] for at in _joints(words) if words[at + 1 :] in by_words), None)
        if short is not None and short.kind is ORGANISATION:  # "Somerset Police" is "Avon and Somerset Police".
            _take_in(group, short)
        short = by_words.get(words[:-1]) if _ends_generic(words, language) else None
        if short is not None and short.kind is not PERSON:
            _take_in(group, short)


def _take_in(group: Group, short: Group) -> None:
    """Let a group have the members of its short form."""
    if short is group:
        return
    for member in short.members:
        _join(group, member)
    short.members = []


def _join_patronymics(groups: list[Group], by_given: dict[str, list[Group]], language: Language) -> None:
    """Join a first name and a patronymic to the only person of that first name who is named in full before them.

    "Галина Сомова ... Галина Петровна". A name in "-ич" may be another's surname, which stands alone or behind a title.
    """
    for group in groups:
        if len(group.words) == _FULL_NAME and group.words[1].endswith(language.patronymic_endings):
            namesakes = [one for one in by_given.get(group.words[0], ()) if one is not group and one.members]
            namesakes = [one for one in namesakes if one.words[: len(group.words)] == group.words] or namesakes
            if len(namesakes) == 1 and _may_be_fathered(group, namesakes[0]):
                _take_in(namesakes[0], group)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _join_given_names(groups: list[Group]) -> None:
    """Join two first names to the only person who has them before a surname: "Ana Maria Vale ... Ana Maria"."""
    given = languages.given_names()
    people = [one for one in groups if one.kind is PERSON and len(one.words) > _FULL_NAME and one.members]
    for group in groups if people else ():
        if len(group.words) != _FULL_NAME or not all(word in given for word in group.words) or not group.members:
            continue
        fuller = [one for one in people if one.words[:_FULL_NAME] == group.words and one.words[_FULL_NAME].istitle()]
        if len(fuller) == 1 and fuller[0].members[0].start < group.members[0].start:
            _take_in(fuller[0], group)


def _may_be_fathered(group: Group, named: Group) -> bool:
    """Whether a group's name has no surname, and is of somebody who has one and is named before."""
    alone = any(len(one.words) == 1 or one.titled for one in group.members)
    full = named.kind is PERSON and (len(named.words) == _FULL_NAME or named.words[:_FULL_NAME] == group.words)
    return full and not alone and bool(group.members) and named.members[0].start < group.members[0].start


def _ends_generic(words: tuple[str, ...], language: Language) -> bool:
    """Whether a body's name ends in a word that may be left out: "Platte River | Networks", "Lakes | Ltd"."""
    last = words[-1].lower()
    suffix = last in language.organisation_suffixes
    return len(words) > 1 and (suffix or (last in language.organisation_words and len(words) >= _SHORT_NAME))


def _joints(words: tuple[str, ...]) -> list[int]:
    return [at for at, word in enumerate(words) if word in abroad().joins and len(words) - at > _SHORT_NAME - 1]


def _is_kept(group: Group) -> bool:
    return any(member.firm for member in group.members) or len(group.members) > 1


def gender_of(group: Group) -> str:
    """The gender that most of its candidates tell, "m" or "f"; "" when none does.

    A surname alone tells none, though it is a given name besides: of Nozeik Clinton "Clinton" does not.
    """
    told = [member for member in group.members if member.gender]
    surnames = {one.words[-1] for one in group.members if len(one.words) > 1} if told and group.members[1:] else None
    if surnames:
        told = [one for one in told if one.by_title or len(one.words) > 1 or one.words[0] not in surnames]
    genders = [member.gender for member in told]
    return max(dict.fromkeys(genders), key=genders.count) if genders[1:] else "".join(genders)


def roles_gender(roles: Iterable[Mention], words: TextWords) -> str:
    """What the nouns of roles tell of a gender, or the article before one that calls women too: "la ministre"."""
    for role in roles:
        for word in words.text[role.start : role.end].lower().split():
            gender = words.language.gender_of_role(word.strip(".,"))
            if gender:
                return gender
        article = words.text[max(0, role.start - _ARTICLE) : role.start].lower().split()[-1:]
        if words.language.postposed and article and words.language.articles.get(article[0]) == "f":
            return "f"
    return ""


_ARTICLE = 4  # Characters of "una ".
