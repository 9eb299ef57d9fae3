"""A noun for who did something, told by the deed: "initiator of the petition" of "who started the petition"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.retold.asked import Asked, spoken


class RoleDeeds:
    """One article's."""

    def __init__(self, story: Story) -> None:
        agreement = agreement_of(story.reading.language.code)
        self._story = story
        self._of, self._deeds = agreement.of_forms, agreement.agent_deeds
        self._genitives = story.words.free_order or bool(agreement.genitives)

    def ways(self, name: str, role: str) -> Iterator[Sequence[Asked]]:
        """The sentences that say what a role's noun says of its object."""
        words = role.split()
        verbs = self._deeds.get(words[0].casefold(), ()) if len(words) > 1 else ()
        thing = self.thing(words[1:]) if verbs else ""
        for verb in verbs if thing else ():
            deed = self._story.said(verb).tokens[-1]
            if any(self._story.holding(key) for key in deed.keys):
                yield (Asked(f"{name} {verb} {thing}.", sentence=True, deed=verb),)

    def thing(self, words: Sequence[str]) -> str:
        """The words for what is done, without those that tie it to a noun."""
        for count in (2, 1):
            tie = " ".join(words[:count]).casefold()
            if tie in self._of and len(words) > count:
                return spoken([self._of[tie], *words[count:]])
        for tie, article in self._of.items():
            opened = words[0].replace("'", "’").casefold()
            if tie.endswith("’") and opened.startswith(tie):
                return spoken([f"{article}{words[0][len(tie) :]}", *words[1:]])
        return spoken([*words]) if self._genitives else ""
