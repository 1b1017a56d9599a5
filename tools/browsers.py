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
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Browser:
    """One browser: how it is named on this machine and what installs it.

    `minimum` is the oldest major version whose extension API the manifest asks for.
    """

    name: str
    variable: str
    commands: tuple[str, ...]
    package: str
    minimum: int


CHROMIUM = Browser("Chromium", "CHROMIUM", ("chromium", "chromium-browser", "google-chrome"), "chromium", 137)
FIREFOX = Browser("Firefox", "FIREFOX", ("firefox-esr", "firefox"), "firefox-esr", 140)
BROWSERS = (CHROMIUM, FIREFOX)

INSTRUCTIONS = """\
The tests drive real browsers, and a run without them would prove nothing, so it stops here.
Install them in the way of your system:
  Debian              sudo apt-get install chromium firefox-esr
  Fedora              sudo dnf install chromium firefox
  macOS               brew install --cask chromium firefox
or name the binaries:  make test CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox"""


class BrowserMissingError(RuntimeError):
    """A browser is not on this machine; the message says what to do."""


def find(browser: Browser) -> Path | None:
    """The browser's binary: the one named in the environment, else the first command on PATH."""
    named = os.environ.get(browser.variable)
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    return next((Path(found) for command in browser.commands if (found := shutil.which(command))), None)


def require(browser: Browser) -> Path:
    """The browser's binary, or `BrowserMissingError` with instructions."""
    binary = find(browser)
    if binary is None:
        raise BrowserMissingError(f"{browser.name} was not found.\n{INSTRUCTIONS}")
    return binary


def version(binary: Path) -> str:
    """What the binary says of its own version, on one line."""
    said = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=60, check=True)
    return said.stdout.strip().splitlines()[-1]


def check(browser: Browser) -> str:
    """The browser's version line; `BrowserMissingError` when it is absent or too old for the manifest."""
    said = version(require(browser))
    major = re.search(r"(\d+)\.", said)
    if major is None or int(major[1]) < browser.minimum:
        raise BrowserMissingError(f"{said} is older than {browser.name} {browser.minimum}.\n{INSTRUCTIONS}")
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
    """Install Debian packages, waiting for another installer that holds the lock."""
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        return
    print(f"Installing with apt-get: {' '.join(packages)}", flush=True)
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = [*environment, "apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=600", *arguments]
        print("  " + " ".join(command), flush=True)
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)


def main() -> int:
    """Find both browsers, install the missing ones, print what was found; 1 if one is still missing."""
    missing = [browser for browser in BROWSERS if find(browser) is None and not os.environ.get(browser.variable)]
    if missing:
        install([browser.package for browser in missing])
    for browser in BROWSERS:
        try:
            print(f"{browser.name}: {check(browser)} at {require(browser)}")
        except BrowserMissingError as problem:
            print(f"error: {problem}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
