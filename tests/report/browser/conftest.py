"""Reports as files, and tabs that show them; a tab that complains or asks for anything else fails its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from big_reports import big_report
from browsing import Heard, Tab, chromium
from counterclaim.faces.api import Dossier, compare, read
from counterclaim.faces.reporting import Wanted, html_of
from counterclaim.model import Document
from counterclaim.model import Page as ReadPage
from reports import Report, made_claim, made_page

EXAMPLES = Path(__file__).parents[3] / "examples"
PARTIES = EXAMPLES / "parties.toml"
SCRIPT = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


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
    html = html_of(demo.accounts, demo.judged, (), PARTIES, Wanted(whole=0))
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages that try to be more than text."""
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(Report(hostile_pages()).html, encoding="utf-8")
    return path


def hostile_pages() -> Iterator[ReadPage]:
    """A script as title and text, addresses that run, a megabyte of marks on one letter, writing from the right."""
    told = (
        ("script", f"{SCRIPT} 12 people were killed, Tarn Watch said.\n", SCRIPT, "javascript:alert(1)"),
        ("marks", "12 people were killed e" + "\u0301" * 1_000_000 + " there, 3 dead.\n", "Marks", "data:text/html,x"),
        ("turned", "\u202e12 people\u2066 were killed\x00.\n", "\u202eevil", "vbscript:x"),
        ("arabic", "قتل 12 people في تارنهولت يوم الثلاثاء.\n", "خبر عاجل", "http://host.example/ok"),
        ("emoji", "🕯️🕯 3 people, 12 people killed.\n", "🕯️", None),
    )
    for id_, text, title, url in told:
        document = Document(id_, text, outlet=f"{id_} {SCRIPT}", title=title, url=url, published="2019-04-10")
        yield made_page(document, made_claim(document, "12 people", voice=f"Voice {SCRIPT}"))


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 incidents on 2,000 pages."""
    path = tmp_path_factory.mktemp("big") / "report.html"
    path.write_text(big_report(), encoding="utf-8")
    return path
