"""How the two versions of Telegram Web name what stands on their pages."""

from __future__ import annotations

from dataclasses import dataclass

ADDRESS = "https://web.telegram.org"


@dataclass(frozen=True)
class Version:
    """Selectors of one version; `{}` stands for the number of a message or a chat."""

    path: str
    message: str
    text: str
    reaction: str
    quick: str
    chosen: str
    menu_reaction: str
    menu: str
    forward: str
    pick: str
    comments: str
    join: str
    invited: str
    choice: str
    box: str
    send: str
    cancel: str

    def post(self, number: str) -> str:
        """The message with this number."""
        return self.message.format(number)

    def inside(self, number: str, part: str) -> str:
        """A part of the message with this number."""
        return f"{self.post(number)} {part}"


K = Version(
    path="/k/",
    message='.chat.active .bubble[data-mid="{}"]',
    text=".translatable-message",
    reaction=".reaction",
    quick=".bubble-hover-reaction",
    chosen="is-chosen",
    menu_reaction=".btn-menu-reactions-reaction",
    menu="#bubble-contextmenu .btn-menu-item:nth-of-type({})",
    forward=".bubble-beside-button",
    pick='.popup .chatlist-chat[data-peer-id="{}"]',
    comments=".replies-footer",
    join=".chat-join",
    invited=".popup .btn-primary",
    choice=".poll-answer",
    box=".chat.active .input-message-input",
    send=".chat.active .btn-send",
    cancel=".chat.active .reply-cancel",
)

A = Version(
    path="/a/",
    message="#message{}",
    text=".text-content",
    reaction=".message-reaction",
    quick=".quick-reaction",
    chosen="chosen",
    menu_reaction=".ReactionSelector__items > *",
    menu=".MessageContextMenu [role=menuitem]:nth-of-type({})",
    forward=".message-action-button",
    pick='.Modal [data-chat="{}"]',
    comments=".CommentButton",
    join=".HeaderActions button",
    invited=".Modal .Button",
    choice=".Poll .Radio",
    box="#editable-message-text",
    send="button.send",
    cancel=".embedded-cancel",
)

VERSIONS = {"k": K, "a": A}
# The reactions of the menu stand before its first item in both.
REPLY, FORWARD, COPY = "2", "3", "4"
