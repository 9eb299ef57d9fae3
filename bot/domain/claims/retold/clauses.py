"""A role that tells by a clause what somebody does: "farmer who demands compensation"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.tenures.phrases import OfficePhrases
from bot.domain.claims.retold.asked import Asked, spoken

_DOES = frozenset({"s", "b"})


class RoleClauses:
    """One article's."""

    def __init__(self, story: Story, phrases: OfficePhrases) -> None:
        self._story, self._language = story, story.reading.language
        agreement = agreement_of(self._language.code)
        self._relating, self._agreeing = agreement.relating, agreement.relating_genders
        self._doing = agreement.doing_endings
        self._genitives = frozenset(map(folded, self._language.genitives))
        self._phrases = phrases
        self._small = (story.leading | story.words.ties | story.words.indefinite) - story.words.perfects

    def ways(self, name: str, role: str) -> Iterator[Sequence[Asked]]:
        """The noun of a role, and its clause as a sentence about whom the role belongs to."""
        words = role.split()
        at = self._opening(words)
        if at is not None:
            said = self._sentence(name, words[at + 1 :])
            if self._phrases.is_verb(self._story.said(spoken(words[at + 1 :])).tokens[0]):
                yield (Asked(spoken(words[:at])), Asked(spoken(words[at + 1 :])))
            if said:
                yield (Asked(spoken(words[:at])), Asked(said, sentence=True, deed=self._verb(words[at + 1 :])))
            return
        at = next((at for at in range(1, len(words) - 1) if self._is_doing(words, at)), None)
        if at is not None:
            yield (Asked(spoken(words[:at])), Asked(f"{name} is {spoken(words[at:])}.", sentence=True))

    def has_clause(self, role: str) -> bool:
        """Whether a role tells by a clause what somebody does, or by a participle."""
        words = role.split()
        return self._opening(words) is not None or any(self._is_doing(words, at) for at in range(1, len(words) - 1))

    def _opening(self, words: Sequence[str]) -> int | None:
        """Where the relative word stands that opens a role's clause, None without one."""
        return next((at for at in range(1, len(words) - 1) if self._opens(words, at)), None)

    def _opens(self, words: Sequence[str], at: int) -> bool:
        """Whether a word opens a clause that tells what the person does whom the noun before it is for."""
        word, noun = folded(words[at]), words[:at]
        if self._relating.get(word, "o") not in _DOES:
            return False
        if self._language.people_relatives and word not in self._language.people_relatives:
            return False
        if self._language.nouns_capitalised and not words[at - 1].endswith(","):
            return False
        if any(one.endswith(",") for one in noun[:-1]):
            return False  # "Driver, the first who saw the silver".
        plain = [one.rstrip(",").casefold() for one in noun]
        if not self._language.people_relatives and any(folded(one) in self._story.words.ties for one in plain):
            return False
        genders = {self._language.gender_of_role(one) for one in plain} - {""}
        return len(genders) != 1 or self._agreeing.get(word) in (None, *genders)

    def _sentence(self, name: str, words: Sequence[str]) -> str:
        """A relative clause as a sentence, "" where its first word is no verb's."""
        if any(word.endswith((",", ";", ":")) for word in words[:-1]):
            return ""
        if self._language.nouns_capitalised:
            if not words[1:] or not words[-1][:1].islower():
                return ""
            return f"{name} {words[-1]} {spoken([*words[:-1]])}."
        if folded(words[0]) in self._small or words[0][:1].isupper():
            return ""
        return f"{name} {spoken([*words])}."

    def _verb(self, words: Sequence[str]) -> str:
        return spoken([words[-1] if self._language.nouns_capitalised else words[0]])

    def _is_doing(self, words: Sequence[str], at: int) -> bool:
        """Whether a word tells by a participle what the person does whom the noun right before it is for.

        What is done or by what it is tied stands behind it, not a noun for somebody: "chief building inspector".
        """
        word, behind = words[at], words[at + 1 :]
        if not self._doing or not word.endswith(self._doing) or not word.islower():
            return False
        if any(folded(one) in self._small for one in words[:at]):
            return False
        if folded(behind[0]) in self._small or behind[0][:1].isupper():
            return True
        return not any(self._language.is_role(one.casefold()) for one in behind)
