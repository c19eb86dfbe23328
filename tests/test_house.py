"""The arrows of the house: what may import what, and what a stage may not touch."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "counterclaim"
MODULES = sorted(PACKAGE.rglob("*.py"))
OUTSIDE = {"os", "io", "pathlib", "time", "random", "socket", "urllib", "requests", "httpx", "subprocess", "sqlite3"}
RECORDS = {"model", "errors", "syntax", "lexicon", "gazetteer", "parties"}
# What several rooms need and none owns.
SHARED = {"distance", "folding", "identity", "inflection", "phrases"}
# The crafts that stages are made of: each knows the records and its own words, and no other craft.
CRAFTS = {"asserting", "blaming", "counting", "layout", "mending", "naming", "parsing", "setting", "speech", "voicing"}
# As pure as a stage, but of many pages.
ROOMS = {"judging", "linking", "redacting", "reuse"}
# Looks up what the crafts decided by, with their words.
EXPLAINING = "explaining"
# Rooms and what each may see, besides the records, what is shared, and its own modules.
MAY_SEE = {
    "stages": CRAFTS | {EXPLAINING},
    EXPLAINING: {"counting", "setting"},
    "redacting": {"naming"},
    "casebook": {"export"},
    "judging": {"export"},
    "weights": {"speech"},
    "resources": {"cataloguing", "stages", "counting", "linking", "mending", "parsing", "setting", "speech", "weights"},
    "pipeline": {"stages", "linking", "redacting", "resources", "reuse", EXPLAINING},
    "batch": {"pipeline", "resources"},
    "report": {"faces", "linking"},  # a face so large that it has a room of its own; it shares the words of the screen
}


def _name(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _own(path: Path) -> Iterator[tuple[str, ...]]:
    yield from (tuple(m.split(".")[1:]) for m in _imports(path) if m.startswith("counterclaim."))


def _calls(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}


def _label(path: Path) -> str:
    return "/".join(_name(path)) or "counterclaim"


@pytest.mark.parametrize(
    "path", [m for m in MODULES if _name(m)[:1] in {("stages",), *zip(CRAFTS | ROOMS | {EXPLAINING})}], ids=_label
)
def test_a_stage_imports_no_stage_and_touches_nothing_outside(path: Path) -> None:
    assert not [m for m in _own(path) if m[0] == "stages"], "a stage imports another stage"
    assert not {m.split(".")[0] for m in _imports(path)} & OUTSIDE, "a stage reads no file, clock or network"
    assert "importlib.resources" not in set(_imports(path)), "what a stage needs is handed to it"
    assert not _calls(path) & {"open", "print", "input", "exec", "eval"}


@pytest.mark.parametrize("path", MODULES, ids=_label)
def test_data_flows_one_way(path: Path) -> None:
    room = _name(path)[0] if _name(path) else "counterclaim"
    if room in {"faces", "counterclaim"}:
        return  # the faces and the public face may see everything
    seen = {m[0] for m in _own(path)} - RECORDS - SHARED - {room}
    assert seen <= MAY_SEE.get(room, set()), f"{room} imports {seen}"


@pytest.mark.parametrize("path", [m for m in MODULES if "faces" not in _name(m)], ids=_label)
def test_the_library_never_prints(path: Path) -> None:
    assert "print" not in _calls(path)


def test_the_order_of_stages_is_known_to_one_file() -> None:
    users = {"/".join(_name(p)) for p in MODULES if any(m[0] == "stages" for m in _own(p))}
    assert users == {"pipeline", "resources"}  # resources hands the parser its model


def test_no_lock_file_names_a_host() -> None:
    for lock in (PACKAGE.parents[1] / "requirements").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        pinned = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)
