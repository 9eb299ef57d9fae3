"""Hears what the bot says: templates that no catalogue can have, as the extraction does not find them."""

from dataclasses import dataclass, field

from bot.i18n.catalogues import Catalogues, load_catalogues
from bot.i18n.words import Words
from tests.support.extraction import extract


@dataclass(frozen=True)
class OverheardWords(Words):
    """Words that remember each template that no catalogue has.

    Attributes:
        known: all templates of the catalogues.
        untranslated: what was said besides.
    """

    known: frozenset[object] = frozenset()
    untranslated: set[str] = field(default_factory=set)

    def say(self, template: str, /, **fields: object) -> str:
        """As the words themselves."""
        if template not in self.known:
            self.untranslated.add(template)
        return super().say(template, **fields)


class Overhearing:
    """The program's catalogues, overheard."""

    def __init__(self) -> None:
        self._untranslated: set[str] = set()
        read = load_catalogues()
        words = {code: read.words(code) for code in read.languages}
        known = frozenset[object]().union(*(each.messages for each in words.values()))
        self.catalogues = Catalogues(
            {
                code: OverheardWords(
                    each.language, each.messages, each.plural, known=known, untranslated=self._untranslated
                )
                for code, each in words.items()
            }
        )

    @property
    def unknown(self) -> set[str]:
        """Templates that were said and that neither a catalogue nor the extraction knows.

        The catalogues have what the extraction finds, as `tests/test_catalogues.py` holds. The code is read, for
        seconds, only where something was said that is new to them.
        """
        return self._untranslated - {id_ for _, id_ in extract().keys} if self._untranslated else set()
