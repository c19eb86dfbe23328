"""Whose own word a page's own word is."""

from builders import claim, page
from counterclaim.cataloguing import load_catalogue
from counterclaim.linking.speakers import page_speakers


def test_an_outlet_that_is_quoted_as_a_voice_speaks_for_itself() -> None:
    pages = [page("a", claim("a"), outlet="tarn watch"), page("b", claim("b", voice="Tarn Watch"), outlet="Weir Post")]
    assert page_speakers(pages, load_catalogue()) == {"a": "Tarn Watch"}


def test_a_body_that_the_catalogue_knows_speaks_for_itself_and_an_agency_does_not() -> None:
    pages = [page("a", claim("a"), outlet="SOHR"), page("b", claim("b"), outlet="Reuters"), page("c", claim("c"))]
    assert page_speakers(pages, load_catalogue()) == {"a": "Syrian Observatory for Human Rights"}
