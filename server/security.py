"""Who may talk to this server: Host, Origin and Sec-Fetch-Site checks, CORS, and the headers of every answer."""

from __future__ import annotations

import ipaddress
import logging

from flask import Flask, Response, current_app, request
from flask_cors import CORS

from .config import host_name
from .errors import ApiError

# Browser extensions call by the host permission the person granted them; their ids differ in every Firefox install.
# With that permission Chromium 156 sends Sec-Fetch-Site: none and Firefox 153 same-origin, both Origin with POST only.
EXTENSION_SCHEMES = ("chrome-extension://", "moz-extension://")
_SAFE_METHODS = frozenset({"GET", "HEAD"})

_API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def init_security(app: Flask) -> None:
    """Check every request before its route and dress every answer after it."""
    app.before_request(check_request)
    app.after_request(add_headers)
    origins = app.config["JAGA_CORS_ORIGINS"]
    if origins:
        CORS(app, origins=list(origins), methods=["GET", "POST"], allow_headers=["Content-Type"], max_age=600)
    app.config["JAGA_KNOWN_ORIGINS"] = frozenset(origins)
    logging.getLogger("werkzeug").addFilter(_no_access_lines)


def check_request() -> None:
    """Refuse a Host that is not ours (DNS rebinding) and pages of other origins (a page driving a local server)."""
    host = request.environ.get("HTTP_HOST", "")
    if not (_host_allowed(host) or _is_scrape(host)):
        raise ApiError("wrong-host")
    origin = request.environ.get("HTTP_ORIGIN")
    if origin is not None:
        if not _origin_allowed(origin, host):
            raise ApiError("foreign-origin")
    elif request.environ.get("HTTP_SEC_FETCH_SITE") in ("cross-site", "same-site") and not _is_visit():
        raise ApiError("foreign-origin")


def is_local() -> bool:
    """Say whether a request comes straight from this machine: loopback peer, loopback name, no proxy between."""
    environ = request.environ
    # nginx names itself in none of these headers unless told to, but speaks HTTP/1.0 unless told otherwise.
    proxied = environ.get("SERVER_PROTOCOL") == "HTTP/1.0" or any(
        name in environ for name in ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
    )
    loopback_name = host_name(environ.get("HTTP_HOST", "")) in ("localhost", "127.0.0.1", "[::1]")
    loopback_peer = environ.get("REMOTE_ADDR") in ("127.0.0.1", "::1", "::ffff:127.0.0.1")
    return loopback_name and loopback_peer and not proxied


def check_playground() -> None:
    """Refuse whoever may not use the rule writer's routes: by default everyone but this machine (JAGA_PLAYGROUND)."""
    mode = current_app.config["JAGA_PLAYGROUND"]
    if mode == "off":
        raise ApiError("not-found")
    if mode == "local" and not is_local():
        raise ApiError("local-only")


def add_headers(response: Response) -> Response:
    """Add the security headers; answers of the API are never stored by a cache unless the route says otherwise."""
    headers = response.headers
    headers.update(_HEADERS)
    is_page = response.mimetype == "text/html"
    headers["Content-Security-Policy"] = _PAGE_POLICY if is_page else _API_POLICY
    if request.endpoint != "static":
        headers.setdefault("Cache-Control", "no-store")
    return response


def _host_allowed(host: str) -> bool:
    allowed: frozenset[str] = current_app.config["JAGA_ALLOWED_HOSTS"]
    host = host.lower()
    if host in allowed:
        return True
    try:
        return host_name(host) in allowed
    except ValueError:
        return False


def _is_scrape(host: str) -> bool:
    """Say whether a copy's numbers are asked for by its address: Prometheus knows no other name of it.

    Only a name can be rebound to this machine by a page, so an address is safe where it is not listed.
    """
    if request.endpoint != "metrics.show" or current_app.config["JAGA_METRICS"] == "off":
        return False
    try:
        name = host_name(host).strip("[]")
        return name == "localhost" or bool(ipaddress.ip_address(name))
    except ValueError:
        return False


def _origin_allowed(origin: str, host: str) -> bool:
    # Firefox would name the installation in the Origin, so the extension asks as if from nowhere. Only the browser
    # writes Sec-Fetch-Site, and no page has an opaque origin and the server's own at once.
    if origin == "null" and request.environ.get("HTTP_SEC_FETCH_SITE") == "same-origin":
        return True
    if origin.startswith(EXTENSION_SCHEMES) or origin in current_app.config["JAGA_KNOWN_ORIGINS"]:
        return True
    scheme, _, origin_host = origin.partition("://")
    # Behind a proxy that ends TLS the scheme here is not the browser's, so only the name and port must be the same.
    return scheme in ("http", "https") and origin_host.lower() == host.lower()


def _is_visit() -> bool:
    """Say whether the person follows a link to a page here, which must work from anywhere."""
    environ = request.environ
    return request.method in _SAFE_METHODS and (
        environ.get("HTTP_SEC_FETCH_MODE") == "navigate" and environ.get("HTTP_SEC_FETCH_DEST") == "document"
    )


def _no_access_lines(record: logging.LogRecord) -> bool:
    """Drop the development server's access lines, which hold the client's address and the full URL."""
    return " - - [" not in str(record.msg)
