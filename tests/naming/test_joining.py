"""Names that were found in pieces."""

import pytest

from counterclaim.gazetteer import load_gazetteer
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources


def places(resources: Resources, text: str) -> list[str]:
    return [m.span.exact for m in read_findings(Document("d", text), resources).mentions if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A missile hit a building in the Bagh-e Narenj neighborhood, killing five.", "Bagh-e Narenj neighborhood"),
        ("A shell hit Abu Hashabo camp in North Darfur, killing six people.", "Abu Hashabo camp"),
        (
            "Rockets fell on the Hay al-Karamah al-Jadid district, killing four people.",
            "Hay al-Karamah al-Jadid district",
        ),
        ("A missile fell on Al-Rawdah al-Gharbiyah camp, killing three women.", "Al-Rawdah al-Gharbiyah camp"),
    ],
)
def test_pieces_of_one_name_are_joined(resources: Resources, text: str, name: str) -> None:
    assert name in places(resources, text)


def test_two_towns_in_a_row_stay_two_where_commas_were_lost(resources: Resources) -> None:
    text = "Shells hit Aleppo Hama and Homs killing four people. " * 8
    assert "," not in text
    assert {"Aleppo", "Hama", "Homs"} <= set(places(resources, text))


def test_who_is_identified_as_somebody_is_no_place(resources: Resources) -> None:
    assert load_gazetteer().lookup("Cali")
    assert load_lexicon()
    assert "Cali" not in places(resources, "A shell killed a shopkeeper identified as Cali Norholm and his son.")
