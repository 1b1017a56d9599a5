"""Head and body of an answer leave in one write, whatever it is made of."""

from __future__ import annotations

import pytest
from gunicorn.config import Config
from gunicorn.http import wsgi
from gunicorn.http.parser import RequestParser

from server.whole_responses import WholeResponse

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Wire:
    """A socket that keeps every write apart."""

    def __init__(self) -> None:
        self.writes: list[bytes] = []

    def sendall(self, data: bytes) -> None:
        self.writes.append(data)


def answered(request: bytes, status: str, headers: list[tuple[str, str]], body: list[bytes]) -> list[bytes]:
    """What leaves when gunicorn's steps are taken for a request."""
    wire, config, client = Wire(), Config(), ("127.0.0.1", 4711)
    parsed = next(RequestParser(config, iter([request]), client))
    response, _ = wsgi.create(parsed, wire, client, ("127.0.0.1", 8787), config, WholeResponse)
    response.start_response(status, headers)
    for item in body:
        response.write(item)
    response.close()
    return wire.writes


def test_an_answer_of_known_length_is_one_write() -> None:
    (write,) = answered(GET, "200 OK", [("Content-Length", "4")], [b"isi\n"])
    assert write.startswith(b"HTTP/1.1 200 OK\r\n")
    assert write.endswith(b"\r\n\r\nisi\n")


def test_the_head_goes_with_the_first_piece_and_no_other() -> None:
    first, second = answered(GET, "200 OK", [("Content-Length", "4")], [b"is", b"i\n"])
    assert first.endswith(b"\r\n\r\nis")
    assert second == b"i\n"


def test_an_answer_of_unknown_length_keeps_its_chunks_in_order() -> None:
    writes = answered(GET, "200 OK", [], [b"isi", b"lagi"])
    head, _, chunks = b"".join(writes).partition(b"\r\n\r\n")
    assert b"Transfer-Encoding: chunked" in head
    assert chunks == b"3\r\nisi\r\n4\r\nlagi\r\n0\r\n\r\n"
    assert writes[0].endswith(b"3\r\nisi\r\n")


def test_chunks_that_never_come_are_ended_behind_the_head() -> None:
    writes = answered(GET, "200 OK", [], [])
    assert writes[0].startswith(b"HTTP/1.1 200 OK\r\n")
    assert writes[1:] == [b"0\r\n\r\n"]


@pytest.mark.parametrize(
    ("request_", "status", "body"),
    [(GET, "204 No Content", []), (GET.replace(b"GET", b"HEAD"), "200 OK", [b"isi\n"])],
    ids=["nothing to say", "asked for the head"],
)
def test_an_answer_without_a_body_is_its_head(request_: bytes, status: str, body: list[bytes]) -> None:
    length = [] if status.startswith("204") else [("Content-Length", "4")]
    (write,) = answered(request_, status, length, body)
    assert write.startswith(f"HTTP/1.1 {status}\r\n".encode())
    assert write.endswith(b"\r\n\r\n")
