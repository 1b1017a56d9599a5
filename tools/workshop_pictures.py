"""The pictures of the rule workshop in the guides for rule writers: a post laid open, a rule, a list of candidates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.workshop import drop, open_case, open_page, wait_for, write

if TYPE_CHECKING:
    from tools.camera import Camera

GUIDE = Path(__file__).parents[1] / "docs" / "menulis-aturan.md"
# In the campaign of the invented pair that the guides name.
DATE = "2024-10-20"
POST = "Berita pagi: ayo coblos Damar-Sekar!"
MEETING = "Kopdar Damar-Sekar"
CANDIDATES = """No.;Calon Bupati;Calon Wakil Bupati;Panggilan;Alamat
1;Dr. H. WASTUKENCANA ADIWANGSA, S.E.;YUMNARINI SEKARTAJI;Pak Wastu;Jl. Melati
2;M. SURYAKANTA;WULANDARI;BERANI;Jl. Mawar
"""
ELECTION = {
    "title": "Pemilihan Bupati Teluk Melati 2030",
    "area": "Kab. Teluk Melati",
    "from": "2030-09-22",
    "to": "2030-12-20",
    "source": "Keputusan KPU (rekaan)",
}
# Nothing is scrolled on so tall a screen; the guides show a part of it.
WIDE, NARROW, HIGH = 1280, 1020, 3000


def take_workshop(camera: Camera, served: str) -> None:
    """The workshop in Indonesian, as the guides are, and a post laid open in English."""
    camera.browser.look((WIDE, HIGH), still=True)
    if camera.language == "en":
        _take_english(camera, served)
    else:
        _take_post(camera, served)
        _take_rule(camera, served)
        _take_sheet(camera, served)


def _take_english(camera: Camera, served: str) -> None:
    """The same post after a press of the button for English; the page is left as it was found."""
    open_case(camera.browser, served, {"context": {"text": POST}, "date": DATE})
    wait_for(camera.browser, "#verdict", "Terindikasi memihak")
    camera.browser.click("#language")
    wait_for(camera.browser, "#waterfall", "points")
    camera.cut("playground", (NARROW, HIGH), "#post-title", "#verdict", "#waterfall")
    camera.browser.click("#language")
    wait_for(camera.browser, "#verdict", "Terindikasi memihak")


def _take_post(camera: Camera, served: str) -> None:
    """What was read in a post, and where its points come from."""
    open_case(camera.browser, served, {"context": {"text": POST}, "date": DATE})
    wait_for(camera.browser, "#verdict", "Terindikasi memihak")
    camera.cut("workshop-post", (NARROW, HIGH), "#verdict", "#waterfall")


def _take_rule(camera: Camera, served: str) -> None:
    """The rule of the guide in force, beside a post that it meets."""
    path, text = re.findall(
        r"^\*\*`(.*?)`\*\*\n\n```toml\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )[0]
    rule = {"path": path, "text": text.replace("experimental", "stable")}
    open_case(camera.browser, served, {"context": {"text": MEETING}, "date": DATE, "rule": rule})
    wait_for(camera.browser, "#rule-status", "4 contoh")
    wait_for(camera.browser, "#effect", "ajakan-kopdar")
    camera.browser.js("document.querySelector('details:has(#tokens)').open = true;")
    camera.cut("workshop-rule", (WIDE, HIGH), "#post-title", "#tokens", "#examples")


def _take_sheet(camera: Camera, served: str) -> None:
    """The guide's list of candidates, and which of its names count at once."""
    browser = camera.browser
    open_page(browser, f"{served}/playground")
    drop(browser, "#sheet-drop", "calon.csv", CANDIDATES)
    wait_for(browser, "#sheet-status", "terbaca")
    for name, value in ELECTION.items():
        write(browser, f"#sheet-form [name={name}]", value)
    browser.click("#sheet-form [type=submit]")
    wait_for(browser, "#sheet-status", "siap: 2")
    camera.cut("workshop-sheet", (NARROW, HIGH), "#sheet-title", "#sheet-form fieldset")
    camera.cut("workshop-names", (NARROW, HIGH), "#sheet-advice", "#sheet-result")
