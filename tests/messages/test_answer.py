"""The answer: whatever happens to it in whatever order, its promises hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.values.records import AnswerKind
from bot.domain.values.wish import Length, Wish
from bot.messages.answers.answer import Answer, Change
from bot.messages.answers.effects import Delete, Edit, Follow, Forget, Keep, Send, TellPointers
from bot.messages.answers.part import AnswerPart, Location
from bot.messages.answers.records import answers_of, records_of
from bot.messages.posts.post import Trigger

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
NEWS = 10
PAGES = "abcd"
TEXTS = "abcdxyz"
Asks = list[tuple[str, bool]]


def brief(content: str, page: str = "", *, spoiler: bool = False, trigger: Trigger = Trigger.WATCH) -> AnswerPart:
    """The part that shows the brief of an article; each text has a page of its own where none is named."""
    url = f"https://news.example/{page or content}"
    return AnswerPart(
        AnswerKind.BRIEF, content, content, url, f"Headline {content}", Wish(), trigger, NOW, spoiler=spoiler
    )


def unposted(source: int | None = 1) -> Answer:
    """An answer to a message in #news with nothing in it yet."""
    return Answer(channel=NEWS, guild=5, poster=7, source=source, source_channel=NEWS if source else None)


def standing(*parts: AnswerPart, source: int = 1, id_: int = 100) -> Answer:
    """A posted answer."""
    return unposted(source).answered(parts).answer.posted(Location(NEWS, id_))


class Channel:
    """Carries out effects in a channel of memory: which messages stand, what they show, and what is on record.

    While it `refuses`, nothing is deleted: it is owed until it is done.
    """

    def __init__(self) -> None:
        self.last = 1000
        self.refuses = False
        self.owed: dict[int, int] = {}
        self.shown: dict[int, list[tuple[object, ...]]] = {}
        self.names: dict[int, str] = {}
        self.kept: dict[int, Answer] = {}

    def carry_out(self, before: Answer, change: Change) -> None:
        """Do what a change asks for, and let pointers know last."""
        answer, tells = change.answer, list[TellPointers | Follow]()
        for effect in change.effects:
            match effect:
                case Send(in_thread):
                    answer = self._post(answer, in_thread=in_thread)
                case Edit(rename):
                    self._edit(answer, rename=rename)
                case Keep():
                    self.kept.pop(before.id, None)
                    self.kept[answer.id] = answers_of(records_of(answer))[0]
                case Delete(location):
                    self._delete(location.message, before.id)
                case Forget(id_):
                    self._forget(id_)
                case TellPointers() | Follow():
                    tells.append(effect)
        for tell in tells:
            if isinstance(tell, Follow):
                self._follow(tell)
            else:
                self._tell(tell)

    def _delete(self, message: int, answer: int) -> None:
        if self.refuses:
            self.owed[message] = answer
        else:
            del self.shown[message]

    def _forget(self, id_: int) -> None:
        left = self.kept.pop(id_)
        if id_ in self.owed.values():
            gone = tuple(replace(part, kind=AnswerKind.REMOVED, target=None) for part in left.parts)
            self.kept[id_] = replace(left, parts=gone)

    def tidy(self) -> None:
        """Delete what is owed, and what is kept of answers that are gone with it."""
        for message, id_ in self.owed.items():
            del self.shown[message]
            if id_ in self.kept and self.kept[id_].is_removed:
                del self.kept[id_]
        self.owed.clear()

    def _post(self, answer: Answer, *, in_thread: bool) -> Answer:
        self.last += 2
        self.shown[self.last] = looks(answer)
        if not in_thread:
            return answer.posted(Location(NEWS, self.last))
        self.shown[self.last + 1] = looks(answer)
        self.names[self.last] = answer.title
        return answer.posted(Location(self.last, self.last + 1), head=self.last)

    def _edit(self, answer: Answer, *, rename: bool) -> None:
        assert answer.id in self.shown, "only what stands is edited"
        self.shown[answer.id] = looks(answer)
        if answer.head is not None and rename:
            self.names[answer.channel] = answer.title

    def _follow(self, follow: Follow) -> None:
        for id_ in sorted(self.kept, reverse=True):
            change = self.kept[id_].earlier_answer_follows(follow.target, follow.before, follow.part)
            self.carry_out(self.kept[id_], change)

    def _tell(self, tell: TellPointers) -> None:
        successors: dict[str, Location] = {}
        for id_ in sorted(self.kept, reverse=True):
            for part in self.kept[id_].pointers:
                answer = self.kept[id_]
                if part.target and part.target.message == tell.target and part.content not in tell.kept:
                    change = answer.earlier_answer_gone(
                        tell.target, {part.content}, successor=successors.get(part.content)
                    )
                    self.carry_out(answer, change)
                    successors.setdefault(part.content, Location(answer.channel, answer.id))

    def parts_for(self, asks: Asks, pages: dict[str, str], *, source: int) -> list[AnswerPart]:
        """What a message asks for: briefs of what pages say, and pointers to what other answers show."""
        parts = []
        for page, spoiler in asks:
            content = pages[page]
            part = brief(content, page, spoiler=spoiler)
            earlier = next(
                (
                    row
                    for answer in self.kept.values()
                    if answer.source != source
                    for row in records_of(answer)
                    if row.kind is AnswerKind.BRIEF and row.content == content
                ),
                None,
            )
            parts.append(part if earlier is None else part.pointing(earlier))
        return parts


