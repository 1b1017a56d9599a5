"""What is asked of the laboratory page whatever harm it means."""

from __future__ import annotations

from tests.e2e.drivers import Driver
from tests.e2e.steps import assert_free

LIKE, PLAIN = "#click-campaign [data-act]", "#click-neutral [data-act]"


def still_works(lab: Driver) -> None:
    """The page takes a like that is nobody's business."""
    lab.click(PLAIN)
    assert_free(lab, {"click-neutral": 1})
