"""X's pages under its true host names: the feed, old likes, and communities in a list and on a page of their own."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from tests.e2e.pages.posts import X_ACCOUNTS, X_COMMUNITIES, X

HOSTS = ("x.com", "www.x.com", "mobile.x.com")

# What x.com's own policy amounts to: no inline script, no foreign connection, no string turned into markup.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

pages = Blueprint("x_sites", __name__)


def strict(page: str) -> Response:
    """A page under the site's policy."""
    answer = Response(page)
    answer.headers["Content-Security-Policy"] = STRICT_POLICY
    return answer


def home() -> Response:
    """X's feed."""
    return strict(render_template("x.html", posts=X, accounts=X_ACCOUNTS))


@pages.get("/saya_contoh/likes")
def likes() -> Response:
    """What the person liked, who sees this page alone."""
    return strict(render_template("x.html", posts=X, accounts=(), liked=True))


@pages.get("/i/communities/<shown>")
def community(shown: str) -> Response:
    """One community, above a post of somebody in it."""
    one = next(one for one in X_COMMUNITIES if one["id"] == shown)
    return strict(render_template("x-community.html", community=one, post=X[0]))


@pages.get("/warga_contoh/communities/explore")
def communities() -> Response:
    """Communities that one may like."""
    return strict(render_template("x-communities.html", communities=X_COMMUNITIES))
