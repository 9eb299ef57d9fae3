"""Names of languages, from Unicode's locale data."""

from functools import cache

from babel import Locale

# What the data calls a code: it tells the two ways of writing Chinese by their scripts.
_CALLED = {"zh-TW": "zh_Hant"}


@cache
def language_name(code: str, reader: str) -> str:
    """A language's name in a reader's language, the code itself where it has none.

    Args:
        code: the language's, of ISO 639-1, or "zh-TW".
        reader: the reader's, which Babel knows.
    """
    name: str = Locale.parse(_CALLED.get(reader, reader)).languages.get(_CALLED.get(code, code), code)
    return name
