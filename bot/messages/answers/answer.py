"""What stands in a channel: one value with one owner, and everything that can happen to it.

An answer is what the bot said to one message or command: ordered parts, each the brief of an article or a pointer to an
earlier brief of it. Each transition is pure and gives the answer as it is then, with effects in their order, which
`bot.messages.answers.delivering` carries out:

    answered                what was asked for is ready                 → Send, Keep
    edited                  its message says something else now         → Edit, Send or Delete
    refreshed               an article was read anew                    → Edit, Keep, Follow; Delete
    shared                  a private answer is shown to everybody      → Send, Keep
    source_deleted          the message that it answers is gone         → Delete, Forget
    dismissed               it was dismissed, or deleted by somebody    → Delete, Keep
    earlier_answer_gone     what a part points to is gone               → Edit
    earlier_answer_follows  what a part points to was read anew         → Keep, Edit or Delete
    lost                    the brief of a part cannot be had again     → Edit or Delete

Wherever a brief goes, `TellPointers` lets those hear of it that point to it, so that no pointer dangles, and `Follow`
where it has another text now. Every transition leaves an answer alone to which it has happened already.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from bot.domain.values.records import AnswerKind
from bot.messages.answers.effects import Delete, Edit, Effect, Follow, Forget, Keep, Send, TellPointers
from bot.messages.answers.part import AnswerPart, Location, each_once
from bot.messages.posts.post import Trigger


@dataclass(frozen=True, slots=True)
class Change:
    """What a transition gives: the answer as it is then, and what is to be done."""

    answer: "Answer"
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot said to one message or command.

    Attributes:
        id: the id of its message, 0 while it is not posted.
        channel: where it stands: a thread's id in a thread.
        guild: None in direct messages and as a user install.
        poster: the member who is answered.
        parts: its articles in order, each once.
        source: id of the message that is answered, None for a command's answer.
        source_channel: where that message stands.
        links: a hash of that message's links, "" without any.
        head: the reply whose thread it stands in, None outside such threads; the same as `id` until the thread is open.
        room: whoever may see this channel may see the answer; 0 for nobody.
        locale: the language that it is in.
        asked, left: how many links its message has, and how many of them were not briefed; known only while it is
            written.
    """

    channel: int
    guild: int | None
    poster: int
    parts: tuple[AnswerPart, ...] = ()
    source: int | None = None
    source_channel: int | None = None
    links: str = ""
    id: int = 0
    head: int | None = None
    room: int = 0
    locale: str | None = None
    asked: int = field(default=0, compare=False)
    left: int = field(default=0, compare=False)

    @property
    def shown(self) -> tuple[AnswerPart, ...]:
        """The parts that are seen: briefs first, then pointers."""
        return (*self.briefs, *self.pointers)

    @property
    def briefs(self) -> tuple[AnswerPart, ...]:
        """The parts that show a brief."""
        return tuple(part for part in self.parts if part.kind is AnswerKind.BRIEF)

    @property
    def pointers(self) -> tuple[AnswerPart, ...]:
        """The parts that lead to an earlier brief."""
        return tuple(part for part in self.parts if part.kind is AnswerKind.POINTER)

    @property
    def put_away(self) -> tuple[AnswerPart, ...]:
        """The parts that were dismissed: what they are about is not shown in answer to this message again."""
        return tuple(part for part in self.parts if part.kind is AnswerKind.DISMISSED)

    @property
    def is_live(self) -> bool:
        """Whether there is a message that shows something."""
        return bool(self.id and self.shown)

    @property
    def is_removed(self) -> bool:
        """Whether nothing is left of it but messages that Discord has yet to delete."""
        return bool(self.parts) and all(part.kind is AnswerKind.REMOVED for part in self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is still to be posted: the reply to a message may wait for its thread."""
        return self.head is None or self.head != self.id

    @property
    def is_reply(self) -> bool:
        """Whether it is the answer to a message; what a command or a button brought about one is not."""
        return self.source is not None and all(part.trigger in REPLYING for part in self.parts)

    @property
    def title(self) -> str:
        """A thread's name for it: the first headline, "" where a headline would tell what is hidden."""
        return "" if any(part.spoiler for part in self.shown) or not self.briefs else self.briefs[0].headline

    @property
    def deletions(self) -> tuple[Delete, ...]:
        """The messages that it consists of, as what is to be deleted."""
        if not self.id:
            return ()
        stands = Delete(Location(self.channel, self.id))
        if self.head is None:
            return (stands,)
        head = Delete(Location(self.source_channel or self.channel, self.head), thread=True)
        return (head,) if self.head == self.id else (stands, head)

    # --- transitions ------------------------------------------------------------------------------------------------

    def answered(self, parts: Iterable[AnswerPart], *, in_thread: bool = False) -> Change:
        """What was asked for is ready. An answer that is posted already stays as it is."""
        if self.id:
            return Change(self)
        new = replace(self, parts=self._allowed(parts))
        return Change(new, (Send(in_thread and bool(new.briefs)), Keep()) if new.shown else ())

    def edited(self, links: str, parts: Iterable[AnswerPart], *, in_thread: bool = False) -> Change:
        """The message that it answers says something else now: `parts` is all that it asks for, none where nothing is.

        What was dismissed is not shown again. Where a brief stood before it stands on, rather than a pointer.
        """
        new = replace(self, links=links, parts=self._allowed(self._standing(parts)))
        if new == self or self.is_removed:
            return Change(self)
        if not new.shown:
            ended = self._ended(keeping=self.put_away)
            return Change(replace(ended.answer, links=links), ended.effects or (Keep(),))
        if not self.is_live:
            fresh = replace(new, id=0, head=None, channel=self.source_channel or self.channel)
            return Change(fresh, (Send(in_thread and bool(fresh.briefs)), Keep()))
        return self._redrawn(new)

    def refreshed(self, before: str, part: AnswerPart) -> Change:
        """The article of the part with content `before` was read anew; what else is known of the part stays.

        Where it says now what was dismissed here, it is not shown any more.
        """
        old = next((each for each in self.briefs if each.content == before), None)
        if old is None or not self.is_live:
            return Change(self)
        fresh = replace(part, spoiler=old.spoiler, trigger=old.trigger, created=old.created)
        new = replace(self, parts=self._allowed(fresh if each is old else each for each in self.parts))
        if not new.shown:
            return self._ended(keeping=self.put_away)
        follow = (Follow(self.id, before, fresh),) if fresh.content != before else ()
        kept = frozenset(each.content for each in new.briefs)
        tell = (TellPointers(self.id, kept),) if before not in kept else ()
        return Change(new, (Edit(rename=new.title != self.title), Keep(), *follow, *tell))

    def shared(self, part: AnswerPart) -> Change:
        """What somebody sees in private is shown to everybody; what is hidden stays hidden."""
        return self.answered([part])

    def source_deleted(self) -> Change:
        """The message that it answers is gone: the answer goes, and is forgotten once it is gone."""
        return self._ended(keeping=())

    def dismissed(self) -> Change:
        """It was dismissed, or its message was deleted: that is remembered for as long as what it answers stands."""
        gone = tuple(replace(part, kind=AnswerKind.DISMISSED, target=None) for part in self.parts)
        return self._ended(keeping=gone if self.source is not None else ())

    def earlier_answer_gone(
        self, target: int, contents: Collection[str], *, successor: Location | None = None
    ) -> Change:
        """The answer `target` has no brief of `contents` now: pointers to it become briefs, or follow a successor."""
        if not self.is_live:
            return Change(self)

        def moved(part: AnswerPart) -> AnswerPart:
            if part.target is None or part.target.message != target or part.content not in contents:
                return part
            if successor is not None:
                return replace(part, target=successor)
            return replace(part, kind=AnswerKind.BRIEF, target=None)

        return self._redrawn(replace(self, parts=tuple(moved(part) for part in self.parts)))

    def earlier_answer_follows(self, target: int, before: str, part: AnswerPart) -> Change:
        """The answer `target` shows `part` now where it showed `before`: so do pointers for the same address.

        Where that is what a part of this answer shows already, they become one; where it was dismissed here, it goes.
        """
        if not self.is_live:
            return Change(self)

        def moved(each: AnswerPart) -> AnswerPart:
            leads_there = each.target is not None and each.target.message == target and each.content == before
            return replace(each, key=part.key, content=part.content) if leads_there and each.url == part.url else each

        new = replace(self, parts=self._allowed(moved(each) for each in self.parts))
        return self._redrawn(new) if new.shown else self._ended(keeping=self.put_away)

    def lost(self, contents: Collection[str]) -> Change:
        """The briefs of some parts cannot be had again: those parts go, and with the last of them the answer."""
        new = replace(self, parts=tuple(part for part in self.parts if part.content not in contents))
        return self._redrawn(new) if new.shown else self._ended(keeping=self.put_away)

    def _redrawn(self, new: "Answer") -> Change:
        """What a live answer must do to be `new`, which is live too."""
        if new == self:
            return Change(self)
        kept = frozenset(part.content for part in new.briefs)
        tell = (TellPointers(self.id, kept),) if {part.content for part in self.briefs} - kept else ()
        # Below several links' briefs it is said how many have none.
        before, after = ([part.looks for part in each.shown] for each in (self, new))
        is_seen = before != after or (new.links != self.links and new.asked > 1)
        edit = (Edit(rename=new.title != self.title),) if is_seen else ()
        return Change(new, (*edit, Keep(), *tell))

    def _ended(self, *, keeping: tuple[AnswerPart, ...]) -> Change:
        """The answer's messages go. `keeping` is remembered; where that is nothing, the answer is forgotten."""
        new = replace(self, parts=keeping)
        if not self.id or self.is_removed or (new == self and keeping):
            return Change(self)
        deletions = self.deletions if self.is_live else ()
        tell = (TellPointers(self.id),) if self.briefs else ()
        return Change(new, (*deletions, Keep() if keeping else Forget(self.id), *tell))

    def _allowed(self, parts: Iterable[AnswerPart]) -> tuple[AnswerPart, ...]:
        """Parts for this answer: each article once, none that was dismissed; what was dismissed is remembered.

        An article that was dismissed is known by its text, and by its address when that says something else meanwhile.
        """
        texts = {part.content for part in self.put_away}
        addresses = {part.url for part in self.put_away if part.url is not None}
        allowed = (part for part in parts if part.content not in texts and part.url not in addresses)
        return (*each_once(allowed), *self.put_away)

    def _standing(self, parts: Iterable[AnswerPart]) -> list[AnswerPart]:
        """Parts of which those that stood here as briefs before are briefs, with their first time."""
        before = {part.content: part for part in self.briefs}
        return [
            replace(part, kind=AnswerKind.BRIEF, target=None, created=before[part.content].created)
            if part.content in before
            else part
            for part in parts
        ]

    # --- where it stands --------------------------------------------------------------------------------------------

    def posted(self, at: Location, *, head: int | None = None) -> "Answer":
        """The answer once it is posted."""
        return replace(self, id=at.message, channel=at.channel, head=head)

    def had_again(self, part: AnswerPart) -> "Answer":
        """The answer with what a brief's page says of itself, which its part may know from an earlier brief's page."""

        def known(each: AnswerPart) -> AnswerPart:
            if each.kind is not AnswerKind.BRIEF or each.content != part.content:
                return each
            return replace(
                each, key=part.key, url=part.url, headline=part.headline, sentence=part.sentence, site=part.site
            )

        return replace(self, parts=tuple(known(each) for each in self.parts))


REPLYING = frozenset({Trigger.WATCH, Trigger.REACTION, Trigger.MENTION})
"""The triggers whose answer to a message is one, and follows what the message says."""
