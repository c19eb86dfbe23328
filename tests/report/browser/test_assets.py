"""What is shipped is what the sources in web/ build: no Node is needed to see it."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WEB, ASSETS = ROOT / "web", ROOT / "src" / "counterclaim" / "report" / "assets"
OTHERS = ("borders.mjs", "build.mjs", "package-lock.json", "package.json", "tsconfig.json")
MADE = re.compile(r"sources sha256-([0-9a-f]{64}), built sha256-([0-9a-f]{64})")
HEAD = {"report.js": "*/\n", "report.css": "*/\n", "borders.json": '",'}
LARGEST = {"report.js": 150_000, "report.css": 40_000, "borders.json": 120_000}  # bytes


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sources_hash() -> str:
    """As build.mjs reckons it: over the names and contents of all sources."""
    names = sorted([*OTHERS, *(f"src/{path.name}" for path in (WEB / "src").iterdir())])
    lines = (f"{name}\0{sha256((WEB / name).read_text(encoding='utf-8'))}\n" for name in names)
    return sha256("".join(lines))


@pytest.mark.parametrize("name", HEAD)
def test_it_was_built_from_these_sources_and_not_touched_since(name: str) -> None:
    text = (ASSETS / name).read_text(encoding="utf-8")
    found = MADE.search(text[:300])
    assert found, "no header"
    assert found[1] == sources_hash(), "web/ has changed since: make web"
    assert found[2] == sha256(text.partition(HEAD[name])[2]), "changed by hand: make web"


@pytest.mark.parametrize("name", LARGEST)
def test_it_is_small(name: str) -> None:
    assert (ASSETS / name).stat().st_size < LARGEST[name]


def test_nothing_in_it_reaches_out_or_makes_code() -> None:
    script = (ASSETS / "report.js").read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|\bfetch\(|XMLHttpRequest|WebSocket|importScripts|sendBeacon", script)
    style = (ASSETS / "report.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face", style)


def test_every_part_in_it_is_named_with_its_licence() -> None:
    versions = json.loads((ASSETS / "versions.json").read_text(encoding="utf-8"))
    locked = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = (ASSETS / "licences.txt").read_text(encoding="utf-8")
    assert {"d3-geo", "d3-time", "world-atlas"} <= versions.keys()
    for name, version in versions.items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert f"{name} {version} · ISC" in licences
    assert licences.count("Permission to use, copy, modify") == len(versions)


def test_the_lock_file_names_no_host() -> None:
    assert "://" not in (WEB / "package-lock.json").read_text(encoding="utf-8")
