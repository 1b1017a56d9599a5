"""Gunicorn: rules loaded once before forking, no access log, nothing of a request in any log line."""  # noqa: N999

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gunicorn import util
from gunicorn.http import wsgi

from server.compiled import compiled_in_use
from server.config import ConfigError, items_of, read_settings
from server.malformed import malformed_answer
from server.whole_responses import WholeResponse

try:
    _settings = read_settings()
except ConfigError as error:
    print(f"Pengaturan salah, server tidak dimulai (not started): {error}", file=sys.stderr)
    sys.exit(error.exit_code)

wsgi_app = "server:create_app()"
# Of a text gunicorn takes one address only.
bind = items_of(_settings["JAGA_BIND"])
# The cores this process may use, which in a container can be fewer than the machine has; not every system tells.
_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
workers = _settings["JAGA_WORKERS"] or _cores
# One or two threads hold slow and kept-alive clients; more of them only hand the interpreter's lock around.
worker_class = "gthread"
threads = _settings["JAGA_THREADS"]
preload_app = True
timeout = 10
graceful_timeout = 10
keepalive = 5
backlog = 256
limit_request_line = 2048
limit_request_fields = 50
limit_request_field_size = 4096
accesslog = None
# It would send the head of a file's answer first (server/whole_responses.py).
sendfile = False
control_socket_disable = True

# The workers of this copy add up their numbers in a folder of their own, which must be named before the application is
# loaded. A reload keeps it: it holds the numbers so far.
_folder_variable = "PROMETHEUS_MULTIPROC_DIR"
_folder_prefix = f"jaga-metrics-{os.getpid()}-"
if _settings["JAGA_METRICS"] != "off" and not Path(os.environ.get(_folder_variable, "")).name.startswith(
    _folder_prefix
):
    os.environ[_folder_variable] = tempfile.mkdtemp(prefix=_folder_prefix)


def _answer_malformed(sock: Any, status: int, reason: str, _: str) -> None:
    util.write_nonblock(sock, malformed_answer(status, reason))


util.write_error = _answer_malformed
wsgi.Response = WholeResponse


def _without_request(record: logging.LogRecord) -> bool:
    """Cut the client's address and the request line out of gunicorn's warnings about bad requests."""
    if str(record.msg).startswith(("Invalid request from", "Error handling request")):
        record.msg, record.args, record.exc_info = "A request could not be handled", (), None
    return True


def on_starting(server: Any) -> None:
    server.log.error_log.addFilter(_without_request)
    server.log.info("The engine runs %s", "compiled" if compiled_in_use() else "uncompiled")


def post_worker_init(worker: Any) -> None:
    worker.wsgi.extensions["rulebook"].watch()


def on_exit(server: Any) -> None:
    if _settings["JAGA_METRICS"] != "off":
        shutil.rmtree(os.environ[_folder_variable], ignore_errors=True)
