"""Claims of how many there are of several things together: "three people" of "two men and a woman"."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.rules.series.sums import counted_together, is_kind_of
from bot.domain.values.proof import Verdict

# How many words may stand from a number to what it counts: "20 de urși".
_NOUN = 2


class Sums:
    """One article's things that are told of together."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._prove = prove

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim with things one by one in place of their sum, None where there is none."""
        tokens = claim.tokens
        for at, token in enumerate(tokens):
            exact = counts(token) and token.content and not (token.rounded or token.bound)
            near = range(at + 1, min(at + 1 + _NOUN, len(tokens))) if exact else ()
            noun = next((place for place in near if tokens[place].content or self._is_person(tokens[place])), None)
            if noun is None or not (tokens[noun].broad or self._is_person(tokens[noun])):
                continue
            for said, number in self._one_by_one(token, tokens[noun]):
                end = tokens[noun].start + len(tokens[noun].text)
                verdict = self._prove(f"{text[: token.start]}{said}{text[end:]}")
                if verdict.stands and self._story.reading.sentences[number] in verdict.evidence:
                    return verdict
        return None

    def _is_person(self, token: Token) -> bool:
        return token.folded in self._story.words.special["persons"]

    def _one_by_one(self, number: Token, kind: Token) -> Iterator[tuple[str, int]]:
        """The article's words for things of a kind that are as many together, and the number of their sentence."""
        for told, run in self._runs:
            if sum(many for _, _, many in run) != number.value or self._is_other_case(number, told.tokens[run[0][0]]):
                continue
            if all(is_kind_of(told.tokens[noun], kind, self._story.words) for _, noun, _ in run):
                first, last = told.tokens[run[0][0]], told.tokens[run[-1][1]]
                said = self._story.reading.text[first.start : last.start + len(last.text)]
                yield f"{said[0].lower()}{said[1:]}" if number.start else said, told.number

    @cached_property
    def _runs(self) -> Sequence[tuple[Told, Sequence[tuple[int, int, float]]]]:
        """What the article tells of together, each with its sentence."""
        sentences = self._story.sentences
        return [(told, run) for told in sentences for run in counted_together(told.tokens, self._story.words)]

    def _is_other_case(self, number: Token, first: Token) -> bool:
        """Whether a number and what opens a run are not both who does it or both whom it is done to: "двох", "двоє"."""
        if not self._story.words.free_order or number.text[0].isdigit() or first.text[0].isdigit():
            return False
        objects, ends = self._story.words.special["one_person_object"], self._story.words.special["object_number_ends"]
        mine, theirs = (one.folded.endswith(tuple(ends)) for one in (number, first))
        return mine != (theirs or first.folded in objects)
