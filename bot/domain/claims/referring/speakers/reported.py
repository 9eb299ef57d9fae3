"""Whom a speaker means with a word for nobody in particular, where a sentence reports what they say.

"Ihre Geschäftsführerin Petra Lohmeier sagte, man habe Vorräte": the brewery that she runs has them.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NEUTRAL
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.speakers.offices import Office, Offices


class Reported:
    """One article's reported speech, asked who is meant by the words in it for nobody in particular."""

    def __init__(self, story: Story, offices: Offices) -> None:
        self._story = story
        self._offices = offices
        self._words = agreement_of(story.reading.language.code).impersonal
        self._reporting = story.words.reporting

    def told(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
        """The places of such words in a sentence, with what of a claim's words they mean."""
        told = aligned.told
        for at, token in enumerate(told.tokens) if self._words else ():
            if token.folded not in self._words or at in aligned.matched or not self._is_reported(told, token.clause):
                continue
            speaker = self._speaker(told, token.clause)
            named = [] if speaker is None else self._named(self._offices.of(speaker), missing)
            if named:
                yield at, named

    def _is_reported(self, told: Told, clause: int) -> bool:
        return any(one.clause == clause and one.folded in self._reporting for one in told.tokens)

    def _speaker(self, told: Told, clause: int) -> int | None:
        """The only person in the clause right before one, where that tells of speech."""
        before = [one for one in told.tokens if one.clause == clause - 1]
        if not any(NEUTRAL in one.signs for one in before):
            return None
        people = {one for token in before for one in token.entities if self._story.is_surely_person(one)}
        return people.pop() if len(people) == 1 else None

    def _named(self, office: Office, missing: Sequence[Token]) -> list[Token]:
        """The words of a claim in a row for what an office is in: its name, or a noun for it and the name behind."""
        found: list[Token] = []
        for token in missing:
            inside = bool(token.entities & office.bodies) or (not token.entities and office.is_in(token))
            if inside or (found and self._is_behind(found[-1], token)):
                found.append(token)
            elif found:
                break
        return found

    def _is_behind(self, last: Token, token: Token) -> bool:
        """Whether a name stands behind another word in the article too, and no other there."""
        if not token.text[0].isupper() or token.before != last.folded:
            return False
        told = (self._story.sentences[number] for number in self._story.holding(last.stem))
        behind = [
            one.tokens[at + 1] for one in told for at in one.places.get(last.stem, ()) if at + 1 < len(one.tokens)
        ]
        names = {one.folded for one in behind if one.text[0].isupper() and one.before == last.folded}
        return names == {token.folded}
