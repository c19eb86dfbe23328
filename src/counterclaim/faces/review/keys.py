"""The keys of the review: one table for the bindings, the help and docs/reviewing.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a key does."""

    NEXT = "next"
    PREVIOUS = "previous"
    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    VOICE = "voice"
    UNRELATED = "unrelated"
    MARK = "mark"
    NOTE = "note"
    UNDO = "undo"
    HISTORY = "history"
    GO = "go"
    UP = "up"
    DOWN = "down"
    WEIGH = "weigh"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its names in Textual, the act, a word for the foot of the screen ("" for none), and what it does."""

    names: tuple[str, ...]
    act: Act
    short: str
    does: str

    @property
    def shown(self) -> str:
        """The keys as people know them."""
        return " ".join(SHOWN.get(name, name) for name in self.names)


SHOWN = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "question_mark": "?",
}
KEYS = (
    Key(("n", "right"), Act.NEXT, "next", "the next claim"),
    Key(("p", "left"), Act.PREVIOUS, "previous", "the claim before"),
    Key(("r",), Act.RIGHT, "right", "rightly read, as it is shown"),
    Key(("w",), Act.WRONG, "wrong", "these words claim nothing of the kind"),
    Key(("u",), Act.UNSURE, "unsure", "you cannot tell"),
    Key(("e",), Act.EDIT, "edit", "a claim, but with another value: write which"),
    Key(("m",), Act.MERGE, "merge", "its incident and another are one: choose which"),
    Key(("s",), Act.SPLIT, "split", "it and another claim are of two incidents: choose which"),
    Key(("v",), Act.VOICE, "same voice", "who says it is the same as somebody else: choose or write"),
    Key(("x",), Act.UNRELATED, "not related", "how it stands to what another says does not hold: choose"),
    Key(("space",), Act.MARK, "", "mark it: m, s, x on another claim are then about the two"),
    Key(("c",), Act.NOTE, "", "write a note, which goes with your next verdict"),
    Key(("z",), Act.UNDO, "undo", "take back your last verdict, then the one before"),
    Key(("h",), Act.HISTORY, "history", "all judgements on the claim, by whom and when"),
    Key(("g",), Act.GO, "", "go to an incident: choose which"),
    Key(("R",), Act.WEIGH, "", "link and weigh all pages anew, with what was judged since"),
    Key(("up", "pageup"), Act.UP, "", "the words above"),
    Key(("down", "pagedown"), Act.DOWN, "", "the words below"),
    Key(("question_mark",), Act.HELP, "help", "these keys"),
    Key(("q",), Act.QUIT, "quit", "leave; every verdict is saved already"),
)
BY_NAME = {name: key.act for key in KEYS for name in key.names}
