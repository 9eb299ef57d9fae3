"""What the command line takes: commands, options, examples, and what a slip of the fingers may have meant."""

import argparse
import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import bot
from bot.cli.screen import Color
from bot.cli.terminal import plain
from bot.domain.values.wish import EngineName, Length
from bot.errors import ExitStatus
from config import limits

# What argparse says of a slip, in its own words.
_REFUSED = re.compile(r"argument ([^:]+): invalid choice: '([^']*)'")
_MISSING = re.compile(r"the following arguments are required: (.+)")
_NO_VALUE = re.compile(r"argument ([^:]+): expected one argument")
_UNFIT = re.compile(r"argument ([^:]+): (.+)", re.DOTALL)

_BRIEF = """\
examples:
  nutgraf brief https://example.com/a-story
  nutgraf brief story.txt report.pdf page.html --json
  pbpaste | nutgraf brief - --length short

exit status: 0 a brief, 2 wrong usage, 65 the source is no article, 69 unreachable, 78 bad configuration
"""
_CHECK = """\
examples:
  nutgraf check story.txt summary.txt
  nutgraf check https://example.com/a-story draft.json --json

exit status: 0 everything stands, 1 something does not, otherwise as nutgraf brief
"""
_COMPLETION = """\
examples:
  nutgraf completion bash >> ~/.bashrc
  nutgraf completion zsh >> ~/.zshrc
  nutgraf completion fish > ~/.config/fish/completions/nutgraf.fish
"""
_PLAYGROUND = """\
examples:
  nutgraf playground
  nutgraf playground --port 0
"""
_RUN = """\
examples:
  nutgraf run
  nutgraf run --gateway-only

It needs DISCORD_TOKEN in the environment or in a file .env; nutgraf doctor says what is missing.
"""
_DOCTOR = """\
examples:
  nutgraf doctor
  nutgraf doctor --json
"""
_EVALUATE = """\
examples:
  nutgraf evaluate articles
  nutgraf evaluate articles --engine openai --json
"""

_LAST_PORT = 65535
SHELLS = ("bash", "zsh", "fish")


class Parser(argparse.ArgumentParser):
    """A parser that remembers what was added to it, and asks whether something near was meant.

    Attributes:
        added: the arguments, in order.
        commands: the commands by their names, for the program's own parser.
    """

    def __init__(self, **options: Any) -> None:
        self.added: list[argparse.Action] = []
        self.commands: dict[str, Parser] = {}
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)

    def add(self, *names: str, **options: Any) -> None:
        """Add an argument, as `add_argument` does, and remember it."""
        self.added.append(self.add_argument(*names, **options))

    def parse_all(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """Parse all arguments; one that is not known ends the process with status 2."""
        given = sys.argv[1:] if arguments is None else arguments
        if not given:
            self.print_help(sys.stderr)
            self.exit(ExitStatus.USAGE)
        options, unknown = self.parse_known_args(given)
        if unknown:
            parser, first = self.commands[options.command], unknown[0]
            known = [name for action in parser.added for name in action.option_strings]
            said = f"there is no option {first}" if first.startswith("-") else f"{first} is one argument too many"
            parser.complain(said, _near(first.partition("=")[0], known))
        return options

    def error(self, message: str) -> NoReturn:
        """Say in a sentence what is wrong, and exit with status 2."""
        near = None
        if found := _REFUSED.search(message):
            message, near = self._refused(*found.groups())
        elif found := _MISSING.search(message):
            message = f"{found[1]} {'are' if ',' in found[1] else 'is'} missing"
        elif found := _NO_VALUE.search(message):
            message = f"{found[1]} needs a value"
        elif found := _UNFIT.search(message):
            message = f"{found[1]}: {found[2]}"
        self.complain(message, near)

    def _refused(self, name: str, given: str) -> tuple[str, str | None]:
        """What is wrong with a choice, and the one that may have been meant."""
        choices = {action: [str(choice) for choice in action.choices or ()] for action in self.added}
        near = _near(given, [*self.commands, *(choice for each in choices.values() for choice in each)])
        listed = ", ".join(choice for action, each in choices.items() if name in _names(action) for choice in each)
        more = f"; choose from {listed}" if listed and near is None else ""
        return f"{given or '“”'} is not a {name.lower()}{more}", near

    def complain(self, sentence: str, near: str | None) -> NoReturn:
        """Print what is wrong, with what may have been meant or where help is, and exit with status 2."""
        more = f"did you mean {near}?" if near else f"{self.prog} --help shows how it is used."
        self.exit(ExitStatus.USAGE, plain(f"{self.prog}: {sentence}; {more}") + "\n")


def _names(action: argparse.Action) -> tuple[str, ...]:
    return ("/".join(action.option_strings), *action.option_strings, str(action.metavar), action.dest)


def _near(given: str, known: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(given, known, n=1)), None)


