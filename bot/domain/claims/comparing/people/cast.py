"""An article's cast: whom it names, and those whom it tells of by a noun alone, for pronouns to mean.

new        "A caretaker found a bomb. He called the police": "he" is the caretaker, and not the mayor named before
known      "The driver fled. Paul Carr saw it. The driver had drunk": the driver, told of again
of         "her nephew", "șoferul camionului": told of by what they are to others
later      "A farmer found it. She told the trust. The farmer, Joan Lee, ...": the farmer is Joan Lee from the first
beside     "The seller, a collector": one person
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.people.again import called_again
from bot.domain.claims.comparing.people.people_nouns import people_nouns_of
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import FORMER, IS, WAS, folded

# How many words may stand between an article and its noun, and in what somebody is told to be beside their name.
_ADJECTIVES, _TITLE_WORDS = 4, 6
# How many words behind a noun its "of the" and what it is of are.
_OF = 2
# What somebody without a name is in a sentence: told of, told of as somebody's, or told of only beside what it says.
_FIRST, _LAST, _BESIDE = range(3)
_TIMES = frozenset({"past", "future"})
_BEING = frozenset({IS, WAS})
# How many sentences back somebody is told of, and the letters before a name in which its noun stands.
_SENTENCES_BACK, _LETTERS = 3, 40
_WORD = re.compile(r"\w+")
_NOBODY: dict[int, int] = {}
_NO_ENTITIES, _ANYBODY = frozenset[int](), frozenset({"", "m", "f"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody whom an article tells of without a name, by where it does so first.

    Attributes:
        number: of that sentence.
        first: where what belongs to their noun begins: its article.
        at: where the noun stands.
        which: stems of what it tells of them: "lorry" of "the driver of the lorry".
    """

    number: int
    first: int
    at: int
    which: frozenset[str]


