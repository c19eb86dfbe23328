"""Which of a voice's figures is the later."""

import pytest

from builders import claim, witnesses
from counterclaim.lexicon import load_lexicon
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.relations import relate
from counterclaim.linking.revisions import Marks, moment
from counterclaim.model import Claim, Document, Incident, Relation, RelationKind, Span

MONITOR = "Tarn Watch"
MARKS = Marks.of(load_lexicon())


def told(page: str, number: int, text: str, **fields: object) -> Claim:
    start = text.index(str(number))
    given = {"voice": MONITOR, "low": number, "high": number} | fields
    return claim(page, start, str(number), **given)


def related(a: Claim, b: Claim, *pages: Document) -> Relation:
    known = witnesses(None, *pages)
    (question,) = weigh_positions(Incident("i", "Bombing", None, None, None, (a, b)), known).questions
    found = relate(*question.positions, known)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "number", "age"),
    [
        ("The toll rose to 31.", 31, "new"),
        ("The toll rose to at least 31 on Friday, up from 22.", 31, "new"),
        ("The toll rose to 31 on Friday, up from 22.", 22, "old"),
        ("Tarn Watch initially put the toll at 22.", 22, "old"),
        ("Police put the toll at 16 earlier.", 16, "old"),
        ("It killed 43 people, the monitor said in a new toll.", 43, "new"),
        ("This replaces our earlier figures of 17 dead.", 17, "old"),
        ("The monitor rose to fame. It counted 31 dead.", 31, None),
        ("Nobody said when 22 people died.", 22, None),
    ],
)
def test_words_that_make_a_figure_old_or_new(text: str, number: int, age: str | None) -> None:
    found = MARKS.age(told("a", number, text), text)
    assert (found[0] if found else None) == age
    if found:
        assert text[found[1].start : found[1].end] == found[1].exact


def test_the_page_s_words_go_before_dates_and_size() -> None:
    text = "Tarn Watch lowered its toll to 22 on Friday, from an earlier 31."
    page = Document("a", text, published="2019-05-03")
    found = related(told("a", 31, text), told("a", 22, text), page)
    assert (found.kind, found.a.value, found.b.value) == (RelationKind.REVISES, "22", "31")
    assert found.cue
    assert found.cue.exact in found.reason


def test_what_was_published_later_replaces_what_was_published_before() -> None:
    pages = [Document("a", "31", published="2019-05-03"), Document("b", "22", published="2019-05-04")]
    found = related(told("a", 31, "31"), told("b", 22, "22"), *pages)
    assert (found.kind, found.a.value) == (RelationKind.REVISES, "22")
    assert found.reason == "first published 4 May 2019, the other 3 May 2019"


def test_hours_count_only_where_both_have_them() -> None:
    early, late = "2019-05-03T08:00:00+02:00", "2019-05-03T07:00:00Z"
    pages = [Document("a", "31", published=early), Document("b", "22", published=late)]
    assert related(told("a", 31, "31"), told("b", 22, "22"), *pages).a.value == "22"
    pages[1] = Document("b", "22", published="2019-05-03")
    found = related(told("a", 31, "31"), told("b", 22, "22"), *pages)
    assert found.a.value == "31"
    assert "nothing tells" in found.reason


def test_a_figure_that_a_later_page_tells_as_old_is_the_older() -> None:
    later = "Tarn Watch initially said that 40 had died."
    pages = [Document("a", "31", published="2019-05-03"), Document("b", later, published="2019-05-04")]
    found = related(told("a", 31, "31"), told("b", 40, later), *pages)
    assert (found.a.value, found.b.value) == ("31", "40")


def test_two_figures_side_by_side_that_can_both_be_right_are_no_revision() -> None:
    both = claim("a", 0, "over 85", voice=MONITOR, low=85, high=None, bound="at least")
    found = related(both, claim("a", 30, "160", voice=MONITOR, low=160, high=160))
    assert found.kind is RelationKind.COMPATIBLE


def test_unreadable_times_of_publication_are_unknown() -> None:
    assert moment("2019-05-03T25:00") is None
    assert moment("some day") is None
    assert moment("2019-05-03") is not None


def test_odd_text_never_raises() -> None:
    text = "\ud800" * 200 + "12"
    assert MARKS.age(Claim("x", "a", "killed", Span.of(text, 200, 202), 12, 12, "exactly"), text) is None
