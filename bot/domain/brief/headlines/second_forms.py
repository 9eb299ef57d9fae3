"""What a clause whose verb stands second, as in German, may lose within: attributes, appositions, a day's date."""

import re
from itertools import pairwise

from bot.domain.actors.signs import signs_of
from bot.domain.brief.headlines.shortening import QUOTED, WORD
from bot.domain.language.languages import Language

_MOST_ATTRIBUTE = 12  # Words of "am Donnerstag nach einem Kurzschluss notabgeschaltete".
_DATE = re.compile(r", (\w+) \d{1,2}\. (\w+)(?: \d{4})?,? ")


def without_dates(text: str, language: Language) -> str:
    """The clause less the date that tells a day once more: "am Samstag, dem 26. Dezember, in Emden"."""
    return _DATE.sub(lambda date: _without_date(date, language), text)


def _without_date(date: re.Match[str], language: Language) -> str:
    told = date.group(1).lower() in language.oblique and date.group(2).lower() in language.months
    return " " if told else date.group()


def without_attributes(text: str, language: Language) -> str:
    """The clause less what stands between an article and its noun: "Das nach dem Brand abgeschaltete Werk läuft"."""
    words = list(WORD.finditer(text))
    for at, (article, first) in enumerate(pairwise(words)):
        lower = first.group().lower()
        opens = article.group().lower() in language.definite and first.group()[0].islower()
        if not opens or lower not in language.prepositions | signs_of(language.code).adverbs | language.comparisons:
            continue
        past = _past_attribute(text, words, at + 1, language)
        if past:
            return text[: first.start()] + text[words[past].start() :]
    return text


def _past_attribute(text: str, words: list[re.Match[str]], at: int, language: Language) -> int:
    """The index of the noun behind a participle that ends an attribute beginning at `at`; 0 where none does."""
    endings = signs_of(language.code).attribute_endings or ("\0",)
    for index in range(at + 1, min(len(words) - 1, at + _MOST_ATTRIBUTE)):
        word, following = words[index].group(), words[index + 1].group()
        if text[words[index - 1].end() : words[index].start()].strip():
            return 0
        participle = word[0].islower() and word.endswith(endings) and word not in language.function_words
        if participle and following[0].isupper():
            return index + 1
    return 0


def without_appositions(text: str, language: Language) -> str:
    """The clause less what an apposition says of a noun: "in der Reggio, der Stiefelspitze, eine Razzia"."""
    parts = text.split(", ")
    for at in range(1, len(parts) - 1):
        before, part, after = parts[at - 1], parts[at], parts[at + 1]
        words = [word.lower() for word in WORD.findall(part)]
        nouns = [*WORD.findall(before)[-1:], *WORD.findall(part)[-1:]]  # A relative ends with its verb.
        opens = bool(words) and words[0] in language.determiners and all(noun[0].isupper() for noun in nouns)
        follows = after.split(" ", 1)[0].lower()
        goes_on = after[:1].islower() and follows not in language.conjunctions | language.relatives | language.that
        if opens and goes_on and len(QUOTED.findall(part)) % 2 == 0 and not _holds_verb(words, language):
            return ", ".join([*parts[: at - 1], f"{before} {after}", *parts[at + 2 :]])
    return text


def _holds_verb(words: list[str], language: Language) -> bool:
    signs = signs_of(language.code)
    finite = language.verbs | language.perfect | language.passive_auxiliaries | signs.finite | language.weak_verbs
    return not finite.isdisjoint(words)
