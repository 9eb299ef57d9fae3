"""The commands: brief, check, run, playground, doctor, migrate, evaluate. A fault is one sentence on standard error."""

import argparse
import asyncio
import json
import logging
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import bot
from bot.domain.values.source import Link, Source, Upload
from bot.domain.values.wish import EngineName, Length, Wish
from bot.errors import ExitStatus, NutgrafError, UnreachableError, UnreadableError
from config import limits

log = logging.getLogger(__name__)

_CONTROLS = re.compile("[\u007f-\u009f\u2028\u2029]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (by default the process's own) name; gives the exit status."""
    options = _parser().parse_args(arguments)
    return guarded(lambda: asyncio.run(options.command(options)))


def guarded(run: Callable[[], ExitStatus]) -> int:
    """The exit status of `run`, its faults told in one sentence; `LOG_LEVEL=DEBUG` shows where an odd one arose."""
    try:
        return run()
    except NutgrafError as error:
        _say(error.sentence)
        return error.status
    except KeyboardInterrupt:
        return 130  # As shells say of a program that SIGINT ended.
    except BrokenPipeError:
        # The reader of our output left, as `head` does. Python would complain once more while it flushes at exit.
        sys.stdout = None
        return ExitStatus.OK
    except Exception as error:  # The one place for what nobody foresaw.
        log.debug("unexpected", exc_info=True)
        _say(f"Something unexpected went wrong ({type(error).__name__}); LOG_LEVEL=DEBUG shows where.")
        return ExitStatus.UNEXPECTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nutgraf", description="Reads news and answers with briefs that are proven.")
    parser.add_argument("--version", action="version", version=f"nutgraf {bot.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    brief = commands.add_parser("brief", help="brief a URL, a .txt, .html or .pdf file, or standard input (-)")
    brief.add_argument("source", nargs="+", metavar="SOURCE", help="a URL, a file, or - for standard input")
    brief.add_argument("--json", action="store_true", help="print one JSON object a line")
    brief.add_argument(
        "--show-evidence", action="store_true", help="print the article's sentences behind each sentence"
    )
    brief.add_argument("--show-draft", action="store_true", help="print the engine's draft and what the check dropped")
    _add_wish(brief)
    brief.set_defaults(command=_brief)

    check = commands.add_parser("check", help="hold a summary, by whomever, against its article")
    check.add_argument("article", metavar="ARTICLE", help="a URL, a file, or - for standard input")
    check.add_argument("draft", type=Path, metavar="DRAFT", help="a .txt file, a sentence a line, or a .json file")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(command=_check)

    run = commands.add_parser("run", help="run the bot on Discord")
    run.add_argument("--gateway-only", action="store_true", help="leave reading and answering to nutgraf work")
    run.set_defaults(command=_run)

    work = commands.add_parser("work", help="a worker: read and answer for the processes on the gateway, over Redis")
    work.set_defaults(command=_work)

    playground = commands.add_parser("playground", help="the whole bot on a local Discord with a chat page")
    playground.add_argument("--port", type=int, default=limits.PLAYGROUND_PORT, help="the page's port on 127.0.0.1")
    playground.set_defaults(command=_playground)

    doctor = commands.add_parser("doctor", help="check token, intents, Redis, database and model")
    doctor.set_defaults(command=_doctor)

    migrate = commands.add_parser("migrate", help="bring the database's schema up to date")
    migrate.set_defaults(command=_migrate)

    evaluate = commands.add_parser("evaluate", help="an engine's figures over a folder of articles (.txt, .html, .pdf)")
    evaluate.add_argument("folder", type=Path, metavar="FOLDER")
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    _add_wish(evaluate)
    evaluate.set_defaults(command=_evaluate)
    return parser


def _add_wish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=list(EngineName), type=EngineName, help="which engine writes")
    parser.add_argument("--language", metavar="xx", type=_language, help="the summary's language, such as en")
    parser.add_argument("--length", choices=list(Length), type=Length, default=Length.NORMAL)


def _language(text: str) -> str:
    code = text.strip().lower()
    if not (code.isascii() and code.isalpha() and len(code) == 2):  # noqa: PLR2004  # ISO 639-1 codes have two letters.
        raise argparse.ArgumentTypeError("a language is a code of two letters, such as en")
    return code


async def _brief(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.cli import terminal
    from bot.cli.show_draft import show_draft
    from bot.domain.brief.codec import to_public

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    wish = Wish(length=options.length, language=options.language, engine=options.engine or settings.engine)
    several = len(options.source) > 1
    today = wiring.utc_now().date()
    status = ExitStatus.OK
    async with wiring.open_lone_desk(settings) as desk_parts:
        for name in options.source:
            try:
                source = await asyncio.to_thread(_source, name)
                if options.show_draft:
                    draft, brief = await desk_parts.desk.draft(source, wish)
                    sys.stdout.write(terminal.plain(show_draft(draft, brief)))
                else:
                    brief = (await desk_parts.desk.brief(source, wish)).brief
                sys.stdout.write(
                    _json_line(to_public(brief, today=today))
                    if options.json
                    else terminal.show(brief, today=today, evidence=options.show_evidence)
                )
            except NutgrafError as error:
                if not several:
                    raise
                if options.json:
                    sys.stdout.write(
                        _json_line({"error": error.sentence, "source": name.encode("utf-8", "replace").decode()})
                    )
                else:
                    _say(f"{name}: {error.sentence}")
                status = status or error.status
            sys.stdout.flush()
    return status


async def _check(options: argparse.Namespace) -> int:
    from bot.app import composition as wiring
    from bot.cli.check import NOT_ALL_STAND, judge, read_statements, table

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    said = await asyncio.to_thread(read_statements, options.draft)
    async with wiring.open_lone_desk(settings) as desk_parts:
        article = await desk_parts.desk.read(await asyncio.to_thread(_source, options.article))
        judged = judge(article, said, {})
        if judged.questions and desk_parts.second_look is not None:
            answers = await desk_parts.second_look.ask(judged.questions)
            judged = judge(article, said, answers.carried)
    sys.stdout.write(_json_line(judged.shown) if options.json else table(article, judged))
    return ExitStatus.OK if judged.stands else NOT_ALL_STAND


def _link(address: str) -> Link:
    from bot.domain.chat.links import canonical

    return Link(canonical(address))


def _source(name: str) -> Source:
    """What a SOURCE names. A file that is there wins over an address without its scheme."""
    if name == "-":
        # A process whose standard input is closed has none.
        given = sys.stdin.buffer.read(limits.PDF_BYTES + 1) if sys.stdin else b""
        return Upload("standard input", None, given)
    # What the system's charset cannot tell is shown as a question mark.
    name = name.encode("utf-8", "replace").decode("utf-8") if "://" in name else name
    if name.partition("://")[0].isalpha() and "://" in name:
        return _link(name)
    path = Path(name)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return Upload(path.name, None, file.read(limits.PDF_BYTES + 1))
    except OSError as error:
        raise UnreachableError("The file {name} could not be read ({why}).", name=name, why=error.strerror) from None
    host = name.partition("/")[0]
    if "/" in name and "." in host and not name.startswith((".", "/", "~")):
        return _link(f"https://{name}")
    raise UnreachableError("There is no file called {name}.", name=name)


def _json_line(value: dict[str, object]) -> str:
    line = json.dumps(value, ensure_ascii=False)
    # JSON escapes the control characters of ASCII alone; a terminal takes others for orders, too.
    return _CONTROLS.sub(lambda found: f"\\u{ord(found.group()):04x}", line) + "\n"


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


async def _run(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    settings = wiring.settings()
    wiring.set_up_logging_of(settings)
    await wiring.run(settings, gateway_only=options.gateway_only)
    return ExitStatus.OK


async def _work(_: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    settings = wiring.settings()
    wiring.set_up_logging_of(settings)
    await wiring.work(settings)
    return ExitStatus.OK


async def _playground(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from playground.run import run_playground

    wiring.set_up_logging_of(wiring.settings(), quiet=True)
    await run_playground(wiring, port=options.port, say=_announce)
    return ExitStatus.OK


def _announce(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


async def _doctor(_: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    sound = True
    async for finding in wiring.examine(wiring.settings()):
        sys.stdout.write(f"{finding.verdict:<6}{finding.subject}: {finding.sentence}\n")
        sound = sound and finding.verdict != "FAULT"
    return ExitStatus.OK if sound else ExitStatus.CONFIGURATION


async def _migrate(_: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    sys.stdout.write(f"{await wiring.migrate(wiring.settings())}\n")
    return ExitStatus.OK


async def _evaluate(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.cli.evaluate import evaluate, table

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    sources = await asyncio.to_thread(_articles, options.folder)
    speakers = await asyncio.to_thread(_speakers, options.folder)
    wish = Wish(length=options.length, language=options.language, engine=options.engine or settings.engine)
    async with wiring.open_lone_desk(settings) as desk_parts:
        figures = await evaluate(desk_parts.desk, sources, wish, clock=time.perf_counter, speakers=speakers)
    sys.stdout.write(_json_line(asdict(figures)) if options.json else table(figures))
    return ExitStatus.OK


def _articles(folder: Path) -> list[Upload]:
    """The articles of a folder, by name."""
    if not folder.is_dir():
        raise UnreachableError("There is no folder called {name}.", name=folder)
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".txt", ".html", ".htm", ".pdf"})
    if not paths:
        raise UnreachableError("There is no .txt, .html or .pdf file in {name}.", name=folder)
    return [Upload(str(path.relative_to(folder)), None, path.read_bytes()) for path in paths]


def _speakers(folder: Path) -> dict[str, dict[str, str | None]]:
    """The right speakers that a folder says in `speakers.json`: by file, each quotation's; nothing without it."""
    path = folder / "speakers.json"
    if not path.is_file():
        return {}
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): {str(text): who for text, who in quotes.items()} for name, quotes in raw.items()}
    except (OSError, ValueError, AttributeError):
        raise UnreadableError(
            "{name} must be an object of files, each an object of quotations and their speakers.", name=path
        ) from None
