"""Answers leave gunicorn in one piece: head and body in one write.

Gunicorn writes the head first. A worker that is killed between the two leaves half an answer behind, which a proxy can
no longer ask of another worker; whole or not at all, it can. It is also one packet instead of two.
"""

from __future__ import annotations

from typing import Any

from gunicorn import util
from gunicorn.http.wsgi import Response


class _Kept:
    """Stands in for a socket, and keeps what is written."""

    def __init__(self, written: bytes = b"") -> None:
        self.written = written

    def sendall(self, data: bytes) -> None:
        self.written += data


class WholeResponse(Response):  # type: ignore[misc]
    """A response whose head waits for the first piece of its body, or for its end; files too (`sendfile` is off)."""

    def __init__(self, *values: Any) -> None:
        self.sock: Any = None
        super().__init__(*values)
        self._head = b""

    def send_headers(self) -> None:
        """Keep the head until there is something to send with it."""
        if not self.headers_sent:
            sock, kept = self.sock, _Kept()
            self.sock = kept
            try:
                super().send_headers()
            finally:
                self.sock = sock
            self._head = kept.written

    def _emit_body(self, data: bytes) -> None:
        kept = _Kept(self._taken_head())
        util.write(kept, data, self.chunked)
        self.sock.sendall(kept.written)

    def close(self) -> None:
        """End the response; a head without a body goes now."""
        self.send_headers()
        if head := self._taken_head():
            self.sock.sendall(head)
        super().close()

    def _taken_head(self) -> bytes:
        head, self._head = self._head, b""
        return head
