"""Claims that repeat a sentence of the article and leave out what marks set apart: the words are the article's own.

"Rosa Lind (Greens), who sits for Hallford, has resigned, and her seat is free": "Rosa Lind has resigned". Rules that
ask whether words were put together otherwise have nothing to ask there; what governs the sentence must still be kept.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import AFTER, CAUSE, CONCESSION, COND, MAGNITUDE, NOT, ONLY
from bot.domain.claims.restating.verbatim.words import LEAST_WORDS, Cut, cuts_of, joins, names_of, reports, words_of
from bot.domain.claims.rules.grammar import FINITE, SPEECH, governs
from bot.domain.claims.rules.rules import Rules
from bot.domain.claims.rules.speech import AS_FACT
from bot.domain.values.proof import Proof, Verdict

# A sentence of which more pieces are cut out is a new one.
_MOST_CUTS, _LEAST_CONTENT = 4, 2
_ASIDE = ",;–—"
# What rules ask of words that were put together otherwise, and these were not.
_TOGETHER = (
    "says of ", "joins ", "gives to another what", "leaves out what it is a part of", "leaves out what narrows it",
    "leaves out what is done", "turns round", "counts ", "calls somebody", "tells a difference", "tells of another",
    "puts in another's place", "says when otherwise", "turns a cause round", "says that something still is",
    "leaves out that it is a lesser office",
)  # fmt: skip
_WEIGHTY = {COND, NOT, ONLY}
# What the second of two joined circumstances may open with, besides a preposition.
_CIRCUMSTANCES = {AFTER, CONCESSION, CAUSE}


class Cutting:
    """One article's sentences, cut short."""

    def __init__(self, story: Story, rules: Rules) -> None:
        self._story = story
        self._rules = rules
        language = story.reading.language
        # Where a comma stands before every relative clause, one may narrow what it tells of.
        needed = story.words.free_order or language.nouns_capitalised
        self._relatives = frozenset[str]() if needed else language.relatives
        self._narrowing = language.relatives if needed else frozenset[str]()
        self._joins = language.coordinators or language.conjunctions & story.words.joins
        self._complements = story.words.complements | language.that
        self._speaking = language.participles
        self._small = story.words.ties | story.leading
        self._text = story.reading.text

    def prove(self, text: str, rests_on: Sequence[int]) -> Verdict | None:
        """The proof of a claim that is in the very words of a sentence, or of two, None where it is not."""
        claim = self._story.claim(text)
        near = self._story.sharing(content_of(claim.tokens), rests_on)
        told = next((told for told in near if self.has(claim, told)), None)
        place = (self._story.reading.sentences[told.number],) if told is not None else ()
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=place) if place else None

    def has(self, claim: Clauses, told: Told) -> bool:
        """Whether a sentence, alone or with the one behind it, has a claim in the very words."""
        if self._repeats(claim, told) or reports(claim, told, self._complements):
            return True
        last = told.number + 1 == len(self._story.sentences)
        return not last and joins(claim, told, self._story.sentences[told.number + 1], self._joins)

    # Complexity: each way in which words that are cut out may matter is a question of its own.
    def _repeats(self, claim: Clauses, told: Told) -> bool:
        """Whether a claim is a sentence without asides, and nothing speaks against it that an aside could change."""
        if len(content_of(claim.tokens)) < _LEAST_CONTENT or len(claim.tokens) < LEAST_WORDS:
            return False
        cuts = cuts_of(words_of(claim.tokens), words_of(told.tokens))
        cuts = cuts or cuts_of(names_of(claim.tokens), names_of(told.tokens))
        parted = [one for one in (self._without_time(told.tokens, *cut) for cut in cuts) if one[0] < one[1]]
        free = [self._is_free(told.tokens, *cut) for cut in parted]
        if not cuts or len(cuts) > _MOST_CUTS or None in free or self._parts_number(told.tokens, cuts):
            return False
        aligned = align(content_of(claim.tokens), told, self._story.words, compounds=False)
        if aligned.missing and len(claim.tokens) + sum(end - start for start, end in cuts) != len(told.tokens):
            return False  # "Nina Varga" is not meant by "Varga".
        if any(_names_another(aligned.tokens[at], told) for at in aligned.missing):
            return False  # Nor is "Rosa Varga" by "Nina Varga".
        if all(free) and parted == cuts:
            return True
        silent = self._is_reported(claim, told, cuts)
        faults = (fault for fault in self._rules.faults(claim, aligned) if not silent or fault != AS_FACT)
        return all(fault.startswith(_TOGETHER) for fault in faults)

    @staticmethod
    def _parts_number(tokens: Sequence[Token], cuts: Sequence[Cut]) -> bool:
        """Whether a cut takes away what belongs to the number before it: "two years (and six months)"."""
        return any(MAGNITUDE in tokens[start].signs for start, end in cuts if start < end)

    def _without_time(self, tokens: Sequence[Token], start: int, end: int) -> Cut:
        """A cut without the days that it begins or ends with: "(on Monday)", "(, a man from Selby, on Monday)"."""
        last = end
        while last > start and tokens[last - 1].dated:
            last -= 1
        while start < last < end and self._is_tie(tokens[last - 1]):
            last -= 1
        first = start
        while first < last and self._is_tie(tokens[first]):
            first += 1
        dated = first
        while dated < last and tokens[dated].dated:
            dated += 1
        return (dated if dated > first else start), last

    def _is_tie(self, token: Token) -> bool:
        """Whether a word only ties a day to its deed."""
        return token.folded in self._small and not token.signs

    def _is_joined(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether the first of two joined circumstances is cut out: "sacked him(, a month ago and) after a row"."""
        cut, ties = tokens[start:end], self._story.words.ties
        led = cut[:_LEAST_CONTENT] if cut[0].folded in self._story.leading else cut[:1]  # "A três jornadas".
        if cut[-1].folded not in self._joins or not (
            cut[0].folded in ties or any(one.value is not None for one in led)
        ):
            return False
        if tokens[end].folded not in ties and not tokens[end].signs & _CIRCUMSTANCES:
            return False
        return not any(one.mood in FINITE or one.signs & (SPEECH | _WEIGHTY) or governs(one) for one in cut)

    def _is_reported(self, claim: Clauses, told: Told, cuts: Sequence[Cut]) -> bool:
        """Whether a claim keeps the mood of what is reported, and nobody who may say it is cut: "habe ... und"."""
        if self._story.words.reporting.isdisjoint(token.folded for token in claim.tokens):
            return False
        parts = [told.tokens[start:end] for start, end in cuts]
        said = any(token.signs & SPEECH or token.clause != part[0].clause for part in parts for token in part)
        start, end = cuts[-1]
        apart = end == len(told.tokens) and start > 0 and "," in self._between(told.tokens, start - 1, start)
        return not said and not apart  # "..., so Lind".

    # Complexity: each way in which marks part a cut is a question of its own.
    def _is_free(self, tokens: Sequence[Token], start: int, end: int) -> bool | None:
        """Whether what a cut leaves out cannot govern the rest, False where it may, None where no marks part it."""
        before = self._between(tokens, start - 1, start) if start else ""
        after = self._between(tokens, end - 1, end) if end < len(tokens) else ""
        cut = tokens[start:end]
        if "(" in before and (")" in after or end == len(tokens)):
            return frozenset[str]().union(*[token.signs for token in cut]).isdisjoint(SPEECH | _WEIGHTY)
        if start and self._narrowing.intersection([cut[0].folded]):
            return None
        if end == len(tokens):
            return self._is_free_end(tokens, start, before)
        if start and "," in before and self._is_joined(tokens, start, end):
            return False
        inside = self._text[cut[0].start : cut[-1].start]
        if _has(before, _ASIDE) != bool(start) or not _has(after, ",–—") or (start and _has(inside, ",;:")):
            return None  # "Ann, who was fined, lost, and Bea, who sued, won".
        return bool(start) and cut[0].folded in self._relatives

    def _is_free_end(self, tokens: Sequence[Token], start: int, before: str) -> bool | None:
        """The same of what stands at a sentence's end."""
        cut = tokens[start:]
        said = any(token.signs & SPEECH for token in cut)
        if not _has(before, _ASIDE):
            # "... and has been sold"; not "between Norham and Selby".
            joined = cut[0].folded in self._joins and tokens[start - 1].value is None
            return False if joined and not said else None
        if cut[0].folded in self._speaking or cut[0].folded in self._relatives:
            # "..., saying that it would be late": what comes before is told; not "..., who fled, she said".
            later = any(token.signs & SPEECH for token in cut[1:])
            return True if not later or "," not in self._text[cut[0].start : cut[-1].start] else None
        return bool(cut[0].folded in self._joins or ";" in before) and not said

    def _between(self, tokens: Sequence[Token], one: int, other: int) -> str:
        return self._text[tokens[one].start + len(tokens[one].text) : tokens[other].start]


def _names_another(token: Token, told: Told) -> bool:
    """Whether a word names somebody whom a sentence does not."""
    return bool(token.entities) and token.entities.isdisjoint(told.named)


def _has(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)
