"""What a sentence says somebody is before it names them: "Vorsitzende ist seit drei Jahren | Ada Lind"."""

import re
from functools import cache

from bot.domain.actors.signs import signs_of
from bot.domain.language import languages
from bot.domain.text.characters import POINTS

_CLAUSE = 96  # Characters of "Vorsitzende des Fördervereins ist seit drei Jahren".
_BETWEEN = 3  # Words of "seit drei Jahren".


def identity(text: str, start: int, code: str) -> re.Match[str] | None:
    """The first words of a sentence and those behind its verb, where that says whom they mean who is named here."""
    begin = max(0, start - _CLAUSE)
    near = text[begin:start].replace("’", "'").replace("'", " ").split(" ")[-_BETWEEN - 2 :]
    return None if _verbs(code).isdisjoint(near) else _pattern(code).search(text, begin, start)


@cache
def _verbs(code: str) -> frozenset[str]:
    """The verbs that may say it, each without what an apostrophe parts from it."""
    signs = signs_of(code)
    verbs = languages.of(code).identifying | signs.copulas | signs.name_telling
    return frozenset(verb.replace("’", "'").rpartition("'")[2] for verb in verbs)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """A sentence's first words and a verb that says who they mean, right before a name or some words before it."""
    language = languages.of(code)
    signs = signs_of(code)
    verbs, own = language.identifying | signs.copulas, language.reflexives
    ways, leans = ("|".join(map(re.escape, sorted(words))) for words in (verbs, own))
    stops = re.escape("".join(POINTS)) + "\\n,;:"
    leads = rf"(?:(?:{leans})[ '’])?" if leans else ""
    names = "|".join(map(re.escape, sorted(signs.name_telling)))
    named = rf"(?:{leans}) (?:{names})" if leans and names else "(?!)"  # "Il pompiere | si chiama"
    return re.compile(rf"(?:^|[{stops}]\s)([^{stops}]+?) (?:{leads}(?:{ways})|{named})((?: \w+){{0,{_BETWEEN}}}) $")
