"""Roles that two share whom "and" joins: "farmers Ann Lee and Bo Ray", "Ann Lee and Bo Ray, owners of the café".

A noun in the plural right before the first of the two or right behind the second tells of both, and so does a relative
clause with its verb in the plural.
"""

import re
from collections.abc import Sequence

from bot.domain.actors.phrases import CLAUSE_END
from bot.domain.actors.signs import signs_of
from bot.domain.language.languages import Language
from config.limits import ROLE_CHARACTERS

_REACH = 80  # Characters before the second of two in which the first and their title stand.
_BESIDE = 24  # Characters before a name in which a conjunction stands.
_SECOND_REACH = 48  # Characters of "and" and the second name of two.
_NAMED = range(1, 4)  # Words of a name of the two.
_LEAST = 3  # A title, a name, "and".
_COMPLEMENT = 4  # Words that tell whose or where between a title and the first name.
_CLITIC = 2  # The most letters of a pronoun before its verb: "se ocupan".
# Behind a name: an age ("Ann Lee, 34, a …", "Ada Gil, de 34 años, …") or a party in brackets before what it is called.
_APPOSED = re.compile(r",\s(?P<aged>(?:[^\W\d_]{1,6} ){0,3}\d{1,3}(?: [^\W\d_]{2,6}){0,3},\s)?|\s\([^()\n]{1,16}\),\s")


