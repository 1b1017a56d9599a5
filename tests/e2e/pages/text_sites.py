"""The pages of the text sites, each under its true host names. `?lang=` asks for another language of the controls."""

from __future__ import annotations

import re

from flask import Response, render_template, request

from tests.e2e.pages import text_posts

THREADS = ("www.threads.com", "www.threads.net", "threads.com", "threads.net")
BLUESKY = "bsky.app"
LINKEDIN = "www.linkedin.com"
MASTODON = "mastodon.social"
# A server of the same kind that no rule names.
ELSEWHERE = "sosial.example"
# More of them: a test that adds one and gives it back needs one for itself.
ADDABLE = tuple(f"{name}.example" for name in ("forum", "warga", "rukun", "tetangga", "paguyuban", "pasar"))
HOSTS = (*THREADS, BLUESKY, LINKEDIN, MASTODON, ELSEWHERE, *ADDABLE)


def threads() -> Response:
    """Threads' feed."""
    names = text_posts.THREADS_NAMES[request.args.get("lang", "id")]
    return Response(
        render_template("threads.html", posts=text_posts.THREADS, accounts=text_posts.THREADS_ACCOUNTS, names=names)
    )


def bluesky() -> Response:
    """Bluesky's feed, or with `?profile=` the profile of an account."""
    names = text_posts.BLUESKY_NAMES[request.args.get("lang", "id")]
    accounts = {account["handle"]: account for account in text_posts.BLUESKY_ACCOUNTS}
    account = accounts.get(request.args.get("profile", ""))
    return Response(
        render_template(
            "bluesky.html",
            posts=text_posts.BLUESKY,
            accounts=() if account else accounts.values(),
            account=account,
            names=names,
        )
    )


def linkedin() -> Response:
    """LinkedIn's feed as drawn in 2026, with `?drawn=2025` a year before; `?profile=` puts somebody above it."""
    names = text_posts.LINKEDIN_NAMES[request.args.get("lang", "en")]
    template = "linkedin-2025.html" if request.args.get("drawn") == "2025" else "linkedin.html"
    profile = request.args.get("profile")
    person = next((person for person in text_posts.LINKEDIN_PEOPLE if person["handle"] == profile), None)
    return Response(
        render_template(
            template, posts=text_posts.LINKEDIN, people=text_posts.LINKEDIN_PEOPLE, person=person, names=names
        )
    )


# What Mastodon's classes begin with, and what they might be called after its makers rebuilt it.
RENAMED = {"status": "kiriman", 'class="account': 'class="akun'}


def mastodon() -> Response:
    """Mastodon's timeline, or with `?profile=` the profile of an account; with `?menus=1` as newer servers draw it.

    With `?rebuilt=article` its classes have other names; with `?rebuilt=div` its posts have lost their role as
    well, with `?rebuilt=mute` also the names of their controls.
    """
    page = mastodon_as_it_is()
    rebuilt = request.args.get("rebuilt")
    for old, new in RENAMED.items() if rebuilt else ():
        page = page.replace(old, new)
    if rebuilt in ("div", "mute"):
        page = page.replace("<article", "<div").replace("</article>", "</div>").replace('role="feed"', "")
    if rebuilt == "mute":
        page = re.sub(r' (?:aria-label|title)="[^"]*"', "", page)
    return Response(page)


def mastodon_as_it_is() -> str:
    """The page as it was seen."""
    accounts = {account["handle"]: account for account in text_posts.MASTODON_ACCOUNTS}
    return render_template(
        "mastodon.html",
        posts=text_posts.MASTODON,
        accounts=accounts.values(),
        account=accounts.get(request.args.get("profile", "")),
        menus=request.args.get("menus") == "1",
        names=text_posts.MASTODON_NAMES[request.args.get("lang", "id")],
    )


def home(host: str) -> Response:
    """The page under `/` of one of `HOSTS`."""
    others = {BLUESKY: bluesky, LINKEDIN: linkedin, **dict.fromkeys((MASTODON, ELSEWHERE, *ADDABLE), mastodon)}
    return others.get(host, threads)()