def looks(answer: Answer) -> list[tuple[object, ...]]:
    """What is seen of an answer."""
    return [part.looks for part in answer.shown]


class Life(RuleBasedStateMachine):
    """Messages ask, are edited and deleted; answers are dismissed, deleted and refreshed; pages change and vanish."""

    sources = st.integers(1, 5)
    pages = st.sampled_from(PAGES)
    asked = st.lists(st.tuples(pages, st.booleans()), max_size=3)

    def __init__(self) -> None:
        super().__init__()
        self.channel = Channel()
        self.texts = {page: page for page in PAGES}
        self.asks: dict[int, Asks] = {}
        self.dismissed: set[tuple[int, str | None]] = set()

    def _answer_to(self, source: int) -> Answer | None:
        found = [answer for answer in self.channel.kept.values() if answer.source == source]
        return min(found, key=lambda answer: answer.is_removed, default=None)

    def _parts(self, asks: Asks, source: int) -> list[AnswerPart]:
        return self.channel.parts_for(asks, self.texts, source=source)

    @rule(source=sources, asks=asked, in_thread=st.booleans())
    def posted(self, source: int, asks: Asks, in_thread: bool) -> None:
        """A message asks; an event that is heard twice changes nothing."""
        if source not in self.asks:
            self.asks[source] = asks
            new = unposted(source)
            self.channel.carry_out(new, new.answered(self._parts(asks, source), in_thread=in_thread))
        elif answer := self._answer_to(source):
            assert answer.answered(self._parts(asks, source)) == Change(answer)

    @rule(source=sources, asks=asked, in_thread=st.booleans())
    def edited(self, source: int, asks: Asks, in_thread: bool) -> None:
        """A message asks for something else."""
        answer = self._answer_to(source)
        if source not in self.asks or answer is None:
            return
        self.asks[source] = asks
        parts = self._parts(asks, source)
        self.channel.carry_out(answer, answer.edited(str(asks), parts, in_thread=in_thread))
        again = self._answer_to(source)
        assert again is None or again.edited(str(asks), parts).effects == ()

    @rule(source=sources)
    def source_deleted(self, source: int) -> None:
        """A message goes, and comes back as another one with the same number here."""
        answer = self._answer_to(source)
        self.asks.pop(source, None)
        self.dismissed = {(of, what) for of, what in self.dismissed if of != source}
        if answer is not None:
            self.channel.carry_out(answer, answer.source_deleted())
            gone = self._answer_to(source)
            assert gone is None or (gone.is_removed and gone.source_deleted() == Change(gone))

    @rule(source=sources)
    def dismissed_by_somebody(self, source: int) -> None:
        """An answer is dismissed, twice. For a message that is gone nothing is remembered."""
        if answer := self._answer_to(source):
            told = ((source, what) for part in answer.parts for what in (part.content, part.url))
            self.dismissed |= set(told) if source in self.asks else set()
            self.channel.carry_out(answer, answer.dismissed())
            again = self._answer_to(source)
            assert again is not None
            assert again.dismissed().effects == ()

    @rule(refuses=st.booleans())
    def discord_refuses(self, refuses: bool) -> None:
        """Discord deletes nothing, or all that it owes."""
        self.channel.refuses = refuses
        if not refuses:
            self.channel.tidy()

    @rule(page=pages, text=st.sampled_from(TEXTS))
    def rewritten(self, page: str, text: str) -> None:
        """A page says something else, perhaps what another page says."""
        self.texts[page] = text

    @rule(source=sources, number=st.integers(0, 2), text=st.sampled_from(TEXTS))
    def refreshed(self, source: int, number: int, text: str) -> None:
        """A page is read anew, and may say something else."""
        answer = self._answer_to(source)
        if answer is None or number >= len(answer.briefs):
            return
        part = answer.briefs[number]
        page = (part.url or "")[-1]
        self.texts[page] = text
        self.channel.carry_out(answer, answer.refreshed(part.content, brief(text, page)))

    @rule(source=sources, number=st.integers(0, 2))
    def lost(self, source: int, number: int) -> None:
        """A page is gone when its brief is to be shown again."""
        answer = self._answer_to(source)
        if answer is not None and answer.is_live and number < len(answer.briefs):
            self.channel.carry_out(answer, answer.lost({answer.briefs[number].content}))

    @invariant()
    def pointers_lead_to_briefs(self) -> None:
        """Every pointer leads to a message that stands and shows the brief of its article."""
        for answer in self.channel.kept.values():
            for part in answer.pointers:
                assert part.target is not None
                there = self.channel.kept[part.target.message]
                assert part.content in {brief.content for brief in there.briefs}
                assert there.id in self.channel.shown

    @invariant()
    def what_stands_is_on_record(self) -> None:
        """Every message is part of one answer on record and shows what the record says."""
        live = [answer for answer in self.channel.kept.values() if answer.is_live]
        standing = [delete.location.message for answer in live for delete in answer.deletions]
        assert sorted([*standing, *self.channel.owed]) == sorted(self.channel.shown)
        assert all(self.channel.shown[answer.id] == looks(answer) for answer in live)

    @invariant()
    def one_answer_and_one_part(self) -> None:
        """A message has one answer, and an article one part of it."""
        sources = [answer.source for answer in self.channel.kept.values() if not answer.is_removed]
        assert len(sources) == len(set(sources))
        for answer in self.channel.kept.values():
            contents = [part.content for part in answer.parts]
            assert len(contents) == len(set(contents))

    @invariant()
    def hidden_stays_hidden(self) -> None:
        """What a message hides is hidden in its answer, and the name of a thread tells nothing of it."""
        for answer in self.channel.kept.values():
            if answer.source not in self.asks or not answer.is_live:
                continue
            hidden = {f"https://news.example/{page}" for page, spoiler in self.asks[answer.source] if spoiler}
            assert all(part.spoiler for part in answer.shown if part.url in hidden)
            if answer.head is not None and any(part.spoiler for part in answer.shown):
                assert self.channel.names[answer.channel] == ""

    @invariant()
    def dismissed_stays_dismissed(self) -> None:
        """What was dismissed is not shown in answer to the same message again: neither its text nor its page."""
        for answer in self.channel.kept.values():
            shown = {(answer.source, what) for part in answer.shown for what in (part.content, part.url)}
            assert not shown & self.dismissed


