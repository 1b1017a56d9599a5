"""How fast one client may ask: counted by a hash of its address under a salt of the day, which nothing writes down."""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import math
import secrets
import threading
import time
from collections.abc import Sequence
from typing import Any

import redis
from flask import Flask, Response, current_app, g, request
from flask_limiter import Limiter, RequestLimit

from .errors import respond
from .rulebook import today
from .security import is_local

logger = logging.getLogger(__name__)

# A store that does not answer must not hold a person's click: counting goes on in memory instead.
STORE_TIMEOUT = 0.25
SALT_RETRY_SECONDS = 5.0
EXEMPT = frozenset({"health.alive", "health.ready", "metrics.show"})

_FORWARDED = "X-Forwarded-For"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Salt:
    """The salt of the day: 32 random bytes, made by the first who needs them and shared through the store, if any."""

    def __init__(self, store: redis.Redis | None = None) -> None:
        self._store = store
        self._day = ""
        self._value = b""
        self._alone = secrets.token_bytes(32)
        self._next_try = 0.0
        self._lock = threading.Lock()

    def of(self, day: str) -> bytes:
        """Return the salt of a day; one of this process alone while the store cannot be reached."""
        with self._lock:
            if self._day != day and time.monotonic() >= self._next_try:
                self._renew(day)
            return self._value if self._day == day else self._alone

    def _renew(self, day: str) -> None:
        fresh = secrets.token_bytes(32)
        if self._store is not None:
            name = f"jaga:salt:{day}"
            try:
                self._store.set(name, fresh, nx=True, ex=25 * 3600)
                held = self._store.get(name)
            except redis.RedisError:
                self._next_try = time.monotonic() + SALT_RETRY_SECONDS
                return
            fresh = held if isinstance(held, bytes) else fresh
        self._day, self._value, self._alone = day, fresh, secrets.token_bytes(32)


def init_limits(app: Flask) -> None:
    """Count what every client of an app asks for."""
    text: str = app.config["JAGA_LIMITS"]
    if not text:
        return
    uri: str = app.config["JAGA_LIMIT_STORAGE"]
    options: dict[str, Any] = (
        {"socket_timeout": STORE_TIMEOUT, "socket_connect_timeout": STORE_TIMEOUT, "retry": None} if uri else {}
    )
    salt = Salt(redis.Redis.from_url(uri.replace("redis+unix", "unix"), **options) if uri else None)
    trusted: Sequence[str] = app.config["JAGA_PROXIES"]

    def key() -> str:
        address = client_address(request.environ.get("REMOTE_ADDR", ""), request.headers.getlist(_FORWARDED), trusted)
        return client_key(address, salt.of(today()))

    limiter = Limiter(
        key,
        application_limits=[text],
        strategy="fixed-window",
        storage_uri=uri or "memory://",
        storage_options=options,
        in_memory_fallback_enabled=True,
        # Requests that wait for the store while another has already given it up.
        swallow_errors=True,
        on_breach=_refuse,
        key_prefix="jaga",
    )
    limiter.request_filter(_is_exempt)
    limiter.init_app(app)
    limiter.logger.setLevel(logging.WARNING)
    limiter.logger.addFilter(_without_trace)
    # The limiter decorates functions; this one has nothing to do but to be charged for, into the same count.
    app.extensions["charge"] = limiter.shared_limit(text, scope="global", cost=lambda: g.charge)(_charged)


def charge(cost: int) -> None:
    """Count a request as ``cost`` in all; raise RateLimitExceeded (429) where the client had its share."""
    charged = current_app.extensions.get("charge")
    if charged and cost > 1:
        # One was counted when the request came in, whatever it turned out to be.
        g.charge = cost - 1
        charged()


def client_address(peer: str, forwarded: Sequence[str], trusted: Sequence[str]) -> str:
    """Return the address of the client: the last one on the way here that is no trusted proxy.

    ``peer`` is the socket's other end, empty for a Unix socket. ``forwarded`` are the ``X-Forwarded-For`` headers;
    anyone can write those, so each entry is believed only because a trusted proxy has added it.
    """
    way = [part.strip() for header in forwarded for part in header.split(",")]
    address = peer or "unix"
    while way and _is_trusted(address, trusted):
        nearer = way.pop()
        if _parse(nearer) is None:
            break
        address = nearer
    return address


def client_key(address: str, salt: bytes) -> str:
    """Return what a client is counted by; of an IPv6 address its /64, because one machine has all of those."""
    parsed = _parse(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        address = str(ipaddress.ip_network((parsed.packed[:8] + bytes(8), 64)))
    elif parsed is not None:
        address = str(parsed)
    return hashlib.blake2b(address.encode(), key=salt, digest_size=16).hexdigest()


def _parse(address: str) -> Address | None:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed


def _is_trusted(address: str, trusted: Sequence[str]) -> bool:
    parsed = _parse(address)
    if parsed is None:
        return address == "unix" and "unix" in trusted
    return any(parsed in ipaddress.ip_network(network) for network in trusted if network != "unix")


def _is_exempt() -> bool:
    # The person's own machine serves nobody else, and a probe that is refused would end a healthy copy.
    return request.endpoint in EXEMPT or is_local()


def _refuse(breached: RequestLimit) -> Response:
    try:
        seconds = breached.reset_at - time.time()
    except redis.RedisError:
        seconds = breached.limit.get_expiry()
    response = respond("too-fast")
    response.headers["Retry-After"] = str(max(1, math.ceil(seconds)))
    return response


def _without_trace(record: logging.LogRecord) -> bool:
    """Keep a failing store to one line a request."""
    record.exc_info = None
    return True


def _charged() -> None:
    return
