"""``flask --app server rules keygen|extend|sign|verify``: rules that travel to many devices under a signature."""

from __future__ import annotations

import datetime
import importlib.util
import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click
from flask.cli import with_appcontext

from ..engine import BundleError, build_engine, canonical_json, load_bundle
from ..rulebook import read_rules
from ..rules import COPIES, RuleErrors, compile_rules
from ..rules.additions import changed_places
from ..rules.extend import extend_bundle
from ..rules.load import rule_files
from ..rules.signed import FILE_MAX, LIFETIME_MAX, SignedFile, SignedFileError, check_body, check_time, read_signed
from ..rules.signing import (
    KeyFileError,
    PublicKey,
    check_signatures,
    generate_key,
    parse_public,
    read_private,
    sign_bundle,
)
from ..watched import read_up_to
from .options import OUTPUT, json_option, keep_inputs, overlay_option, root_option, root_or_default, write_whole
from .reporting import problem_text
from .signing_words import few, refusal, sentence

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
PACKAGED = COPIES[1]
# The keys that the extension itself trusts, as it is packaged.
PACKAGED_KEYS = PACKAGED.with_name("keys.json")

base_option = click.option(
    "--base", type=FILE, default=PACKAGED, help="Bundle bersama; bawaan yang dibawa ekstensi. (The shared bundle.)"
)


