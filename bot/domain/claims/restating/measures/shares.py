"""What share of those counted a claim tells of: "more than half of the jars" of "24 jars: 15 contained lead"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.quantities import is_share
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, NOT, alike
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.restating.measures.figures import turning
from bot.domain.claims.rules.grammar import is_time
from bot.domain.values.proof import Proof, Verdict

_WHOLE, _HALF = 100, 50
# Among how many words a claim opens with a share, and among how many behind it stands what it is a share of.
_OPENING, _BEHIND = 5, 5


class Shares:
    """One article's numbers of a part told right behind that of the whole."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._compounds = story.reading.language.nouns_capitalised
        self._small = story.leading | story.of_words

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that tells of a share of what is counted, None where there is none."""
        opening = claim.tokens[:_OPENING]
        shared = next((at for at, token in enumerate(opening) if token.share is not None), None)
        most = next((at for at, token in enumerate(opening) if self._is_most(token)), None)
        at = shared if shared is not None else most
        if at is None or any(map(counts, [*claim.tokens[:at], *claim.tokens[at + 1 :]])):
            return None
        share, behind = self._bounded(claim.tokens, at), content_of(claim.tokens[at + 1 : at + 1 + _BEHIND])
        said = content_of(claim.tokens[at + 1 :])
        if len(said) <= 1 or not behind:
            return None
        for told, whole, part in self._parts():
            so = is_share(share, _WHOLE * _value(*part) / _value(told, whole))
            if so and self._is_said(claim, (behind[0], said), (told, whole), part):
                numbers = dict.fromkeys((told.number, part[0].number))
                places = tuple(self._story.reading.sentences[number] for number in numbers)
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=places)
        return None

    def _is_most(self, token: Token) -> bool:
        return token.folded in self._words.majority or token.stem in self._words.majority

    def _bounded(self, tokens: Sequence[Token], at: int) -> Token:
        """A share with the bound that words before it tell, half for a majority: "more than half"."""
        signs = frozenset[str]().union(*[token.signs for token in tokens[:at]])
        share = tokens[at].copy()
        if any(map(self._is_most, tokens[: at + 1])):
            share.share, share.bound = _HALF, FLOOR
        if not share.bound:
            share.bound = FLOOR if signs & {MORE, FLOOR} else CEILING if signs & {LESS, CEILING} else ""
        return share

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _parts(self) -> Iterator[tuple[Told, int, tuple[Told, int]]]:
        """Where a whole is counted, and a part of it that opens a clause right behind it, or the next sentence."""
        sentences = self._story.sentences
        for told in sentences:
            places = [at for at, token in enumerate(told.tokens) if counts(token)]
            if not places or any(speaker is not None for speaker in told.quoted):
                continue
            for one, other in pairwise(places):
                if self._opens(told, other) and told.tokens[other].clause > told.tokens[one].clause:
                    yield told, one, (told, other)
            after = sentences[told.number + 1 : told.number + 2]
            first = next((at for at, token in enumerate(after[0].tokens) if token.content), None) if after else None
            if first is not None and counts(after[0].tokens[first]) and self._opens(after[0], first):
                yield told, places[-1], (after[0], first)

    def _opens(self, told: Told, at: int) -> bool:
        """Whether a number opens its clause."""
        inside = [token for token in told.tokens[:at] if token.clause == told.tokens[at].clause]
        return not any(token.content for token in inside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_said(
        self, claim: Clauses, said: tuple[Token, Sequence[Token]], whole: tuple[Told, int], part: tuple[Told, int]
    ) -> bool:
        """Whether a claim tells of a share of what is counted what is told of the part."""
        thing, tokens = said
        (told, at), (other, number) = whole, part
        counted = next((one for one in told.tokens[at + 1 :] if one.content), None)
        if counted is None or counted.clause != told.tokens[at].clause or not counted.keys & thing.keys:
            return False
        end = next((place for place in range(number, len(other.tokens)) if self._ends(other, number, place)), None)
        mine = Told(0, Clauses(other.tokens[number + 1 : end]))
        mine.place()
        behind = next((one for one in mine.tokens if one.content), None)
        rest = [token for token in tokens if token is not thing]
        laid = align(rest, mine, self._words, compounds=self._compounds)
        taken = {id(mine.tokens[place]) for place in laid.matched}
        missing = [rest[place] for place in laid.missing]
        # "Continha", "continham".
        same = [one for one in missing if behind is not None and alike(one.stem, behind.stem)]
        taken |= {id(behind)} if same else set()
        narrowing = [one for one in missing if one not in same]
        if behind is None or id(behind) not in taken or not self._narrow(narrowing, told, at):
            return False
        left = [one for one in mine.tokens if one.content and id(one) not in taken]
        if any(is_time(one) or one.entities or NOT in one.signs for one in left):
            return False
        kept = [one for one in claim.tokens if one not in narrowing]
        return turning(kept) == turning(mine.tokens)

    def _ends(self, told: Told, first: int, at: int) -> bool:
        """Whether another part of the sentence begins at a word."""
        apart = told.tokens[at].clause != told.tokens[first].clause
        return apart and (told.clauses.marks[told.tokens[at].clause] in {";", ":"} or counts(told.tokens[at]))

    def _narrow(self, narrowing: Sequence[Token], told: Told, at: int) -> bool:
        """Whether words that narrow what is counted are told of the whole in its clause: "the jars examined"."""
        clause = told.tokens[at].clause
        laid = align(narrowing, told, self._words, compounds=self._compounds)
        return not laid.missing and all(told.tokens[place].clause == clause for place in laid.matched)


def _value(told: Told, at: int) -> float:
    return told.tokens[at].value or 1.0
