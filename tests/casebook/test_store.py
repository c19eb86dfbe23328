from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import claim
from casebooks import READER, TEXT, content, made, run
from counterclaim.casebook import Casebook, Counts, Fault, Obtained, Tally, hashing, open_casebook
from counterclaim.errors import CasebookError, PageError
from counterclaim.model import Document, Original, Page, Passage, Reader, Role, Span, content_id

BYTES = Original(b"<p>At least 12 people were killed</p>" * 20, "text/html", "file")


def test_a_page_comes_back_equal(book: Casebook) -> None:
    given_page = made(
        outlet="Courier", published="2017-04-15", title="T", url="https://c.example", lang="en", source="a.txt"
    )
    assert book.add(given_page, reader=READER) is True
    back = book.page("p1")
    assert back == given_page
    assert back is not None
    assert [c.span.exact for c in back.claims] == [c.span.exact for c in given_page.claims]
    assert list(book.pages()) == [given_page]
    assert list(book.documents()) == [given_page.document]
    assert book.headers() == (replace(given_page.document, text=""),)
    assert book.has(given_page.document, READER)
    assert not book.has(given_page.document, "another")
    assert book.counts() == Counts(pages=1, statements=1, claims=2)


def test_an_empty_casebook_and_a_page_that_is_not_there(book: Casebook) -> None:
    assert list(book.pages()) == list(book.documents()) == list(book.headers()) == []
    assert book.page("p1") is book.original("p1") is None
    assert book.obtained("p1") == book.read_by("p1") == book.judgements() == book.faults() == ()
    assert book.counts() == Counts(0, 0, 0)


def test_it_is_there_when_opened_again(address: str) -> None:
    with open_casebook(address) as book:
        book.add(made(), reader=READER)
    with open_casebook(address, create=False) as book:
        assert list(book.pages()) == [made()]
        assert book.faults() == ()


def test_without_a_casebook_there_is_an_error_unless_one_may_be_made(address: str) -> None:
    with pytest.raises(CasebookError, match=r"there is no casebook (at|in) .*counterclaim read PATH"):
        open_casebook(address, create=False)
    if "://" not in address:
        assert not Path(address).exists()


def test_pages_come_in_the_order_of_their_ids(book: Casebook) -> None:
    ids = ["b", "a", "é", "B", "10", "9", "🙂", *(f"n{n}" for n in range(120))]
    for id_ in ids:
        book.add(made(id_), reader=READER)
    assert [p.document.id for p in book.pages()] == [d.id for d in book.documents()] == sorted(ids)
    assert [d.id for d in book.headers()] == sorted(ids)
    assert [p.document.id for p in book.pages(["é", "a", "not there", "a"])] == ["a", "é"]


def test_reading_the_same_page_twice_changes_nothing(address: str) -> None:
    with open_casebook(address) as book:
        book.add(made(source="here.txt"), reader=READER, original=BYTES)
        before, revision = content(address), book.revision()
        assert book.add(made(source="here.txt"), reader=READER, original=BYTES) is False
        assert book.add(made(source="there.txt"), reader=READER) is False
        assert book.has(made(source="here.txt").document, READER, BYTES)
        assert book.revision() == revision
    assert content(address) == before


def test_a_newer_reader_is_shown_and_the_older_is_kept(book: Casebook, address: str) -> None:
    book.add(made("other"), reader=READER)
    book.add(made(published="2017-04-15"), reader=READER)
    revision = book.revision()
    newer = replace(made(published="2017-04-16"), statements=(), claims=made().claims[:1])
    assert book.add(newer, reader=Reader("2.0", "2.0", "c0de", "m0de1s", "parser 1", None)) is True
    assert book.page("p1") == newer
    assert book.page("other") == made("other")
    assert book.counts() == Counts(pages=2, statements=1, claims=3)
    assert book.revision() != revision
    first, second = book.read_by("p1")
    assert (first.reader, second.reader) == (READER, "2.0")
    assert first.hash != second.hash
    earlier = book.page("p1", reading=first.reading)
    assert earlier is not None
    assert (earlier.statements, earlier.claims) == (made().statements, made().claims)
    assert (
        '"published":"2017-04-15"'
        in run(address, "SELECT metadata FROM read_by WHERE page = 'p1' ORDER BY number")[0][0]
    )
    assert [r.models for r in book.readers()] == [None, "m0de1s"]
    assert book.faults() == ()


def test_two_versions_that_read_the_same_share_one_reading(book: Casebook, address: str) -> None:
    for reader in ("1", "2", "1"):
        assert book.add(made(), reader=reader) is True
    assert [r.reader for r in book.read_by("p1")] == ["1", "2", "1"]
    assert len({r.reading for r in book.read_by("p1")}) == 1
    assert run(address, "SELECT count(*) FROM all_claims") == [(2,)]


