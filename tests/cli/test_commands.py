"""The command line as a user runs it: a process of its own, its output, its exit status."""

import asyncio
import gzip
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.cli.commands import guarded
from bot.cli.parser import build_parser
from bot.errors import ExitStatus
from tests.conftest import SHARED
from tests.support.fakes import STORY
from tests.support.model_server import ModelServer, brief_json, completion
from tests.support.redis_server import RedisServer
from tests.support.running import nutgraf
from tests.support.site import Site

pytestmark = pytest.mark.long

ARTICLE = "Harbour of Port Ellery closes\n\n" + STORY * 2


# The documented shape: keys in their order, with the types that each value has in the story below.
SHAPE = {
    "headline": "str",
    "summary": ["str"],
    "actors": [{"name": "str", "kind": "str", "role": "str", "mentions": "int", "aliases": ["str"]}],
    "quotes": [{"text": "str", "speaker": "str|null", "start": "int", "end": "int", "link": "str|null"}],
    "evidence": [[{"start": "int", "end": "int", "link": "str|null"}]],
    "proof": ["str"],
    "article": {
        "url": "str|null",
        "title": "str|null",
        "site": "str|null",
        "authors": ["str"],
        "published": "str|null",
        "modified": "str|null",
        "context": [],
        "language": "str|null",
        "words": "int",
        "complete": "bool",
        "text": "str",
    },
    "engine": "str",
    "notes": ["str"],
}


