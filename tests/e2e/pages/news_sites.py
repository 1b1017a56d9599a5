"""News pages, and the frames of other sites in them, each under its true host name.

`?of=` says what a frame or an article is about; a native form answers with a page that says what was sent.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from tests.e2e.pages.news_posts import ACCOUNTS, ARTICLES, COMMENTS

KOMPAS = "nasional.kompas.com"
# One that a person may add, and one that nobody did: the extension is in its frames only.
ADDED, ELSEWHERE = "kabar.example", "berita.example"
DETIK = "newcomment.detik.com"
MOBILE, BASIC, WEB = "m.facebook.com", "mbasic.facebook.com", "web.facebook.com"
HOSTS = (KOMPAS, ADDED, ELSEWHERE, DETIK, "disqus.com", "platform.twitter.com", MOBILE, BASIC, WEB)

pages = Blueprint("news_sites", __name__)

PLUGIN = "https://www.facebook.com/v20.0/plugins"
X_WIDGETS = "https://platform.twitter.com"


def frames(of: str) -> dict[str, tuple[str, int, int]]:
    """Address, width and height of each frame, as the sites' own scripts set them."""
    account = ACCOUNTS[of]
    article = urlencode({"t_u": f"https://{ELSEWHERE}/1", "t_t": ARTICLES[of]["title"]})
    here = urlencode({"href": f"https://{ELSEWHERE}/1", "of": of})
    screen_name = account["handle"].replace(".", "_")
    page = urlencode({"href": f"https://www.facebook.com/{account['handle']}", "of": of})
    return {
        "disqus": (f"https://disqus.com/embed/comments/?base=default&f=contoh&{article}", 700, 2400),
        "detik": (f"https://{DETIK}/", 600, 400),
        "facebook-page": (f"{PLUGIN}/page.php?{page}", 340, 230),
        "facebook-like": (f"{PLUGIN}/like.php?{page}", 120, 30),
        "facebook-restless": (f"{PLUGIN}/like.php?{page}&restless", 120, 30),
        "facebook-comments": (f"{PLUGIN}/comments.php?{here}", 550, 500),
        "x-post": (f"{X_WIDGETS}/embed/Tweet.html?of={of}", 550, 400),
        "x-follow": (f"{X_WIDGETS}/widgets/follow_button.html?screen_name={screen_name}", 180, 30),
        "instagram-post": (f"https://www.instagram.com/p/{of}/embed/", 400, 500),
        "youtube": (f"https://www.youtube.com/embed/{of}", 560, 400),
    }


def home(host: str) -> str:
    """The page under `/` of one of `HOSTS`."""
    of = request.args.get("of", "neutral")
    if host == ELSEWHERE:
        address, width, height = frames(of)[request.args["frame"]]
        return render_template("news-frame.html", address=address, width=width, height=height)
    if host == DETIK:
        return render_template("detik.html", comments=COMMENTS)
    if host == MOBILE:
        head = ACCOUNTS.get(request.args.get("head", ""))
        return render_template("facebook-mobile.html", posts=ACCOUNTS, head=head)
    if host == BASIC:
        return render_template("facebook-basic.html", posts=ACCOUNTS)
    return render_template("news-article.html", article=ARTICLES[of], comments=COMMENTS, host=host)


@pages.get("/embed/comments/")
def disqus() -> str:
    return render_template("disqus.html", comments=COMMENTS, accounts=ACCOUNTS)


@pages.get("/by/<of>/")
def disqus_profile(of: str) -> str:
    return render_template("disqus-profile.html", id=of, account=ACCOUNTS[of])


@pages.get("/embed/Tweet.html")
def x_post() -> str:
    return render_template("x-embed.html", account=ACCOUNTS[request.args["of"]])


@pages.get("/widgets/follow_button.html")
def x_follow() -> str:
    return render_template("x-follow.html", handle=request.args["screen_name"])


@pages.get("/intent/post")
def x_intent() -> str:
    return render_template("x-intent.html", text=request.args["text"])


@pages.get("/embed/<of>")
def youtube(of: str) -> str:
    return render_template("youtube-embed.html", account=ACCOUNTS[of])


@pages.post("/sent")
def sent() -> str:
    return render_template("sent.html", text=request.form.get("text", ""))
