"""What somebody was, told by a prefix or by a word: "ex-minister", "the former minister"; or is now: "current"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.retold.asked import Asked


class FormerRoles:
    """One article's."""

    def __init__(self, story: Story) -> None:
        self._language = story.reading.language
        self._prefixes = sorted(story.words.special["once_prefixes"])
        self._words = sorted(story.words.special["once_words"])
        self._now = [word.split("-") for word in sorted(story.words.special["incumbent"])]
        self._text = story.reading.text.casefold()

    def ways(self, role: str) -> Iterator[Sequence[Asked]]:
        """A role that opens with a prefix with a word of its own for that, and one with such a word with the prefix."""
        yield from self._without_now(role)
        first, _, behind = role.partition(" ")
        office = self._without(first)
        if first.casefold() in self._prefixes and behind:
            office, behind = behind.partition(" ")[0], behind.partition(" ")[2]
        if office:
            for once in self._words:
                yield (Asked(f"{once} {office} {behind}".strip()),)
        elif folded(first) in self._words and behind:
            for prefix in self._prefixes:
                for mark in ("-", "", " "):
                    said = f"{prefix}{mark}{behind}"
                    if said.casefold().partition(" ")[0] in self._text:
                        yield (Asked(said),)

    def _without_now(self, role: str) -> Iterator[Sequence[Asked]]:
        """A role without a word that only tells that somebody is so now: "the current mayor"."""
        words = [folded(word) for word in role.split()]
        for now in self._now:
            place = next((at for at in range(len(words)) if words[at : at + len(now)] == now), None)
            if place is not None and len(words) > len(now):
                rest = role.split()
                del rest[place : place + len(now)]
                yield (Asked(" ".join(rest)),)

    def _without(self, word: str) -> str:
        """An office without a prefix that says that it is over, "" where none is one."""
        for prefix in self._prefixes:
            if word.casefold().startswith(prefix):
                office = word[len(prefix) :]
                if office.startswith("-") and office[1:]:
                    return office[1:]
                if self._language.is_role(office.casefold()):
                    return office.capitalize() if self._language.nouns_capitalised else office
        return ""
