"""Everything by keyboard alone."""

from pathlib import Path

from playwright.sync_api import Page

from browsing import Tab, focused, lit, settled
from counterclaim.faces.api import Dossier

ALL = "a[href], button, input, select, summary, [tabindex='0']"
LANDED = 200  # milliseconds: having gone back, a browser takes the focus away once more and is given it again
PARTS = 20  # further stops within controls: the parts of a date
WATCH = "document.addEventListener('focusin', event => { event.target.dataset.had = 1 })"
MISSED = """all => [...document.querySelectorAll(all)]
    .filter(e => e.checkVisibility() && e.tabIndex >= 0 && !e.dataset.had)
    .map(e => e.outerHTML.slice(0, 120))"""
OUTLINE = """() => {
    const e = document.activeElement, mark = e.querySelector?.('.target, rect') ?? e;
    const style = getComputedStyle(e), within = getComputedStyle(mark);
    return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' || parseFloat(within.strokeWidth) >= 2;
}"""


ON_SCREEN = """[...document.querySelectorAll('#head a.ref, main > :not(#pages) a.ref')]
    .filter(e => e.getBoundingClientRect().bottom <= innerHeight).map(e => e.getAttribute('href'))"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_every_control_is_reached_by_tab_and_seen_there(tab: Tab, demo_index: Path) -> None:
    page = tab(demo_index)
    settled(page)
    page.evaluate(WATCH)
    for _ in range(len(page.evaluate(MISSED, ALL)) + PARTS):
        page.keyboard.press("Tab")
        if focused(page)["tag"] == "body":
            break
        assert page.evaluate(OUTLINE), focused(page)
    assert page.evaluate(MISSED, ALL) == []


def test_to_the_words_and_back_without_a_mouse(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    press(page, "j", "j", "j")
    figure = focused(page)
    assert figure["href"].startswith("#c-")
    press(page, "Enter")
    assert lit(page) != ""
    words = focused(page)
    press(page, "j")
    assert focused(page)["id"] != words["id"]
    assert focused(page)["id"].startswith("c-")
    press(page, "Backspace")
    page.wait_for_function("href => document.activeElement.getAttribute('href') === href", arg=figure["href"])
    press(page, "k")
    assert focused(page)["href"] != figure["href"]


def test_every_figure_on_the_first_screen_leads_to_words_and_back(tab: Tab, demo: Dossier, tmp_path: Path) -> None:
    path = demo.report(tmp_path / "one.html", incident=demo.accounts[0].incident.id)
    page = tab(path)
    figures = page.evaluate(ON_SCREEN)
    assert len(figures) > 5
    for href in figures:
        press(page, "j")
        assert focused(page)["href"] == href
        press(page, "Enter")
        assert lit(page) != ""
        press(page, "Backspace")
        page.wait_for_timeout(LANDED)
        assert focused(page)["href"] == href


def test_a_question_mark_shows_the_keys_and_escape_closes_them(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    press(page, "?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    press(page, "Escape")
    assert dialog.is_hidden()


def test_keys_of_one_letter_can_be_switched_off(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Close", exact=True).click()
    press(page, "t", "/")
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert focused(page)["id"] != "search"


def test_a_slash_goes_to_the_search_and_letters_typed_there_are_letters(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    press(page, "/")
    assert focused(page)["id"] == "search"
    page.keyboard.type("t?jb")
    assert page.locator("#search").input_value() == "t?jb"
    assert page.get_by_role("dialog").is_hidden()
    press(page, "Escape")
    assert focused(page)["tag"] == "body"


def test_escape_leaves_the_words(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    press(page, "j", "Enter", "Escape")
    page.wait_for_function("() => document.activeElement.matches('a.ref')")


def test_a_name_of_the_graph_tells_its_ways(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    page.locator(".chains").first.scroll_into_view_if_needed()
    node = page.locator("svg.graph [data-node]", has_text="Upland Front").first
    node.focus()
    press(page, "Enter")
    assert node.get_attribute("aria-pressed") == "true"
    assert "Upland Front → " in page.locator(".chosen").first.inner_text()
    press(page, "Enter")
    assert page.locator(".chosen").first.inner_text() == ""
