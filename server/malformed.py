"""The answer to what is no HTTP: a problem document like any other, where gunicorn's own page repeats what was sent."""

from __future__ import annotations

from .errors import MEDIA_TYPE, respond


def malformed_answer(status: int, reason: str) -> bytes:
    """Return a whole answer with a status that gunicorn chose (4xx or 5xx); the connection ends with it."""
    body = respond("bad-request", status=status).get_data()
    head = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "",
        "",
    )
    return "\r\n".join(head).encode("ascii") + body
