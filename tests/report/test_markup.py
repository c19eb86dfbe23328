"""Markup and JSON that text from pages cannot break out of."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.report.markup import (
    COMBINING,
    STEERING,
    address,
    data_block,
    el,
    identifier,
    is_web,
    join,
    lazy_block,
    safe,
)

TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "</script><!--",
        "&amp;&#60;",
        "a\x00b\u202ec\ud800",
    ]
)


class Reader(HTMLParser):
    """The tags, attributes and words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@given(TEXT, TEXT)
def test_text_stays_text_wherever_it_stands(inside: str, told: str) -> None:
    read = Reader(el("p", inside, title=told))
    assert set(read.tags) <= {"p", "span"}
    assert {name for name, _ in read.attributes} <= {"title", "class"}
    assert read.words == COMBINING.sub("", STEERING.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", inside))


def test_what_would_steer_the_text_is_shown_by_its_number() -> None:
    assert "⟨U+202E⟩" in safe("a\u202eb")
    assert "⟨U+D800⟩" in safe("a\ud800b")
    assert "⟨U+0000⟩" in safe("a\x00b")
    assert safe("a\nb\tc") == "a\nb\tc"
    safe("a\ud800b").encode("utf-8")


def test_a_tower_of_combining_marks_is_cut_and_counted() -> None:
    shown = safe("e" + "\u0301" * 1_000_000)
    assert len(shown) < 200
    assert "⟨999,976 more combining marks⟩" in shown
    assert safe("e\u0301\u0323") == "e\u0301\u0323"
    assert not COMBINING.search(el("p", title="e" + "\u0301" * 50).replace("\u0301" * 24, "", 1))


@given(st.recursive(TEXT | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)))
def test_a_json_block_ends_where_it_should_and_is_read_as_it_was(data: object) -> None:
    block = data_block(data, id_="x")
    told = block.removeprefix('<script type="application/json" id="x">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told) == data
    told.encode("utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//host.example/page",
        "http:no-host",
        "http://[broken",
        "https://host.example/ a",
        "file:///etc/passwd",
        "vbscript:x",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert not is_web(url)
    assert Reader(address(url) or "").tags == ["span"]
    assert Reader(address(url) or "").words.strip()


def test_a_web_address_is_a_link_that_tells_nobody_where_it_was_followed() -> None:
    read = Reader(address("https://host.example/a?b=1&c=<2>") or "")
    assert dict(read.attributes) == {
        "href": "https://host.example/a?b=1&c=<2>",
        "class": "url",
        "rel": "noreferrer noopener",
    }
    assert address(None) is None


def test_attributes_and_children() -> None:
    assert el("td", None, "a<", [el("b", "c"), None], cls="x", data_page="d-1", hidden=True, id=None) == (
        '<td class="x" data-page="d-1" hidden>a&lt;<b>c</b></td>'
    )
    assert el("br") == "<br>"
    assert join("<", el("i")) == "&lt;<i></i>"
    assert identifier("c", 'a"b c') == "c-a_22b_20c"


def test_no_script_goes_into_a_lazy_block() -> None:
    assert lazy_block(el("p", "</script><script>"), "d-1").count("</script>") == 1
    with pytest.raises(ValueError, match="no script"):
        lazy_block(el("script", "x"), "d-1")
