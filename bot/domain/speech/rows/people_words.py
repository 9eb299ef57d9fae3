"""Words that name people by their part in life, and the parts of a row that several of its readers ask for."""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Part, Token

REPORTING = frozenset({Part.VERB, Part.WEAK_VERB})
DETERMINING = frozenset({Part.DETERMINER, Part.OWNER})
FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})
_DIGITS = "0123456789-"
_SHORTEST_CALLING = 5


def is_actor_word(word: str, language: Language) -> bool:
    """Whether a word in lower case names people, by their part in life, as a group or by an age in digits."""
    if word in actor_words(language.code) or language.is_role(word):
        return True
    return word[0] in _DIGITS and word.lstrip(_DIGITS) in language.ages  # "61enne"


def may_call(word: str, language: Language) -> bool:
    """Whether a noun that no list knows may name a person by its ending, and no body nor what is said."""
    if not word.endswith(language.person_endings or ("\0",)) or len(word) < _SHORTEST_CALLING:
        return False
    return not (language.is_body(word) or word in language.speech_nouns or word in language.not_names)


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


@lru_cache(maxsize=4096)
def called_alike(noun: str, code: str) -> tuple[str, ...]:
    """The other nouns that may call who is called by this one: for the same office, or what it is the kind of."""
    others: dict[str, None] = {}
    for group in languages.of(code).same_offices:
        same, kind, narrower = group.partition(" > ")
        if noun in same.split():
            others |= dict.fromkeys((narrower if kind else same).split())
    others.pop(noun, None)
    return tuple(others)
