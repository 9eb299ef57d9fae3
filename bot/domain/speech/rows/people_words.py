"""Words that name people by their part in life, and the parts of a row that several of its readers ask for."""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Part, Token

REPORTING = frozenset({Part.VERB, Part.WEAK_VERB})
DETERMINING = frozenset({Part.DETERMINER, Part.OWNER})
FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})


def is_actor_word(word: str, language: Language) -> bool:
    """Whether a word in lower case names people, by their part in life or as a group."""
    return word in actor_words(language.code) or language.is_role(word)


@lru_cache(maxsize=32)
def actor_words(code: str) -> frozenset[str]:
    """The words for groups of people and for people by their part in life, in the plural too."""
    language = languages.of(code)
    return (
        language.groups
        | language.roles
        | {role + ending for role in language.roles for ending in language.noun_plurals}
    )


def adjacent(text: str, token: Token, following: Token) -> bool:
    """Whether nothing but a space or the point of an abbreviation stands between two tokens."""
    return text[token.end : following.start].strip(" .") == ""
