"""`nutgraf completion SHELL`: what completes the program's commands, options, choices and files in a shell."""

from argparse import Action
from collections.abc import Callable, Iterator

from bot.cli.parser import Parser


def completion(parser: Parser, shell: str) -> str:
    """The script that a shell sources: "bash", "zsh" or "fish"."""
    return "\n".join(_SCRIPTS[shell](parser)) + "\n"


def _bash(parser: Parser) -> Iterator[str]:
    yield "_nutgraf() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'        COMPREPLY=($(compgen -W "{" ".join(parser.commands)} --help --version" -- "$word")); return'
    yield "    fi"
    yield '    case "${COMP_WORDS[1]} $before" in'
    for name, command in parser.commands.items():
        for action in command.added:
            if action.option_strings and action.choices:
                yield f'        "{name} {action.option_strings[0]}")'
                yield f'            COMPREPLY=($(compgen -W "{_choices(action)}" -- "$word")); return ;;'
    yield "    esac"
    yield '    case "${COMP_WORDS[1]}" in'
    for name, command in parser.commands.items():
        words = " ".join(filter(None, (*_options(command), *(_choices(action) for action in _places(command)))))
        yield f'        {name}) COMPREPLY=($(compgen -W "{words}" -- "$word")) ;;'
    yield "    esac"
    yield '    case "${COMP_WORDS[1]}" in'
    yield f'        {"|".join(_with_files(parser))}) COMPREPLY+=($(compgen -f -- "$word")) ;;'
    yield "    esac"
    yield "}"
    yield "complete -o filenames -F _nutgraf nutgraf"


def _zsh(parser: Parser) -> Iterator[str]:
    yield "_nutgraf() {"
    yield "    local -a commands=("
    yield from (f"        {_quoted(f'{name}:{command.description}')}" for name, command in parser.commands.items())
    yield "    )"
    yield "    if (( CURRENT == 2 )); then _describe command commands; return; fi"
    yield "    local command=$words[2]; shift words; (( CURRENT-- ))"
    yield "    case $command in"
    for name, command in parser.commands.items():
        yield f"        {name}) _arguments \\"
        for action in command.added:
            told = (action.help or "").replace("[", "(").replace("]", ")").replace(":", ";")
            chosen = f":value:({_choices(action)})" if action.choices else ""
            if action.option_strings:
                value = "" if action.nargs == 0 else chosen or ":value: "
                yield f"            {_quoted(f'{action.option_strings[0]}[{told}]{value}')} \\"
            else:
                files = f":{action.metavar}:_files"
                several = "*" if action.nargs == "+" else ""
                yield f"            {_quoted(several + (chosen or files))} \\"
        yield "            '--help[show the options]' ;;"
    yield "    esac"
    yield "}"
    yield "(( $+functions[compdef] )) || { autoload -Uz compinit; compinit; }"
    yield "compdef _nutgraf nutgraf"


def _fish(parser: Parser) -> Iterator[str]:
    yield "complete -c nutgraf -f"
    yield "complete -c nutgraf -n __fish_use_subcommand -l version -d 'show the version'"
    for name, command in parser.commands.items():
        yield f"complete -c nutgraf -n __fish_use_subcommand -a {name} -d {_quoted(command.description or '')}"
        seen = f"complete -c nutgraf -n '__fish_seen_subcommand_from {name}'"
        for action in command.added:
            if not action.option_strings:
                choices = f"-a {_quoted(_choices(action))}"
                yield f"{seen} {choices if action.choices else '-F'}"
            else:
                value = "" if action.nargs == 0 else f" -x -a {_quoted(_choices(action))}"
                yield f"{seen} -l {action.option_strings[0].lstrip('-')} -d {_quoted(action.help or '')}{value}"


_SCRIPTS: dict[str, Callable[[Parser], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _options(command: Parser) -> list[str]:
    return [name for action in command.added for name in action.option_strings]


def _places(command: Parser) -> list[Action]:
    return [action for action in command.added if not action.option_strings]


def _with_files(parser: Parser) -> list[str]:
    """The commands that take files."""
    return [name for name, command in parser.commands.items() if any(not action.choices for action in _places(command))]


def _choices(action: Action) -> str:
    return " ".join(map(str, action.choices or ()))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
