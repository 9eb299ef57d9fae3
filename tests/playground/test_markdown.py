"""Discord's markdown becomes HTML in which nothing but our own tags is markup."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.page.markdown import to_html


def html(text: str) -> str:
    """A text as HTML, where user 1 is ana, channel 2 news, role 3 editors."""
    names = {("@", 1): "ana", ("#", 2): "news", ("@&", 3): "editors"}
    return to_html(text, lambda mark, number: names.get((mark, number)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** and *italic* and _too_", "<b>bold</b> and <i>italic</i> and <i>too</i>"),
        ("__under__ ~~gone~~", "<u>under</u> <s>gone</s>"),
        ("***both***", "<b><i>both</i></b>"),
        ("snake_case_name", "snake_case_name"),
        (r"\*plain\*", "*plain*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`**code**`", "<code>**code**</code>"),
        ("```py\nx = 1\n```", "<pre><code>x = 1</code></pre>"),
        ("# Title", "<h3>Title</h3>"),
        ("-# small", '<div class="subtext">small</div>'),
        ("> quoted", "<blockquote>quoted</blockquote>"),
        ("> one\n> two\nthree", "<blockquote>one<br>two</blockquote>three"),
        ("> one\n> -# two\n> > three", '<blockquote>one<br><div class="subtext">two</div>&gt; three</blockquote>'),
        (">>> one\ntwo", "<blockquote>one<br>two</blockquote>"),
        ("- item", '<div class="item"><span>•</span><span>item</span></div>'),
        ("a\nb", "a<br>b"),
        ("<@1> <#2> <@&3>", " ".join(f'<span class="mention">{n}</span>' for n in ("@ana", "#news", "@editors"))),
        ("<@9>", '<span class="mention">unknown</span>'),
        ("<t:0:D>", '<time class="stamp">01 January 1970</time>'),
        ("unclosed **bold", "unclosed **bold"),
    ],
)
def test_markup(text: str, expected: str) -> None:
    """Each form of Discord's markdown has its tag."""
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "address", "words"),
    [
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
        ("(https://example.org/a_(b)).", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("<https://example.org>", "https://example.org", "https://example.org"),
        ("[words](https://example.org/?a=1&b=2)", "https://example.org/?a=1&amp;b=2", "words"),
        ("[a **b**](https://example.org/x_(y))", "https://example.org/x_(y)", "a <b>b</b>"),
    ],
)
def test_links(text: str, address: str, words: str) -> None:
    """Bare, bracketed and masked links open in a tab of their own."""
    assert f'<a href="{address}" target="_blank" rel="noopener noreferrer nofollow">{words}</a>' in html(text)


def test_jump_links() -> None:
    """A link to a message leads there within the page."""
    link = "https://discord.com/channels/1/22/333"
    assert html(link) == '<a href="#m-333" data-channel="22">↪ message</a>'
    assert html(f"[earlier]({link})") == '<a href="#m-333" data-channel="22">earlier</a>'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '[x](javascript:alert("1"))',
        '[x](https://a"onmouseover="alert(1))',
        'https://a/"onmouseover="alert(1)',
        '```"><img src=x onerror=alert(1)>```',
        "<@1><img src=x>",
        "||<b>x</b>||",
        "[<img src=x>](https://example.org)",
    ],
)
def test_hostile(text: str) -> None:
    """No text makes a tag or an attribute of its own."""
    _assert_safe(html(text))


_TAG = re.compile(
    r'</?(?:b|i|u|s|h3|h4|h5|blockquote|br|code|pre)>|<div class="(?:subtext|item)">|</div>|</?span>'
    r'|<span class="mention">|<time class="stamp">|</time>|</a>|</button>'
    r'|<button type="button" class="spoiler" aria-label="Spoiler">'
    r'|<a href="https?://[^"<>]*" target="_blank" rel="noopener noreferrer nofollow">'
)


def _assert_safe(made: str) -> None:
    assert not set("<>") & set(_TAG.sub("", made)), made


@given(st.text(alphabet=st.sampled_from("ab *_~|`<>[]()\\\n#-@&:/.\"'h1"), max_size=60))
def test_anything(text: str) -> None:
    """Whatever is written, only tags of ours come out."""
    _assert_safe(html(f"https://x.y {text} <@1>"))


def test_long_texts_are_quick() -> None:
    """4,000 opening marks of any kind are rendered in a fraction of a second."""
    for mark in ("*", "**a", "_", "||", "`", "[", "[a](", "<", "> ", "- ", "```", "h", "https://a."):
        started = time.thread_time()
        html((mark * 4000)[:4000])
        assert time.thread_time() - started < 1, mark
