"""Judgements in the store: one behind the other, whoever appends, and never changed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebooks import READER, made, run
from counterclaim.casebook import Casebook, open_casebook
from counterclaim.errors import CasebookError
from counterclaim.judging.chain import check, following
from counterclaim.judging.opinions import reliability
from counterclaim.model import Judgement

AT = "2026-11-22T05:41:00Z"


def append(book: Casebook, person: str = "ann", note: str = "") -> Judgement:
    opinion = reliability("Tarn Watch", "B", note=note)
    return book.append_judgement(lambda last: following(last, opinion, person=person, at=AT))


def test_they_come_back_equal_and_in_a_row(book: Casebook) -> None:
    given_ones = tuple(append(book, note=f"no. {n}") for n in range(5))
    assert book.judgements() == given_ones
    assert [j.number for j in given_ones] == [1, 2, 3, 4, 5]
    assert book.judgements(after=3) == given_ones[3:]
    assert not list(check(book.judgements()))
    assert book.faults() == ()


def test_each_changes_the_revision(book: Casebook) -> None:
    book.add(made(), reader=READER)
    seen = {book.revision()} | {(append(book), book.revision())[1] for _ in range(3)}
    assert len(seen) == 4


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_words_are_kept(book: Casebook, note: str) -> None:
    assert append(book, note=note) == book.judgements()[-1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET person = 'bob' WHERE number = 1",
        "UPDATE judgements SET record = record",
        "DELETE FROM judgements",
        "DELETE FROM judgements WHERE number = 2",
        "INSERT INTO judgements SELECT 9, 'a', 'b', person, at, kind, record FROM judgements WHERE number = 1",
        "INSERT INTO judgements SELECT 3, hash, 'b', person, at, kind, record FROM judgements WHERE number = 1",
        "INSERT INTO judgements SELECT 3, 'a', previous, person, at, kind, record FROM judgements WHERE number = 1",
    ],
)
def test_the_database_refuses_what_would_change_them(book: Casebook, address: str, statement: str) -> None:
    append(book), append(book)
    before = book.judgements()
    with pytest.raises(Exception, match=r"judgements are appended and never changed|goes behind the last one"):
        run(address, statement)
    assert book.judgements() == before


def test_nor_can_one_take_the_place_of_another(path: str) -> None:
    with open_casebook(path) as book:
        append(book)
        with pytest.raises(Exception, match="goes behind the last one"):
            run(path, "INSERT OR REPLACE INTO judgements SELECT 1, 'x', 'y', 'bob', at, kind, record FROM judgements")
        assert book.judgements()[0].person == "ann"


def test_a_table_cannot_be_emptied_either(book: Casebook, address: str) -> None:
    if "://" not in address:
        pytest.skip("SQLite has no TRUNCATE")
    append(book)
    with pytest.raises(Exception, match="judgements are appended and never changed"):
        run(address, "TRUNCATE judgements")


def test_where_a_guard_was_taken_away_it_is_found(book: Casebook, address: str) -> None:
    append(book)
    run(address, "DROP TRIGGER judgements_stay" + (" ON judgements" if "://" in address else ""))
    run(address, "UPDATE judgements SET person = 'bob'")
    told = {f.why for f in book.faults()}
    assert any("the guard judgements_stay" in why for why in told)
    assert any("the column person says otherwise" in why for why in told)


@pytest.mark.parametrize("wrong", [{"number": 1}, {"number": 3}, {"previous": "0" * 64}])
def test_what_does_not_follow_the_last_is_refused(book: Casebook, wrong: dict[str, object]) -> None:
    first = append(book)
    opinion = reliability("Tarn Watch", "C")
    with pytest.raises(CasebookError, match="does not follow the last one"):
        book.append_judgement(lambda last: replace(following(last, opinion, person="bob", at=AT), **wrong))  # type: ignore[arg-type]
    assert book.judgements() == (first,)


def test_what_fails_while_one_is_made_leaves_nothing_and_no_lock(book: Casebook) -> None:
    def fails(_: Judgement | None) -> Judgement:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.append_judgement(fails)
    assert book.judgements() == ()
    append(book)


APPENDS = """
import sys
sys.path.insert(0, sys.argv[2])
from counterclaim.casebook import open_casebook
from counterclaim.judging.chain import following
from counterclaim.judging.opinions import reliability
with open_casebook(sys.argv[1]) as book:
    for n in range(40):
        opinion = reliability(f"source {n}", "B")
        book.append_judgement(lambda last: following(last, opinion, person=sys.argv[3], at="2026-11-22T05:41:00Z"))
"""


def test_people_who_judge_at_once_make_one_chain(book: Casebook, address: str) -> None:
    tests = str(Path(__file__).parents[1])
    people = [subprocess.Popen([sys.executable, "-c", APPENDS, address, tests, p]) for p in ("ann", "bob", "cem")]
    assert [person.wait() for person in people] == [0, 0, 0]
    done = book.judgements()
    assert [j.number for j in done] == list(range(1, 121))
    assert not list(check(done))
    assert {p: sum(j.person == p for j in done) for p in ("ann", "bob", "cem")} == {"ann": 40, "bob": 40, "cem": 40}
