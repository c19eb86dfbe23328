"""From any figure to the exact characters it stands on, and back again."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsing import Tab, focused, lit, settled
from counterclaim.faces.api import Dossier
from counterclaim.faces.wording import page_names

PLACE, WORDS = "chr-1:371", "17 dead"  # a figure of the demo, and what stands there
FIGURES = "main > :not(#pages) a.ref[href^='#c-']"
BACK = "#back button"
FOLLOW_ALL = """figures => [...document.querySelectorAll(figures)].map(a => {
    a.click();
    const words = [...CSS.highlights.get('lit')].map(String).join('');
    return [a.textContent, words, document.activeElement.id === a.getAttribute('href').slice(1)];
})"""


def test_every_figure_leads_to_the_exact_characters(tab: Tab, demo: Dossier, demo_report: Path) -> None:
    names = page_names([p.document for p in demo.reading.pages])
    exact: dict[str, set[str]] = {}
    for claim in (c for p in demo.reading.pages for c in p.claims):
        exact.setdefault(f"{names[claim.document]}:{claim.span.start}", set()).add(claim.span.exact)
    followed = tab(demo_report).evaluate(FOLLOW_ALL, FIGURES)
    assert len({place for place, *_ in followed}) == len(exact)
    assert [(place, words) for place, words, _ in followed if words not in exact[place]] == []
    assert all(has_focus for *_, has_focus in followed)


@pytest.mark.parametrize("width", [360, 1280])
def test_by_a_click_to_the_words_and_by_the_browser_back(tab: Tab, demo_report: Path, width: int) -> None:
    page = tab(demo_report, width)
    figure = page.locator(FIGURES, has_text=PLACE).first
    figure.click()
    assert lit(page) == WORDS
    words = focused(page)
    assert (words["words"], words["seen"]) == (WORDS, True)
    page.go_back()
    settled(page)
    assert focused(page)["words"] == PLACE
    assert focused(page)["seen"]
    assert lit(page) == ""


def test_a_button_leads_back_as_well(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    page.locator(FIGURES, has_text="corvane-2:103").first.click()
    page.get_by_role("button", name="Back to the figure").click()
    page.wait_for_function("() => document.activeElement.textContent === 'corvane-2:103'")
    assert page.locator(BACK).is_hidden()


def test_a_value_in_a_page_leads_to_its_row(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report, hash_=f"#{PLACE}")
    value = page.locator("#pages a.mark.value", has_text=WORDS).first
    value.click()
    row = page.locator("tr.here")
    assert row.locator(".value").inner_text() in WORDS
    assert PLACE in row.locator(".pages").inner_text()
    page.get_by_role("button", name="Back to the words").click()
    page.wait_for_function("() => document.activeElement.textContent === '17 dead'")


@pytest.mark.parametrize(
    ("hash_", "words"), [("#chr-1:371-378", "17 dead"), ("#chr-1:374-411", None), ("#chr-1:0-4", None)]
)
def test_an_address_leads_to_a_spot(tab: Tab, demo: Dossier, demo_report: Path, hash_: str, words: str | None) -> None:
    text = next(p.document.text for p in demo.reading.pages if p.document.id == "chr-1")
    start, _, end = hash_.partition(":")[2].partition("-")
    page = tab(demo_report, hash_=hash_)
    assert lit(page) == (words or text[int(start) : int(end)])
    assert focused(page)["seen"]


def test_an_address_that_leads_nowhere_does_no_harm(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report, hash_="#chr-1:999999-%E0%A4%A")
    assert page.locator(BACK).is_hidden()


def test_offsets_count_characters_beyond_the_basic_plane_once(tab: Tab, hostile_report: Path) -> None:
    assert lit(tab(hostile_report, hash_="#emoji:4-12")) == "3 people"


def test_in_an_index_incidents_and_pages_open_when_asked_for(tab: Tab, demo_index: Path) -> None:
    page = tab(demo_index)
    assert page.locator("article.page").count() == 0
    page.locator("#incidents a", has_text="Bombing").first.click()
    opened = page.locator("#opened .incident")
    assert "Tolmera" in opened.locator("h2").inner_text()
    for kind in ("chains", "timeline", "place"):
        opened.locator(f"section.{kind}").scroll_into_view_if_needed()
        opened.locator(f"section.{kind} svg").wait_for()
    opened.locator("a.ref", has_text=PLACE).first.click()
    assert lit(page) == WORDS
    assert page.locator("article.page").count() == 1
    page.go_back()
    settled(page)
    assert focused(page)["words"] == PLACE


def test_an_address_opens_what_waits_in_an_index(tab: Tab, demo_index: Path) -> None:
    assert lit(tab(demo_index, hash_="#chr-1:371-378")) == WORDS


def open_far(page: Page, number: int) -> None:
    page.evaluate("hash => { location.hash = hash }", f"#d-{number}")


def test_an_index_keeps_only_so_many_pages_open(tab: Tab, big: Path) -> None:
    page = tab(big)
    for number in range(1, 41):
        open_far(page, number)
        page.wait_for_selector(f"#d-{number}")
    assert page.locator("article.page").count() == 30
    assert page.locator("#d-1").count() == 0
