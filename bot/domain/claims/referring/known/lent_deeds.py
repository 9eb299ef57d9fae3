"""A deed that one sentence lends to the circumstances of another: "It will sleep in the barn", not "train there".

What a pronoun stands for is somebody or something. A claim that takes of a sentence no more than a time or a place,
and leaves its verb out, has its deed from elsewhere: there it was not told of that time or place.
"""

from collections.abc import Collection, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, IS, NEUTRAL, NOT, PASSIVE, WAS, folded
from bot.domain.claims.referring.pointers import SURE

_HELPING = {IS, WAS, PASSIVE}
_SAYING = {ANNOUNCED, NEUTRAL}  # "Found", "said": they say nothing by themselves.


class LentDeeds:
    """One article's sentences, asked whether a claim takes only their circumstances."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._words = story.words
        self._nouns = language.nouns_capitalised
        self._leading = story.leading | frozenset(map(folded, language.definite))
        self._ties = story.words.ties - (story.leading - story.words.fused) - story.words.infinitive_marks
        self._against = story.words.against
        helping = (
            story.words.perfects
            | frozenset(map(folded, language.perfect))
            | frozenset(map(folded, language.reflexives))
        )
        self._helping = helping - self._ties - story.leading

    def lent(self, claim: Clauses, aligned: Aligned) -> list[Token]:
        """What a sentence lacks of a claim, where the claim's deed is among it; else nothing."""
        missing = [aligned.tokens[at] for at in aligned.missing]
        return missing if self._are_lent(claim, aligned, missing, ()) else []

    def are_put_in(self, claim: Clauses, aligned: Aligned, inside: range) -> bool:
        """Whether a claim has its deed of words that were put in at some places of a sentence."""
        return self._are_lent(claim, aligned, [token for token, at in aligned.pairs if at in inside], inside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _are_lent(self, claim: Clauses, aligned: Aligned, lent: Sequence[Token], inside: Collection[int]) -> bool:
        """Whether a claim has its deed among words that are `lent`, and of the sentence only a time or a place.

        `inside` are the places of the sentence where words were put in.
        """
        words = [one for one in lent if one.content and not one.entities and one.value is None and not one.dated]
        if not words or not aligned.pairs:
            return False
        if self._changes_side(claim, aligned):
            return True
        tokens = aligned.told.tokens
        own = self._story.sentences[aligned.told.number].places  # What was put in before is none of its words.
        taken = [at for _, at in aligned.pairs if at not in inside and not own.keys().isdisjoint(tokens[at].keys)]
        when = [at for at in taken if self._is_circumstance(tokens, at)]
        if not when or any(not tokens[at].entities for at in taken if at not in when):
            return False
        if not self._leaves_verb(claim, aligned, {tokens[at].clause for at in when}):
            return False
        only_when = all(self._is_time(tokens[at]) for at in when) and self._tells_only(claim, aligned, lent)
        return only_when or self._has_deed(claim.tokens, words)

    def _is_time(self, token: Token) -> bool:
        return token.dated or token.folded in self._words.hours or token.folded in self._words.durations

    def _tells_only(self, claim: Clauses, aligned: Aligned, lent: Sequence[Token]) -> bool:
        """Whether a claim has no word for a deed, and only says that it was: "the museum was on Monday"."""
        small = [one for one in claim.tokens if not one.content]
        taken = {id(one) for one, _ in aligned.pairs} | set(map(id, lent))
        rest = [one for one in claim.tokens if one.content and id(one) not in taken]
        return not rest and any(one.signs & _HELPING for one in small)

    def _changes_side(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a sentence ends a clause in "against" or in "for", and a claim tells of the other side."""
        against, favour = self._against, self._words.special["votes_for"]
        tokens, used = self._story.sentences[aligned.told.number].tokens, aligned.used
        ends = [at for at, one in enumerate(tokens) if one.folded in against or one.folded in favour]
        ends = [at for at in ends if tokens[at].clause in used and _ends_clause(tokens, at)]
        if len(ends) != 1:
            return False
        end, said = tokens[ends[0]], {one.folded for one in claim.tokens}
        if end.folded in favour:
            return not against.isdisjoint(said) and favour.isdisjoint(said)
        opposed = any(
            one.stem in self._words.opposing or NOT in one.signs or one.keys & end.keys for one in claim.tokens
        )
        return against.isdisjoint(said) and not opposed

    def _is_circumstance(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a time, or stands behind a preposition, with what describes it between them."""
        token = tokens[at]
        if self._is_time(token) or token.folded in self._ties:
            return True
        if token.mood in SURE:
            return False
        for place in range(at - 1, -1, -1):
            before = tokens[place]
            if before.clause != token.clause or before.mood in SURE or before.folded in self._helping:
                return False
            if before.folded in self._ties:
                return True
            if not (before.content or before.folded in self._leading or before.value is not None):
                return False
        return False

    def _leaves_verb(self, claim: Clauses, aligned: Aligned, clauses: set[int]) -> bool:
        """Whether a claim leaves a verb out that one of its clauses has in the sentence as it stands."""
        taken = {aligned.told.tokens[at].stem for at in aligned.matched} | {one.stem for one in claim.tokens}
        tokens = self._story.sentences[aligned.told.number].tokens
        return any(
            one.stem not in taken and one.clause in clauses and self._may_be_deed(tokens, at)
            for at, one in enumerate(tokens)
        )

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _may_be_deed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is none of a noun's phrase: no article, number or preposition before it, in small letters."""
        token = tokens[at]
        if not (token.content or token.signs & _SAYING) or token.entities or token.dated or token.value is not None:
            return False
        if token.mood in SURE:
            return True
        if at and token.text[0].isupper():
            return False
        before = tokens[at - 1] if at and tokens[at - 1].clause == token.clause else None
        if before is None:
            return not self._nouns and at == 0 and self._words.omits_subjects
        if self._nouns:
            return before.text[0].isupper() or at == 1 or at + 1 == len(tokens)
        return before.folded not in self._leading | self._ties and not before.content and before.value is None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _has_deed(self, tokens: Sequence[Token], lent: Sequence[Token]) -> bool:
        """Whether one of the words that are lent tells what is done."""
        helped = any(one.signs & _HELPING or one.folded in self._helping for one in tokens)
        for one in lent:
            before = tokens[tokens.index(one) - 1] if one.before else None
            if one.mood in SURE:
                return True
            if before is not None and (
                before.folded in self._helping
                or f"{GOVERNS}future" in before.signs
                or before.folded in self._words.infinitive_marks
            ):
                return True
            if self._nouns and one.text[0].islower():
                return True
        small = [one for one in lent if one.before and one.before not in self._leading | self._ties]
        return not helped and bool(small)


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the last of its clause."""
    return at + 1 == len(tokens) or tokens[at + 1].clause != tokens[at].clause
