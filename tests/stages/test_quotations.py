from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Passage, Role, Span
from counterclaim.stages.quotations import find_quotations


def lines(text: str, role: Role = Role.BODY) -> tuple[Passage, ...]:
    """Each line that is not blank as one passage."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage(Span.of(text, at, at + len(line)), role))
        at += len(line) + 1
    return tuple(found)


def quoted(text: str) -> list[str]:
    return [q.span.exact for q in find_quotations(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we held the ridge" at noon.', ["we held the ridge"]),
        ("He said “we held the ridge” at noon.", ["we held the ridge"]),
        ("Er sagte „halt“ und ging.", ["halt"]),
        ("Il a dit « halte » hier.", ["halte"]),
        ("''We held,'' he said. ''Barely.''", ["We held,", "Barely."]),
        ("``We held,'' he said.", ["We held,"]),
        ("“We held,“ he said.", ["We held,"]),  # two opening glyphs
        ("”We held,” he said.", ["We held,"]),  # two closing glyphs
        ("They call it ‘the bowl’ in Veskad.", ["the bowl"]),
        ("They call it 'the bowl' in Veskad.", ["the bowl"]),
        ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,"]),
        ("‘He told me “run” and I ran,’ she said.", ["He told me “run” and I ran,"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fighters' trench and the army's guns weren't far apart.",
        "Rock ’n’ roll didn’t survive the ’90s in Veskad’s clubs.",
        "The shell was 4'2\" long.",
        "Nobody spoke.",
        '""',
        "“ ”",
    ],
)
def test_apostrophes_inches_and_empty_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_close_a_quotation() -> None:
    assert quoted("‘The fighters’ trench fell,’ he said.") == ["The fighters’ trench fell,"]


def test_a_lost_closing_mark_costs_one_quotation_only() -> None:
    assert quoted('"We held. He left. "They fled," she said.') == ["We held.", "They fled,"]


def test_a_lost_opening_mark_is_put_at_the_start_of_the_sentence() -> None:
    assert quoted('It rained. We held the ridge," he said.') == ["We held the ridge,"]


def test_an_odd_mark_does_not_swallow_a_long_paragraph() -> None:
    text = 'It was "a rout. ' + "The column went back to Tarnholt by night. " * 12
    assert quoted(text) == ["a rout."]


def test_speech_over_paragraphs_goes_on_where_each_opens_anew() -> None:
    text = "“We held.\n“Then they came.\n“We left,” he said.\n“Who are you?” she asked."
    found = find_quotations(text, lines(text))
    assert [q.continues for q in found] == [False, True, True, False]


def test_a_closed_quotation_does_not_go_on() -> None:
    text = "“We held.”\n“They came.”"
    assert [q.continues for q in find_quotations(text, lines(text))] == [False, False]


def test_outer_takes_the_marks_in() -> None:
    (found,) = find_quotations("He said “go”.", lines("He said “go”."))
    assert (found.span.exact, found.outer.exact) == ("go", "“go”")


def test_furniture_is_not_read() -> None:
    assert find_quotations("“Share this”", lines("“Share this”", Role.NAVIGATION)) == ()


ODD = st.text(st.sampled_from("ab .,?!\"'“”‘’«»„`\n5é\ud800"), max_size=80)


@given(ODD)
def test_any_text_is_read_and_the_spans_hold(text: str) -> None:
    found = find_quotations(text, lines(text))
    for q in found:
        assert text[q.span.start : q.span.end] == q.span.exact
        assert text[q.outer.start : q.outer.end] == q.outer.exact
        assert q.outer.covers(q.span)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))


def test_a_document_of_nothing_has_no_quotations() -> None:
    assert find_quotations("", ()) == ()
