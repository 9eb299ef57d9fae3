"""Two things that somebody is, joined in one role: "historian and head of the society"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import FORMER, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.tenures.phrases import OfficePhrases
from bot.domain.claims.retold.asked import Asked, spoken


class JoinedRoles:
    """One article's."""

    def __init__(self, story: Story, phrases: OfficePhrases) -> None:
        self._story, self._phrases = story, phrases
        language = story.reading.language
        self._both = story.words.special["both"]
        agreement = agreement_of(language.code)
        self._of = frozenset(map(folded, (*agreement.of_forms, *language.genitives)))
        self._owners_first = agreement.heads_last and not language.nouns_capitalised
        self._shortened = tuple(tie for tie in agreement.of_forms if tie.endswith("’"))
        self._genitives = story.words.free_order or bool(agreement.genitives)

    def ways(self, entity: int, role: str) -> Iterator[Sequence[Asked]]:
        """The halves of a role at each word for "and", each with what belongs to both."""
        words = role.split()
        for at in range(1, len(words) - 1):
            if folded(words[at]) not in self._both:
                continue
            first, second = words[:at], words[at + 1 :]
            if not self._are_two(first, second):
                continue
            behind = self._owner(second)
            if behind and self._is_bare(first):
                yield (Asked(spoken(first + behind)), Asked(spoken(second)))
                if self._is_owned(entity, first):
                    continue
            if len(second) == 1 and self._possessor(first):
                yield (Asked(spoken(first)), Asked(spoken(self._possessor(first) + second)))
                continue
            yield (Asked(spoken(first)), Asked(spoken(second)))
            if self._is_over(first):
                yield (Asked(spoken(first)), Asked(spoken(first[:1] + second)))

    def is_of_two(self, role: str) -> bool:
        """Whether a role has a noun for somebody on both sides of a word for "and"."""
        words = role.split()
        joints = [at for at in range(1, len(words) - 1) if folded(words[at]) in self._both]
        return any(self._are_two(words[:at], words[at + 1 :]) for at in joints)

    def _are_two(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Whether a role's second half has a noun for somebody, or whose it is where the first does not say that."""
        if self._is_bare(first):
            return self._has_noun(second) or bool(self._owner(second))
        return self._has_noun(first) and self._has_noun(second)

    def _has_noun(self, words: Sequence[str]) -> bool:
        """Whether words open with a noun for somebody, before any word that ties another to it."""
        for token in self._story.said(spoken([*words])).tokens:
            if token.folded in self._story.words.ties - self._story.leading:
                return False
            if FORMER in token.signs or self._phrases.word_of(token):
                return True
            if self._story.reading.language.is_role(token.text.lower()):
                return True
        return False

    def led(self, role: str) -> Iterator[Sequence[Asked]]:
        """A noun and what its bearer leads, told by a phrase: "biologist | in charge of the survey"."""
        words = role.split()
        tokens = self._story.said(role).tokens
        for at in range(1, len(words) - 2):
            tied = folded(words[at].partition("’")[0].partition("'")[0]) in self._story.words.ties
            behind = self._story.said(spoken(words[at:])).tokens if tied else ()
            office = next((token for token in behind if token.content), None)
            if office is not None and self._phrases.word_of(office) and office.text[:1].islower():
                if not any(self._phrases.word_of(token) for token in tokens[:at]):
                    yield (Asked(spoken(words[:at])), Asked(spoken(words[at:])))
                return

    def _owner(self, words: Sequence[str]) -> list[str]:
        """The words behind an office that tell whose it is, or what it is in."""
        tied = next((at for at in range(1, len(words)) if self._ties(words[at])), None)
        if tied is None and self._genitives and len(words) > 1:
            return [*words[1:]]
        return [] if tied is None else [*words[tied:]]

    def _ties(self, word: str) -> bool:
        shortened = bool(self._shortened) and word.replace("'", "’").startswith(self._shortened)
        return folded(word) in self._of or shortened

    def _is_bare(self, words: Sequence[str]) -> bool:
        """Whether nothing in the first half of a role tells whose an office is."""
        owned = self._possessor(words)
        return not owned and not any(map(self._ties, words)) and not (self._genitives and len(words) > 1)

    def _possessor(self, words: Sequence[str]) -> list[str]:
        """The words up to one with a genitive's ending before an office: "the club's | founder"."""
        tokens = self._story.said(" ".join(words)).tokens
        last = max((at for at, token in enumerate(tokens) if token.owner), default=None)
        return [] if last is None or not self._owners_first else [*words[: last + 1]]

    def _is_owned(self, entity: int, words: Sequence[str]) -> bool:
        """Whether an office always is somebody's or something's, or the article tells whose it is beside a name.

        "Director and founder of the club" says who is the director of it; "historian" says all by itself.
        """
        head = self._story.said(spoken([*words])).tokens[-1]
        if self._phrases.word_of(head):
            return True
        for number in self._story.holding(f"@{entity}"):
            tokens = self._story.sentences[number].tokens
            for at, token in enumerate(tokens):
                if token.keys.isdisjoint(head.keys):
                    continue
                behind = tokens[at + 1] if at + 1 < len(tokens) else None
                if token.before and at and tokens[at - 1].owner:
                    return True
                if behind is not None and behind.clause == token.clause and self._tells_whose(behind, entity):
                    return True
        return False

    def _tells_whose(self, behind: Token, entity: int) -> bool:
        """Whether the word right behind an office tells whose it is."""
        if behind.folded in self._of:
            return True
        return self._genitives and behind.content and entity not in behind.entities

    def _is_over(self, words: Sequence[str]) -> bool:
        tokens = self._story.said(spoken([*words])).tokens
        return len(words) > 1 and bool(tokens) and FORMER in tokens[0].signs
