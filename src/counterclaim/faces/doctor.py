"""What is installed, which models and data are in use, and whether it all works together."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from counterclaim import __version__
from counterclaim.errors import CounterclaimError
from counterclaim.model import Document
from counterclaim.pipeline import read_page
from counterclaim.resources import MODEL, load_resources, reader_version

LIBRARIES = (
    "spacy",
    MODEL,
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "pypdf",
    "warcio",
    "sqlalchemy",
    "py3langid",
    "charset-normalizer",
    "rich",
    "typer",
)
PROBE = "Officials in Norrin said at least 12 people were killed in an air strike on Monday."


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor's report; `hint` says what to try when it is not well."""

    name: str
    found: str
    well: bool = True
    hint: str = ""


def examine() -> Iterator[Check]:
    """Look at the program, the libraries, the data and the models, and read one sentence with them."""
    yield Check("counterclaim", f"{__version__}, reader {reader_version()}")
    yield Check("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield Check("sqlite", sqlite3.sqlite_version)
    yield from map(_library, LIBRARIES)
    yield _attempt("gazetteer", lambda: load_resources().gazetteer.version)
    yield _attempt("parties", lambda: load_resources().catalogue.version)
    yield _attempt("lexicon", lambda: load_resources().lexicon.language)
    yield _attempt("reading", _read_probe)


def _library(name: str) -> Check:
    try:
        return Check(name, version(name))
    except PackageNotFoundError:
        return Check(name, "not installed", well=False, hint="pip install counterclaim")


def _attempt(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, look())
    except CounterclaimError as error:
        return Check(name, str(error), well=False, hint="install counterclaim again")


def _read_probe() -> str:
    page = read_page(Document("probe", PROBE, published="2019-05-20"), load_resources())
    if not page.claims:
        raise CounterclaimError("a plain claim was not found in a plain sentence")
    return f"{len(page.claims)} claim, {len(page.statements)} statement in a sentence of {len(PROBE)} characters"
