"""Ask the server in this container whether its rules can be used; end with 1 where not. Standard library only.

It asks where the server listens (the first of JAGA_BIND), by a name that it answers to (the first of
JAGA_ALLOWED_HOSTS), because any other is refused.
"""

from __future__ import annotations

import http.client
import os
import re
import socket
import sys

# Addresses that mean every network of the machine, and where those are reached from within.
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - nothing is bound here.


def first(name: str, default: str) -> str:
    """Return the first item of a setting that is a list with commas."""
    return os.environ.get(name, default).split(",")[0].strip()


def connect(bind: str) -> socket.socket:
    """Return a connection to an address as gunicorn writes it: host:port, [::1]:port or unix:/path."""
    if bind.startswith("unix:"):
        way = socket.socket(socket.AF_UNIX)
        way.settimeout(2)
        way.connect(re.sub("^unix:(//)?", "", bind))
        return way
    host, _, port = bind.rpartition(":")
    host = host.strip("[]")
    return socket.create_connection((EVERYWHERE.get(host, host), int(port)), timeout=2)


def main() -> int:
    """Return 0 where /readyz answers 200."""
    asking = http.client.HTTPConnection("server", timeout=2)
    try:
        asking.sock = connect(first("JAGA_BIND", "127.0.0.1:8787"))
        asking.request("GET", "/readyz", headers={"Host": first("JAGA_ALLOWED_HOSTS", "127.0.0.1")})
        return int(asking.getresponse().status != 200)
    except (OSError, http.client.HTTPException) as error:
        print(f"the server does not answer: {error}", file=sys.stderr)
        return 1
    finally:
        asking.close()


if __name__ == "__main__":
    sys.exit(main())
