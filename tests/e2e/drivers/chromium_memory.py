"""What Chromium's process of our pages and our service worker holds."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import psutil
from playwright.sync_api import CDPSession

from tests.e2e.drivers.base import until

_COLLECT = "HeapProfiler.collectGarbage"


def collect_garbage(session: CDPSession, workers: list[dict[str, Any]]) -> None:
    """Let the page of `session` and the `workers` (targets of the same browser) drop what nobody holds."""
    session.send(_COLLECT)
    answers: list[Any] = []
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(json.loads(event["message"]).get("id")))
    for number, worker in enumerate(workers, 1):
        inner = session.send("Target.attachToTarget", {"targetId": worker["targetId"], "flatten": False})
        message = json.dumps({"id": number, "method": _COLLECT})
        session.send("Target.sendMessageToTarget", {"sessionId": inner["sessionId"], "message": message})
        until(partial(_answered, session, answers, number), "the worker to tidy up")


def _answered(session: CDPSession, answers: list[Any], number: int) -> bool:
    session.send("Target.getTargets")  # Asking for anything lets the events in.
    return number in answers


def of_the_extension() -> int:
    """The bytes that no other process shares, of the one extension process of all browsers that we started."""
    ours = [one for one in psutil.Process().children(recursive=True) if "--extension-process" in one.cmdline()]
    assert len(ours) == 1, f"one extension process expected, not {len(ours)}"
    return int(ours[0].memory_full_info().uss)
