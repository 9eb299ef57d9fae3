"""An article and a link to it are answered, over the real gateway's socket."""

from tests.support.newsroom import HEADLINE, Newsroom


async def test_link_in_a_watched_channel_is_answered(newsroom: Newsroom) -> None:
    """The answer has headline, summary, actors and quotes; the second post is a cache hit and a pointer."""
    await newsroom.watch()
    url = newsroom.link()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, f"look: {url}")
    answer = await newsroom.answer(post)
    assert HEADLINE in answer.text
    assert "“The quay cannot wait another winter,”" in answer.text
    assert "Ada Quill" in answer.text
    assert newsroom.town.violations == []
