"""Claims with the words behind them, on the screen."""

from collections.abc import Callable

import pytest

from builders import claim, day, page
from counterclaim.faces.explained import explanations
from counterclaim.faces.screen import as_text
from counterclaim.model import Evidence, Page, Span

TEXT = "Shells hit the mill in Tarnholt on Friday. At least 12 people were killed, the Tarn Watch group said."


def test_sentence_with_its_marks_and_field_by_field_the_words(explain: Callable[..., Page]) -> None:
    shown = as_text(explanations([explain(TEXT, id="mill", published="2019-05-06")]))
    marked = "[value: At least 12 people] were [aspect: killed], [who says: the Tarn Watch group] [cue: said]."
    assert marked in " ".join(shown.split())
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "value ≥12 ← “At least” (43), read as “at least”" in lines
    assert "← “12” (52)" in lines
    assert "aspect killed ← “killed” (67)" in lines
    assert any(line.startswith("date 2019-05-03 ← “Friday” (35), taken over from") for line in lines)
    assert "not said party" in lines


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal(explain: Callable[..., Page], width: int) -> None:
    shown = as_text(explanations([explain(TEXT)]), width)
    assert max(map(len, shown.splitlines())) <= width


def test_hostile_words_are_escaped_and_long_ones_cut() -> None:
    words = "12\x1b[2J\u202e" + "x" * 500
    value = Evidence("value", Span(0, len(words), words), "[bold]no markup[/bold]")
    said = claim("p", exact=words, date=day("2019-05-03"), evidence=(value,))
    shown = as_text(explanations([page("p", said, outlet="O\x07")]))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x07" not in shown
    assert "[bold]no markup[/bold]" in " ".join(shown.split())
    assert "x…” (0)" in shown


def test_pages_without_claims() -> None:
    assert "No claims" in as_text(explanations([]))
