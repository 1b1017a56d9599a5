"""Find the two browsers that the tests drive, and install them where that is possible.

Standard library only: it runs before anything is installed, and the tests import it to find the same binaries.

Usage: [CHROMIUM=/path] [FIREFOX=/path] python tools/browsers.py
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar


@dataclass(frozen=True)
class Program:
    """A program that tests run: the variable and the commands that name it on this machine, and what installs it."""

    name: str
    variable: str
    commands: tuple[str, ...]
    package: str
    instructions: str


@dataclass(frozen=True)
class Browser(Program):
    """One browser; `minimum` is the oldest major version whose extension API the manifest asks for."""

    minimum: int


P = TypeVar("P", bound=Program)

INSTRUCTIONS = """\
The tests drive real browsers, and a run without them would prove nothing, so it stops here.
Install them in the way of your system:
  Debian              sudo apt-get install chromium firefox-esr
  Fedora              sudo dnf install chromium firefox
  macOS               brew install --cask chromium firefox
or name the binaries:  make test CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox"""

CHROMIUM = Browser(
    "Chromium", "CHROMIUM", ("chromium", "chromium-browser", "google-chrome"), "chromium", INSTRUCTIONS, 137
)
FIREFOX = Browser("Firefox", "FIREFOX", ("firefox-esr", "firefox"), "firefox-esr", INSTRUCTIONS, 140)
BROWSERS = (CHROMIUM, FIREFOX)


class ProgramMissingError(RuntimeError):
    """A program is not on this machine, or too old; the message says what to do."""


def find(program: Program) -> Path | None:
    """The program's binary: the one named in the environment, else the first command on PATH."""
    named = os.environ.get(program.variable)
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    return next((Path(found) for command in program.commands if (found := shutil.which(command))), None)


def require(program: Program) -> Path:
    """The program's binary, or `ProgramMissingError` with instructions."""
    binary = find(program)
    if binary is None:
        raise ProgramMissingError(f"{program.name} was not found.\n{program.instructions}")
    return binary


def version(binary: Path) -> str:
    """What the binary says of its own version, on one line."""
    said = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=60, check=True)
    return said.stdout.strip().splitlines()[-1]


def check(browser: Browser) -> str:
    """The browser's version line; `ProgramMissingError` when it is absent or too old for the manifest."""
    said = version(require(browser))
    major = re.search(r"(\d+)\.", said)
    if major is None or int(major[1]) < browser.minimum:
        raise ProgramMissingError(f"{said} is older than {browser.name} {browser.minimum}.\n{browser.instructions}")
    return said


def administrator() -> list[str] | None:
    """The words before a command that needs root, or None when we can't become root without asking."""
    if os.geteuid() == 0:
        return []
    silent = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*silent, "true"], capture_output=True, check=False).returncode == 0:
        return silent
    return None


def install(packages: list[str]) -> None:
    """Install Debian packages, waiting for another installer that holds the lock; what they bring is not started."""
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        return
    print(f"Installing with apt-get: {' '.join(packages)}", flush=True)
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = [*environment, "apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=600", *arguments]
        print("  " + " ".join(command), flush=True)
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)


def provide(programs: Iterable[P], say: Callable[[P], str]) -> int:
    """Install what is missing, print what `say` tells of each program; 1 if one is still missing."""
    programs = list(programs)
    missing = [program for program in programs if find(program) is None and not os.environ.get(program.variable)]
    if missing:
        install([program.package for program in missing])
    for program in programs:
        try:
            print(f"{program.name}: {say(program)}")
        except ProgramMissingError as problem:
            print(f"error: {problem}", file=sys.stderr)
            return 1
    return 0


def main() -> int:
    """Find both browsers, install the missing ones, print what was found; 1 if one is still missing."""
    return provide(BROWSERS, lambda browser: f"{check(browser)} at {require(browser)}")


if __name__ == "__main__":
    sys.exit(main())
