"""The posts of the demo feed: written for it, with invented candidates and every large party treated alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

_FILE = Path(__file__).with_name("demo_posts.toml")


class Account(msgspec.Struct, forbid_unknown_fields=True):
    """Who wrote a post."""

    name: str
    handle: str


class Place(msgspec.Struct, forbid_unknown_fields=True):
    """The group or page that holds a post."""

    kind: Literal["group", "page"]
    name: str


class Quote(msgspec.Struct, forbid_unknown_fields=True):
    """The post inside a post."""

    author: str
    text: str


class Image(msgspec.Struct, forbid_unknown_fields=True):
    """A drawing of ours, with the alternative text a site would give it."""

    file: str
    alt: str


class Card(msgspec.Struct, forbid_unknown_fields=True):
    """A link card; the addresses end in ``.example`` and lead nowhere."""

    title: str
    url: str


class DemoPost(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One post; ``level`` is what the engine must say of it, ``about`` why it is in the feed (id, en)."""

    id: str
    level: Literal["none", "mention", "campaign"]
    about: str
    author: Account
    text: str = ""
    container: Place | None = None
    quoted: Quote | None = None
    image: Image | None = None
    link: Card | None = None
    parties: list[str] = []

    def context(self) -> dict[str, Any]:
        """Return the post as a context for scoring."""
        context: dict[str, Any] = {"site": "demo", "surface": "post", "text": self.text}
        context["author"] = msgspec.to_builtins(self.author)
        for key in ("container", "quoted", "link"):
            if (part := getattr(self, key)) is not None:
                context[key] = msgspec.to_builtins(part)
        if self.image is not None:
            context["image_alt"] = [self.image.alt]
        return context


class _Feed(msgspec.Struct, forbid_unknown_fields=True):
    post: list[DemoPost]


# In feed order. Read at once: two requests that are the first to look into these shapes could crash the process
# (contexts.decode).
POSTS = tuple(msgspec.toml.decode(_FILE.read_bytes(), type=_Feed).post)
