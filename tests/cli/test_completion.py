"""Completion in shells: every command, option and choice, and files where files are taken."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli.completion import completion
from bot.cli.parser import SHELLS, build_parser
from tests.support.running import nutgraf

BASH = shutil.which("bash")
CHECKERS = {"bash": ("bash", "-n"), "zsh": ("zsh", "-n"), "fish": ("fish", "--no-execute")}


def completed(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    assert BASH is not None, "bash is needed: it runs the tests' own commands"
    (folder / "completion").write_text(completion(build_parser(), "bash"), encoding="utf-8")
    listed = " ".join(f"'{word}'" for word in words)
    script = f'. ./completion; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _nutgraf; echo "${{COMPREPLY[@]}}"'
    ran = subprocess.run([BASH, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.split()


def test_bash_completes_commands_options_choices_and_files(tmp_path: Path) -> None:
    """Each place of a line is offered what may stand there."""
    (tmp_path / "story.txt").touch()
    assert completed(tmp_path, "nutgraf", "b") == ["brief"]
    assert completed(tmp_path, "nutgraf", "brief", "--le") == ["--length"]
    assert completed(tmp_path, "nutgraf", "brief", "--length", "") == ["short", "normal", "long"]
    assert completed(tmp_path, "nutgraf", "brief", "st") == ["story.txt"]
    assert completed(tmp_path, "nutgraf", "completion", "z") == ["zsh"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_has_every_command_option_and_choice(shell: str, tmp_path: Path) -> None:
    """Nothing that the program takes is missing, and the shell, where it is installed, can read the script."""
    parser = build_parser()
    script = completion(parser, shell)
    for name, command in parser.commands.items():
        assert name in script
        for action in command.added:
            assert all(option.lstrip("-") in script for option in action.option_strings)
            assert all(str(choice) in script for choice in action.choices or ())
    checker, option = CHECKERS[shell]
    if path := shutil.which(checker):
        (tmp_path / "script").write_text(script, encoding="utf-8")
        subprocess.run([path, option, str(tmp_path / "script")], check=True)


async def test_command_prints_the_script() -> None:
    """`nutgraf completion bash` is what a shell sources; a shell that is not known is refused."""
    assert (await nutgraf("completion", "bash")).out == completion(build_parser(), "bash")
    assert (await nutgraf("completion", "bsh")).err.endswith("did you mean bash?\n")
