"""Claims of what somebody is: "Ann Holm is the president of the club", "the club is chaired by Ann Holm".

The article may tell it of them anywhere, in an apposition or by "its president, Ann Holm". Who leads a body is one of
those whom the language's `governing.toml` names behind a verb of its `heading`.
"""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, COND, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.restating.leaving import Leaving
from bot.domain.claims.rules.grammar import SPEECH
from bot.domain.values.proof import Verdict

_MOST_WORDS, _HEAD_WORDS = 16, 4
# Among how many words behind a name stands "is": "is still", "ainda é".
_BEING = 3
STILL = "says that something still is"


class Heading:
    """One article's people and what they are.

    `called` proves that the article calls an entity what a role says, `is_called` tells whether in that very word.
    """

    def __init__(
        self, story: Story, called: Callable[[int, str], Verdict], is_called: Callable[[int, str], bool]
    ) -> None:
        self._story = story
        self._called = called
        self._is_called = is_called
        self._words = story.words
        self._leaving = Leaving(story)

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim of what somebody is; one that does not stand where another is called so."""
        tokens = claim.tokens
        if len(tokens) > _MOST_WORDS or not any(token.entities for token in tokens) or _is_limited(tokens):
            return None
        verb = next((at for at, token in enumerate(tokens) if token.folded in self._words.heading), None)
        named = [at for at, token in enumerate(tokens) if any(map(self._story.is_person, token.entities))]
        if not named or named[-1] - named[0] >= len(named) or len(tokens[named[0]].entities) != 1:
            return None
        (entity,) = tokens[named[0]].entities
        if verb is not None:
            return self._led(text, tokens, named, verb, entity)
        return self._is(text, tokens, named, entity)

    def _led(self, text: str, tokens: Sequence[Token], named: Sequence[int], verb: int, entity: int) -> Verdict | None:
        """The proof that somebody leads a body."""
        if not self._does(tokens, named, verb):
            return None
        others = (at for at in range(len(tokens)) if at not in named and at != verb)
        body = [at for at in others if self._says(tokens, at, verb)]
        if not any(tokens[at].content for at in body) or body[-1] - body[0] >= len(body):
            return None
        last = tokens[body[-1]]
        said = text[tokens[body[0]].start : last.start + len(last.text)]
        roles = (f"{head} {said}" for head in self._words.heading[tokens[verb].folded])
        # Another word for what somebody is would be one too far.
        return next((self._called(entity, role) for role in roles if self._is_called(entity, role)), None)

    def _does(self, tokens: Sequence[Token], named: Sequence[int], verb: int) -> bool:
        """Whether somebody named does what a verb tells: behind "by", or right before it where nothing is passive."""
        if any(AGENT in token.signs for token in tokens[verb + 1 : named[0]]):
            return True
        active = not any(PASSIVE in token.signs for token in tokens)
        return active and (self._words.free_order or named[-1] + 1 == verb)

    def _says(self, tokens: Sequence[Token], at: int, verb: int) -> bool:
        """Whether a word is of what names a body, and not of what joins it to its verb."""
        token = tokens[at]
        if token.signs & {PASSIVE, IS} or AGENT in token.signs:
            return at < verb and AGENT in token.signs  # "Il club dei pendolari": "dei" may be "by".
        return abs(at - verb) > 1 or token.content or token.folded in self._story.leading

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is(self, text: str, tokens: Sequence[Token], named: Sequence[int], entity: int) -> Verdict | None:
        """What the article says of somebody being what a claim says that they are."""
        first = named[-1] + 1
        while self._words.free_order and first < len(tokens) and tokens[first].text[0].isupper():
            first += 1  # A surname that the article has in another case alone.
        if named[0] or first >= len(tokens) or WAS in tokens[first].signs:
            return None
        being = [at for at in range(first, min(first + _BEING, len(tokens))) if self._is_being(tokens[at])]
        head = self._head(tokens[being[0] + 1 if being else first :]) if being or self._words.free_order else None
        if head is None:
            return None
        if self._leaving.left(tokens, entity, head):
            return Verdict(stands=False, why=f"{STILL}: {head.text}", vetoed=True)
        rest = tokens[first + (first in being) :]
        if not (self._words.free_order or first in being) or len({token.clause for token in rest}) > 1:
            return None
        proof = self._called(entity, text[rest[0].start : rest[-1].start + len(rest[-1].text)])
        return proof if proof.stands or proof.vetoed else None

    def _is_being(self, token: Token) -> bool:
        """Whether a word says what somebody is."""
        return IS in token.signs or (
            WAS not in token.signs and token.folded in self._words.copulas | self._words.goings
        )

    def _head(self, tokens: Sequence[Token]) -> Token | None:
        """The first word for what somebody is among the next few, None without one."""
        is_role = self._story.reading.language.is_role
        return next((token for token in tokens[:_HEAD_WORDS] if is_role(token.text.lower())), None)


def _is_limited(tokens: Sequence[Token]) -> bool:
    """Whether a claim denies, limits or counts something, or lets somebody say it."""
    return any(
        token.value is not None
        or token.dated
        or token.signs & (SPEECH | {NOT, COND})
        or any(sign.startswith(GOVERNS) for sign in token.signs)
        for token in tokens
    )
