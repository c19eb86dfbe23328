"""How soon a report is seen, and whether it ever freezes.

    python bench/painting.py REPORT.html [--repeat N] [--word WORD]

Opens the file N times in Debian's Chromium and prints the median of first contentful paint, in milliseconds and over
that of a page of one word (the ratio says what the report adds, whatever the machine), and then the longest task of the
page's main thread while it is opened, filtered (where there are several incidents), searched for WORD and followed to
the words of a figure: milliseconds of the processor, which other work on the machine does not change.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
SEARCHED = ".found .status >> text=/^[^S]/"  # anything but "Searching …"


def first_paint(browser: Browser, path: Path, repeat: int) -> float:
    """The median of first contentful paint in milliseconds."""
    found = []
    for _ in range(repeat):
        page = browser.new_page()
        page.goto(path.as_uri())
        while page.evaluate(PAINT) is None:
            page.wait_for_timeout(20)
        found.append(float(page.evaluate(PAINT)))
        page.close()
    return statistics.median(found)


def longest(browser: Browser, page: Page, act: Callable[[], object]) -> float:
    """Milliseconds of the processor in the longest task of the main thread while `act` runs."""
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    act()
    page.wait_for_timeout(300)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {(e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and "RendererMain" in e["args"]["name"]}
    tasks = (e for e in events if "RunTask" in e["name"] and (e["pid"], e["tid"]) in main)
    return max(float(e.get("tdur", 0)) for e in tasks) / 1000


def acts(page: Page, path: Path, word: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a reader does, by name."""
    yield "opened", lambda: page.goto(path.as_uri())
    if page.locator("#filters select[name=verdict]").count():
        yield "filtered", lambda: page.select_option("#filters select[name=verdict]", index=1)
        yield "all again", lambda: page.get_by_role("button", name="Clear").click()
    yield "searched", lambda: (page.fill("#search", word), page.wait_for_selector(SEARCHED))
    if page.locator("#opened").count():
        yield "incident", page.locator("#incidents tbody a").first.click
    yield "followed", page.locator(".incident:visible a.ref").first.click


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--word", default="people")
    given = parser.parse_args()
    path = given.report.resolve()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        bare = Path(folder) / "bare.html"
        bare.write_text("<!doctype html><title>bare</title><p>word", encoding="utf-8")
        paint, least = (first_paint(browser, p, given.repeat) for p in (path, bare))
        print(
            f"{path.stat().st_size / 1e6:.1f} MB; first paint {paint:.0f} ms, {paint / least:.1f} times a bare page's"
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, act in acts(page, path, given.word):
            print(f"  {name:10} longest task {longest(browser, page, act):4.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
