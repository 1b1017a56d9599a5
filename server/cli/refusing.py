"""What ends a command with code 2, told on standard error and, where JSON was asked for, as JSON too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask.cli import AppGroup

from .reporting import print_json

_JSON = "--json"


@contextmanager
def _told_as_json(asked: bool) -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        if asked:
            code = "usage" if isinstance(error, click.UsageError) else "unusable"
            print_json({"ok": False, "code": code, "message": error.format_message()})
        raise


class RefusingGroup(AppGroup):
    """Commands that tell as JSON why they did nothing."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember whether JSON is asked for: the commands' own options are not read yet."""
        ctx.meta[_JSON] = _JSON in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the options of a command and run it."""
        with _told_as_json(ctx.meta[_JSON]):
            return super().invoke(ctx)


class RefusingCommand(click.Command):
    """A command that stands in no group of ours, and tells the same."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> click.Context:
        """Read the options."""
        asked = _JSON in args
        with _told_as_json(asked):
            context = super().make_context(info_name, args, *rest, **extra)
        context.meta[_JSON] = asked
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _told_as_json(ctx.meta[_JSON]):
            return super().invoke(ctx)
