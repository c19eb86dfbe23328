"""Judgements as people make them: `judge`, `judgements`, and what `compare` and `show` make of them at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import counterclaim
from builders import TARN, claim, day, page
from counterclaim.casebook import open_casebook
from counterclaim.errors import CounterclaimError, JudgementError, NotFoundError
from counterclaim.faces.cli import app
from counterclaim.faces.opining import FORMS
from counterclaim.model import Claim, Page

Run = Callable[..., Any]
STRIKE = {"place": TARN, "date": day("2019-04-09"), "event_type": "Air/drone strike"}


def told(document: str, start: int, low: int, voice: str | None, **fields: Any) -> Claim:
    return claim(document, start, f"{low} people", low=low, high=low, voice=voice, **(STRIKE | fields))


def pages() -> list[Page]:
    alder = page("alder", told("alder", 10, 12, "Harm Register"), told("alder", 40, 12, "Orsk army"), outlet="Alder")
    birch = page("birch", told("birch", 10, 30, "Orsk army"), told("birch", 40, 30, "unnamed: medics"), outlet="Birch")
    clash = {"event_type": "Armed clash", "date": day("2021-11-02")}
    return [alder, birch, page("cedar", told("cedar", 10, 7, "rebels", **clash), outlet="Cedar")]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A casebook of three pages, in the folder in which commands are run."""
    monkeypatch.chdir(tmp_path)
    for name in ("COUNTERCLAIM_PERSON", "COUNTERCLAIM_CASEBOOK"):
        monkeypatch.delenv(name, raising=False)
    with open_casebook("counterclaim.db") as casebook:
        for p in pages():
            casebook.add(p, reader="test")
    return "counterclaim.db"


@pytest.fixture
def run(book: str) -> Run:
    def invoke(*arguments: object, env: dict[str, str] | None = None) -> Any:
        given = {"COLUMNS": "120", **(env or {})}
        return CliRunner().invoke(app, [str(a) for a in arguments], env=given)

    return invoke


@pytest.fixture
def say(run: Run) -> Run:
    """Judge as Anna; what goes wrong is raised."""

    def judge(*arguments: object, by: str = "Anna") -> str:
        result = run("judge", *arguments, "--by", by)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return str(result.stdout)

    return judge


def compared(run: Run, *more: str) -> str:
    result = run("compare", "--quiet", "--all", *more)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def positions(run: Run, *more: str) -> dict[tuple[str | None, str], dict[str, Any]]:
    result = run("compare", "--quiet", "--format", "jsonl", *more)
    return {(r["voice"], r["value"]): r for r in map(json.loads, result.stdout.splitlines())}


def test_a_correction_is_shown_at_once_with_a_sign_and_a_name(run: Run, say: Run) -> None:
    say("value", "birch:10", "figure=>=20", "voice=Civil Rescue", "--note", "misread")
    screen = compared(run)
    assert "Civil Rescue ≥20 birch:10 ✎" in screen
    assert "✎ Judged by Anna: birch:10 (figure, voice)." in screen
    assert "✎" not in compared(run, "--without-judgements")
    row = positions(run)["Civil Rescue", "≥20"]
    assert (row["judged_by"], row["contested_by"]) == (["Anna"], [])
    assert ("Civil Rescue", "≥20") not in positions(run, "--without-judgements")


def test_a_claim_judged_wrong_is_left_out_and_named(run: Run, say: Run) -> None:
    say("wrong", "birch:40")
    assert "✎ Left out as wrong, judged by Anna: birch:40." in compared(run)
    assert ("unnamed: medics", "30") not in positions(run)


def test_contrary_judgements_are_both_kept_and_shown(run: Run, say: Run) -> None:
    say("wrong", "birch:10")
    say("right", "birch:10", by="Ben")
    assert "✎≠ Contested by Anna and Ben: birch:10 (whether it is a claim); what was read stands." in compared(run)
    assert positions(run)["Orsk army", "30"]["contested_by"] == ["Anna", "Ben"]
    listed = " ".join(run("judgements").stdout.split())
    assert listed.count("contested by Anna and Ben") == 2


