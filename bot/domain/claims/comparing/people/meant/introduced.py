"""Who is told of first without a name and then named, with nothing that tells who that is: they are one.

said      "A baker denied it in court. “I never saw the van,” Paul Reed, 44, told the jury": the baker is Paul Reed
charged   "... said the defendant, Paul Reed"
opens     "A court jailed a baker. Paul Reed had admitted it"

Not where two are told of without a name, somebody was named before, a quotation tells of another ("I saw him"), or
words beside the name tell who its bearer is: "the witness Paul Reed", "Paul Reed, who lives there".
"""

import re
from collections.abc import Sequence

from bot.domain.claims.comparing.naming import Naming, lexicon_of
from bot.domain.claims.comparing.people.cast import Cast, Unnamed
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NEUTRAL, folded

# An age right behind a name, and one that belongs to what stands right before one.
_AGED = re.compile(r",? \(?(?:\w{2,5} )*(\d{2})(?!\d)(?: \w{2,5}){0,3}\)?")
_AGE = re.compile(r"(?<!\d)(\d{2})(?:[- ]|$)")
_YOUNGEST, _OLDEST = 14, 99
_OTHER = {"m": "f", "f": "m"}
_CLITICS = frozenset({"m", "f"})
# How many letters beside a name its age is told in, words before it what somebody is, and sentences back they stand.
_LETTERS, _AHEAD, _BACK = 40, 3, 2