TestLife = Life.TestCase
# Another profile draws as many as it says: `pytest --hypothesis-profile=thorough tests/messages/test_answer.py`.
_DRAWN = settings()
TestLife.settings = settings(max_examples=60 if _DRAWN.derandomize else _DRAWN.max_examples, stateful_step_count=30)


def kinds(change: Change) -> list[type]:
    """The kinds of a change's effects, in order."""
    return [type(effect) for effect in change.effects]


def test_new_answer_is_posted_and_kept() -> None:
    """What is ready is posted and recorded; nothing at all is not."""
    assert kinds(unposted().answered([brief("a")])) == [Send, Keep]
    assert unposted().answered([]).effects == ()


def test_answer_in_a_thread_needs_a_brief() -> None:
    """A mere pointer is no reason to open a thread."""
    earlier = records_of(standing(brief("a")))[0]
    assert unposted().answered([brief("a")], in_thread=True).effects[0] == Send(in_thread=True)
    assert unposted(2).answered([brief("a").pointing(earlier)], in_thread=True).effects[0] == Send(in_thread=False)


def test_two_links_to_one_article_are_one_part() -> None:
    """A shortener and the address itself are one part, hidden where either is."""
    (part,) = unposted().answered([brief("a"), brief("a", spoiler=True), brief("a")]).answer.parts
    assert part.spoiler


