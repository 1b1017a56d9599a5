"""Every command explains itself, Indonesian first, and the shell completes it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from server.config import ROOT

BOTH = re.compile(r".+\. \(.+\)")
PATH = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
# As docs/commands.md says for ~/.bashrc, and then a press of Tab behind the words that are given.
PRESS_TAB = """
eval "$(_FLASK_COMPLETE=bash_source flask)"
COMP_WORDS=(flask --app server "$@")
COMP_CWORD=$(($# + 2))
_flask_completion flask
printf '%s\\n' "${COMPREPLY[@]}"
"""


def own_commands(app) -> Iterator[tuple[str, click.Command]]:
    """The commands that are ours, with the groups that they stand in."""
    left = [("score", app.cli.commands["score"]), ("rules", app.cli.commands["rules"])]
    while left:
        name, command = left.pop()
        yield name, command
        left += [(f"{name} {each}", below) for each, below in getattr(command, "commands", {}).items()]


def test_every_command_and_option_is_told_in_both_languages(app):
    told = {name: command.help.splitlines()[0] for name, command in own_commands(app)}
    for name, command in own_commands(app):
        told |= {f"{name} {each.name}": each.help for each in command.params if isinstance(each, click.Option)}
    assert len(told) > 100
    assert {place: text for place, text in told.items() if not BOTH.fullmatch(text or "")} == {}


def completed(command: list[str], **asked: str) -> list[str]:
    """What a shell is offered."""
    environment = {**os.environ, "PATH": PATH, **asked}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("rules", "ev"), ["evaluate"]),
        (("rules", "new", ""), ["contest", "party", "signal"]),
        (("rules", "new", "contest", "x", "--kind", ""), ["regent", "mayor", "governor"]),
        (("rules", "import-candidates", "--re"), ["--replace"]),
    ],
)
def test_bash_completes_commands_options_and_choices(words, offered):
    assert completed(["bash", "--norc", "-c", PRESS_TAB, "bash", *words]) == offered


@pytest.mark.parametrize(("shell", "word"), [("zsh", "4"), ("fish", "ev")])
def test_other_shells_are_offered_the_same(shell, word):
    offered = completed(
        ["flask"], _FLASK_COMPLETE=f"{shell}_complete", COMP_WORDS="flask --app server rules ev", COMP_CWORD=word
    )
    assert [each for each in offered if "evaluate" in each] != []
