"""Copied words: marked on both pages, told with who had them first, drawn as inferred where they alone tell."""

from dataclasses import replace

import pytest

from counterclaim.model import Document
from reports import TARN_WATCH, Report, made_claim, made_page

SHARED = (
    "Shells struck the old mill beside the weir in Tarnholt shortly after dawn on Tuesday while the millers were "
    "loading flour onto two carts, and 12 people were killed there according to Tarn Watch, which counts the dead of "
    "the war from lists that parish clerks and gravediggers send it every evening by courier across the frozen lake."
)
WIRE = Document("wire", f"TARNHOLT (AFP) - {SHARED}\n", outlet="Weir Post", published="2019-04-09T18:00")
COPY = Document("copy", f"{SHARED} So our readers may judge.\n", outlet="Orsk Daily", published="2019-04-10")


@pytest.fixture(scope="module")
def report() -> Report:
    first = replace(made_page(WIRE, made_claim(WIRE, "12 people", voice=TARN_WATCH, relays=("AFP",))), relays=("AFP",))
    return Report([first, made_page(COPY, made_claim(COPY, "12 people", voice=TARN_WATCH))])


def test_copied_words_are_marked_on_both_pages_with_the_other(report: Report) -> None:
    for here, there in (("d-1", "d-2"), ("d-2", "d-1")):
        (mark,) = set(report.root.xpath(f"//article[@id='{here}']//span[contains(@class, 'copied')]/@data-with"))
        assert mark == there
    assert "the millers were loading flour" in report.text("//article[@id='d-2']//span[contains(@class, 'copied')]")
    assert "So our readers may judge" not in report.text("//article[@id='d-2']//span[contains(@class, 'copied')]")


def test_the_head_of_a_page_says_who_had_the_words_first(report: Report) -> None:
    assert "that one earlier, AFP (inferred)" in report.text("//article[@id='d-2']/header")
    assert "that one later, AFP (inferred)" in report.text("//article[@id='d-1']/header")


def test_an_agency_that_only_copied_words_tell_of_is_drawn_as_inferred(report: Report) -> None:
    graph = report.drawn[0]["graph"]
    names = {node["id"]: node["label"] for node in graph["nodes"]}
    known = {(names[e["from"]], names[e["to"]]): e["known"] for e in graph["edges"]}
    assert known["AFP", "Weir Post"] == "stated"
    assert known["AFP", "Orsk Daily"] == "inferred"
    (copied,) = (e for e in graph["edges"] if e.get("copied"))
    assert (names[copied["from"]], names[copied["to"]]) == ("Weir Post", "Orsk Daily")
    assert "→ Orsk Daily (inferred from copied words)" in report.text("//li[contains(@class, 'inferred')]")
