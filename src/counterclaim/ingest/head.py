"""What an HTML page says of itself: title, outlet, day of publication, address, language.

Only what is marked as such counts: meta tags, schema.org data (JSON-LD), time elements and the address. A date that
stands in the text, in a copyright line or in a "modified" field is not the day of publication and is not looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from counterclaim.ingest.dates import parse_published
from counterclaim.ingest.draft import has_surrogates
from counterclaim.model import one_line

PUBLISHED_KEYS = (
    "article:published_time", "article:published", "datepublished", "og:published_time", "og:article:published_time",
    "dc.date.issued", "dcterms.issued", "dc.date.published", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "publication_date", "published-date",
    "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "rnews:datepublished",
)  # fmt: skip
CREATED_KEYS = ("datecreated", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date")
OUTLET_KEYS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "headline", "title")
ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")
URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)")
PUBLISHED_MARK = re.compile(r"datepublished|(?<![a-z])(?:published|pubdate|entry-date|post-date|publish-date)", re.I)
MODIFIED_MARK = re.compile(r"modif|updat", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; None where the page does not say."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    lang: str | None


def read_head(tree: Any, url: str | None = None) -> Head:
    """Read an lxml tree; `url` is the address that the page was fetched from, where that is known."""
    meta = _meta(tree)
    article = _article(tree)
    address = _address(tree, meta) or url
    outlet = _first(meta, OUTLET_KEYS[:1]) or _publisher(article) or _first(meta, OUTLET_KEYS) or _host(address)
    return Head(
        title=_title(tree, meta, article, outlet),
        outlet=outlet,
        published=_published(tree, meta, article, (url, address)),
        url=address,
        lang=_language(tree, meta),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The page's meta tags, by name in lower case; of several with one name the first counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = one_line(element.get("content") or element.get("datetime") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key if attribute != "http-equiv" else f"http-equiv:{key}", content)
    return found


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[k] for k in keys if k in meta), None)


def _article(tree: Any) -> Mapping[str, Any]:
    """The schema.org record of the article, empty when there is none."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if any(ARTICLE_TYPE.search(t) for t in _strings(node.get("@type"))):
                return node
    return {}


def _nodes(data: Any, depth: int = 3) -> Iterator[Mapping[str, Any]]:
    """The records of a JSON-LD block: itself, a list, or what is under @graph or mainEntity; not the related pages."""
    if isinstance(data, list) and depth:
        for item in data:
            yield from _nodes(item, depth - 1)
    elif isinstance(data, Mapping):
        yield data
        for key in ("@graph", "mainEntity"):
            if depth:
                yield from _nodes(data.get(key), depth - 1)


def _strings(value: Any) -> list[str]:
    """The strings of a JSON value that is one or a list of them, each on one line."""
    found = (one_line(v) for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
    return [v for v in found if v and not has_surrogates(v)]


def _publisher(article: Mapping[str, Any]) -> str | None:
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    return next(iter(_strings(publisher.get("name") if isinstance(publisher, Mapping) else publisher)), None)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _address(tree: Any, meta: Mapping[str, str]) -> str | None:
    """The page's lasting address, as it gives it itself."""
    canonical = [e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    found = [a.strip() for a in (*canonical, meta.get("og:url", ""))]
    return next((a for a in found if a.startswith(("http://", "https://")) and _host(a)), None)


def _title(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any], outlet: str | None) -> str | None:
    headings = [one_line(" ".join(e.itertext())) for e in tree.iter("h1")]
    element = next((one_line("".join(e.itertext())) for e in tree.iter("title")), "")
    found = (_first(meta, TITLE_KEYS), *_strings(article.get("headline")), *headings[:1], element)
    title = next((one_line(t) for t in found if t and t.strip()), None)
    if title and outlet:  # "Headline | Outlet" names the outlet, not the page
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
    return title


def _published(
    tree: Any, meta: Mapping[str, str], article: Mapping[str, Any], urls: tuple[str | None, str | None]
) -> str | None:
    """The first day of publication that can be read, the surest mark first."""
    marked, unmarked = _time_elements(tree)
    candidates = (
        *(meta[k] for k in PUBLISHED_KEYS if k in meta),
        *_strings(article.get("datePublished")),
        *marked,
        *filter(None, map(_day_in_address, urls)),
        *(meta[k] for k in CREATED_KEYS if k in meta),
        *unmarked,
    )
    return next(filter(None, map(parse_published, candidates)), None)


def _time_elements(tree: Any) -> tuple[list[str], list[str]]:
    """Times marked as those of publication; and a time of the article, where all that it has name one day."""
    marked, plain = [], []
    for element in tree.iter("time"):
        value = element.get("datetime")
        mark = " ".join(filter(None, (element.get("itemprop"), element.get("class"), *element.attrib)))
        if not value or MODIFIED_MARK.search(mark):
            continue
        if PUBLISHED_MARK.search(mark):
            marked.append(value)
        elif not any(a.tag in ("aside", "nav", "footer") for a in element.iterancestors()):
            plain.append(value)
    days = {(parse_published(value) or "")[:10] for value in plain}
    return marked, plain if len(days) == 1 else []


def _day_in_address(url: str | None) -> str | None:
    """The day in a path such as /2017/04/15/…; None when there is none, or more than one."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    days = {parse_published(f"{m[1]}-{m[3]:0>2}-{m[4]:0>2}") for m in URL_DAY.finditer(path)} - {None}
    return days.pop() if len(days) == 1 else None


def _language(tree: Any, meta: Mapping[str, str]) -> str | None:
    root = next(tree.iter("html"), None)
    declared = (root.get("lang") or root.get("xml:lang")) if root is not None else None
    found = declared or meta.get("http-equiv:content-language") or meta.get("og:locale")
    return one_line(found) or None if found else None
