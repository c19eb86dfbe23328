"""A file of the user's own: states, parties and places over the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.cataloguing import load_catalogue
from counterclaim.errors import InputError
from counterclaim.gazetteer import load_gazetteer

FILE = """
[states]
XQ = { name = "Norrinia", party = "Norrinian government", adj = ["Norrinian"], seats = ["Velk"] }
[[group]]
kind = "monitor"
[group.parties]
"Norrin Counting House" = ["the Counting House", "Reuters"]
[places]
"Velk Mills" = { lat = 1.5, lon = -2.5, country = "XQ", also = ["Velkmills"] }
"Paris" = { kind = "village" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_bodies_of_a_state_of_ones_own_are_made_by_rule(own: Path) -> None:
    made = load_catalogue(own).lookup("Norrinian defence ministry")
    assert made is not None
    assert (made.name, made.kind, made.side) == ("Norrinian Defence Ministry", "ministry", "Norrinian government")
    assert load_catalogue().lookup("Norrinian defence ministry") is None


def test_parties_of_ones_own_go_before_the_shipped_ones(own: Path) -> None:
    catalogue = load_catalogue(own)
    counting = catalogue.lookup("the Counting House")
    assert counting is not None
    assert counting.name == "Norrin Counting House"
    assert catalogue.lookup("Reuters") == counting
    assert catalogue.lookup("Agence France-Presse") is not None


def test_places_of_ones_own_go_before_their_namesakes(own: Path) -> None:
    gazetteer = load_gazetteer(own)
    (mills,) = gazetteer.lookup("Velkmills")
    assert (mills.name, mills.lat, mills.lon, mills.precision) == ("Velkmills", 1.5, -2.5, 1)
    assert mills.ref == gazetteer.lookup("Velk Mills")[0].ref
    (paris,) = gazetteer.lookup("Paris")
    assert paris.geonames is None
    assert len(load_gazetteer().lookup("Paris")) > 1


@pytest.mark.parametrize(
    "text",
    [
        "[states]\nXQ = 3",
        "[states]\nXQ = { name = 'Norrinia' }",
        "[[group]]\nkind = 'wizard'\n[group.parties]\n'A' = []",
        "[group",
        "[[group]]\nkind = 'media'",
    ],
)
def test_a_file_that_is_no_catalogue_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.toml"):
        load_catalogue(path)


@pytest.mark.parametrize("text", ["[places]\n'A' = { kind = 'wood' }", "[places]\n'A' = 3", "places = [1]", "[places"])
def test_a_file_without_good_places_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.toml"):
        load_gazetteer(path)