def _needs_library(command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def run(**given: Any) -> None:
        if importlib.util.find_spec("cryptography") is None:
            raise click.UsageError(
                "tanda tangan memerlukan pustaka cryptography; jalankan (signing needs it, run): "
                f"{sys.executable} -m pip install -r requirements-signing.txt"
            )
        try:
            command(**given)
        except KeyFileError as error:
            raise click.UsageError(str(error)) from error

    return run


@click.command("keygen")
@click.option(
    "--out",
    type=OUTPUT,
    required=True,
    help="Kunci rahasia; yang publik ditulis di sampingnya, .pub. (The private key.)",
)
@click.option("--password", is_flag=True, help="Minta kata sandi yang mengunci kunci rahasia. (Ask for a password.)")
@json_option
@_needs_library
def keygen_command(out: Path, password: bool, as_json: bool) -> None:
    """Buat sepasang kunci untuk menandatangani. (Make a pair of keys.)

    Yang rahasia tetap pada Anda, sebaiknya di komputer tanpa jaringan.
    """
    secret = (
        click.prompt("Kata sandi (password)", hide_input=True, confirmation_prompt=True, err=True) if password else ""
    )
    public = out.with_name(f"{out.name}.pub")
    key = generate_key(out, public, secret.encode() or None)
    told = {"key": key.id, "public": key.text, "files": [str(out), str(public)]}
    _well(told, f"Kunci rahasia (private key): {out}\nKunci publik (public key) {key.id}: {key.text}", as_json)


@click.command("extend")
@root_option
@overlay_option
@base_option
@click.option("--out", type=OUTPUT, required=True, help="Ke mana bundle kantor ditulis. (Where to write the bundle.)")
@json_option
@with_appcontext
def extend_command(root: Path | None, overlays: tuple[Path, ...], base: Path, out: Path, as_json: bool) -> None:
    """Tambahkan map kantor pada bundle bersama. (Add an overlay to the shared bundle, for an office's key to sign.)

    Yang lain tidak berubah: hanya itu yang boleh ditandatangani kunci kantor.
    """
    if not overlays:
        raise click.UsageError("sebutkan map yang ditambahkan dengan --overlay (say what is to be added)")
    shared = root_or_default(root)
    keep_inputs(out, [base, *(path for folder in (shared, *overlays) for path in rule_files(folder))])
    try:
        rules = read_rules(base)
        compiled = compile_rules(shared, overlays)
        day = _now().date().isoformat()
        bundle, left_out = extend_bundle(json.loads(rules.raw), rules.engine, compiled, day)
        raw = canonical_json(bundle) + b"\n"
        made = load_bundle(raw)
    except RuleErrors as error:
        _ill("rules", problem_text(error.problems, (shared, *overlays)), as_json)
    except BundleError as error:
        _ill("bundle", str(error), as_json)
    write_whole(out, raw)
    added = len(bundle["aliases"]) - rules.counts["aliases"]
    lines = [f"Ditulis (wrote) {out}: {added} nama ditambahkan (names added), {made.digest}, {len(raw)} bytes"]
    if left_out:
        why = "Ditinggalkan, sebab akan mengubah aturan bersama (left out, as they would change the shared rules)"
        lines.append(f"{why}: {few(left_out)}")
    told = {"digest": made.digest, "bytes": len(raw), "added": added, "left_out": left_out}
    _well(told, "\n".join(lines), as_json)


@click.command("sign")
@click.argument("bundle", type=FILE)
@click.option(
    "--key",
    "keys",
    type=FILE,
    multiple=True,
    required=True,
    help="Kunci rahasia; dua kali untuk dua tanda tangan. (A private key.)",
)
@click.option("--out", type=OUTPUT, required=True, help="Ke mana berkas bertanda tangan ditulis. (Where to write it.)")
@click.option(
    "--days",
    type=click.IntRange(1, LIFETIME_MAX.days),
    default=90,
    show_default=True,
    help="Berapa hari berlaku. (How long it may be used.)",
)
@json_option
@_needs_library
def sign_command(bundle: Path, keys: tuple[Path, ...], out: Path, days: int, as_json: bool) -> None:
    """Periksa sebuah bundle, lalu tandatangani, tanpa jaringan. (Check a bundle and sign its exact bytes.)"""
    if len(keys) > 2:
        raise click.UsageError("satu berkas memuat satu atau dua tanda tangan (a file holds one or two signatures)")
    keep_inputs(out, [bundle, *keys])
    try:
        rules = read_rules(bundle)
    except BundleError as error:
        _ill("bundle", str(error), as_json)
    private = [_unlocked(path) for path in keys]
    raw = sign_bundle(rules.raw, rules.engine.version, private, _now(), days)
    write_whole(out, raw)
    file = read_signed(raw)
    _well(
        _facts(file, list(file.signatures)), f"Ditulis (wrote) {out}: {sentence(file, list(file.signatures))}", as_json
    )


@click.command("verify")
@click.argument("file", type=FILE)
@click.option(
    "--key", "makers", multiple=True, help="Kunci publik atau berkas .pub untuk aturan apa pun. (May sign any rules.)"
)
@click.option(
    "--office-key",
    "offices",
    multiple=True,
    help="Kunci publik atau berkas .pub yang hanya boleh menambah. (May only add.)",
)
@base_option
@json_option
@_needs_library
def verify_command(file: Path, makers: tuple[str, ...], offices: tuple[str, ...], base: Path, as_json: bool) -> None:
    """Periksa apakah peramban akan menerima berkas itu. (Say whether devices would take a signed file, or why not.)

    Tanpa kunci, yang ditanya kunci yang dibawa ekstensi. (Without keys, those of the extension are asked.)
    """
    trusted = {key.id: key for key in map(_public, makers)}
    if not makers and not offices:
        trusted = {key.id: key for key in map(parse_public, json.loads(PACKAGED_KEYS.read_text(encoding="utf-8")))}
    office = {key.id: key for key in map(_public, offices)}
    try:
        taken = read_signed(read_up_to(file, FILE_MAX))
        signers = check_signatures(taken, office | trusted)
        check_body(taken)
        check_time(taken.header, _now())
        _check_bundle(taken, base if trusted.keys().isdisjoint(signers) else None)
    except SignedFileError as error:
        _ill(error.code, str(error), as_json)
    _well(_facts(taken, signers), f"Baik (good): {sentence(taken, signers)}", as_json)


def _check_bundle(file: SignedFile, base: Path | None) -> None:
    """Check the bundle inside; against ``base`` where the signer may only add. Raise SignedFileError."""
    try:
        bundle = load_bundle(file.body)
        build_engine(bundle)
        if bundle.version != file.header.version:
            raise SignedFileError(
                "mismatch", f"version: {bundle.version} is in the bundle, {file.header.version} signed"
            )
        if base is None:
            return
        shared = read_rules(base)
        changed = changed_places(
            json.loads(shared.raw), shared.engine, bundle.data, file.header.issued.date().isoformat()
        )
    except BundleError as error:
        raise SignedFileError("bundle", str(error)) from error
    if changed:
        raise SignedFileError("changes", f"an office's key may only add, and this is changed: {few(changed)}")


def _unlocked(path: Path) -> Any:
    try:
        return read_private(path)
    except TypeError:
        return read_private(path, click.prompt(f"Kata sandi (password) {path}", hide_input=True, err=True).encode())


def _public(given: str) -> PublicKey:
    """Return the public key of a file or of a text; a text is not quoted where it is none, as it may be a secret."""
    path, named = Path(given), os.path.isfile(given)  # noqa: PTH113 - Path.is_file raises where a text is too long.
    try:
        return parse_public(path.read_text(encoding="utf-8") if named else given)
    except KeyFileError as error:
        where = f"{path}" if named else "yang diberikan tidak ada sebagai berkas (no such file)"
        raise KeyFileError(f"{where}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KeyFileError(
            f"{path}: tidak terbaca sebagai kunci publik; berikan berkas .pub (cannot be read as a public key)"
        ) from error


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _facts(file: SignedFile, signers: list[str]) -> dict[str, Any]:
    header = file.header
    return {
        "version": header.version,
        "digest": header.digest,
        "bytes": header.size,
        "issued": header.issued_text,
        "expires": header.expires_text,
        "keys": signers,
    }


def _well(facts: dict[str, Any], said: str, as_json: bool) -> None:
    click.echo(json.dumps({"ok": True, **facts}, ensure_ascii=False) if as_json else said)


def _ill(code: str, message: str, as_json: bool) -> NoReturn:
    """Say what is wrong and end with 1."""
    if as_json:
        click.echo(json.dumps({"ok": False, "code": code, "message": message}, ensure_ascii=False))
    else:
        click.echo(refusal(code, message))
    raise click.exceptions.Exit(1)


COMMANDS = (keygen_command, extend_command, sign_command, verify_command)
