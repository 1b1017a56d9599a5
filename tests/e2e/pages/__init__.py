"""Pages that behave like the sites, written by us: a laboratory of controls, and three sites' feeds.

Every post and name is invented. Parties are named in turn, none more often than another.
Each page counts what its own handlers did in `acts` (name -> times), and what it saw of our dialog in `leaks`.
"""

from __future__ import annotations

from flask import Flask, Response, render_template, request

from tests.e2e.pages import posts

# What x.com's own policy amounts to: no inline script, no foreign connection, no string turned into markup.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def create_app() -> Flask:
    """The page server's application: `/demo/lab` anywhere, and each site's feed under its own host name.

    The same laboratory stands where the extension does not go, too.
    """
    app = Flask(__name__)

    @app.get("/demo/lab")
    @app.get("/without-extension/lab")
    def lab() -> str:
        return render_template("lab.html", cases=posts.CASES, samples=posts.SAMPLES)

    @app.get("/")
    @app.get("/home")
    def feed() -> Response | tuple[str, int]:
        host = request.host.partition(":")[0]
        if host == "www.facebook.com":
            return Response(render_template("facebook.html", posts=posts.FACEBOOK))
        if host == "www.instagram.com":
            return Response(render_template("instagram.html", posts=posts.INSTAGRAM))
        if host == "x.com":
            page = Response(render_template("x.html", posts=posts.X))
            page.headers["Content-Security-Policy"] = STRICT_POLICY
            return page
        return "No such page", 404

    @app.get("/favicon.ico")
    def favicon() -> tuple[str, int]:
        return "", 204

    return app
