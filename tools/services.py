"""Find the servers that the test of a hosted service runs beside ours, and install them where that is possible.

Usage: [NGINX=/path] [VALKEY=/path] python -m tools.services
"""

from __future__ import annotations

import sys

from .browsers import Program, provide, require

INSTRUCTIONS = """\
The test of two copies behind a proxy runs real servers, and would prove nothing without them, so it stops here.
Install them in the way of your system; the test starts its own, so they need not run:
  Debian              sudo apt-get install nginx redis-server
  Fedora              sudo dnf install nginx valkey
  macOS               brew install nginx valkey
or name the binaries:  make test NGINX=/path/to/nginx VALKEY=/path/to/valkey-server"""
NGINX = Program("nginx", "NGINX", ("nginx", "/usr/sbin/nginx"), "nginx", INSTRUCTIONS)
VALKEY = Program("Valkey or Redis", "VALKEY", ("valkey-server", "redis-server"), "redis-server", INSTRUCTIONS)
SERVICES = (NGINX, VALKEY)


def main() -> int:
    """Find the servers, install the missing ones, print what was found; 1 if one is still missing."""
    return provide(SERVICES, lambda service: str(require(service)))


if __name__ == "__main__":
    sys.exit(main())
