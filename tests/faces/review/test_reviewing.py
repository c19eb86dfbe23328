"""The command on real casebooks: two reviewers at once, and a review that is killed."""

import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casebooks import addresses
from counterclaim.casebook import open_casebook
from counterclaim.errors import InputError, NotFoundError
from counterclaim.faces import reviewing
from counterclaim.faces.cli import app
from counterclaim.faces.review.opening import open_session
from counterclaim.faces.review.queue import Wanted
from counterclaim.judging import view
from counterclaim.judging.chain import check
from counterclaim.model import JudgementKind
from judging.cases import small_pages
from reviews import at, press

PAGES = small_pages()
TOTAL, SOLDIERS = PAGES[0].claims[0], PAGES[0].claims[4]
REVIEW = "from counterclaim.faces.cli import main; main()"
WAIT_S = 60.0  # seconds in which a screen must have changed


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A casebook with the pages in it, on either engine."""
    for found in addresses(request.param, tmp_path):
        with open_casebook(found) as book:
            for page in PAGES:
                book.add(page, reader="1.0+abc/model-1")
        yield found


def test_two_reviewers_at_once_see_each_other_s_judgements(address: str) -> None:
    with open_casebook(address) as one, open_casebook(address) as other:
        anna, ben = (open_session(b, who, Wanted()) for b, who in ((one, "Anna"), (other, "Ben")))
        press(at(anna, TOTAL.id), "w")
        press(at(ben, TOTAL.id), "r")
        press(anna, "n")
        assert [j.person for j in anna.desk.log.judgements] == ["Anna", "Ben"]
        assert anna.desk.log.judgements == ben.desk.log.judgements == one.judgements()
        assert not list(check(one.judgements()))
        press(ben, "z")
        assert other.judgements()[-1].opinion.undoes == 2


def test_a_review_goes_on_where_it_was_left(address: str) -> None:
    with open_casebook(address) as book:
        found = open_session(book, "Anna", Wanted())
        first = found.state.item.claim
        press(found, "r", "w")
    with open_casebook(address) as book:
        again = open_session(book, "Anna", Wanted())
        assert again.state.item.claim not in {d.claim for d in found.state.done}
        assert first in {item.claim for item in again.state.queue[-2:]}
        assert len(open_session(book, "Ben", Wanted(unjudged=True)).state.queue) == len(again.state.queue) - 2
        with pytest.raises(NotFoundError):
            open_session(book, "Anna", Wanted(incident="nowhere"))


def test_what_was_merged_is_one_incident_when_all_is_weighed_anew(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "war.db") as book:
        for page in PAGES:
            book.add(page, reader="1.0+abc/model-1")
        found = at(open_session(book, "Anna", Wanted()), TOTAL.id)
        assert (a := found.desk.spot(TOTAL.id)) and (b := found.desk.spot(SOLDIERS.id)) and a.number != b.number
        press(found, "m", "1")
        found.weighed(found.weigh(found.judgements()))
        assert (a := found.desk.spot(TOTAL.id)) and (b := found.desk.spot(SOLDIERS.id)) and a.number == b.number


def test_a_place_written_by_its_name_is_the_one_of_the_page(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "war.db") as book:
        for page in PAGES:
            book.add(page, reader="1.0+abc/model-1")
        found = at(open_session(book, "Anna", Wanted()), TOTAL.id)
        press(found, "e")
        fields = found.state.asking.fields  # type: ignore[union-attr]
        press(found, *["tab"] * fields.index("place"), "veskad", "enter")
        assert found.desk.log.judgements[0].kind is JudgementKind.VALUE
        shown = found.desk.opined(TOTAL.id).claim
        assert shown is not None
        assert shown.place is not None
        assert (shown.place.lat, shown.place.lon) == (SOLDIERS.place.lat, SOLDIERS.place.lon)  # type: ignore[union-attr]


def test_without_a_terminal_it_says_what_to_do() -> None:
    result = CliRunner().invoke(app, ["review"])
    assert isinstance(result.exception, InputError)
    assert "needs a terminal" in str(result.exception)


def test_who_judges_is_asked_for_where_nothing_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.delenv("COUNTERCLAIM_PERSON", raising=False)
    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setattr(reviewing.typer, "prompt", lambda *_, **__: " Anna ")
    assert reviewing._person(None) == "Anna"
    assert reviewing._person("Ben") == "Ben"


def test_other_commands_do_not_wait_for_the_screen_s_library() -> None:
    told = "import sys, counterclaim.faces.cli; print('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("verdicts", [1, 7])
def test_killed_at_any_moment_it_has_lost_nothing_that_it_said_was_saved(address: str, verdicts: int) -> None:
    said = kill_review(address, verdicts)
    with open_casebook(address) as book:
        kept = book.judgements()
        assert len(kept) >= said >= verdicts
        assert not list(check(kept))
        assert not tuple(book.faults())
        view(PAGES, kept)
        again = open_session(book, "Anna", Wanted())
        press(again, "c", "after the fall", "enter", "r")
        assert len(book.judgements()) == len(kept) + 1


def kill_review(address: str, verdicts: int) -> int:
    """Review in a terminal as fast as keys come, and kill it at so many verdicts; how many it said were saved."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    terminal, side = pty.openpty()
    termios.tcsetwinsize(side, (24, 80))
    command = [sys.executable, "-c", REVIEW, "review", "--casebook", address, "--by", "Anna"]
    environment = os.environ | {"TERM": "xterm-256color"}
    review = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True)
    os.close(side)
    try:
        _until(terminal, lambda shown: b"0 judged" in shown)
        os.write(terminal, b"rwu" * 40)
        shown = _until(terminal, lambda shown: _said(shown) >= verdicts)
    finally:
        review.kill()
        review.wait()
    shown += _read(terminal, 0.1)
    os.close(terminal)
    return _said(shown)


def _said(shown: bytes) -> int:
    """How many verdicts the screen has said to be saved: it need not have drawn each number."""
    return max((int(n) for n in re.findall(rb"saved as (\d+):", shown)), default=0)


def _until(terminal: int, is_there: Callable[[bytes], bool]) -> bytes:
    shown = b""
    while not is_there(shown):
        some = _read(terminal, WAIT_S)
        assert some, shown.decode(errors="replace")
        shown += some
    return shown


def _read(terminal: int, seconds: float) -> bytes:
    """What stands there to be read; nothing where nothing comes for so long, or its other end is closed."""
    with suppress(OSError):
        if select.select([terminal], [], [], seconds)[0]:
            return os.read(terminal, 1 << 16)
    return b""