class Cast:
    """One article's people, by number: its entities, and behind them those without a name, in order.

    Attributes:
        genders: of each, "" where it is not told.
        people: of each whether it may be a person.
        nouns: the language's words, and whether they are nouns for one person.
        told: the sentences read so far.
        words_for: whom sentences mean by words, by their numbers and the words' positions.
        titles: where the words begin that tell what somebody named is.
        by_stem: who without a name was told of by nouns, by their stems; None where that is not sure.
        unnamed: those without a name, in order.
        introduced: who is named next, by the sentence and the position of the noun that tells of them first.
        subjects: who without a name sentences go on with that leave their subject out, by their numbers.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self.language = naming.reading.language
        self.words = naming.words
        self.nouns = people_nouns_of(self.language.code)
        self._capitals = self.language.nouns_capitalised
        self.named = len(naming.reading.entities)
        self.genders = [entity.gender for entity in naming.reading.entities]
        self.people = [*naming.people]
        self._entities = naming.reading.entities
        self._roles = [(role.start, role.end) for entity in self._entities for role in entity.roles]
        self.titles = {start for start, _ in self._roles}
        self.told, self.unnamed = list[Told](), list[Unnamed]()
        self.subjects, self.introduced = dict[int, int](), dict[tuple[int, int], int]()
        self.by_stem: dict[str, int | None] = {}
        self.words_for: dict[int, dict[int, int]] = {}

    def is_unnamed(self, number: int | None) -> bool:
        """Whether a number is that of somebody without a name."""
        return number is not None and number >= self.named

    def may_be_called(self, number: int, gender: str, offset: int) -> bool:
        """Whether a noun of a gender may stand for somebody named before an offset: a woman called "primarul" too."""
        entity, text = self._entities[number], self._naming.reading.text
        if entity.mentions[0].start > offset:
            return False
        if not gender or self.genders[number] in {"", gender}:
            return True
        told = (text[role.start : role.end].split()[0].lower() for role in entity.roles)
        return any(self.language.gender_of_role(word) == gender for word in told)

    def behind_name(self, number: int, letters: int) -> str:
        """What stands right behind the first mention of somebody with a name."""
        end = self._entities[number].mentions[0].end
        return self._naming.reading.text[end : end + letters]

    def told_of(self, told: Told) -> Iterable[int]:
        """Whom and what a sentence tells of, in order; whom it tells of as somebody's, last."""
        meant = self.words_for[told.number]
        places = {number: places[0] for number, places in told.named.items()}
        others = dict[int, int]()
        for at, number in meant.items():
            role = self._roles_in(told, at)
            if role == _FIRST:
                places[number] = min(at, places.get(number, at))
            elif role == _LAST:
                others.setdefault(number, at)
        return [*sorted(places, key=places.__getitem__), *(number for number in others if number not in places)]

    def asides(self, told: Told) -> list[int]:
        """Whom a sentence tells of only beside what it says: "bought it from a collector"."""
        meant = self.words_for.get(told.number)
        return [number for at, number in meant.items() if self._roles_in(told, at) == _BESIDE] if meant else []

    def mean(self, told: Told, at: int, number: int) -> None:
        """Remember whom a word of a sentence means."""
        self.words_for.setdefault(told.number, {})[at] = number
        if number >= self.named:
            told.tokens[at].unnamed = number

    def entity_of(self, told: Told, at: int, number: int) -> frozenset[int]:
        """Whom a word means that stands for somebody, where the article names them; remembered where it does not."""
        if number < self.named:
            return frozenset({number})
        self.mean(told, at, number)
        return _NO_ENTITIES

    def meant(self, number: int) -> dict[int, int]:
        """Whom the words of a sentence mean that tell of somebody without a name, by their positions."""
        return self.words_for.get(number, _NOBODY)

    # Complexity: those named come before those who are not, and of either the surest.
    def person(
        self, gender: str, recent: Sequence[Sequence[int]], own: Sequence[int], before: Sequence[Told]
    ) -> int | None:
        """The person whom a pronoun means: of its own sentence, else of the nearest before that names one who fits.

        Somebody without a name is meant where nobody with one stands before them.
        """
        genders, people, named = self.genders, self.people, self.named
        fits = {"", gender} if gender else _ANYBODY
        for numbers in (own, *recent[: -_SENTENCES_BACK - 1 : -1]):
            if fitting := [number for number in numbers if people[number] and genders[number] in fits]:
                sure = [number for number in fitting if gender and genders[number] == gender and number < named]
                if fitting[0] >= named and (genders[fitting[0]] == gender or not sure):
                    return fitting[0]
                told = [number for number in fitting if number < named and self._naming.is_surely_person(number)]
                return (sure or told or fitting)[0]
        for told_of in before[: -_SENTENCES_BACK - 1 : -1] if self.unnamed else ():
            if fitting := [number for number in self.asides(told_of) if genders[number] in fits]:
                return fitting[0]
        return None

    def doers(self, told: Told, at: int) -> set[int]:
        """Whom the first words of clauses before a place mean; where nouns have no articles, all before the verb."""
        tokens, clause = told.tokens[:at], told.tokens[at].clause
        unnamed = self.meant(told.number)
        openings = {other.clause: place for place, other in reversed([*enumerate(tokens)]) if other.content}
        doers = {unnamed[place] for place in openings.values() if place in unnamed}
        doers.update(*(tokens[place].entities for place in openings.values()))
        doers |= self._doing([token for token in tokens if token.clause == clause])
        for place, token in enumerate(tokens if self.words.free_order else ()):
            if token.clause == clause and token.mood in {"past", "future"}:
                break
            if token.clause == clause and token.before not in self.words.ties:
                doers |= token.entities  # "Міська голова Олена Бровко"
                doers |= {unnamed[place]} if place in unnamed else set()
        return doers

    def somebody(self, number: int) -> Unnamed:
        """Who has a number without a name."""
        return self.unnamed[number - self.named]

    def go_on(self, told: Told, number: int) -> None:
        """Remember who without a name a sentence goes on with, where the language leaves subjects out."""
        if self.words.omits_subjects:
            self.subjects[told.number] = number

    def join(self, told: Told, at: int, own: list[int]) -> None:
        """Add whom a noun for a person tells of to those of its sentence."""
        somebody = self.meet(told, at)
        if somebody is not None and somebody not in own:
            own.append(somebody)

    def _doing(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Who does what a clause tells that begins so: "he had", "Manager Ann Holm"."""
        for token in tokens:
            if token.entities and (token.folded in self.words.subjects or token.text[0].isupper()):
                return token.entities
            if token.content and not (token.dated or self.nouns[token.folded]):
                break
        return _NO_ENTITIES

    # Complexity: somebody may be new, known or known otherwise.
    def meet(self, told: Told, at: int) -> int | None:
        """Whom a noun for a person tells of: somebody new, or again the one told of by it; None for nobody sure."""
        token, first = told.tokens[at], self._first(told, at)
        if first is None or self._is_named_beside(told, first, at):
            return None
        article = told.tokens[first].folded if first < at else ""
        gender, which = self._gender(token, article), self._which(told, first, at)
        if self._is_several(token, article, gender):
            return None
        new, stem = article in self.nouns.new, token.stem
        if not new and stem in self.by_stem:
            again = self.by_stem[stem]
            if again is None or self._is_same(again, which):
                return None if again is None else self._tell(told, at, again)
            new = True
        if not new and stem not in self._naming.called:
            again = called_again(self, self.told, told, at, gender)
            if again is not None:
                token.entities = frozenset({again})
                return self._tell(told, at, again)
        somebody = self._introduced(told, at, first, new=new)
        if somebody is None:
            known = stem in self.by_stem or stem in self._naming.called
            somebody = self.named + len(self.unnamed)
            self.unnamed.append(Unnamed(told.number, first, at, which))
            self.genders.append(gender)
            self.people.append(True)
            self.by_stem[stem] = None if known else somebody
        return self._tell(told, at, somebody) if somebody >= 0 else None

    def _introduced(self, told: Told, at: int, first: int, *, new: bool) -> int | None:
        """Who is told of by a noun for the first time and known otherwise; None for nobody, -1 where it is not sure."""
        if not new and not self._is_told_first(told, at):
            return -1
        beside = self._beside(told, first)
        if beside is not None:
            self.by_stem.setdefault(told.tokens[at].stem, beside)
            return beside
        return self._named_later(told, at) if new or not self.language.definite else None

    def _tell(self, told: Told, at: int, number: int) -> int | None:
        """The same number, where the rest of the sentence goes on with who has it."""
        self.mean(told, at, number)
        return number if self._roles_in(told, at) == _FIRST else None

    def _roles_in(self, told: Told, at: int) -> int:
        """Whether a sentence tells of whom a word means, or of them as somebody's, or only beside what it says."""
        tokens, token = told.tokens, told.tokens[at]
        if not self.nouns[token.folded]:
            return _FIRST
        if self.is_owned(tokens, at):
            return _LAST
        for place in range(at - 1, -1, -1):
            other = tokens[place]
            if other.clause != token.clause:
                break
            before, word = [other.before, tokens[place - 2].folded if place > 1 else ""], other.folded
            if (word in self.words.ties and word not in self.nouns.led) or word in self.words.fused:
                return _BESIDE
            verb = self._capitals and other.text[0].islower()
            if (other.content or other.entities) and not (verb or other.dated or self.words.ties & {*before}):
                return _BESIDE
        return _FIRST

    def is_owned(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a noun tells what somebody is to another: "her nephew", "nepotul ei", "the husband of Ann Holm"."""
        clause, behind = tokens[at].clause, tokens[at + 1 : at + 2 + _ADJECTIVES]
        if tokens[at].folded in self.nouns.relations or tokens[at].before in self.nouns.owners:
            return True
        if behind and behind[0].folded in self.nouns.owners:
            return True
        if not behind or behind[0].folded not in self._naming.of_words:
            return False
        return any(one.clause == clause and self._is_named(one) for one in behind)

    def _is_named(self, token: Token) -> bool:
        return token.text[0].isupper() and any(self.people[entity] for entity in token.entities)

    def known(self, told: Told, at: int) -> int | None:
        """Who without a name was told of by a noun before, where that is sure."""
        again = self.by_stem[told.tokens[at].stem]
        return again if again is not None and self._is_same(again, self._which(told, at, at)) else None

    def _which(self, told: Told, first: int, at: int) -> frozenset[str]:
        """What a noun for somebody tells of which one they are: "bus", "of the lorry"."""
        tokens, clause = told.tokens, told.tokens[at].clause
        which = [one for one in tokens[first:at] if one.content]
        behind = [one for one in tokens[at + 1 : at + 2 + _OF] if one.clause == clause]
        if behind and (behind[0].folded in self._naming.of_words or self._is_genitive(behind[0])):
            which += [one for one in behind if one.content][:1]
        return frozenset(one.stem for one in which if one.value is None)

    def _is_genitive(self, token: Token) -> bool:
        """Whether a word behind a noun may tell whose it is, without a word for that: "șoferul camionului"."""
        if self.language.nouns_capitalised:
            return token.folded in self.nouns.genitives
        return self.nouns.bare and token.content and not token.mood and not token.entities

    def _is_same(self, number: int, which: frozenset[str]) -> bool:
        """Whether a noun that tells which one it means may mean somebody told of before by it: not the bus driver."""
        told = self.unnamed[number - self.named].which if number >= self.named else which
        return not which or not told or not which.isdisjoint(told)

    # Complexity: what stands before a noun is asked word for word.
    def _first(self, told: Told, at: int) -> int | None:
        """Where what belongs to a noun begins, None where it does not tell of one somebody: "she is a nurse"."""
        tokens, token, led = told.tokens, told.tokens[at], self.nouns.led
        anybody = token.folded in self.nouns.anybody
        if (
            not (token.content or anybody)
            or token.value is not None
            or (at and token.text[0].isupper() != self._capitals)
        ):
            return None
        first = at
        was = at > 0 and FORMER in tokens[at - 1].signs  # "Cet ancien boxeur".
        last = at - 2 - was if self.language.postposed else at - 2 - _ADJECTIVES
        for place in range(at - 1, max(-1, last), -1):
            other = tokens[place]
            if other.clause != token.clause:
                break
            if other.folded in led:
                first = place
                break
            if other.entities or other.folded in self.words.ties:
                break
        if first == at and not self.nouns.bare:
            return None
        ahead = tokens[first - 1] if first else None
        if ahead is not None and (ahead.signs & _BEING or ahead.folded in self.words.special["as_what"]):
            return None
        return first

    # Complexity: a name may stand on either side, in the clause or beside it.
    def _is_named_beside(self, told: Told, first: int, at: int) -> bool:
        """Whether a noun is what somebody named beside it is: "the nurse Ann Holm", "Ann Holm, the firm's head"."""
        tokens, clause, marks = told.tokens, told.tokens[at].clause, told.clauses.marks
        start = tokens[at].start
        if [1 for first_letter, end in self._roles if first_letter <= start < end]:
            return True
        ahead = tokens[first - 1] if first else None
        if ahead is not None and ahead.clause == clause - 1 and self._is_named(ahead) and marks[clause] == ",":
            return True
        for one in tokens[at + 1 : at + 2 + _TITLE_WORDS]:
            if one.clause == clause + 1 and marks[one.clause] == "," and one.text.lower() in self.language.titles:
                clause += 1  # "The vicar, | Father Noe": as one phrase.
                continue
            if one.clause != clause or self._is_named(one):
                opens = one.clause == clause + 1 and not one.before and marks[one.clause] == ","
                return self._is_named(one) and (opens or (one.clause == clause and one.before not in self.words.ties))
            if one.mood in _TIMES or one.signs & _BEING or one.folded in self.words.perfects - self._naming.leading:
                return False
        return False

    def _gender(self, token: Token, article: str) -> str:
        told = self.language.gender_of_role(token.text.lower())
        return told or self.language.articles.get(article, "m" if self.nouns.bare else "")

    def _is_several(self, token: Token, article: str, gender: str) -> bool:
        """Whether a noun tells of more than one: "les chauffeurs", "die Fahrer"."""
        word, language = token.text.lower(), self.language
        if article in self.words.plural_articles and language.articles.get(article, "-") != gender:
            return True
        return any(word.endswith(end) and language.is_role(word.removesuffix(end)) for end in language.noun_plurals)

    def _is_told_first(self, told: Told, at: int) -> bool:
        """Whether a noun told as known opens its sentence, or stands in one that names nobody."""
        tokens = told.tokens
        if not [1 for token in tokens[:at] if token.content and not token.dated and token.before != ""]:
            return True
        return not any(self.people[entity] for token in tokens for entity in token.entities)

    def _beside(self, told: Told, first: int) -> int | None:
        """Whom the noun before a comma tells of, where another begins behind that: "the seller, a collector"."""
        meant = self.meant(told.number)
        if not first or first - 1 not in meant:
            return None
        clause = told.tokens[first].clause
        apart = told.tokens[first - 1].clause == clause - 1 and told.clauses.marks[clause] == ","
        return meant[first - 1] if apart else None

    def _named_later(self, told: Told, at: int) -> int | None:
        """The only one called by a noun further on, with a name: "a farmer ... the farmer, Joan Lee"."""
        token = told.tokens[at]
        people = self._naming.called.get(token.stem, frozenset[int]())
        if len(people) != 1 or token.stem in self.by_stem or token.stem in self._naming.newcomers:
            return None
        (one,) = people
        mention = self._naming.reading.entities[one].mentions[0]
        return one if mention.start > token.start and self._is_apposed(mention.start, token.stem) else None

    def _is_apposed(self, start: int, stem: str) -> bool:
        """Whether a definite noun stands right before a name, a comma between them or none: "the farmer, Joan Lee"."""
        ahead = _WORD.findall(self._naming.reading.text, max(0, start - _LETTERS), start)
        if not ahead or self.words.stem(plain(ahead[-1].lower())) != stem:
            return False
        led = folded(ahead[-2]) if len(ahead) > 1 else ""
        return self.nouns.bare or led in self.nouns.definite
