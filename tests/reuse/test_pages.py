"""What two pages have in common: found, exact on both, the changes told apart, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Passage, Reuse, Role, Span
from counterclaim.reuse.words import article_words
from reuse.paging import OTHER, WIRE, paper, reuse


def kinds(found: Reuse) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    return [(c.kinds, c.a and c.a.exact, c.b and c.b.exact) for c in found.changes]


def folded(span: Span) -> tuple[str, ...]:
    return article_words(span.exact, [Passage(Span.of(span.exact, 0, len(span.exact)), Role.BODY)]).keys


def test_a_page_is_contained_in_its_copy() -> None:
    (found,) = reuse(paper("a", WIRE), paper("b", f"{OTHER}\n{WIRE}\n{OTHER}"))
    assert found.a_in_b == 1.0
    assert 0.4 < found.b_in_a < 0.6
    assert [s.a.exact for s in found.shared] == [WIRE.removesuffix(".")]
    assert found.changes == ()


def test_pages_that_share_nothing_are_no_pair() -> None:
    assert reuse(paper("a", WIRE), paper("b", OTHER)) == ()


def test_furniture_is_no_reuse() -> None:
    pages = [paper("a", f"{WIRE}\n{OTHER}"), paper("b", OTHER)]
    furniture = [type(p)(p.document, tuple(Passage(s.span, Role.RELATED) for s in p.passages), (), ()) for p in pages]
    assert len(reuse(*pages)) == 1
    assert reuse(*furniture) == ()


def test_a_copy_that_lost_its_punctuation_is_the_same() -> None:
    bare = WIRE.replace(",", "").replace(".", " ").upper()
    (found,) = reuse(paper("a", WIRE), paper("b", bare))
    assert found.a_in_b == found.b_in_a == 1.0
    assert found.changes == ()


def test_a_name_s_apostrophe_is_no_change() -> None:
    text = "Tarnholt's people stood before the mayor's office and Orsk's flag for a whole day"
    (found,) = reuse(paper("a", text), paper("b", text.replace("'", "")))
    assert (found.a_in_b, found.changes) == (1.0, ())


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("12 people", "15 people", "number"),
        ("12 people", "fifteen people", "number"),
        ("at least 12", "12", "hedge"),
        ("did not answer", "did answer", "denial"),
        ("Tuesday", "Friday", "day"),
        ("Orsk", "Velm", "name"),
        ("dug", "searched", "words"),
    ],
)
def test_a_change_is_told_by_kind(old: str, new: str, kind: str) -> None:
    (found,) = reuse(paper("a", WIRE), paper("b", WIRE.replace(old, new)))
    assert [k for k, _, _ in kinds(found)] == [(kind,)]
    assert len(found.shared) == 1


def test_a_change_has_its_words_on_both_pages() -> None:
    (found,) = reuse(paper("a", WIRE), paper("b", WIRE.replace("12 people", "15 people")))
    assert kinds(found) == [(("number",), "12", "15")]


def test_the_same_number_in_figures_is_no_change_of_number() -> None:
    (found,) = reuse(paper("a", WIRE), paper("b", WIRE.replace("12", "twelve")))
    assert kinds(found) == [(("words",), "12", "twelve")]


def test_a_cut_sentence_is_a_change_within_one_stretch() -> None:
    start, _, rest = WIRE.partition("Rescuers")
    cut = start + rest[rest.index("The Orsk") :]
    (found,) = reuse(paper("a", WIRE), paper("b", cut))
    ((_, left, right),) = kinds(found)
    assert left
    assert left.startswith("Rescuers")
    assert right is None


def test_paragraphs_that_were_moved_are_found() -> None:
    (found,) = reuse(paper("a", f"{WIRE}\n{OTHER}"), paper("b", f"{OTHER}\n{WIRE}"))
    assert [s.a.exact for s in found.shared] == [WIRE[:-1], OTHER[:-1]]
    assert [s.b.exact for s in found.shared] == [WIRE[:-1], OTHER[:-1]]


def test_a_sentence_in_a_long_page_is_found() -> None:
    sentence = WIRE.partition(". ")[0]
    long = "\n".join(" ".join(f"w{n}x{m}" for m in range(60)) for n in range(40))
    (found,) = reuse(paper("a", f"{long}\n{sentence}"), paper("b", sentence + " and the river rose."))
    assert found.shared[0].a.exact == sentence


def test_a_phrase_of_a_few_words_is_no_reuse() -> None:
    phrase = "who spoke on condition of anonymity because he was"
    long = [" ".join(f"{side}{n}" for n in range(60)) for side in "xy"]
    assert reuse(paper("a", f"{long[0]} {phrase}"), paper("b", f"{long[1]} {phrase}")) == ()


def test_a_large_group_of_copies_hangs_together() -> None:
    found = reuse(*(paper(f"p{n:03}", WIRE) for n in range(80)))
    reached = {"p000"}
    for pair in found:
        if pair.a in reached:
            reached.add(pair.b)
    assert len(reached) == 80
    assert len(found) < 80 * 79 / 2  # a stock text on every page must not cost the square of their number


PIECES = st.sampled_from([*WIRE.split(), "Ωmega", "\ud800", "🙂", "\u2028", ",", "“", "’", "\n", "9,000"])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_spans_are_exact_and_their_words_the_same(one: str, other: str) -> None:
    for pair in reuse(paper("a", one), paper("b", other)):
        assert 0 <= pair.a_in_b <= 1
        for stretch in pair.shared:
            assert stretch.words == sum(len(folded(a)) for a, _ in stretch.runs)
            spans = [*stretch.runs, (stretch.a, stretch.b), *((c.a, c.b) for c in stretch.changes)]
            for a, b in spans:
                assert a is None or one[a.start : a.end] == a.exact
                assert b is None or other[b.start : b.end] == b.exact
            assert all(folded(a) == folded(b) for a, b in stretch.runs)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_containment_is_the_same_from_either_side(one: str, other: str) -> None:
    there, back = reuse(paper("a", one), paper("b", other)), reuse(paper("b", other), paper("a", one))
    assert [(p.a_in_b, p.b_in_a) for p in there] == [(p.b_in_a, p.a_in_b) for p in back]


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_a_page_is_contained_in_itself(text: str) -> None:
    found = reuse(paper("a", text), paper("b", text))
    has_words = len(article_words(text, paper("a", text).passages)) > 0
    assert [(p.a_in_b, p.b_in_a) for p in found] == ([(1.0, 1.0)] if has_words else [])
