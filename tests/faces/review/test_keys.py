"""One table for the bindings, the foot, the help and the page on reviewing."""

import re
from pathlib import Path

from rich.cells import cell_len

from counterclaim.faces.review.acts import ACTS
from counterclaim.faces.review.keys import BY_NAME, KEYS, Act
from counterclaim.faces.review.machine import WISHES
from counterclaim.faces.review.panes import foot
from counterclaim.faces.review.state import State

PAGE = Path(__file__).parents[3] / "docs" / "reviewing.md"


def test_every_act_has_one_key_and_no_key_two_acts() -> None:
    assert sorted(k.act for k in KEYS) == sorted(Act)
    assert len(BY_NAME) == sum(len(k.names) for k in KEYS)


def test_every_act_is_done_by_somebody() -> None:
    assert {*ACTS, *map(Act, WISHES)} == set(Act)


def test_the_foot_takes_two_rows_of_a_small_screen_and_parts_no_key_from_its_word() -> None:
    rows = foot(State(()), 78).plain.split("\n")
    assert len(rows) == 2
    assert max(map(cell_len, rows)) <= 78
    for key in (k for k in KEYS if k.short):
        assert any(f"{key.shown.split()[0]} {key.short}" in row for row in rows), key


def test_the_page_on_reviewing_has_the_same_keys() -> None:
    rows = re.findall(r"^\| ((?:`[^`]+` ?)+)\| ([^|]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {tuple(keys.replace("`", "").split()): does for keys, does in rows}
    assert told == {tuple(k.shown.split()): k.does for k in KEYS}
