"""How the WhatsApp-like page names what stands on it, and the steps that its tests share."""

from __future__ import annotations

from tests.e2e.drivers import Driver

EMOJI = "#layers [data-does=react]"
REPLY = "#layers [data-does=reply]"
FORWARD, SEND_FORWARD = "#layers [data-does=open-forward]", "#layers [data-does=forward]"
COPY = "#layers [data-does=copy]"
INVITED = "#layers [data-does=join-invite]"
FOLLOW = "header [data-does=follow]"
BOX, SEND = "footer [role=textbox]", "footer [data-does=send]"

# How a text is sent: the box is the same, the hand is not.
WAYS = ["button", "Enter", "Control+Enter"]


def post(number: str) -> str:
    """The message with this number."""
    return f'#main [data-post="{number}"]'


def control(number: str, does: str) -> str:
    """What does something to the message with this number."""
    return f"{post(number)} [data-does={does}]"


def go(browser: Driver, chat: str) -> None:
    """Open a chat."""
    browser.js("window.go(args[0]);", chat)


def write(browser: Driver, text: str, box: str = BOX) -> None:
    """Write into a box."""
    browser.focus(box)
    browser.type(text)


def send(browser: Driver, way: str, button: str = SEND) -> None:
    """Send what is written, in one of the WAYS."""
    if way == "button":
        browser.click(button)
    else:
        browser.press(way)
