"""``flask --app server rules new``: the first version of a rule file, which only needs to be changed."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import click
from flask.cli import AppGroup

from ..rulebook import today
from ..rules import lint
from ..rules.skeletons import KINDS, Files, contest_skeleton, party_skeleton, signal_skeleton
from .options import json_option, office_option, office_or_default, root_option, root_or_default, write_whole
from .reporting import report

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")

group = AppGroup("new", help="Tulis kerangka aturan yang tinggal diubah. (Write a first version of a rule file.)")


def _kebab(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not _ID.fullmatch(value) or len(value) > 60:
        raise click.BadParameter("huruf kecil, angka, dan tanda hubung saja, misalnya ajakan-kopdar (kebab-case)")
    return value


name_argument = click.argument("name", metavar="ID", callback=_kebab)


@group.command("signal")
@name_argument
@office_option
@root_option
@json_option
def signal_command(name: str, office: Path | None, root: Path | None, as_json: bool) -> None:
    """Satu aturan kata-kata, dengan contoh yang kena dan yang tidak. (A signal with its hits and misses.)"""
    folder = office_or_default(office)
    lay = "" if folder.resolve() == root_or_default(root).resolve() else f" --overlay {folder}"
    _write(signal_skeleton(name, today()), folder, root, [f"rules test{lay}"], as_json)


@group.command("party")
@name_argument
@office_option
@root_option
@json_option
def party_command(name: str, office: Path | None, root: Path | None, as_json: bool) -> None:
    """Satu partai dengan nama, akun, dan tagarnya. (A party.)"""
    folder = office_or_default(office)
    files = party_skeleton(name, today())
    written = re.findall('^name = "(.*)"', "".join(files.values()), re.MULTILINE)[0]
    steps = [
        f'rules explain "Rapat {written} di alun-alun" --overlay {folder}',
        f'rules explain "Rapat warga di alun-alun" --overlay {folder}',
    ]
    _write(files, folder, root, steps, as_json)


@group.command("contest")
@name_argument
@click.option(
    "--kind", type=click.Choice(list(KINDS)), help="Bupati, wali kota, atau gubernur; bawaan dari ID. (Its kind.)"
)
@click.option("--area", help="Daerahnya, misalnya 'Kab. Teluk Melati'; bawaan dari ID. (Its area.)")
@click.option(
    "--voting", type=click.DateTime(["%Y-%m-%d"]), help="Hari pemungutan suara; bawaan 27 November. (The voting day.)"
)
@office_option
@root_option
@json_option
def contest_command(
    *,
    name: str,
    kind: str | None,
    area: str | None,
    voting: click.DateTime | None,
    office: Path | None,
    root: Path | None,
    as_json: bool,
) -> None:
    """Satu pemilihan: tahapan dan daftar calon, ID seperti pilbup-teluk-melati-2030. (A contest, its candidates.)"""
    folder = office_or_default(office)
    voted = f"{voting:%Y-%m-%d}" if voting else ""
    files = contest_skeleton(name, today(), kind or "", area or "", voted)
    day = re.findall('kind = "campaign"\nfrom = "(.*)"', files[f"contests/{name}.toml"])[0]
    steps = [
        f"rules import-candidates calon.xlsx --contest {name} --overlay {folder}",
        f'rules explain "Ratnaningtyas Prabangsa bertemu warga" --overlay {folder} --date {day}',
        f'rules explain "Ratna bertemu warga" --overlay {folder} --date {day}',
    ]
    _write(files, folder, root, steps, as_json)


def _write(files: Files, folder: Path, root: Path | None, steps: list[str], as_json: bool) -> None:
    """Write the files where none of them lies yet and they can be used, and say the next step."""
    paths = [folder / name for name in files]
    if there := next((path for path in paths if path.exists()), None):
        raise click.UsageError(f"{there}: sudah ada; pakai ID lain, atau ubah file itu (exists already)")
    base = root_or_default(root)
    overlays = () if folder.resolve() == base.resolve() or not folder.is_dir() else (folder,)
    # Tried beside the folder first: a file that cannot be used would have a server refuse the whole folder.
    with tempfile.TemporaryDirectory() as trial:
        beside = (*overlays, Path(trial))
        before = lint(base, overlays)
        for name, text in files.items():
            write_whole(Path(trial) / name, text.encode())
        if problems := [problem for problem in lint(base, beside) if problem not in before]:
            if not as_json:
                click.echo("Tidak ada yang ditulis; pakai ID lain, sebab (nothing is written; use another id):")
            report(problems, {"files": [], "next": []}, "", as_json, (base, *beside))
    for path, text in zip(paths, files.values(), strict=True):
        write_whole(path, text.encode())
    wrote = "\n".join(f"Ditulis (wrote) {path}" for path in paths)
    next_steps = "\n".join(f"  flask --app server {step}" for step in steps)
    facts = {"files": list(map(str, paths)), "next": steps}
    report([], facts, f"{wrote}\nLangkah berikutnya (next):\n{next_steps}", as_json)
