"""What is asked of the laboratory page whatever harm it means."""

from __future__ import annotations

from tests.e2e.drivers import Driver
from tests.e2e.steps import ask, assert_free, go_on, step_back

LIKE, PLAIN = "#click-campaign [data-act]", "#click-neutral [data-act]"


def asks_and_acts_once(lab: Driver, post: str) -> None:
    """The whole way: asked, nothing on Batal, once on Lanjutkan."""
    lab.click(f"#{post} [data-act]")
    ask(lab)
    step_back(lab, {})
    lab.click(f"#{post} [data-act]")
    go_on(lab, {post: 1})


def still_works(lab: Driver) -> None:
    """The page takes a like that is nobody's business."""
    lab.click(PLAIN)
    assert_free(lab, {"click-neutral": 1})
