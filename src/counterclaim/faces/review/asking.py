"""The line in which one writes: it hands digits, arrows and Esc on to the review."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input


class _Chooses(Protocol):
    """The review, as the line knows it."""

    def pick(self, number: int) -> bool:
        """A digit: whether it chose something."""


class Line(Input):
    """A line of text without a frame."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "app.choose(-1)", "up", show=False),
        Binding("down,tab", "app.choose(1)", "down", show=False),
        Binding("escape", "app.leave", "leave", show=False),
    ]

    def __init__(self, *, id: str, disabled: bool) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id, disabled=disabled, compact=True)

    def on_key(self, event: Key) -> None:
        """A digit chooses a row, as long as there are rows and nothing is written."""
        character = event.character or ""
        if character.isascii() and character.isdecimal() and cast(_Chooses, self.app).pick(int(character)):
            event.prevent_default()
            event.stop()
