"""Hears what the bot says: templates that no catalogue can have, as the extraction does not find them."""

from dataclasses import dataclass, field

from bot.i18n.catalogues import Catalogues, load_catalogues
from bot.i18n.words import Words
from tests.support.extraction import extract_templates


@dataclass(frozen=True)
class OverheardWords(Words):
    """Words that remember each template that the extraction does not know.

    Attributes:
        known: all templates of the code.
        unknown: what was said besides.
    """

    known: frozenset[str] = frozenset()
    unknown: set[str] = field(default_factory=set)

    def say(self, template: str, /, **fields: object) -> str:
        """As the words themselves."""
        if template not in self.known:
            self.unknown.add(template)
        return super().say(template, **fields)


class Overhearing:
    """The program's catalogues, overheard.

    Attributes:
        unknown: templates that were said and are none of the code's.
    """

    def __init__(self) -> None:
        self.unknown: set[str] = set()
        known, read = extract_templates(), load_catalogues()
        self.catalogues = Catalogues(
            {
                code: OverheardWords(words.language, words.messages, words.plural, known=known, unknown=self.unknown)
                for code in read.languages
                for words in [read.words(code)]
            }
        )
