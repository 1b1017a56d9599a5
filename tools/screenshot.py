"""Take the picture of the warning that the README shows: the real extension on the real demo page.

python -m tools.screenshot
"""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from server import create_app
from tools.browsers import CHROMIUM, require

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "warning.png"
MARKED = "jaga-jempol-mark[data-level=campaign]"


def main() -> None:
    """Serve the demo, press like on its first campaign post, and keep what is on the screen."""
    server = make_server("127.0.0.1", 0, create_app(), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    extension = str(ROOT / "extension")
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            profile,
            executable_path=str(require(CHROMIUM)),
            headless=True,
            viewport={"width": 900, "height": 620},
            device_scale_factor=1.5,
            locale="id-ID",
            args=[
                "--no-sandbox",
                "--lang=id",
                "--no-first-run",
                "--disable-background-networking",
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
            ],
        )
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/demo")
        page.wait_for_selector(MARKED, state="attached")
        like = page.locator(f"article.post:has({MARKED}) button[data-act=like]").first
        like.scroll_into_view_if_needed()
        like.click()
        page.wait_for_selector("jaga-jempol-prompt", state="attached")
        page.wait_for_timeout(500)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(PICTURE))
        context.close()
    server.shutdown()


if __name__ == "__main__":
    main()
