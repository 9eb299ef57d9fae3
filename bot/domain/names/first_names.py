"""First names that are function words, calendar words or kin: Per, Will, June, Sunday, So, He, Guy, Son.

Such a word is a first name where it stands in a name's place: with a capital within a sentence and before another
capital, or behind a role ("opposition leader Per Lind"), or where the text has the same two words so elsewhere.
"""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.runs import Words

_FINITE = frozenset({"has", "had", "was", "is"})


def first_names(words: Words) -> frozenset[int]:
    """The indices of the words that are first names though they look like function or calendar words."""
    doubtful = _doubtful(words.language.code)
    pairs = [
        index
        for index in range(len(words.words) - 1)
        if words.words[index][0].isupper() and words.words[index].lower() in doubtful and _opens_name(words, index)
    ]
    sure = {index for index in pairs if _is_sure(words, index)}
    if not sure:
        return frozenset()
    seen = {(words.words[index], words.plain(index + 1)) for index in sure}
    again = {
        index for index in pairs if (words.words[index], words.plain(index + 1)) in seen and not _is_date(words, index)
    }
    return frozenset(sure | again)


@lru_cache(maxsize=32)
def _doubtful(code: str) -> frozenset[str]:
    """Words that are mostly no names, in a language in which they have no capital within a sentence."""
    language = languages.of(code)
    if not language.capitals or language.postposed:
        return frozenset()
    kin = (language.female | language.male) - language.titles
    return (language.function_words - language.definite) | language.months | language.days | kin


def _opens_name(words: Words, index: int) -> bool:
    """Whether a capital stands right behind a word in title case, so that both may be one person's name."""
    word, following = words.words[index], words.words[index + 1]
    if not words.joined(index) or not following[0].isupper() or not following.replace("-", "").isalpha():
        return False
    shaped = word.istitle() or "-" in word
    return shaped and len(following) > 1 and not following.isupper()


def _is_sure(words: Words, index: int) -> bool:
    """Whether the place alone tells that a word is a first name."""
    language, word = words.language, words.words[index]
    lower = word.lower()
    joined = index > 0 and words.joined(index - 1)
    if _follows_role(words, index):
        return True
    if words.plain(index + 1).lower() in language.no_name:
        return False
    given = word in languages.given_names()
    if lower in language.months or lower in language.days:
        return given and not joined and words.initial(index)
    if words.initial(index):
        return given and _acts(words, index + 1)
    # Within a heading every word has a capital.
    return joined and words.words[index - 1][0].islower() and not _is_pronoun(lower, language)


def _follows_role(words: Words, index: int) -> bool:
    """Whether a role or a title stands right before a word."""
    before = words.words[index - 1].lower() if index > 0 and words.joined(index - 1) else ""
    return bool(before) and (before in words.language.titles or words.language.is_role(before))


def _is_pronoun(lower: str, language: Language) -> bool:
    """Whether a word has its capital from courtesy: German "Sie" and "Ihr", English "I"."""
    return len(lower) == 1 or (
        language.nouns_capitalised and lower in (language.pronouns.keys() | language.possessives.keys())
    )


def _acts(words: Words, last: int) -> bool:
    """Whether a verb of speech, an auxiliary or a comma follows the name that ends here."""
    if last + 1 >= len(words.words):
        return False
    gap, following = words.gap(last), words.words[last + 1].lower()
    spoken = following in words.language.verbs or following in _FINITE
    return gap.startswith(",") or (gap == " " and spoken)


def _is_date(words: Words, index: int) -> bool:
    """Whether a month or a day stands here as a date: "in June Carter said"."""
    lower = words.words[index].lower()
    language = words.language
    if lower not in language.months and lower not in language.days:
        return False
    joined = index > 0 and words.joined(index - 1)
    before = words.words[index - 1].lower() if joined else ""
    return joined and (before in language.prepositions or before in language.verbs or before.isdigit())
