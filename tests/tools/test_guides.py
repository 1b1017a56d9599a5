"""The pages for rule writers show what really happens: their commands are run, every command and option is named."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from openpyxl import Workbook

from server import create_app
from server.rules.phrases import SLOT_CLASSES, SLOTS
from tests.conformance.vectors import RULES

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^\*\*`([a-z0-9./-]+)`\*\*\n\n```[a-z]+\n(.*?)^```", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"^!\[([^\]]+)\]\((pictures/workshop-[a-z]+-id\.png)\)$", re.MULTILINE)
TABLE = re.compile(r"(?:^\| No\. .*\n)(?:^\|.*\n)+", re.MULTILINE)
GUIDES = ["menambah-calon.md", "menulis-aturan.md", "kenapa-ditandai.md"]
# A page with two of them still opens at once over a slow line.
PICTURE_BYTES = 150_000


@pytest.fixture(scope="module")
def app():
    return create_app({"TESTING": True})


@pytest.fixture
def desk(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with what the commands of the pages name."""
    (tmp_path / "shared_rules").mkdir()
    shutil.copy(repository / "shared_rules" / "bundle.json", tmp_path / "shared_rules")
    shutil.copytree(repository / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def steps(page: str) -> list[tuple[int, str, str]]:
    """The commands of a page and what each prints, in order, with the place where they stand."""
    found = []
    for block in CONSOLE.finditer(page):
        for step in re.split(r"^\$ ", block.group(1), flags=re.MULTILINE)[1:]:
            command, _, printed = step.partition("\n")
            found.append((block.start(), command.removeprefix("flask --app server "), printed))
    return found


def looks_like(printed: str) -> str:
    """A pattern of what a page shows: three dots stand for anything."""
    return re.escape(printed).replace(re.escape("...\n"), r"[\s\S]*?\n?").replace(re.escape("..."), ".*?")


@pytest.mark.parametrize("name", GUIDES)
def test_the_commands_of_a_page_print_what_it_shows(name, app, desk: Path, repository: Path) -> None:
    page = (repository / "docs" / name).read_text(encoding="utf-8")
    for table in TABLE.findall(page):
        workbook(table).save(desk / "calon.xlsx")
    files = [(found.start(), *found.groups()) for found in FILE.finditer(page)]
    assert steps(page)
    for at, command, printed in steps(page):
        for place, path, text in files:
            if place < at:
                (desk / "kantor" / path).parent.mkdir(parents=True, exist_ok=True)
                (desk / "kantor" / path).write_text(text, encoding="utf-8")
        result = app.test_cli_runner().invoke(args=shlex.split(command))
        assert re.fullmatch(looks_like(printed), result.output), f"{command}\n{result.output}"


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_shows_small_pictures_of_the_workshop_and_says_what_is_on_them(name, repository: Path) -> None:
    shown = PICTURE.findall((repository / "docs" / name).read_text(encoding="utf-8"))
    assert shown
    assert [path for _, path in shown if (repository / "docs" / path).stat().st_size > PICTURE_BYTES] == []
    assert [said for said, _ in shown if not said.startswith("Bengkel aturan")] == []


def test_every_picture_of_the_workshop_stands_in_a_guide(repository: Path) -> None:
    pages = [(repository / "docs" / name).read_text(encoding="utf-8") for name in GUIDES]
    shown = {path for page in pages for _, path in PICTURE.findall(page)}
    assert shown == {f"pictures/{path.name}" for path in (repository / "docs" / "pictures").glob("workshop-*")}


def workbook(table: str) -> Workbook:
    """A Markdown table as an office's workbook."""
    book = Workbook()
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not set("".join(cells)) <= {"-"}:
            book.active.append([int(cell) if cell.isdigit() else cell for cell in cells])
    return book


def commands(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    """Every command of a group by its full name."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        inner = commands(command, f"{prefix}{name} ") if isinstance(command, click.Group) else {}
        found |= inner or {f"{prefix}{name}": command}
    return found


@pytest.fixture(scope="module")
def ours(app) -> dict[str, click.Command]:
    """Every command of ours."""
    return commands(app.cli.commands["rules"], "rules ") | {"score": app.cli.commands["score"]}


@pytest.fixture(scope="module")
def reference(repository: Path) -> str:
    return (repository / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_reference_names_every_command_and_no_other(ours, reference: str) -> None:
    table = reference[: reference.index("## Kode keluar")]
    assert set(re.findall(r"^\| `((?:rules |score)[a-z -]*?)(?: [A-Z ]+)?` \|", table, re.MULTILINE)) == set(ours)


def test_the_reference_names_every_option_and_no_other(ours, reference: str) -> None:
    table = reference[reference.index("## Pilihan") : reference.index("## JSON")]
    options = {
        name
        for command in ours.values()
        for option in command.params
        if isinstance(option, click.Option)
        for name in (*option.opts, *option.secondary_opts)
    }
    assert set(re.findall("`(--[a-z-]+)`", table)) == options - {"--help"}


def test_every_command_has_json(ours) -> None:
    assert [name for name, command in ours.items() if "as_json" not in {option.name for option in command.params}] == []


def test_the_keys_of_the_json_are_as_the_reference_says(app, reference: str, desk: Path) -> None:
    table = reference[reference.index("## JSON") : reference.index("Satu `problem`")]
    rows = {
        line.split("|")[1]: set(re.findall("`([a-z]+)`", line.split("|")[2]))
        for line in table.splitlines()
        if line.startswith("| `")
    }
    told = {
        "lint": "rules lint",
        "test": "rules test",
        "build": "rules build --out b.json",
        "new signal": "rules new signal ajakan --overlay kantor",
        "explain": "rules explain Halo --date 2024-10-20",
    }
    for name, command in told.items():
        keys = set(
            json.loads(app.test_cli_runner().invoke(args=[*command.split(), "--json", "--root", str(RULES)]).output)
        )
        (documented,) = (found for row, found in rows.items() if f"`{name}`" in row)
        assert keys <= documented, name


def test_the_phrase_language_is_explained(repository: Path) -> None:
    page = (repository / "docs" / "menulis-aturan.md").read_text(encoding="utf-8")
    named = set(re.findall("`(<[a-z-]+>)`", page))
    assert named == {*SLOT_CLASSES, *(f"<{name}>" for name in SLOTS)}


def test_every_field_of_a_signal_is_explained(repository: Path) -> None:
    page = (repository / "docs" / "menulis-aturan.md").read_text(encoding="utf-8")
    schema = json.loads((repository / "shared_rules" / "schema" / "signal.schema.json").read_text(encoding="utf-8"))
    explained = {
        name
        for line in page.splitlines()
        if line.startswith("| `")
        for name in re.findall("`([a-z_]+)`", line.split("|")[1])
    }
    assert set(schema["properties"]) <= explained
