"""The commands: brief, check, run, playground, doctor, migrate, evaluate. A fault is one sentence on standard error."""

import argparse
import asyncio
import gc
import json
import logging
import re
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.cli.parser import build_parser
from bot.cli.screen import Color, Screen
from bot.cli.sources import articles_of, explained, may_be_page, read_source, speakers_of
from bot.cli.terminal import OutputLine
from bot.domain.values.wish import EngineName, Length, Wish
from bot.errors import ExitStatus, NutgrafError
from config import limits
from config.logging import set_up_logging
from config.settings import ENV_FILE, early_log_level

if TYPE_CHECKING:
    from bot.domain.values.brief import Brief
    from bot.domain.values.draft import Draft
    from bot.ports import Progress
    from config.settings import Settings

log = logging.getLogger(__name__)

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (by default the process's own) name; gives the exit status."""
    # Commands load what they need when they run: a fault of an import can be looked into as any other.
    set_up_logging(level=early_log_level(ENV_FILE), json_lines=False)
    options = build_parser().parse_all(arguments)
    return guarded(lambda: asyncio.run(_COMMANDS[options.command](options)))


def guarded(run: Callable[[], int]) -> int:
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


def _wish(options: argparse.Namespace, settings: "Settings") -> Wish:
    engine = settings.engine if options.engine is None else EngineName(options.engine)
    return Wish(length=Length(options.length), language=options.language, engine=engine)


async def _brief(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.cli.ahead import one_ahead
    from bot.cli.progress import showing_progress
    from bot.cli.show_draft import show_draft

    gc.set_threshold(limits.POOL_GARBAGE_OBJECTS)  # As in the processes: the time is better spent on reading.
    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    wish = _wish(options, settings)
    screen = Screen(sys.stdout, Color(options.color))
    status = ExitStatus.OK
    expects_pages = any(map(may_be_page, options.source))
    async with wiring.open_lone_desk(settings, expects_pages=expects_pages) as lone:

        async def briefed(name: str, tell: "Progress") -> "tuple[Draft | None, Brief]":
            source = await asyncio.to_thread(read_source, name)
            if options.show_draft:
                return await lone.desk.draft(source, wish)
            return None, (await lone.desk.brief(source, wish, progress=tell)).brief

        async with aclosing(one_ahead(options.source, briefed)) as ahead:
            async for one in ahead:
                try:
                    async with showing_progress(Color(options.color)) as tell:
                        draft, brief = await one.result(tell)
                    if draft is not None:
                        screen.print(show_draft(draft, brief))
                    _print_brief(brief, options, screen)
                except NutgrafError as error:
                    _print_fault(error, one.name, options, screen)
                    status = status or error.status
                sys.stdout.flush()
    return status


def _print_brief(brief: "Brief", options: argparse.Namespace, screen: Screen) -> None:
    from bot.app import composition as wiring
    from bot.cli.terminal import show
    from bot.domain.brief.codec import to_public

    today = wiring.utc_now().date()
    if options.json:
        screen.write(_json_line(to_public(brief, today=today)))
    else:
        screen.print(show(brief, today=today, evidence=options.show_evidence))


def _print_fault(error: NutgrafError, name: str, options: argparse.Namespace, screen: Screen) -> None:
    """Say why a source gave no brief: in its line's place where there are several and JSON is printed."""
    several, sentence = len(options.source) > 1, explained(error, name)
    if several and options.json:
        screen.write(_json_line({"error": sentence, "source": name.encode("utf-8", "replace").decode()}))
    else:
        _say(f"{name}: {sentence}" if several else sentence)


async def _check(options: argparse.Namespace) -> int:
    from bot.app import composition as wiring
    from bot.cli.check import NOT_ALL_STAND, judge, read_statements, table
    from bot.cli.progress import showing_progress

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    said = await asyncio.to_thread(read_statements, options.draft)
    async with wiring.open_lone_desk(settings) as lone:
        source = await asyncio.to_thread(read_source, options.article)
        async with showing_progress(Color(options.color)):
            article = await lone.desk.read(source)
        judged = judge(article, said, {})
        if judged.questions and lone.second_look is not None:
            answers = await lone.second_look.ask(judged.questions)
            judged = judge(article, said, answers.carried)
    if options.json:
        sys.stdout.write(_json_line(judged.shown))
    else:
        Screen(sys.stdout, Color(options.color)).print(table(article, judged))
    return ExitStatus.OK if judged.stands else NOT_ALL_STAND


def _json_line(value: dict[str, object]) -> str:
    line = json.dumps(value, ensure_ascii=False)
    # JSON escapes the control characters of ASCII alone; a terminal takes others for orders, too, or turns by them.
    return _CONTROLS.sub(lambda found: f"\\u{ord(found.group()):04x}", line) + "\n"


def _say(sentence: str) -> None:
    from bot.cli.terminal import plain

    sys.stderr.write(f"{plain(sentence)}\n")


async def _run(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.app.serving import run

    settings = wiring.settings()
    wiring.set_up_logging_of(settings)
    await run(settings, gateway_only=options.gateway_only)
    return ExitStatus.OK


async def _work(_: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.app.serving import work

    settings = wiring.settings()
    wiring.set_up_logging_of(settings)
    await work(settings)
    return ExitStatus.OK


async def _playground(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.app.serving import run
    from playground.run import run_playground

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    await run_playground(settings, run, port=options.port, say=_announce)
    return ExitStatus.OK


def _announce(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


async def _doctor(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    settings = wiring.settings()
    screen = Screen(sys.stdout, Color(options.color))
    findings = []
    async for finding in wiring.examine(settings):
        findings.append(finding)
        if not options.json:
            style = {"FAULT": "bold red", "note": "yellow"}.get(finding.verdict, "green")
            screen.print([OutputLine(f"{finding.verdict:<6}{finding.subject}: {finding.sentence}", style)], wrap=False)
    sound = all(finding.verdict != "FAULT" for finding in findings)
    if options.json:
        screen.write(_json_line({"sound": sound, "findings": [asdict(finding) for finding in findings]}))
    return ExitStatus.OK if sound else ExitStatus.CONFIGURATION


async def _migrate(_: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring

    sys.stdout.write(f"{await wiring.migrate(wiring.settings())}\n")
    return ExitStatus.OK


async def _evaluate(options: argparse.Namespace) -> ExitStatus:
    from bot.app import composition as wiring
    from bot.cli.evaluate import evaluate, table
    from bot.cli.progress import showing_progress
    from bot.cli.terminal import plain

    settings = wiring.settings()
    wiring.set_up_logging_of(settings, quiet=True)
    sources = await asyncio.to_thread(articles_of, options.folder)
    speakers = await asyncio.to_thread(speakers_of, options.folder)
    wish = _wish(options, settings)
    async with wiring.open_lone_desk(settings) as lone, showing_progress() as tell:
        figures = await evaluate(lone.desk, sources, wish, clock=time.perf_counter, speakers=speakers, tell=tell)
    sys.stdout.write(_json_line(asdict(figures)) if options.json else plain(table(figures)))
    return ExitStatus.OK


async def _completion(options: argparse.Namespace) -> ExitStatus:
    from bot.cli.completion import completion

    sys.stdout.write(completion(build_parser(), options.shell))
    return ExitStatus.OK


_COMMANDS: dict[str, Callable[[argparse.Namespace], Coroutine[None, None, int]]] = {
    "brief": _brief,
    "check": _check,
    "run": _run,
    "work": _work,
    "playground": _playground,
    "doctor": _doctor,
    "migrate": _migrate,
    "evaluate": _evaluate,
    "completion": _completion,
}
