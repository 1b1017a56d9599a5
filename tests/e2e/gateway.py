"""The only way out of the browsers: a proxy that writes down every request and lets through the fixture servers alone.

A test that says "nothing left the browser" reads this list; it does not trust a browser's own account.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from dataclasses import dataclass, field

REQUEST_LINE = re.compile(rb"^([A-Z]+) (\S+) HTTP/1\.[01]\r\n")
ABSOLUTE = re.compile(r"^http://([^/:]+)(?::(\d+))?(/.*)?$")


@dataclass(frozen=True)
class Request:
    """One request as the gateway saw it. Inside TLS it knows the host only; the page server knows the rest."""

    method: str
    host: str
    port: int
    path: str


@dataclass
class Gateway:
    """An HTTP proxy. `hosts` maps a name to the local port that plays it; loopback goes through as it is."""

    hosts: dict[str, int]
    requests: list[Request] = field(default_factory=list)

    def start(self) -> None:
        """Listen on a free port and serve each connection in its own thread."""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Take no more connections."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            head, rest = _read_head(client)
            request = _parse(head)
            if request is None:
                return
            self.requests.append(request)
            port = self._allowed(request)
            if port is None:
                client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            try:
                upstream = socket.create_connection(("127.0.0.1", port), timeout=10)
            except OSError:
                # Closing without an answer is what a dead server looks like from the browser.
                return
            with upstream:
                upstream.settimeout(None)
                if request.method == "CONNECT":
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    upstream.sendall(rest)
                else:
                    upstream.sendall(_origin_form(head, request) + rest)
                _pump_both(client, upstream)

    def _allowed(self, request: Request) -> int | None:
        if request.host in ("127.0.0.1", "localhost"):
            return request.port
        return self.hosts.get(request.host) if request.port == 443 else None


def _read_head(client: socket.socket) -> tuple[bytes, bytes]:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = client.recv(65536)
        if not chunk:
            return b"", b""
        received += chunk
    head, _, rest = received.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


def _parse(head: bytes) -> Request | None:
    line = REQUEST_LINE.match(head)
    if line is None:
        return None
    method, target = line[1].decode("ascii"), line[2].decode("latin-1")
    if method == "CONNECT":
        host, _, port = target.rpartition(":")
        return Request(method, host, int(port), "")
    absolute = ABSOLUTE.match(target)
    if absolute is None:
        return None
    return Request(method, absolute[1], int(absolute[2] or 80), absolute[3] or "/")


def _origin_form(head: bytes, request: Request) -> bytes:
    """The request as a server expects it. One request a connection: the next may be for another server."""
    lines = head.split(b"\r\n")
    kept = [line for line in lines[1:-2] if not line.lower().startswith((b"connection:", b"proxy-", b"keep-alive:"))]
    first = f"{request.method} {request.path} HTTP/1.1".encode("latin-1")
    return b"\r\n".join([first, *kept, b"Connection: close", b"", b""])


def _pump_both(client: socket.socket, upstream: socket.socket) -> None:
    back = threading.Thread(target=_pump, args=(upstream, client), daemon=True)
    back.start()
    _pump(client, upstream)
    back.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := source.recv(65536):
            sink.sendall(chunk)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
