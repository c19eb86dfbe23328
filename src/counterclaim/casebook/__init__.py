"""The casebook: one file, or one database, that holds pages with what was read on them and what people judged.

SQLAlchemy takes an eighth of a second to import, so the store is loaded when a casebook is opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterclaim.casebook.records import Counts, Fault, Obtained, ReadBy, Tally

if TYPE_CHECKING:
    from counterclaim.casebook.store import Casebook

__all__ = ["Casebook", "Counts", "Fault", "Obtained", "ReadBy", "Tally", "open_casebook"]


def open_casebook(where: str | Path, *, create: bool = True) -> Casebook:
    """Open the casebook at a path or `postgresql://` URL, made if it is not there and `create` is true.

    An older one is brought up to date. Raises SchemaError when a newer counterclaim wrote it, CasebookError when it
    cannot be opened: no such file or folder, not a casebook, damaged, locked by another program, out of reach.
    """
    from counterclaim.casebook import store  # noqa: PLC0415

    return store.open_casebook(where, create=create)


def __getattr__(name: str) -> Any:
    if name == "Casebook":
        from counterclaim.casebook.store import Casebook  # noqa: PLC0415

        return Casebook
    raise AttributeError(name)
