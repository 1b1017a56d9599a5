"""The messengers' pages, each under its true host name. `?acts=` says which event the page acts on."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from tests.e2e.pages.chat_posts import CHATS

WHATSAPP, TELEGRAM = "web.whatsapp.com", "web.telegram.org"
HOSTS = (WHATSAPP, TELEGRAM)

# Scripts of its own only; pictures of its own making.
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'"

pages = Blueprint("chat_sites", __name__)


def application(template: str) -> Response:
    """A messenger's application, with its first chat open."""
    answer = Response(render_template(template, chats=CHATS))
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


def home() -> Response:
    """WhatsApp's page under `/`; Telegram has one page a version instead."""
    return application("whatsapp.html")


@pages.get("/k/")
def telegram_k() -> Response:
    return application("telegram-k.html")


@pages.get("/a/")
def telegram_a() -> Response:
    return application("telegram-a.html")
