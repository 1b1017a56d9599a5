"""The engine as machine code: the same answers, used where it was made of these sources and nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from server import compiled
from tools import compile_engine

COUNT = 20_000
# Where the engine lies that a process has imported; a digest of its answers to the stream, and how many differ.
USED = "import server.engine; print(server.engine.__file__)"
ANSWERS = f"""
import hashlib
from pathlib import Path
from tests.conformance.differential import part, prepare
prepare(Path("extension/rules/bundle.json").read_bytes())
_, answers = part(20261123, {COUNT})
print(hashlib.sha256("".join(answers).encode()).hexdigest(), len(set(answers)))
"""


@pytest.fixture(scope="module")
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled engine, kept between runs while the sources stay what they are."""
    cache = getattr(request.config, "cache", None)
    folder = Path(cache.mkdir("compiled")) if cache else tmp_path_factory.mktemp("compiled")
    compile_engine.compile_engine(folder)
    return folder


def run(code: str, home: Path | str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python in a project's folder with the engine that lies compiled in `home`."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env=os.environ | {"JAGA_COMPILED": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Path:
    """A copy of the server's sources that a test may change."""
    shutil.copytree(repository / "server", tmp_path / "clone" / "server", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "clone"


def test_it_is_used_wherever_the_engine_is_imported(home: Path, repository: Path) -> None:
    used = Path(run(USED, home, repository).stdout.strip())
    assert used.parents[2] == home / compiled.fingerprint()
    assert used.suffix in {".so", ".pyd"}


def test_it_can_be_switched_off(repository: Path) -> None:
    assert run(USED, "off", repository).stdout.strip() == str(repository / "server" / "engine" / "__init__.py")


def test_it_passes_every_test_of_the_engine(home: Path, repository: Path) -> None:
    """Its vectors, its refusals of bundles, its properties: whatever is asked of the sources."""
    chapters = [
        "tests/engine",
        "tests/property",
        "tests/conformance/test_vectors.py",
        "tests/conformance/test_bundles.py",
    ]
    asked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not browser", "-p", "no:cacheprovider", *chapters],
        cwd=repository,
        env=os.environ | {"JAGA_COMPILED": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    passed = re.search(r"^(\d+) passed in", asked.stdout, re.MULTILINE)
    assert asked.returncode == 0, asked.stdout[-3000:]
    assert passed
    assert int(passed[1]) > 500


def test_it_answers_a_stream_of_contexts_byte_for_byte_as_the_sources_do(home: Path, repository: Path) -> None:
    answers = [run(ANSWERS, each, repository).stdout.split() for each in (home, "off")]
    assert answers[0] == answers[1]
    assert int(answers[0][1]) > COUNT / 2


def test_what_was_made_of_other_sources_is_left_alone(home: Path, clone: Path) -> None:
    assert run(USED, home, clone).stdout.startswith(str(home))
    with (clone / "server" / "engine" / "score.py").open("a", encoding="utf-8") as source:
        source.write("# A change.\n")
    told = run(USED, home, clone)
    assert told.stdout.strip() == str(clone / "server" / "engine" / "__init__.py")
    assert told.stderr == ""


def test_one_that_cannot_be_loaded_is_told_of_and_the_sources_are_used(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / compiled.fingerprint()
    folder.mkdir()
    library = folder / f"0__mypyc{EXTENSION_SUFFIXES[0]}"
    library.write_bytes(b"of another machine")
    told = run(USED, tmp_path, repository)
    assert told.stdout.strip() == str(repository / "server" / "engine" / "__init__.py")
    assert str(library) in told.stderr
    assert "make compile" in told.stderr


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_one_changes_nothing(tmp_path: Path, repository: Path, folder: str) -> None:
    told = run(USED, tmp_path / folder, repository)
    assert told.stdout.strip() == str(repository / "server" / "engine" / "__init__.py")
    assert told.stderr == ""


def test_what_was_compiled_before_goes_once_the_sources_are_others(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / compiled.fingerprint(), tmp_path / compiled.fingerprint())
    (tmp_path / "of-older-sources").mkdir()
    assert compile_engine.compile_engine(tmp_path) == tmp_path / compiled.fingerprint()
    assert [path.name for path in tmp_path.iterdir()] == [compiled.fingerprint()]


def test_without_a_compiler_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(compile_engine.CompileError, match=r"no C compiler[^\n]*\n.*apt-get install gcc"):
        compile_engine.compile_engine(tmp_path / "compiled")
    assert not (tmp_path / "compiled").exists()


def test_without_pythons_headers_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(compile_engine.CompileError, match=r"no headers[^\n]*\n.*python3\.\d+-dev"):
        compile_engine.compile_engine(tmp_path / "compiled")


def test_sources_that_cannot_be_compiled_leave_nothing_and_the_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clone: Path
) -> None:
    engine = clone / "server" / "engine"
    (engine / "score.py").write_text("def score() -> str:\n    return 1\n", encoding="utf-8")
    monkeypatch.setattr(compile_engine, "ENGINE", engine)
    with pytest.raises(compile_engine.CompileError, match=r"score\.py:2: error: Incompatible return value"):
        compile_engine.compile_engine(tmp_path / "compiled")
    assert list((tmp_path / "compiled").iterdir()) == []


def test_the_command_says_where_it_is_or_why_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["compile_engine", str(home)])
    assert compile_engine.main() == 0
    assert str(home / compiled.fingerprint()) in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["compile_engine", str(tmp_path / "compiled")])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert compile_engine.main() == 1
    assert capsys.readouterr().err.startswith("error: There is no C compiler")