def test_pointer_to_what_is_hidden_is_hidden() -> None:
    """An open link to an article that was hidden tells nothing of it."""
    earlier = records_of(standing(brief("a", spoiler=True)))[0]
    assert brief("a").pointing(earlier).spoiler
    assert brief("a", spoiler=True).pointing(replace(earlier, spoiler=False)).spoiler


@pytest.mark.parametrize("hidden", [True, False])
def test_edit_of_bars_alone_changes_the_answer(hidden: bool) -> None:
    """An edit that adds or takes `||` is an edit."""
    change = standing(brief("a", spoiler=not hidden)).edited("other", [brief("a", spoiler=hidden)])
    assert kinds(change) == [Edit, Keep]
    assert [part.spoiler for part in change.answer.shown] == [hidden]


def test_refresh_keeps_what_is_known_of_the_part() -> None:
    """Spoiler, trigger and first time stay; the headline and the article's keys are the new ones."""
    old = brief("a", spoiler=True, trigger=Trigger.MENTION)
    change = standing(old).refreshed("a", replace(brief("x"), created=NOW.replace(hour=13)))
    (part,) = change.answer.parts
    assert (part.spoiler, part.trigger, part.created, part.content) == (True, Trigger.MENTION, NOW, "x")
    assert change.effects == (Edit(), Keep(), Follow(100, "a", part), TellPointers(100, frozenset("x")))


def test_shared_brief_stays_hidden() -> None:
    """What was hidden where a private brief came from is hidden where it is shared."""
    change = unposted(None).shared(brief("a", spoiler=True))
    assert kinds(change) == [Send, Keep]
    assert change.answer.parts[0].spoiler


def test_commands_answer_is_forgotten_when_it_is_dismissed() -> None:
    """There is no message that could ask for it again."""
    answer = unposted(None).answered([brief("a")]).answer.posted(Location(NEWS, 100))
    assert kinds(answer.dismissed()) == [Delete, Forget, TellPointers]


def test_dismissed_stays_dismissed_beside_a_new_link() -> None:
    """After a dismissal an edit that adds a link gets the new one alone."""
    dismissed = standing(brief("a")).dismissed().answer
    assert dismissed.edited("typo", [brief("a")]).effects == (Keep(),)
    change = dismissed.edited("more", [brief("a"), brief("b")])
    assert kinds(change) == [Send, Keep]
    assert [part.content for part in change.answer.shown] == ["b"]


def test_thread_goes_with_its_head() -> None:
    """A deleted message takes the brief, the head and the thread."""
    answer = unposted().answered([brief("a")], in_thread=True).answer.posted(Location(200, 201), head=200)
    deletions = [effect for effect in answer.source_deleted().effects if isinstance(effect, Delete)]
    assert deletions == [Delete(Location(200, 201)), Delete(Location(NEWS, 200), thread=True)]
    assert answer.edited("other", [brief("b")]).effects[0] == Edit(rename=True)
    assert answer.edited("other", [brief("a", spoiler=True)]).effects[0] == Edit(rename=True)


