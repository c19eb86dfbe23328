"""Pages that try to run, to fetch or to turn the writing round are shown and do nothing."""

import json
from pathlib import Path

import pytest

from browsing import Tab, lit, settled

WRITING = "e => getComputedStyle(e).direction"


def test_nothing_runs_and_nothing_is_fetched(tab: Tab, hostile_report: Path) -> None:
    page = tab(hostile_report)
    settled(page)
    assert page.title() != "taken"
    assert page.locator("img").count() == 0
    assert page.locator("a[href^='javascript'], a[href^='data'], a[href^='vbscript']").count() == 0
    assert "<script>" in page.locator("#pages").inner_text()


@pytest.mark.parametrize("name", ["script", "marks", "turned", "arabic", "emoji"])
def test_the_words_of_each_are_found(tab: Tab, hostile_report: Path, name: str) -> None:
    page = tab(hostile_report)
    page.locator("main > :not(#pages) a.ref", has_text=f"{name}:").first.click()
    assert lit(page) == "12 people"


def test_a_megabyte_of_marks_neither_freezes_nor_spills(tab: Tab, hostile_report: Path) -> None:
    page = tab(hostile_report)
    article = page.locator("article", has_text="more combining marks")
    article.scroll_into_view_if_needed()
    settled(page)
    box = article.locator(".passage").first.bounding_box()
    assert box is not None
    assert box["height"] < 400


def test_words_behind_a_pile_of_marks_are_where_they_are(tab: Tab, hostile_report: Path) -> None:
    start = len("12 people were killed e") + 1_000_000 + len(" there, ")
    assert lit(tab(hostile_report, hash_=f"#marks:{start}-{start + 6}")) == "3 dead"


def test_writing_from_the_right_runs_from_the_right(tab: Tab, hostile_report: Path) -> None:
    page = tab(hostile_report)
    passage = page.locator("article", has_text="تارنهولت").locator(".passage").first
    assert passage.evaluate(WRITING) == "rtl"
    turned = page.locator("article", has_text="U+202E").locator(".passage").first
    assert turned.evaluate(WRITING) == "ltr"


def test_search_shows_hostile_words_as_words(tab: Tab, hostile_report: Path) -> None:
    page = tab(hostile_report)
    page.fill("#search", "<script>")
    page.locator(".found a").first.wait_for()
    assert "<script>" in json.dumps(page.locator(".found a").all_inner_texts())
    assert page.title() != "taken"
