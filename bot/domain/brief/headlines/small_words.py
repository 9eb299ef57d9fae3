"""The small words of a language, as the clauses of headlines ask for them."""

from dataclasses import dataclass
from functools import lru_cache

from bot.domain.actors.signs import signs_of
from bot.domain.language import languages
from bot.domain.text.margins import summary_table

_LANGUAGES = 32


@dataclass(frozen=True, slots=True)
class SmallWords:
    """One language's small words, as clauses ask for them.

    Attributes:
        helping: verbs that stand with another.
        besides: words before what a clause is told beside.
        opening: words at the head of what is no clause by itself.
        adding: prepositions of phrases that may go.
        days: the days of the week.
    """

    helping: frozenset[str]
    besides: frozenset[str]
    opening: frozenset[str]
    adding: frozenset[str]
    days: tuple[str, ...]


@lru_cache(maxsize=_LANGUAGES)
def small_words(code: str) -> SmallWords:
    """The small words of a language."""
    language, signs = languages.of(code), signs_of(code)
    besides = frozenset(summary_table(code).get("besides", "").split())
    opening = language.prepositions | language.relatives | language.conjunctions | language.that | besides
    return SmallWords(
        helping=language.auxiliaries | language.perfect | language.passive_auxiliaries | signs.empty,
        besides=besides,
        opening=opening - language.determiners - language.definite,
        adding=language.prepositions - language.of_words - signs.turning,
        days=tuple(language.days),
    )
