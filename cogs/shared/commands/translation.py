"""Names and descriptions of commands in the languages of Discord's clients, from the same catalogues as all else."""

import re

import discord
from discord import app_commands

from bot.i18n.catalogues import SOURCE_LANGUAGE, Catalogues

_NAME = re.compile(r"[-'\w]{1,32}")


class CatalogueTranslator(app_commands.Translator):
    """Translates what commands say of themselves.

    A `locale_str` with `name=True` is a name, which gettext keeps apart by a context; all else is a sentence.

    Args:
        catalogues: the words.
    """

    def __init__(self, catalogues: Catalogues) -> None:
        # Each start asks for thousands of strings in each of Discord's languages, most of which are not spoken here.
        words = {locale: catalogues.words(str(locale)) for locale in discord.Locale}
        self._spoken = {locale: each for locale, each in words.items() if each.language != SOURCE_LANGUAGE}

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002  # The string's own extras say what it is.
    ) -> str | None:
        """A string in a language; None leaves it as it is in English."""
        words = self._spoken.get(locale)
        if words is None:
            return None
        if string.extras.get("name"):
            name = words.name(string.message)
            if name is None or (is_plain(string.message) and not is_plain(name)):
                # Discord refuses all commands for one such name: a catalogue's slip must not stop a start.
                return None
            return name
        said = words.say(string.message)
        return None if said == string.message else said


def is_plain(name: str) -> bool:
    """Whether a slash command or an option may be called so; menus may have spaces and capitals."""
    return _NAME.fullmatch(name) is not None and name == name.lower()
