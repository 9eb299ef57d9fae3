"""Claims of a part of those told of before: "two of the three hurt left" of "Three were hurt. The other two left"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import PART
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.rules.rules import Rules
from bot.domain.claims.rules.wholes.parts import opens_among
from bot.domain.values.proof import Proof, Verdict

# How many sentences back the whole is counted, how many words stand before it, and how many tell what it is.
_BACK, _BEFORE_WHOLE, _NAMING = 3, 3, 4
_BESIDE = 2
_PAIR = 2
# Among how many words a claim opens with a part and a word for "of".
_BEFORE_TIE = 4


class Portions:
    """One article's parts of what was counted before."""

    def __init__(self, story: Story, rules: Rules) -> None:
        self._story = story
        self._rules = rules
        self._words = story.words
        self._amounts = amounts_of(story.reading.language.code)
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that tells a part of a whole counted before, None where there is none."""
        found = self._part(claim.tokens)
        if found is None:
            return self._of_those(claim)
        part, whole = found
        for told in self._story.sentences[1:]:
            others = self._others(told, part)
            held, naming = self._laid(claim, part, whole, told) if others is not None else (None, ())
            before = self._counted_before(told, (whole, *naming)) if held is not None else None
            if held is None or before is None or held[1].used != {others} or self._rules.fault(*held):
                continue
            places = self._story.reading.sentences
            return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(places[before], places[told.number]))
        return None

    def _of_those(self, claim: Clauses) -> Verdict | None:
        """The proof by a clause that tells of a part of those before it: "most of the 40", "40 men, most of whom"."""
        tokens = claim.tokens
        tie = next((at for at, token in enumerate(tokens[:_BEFORE_TIE]) if self._ties(token)), 0)
        part = next(filter(self._is_part, tokens[:tie]), None)
        if part is None or not self._words.among:
            return None
        for told in self._story.sentences:
            for clause in range(1, len(told.clauses.openers)):
                if not opens_among(told.tokens, clause, self._words.among):
                    continue
                named = self._named_before(tokens[tie + 1 :], told, clause)
                if named and self._is_told_of(claim, part, named, told, clause):
                    place = self._story.reading.sentences[told.number]
                    return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return None

    def _is_part(self, token: Token) -> bool:
        return PART in token.signs or token.value is not None or token.stem in self._words.majority

    def _ties(self, token: Token) -> bool:
        return token.folded in self._words.partitives or token.folded in self._story.of_words

    def _named_before(self, tokens: Sequence[Token], told: Told, clause: int) -> list[Token]:
        """The claim's words for those before a clause that tells of a part of them, the last word there among them."""
        before = [at for at, token in enumerate(told.tokens) if token.clause == clause - 1 and token.content]
        named: list[Token] = []
        for token in content_of(tokens)[:_NAMING]:
            laid = align([token], told, self._words, compounds=self._compounds)
            if laid.places[0] not in before:
                break
            named.append(token)
        last = align(named, told, self._words, compounds=self._compounds) if named else None
        return named if last is not None and before[-1] in last.matched else []

    def _is_told_of(self, claim: Clauses, part: Token, named: list[Token], told: Told, clause: int) -> bool:
        """Whether a clause has all that a claim tells of a part, and nothing speaks against it."""
        tokens = claim.tokens
        first, last = tokens.index(part) + 1, tokens.index(named[-1])
        kept = [token for at, token in enumerate(tokens) if not first <= at <= last]
        laid = align(content_of(kept), told, self._words, compounds=self._compounds)
        if len(content_of(kept)) < _PAIR or laid.missing or laid.used != {clause}:
            return False
        return not self._rules.fault(replace(claim, tokens=kept), laid)

    def _part(self, tokens: Sequence[Token]) -> tuple[Token, Token] | None:
        """The numbers of a part and its whole: "two of the three"."""
        tying = self._words.partitives | self._story.of_words
        for at, token in enumerate(tokens[:-_BESIDE]):
            if token.value is None or tokens[at + 1].folded not in tying:
                continue
            near = tokens[at + 2 : at + 2 + _BEFORE_WHOLE]
            whole = next((other for other in near if other.value is not None), None)
            if whole is not None and (whole.value or 0) > token.value:
                return token, whole
        return None

    def _others(self, told: Told, part: Token) -> int | None:
        """The clause that tells of as many others: "the other two", "die beiden anderen"; None where none does."""
        for at, token in enumerate(told.tokens):
            both = token.folded in self._amounts.pairs and part.value == _PAIR
            near = told.tokens[max(0, at - _BESIDE) : at + 1 + _BESIDE] if both or token.value == part.value else ()
            if any(other.folded in self._amounts.others for other in near):
                return token.clause
        return None

    def _laid(
        self, claim: Clauses, part: Token, whole: Token, told: Told
    ) -> tuple[tuple[Clauses, Aligned] | None, Sequence[Token]]:
        """A claim without its numbers laid beside a sentence, and what of it names the whole; None where more lacks."""
        tokens = claim.tokens
        first = tokens.index(whole)
        rest = [token for token in content_of(tokens) if token is not whole and token is not part]
        missing = [rest[at] for at in align(rest, told, self._words, compounds=self._compounds).missing]
        if len(missing) > _NAMING or any(token not in tokens[first : first + 2 * _NAMING] for token in missing):
            return None, ()
        left = {id(token) for token in (*missing, *tokens[tokens.index(part) : first + 1])}
        kept = [token for token in tokens if id(token) not in left]
        if not content_of(kept):
            return None, ()
        return (
            (replace(claim, tokens=kept), align(content_of(kept), told, self._words, compounds=self._compounds)),
            missing,
        )

    def _counted_before(self, told: Told, naming: Sequence[Token]) -> int | None:
        """The number of the sentence before that counts the whole."""
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            laid = align(naming, self._story.sentences[number], self._words, compounds=self._compounds)
            if not laid.missing:
                return number
        return None