def test_answer_whose_thread_is_not_open_yet_has_one_message() -> None:
    """A process that died between head and thread leaves a head that goes with its message."""
    answer = unposted().answered([brief("a")]).answer.posted(Location(NEWS, 200), head=200)
    assert answer.deletions == (Delete(Location(NEWS, 200), thread=True),)


def test_record_is_the_answer() -> None:
    """Rows read back give the same answer, parts in order."""
    earlier = records_of(standing(brief("c"), id_=50))[0]
    parts: Iterable[AnswerPart] = [replace(brief("a"), wish=Wish(Length.LONG, "de")), brief("c").pointing(earlier)]
    answer = replace(unposted().answered(parts).answer, links="f", locale="de", room=9).posted(
        Location(20, 21), head=20
    )
    assert answers_of(tuple(reversed(records_of(answer)))) == (answer,)


def test_lost_part_leaves_the_others() -> None:
    """The brief that can be had stays, and whoever points to the other hears of it; without any the answer goes."""
    answer = standing(brief("a"), brief("b"))
    change = answer.lost({"a"})
    assert [part.content for part in change.answer.shown] == ["b"]
    assert change.effects == (Edit(rename=True), Keep(), TellPointers(100, frozenset({"b"})))
    assert kinds(answer.lost({"a", "b"})) == [Delete, Forget, TellPointers]


@pytest.mark.parametrize(("asked", "effects"), [(1, [Keep]), (2, [Edit, Keep])])
def test_number_of_links_is_shown_where_there_are_several(asked: int, effects: list[type]) -> None:
    """An edit that changes neither briefs nor that number is a matter of record."""
    assert kinds(replace(standing(brief("a")), asked=asked).edited("other", [brief("a")])) == effects


def test_answer_about_a_message_by_a_command_is_no_reply_to_it() -> None:
    """What a menu brought about a message follows it, and is not the answer that the message waits for."""
    assert standing(brief("a")).is_reply
    assert not standing(brief("a", trigger=Trigger.MENU)).is_reply
    assert not unposted(None).is_reply


def test_follower_is_redrawn_where_it_loses_a_part() -> None:
    """Two pages say the same now: of a brief and a pointer the brief stays; a pointer that stays needs no edit."""
    target = records_of(standing(brief("c", "other"), source=9, id_=50))[0]
    pointer = brief("c", "other").pointing(target)
    answer = standing(brief("a"), pointer, source=2)
    change = answer.earlier_answer_follows(50, "c", brief("a", "other"))
    assert kinds(change) == [Edit, Keep]
    assert [(part.kind, part.content) for part in change.answer.shown] == [(AnswerKind.BRIEF, "a")]
    change = answer.earlier_answer_follows(50, "c", brief("x", "other"))
    assert kinds(change) == [Keep]
    assert (change.answer.pointers[0].key, change.answer.pointers[0].content) == ("x", "x")
    assert answer.earlier_answer_follows(50, "c", brief("x", "third")) == Change(answer)
    assert answer.earlier_answer_follows(51, "c", brief("x", "other")) == Change(answer)
    dismissed = answer.dismissed().answer
    assert dismissed.earlier_answer_follows(50, "c", brief("x", "other")) == Change(dismissed)


def test_answer_that_ends_remembers_what_its_message_asks_for_now() -> None:
    """The next edit is compared with what the message says then, though nothing of it is shown."""
    first = standing(brief("a"), brief("b"))
    ended = replace(first, parts=(replace(first.parts[0], kind=AnswerKind.DISMISSED), first.parts[1])).edited("new", [])
    assert ended.answer.links == "new"
    assert [part.content for part in ended.answer.parts] == ["a"]


def test_pointer_that_becomes_a_brief_points_nowhere() -> None:
    """It stands for itself, and nobody is led to what is gone."""
    earlier = records_of(standing(brief("a"), id_=50))[0]
    pointer = standing(brief("a").pointing(earlier), source=2)
    (part,) = pointer.earlier_answer_gone(50, {"a"}).answer.parts
    assert (part.kind, part.target) == (AnswerKind.BRIEF, None)
    (moved,) = pointer.earlier_answer_gone(50, {"a"}, successor=Location(NEWS, 60)).answer.parts
    assert (moved.kind, moved.target) == (AnswerKind.POINTER, Location(NEWS, 60))


