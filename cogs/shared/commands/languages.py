"""Languages to choose from: by code or by name, in the language of who types."""

import re
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from discord import app_commands

from bot.errors import UsageError
from bot.i18n.language_names import language_name

# The languages that news is written in and models write: those of ISO 639-1 with some million readers.
OFFERED = frozenset(
    [
        "en",
        "ar",
        "bg",
        "bn",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "ga",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "ka",
        "kk",
        "ko",
        "lt",
        "lv",
        "mk",
        "mn",
        "ms",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "sw",
        "ta",
        "te",
        "th",
        "tr",
        "uk",
        "ur",
        "uz",
        "vi",
        "zh",
        "zh-TW",
    ]
)

# Those that a menu offers, which has less room: the most read, by the names that their codes stand for.
WIDESPREAD = [
    *("en", "ar", "bn", "cs", "de", "el", "es", "fa", "fr", "hi", "hu", "id"),
    *("it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "tr", "uk", "zh", "zh-TW"),
]

# Choices that Discord shows at most.
CHOICES = 25

# Codes that mean one of those offered.
_OTHER_CODES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "cmn": "zh"}
# Places that write Chinese in its traditional script, which is read as another language than the simplified one.
_TRADITIONAL = frozenset({"zh-tw", "zh-hk", "zh-mo", "zh-hant", "zh-hant-tw", "zh-hant-hk"})
_WORD = re.compile(r"[^\W\d_]{3,}")

ORIGINAL = "original"
"""What stands for each article's own language."""


def read_language(typed: str, locale: str) -> str:
    """The code that a user typed or chose, or that a name stands for: in English, in the reader's language or its own.

    A code may have a region ("pt-BR"), and a name an adjective ("Brazilian Portuguese"): neither changes the language,
    but for Chinese, whose regions write in two scripts.

    Raises:
        UsageError: it is not one.
    """
    wanted = typed.strip().casefold()
    if wanted.replace("_", "-") in _TRADITIONAL:
        return "zh-TW"
    code = wanted.replace("_", "-").partition("-")[0]
    if code in OFFERED or code in _OTHER_CODES:
        return _OTHER_CODES.get(code, code)
    # A language's own name is read from its own file of Unicode's, so that those of two languages are looked at first.
    for languages in (("en", _known(locale)), None):
        names = {
            language_name(code, language or code).casefold(): code
            for code in sorted(OFFERED)
            for language in languages or (None,)
        }
        if wanted in names:
            return names[wanted]
        for word in reversed(_WORD.findall(wanted)):
            if word in names:
                return names[word]
    raise UsageError("I do not know that language; choose one from the list.")


def language_of_reader(locale: str) -> str:
    """The language of a locale such as "en-US" as a wish names it."""
    return read_language(locale, "en") if locale.lower() in _TRADITIONAL else locale.partition("-")[0]


def means_original(typed: str) -> bool:
    """Whether somebody typed what stands for each article's own language."""
    return typed.strip().casefold() in {ORIGINAL, "auto", "automatic", "default", "none"}


def language_choices(typed: str, locale: str) -> list[app_commands.Choice[str]]:
    """Languages whose name, in the reader's language or English, or whose code begins with what is typed."""
    wanted = typed.strip().casefold()
    reader = _known(locale)
    found = []
    for code in sorted(OFFERED):
        names = {code, *_names(code, reader)}
        if any(name.startswith(wanted) for name in names):
            found.append(app_commands.Choice(name=f"{language_name(code, reader)} ({code})", value=code))
    return found[:CHOICES]


def _names(code: str, reader: str) -> frozenset[str]:
    """A language's names in small letters: in English, in the reader's language, and its own."""
    return frozenset(language_name(code, language).casefold() for language in ("en", reader, code))


@cache
def _known(locale: str) -> str:
    code = locale.partition("-")[0]
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return "en"
    return code
