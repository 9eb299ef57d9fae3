"""Files: which are read, and why others are not."""

import pytest

from bot.domain.values.source import Upload
from bot.messages.gathering import upload_of
from bot.messages.posts.gates import Stop, stopped_by, stopped_file
from bot.messages.posts.post import File, Post, Trigger, look_into
from bot.messages.posts.refusals import refusal
from config import limits
from config.guild import GuildSettings


async def _read() -> bytes:
    return b""


@pytest.mark.parametrize(
    ("name", "size", "stop", "says"),
    [
        ("story.md", 100, None, ""),
        ("story.txt", limits.PDF_BYTES + 1, Stop.FILE_SIZE, "“story.txt” is larger than the 20 MB that I read."),
        ("story.docx", 100, Stop.WORD, "“story.docx” is a text processor's document"),
        ("story.epub", 100, Stop.EBOOK, "“story.epub” is an e-book"),
        ("story.xyz", 100, Stop.FILE_KIND, "I cannot read the file “story.xyz”"),
    ],
)
def test_why_a_file_is_not_read(name: str, size: int, stop: Stop | None, says: str) -> None:
    """A command's file and a message's are refused for one reason, which names the file."""
    file = File(name, None, size, _read)
    assert stopped_file(file) is stop
    post = Post(id=1, channel=2, guild=3, author=4, texts=(), files=(file,))
    findings = look_into(post)
    assert stopped_by(post, findings, GuildSettings(), opted_out=frozenset(), trigger=Trigger.MENU) is stop
    if stop is not None:
        assert says in str(refusal(stop, findings))


async def test_file_is_uploaded_under_its_name() -> None:
    """Its name and its kind go with its bytes, as they tell how it is read."""
    assert upload_of(File("harbour.txt", "text/plain", 1, _read), b"x") == Upload("harbour.txt", "text/plain", b"x")
