"""Whom a speaker means with "we": a body or people whom they have an office in, or who are named with them.

"We never promised it", said the director of the library, Ann Holm: "the library never promised it".
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.quoted import speaks
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.speakers.offices import Office, Offices


class Ours:
    """One article's speakers, asked whom they mean with "we"."""

    def __init__(self, story: Story, is_group: Callable[[Token], bool], designations: Designations) -> None:
        """`is_group` tells whether a noun stands for a body or for people."""
        self._designations = designations
        self._story = story
        self._is_group = is_group
        self._agreement = agreement_of(story.reading.language.code)

    @cached_property
    def offices(self) -> Offices:
        """What those who speak have an office in."""
        return Offices(self._story, self._is_group)

    @cached_property
    def quoting(self) -> frozenset[int]:
        """The numbers of the sentences that quote somebody."""
        at, quotes = self._story.reading.sentence_at, self._story.reading.quotes
        return frozenset([number for quote in quotes for number in range(at(quote.start), at(quote.end - 1) + 1)])

    def told(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], bool]]:
        """The words for "we" in a sentence that quotes somebody, with what of a claim's words they mean.

        Each is a position, the words, and whether they stand in the place of the word there and not before its clause.
        """
        told, ours, endings = aligned.told, self._agreement.ours, self._story.words.first_endings
        quoted = [at for at, speaker in enumerate(told.quoted) if speaker is not None]
        for at in [at for at in quoted if told.tokens[at].folded in ours or told.tokens[at].folded.endswith(endings)]:
            stands = told.tokens[at].folded in ours - self._story.words.perfects
            if not stands and self._is_told_before(told, at):
                continue
            named = self._meant(told, missing)
            if named:
                yield (at if stands else self._opening(told, at)), named, stands

    def passed_over(self, aligned: Aligned) -> list[Token]:
        """The words of a claim for those whom "we" means that a sentence has only besides what it quotes.

        "The town" where it has the mayor, "the union" where it has "Karl Voss of the union".
        """
        told, seats = aligned.told, self._agreement.seats
        pairs = [(token, told.tokens[at]) for token, at in aligned.pairs if told.quoted[at] is None]
        found = [token for token, other in pairs if (other.folded, token.folded) in seats]
        theirs = [] if found or not pairs else self._speaking(told)
        return found or [token for token, _ in pairs if theirs and self._is_theirs(token, theirs)]

    def _is_theirs(self, token: Token, theirs: Sequence[Office]) -> bool:
        if token.entities:
            return any(not office.bodies.isdisjoint(token.entities) for office in theirs)
        return self._is_plain(token) and any(office.is_in(token) for office in theirs)

    def _speaking(self, told: Told) -> list[Office]:
        """What those who are quoted in a sentence have an office in."""
        return [self.offices.of(speaker) for speaker in {*told.quoted} if speaker is not None and speaker >= 0]

    def _meant(self, told: Told, missing: Sequence[Token]) -> list[Token]:
        """The name or the noun that a sentence lacks of a claim for those whom who speaks in it belongs to."""
        speakers = {speaker for speaker in told.quoted if speaker is not None}
        names = [token for token in missing if token.entities]
        names = [token for token in names if any(self._are_one(speaker, token.entities) for speaker in speakers)]
        nouns = (token for token in missing if not token.entities and self._is_plain(token))
        return names or [token for token in nouns if self.is_meant(told, token)][:1]

    @staticmethod
    def _is_plain(token: Token) -> bool:
        return token.content and token.value is None and not token.dated and not token.signs

    def _is_told_before(self, told: Told, at: int) -> bool:
        """Whether the clause of a verb has a word for "we" before it."""
        inside = (token for token in told.tokens[:at] if token.clause == told.tokens[at].clause)
        return any(token.folded in self._agreement.ours for token in inside)

    @staticmethod
    def _opening(told: Told, at: int) -> int:
        """Where the clause of a word opens."""
        return next(place for place, token in enumerate(told.tokens) if token.clause == told.tokens[at].clause)

    def says_we(self, told: Told) -> bool:
        """Whether somebody who is quoted speaks of those whom they belong to."""
        quoted = zip(told.tokens, told.quoted, strict=True)
        return any(speaker is not None and self.is_first_person(token) for token, speaker in quoted)

    def is_meant(self, told: Told, token: Token) -> bool:
        """Whether a noun is for what the speaker has an office in, or for people or a body that nobody is called by.

        Who heads one thing does not mean another, nor one that another heads.
        """
        theirs = self._speaking(told)
        if any(office.is_in(token) for office in theirs):
            return True
        called = self._designations.of(token) | self._story.denoted.get(token.stem, frozenset())
        if any(not called.isdisjoint(office.bodies) for office in theirs):
            return True  # "The director of Terra": "the firm", where the article names "the firm Terra".
        if any(office.called for office in theirs) or self._story.called.get(token.stem):
            return False
        return self._is_group(token) and not any(office.is_in(token) for office in self.offices.quoted)

    def is_another(self, told: Told, token: Token, claim: Sequence[Token]) -> bool:
        """Whether a noun is for what another has an office in than a speaker who says "we" and of whom that is told.

        Or for somebody else, who says it in a claim.
        """
        called = () if token.entities else self._story.called.get(token.stem, ())
        if called and self._is_quoted_alone(told, called) and speaks(claim, claim.index(token), self._story.words):
            return True
        if token.entities or not self.says_we(told):
            return False
        if not any(office.known for office in self._speaking(told)) or self.is_meant(told, token):
            return False
        return any(office.is_in(token) for office in self.offices.quoted)

    @staticmethod
    def _is_quoted_alone(told: Told, others: Collection[int]) -> bool:
        """Whether all that a sentence quotes is of somebody who is none of some others."""
        speakers = {speaker for speaker in told.quoted if speaker is not None}
        return bool(speakers) and -1 not in speakers and speakers.isdisjoint(others)

    def are_named(self, told: Told, missing: Sequence[Token]) -> bool:
        """Whether what is missing is the name of one body that is named with a speaker who says "we"."""
        if told.number not in self.quoting:
            return False
        speakers = {told.quoted[at] for at, other in enumerate(told.tokens) if self.is_first_person(other)}
        bodies = frozenset[int]().union(*(token.entities for token in missing))
        same = all(token.entities & bodies for token in missing)
        return same and any(speaker is not None and self._are_one(speaker, bodies) for speaker in speakers)

    def _are_one(self, speaker: int, bodies: frozenset[int]) -> bool:
        """Whether no person is among bodies, one of which a speaker has an office in or is named in a sentence with."""
        if speaker < 0 or any(map(self._story.is_person, bodies)):
            return False
        office = self.offices.of(speaker)
        if office.known:
            return not office.bodies.isdisjoint(bodies)
        beside = set(self._story.holding(f"@{speaker}"))
        return any(beside.intersection(self._story.holding(f"@{body}")) for body in bodies)

    def is_first_person(self, token: Token) -> bool:
        """Whether a word is "we" or "I", or a verb that has "we" in its ending: "non chiudiamo"."""
        endings = self._story.words.first_endings
        return token.folded in self.first_person or (bool(endings) and token.folded.endswith(endings))

    @cached_property
    def first_person(self) -> frozenset[str]:
        """Words for who speaks, possessives too."""
        language = self._story.reading.language
        spoken = {**language.pronouns, **language.possessives}
        return self._agreement.ours | frozenset(folded(word) for word, who in spoken.items() if who == "1")
