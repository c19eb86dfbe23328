"""When the page's own house speaks through its own people."""

import pytest

from counterclaim.model import Document
from counterclaim.pipeline import read_page

PAGES = {
    "our teams": ("Tern Relief Network", "Our teams said two women had died in Orla.", "two women", True),
    "its letters": ("Tern Relief Network", "TRN medics recorded three deaths in Orla.", "three deaths", True),
    "field teams": (
        "IOM Orla",
        "In addition, field teams reported that 11 people were killed in Orla.",
        "11 people",
        True,
    ),
    "of its kind": (
        "Tern Hospital",
        "Shells fell on Orla. The spokesman of the hospital said that nine people had died.",
        "nine people",
        True,
    ),
    "another of that kind": (
        "Tern Hospital",
        "Shells fell on the Elm Hospital. The spokesman of the hospital said that nine people had died.",
        "nine people",
        False,
    ),
    "a house's count": (
        "Tern Daily",
        "At least 57 soldiers were killed in Orla, according to our count.",
        "57 soldiers",
        True,
    ),
    "a reporter signs": (
        "Tern Daily",
        "Nine men were killed in Orla on Monday, Mira Tolm reports from Arven.",
        "Nine",
        True,
    ),
    "its own reporter": ("Tern Daily", "Nine men were killed in Orla, Tern Daily's Mira Tolm reports.", "Nine", True),
    "one told of before": (
        "Tern Daily",
        "Mira Tolm, who lives there, spoke to us. Nine men were killed in Orla, Mira Tolm reports.",
        "Nine",
        False,
    ),
    "one with an office": (
        "Tern Daily",
        "Nine men were killed in Orla, police chief Mira Tolm reports.",
        "Nine",
        False,
    ),
    "other medics": ("Tern Relief Network", "Town medics said three people had died in Orla.", "three people", False),
}


@pytest.mark.parametrize(("outlet", "text", "value", "own"), PAGES.values(), ids=PAGES)
def test_whether_the_house_speaks(resources, outlet, text, value, own):
    page = read_page(Document("page", text, outlet, "2024-05-27"), resources)
    voices = {c.voice for c in page.claims if value in c.span.exact}
    assert (voices <= {None, outlet}) is own, voices
