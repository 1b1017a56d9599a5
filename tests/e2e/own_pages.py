"""What a person reads on the extension's own pages."""

from __future__ import annotations

from tests.e2e.drivers import Driver, until

# What a page sends with "Salah tandai".
NOTE = {
    "site": "demo", "act": "like", "level": "campaign", "snippet": "Ayo coblos nomor 1 Damar-Sekar!",
    "rules": {"version": 1, "digest": "sha256:" + "0" * 64}, "evidence": [{"rule": "call-to-vote", "points": 45}],
}  # fmt: skip


def text(browser: Driver, name: str) -> str:
    """The text of an element (an id) as it is seen; nothing while it is hidden."""
    shown: str = browser.js(
        "const it = document.getElementById(args[0]); return it.checkVisibility() ? it.innerText : '';", name
    )
    return shown


def open_options(browser: Driver) -> None:
    """Open the options page, filled."""
    browser.goto(browser.ext_url("options/options.html"))
    until(lambda: text(browser, "rules"), "the options to be filled")


def choose(browser: Driver, name: str, value: str) -> None:
    """Choose something from a list."""
    browser.js(
        """const select = document.getElementById(args[0]);
        select.value = args[1];
        select.dispatchEvent(new Event('change'));""",
        name,
        value,
    )


def enter_site(options: Driver, typed: str) -> None:
    """Type an address on the options page and press the button."""
    options.focus("#site")
    options.type(typed)
    options.click("#add-site button")


def add_site(browser: Driver, host: str) -> None:
    """Add the first site on the options page, as a person does."""
    open_options(browser)
    enter_site(browser, host)
    until(lambda: text(browser, "added"), "the site to be added")
