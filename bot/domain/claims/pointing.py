"""Claims of a statement that one sentence only points back to: "The mayor criticised that", and what stands before it.

"The mayor criticised that the town had sold the bridge" rests on two sentences: one that has her criticise something
in a word for it, and the one right before, which says what.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, GOVERNS, NOT, folded
from bot.domain.claims.restating.reasons import Linking, Reasons
from bot.domain.claims.rules.grammar import SPEECH
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

# How many sentences back a statement stands, and the most words more that the sentence that points to it may have.
_BACK = 2
_OTHER_WORDS = 3
_LEAST = 2
_REFUSING = frozenset({NOT, f"{GOVERNS}refuse", f"{GOVERNS}deny"})
_UNSURE = ("leaves out how sure it is", "tells as a fact what somebody says")


class Pointing:
    """One article's sentences that point back to a statement."""

    def __init__(
        self,
        story: Story,
        rules: Rules,
        missing: Callable[[Aligned], list[Token]],
        in_full: Callable[[Clauses, Aligned], Verdict | None],
    ) -> None:
        self._story = story
        self._rules = rules
        self._missing = missing
        self._reasons = Reasons(story, rules, missing)
        self._linking = Linking(story, rules, missing, in_full)
        language = story.reading.language
        self._completing = frozenset(map(folded, language.that)) | story.words.complements
        self._relatives = frozenset(map(folded, language.relatives))
        self._compounds = language.nouns_capitalised
        words = story.words
        self._marked = tuple([f"{one}{mark}" for one in words.particles for mark in words.infinitive_marks])

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim that completes what a sentence points to, None where there is none."""
        for main, completed in self._parts(text, claim):
            said = self._story.said(main)
            held = self._story.said(completed)
            if len(content_of(said.tokens)) < _LEAST or len(content_of(held.tokens)) < _LEAST:
                continue
            bare = all(token.entities for token in content_of(said.tokens))
            for told in self._story.sentences[1:]:
                if not self._says(told, said, itself=bare) or not self._points_back(told, said):
                    continue
                for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
                    if self._carries(self._story.sentences[number], held, refused=_refuses(said)):
                        places = self._story.reading.sentences
                        evidence = (places[number], places[told.number])
                        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return self._reasons.prove(text, claim) or self._linking.prove(text, claim)

    @staticmethod
    def _says(told: Told, said: Clauses, *, itself: bool) -> bool:
        """Whether a sentence tells that somebody says something where a claim does, by the very verb or by any.

        Where a claim has a name and that verb alone, it tells no more than that they speak.
        """
        spoken = {token.stem for token in said.tokens if token.signs & SPEECH}
        if itself:
            return not spoken.isdisjoint([token.stem for token in told.tokens])
        return not spoken or any(token.signs & SPEECH for token in told.tokens)

    def _parts(self, text: str, claim: Clauses) -> Iterator[tuple[str, str]]:
        """What is said of a statement, and the statement, for each clause that may be one."""
        for clause in range(1, len(claim.openers)):
            inside = [token for token in claim.tokens if token.clause == clause]
            opens = claim.openers[clause] in self._completing and not self._relates(claim, clause)
            opens = opens and not (_tells_why(claim, inside[0]) or self._sums_up(claim, clause - 1))
            behind = clause == len(claim.openers) - 1 and claim.marks[clause] == "," and len(inside) > _LEAST
            if behind and any(token.signs & SPEECH for token in inside[:_LEAST]):
                yield text[inside[0].start :], text[: inside[0].start].rstrip(" ,")  # "..., anunció Ana Ruiz".
            if opens or (claim.marks[clause] == "," and self._is_infinite(inside)):
                yield text[: inside[0].start].rstrip(" ,"), text[inside[0].start :]

    def _is_infinite(self, tokens: Sequence[Token]) -> bool:
        """Whether a clause has an infinitive by its mark, before it or behind its particle: "zurückzugeben"."""
        marks, begun = self._story.words.infinitive_marks, self._marked or ("\0",)
        return bool([1 for token in tokens if token.folded in marks or token.folded.startswith(begun)])

    def _sums_up(self, claim: Clauses, clause: int) -> bool:
        """Whether a clause behind a comma is a noun for what stands before it: "..., une demande | que la firme"."""
        inside = [token for token in claim.tokens if token.clause == clause]
        aside = claim.marks[clause] == "," and 0 < len(inside) <= _LEAST
        return aside and inside[-1].stem in self._story.words.referring

    def _relates(self, claim: Clauses, clause: int) -> bool:
        """Whether a comma tells that a word for "that" is relative, where none stands before what is completed."""
        marked = self._compounds or self._story.words.free_order
        return not marked and claim.marks[clause] == "," and claim.openers[clause] in self._relatives

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _points_back(self, told: Told, said: Clauses) -> bool:
        """Whether a sentence says no more than this of something that a word of it stands for."""
        anaphors = self._story.words.anaphors
        pointing = [at for at, token in enumerate(told.tokens) if token.folded in anaphors]
        if not [1 for at in pointing if self._points(told, at)]:
            return False
        aligned = align(content_of(said.tokens), told, self._story.words, compounds=self._compounds)
        left = (token for at, token in enumerate(told.tokens) if at not in aligned.matched)
        refused = not _refuses(said) and any(one.signs & _REFUSING for one in left)  # "Who denies it" does not say it.
        if not aligned.pairs or refused or self._missing(aligned):
            return False
        others = [at for at in self._others(aligned) if not told.tokens[at].entities & _named(said)]
        return len(others) <= _OTHER_WORDS and not self._rules.fault(said, aligned)

    @staticmethod
    def _others(aligned: Aligned) -> list[int]:
        """What else the clauses say that a claim takes words of, but for how many voted for it.

        A clause of its own is told besides: "That was ordered by the agency, after it had found rust".
        """
        tokens, matched = aligned.told.tokens, aligned.matched
        own = [at for at, token in enumerate(tokens) if token.clause in aligned.used and token.content]
        return [at for at in own if at not in matched and (tokens[at].value is None or tokens[at].dated)]

    def _points(self, told: Told, at: int) -> bool:
        """Whether a word that may stand for something told before is no article and no name: "criticised that"."""
        token, following = told.tokens[at], told.tokens[at + 1] if at + 1 < len(told.tokens) else None
        alone = following is None or not following.text[0].isupper() or not self._compounds
        return not token.entities and alone

    def _carries(self, told: Told, held: Clauses, *, refused: bool) -> bool:
        aligned = align(content_of(held.tokens), told, self._story.words, compounds=self._compounds)
        fault = "" if self._missing(aligned) else self._rules.fault(held, aligned)
        # What is ruled out or denied need not have been a fact: "The union demanded that; he ruled it out".
        return not self._missing(aligned) and (not fault or (refused and fault.startswith(_UNSURE)))


def _tells_why(claim: Clauses, opener: Token) -> bool:
    """Whether a word before one for "that" makes both tell why or when: "parce que", "después de que"."""
    before = claim.tokens[max(0, claim.tokens.index(opener) - 1)]
    return not before.content and not before.signs.isdisjoint({CAUSE, AFTER, BEFORE})


def _refuses(claim: Clauses) -> bool:
    return any(not token.signs.isdisjoint(_REFUSING) for token in claim.tokens)


def _named(claim: Clauses) -> frozenset[int]:
    return frozenset[int]().union(*(token.entities for token in claim.tokens))
