"""Browsers for the benchmark: the drivers of the browser tests, with copies of the extension changed for measuring."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.e2e import pages
from tests.e2e.certificates import make_certificates
from tests.e2e.drivers import Network
from tests.e2e.gateway import Gateway
from tests.e2e.servers import Served

from .bundles import shipped_bundle

EXTENSION = Path(__file__).parents[2] / "extension"


@contextlib.contextmanager
def stage(*hosts: str) -> Iterator[tuple[Network, Path]]:
    """Yield the only network that the browsers may use, with these sites, and a folder for profiles and copies."""
    with tempfile.TemporaryDirectory(prefix="jaga-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        certificates = make_certificates(folder, [*hosts] or ["www.facebook.com"])
        sites = Served(pages.create_app(), certificates.server_context() if hosts else None).start()
        gateway = Gateway(dict.fromkeys(hosts, sites.port))
        gateway.start()
        try:
            yield Network(gateway, sites, certificates), folder
        finally:
            gateway.stop()
            sites.stop()


def copy_extension(folder: Path, name: str) -> Path:
    """Return a copy of the extension below `folder`, with the shipped rules in it."""
    copy = Path(shutil.copytree(EXTENSION, folder / name))
    (copy / "rules").mkdir(exist_ok=True)
    (copy / "rules" / "bundle.json").write_bytes(shipped_bundle())
    return copy