def shape(value: object, expected: object = SHAPE) -> object:
    """What `value` looks like in the words of `SHAPE`, which says what may be null or empty."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return {key: shape(held, expected.get(key)) for key, held in value.items()}
    if isinstance(value, list) and isinstance(expected, list):
        shapes = [shape(held, expected[0]) for held in value]
        return expected if all(found == expected[0] for found in shapes) else shapes
    name = "null" if value is None else type(value).__name__
    return expected if isinstance(expected, str) and name in expected.split("|") else name


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A web site on loopback."""
    async with Site() as opened:
        yield opened


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A text file with an article."""
    path = tmp_path / "story.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


async def test_brief_of_a_file(story: Path) -> None:
    """A text file is briefed: summary, actors, quotes, each quote whole."""
    ran = await nutgraf("brief", str(story))
    assert (ran.status, ran.err) == (0, "")
    assert "The harbour of Port Ellery will close" in ran.out
    assert "Ada Quill" in ran.out
    assert "“The quay cannot wait another winter” — " in ran.out


async def test_brief_as_json(story: Path) -> None:
    """`--json` prints one object a line, in the documented shape, quotes as slices of its text."""
    ran = await nutgraf("brief", str(story), "--json")
    assert ran.status == 0
    (line,) = ran.out.splitlines()
    brief = json.loads(line)
    assert shape(brief) == SHAPE
    assert brief["quotes"]
    for quote in brief["quotes"]:
        assert brief["article"]["text"][quote["start"] : quote["end"]] == quote["text"]


async def test_brief_of_standard_input() -> None:
    """`-` reads standard input, whatever it is: text here."""
    ran = await nutgraf("brief", "-", "--json", given=ARTICLE.encode())
    assert json.loads(ran.out)["summary"]


async def test_several_sources_fail_alone(story: Path) -> None:
    """Of several sources the one that fails prints its error in its line's place, and the others are briefed."""
    ran = await nutgraf("brief", str(story), "/nowhere/x.txt", str(story), "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [set(line) == {"error", "source"} for line in lines] == [False, True, False]
    assert lines[1]["source"] == "/nowhere/x.txt"
    assert ran.status == 69


async def test_link_is_briefed(site: Site) -> None:
    """A URL is fetched, read and briefed, its quotes linked to their place."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (STORY * 2).split("\n\n"))
    body = f"<article><h1>Harbour closes</h1>{paragraphs}</article>"
    link = site.page("/story", f"<html lang=en><head><title>Harbour closes</title></head><body>{body}</body></html>")
    ran = await nutgraf("brief", link, "--json", FETCH_ALLOW=f"127.0.0.1:{site.port}")
    assert ran.status == 0, ran.err
    brief = json.loads(ran.out)
    assert brief["article"]["title"] == "Harbour closes"
    assert "#:~:text=" in brief["quotes"][0]["link"]


async def test_part_of_an_article_says_so(site: Site) -> None:
    """Of an article behind a paywall the public part is briefed where it is worth it, and the brief says so."""
    texts = [*(STORY * 4).split("\n\n"), "The council of the county will meet again on the first of"]
    numbered = (f"<p>On day {number}: {text}</p>" for number, text in enumerate(texts))
    free = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    page = f"<html lang=en><title>Harbour</title>{free}<article><h1>Harbour</h1>{''.join(numbered)}</article>"
    link = site.page("/part", page)
    brief = json.loads((await nutgraf("brief", link, "--json", FETCH_ALLOW=f"127.0.0.1:{site.port}")).out)
    assert brief["article"]["complete"] is False
    assert any("paywall" in note for note in brief["notes"])


async def test_two_processes_ask_a_site_once(site: Site) -> None:
    """Two processes with one Redis, asked for one link at once, fetch it once; without Redis each asks for itself."""

    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(2)
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
        return web.Response(text=f"<title>Harbour</title><article>{paragraphs}</article>", content_type="text/html")

    link, allow = site.handle("/slow", slow), f"127.0.0.1:{site.port}"
    with RedisServer() as server:
        both = [nutgraf("brief", link, "--json", FETCH_ALLOW=allow, REDIS_URL=server.url) for _ in range(2)]
        one, other = await asyncio.gather(*both)
        assert (one.status, other.status) == (0, 0), one.err + other.err
        assert one.out == other.out
        assert site.hits["/slow"] == 1
        server.stop()
        alone = await nutgraf("brief", link, "--json", FETCH_ALLOW=allow, REDIS_URL=server.url)
    assert (alone.status, alone.out, alone.err) == (0, one.out, "")
    assert site.hits["/slow"] == 2


async def test_bad_pages_are_one_sentence_each(site: Site) -> None:
    """What a link may lead to in place of an article ends in one sentence and the exit status that is documented."""

    async def large(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(50):
            await response.write(b"<p>" + b"word " * 200_000)
        return response

    async def bomb(_: web.Request) -> web.StreamResponse:
        body = gzip.compress(b"<p>boom</p>" * 10_000_000, 1)
        return web.Response(body=body, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})

    unreachable = {
        site.url("/nothing"): "404",
        site.handle("/large", large): "larger than the 5 MB",
        site.handle("/bomb", bomb): "larger than the 5 MB",
        site.redirect("/inwards", "http://10.0.0.1/"): "not on the public internet",
        "http://no-such-host.invalid/story": "could not find that site",
        "http://[": "not the address of a web page",
    }
    no_article = {
        site.page("/image", b"\x89PNG\r\n\x1a\n" + bytes(5000), content_type="image/png"): "an image",
        site.page("/bytes", bytes(range(256)) * 40, content_type="text/plain"): "not a text",
        site.page("/empty", ""): "empty",
    }
    for status, pages in ((69, unreachable), (65, no_article)):
        ran = await nutgraf("brief", *pages, FETCH_ALLOW=f"127.0.0.1:{site.port}")
        assert (ran.status, ran.out) == (status, "")
        for line, (link, says) in zip(ran.err.splitlines(), pages.items(), strict=True):
            assert line.startswith(f"{link}: ")
            assert says in line


def test_unexpected_error_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """An error that nobody foresaw is a sentence with its name, and no traceback."""

    def fail() -> ExitStatus:
        raise LookupError("secret")

    assert guarded(fail) == 1
    assert capsys.readouterr().err == "Something unexpected went wrong (LookupError); LOG_LEVEL=DEBUG shows where.\n"


@pytest.mark.parametrize(
    ("arguments", "given", "status", "says"),
    [
        (("brief", "/nowhere/story.txt"), b"", 69, "no file called"),
        (("brief", "-"), b"", 65, "no text there"),
        (("brief", "-"), b"Hi there.", 65, "little text"),
        (("brief", "-"), b"\x89PNG\r\n\x1a\n" + b"\x00" * 5000, 65, "an image"),
        (("brief", "-"), bytes(range(256)) * 40, 65, "not a text"),
        (("brief", "-", "--engine", "openai"), ARTICLE.encode(), 78, "OPENAI_API_KEY"),
        (("evaluate", "/nowhere"), b"", 69, "no folder called"),
        (("brief", ""), b"", 2, "A source is empty"),
        (("brief", "/"), b"", 2, "/ is a folder"),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_bad_input_is_one_sentence(arguments: tuple[str, ...], given: bytes, status: int, says: str) -> None:
    """What cannot be briefed is one sentence on standard error, its exit status, and no traceback."""
    ran = await nutgraf(*arguments, given=given)
    assert (ran.status, ran.out) == (status, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1


REFUSED = {
    "http://127.0.0.1/story": "do not open",
    "ftp://news.example/story": "http and https links only",
    "news.example": "for a web page write https://news.example.",
    "story.docx": "There is no file called story.docx.",
    "https://news.example:8123/story": "set FETCH_ALLOW=news.example:8123.",
    "http://10.0.0.1/story": "set FETCH_ALLOW=10.0.0.1:80.",
    "http://[::1]:8000/story": "set FETCH_ALLOW=[::1]:8000.",
}


async def test_sources_that_cannot_be_had_are_one_sentence_each() -> None:
    """Of several sources each gets a sentence of its own, which says what is wrong or how it could be had."""
    ran = await nutgraf("brief", *REFUSED)
    assert (ran.status, ran.out) == (69, "")
    for line, (source, says) in zip(ran.err.splitlines(), REFUSED.items(), strict=True):
        assert line.startswith(f"{source}: ")
        assert says in line


USAGE = {
    "brief": "nutgraf brief: SOURCE is missing; nutgraf brief --help shows how it is used.",
    "check": "nutgraf check: ARTICLE, DRAFT are missing; nutgraf check --help shows how it is used.",
    "dance": "nutgraf: dance is not a command; nutgraf --help shows how it is used.",
    "brief x --length epic": "nutgraf brief: epic is not a --length; choose from short, normal, long; nutgraf brief",
    "brief x --language english": "nutgraf brief: --language: a language is a code of two letters, such as en;",
    "brief x --length": "nutgraf brief: --length needs a value; nutgraf brief --help shows how it is used.",
    "brief x --frame": "nutgraf brief: there is no option --frame; nutgraf brief --help shows how it is used.",
    "check a b c": "nutgraf check: c is one argument too many; nutgraf check --help shows how it is used.",
    "playground --port 99999": "nutgraf playground: --port: a port is a number from 0 to 65535;",
    "breif x": "nutgraf: breif is not a command; did you mean brief?",
    "docter": "nutgraf: docter is not a command; did you mean doctor?",
    "brief x --lenght short": "nutgraf brief: there is no option --lenght; did you mean --length?",
    "brief x --lenght=short": "nutgraf brief: there is no option --lenght=short; did you mean --length?",
    "brief x --length shrot": "nutgraf brief: shrot is not a --length; did you mean short?",
    "completion bsh": "nutgraf completion: bsh is not a shell; did you mean bash?",
    "evaluate x --engin builtin": "nutgraf evaluate: there is no option --engin; did you mean --engine?",
}


@pytest.mark.parametrize("typed", USAGE)
def test_wrong_usage_is_one_sentence(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A call that is off is told in a sentence, with what may have been meant or where help is; the status is 2."""
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_all(typed.split())
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert err.startswith(USAGE[typed])
    assert (out, err.count("\n")) == ("", 1)


async def test_program_alone_shows_what_it_can_do() -> None:
    """Whoever types nothing but its name gets the commands, and status 2."""
    ran = await nutgraf()
    assert ran.status == 2
    assert all(command in ran.err for command in ("brief", "playground", "doctor", "--help"))


async def test_help_has_examples_defaults_and_choices() -> None:
    """What a command takes is told with an example, what it does without an option, and what it may be given."""
    ran = await nutgraf("brief", "--help")
    assert ran.status == 0
    assert "nutgraf brief story.txt report.pdf page.html --json" in ran.out
    assert "default: normal" in ran.out
    assert "{short,normal,long}" in ran.out


async def test_bad_settings_are_told_at_once(story: Path) -> None:
    """All faults of the settings come in one sentence, with status 78."""
    ran = await nutgraf("brief", str(story), PORT="no", LOG_LEVEL="loud")
    assert ran.status == 78
    assert "PORT" in ran.err
    assert "LOG_LEVEL" in ran.err
    assert len(ran.err.splitlines()) == 1


async def test_doctor_names_what_is_missing(tmp_path: Path) -> None:
    """The doctor prints a line for each thing, and a missing token is a fault."""
    ran = await nutgraf("doctor", DATA_FOLDER=str(tmp_path))
    assert ran.status == 78
    lines = ran.out.splitlines()
    assert [line.split(":")[0].split()[-1] for line in lines] == ["packages", "token", "redis", "database", "model"]
    assert "discord.com/developers" in lines[1]


async def test_doctor_names_another_owner_of_a_package(tmp_path: Path) -> None:
    """Where another distribution is installed that brings a package called config, the doctor says which."""
    others = tmp_path / "settings_of_others-1.dist-info"
    others.mkdir()
    (others / "METADATA").write_text("Metadata-Version: 2.1\nName: settings-of-others\nVersion: 1\n")
    (others / "top_level.txt").write_text("config\n")
    ran = await nutgraf("doctor", "--json", DATA_FOLDER=str(tmp_path), PYTHONPATH=str(tmp_path))
    as_json = json.loads(ran.out)
    assert as_json["sound"] is False
    assert [finding["verdict"] for finding in as_json["findings"]][:2] == ["FAULT", "FAULT"]
    assert "config (settings-of-others)" in as_json["findings"][0]["sentence"]


async def test_migrate_makes_the_schema(tmp_path: Path) -> None:
    """`migrate` makes the database and says so; again it changes nothing."""
    for _ in range(2):
        ran = await nutgraf("migrate", DATA_FOLDER=str(tmp_path / "data"))
        assert ran.status == 0
        assert "up to date" in ran.out
    assert (tmp_path / "data" / "nutgraf.sqlite").exists()


async def test_model_writes_and_its_draft_is_shown(story: Path) -> None:
    """`--show-draft` prints what the model said beside the brief, and why the invented part was dropped."""
    invented = {"number": 0, "text": "Words that nobody said", "speaker": "Ada Quill", "translation": ""}
    async with ModelServer(completion(brief_json(quotes=[{"number": 1}, invented]))) as server:
        ran = await nutgraf(
            "brief", str(story), "--engine", "openai", "--show-draft", OPENAI_BASE_URL=server.base_url, OPENAI_MODEL="m"
        )
    assert ran.status == 0, ran.err
    assert "DROPPED quote: Words that nobody said" in ran.out
    assert "does not stand in the article" in ran.out
    assert "engine: openai:m" in ran.out


async def test_evaluation_prints_an_engines_figures(story: Path) -> None:
    """`evaluate` runs an engine over a folder, prints its figures, and names what could not be read."""
    (story.parent / "empty.txt").write_text("", encoding="utf-8")
    ran = await nutgraf("evaluate", str(story.parent))
    assert ran.status == 0, ran.err
    assert "quotes word for word    1.000" in ran.out
    assert "empty.txt: There is no text" in ran.out
    as_json = json.loads((await nutgraf("evaluate", str(story.parent), "--json")).out)
    assert (as_json["articles"], as_json["engine"]) == (1, "builtin")


async def test_article_from_outside_is_briefed() -> None:
    """The shared article gives its actors, its long quotation with its speaker, and its summary without the credit."""
    path = SHARED / "articles" / "putin-xi.txt"
    if not path.exists():
        assert "CI" not in os.environ, "the shared article is missing"
        pytest.skip("the shared article is not here")
    brief = json.loads((await nutgraf("brief", str(path), "--json", "--engine", "builtin")).out)
    roles = {actor["name"]: actor["role"] for actor in brief["actors"]}
    assert set(roles) >= {"Vladimir Putin", "Xi Jinping", "Dmitry Peskov"}
    assert set(roles) >= {"Russia", "China", "NATO", "United States", "Ukraine"}
    assert roles["Dmitry Peskov"] == "Kremlin spokesman"
    assert "Reuters" not in roles
    long = max(brief["quotes"], key=lambda quote: len(quote["text"]))
    assert long["speaker"] == "Vladimir Putin"
    assert {quote["text"]: quote["speaker"] for quote in brief["quotes"]}["dear friend"] == "Xi Jinping"
    assert 2 <= len(brief["summary"]) <= 4
    assert not any("Publisher" in sentence for sentence in brief["summary"])


@pytest.mark.parametrize("level", ["DEBUG", ""])
async def test_debug_log_shows_where_an_unexpected_fault_came_from(tmp_path: Path, level: str) -> None:
    """A library that breaks while it is imported is one sentence; with LOG_LEVEL=DEBUG its place is shown as well."""
    broken = tmp_path / "prometheus_client.py"
    broken.write_text("def begin():\n    raise LookupError('a broken library')\n\nbegin()\n")
    ran = await nutgraf("run", PYTHONPATH=str(tmp_path), LOG_LEVEL=level, DISCORD_TOKEN="x")  # noqa: S106  # It is none.
    assert ran.status == ExitStatus.UNEXPECTED
    assert "Something unexpected went wrong (LookupError)" in ran.err
    assert ("prometheus_client.py" in ran.err) == (level == "DEBUG")
    assert ("in begin" in ran.err) == (level == "DEBUG")
