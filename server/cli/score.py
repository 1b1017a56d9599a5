"""``flask --app server score``: judge one text and show why, without sending it anywhere."""

from __future__ import annotations

import datetime
from typing import IO, Any

import click
from flask import current_app
from flask.cli import with_appcontext

from ..contexts import TEXT_MAX
from ..engine import canonical_json, score
from ..rulebook import Rulebook, today
from ..rules.quoting import words_at

_LEVELS = {
    "none": "tidak ada kaitan dengan calon atau partai",
    "mention": "menyebut calon atau partai, tanpa memihak",
    "campaign": "terindikasi memihak calon atau partai",
}
_STANCES = {"support": "mendukung", "oppose": "menolak", "neutral": "netral"}


@click.command("score")
@click.argument("text", required=False)
@click.option(
    "--file", "file", type=click.File("r", encoding="utf-8"), help="Baca teks dari berkas; '-' untuk masukan standar."
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal kiriman, YYYY-MM-DD; bawaan hari ini.")
@click.option("--author", help="Nama penulis kiriman.")
@click.option("--handle", help="Nama akun penulis, misalnya @contoh.")
@click.option("--group", help="Nama grup tempat kiriman.")
@click.option("--quoted", help="Teks kiriman yang dikutip.")
@click.option("--draft", help="Tulisan Anda sendiri di bawah kiriman.")
@click.option("--json", "as_json", is_flag=True, help="Cetak putusan sebagai JSON.")
@with_appcontext
def command(
    *,
    text: str | None,
    file: IO[str] | None,
    date: datetime.datetime | None,
    author: str | None,
    handle: str | None,
    group: str | None,
    quoted: str | None,
    draft: str | None,
    as_json: bool,
) -> None:
    """Nilai satu kiriman dan tunjukkan alasannya. Tidak ada yang disimpan atau dikirim."""
    if (text is None) == (file is None):
        raise click.UsageError("berikan teks, atau --file, salah satu")
    context: dict[str, Any] = {"text": _read(file) if file else text}
    person = {"name": author, "handle": handle}
    context["author"] = {key: value for key, value in person.items() if value}
    if group:
        context["container"] = {"kind": "group", "name": group}
    if quoted:
        context["quoted"] = {"text": quoted}
    if draft:
        context["draft"] = draft
    rulebook: Rulebook = current_app.extensions["rulebook"]
    if rulebook.rules is None:
        raise click.ClickException(f"aturan tidak dapat dipakai: {rulebook.problem}")
    day = date.date().isoformat() if date else today()
    verdict = score(rulebook.rules.engine, context, day)
    click.echo(canonical_json(verdict).decode() if as_json else _readable(context, verdict))


def _read(file: IO[str]) -> str:
    try:
        text = file.read(TEXT_MAX + 1)
    except UnicodeDecodeError:
        raise click.UsageError("berkas bukan UTF-8") from None
    if len(text) > TEXT_MAX:
        raise click.UsageError(f"teks lebih dari {TEXT_MAX} huruf")
    return text


def _readable(context: dict[str, Any], verdict: dict[str, Any]) -> str:
    lines = [
        f"Tingkat  {verdict['level']}: {_LEVELS[verdict['level']]}",
        f"Skor     {verdict['score']:.2f} ({verdict['points']} poin), sikap {_STANCES[verdict['stance']]}".replace(
            ".", ",", 1
        ),
    ]
    if verdict["partial"]:
        lines.append("Catatan  kiriman terlalu panjang; baru sebagian yang dinilai")
    if verdict["affiliations"]:
        lines.append(f"Terkait  {'; '.join(item['name'] for item in verdict['affiliations'])}")
    if verdict["evidence"]:
        lines.append("Bukti")
        lines += [_evidence_line(context, item) for item in verdict["evidence"]]
    if verdict["nearly"]:
        lines.append("Nyaris")
        lines += [f"        {item['why']} ({item['rule']})" for item in verdict["nearly"]]
    return "\n".join(lines)


def _evidence_line(context: dict[str, Any], item: dict[str, Any]) -> str:
    words = words_at(context, item)
    quote = f" “{words}”" if words else ""
    return f"  {item['points']:+5d}  {item['why']}{quote} [{item['field']}; {item['rule']}]"
