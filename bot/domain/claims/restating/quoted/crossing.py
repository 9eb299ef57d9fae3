"""What a claim mixes of two statements of a quotation, or takes of what its speaker denies saying.

crossed     "the hall is not being closed" of "We are not closing the school, we are renting the hall"
disavowed   "she said it rained" of "I do not say that it rained"
another     "she said that she had sold it" of "I think that he sold it"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import COND, NEUTRAL, NOT, folded
from bot.domain.claims.restating.quoted.statements import QuotedStatements
from bot.domain.claims.rules.grammar import Grammar

_SEVERAL = 2
# Among how many words at a statement's beginning "I never said" stands.
_SAYING_WORDS = 5
# Among how many words a possessive stands with what does something, before or behind it.
_OWNED = 2
_GENDERS = ("m", "f")


class QuotedCrossing:
    """One article's quotations, asked what a claim may not join."""

    def __init__(self, story: Story, statements: QuotedStatements) -> None:
        self._story = story
        self._statements = statements
        self._complements = story.once(Grammar).complements
        words = story.words
        self._joining = words.joins | words.joining | words.special["rather"]
        owning = story.reading.language.possessives
        self._mine = words.special["mine"].union(folded(word) for word, who in owning.items() if who == "1")

    # Complexity: what a claim may mix is asked one thing after the other.
    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim of one statement that has words of two of a quotation's, "" for nothing.

        "We are not closing the school, we are renting the hall": the hall is not closed. What a pronoun stands for may
        be of another statement.
        """
        told, parts = aligned.told, () if self._joins(claim) else self._parts(aligned.told)
        mine = {place for token, place in aligned.pairs if told.quoted[place] not in {None, *token.entities}}
        used = [part for part in parts if not mine.isdisjoint(part)]
        if not used:
            return ""
        main = max(used, key=lambda part: len(mine.intersection(part)))
        stems = {told.tokens[at].stem for at in main}
        mine = {at for at in mine if at in main or told.tokens[at].stem not in stems}
        if self._is_denied_elsewhere(claim, told, parts, main) or self._is_disavowed(claim, told, main, mine):
            return f"denies what the article does not deny: {told.tokens[main[0]].text}"
        if self._leaves_condition(claim, told, main, mine):
            return f"leaves out a condition: {told.tokens[main[0]].text}"
        if self.is_of_theirs(aligned, main):
            return f"gives to another what is done: {told.tokens[main[0]].text}"
        inside = [told.tokens[at] for part in used for at in part if told.tokens[at].clause in aligned.used]
        if self.is_of_other_gender(claim.tokens, inside):
            return f"gives to another what is done: {inside[0].text}"
        others = mine.difference(main)
        return (
            f"joins what two statements tell: {told.tokens[min(others)].text}"
            if others and not self._points(told, main)
            else ""
        )

    def _parts(self, told: Told) -> Sequence[Sequence[int]]:
        """The statements of what a sentence quotes, none of a sentence that is told otherwise than the article does."""
        whole = told.number >= 0 and told is self._story.sentences[told.number]
        return self._statements.parts(told) if whole and told.quoted.count(None) < len(told.quoted) else ()

    @staticmethod
    def _leaves_condition(claim: Clauses, told: Told, part: Sequence[int], mine: set[int]) -> bool:
        """Whether a claim leaves out on what all of a statement depends: "if it rains, we stay, and we win"."""
        opening = [
            told.tokens[at] for at in part[:_SAYING_WORDS] if told.tokens[at].clause == told.tokens[part[0]].clause
        ]
        depends = any(COND in token.signs for token in opening[:_SEVERAL])
        taken = any(told.tokens[at].clause == opening[0].clause for at in mine)
        return depends and not taken and not any(COND in token.signs for token in claim.tokens)

    def is_of_theirs(self, aligned: Aligned, part: Sequence[int]) -> bool:
        """Whether a claim has who speaks do what somebody of theirs does: "my sister bought it", "he bought it"."""
        tokens, used = aligned.told.tokens, aligned.used
        places = [at for at in part if tokens[at].clause in used and tokens[at].folded not in self._joining]
        if not any(tokens[at].folded in self._mine for at in places[:_OWNED]):
            return False
        owned = next((at for at in places if tokens[at].content and tokens[at].folded not in self._mine), places[0])
        return owned not in aligned.matched

    def joins(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a claim of one statement has words of two clauses that a word joins."""
        taken = {aligned.told.tokens[place].clause for token, place in aligned.pairs if not token.entities}
        clauses = aligned.told.clauses
        between = range(min(taken, default=0) + 1, max(taken, default=0) + 1)
        joined = any(clauses.marks[one] == ";" or clauses.openers[one] in self._joining for one in between)
        return joined and not self._joins(claim)

    @staticmethod
    def _is_denied_elsewhere(claim: Clauses, told: Told, parts: Sequence[Sequence[int]], taken: Sequence[int]) -> bool:
        """Whether a claim denies something, and of a quotation's statements only others than the one it takes do so."""
        if claim.opposed or not any(NOT in token.signs for token in claim.tokens):
            return False
        denying = [part for part in parts if any(NOT in told.tokens[at].signs for at in part)]
        return bool(denying) and taken not in denying

    @staticmethod
    def _is_disavowed(claim: Clauses, told: Told, part: Sequence[int], mine: set[int]) -> bool:
        """Whether a claim has somebody say what they only say that they do not say: "I do not say that it rains"."""
        opening = [told.tokens[at] for at in part[:_SAYING_WORDS]]
        if max(told.tokens[at].clause for at in mine) > opening[0].clause + 1:
            return False  # "..., but it rains."
        said = next((at for at, token in enumerate(opening) if NEUTRAL in token.signs), 0)
        denied = any(NOT in token.signs for token in opening[:said])
        return denied and sum(NEUTRAL in token.signs for token in claim.tokens) < _SEVERAL

    def is_of_other_gender(self, told: Sequence[Token], said: Sequence[Token]) -> bool:
        """Whether a claim has "she" do what is only said of "him", and nothing of who speaks."""
        mine, theirs = (
            {form for token in tokens if self._may_do(token) and (form := self._story.pronoun_form(token)) in _GENDERS}
            for tokens in (told, said)
        )
        return bool(mine and theirs) and mine.isdisjoint(theirs) and not any(map(self._statements.is_first, said))

    def _may_do(self, token: Token) -> bool:
        """Whether a word stands where who does something does: first in its clause, behind "that" or "said"."""
        words, before = self._story.words, token.before
        return not before or before in self._complements or NEUTRAL in words.signs.get(before, ())

    def _joins(self, claim: Clauses) -> bool:
        """Whether a claim may tell more than one statement."""
        return ";" in claim.marks or any(token.folded in self._joining for token in claim.tokens)

    def _points(self, told: Told, part: Sequence[int]) -> bool:
        """Whether a statement has a word for what was told before it."""
        clitics = (self._story.words.clitics | self._story.words.object_pronouns) - self._story.leading
        tokens = [told.tokens[at] for at in part]
        return any(
            token.folded in clitics or self._story.pronoun_form(token)
            for token in tokens
            if not self._statements.is_first(token)
        )
