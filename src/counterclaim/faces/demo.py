"""Where the demo is: inside the installed package, or beside the sources in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from counterclaim.errors import DataError


def demo_folder() -> Path:
    """The folder with the demo's `pages` and `parties.toml`; raises DataError when the installation lacks them."""
    package = Path(str(files("counterclaim")))
    for folder in (package / "demo", package.parents[1] / "examples"):
        if (folder / "pages").is_dir():
            return folder
    raise DataError("the demo pages are missing: install counterclaim again")
