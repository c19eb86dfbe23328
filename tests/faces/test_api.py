"""The Python face."""

import pytest

import counterclaim
from counterclaim import Document

MILL = (
    "Shells hit the mill in Tarnholt on Friday. At least 12 people were killed, the Tarn Watch monitoring group said."
)


@pytest.fixture(scope="module")
def dossier() -> counterclaim.Dossier:
    pages = [
        Document("a", MILL, outlet="Weir Post", published="2019-05-04"),
        Document("b", MILL.replace("12", "15"), published="2019-05-05"),
    ]
    return counterclaim.compare(counterclaim.read(*pages))


def test_the_dossier_gives_voices_by_aspect(dossier: counterclaim.Dossier) -> None:
    killed = dossier["killed"]
    assert killed.voices == ("Tarn Watch monitoring group",)
    assert set(killed.values) == {"≥12", "≥15"}
    assert len(killed) == len(list(killed)) == 2


def test_an_aspect_without_claims_is_a_key_error_that_says_what_there_is(dossier: counterclaim.Dossier) -> None:
    with pytest.raises(KeyError, match="killed"):
        dossier["evacuated"]


def test_records_print_well(dossier: counterclaim.Dossier) -> None:
    assert "one voice, revised" in str(dossier)
    assert repr(dossier).startswith("<Dossier: ")
    assert repr(dossier.reading) == "<Reading: 2 pages, 2 claims, 2 statements>"
    assert "<table>" in dossier._repr_html_()
    assert "<table>" in dossier.reading._repr_html_()


def test_documents_paths_and_readings_can_be_mixed(tmp_path: object, dossier: counterclaim.Dossier) -> None:
    more = counterclaim.compare(dossier.reading, Document("c", MILL, published="2019-05-04"))
    assert len(more.reading.pages) == 3


def test_what_cannot_be_read_is_told_not_raised(tmp_path: object) -> None:
    reading = counterclaim.read(Document("a", MILL), "no/such/folder")
    assert len(reading.pages) == 1
    assert [s.name for s in reading.skipped] == ["no/such/folder"]


def test_reading_is_a_pure_function_of_the_page(dossier: counterclaim.Dossier) -> None:
    alone = counterclaim.read(dossier.reading.documents[1])
    assert alone.pages == dossier.reading.pages[1:]


def test_statements_of_two_pages_that_contradict_each_other_are_told_below_the_incidents() -> None:
    pages = [
        Document("a", "The Syrian army said the road to Homs had been closed.", published="2019-05-04"),
        Document("b", "Residents said the road to Homs was open.", published="2019-05-04"),
    ]
    dossier = counterclaim.compare(*pages)
    (rivalry,) = dossier.rivals
    assert {rivalry.a.document, rivalry.b.document} == {"a", "b"}
    assert "Said against each other:" in str(dossier)
