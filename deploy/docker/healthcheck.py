"""Ask the server in this container whether its rules can be used; end with 1 where not. Standard library only.

It asks by a name that the server answers to, the first of JAGA_ALLOWED_HOSTS, because any other is refused.
"""

from __future__ import annotations

import http.client
import os
import sys


def main() -> int:
    """Return 0 where /readyz answers 200."""
    port = int(os.environ.get("JAGA_BIND", "127.0.0.1:8787").rpartition(":")[2])
    name = os.environ.get("JAGA_ALLOWED_HOSTS", "127.0.0.1").split(",")[0].strip()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/readyz", headers={"Host": name})
        return int(connection.getresponse().status != 200)
    except OSError:
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