@pytest.mark.parametrize("field", ["outlet", "published", "title", "url", "lang"])
def test_the_last_word_on_a_page_counts(book: Casebook, field: str) -> None:
    book.add(made(), reader=READER)
    assert book.add(made(**{field: "2017-04-15"}), reader=READER) is True
    assert book.page("p1") == made(**{field: "2017-04-15"})
    assert book.add(made(**{field: "2017-04-15"}), reader=READER) is False


def test_another_text_under_the_same_id_is_refused_and_nothing_overwritten(address: str) -> None:
    with open_casebook(address) as book:
        book.add(made(), reader=READER)
        before = content(address)
        other = made(text=TEXT + "!", source="b.jsonl:1")
        with pytest.raises(
            PageError, match=r"^b\.jsonl:1: the casebook .* has another text under the id 'p1'"
        ) as caught:
            book.add(other, reader="2.0", original=BYTES)
        assert "an id of its own" in caught.value.hint
        with pytest.raises(PageError, match="another text"):
            book.has(other.document, READER)
    assert content(address) == before


@pytest.mark.parametrize(
    "bad",
    [
        made(text=TEXT + "\ud800"),
        made(title="\udfff"),
        replace(made(), claims=(claim("p1", 0, "At least", voice="\ud800"),)),
    ],
)
def test_half_a_surrogate_pair_is_refused_and_leaves_nothing_behind(book: Casebook, bad: Page) -> None:
    with pytest.raises(PageError, match="half of a surrogate pair"):
        book.add(bad, reader=READER)
    assert book.counts() == Counts(0, 0, 0)
    assert book.add(made(), reader=READER)


def test_a_page_is_kept_whole_or_not_at_all(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    book.add(made("p0"), reader=READER)

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("counterclaim.casebook.writing.write_obtained", fails)
        book.add(made("p1"), reader=READER)
    assert book.page("p1") is None
    assert book.counts() == Counts(1, 1, 2)
    assert book.add(made("p1"), reader=READER)
    assert book.faults() == ()


def test_numbers_beyond_any_column_are_kept(book: Casebook) -> None:
    huge = replace(made(), claims=(claim("p1", 0, "At least", low=10**40, high=10**40),))
    book.add(huge, reader=READER)
    assert book.page("p1") == huge
    assert book.faults() == ()


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=ANY.filter(len),
    id_=ANY,
    outlet=st.none() | ANY,
    voice=st.none() | ANY,
    low=st.none() | st.integers(0, 10**25),
    data=st.binary(max_size=40),
)
def test_any_text_comes_back_as_it_was(  # the casebook stays open: a page of another text cannot come in
    book: Casebook, text: str, id_: str, outlet: str | None, voice: str | None, low: int | None, data: bytes
) -> None:
    id_ = f"{id_} {content_id(text, outlet, voice, low)}"
    document = Document(id_, text, outlet)
    first = claim(id_, 0, text, voice=voice, low=low, high=low)
    whole = Page(document, (Passage(Span.of(text, 0, len(text)), Role.HEADLINE),), (), (first,))
    original = Original(data, "text/plain", "file")
    book.add(whole, reader=READER, original=original)
    assert book.page(id_) == whole
    assert book.page(id_).document.text_hash == document.text_hash  # type: ignore[union-attr]
    assert book.has(document, READER)
    assert book.original(id_) is not None


def test_claims_can_be_queried_by_anyone(book: Casebook, address: str) -> None:
    book.add(made(), reader="0.9")
    book.add(replace(made(), claims=made().claims[::-1]), reader=READER)
    query = "SELECT aspect, voice, exact, low, place, earliest, relays FROM claims WHERE document = 'p1' ORDER BY start"
    assert run(address, query) == [
        ("killed", "ministry", "At least", 12, "Qarwan", None, '["AFP"]'),
        ("killed", None, "12", 12, None, "2017-04-15", "[]"),
    ]
    assert run(address, "SELECT exact FROM claims ORDER BY position") == [("12",), ("At least",)]
    assert run(address, "SELECT act FROM statements") == [("says",)]


def test_the_bytes_of_a_page_come_back_with_when_and_how_it_came_in(book: Casebook) -> None:
    picture = Original(bytes(range(256)), "application/pdf", "file")
    book.add(made(source="a.html"), reader=READER, original=BYTES)
    book.add(made("p2", source="b.warc:7"), reader=READER, original=replace(BYTES, how="record", captured="2020-01-02"))
    book.add(made("p3", source="c.pdf"), reader=READER, original=picture)
    assert book.original("p1") == BYTES
    assert book.original("p3") == picture
    (first,) = book.obtained("p2")
    assert (first.how, first.source, first.captured, first.media_type, first.reader) == (
        "record", "b.warc:7", "2020-01-02", "text/html", READER,
    )  # fmt: skip
    assert first.at.endswith("Z")
    assert first.original == book.obtained("p1")[0].original, "the same bytes are kept once"


