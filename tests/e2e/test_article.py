"""An article and a link to it are answered, over the real gateway's socket."""

import pytest

from bot.domain.values.source import Link
from bot.domain.values.wish import Wish
from tests.conftest import SHARED
from tests.support.newsroom import HEADLINE, STORY, Newsroom

# The difficulties of translated agency copy, in a text of our own: doubled full stops, no paragraphs, a credit.
COPY = """


Marek Havel said on Friday that he expects Estavian Chancellor Ines Roth to visit Kavaria in the autumn of 2031, hoping
that the visit would show that Port Kavar is not alone after the flood.  . to write the Northern Wire. Marek Havel and
Ines Roth have scheduled a call on Friday. In remarks broadcast by Kavarian state television, Marek Havel stressed that
the two countries need each other and said Port Kavar wants to rebuild the dam together. “We are waiting for you, dear
Chancellor, dear friend, we are waiting for you in the autumn of next year at the dam. It will show the whole valley how
strong our two countries are when the water rises. We see the causes of the flood in the same way, and we shall not let
anybody tell us that it was fate,” Marek Havel told Ines Roth. Havel’s speech lasted about eight minutes. Roth’s answer
was much shorter and did not speak of a visit, the Northern Wire noted. Although Roth called Havel her “dear friend”,
her remarks were cooler. She said, however, that Estavia was ready to help in what she called a “difficult” year.
Government spokeswoman Petra Lind said a date for the visit had yet to be set. Publisher: KM

"""


async def test_link_in_a_watched_channel_is_answered(newsroom: Newsroom) -> None:
    """The answer has headline, summary, actors and quotes, and each quote is a slice of the text."""
    await newsroom.watch()
    url = newsroom.link()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, f"look: {url}")
    answer = await newsroom.answer(post)
    assert f"[{HEADLINE}]({url})" in answer.text
    assert "will close for repairs on Monday" in answer.text
    assert "**Ada Quill**, " in answer.text
    assert "“The quay cannot wait another winter”" in answer.text
    served = await newsroom.parts.desk.peek(Link(url), Wish())
    assert served is not None
    article = served.brief.article
    assert [article.text[quote.start : quote.end] for quote in served.brief.quotes] == [
        quote.text for quote in served.brief.quotes
    ]
    assert all(quote.text.split()[0] in STORY for quote in served.brief.quotes)


async def test_second_post_of_a_link_is_a_cache_hit(newsroom: Newsroom) -> None:
    """In another channel the same link is answered with no fetch and no engine's call."""
    await newsroom.watch(newsroom.news, newsroom.general)
    url = newsroom.link()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url))
    written = newsroom.desk_parts.metrics.value("briefs")
    again = await newsroom.answer(await newsroom.town.post(newsroom.general, newsroom.ben, f"{url}?utm_source=chat"))
    assert HEADLINE in again.text
    assert newsroom.site.hits["/harbour"] == 1
    assert newsroom.desk_parts.metrics.value("briefs") == written == 1


async def test_pasted_article_is_answered(newsroom: Newsroom) -> None:
    """A paste is cleaned, its credit is no sentence, and each speaker has their own words."""
    await newsroom.watch()
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, COPY))
    assert "“We are waiting for you, dear Chancellor" in answer.text
    assert "— Marek Havel" in answer.text
    assert "Publisher" not in answer.text
    assert ". ." not in answer.text
    assert "**Ines Roth**" in answer.text


@pytest.mark.skipif(
    not (SHARED / "articles" / "putin-xi.txt").exists(), reason="the article is not part of the project; CI has it"
)
async def test_article_of_the_shared_folder_is_answered(newsroom: Newsroom) -> None:
    """A real article with the same difficulties is answered with its main quotation and its speaker."""
    await newsroom.watch()
    text = (SHARED / "articles" / "putin-xi.txt").read_text(encoding="utf-8")
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, text))
    assert "“We are expecting you, dear Mr. President" in answer.text
    assert "— Vladimir Putin" in answer.text
    assert "**Xi Jinping**" in answer.text
    assert "**Reuters**" not in answer.text
