"""Reports as files, and tabs that show them; a tab that complains or asks for anything else fails its test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from big_reports import big_report
from browsing import Heard, chromium
from counterclaim.faces.api import Dossier, compare, read
from counterclaim.faces.reporting import Wanted, html_of

EXAMPLES = Path(__file__).parents[3] / "examples"
PARTIES = EXAMPLES / "parties.toml"

Tab = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """Opens a file in a tab of its own: width, height and what a browser can be asked to pretend."""
    opened: list[tuple[Page, Heard, Path]] = []

    def open_(path: Path, width: int = 1280, height: int = 900, hash_: str = "", **pretended: str) -> Page:
        page = browser.new_page(viewport={"width": width, "height": height}, **pretended)  # type: ignore[arg-type]
        heard = Heard()
        heard.listen(page)
        page.goto(path.as_uri() + hash_)
        opened.append((page, heard, path))
        return page

    yield open_
    for page, heard, path in opened:
        page.close()
        assert heard.complaints == []
        assert {url.partition("#")[0] for url in heard.requests} == {path.as_uri()}


@pytest.fixture(scope="session")
def demo() -> Dossier:
    return compare(read(EXAMPLES / "pages", parties=PARTIES), parties=PARTIES)


@pytest.fixture(scope="session")
def demo_report(demo: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo pages, everything in the document."""
    return demo.report(tmp_path_factory.mktemp("demo") / "report.html")


@pytest.fixture(scope="session")
def demo_index(demo: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with incidents and pages opened only when asked for."""
    path = tmp_path_factory.mktemp("demo") / "index.html"
    html = html_of(demo.accounts, demo.reading.pages, (), PARTIES, Wanted(whole=0))
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 incidents on 2,000 pages."""
    path = tmp_path_factory.mktemp("big") / "report.html"
    path.write_text(big_report(), encoding="utf-8")
    return path
