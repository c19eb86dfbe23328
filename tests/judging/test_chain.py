"""Judgements one after the other: what each kind of tampering looks like."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import JudgementError
from counterclaim.export.records import dumps, loads, to_json
from counterclaim.judging.chain import NOTHING, check, following, head, is_known
from counterclaim.model import Judgement, JudgementKind, Opinion
from judging.cases import AT, judgements, small_pages

MADE = judgements([n * 104_729 + 7 for n in range(12)], small_pages())


def test_a_chain_as_it_was_made_has_no_faults() -> None:
    assert not list(check(MADE))
    assert MADE[0].previous == NOTHING
    assert [j.number for j in MADE] == list(range(1, 13))


def test_the_hash_can_be_derived_with_a_few_lines_of_python() -> None:
    j = MADE[3]
    data = {n: getattr(j, n) for n in ("number", "previous", "person", "at")} | {"opinion": to_json(j.opinion)}
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == j.hash


def test_what_is_stored_comes_back_equal() -> None:
    assert [loads(Judgement, dumps(j)) for j in MADE] == MADE


def test_an_edited_judgement_is_named() -> None:
    edited = replace(MADE[4], opinion=replace(MADE[4].opinion, note="as if it had always been there"))
    (fault,) = check([*MADE[:4], edited, *MADE[5:]])
    assert "judgement 5" in fault
    assert "changed" in fault


@pytest.mark.parametrize("field", ["person", "at"])
def test_another_name_or_time_is_named(field: str) -> None:
    (fault,) = check([*MADE[:4], replace(MADE[4], **{field: "Nobody"}), *MADE[5:]])
    assert "changed" in fault


def test_an_edited_judgement_with_a_new_hash_breaks_the_next() -> None:
    forged = following(MADE[3], MADE[4].opinion, person="Mallory", at=AT)
    (fault,) = check([*MADE[:4], forged, *MADE[5:]])
    assert fault.startswith("judgement 6")
    assert "follow" in fault


def test_a_deleted_judgement_is_named() -> None:
    faults = list(check([*MADE[:4], *MADE[5:]]))
    assert all(f.startswith("judgement 6") for f in faults)
    assert any("missing" in f for f in faults)


def test_swapped_judgements_are_named() -> None:
    faults = list(check([*MADE[:4], MADE[5], MADE[4], *MADE[6:]]))
    assert any("judgement 5" in f for f in faults)
    assert any("judgement 6" in f for f in faults)


def test_the_first_taken_away_is_named() -> None:
    assert any("the beginning" in f or "missing" in f for f in check(MADE[1:]))


def test_a_cut_tail_is_seen_only_against_a_noted_hash() -> None:
    noted, cut = head(MADE), MADE[:-2]
    assert not list(check(cut))
    assert is_known(MADE, noted)
    assert not is_known(cut, noted)
    assert is_known(MADE, head(cut))


@given(st.data())
def test_whatever_is_done_before_the_last_is_seen(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(MADE) - 2))
    j = MADE[at]
    changed = {
        "note": replace(j, opinion=replace(j.opinion, note="another")),
        "person": replace(j, person="Mallory"),
        "kind": replace(j, opinion=replace(j.opinion, kind=JudgementKind.RATING)),
        "forged": following(MADE[at - 1] if at else None, j.opinion, person="Mallory", at=AT),
        "number": replace(j, number=j.number + 1),
        "previous": replace(j, previous=NOTHING[1:] + "1"),
    }
    found = data.draw(st.sampled_from([*changed.values(), None]))
    put = [] if found is None else [found]
    assert list(check([*MADE[:at], *put, *MADE[at + 1 :]]))


def test_an_empty_chain_is_a_chain() -> None:
    assert not list(check([]))
    assert head([]) == NOTHING
    assert is_known([], NOTHING)


def test_a_judgement_needs_a_name() -> None:
    with pytest.raises(JudgementError, match="--by"):
        following(None, Opinion(JudgementKind.UNSURE), person=" ", at=AT)


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(JudgementError, match="surrogate"):
        following(None, Opinion(JudgementKind.UNSURE, note="\udc80"), person="Anna", at=AT)
