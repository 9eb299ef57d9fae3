"""All that works on strangers' input while the event loop waits for it, each with the worst that it may be given.

Sizes are what Discord or the program's own limits allow: a message of 4,000 characters with embeds of 6,000, an option
of 6,000, a custom id of 100, a file of domains, an answer of a model. What takes longer input runs in a process or in
a thread: `bot/adapters/processes`, `bot/briefing/aside.py`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from types import SimpleNamespace

from bot.domain.brief import codec
from bot.domain.brief.builtin import write_draft
from bot.domain.brief.check import check
from bot.domain.brief.prompt import Excerpt, read_answer
from bot.domain.brief.relink import relinked
from bot.domain.brief.second_look import read_verdicts
from bot.domain.chat import button_ids
from bot.domain.chat.card import render
from bot.domain.chat.links import canonical, is_article_link, scan
from bot.domain.chat.render import render_quotes, render_stage
from bot.domain.chat.view import clip, escape, masked
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftSentence
from bot.domain.values.proof import Question
from bot.domain.values.wish import Length, Wish
from bot.errors import NutgrafError
from bot.guilds import describing, domains, parsing, zones
from bot.i18n.words import Words
from bot.messages.posts.pasted import read_pasted
from bot.messages.posts.post import Post, is_readable_file, look_into
from bot.reports import privacy, quote_search
from cogs.shared.commands.languages import language_choices, means_original, read_language
from cogs.shared.configuring.changing import PANEL_ACTIONS
from config import limits
from config.guild import GuildSettings
from config.logging import one_record

MESSAGE, EMBEDS, OPTION, CUSTOM_ID, FILE_NAME, ANSWER = 4000, 6000, 6000, 100, 1024, 60_000
EN = Words()

PIECES = [
    "https://a.example/b?c=d ", "https://a.example/", "[", "[a](https://a.example/b) ", "[a](https://a.example/",
    "||https://a.example/b", "|", "`", "`https://a.example/b ``", "*_~", "\\", "<https://", '“a„b«c"d', "“", '"a. ',
    "The quay of Port Ellery is closed. ", "I say that you and I don't. ", "a", "a'", "1", "a.", "\n> a", "e\u0301",
    "港口关闭。", "@everyone ", "https://例え.example/道 ", "-", "a:b/", "https://a.example/%e4 ", " ", "\t\n",
    "&copy;", "```json {", "```{", '{"a":[', "}```", "</think>", '\\"', "*a", "a,", "xn--a.",
    "deny a.example\n", "\x1b[31m", "\u202e",
]  # fmt: skip
"""What texts are made of that readers of text are slow at: marks that never close, words without an end, accents."""


@dataclass(frozen=True, slots=True)
class Handler:
    """Something that takes strangers' input in the loop.

    Attributes:
        name: what takes what.
        size: the largest input, in its own unit.
        inputs: the worst inputs of a size.
        work: takes one; a NutgrafError is an answer.
    """

    name: str
    size: int
    inputs: Callable[[int], Iterator[object]]
    work: Callable[..., object]


def texts(size: int, *, before: str = "", after: str = "") -> Iterator[object]:
    """Texts of so many characters, one of each piece."""
    for piece in PIECES:
        yield before + (piece * (size // len(piece) + 1))[: size - len(before) - len(after)] + after


def story(size: int) -> Article:
    """An article of so many characters, every second sentence of which is a quotation."""
    paragraphs: list[str] = []
    length = 0
    while length < size:
        number = len(paragraphs)
        paragraphs.append(
            f"“Quay number {number} cannot wait another winter,” said Ada Quill, the mayor of Port {number}. "
            f"It closes on Monday for {number} days."
        )
        length += len(paragraphs[-1]) + 2
    text = "\n\n".join(paragraphs)[:size].rstrip()
    return Article(text=text, title="Quay closes", url="https://a.example/b", language="en")


def _briefs(size: int) -> Iterator[object]:
    article = story(size)
    yield check(write_draft(article, Wish()), article)


def _drafts(size: int) -> Iterator[object]:
    """What a model may say of an article that is checked in the loop, whole, in its own words, and in others."""
    article = story(size)
    sentences = tuple(DraftSentence(text) for text in article.text.split("\n\n")[: limits.ANSWER_ITEMS])
    actors = tuple(DraftActor(f"Port {number}", role=f"the mayor of Port {number}") for number in range(12))
    yield Draft("Quay closes", sentences, actors, (), "openai:worst", language="en"), article
    swapped = tuple(DraftSentence(one.text.replace("Ada Quill", "Port 3")) for one in sentences)
    yield Draft("Port 3 closes", swapped, actors, (), "openai:worst", language="en"), article


def _lists(count: int) -> Iterator[object]:
    """A server's lists of so many domains each."""
    yield GuildSettings(
        allow=tuple(f"*z{number}*b*c*.example" for number in range(count)),
        deny=tuple(f"*a{number}*b*c*.example" for number in range(count)),
    )
    yield GuildSettings(
        allow=tuple(f"z{number}.example" for number in range(count)),
        deny=tuple(f"a{number}.z{number}.example" for number in range(count)),
    )
    yield GuildSettings(deny=tuple(f"{'*a' * 30}{number}.example" for number in range(count)))


def _matched(settings: GuildSettings) -> object:
    hosts = (f"{'a' * 60}.{'b' * 60}.{'c' * 60}.other", "www.a.example", "z1.example")
    return [domains.permits(host, settings) for host in hosts]


