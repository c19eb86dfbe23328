"""What a report was made with: versions, and weights and data by hash with the first words of their cards."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from counterclaim.faces.doctor import LIBRARIES
from counterclaim.report.material import Making, ModelFile

FILE = re.compile(r"[\w.-]+\.(?:json|onnx)")
TOLD = re.compile(r"\*\*What (?:it does|they do)\.\*\*\s+(.+?\.)\s", re.DOTALL)
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)
PLAIN = re.compile(r"[`*]")


@lru_cache(maxsize=4)
def making(program: str) -> Making:
    """Versions and hashes of what is installed; `program` names the version of counterclaim and its reader."""
    package = files("counterclaim")
    found = [
        *_files(package / "models", _cards(package / "models")),
        *_files(package / "data", _rows(package / "data")),
    ]
    return Making(program, tuple(_versions()), tuple(found))


def _versions() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _files(folder: Traversable, told: Mapping[str, str]) -> Iterator[ModelFile]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_file() and not entry.name.endswith(".md"):
            digest = hashlib.sha256(entry.read_bytes()).hexdigest()
            yield ModelFile(f"{folder.name}/{entry.name}", digest, told.get(entry.name, ""))


def _cards(folder: Traversable) -> Mapping[str, str]:
    """What each file of weights does, by the card that names it in its heading."""
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.name.endswith(".md"):
            text = entry.read_text(encoding="utf-8")
            told = TOLD.search(text)
            words = PLAIN.sub("", " ".join(told.group(1).split())) if told else ""
            found |= dict.fromkeys(FILE.findall(text.split("\n", 1)[0]), words)
    return found


def _rows(folder: Traversable) -> Mapping[str, str]:
    text = (folder / "README.md").read_text(encoding="utf-8")
    return {name: told.strip() for name, told in ROW.findall(text)}
