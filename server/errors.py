"""Every error as an RFC 9457 problem document, and none of them with a word of what was sent."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from flask import Flask, Response
from werkzeug.exceptions import HTTPException, MethodNotAllowed

logger = logging.getLogger(__name__)

TYPE_PREFIX = "urn:problem-type:jaga-jempol:"
MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem: HTTP status, title, the default English detail, and one sentence in Indonesian for people."""

    status: int
    title: str
    detail: str
    detail_id: str


KINDS: dict[str, Kind] = {
    "not-json": Kind(400, "Not JSON", "The body is not JSON.", "Isi permintaan bukan JSON yang benar."),
    "bad-request": Kind(400, "Bad request", "The request cannot be understood.", "Permintaan tidak dapat dipahami."),
    "foreign-origin": Kind(
        403,
        "Foreign origin",
        "A page of another origin may not use this server; its administrator can list the origin in JAGA_CORS_ORIGINS.",
        "Halaman web lain tidak boleh memakai server ini.",
    ),
    "local-only": Kind(
        403,
        "Local only",
        "This route answers to this machine only; see JAGA_PLAYGROUND.",
        "Alamat ini hanya dapat dipakai dari komputer server itu sendiri.",
    ),
    "not-found": Kind(404, "Not found", "There is nothing at this address.", "Tidak ada apa-apa di alamat ini."),
    "no-signed-rules": Kind(
        404,
        "No signed rules",
        "This server hands out no signed rules; its administrator can name a file in JAGA_SIGNED_RULES.",
        "Server ini tidak membagikan aturan bertanda tangan.",
    ),
    "method-not-allowed": Kind(
        405, "Method not allowed", "This address does not take that method.", "Alamat ini tidak menerima metode itu."
    ),
    "too-large": Kind(
        413,
        "Too large",
        "The body is over the limit; send fewer contexts at once.",
        "Permintaan terlalu besar; kirim lebih sedikit sekaligus.",
    ),
    "wrong-type": Kind(
        415,
        "Wrong content type",
        "Send Content-Type: application/json.",
        "Kirim dengan Content-Type: application/json.",
    ),
    "wrong-host": Kind(
        421,
        "Wrong host",
        "This server does not answer to that Host; its administrator can add the name to JAGA_ALLOWED_HOSTS.",
        "Server ini tidak melayani nama itu.",
    ),
    "bad-field": Kind(422, "Bad field", "A field is not valid.", "Ada isian yang tidak sesuai."),
    "too-fast": Kind(
        429,
        "Too fast",
        "Too many requests or contexts from this client; go on after Retry-After seconds.",
        "Terlalu banyak permintaan; coba lagi sebentar lagi.",
    ),
    "server-error": Kind(
        500,
        "Server error",
        "The server failed; nothing was stored.",
        "Server gagal memproses; tidak ada yang disimpan.",
    ),
    "no-bundle": Kind(
        503,
        "No usable rules",
        "The rule bundle cannot be used.",
        "Aturan belum dapat dipakai; hubungi pengelola server.",
    ),
    "bad-signed-rules": Kind(
        503,
        "Signed rules cannot be used",
        "The file of signed rules cannot be used.",
        "Berkas aturan bertanda tangan tidak dapat dipakai; hubungi pengelola server.",
    ),
}
_BY_STATUS = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "wrong-type",
    429: "too-fast",
}


class FieldError(msgspec.Struct):
    """One field that is not valid: a JSONPath into the body, and why."""

    path: str
    message: str


class ProblemDocument(msgspec.Struct, omit_defaults=True):
    """RFC 9457 with two members of ours: ``detail_id`` in Indonesian, and ``errors``."""

    type: str
    title: str
    status: int
    detail: str
    detail_id: str
    errors: list[FieldError] = []


class ApiError(Exception):
    """Raised anywhere below a route; ``kind`` is a key of KINDS."""

    def __init__(self, kind: str, detail: str = "", errors: Sequence[FieldError] = ()) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.errors = errors


def respond(kind: str, detail: str = "", errors: Sequence[FieldError] = (), status: int = 0) -> Response:
    """Return the response of one problem, with the status of its kind unless another is given."""
    what = KINDS[kind]
    status = status or what.status
    document = ProblemDocument(
        TYPE_PREFIX + kind, what.title, status, detail or what.detail, what.detail_id, list(errors)
    )
    return Response(msgspec.json.encode(document), status, mimetype=MEDIA_TYPE)


def init_errors(app: Flask) -> None:
    """Answer every error of an app with a problem document."""
    app.register_error_handler(ApiError, lambda problem: respond(problem.kind, problem.detail, problem.errors))
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _last_resort)


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None:
        return error.get_response()  # type: ignore[return-value]
    response = respond(_BY_STATUS.get(status, "server-error" if status >= 500 else "bad-request"))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _last_resort(error: Exception) -> Response:
    """Log where it happened but not the exception's text, which may quote a post."""
    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-5:]]
    logger.error("unhandled %s at %s", type(error).__name__, " < ".join(reversed(places)))
    return respond("server-error")
