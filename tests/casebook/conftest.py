"""Every test that asks for an `address` or a `book` runs on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casebooks import addresses
from counterclaim.casebook import Casebook, open_casebook


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from addresses(request.param, tmp_path)


@pytest.fixture
def book(address: str) -> Iterator[Casebook]:
    with open_casebook(address) as casebook:
        yield casebook


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A casebook that is a file."""
    return str(tmp_path / "counterclaim.db")