def test_a_page_without_bytes(book: Casebook) -> None:
    book.add(made(), reader=READER)
    (only,) = book.obtained("p1")
    assert only == Obtained(only.at, "given", None, None, None, None, READER)
    assert book.original("p1") is None


def test_each_place_where_a_page_was_found_is_noted_once(book: Casebook) -> None:
    book.add(made(source="a.html"), reader=READER, original=BYTES)
    other = replace(BYTES, data=b"again")
    for source, original in (("a.html", BYTES), ("b.html", BYTES), ("b.html", BYTES), ("a.html", other)):
        assert book.has(made(source=source).document, READER, original)
    assert [o.source for o in book.obtained("p1")] == ["a.html", "b.html", "a.html"]
    assert len({o.original for o in book.obtained("p1")}) == 2
    assert book.original("p1") == BYTES, "the first stands"
    assert book.page("p1") == made(source="a.html")


def test_pages_are_found_by_the_beginning_of_an_id(book: Casebook) -> None:
    book.add(made(), reader="0.9")
    gone, stays = made().claims
    book.add(replace(made(), claims=(stays,)), reader=READER)
    book.add(made("p2"), reader=READER)
    assert book.holding(stays.id) == book.holding(stays.id[:6]) == {"p1"}
    assert book.holding(gone.id) == set(), "an earlier reading had it"
    assert book.holding("s1") == {"p1", "p2"}
    assert book.holding("zzzz") == set()


def test_how_much_was_read_on_some_pages(book: Casebook) -> None:
    for n in range(120):
        book.add(made(f"p{n}"), reader="0.9")
    book.add(replace(made("p3"), claims=made("p3").claims[:1]), reader=READER)
    assert book.tally(f"p{n}" for n in range(110)) == Tally(110, 110, {"killed": 219})
    assert book.tally([]) == Tally(0, 0, {})
    assert book.tally(["p3", "p3", "not there"]) == Tally(1, 1, {"killed": 1})


def test_what_is_derived_is_kept_until_it_is_stale(book: Casebook) -> None:
    book.cache("one", {"a": b"1", "b": b"2"})
    assert book.cached("a", "one") == {"a": b"1"}
    assert book.cached("a", "two") == book.cached("c", "one") == {}
    book.cache("one", {"a": b"3", "ab": b""})
    assert book.cached("abc", "one") == {"a": b"3", "b": b"2"}
    assert book.cached_keys("a", "one") == ("a", "ab")
    book.cache("two", {"a": b"4"})
    assert (book.cached("ab", "two"), book.cached("ab", "one")) == ({"a": b"4"}, {})
    assert book.cached_keys("", "two") == ("a",)


@pytest.mark.parametrize("record", ["{}", "words", '{"id": 5}'])
def test_a_record_changed_by_other_means_is_told(address: str, record: str) -> None:
    with open_casebook(address) as book:
        book.add(made(), reader=READER)
        run(address, f"UPDATE all_claims SET record = '{record}'")
        with pytest.raises(CasebookError, match=r"what is stored of page 'p1' cannot be read"):
            list(book.pages())
        assert {f.record.split()[0] for f in book.faults()} == {"claim", "reading"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE pages SET text = 'other'", Fault("page p1", "its text is not the one that was stored")),
        ("UPDATE pages SET reading = 99", Fault("page p1", "its latest reading is not there")),
        (
            "UPDATE all_claims SET low = 3 WHERE position = 0",
            Fault(f"claim {made().claims[0].id}", "the column low says otherwise than the record"),
        ),
        (
            "UPDATE readings SET relays = '[\"DPA\"]'",
            Fault("reading 1 of page p1", "its records are not those that were stored"),
        ),
        ("DELETE FROM all_statements", Fault("reading 1 of page p1", "its records are not those that were stored")),
        (
            "UPDATE originals SET size = 5",
            Fault(f"original {hashing.bytes_hash(BYTES.data)}", "its bytes are not those that were stored"),
        ),
        ("DELETE FROM readers", Fault("page p1", f"the reader {READER} is not told of")),
    ],
)  # fmt: skip
def test_what_is_not_as_it_was_stored_is_found(book: Casebook, address: str, change: str, told: Fault) -> None:
    book.add(made(), reader=READER, original=BYTES)
    assert book.faults() == ()
    run(address, change)
    assert book.faults() == (told,)


def test_a_closed_casebook_is_told(address: str) -> None:
    book = open_casebook(address)
    book.close()
    with pytest.raises(CasebookError, match="closed"):
        book.counts()


def test_two_writers_at_once(address: str) -> None:
    with open_casebook(address) as one, open_casebook(address) as two:
        for n in range(10):
            assert one.add(made(f"a{n}"), reader=READER)
            assert two.add(made(f"b{n}"), reader=READER)
            assert two.add(made(f"a{n}"), reader=READER) is False
        assert one.counts() == two.counts() == Counts(20, 20, 40)