def test_incidents_are_joined_and_parted(run: Run, say: Run) -> None:
    def incidents() -> set[frozenset[str]]:
        result = run("compare", "--quiet", "--format", "jsonl", "--records", "incidents")
        return {frozenset(json.loads(line)["documents"]) for line in result.stdout.splitlines()}

    assert incidents() == {frozenset({"alder", "birch"}), frozenset({"cedar"})}
    say("one", "birch:10", "cedar:10")
    assert incidents() == {frozenset({"alder", "birch", "cedar"})}
    assert "✎ One incident, judged by Anna: birch:10, cedar:10." in compared(run)
    say("two", "alder:10", "birch:10")
    assert incidents() == {frozenset({"alder"}), frozenset({"birch", "cedar"})}
    assert "✎ Of two incidents, judged by Anna: alder:10, birch:10." in compared(run)


def test_voices_are_named_and_sources_graded(run: Run, say: Run) -> None:
    say("voice", "rebels", "Upland Front")
    say("voice", "unnamed: medics", "Civil Rescue", "--page", "birch")
    say("reliability", "Orsk army", "D")
    screen = compared(run)
    assert "Upland Front 7 cedar:10 ✎" in screen
    assert "✎ Judged by Anna: cedar:10 (voice)." in screen
    assert "Orsk army (D)" in screen
    rows = positions(run)
    assert (rows["Orsk army", "30"]["reliability"], rows["Civil Rescue", "30"]["reliability"]) == ("D", "F")
    assert rows["Civil Rescue", "30"]["credibility"] in range(1, 7)
    assert "Admiralty: " in compared(run, "--why")


def test_relations_and_copies_are_judged(run: Run, say: Run) -> None:
    def kinds() -> set[tuple[str, frozenset[str]]]:
        result = run("compare", "--quiet", "--format", "jsonl", "--records", "relations")
        rows = map(json.loads, result.stdout.splitlines())
        return {(r["kind"], frozenset({r["a"]["claim"], r["b"]["claim"]})) for r in rows}

    before = kinds()
    say("unrelated", "alder:10", "birch:10", "--relation", "other number")
    assert {kind for kind, _ in before - kinds()} == {"other number"}
    assert "other number does not hold" in compared(run)
    say("copy", "birch", "alder")
    assert "birch repeats alder, ✎ judged by Anna." in compared(run)
    say("copy", "birch", "alder", "--not")
    assert "repeats" not in compared(run)


def test_show_tells_who_judged_what_and_why(run: Run, say: Run) -> None:
    say("right", "alder:10", "--note", "rang them")
    say("rating", "alder:10", "unproven", by="Ben")
    shown = " ".join(run("show", "alder:10").stdout.split())
    assert "judgement 1): right: rang them" in shown
    assert "Ben" in shown
    assert "holds it unproven" in shown


def test_undo_and_the_list_of_all(run: Run, say: Run) -> None:
    assert "No judgements." in run("judgements").stdout
    say("wrong", "birch:40")
    say("wrong", "birch:10", by="Ben")
    say("undo", "last")
    with pytest.raises(JudgementError, match="Ben's"):
        say("undo", 2)
    with pytest.raises(JudgementError, match="no judgement 9"):
        say("undo", 9)
    with pytest.raises(JudgementError, match="could be undone"):
        say("undo", "last")
    listed = " ".join(run("judgements").stdout.split())
    assert "wrong: birch:40 “30 people” (killed) (undone)" in listed
    assert "undoes 1" in listed
    records = [json.loads(line) for line in run("judgements", "--format", "jsonl").stdout.splitlines()]
    assert [(r["number"], r["person"], r["opinion"]["kind"]) for r in records] == [
        (1, "Anna", "wrong"), (2, "Ben", "wrong"), (3, "Anna", "undo"),
    ]  # fmt: skip
    assert records[-1]["hash"] in listed


def test_what_lost_its_hold_is_listed(run: Run, say: Run, book: str) -> None:
    say("value", "birch:40", "figure=31")
    say("right", "alder:10")
    birch = pages()[1]
    with open_casebook(book) as casebook:
        casebook.add(Page(birch.document, (), (), birch.claims[:1]), reader="a later one")
    listed = " ".join(run("judgements", "--orphans").stdout.split())
    assert "lost its hold: the claim is not read from these words any more" in listed
    assert "alder" not in listed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("right", "alder:10", "birch:10"), "write: counterclaim judge right CLAIM"),
        (("value", "alder:10"), "which field"),
        (("value", "alder:10", "figure"), "write: counterclaim judge value"),
        (("value", "alder:10", "colour=red"), "no field colour"),
        (("value", "alder:10", "figure=many"), "no figure"),
        (("undo", "x"), "undo NUMBER"),
        (("reliability", "Orsk army", "Z"), "a letter"),
        (("voice", "unnamed: medics", "Civil Rescue"), "on which page"),
        (("right", "alder:10", "--not"), "takes no --not: it goes with copy and unrelated"),
        (("wrong", "alder:10", "--relation", "denies"), "takes no --relation: it goes with unrelated"),
        (("right", "alder:10", "--page", "alder"), "takes no --page: it goes with voice"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_form(say: Run, book: str, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(CounterclaimError, match=told):
        say(*words)
    with open_casebook(book) as casebook:
        assert casebook.judgements() == ()


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("alder:500", "the nearest claim is alder:40"),
        ("elm:10", "there are 3: alder, birch, cedar"),
        ("ffffffff", "prints places"),
    ],
)
def test_what_is_not_there_cannot_be_judged(say: Run, target: str, told: str) -> None:
    with pytest.raises(NotFoundError, match=told):
        say("right", target)


