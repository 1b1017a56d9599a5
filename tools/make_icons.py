"""Draw the extension's icons from extension/icons/icon.svg, with the headless Chromium that the tests use.

python -m tools.make_icons
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.browsers import CHROMIUM, require

ICONS = Path(__file__).resolve().parent.parent / "extension" / "icons"
SIZES = (16, 32, 48, 128)


def draw(svg: str, sizes: tuple[int, ...]) -> dict[int, bytes]:
    """Return a PNG with a clear background for every size in pixels."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(require(CHROMIUM)), args=["--no-sandbox"])
        page = chromium.new_page()
        page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: 100vw }}</style>{svg}")
        drawn = {}
        for size in sizes:
            page.set_viewport_size({"width": size, "height": size})
            drawn[size] = page.screenshot(omit_background=True)
        chromium.close()
    return drawn


def main() -> None:
    """Write every size beside the drawing."""
    for size, png in draw((ICONS / "icon.svg").read_text(encoding="utf-8"), SIZES).items():
        (ICONS / f"{size}.png").write_bytes(png)


if __name__ == "__main__":
    main()
