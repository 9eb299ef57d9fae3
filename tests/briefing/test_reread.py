import pytest

from bot.briefing.reread import Reread
from bot.domain.brief import codec
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftSentence
from config import limits
from tests.support.fakes import STORY


def brief_of(title: str) -> Brief:
    """A checked brief of the story under a title."""
    draft = Draft(
        headline=title, sentences=(DraftSentence(STORY.split("\n\n")[0], 0),), actors=(), quotes=(), engine="builtin"
    )
    return check(draft, Article(text=STORY, title=title))


async def test_same_bytes_are_read_once() -> None:
    """Who asks again is given the brief that was verified the first time."""
    reread, brief = Reread(), brief_of("Harbour closes")
    first = await reread.brief(codec.encode_brief(brief))
    assert first == brief
    assert await reread.brief(codec.encode_brief(brief)) is first


async def test_another_byte_is_verified_anew() -> None:
    """A brief that was changed in the cache is refused however often its former bytes were read."""
    reread, data = Reread(), codec.encode_brief(brief_of("Harbour closes"))
    await reread.brief(data)
    with pytest.raises(ValueError, match="proof"):
        await reread.brief(data.replace(b'"proof":["', b'"proof":["verbatim","', 1))


async def test_what_was_read_longest_ago_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """The briefs are bounded by their bytes; the one that was just asked for stays."""
    data = [codec.encode_brief(brief_of(f"Harbour closes {number}")) for number in range(3)]
    monkeypatch.setattr(limits, "REREAD_BYTES", 2 * len(data[0]))
    reread = Reread()
    first, second = await reread.brief(data[0]), await reread.brief(data[1])
    assert await reread.brief(data[0]) is first
    await reread.brief(data[2])
    assert await reread.brief(data[0]) is first
    assert await reread.brief(data[1]) is not second
