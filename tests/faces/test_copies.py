"""Copies as people see them: who repeats whom, whose words they are, what was changed."""

from builders import claim
from counterclaim.faces.copies import copy_lines, reuse_lines
from counterclaim.faces.screen import as_text
from counterclaim.faces.target import excerpts
from counterclaim.model import Page, Reuse
from reuse.paging import OTHER, WIRE, paper, reuse

CHANGED = WIRE.replace("12 people", "15 people")
DAYS = {"published": "2019-05-03"}, {"published": "2019-05-04"}


def lines(*pages: Page) -> list[str]:
    return list(copy_lines(reuse(*pages), {p.document.id: p.document.id for p in pages}))


def test_the_later_repeats_the_earlier() -> None:
    assert lines(paper("weir", CHANGED, **DAYS[1]), paper("mill", WIRE, ("Norlink",), **DAYS[0])) == [
        "weir repeats mill, Norlink (inferred from mill), with one number changed"
    ]


def test_without_dates_nobody_repeats_anybody() -> None:
    assert lines(paper("weir", WIRE), paper("mill", WIRE)) == ["mill and weir share most of their words"]


def test_of_one_sentence_nobody_is_said_to_be_the_first() -> None:
    sentence = WIRE.partition(", the Tarn")[0]
    mill, weir = paper("mill", f"{sentence}.\n{OTHER}", **DAYS[0]), paper("weir", f"{sentence}, it says.", **DAYS[1])
    assert lines(mill, weir) == ["mill and weir share most of their words"]


def test_part_of_a_page_is_said_to_be_a_part() -> None:
    long = "\n".join(" ".join(f"{w}{n}" for w in OTHER.split()) for n in range(4))
    mill = paper("mill", f"{long}\n{WIRE}", **DAYS[0])
    weir = paper("weir", f"{long.upper()[::-1]}\n{WIRE}", **DAYS[1])
    assert lines(mill, weir) == ["weir repeats part of mill"]


def test_a_sentence_left_out_is_no_changed_number() -> None:
    cut = WIRE.replace("Rescuers dug through the night for those still under the rubble of two houses. ", "")
    assert lines(paper("mill", WIRE, **DAYS[0]), paper("weir", cut, **DAYS[1])) == ["weir repeats mill"]


def test_a_group_has_one_line() -> None:
    pages = [paper("ferry", WIRE, **DAYS[0]), paper("mill", CHANGED, **DAYS[1]), paper("weir", WIRE, **DAYS[1])]
    assert lines(*pages) == ["mill and weir repeat ferry, with changed numbers"]


def test_a_large_group_is_counted() -> None:
    (line,) = lines(*(paper(f"p{n}", WIRE) for n in range(9)))
    assert line == "p0, p1, p2, p3, p4, p5 and 3 more share most of their words"


def told(page: Page, found: tuple[Reuse, ...], names: dict[str, str]) -> list[str]:
    at = page.document.text.index("people") - 3
    return list(reuse_lines(claim(page.document.id, at, page.document.text[at : at + 9]), found, names))


def test_behind_a_claim_stands_where_else_its_words_are() -> None:
    mill, weir = paper("mill", WIRE, **DAYS[0]), paper("weir", CHANGED, **DAYS[1])
    found, names = reuse(mill, weir), {"mill": "mill", "weir": "weir"}
    assert told(weir, found, names) == ["mill:0 (earlier, 53 words); there “12” for “15”"]
    assert told(mill, found, names) == ["weir:0 (later, 53 words); there “15” for “12”"]
    assert told(paper("ferry", WIRE), found, names) == []


def test_show_prints_it_and_lets_nothing_through_that_steers_a_terminal() -> None:
    evil = WIRE.replace("Rescuers", "\x1b[2JRescuers \u202eAnton")
    at = WIRE.index("12 people")
    page = paper("mill", WIRE)
    bears = Page(page.document, page.passages, (), (claim("mill", at, "12 people"),))
    other = paper("weir", evil)
    shown = as_text(excerpts(f"mill:{at}", [bears, other], reuse(bears, other)))
    assert "same words" in shown
    assert "weir:0" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
