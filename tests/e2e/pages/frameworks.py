"""Pages written with true frameworks and editors, under a policy as strict as each can stand; see ../frameworks."""

from __future__ import annotations

import time

from flask import Blueprint, Response, render_template, request, send_from_directory

from tests.e2e.pages import posts

SLOW_SECONDS = 1

# Framework -> the Trusted Types policies that it makes for itself.
FRAMEWORKS = {
    "react": "'none'",
    "preact": "'none'",
    "lit": "lit-html",
    "draft": "'none'",
    "lexical": "'none'",
    "prosemirror": "'none'",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types {}"
)

pages = Blueprint("frameworks", __name__)


@pages.get("/demo/frameworks/<name>")
def framework(name: str) -> Response:
    """A neutral and a campaign post, rendered by the framework `name` in the browser."""
    samples = [{"id": sample, "text": text} for sample, text in posts.SAMPLES.items()]
    served = request.query_string == b"served"
    answer = Response(render_template("framework.html", name=name, posts=samples, served=served))
    answer.headers["Content-Security-Policy"] = POLICY.format(FRAMEWORKS[name])
    return answer


@pages.get("/slow.svg")
def slow() -> Response:
    """A picture that a page waits for while its posts can be read."""
    time.sleep(SLOW_SECONDS)
    return send_from_directory("static", "photo.svg")
