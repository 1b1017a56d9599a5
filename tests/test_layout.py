"""The walls between the parts: imports run one way, and the extension's pages reach the engine by messages only."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The four floors, from the top; a floor imports from itself and from below.
FLOORS = [{"api", "cli"}, {"rules"}, {"engine"}]
FOLDERS = {name: height for height, floor in enumerate(FLOORS) for name in floor}
MODULES = sorted((ROOT / "server").rglob("*.py"))
SCRIPTS = sorted((ROOT / "extension").rglob("*.js"))
IMPORT = re.compile(
    r"""(?:^|\n)(?:import|export)\s[^;"'()]*?\bfrom\s*["']([^"']+)["']|(?:^|\n)import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']"""
)
COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.DOTALL)


def part_of(path: Path) -> str:
    """The part of the server that a module belongs to: a folder, or the modules beside the application factory."""
    parts = path.relative_to(ROOT / "server").parts
    return parts[0] if len(parts) > 1 else ""


def imported(path: Path) -> set[str]:
    """The parts of the server that a module imports; the empty text stands for modules beside the factory."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join((*package[: len(package) - node.level + 1], *filter(None, [node.module])))
                if node.level
                else node.module
            )
            names |= {f"{base}.{alias.name}" for alias in node.names}
    ours = [name.split(".") for name in names if name.split(".")[0] == "server"]
    return {parts[1] if len(parts) > 1 and (ROOT / "server" / parts[1]).is_dir() else "" for parts in ours}


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "engine"], ids=lambda path: path.name)
def test_the_engine_imports_nothing_of_ours(path: Path) -> None:
    assert imported(path) <= {"engine"}


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "rules"], ids=lambda path: path.name)
def test_the_rules_import_the_engine_only(path: Path) -> None:
    assert imported(path) <= {"rules", "engine"}


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) in FOLDERS], ids=lambda path: path.name)
def test_nothing_imports_from_a_floor_above(path: Path) -> None:
    height = FOLDERS[part_of(path)]
    assert {part for part in imported(path) if FOLDERS.get(part, height) < height} == set()


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part_of(path) in ("api", "cli")], ids=lambda path: path.name
)
def test_routes_and_commands_do_not_import_each_other(path: Path) -> None:
    assert {"api", "cli"} & imported(path) <= {part_of(path)}


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "engine"], ids=lambda path: path.name)
def test_the_engine_knows_no_network_clock_file_or_chance(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    names |= {
        node.module.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    assert names <= {
        "__future__",
        "base64",
        "bisect",
        "collections",
        "dataclasses",
        "functools",
        "hashlib",
        "itertools",
        "json",
        "re",
        "regex",
        "typing",
    }


def code_of(path: Path) -> str:
    """A script without its comments, which name types of other modules."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def module_imports(path: Path) -> set[str]:
    """The files that a script imports, from the extension's folder on."""
    targets = {target for found in IMPORT.findall(code_of(path)) for target in found if target}
    return {(path.parent / target).resolve().relative_to(ROOT / "extension").as_posix() for target in targets}


def scripts_of(folder: str) -> list[Path]:
    """The scripts of one folder of the extension."""
    return [path for path in SCRIPTS if path.relative_to(ROOT / "extension").parts[0] == folder]


@pytest.mark.parametrize(
    "path", scripts_of("content"), ids=lambda path: path.relative_to(ROOT / "extension").as_posix()
)
def test_a_content_script_is_a_classic_script(path: Path) -> None:
    assert re.findall(r"^\s*(?:import|export)\b|\bimport\(", code_of(path), re.MULTILINE) == []


@pytest.mark.parametrize("folder", ["popup", "options", "guide", "report", "welcome", "lib"])
def test_pages_reach_the_engine_by_messages_only(folder: str) -> None:
    reached = {target for path in scripts_of(folder) for target in module_imports(path)}
    assert {target for target in reached if target.split("/")[0] not in (folder, "lib")} == set()


def test_the_engine_imports_the_engine_only() -> None:
    reached = {target for path in scripts_of("engine") for target in module_imports(path)}
    assert {target for target in reached if not target.startswith("engine/")} == set()
    assert len(reached) >= 5


def test_the_background_imports_the_engine_and_the_library_only() -> None:
    reached = {target for path in scripts_of("background") for target in module_imports(path)}
    assert {target.split("/")[0] for target in reached} == {"background", "engine", "lib"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT / "extension").as_posix())
def test_what_a_script_imports_is_there(path: Path) -> None:
    assert [target for target in module_imports(path) if not (ROOT / "extension" / target).is_file()] == []


@pytest.mark.parametrize("path", scripts_of("engine"), ids=lambda path: path.name)
def test_the_engine_uses_no_browser(path: Path) -> None:
    reach = r"\b(?:chrome|browser|window|document|fetch|globalThis|self|navigator|localStorage|performance)\b"
    differ = r"\b(?:Date|Math\.random|Intl|toLocale\w*|normalize|localeCompare)\b"
    assert re.findall(f"{reach}|{differ}", code_of(path)) == []


def test_the_manifest_loads_content_scripts_that_are_there() -> None:
    manifest = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    named = [script for entry in manifest["content_scripts"] for script in entry["js"]]
    assert named
    assert [script for script in named if not (ROOT / "extension" / script).is_file()] == []
