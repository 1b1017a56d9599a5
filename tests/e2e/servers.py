"""Real servers in threads: the fixture pages, and the product itself."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

WSGI = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(frozen=True)
class Received:
    """One request as it reached the application."""

    method: str
    host: str
    path: str
    body: bytes
    headers: dict[str, str]


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the requests are in `Served.received`."""


@dataclass
class Served:
    """A WSGI application on a free loopback port, with a list of everything it was asked."""

    app: WSGI
    context: ssl.SSLContext | None = None
    received: list[Received] = field(default_factory=list)

    def start(self, port: int = 0) -> Served:
        """Listen and serve in a thread."""
        self._server = make_server(
            "127.0.0.1", port, self._record, threaded=True, ssl_context=self.context, request_handler=_Quiet
        )
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Close the port, so that the next connection is refused."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The server's origin."""
        return f"http://127.0.0.1:{self.port}"

    def _record(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = BytesIO(body)
        headers = {name[5:].lower(): value for name, value in environ.items() if name.startswith("HTTP_")}
        self.received.append(
            Received(environ["REQUEST_METHOD"], headers.get("host", ""), environ["PATH_INFO"], body, headers)
        )
        return self.app(environ, start_response)