def test_what_was_recorded_is_said_in_words(say: Run) -> None:
    assert "judgement 1 by Anna: figure is ≥15: alder:10 “12 people” (killed) (hash " in say(
        "value", "alder:10", "figure=>=15"
    )
    told = say("unrelated", "alder:10", "birch:10", "--relation", "other number")
    assert "the relation “other number” does not hold: alder:10" in told


def test_the_help_of_judge_has_every_form_on_a_line_of_its_own(run: Run) -> None:
    lines = [line.strip() for line in run("judge", "--help", env={"COLUMNS": "80"}).stdout.splitlines()]
    assert set(FORMS.values()) <= set(lines)


def test_of_several_claims_on_one_word_the_id_decides(run: Run, say: Run, book: str) -> None:
    both = [told("dale", 10, 5, "Harm Register"), told("dale", 10, 5, "Orsk army")]
    with open_casebook(book) as casebook:
        casebook.add(page("dale", *both), reader="test")
    with pytest.raises(NotFoundError, match="by its id"):
        say("wrong", "dale:10")
    say("wrong", both[1].id)
    assert "Left out as wrong, judged by Anna: dale:10." in compared(run)


def test_who_judges_is_asked_of_the_option_the_environment_and_the_system(run: Run) -> None:
    assert "by Ben:" in run("judge", "right", "alder:10", env={"COUNTERCLAIM_PERSON": "Ben"}).stdout
    assert "by cem:" in run("judge", "right", "alder:10", env={"LOGNAME": "cem"}).stdout


def test_a_place_by_name_is_that_of_the_page(run: Run, say: Run, book: str) -> None:
    say("value", "cedar:10", "place=tarnholt", "date=2019-04-09", "event_type=Air/drone strike")
    with open_casebook(book) as casebook:
        (answer,) = (a for a in counterclaim.compare(casebook).judged.answers if a.field == "place")
    assert json.loads(str(answer.value))["ref"] == TARN.ref


def test_from_python(book: str) -> None:
    with open_casebook(book) as casebook:
        made = counterclaim.judge(casebook, "value", "birch:10", "figure=15", by="Anna", note="counted again")
        assert (made.number, made.person, made.kind, made.note) == (1, "Anna", "value", "counted again")
        assert "15" in counterclaim.compare(casebook)["killed"].values
        assert "15" not in counterclaim.compare(casebook, judged=False)["killed"].values
        assert "✎ Judged by Anna: birch:10 (figure)." in str(counterclaim.compare(casebook))
        assert "✎" in counterclaim.compare(casebook)._repr_html_()
        with pytest.raises(JudgementError, match="there are"):
            counterclaim.judge(casebook, "maybe", "birch:10", by="Anna")


def test_a_name_that_nobody_has_is_recorded_with_a_remark(run: Run) -> None:
    missed = run("judge", "voice", "harm regster", "Civil Rescue", "--by", "Anna")
    assert missed.exit_code == 0
    assert "no voice in the casebook is called 'harm regster'; most like it: 'Harm Register'" in missed.stderr
    assert "judge undo 1" in missed.stderr
    assert "is called" not in run("judge", "voice", "Harm Register", "Civil Rescue", "--by", "Anna").stderr


@pytest.mark.parametrize(("name", "is_known"), [("Civil Rescue", True), ("Alder", True), ("Nobody at All", False)])
def test_outlets_and_given_names_are_known_to_be_reliable_or_not(run: Run, name: str, is_known: bool) -> None:
    run("judge", "voice", "Harm Register", "Civil Rescue", "--by", "Anna")
    remark = run("judge", "reliability", name, "B", "--by", "Anna").stderr
    assert ("no voice or outlet in the casebook is called" not in remark) is is_known
