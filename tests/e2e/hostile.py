"""What is asked of the laboratory page whatever harm it means."""

from __future__ import annotations

from tests.e2e.drivers import CANCEL, PROCEED, Driver
from tests.e2e.steps import ask, assert_still, assert_unasked, wait_acts, wait_closed

LIKE, PLAIN = "#click-campaign [data-act]", "#click-neutral [data-act]"


def asks_and_acts_once(lab: Driver, post: str) -> None:
    """The whole way: asked, nothing on Batal, once on Lanjutkan."""
    lab.click(f"#{post} [data-act]")
    ask(lab)
    lab.prompt_click(CANCEL)
    wait_closed(lab)
    assert_still(lab, {})
    lab.click(f"#{post} [data-act]")
    lab.prompt_click(PROCEED)
    wait_acts(lab, {post: 1})


def still_works(lab: Driver) -> None:
    """The page takes a like that is nobody's business."""
    lab.click(PLAIN)
    wait_acts(lab, {"click-neutral": 1})
    assert_unasked(lab)
