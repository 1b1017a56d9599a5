"""The packed extension: the same bytes for everybody, and nothing in it that is not in the folder."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

from tools.package import package


def test_packing_twice_gives_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    first = package(repository / "extension", tmp_path / "first")
    second = package(repository / "extension", tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()


def test_the_times_and_rights_of_the_files_do_not_matter(repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "extension"
    shutil.copytree(repository / "extension", copy)
    os.utime(copy / "manifest.json", (0, 0))
    (copy / "manifest.json").chmod(0o600)
    expected = package(repository / "extension", tmp_path / "first").read_bytes()
    assert package(copy, tmp_path / "second").read_bytes() == expected


def test_every_file_is_in_it_and_no_hidden_one(repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "extension"
    shutil.copytree(repository / "extension", copy)
    (copy / ".DS_Store").write_bytes(b"not ours")
    with zipfile.ZipFile(package(copy, tmp_path / "out")) as packed:
        names = packed.namelist()
    files = [path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()]
    assert names == sorted(set(files) - {".DS_Store"})


def test_the_version_is_in_the_name(repository: Path, tmp_path: Path) -> None:
    assert package(repository / "extension", tmp_path).name.startswith("jaga-jempol-")