def _changed(settings: GuildSettings) -> object:
    named = (*settings.allow, *settings.deny)
    lists = parsing.DomainLists(settings.deny, settings.allow)
    parsing.without_domain(settings, *named)
    return parsing.with_lists(settings, lists, instead=False)


def _pressed(custom_id: str) -> object:
    """As the library looks for whose button it is."""
    patterns = (re.compile(button_ids.PATTERN), quote_search.PATTERN, privacy.PATTERN, re.compile(PANEL_ACTIONS))
    return [pattern.fullmatch(custom_id) for pattern in patterns]


def _post(text: str, *, at: int = 0) -> object:
    whole = (text,) if not at else tuple(text[start : start + at] for start in range(0, len(text), at))
    return look_into(Post(id=1, channel=2, guild=3, author=4, texts=whole)).fingerprint


def _file(name: str) -> object:
    return is_readable_file(SimpleNamespace(name=name, content_type=name, size=1))  # type: ignore[arg-type]  # All it asks for.


def _answer(text: str) -> object:
    return read_answer(text, part=Excerpt(), offered=(), engine="openai:worst", language="en")


def _search(text: str) -> object:
    return quote_search.make_search(text, text, None, text, text, date(2026, 11, 26))


NOW = datetime(2026, 11, 26, tzinfo=UTC)
HANDLERS = (
    Handler("message", MESSAGE, texts, _post),
    Handler("embeds of a feed", EMBEDS, texts, partial(_post, at=1024)),
    Handler("link option", OPTION, texts, read_pasted),
    Handler("link option, suppressed links", OPTION, texts, partial(scan, also_suppressed=True)),
    Handler("address", OPTION, partial(texts, before="https://a.example/"), canonical),
    Handler("host", OPTION, partial(texts, before="https://", after=".example/"), canonical),
    Handler("looks of an address", OPTION, partial(texts, before="https://a.example/"), is_article_link),
    Handler("attachment's name", FILE_NAME, texts, _file),
    Handler("custom id", CUSTOM_ID, partial(texts, before="nutgraf:more:"), _pressed),
    Handler("custom id of a search", CUSTOM_ID, partial(texts, before="said|"), _pressed),
    Handler("language option", OPTION, texts, lambda text: means_original(text) or read_language(text, "de")),
    Handler("language completion", OPTION, texts, lambda text: language_choices(text, "de")),
    Handler("domain option", OPTION, texts, parsing.read_domain),
    Handler("domains option", OPTION, texts, parsing.read_domain_list),
    Handler("limit option", OPTION, texts, lambda text: parsing.read_count(text, least=1)),
    Handler("money option", OPTION, texts, lambda text: parsing.read_money(text, "EUR")),
    Handler("hour option", OPTION, texts, parsing.read_hour),
    Handler("zone option", OPTION, texts, zones.read_zone),
    Handler("zone completion", OPTION, texts, lambda text: zones.find_zones(text, count=25)),
    Handler("quotes options", OPTION, texts, _search),
    Handler("lists of domains, a link", limits.DOMAINS, _lists, _matched),
    Handler("lists of domains, a change", limits.DOMAINS, _lists, _changed),
    Handler("lists of domains, warnings", limits.DOMAINS, _lists, lambda settings: domains.warnings(settings, EN)),
    Handler(
        "lists of domains, shown", limits.DOMAINS, _lists, lambda settings: describing.show_settings(settings, (), EN)
    ),
    Handler("lists of domains, a file", limits.DOMAINS, _lists, parsing.write_domains),
    Handler("answer of a model", ANSWER, texts, _answer),
    Handler("answer of a model in a fence", ANSWER, partial(texts, before="```json\n{"), _answer),
    Handler("second look's answer", ANSWER, texts, lambda text: read_verdicts(text, (Question("a", ("b",)),))),
    Handler("shown text", OPTION, texts, lambda text: masked(escape(text), f"https://a.example/{text}")),
    Handler("clipped text", ANSWER, texts, lambda text: escape(clip(text, limits.SENTENCE_CHARACTERS))),
    Handler("line of the log", OPTION, texts, one_record),
    Handler("title of a stage", OPTION, texts, lambda text: render_stage("writing", Article(text="a", title=text), EN)),
    Handler("draft, checked", limits.CHECK_IN_LOOP_CHARACTERS, _drafts, lambda given: check(*given)),
    Handler("brief, encoded", limits.IN_LOOP_CHARACTERS, _briefs, codec.encode_to_keep),
    Handler("brief, decoded", limits.IN_LOOP_CHARACTERS, _briefs, lambda brief: codec.decode_brief(_kept(brief))),
    Handler("brief, led elsewhere", limits.IN_LOOP_CHARACTERS, _briefs, lambda brief: relinked(brief, brief.article)),
    Handler("brief, shown", limits.PAGE_CHARACTERS // 4, _briefs, lambda brief: render(brief, EN, length=Length.LONG)),
    Handler("quotes, a page", limits.IN_LOOP_CHARACTERS, _briefs, lambda brief: render_quotes(brief, EN, page=2)),
)


def _kept(brief: object) -> bytes:
    return codec.encode_to_keep(brief)  # type: ignore[arg-type]  # It is one of `_briefs`.


def take(handler: Handler, given: object) -> None:
    """Give a handler an input."""
    try:
        handler.work(given)
    except (NutgrafError, ValueError):  # ValueError: an answer that the model is asked to mend.
        return
