"""Holds what somebody says of an article against it: sentences, headlines, roles, quotes.

A sentence stands when it is a whole sentence of the article. A part of one does not: it can say the contrary of the
whole ("It is wrong to claim that ...").
"""

from collections.abc import Sequence
from functools import cached_property

from bot.domain.claims.quoting import Quoting, Taken
from bot.domain.claims.reading import Reading, bare
from bot.domain.claims.support import Support
from bot.domain.text.fold import fold_text
from bot.domain.text.planted import without_planted
from bot.domain.values.article import Article
from bot.domain.values.proof import Proof, QuoteVerdict, Verdict

UNPROVEN = "no sentence of the article says it"
FOREIGN = "is in another language than the article"
NO_WORDS = "nothing is said"


class Claims:
    """One article, read once for every claim that is held against it."""

    def __init__(self, article: Article) -> None:
        self.reading = Reading(without_planted(article))

    @cached_property
    def _support(self) -> Support:
        return Support(self.reading.article, None)

    @cached_property
    def _quoting(self) -> Quoting:
        return Quoting(self.reading, self._support)

    def sentence(self, text: str, *, rests_on: Sequence[int] = (), language: str | None = None) -> Verdict:
        """Whether the article says what a summary sentence says.

        Args:
            text: the sentence.
            rests_on: numbers of the article's sentences that it is said to rest on, from 0; may be wrong.
            language: of the sentence; None for the article's own.
        """
        wanted = bare(text)
        if not any(map(str.isalnum, wanted)):
            return Verdict(stands=False, why=NO_WORDS)
        number = self.reading.by_words.get(wanted)
        if number is not None:
            return Verdict(stands=True, proof=Proof.VERBATIM, evidence=(self.reading.sentences[number],))
        named = tuple(self.reading.sentences[place] for place in rests_on if 0 <= place < len(self.reading.sentences))
        return Verdict(stands=False, why=FOREIGN if self._is_foreign(language) else UNPROVEN, evidence=named)

    def _is_foreign(self, language: str | None) -> bool:
        return bool(language and self.reading.article.language and language != self.reading.article.language)

    def headline(self, text: str, *, rests_on: Sequence[int] = (), language: str | None = None) -> Verdict:
        """Whether a headline stands: the page's own title does, anything else as a sentence would."""
        title = self.reading.article.title
        if title and fold_text(title) == fold_text(text):
            return Verdict(stands=True, proof=Proof.VERBATIM)
        return self.sentence(text, rests_on=rests_on, language=language)

    def role(self, name: str, role: str) -> Verdict:
        """Whether the article says of this actor, beside their own name, what the role says."""
        number = self.reading.entity_of(name)
        if number is None:
            return Verdict(stands=False, why="does not stand in the article")
        for place in self.reading.entities[number].roles:
            if bare(self.reading.text[place.start : place.end]) == bare(role):
                sentence = self.reading.sentences[self.reading.sentence_at(place.start)]
                return Verdict(stands=True, proof=Proof.VERBATIM, evidence=(sentence,))
        return Verdict(stands=False, why=UNPROVEN)

    def quote(
        self, text: str, speaker: str | None, *, at: int | None = None, taken: Taken | None = None
    ) -> QuoteVerdict:
        """Whether these words are quoted in the article, and whether this speaker says them.

        Args:
            text: the words, with or without quotation marks.
            speaker: who is said to say them, None for nobody.
            at: where they are said to start, where that is known.
            taken: places of the article that other quotes have already.
        """
        return self._quoting.verdict(text, speaker, at=at, taken=taken)
