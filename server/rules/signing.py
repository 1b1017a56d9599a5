"""Ed25519 keys and signatures of rule files. Needs the library ``cryptography`` (requirements-signing.txt)."""

from __future__ import annotations

import base64
import datetime
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .signed import SignedFile, SignedFileError, decoded, join_signed, write_signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_PREFIX = "ed25519:"
PUBLIC_BYTES = 32
_KEY_ID_DIGITS = 16
PEM = "-----BEGIN"


class KeyFileError(ValueError):
    """A key that cannot be read or written; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key: its 32 bytes, and the short digest by which files name it."""

    raw: bytes

    @property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the key's SHA-256."""
        return hashlib.sha256(self.raw).hexdigest()[:_KEY_ID_DIGITS]

    @property
    def text(self) -> str:
        """The key as it is handed on: ``ed25519:`` and base64."""
        return KEY_PREFIX + base64.b64encode(self.raw).decode()


def parse_public(text: str) -> PublicKey:
    """Return the key of a text such as ``ed25519:...``; raise KeyFileError, which quotes nothing, where it is none."""
    given = text.strip()
    if given.startswith(PEM):
        raise KeyFileError("ini kunci rahasia; berikan berkas .pub-nya (is the secret key; give its .pub file)")
    raw = decoded(given.removeprefix(KEY_PREFIX), PUBLIC_BYTES) if given.startswith(KEY_PREFIX) else None
    if raw is None:
        # What was given may be a secret by mistake, and messages are copied into chats and logs.
        raise KeyFileError(
            f"bukan kunci publik, yang berawal '{KEY_PREFIX}' dan panjangnya 52 huruf "
            f"(is no public key; it begins with '{KEY_PREFIX}' and has 52 characters)"
        )
    return PublicKey(raw)


def generate_key(private: Path, public: Path, password: bytes | None = None) -> PublicKey:
    """Write a new pair of keys, the private one readable by its owner only; raise KeyFileError, never overwrite."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    key = Ed25519PrivateKey.generate()
    told = PublicKey(key.public_key().public_bytes_raw())
    locked = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    written = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    made: list[Path] = []
    for path, text, mode in ((private, written, 0o600), (public, f"{told.text}\n".encode(), 0o644)):
        try:
            # Made with its mode and only if it is not there: nobody can read or swap it in between.
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
                made.append(path)
                file.write(text)
        except OSError as error:
            for half in made:
                half.unlink()
            if isinstance(error, FileExistsError):
                raise KeyFileError(
                    f"{path}: sudah ada dan tidak diubah; pakai nama lain "
                    "(is there already and stays as it is; choose another name)"
                ) from error
            raise KeyFileError(
                f"{path}: tidak dapat ditulis ({error.strerror}); pakai nama atau map lain (cannot be written)"
            ) from error
    return told


def read_private(path: Path, password: bytes | None = None) -> Ed25519PrivateKey:
    """Return a private key; raise TypeError where it needs a password, KeyFileError where it cannot be used."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password)
    except OSError as error:
        raise KeyFileError(f"{path}: tidak terbaca ({error.strerror}) (cannot be read)") from error
    except ValueError as error:
        raise KeyFileError(
            f"{path}: bukan kunci rahasia PEM, atau kata sandinya salah (is no private key, or the password is wrong)"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(
            f"{path}: bukan kunci Ed25519; buat dengan 'rules keygen' (is not an Ed25519 key; make one so)"
        )
    return key


def sign_bundle(
    body: bytes, version: int, keys: Sequence[Ed25519PrivateKey], issued: datetime.datetime, days: int
) -> bytes:
    """Return the signed file of a bundle's exact bytes, to be used for so many days."""
    signed = write_signed(body, version, issued, issued + datetime.timedelta(days=days))
    signatures = {PublicKey(key.public_key().public_bytes_raw()).id: key.sign(signed) for key in keys}
    return join_signed(signed, signatures, body)


def check_signatures(file: SignedFile, keys: Mapping[str, PublicKey]) -> list[str]:
    """Return the ids of the trusted ``keys`` that signed; raise SignedFileError (key, signature).

    A signature of a key that is not trusted says nothing. One of a trusted key that is wrong spoils the file.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    known = [key for key in file.signatures if key in keys]
    if not known:
        raise SignedFileError("key", f"signed by {', '.join(file.signatures)}; none of these keys is trusted")
    for key in known:
        try:
            Ed25519PublicKey.from_public_bytes(keys[key].raw).verify(file.signatures[key], file.signed)
        except InvalidSignature:
            raise SignedFileError("signature", f"the signature of key {key} does not belong to this file") from None
    return known
