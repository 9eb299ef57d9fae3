"""Claims that somebody says what one statement of a quotation says: "Ann Holm said that she had promised nothing".

The statement is told behind the claim's own words for who says it, and the claim is held against that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, COND, GOVERNS, NEUTRAL, NOT, ONLY, PASSIVE, SOURCE, folded
from bot.domain.claims.restating.quoted.crossing import QuotedCrossing
from bot.domain.claims.restating.quoted.statements import QuotedStatements
from bot.domain.claims.rules.cues.denied import loses_word
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

# Among how many words at a claim's beginning its verb of saying is.
_OPENING = 8
# Among how many words at a statement's beginning who does it is.
_OPENS = 3
# How many words may stand between a verb of saying and "that" where it tells whom that is said to.
_LISTENER = 3
# What tells that somebody says something, as one; views that are told like what is said.
_SAYING, _SAID = {NEUTRAL, ANNOUNCED, f"{GOVERNS}allege"}, "said"
_HELD = {f"{GOVERNS}suspect"}
_TELLING = {NEUTRAL, ANNOUNCED, f"{GOVERNS}promise"}
_AHEAD = {"future", "conditional"}
_NO_KEYS: frozenset[str] = frozenset()
_NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class SpeakerFrame:
    """A claim's words for who says it, and the number of that speaker.

    `holds` is whether they only name them, who hopes or demands something: "Ann Holm hopes that ..." of "I hope ...".
    """

    tokens: Sequence[Token]
    speaker: int
    holds: bool = False


class Retelling:
    """One article's quotations, told as what their speakers say.

    `in_full` gives the proof of a claim by a sentence with what its words stand for in their place, and `exchanged`
    tells what a claim has another do than a sentence does.
    """

    def __init__(
        self,
        story: Story,
        rules: Rules,
        in_full: Callable[[Clauses, Aligned], Verdict | None],
        exchanged: Callable[[Clauses, Aligned], str],
    ) -> None:
        self._story = story
        self._rules, self._in_full, self._exchanged = rules, in_full, exchanged
        self._grammar = story.once(Grammar)
        self._statements = QuotedStatements(story)
        self._crossing = QuotedCrossing(story, self._statements)
        self._that = frozenset(map(folded, story.reading.language.that))
        self._whens = story.words.special["whens"]
        self._small = story.leading | story.words.ties
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that somebody says something, by one statement of theirs, None where there is none."""
        frame = None if claim.headline else self._frame(claim.tokens)
        if frame is None:
            return None
        laid = (self._laid(claim, frame, told) for told in self._told(claim, frame))
        proofs = (self._held(claim, aligned) for aligned in laid if not self._is_otherwise(claim, frame, aligned))
        return next((proof for proof in proofs if proof is not None), None)

    def crossed(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim of one statement that has words of two of a quotation's, "" for nothing."""
        return self._crossing.fault(claim, aligned)

    def _held(self, claim: Clauses, aligned: Aligned) -> Verdict | None:
        """The proof of a claim by one statement of a quotation, None where it does not carry it."""
        missing = [aligned.tokens[at] for at in aligned.missing]
        whole = self._story.sentences[aligned.told.number]
        if missing:  # What stands in another statement is not of this one.
            there = any(not whole.places.keys().isdisjoint(token.keys) for token in missing)
            return None if there else self._in_full(claim, aligned)
        fault = self._rules.fault(claim, aligned) or self._exchanged(claim, aligned)
        if fault or loses_word(claim, aligned, self._story.words, behind_verb=self._compounds):
            return None
        place = self._story.reading.sentences[whole.number]
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))

    def _is_otherwise(self, claim: Clauses, frame: SpeakerFrame, aligned: Aligned) -> bool:
        """Whether a claim denies what a statement does not, or the reverse, or has another do it."""
        first, told = len(frame.tokens), aligned.told
        mine, theirs = claim.tokens[first:], told.tokens[first:]
        used = aligned.used | {theirs[0].clause}
        denied = any(NOT in token.signs for token in theirs if token.clause in used)
        if denied != any(NOT in token.signs for token in mine):
            return True
        if _turning(theirs, used) - _turning(mine, None) - _HELD or _limits(theirs) - _limits(mine):
            return True
        inside = [token for token in theirs if token.clause in aligned.used]
        firsts = any(map(self._statements.is_first, (*inside, *theirs[:_OPENS])))
        if not frame.holds and not firsts and self._leaves_out_who(claim, frame):
            return True  # "He sold it" is not "she says she sold it".
        crossed = self._crossing.joins(claim, aligned) or self._crossing.is_of_other_gender(mine, inside)
        return crossed or self._crossing.is_of_theirs(aligned, range(first, len(told.tokens)))

    def _leaves_out_who(self, claim: Clauses, frame: SpeakerFrame) -> bool:
        """Whether a claim leaves out who does what is said: "a assuré n'avoir rien promis"."""
        opening = claim.tokens[len(frame.tokens) :][:_OPENS]
        ends, having = self._story.words.infinitives, self._grammar.perfect_infinitives
        if any(token.folded in having or (ends and token.plain.endswith(ends)) for token in opening):
            return True
        words, perfects = self._story.words, self._grammar.perfects
        small = words.clitics - perfects
        first = next((token for token in opening if NOT not in token.signs and token.folded not in small), None)
        if first is None or not words.omits_subjects:
            return False
        return first.folded in perfects or (first.mood in FINITE and first.folded not in self._story.leading)

    def _laid(self, claim: Clauses, frame: SpeakerFrame, told: Told) -> Aligned:
        """A claim beside a statement of the speaker's: who says it beside that alone, all else beside what is said."""
        first = len(frame.tokens)
        said = [token for token in claim.tokens[first:] if token.content]
        bare = [replace(token, keys=_NO_KEYS, entities=_NOBODY, narrow=_NO_KEYS) for token in told.tokens[:first]]
        tokens = [*bare, *told.tokens[first:]]
        blank = replace(told, clauses=replace(told.clauses, tokens=tokens), named={}, _places={})
        blank.place()
        there = align(said, blank, self._story.words, compounds=self._compounds)
        if any(opener in self._whens for opener in told.clauses.openers):
            for token, place in there.pairs:  # "It sails when it is safe": "it will sail".
                told.tokens[place].mood = token.mood if token.mood in _AHEAD else told.tokens[place].mood
        own = [at for at, token in enumerate(frame.tokens) if token.content]
        return Aligned(told, [*(frame.tokens[at] for at in own), *said], [*own, *there.places])

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _frame(self, tokens: Sequence[Token]) -> SpeakerFrame | None:
        """The words for who says or holds something that a claim opens with, None where it does not open so."""
        if tokens and SOURCE in tokens[0].signs:
            return self._sourced(tokens)
        verb = next((at for at, token in enumerate(tokens[:_OPENING]) if token.signs - {NOT, PASSIVE}), 0)
        speaker = _only_named(tokens[:verb])
        if speaker is None:
            return None
        if governs(tokens[verb]) and not self._is_promised(tokens[: verb + 1], speaker):
            last = next(at for at in range(verb - 1, -1, -1) if tokens[at].entities)
            return SpeakerFrame(tokens[: last + 1], speaker, holds=True)
        denied = any(NOT in token.signs for token in tokens[:verb])
        end = verb + 1
        if not tokens[verb].signs <= _TELLING or denied or self._has_listener(tokens[end:]):
            return None
        while end < len(tokens) and tokens[end].folded in self._grammar.complements:
            end += 1
        return SpeakerFrame(tokens[:end], speaker) if end < len(tokens) else None

    def _is_promised(self, tokens: Sequence[Token], speaker: int) -> bool:
        """Whether a claim's verb is one of promising by which the article tells what its speaker is quoted with."""
        frame = SpeakerFrame(tokens, speaker)
        promises = tokens[-1].signs <= _TELLING
        quoting = [told for told in self._story.sentences if speaker in told.quoted] if promises else []
        return any(self._is_told_so(frame, told) for told in quoting)

    def _sourced(self, tokens: Sequence[Token]) -> SpeakerFrame | None:
        """The words for whose view a claim tells, "according to Ann Holm,", None where they name nobody or say more."""
        end = next((at for at, token in enumerate(tokens) if token.clause), len(tokens))
        speaker = _only_named(tokens[:end])
        return None if speaker is None or end == len(tokens) else SpeakerFrame(tokens[:end], speaker)

    def _has_listener(self, behind: Sequence[Token]) -> bool:
        """Whether words tell whom something is said to, before "that"."""
        that = next((at for at, token in enumerate(behind[: _LISTENER + 1]) if token.folded in self._that), 0)
        return bool(that) and all(token.content or token.folded in self._small for token in behind[:that])

    def _told(self, claim: Clauses, frame: SpeakerFrame) -> Iterator[Told]:
        """Each statement of the speaker's, behind a claim's own words for who says it."""
        joined = claim.tokens[len(frame.tokens)].clause == frame.tokens[-1].clause
        for told in [told for told in self._story.sentences if frame.speaker in told.quoted]:
            if not self._is_told_so(frame, told):
                continue
            for places in self._statements.of(told, frame.speaker):
                if not frame.holds:
                    yield self._framed(claim, frame, told, places, joined=joined)
                elif held := self._statements.held(told, places, claim.tokens[len(frame.tokens) :]):
                    yield _of_others(claim, self._framed(claim, frame, told, held, joined=True))

    @staticmethod
    def _is_told_so(frame: SpeakerFrame, told: Told) -> bool:
        """Whether a sentence tells how somebody says it as a claim does that tells more than that: "promised"."""
        verbs = [one for one in frame.tokens if one.signs & _TELLING]
        if not verbs or verbs[0].signs == {NEUTRAL}:
            return True
        signs, keys = verbs[0].signs, verbs[0].keys
        same = [at for at, one in enumerate(told.tokens) if one.signs == signs and not one.keys.isdisjoint(keys)]
        return bool([at for at in same if told.quoted[at] is None])

    @staticmethod
    def _framed(claim: Clauses, frame: SpeakerFrame, told: Told, places: Sequence[int], *, joined: bool) -> Told:
        ahead = [token.copy() for token in frame.tokens]
        said = [told.tokens[at].copy() for at in places]
        shift = ahead[-1].clause + (not joined) - said[0].clause
        first, last = said[0].clause, said[-1].clause
        for at, token in enumerate(ahead):
            token.start = said[0].start - len(ahead) + at
        for token in said:
            token.clause += shift
        said[0].before = ahead[-1].folded if joined else ""
        behind = ahead[-1].clause + 1
        openers = [*claim.openers[:behind], *([] if joined else [said[0].folded])]
        marks = [*claim.marks[:behind], *([] if joined else claim.marks[behind : behind + 1] or [","])]
        openers += told.clauses.openers[first + 1 : last + 1]
        marks += told.clauses.marks[first + 1 : last + 1]
        quoted = [*(None for _ in ahead), *(told.quoted[at] for at in places)]
        made = replace(told, clauses=Clauses([*ahead, *said], openers, marks), quoted=quoted, named={}, _places={})
        made.place()
        return made


