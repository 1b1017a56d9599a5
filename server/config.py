"""Settings from the environment: every name, its default, and a clear error for a bad value."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import limits

from . import compiled

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "JAGA_"

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")
_PORT = re.compile(r":([0-9]{1,5})")


class ConfigError(click.ClickException):
    """A setting that cannot be used; the message names the variable, what was wrong and what is expected."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its default as text, the parser of its text, and what it does in one line."""

    default: str
    parse: Callable[[str], Any]
    help: str


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,12}", text) or not low <= int(text) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(text)

    return parse


def _one_of(*words: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be one of {', '.join(words)}")
        return text

    return parse


def _path(text: str) -> Path:
    if not text or "\0" in text:
        raise ValueError("must be a path")
    return Path(text).expanduser().absolute()


def _path_or_none(text: str) -> Path | None:
    return _path(text) if text else None


def _path_or_off(text: str) -> Path | None:
    return None if text == "off" else _path(text)


def items_of(text: str) -> list[str]:
    """Return the items of a setting that is a list with commas."""
    return [item.strip() for item in text.split(",") if item.strip()]


def host_name(host: str) -> str:
    """Return a host in lower case without its port; raise ValueError where it is none."""
    host = host.lower()
    if host.startswith("["):
        address, bracket, port = host[1:].partition("]")
        ipaddress.IPv6Address(address)
        name = f"[{address}]"
        if not bracket:
            raise ValueError("must end its IPv6 address with ']'")
    else:
        matched = _HOST.match(host)
        if matched is None or len(host) > 259:
            raise ValueError("must be a host name")
        name, port = matched.group(), host[matched.end() :]
    if port and not _PORT.fullmatch(port):
        raise ValueError("must be a host name, with or without ':port'")
    return name


def _addresses(text: str) -> str:
    items = items_of(text)
    if not items or not all(map(_is_address, items)):
        raise ValueError("must be host:port, such as 127.0.0.1:8787 or [::1]:8787, or unix:/path")
    return text


def _is_address(text: str) -> bool:
    if re.fullmatch(r"unix:.+|fd://[0-9]+", text):
        return True
    host, _, port = text.rpartition(":")
    try:
        return host_name(host) == host.lower() and re.fullmatch("[0-9]{1,5}", port) is not None and int(port) < 2**16
    except ValueError:
        return False


def _hosts(text: str) -> frozenset[str]:
    hosts = items_of(text.lower())
    if not hosts:
        raise ValueError("must name at least one host")
    for host in hosts:
        try:
            host_name(host)
        except ValueError as error:
            raise ValueError(f"'{host}' is not a host name, with or without ':port'") from error
    return frozenset(hosts)


def _origins(text: str) -> tuple[str, ...]:
    for origin in items_of(text):
        scheme, separator, host = origin.partition("://")
        # IPv6 literals are refused because Flask-CORS would read their brackets as a regular expression.
        if scheme not in ("http", "https") or not separator or host.startswith("[") or origin != origin.lower():
            raise ValueError(f"'{origin}' is not an exact origin such as https://kantor.example.go.id")
        try:
            host_name(host)
        except ValueError as error:
            raise ValueError(f"'{origin}' is not an exact origin such as https://kantor.example.go.id") from error
    return tuple(items_of(text))


def _limits(text: str) -> str:
    if text == "off":
        return ""
    try:
        limits.parse_many(text)
    except ValueError as error:
        raise ValueError("must be like '1200/minute' or '100/second; 20000/hour', or 'off'") from error
    return text


def _limit_storage(text: str) -> str:
    if text == "memory":
        return ""
    # Valkey speaks the protocol of Redis, and one client for both is enough.
    uri = re.sub(r"\Avalkey(s?[:+])", r"redis\1", text)
    try:
        sound = re.match(r"(?:rediss?|redis\+unix)://.", uri) and urlsplit(uri).port != 0
    except ValueError:
        sound = False
    if not sound:
        # The value may hold a password, so it is not repeated.
        raise ValueError("must be 'memory' or start with redis://, rediss://, redis+unix://, valkey:// or valkeys://")
    return uri


def _networks(text: str) -> tuple[str, ...]:
    for item in items_of(text):
        try:
            ipaddress.ip_network("127.0.0.1" if item == "unix" else item)
        except ValueError as error:
            raise ValueError(f"'{item}' is no address, network such as 10.1.0.0/16, or 'unix'") from error
    return tuple(items_of(text))


SETTINGS: dict[str, Setting] = {
    "JAGA_BUNDLE": Setting(
        str(ROOT / "shared_rules" / "bundle.json"),
        _path,
        "The compiled bundle that the server scores with and hands out.",
    ),
    "JAGA_RULES_DIR": Setting(
        str(ROOT / "shared_rules"), _path, "The rule sources read by `rules` commands and `/v1/rules/try`."
    ),
    "JAGA_OVERLAY": Setting(
        "", _path_or_none, "A folder of local rules laid over the shared ones, watched while the server runs; none."
    ),
    "JAGA_SIGNED_RULES": Setting(
        "", _path_or_none, "A signed file of rules, handed out to extensions that subscribe to them; none by default."
    ),
    "JAGA_ALLOWED_HOSTS": Setting(
        "localhost,127.0.0.1,[::1]",
        _hosts,
        "Names this server answers to (`Host` header), comma-separated; `name` or `name:port`.",
    ),
    "JAGA_CORS_ORIGINS": Setting(
        "", _origins, "Exact web origins that may call from a page, comma-separated; none by default."
    ),
    "JAGA_PLAYGROUND": Setting(
        "local",
        _one_of("local", "on", "off"),
        "Who may use `/playground` and `/v1/rules/try`: this machine only, everyone, nobody.",
    ),
    "JAGA_MAX_BODY": Setting("65536", _whole(1024, 4194304), "Largest request body in bytes."),
    "JAGA_BATCH_MAX": Setting("50", _whole(1, 50), "Most contexts in one request."),
    "JAGA_LIMITS": Setting(
        "1200/minute", _limits, "Most contexts, or other requests, of one client in a time; `off` for no limit."
    ),
    "JAGA_LIMIT_STORAGE": Setting(
        "memory", _limit_storage, "Where clients are counted: `memory`, or the URL of a Redis or Valkey that all share."
    ),
    "JAGA_PROXIES": Setting(
        "", _networks, "Addresses or networks of proxies whose `X-Forwarded-For` is believed; `unix` for a Unix socket."
    ),
    "JAGA_METRICS": Setting(
        "off", _one_of("off", "local", "on"), "Who may read `/metrics`: nobody, this machine only, everyone."
    ),
    compiled.VARIABLE: Setting(
        compiled.DEFAULT, _path_or_off, "Where `make compile` has put the engine as machine code; `off`: not used."
    ),
    "JAGA_RELOAD_SECONDS": Setting("5", _whole(0, 86400), "How often changed rules are looked for; 0 never."),
    "JAGA_BIND": Setting("127.0.0.1:8787", _addresses, "Where gunicorn listens: `host:port` or `unix:/path`."),
    "JAGA_WORKERS": Setting("0", _whole(0, 256), "Gunicorn worker processes; 0 means one a processor core."),
    "JAGA_THREADS": Setting("2", _whole(1, 64), "Threads in each gunicorn worker."),
}


def read_settings(
    environ: Mapping[str, str] | None = None, overrides: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return every setting parsed, from ``overrides``, else the environment, else the default.

    Texts are parsed wherever they come from; values of other types in ``overrides`` (tests) are taken as they are.
    An unknown ``JAGA_`` variable is an error, because a misspelt one would silently leave its default in force.
    """
    environ = os.environ if environ is None else environ
    overrides = overrides or {}
    unknown = sorted(name for name in {*environ, *overrides} if name.startswith(PREFIX) and name not in SETTINGS)
    if unknown:
        raise ConfigError(f"{unknown[0]}: no such setting; the settings are {', '.join(SETTINGS)}")
    values: dict[str, Any] = {}
    for name, setting in SETTINGS.items():
        value = overrides.get(name, environ.get(name, setting.default))
        try:
            values[name] = setting.parse(value) if isinstance(value, str) else value
        except ValueError as error:
            raise ConfigError(f"{name}: {error}") from error
    _check_batch(values["JAGA_LIMITS"], values["JAGA_BATCH_MAX"])
    return values


def _check_batch(text: str, batch: int) -> None:
    """Raise ConfigError where no full batch would fit into what a client may ask for."""
    most = min(limit.amount for limit in limits.parse_many(text)) if text else batch
    if most < batch:
        raise ConfigError(f"JAGA_LIMITS: {most} is less than one batch may hold, JAGA_BATCH_MAX")
