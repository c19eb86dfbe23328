"""What is shown of a page and a claim: the right words, and nothing that could steer a terminal."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from builders import TARN, claim, page
from counterclaim.faces.review.facts import facts
from counterclaim.faces.review.panes import asked, head, help_page, history_page, subject
from counterclaim.faces.review.words import row_of_value, words
from counterclaim.faces.screen import as_text
from counterclaim.faces.wording import UNSAFE
from counterclaim.judging import opinions
from counterclaim.judging.chain import has_surrogates
from counterclaim.judging.values import Figure
from counterclaim.model import Page, Span
from judging.cases import small_pages
from reviews import Notebook, at, desk, press, session

TEXT = (
    "The market burned all night.\n\n  A ministry\tofficial said on Friday that\n“at least 12\npeople” had been killed"
    ". [bold red]This is no markup[/]\n" + "More was said. " * 400
)
ODD = st.text(st.characters(codec=None, categories=None), min_size=1, max_size=40)
SOME = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def span(text: str, words_: str) -> Span:
    start = text.index(words_)
    return Span.of(text, start, start + len(words_))


def told(text: str) -> Page:
    first = claim("alder", text.index("at least"), "at least 12\npeople", high=None, bound="at least", place=TARN)
    marked = replace(first, voice="Ministry", voice_span=span(text, "official"), cue_span=span(text, "said"))
    return page("alder", marked, text=text, outlet="The Alder", published="2019-04-10T06:00:00", title="Night [/] fire")


def is_safe(text: str) -> bool:
    return not any(unicodedata.category(c) in UNSAFE for c in text if c != "\n")


def test_source_cue_and_value_are_named_in_brackets_within_their_page() -> None:
    laid = desk([told(TEXT)])
    shown = words(laid, next(laid.claims).id).plain
    assert "A ministry [source: official] [cue: said] on Friday that\n“[value: at least 12 people]” had been" in shown
    assert "The market burned all night." in shown
    assert "[bold red]This is no markup[/]" in shown
    assert shown.endswith("said.…")


def test_the_value_goes_before_what_overlaps_it() -> None:
    text = "killed: 12 people, they said"
    both = claim("alder", 8, "12 people", voice="Ministry", voice_span=span(text, "killed: 12"))
    laid = desk([page("alder", both, text=text)])
    assert words(laid, both.id).plain == "killed: [value: 12 people], they said"


def test_the_row_of_the_value_is_found_however_wide_the_screen() -> None:
    laid = desk([told(TEXT)])
    shown = words(laid, next(laid.claims).id)
    for width in (20, 40, 78, 200):
        row = row_of_value(shown, width)
        assert 1 <= row <= 8
    assert row_of_value(shown, 20) > row_of_value(shown, 78)


@SOME
@given(ODD, ODD, ODD)
@example("0", "\ud800", "0")
def test_odd_text_neither_raises_nor_reaches_the_terminal(before: str, inside: str, after: str) -> None:
    text = before + inside + after
    odd = claim("alder", len(before), inside, voice=after, party=before, place=replace(TARN, name=inside))
    found = at(session([page("alder", odd, text=text, outlet=after, title=before)], Notebook(f"A{inside}")), odd.id)
    found.person = before
    book, laid, id_ = found.book, found.desk, odd.id
    press(found, "w", "n", "c", inside, "enter", "u", "x", "escape", "m", "escape", "v", after)
    shown: list[Text] = [words(laid, id_), head(found.state, laid, before), subject(found.state, laid)]
    shown += [Text(as_text(facts(laid, id_, roomy=roomy), 60)) for roomy in (False, True)]
    shown += [asked(found.state, 5), Text(as_text(history_page(found.state, laid), 60))]
    assert book.since(0) or has_surrogates(inside)  # no judgement is stored under a name that no file can hold
    assert all(is_safe(text.plain) for text in shown)


def test_the_facts_say_who_says_what_and_what_others_say() -> None:
    laid = desk(small_pages())
    total = small_pages()[0].claims[0]
    shown = as_text(facts(laid, total.id), 76)
    assert "claims     killed 12 people, certain" in shown
    assert "who says   Harm Register → The alder" in shown
    assert "of what    Tarnholt · 9 Apr 2019" in shown
    assert "── killed: ≠ other number" in shown
    own = next(row for row in shown.splitlines() if row.startswith("▸"))
    assert own.split() == ["▸", "Harm", "Register", "12", "alder:0"]


def test_what_people_corrected_is_shown_beside_what_was_read() -> None:
    book = Notebook("Anna")
    total = small_pages()[0].claims[0]
    laid = desk(small_pages())
    book.record(opinions.value(laid.anchor(total.id), figure=Figure(15, None, "at least"), note="see the headline"))
    laid.log.add(book.made)
    shown = as_text(facts(laid, total.id), 110)
    assert "killed ≥15 people, certain ✎ (read: killed 12 people, certain)" in shown
    assert "✎ figure is ≥15 · judged by Anna, 2026-11-22 05:41 · “see the headline”" in shown


def test_what_two_differ_on_is_said_with_what_each_says() -> None:
    book, laid = Notebook("Anna"), desk(small_pages())
    total = small_pages()[0].claims[0]
    book.record(opinions.value(laid.anchor(total.id), figure=Figure(15, 15, "exactly")))
    book.record(opinions.value(laid.anchor(total.id), figure=Figure(16, 16, "exactly")), person="Ben")
    laid.log.add(book.made)
    shown = as_text(facts(laid, total.id), 100)
    assert "✎≠ figure: contested: Anna: 15 / Ben: 16 (what was read stands)" in shown
    assert "killed 12 people" in shown


def test_a_claim_judged_wrong_says_so_and_a_merge_that_it_is_not_weighed_in_yet() -> None:
    found = at(session(small_pages()), small_pages()[0].claims[0].id)
    press(found, "m", "1")
    id_ = found.state.item.claim
    assert "R links and weighs anew" in as_text(facts(found.desk, id_), 100)
    press(found, "w")
    shown = as_text(facts(found.desk, id_), 100)
    assert "judged to claim nothing of the kind: left out" in shown
    assert "✎ one incident with alder:60 “7 soldiers”" in shown


def test_the_history_tells_all_that_was_judged_and_what_was_taken_back() -> None:
    found = at(session(small_pages()), small_pages()[0].claims[0].id)
    press(found, "w", "z", "r", "p")
    rows = as_text(history_page(found.state, found.desk), 100).splitlines()
    assert [row.split()[0] for row in rows] == ["3", "2", "1"]
    assert "right · judged by Anna" in rows[0]
    assert rows[2].endswith("(taken back)")
    press(at(found, small_pages()[1].claims[0].id), "h")
    assert "Nobody has judged this claim." in as_text(history_page(found.state, found.desk))


def test_of_each_person_only_what_counts_is_shown_beside_the_claim() -> None:
    found = at(session(small_pages()), small_pages()[0].claims[0].id)
    id_ = found.state.item.claim
    press(found, "r", "p", "w", "p")
    shown = as_text(facts(found.desk, id_), 100)
    assert "✎ wrong · judged by Anna" in shown
    assert "✎ right" not in shown
    rows = as_text(history_page(found.state, found.desk), 100).splitlines()
    assert rows[1].endswith("(said otherwise since)")
    press(found, "u", "p")
    shown = as_text(facts(found.desk, id_), 100)
    assert "✎ unsure · judged by Anna" in shown
    assert "✎ wrong" not in shown


def test_the_help_names_every_key() -> None:
    assert "take back your last verdict" in as_text(help_page(), 80)


@pytest.mark.parametrize("row", [0, 6, 13])
def test_the_chosen_row_is_in_sight_and_has_a_sign(row: int) -> None:
    found = at(session(small_pages()), small_pages()[0].claims[0].id)
    press(found, "s", *["down"] * row)
    shown = asked(found.state, 5).plain.splitlines()
    assert sum(line.startswith("▸") for line in shown) == 1
    assert len(shown) <= 6
    assert all(cell_len(line) for line in shown)
