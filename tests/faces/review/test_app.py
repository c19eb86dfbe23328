"""The screen itself, driven by keys: small and wide, and whatever the pages hold."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from time import perf_counter

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from builders import TARN, claim, page
from counterclaim.errors import DataError
from counterclaim.faces.review.app import Review, Told
from counterclaim.faces.review.keys import BY_NAME, KEYS
from counterclaim.faces.review.session import Session
from counterclaim.faces.review.state import Editing
from counterclaim.model import JudgementKind, Page
from judging.cases import small_pages
from reviews import Notebook, at, session

SMALL, WIDE = (80, 24), (140, 40)
PAGES = small_pages()
TOTAL = PAGES[0].claims[0]
Act = Callable[[Review, Pilot[None]], Awaitable[None]]


def drive(found: Session, act: Act, size: tuple[int, int] = SMALL) -> Session:
    """Run the review on a screen of that size, and do something with it."""

    async def run() -> None:
        app = Review(found)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(app, pilot)

    asyncio.run(run())
    return found


def screen(app: Review) -> str:
    """What the screen shows, as plain text."""
    return "\n".join("".join(s.text for s in strip).rstrip() for strip in app.screen._compositor.render_strips())


def pressing(*keys: str) -> Act:
    async def act(_: Review, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    return act


def showing(*keys: str, size: tuple[int, int] = SMALL, found: Session | None = None) -> str:
    """The screen after some keys."""
    shown: list[str] = []

    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        shown.append(screen(app))

    drive(found or at(session(PAGES), TOTAL.id), act, size)
    return shown[0]


def test_a_small_screen_has_it_all() -> None:
    rows = showing("w", "p").split("\n")
    assert len(rows) == 24
    assert max(map(len, rows)) <= 80
    assert re.fullmatch(r" \d+ of 15 · 1 judged · ✎ Anna", rows[0])
    assert rows[1].startswith(" Tarnholt · 9 Apr 2019") or "in no incident" in rows[1] or "Tarnholt" in rows[1]
    assert rows[2].startswith(" alder:0 · The alder · 2019-04-10")
    shown = "\n".join(rows)
    assert "[value: 12 people]" in shown
    assert "who says   Harm Register" in shown
    assert "✎ wrong · judged by Anna" in shown
    assert "── killed: ≠ other number" in shown
    assert " r right  w wrong" in rows[-2]
    assert rows[-1].rstrip().endswith("? help  q quit")


def test_on_a_wide_screen_words_and_facts_stand_side_by_side() -> None:
    rows = showing(size=WIDE).split("\n")
    both = next(row for row in rows if "[value: 12 people]" in row)
    assert any("claims" in row and "│" in row for row in rows)
    assert "│" in both


def test_every_verdict_is_said_to_be_saved_once_it_is() -> None:
    found = session(PAGES)
    assert "✓ saved as 3: unsure" in showing("r", "w", "u", found=found)
    book = found.book
    assert [j.kind.value for j in book.since(0)] == ["right", "wrong", "unsure"]


def test_a_figure_is_typed_over_what_stood_there() -> None:
    found = at(session(PAGES), TOTAL.id)
    drive(found, pressing("e", ">", "=", "1", "5", "tab", "tab", *"children", "enter"))
    (made,) = found.book.since(0)
    assert made.kind is JudgementKind.VALUE
    assert dict(made.opinion.says).keys() == {"figure", "who"}


def test_keys_are_text_while_something_is_written_and_esc_ends_it() -> None:
    found = at(session(PAGES), TOTAL.id)
    drive(found, pressing("c", *"wrong?", "escape", "n"))
    assert not found.book.since(0)
    found = at(session(PAGES), TOTAL.id)
    drive(found, pressing("c", *"no name", "enter", "w"))
    assert found.book.since(0)[0].note == "no name"


def test_a_digit_takes_its_row_and_words_narrow_the_rows_down() -> None:
    found = at(session(PAGES), TOTAL.id)
    drive(found, pressing("s", "2"))
    assert [a.document for a in found.book.since(0)[0].opinion.claims] == ["alder", "cedar"]
    found = at(session(PAGES), TOTAL.id)
    assert "▸  1 Ilmarran army" in showing("v", *"arm", found=found)
    drive(found, pressing("escape", "v", *"army", "down", "up", "enter"))
    assert found.book.since(0)[0].opinion.says == (("voice", '"Ilmarran army"'),)


def test_the_foot_has_the_keys_that_do_something_now() -> None:
    assert "↑ ↓ choose  1–9 take a row  words narrow it down  Enter so it is  Esc leave it" in showing("s")
    assert "Tab ↑ ↓ another field  Enter so it is  Esc leave it" in showing("e")
    assert "r right  w wrong" in showing("e", "escape")


def test_editing_another_field_shows_its_value_and_nothing_spills_over() -> None:
    found = at(session(PAGES), TOTAL.id)

    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press("e", "9", "tab", "shift+tab", "down", "up")
        await pilot.pause()
        asking = found.state.asking
        assert isinstance(asking, Editing)
        assert asking.now == ("9", *asking.was[1:])
        assert app.query_one(Input).value == "9"

    drive(found, act)


def test_help_and_history_are_pages_that_close_again() -> None:
    for key, told in (("question_mark", KEYS[0].does), ("h", "right · judged by Anna")):
        found = at(session(PAGES), TOTAL.id)

        async def act(app: Review, pilot: Pilot[None], key: str = key, told: str = told) -> None:
            await pilot.press("r", "p", key)
            await pilot.pause()
            assert isinstance(app.screen, Told)
            assert told in screen(app)
            await pilot.press("w", "n", "down", "escape")
            await pilot.pause()
            assert not isinstance(app.screen, Told)

        drive(found, act)
        assert len(found.book.since(0)) == 1


def test_all_is_weighed_anew_beside_the_keys() -> None:
    found = at(session(PAGES), TOTAL.id)

    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press("m", "1", "R")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "linked and weighed anew, with the judgements up to 1" in screen(app)

    drive(found, act)
    assert found.desk.weighed.upto == 1


def test_where_it_cannot_be_weighed_anew_the_review_goes_on() -> None:
    def fail(_: object) -> None:
        raise DataError("no model")

    found = replace(at(session(PAGES), TOTAL.id), weigh=fail)

    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press("R")
        await pilot.pause(0.2)
        assert "✗ it could not be weighed anew: no model" in screen(app)
        await pilot.press("w")

    drive(found, act)
    assert len(found.book.since(0)) == 1


def test_q_leaves() -> None:
    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press("q")
        await pilot.pause()
        assert app._exit

    drive(session(PAGES), act)


ODD = {
    "control characters": "\x1b[31mred\x1b[0m \x07\x08\x9b2J\r\x00 12 people \x1b]0;title\x07 fell",
    "right to left": "قالت الوزارة إن \u202e12 people\u202c قتلوا في المدينة ש-12 נהרגו",
    "combining": "Ta\u0308rn\u0301ho\u0327lt Z\u0351\u036b\u0343\u036aa\u0349\u0333l\u0489g 12 people e\u0301",
    "wide": "塔恩霍尔特有 12 people 遇难 🙂👩‍👩‍👧‍👦🏳️‍🌈",
    "markup": "[/] [bold][red]12 people[/red] [@click=app.quit]go[/] \\[x] [",
    "half a pair": "\ud800 12 people \udfff",
    "no room": "x" * 5000 + " 12 people " + "y" * 5000,
    "lines": "\n" * 200 + "12 people" + "\u2028\x85\x0b" * 100,
}


def odd_page(text: str) -> Page:
    told = claim(
        "alder", text.index("12 people"), "12 people", voice=text[:60] or "x", place=replace(TARN, name=text[:40])
    )
    return page("alder", told, text=text, outlet=text[:50], title=text, published="2019-04-10")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_does_no_harm_on_any_screen(text: str) -> None:
    found = session([odd_page(text)])

    async def act(app: Review, pilot: Pilot[None]) -> None:
        await pilot.press("w", "p", "v")
        for size in (SMALL, WIDE, (30, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = screen(app)
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
            assert "[value: 12 people]" in shown or size == (30, 10)
        await pilot.press("escape", "e", "down", "escape", "h", "escape", "x")

    drive(found, act)
    assert len(found.book.since(0)) == 1


def test_the_bindings_are_the_keys_of_the_table() -> None:
    bound = {(b.key, b.action) for bs in Review(session(PAGES))._bindings.key_to_bindings.values() for b in bs}
    assert {(name, f"act('{act}')") for name, act in BY_NAME.items()} <= bound


def test_a_key_answers_fast_with_a_few_thousand_claims() -> None:
    many = tuple(_with_claims(f"page-{n:03}", 20) for n in range(150))
    found = session(many, Notebook("Anna"))
    times: list[float] = []

    async def act(_: Review, pilot: Pilot[None]) -> None:
        for n in range(40):
            start = perf_counter()
            await pilot.press("nrwup"[n % 5])
            times.append(perf_counter() - start)

    drive(found, act)
    assert len(found.book.since(0)) == 24
    assert sorted(times)[len(times) // 2] < 0.5  # a tenth of it on a machine with nothing else to do


def _with_claims(name: str, number: int) -> Page:
    told = [claim(name, 40 * n, f"{n + 2} people", low=n + 2, high=n + 2, voice=f"Voice {n}") for n in range(number)]
    return page(name, *(replace(c, occurrence=n, place=replace(TARN, name=f"Town {n}")) for n, c in enumerate(told)))
