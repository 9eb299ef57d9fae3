"""The quotes of a draft, held against the article: each in its own characters, once, with a speaker it names."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.brief.fragment import text_fragment
from bot.domain.brief.lines import clean_line, linked
from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.support import Support, has_link, numbers
from bot.domain.claims.quoting import Taken
from bot.domain.language import languages
from bot.domain.text.planted import BLANK
from bot.domain.text.sentences import split_sentences
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftQuote
from bot.domain.values.quote import Quote
from config import limits


class QuoteCheck:
    """One article, asked for the quotes of a draft.

    Args:
        article: as it was read.
        claims: the article without its planted passages.
        support: what of it can be compared with the draft's language.
        language: the draft's; None for the article's own.
        drop: notes a part that falls: which part, its text, why.
    """

    def __init__(
        self,
        article: Article,
        claims: Claims,
        support: Support,
        language: str | None,
        drop: Callable[[str, str, str], None],
    ) -> None:
        self._article = article
        self._text = claims.reading.article.text
        self._language = languages.of(article.language)
        self._claims = claims
        self._support = support
        self._draft_language = language
        self._drop = drop

    def quotes(self, drafts: Iterable[DraftQuote], others: Sequence[Quote] = ()) -> tuple[Quote, ...]:
        """The quotes that stand in the text between quotation marks, in their order, none overlapping another's place.

        `others` are quotes that are shown already.
        """
        kept: list[Quote] = []
        taken = Taken()
        for other in others:
            taken.add(other.start, other.end)
        for drafted in drafts:
            found = self._claims.quote(drafted.text, drafted.speaker, at=drafted.start, taken=taken)
            if not found.stands:
                said = self._claims.quote(drafted.text, None).stands
                self._drop("quote", drafted.text, "is in another quote" if said else found.why)
                continue
            if BLANK in found.shown or has_link(found.shown):
                self._drop("quote", drafted.text, "carries a link or a mention")
                continue
            if drafted.speaker and not found.speaker_stands:
                self._drop("speaker", drafted.speaker, found.why)
            taken.add(found.start, found.end)
            ambiguous = len(kept) < limits.FRAGMENT_CHECKS and repeats(self._article, found.shown, found.start)
            kept.append(
                Quote(
                    text=found.shown,
                    speaker=found.speaker,
                    start=found.start,
                    end=found.end,
                    link=text_fragment(self._article, found.start, found.end, ambiguous=ambiguous),
                    translation=self._translation(drafted, found.start, found.end),
                    opening=self._opening(found.shown),
                )
            )
        return tuple(kept)

    def _opening(self, text: str) -> int:
        """Characters of a quote's first whole sentences, as many as a card shows."""
        if len(text) <= limits.CARD_QUOTE_CHARACTERS:
            return len(text)
        ends = [end for _, end in split_sentences(text[: 2 * limits.CARD_QUOTE_CHARACTERS], self._language)]
        return max((end for end in ends if end <= limits.CARD_QUOTE_CHARACTERS), default=0)

    def _translation(self, drafted: DraftQuote, start: int, end: int) -> str | None:
        if not drafted.translation:
            return None
        clean = clean_line(drafted.translation)
        reason = self._translation_fault(clean, start, end)
        if reason:
            self._drop("translation", drafted.translation, reason)
            return None
        return clean

    def _translation_fault(self, clean: str, start: int, end: int) -> str:
        """Why a text cannot translate the article's words at a place, "" when it can: it is held like a claim."""
        original = self._text[start:end]
        if not self._support.foreign:
            return "the quote is in the brief's language"
        if not clean or len(clean) > limits.TRANSLATION_FACTOR * len(original) + limits.TRANSLATION_SPARE:
            return "is too long for a translation"
        if sorted(numbers(clean)) != sorted(numbers(original)):
            return "has other numbers than the quote"
        unfit = linked(clean) or self._support.strange_script(clean) or self._support.strange_thing(clean)
        return unfit or self._claims.translation_fault(clean, start, end, language=self._draft_language or "")


def repeats(article: Article, text: str, start: int) -> bool:
    """Whether words that stand at a place of the article stand elsewhere too, so that a link to them is ambiguous."""
    if article.url is None:
        return False
    opening = text[: limits.FRAGMENT_CHARACTERS // 2]
    return article.text.find(opening) < start or article.text.find(opening, start + 1) >= 0
