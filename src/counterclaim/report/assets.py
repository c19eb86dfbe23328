"""What the report is drawn with: style, scripts, borders and their licences, as they come with the package."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from counterclaim.errors import DataError

NAMES = ("report.css", "report.js", "borders.json", "licences.txt", "versions.json")
POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
)


@lru_cache(maxsize=1)
def load_assets() -> Mapping[str, str]:
    """The assets by name; raises DataError when the style or the script is missing, or would end before its end."""
    folder = files("counterclaim") / "report" / "assets"
    found = {name: (folder / name).read_text(encoding="utf-8") for name in NAMES if (folder / name).is_file()}
    if "</script" in found.get("report.js", "").lower() or "<!--" in found.get("report.js", ""):
        raise DataError("report/assets/report.js would end too early: install counterclaim again")
    if "</style" in found.get("report.css", "").lower():
        raise DataError("report/assets/report.css would end too early: install counterclaim again")
    return found


def policy(assets: Mapping[str, str]) -> str:
    """The Content-Security-Policy: no network at all, and only this style and this script."""
    return POLICY.format(script=_source(assets.get("report.js", "")), style=_source(assets.get("report.css", "")))


def _source(text: str) -> str:
    if not text:
        return "'none'"
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
