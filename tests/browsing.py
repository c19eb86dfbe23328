"""A report in a real browser: what it says, what it asks for, and whether those who cannot see it can use it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).parent / "report" / "browser" / "vendor" / "axe.min.js"
Tab = Callable[..., Page]  # opens a file in a tab: the path, then width, height, hash_ and what to pretend
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window; where it is missing the test is left out, but never where CI is set."""
    if not Path(CHROMIUM).exists():
        told = f"needs Debian's Chromium ({CHROMIUM}): apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Heard:
    """What a page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Begin."""
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice, each with the element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options: dict[str, Any] = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{v['id']}: {node['html'][:160]}" for v in found["violations"] for node in v["nodes"][:3]]


def focused(page: Page) -> dict[str, Any]:
    """The element that has the focus: its tag, id, words and whether it is in sight."""
    script = """() => {
        const e = document.activeElement, box = e.getBoundingClientRect();
        const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return {tag: e.tagName.toLowerCase(), id: e.id, words: e.textContent, href: e.getAttribute('href'), seen};
    }"""
    found: dict[str, Any] = page.evaluate(script)
    return found


def lit(page: Page) -> str:
    """The words that the report lights up."""
    return str(page.evaluate("[...(CSS.highlights.get('lit') ?? [])].map(String).join('')"))


def settled(page: Page) -> None:
    """Waits until what was started has been drawn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")
