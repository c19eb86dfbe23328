"""A line on its way to a passage, and the questions about its neighbours that more than one part asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.layout.lines import EDGE, Line
from counterclaim.model import WHITESPACE, Role

FURNITURE = frozenset({Role.NAVIGATION, Role.SOCIAL, Role.APPEAL, Role.TAGS, Role.RELATED, Role.COMMENT})


@dataclass
class Draft:
    """A line and its role; `role` is None as long as nothing speaks against its being the article."""

    line: Line
    role: Role | None = None
    heads: Role | None = None  # it opens a section of this role
    dated: bool = False  # nothing but a date
    titled: bool = False  # the first line that repeats the page's title

    @property
    def is_running(self) -> bool:
        """Whether it is prose that may be the article's."""
        return self.role is None and self.line.is_prose

    @property
    def is_short(self) -> bool:
        """Whether it is a free line that is no sentence: a heading, a link, a button."""
        free = self.role is None and not self.dated and not self.titled
        return free and self.line.is_bare

    @property
    def is_furniture(self) -> bool:
        """Whether it is known to be a part of the page that is not about the article."""
        return self.role in FURNITURE


def name_all(drafts: Sequence[Draft], role: Role) -> None:
    """Give every line of a stretch one role."""
    for d in drafts:
        d.role = role


def folded(text: str) -> str:
    """A text as titles are compared: lower case, one space between words."""
    return WHITESPACE.sub(" ", text).strip(EDGE).lower()