def _only_named(tokens: Sequence[Token]) -> int | None:
    """The only one whom words name that say nothing else, None where they name nobody or say more."""
    said = [token.entities for token in tokens if token.content]
    named = frozenset[int]() if not said else frozenset.intersection(*said)
    return next(iter(named)) if len(named) == 1 else None


def _turning(tokens: Sequence[Token], clauses: set[int] | None) -> set[str]:
    """What makes less than a fact of what words tell, or another's word; of `clauses` and those before them alone."""
    last = max(clauses) if clauses else max(token.clause for token in tokens)
    inside = [token for token in tokens if token.clause <= last]
    return {
        _SAID if sign in _SAYING else sign
        for one in inside
        for sign in one.signs
        if sign in _SAYING or sign.startswith(GOVERNS)
    }


def _of_others(claim: Clauses, told: Told) -> Told:
    """A sentence of what somebody hopes, as others tell it: "Ann Holm hopes", not "hope"."""
    mine, theirs = (next(token for token in one.tokens if governs(token)) for one in (claim, told))
    theirs.folded, theirs.mood = mine.folded, mine.mood
    return replace(told, quoted=[None] * len(told.tokens))


def _limits(tokens: Sequence[Token]) -> set[str]:
    """Whether words tell a condition or a restriction."""
    return {sign for token in tokens for sign in token.signs if sign in {COND, ONLY}}
