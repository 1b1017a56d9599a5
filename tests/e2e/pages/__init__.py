"""Pages that behave like the sites, written by us: a laboratory of controls, and three sites' feeds.

Every post and name is invented. Parties are named in turn, none more often than another.
Each page counts what its own handlers did in `acts` (name -> times), and what it saw of our dialog in `leaks`.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Flask, Response, render_template, request

from tests.e2e.pages import (
    chat_sites,
    facebook_sites,
    forum,
    frameworks,
    news_sites,
    photo_sites,
    posts,
    square,
    text_sites,
    town,
    video_sites,
    x_sites,
)

# Longer, in seconds, than the guard waits for a page to answer what it was given.
SLOWLY = 2.5


def facebook(_: str) -> Response:
    """Facebook's feed."""
    return Response(render_template("facebook.html", posts=posts.FACEBOOK))


def instagram(_: str) -> Response:
    """Instagram's feed."""
    return Response(render_template("instagram.html", posts=posts.INSTAGRAM))


HOMES: dict[str, Callable[[str], Response]] = {
    "www.facebook.com": facebook,
    "www.instagram.com": instagram,
    **dict.fromkeys(x_sites.HOSTS, lambda _: x_sites.home()),
    **dict.fromkeys(video_sites.HOSTS, lambda _: video_sites.home()),
    **dict.fromkeys(text_sites.HOSTS, text_sites.home),
    chat_sites.WHATSAPP: lambda _: chat_sites.home(),
    **dict.fromkeys(news_sites.HOSTS, lambda host: Response(news_sites.home(host))),
    news_sites.WEB: facebook,
}


def create_app() -> Flask:
    """The page server's application: `/demo/lab` anywhere, and each site's feed under its own host name.

    The same laboratory stands where the extension does not go, too.
    """
    app = Flask(__name__)
    # A site's scripts come out of the browser's cache, too; and each run starts with an empty one.
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    app.register_blueprint(video_sites.pages)
    app.register_blueprint(photo_sites.pages)
    app.register_blueprint(chat_sites.pages)
    app.register_blueprint(x_sites.pages)
    app.register_blueprint(forum.pages)
    app.register_blueprint(town.pages)
    app.register_blueprint(square.pages)
    app.register_blueprint(news_sites.pages)
    app.register_blueprint(facebook_sites.pages)
    app.register_blueprint(frameworks.pages)

    @app.get("/demo/lab")
    @app.get("/without-extension/lab")
    def lab() -> str:
        return render_template("lab.html", cases=posts.CASES, samples=posts.SAMPLES)

    @app.get("/")
    @app.get("/home")
    def feed() -> Response | tuple[str, int]:
        host = request.host.partition(":")[0]
        return HOMES[host](host) if host in HOMES else ("No such page", 404)

    @app.post("/sent/slowly")
    def sent_slowly() -> str:
        time.sleep(SLOWLY)
        return "Terkirim"

    @app.get("/favicon.ico")
    def favicon() -> tuple[str, int]:
        return "", 204

    return app
