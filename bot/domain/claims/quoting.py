"""Holds quotes against an article: their words, drawn out to whole sentences, and who says them.

Half a sentence can say the contrary of the whole, so a quotation is shown whole or by whole sentences of it. A part of
a sentence is shown only where the article itself quotes just that part. What is shown are the article's characters.
"""

import re
from bisect import bisect_right
from functools import cached_property

from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.slips import Aligner
from bot.domain.claims.comparing.support import Support, numbers
from bot.domain.language.inflection import levelled
from bot.domain.speech.quotes import FoundQuote
from bot.domain.text.fold import fold_text
from bot.domain.text.sentences import split_sentences
from bot.domain.values.proof import QuoteVerdict
from config import limits

NOT_QUOTED = "does not stand in the article between quotation marks"
ANOTHER_SPEAKER = "the text names another speaker"
NO_SPEAKER = "the text does not name this speaker for the quote"

_MARKS = " \t\n\"'“”„‟«»‹›‘’‚「」『』〝〞〟"
_AGAIN = re.compile(r"[\"“”„«»‘']\s*(?=\S)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


class Quoting:
    """One article's quotations, asked for by what somebody says that they are."""

    def __init__(self, reading: Reading, support: Support) -> None:
        self._reading = reading
        self._support = support

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in self._reading.spans]

    @cached_property
    def _aligner(self) -> Aligner:
        return Aligner(self._reading.text, self._spans)

    def verdict(
        self, text: str, speaker: str | None, *, at: int | None = None, taken: "Taken | None" = None
    ) -> QuoteVerdict:
        """Whether these words are quoted, and whether this speaker says them.

        Args:
            text: the words, with or without marks.
            speaker: who is said to say them, None for nobody.
            at: where they are said to start, where that is known.
            taken: places that another quote has already.
        """
        place = self._place(text, at, taken or Taken())
        if place is None:
            return QuoteVerdict(stands=False, why=NOT_QUOTED)
        start, end = place
        shown, fault = self._speaker(speaker, start, end)
        named = bool(speaker) and not fault
        return QuoteVerdict(
            stands=True,
            speaker_stands=named,
            shown=self._reading.text[start:end],
            why=fault,
            start=start,
            end=end,
            speaker=shown,
        )

    # --- the words ----------------------------------------------------------------------------------------------------

    def _place(self, text: str, at: int | None, taken: "Taken") -> tuple[int, int] | None:
        if at is not None and at >= 0 and text.strip():
            end = at + len(text)
            around = self._around(at, end) if self._reading.text[at:end] == text else None
            if around is not None:
                whole = self._whole(at, end, around)
                return None if taken.overlaps(*whole) else whole
        return self._said(text, taken) or self._meant(text, taken)

    def _said(self, said: str, taken: "Taken") -> tuple[int, int] | None:
        """Where the very words of a quote stand between quotation marks."""
        needle = fold_text(said.strip(_MARKS))
        if not any(map(str.isalnum, needle)):
            return None
        folded = self._reading.folded
        at = folded.text.find(needle)
        for _ in range(limits.QUOTE_PLACES):
            if at < 0:
                return None
            start, end = folded.offsets[at], folded.offsets[at + len(needle) - 1] + 1
            around = self._around(start, end)
            if around is not None:
                whole = self._whole(start, end, around)
                if not taken.overlaps(*whole):
                    return whole
            at = folded.text.find(needle, at + 1)
        return None

    def _meant(self, said: str, taken: "Taken") -> tuple[int, int] | None:
        """Where a quote stands that was written down with a slip; one that turns its meaning is no slip."""
        place = self._aligner.find(said)
        around = None if place is None else self._around(*place)
        if place is None or around is None:
            return None
        whole = self._whole(*place, around)
        theirs = self._reading.text[slice(*whole)]
        if numbers(said) != numbers(theirs) or self._support.denials(said) != self._support.denials(theirs):
            return None
        return None if taken.overlaps(*whole) else whole

    def _whole(self, start: int, end: int, around: tuple[int, int]) -> tuple[int, int]:
        """A place within the quotation `around`, drawn out to the whole sentences that it touches."""
        begin, stop = around
        if stop - begin > limits.WHOLE_QUOTATION_CHARACTERS:
            # A quotation may run over pages; what is far from the place is not split.
            begin = max(begin, self._reading.text.rfind("\n", begin, start) + 1)
            line = self._reading.text.find("\n", end, stop)
            stop = line if line >= 0 else stop
        inner = self._reading.text[begin:stop]
        sentences = split_sentences(inner, self._reading.language)
        touched = [(s, e) for s, e in sentences if s < end - begin and start - begin < e]
        if not touched:
            return around
        first = begin + touched[0][0]
        return (self._past_mark(first) if first > begin else first), begin + touched[-1][1]

    def _past_mark(self, start: int) -> int:
        """Past the mark that opens a quotation again where its next paragraph starts; else the same place."""
        text = self._reading.text
        opened = _AGAIN.match(text, start) if text[start - 1 : start] == "\n" else None
        return opened.end() if opened is not None else start

    def _around(self, start: int, end: int) -> tuple[int, int] | None:
        """The quotation that holds a place, None when none does."""
        index = bisect_right(self._spans, (start, len(self._reading.text))) - 1
        if index >= 0 and self._spans[index][0] <= start and end <= self._spans[index][1]:
            return self._spans[index]
        return None

    # --- the speaker --------------------------------------------------------------------------------------------------

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self._reading.quotes]

    def _read(self, start: int, end: int) -> FoundQuote | None:
        """The reader's quotation that holds a place."""
        index = bisect_right(self._starts, start) - 1
        found = self._reading.quotes[index] if index >= 0 else None
        return found if found is not None and end <= found.end else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _speaker(self, claimed: str | None, start: int, end: int) -> tuple[str | None, str]:
        """Who is shown, and why that is not who was claimed: the reader's wherever the reader has somebody."""
        read = self._read(start, end)
        told = read.speaker if read is not None and read.confident else None
        if not claimed:
            return told, ""
        number = self._entity(claimed, read)
        if read is not None and read.speaker is not None:
            if claimed == read.speaker or (number is not None and number == read.entity):
                return read.speaker, ""
            if number is not None and told is not None and self._may_be(read, number):
                return self._reading.entities[number].name, ""  # A description ("the mayor") gives way to a name.
            return told, ANOTHER_SPEAKER
        if number is not None and (self._is_cued(number, start, end) or self._goes_on(number, start, end)):
            return self._reading.entities[number].name, ""
        return None, NO_SPEAKER

    def _entity(self, claimed: str, read: FoundQuote | None) -> int | None:
        """Whom a name means, were it who speaks a quotation and has it in other cases alone: "Леонідом Гарашем"."""
        number, entity = self._reading.entity_of(claimed), read.entity if read is not None else None
        if number is not None or entity is None or not self._reading.language.case_endings:
            return number
        words, theirs = claimed.split(), self._reading.entities[entity].name.split()
        forms = levelled([*words, *theirs], self._reading.language)
        same = [forms.get(mine, mine) == forms.get(other, other) for mine, other in zip(words, theirs, strict=False)]
        return entity if len(words) == len(theirs) and all(same) else None

    def _may_be(self, read: FoundQuote, number: int) -> bool:
        """Whether a speaker who is described and not named is this entity."""
        return read.entity is None and (self._describes(read, number) or self._is_named_beside(read, number))

    def _describes(self, read: FoundQuote, number: int) -> bool:
        """Whether a speaker who is described and not named may be this entity: the text calls it so by its name."""
        described = _WORD.findall(fold_text(read.speaker or ""))
        roles = [self._reading.text[role.start : role.end] for role in self._reading.entities[number].roles]
        telling = [word for word in described if word not in self._reading.language.function_words]
        return bool(telling) and any(set(telling) <= set(_WORD.findall(fold_text(role))) for role in roles)

    def _is_named_beside(self, read: FoundQuote, number: int) -> bool:
        """Whether a description of who speaks stands right beside a name: "the lead author, Dr. Ann Holm"."""
        first, last = self._reading.paragraph_at(read.start)
        described = re.compile(rf"\b{re.escape(read.speaker or '')}\b")
        for mention in self._reading.entities[number].mentions:
            if first <= mention.start < last and not read.start <= mention.start < read.end:
                ahead = list(described.finditer(self._reading.text, first, mention.start))
                behind = described.search(self._reading.text, mention.end, last)
                if ahead and self._is_titles(self._reading.text[ahead[-1].end() : mention.start]):
                    return True
                if behind is not None and self._reading.text[mention.end : behind.start()].strip() == ",":
                    return True
        return False

    def _is_titles(self, between: str) -> bool:
        """Whether nothing stands between a description and a name but a comma and titles."""
        language = self._reading.language
        words = _WORD.findall(between)
        known = all(word.lower() in language.titles or language.is_role(word.lower()) for word in words)
        return known and set(between) - set("".join(words)) <= set(" ,.")

    def _goes_on(self, number: int, start: int, end: int) -> bool:
        """Whether a pronoun says the quotation, and this entity is the source of the sentence right before it."""
        at = self._reading.sentence_at(start)
        first, _ = self._reading.paragraph_at(start)
        if not at or self._reading.sentences[at - 1][0] < first:
            return False
        (begin, stop), (before, _) = self._reading.sentences[at], self._reading.sentences[at - 1]
        outside = f"{self._reading.text[begin : max(begin, start)]} {self._reading.text[min(stop, end) : stop]}"
        who = {self._reading.language.pronouns.get(word, "") for word in _WORD.findall(outside.lower())} & {"m", "f"}
        source = [found.end() for found in self._sources.finditer(self._reading.text, before, begin)]
        entity = self._reading.entities[number]
        if not source or len(who) != 1:
            return False
        named = sorted(
            (mention.start, other)
            for other, one in enumerate(self._reading.entities)
            for mention in one.mentions
            if source[-1] <= mention.start < begin
        )
        gendered = not entity.gender or entity.gender in who
        return gendered and self._speaks(begin, stop, start, end) and [other for _, other in named] == [number]

    @cached_property
    def _sources(self) -> re.Pattern[str]:
        """Words that name a source: "according to"."""
        from bot.domain.claims.comparing.wording import SOURCE  # noqa: PLC0415  # Few quotations have a doubtful speaker.
        from bot.domain.claims.comparing.wordlists import wording_of  # noqa: PLC0415  # As above.

        signs = wording_of(self._reading.language.code).signs
        phrases = [re.escape(word).replace(r"\-", r"\s+") for word, found in signs.items() if SOURCE in found]
        return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})\b", re.IGNORECASE)

    def _is_cued(self, number: int, start: int, end: int) -> bool:
        """Whether a name stands with a verb of speech in the quotation's own sentence or in one beside it."""
        first, last = self._reading.paragraph_at(start)
        at = self._reading.sentence_at(start)
        near = [place for place in self._reading.sentences[max(0, at - 1) : at + 2] if first <= place[0] <= last]
        mentions = self._reading.entities[number].mentions
        return any(
            any(begin <= mention.start < stop and not start <= mention.start < end for mention in mentions)
            and self._speaks(begin, stop, start, end)
            for begin, stop in near
        )

    def _speaks(self, begin: int, stop: int, start: int, end: int) -> bool:
        """Whether a verb of speech stands in a sentence, outside of the quotation."""
        outside = f"{self._reading.text[begin : max(begin, start)]} {self._reading.text[min(stop, end) : stop]}"
        return any(word in self._reading.language.verbs for word in _WORD.findall(outside.lower()))


class Taken:
    """Spans of the text that are taken, by their starts."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        self._spans.insert(bisect_right(self._spans, (start, end)), (start, end))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span lies on one that is taken."""
        index = bisect_right(self._spans, (start, end))
        before = index > 0 and self._spans[index - 1][1] > start
        return before or (index < len(self._spans) and self._spans[index][0] < end)
