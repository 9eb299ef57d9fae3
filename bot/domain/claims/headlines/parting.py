"""Headlines in two parts, each told by the article: "Train derails at Selby: seven hurt", "line closed after fire".

What happened must be told first, and what a headline tells of it by a later sentence that has no time of its own.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import AFTER, BEFORE, FORMER, folded
from bot.domain.claims.headlines.events import Events
from bot.domain.claims.headlines.speakers import HeadlineSpeakers
from bot.domain.claims.referring.topics import Topics
from bot.domain.values.proof import Proof, Verdict

_PARTS = (": ", ", ")
# How many sentences the parts of a headline may be apart.
_NEAR, _FEWEST = 4, 2


class HeadlineParts:
    """One article, asked for both parts of a headline.

    `proves` holds a part against it as a headline; `fault` tells what speaks against a claim laid beside a sentence.
    """

    def __init__(
        self, story: Story, topics: Topics, proves: Callable[[str], Verdict], fault: Callable[[Clauses, Aligned], str]
    ) -> None:
        self._story = story
        self._topics = topics
        self._proves = proves
        self._fault = fault
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._compounds = story.reading.language.nouns_capitalised
        self._events = Events(story)
        self._speakers = HeadlineSpeakers(story)

    def prove(self, text: str) -> Verdict | None:
        """The proof of a headline in two parts, None where there is none."""
        if len(self._story.sentences) < _FEWEST:
            return None
        found = (self._marked(text.partition(mark)) for mark in _PARTS if mark in text)
        proof = self._spoken(*text.partition(": ")[::2]) or next((one for one in found if one is not None), None)
        proof = proof or next(filter(None, map(self._followed, self._after(text))), None)
        events = () if proof else self._events.within(text, self._story.said(text).tokens)
        return proof or next(filter(None, map(self._happened, events)), None)

    def _spoken(self, first: str, second: str) -> Verdict | None:
        """The proof of what a headline has somebody say whom it names before a colon."""
        told = self._speakers.told(first, second) if second else ""
        proof = self._proves(told) if told else None
        if proof is None or not proof.stands or self._speakers.is_spoken_of(first, second, proof.evidence):
            return None
        return proof

    def _marked(self, parts: tuple[str, str, str]) -> Verdict | None:
        """The proof of what stands before a colon or a comma, and of what stands behind."""
        first, mark, second = parts
        comma = mark == _PARTS[-1]
        if comma and not self._is_statement(second):
            return None
        told = self._proves(second)
        if not told.stands or self._topics.is_moved(first, told.evidence):
            return None
        if comma and (self._is_place(first) or self._names_alone(first) or self._opens_with_deed(second)):
            return told if self._is_place(first) else None
        if self._is_told(first, most=0):
            return told
        other = self._proves(first)
        return told if other.stands and self._are_near(other, told) else None

    def _is_statement(self, text: str) -> bool:
        """Whether what stands behind a comma may say something by itself: "two people hurt", "the court inquires"."""
        tokens, words = self._story.said(text).tokens, self._story.words
        if not tokens or tokens[0].folded in words.ties - self._story.leading:
            return False
        told = [one for one in tokens if one.mood or one.value is not None or self._is_participle(one)]
        return bool(told) or tokens[0].folded in self._story.leading

    def _is_participle(self, token: Token) -> bool:
        endings = self._story.words.participles
        return bool(endings) and token.content and not token.entities and token.plain.endswith(endings)

    def _opens_with_deed(self, text: str) -> bool:
        """Whether words open with what is done, and so may tell it of what stands before them: ", won by Ann Holm"."""
        first = self._story.said(text).tokens[0]
        return bool(first.mood) or self._is_participle(first)

    def _names_alone(self, text: str) -> bool:
        """Whether words name somebody, or are no more than a name: what stands behind a comma is told of them."""
        named = content_of(self._story.said(text).tokens)
        return self._names_person(text) or (bool(named) and all(token.entities for token in named))

    def _names_person(self, text: str) -> bool:
        """Whether words name somebody, of whom what stands behind a comma is told."""
        tokens = self._story.said(text).tokens
        return any(self._story.is_person(entity) for token in tokens for entity in token.entities)

    def _is_place(self, text: str) -> bool:
        """Whether words are no more than the name of a place that the article tells of first."""
        named = content_of(self._story.said(text).tokens)
        if not named or not all(token.entities for token in named):
            return False
        if self._names_person(text):
            return False
        return self._topics.is_topic(text) and self._topics.is_place(named)

    def _are_near(self, one: Verdict, other: Verdict) -> bool:
        places = self._story.reading.sentences
        numbers = [places.index(verdict.evidence[0]) for verdict in (one, other) if verdict.evidence]
        return len(numbers) == _FEWEST and abs(numbers[0] - numbers[1]) < _NEAR

    def _after(self, text: str) -> Iterator[tuple[str, str]]:
        """What a headline tells, and after what."""
        tokens = self._story.said(text).tokens
        for at, token in enumerate(tokens):
            if AFTER not in token.signs or not at:
                continue
            if at >= _FEWEST:
                yield text[: token.start].rstrip(" ,"), text[token.start + len(token.text) :]
            noun = next((one for one in tokens[at + 1 :] if one.content), None)
            if noun is not None and noun is not tokens[-1]:  # "Driver after crash in hospital".
                end = noun.start + len(noun.text)
                yield f"{text[: token.start].rstrip(' ,')}{text[end:]}", text[token.start + len(token.text) : end]

    def _followed(self, parts: tuple[str, str]) -> Verdict | None:
        """The proof of what a headline tells after what the article tells first."""
        told, event = parts
        if not self._is_told(event):
            return None
        proof = self._proves(told)
        if not proof.stands or not proof.evidence:
            return None
        number = self._story.reading.sentences.index(proof.evidence[0])
        later = number > 0 and not self._has_own_time(self._story.sentences[number], told)
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=proof.evidence) if later else None

    def _happened(self, parts: tuple[str, str]) -> Verdict | None:
        """The proof of what happened in an accident or a fire that the article tells first."""
        told, event = parts
        if not self._is_told(event):
            return None
        proof = self._proves(told)
        if not proof.stands or not proof.evidence:
            return None
        other = self._story.sentences[self._story.reading.sentences.index(proof.evidence[0])]
        mine = content_of(self._story.said(told).tokens)
        taken = align(mine, other, self._story.words, compounds=self._compounds).matched
        if self._events.has_other(other, taken) or (other.number and self._has_own_time(other, told)):
            return None
        return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=proof.evidence)

    def _has_own_time(self, told: Told, said: str) -> bool:
        """Whether a sentence tells when, or what was before, and a headline does not."""
        words, mine = self._story.words, self._story.said(said).tokens
        keys = frozenset[str]().union(*[token.keys for token in mine])
        return bool(
            [
                token
                for token in told.tokens
                if token.folded in words.pluperfects
                or token.signs & {BEFORE, FORMER}
                or ((token.dated or _is_year(token)) and token.keys.isdisjoint(keys) and token.before not in words.till)
            ]
        )

    def _is_told(self, text: str, *, most: int = 1) -> bool:
        """Whether the first sentence tells all that a part names, or all but so many words that tell of it later."""
        claim = self._story.claim(text)
        claim.headline = claim.headed = True
        tokens = content_of(claim.tokens)
        if not tokens or [token for token in tokens if token.signs or token.value is not None]:
            return False
        told = self._story.sentences[0]
        aligned = align(tokens, told, self._story.words, compounds=self._compounds)
        missing = [tokens[at] for at in aligned.missing]
        known = len(missing) < len(tokens) and len(missing) <= most and all(map(self._is_known, missing))
        return known and not self._fault(claim, aligned)

    def _is_known(self, token: Token) -> bool:
        """Whether a later sentence has a noun with an article that tells of what is known: "caused the accident"."""
        if token.entities or token.dated:
            return False
        if self._events.is_told(token):
            return True
        numbers = {number for key in token.keys for number in self._story.holding(key)}
        return any(self._has_definite(self._story.sentences[number].tokens, token) for number in numbers)

    def _has_definite(self, tokens: Sequence[Token], token: Token) -> bool:
        return bool([1 for one in tokens if one.before in self._definite and not one.keys.isdisjoint(token.keys)])


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and token.value is not None and token.value > 1800  # noqa: PLR2004 years
