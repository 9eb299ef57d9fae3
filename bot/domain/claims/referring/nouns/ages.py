"""How old somebody is, told beside their name in a claim as the article tells it anywhere: "16-year-old Ann Holm".

An article has it often as a bare number between commas: "Ann Holm, 16, is in hospital".
"""

from collections.abc import Container, Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, PASSIVE
from bot.domain.claims.referring.agreement import agreement_of

# How far before a name its age stands, and how many words tell it.
_AHEAD, _AGE_WORDS = 6, 6
_OLDEST = 120
# How many words before a number tell that it is so long ago at most.
_AGO = 3
_FINITE = {"past", "future", "conditional"}


class Ages:
    """One article's words for how old those are whom it names."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._aged = agreement_of(story.reading.language.code).aged

    @property
    def words(self) -> frozenset[str]:
        """Words that tell an age behind a number."""
        return self._aged

    def told(self, tokens: Sequence[Token], at: int) -> Sequence[Token]:
        """The words of a claim that tell how old whom it names at a place is, where the article says so too.

        Empty where it does not, or says it otherwise.
        """
        if not [1 for token in tokens if token.folded in self._aged]:
            return ()
        entity = next(iter(tokens[at].entities))
        run, age = next(self._beside(tokens, at, bare=False), ((), None))
        return run if age is not None and self._is(entity, age) else ()

    def _is(self, entity: int, age: float) -> bool:
        """Whether the article tells an age beside a name somewhere, and nowhere another."""
        return self.of(entity) == {age}

    def of(self, entity: int) -> set[float]:
        """The ages that the article tells beside somebody's name."""
        ages = set[float]()
        for number in self._story.holding(f"@{entity}"):
            tokens = self._story.sentences[number].tokens
            named = (at for at, token in enumerate(tokens) if entity in token.entities and token.text[0].isupper())
            ages |= {told for at in named for _, told in self._beside(tokens, at, bare=True)}
        return ages

    def _beside(self, tokens: Sequence[Token], at: int, *, bare: bool) -> Iterator[tuple[Sequence[Token], float]]:
        """The words that tell an age right behind or before a name, with the age.

        A number alone tells it only where `bare`, in an aside.
        """
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].entities == tokens[at].entities:
            last += 1
        for run in (self._behind(tokens, last), self._before(tokens, at)):
            ages = [token.value for token in run if token.value is not None]
            alone = bare and len(run) == 1
            if len(ages) == 1 and ages[0] < _OLDEST and (alone or any(token.folded in self._aged for token in run)):
                yield run, ages[0]

    def _behind(self, tokens: Sequence[Token], last: int) -> Sequence[Token]:
        """The clause right behind a name, where it tells nothing but an age: ", 16,", ", aged 16,"."""
        behind = tokens[last + 1 : last + 2 + _AGE_WORDS]
        if not behind or behind[0].clause == tokens[last].clause:
            return ()
        inside = [token for token in behind if token.clause == behind[0].clause]
        return inside if len(inside) <= _AGE_WORDS and all(map(self._may_tell, inside)) else ()

    def _before(self, tokens: Sequence[Token], first: int) -> Sequence[Token]:
        """The words for an age before a name, a noun between them or none: "16-year-old cox Ann Holm"."""
        near = range(first - 1, max(-1, first - _AHEAD), -1)
        number = next((at for at in near if tokens[at].value is not None), None)
        if number is None or any(map(_parts, tokens[number + 1 : first])):
            return ()
        if self._is_ago(tokens, number):
            return ()
        aside = tokens[first - 1].clause == tokens[first].clause - 1 == tokens[number].clause
        if not aside and tokens[number].clause != tokens[first].clause:
            return ()
        end = number
        while end + 1 < first and tokens[end + 1].folded in self._aged:
            end += 1
        return tokens[self._begin(tokens, number) : end + 1]

    def _is_ago(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a word or phrase before a number tells that it is so long ago: "il y a douze ans, Paul Gel"."""
        near = [token.folded for token in tokens[max(0, number - _AGO) : number]]
        return any("-".join(near[at:]) in self._story.words.ago for at in range(len(near)))

    def _begin(self, tokens: Sequence[Token], number: int) -> int:
        """Where the words for an age begin before its number: "aged", "of"."""
        begin, inside = number, tokens[number].clause
        while begin and self._may_tell(tokens[begin - 1]) and tokens[begin - 1].clause == inside:
            begin -= 1
        led = next((at for at in range(begin, number) if tokens[at].folded in self._aged), None)
        return number - (number > 0 and tokens[number - 1].folded in self._story.of_words) if led is None else led

    def _may_tell(self, token: Token) -> bool:
        """Whether a word may stand in an age: its number, a word for it, a small word, "is"."""
        small = not token.content and token.signs <= {IS, PASSIVE}
        return (small or token.folded in self._aged or token.value is not None) and not token.dated


def _parts(token: Token) -> bool:
    """Whether a word parts an age before it from a name behind it: a verb, another name."""
    return bool(token.entities) or token.mood in _FINITE or bool(token.signs)


def behind_age(tokens: Sequence[Token], last: int, story: Story) -> int:
    """Where an age ends that is all that a clause right behind a name tells: "Ann Holm, 46, | a nurse".

    What stands behind it opens with an article or with what somebody is: not "Ann Holm, 46, married a nurse".
    """
    behind = tokens[last + 1 : last + 2 + _AGE_WORDS]
    if len(behind) <= 1 or behind[0].clause == tokens[last].clause:
        return last
    inside = [token for token in behind if token.clause == behind[0].clause]
    if len(inside) == len(behind) or not _is_age(inside, agreement_of(story.reading.language.code).aged):
        return last
    opening = behind[len(inside)]
    leads = opening.folded in story.leading or story.reading.language.is_role(opening.text.lower())
    return last + len(inside) if leads and opening.mood not in _FINITE else last


def _is_age(inside: Sequence[Token], aged: Container[str]) -> bool:
    """Whether words tell an age and nothing else: "46", "aged 46"."""
    ages = [token.value for token in inside if token.value is not None]
    if len(ages) != 1 or ages[0] >= _OLDEST:
        return False
    return all(token.value is not None or not token.content or token.folded in aged for token in inside)
