"""Reports of small pages about an invented war, and what stands in them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

from lxml import html as lxml_html

from counterclaim.faces.reporting import Wanted, report_html
from counterclaim.model import Claim, Document, Interval, Page, Passage, Role, Skipped, Span, Statement, content_id

TARN_WATCH, RESCUE, MINISTRY = "Tarn Watch", "Weir Rescue", "Orsk Defence Ministry"


def words(text: str, exact: str, nth: int = 0) -> Span:
    """The `nth` place at which the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(exact, start + 1)
    return Span(start, start + len(exact), exact)


def made_claim(document: Document, exact: str, nth: int = 0, **fields: Any) -> Claim:
    """A claim of people killed, at words of the page."""
    span = words(document.text, exact, nth)
    given: dict[str, Any] = {"aspect": "killed", "low": 12, "high": 12, "bound": "exactly", "who": "people"} | fields
    id_ = content_id(document.id, span.start, given["aspect"], given.get("voice"), given["low"])
    if "date" not in given:
        given["date"] = Interval("2019-04-09", "2019-04-09")
    return Claim(id=id_, document=document.id, span=span, event_type="Air/drone strike", **given)


def made_page(document: Document, *claims: Claim, statements: Iterable[Statement] = ()) -> Page:
    """A page of one passage a line."""
    passages, at = [], 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            passages.append(Passage(Span.of(document.text, at, at + len(line.rstrip("\n"))), Role.BODY))
        at += len(line)
    return Page(document, tuple(passages), tuple(statements), claims)


class Report:
    """A report as a parsed document."""

    def __init__(self, pages: Iterable[Page], skipped: Iterable[Skipped] = (), wanted: Wanted | None = None) -> None:
        self.html = report_html(tuple(pages), tuple(skipped), None, wanted)
        self.root = lxml_html.document_fromstring(self.html)

    @property
    def data(self) -> dict[str, Any]:
        """The JSON that scripts read."""
        (block,) = self.root.xpath("//script[@id='report-data']")
        found: dict[str, Any] = json.loads(block.text)
        return found

    @property
    def drawn(self) -> list[dict[str, Any]]:
        """What the incidents' drawings are made from."""
        return [json.loads(block.text) for block in self.root.xpath("//script[@class='incident-data']")]

    @property
    def ids(self) -> list[str]:
        """All ids."""
        return [str(found) for found in self.root.xpath("//@id")]

    @property
    def lazy(self) -> dict[str, Any]:
        """What stands in the blocks that are opened when asked for, parsed."""
        blocks = self.root.xpath("//script[@type='text/html']")
        return {
            block.get("data-for"): lxml_html.fragment_fromstring(block.text, create_parent=True) for block in blocks
        }

    def text(self, path: str) -> str:
        """The words at a path, on one line."""
        return " ".join(" ".join(found.text_content() for found in self.root.xpath(path)).split())


def hash_source(text: str) -> str:
    """How a policy names a script or style."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def one_word(text: str) -> str:
    """Text without blanks."""
    return re.sub(r"\s+", "", text)
