"""Marks nest, whatever overlaps, and leave every word in its place."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from counterclaim.model import Document
from counterclaim.report.marks import RANKS, Mark, Writer, pieces, raised
from counterclaim.report.shelf import Shelf
from reports import made_page

TEXT = "Officials in Tarnholt said that twelve people were killed when the mill was hit on Tuesday."
PLAIN = tuple(kind for kind in RANKS if kind != "value")
SPAN = st.tuples(st.integers(0, 80), st.integers(1, 10), st.sampled_from(PLAIN))


def written(marks: list[Mark], start: int = 0, end: int = len(TEXT)) -> str:
    page = made_page(Document("mill", TEXT))
    return Writer(TEXT, marks, Shelf.of([page], []), {}).write(start, end)


@given(st.lists(SPAN, max_size=12), st.integers(0, 40), st.integers(41, len(TEXT)))
def test_the_words_stay_and_each_is_in_the_marks_that_cover_it(
    spans: list[tuple[int, int, str]], start: int, end: int
) -> None:
    marks = [Mark(at, at + long, kind) for at, long, kind in spans]
    html = written(marks, start, end)
    root = lxml_html.fragment_fromstring(f"<p>|{html}</p>")  # the bar keeps a blank at the start
    root.text = (root.text or "").removeprefix("|")
    assert root.text_content() == TEXT[start:end]
    assert html.count("<span") == html.count("</span>")
    at = start
    for piece, stack in _walk(root, ()):
        for offset in range(at, at + len(piece)):
            assert sorted(stack) == sorted(m.kind for m in marks if m.start <= offset < m.end)
            assert list(stack) == sorted(stack, key=RANKS.index), "outer kinds lie outside"
        at += len(piece)


def _walk(node: "lxml_html.HtmlElement", stack: tuple[str, ...]) -> "list[tuple[str, tuple[str, ...]]]":
    found = [(node.text or "", stack)]
    for child in node:
        found += _walk(child, (*stack, child.get("class").split()[-1]))
        found.append((child.tail or "", stack))
    return found


def test_a_mark_that_is_cut_has_its_id_once() -> None:
    html = written([Mark(0, 30, "content", anchor="s-1"), Mark(20, 50, "copied", pages="d-2")])
    assert html.count('id="s-1"') == 1
    assert len(re.findall('class="mark content"', html)) == 2


def test_pieces_cover_what_the_stretches_cover_and_nothing_else() -> None:
    assert list(pieces([(2, 6, "a"), (4, 9, "b"), (12, 13, "c")])) == [
        (2, 4, ["a"]),
        (4, 6, ["a", "b"]),
        (6, 9, ["b"]),
        (12, 13, ["c"]),
    ]
    assert raised(12) == "¹²"