def build_parser() -> Parser:
    """The program's parser; `options.command` is the name of the command."""
    parser = Parser(
        prog="nutgraf",
        description="Reads news and answers with briefs that are proven.",
        epilog="nutgraf COMMAND --help shows a command's options and examples.",
    )
    parser.add_argument("--version", action="version", version=f"nutgraf {bot.__version__}")
    added = parser.add_subparsers(required=True, metavar="COMMAND", dest="command", parser_class=Parser)

    def command(name: str, told: str, epilog: str = "") -> Parser:
        parser.commands[name] = made = added.add_parser(name, help=told, description=f"{told}.", epilog=epilog)
        return made

    brief = command("brief", "Brief a URL, a .txt, .html or .pdf file, or standard input (-)", _BRIEF)
    brief.add("source", nargs="+", metavar="SOURCE", help="a URL, a file, or - for standard input")
    brief.add("--json", action="store_true", help="print one JSON object a line")
    brief.add("--show-evidence", action="store_true", help="print the article's sentences behind each sentence")
    brief.add("--show-draft", action="store_true", help="print the engine's draft and what the check dropped")
    _add_wish(brief)
    _add_color(brief)

    check = command("check", "Check any summary against its article", _CHECK)
    check.add("article", metavar="ARTICLE", help="a URL, a file, or - for standard input")
    check.add("draft", type=Path, metavar="DRAFT", help="a .txt file, a sentence a line, or a .json file")
    check.add("--json", action="store_true", help="print one JSON object")
    _add_color(check)

    run = command("run", "Run the bot on Discord", _RUN)
    run.add("--gateway-only", action="store_true", help="leave reading and answering to nutgraf work")
    command("work", "Run a worker that reads and answers for the processes on the gateway, over Redis")

    playground = command("playground", "Run the whole bot on a local Discord with a chat page", _PLAYGROUND)
    port = limits.PLAYGROUND_PORT
    playground.add("--port", type=_port, default=port, help=f"the page's port on 127.0.0.1 (default: {port})")

    doctor = command("doctor", "Check token, intents, Redis, database and model", _DOCTOR)
    doctor.add("--json", action="store_true", help="print one JSON object")
    _add_color(doctor)
    command("migrate", "Bring the database's schema up to date")

    evaluate = command("evaluate", "Measure an engine over a folder of articles (.txt, .html, .pdf)", _EVALUATE)
    evaluate.add("folder", type=Path, metavar="FOLDER", help="where the articles are, in folders below it too")
    evaluate.add("--json", action="store_true", help="print the figures as one JSON object")
    _add_wish(evaluate)

    completion = command("completion", "Print the script that completes commands and options in a shell", _COMPLETION)
    completion.add("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
    return parser


def _add_wish(parser: Parser) -> None:
    engines, lengths = [engine.value for engine in EngineName], [length.value for length in Length]
    parser.add("--engine", choices=engines, help="which engine writes (default: the setting ENGINE, which is auto)")
    parser.add("--language", metavar="xx", type=_language, help="the summary's language, such as en (default: its own)")
    parser.add("--length", choices=lengths, default=Length.NORMAL.value, help="how much (default: normal)")


def _add_color(parser: Parser) -> None:
    told = "whether to colour (default: auto, which means in a terminal unless NO_COLOR is set)"
    parser.add("--color", choices=[color.value for color in Color], default=Color.AUTO.value, help=told)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_LAST_PORT}; 0 takes any that is free")
    return int(text)


def _language(text: str) -> str:
    code = text.strip().lower()
    if not (code.isascii() and code.isalpha() and len(code) == 2):  # noqa: PLR2004  # ISO 639-1 codes have two letters.
        raise argparse.ArgumentTypeError("a language is a code of two letters, such as en")
    return code
