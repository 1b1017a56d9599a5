"""A whole small hosting on loopback: nginx with TLS, two copies of the server, and the store that they share."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import redis

from server.config import ROOT
from tests.api.process import Gunicorn, free_port, start
from tests.deploy.services import NAME, nginx, store
from tests.e2e.certificates import Certificates, make_certificates

BATCHES_A_MINUTE = 40
BATCH = 50


@dataclass
class Office:
    """What runs, and how a client asks it."""

    port: int
    folder: Path
    certificates: Certificates
    store: redis.Redis
    bundle: Path
    nginx_log: Path
    settings: dict[str, str]
    copies: list[Gunicorn] = field(default_factory=list)

    def connect(self, address: str) -> http.client.HTTPConnection:
        """Return a connection to nginx over TLS from one of this machine's loopback addresses."""
        context = ssl.create_default_context(cadata=base64.b64decode(self.certificates.authority_base64))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20, source_address=(address, 0))
        # As http.client does for connections that it makes itself.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = http.client.HTTPConnection(NAME, self.port, timeout=20)
        connection.sock = context.wrap_socket(plain, server_hostname=NAME)
        return connection

    def request(self, address, method, path, body=None, headers=None):
        """Return status and headers of the answer to a request from an address."""
        with closing(self.connect(address)) as connection:
            connection.request(method, path, body, {"Content-Type": "application/json"} | (headers or {}))
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers

    def score(self, address, contexts=1, **headers):
        """Return the status of a batch."""
        body = json.dumps({"contexts": [{"text": "a"}] * contexts})
        return self.request(address, "POST", "/v1/score", body, headers)[0]

    def start_copy(self, stack: ExitStack, number: int) -> Gunicorn:
        """Start one copy, or start it again on the port it had."""
        settings = {
            "JAGA_ALLOWED_HOSTS": f"{NAME},127.0.0.1",
            "JAGA_BUNDLE": str(self.bundle),
            "JAGA_LIMITS": f"{BATCHES_A_MINUTE * BATCH}/minute",
            "JAGA_LIMIT_STORAGE": f"valkey://127.0.0.1:{self.store.get_connection_kwargs()['port']}/0",
            "JAGA_METRICS": "local",
            "JAGA_PROXIES": "127.0.0.1",
            "JAGA_RELOAD_SECONDS": "1",
            **self.settings,
        }
        old = self.copies[number].port if number < len(self.copies) else 0
        log = self.folder / f"copy-{number}.log"
        copy = stack.enter_context(start(self.folder, log, old, **settings))
        self.copies[number : number + 1] = [copy]
        return copy


@contextmanager
def open_office(folder: Path, **settings: str) -> Iterator[tuple[Office, ExitStack]]:
    """Start everything, the copies with further settings; the stack takes what a test starts besides."""
    with ExitStack() as stack:
        certificates = make_certificates(folder, [NAME])
        store_port, port = free_port(), free_port()
        bundle = folder / "rules" / "bundle.json"
        bundle.parent.mkdir()
        bundle.write_bytes((ROOT / "shared_rules" / "bundle.json").read_bytes())
        stack.enter_context(store(store_port, folder))
        client = stack.enter_context(closing(redis.Redis(port=store_port)))
        office = Office(port, folder, certificates, client, bundle, folder / "nginx.log", settings)
        for number in range(2):
            office.start_copy(stack, number)
        stack.enter_context(nginx(port, [copy.port for copy in office.copies], certificates, folder))
        yield office, stack


class Callers:
    """People who go on asking from addresses of their own while something happens; remembers every answer."""

    def __init__(self, office: Office, addresses: list[str]) -> None:
        self.statuses: list[int | str] = []
        self.versions: set[int] = set()
        self._office = office
        self._enough = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(address,)) for address in addresses]

    def __enter__(self) -> Callers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, address: str) -> None:
        body = json.dumps({"contexts": [{"text": "Ayo coblos nomor 2, Damar-Sekar!"}]})
        with closing(self._office.connect(address)) as connection:
            # A pause as between two posts of a feed.
            while not self._enough.wait(0.05):
                try:
                    connection.request("POST", "/v1/score", body, {"Content-Type": "application/json"})
                    answer = connection.getresponse()
                    told = json.loads(answer.read())
                except (OSError, http.client.HTTPException, ValueError) as error:
                    self.statuses.append(repr(error))
                    return
                self.statuses.append(answer.status)
                self.versions.add(told.get("bundle", {}).get("version", 0))
