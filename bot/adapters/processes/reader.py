"""Reading in processes that can be killed."""

from bot.domain.page.files.clean import clean_paste
from bot.domain.page.files.plain import read_plain
from bot.domain.page.files.sniff import HTML, PDF, media_type
from bot.domain.values.article import Article
from bot.domain.values.source import Page, Upload
from bot.errors import TooLargeError
from bot.ports import Pool
from config.limits import PAGE_BYTES, PDF_BYTES


class PooledReader:
    """Turns pages, files and pastes into articles in a pool's processes (`bot.ports.Reader`)."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def read_page(self, page: Page) -> Article:
        """Extract the article of a page. Raises UnreadableError when there is none."""
        return await self._pool.run(extracted, page)

    async def read_upload(self, upload: Upload) -> Article:
        """Extract the article of a file, whatever its name says.

        Raises:
            UnreadableError: it holds no article.
            TooLargeError: it is larger than a page may be.
        """
        kind = media_type(upload.data, upload.content_type)
        limit = PDF_BYTES if kind == PDF else PAGE_BYTES
        if len(upload.data) > limit:
            raise TooLargeError("The file is larger than the {limit_mb} MB that I read.", limit_mb=limit // 1_000_000)
        if kind not in {HTML, PDF}:
            return await self._pool.run(read_plain, upload.data, None)
        return await self.read_page(Page(url="", content_type=kind, charset=None, body=upload.data))

    async def read_paste(self, text: str) -> Article:
        """Clean a pasted article. Raises UnreadableError when it is not an article."""
        return await self._pool.run(clean_paste, text)


def extracted(page: Page) -> Article:
    """`bot.domain.page.extract.extract`, loaded where it is called: whoever only asks for it needs no parsers."""
    from bot.domain.page.extract import extract  # noqa: PLC0415  # As above.

    return extract(page)
