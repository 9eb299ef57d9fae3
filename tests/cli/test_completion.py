"""Completion in shells: every command, option and choice, and files where files are taken."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli.completion import completion
from bot.cli.parser import SHELLS, build_parser
from tests.support.patience import PATIENCE
from tests.support.running import nutgraf

# What each place of a line is offered.
OFFERED = {
    "nutgraf b": {"brief"},
    "nutgraf brief --le": {"--length"},
    "nutgraf brief --length ": {"short", "normal", "long"},
    "nutgraf brief st": {"story.txt"},
    "nutgraf completion z": {"zsh"},
}

BASH = """\
. ./script
for line in "$@"; do
    read -ra COMP_WORDS <<<"$line"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
    _nutgraf
    echo "${COMPREPLY[@]}"
done
"""
FISH = """\
source script
for line in $argv
    echo (complete -C $line | string split -f 1 \\t)
end
"""
# Zsh completes in its line editor alone, so lines are typed into another shell, which writes down what it offers.
ZSH = """\
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "PS1= LISTMAX=1000; nutgraf() { }; autoload -U compinit; compinit -u -D; . ./script; . ./offers; :>hits"
until [[ -e hits ]]; do sleep 0.01; done
for line in $@; do
    zpty -w -n inner "$line"$'\\t\\n'
    zpty -w inner "print -r END >>hits"
    (( lines++ ))
    until (( $(grep -cx END hits) == lines )); do sleep 0.01; done
done
zpty -d inner
words=(${(f)"$(<hits)"})
print -r -- ${(j: :)words} | sed 's/ *END */\\n/g'
"""
OFFERS = """\
compadd() {
    local -a found
    builtin compadd -A found "$@"
    print -rl -- $found >>hits
    builtin compadd "$@"
}
"""
DRIVERS = {"bash": (BASH, []), "fish": (FISH, ["--no-config"]), "zsh": (ZSH, ["-f"])}


def installed(shell: str) -> str:
    """The path of a shell; a test without it says how to get it."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"no {shell} on PATH; on Debian: apt-get install {shell}")
    return path


@pytest.mark.parametrize("shell", SHELLS)
def test_shell_completes_commands_options_choices_and_files(shell: str, tmp_path: Path) -> None:
    """Each place of a line is offered what may stand there, by the shell itself."""
    path = installed(shell)
    driver, options = DRIVERS[shell]
    for name, text in (("script", completion(build_parser(), shell)), ("driver", driver), ("offers", OFFERS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "story.txt").touch()
    command = [path, *options, "driver", *OFFERED]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=PATIENCE)
    found = [set(line.split()) for line in ran.stdout.splitlines()]
    assert dict(zip(OFFERED, found, strict=False)) == OFFERED, ran.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_has_every_command_option_and_choice(shell: str) -> None:
    """Nothing that the program takes is missing."""
    parser = build_parser()
    script = completion(parser, shell)
    for name, command in parser.commands.items():
        assert name in script
        for action in command.added:
            assert all(option.lstrip("-") in script for option in action.option_strings)
            assert all(str(choice) in script for choice in action.choices or ())


async def test_command_prints_the_script() -> None:
    """`nutgraf completion bash` is what a shell sources."""
    assert (await nutgraf("completion", "bash")).out == completion(build_parser(), "bash")
