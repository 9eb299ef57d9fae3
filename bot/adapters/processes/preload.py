"""What reading, writing and checking need, loaded once: the tables of names and words, the parsers.

Importing this module does something, as importing `preload_pages` does. The process that the pool's workers are forked
from imports it, so that a worker that was killed is replaced by one that need not load anything; the bot imports it at
its start, so that the first article does not hold up a heartbeat.
"""

from bot.domain.brief.builtin import write_brief
from bot.domain.claims import claims, foreign, proving
from bot.domain.claims.headlines import parting
from bot.domain.page import extract
from bot.domain.page.files import clean, pdf
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

LOADED = (claims, clean, extract, foreign, parting, pdf, proving)

_ARTICLE = Article(
    text="“The quay cannot wait,” said Ada Quill, the mayor of Port Ellery, on Monday. The harbour closes in May.",
    language="en",
)
write_brief(_ARTICLE, Wish())
