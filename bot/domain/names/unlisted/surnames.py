"""Surnames behind a first name that no list has: roles and trades among them, as in "Vicent Pastor", "Zerk Kowal"."""

from collections.abc import Sequence

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.nouns import is_common, is_noun, is_origin
from bot.domain.names.words import TextWords

_NAME = 2  # A first name and a surname.
_SHORTEST = 6  # Letters of a noun that an ending tells.


def bears_role(words: TextWords, first: int, index: int, lowers: Sequence[str]) -> bool:
    """Whether a role ends a name that no list has, which begins at `first`: "Vicent Pastor", "Zerk Pohlmann".

    Roles have no capital within a sentence in most languages. Where every noun has one, what stands before may be no
    noun, adjective or body, and no article may lead it.
    """
    language, before, name = words.language, lowers[index - 1], first + index - 1
    if (
        language.title_case
        or not all(map(str.istitle, words.words[name : name + _NAME]))
        or _is_no_first_name(before, language)
    ):
        return False
    calling = lowers[index] in language.callings or lowers[index].endswith(language.surname_endings or ("\0",))
    if language.nouns_capitalised:
        return calling and _is_german_name(words, name, index, lowers[index - _NAME] if index > 1 else "")
    if calling:
        return not words.initial(name) or before not in words.lower
    described = before.endswith(language.adjective_endings or ("\0",))  # "Державний Секретар"
    return not words.initial(name) and not (described and not takes_no_title(words))


def _is_no_first_name(lower: str, language: Language) -> bool:
    """Whether a word is a title, a role, a small word or a body."""
    return lower in language.titles or language.is_role(lower) or lower in language.no_name or language.is_body(lower)


def _is_german_name(words: TextWords, name: int, index: int, title: str) -> bool:
    """Whether a word right before a role is no noun and no adjective, and stands behind a title or no article."""
    word, language = words.words[name], words.language
    if is_told_noun(word, language) or word.lower().endswith(language.modifier_endings):
        return False
    if index > 1:
        return language.is_role(title) or title in language.titles
    return not (name > 0 and words.joined(name - 1) and words.words[name - 1].lower() in language.determiners)


def takes_no_title(words: TextWords) -> bool:
    """Whether roles have no capital within a name: in Romance languages and in Dutch."""
    language = words.language
    return bool(language.belonging) or (language.postposed and bool(language.definite))


def is_told_noun(word: str, language: Language) -> bool:
    """Whether a word is a common noun, what a body is, a genitive or where something belongs, and no first name."""
    lower = word.lower()
    if is_common(word, language) or is_origin(word, language) or is_noun(lower, language):
        return True
    return language.is_body(lower) or lower in language.place_words or lower.endswith(language.genitive_endings)


def bears_unknown_first(run: Sequence[str], cut: int, begun: int, language: Language) -> bool:
    """Whether one word that is no noun stands between a title and a given name: "Trainer Jörn Anders".

    So may a first name before another, where a surname follows: "Vorstand Zerk Dieter Lind".
    """
    if begun - _NAME != cut or cut < 0 or begun < len(run) - _NAME:
        return False
    unknown = run[cut + 1]
    if unknown.lower().endswith(language.genitive_endings) or is_noun(unknown.lower(), language):
        return False
    return begun == len(run) - 1 or (unknown.istitle() and not is_told_noun(unknown, language))


def before_stranger(words: TextWords, first: int, lowers: Sequence[str]) -> int:
    """The place of a noun for a person that no list has, before two words that end a run: "Feministin | Zerk Schwarz".

    The run has no first names. A noun that ends as others do too needs an adjective or an article; -1 where none is.
    """
    at, language = len(lowers) - _NAME - 1, words.language
    if at < 0 or not lowers[at].endswith(language.bearer_endings) or len(lowers[at]) < _SHORTEST:
        return -1
    run = words.words[first : first + len(lowers)]
    if not all(map(str.istitle, run[at + 1 :])):
        return -1
    if any(is_told_noun(word, language) or language.is_role(word.lower()) for word in run[at + 1 :]):
        return -1
    sure = not lowers[at].endswith(language.bearer_endings[:1]) or at > 0 or _is_described(words, first)
    return at if sure and not _tells_body(run[at], language) else -1


def _tells_body(word: str, language: Language) -> bool:
    """Whether a noun tells a body or a firm, or where something is: "Anbieter", "Magdeburger"."""
    lower = word.lower()
    return is_origin(word, language) or languages.ends_in(lower, language.led_by) or language.is_body(lower)


def _is_described(words: TextWords, first: int) -> bool:
    """Whether an article, whose somebody is or an adjective stands right before a noun."""
    if not first or not words.joined(first - 1):
        return False
    before, language = words.words[first - 1].lower(), words.language
    return before in language.determiners or before.endswith(language.modifier_endings)
