"""HTML and JSON that no text from a page can break out of: whatever is not made here is escaped."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import urlsplit

VOID = frozenset({"br", "meta", "link", "hr", "col", "wbr"})
# Controls, separators that end lines, bidirectional overrides and isolates, halves of surrogate pairs.
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
PILED = 24  # combining marks on one letter that are shown: the longest real ones have five or six
COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
    f"\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]{{{PILED},}}"
)
ODD = re.compile(f"{STEERING.pattern}|{COMBINING.pattern}")
IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
JSON_ODD = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
UNUSUAL = re.compile(r"[^A-Za-z0-9_-]")


class Html(str):
    """Markup made by this module: it goes into other markup as it is."""

    __slots__ = ()


EMPTY = Html("")
Child = str | Iterable["str | None"] | None


def el(tag: str, *children: Child, **attributes: object) -> Html:
    """An element; children that are not `Html` are text and escaped, None is left out.

    Attributes: `cls` is class, an underscore within a name a hyphen; None and False leave it out, True gives it bare.
    """
    head = f"<{tag}{_attributes(attributes)}>"
    if tag in VOID:
        return Html(head)
    return Html(f"{head}{join(*children)}</{tag}>")


def join(*children: Child) -> Html:
    """Children one after the other, text among them escaped."""
    return Html("".join(_child(c) for c in children if c is not None))


def safe(text: str) -> Html:
    """Text as markup that shows it and does nothing else; what would steer it is shown by its number."""
    if isinstance(text, Html):
        return text
    parts, at = [], 0
    for found in ODD.finditer(text):
        parts += [escape(text[at : found.start()], quote=False), _odd(found.group())]
        at = found.end()
    return Html("".join([*parts, escape(text[at:], quote=False)]))


def bdi(text: str) -> Html:
    """A name that may run in either direction, kept from turning round what stands beside it."""
    return el("bdi", text)


def data_block(data: object, *, id_: str | None = None, cls: str | None = None, data_for: str | None = None) -> Html:
    """A JSON block that scripts read; it ends where it should whatever the strings in it hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    told = JSON_ODD.sub(lambda m: IN_JSON.get(m.group()) or f"\\u{ord(m.group()):04x}", text)
    return el("script", Html(told), type="application/json", id=id_, cls=cls, data_for=data_for)


def lazy_block(content: Html, anchor: str) -> Html:
    """Markup that a script puts into the page when it is asked for; until then it costs nothing."""
    if "<script" in content or "</script" in content:
        raise ValueError("no script may stand in a lazy block")
    return el("script", content, type="text/html", cls="lazy", data_for=anchor)


def address(url: str | None, cls: str = "url") -> Html | None:
    """A link for a web address that can be followed, else its text: `javascript:` and the like are no addresses."""
    if not url:
        return None
    if is_web(url):
        return el("a", url, href=url, cls=cls, rel="noreferrer noopener")
    return el("span", url, cls=cls)


def is_web(url: str) -> bool:
    """Whether it is a whole address of the web that may stand as a link."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\x00-\x20]", url)
    except ValueError:
        return False


def _child(child: Child) -> str:
    if isinstance(child, str):
        return safe(child)
    return "".join(safe(c) for c in child or () if c is not None)


def _attributes(given: dict[str, object]) -> str:
    parts = []
    for name, value in given.items():
        if value is None or value is False:
            continue
        shown = "class" if name == "cls" else name.rstrip("_").replace("_", "-")
        parts.append(f" {shown}" if value is True else f' {shown}="{_attribute(str(value))}"')
    return "".join(parts)


def _attribute(value: str) -> str:
    return escape(COMBINING.sub(lambda m: m.group()[:PILED], STEERING.sub("�", value)))


def _odd(found: str) -> str:
    if len(found) > 1:
        left = len(found) - PILED
        told = f"⟨{left:,} more combining marks⟩" if left else ""
        return found[:PILED] + (f'<span class="control">{told}</span>' if told else "")
    name = unicodedata.name(found, "control character")
    return f'<span class="control" title="{name.title()}">⟨U+{ord(found):04X}⟩</span>'


def identifier(*parts: Any) -> str:
    """An id for an element of parts that come from records: any sign that does not belong into one is spelled out."""
    return "-".join(UNUSUAL.sub(lambda m: f"_{ord(m.group()):x}", str(part)) for part in parts)