def test_brief_that_is_had_again_speaks_for_its_own_page() -> None:
    """Key, address, headline, sentence and site are those of the page that it was read from."""
    page = replace(brief("a"), key="k", url="https://copy.example/a", headline="H", sentence="S.", site="Copy")
    (part, other) = standing(brief("a"), brief("b")).had_again(page).parts
    assert (part.key, part.url, part.headline, part.sentence, part.site) == ("k", page.url, "H", "S.", "Copy")
    assert other == brief("b")


@pytest.mark.parametrize("pointer_first", [True, False])
def test_brief_outranks_a_pointer_to_its_article(pointer_first: bool) -> None:
    """Where one message has both, the brief is shown, in the place of the first."""
    pointer = brief("a").pointing(records_of(standing(brief("a"), id_=50))[0])
    parts = [pointer, brief("b"), brief("a")] if pointer_first else [brief("a"), brief("b"), pointer]
    shown = unposted().answered(parts).answer.parts
    assert [(part.content, part.kind) for part in shown] == [("a", AnswerKind.BRIEF), ("b", AnswerKind.BRIEF)]


def test_refresh_that_finds_the_same_text_tells_nobody() -> None:
    """Who points to a brief that still says the same need not be looked for."""
    change = standing(brief("a"), brief("b")).refreshed("a", replace(brief("a"), headline="Another headline"))
    assert change.effects == (Edit(rename=True), Keep())


def test_pointer_to_another_article_of_the_same_answer_stays() -> None:
    """Of an answer that lost one of its two briefs, pointers to the other one still lead there."""
    first, second = records_of(standing(brief("a"), brief("b"), id_=50))
    answer = standing(brief("a").pointing(first), brief("b").pointing(second), source=2)
    parts = answer.earlier_answer_gone(50, {"a"}).answer.parts
    assert [(part.content, part.kind) for part in parts] == [("a", AnswerKind.BRIEF), ("b", AnswerKind.POINTER)]
    elsewhere = answer.earlier_answer_gone(51, {"a", "b"})
    assert elsewhere == Change(answer)


def test_brief_that_stays_through_an_edit_keeps_its_first_time() -> None:
    """A repeat is counted from when an article was first briefed, however often its message is edited."""
    again = replace(brief("a"), created=NOW.replace(hour=20))
    change = standing(brief("a")).edited("more", [again, brief("b")])
    assert [part.created for part in change.answer.parts] == [NOW, NOW]


def test_brief_that_stands_is_no_pointer_after_an_edit() -> None:
    """Though another answer shows the same article by now."""
    earlier = records_of(standing(brief("a"), id_=50))[0]
    change = standing(brief("a")).edited("more", [brief("a").pointing(earlier), brief("b")])
    assert [(part.kind, part.target) for part in change.answer.parts] == [(AnswerKind.BRIEF, None)] * 2


def test_answer_that_goes_leaves_no_part_and_tells_of_its_briefs_alone() -> None:
    """Nobody points to a pointer."""
    earlier = records_of(standing(brief("a"), id_=50))[0]
    change = standing(brief("a").pointing(earlier), source=2).source_deleted()
    assert change.answer.parts == ()
    assert kinds(change) == [Delete, Forget]


def test_pointer_that_would_show_what_was_dismissed_goes() -> None:
    """The page that it leads to says now what was dismissed here: nothing is left to be shown."""
    earlier = records_of(standing(brief("c", "other"), source=9, id_=50))[0]
    answer = standing(brief("a"), brief("c", "other").pointing(earlier), source=2)
    away = replace(answer.parts[0], kind=AnswerKind.DISMISSED)
    change = replace(answer, parts=(away, answer.parts[1])).earlier_answer_follows(50, "c", brief("a", "other"))
    assert kinds(change) == [Delete, Keep]
    assert change.answer.parts == (away,)
