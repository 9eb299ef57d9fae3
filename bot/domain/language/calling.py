"""Finds what stands between what somebody is and the name that it tells: "a roofer | called | Denny Osgood"."""

from bot.domain.language.languages import Language

_REACH = 18  # Characters of the longest such phrase and the spaces around it.
_ARTICLE_WORDS = 4  # Words before it among which an article stands where it may be a verb: "a retired roofer".
_CHARACTERS = 48  # In which they stand.
_BEHIND = 12  # Characters behind a name in which its next word is read.


def told_from(text: str, start: int, end: int, language: Language) -> int:
    """Where the phrase begins that tells that somebody has the name between two places; -1 where none does.

    English has participles for it that are verbs too: "police called Ann Lee", "a mother called Ann Lee a liar".
    """
    if text[start - 1 : start] != " " or not language.naming_phrases:
        return -1
    before = text[max(0, start - _REACH) : start - 1]
    if not before.endswith(language.naming_phrases):
        return -1
    length = next(len(one) for one in language.naming_phrases if before.endswith(one))
    begin = start - 1 - length
    if text[begin - 1 : begin] != " " or not text[begin - 2 : begin - 1].isalpha():
        return -1
    noun = text[max(0, begin - _CHARACTERS) : begin - 1].rpartition(" ")[2].lower()
    small = noun in language.auxiliaries or noun in language.function_words
    return -1 if small or (language.title_case and not _is_led(text, begin, end, language)) else begin


def _is_led(text: str, begin: int, end: int, language: Language) -> bool:
    """Whether an indefinite article stands a few words before, and no article behind the name."""
    words = text[max(0, begin - _CHARACTERS) : begin].lower().split()[-_ARTICLE_WORDS:]
    behind = text[end : end + _BEHIND].split(" ", 2)[1:2]
    verb = language.determiners | language.comparisons
    return not language.indefinite.isdisjoint(words) and verb.isdisjoint(behind)