class Introduced:
    """One article's people who are named in the sentence behind the one that tells of them first."""

    def __init__(self, naming: Naming, cast: Cast) -> None:
        self._naming, self._cast, self._words = naming, cast, naming.words
        self._pronouns = lexicon_of(naming.reading.language.code).pronouns
        self._relatives = frozenset(map(folded, naming.reading.language.relatives))
        self._charged = self._words.special["charged"]
        self._named = False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def read(self, told: Told) -> tuple[str, int] | None:
        """The noun's stem and whom it means, where a sentence names who the one before tells of; None for nobody."""
        people = [one for one in told.named if self._naming.is_surely_person(one)]
        first, self._named = not self._named, self._named or bool(people)
        before = self._cast.told[:-1]
        if not people or not first:
            return None
        (one, *others), told_of = people, self._told_of(before)
        place = self._place(told, one)
        if told_of is None or others or place is None:
            return None
        charged = any(token.folded in self._charged for token in told.tokens[max(0, place - _AHEAD) : place])
        somebody = self._somebody(told_of, charged=charged)
        if somebody is None or not self._is_bare(told, one, place, told_of.tokens[somebody.at]):
            return None
        if not self._may_be(told_of, somebody, one) or not self._speaks(told, one, place, charged=charged):
            return None
        self._cast.introduced[told_of.number, somebody.at] = one
        return told_of.tokens[somebody.at].stem, one

    def _told_of(self, before: Sequence[Told]) -> Told | None:
        """The last sentence but one at most, of an article's first, that tells of somebody without a name."""
        told = [one for one in before if not one.quoted or None in one.quoted][-_BACK:]
        told = [one for one in told if one.number < _BACK]
        numbers = {one.number for one in self._cast.unnamed}
        return next((one for one in reversed(told) if one.number in numbers), None)

    def _place(self, told: Told, one: int) -> int | None:
        """Where the first word of a name stands that is told of there for the first time."""
        start = self._naming.reading.entities[one].mentions[0].start
        return next((at for at, token in enumerate(told.tokens) if token.start == start), None)

    def _somebody(self, told: Told, *, charged: bool) -> Unnamed | None:
        """The one person without a name of whom a sentence tells; None for nobody or several.

        Who is `charged` is nobody's boss and none told of as known before.
        """
        free = [one for one in self._cast.unnamed if one.number == told.number]
        free = [one for one in free if not self._cast.is_owned(told.tokens, one.at)]
        if charged and len(free) > 1:
            new = self._cast.nouns.new
            free = [one for one in free if one.first == 0 or told.tokens[one.first].folded in new]
        somebody = free[0] if len(free) == 1 else None
        before = told.tokens[max(0, somebody.first - 1) : somebody.first] if somebody is not None else ()
        tied = [token for token in before if token.folded in self._words.ties - self._words.objects]
        return None if tied else somebody  # "Revised by an expert".

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_bare(self, told: Told, one: int, place: int, noun: Token) -> bool:
        """Whether nothing beside a name tells who its bearer is, but that they are charged, or the same noun again."""
        entity = self._naming.reading.entities[one]
        mention, text = entity.mentions[0], self._naming.reading.text
        roles = [text[role.start : role.end].lower() for role in entity.roles]
        if any(not self._charged & {*role.split()} and noun.text.lower() not in role for role in roles):
            return False
        ahead = [token for at, token in enumerate(told.tokens[:place]) if told.quoted[at : at + 1] in ([], [None])]
        if any(self._describes(token) and token.stem != noun.stem for token in ahead):
            return False  # "Said the head of the team, Nuala Keane".
        aged = _AGED.match(text, mention.end)
        end = aged.end() if aged is not None and _YOUNGEST <= int(aged.group(1)) <= _OLDEST else mention.end
        behind = next((token for token in told.tokens if token.start >= end), None)
        if behind is None:
            return True
        special = self._words.special
        tied = behind.folded in special["whose"] | special["chaining"] | special["belonging_behind"]
        if tied or text[end : end + 2] == " (":
            return False  # "Said Paul Reed of the charity Paws".
        aside = text[end : end + 1] == ","
        return not aside or (behind.folded not in self._cast.nouns.led and behind.folded not in self._relatives)

    def _describes(self, token: Token) -> bool:
        """Whether a word before a name may tell who its bearer is: no verb of saying, no day and no age."""
        told = token.dated or token.value is not None or token.signs or token.folded in self._charged
        return token.content and not told and not token.before.isdigit()

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _may_be(self, told: Told, somebody: Unnamed, one: int) -> bool:
        """Whether somebody without a name may have one by their gender and age."""
        number = next(at for at, other in enumerate(self._cast.unnamed) if other is somebody) + self._cast.named
        if self._cast.genders[one] == _OTHER.get(self._cast.genders[number]):
            return False
        text, mention = self._naming.reading.text, self._naming.reading.entities[one].mentions[0]
        start, end = told.tokens[max(0, somebody.first - _AHEAD)].start, told.tokens[somebody.at].start
        ages = [*_AGE.findall(text[start : end + _LETTERS])]
        aged, before = (
            _AGED.match(text, mention.end),
            _AGE.findall(text[max(0, mention.start - _LETTERS // 2) : mention.start]),
        )
        told_age = [aged.group(1)] if aged is not None else before
        return not ages or not told_age or bool({*ages} & {*told_age})

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _speaks(self, told: Told, one: int, place: int, *, charged: bool) -> bool:
        """Whether a sentence quotes somebody as one who speaks of themselves, or opens with their name."""
        tokens, special = told.tokens, self._words.special
        if told.quoted.count(None) == len(told.quoted):
            return not place and not any(NEUTRAL in token.signs for token in tokens)
        said = [token for token, speaker in zip(tokens, told.quoted, strict=True) if speaker == one]
        ends = tuple(special["first_singular_ends"]) or ("\0",)
        own = [token for token in said if token.folded in special["first_singular"] or token.folded.endswith(ends)]
        return bool(own) and (charged or not any(map(self._means_another, said)))

    def _means_another(self, token: Token) -> bool:
        """Whether a pronoun stands for one man or woman."""
        words = self._words
        gender = words.genders.get(token.folded, "") or words.objective.get(token.folded, "")
        if token.folded in words.special["elided_objects"]:
            return True
        return gender in _CLITICS or self._pronouns.get(token.folded, "") in _CLITICS
