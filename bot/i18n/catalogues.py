"""The program's words in other languages: gettext catalogues in `bot/i18n/locales`, read by Babel."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from gettext import c2py
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.pofile import read_po

from bot.i18n.words import Words

SOURCE_LANGUAGE = "en"
"""The language that the templates in the code are written in."""


class Catalogues:
    """Every language that the program speaks.

    Args:
        words: the words by ISO 639-1 code; English is always there.
        currency: the code of the currency in which money is counted.
    """

    def __init__(self, words: Mapping[str, Words], *, currency: str = "USD") -> None:
        spoken = {SOURCE_LANGUAGE: Words()} | dict(words)
        self._words = {code: replace(each, currency=currency) for code, each in spoken.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages, in order."""
        return tuple(sorted(self._words))

    def words(self, locale: str | None) -> Words:
        """The words for a locale such as "de", "en-US" or "es-ES"; English for a language that is not there."""
        code = (locale or SOURCE_LANGUAGE).partition("-")[0].lower()
        return self._words.get(code, self._words[SOURCE_LANGUAGE])


def load_catalogues(*, currency: str = "USD") -> Catalogues:
    """Read every catalogue: `bot/i18n/locales/<ISO 639-1 code>/LC_MESSAGES/nutgraf.po`."""
    root = _root()
    entries = root.iterdir() if root.is_dir() else ()
    folders = [entry for entry in entries if entry.is_dir() and len(entry.name) == 2]  # noqa: PLR2004  # ISO 639-1 codes have two letters.
    return Catalogues({folder.name: _read(folder.name) for folder in folders}, currency=currency)


def _root() -> Traversable:
    return files(__package__).joinpath("locales")


@cache
def _read(language: str) -> Words:
    file = _root() / language / "LC_MESSAGES" / "nutgraf.po"
    catalogue = read_po(BytesIO(file.read_bytes()), locale=language)
    messages: dict[str | tuple[str, str], tuple[str, ...]] = {}
    for message in catalogue:
        one = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        if one and all(forms) and not message.fuzzy:
            messages[(message.context, one) if message.context else one] = forms
    return Words(language, messages, c2py(catalogue.plural_expr))
