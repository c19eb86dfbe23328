"""Whose the words were first: stated and inferred are kept apart, and nothing is guessed."""

from pathlib import Path

import pytest

from counterclaim.cataloguing import load_catalogue
from counterclaim.model import Document
from counterclaim.reuse.origins import earlier_page
from reuse.paging import OTHER, WIRE, paper, reuse

INVENTED = load_catalogue(Path(__file__).parents[2] / "examples" / "parties.toml")  # Corvane is an agency there


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("2019-05-03", "2019-05-04", "a"),
        ("2019-05-04", "2019-05-03", "b"),
        ("2019-05-03", "2019-05-03", None),
        ("2019-05-03", None, None),
        ("2019-05-03T10:00:00", "2019-05-03T09:00:00", "b"),
        ("2019-05-03T10:00:00+00:00", "2019-05-03T10:30:00+02:00", "b"),
        ("2019-05-03T10:00:00", "2019-05-03", None),
        ("2019-05-03T10:00:00", "2019-05-03T09:00:00+00:00", None),
        ("some day", "2019-05-03", None),
    ],
)
def test_the_earlier_page_is_known_from_dates_alone(a: str | None, b: str | None, first: str | None) -> None:
    assert earlier_page(Document("a", "x", published=a), Document("b", "y", published=b)) == first


@pytest.mark.parametrize(
    ("mine", "theirs", "origin"),
    [
        (("Norlink",), ("Norlink",), ("Norlink", "stated")),
        (("Norlink", "Sovar"), ("Sovar",), ("Sovar", "stated")),
        (("Norlink",), (), ("Norlink", "inferred")),
        ((), ("Norlink",), ("Norlink", "inferred")),
        (("Norlink",), ("Sovar",), (None, None)),
        (("Norlink", "Sovar"), (), (None, None)),
        ((), (), (None, None)),
    ],
)
def test_an_agency_is_stated_or_inferred(
    mine: tuple[str, ...], theirs: tuple[str, ...], origin: tuple[str | None, str | None]
) -> None:
    (found,) = reuse(paper("a", WIRE, mine), paper("b", WIRE, theirs))
    assert (found.origin, found.known) == origin


def test_an_agency_s_own_page_is_an_origin_unless_it_came_later() -> None:
    wire = paper("a", WIRE, outlet="Corvane", published="2019-05-03")
    for day, origin in (("2019-05-04", "Corvane"), ("2019-05-03", "Corvane"), ("2019-05-02", None)):
        (found,) = reuse(wire, paper("b", WIRE, outlet="Weir Post", published=day), catalogue=INVENTED)
        assert found.origin == origin


def test_a_shared_quotation_makes_no_agency_the_origin() -> None:
    quotation = WIRE.partition(", the Tarn")[0]
    (found,) = reuse(paper("a", f"{quotation}. {OTHER}", ("Norlink",)), paper("b", f"{quotation}, we are told."))
    assert found.words < 30
    assert found.origin is None
