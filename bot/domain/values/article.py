"""An article: the readable text of a page or a paste."""

import re
from dataclasses import dataclass

# The characters of scripts that put no spaces between words: kana and Chinese characters.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Article:
    r"""The readable text of a page or a paste.

    Attributes:
        text: paragraphs joined by one empty line ("\n\n"); no other line breaks, no outer space.
        url: canonical URL, None for pastes and files.
        title: the headline, None when there is none.
        site: publisher's or site's name.
        authors: names as printed.
        published: ISO 8601 date or date-time with its offset.
        modified: when the page says it was last changed, as `published`; None where it says nothing of it.
        context: what the page declares itself to be ("Opinion", "Advertisement"), words of `bot.domain.text.context`.
        language: ISO 639-1 code, None when undetermined.
        complete: False when only a part could be read.
        source: the news agency that the text names as its origin ("Reuters"), None when it names none.
        notes: sentences about how it was read, for the reader.
        continues: the address of its next page, where that is not read yet.
    """

    text: str
    url: str | None = None
    title: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    context: tuple[str, ...] = ()
    language: str | None = None
    complete: bool = True
    source: str | None = None
    notes: tuple[str, ...] = ()
    continues: str | None = None

    @property
    def words(self) -> int:
        """Number of words: runs between white space; half the characters where most are of a script without spaces."""
        if not self.text.isascii() and 2 * len(_UNSPACED.findall(self.text)) > len(self.text):
            return len(self.text) // 2
        return len(self.text.split())
