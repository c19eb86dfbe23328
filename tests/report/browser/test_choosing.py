"""Choosing among incidents and searching in pages, also where there are many: nothing ever freezes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from big_reports import RARE
from browsing import Tab, lit
from counterclaim.faces.api import Dossier

STATUS = "#filters .status"
FROZEN = 1000  # milliseconds that no task may take
RENDERER = "CrRendererMain"


def rows(page: Page) -> int:
    return page.locator("#incidents tbody tr").count()


def finds(page: Page, word: str, told: str) -> None:
    """The search for a word ends with these words."""
    page.fill("#search", word)
    expect(page.locator(".found .status")).to_have_text(told, timeout=30_000)


def incidents(page: Page) -> list[dict[str, Any]]:
    given: list[dict[str, Any]] = page.evaluate(
        "JSON.parse(document.getElementById('report-data').textContent).incidents"
    )
    return given


def rules(page: Page) -> dict[str, tuple[str, Callable[[dict[str, Any]], bool]]]:
    """By field a value that fits some incidents, and which these are."""
    given = incidents(page)
    days = sorted(i["date"][0] for i in given if i["date"])
    first, last = days[0], days[-1]
    place = next(i["place"]["name"] for i in given if i["place"])
    voice = next(v for i in reversed(given) for v in i["voices"])
    aspect = next(a for i in given for a in i["aspects"] if any(a not in other["aspects"] for other in given))
    verdict = given[0]["verdicts"][-1]
    return {
        "place": (place.upper(), lambda i: place in json.dumps([i["title"], (i["place"] or {}).get("name")])),
        "party": (voice, lambda i: any(voice in name for name in i["voices"] + i["parties"])),
        "from": (last, lambda i: bool(i["date"]) and i["date"][1] >= last),
        "to": (first, lambda i: bool(i["date"]) and i["date"][0] <= first),
        "aspect": (aspect, lambda i: aspect in i["aspects"]),
        "verdict": (verdict, lambda i: verdict in i["verdicts"]),
        "pages": ("5", lambda i: i["counts"]["pages"] >= 5),
    }


@pytest.mark.parametrize("field", ["place", "party", "from", "to", "aspect", "verdict", "pages"])
def test_a_filter_leaves_what_it_names(tab: Tab, demo_report: Path, field: str) -> None:
    page = tab(demo_report)
    given = incidents(page)
    assert page.locator(STATUS).inner_text() == f"{len(given)} incidents"
    value, fits = rules(page)[field]
    expected = sorted(i["id"] for i in given if fits(i))
    assert 0 < len(expected) < len(given)
    control = page.locator(f"#filters [name={field}]")
    if control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(value)
    else:
        control.fill(value)
    assert page.locator(STATUS).inner_text() == f"{len(expected)} of {len(given)} incidents"
    assert (
        sorted(page.evaluate("[...document.querySelectorAll('#incidents tbody tr')].map(r => r.dataset.incident)"))
        == expected
    )
    assert (
        sorted(page.evaluate("[...document.querySelectorAll('main > .incident:not([hidden])')].map(s => s.id)"))
        == expected
    )
    page.get_by_role("button", name="Clear").click()
    assert rows(page) == len(given)


def test_a_bar_of_the_timeline_chooses_its_time(tab: Tab, big: Path) -> None:
    page = tab(big)
    bar = page.locator("svg.when .bar").first
    told = bar.locator("title").inner_html()
    bar.focus()
    page.keyboard.press("Enter")
    number = told.split(": ")[1].split(" ")[0]
    assert page.locator(STATUS).inner_text() == f"{number} of 300 incidents"


def test_a_cluster_on_the_map_opens_a_closer_one(tab: Tab, big: Path) -> None:
    page = tab(big)
    before = page.locator("svg.map .cluster").count()
    page.locator("svg.map .cluster").first.click()
    assert 0 < page.locator("svg.map .cluster").count() < before
    page.get_by_role("button", name="The whole map").click()
    assert page.locator("svg.map .cluster").count() == before


def test_a_long_list_is_shown_in_parts(tab: Tab, big: Path) -> None:
    page = tab(big)
    assert rows(page) == 100
    page.get_by_role("button", name="Show 100 more of 200").click()
    assert rows(page) == 200


def test_search_finds_a_word_on_one_page_of_thousands(tab: Tab, big: Path) -> None:
    page = tab(big)
    finds(page, RARE.upper(), "1 place on 1 page")
    page.locator(".found a").click()
    assert lit(page) == RARE


def test_search_in_a_whole_report(tab: Tab, demo: Dossier, demo_report: Path) -> None:
    page = tab(demo_report)
    on = [p.document.text.count("luggage trolley") for p in demo.reading.pages]
    finds(page, "LUGGAGE trolley", f"{sum(on)} places on {sum(n > 0 for n in on)} pages")
    page.locator(".found a").last.click()
    assert lit(page) == "luggage trolley"
    finds(page, "zzzz", "Nowhere on these pages.")


def longest_task(browser: Browser, page: Page) -> float:
    """Milliseconds of the processor that the longest task of the page's main thread took since tracing began."""
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {(e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"]["name"] == RENDERER}
    tasks = [
        e["tdur"] / 1000 for e in events if "RunTask" in e["name"] and (e["pid"], e["tid"]) in main and "tdur" in e
    ]
    assert tasks, "nothing was traced"
    return max(tasks)


def test_nothing_freezes_with_thousands_of_pages(browser: Browser, tab: Tab, big: Path) -> None:
    page = tab(big)
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    page.reload()
    page.select_option("#filters [name=verdict]", "agree")
    page.fill("#filters [name=place]", "tarnholt")
    page.get_by_role("button", name="Clear").click()
    finds(page, "people", "2,000 places on 2,000 pages; the first 200 pages are shown")
    page.locator("#incidents tbody a").first.click()
    page.locator("#opened a.ref").first.click()
    assert longest_task(browser, page) < FROZEN
