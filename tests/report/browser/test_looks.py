"""Fit for every width, light and dark, on paper, and for those who cannot see it."""

import io
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page

from browsing import Tab, settled, violations

WIDTHS = (360, 1280, 2560)
SCHEMES = ("light", "dark")
THROUGH = """async () => {
    for (const figure of document.querySelectorAll('figure.drawing')) {
        figure.scrollIntoView();
        await new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)));
    }
}"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    const inside = e.closest('.scroll, #contents ul, .skip, .unseen, svg, datalist');
    return box.width && box.right > innerWidth + 1 && !inside;
}).map(e => e.outerHTML.slice(0, 100)).slice(0, 5)"""
BROKEN = """() => [...document.querySelectorAll('td.value bdi')].flatMap(value => {
    const text = value.firstChild;
    return [...text.data.matchAll(/\\S+/g)].filter(word => {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(r => r.top)).size > 1;
    }).map(String);
})"""


def whole(page: Page) -> None:
    """Scrolls through, so that every drawing is made."""
    page.evaluate(THROUGH)
    settled(page)
    page.evaluate("window.scrollTo(0, 0)")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_violation_is_found(tab: Tab, demo_report: Path, width: int, scheme: str) -> None:
    page = tab(demo_report, width, color_scheme=scheme)
    page.locator("main a.ref").first.click()
    whole(page)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_violation_is_found_in_an_index(tab: Tab, demo_index: Path, width: int, scheme: str) -> None:
    page = tab(demo_index, width, color_scheme=scheme)
    page.locator("#incidents a").first.click()
    page.locator("#opened a.ref").first.click()
    page.fill("#search", "people")
    page.locator(".found a").first.wait_for()
    whole(page)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(tab: Tab, demo_report: Path, width: int) -> None:
    page = tab(demo_report, width)
    whole(page)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_a_value_is_broken(tab: Tab, demo_report: Path, width: int) -> None:
    page = tab(demo_report, width)
    assert page.locator("td.value", has_text="government").count() > 0
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("kind", ["demo_report", "demo_index"])
def test_all_parts_are_named_at_the_top_of_a_narrow_window(tab: Tab, kind: str, request: pytest.FixtureRequest) -> None:
    bar = tab(request.getfixturevalue(kind), 360).locator("#contents ul")
    assert bar.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_drawings_give_way_to_lists_where_there_is_no_room(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report, 360)
    whole(page)
    assert page.locator("svg.graph:visible, svg.timeline:visible").count() == 0
    assert page.locator(".timeline .plain").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_selector("svg.timeline:visible")


def test_light_and_dark_by_the_system_and_by_hand(tab: Tab, demo_report: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab(demo_report, color_scheme="light")
    dark = tab(demo_report, color_scheme="dark")
    assert light.evaluate(ground) != dark.evaluate(ground)
    light.get_by_role("button", name="Show in dark colours").click()
    assert light.evaluate(ground) == dark.evaluate(ground)
    light.get_by_role("button", name="Show in light colours").click()
    assert light.evaluate(ground) != dark.evaluate(ground)


def test_on_paper_figures_have_notes_and_controls_are_gone(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#contents:visible, #filters:visible, button:visible").count() == 0
    notes = page.locator(".incident .notes").first
    assert "17 dead" in notes.inner_text()
    assert page.locator(".positions a.ref > sup.foot").count() > 50
    assert page.locator(".legend").is_visible(), "the marks in the pages are explained"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".notes, sup.foot").count() == 0


def test_it_prints_on_a4(tab: Tab, demo_report: Path) -> None:
    sheets = pypdf.PdfReader(io.BytesIO(tab(demo_report).pdf(prefer_css_page_size=True))).pages
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    text = "".join(sheet.extract_text() for sheet in sheets)
    assert "Where it stands" in text
    assert "Case 2019/0417" in text, "the pages are printed as well"


def test_motion_only_where_it_is_wanted(tab: Tab, demo_report: Path) -> None:
    moved = "getComputedStyle(document.querySelector('.mark.here')).animationName"
    for wanted, name in (("reduce", "none"), ("no-preference", "arrive")):
        page = tab(demo_report, reduced_motion=wanted)
        page.locator("main > :not(#pages) a.ref").first.click()
        assert page.evaluate(moved) == name


def test_it_reads_whole_without_scripts(tab: Tab, demo_report: Path) -> None:
    page = tab(demo_report, java_script_enabled=False)
    assert page.locator("tr.position").count() > 50
    page.locator("main a.ref").first.click()
    assert "#c-" in page.url
    assert page.locator(".mark:target").is_visible()


def test_without_scripts_an_index_shows_its_incidents_and_says_what_is_missing(tab: Tab, demo_index: Path) -> None:
    page = tab(demo_index, java_script_enabled=False)
    assert page.locator("#incidents tbody tr").first.is_visible()
    missing = "incidents and pages open when they are asked for, which needs scripts"
    assert page.get_by_text(missing).is_visible()
    assert tab(demo_index).get_by_text(missing).count() == 0
