"""Pages that behave like the sites, written by us: a laboratory of controls, and three sites' feeds.

Every post and name is invented. Parties are named in turn, none more often than another.
Each page counts what its own handlers did in `acts` (name -> times), and what it saw of our dialog in `leaks`.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, render_template, request

from tests.e2e.pages import chat_sites, posts, text_sites, video_sites

# What x.com's own policy amounts to: no inline script, no foreign connection, no string turned into markup.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def facebook(_: str) -> Response:
    """Facebook's feed."""
    return Response(render_template("facebook.html", posts=posts.FACEBOOK))


def instagram(_: str) -> Response:
    """Instagram's feed."""
    return Response(render_template("instagram.html", posts=posts.INSTAGRAM))


def x(_: str) -> Response:
    """X's feed, under its policy."""
    page = Response(render_template("x.html", posts=posts.X))
    page.headers["Content-Security-Policy"] = STRICT_POLICY
    return page


HOMES: dict[str, Callable[[str], Response]] = {
    "www.facebook.com": facebook,
    "www.instagram.com": instagram,
    "x.com": x,
    **dict.fromkeys(video_sites.HOSTS, lambda _: video_sites.home()),
    **dict.fromkeys(text_sites.HOSTS, text_sites.home),
    chat_sites.WHATSAPP: lambda _: chat_sites.home(),
}


def create_app() -> Flask:
    """The page server's application: `/demo/lab` anywhere, and each site's feed under its own host name.

    The same laboratory stands where the extension does not go, too.
    """
    app = Flask(__name__)
    app.register_blueprint(video_sites.pages)
    app.register_blueprint(chat_sites.pages)

    @app.get("/demo/lab")
    @app.get("/without-extension/lab")
    def lab() -> str:
        return render_template("lab.html", cases=posts.CASES, samples=posts.SAMPLES)

    @app.get("/")
    @app.get("/home")
    def feed() -> Response | tuple[str, int]:
        host = request.host.partition(":")[0]
        return HOMES[host](host) if host in HOMES else ("No such page", 404)

    @app.get("/favicon.ico")
    def favicon() -> tuple[str, int]:
        return "", 204

    return app
