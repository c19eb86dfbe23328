"""HTML: the article's text by trafilatura, without comments; metadata from the page's own head.

One paragraph a line. Where the extraction leaves the headline out, it is put before the text as its first line, for a
headline makes claims as well. The same markup gives the same text: nothing depends on the clock or on what was read
before.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, BinaryIO

from counterclaim.errors import PageError
from counterclaim.ingest.draft import MAX_HTML_BYTES, Draft, read_whole
from counterclaim.ingest.encoding import decode_html
from counterclaim.ingest.head import Head, read_head
from counterclaim.model import Original, Skipped, one_line

NOISY = ("trafilatura", "htmldate", "justext", "readability")
NO_TEXT = "no text was found in this HTML"
TRY_BROWSER = "if scripts build the page, save it from a browser or as PDF"
WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
OPENING_LINES = 5


def read_html(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one page of an HTML file; raises PageError when it is empty, binary, too large, or holds no text."""
    data = read_whole(stream, name, MAX_HTML_BYTES, "an HTML page")
    yield replace(html_page(data, name), original=Original(data, "text/html", "file"))


def html_page(data: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Draft:
    """The page that these bytes are; `url` and `charset` as an archive or server gave them, None when unknown."""
    markup, unreadable = decode_html(data, name, charset)
    draft = markup_page(markup, name, url=url)
    if not unreadable:
        return draft
    why = f"bytes that could not be decoded are shown as U+FFFD: {unreadable}"
    return replace(draft, notes=(*draft.notes, Skipped(name, why, "get the page anew", part="encoding")))


def markup_page(markup: str, name: str, *, url: str | None = None) -> Draft:
    """The page that this markup is; raises PageError when it holds no text."""
    if len(markup) > MAX_HTML_BYTES:
        raise PageError(name, f"larger than {MAX_HTML_BYTES / 1e6:,.0f} MB, the limit for an HTML page")
    with _silenced():
        tree = _tree(markup, name)
        head = read_head(tree, url)
        headline = _headline(tree, head)
        text = _extract(tree, name, head.url)
    return Draft(
        name=name,
        text=_with_headline(text, headline),
        outlet=head.outlet,
        published=head.published,
        title=head.title,
        url=head.url,
        declared=head.lang,
    )


def _tree(markup: str, name: str) -> Any:
    from trafilatura import load_html  # noqa: PLC0415  # a tenth of a second: only when HTML is read

    whole = markup if WHOLE_PAGE.search(markup) else f"<html><body>{markup}</body></html>"
    tree = load_html(whole)
    if tree is None:
        raise PageError(name, NO_TEXT, TRY_BROWSER)
    return tree


def _extract(tree: Any, name: str, url: str | None) -> str:
    from trafilatura import extract  # noqa: PLC0415

    try:
        text: str | None = extract(tree, url=url, include_comments=False, deduplicate=False)
    except Exception as error:  # the library promises no error of its own; one odd page must not end the run
        raise PageError(name, f"its HTML cannot be taken apart ({type(error).__name__})", TRY_BROWSER) from error
    if not text or not text.strip():
        raise PageError(name, NO_TEXT, TRY_BROWSER)
    return text


def _headline(tree: Any, head: Head) -> str | None:
    """The words of the page's main heading: one that says what the title says, else its only <h1>.

    The name of the outlet is no headline, nor are one or two words: those name a section.
    """
    title, outlet = _folded(head.title or ""), _folded(head.outlet or "")
    headings = [one_line(" ".join(h.itertext())) for h in tree.iter("h1", "h2")]
    same = next((h for h in headings if _folded(h) and _folded(h) == title), None)
    first = {one_line(" ".join(h.itertext())) for h in tree.iter("h1")} - {""}
    headline = same or (first.pop() if len(first) == 1 else None)
    return headline if headline and len(headline.split()) > 2 and _folded(headline) != outlet else None


def _with_headline(text: str, headline: str | None) -> str:
    opening = _folded("".join(text.splitlines()[:OPENING_LINES]))
    return text if headline is None or _folded(headline) in opening else f"{headline}\n{text}"


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep the libraries from logging what is told in a `Skipped` already."""
    loggers = [logging.getLogger(name) for name in NOISY]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