class Pairs:
    """Tells what pairs share in one article."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._signs = signs_of(language.code)
        self._apposed: dict[int, re.Match[str] | None] = {}

    def is_plural(self, noun: str) -> bool:
        """Whether a noun in lower case tells several people's part in life: "farmers"."""
        language = self._language
        if language.case_endings and not language.definite and language.is_role(noun):
            return False  # A genitive may end as a plural does: "слова | активистки".
        if noun.endswith(language.noun_plurals or ("\0",)) and language.is_role(language.singular(noun)):
            return True
        forms = (form.partition(":") for form in self._signs.role_plurals)
        return any(noun.endswith(end) and language.is_role(noun.removesuffix(end) + one) for end, _, one in forms)

    def before_first(self, start: int, end: int) -> str:
        """The title of two before the first of them, who stands here: "Farmers | Ann Lee and Bo Ray"."""
        joint, _, name = self._text[end + 1 : end + 1 + _SECOND_REACH].partition(" ")
        if joint not in self._language.conjunctions or not name[:1].isupper() or self._text[end : end + 1] != " ":
            return ""
        return self._title(self._words_before(start))

    def before_second(self, start: int) -> str:
        """The title of two before the first of them, where the second begins here: "die Naturschützer Ole Berg und"."""
        beside = self._text[max(0, start - _BESIDE) : start].split(" ")[-2:]
        if beside[-1] or (beside[0].isalpha() and beside[0] not in self._language.conjunctions):
            return ""
        words = self._words_before(start)
        if len(words) < _LEAST or words[-1] not in self._language.conjunctions:
            return ""
        at, noun = len(words) - 2, words[-2].lower()
        while at and words[at][:1].isupper() and not (self._language.is_role(noun) or self.is_plural(noun)):
            at -= 1
            noun = words[at].lower()
        told = self.is_plural(noun) or self._tells_two(words[at - 1].lower() if at else "", noun)
        first = at + 1 if told else self._first_name(words)
        if len(words) - 1 - first not in _NAMED:
            return ""
        return words[at] if told else self._title(words[:first])

    def _first_name(self, words: Sequence[str]) -> int:
        """The index at which the name before "and", the last of these words, begins."""
        at = len(words) - 1
        while at and words[at - 1][:1].isupper():
            at -= 1
        return at

    def _words_before(self, start: int) -> list[str]:
        """The words of a clause before a name, none where no space parts them."""
        head = CLAUSE_END.split(self._text[max(0, start - _REACH) : start])[-1]
        return head.split() if head.endswith(" ") else []

    def _title(self, words: Sequence[str]) -> str:
        """The title in the plural that these words end with, with what tells whose or where; "" where none does."""
        language = self._language
        if not words:
            return ""
        if self.is_plural(words[-1].lower()):
            return words[-1]
        if not (language.postposed or language.case_endings):
            return ""
        ends = (language.verbs, language.auxiliaries, language.conjunctions, self._signs.breaks, self._signs.finite)
        for at in range(len(words) - 1, max(-1, len(words) - 2 - _COMPLEMENT), -1):
            if self.is_plural(words[at].lower()):
                return " ".join(words[at:])
            if any(words[at].lower() in listed for listed in ends):
                break
        return ""

    def _tells_two(self, article: str, noun: str) -> bool:
        """Whether an article that is not a noun's own makes a plural of it: "die Naturschützer"."""
        if not self._language.is_role(noun):
            return False
        told, own = self._language.articles.get(article, ""), self._language.gender_of_role(noun)
        return noun.endswith(self._language.noun_plurals or ("\0",)) or bool(told and own and told != own)

    def apposed(self, end: int) -> re.Match[str] | None:
        """What opens an apposition or relative clause behind a name that ends here, None where nothing does.

        Behind the first of two, what opens the clause that tells of both: "Ann Lee | and Bo Ray, who run a shop".
        """
        if end not in self._apposed:
            self._apposed[end] = _APPOSED.match(self._text, end) or self._of_both(end)
        return self._apposed[end]

    def _of_both(self, end: int) -> re.Match[str] | None:
        comma = self._behind_second(end)
        if comma < 0:
            return None
        opening = _APPOSED.match(self._text, comma)
        clause = CLAUSE_END.split(self._text[opening.end() : opening.end() + ROLE_CHARACTERS])[0] if opening else ""
        return opening if self._tells_of_both(clause.lower().split()) else None

    def _behind_second(self, end: int) -> int:
        """Where the comma behind the second of two stands, where the first ends here; -1 where no second follows."""
        if self._text[end + 1 : end + _SECOND_REACH].partition(" ")[0] not in self._language.conjunctions:
            return -1
        comma = self._text.find(",", end, end + _SECOND_REACH)
        name = self._text[end + 1 : comma].split(" ")[1:] if comma >= 0 and self._text[end] == " " else []
        named = len(name) in _NAMED
        return comma if named and name[0][:1].isupper() and name[-1][:1].isupper() else -1

    def behind(self, start: int, end: int) -> int:
        """Where a title in the plural begins behind two, of whom this is one; -1 where none does."""
        words = self._text[max(0, start - _REACH) : start].split()
        second = len(words) > 1 and words[-1] in self._language.conjunctions and words[-2][:1].isupper()
        comma = end if second and self._text.startswith(", ", end) else self._behind_second(end)
        if comma < 0:
            return -1
        at = comma + len(", ")
        first, _, rest = CLAUSE_END.split(self._text[at : at + ROLE_CHARACTERS])[0].partition(" ")
        if first.lower() in self._language.determiners | self._language.definite:
            at, first = at + len(first) + 1, rest.partition(" ")[0]
        return at if self.is_plural(first.lower()) else -1

    def _tells_of_both(self, words: Sequence[str]) -> bool:
        """Whether a relative clause has a verb in the plural: "who run a shop", "die den Verein leiten"."""
        if len(words) <= 1 or words[0] not in self._signs.people_relatives:
            return bool(words) and words[0] in self._signs.plural_relatives
        clitic = len(words) > _CLITIC and len(words[1]) <= _CLITIC and words[1] not in self._signs.plural_verbs
        verb = words[-1] if self._language.verb_second else words[1 + clitic]
        ends = verb.endswith(self._language.plural_endings or ("\0",)) and verb not in self._signs.singular_verbs
        return ends or verb in self._signs.plural_verbs
