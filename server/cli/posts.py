"""The post that ``score`` and ``rules explain`` judge: its text and what else is known of it, as options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import IO, Any, TypeVar

import click

from ..contexts import TEXT_MAX
from ..rulebook import today

_OPTIONS = (
    click.argument("text", required=False),
    click.option(
        "--file",
        type=click.File("r", encoding="utf-8"),
        help="Baca teks dari berkas; '-' untuk masukan standar. (Read the text from a file.)",
    ),
    click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Tanggal kiriman, YYYY-MM-DD; bawaan hari ini. (The day of the post.)",
    ),
    click.option("--author", help="Nama penulis kiriman. (The author's name.)"),
    click.option("--handle", help="Nama akun penulis, misalnya @contoh. (The author's account.)"),
    click.option("--site", help="ID situs tempat kiriman, misalnya instagram. (The id of the site it stands on.)"),
    click.option("--group", help="Nama grup tempat kiriman. (The group it stands in.)"),
    click.option("--quoted", help="Teks kiriman yang dikutip. (The quoted post.)"),
    click.option("--link-title", help="Judul kartu tautan. (The link card's title.)"),
    click.option("--link-url", help="Alamat tautan. (The link's address.)"),
    click.option("--image-alt", help="Keterangan gambar. (The picture's description.)"),
    click.option("--draft", help="Tulisan Anda sendiri di bawah kiriman. (What you are writing under it.)"),
)

Command = TypeVar("Command", bound=Callable[..., None])


def with_post(command: Command) -> Command:
    """Give a command the options of a post; it is called with ``context`` and ``date`` (YYYY-MM-DD)."""

    @wraps(command)
    def called(**given: Any) -> None:
        post = {key: given.pop(key) for key in _NAMES}
        day = post["date"].date().isoformat() if post["date"] else today()
        command(context=_context(post), date=day, **given)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called  # type: ignore[return-value]


_NAMES = (
    "text", "file", "date", "author", "handle", "site", "group", "quoted", "link_title", "link_url", "image_alt",
    "draft",
)  # fmt: skip


def _context(post: dict[str, Any]) -> dict[str, Any]:
    """Return the context of a post as it goes to the engine; raise UsageError without a text, or with two."""
    if (post["text"] is None) == (post["file"] is None):
        raise click.UsageError("berikan teks, atau --file, salah satu (give a text or a file)")
    context = {
        "text": post["text"] if post["file"] is None else _read(post["file"]),
        "site": post["site"],
        "author": _filled(name=post["author"], handle=post["handle"]),
        "container": _filled(kind="group", name=post["group"]) if post["group"] else {},
        "quoted": _filled(text=post["quoted"]),
        "link": _filled(title=post["link_title"], url=post["link_url"]),
        "image_alt": [post["image_alt"]] if post["image_alt"] else [],
        "draft": post["draft"],
    }
    return {key: part for key, part in context.items() if part or key == "text"}


def check_site(context: dict[str, Any], sites: Sequence[str]) -> None:
    """Raise UsageError where the site is none of a bundle's: a list of accounts would silently not be asked."""
    if "site" in context and context["site"] not in sites:
        raise click.UsageError(
            f"--site: tidak ada situs {context['site']!r}; yang ada: {', '.join(sites)} (there is no such site)"
        )


def _filled(**parts: str | None) -> dict[str, str]:
    return {key: part for key, part in parts.items() if part}


def _read(file: IO[str]) -> str:
    try:
        text = file.read(TEXT_MAX + 1)
    except UnicodeDecodeError:
        raise click.UsageError("berkas bukan UTF-8; simpan lagi dengan enkode UTF-8 (not UTF-8)") from None
    if len(text) > TEXT_MAX:
        raise click.UsageError(f"teks lebih dari {TEXT_MAX} huruf (too long)")
    return text
