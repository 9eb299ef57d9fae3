"""One change of an answer at a time; whoever points to it hears of the change once its turn is over."""

import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

from bot.domain.values.records import AnswerKind
from bot.errors import DeliveryError
from bot.messages.answers.answer import Answer, Change
from bot.messages.answers.delivering import Deliverer, Outcome
from bot.messages.answers.effects import Follow, Tell, TellPointers
from bot.messages.answers.part import AnswerPart, Location
from bot.messages.answers.records import answers_of
from bot.ports import Cache, Store

log = logging.getLogger(__name__)


class Turns:
    """Lets answers change in turn, over all processes that share the cache.

    No turn is waited for while another is held: what a change means for other answers is collected in a list, and told
    when the turn is over.

    Args:
        deliverer: carries out what happens to answers.
        store: remembers answers.
        cache: has the turns.
    """

    def __init__(self, *, deliverer: Deliverer, store: Store, cache: Cache) -> None:
        self._deliverer = deliverer
        self._store = store
        self._cache = cache

    @asynccontextmanager
    async def turn(self, message: int) -> AsyncIterator[list[Tell]]:
        """Hold the turn of a message. Gives a list for what others are told once the turn is over."""
        tells: list[Tell] = []
        async with self._cache.flight(_turn_of(message)):
            yield tells
        await self.tell(tells)

    @asynccontextmanager
    async def articles(self, channel: int, contents: Collection[str]) -> AsyncIterator[None]:
        """Hold the turns of articles in a channel, within the turn of a message."""
        async with AsyncExitStack() as turns:
            for content in sorted(contents):
                await turns.enter_async_context(self._cache.flight(f"turn:{channel}:{content}"))
            yield

    async def change(
        self, answer: Answer, transition: Callable[[Answer], Change], *, gone: Collection[int] = ()
    ) -> Outcome | None:
        """Let something happen to an answer in its turn, as it is on record then; None when it is not any more."""
        async with self.turn(answer.source or answer.id) as tells:
            kept = answers_of(await self._store.answer(answer.id))
            if not kept:
                return None
            outcome = await self._deliverer.carry_out(kept[0], transition(kept[0]), gone=gone)
            tells.extend(outcome.tells)
        return outcome

    async def mend(self, *, count: int) -> None:
        """Look after pointers that a broken-off change left dangling, `count` at most."""
        for answer in answers_of(await self._store.dangling_pointers(count=count)):
            for part in answer.pointers:
                if part.target is not None:
                    await self.tell([await self._as_told(part.target.message)])

    async def tells_of(self, outcome: Outcome) -> list[Tell]:
        """Whom a change concerns; an earlier answer may have gone while a pointer to it was being posted."""
        tells = list(outcome.tells)
        for part in outcome.answer.pointers:
            if part.target is not None:
                tell = await self._as_told(part.target.message)
                tells += [tell] if part.content not in tell.kept else []
        return tells

    async def tell(self, tells: Iterable[Tell]) -> None:
        """Let pointers hear what became of the briefs that they lead to, while no turn is held.

        They follow a page that was read anew. Where a brief is gone the newest pointer becomes the brief, and the
        others lead to that one.
        """
        queue = deque(tells)
        while queue:
            tell = queue.popleft()
            successors: dict[str, Location] = {}
            for answer in answers_of(await self._store.answers_pointing(tell.target)):
                async with self._cache.flight(_turn_of(answer.source or answer.id)):
                    for there in answers_of(await self._store.answer(answer.id)):
                        queue += await self._hear(there, tell, successors)

    async def _hear(self, answer: Answer, tell: Tell, successors: dict[str, Location]) -> list[Tell]:
        tells: list[Tell] = []
        try:
            if isinstance(tell, Follow):
                change = answer.earlier_answer_follows(tell.target, tell.before, tell.part)
                return (await self._deliverer.carry_out(answer, change)).tells
            for part in answer.pointers:
                if _is_gone(part, tell):
                    gone_to = successors.get(part.content)
                    change = answer.earlier_answer_gone(tell.target, {part.content}, successor=gone_to)
                    outcome = await self._deliverer.carry_out(answer, change)
                    answer, tells = outcome.answer, tells + outcome.tells
                    if any(brief.content == part.content for brief in answer.briefs):
                        successors[part.content] = Location(answer.channel, answer.id)
        except DeliveryError as error:
            # What dangles then is found again by `mend`.
            log.warning("a pointer in %s could not be changed: %s", answer.channel, error)
        return tells

    async def _as_told(self, target: int) -> TellPointers:
        """What pointers to an answer are to know of it now."""
        rows = await self._store.answer(target)
        return TellPointers(target, frozenset(row.content for row in rows if row.kind is AnswerKind.BRIEF))


def _is_gone(part: AnswerPart, tell: TellPointers) -> bool:
    """Whether a part points to a brief that is not there any more."""
    return part.target is not None and part.target.message == tell.target and part.content not in tell.kept


def _turn_of(message: int) -> str:
    return f"turn:message:{message}"
