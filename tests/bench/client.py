"""Load over HTTP: `wrk` where it is installed, else a small client of our own in a process of its own.

Usage of the latter: python -m tests.bench.client URL FILE SECONDS CONNECTIONS; FILE holds a JSON list of bodies.
"""

from __future__ import annotations

import http.client
import itertools
import json
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_LUA = """
local bodies = { %s }
local at = 0
local headers = { ["Content-Type"] = "application/json" }
request = function()
  at = at %% #bodies + 1
  return wrk.format("POST", nil, headers, bodies[at])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nRESULT {"requests": %%d, "seconds": %%f, "errors": %%d, "p50_ms": %%f, "p99_ms": %%f}\\n',
    summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


@dataclass(frozen=True)
class Load:
    """What one round of load saw."""

    requests: int
    seconds: float
    errors: int
    p50_ms: float
    p99_ms: float


def tool() -> str:
    """What makes the load on this machine."""
    return "wrk" if shutil.which("wrk") else "tests/bench/client.py"


def load(url: str, bodies: list[str], seconds: float, connections: int, folder: Path) -> Load:
    """Post the bodies in turn over kept-alive connections for so many seconds."""
    wrk = shutil.which("wrk")
    if wrk:
        script = folder / "bodies.lua"
        # JSON's strings are Lua's too as long as they are ASCII and hold no escape but \\ and \".
        script.write_text(_LUA % ", ".join(f"[==[{body}]==]" for body in bodies), encoding="ascii")
        command = [wrk, "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "20s", "-s", str(script), url]
    else:
        listed = folder / "bodies.json"
        listed.write_text(json.dumps(bodies), encoding="ascii")
        command = [sys.executable, "-m", "tests.bench.client", url, str(listed), str(seconds), str(connections)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 30)
    result = next(line for line in ran.stdout.splitlines() if line.startswith("RESULT "))
    return Load(**json.loads(result.removeprefix("RESULT ")))


def run_client(url: str, bodies: list[str], seconds: float, connections: int) -> Load:
    """The same without `wrk`: one thread a connection."""
    took: list[float] = []
    errors: list[str] = []
    start = time.monotonic()

    def post() -> None:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        for body in itertools.cycle(bodies):
            began = time.monotonic()
            if began - start > seconds:
                return
            try:
                connection.request("POST", parts.path, body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as error:
                errors.append(str(error))
                connection.close()
                continue
            took.append(time.monotonic() - began)
            if answer.status != 200:
                errors.append(str(answer.status))

    threads = [threading.Thread(target=post) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.monotonic() - start
    took.sort()
    p50, p99 = (took[int(len(took) * part)] * 1e3 if took else 0.0 for part in (0.5, 0.99))
    return Load(len(took), elapsed, len(errors), p50, p99)


if __name__ == "__main__":
    _url, _file, _seconds, _connections = sys.argv[1:]
    _found = run_client(_url, json.loads(Path(_file).read_text(encoding="ascii")), float(_seconds), int(_connections))
    print("RESULT", json.dumps(vars(_found)))
